"""Do the arrays and the tracer, which walk the same rules in two ways, say the same of every cell?"""

from __future__ import annotations

from datetime import date
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.catalogue import Window
from giaoban.cube import QUALITIES, quality_of, revised_of
from giaoban.engine.rebase import Mark
from tests.unit.engine.worlds import World, frames, revised, windows, worlds


def same(world: World, window: Window, frame: date) -> None:
    """Hold every cell of which anything can be known to the tracer: number, state and mark."""
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


@settings(max_examples=120, deadline=None)
@given(worlds(), windows, frames)
def test_the_board_and_the_tracer_say_the_same(world: World, window: Window, frame: date) -> None:
    """For every series and body, on any map: one number, or that there is none, or that the indicator does not apply."""
    same(world, window, frame)


@settings(max_examples=60, deadline=None)
@given(worlds(most=60), windows, frames, st.randoms(use_true_random=False))
def test_quality_and_revision_are_those_of_the_entries(plain: World, window: Window, frame: date, random: Random) -> None:
    """What flows along with the arrays is what the entries say on which the tracer finds that the number rests."""
    world = revised(plain, random)
    rolled, tracer = world.maps.measured(window, day=frame), world.tracer(frame)
    contents = [entry.content for entry in world.book.entries]
    order = [one.value for one in QUALITIES]
    for row, series in enumerate(world.cube.series):
        for column, body in enumerate(world.cube.bodies) if series.indicator in world.told else ():
            answer, at = tracer.of((row, column), window=window), (row, column)
            if answer.value is None:
                assert rolled.tags[at] == 0
                continue
            figures = [use for use in answer.because if use.role != "report"]  # that a report came says nothing of how sure it is
            places = [order.index(contents[use.entry - 1]["quality"]) for use in figures] or [len(order) - 1]
            assert quality_of(int(rolled.tags[at])) is QUALITIES[min(places)], (series, body)
            kinds = {_revision(world, use.entry, order) for use in figures}
            worst = next((kind for kind in ("corrected", "updated") if kind in kinds), None)
            assert revised_of(int(rolled.tags[at])) == worst, (series, body)


def _revision(world: World, entry: int, order: list[str]) -> str | None:
    numbers = world.cube.versions.get(world.book.entries[entry - 1].key, ())
    if len(numbers) < 2:
        return None
    was, now = (world.book.entries[number - 1].content for number in numbers[-2:])
    if (was["steps"], was["quality"]) == (now["steps"], now["quality"]):
        return None
    return "updated" if order.index(was["quality"]) < order.index(now["quality"]) else "corrected"
