"""Is a row whole: figure, state, plan, same period, verdict, and nothing that the asker may not see?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from giaoban.catalogue import EVERYTHING, Sight
from giaoban.engine import Disagreement, Level, PlanShare, Row, SamePeriod, Series, StatedShare, Status
from giaoban.engine.rows import IMPLIED
from giaoban.ledger import Book
from tests.unit.catalogues import REGIME, ledger_of
from tests.unit.engine.makers import STRANGER, maker, other_world, row

RULE = "Quy tắc chung; UBND thành phố, Quyết định thử, 1/QĐ-UBND ngày 1/1/2010"
ONLY_TOTAL = Status(Level.NONE, "Chưa đánh giá", "số liệu hạn chế, chỉ xem được số tổng")


def test_a_row_says_everything_that_is_known_of_a_cell(book: Book) -> None:
    """
    2025-Q1  p1  thu  16 tỷ đồng
    2026     p1  thu  KH tinh-giao 100 tỷ đồng   BC 1
    2026-Q1  p1  thu  18 tỷ đồng                 BC 2  ước  @2026-03-20
    2026-Q1  p1  thu  20 tỷ đồng                 BC 3  note=x  @2026-04-05
    2026-Q1  p1  thu  150 % cùng kỳ              BC 3

    20 is a quarter more than 16, not a half more: both numbers are kept.
    """
    assert row(maker(book, "2026-Q1"), "thu", body="p1") == Row(
        series=Series("thu", REGIME), name="Thu ngân sách", group="kinh-te", body="p1", body_name="Phường Một", measure="tỷ đồng",
        value=20.0, to_date=20.0, state="known", reason="", quality="actual",
        targets=(PlanShare("tinh-giao", "tỉnh giao", "2026", 1, 100.0, 0.2, 2),),
        same_period=SamePeriod(16.0, 1.25, "exact"), growth=0.25, pace=0.8,
        status=Status(Level.BEHIND, "Chậm tiến độ", f"20,0% kế hoạch năm 2026 (tỉnh giao), cần 25,0% theo tiến độ ({RULE})"),
        reported=1, expected=1, mark="exact", revised="updated",
        stated=(StatedShare("same_period", None, "cùng kỳ", 1.5, "150 %", "BC 3", 5),), notes=("x",), entry=4,
        disagreements=(Disagreement("same_period", 1.5, 1.25, 0.005 + (20.5 / 15.5 - 1.25), (5, 4, 1)),),
    )  # fmt: skip


def test_a_row_of_which_nothing_is_known_says_why(book: Book) -> None:
    """
    2020  p2  ho  1 hộ
    """
    reason = "chưa có số liệu"
    assert row(maker(book, "2026-Q1", on=date(2026, 5, 1)), "thu", body="p1") == Row(
        series=Series("thu", REGIME), name="Thu ngân sách", group="kinh-te", body="p1", body_name="Phường Một", measure="tỷ đồng",
        value=None, to_date=None, state="absent", reason=reason, quality=None, targets=(),
        same_period=SamePeriod(reason="chưa có số liệu cùng kỳ"), growth=None, pace=None,
        status=Status(Level.NONE, "Chưa đánh giá", reason), reported=0, expected=1, mark=None, revised=None, stated=(), notes=(),
        followed=False,
    )  # fmt: skip


def test_a_part_of_an_indicator_bears_both_names(book: Book) -> None:
    """
    2026-01  p1  dan-so.nu  5.300 người
    """
    found = row(maker(book, "2026-01"), "dan-so", body="p1", part="nu")
    assert (found.name, found.value) == ("Dân số: Nữ", 5300.0)


def test_a_count_is_of_bodies(book: Book) -> None:
    """
    2026-01  p4  tieu-chi  19 tiêu chí
    """
    made = maker(book, "2026-01")
    assert [(one.value, one.measure) for one in (row(made, "tieu-chi", body=body) for body in ("tp", "p4"))] == [
        (1.0, "đơn vị"), (19.0, "tiêu chí"),
    ]  # fmt: skip


def test_the_window_and_the_year_so_far_are_two_numbers(book: Book) -> None:
    """
    2026-Q1  p1  thu  20 tỷ đồng
    2026-Q2  p1  thu  30 tỷ đồng
    """
    found = row(maker(book, "2026-Q2"), "thu", body="p1")
    assert (found.value, found.to_date) == (30.0, 50.0)


@pytest.mark.parametrize(
    ("period", "body", "entry"),
    [("2026-01", "p1", 1), ("2026-Q1", "p1", 0), ("2026-01", "tp", 0), ("2026-02", "p1", 2)],
)
def test_only_a_bodys_own_figure_has_an_entry(period: str, body: str, entry: int) -> None:
    """A sum over months or wards is no entry; a ward that says "does not apply" has one, and no figure."""
    book = ledger_of("""
    2026-01  p1  thu  1 tỷ đồng
    2026-02  p1  thu  không áp dụng
    2026-03  p1  thu  1 tỷ đồng
    2026-01  p2  thu  1 tỷ đồng
    2026-01  p3  thu  1 tỷ đồng
    2026-01  p4  thu  1 tỷ đồng
    """)
    assert row(maker(book, period), "thu", body=body).entry == entry


def test_a_successor_does_not_call_its_predecessors_entry_its_own(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng
    2026-01  p2  thu  không áp dụng
    2026-01  p4  dan-so  100 người

    Ward 5 is wards 1 and 2, ward 8 takes 0,6 of commune 4.
    """
    made = maker(book, "2026-01", frame=date(2028, 12, 31))
    five, eight = row(made, "thu", body="p5"), row(made, "dan-so", body="p8")
    assert [(one.value, one.mark, one.entry) for one in (five, eight)] == [(1.0, "exact", 0), (60.0, "apportioned", 0)]


def test_ground_without_shares_is_marked_even_without_a_number(book: Book) -> None:
    """
    2026-01  p3  thu  1 tỷ đồng
    """
    found = row(maker(book, "2026-01", frame=date(2027, 12, 31)), "thu", body="p6")
    assert (found.value, found.mark) == (None, "not_comparable")


# ---------------------------------------------------------------- implied levels


def test_a_level_that_follows_is_shown_and_used_for_nothing(book: Book) -> None:
    """
    2026-Q1  p1  thu  154,3 tỷ đồng
    2026-Q1  p1  thu  145 % cùng kỳ
    2025     p1  thu  KH tinh-giao 400 tỷ đồng
    2024-Q1  p1  thu  100 tỷ đồng

    154,3 at 145 % means 106,4 the year before; 154,25 / 1,455 and 154,35 / 1,445 are its bounds.
    """
    found = row(maker(book, "2025-Q1"), "thu", body="p1")
    assert (found.value, found.to_date, found.state, found.reason, found.mark) == (106.4, 106.4, "known", IMPLIED, "implied")
    assert found.interval == (106.01, 106.82)
    assert found.targets == (PlanShare("tinh-giao", "tỉnh giao", "2025", 1, 400.0, None, 3),)
    assert (found.same_period, found.growth, found.pace) == (SamePeriod(100.0, None, "exact"), None, None)
    assert found.status == Status(Level.NONE, "Chưa đánh giá", "mức suy ra từ tỷ lệ, không dùng để đánh giá")
    assert (found.entry, found.quality, found.reported) == (0, None, 0)


def test_a_level_of_a_later_quarter_does_not_make_the_year_so_far(book: Book) -> None:
    """
    2026-Q2  p1  thu  154,3 tỷ đồng
    2026-Q2  p1  thu  145 % cùng kỳ
    """
    found = row(maker(book, "2025-Q2"), "thu", body="p1")
    assert (found.value, found.to_date) == (106.4, None)


def test_the_city_does_not_add_levels_that_follow(book: Book) -> None:
    """
    2026-Q1  p1  thu  145 tỷ đồng
    2026-Q1  p1  thu  145 % cùng kỳ
    2025-Q1  p2  thu  1 tỷ đồng
    2025-Q1  p3  thu  1 tỷ đồng
    2025-Q1  p4  thu  1 tỷ đồng
    """
    found = row(maker(book, "2025-Q1"), "thu", body="tp")
    assert (found.value, found.partial, found.reported, found.expected) == (None, 3.0, 3, 4)


# ---------------------------------------------------------------- who may see it


def test_what_may_not_be_seen_is_no_row(book: Book) -> None:
    """
    2026-01  p1  kin  1 vụ
    2026-01  p1  chi  1 triệu đồng
    """
    seen = {
        (id, name)
        for name, sight in (("all", EVERYTHING), ("stranger", STRANGER), ("nobody", Sight()))
        for id in ("kin", "chi", "thu")
        if maker(book, "2026-01", sight=sight).row(Series(id, REGIME), body="p1")
    }
    assert seen == {("kin", "all"), ("chi", "all"), ("chi", "stranger"), *(("thu", name) for name in ("all", "stranger", "nobody"))}


def test_a_restricted_total_is_a_row_of_numbers_only(book: Book) -> None:
    """
    2025-01  p1  kin  2 vụ
    2025-01  p2  kin  2 vụ
    2025-01  p3  kin  2 vụ
    2025-01  p4  kin  2 vụ
    2026-01  p1  kin  1 vụ  ước  note=x
    2026-01  p2  kin  2 vụ
    2026-01  p3  kin  3 vụ
    2026-01  p4  kin  4 vụ
    2026-01  p1  kin  1 vụ
    2026-01  tp  kin  90 % kế hoạch tinh-giao
    2026     tp  kin  KH tinh-giao 100 vụ

    Ten of 2026 over eight of 2025; no plan, no note, nothing revised.
    """
    total = Row(
        series=Series("kin", REGIME), name="Số liệu hạn chế", group="xa-hoi", body="tp", body_name="Thành phố", measure="vụ",
        value=10.0, to_date=10.0, state="known", reason="", quality=None, targets=(), same_period=SamePeriod(8.0, 1.25, "exact"),
        growth=0.25, pace=None, status=ONLY_TOTAL, reported=4, expected=4, mark="exact", revised=None, stated=(), notes=(),
    )  # fmt: skip
    assert row(maker(book, "2026-01", sight=STRANGER), "kin", body="tp") == total
    whole = row(maker(book, "2026-01"), "kin", body="tp")
    assert (whole.revised, whole.status.level, len(whole.targets), len(whole.stated)) == ("updated", Level.REACHED, 1, 1)


def test_each_number_of_a_restricted_total_must_be_of_three(book: Book) -> None:
    """
    2025-02  p1  kin  2 vụ
    2025-02  p2  kin  2 vụ
    2025-02  p3  kin  không áp dụng
    2025-02  p4  kin  không áp dụng
    2026-01  tp  kin  10 vụ
    2026-02  p1  kin  1 vụ
    2026-02  p2  kin  2 vụ
    2026-02  p3  kin  3 vụ
    2026-02  p4  kin  không áp dụng

    February's is of three wards; that of the year before is of two, and no year so far is known of the wards.
    """
    found = row(maker(book, "2026-02", sight=STRANGER), "kin", body="tp")
    assert (found.value, found.to_date, found.same_period, found.growth) == (6.0, None, SamePeriod(), None)


def test_of_too_few_there_is_no_row(book: Book) -> None:
    """
    2026-01  p1  kin  1 vụ
    2026-01  p2  kin  2 vụ
    2026-01  p3  kin  3 vụ

    Three of four reported, so there is no total.
    """
    assert maker(book, "2026-01", sight=STRANGER).row(Series("kin", REGIME), body="tp") is None


def test_an_unknown_cell_is_no_row() -> None:
    """Nor is one of an indicator that the catalogue has no more."""
    made = maker(ledger_of("2026-01  p1  thu  1 tỷ đồng"), "2026-01")
    with pytest.raises(KeyError):
        made.row(Series("thu", "la"), body="p1")
    without = replace(made, catalogue=replace(other_world(), indicators={}))
    with pytest.raises(KeyError):
        without.row(Series("thu", REGIME), body="p1")
