"""Do we add up as DHIS2 does? Inputs and sums from its AnalyticsServiceTest (dhis2-core, BSD-3-Clause).

The units are A → {B → {D, E}, C}; in each, values of data elements A to F in months of 2017. Its indicators are
formulas of ours: `periodOffset(-1)` is `.ky_truoc`, `yearToDate()` is `.luy_ke`, `[periodInYear]` is `ky_thu`,
`[yearlyPeriodCount]` is `so_ky`, and a missing value is 0 only where the formula says so (`neu_thieu`).
"""

from __future__ import annotations

from typing import Any

import pytest

from giaoban.catalogue import NoSuchPeriod, OverBodies, OverTime, Window
from giaoban.engine.rows import RowMaker
from tests.oracles.worlds import asked, computed, indicator, world
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


def lines(element: str, id: str = "", *, but: str = "", measure: str = "vụ") -> str:
    """Return the values of a data element as ledger lines, said of an indicator; without those of one month."""
    return "".join(
        f"2017-{month}  {unit}  {id or element}  {value} {measure}\n"
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


def formula(text: str, elements: str, period: str, *, unit: str = "a", percent: str = "") -> float | None:
    """Return what a formula comes to; all elements are plain numbers (lần), but those said to be percentages."""
    measure = dict.fromkeys(elements, "lần") | dict.fromkeys(percent, "%")
    known = world(UNITS, *(indicator(one, measure=measure[one]) for one in elements), computed("cong-thuc", text))
    made = asked("".join(lines(one, measure=measure[one]) for one in elements), period, world=known)
    found = row(made, "cong-thuc", body=unit)
    traced = made.answer(spot(made, "cong-thuc", body=unit)).value
    assert found.value == (None if traced is None else pytest.approx(traced / 100, rel=1e-12))
    return found.value


@pytest.mark.parametrize(
    ("text", "elements", "period", "unit", "published"),
    [
        pytest.param("{b} + {c}", "bc", "2017-Q1", "a", 567, id=SOURCE.format("indicator B+C, 2017Q1")),
        pytest.param("{a} * {c} / {b}", "abc", "2017-Q1", "a", 29.79, id=SOURCE.format("indicator A·C/B, 2017Q1")),
        pytest.param("2 * {a}", "a", "2017-01", "a", 150, id=SOURCE.format("2·N, Jan")),
        pytest.param("2 * {a}", "a", "2017-02", "a", 466, id=SOURCE.format("2·N, Feb")),
        pytest.param("{a} + neu_thieu({a}.ky_truoc; 0)", "a", "2017-01", "a", 75, id=SOURCE.format("N + N.periodOffset(-1), Jan")),
        pytest.param("{a} + neu_thieu({a}.ky_truoc; 0)", "a", "2017-02", "a", 308, id=SOURCE.format("N + N.periodOffset(-1), Feb")),
        pytest.param("{e}.ky_truoc + {e}.ky_truoc(2)", "e", "2017-07", "a", 3, id=SOURCE.format("E.periodOffset(-1)+E.periodOffset(-2)")),
    ],
)
def test_indicators(text: str, elements: str, period: str, unit: str, published: float) -> None:
    """Each element is added up over months and units before the formula is worked out."""
    assert formula(text, elements, period, unit=unit) == pytest.approx(published, abs=0.005)


def test_a_percentage_of_a_number() -> None:
    """dhis2-core, AnalyticsServiceTest: indicator B·C/100, 2017Q1 = 258.50 (517·50/100).

    The 100 says here in which measure the result is meant, so C is in percent: 517 × 50 %.
    """
    assert formula("{b} * {c} / 100", "bc", "2017-Q1", percent="c") == 258.5


MONTHS = ("2017-05", "2017-06", "2017-07", "2017-08", "2017-09")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param("{e}.luy_ke", (1, 3, 7, 7, 7), id=SOURCE.format("E.yearToDate(), 05 … 09")),
        pytest.param("{e}.luy_ke + ky_thu", (6, 9, 14, 15, 16), id=SOURCE.format("E.yearToDate()+[periodInYear], 05 … 09")),
        pytest.param("{e}.luy_ke + so_ky", (13, 15, 19, 19, 19), id=SOURCE.format("E.yearToDate()+[yearlyPeriodCount], 05 … 09")),
        pytest.param("{e}.ky_truoc.luy_ke", (None, 1, 3, 7, 7), id=SOURCE.format("E.periodOffset(-1).yearToDate(), 06 … 09")),
        pytest.param("{e}.luy_ke.ky_truoc", (None, 1, 3, 7, 7), id=SOURCE.format("the same the other way round")),
        pytest.param("({e}.luy_ke + ky_thu).ky_truoc", (None, 6, 9, 14, 15), id=SOURCE.format("(E.yearToDate()+[periodInYear])(-1)")),
    ],
)  # fmt: skip
def test_windows_of_a_formula(text: str, published: tuple[float | None, ...]) -> None:
    """Of the year so far and of the month before; in May nothing is known of April, and nothing is said.

    We differ in what the year so far of a shifted window is: it begins with January of the year in which that window
    ends, and never with a December. No published value depends on it.
    """
    assert tuple(formula(text, "e", month) for month in MONTHS) == published


@pytest.mark.parametrize(
    ("rate_of", "published", "exact"),
    [
        pytest.param("a", 199.34, 299 * 2 / 3, id=SOURCE.format("A × reporting rate of data set A at unit D, Q1")),
        pytest.param("b", 99.66, 299 / 3, id=SOURCE.format("A × reporting rate of data set B at unit D, Q1")),
    ],
)
def test_a_rate_of_reports(rate_of: str, published: float, exact: float) -> None:
    """Two of three months were reported, and one of three.

    We differ in the last digit: 199,33 and 99,67 exactly. There the rate is rounded to a tenth of a percent (66.7, 33.3)
    before it is multiplied; here nothing is rounded on the way.
    """
    found = formula(f"{{a}} * ty_le_bao_cao({{{rate_of}}})", "ab" if rate_of == "b" else "a", "2017-Q1", unit="d")
    assert found == pytest.approx(exact, rel=1e-12)
    assert found == pytest.approx(published, abs=0.02)
    assert round(exact, 2) != published


@pytest.mark.parametrize(("unit", "ours"), [("a", 308 / 517 * 100), ("b", 301 / 403 * 100)])
def test_ratios_are_not_added_up(unit: str, ours: float) -> None:
    """dhis2-core, AnalyticsServiceTest: subExpression(A/B), Q1 = 2.6 for unit A, 2.08 for unit B: a ratio per unit, then summed.

    We differ: a ratio of a whole is the sum of its numerators over the sum of its denominators, so 308/517 and
    301/403, in percent; a sum of ratios says nothing of the whole. A formula says the same as a ratio.
    """
    ratio = indicator("ty-le", over_bodies=OverBodies.RATIO, measure="%", numerator="a", denominator="b")
    made = asked(lines("a") + lines("b"), "2017-Q1", world=world(UNITS, indicator("a"), indicator("b"), ratio))
    assert row(made, "ty-le", body=unit).value == pytest.approx(ours, rel=1e-12)
    assert formula("{a} / {b}", "ab", "2017-Q1", unit=unit) == pytest.approx(ours / 100, rel=1e-12)
