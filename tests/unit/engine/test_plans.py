"""Is a cell held against the right plan, at the right pace, and is it said why there is no verdict?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from giaoban.catalogue import Direction
from giaoban.engine import Level, PlanShare, Row, StatedShare, Status
from giaoban.engine.plans import chosen_plan, plan_words
from giaoban.ledger import Book
from tests.unit.boards import board
from tests.unit.catalogues import ledger_of
from tests.unit.engine.makers import maker, other_world, row

CITED = "Quy tắc chung; UBND thành phố, Quyết định thử, 1/QĐ-UBND ngày 1/1/2010"


def p1(book: Book, indicator: str, period: str = "2026-Q1", **changed: Any) -> Row:
    """The row of ward 1; with fields of the indicator changed."""
    return row(maker(book, period, catalogue=other_world(**{indicator.replace("-", "_"): changed})), indicator, body="p1")


def plan(authority: str, words: str, value: float, attainment: float | None, **other: Any) -> PlanShare:
    return PlanShare(authority, words, other.get("period", "2026"), other.get("version", 1), value, attainment, other["entry"])


# ---------------------------------------------------------------- which plans


def test_the_newest_version_of_each_authoritys_plan(book: Book) -> None:
    """
    2026-Q1  p1  thu  60 tỷ đồng
    2026     p1  thu  KH 90 tỷ đồng
    2026     p1  thu  KH hdnd 150 tỷ đồng
    2026     p1  thu  KH tp-giao 120 tỷ đồng
    2026     p1  thu  KH tinh-giao lần 2 80 tỷ đồng
    2026     p1  thu  KH tinh-giao 100 tỷ đồng
    2025     p1  thu  KH tinh-giao 10 tỷ đồng
    2026-Q2  p1  thu  KH tinh-giao 10 tỷ đồng

    By order of the authorities, an unknown one behind, a plan that nobody owns last; a first version that is typed in
    late does not take the place of an adjusted one; other years and quarters are not this one's.
    """
    assert p1(book, "thu").targets == (
        plan("tinh-giao", "tỉnh giao", 80.0, 0.75, entry=5, version=2),
        plan("tp-giao", "thành phố giao", 120.0, 0.5, entry=4),
        plan("hdnd", "hdnd", 150.0, 0.4, entry=3),
        plan("unnamed", "chưa rõ kế hoạch nào", 90.0, 60 / 90, entry=2),
    )


def test_the_plan_of_the_quarter_comes_first_and_takes_the_quarters_figure(book: Book) -> None:
    """
    2026-Q1  p1  thu  30 tỷ đồng
    2026-Q2  p1  thu  24 tỷ đồng
    2026     p1  thu  KH tinh-giao 200 tỷ đồng
    2026-Q2  p1  thu  KH tp-giao 40 tỷ đồng

    24 of 40 in the quarter; 54 of 200 in the year so far.
    """
    found = p1(book, "thu", "2026-Q2")
    assert found.targets == (
        plan("tp-giao", "thành phố giao", 40.0, 0.6, entry=4, period="2026-Q2"),
        plan("tinh-giao", "tỉnh giao", 200.0, 0.27, entry=3),
    )
    assert found.status == Status(Level.WEAK, "Đạt thấp", f"60,0% kế hoạch quý II/2026 (thành phố giao) ({CITED})")
    assert found.pace == 0.6


def test_without_a_figure_a_plan_has_no_share(book: Book) -> None:
    """
    2026  p1  thu  KH tinh-giao 200 tỷ đồng
    """
    found = p1(book, "thu")
    assert found.targets == (plan("tinh-giao", "tỉnh giao", 200.0, None, entry=1),)
    assert (found.status, found.pace) == (Status(Level.NONE, "Chưa đánh giá", "chưa đến hạn báo cáo (10/4/2026)"), None)


def test_a_plan_that_was_taken_back_is_none(book: Book) -> None:
    """
    2026-Q1  p1  thu  60 tỷ đồng
    2026     p1  thu  KH tinh-giao 100 tỷ đồng
    2026     p1  thu  KH tinh-giao lần 2 80 tỷ đồng
    2026     p1  thu  rút KH tinh-giao lần 2

    The version before stands again.
    """
    assert p1(book, "thu").targets == (plan("tinh-giao", "tỉnh giao", 100.0, 0.6, entry=2),)


# ---------------------------------------------------------------- the verdict and its pace


def test_a_flow_is_held_against_the_pace_of_the_year(book: Book) -> None:
    """
    2026-Q1  p1  thu  20 tỷ đồng
    2026     p1  thu  KH tinh-giao 100 tỷ đồng

    0,2 of the plan where 0,25 is asked: eight tenths of the pace, behind.
    """
    found = p1(book, "thu")
    assert found.status == Status(Level.BEHIND, "Chậm tiến độ", f"20,0% kế hoạch năm 2026 (tỉnh giao), cần 25,0% theo tiến độ ({CITED})")
    assert found.pace == pytest.approx(0.8)


def test_a_profile_asks_for_its_own_pace(book: Book) -> None:
    """
    2026-Q1  p1  thu-dat  30 tỷ đồng
    2026     p1  thu-dat  KH tinh-giao 100 tỷ đồng

    The profile asks 0,6 by the end of March: 0,3 is half of it, and weak.
    """
    found = p1(book, "thu-dat")
    assert (found.status.level, found.pace) == (Level.WEAK, 0.5)


def test_the_share_of_a_years_work_grows_through_the_year(book: Book) -> None:
    """
    2026-Q1  p1  phat-sinh  24 vụ
    2026-03  p1  ho-ngheo   24 hộ
    2026-03  p1  ho         120 hộ
    2026     p1  ty-le      KH tinh-giao 100 %

    A flow over a level is nothing in January and whole in December, so 20 % by March is eight tenths of the pace;
    of one level in another all is asked at once, and 20 % is weak.
    """
    share = p1(book, "ty-le", direction=Direction.MORE, numerator="phat-sinh")
    assert (share.value, share.status.level) == (20.0, Level.BEHIND)
    assert share.pace == pytest.approx(0.8)
    level = p1(book, "ty-le", direction=Direction.MORE)
    assert (level.value, level.status.level, level.pace) == (20.0, Level.WEAK, 0.2)


def test_the_verdict_goes_by_the_first_plan_with_a_giver_of_which_a_share_is_known(book: Book) -> None:
    """
    2026-Q1  p1  thu  60 tỷ đồng
    2026     p1  thu  KH tinh-giao 0 tỷ đồng
    2026     p1  thu  KH tp-giao 100 tỷ đồng
    2026     p1  thu  KH 50 tỷ đồng

    Of nothing there is no share, and a plan of nobody binds nobody.
    """
    found = p1(book, "thu")
    assert chosen_plan(found.targets) == found.targets[1] == plan("tp-giao", "thành phố giao", 100.0, 0.6, entry=3)
    assert found.status.level is Level.ON_PACE
    assert chosen_plan(found.targets[:1] + found.targets[2:]) is None


@pytest.mark.parametrize("direction", [Direction.LESS, Direction.NONE, Direction.BAND])
def test_only_where_more_is_better_there_is_a_pace(direction: Direction) -> None:
    """A bound is not approached."""
    book = ledger_of("2026-Q1  p1  thu  20 tỷ đồng\n2026  p1  thu  KH tinh-giao 100 tỷ đồng")
    assert p1(book, "thu", direction=direction).pace is None
    assert p1(book, "thu").pace == pytest.approx(0.8)


def test_where_nothing_is_asked_yet_there_is_no_pace(book: Book) -> None:
    """
    2026-Q1  p1  thu-dat  30 tỷ đồng
    2026     p1  thu-dat  KH tinh-giao 100 tỷ đồng

    A profile of 0, 0, 0, 100 percent asks nothing of the first quarter.
    """
    model = other_world().indicators["thu-dat"].phasing[0] * 0
    found = p1(book, "thu-dat", phasing=(model, model, model, model + 1))
    assert (found.status.level, found.pace) == (Level.ON_PACE, None)


# ---------------------------------------------------------------- a bound of nothing


@pytest.mark.parametrize(
    ("period", "level", "said"),
    [
        ("2026-01", Level.REACHED, "0 vụ, kế hoạch năm 2026 (tỉnh giao) bằng 0, trong mức giao"),
        ("2026-02", Level.WEAK, "2 vụ, kế hoạch năm 2026 (tỉnh giao) bằng 0, quá mức giao"),
        ("2026-03", Level.WEAK, "2 vụ, kế hoạch năm 2026 (tỉnh giao) bằng 0, quá mức giao"),
    ],
)
def test_of_nothing_allowed_every_case_is_too_much(period: str, level: Level, said: str) -> None:
    """A plan of the year is held against the year so far: the two fires of February stay."""
    book = ledger_of("""
    2026     p1  phat-sinh  KH tinh-giao 0 vụ
    2026-01  p1  phat-sinh  0 vụ
    2026-02  p1  phat-sinh  2 vụ
    2026-03  p1  phat-sinh  0 vụ
    """)
    found = p1(book, "phat-sinh", period)
    assert (found.status.level, found.status.reason, found.pace) == (level, f"{said} ({CITED})", None)


def test_a_months_bound_of_nothing_takes_the_months_figure(book: Book) -> None:
    """
    2026-02  p1  phat-sinh  2 vụ
    2026-03  p1  phat-sinh  0 vụ
    2026-03  p1  phat-sinh  KH tinh-giao 0 vụ
    """
    assert p1(book, "phat-sinh", "2026-03").status.level is Level.REACHED


def test_of_nothing_allowed_and_nothing_known_there_is_no_verdict(book: Book) -> None:
    """
    2026-03  p1  phat-sinh  KH tinh-giao 0 vụ
    """
    assert p1(book, "phat-sinh", "2026-03").status.reason == "chưa đến hạn báo cáo (5/4/2026)"


def test_a_plan_of_nothing_where_more_is_better_says_nothing(book: Book) -> None:
    """
    2026-Q1  p1  thu  60 tỷ đồng
    2026     p1  thu  KH tinh-giao 0 tỷ đồng
    """
    assert p1(book, "thu").status == Status(Level.NONE, "Chưa đánh giá", "chưa tính được phần trăm kế hoạch")


# ---------------------------------------------------------------- why there is no verdict


def test_no_plan_no_verdict(book: Book) -> None:
    """
    2026-Q1  p1  thu  60 tỷ đồng
    """
    found = p1(book, "thu")
    assert (found.targets, found.status) == ((), Status(Level.NONE, "Chưa đánh giá", "chưa có kế hoạch giao"))


def test_a_plan_that_nobody_owns_binds_nobody(book: Book) -> None:
    """
    2026-Q1  p1  thu  60 tỷ đồng
    2026     p1  thu  KH 100 tỷ đồng

    Its share is shown all the same.
    """
    found = p1(book, "thu")
    assert found.targets == (plan("unnamed", "chưa rõ kế hoạch nào", 100.0, 0.6, entry=2),)
    assert found.status == Status(Level.NONE, "Chưa đánh giá", "chưa rõ tính theo kế hoạch nào")


def test_a_share_that_a_source_states_of_a_plan_that_nobody_owns(book: Book) -> None:
    """
    2026-Q1  p1  thu  88,7 % kế hoạch
    """
    found = p1(book, "thu")
    assert found.stated == (StatedShare("plan", "unnamed", "chưa rõ kế hoạch nào", 0.887, "88,7 %", "", 1),)
    assert found.status.reason == "chưa rõ tính theo kế hoạch nào"


def test_what_a_source_states_is_no_verdict_of_ours(book: Book) -> None:
    """
    2026-Q1  p1  thu  88,7 % kế hoạch tinh-giao  BC 45
    2026-Q1  p1  thu  145 % cùng kỳ              BC 45  BC 46
    2026-Q2  p1  thu  90 % kế hoạch tinh-giao

    Each with its sources; what is said of another quarter is not said of this one.
    """
    found = p1(book, "thu")
    assert found.stated == (
        StatedShare("plan", "tinh-giao", "tỉnh giao", 0.887, "88,7 %", "BC 45", 1),
        StatedShare("same_period", None, "cùng kỳ", 1.45, "145 %", "BC 45; BC 46", 2),
    )
    assert (found.status, found.pace) == (Status(Level.NONE, "Chưa đánh giá", "chỉ có tỷ lệ theo nguồn"), None)


def test_voluntary_gifts_are_no_share_of_a_plan(book: Book) -> None:
    """
    2026-Q1  p1  van-dong  60 triệu đồng
    2026     p1  van-dong  KH tinh-giao 100 triệu đồng
    """
    found = p1(book, "van-dong")
    assert found.targets == (plan("tinh-giao", "tỉnh giao", 100.0, None, entry=2),)
    reason = "đóng góp tự nguyện, không xếp loại, không tính phần trăm kế hoạch"
    assert (found.status, found.pace) == (Status(Level.NONE, "Chưa đánh giá", reason), None)


def test_a_judgement_in_words_is_the_verdict(book: Book) -> None:
    """
    2026-03  p1  danh-gia  mức cham      TB 7
    2026-03  p1  danh-gia  90 điểm
    2026     p1  danh-gia  KH tinh-giao 90 điểm
    2026-03  p2  danh-gia  mức khac.te
    """
    found = p1(book, "danh-gia", "2026-03")
    assert (found.status, found.pace) == (Status(Level.WEAK, "Chậm tiến độ", "đánh giá bằng lời, theo nguồn: TB 7"), None)
    other = board(book, "2026-03").row("danh-gia", body="p2")
    assert other.status == Status(Level.NONE, "Chưa đánh giá", "đánh giá bằng lời: te")


def test_without_a_rule_there_is_no_verdict(book: Book) -> None:
    """
    2026-Q1  p1  thu  60 tỷ đồng
    2026     p1  thu  KH tinh-giao 100 tỷ đồng

    The share of the plan is known all the same, so it is not said that it could not be computed.
    """
    found = row(maker(book, "2026-Q1", catalogue=replace(other_world(), rules={})), "thu", body="p1")
    assert (found.targets[0].attainment, found.pace) == (0.6, None)
    assert found.status == Status(Level.NONE, "Chưa đánh giá", "chưa có quy tắc đánh giá")


def test_a_plan_is_named_with_its_period_and_giver() -> None:
    """As a sentence says it."""
    assert plan_words(plan("tinh-giao", "tỉnh giao", 1.0, None, entry=1, period="2026-Q1")) == "kế hoạch quý I/2026 (tỉnh giao)"
