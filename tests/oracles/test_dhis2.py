"""Do we add up as DHIS2 does? Inputs and sums from its AnalyticsServiceTest (dhis2-core, BSD-3-Clause).

The units are A → {B → {D, E}, C}; in each, values of data elements A to F in months of 2017. A row that needs a
formula of the asker's own, or a rate of reports, is not asked yet: NEEDS_FORMULAS lists them all.
"""

from __future__ import annotations

from typing import Any

import pytest

from giaoban.catalogue import NoSuchPeriod, OverBodies, OverTime, Window
from giaoban.engine.rows import RowMaker
from tests.oracles.worlds import asked, indicator, world
from tests.unit.engine.makers import row, spot

SOURCE = "dhis2-core, AnalyticsServiceTest: {}"
UNITS = {"a": "", "b": "a", "c": "a", "d": "b", "e": "b"}
VALUES = {
    "a": {"01": {"a": 2, "b": 1, "c": 5, "d": 66, "e": 1}, "02": {"d": 233}},
    "b": {"01": {"a": 100}, "02": {"a": 4, "b": 3, "c": 10, "d": 399, "e": 1}},
    "c": {"02": {"c": 23}, "03": {"a": 6, "b": 5, "c": 15, "e": 1}},
    "d": {"01": {"c": 4, "e": 32}, "02": {"a": 2}, "04": {"a": 8, "b": 7, "c": 20, "e": 1}},
    "e": {"05": {"a": 1}, "06": {"a": 2}, "07": {"a": 4}},
    "f": {"01": {"a": 1}, "02": {"a": 0}, "03": {"a": 1}},  # true, false, true
}
NEEDS_FORMULAS = (
    ("indicator B+C, 2017Q1", "567"),
    ("indicator B·C/100, 2017Q1", "258.50"),
    ("indicator A·C/B, 2017Q1", "29.79"),
    ("E.periodOffset(-1).yearToDate(), 06 … 09", "1, 3, 7, 7"),
    ("E.periodOffset(-1)+E.periodOffset(-2), 2017-07", "3"),
    ("E.yearToDate()+[periodInYear], 05 … 09", "6, 9, 14, 15, 16"),
    ("(E.yearToDate()+[periodInYear]).periodOffset(-1), 06 … 09", "6, 9, 14, 15"),
    ("E.yearToDate()+[yearlyPeriodCount], 05 … 09", "13, 15, 19, 19, 19"),
    ("2·N, Jan and Feb", "150, 466"),
    ("N + N.periodOffset(-1), Jan and Feb", "75, 308"),
    ("subExpression(A/B), Q1, units A and B", "2.6, 2.08"),
    ("A × reporting rate of data set A at unit D, Q1", "199.34; exact 199.33, the rate is rounded before multiplying"),
    ("A × reporting rate of data set B at unit D, Q1", "99.66; exact 99.67, for the same reason"),
)


def lines(element: str, id: str = "", *, but: str = "") -> str:
    """Return the values of a data element as ledger lines, said of an indicator; without those of one month."""
    return "".join(
        f"2017-{month}  {unit}  {id or element}  {value} vụ\n"
        for month, units in VALUES[element].items()
        if month != but
        for unit, value in units.items()
    )


def told(element: str, period: str, *, but: str = "", **rules: Any) -> RowMaker:
    """Return what makes the rows of one data element that adds up by these rules."""
    return asked(lines(element, but=but), period, world=world(UNITS, indicator(element, **rules)))


@pytest.mark.parametrize(
    ("element", "unit", "period", "published"),
    [
        pytest.param("a", "a", "2017-Q1", 308, id=SOURCE.format("sum A, unit A, 2017Q1")),
        pytest.param("c", "b", "2017-03", 6, id=SOURCE.format("sum C, unit B, 2017-03")),
        pytest.param("a", "a", "2017-01", 75, id=SOURCE.format("N = A, January")),
        pytest.param("a", "a", "2017-02", 233, id=SOURCE.format("N = A, February")),
        pytest.param("f", "a", "2017-Q1", 2, id=SOURCE.format("boolean F, sum, 2017Q1")),
    ],
)
def test_sums(element: str, unit: str, period: str, published: int) -> None:
    """A unit's own value and those of the units below it, month by month."""
    assert row(told(element, period), element, body=unit).value == published


def test_the_mean_over_units_is_of_the_values_and_not_of_means() -> None:
    """dhis2-core, AnalyticsServiceTest: average C over all units, 2017-03 = 6.75, of A 6, B 5, C 15, E 1."""
    assert row(told("c", "2017-03", over_bodies=OverBodies.MEAN), "c", body="a").value == 6.75


@pytest.mark.parametrize(
    ("rule", "unit", "published"),
    [
        pytest.param(OverTime.MAX, "d", 233, id=SOURCE.format("max of A over time, then sum over units, D")),
        pytest.param(OverTime.MAX, "e", 1, id=SOURCE.format("max of A over time, then sum over units, E")),
        pytest.param(OverTime.MAX, "b", 235, id=SOURCE.format("max of A over time, then sum over units, B")),
        pytest.param(OverTime.MIN, "d", 66, id=SOURCE.format("min of A over time, then sum over units, D")),
        pytest.param(OverTime.MIN, "e", 1, id=SOURCE.format("min of A over time, then sum over units, E")),
        pytest.param(OverTime.MIN, "b", 68, id=SOURCE.format("min of A over time, then sum over units, B")),
    ],
)
def test_first_over_time_then_over_units(rule: OverTime, unit: str, published: int) -> None:
    """The extreme of each unit's months, added up; a month without a value is no extreme."""
    assert row(told("a", "2017-Q1", over_time=rule), "a", body=unit).value == published


@pytest.mark.parametrize("rule", [OverTime.MAX, OverTime.MIN])
def test_months_are_not_picked_but_follow_each_other(rule: OverTime) -> None:
    """dhis2-core, AnalyticsServiceTest: the same with filter {Jan, Mar}, unit D = 66 and 66.

    We differ: a window is a run of months, so January and March without February are no period. Where February
    was never told, the quarter gives the published value.
    """
    with pytest.raises(NoSuchPeriod):
        Window.of("2017-01,03")
    assert row(told("a", "2017-Q1", over_time=rule, but="02"), "a", body="d").value == 66


@pytest.mark.parametrize(
    ("month", "published"),
    [pytest.param(f"2017-{n:02d}", value, id=SOURCE.format(f"E.yearToDate(), {n:02d}")) for n, value in enumerate((1, 3, 7, 7, 7), 5)],
)
def test_the_year_so_far(month: str, published: int) -> None:
    """From January to the month's end, months without a value counting nothing."""
    assert row(told("e", month), "e", body="a").to_date == published


def test_before_the_first_value_there_is_no_year_so_far() -> None:
    """dhis2-core, AnalyticsServiceTest: E.yearToDate(), April: no row. Ours is absent, and not 0."""
    april = row(told("e", "2017-04"), "e", body="a")
    assert (april.value, april.to_date, april.state) == (None, None, "not_due")


@pytest.mark.parametrize(
    ("rule", "published"),
    [
        pytest.param(OverTime.MIN, 0, id=SOURCE.format("boolean F, min, 2017Q1")),
        pytest.param(OverTime.MAX, 1, id=SOURCE.format("boolean F, max, 2017Q1")),
    ],
)
def test_extremes_of_yes_and_no(rule: OverTime, published: int) -> None:
    """Yes is 1 and no is 0."""
    assert row(told("f", "2017-Q1", over_time=rule), "f", body="a").value == published


def test_the_count_of_values_is_that_of_the_entries_behind_the_sum() -> None:
    """dhis2-core, AnalyticsServiceTest: boolean F, count, 2017Q1 = 3.

    We differ: how many values there were is no figure of ours, whose `count` counts bodies; an explanation
    of the sum names the three.
    """
    made = told("f", "2017-Q1")
    assert len(made.answer(spot(made, "f", body="a")).because) == 3


@pytest.mark.parametrize(("unit", "ours"), [("a", 308 / 517 * 100), ("b", 301 / 403 * 100)])
def test_ratios_are_not_added_up(unit: str, ours: float) -> None:
    """dhis2-core, AnalyticsServiceTest: subExpression(A/B), Q1 = 2.6 for unit A, 2.08 for unit B: a ratio per unit, then summed.

    We differ: a ratio of a whole is the sum of its numerators over the sum of its denominators, so 308/517 and
    301/403, in percent; a sum of ratios says nothing of the whole.
    """
    ratio = indicator("ty-le", over_bodies=OverBodies.RATIO, measure="%", numerator="a", denominator="b")
    made = asked(lines("a") + lines("b"), "2017-Q1", world=world(UNITS, indicator("a"), indicator("b"), ratio))
    assert row(made, "ty-le", body=unit).value == pytest.approx(ours, rel=1e-12)


def test_what_needs_formulas_is_listed_once_with_its_published_value() -> None:
    """So that nothing of the published table is passed over in silence."""
    assert len({query for query, _ in NEEDS_FORMULAS}) == len(NEEDS_FORMULAS) == 13
    assert all(published for _, published in NEEDS_FORMULAS)
