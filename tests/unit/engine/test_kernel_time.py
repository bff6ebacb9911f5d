"""Does a kernel read memory where a slot lies, and add up a single cell by the rules? The rest is compared in test_by_kernel."""

from __future__ import annotations

import numpy as np
import pytest

from giaoban.engine.kernel_time import LAST, MAX, MEAN, MIN, NEVER, PLANES, SUM, bytes_at, floats_at, numbers_at, timeline

Said = dict[tuple[int, int], tuple[float, int]]  # plane and month → number, tags
NA = float("nan")


def test_what_lies_at_an_address_is_read() -> None:
    floats, numbers, letters = np.array([1.5, 2.5]), np.array([3, 4], np.int32), np.array([5, 6], np.uint8)
    assert floats_at((floats.ctypes.data, 2)).tolist() == [1.5, 2.5]
    assert numbers_at((numbers.ctypes.data, 2)).tolist() == [3, 4]
    assert bytes_at((letters.ctypes.data, 2)).tolist() == [5, 6]


def asked(said: Said, first: int, last: int, rule: int, *, silent: bool = False) -> tuple[float | None, bool, int]:
    """The answer for one cell of which these figures were said; NaN says that the indicator does not apply."""
    kept = {at: (np.array([float(number)]), np.array([7], np.int32), np.array([bits], np.uint8)) for at, (number, bits) in said.items()}
    slots = [(PLANES.index(length), month, *(side.ctypes.data for side in sides)) for (length, month), sides in kept.items()]
    value, na, tags = np.empty((1, 1)), np.empty((1, 1), bool), np.empty((1, 1), np.uint8)
    windows = np.array([[first, last]])
    timeline((np.array(slots, np.int64), np.array([rule]), np.array([silent]), windows, 0, 1, 1, value, na, tags))
    return (None if np.isnan(value[0, 0]) else float(value[0, 0])), bool(na[0, 0]), int(tags[0, 0])


@pytest.mark.parametrize(
    ("said", "window", "rule", "silent", "answer"),
    [
        ({(1, 1): (1, 1), (1, 2): (2, 8), (1, 3): (4, 0)}, (1, 3), SUM, False, (7, False, 9)),
        ({(1, 1): (1, 1), (1, 3): (4, 0)}, (1, 3), SUM, False, (None, False, 0)),
        ({(1, 1): (1, 1), (1, 3): (4, 2)}, (1, 3), SUM, True, (5, False, 3)),
        ({(3, 3): (10, 0), (6, 6): (25, 1)}, (4, 6), SUM, False, (15, False, 1)),
        ({(0, 5): (25, 0), (0, 4): (20, 0)}, (5, 5), SUM, False, (5, False, 0)),
        ({(1, 1): (NA, 0), (1, 2): (3, 0), (1, 3): (NA, 0)}, (1, 3), SUM, False, (3, False, 0)),
        ({(1, 1): (NA, 0), (1, 2): (NA, 0), (1, 3): (NA, 0)}, (1, 3), SUM, False, (None, True, 0)),
        ({(1, 3): (3, 1), (3, 3): (5, 0)}, (1, 3), LAST, False, (5, False, 0)),
        ({(1, 3): (3, 1)}, (1, 3), LAST, False, (3, False, 1)),
        ({(1, 1): (2, 0), (1, 2): (4, 0), (1, 3): (9, 0)}, (1, 3), MEAN, False, (5, False, 0)),
        ({(1, 1): (2, 0), (1, 2): (4, 0), (1, 3): (9, 0)}, (1, 3), MIN, False, (2, False, 0)),
        ({(1, 1): (2, 0), (1, 2): (9, 0), (1, 3): (4, 0)}, (1, 3), MAX, False, (9, False, 0)),
        ({(1, 1): (2, 0), (1, 2): (4, 0)}, (1, 3), MEAN, False, (None, False, 0)),
        ({(1, 1): (2, 0)}, (1, 3), NEVER, False, (None, False, 0)),
        ({(6, 6): (30, 0), (1, 1): (1, 0)}, (1, 6), SUM, True, (30, False, 0)),
    ],
)  # fmt: skip
def test_a_cell_is_added_up(said: Said, window: tuple[int, int], rule: int, silent: bool, answer: object) -> None:
    assert asked(said, *window, rule, silent=silent) == answer


def test_silence_that_a_longer_figure_covers_is_no_nothing() -> None:
    """January is silent and the quarter of 9 covers it: of the half year only what came after is added to the 9."""
    said: Said = {(1, 3): (4, 0), (3, 3): (9, 0), (1, 4): (1, 0), (1, 6): (2, 0)}
    assert asked(said, 1, 6, SUM, silent=True) == (12, False, 0)
