"""Is the same window a year before told on this map, and what has become of it since told only where that can be said?"""

from __future__ import annotations

from datetime import date

import pytest

from giaoban.engine.board import SamePeriod
from giaoban.engine.comparison import LOST, NOTHING_KNOWN, growth
from giaoban.ledger import Book
from tests.unit.boards import board
from tests.unit.catalogues import ledger_of
from tests.unit.engine.grounds import JULY, area, drawn, passing
from tests.unit.engine.makers import maker, row, spot


def compared(book: Book, period: str, *, body: str = "p1", indicator: str = "thu") -> tuple[SamePeriod, float | None]:
    """The same period and the growth of a row."""
    found = board(book, period, body=body, units=False).row(indicator)
    return found.same_period, found.growth


# ---------------------------------------------------------------- ratio and growth


def test_growth_is_this_year_s_over_last_year_s_less_one(book: Book) -> None:
    """12 after 8: half as much again.

    2025-03  p1  thu  8 tỷ đồng
    2026-03  p1  thu  12 tỷ đồng
    """
    assert compared(book, "2026-03") == (SamePeriod(8, 1.5, "exact"), 0.5)


def test_a_percentage_grows_in_points(book: Book) -> None:
    """From 10 % to 12,5 % are 2,5 points, not a quarter.

    2025-03  p1  ho-ngheo  4 hộ
    2025-03  p1  ho        40 hộ
    2026-03  p1  ho-ngheo  5 hộ
    2026-03  p1  ho        40 hộ
    """
    assert compared(book, "2026-03", indicator="ty-le") == (SamePeriod(10, None, "exact"), 2.5)


def test_over_nothing_there_is_no_growth(book: Book) -> None:
    """Last year there was none, and it says so.

    2025-03  p1  thu  0 tỷ đồng
    2026-03  p1  thu  12 tỷ đồng
    """
    assert compared(book, "2026-03") == (SamePeriod(0, None, "exact", "cùng kỳ không phát sinh"), None)


def test_over_a_negative_figure_there_is_no_growth(book: Book) -> None:
    """From -8 to 12 is no -150 %.

    2025-03  p1  thu  -8 tỷ đồng
    2026-03  p1  thu  12 tỷ đồng
    """
    assert compared(book, "2026-03") == (SamePeriod(-8, None, "exact", "cùng kỳ là số âm, không tính tỷ lệ"), None)


def test_an_index_is_shown_beside_last_year_s_and_not_divided_by_it(book: Book) -> None:
    """80 after 50 points of an index are no growth of 60 %.

    2025  p1  chi-so  50 điểm
    2026  p1  chi-so  80 điểm
    """
    assert compared(book, "2026", indicator="chi-so") == (SamePeriod(50, None, "exact"), None)


def test_last_year_is_told_even_where_this_year_is_not_known(book: Book) -> None:
    """8 then, nothing now.

    2025-03  p1  thu  8 tỷ đồng
    """
    assert compared(book, "2026-03") == (SamePeriod(8, None, "exact"), None)


def test_of_a_year_of_which_nothing_is_known_nothing_is_told(book: Book) -> None:
    """With its reason.

    2026-03  p1  thu  12 tỷ đồng
    """
    assert NOTHING_KNOWN.reason == "chưa có số liệu cùng kỳ"
    assert compared(book, "2026-03") == (NOTHING_KNOWN, None)


def test_a_level_that_is_only_implied_is_never_grown_from(book: Book) -> None:
    """Not even a percentage.

    2026-03  p1  thu     12 tỷ đồng
    2026-03  p1  ty-le   12 %
    """
    made = maker(book, "2026-03")
    for id in ("thu", "ty-le"):
        assert growth(spot(made, id, body="p1"), value=12, same=SamePeriod(8, None, "implied")) is None


# ---------------------------------------------------------------- on this map


def test_grounds_that_became_one_are_compared_together_and_named(book: Book) -> None:
    """3 and 4 of the two old wards are the new one's 7.

    2026-03  p1  thu  3 tỷ đồng
    2026-03  p2  thu  4 tỷ đồng
    2027-03  p5  thu  14 tỷ đồng
    """
    assert compared(book, "2027-03", body="p5") == (
        SamePeriod(7, 2, "exact", "tính lại theo địa giới mới (từ Phường Một, Phường Hai)"),
        1,
    )


def test_a_share_of_the_people_is_named_as_such(book: Book) -> None:
    """0,6 of 10 are 6.

    2027-03  p4  thu  10 tỷ đồng
    2028-03  p8  thu  9 tỷ đồng
    """
    assert compared(book, "2028-03", body="p8") == (SamePeriod(6, 1.5, "apportioned", "phân bổ theo dân số"), 0.5)


def test_ground_of_which_nobody_knows_the_share_is_not_compared(book: Book) -> None:
    """The ward was split by area only.

    2027-03  p3  thu  10 tỷ đồng
    2028-03  p6  thu  9 tỷ đồng
    """
    assert (LOST.mark, LOST.reason) == ("not_comparable", "chưa so sánh được: địa giới đã thay đổi, chưa có tỷ lệ phân bổ")
    assert compared(book, "2028-03", body="p6") == (LOST, None)


def test_a_whole_that_kept_its_ground_is_compared_without_a_word(book: Book) -> None:
    """The city of 2027 is the city of 2026, though two of its wards became one.

    2026-03  p1  thu  3 tỷ đồng
    2026-03  p2  thu  4 tỷ đồng
    2026-03  p3  thu  1 tỷ đồng
    2026-03  p4  thu  2 tỷ đồng
    2027-03  tp  thu  20 tỷ đồng
    """
    assert compared(book, "2027-03", body="tp") == (SamePeriod(10, 2, "exact"), 1)


def test_a_body_elsewhere_is_not_touched_by_a_change_of_the_map(book: Book) -> None:
    """The commune had no part in the merger.

    2026-03  p4  thu  8 tỷ đồng
    2027-03  p4  thu  12 tỷ đồng
    """
    assert compared(book, "2027-03", body="p4") == (SamePeriod(8, 1.5, "exact"), 0.5)


def test_ground_is_traced_to_the_bodies_of_then_over_every_change() -> None:
    """a became c in January and c became e in July: e's last year is a's, and c, which did not stand then, is not named."""
    january = date(2026, 1, 1)
    catalogue = drawn(
        area("tp"), area("a", "tp", until=january), area("c", "tp", since=january, until=JULY), area("e", "tp", since=JULY),
        passing(january, ("a", "c", "1")), passing(JULY, ("c", "e", "1")),
    )  # fmt: skip
    book = ledger_of("2025-09  a  thu  8 đồng\n2026-09  e  thu  12 đồng")
    found = row(maker(book, "2026-09", catalogue=catalogue), "thu", body="e")
    assert (found.same_period.ratio, found.same_period.reason) == (1.5, "tính lại theo địa giới mới (từ a)")


def test_a_whole_that_took_ground_in_is_compared_on_what_it_was_and_what_came() -> None:
    """A ward of the other city went over to it in July: 8 of that and 2 of its own ward last year."""
    catalogue = drawn(
        area("tp"), area("tq"), area("a", "tp", until=JULY), area("b", "tp"), area("c", "tq", since=JULY), area("d", "tq"),
        passing(JULY, ("a", "c", "1")),
    )  # fmt: skip
    book = ledger_of("2025-09  a  thu  8 đồng\n2025-09  d  thu  2 đồng\n2026-09  c  thu  17 đồng\n2026-09  d  thu  3 đồng")
    found = row(maker(book, "2026-09", body="tq", catalogue=catalogue), "thu", body="tq")
    assert (found.same_period.ratio, found.same_period.reason) == (2, "tính lại theo địa giới mới (từ a, tq)")


# ---------------------------------------------------------------- of the same days


def test_a_year_to_a_day_beside_a_whole_quarter_is_said_to_be_unequal(book: Book) -> None:
    """This year only to 20 March.

    2025-Q1     p1  thu  8 tỷ đồng
    2026-03-20  p1  thu  12 tỷ đồng
    """
    reason = "hai kỳ không bằng nhau: năm nay tính đến ngày 20/3/2026, cùng kỳ tính hết kỳ"
    assert compared(book, "2026-Q1") == (SamePeriod(8, 1.5, "exact", reason), 0.5)


def test_two_years_to_different_days_are_said_to_be_unequal(book: Book) -> None:
    """To 20 and to 15 March.

    2025-03-15  p1  thu  8 tỷ đồng
    2026-03-20  p1  thu  12 tỷ đồng
    """
    same, _ = compared(book, "2026-Q1")
    assert same.reason == "hai kỳ không bằng nhau: năm nay tính đến ngày 20/3/2026, cùng kỳ tính đến ngày 15/3/2025"


@pytest.mark.parametrize("period", ["2026-Q1", "2026-03-20"])
def test_two_years_to_the_same_day_are_equal(book: Book, period: str) -> None:
    """To 20 March, both; asked for the quarter or for the day.

    2025-03-20  p1  thu  8 tỷ đồng
    2026-03-20  p1  thu  12 tỷ đồng
    """
    assert compared(book, period) == (SamePeriod(8, 1.5, "exact"), 0.5)


def test_how_it_came_here_and_that_it_is_unequal_are_both_said(book: Book) -> None:
    """A new ground, and only to 20 March.

    2026-Q1     p1  thu  3 tỷ đồng
    2026-Q1     p2  thu  4 tỷ đồng
    2027-03-20  p5  thu  14 tỷ đồng
    """
    same, _ = compared(book, "2027-Q1", body="p5")
    assert same.reason == (
        "tính lại theo địa giới mới (từ Phường Một, Phường Hai); "
        "hai kỳ không bằng nhau: năm nay tính đến ngày 20/3/2027, cùng kỳ tính hết kỳ"
    )
