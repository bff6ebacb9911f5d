"""Do months, quarters, halves and years, told singly or as the year so far, live together, and regimes apart?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from giaoban.catalogue import Window
from giaoban.engine import Question, Series, prepare
from giaoban.ledger import Book, shorthand
from tests.unit.boards import EVERYTHING, SILENT, cube
from tests.unit.catalogues import REGIME, catalogue_on
from tests.unit.engine.makers import maker, row

DECREE = "nghi-dinh-09"


def year(book: Book, *periods: str, body: str = "p1", indicator: str = "thu", on: int = 2026) -> list[float | None]:
    return [row(maker(book, f"{on}-{period}" if period else str(on)), indicator, body=body).value for period in periods]


def test_a_year_told_in_every_way() -> None:
    """January and February by month, the first quarter and half so far, the third quarter singly, nine months and the year so far."""
    book = shorthand.read(
        """
        2026-01  p1  thu  1 tỷ đồng
        2026-02  p1  thu  2 tỷ đồng
        2026-Q1  p1  thu  6 tỷ đồng
        2026-H1  p1  thu  20 tỷ đồng
        2026-Q3  p1  thu  5 tỷ đồng
        2026-9M  p1  thu  25 tỷ đồng
        2026     p1  thu  40 tỷ đồng
        """,
        indicators=catalogue_on(date(2026, 12, 31)).indicators, regime=REGIME, book="so-thu",
    )  # fmt: skip
    assert year(book, "01", "02", "03", "2M", "Q1", "Q2", "Q3", "Q4", "H1", "H2", "9M", "") == [1, 2, 3, 3, 6, 14, 5, 15, 20, 20, 25, 40]


def test_units_that_report_in_different_ways_make_one_city(book: Book) -> None:
    """One by month, one by quarter, one cumulatively, one once a half: the half of the city is there, its quarters are not.

    2026-01  p1  thu  1 tỷ đồng
    2026-02  p1  thu  1 tỷ đồng
    2026-03  p1  thu  1 tỷ đồng
    2026-04  p1  thu  1 tỷ đồng
    2026-05  p1  thu  1 tỷ đồng
    2026-06  p1  thu  1 tỷ đồng
    2026-Q1  p2  thu  10 tỷ đồng
    2026-Q2  p2  thu  20 tỷ đồng
    2026-3M  p3  thu  100 tỷ đồng
    2026-6M  p3  thu  300 tỷ đồng
    2026-H1  p4  thu  1.000 tỷ đồng
    """
    assert year(book, "Q1", "Q2", "H1", body="p3") == [100, 200, 300]
    assert year(book, "H1", "Q1", body="tp") == [1336, None]
    quarter = row(maker(book, "2026-Q1"), "thu", body="tp")
    assert (quarter.reported, quarter.expected, quarter.partial) == (3, 4, 113)


def test_single_months_and_a_year_so_far_that_disagree_are_told(book: Book) -> None:
    """The stated cumulative stands; both numbers are kept.

    2026-01  p1  thu  1 tỷ đồng
    2026-02  p1  thu  2 tỷ đồng
    2026-03  p1  thu  3 tỷ đồng
    2026-Q1  p1  thu  9 tỷ đồng
    """
    found = row(maker(book, "2026-Q1"), "thu", body="p1")
    assert found.value == 9
    assert [(one.what, one.stated, one.computed) for one in found.disagreements] == [("window", 9, 6)]


def test_a_late_cumulative_heals_a_missing_month(book: Book) -> None:
    """February was never told: the quarter so far is, and from it April's year so far.

    2026-01  p1  thu  1 tỷ đồng
    2026-3M  p1  thu  6 tỷ đồng
    2026-04  p1  thu  4 tỷ đồng
    """
    assert year(book, "2M", "Q1", "4M", "02") == [None, 6, 10, None]


@pytest.mark.parametrize(("period", "expected"), [("Q1", 7), ("H1", None), ("", 30)])
def test_a_yearly_and_a_quarterly_figure_of_one_ratio(period: str, expected: float | None) -> None:
    """Households are counted in March and December; of June nothing is known."""
    text = "2026-03  p1  ho  100 hộ\n2026-03  p1  ho-ngheo  7 hộ\n2026  p1  ho  200 hộ\n2026  p1  ho-ngheo  60 hộ"
    book = shorthand.read(text, indicators=catalogue_on(date(2026, 12, 31)).indicators, regime=REGIME, book="so-thu")
    assert year(book, period, indicator="ty-le") == [expected if expected is None else pytest.approx(expected)]


def decree(text: str) -> Book:
    """A book of lines, each in the regime that it names: `nd` for Decree 09, `gb` for the briefing."""
    indicators = catalogue_on(date(2026, 12, 31)).indicators
    lines = [line.split(None, 1) for line in text.strip().splitlines()]
    first = shorthand.read("\n".join(rest for which, rest in lines if which == "nd"), indicators=indicators, regime=DECREE, book="so-thu")
    second = shorthand.read("\n".join(rest for which, rest in lines if which == "gb"), indicators=indicators, regime=REGIME, book="so-thu")
    entries = [*first.entries, *second.entries]
    return Book("so-thu", tuple(replace(entry, number=n) for n, entry in enumerate(entries, 1)))


MIXED = """
nd 2025-Q1  p1  thu  9 tỷ đồng
gb 2025-Q1  p1  thu  10 tỷ đồng
nd 2026-Q1  p1  thu  18 tỷ đồng
gb 2026-02  p1  thu  7 tỷ đồng
"""


def test_a_regime_is_compared_only_with_itself() -> None:
    """Decree 09's first quarter (15/12 to 14/3) with Decree 09's, and never with a calendar quarter; nothing is borrowed."""
    book, catalogue = decree(MIXED), catalogue_on(date(2026, 12, 31))
    found = {}
    for regime in (DECREE, REGIME):
        window = Window.of("2026-Q1")
        day = catalogue.regimes[regime].days(window).last_day
        question = Question("p1", window, regime, day, day)
        made = prepare(question, cube=cube(book, on=day, regime=regime), catalogue=catalogue, sight=EVERYTHING, archive=SILENT)
        told = made.row(Series("thu", regime), body="p1")
        assert told is not None
        found[regime] = told.value, told.same_period.value, told.same_period.ratio
    assert found == {DECREE: (18, 9, 2), REGIME: (None, 10, None)}


def test_a_quarter_of_the_decree_is_of_other_days() -> None:
    """Its months begin on the 15th of the month before."""
    regimes = catalogue_on(date(2026, 12, 31)).regimes
    spans = {id: (regimes[id].days(Window.of("2026-Q1")).since, regimes[id].days(Window.of("2026-Q1")).last_day) for id in (DECREE, REGIME)}
    assert spans == {
        DECREE: (date(2025, 12, 15), date(2026, 3, 14)), REGIME: (date(2026, 1, 1), date(2026, 3, 31)),
    }  # fmt: skip
