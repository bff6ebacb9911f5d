"""Does the roll-up kernel add up a small tree by the rules? All rules on all maps are compared in test_by_kernel."""

from __future__ import annotations

import numpy as np
import pytest

from giaoban.engine.by_kernel import KINDS
from giaoban.engine.kernel_bodies import COUNT, MAX, MEAN, MIN, NOT_ROLLED, SUM, WEIGHTED, roll

N = float("nan")


Found = tuple[float, int, int, float]


def rolled(rule: int, *own: float, silent: bool = False, part: bool = False, meets: float = N, weights: tuple[float, ...] = ()) -> Found:
    """Value, reported, expected and partial sum of a whole (body 0) of three parts, from what each reported itself."""
    rows = [own, weights] if weights else [own]
    value = np.array(rows, np.float64)
    shape = value.shape
    out = tuple(np.empty(shape, kind) for kind in KINDS)
    moved = value, np.zeros(shape, np.int8), np.zeros(shape, bool), np.zeros(shape, np.uint8)
    rules = np.array([rule, SUM][: len(rows)], np.int8)
    flags = np.array([[silent, part, True, False, False]] * len(rows))
    codes = rules, flags, np.array([meets] * len(rows)), np.array([1, -1][: len(rows)] if weights else [-1])
    whole, parts = np.array([0]), np.array([1, 2, 3])
    frame = np.ones(4, bool), np.array([part, True, True, True]), whole, np.array([0]), np.array([3]), parts
    largest = roll((codes, ~np.isnan(value), np.ones(shape, bool), frame, moved, out, (out, np.zeros(4, bool), False, False), 0, len(rows)))
    assert largest == (np.nanmax(np.abs(out[0][rules == SUM]), initial=0) if (rules == SUM).any() else 0)
    return float(out[0][0, 0]), int(out[3][0, 0]), int(out[4][0, 0]), float(out[5][0, 0])


@pytest.mark.parametrize(
    ("rule", "own", "value", "counted"),
    [
        (SUM, (N, 1, 2, 4), 7, (3, 3)),
        (SUM, (9, 1, 2, 4), 9, (1, 1)),
        (MEAN, (N, 1, 2, 6), 3, (3, 3)),
        (MIN, (N, 3, 2, 6), 2, (3, 3)),
        (MAX, (N, 3, 2, 6), 6, (3, 3)),
        (NOT_ROLLED, (N, 3, 2, 6), N, (0, 1)),
    ],
)
def test_a_whole_is_made_of_its_parts(rule: int, own: tuple[float, ...], value: float, counted: tuple[int, int]) -> None:
    found = rolled(rule, *own)
    assert np.array_equal([found[0]], [value], equal_nan=True)
    assert found[1:3] == counted


def test_a_missing_part_leaves_a_partial_sum() -> None:
    value, reported, expected, partial = rolled(SUM, N, 1, N, 4)
    assert (np.isnan(value), reported, expected, partial) == (True, 2, 3, 5)


def test_silence_counts_as_nothing_where_it_means_that() -> None:
    assert rolled(SUM, N, 1, N, 4, silent=True)[0] == 5


def test_the_own_office_is_added_where_it_is_only_a_part() -> None:
    assert rolled(SUM, 10, 1, 2, 4, part=True)[:3] == (17, 4, 4)


def test_bodies_that_meet_a_level_are_counted() -> None:
    assert rolled(COUNT, N, 19, 18, 20, meets=19)[0] == 2


def test_a_mean_is_weighed() -> None:
    """(1 x 10 + 2 x 10 + 6 x 20) / 40."""
    assert rolled(WEIGHTED, N, 1, 2, 6, weights=(N, 10, 10, 20))[0] == 3.75
