"""Does a level follow from next year's figure and its stated ratio, as far as printed digits say, and is it used for nothing?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from giaoban.catalogue import Window
from giaoban.cube import Series
from giaoban.engine.implied import Implied, half_unit, implied_level
from giaoban.ledger import Book, Stated, decode
from tests.unit.boards import board, cube
from tests.unit.catalogues import REGIME, ledger_of
from tests.unit.engine.makers import indicator


def implied(book: Book, period: str = "2025-Q1", *, id: str = "thu") -> Implied | None:
    """What follows for the first ward."""
    axes = cube(book)
    at = axes.row[Series(id, REGIME)], axes.column["p1"]
    return implied_level(indicator(id), cube=axes, at=at, window=Window.of(period))


def test_the_level_of_the_year_before_follows_from_a_figure_and_its_ratio(book: Book) -> None:
    """154,3 at 145 % is 106,4 the year before: between 154,25 / 1,455 = 106,01… and 154,35 / 1,445 = 106,81….

    2026-Q1  p1  thu  154,3 tỷ đồng
    2026-Q1  p1  thu  145 % cùng kỳ
    """
    assert implied(book) == Implied(Decimal("106.4"), low=Decimal("106.01"), high=Decimal("106.82"), figure=1, stated=2)


def test_more_printed_digits_leave_less_open(book: Book) -> None:
    """154,25 / 1,4505 = 106,342… and 154,35 / 1,4495 = 106,485….

    2026-Q1  p1  thu  154,3 tỷ đồng
    2026-Q1  p1  thu  145,0 % cùng kỳ
    """
    assert implied(book) == Implied(Decimal("106.4"), low=Decimal("106.34"), high=Decimal("106.49"), figure=1, stated=2)


def test_the_level_is_said_in_the_indicator_s_own_measure(book: Book) -> None:
    """Printed in million, shown in thousand million: 154,2995 / 1,455 = 106,0477…, 154,3005 / 1,445 = 106,7823….

    2026-Q1  p1  thu  154.300 triệu đồng
    2026-Q1  p1  thu  145 % cùng kỳ
    """
    assert implied(book) == Implied(Decimal("106.414"), low=Decimal("106.0477"), high=Decimal("106.7824"), figure=1, stated=2)


def test_a_ratio_may_be_said_in_times(book: Book) -> None:
    """29 at 2,9 times is 10: between 28,5 / 2,95 = 9,661 and 29,5 / 2,85 = 10,350….

    2026-Q1  p1  thu  29 tỷ đồng
    2026-Q1  p1  thu  2,9 lần cùng kỳ
    """
    assert implied(book) == Implied(Decimal(10), low=Decimal("9.6"), high=Decimal("10.4"), figure=1, stated=2)


def test_a_negative_figure_implies_a_negative_level(book: Book) -> None:
    """-10 at 50 % is -20: between -10,5 / 0,495 = -21,21… and -9,5 / 0,505 = -18,81….

    2026-Q1  p1  thu  -10 tỷ đồng
    2026-Q1  p1  thu  50 % cùng kỳ
    """
    assert implied(book) == Implied(Decimal(-20), low=Decimal("-21.3"), high=Decimal("-18.8"), figure=1, stated=2)


def test_what_was_corrected_implies_by_its_last_word(book: Book) -> None:
    """At 200 % it is 77,15, printed to one digit 77,2.

    2026-Q1  p1  thu  154,3 tỷ đồng
    2026-Q1  p1  thu  145 % cùng kỳ
    2026-Q1  p1  thu  200 % cùng kỳ  đính chính
    """
    found = implied(book)
    assert found
    assert (found.value, found.stated) == (Decimal("77.2"), 3)


@pytest.mark.parametrize(
    "lines",
    [
        "2026-Q1  p1  thu  145 % cùng kỳ",  # no figure to divide
        "2026-Q1  p1  thu  154,3 tỷ đồng",  # no ratio
        "2026-Q1  p1  thu  154,3 tỷ đồng\n2026-Q1  p1  thu  145 % kế hoạch",  # a share of the plan
        "2026-Q1  p1  thu  154,3 tỷ đồng\n2026-Q1  p1  thu  0 % cùng kỳ",  # over nothing
        "2026-Q1  p1  thu  154,3 tỷ đồng\n2026-H1  p1  thu  145 % cùng kỳ",  # of another window
        "2026-Q1  p1  thu  không áp dụng\n2026-Q1  p1  thu  145 % cùng kỳ",
        "2026-Q1  p1  thu  154,3 tỷ đồng\n2026-Q1  p1  thu  145 % cùng kỳ\n2026-Q1  p1  thu  rút cùng kỳ",
        "2026-Q1  p2  thu  154,3 tỷ đồng\n2026-Q1  p2  thu  145 % cùng kỳ",  # of another ward
    ],
)
def test_without_figure_and_ratio_of_the_same_window_nothing_follows(lines: str) -> None:
    """Each alone says nothing of the year before."""
    assert implied(ledger_of(lines)) is None


def test_nothing_follows_for_a_window_to_a_day(book: Book) -> None:
    """Which day the ratio was meant for is not said.

    2026-03-20  p1  thu  154,3 tỷ đồng
    2026-03-20  p1  thu  145 % cùng kỳ
    """
    assert implied(book, "2025-03-20") is None


def test_an_implied_level_is_shown_and_used_for_nothing(book: Book) -> None:
    """106,4 follows for 2025: with no growth over 2024 and no share of the plan, and neither the city nor 2026 builds on it.

    2024-Q1  p1  thu  100 tỷ đồng
    2025     p1  thu  KH tinh-giao 200 tỷ đồng
    2026-Q1  p1  thu  154,3 tỷ đồng
    2026-Q1  p1  thu  145 % cùng kỳ
    """
    then = board(book, "2025-Q1")
    row = then.row("thu", body="p1")
    assert (row.value, row.to_date, row.mark, row.interval) == (106.4, 106.4, "implied", (106.01, 106.82))
    assert row.reason == "suy ra từ tỷ lệ so với cùng kỳ ghi trong văn bản năm sau"
    assert (row.same_period.value, row.same_period.ratio, row.growth, row.pace, row.targets[0].attainment) == (100, None, None, None, None)
    assert row.status.reason == "mức suy ra từ tỷ lệ, không dùng để đánh giá"
    whole = then.row("thu")
    assert (whole.value, whole.partial, whole.reported) == (None, None, 0)


def test_the_year_after_shows_it_as_the_same_period_without_growth(book: Book) -> None:
    """The ratio it rests on is the source's, and stands as stated.

    2026-Q1  p1  thu  154,3 tỷ đồng
    2026-Q1  p1  thu  145 % cùng kỳ
    """
    now = board(book, "2026-Q1").row("thu", body="p1")
    same = now.same_period
    assert (same.value, same.ratio, same.mark, same.interval) == (106.4, None, "implied", (106.01, 106.82))
    assert (same.reason, now.growth) == ("suy ra từ tỷ lệ ghi trong văn bản", None)
    assert [one.value for one in now.stated] == [1.45]


def test_a_reported_figure_takes_the_place_of_an_implied_one(book: Book) -> None:
    """Once 2025 has its own figure, nothing is implied any more.

    2025-Q1  p1  thu  106,0 tỷ đồng
    2026-Q1  p1  thu  154,3 tỷ đồng
    2026-Q1  p1  thu  145 % cùng kỳ
    """
    row = board(book, "2025-Q1").row("thu", body="p1")
    assert (row.value, row.mark, row.interval) == (106, "exact", None)


@pytest.mark.parametrize(
    ("printed", "reach"), [("145 %", "0.005"), ("145,0 %", "0.0005"), ("2,9 lần", "0.05"), ("2 lần", "0.5"), ("9 ‰", "0.0005")]
)
def test_the_printed_digits_of_a_ratio_leave_half_a_unit_open(printed: str, reach: str) -> None:
    """Of its last digit, as a plain ratio."""
    stated = decode(ledger_of(f"2026-Q1  p1  thu  {printed} cùng kỳ").entries[0])
    assert isinstance(stated, Stated)
    assert half_unit(stated) == Decimal(reach)
