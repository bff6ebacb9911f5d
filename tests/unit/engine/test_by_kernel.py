"""Do the kernels, uncompiled and compiled, say what the arrays say?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings

from giaoban.catalogue import OverBodies, Window
from giaoban.cube import Series, TooLarge
from giaoban.engine import fast, kernels
from giaoban.engine.bodies import Rolled
from giaoban.engine.by_kernel import codes_of, example, in_halves, slots_of
from giaoban.engine.measures import Maps
from giaoban.engine.rebase import Mark
from giaoban.engine.rules import rules_of
from tests.unit.boards import board
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.test_frame_traps import hamlets
from tests.unit.engine.worlds import World, frames, windows, world_of, worlds

NAMES = ("value", "mark", "na", "reported", "expected", "partial", "own", "tags", "top", "bottom")


@contextmanager
def by(found: kernels.Kernels | None) -> Iterator[None]:
    was = kernels.kernels()
    kernels.use(found)
    try:
        yield
    finally:
        kernels.use(was)


def measured(world: World, window: Window, frame: date, found: kernels.Kernels | None) -> Rolled:
    with by(found):
        ahead = (window, window.to_date(), *(Window(window.year, month, month) for month in (2, 6, 12)))
        maps = Maps(world.cube, world.maps.ground, world.maps.regime, world.maps.rules, ahead=ahead)
        return maps.measured(window, day=frame)


def assert_same(one: Rolled, other: Rolled) -> None:
    for name, mine, theirs in zip(NAMES, one.sides(), other.sides(), strict=True):
        known = np.zeros(mine.shape, bool) if mine.dtype != np.float64 else np.isnan(mine) & np.isnan(theirs)
        if name in ("top", "bottom"):
            continue  # of use only on the way
        assert (known | (mine == theirs) | np.isclose(mine, theirs, rtol=1e-12, atol=0)).all(), name


@settings(max_examples=120, deadline=None)
@given(worlds(), windows, frames)
def test_an_uncompiled_kernel_says_what_the_arrays_say(world: World, window: Window, frame: date) -> None:
    """Every rule over time and bodies, on every map; where the map changes inside the year the arrays answer alone."""
    assert_same(measured(world, window, frame, kernels.PLAIN), measured(world, window, frame, None))


def test_a_wards_own_figure_that_was_lost_is_lost_by_the_kernel_too() -> None:
    """Its hamlets never reported, so they make none: not comparable, and not merely unknown."""
    world = world_of(ledger_of("2026-08  a  dan-so  600 người\n2026-08  b  dan-so  400 người"), hamlets())
    at = world.cube.row[Series("dan-so", REGIME)], world.cube.column["c"]
    found = [measured(world, Window.of("2026-08"), date(2027, 8, 31), one) for one in (kernels.PLAIN, None)]
    assert_same(*found)
    assert [Mark(int(one.mark[at])) for one in found] == [Mark.NOT_COMPARABLE] * 2


@pytest.mark.slow
def test_a_compiled_kernel_says_what_the_arrays_say() -> None:
    """The same loops, made into machine code: numba is no part of the product, so it is asked for."""
    pytest.importorskip("numba")
    compiled = fast.compile_now()
    try:

        @settings(max_examples=150, deadline=None)
        @given(worlds(), windows, frames)
        def check(world: World, window: Window, frame: date) -> None:
            assert_same(measured(world, window, frame, compiled), measured(world, window, frame, None))

        check()
    finally:
        kernels.use(None)


def test_a_sum_of_two_to_the_fifty_third_is_refused_in_a_kernel_too() -> None:
    """Four times 3.000.000 tỷ đồng is more than 2^53 đồng."""
    book = ledger_of("\n".join(f"2026-Q1  {body}  thu  3.000.000 tỷ đồng" for body in ("p1", "p2", "p3", "p4")))
    with by(kernels.PLAIN), pytest.raises(TooLarge, match="a sum reaches"):
        board(book, "2026-Q1")


def test_rules_are_told_as_numbers_once() -> None:
    world = world_of(ledger_of(""), catalogue_on(date(2026, 12, 31)))
    rules = rules_of(world.cube, catalogue=world.catalogue)
    codes = codes_of(rules)
    assert codes_of(rules) is codes
    count = int(np.flatnonzero(rules.in_bodies[OverBodies.COUNT])[0])
    assert (codes.meets[count], codes.flags[count].tolist()) == (19, [False, False, True, False, False])


def test_only_slots_are_read_in_which_something_was_said() -> None:
    world = world_of(ledger_of("2026-03  p1  thu  1 đồng\n2026-Q2  p1  thu  1 đồng"), catalogue_on(date(2026, 12, 31)))
    assert slots_of(world.cube, year=2026)[:, :2].tolist() == [[0, 3], [1, 6]]
    assert slots_of(world.cube, year=2030).shape == (0, 5)


def test_much_is_done_in_two_halves() -> None:
    done: list[tuple[int, int]] = []
    for rows, size in ((5, 100_000), (5, 10), (1, 100_000)):
        in_halves(done.append, rows=rows, size=size)
    assert sorted(done) == [(0, 1), (0, 2), (0, 5), (2, 5)]


def test_the_example_asks_for_next_to_nothing() -> None:
    example(kernels.PLAIN)
