"""Does a level stand for the months after its own, as long as the indicator says and until a newer one is known?"""

from __future__ import annotations

from datetime import date

import pytest

from giaoban.catalogue import Catalogue, OverTime, Own, Window
from giaoban.engine import Row
from giaoban.engine.time import earlier_month
from giaoban.ledger import Book
from tests.unit.catalogues import catalogue_on
from tests.unit.engine.grounds import mid_year
from tests.unit.engine.makers import maker, other_world, row

STANDS = {"carries": 12}


def standing(catalogue: Catalogue | None = None) -> Catalogue:
    """The small world, in which people are counted once a year and households stand for two months."""
    return other_world(catalogue, dan_so=STANDS, ho={"carries": 2}, ho_ngheo={"carries": 2}, thu_nhap=STANDS)


def asked(book: Book, indicator: str, period: str, *, body: str = "p3", catalogue: Catalogue | None = None) -> Row:
    return row(maker(book, period, catalogue=catalogue or standing(), body=body), indicator, body=body)


def people(book: Book, *periods: str, body: str = "p3", catalogue: Catalogue | None = None) -> list[float | None]:
    return [asked(book, "dan-so", period, body=body, catalogue=catalogue).value for period in periods]


def test_the_level_at_the_end_of_a_year_stands_for_the_next(book: Book) -> None:
    """For twelve months and no longer.

    2025  p3  dan-so  900 người
    """
    assert people(book, "2025", "2026-01", "2026-Q1", "2026-H1", "2026-9M", "2026", "2027-01") == [900] * 6 + [None]
    assert people(book, "2025-11") == [None]


def test_a_newer_level_takes_its_place(book: Book) -> None:
    """
    2025     p3  dan-so  900 người
    2026-04  p3  dan-so  910 người
    """
    assert people(book, "2026-03", "2026-04", "2026-05", "2026-Q2", "2027-04", "2027-05") == [900, 910, 910, 910, 910, None]


def test_a_level_to_a_day_stands_too(book: Book) -> None:
    """And for windows to a day.

    2025-12-20  p3  dan-so  890 người
    """
    assert people(book, "2026-01", "2026-03-20") == [890, 890]


def test_it_says_of_which_day_it_is(book: Book) -> None:
    """In the remarks, and not where the figure is of the month itself.

    2025     p3  dan-so  900 người
    2026-04  p3  dan-so  910 người
    """
    assert asked(book, "dan-so", "2026-02").notes == ("Dân số: dùng số đến ngày 31/12/2025, chưa có số mới hơn.",)
    assert asked(book, "dan-so", "2026-04").notes == ()


def test_ratios_over_it_exist(book: Book) -> None:
    """3 of 100 households, and the remark says how old the hundred are.

    2026-01  p3  ho        100 hộ
    2026-03  p3  ho-ngheo  3 hộ
    """
    found = asked(book, "ty-le", "2026-03")
    assert (found.value, found.notes) == (3.0, ("Số hộ: dùng số đến ngày 31/1/2026, chưa có số mới hơn.",))
    assert asked(book, "ty-le", "2026-04").value is None


def test_an_indicator_that_says_nothing_does_not_stand(book: Book) -> None:
    """
    2026-01  p3  dan-so  900 người
    """
    assert people(book, "2026-02", catalogue=catalogue_on(date(2026, 12, 31))) == [None]


def test_a_flow_never_stands_for_another_month(book: Book) -> None:
    """Whatever a catalogue that was not read from a file says.

    2026-01  p3  thu  5 tỷ đồng
    """
    assert asked(book, "thu", "2026-02", catalogue=other_world(thu=STANDS)).value is None
    assert other_world(thu=STANDS).indicators["thu"].over_time is OverTime.SUM


def test_what_does_not_apply_stands_as_well(book: Book) -> None:
    """
    2025  p3  dan-so  không áp dụng
    """
    assert asked(book, "dan-so", "2026-02").state == "not_applicable"


def test_levels_of_different_days_are_added_up(book: Book) -> None:
    """The newest of each ward; both days are told.

    2025     p1  dan-so  900 người
    2025     p2  dan-so  800 người
    2026-01  p3  dan-so  700 người
    2026-02  p4  dan-so  600 người
    """
    found = asked(book, "dan-so", "2026-02", body="tp")
    assert (found.value, found.reported, found.expected) == (3000, 4, 4)
    assert found.notes == ("Dân số: dùng số đến ngày 31/12/2025, 31/1/2026, chưa có số mới hơn.",)


def test_the_office_of_a_whole_stands_beside_its_parts(book: Book) -> None:
    """Where its own figure is only its part.

    2025     tp  dan-so  10 người
    2026-01  p1  dan-so  900 người
    2026-01  p2  dan-so  800 người
    2026-01  p3  dan-so  700 người
    2026-01  p4  dan-so  600 người
    """
    assert people(book, "2026-02", body="tp", catalogue=other_world(standing(), dan_so={"own": Own.PART})) == [3010]


def test_it_passes_over_a_change_of_the_map(book: Book) -> None:
    """a and b become c, d becomes e and f by shares of the people, g goes nobody knows how.

    2025  a  dan-so  100 người
    2025  b  dan-so  200 người
    2025  d  dan-so  1.000 người
    2025  g  dan-so  50 người
    """
    catalogue = standing(mid_year())
    found = {body: asked(book, "dan-so", "2026-08", body=body, catalogue=catalogue) for body in "cefh"}
    assert [(found[body].value, found[body].mark) for body in "cefh"] == [
        (300, "exact"), (600, "apportioned"), (400, "apportioned"), (None, "not_comparable"),
    ]  # fmt: skip


def test_a_weighted_mean_stands_with_the_weights_of_its_day(book: Book) -> None:
    """(10 × 100 + 40 × 200) / 300 on the new map.

    2025     a  dan-so    100 người
    2025     a  thu-nhap  10 triệu đồng/người/năm
    2025     b  dan-so    200 người
    2025     b  thu-nhap  40 triệu đồng/người/năm
    2026-03  b  dan-so    900 người
    """
    assert asked(book, "thu-nhap", "2026-08", body="c", catalogue=standing(mid_year())).value == 30


@pytest.mark.parametrize(("code", "back", "month"), [("2026-Q1", 1, "2026-02"), ("2026-03", 3, "2025-12"), ("2026", 12, "2025-12")])
def test_an_earlier_month_is_counted_from_the_last(code: str, back: int, month: str) -> None:
    assert earlier_month(Window.of(code), back=back).code == month
