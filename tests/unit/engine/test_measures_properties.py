"""What must hold of every ledger: order does not matter, parts make wholes, nothing known earlier ever changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from giaoban import engine
from giaoban.catalogue import EVERYTHING, OverBodies, Window
from giaoban.engine.rebase import Mark
from giaoban.ledger import Book, end_of_day
from tests.unit.boards import SILENT
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.worlds import World, frames, lines, windows, world_of, worlds

FLOWS = ("thu", "chi", "thu-dia-ban", "kin")
quick = settings(max_examples=25, deadline=None)


def known(world: World, window: Window, frame: date) -> dict[tuple[str, str, str], float]:
    """Every number of a window on a map, by series and body."""
    value = world.maps.measured(window, day=frame).value
    return {
        (series.indicator, series.part, body): float(value[row, column])
        for row, series in enumerate(world.cube.series)
        for column, body in enumerate(world.cube.bodies)
        if not np.isnan(value[row, column])
    }


@quick
@given(worlds(), windows, frames, st.randoms(use_true_random=False))
def test_the_order_in_which_cells_are_recorded_does_not_matter(world: World, window: Window, frame: date, random: object) -> None:
    """Different cells do not speak to one another: only the last word on each cell counts."""
    said = [line for line in world.said if line]
    random.shuffle(said)  # type: ignore[attr-defined]
    assert known(world_of(ledger_of("\n".join(said)), world.catalogue), window, frame) == known(world, window, frame)


@quick
@given(st.data(), windows, frames)
def test_appending_never_changes_what_was_known(data: st.DataObject, window: Window, frame: date) -> None:
    """As known on a day is the same board, whatever is recorded after that day."""
    world = data.draw(worlds())
    bodies = sorted({cell.body for cell in world.cells} or {"tp"})
    more = data.draw(lines(bodies=bodies, most=20))
    dated = [f"{line}  @2028-01-01" for line in world.said] + [f"{line}  @2029-01-01" for line in more]
    assume(dated)
    book = ledger_of("\n".join(dated))
    then = world_of(book.as_known(end_of_day(date(2028, 6, 1))), world.catalogue)
    assert known(then, window, frame) == known(world, window, frame)


@quick
@given(worlds(), windows, frames)
def test_a_number_is_given_or_what_it_lacks_never_both(world: World, window: Window, frame: date) -> None:
    """Without a number something is named that is missing, unless the indicator does not apply."""
    tracer = world.tracer(frame)
    for row, series in enumerate(world.cube.series):
        if series.indicator in world.told:
            answers = [tracer.of((row, column), window=window) for column in range(len(world.cube.bodies))]
            assert [one for one in answers if (one.value is None) == (not one.lacking) and not one.na] == []
            assert [one for one in answers if one.na and (one.value is not None or one.lacking or one.lost)] == []


@quick
@given(st.lists(st.integers(-(10**12), 10**12), min_size=48, max_size=48), st.sampled_from(["thu", "chi"]))
def test_the_parts_of_a_year_make_the_year(months: list[int], indicator: str) -> None:
    """Every month of every ward is known: quarters, halves, nine months and the year are their sums, of wards and city alike."""
    wards = {f"p{n + 1}": months[12 * n : 12 * n + 12] for n in range(4)}
    said = [f"2026-{n + 1:02d}  {ward}  {indicator}  {told} đồng" for ward, all_told in wards.items() for n, told in enumerate(all_told)]
    said += [f"2026-{n + 1:02d}  tp  chi  1 đồng" for n in range(12) if indicator == "chi"]
    world = world_of(ledger_of("\n".join(said)), catalogue_on(date(2026, 12, 31)))
    whole = [sum(told) + (indicator == "chi") for told in zip(*wards.values(), strict=True)]
    for code in ("2026-05", "2026-Q1", "2026-Q3", "2026-H1", "2026-H2", "2026-5M", "2026-9M", "2026"):
        window = Window.of(code)
        found = known(world, window, date(2026, 12, 31))
        expected = {"tp": whole, **wards}
        assert found == {(indicator, "-", body): sum(told[window.first - 1 : window.last]) for body, told in expected.items()}


@quick
@given(worlds(), windows, frames)
def test_the_parts_of_the_ground_make_the_whole(world: World, window: Window, frame: date) -> None:
    """On one map, where all parts are known and none of them was lost or divided, their sum is the whole."""
    rolled, ground = world.maps.measured(window, day=frame), world.maps.ground.frame(frame)
    for row, series in enumerate(world.cube.series):
        if world.maps.rules.over_bodies[row] is not OverBodies.SUM or series.indicator not in world.told or series.indicator == "chi":
            continue
        for whole, parts in ground.parts.items():
            values = rolled.value[row, parts]
            if not rolled.own[row, whole] and not np.isnan(values).any() and rolled.mark[row, parts].max() == Mark.EXACT:
                makes = world.maps.rules.makes_whole[row]
                assert np.isnan(rolled.value[row, whole]) if not makes else rolled.value[row, whole] == values.sum()


@quick
@given(worlds(), windows, frames)
def test_the_entries_and_their_weights_give_the_sum_again(world: World, window: Window, frame: date) -> None:
    """Of a flow over the whole ground: each entry times its weight; a share leaves at most a step for each body that was parted."""
    tracer = world.tracer(frame)
    for row, series in enumerate(world.cube.series):
        rules = world.maps.rules
        if series.indicator not in world.told or rules.over_bodies[row] is not OverBodies.SUM:
            continue
        for column in range(len(world.cube.bodies)):
            answer = tracer.of((row, column), window=window)
            if answer.value is not None:
                again = sum(use.weight * int(world.cube.entries[use.entry - 1].content["steps"]) for use in answer.because)
                shares = sum(use.weight not in (1, -1) for use in answer.because)
                assert answer.value == pytest.approx(again, abs=shares or 1e-6)


@quick
@given(worlds(), windows, frames)
def test_every_row_can_be_made_and_told_as_data(world: World, window: Window, frame: date) -> None:
    """Whatever was recorded: a board, its data, and the explanation of each of its numbers."""
    assume(world.catalogue.body("tp", on=frame))
    question = engine.Question("tp", window, REGIME, frame, frame, units=True)
    made = engine.Asked("so-thu", Book("so-thu").head, as_known=datetime(2029, 1, 1, tzinfo=UTC) + timedelta(days=1))
    found = engine.ask(question, cube=world.cube, catalogue=world.catalogue, sight=EVERYTHING, asked=made, archive=SILENT)
    maker = engine.prepare(question, cube=world.cube, catalogue=world.catalogue, sight=EVERYTHING, archive=SILENT)
    for row in found.rows:
        assert row.data()["value"] is None or row.state == "known"
        assert (row.value is None) <= bool(row.reason)
        if row.series.indicator in world.told:
            for what in engine.What:
                told = engine.explain(maker, indicator=row.series.indicator, body=row.body, part=row.series.part, what=what)
                assert told is not None
                assert told.data()["what"] == what.value
