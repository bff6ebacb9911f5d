"""Do the arrays of a board say what its rows say, which judge one cell at a time?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from giaoban import engine
from giaoban.catalogue import EVERYTHING, Direction, Window
from giaoban.engine.rows import RowMaker
from giaoban.engine.states import ABSENT, DOES_NOT_APPLY, KNOWN, NOT_DUE
from giaoban.engine.status import exact
from giaoban.engine.table import LEVELS, columns_of, to_digits
from giaoban.ledger import Book
from tests.unit.boards import SILENT
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.makers import maker, other_world, row, spot
from tests.unit.engine.worlds import PRINTED, World, frames, windows, world_of, worlds

STATES = (KNOWN, ABSENT, DOES_NOT_APPLY, NOT_DUE)
GIVEN = st.tuples(
    st.sampled_from(["2026", "2026-Q1", "2026-H1", "2027"]),
    st.sampled_from(["", "tinh-giao ", "tp-giao ", "tinh-giao lần 2 "]),
    st.integers(0, 40),
)


@st.composite
def planned(draw: st.DrawFn) -> World:
    """A random world in which plans of several givers and versions are set, and words are said."""
    world = draw(worlds(most=60))
    said = [line for line in world.said if line]
    bodies = sorted({cell.body for cell in world.cells} | {"tp"})
    told = sorted(world.told & {"thu", "chi", "ho", "ho-ngheo", "diem", "phat-sinh", "van-dong", "tieu-chi", "thap-nhat", "ty-le"})
    plans = {
        (period, body, one, giver): f"{period}  {body}  {one}  KH {giver}{PRINTED[one].format(level)}"
        for period, giver, level in draw(st.lists(GIVEN, max_size=8))
        for body in bodies
        for one in told
    }
    words = [
        f"{draw(st.sampled_from(['2026', '2026-Q1']))}  {body}  danh-gia  mức tot"
        for body in draw(st.lists(st.sampled_from(bodies), max_size=1))
    ]
    ratios = [f"2026-Q1  {body}  {told[0]}  145 % cùng kỳ" for body in bodies[:1] if told]
    return world_of(ledger_of("\n".join([*said, *plans.values(), *words, *ratios])), world.catalogue)


def asked(world: World, window: Window, frame: date, on: date) -> tuple[engine.Board, RowMaker]:
    question = engine.Question("tp", window, REGIME, frame, on, units=True)
    board = engine.ask(
        question,
        cube=world.cube,
        catalogue=world.catalogue,
        sight=EVERYTHING,
        asked=engine.Asked("so-thu", Book("so-thu").head),
        archive=SILENT,
    )
    return board, engine.prepare(question, cube=world.cube, catalogue=world.catalogue, sight=EVERYTHING, archive=SILENT)


@settings(max_examples=80, deadline=None)
@given(planned(), windows, frames, st.integers(-40, 400))
def test_every_measure_is_that_of_the_row(world: World, window: Window, frame: date, later: int) -> None:
    """Value, state, level, pace, what is done of each plan, growth: computed for all at once, and for one."""
    assume(world.catalogue.body("tp", on=frame))
    board, made = asked(world, window, frame, frame + timedelta(days=later))
    table = made.table
    for one in board.rows:
        at = made.cube.row[one.series], made.cube.column[one.body]
        told = {(plan.authority, plan.period): plan for plan in table.plans if not np.isnan(plan.target[at])}
        assert {key: plan.target[at] for key, plan in told.items()} == {
            (plan.authority, plan.plan_period): plan.value for plan in one.targets
        }
        for plan in one.targets:
            same = told[plan.authority, plan.plan_period]
            assert (number(same.attainment[at]), same.entry[at], same.version[at]) == (plan.attainment, plan.entry, plan.version)
        assert LEVELS[table.level[at]] is one.status.level, (one.body, one.series, one.status)
        assert number(table.pace[at]) == one.pace
        assert (one.reported, one.expected) == (table.reported[at], table.expected[at])
        if one.mark != "implied":
            assert (number(table.value[at]), STATES[table.state[at]]) == (one.value, one.state), (one.body, one.series)
        if one.same_period.mark != "implied" and one.value is not None:
            assert number(table.same[at]) == one.same_period.value
            assert number(table.growth[at]) == growth(one, world)
    assert [plan.period for plan in table.plans] == sorted((plan.period for plan in table.plans), key=lambda period: period != window.code)


def number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def growth(one: engine.Row, world: World) -> float | None:
    """What has become of last year's figure, the obvious way."""
    indicator, same = world.catalogue.indicators[one.series.indicator], one.same_period.value
    if same is None or one.value is None or one.mark == "implied":
        return None
    if indicator.is_percentage:
        return one.value - same
    return None if indicator.over_time.value == "never" or same <= 0 else one.value / same - 1


@given(st.floats(-1e9, 1e9, allow_subnormal=False).filter(lambda x: x == 0 or abs(x) > 1e-10))
def test_ratios_are_rounded_as_decimals_are(ratio: float) -> None:
    """To twelve digits, to the last bit: so a level that is met to the digit is met in the arrays too."""
    assert to_digits(np.array([ratio]))[0] == float(exact(ratio))


@pytest.mark.parametrize(
    ("done", "level"),
    [("45", "on_pace"), ("44,9", "behind"), ("35", "behind"), ("34,9", "weak"), ("100", "reached"), ("100,1", "exceeded")],
)
def test_nine_tenths_of_the_pace_are_nine_tenths(done: str, level: str) -> None:
    """Of 100 by the half year 50 is asked; below 45 is behind, below 35 weak."""
    made = maker(ledger_of(f"2026-H1  p1  thu  {done} tỷ đồng\n2026  p1  thu  KH tinh-giao 100 tỷ đồng"), "2026-H1")
    assert LEVELS[made.table.level[spot(made, "thu", body="p1").at]].value == level == row(made, "thu", body="p1").status.level.value


def test_where_nothing_is_asked_yet_any_share_is_on_pace() -> None:
    """The profile asks nothing of the first quarter."""
    phased = other_world(thu={"phasing": (Decimal(0), Decimal(0), Decimal(1), Decimal(1))})
    made = maker(ledger_of("2026-Q1  p1  thu  0 đồng\n2026  p1  thu  KH tinh-giao 100 đồng"), "2026-Q1", catalogue=phased)
    at = spot(made, "thu", body="p1").at
    assert (LEVELS[made.table.level[at]], np.isnan(made.table.pace[at])) == (row(made, "thu", body="p1").status.level, True)


def test_a_level_of_nothing_may_not_be_passed() -> None:
    none = other_world(kin={"direction": Direction.LESS})
    made = maker(
        ledger_of(
            "2026-Q1  p1  kin  1 vụ\n2026-Q1  p1  kin  KH tinh-giao 0 vụ\n2026-Q1  p2  kin  0 vụ\n2026-Q1  p2  kin  KH tinh-giao 0 vụ"
        ),
        "2026-Q1",
        catalogue=none,
    )
    levels = [LEVELS[made.table.level[spot(made, "kin", body=body).at]] for body in ("p1", "p2")]
    assert levels == [row(made, "kin", body=body).status.level for body in ("p1", "p2")]
    assert levels == [engine.Level.WEAK, engine.Level.REACHED]


def test_the_columns_are_named() -> None:
    """Those of plans by authority and period."""
    made = maker(ledger_of("2026-Q1  p1  thu  1 đồng\n2026  p1  thu  KH tinh-giao 4 đồng"), "2026-Q1")
    named, at = columns_of(made.table), spot(made, "thu", body="p1").at
    assert (named["target:tinh-giao:2026"][at] * 1e9, named["attainment:tinh-giao:2026"][at]) == (4, 0.25)
    assert {"value", "state", "tags", "level", "pace", "growth", "partial"} <= named.keys()
    assert "plans" not in named


def test_an_empty_catalogue_has_an_empty_table() -> None:
    made = maker(ledger_of(""), "2026-Q1", catalogue=replace(catalogue_on(date(2026, 12, 31)), indicators={}))
    assert made.table.value.shape == (0, len(made.cube.bodies))
