"""Do the arrays and the tracer, which walk the same rules in two ways, say the same of every cell?"""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings

from giaoban.catalogue import Window
from giaoban.engine.rebase import Mark
from tests.unit.engine.worlds import World, frames, windows, worlds


@settings(max_examples=120, deadline=None)
@given(worlds(), windows, frames)
def test_the_board_and_the_tracer_say_the_same(world: World, window: Window, frame: date) -> None:
    """For every series and body, on any map: one number, or that there is none, or that the indicator does not apply."""
    rolled, tracer = world.maps.measured(window, day=frame), world.tracer(frame)
    for row, series in enumerate(world.cube.series):
        if series.indicator not in world.told:
            continue
        for column, body in enumerate(world.cube.bodies):
            answer, at = tracer.of((row, column), window=window), (row, column)
            value = None if np.isnan(rolled.value[at]) else float(rolled.value[at])
            said = (value, bool(rolled.na[at]), Mark(int(rolled.mark[at])) if value is not None else None)
            traced = (answer.value, answer.na, answer.mark if answer.value is not None else None)
            assert said[1:] == traced[1:], (series, body)
            assert said[0] == (None if traced[0] is None else pytest.approx(traced[0], rel=1e-9)), (series, body)
            assert (value is None and not said[1] and rolled.mark[at] == Mark.NOT_COMPARABLE) == answer.lost, (series, body)
