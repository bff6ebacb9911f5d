"""Do the arrays say what a slow and obvious reference says (tests/reference: decimals and dictionaries)?"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.catalogue import Window
from giaoban.engine.rebase import Mark
from giaoban.ledger import end_of_day
from tests.reference.engine import Reference
from tests.unit.catalogues import REGIME, ledger_of
from tests.unit.engine.worlds import World, frames, windows, world_of, worlds


def agree(world: World, window: Window, frame: date) -> None:
    """Hold every cell of which anything can be known to the reference: number, state and mark."""
    rolled, slow = world.maps.measured(window, day=frame), Reference(world.book, world.catalogue, REGIME)
    for row, series in enumerate(world.cube.series):
        for column, body in enumerate(world.cube.bodies) if series.indicator in world.told else ():
            at, found = (row, column), slow.of(series.indicator, series.part, body, window, frame)
            value = None if np.isnan(rolled.value[at]) else float(rolled.value[at])
            said = value is not None, bool(rolled.na[at]), value is None and not rolled.na[at] and rolled.mark[at] == Mark.NOT_COMPARABLE
            assert said == (found.known, found.na, found.lost), (series, body)
            if found.value is not None:
                assert value == pytest.approx(float(found.value), rel=1e-9, abs=1e-9), (series, body)
                assert int(rolled.mark[at]) == found.mark, (series, body)


@settings(max_examples=60, deadline=None)
@given(worlds(most=80), windows, frames)
def test_the_board_is_what_the_reference_says(world: World, window: Window, frame: date) -> None:
    """For every series and body, on any map, formulas too."""
    agree(world, window, frame)


@st.composite
def histories(draw: st.DrawFn) -> World:
    """A random ledger in which figures are corrected, withdrawn and told again, as known at some instant of it."""
    plain = draw(worlds(most=50))
    lines = []
    for day, line in enumerate(line for line in plain.said if line):
        lines.append((day, line))
        cell, _, value = line.rpartition("  ")
        for later in draw(st.lists(st.sampled_from(["rút", "không áp dụng", value]), max_size=3)):
            if later != "rút" or not lines[-1][1].endswith("  rút"):
                lines.append((day + draw(st.integers(0, 40)), f"{cell}  {later}"))
    dated = sorted(lines, key=lambda pair: pair[0])
    told: set[str] = set()
    text = []
    for day, line in dated:
        cell, _, value = line.rpartition("  ")
        if value == "rút" and cell not in told:
            continue
        told = told - {cell} if value == "rút" else told | {cell}
        text.append(f"{line}  @{date(2028, 1, 1) + timedelta(days=day)}")
    book = ledger_of("\n".join(text))
    known = book.as_known(end_of_day(date(2028, 1, 1) + timedelta(days=draw(st.integers(0, 60)))))
    return world_of(known, plain.catalogue)


@settings(max_examples=25, deadline=None)
@given(histories(), windows, frames)
def test_what_was_known_is_what_the_reference_says(world: World, window: Window, frame: date) -> None:
    """At any instant of a history of corrections and withdrawals."""
    agree(world, window, frame)
