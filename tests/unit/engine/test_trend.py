"""Is the course of an indicator what the board says at each month's end, with gaps where it says nothing?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from giaoban.catalogue import Direction, Frequency, OverTime, Window
from giaoban.engine import NotedLevel, Trend, trend
from giaoban.ledger import Book
from tests.unit.catalogues import ledger_of
from tests.unit.engine.makers import STRANGER, maker, other_world

MONTHS = """
    2025-01  p1  thu  10 tỷ đồng
    2025-02  p1  thu  10 tỷ đồng
    2025-03  p1  thu  10 tỷ đồng
    2026     p1  thu  KH tinh-giao 120 tỷ đồng
    2026-01  p1  thu  12 tỷ đồng
    2026-02  p1  thu  14 tỷ đồng  ước
    2026-03  p1  thu  16 tỷ đồng
"""


def course(book: Book, indicator: str, period: str = "2026-Q1", *, body: str = "p1", part: str = "-", **other: object) -> Trend:
    aims = other.pop("aims", ())
    found = trend(maker(book, period, **other), indicator=indicator, body=body, part=part, aims=aims)
    assert found is not None
    return found


def values(points: tuple) -> list[tuple[float, float | None]]:
    return [(one.elapsed, one.value) for one in points]


def test_the_year_so_far_grows_month_by_month_and_last_year_stands_beside_it() -> None:
    """12, 26, 42 beside 10, 20, 30; of what was never reported last year there are gaps."""
    found = course(ledger_of(MONTHS), "thu")
    assert values(found.this) == [(1.0, 12.0), (2.0, 26.0), (3.0, 42.0)]
    assert values(found.last)[:4] == [(1.0, 10.0), (2.0, 20.0), (3.0, 30.0), (4.0, None)]
    assert (len(found.last), found.so_far, found.elapsed, found.measure) == (12, True, 3.0, "tỷ đồng")
    assert [one.quality for one in found.this] == ["actual", "estimate", "estimate"]
    assert [one.words for one in found.this] == ["tháng 1/2026", "2 tháng đầu năm 2026", "quý I/2026"]


def test_every_point_says_how_it_can_be_asked_why() -> None:
    """By the period of the year so far where the regime has it; else by a month, and its year so far; else not at all."""
    book = ledger_of(MONTHS)
    assert [(one.period, one.what) for one in course(book, "thu").this] == [
        ("2026-01", "value"),
        ("2026-2M", "value"),
        ("2026-Q1", "value"),
    ]
    plain = other_world()
    regimes = {id: replace(one, kinds=frozenset({Window.of("2026-01").kind})) for id, one in plain.regimes.items()}
    found = course(book, "thu", "2026-03", catalogue=replace(plain, regimes=regimes))
    assert [(one.period, one.what) for one in found.this] == [("2026-01", "value"), ("2026-02", "to_date"), ("2026-03", "to_date")]
    regimes = {id: replace(one, kinds=frozenset({Window.of("2026-Q1").kind})) for id, one in plain.regimes.items()}
    found = course(book, "thu", "2026-Q1", catalogue=replace(plain, regimes=regimes))
    assert [(one.period, one.what) for one in found.this] == [("", ""), ("", ""), ("2026-Q1", "value")]


def test_the_points_are_those_of_the_board() -> None:
    """Each value is the year so far that a board of that month gives."""
    book = ledger_of(MONTHS)
    for point in course(book, "thu").this:
        made = maker(book, point.period)
        row = made.row(next(iter(s for s in made.cube.series if s.indicator == "thu")), body="p1")
        assert row is not None
        assert row.to_date == point.value


def test_a_missing_month_is_a_gap_that_says_why() -> None:
    """
    2026-01  p1  thu  12 tỷ đồng
    2026-03  p1  thu  16 tỷ đồng
    """
    found = course(ledger_of("2026-01  p1  thu  12 tỷ đồng\n2026-03  p1  thu  16 tỷ đồng"), "thu", on=date(2026, 12, 1))
    assert [(one.value, one.state, one.reason) for one in found.this] == [
        (12.0, "known", ""),
        (None, "absent", "mới có một phần số liệu"),
        (None, "absent", "mới có một phần số liệu"),
    ]
    empty = course(ledger_of("2025-01  p1  thu  12 tỷ đồng"), "thu", on=date(2026, 12, 1))
    assert {(one.state, one.reason) for one in empty.this} == {("absent", "chưa có số liệu")}


def test_what_is_not_due_is_no_lack() -> None:
    """Before the day on which reports are due, and between two reports of a quarterly indicator."""
    found = course(ledger_of("2026-Q1  p1  thu-dat  16 tỷ đồng"), "thu-dat", on=date(2026, 4, 1))
    assert [(one.value, one.state) for one in found.this] == [(None, "not_due"), (None, "not_due"), (16.0, "known")]
    assert found.this[0].reason == "chưa đến kỳ: chỉ tiêu báo cáo theo quý"
    early = course(ledger_of("2025-01  p1  thu  1 tỷ đồng"), "thu", on=date(2026, 4, 1))
    assert early.this[2].reason == "chưa đến hạn báo cáo (10/4/2026)"


def test_silence_that_means_nothing_makes_no_point_between_two_reports() -> None:
    """Quarterly, nothing told in between: a point a quarter, no step."""
    quarterly = other_world(phat_sinh={"frequency": Frequency.QUARTER})
    book = ledger_of("2026-Q1  p1  phat-sinh  3 vụ\n2026-Q2  p1  phat-sinh  4 vụ")
    found = course(book, "phat-sinh", "2026-H1", catalogue=quarterly)
    assert values(found.this) == [(1.0, None), (2.0, None), (3.0, 3.0), (4.0, None), (5.0, None), (6.0, 7.0)]
    monthly = course(ledger_of("2026-01  p1  phat-sinh  3 vụ"), "phat-sinh", "2026-Q1")
    assert values(monthly.this) == [(1.0, 3.0), (2.0, 3.0), (3.0, 3.0)]


def test_last_year_is_carried_onto_this_map() -> None:
    """Two wards merged on 1/1/2027: their sum stands beside the new ward's; a split without shares cannot be carried."""
    book = ledger_of("""
        2026-01  p1  thu  10 tỷ đồng
        2026-01  p2  thu  5 tỷ đồng
        2027-01  p5  thu  20 tỷ đồng
        2027-01  p3  thu  7 tỷ đồng
    """)
    found = course(book, "thu", "2027-01", body="p5")
    assert (found.last[0].value, found.last[0].mark) == (15.0, "exact")
    parted = course(book, "thu", "2027-01", body="p6", frame=date(2027, 7, 1))
    assert (parted.this[0].value, parted.this[0].mark, parted.this[0].reason) == (
        None,
        "not_comparable",
        "địa giới đã thay đổi, chưa có tỷ lệ phân bổ để tính lại",
    )
    shared = course(ledger_of("2027-01  p4  thu  10 tỷ đồng"), "thu", "2028-01", body="p8", frame=date(2028, 1, 31))
    assert (shared.last[0].value, shared.last[0].mark) == (6.0, "apportioned")


def test_a_level_that_a_source_implies_is_marked() -> None:
    """
    2026-Q1  p1  thu  30 tỷ đồng
    2026-Q1  p1  thu  150 % cùng kỳ
    """
    found = course(ledger_of("2026-Q1  p1  thu  30 tỷ đồng\n2026-Q1  p1  thu  150 % cùng kỳ"), "thu")
    assert (found.last[2].value, found.last[2].mark, found.last[2].state) == (20.0, "implied", "known")


def test_a_figure_to_a_day_says_so_and_a_window_to_a_day_ends_with_it() -> None:
    """
    2026-02-20  p1  thu  26 tỷ đồng
    """
    book = ledger_of("2026-02-20  p1  thu  26 tỷ đồng")
    whole = course(book, "thu", "2026-2M")
    assert [(one.value, one.reason) for one in whole.this][1] == (26.0, "số liệu tính đến ngày 20/2/2026")
    part = course(book, "thu", "2026-02-20")
    assert values(part.this) == [(1.0, None), (1 + 20 / 28, 26.0)]
    assert part.elapsed == 1 + 20 / 28


def test_the_plan_s_path_is_even_or_follows_the_phasing() -> None:
    """120 a year is 10 a month; 60, 15, 10, 15 percent by quarter are 60, 75, 85, 100."""
    even = course(ledger_of(MONTHS), "thu").plans[0]
    assert (even.level, even.path[0], even.path[3], even.path[12], even.limit) == (120.0, (0.0, 0.0), (3.0, 30.0), (12.0, 120.0), False)
    phased = course(ledger_of("2026  p1  thu-dat  KH tinh-giao 100 tỷ đồng"), "thu-dat").plans[0]
    assert [phased.path[month][1] for month in (3, 6, 9, 12)] == [60.0, 75.0, 85.0, 100.0]


def test_a_level_and_a_limit_are_flat() -> None:
    """What must hold all year does not grow; neither does what must not be passed."""
    level = course(ledger_of("2026  p1  thu-nhap  KH tinh-giao 60 triệu đồng/người/năm"), "thu-nhap")
    assert {one for _, one in level.plans[0].path} == {60.0}
    assert level.so_far is False
    limit = course(ledger_of("2026  p1  phat-sinh  KH tinh-giao 8 vụ"), "phat-sinh")
    assert ({one for _, one in limit.plans[0].path}, limit.plans[0].limit, limit.direction) == ({8.0}, True, Direction.LESS)


def test_plans_without_a_giver_and_of_voluntary_contributions_are_not_drawn() -> None:
    """
    2026  p1  thu      KH unnamed 120 tỷ đồng
    2026  p1  van-dong  KH tinh-giao 50 triệu đồng
    """
    book = ledger_of("2026  p1  thu  KH unnamed 120 tỷ đồng\n2026  p1  van-dong  KH tinh-giao 50 triệu đồng")
    assert course(book, "thu").plans == course(book, "van-dong").plans == ()


def test_what_never_adds_up_shows_each_period_alone() -> None:
    """A yearly index has one point a year, of its own period; one of a quarter has four."""
    book = ledger_of("2026  p1  chi-so  70 điểm")
    found = course(book, "chi-so", "2026")
    assert [(one.elapsed, one.value, one.period) for one in found.this] == [(12.0, 70.0, "2026")]
    quarterly = other_world(chi_so={"frequency": Frequency.QUARTER})
    assert len(course(book, "chi-so", "2026", catalogue=quarterly).this) == 4


def test_a_ratio_is_made_of_its_parts_over_the_year_so_far() -> None:
    """
    2026-01  p1  ho        200 hộ
    2026-01  p1  ho-ngheo  10 hộ
    """
    found = course(ledger_of("2026-01  p1  ho  200 hộ\n2026-01  p1  ho-ngheo  10 hộ"), "ty-le", "2026-01")
    assert values(found.this) == [(1.0, 5.0)]
    never = other_world(ty_le={"over_time": OverTime.NEVER})
    again = course(ledger_of("2026-01  p1  ho  200 hộ\n2026-01  p1  ho-ngheo  10 hộ"), "ty-le", "2026-01", catalogue=never)
    assert values(again.this) == [(1.0, 5.0)]


def test_a_count_of_bodies_is_counted_and_does_not_apply_to_some() -> None:
    """How many communes reach 19 criteria; wards are not asked."""
    book = ledger_of("2026-01  p4  tieu-chi  19 tiêu chí")
    city = course(book, "tieu-chi", "2026-01", body="tp")
    assert (values(city.this), city.measure) == ([(1.0, 1.0)], "đơn vị")
    ward = course(book, "tieu-chi", "2026-01", body="p1")
    assert (ward.this[0].state, ward.this[0].reason) == ("not_applicable", "không áp dụng")


def test_noted_aims_stand_on_their_days() -> None:
    """Before 15/8 is the end of 14/8; of a percentage the level is known, of another nobody said of what it is a fraction."""
    aims = [
        NotedLevel(date(2026, 8, 15), "80 %", Decimal("0.8"), 7, "Biên bản"),
        NotedLevel(date(2026, 7, 1), "50 %", Decimal("0.5"), 8),
        NotedLevel(date(2027, 2, 1), "90 %", Decimal("0.9"), 9),
        NotedLevel(date(2026, 1, 1), "10 %", Decimal("0.1"), 10),
    ]
    book = ledger_of(MONTHS)
    found = course(book, "thu", aims=aims).milestones
    assert [(one.entry, one.elapsed, one.level) for one in found] == [(8, 6.0, None), (7, 7 + 14 / 31, None)]
    assert [one.level for one in course(book, "ty-le", aims=aims).milestones] == [50.0, 80.0]


def test_a_part_bears_its_name() -> None:
    """
    2026-01  p1  dan-so.nam  10 người
    """
    found = course(ledger_of("2026-01  p1  dan-so.nam  10 người"), "dan-so", "2026-01", part="nam")
    assert (found.name, values(found.this), found.data()["part"]) == ("Dân số: Nam", [(1.0, 10.0)], "nam")


def test_whoever_may_not_see_the_figures_gets_no_course() -> None:
    """A restricted indicator shows single figures to its line of work only."""
    book = ledger_of("2026-01  p1  kin  2 vụ")
    assert trend(maker(book, "2026-01", sight=STRANGER), indicator="kin", body="p1") is None


def test_an_unknown_series_is_a_fault_of_the_caller() -> None:
    """The step asks first."""
    with pytest.raises(KeyError):
        trend(maker(ledger_of(MONTHS), "2026-Q1"), indicator="khong-co", body="p1")


def test_as_data_every_number_is_plain() -> None:
    """What a door prints."""
    aims = [NotedLevel(date(2026, 8, 15), "80 %", Decimal("0.8"), 7, "Biên bản")]
    found = course(ledger_of(MONTHS), "thu", aims=aims).data()
    assert found["this"][2] == {
        "elapsed": 3, "words": "quý I/2026", "period": "2026-Q1", "what": "value", "value": 42, "state": "known", "reason": None,
        "quality": "estimate", "mark": "exact",
    }  # fmt: skip
    assert (found["plans"][0]["path"][12], found["milestones"][0]["ratio"], found["direction"]) == ([12, 120], 0.8, "more")
    assert (found["part"], found["so_far"], found["last"][11]["value"]) == (None, True, None)
