"""Do the arrays say what a slow and obvious reference says (tests/reference: decimals and dictionaries)?"""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings

from giaoban.catalogue import Window
from giaoban.engine.rebase import Mark
from tests.reference.engine import Reference
from tests.unit.catalogues import REGIME
from tests.unit.engine.worlds import World, frames, windows, worlds


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
