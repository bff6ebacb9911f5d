"""Is like held only against like, and has nothing a place that was not judged?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from giaoban.catalogue import EVERYTHING, RankedBy, RankingRule, Sight
from giaoban.engine import What, explain
from giaoban.engine.rank import NO_PLACE, Ranking
from giaoban.engine.siblings import ranking_of
from giaoban.ledger import Book
from giaoban.values import Source
from tests.unit.catalogues import catalogue_on, ledger_of
from tests.unit.engine.makers import maker, other_world, row, spot, tree

PLAIN = Sight(person="ng-2", signed_in=True)
BY_PLAN = "phần trăm kế hoạch năm 2026 (tỉnh giao)"
WARDS = """
    2026     p1  thu  KH tinh-giao 100 tỷ đồng
    2026     p2  thu  KH tinh-giao 200 tỷ đồng
    2026     p3  thu  KH tinh-giao 50 tỷ đồng
    2026     p4  thu  KH tinh-giao 10 tỷ đồng
    2026-Q1  p1  thu  20 tỷ đồng
    2026-Q1  p2  thu  60 tỷ đồng
    2026-Q1  p3  thu  10 tỷ đồng
    2026-Q1  p4  thu  9 tỷ đồng
"""


def ranked(text: str, indicator: str = "thu", *, period: str = "2026-Q1", **other: Any) -> dict[str, int | None]:
    made = maker(ledger_of(text), period, **other)
    return {body: ranking_of(made, spot=spot(made, indicator, body=body)).place for body in ("p1", "p2", "p3", "p4")}


def why(text: str, indicator: str = "thu", *, body: str = "p1", **other: Any) -> Ranking:
    made = maker(ledger_of(text), "2026-Q1", **other)
    return ranking_of(made, spot=spot(made, indicator, body=body))


def test_wards_are_ranked_among_wards_by_their_share_of_plan() -> None:
    """60 of 200 is best; 20 of 100 and 10 of 50 share the second place; the commune p4 is of another kind, and alone."""
    assert ranked(WARDS) == {"p1": 2, "p2": 1, "p3": 2, "p4": None}
    assert why(WARDS) == Ranking(2, 3, 2, 0, BY_PLAN)
    assert why(WARDS, body="p4").reason == "không có đơn vị cùng loại để xếp hạng"


def test_what_is_not_judged_has_no_place_and_is_counted() -> None:
    """p3 has no plan and p2 no figure: nobody is left to be held against."""
    text = WARDS.replace("2026     p3  thu  KH tinh-giao 50 tỷ đồng", "")
    assert why(text) == Ranking(2, 2, 1, 1, BY_PLAN)
    assert ranked(text)["p3"] is None
    assert why(text, body="p3").reason == "chưa có kết quả đánh giá nên chưa xếp hạng"
    assert why(text.replace("2026-Q1  p2  thu  60 tỷ đồng", "")).reason == "không có đơn vị cùng loại để xếp hạng"


def test_shares_of_different_plans_are_not_compared() -> None:
    """What the province gave, and what the city gave."""
    assert ranked(WARDS.replace("p2  thu  KH tinh-giao", "p2  thu  KH tp-giao")) == {"p1": 1, "p2": None, "p3": 1, "p4": None}


def test_a_plan_without_a_giver_gives_no_place() -> None:
    assert ranked(WARDS.replace("KH tinh-giao", "KH")) == {"p1": None, "p2": None, "p3": None, "p4": None}


def test_what_does_not_apply_is_left_out() -> None:
    assert ranked(WARDS.replace("2026-Q1  p1  thu  20 tỷ đồng", "2026-Q1  p1  thu  không áp dụng")) == {
        "p1": None, "p2": 1, "p3": 2, "p4": None,
    }  # fmt: skip


def test_less_is_better_where_the_indicator_says_so() -> None:
    text = "\n".join(f"2026  p{n}  phat-sinh  KH tinh-giao 10 vụ\n2026-01  p{n}  phat-sinh  {n} vụ" for n in (1, 2, 3))
    assert ranked(text, "phat-sinh") == {"p1": 1, "p2": 2, "p3": 3, "p4": None}


def test_voluntary_contributions_are_never_ranked() -> None:
    """Not even where somebody has written a rule for all."""
    rule = RankingRule("tat-ca", "Quy chế", RankedBy.VALUE, frozenset(), Source("Quy chế"))
    catalogue = replace(other_world(), rankings={"tat-ca": rule})
    text = "\n".join(f"2026-01  p{n}  van-dong  {n} triệu đồng" for n in (1, 2, 3))
    assert ranked(text, "van-dong", catalogue=catalogue) == {"p1": None, "p2": None, "p3": None, "p4": None}
    assert why(text, "van-dong", catalogue=catalogue).reason == "đóng góp tự nguyện, không xếp hạng"


def test_where_more_is_neither_better_nor_worse_nobody_is_ranked() -> None:
    text = "\n".join(f"2026-03  p{n}  dan-so  {n}00 người\n2026  p{n}  dan-so  KH tinh-giao 100 người" for n in (1, 2))
    assert why(text, "dan-so").reason == "chỉ tiêu này không đánh giá cao, thấp nên không xếp hạng"


def test_an_issued_rule_ranks_by_the_figure_itself() -> None:
    """No plan is asked for; everybody sees the place, and which rule sets it."""
    text = "\n".join(f"2026-{m:02d}  p{n}  diem  {n} điểm" for m in (1, 2, 3) for n in (1, 2, 3))
    assert ranked(text, "diem", sight=PLAIN) == {"p1": 3, "p2": 2, "p3": 1, "p4": None}
    assert why(text, "diem", sight=PLAIN) == Ranking(3, 3, 1, 0, "số liệu trong kỳ", "xep-hang")


def test_an_issued_rule_may_rank_by_growth() -> None:
    rule = RankingRule("tang", "Quy chế", RankedBy.GROWTH, frozenset({"thu"}), Source("Quy chế"))
    text = WARDS + "\n".join(f"2025-Q1  p{n}  thu  {was} tỷ đồng" for n, was in ((1, 10), (2, 50)))
    found = why(text, catalogue=replace(catalogue_on(maker(ledger_of(text), "2026-Q1").catalogue.on), rankings={"tang": rule}))
    assert found == Ranking(1, 2, 1, 1, "tăng, giảm so với cùng kỳ", "tang")


def test_without_a_rule_a_unit_does_not_see_places() -> None:
    """Practice: naming units is the chair's decision."""
    assert ranked(WARDS, sight=PLAIN) == {"p1": None, "p2": None, "p3": None, "p4": None}
    assert why(WARDS, sight=replace(PLAIN, ranks=True)).place == 2


def test_judgements_in_words_are_ranked_by_the_scale() -> None:
    """The best word first; the same word ties."""
    text = "2026-01  p1  danh-gia  mức kha\n2026-01  p2  danh-gia  mức tot\n2026-01  p3  danh-gia  mức kha"
    assert ranked(text, "danh-gia", period="2026-01") == {"p1": 2, "p2": 1, "p3": 2, "p4": None}


def test_the_top_has_no_siblings() -> None:
    assert why(WARDS, body="tp").place is None


def test_only_parts_of_one_whole_are_siblings() -> None:
    """Two districts of two wards each: places are within a district."""
    catalogue = tree({"tp": "", "q1": "tp", "q2": "tp", "p1": "q1", "p2": "q1", "p3": "q2", "p4": "q2"})
    assert ranked(WARDS, catalogue=catalogue) == {"p1": 2, "p2": 1, "p3": 2, "p4": 1}


@pytest.mark.parametrize(("sight", "rank"), [(EVERYTHING, 2), (PLAIN, None)])
def test_the_board_has_the_place(sight: Sight, rank: int | None) -> None:
    found = row(maker(ledger_of(WARDS), "2026-Q1", sight=sight), "thu", body="p1")
    assert found.data()["rank"] == rank
    assert found.rank == (Ranking(2, 3, 2, 0, BY_PLAN) if rank else NO_PLACE)


def test_a_place_is_explained(book: Book) -> None:
    """
    2026     p1  thu  KH tinh-giao 100 tỷ đồng
    2026     p2  thu  KH tinh-giao 200 tỷ đồng
    2026-Q1  p1  thu  20 tỷ đồng
    2026-Q1  p2  thu  60 tỷ đồng
    """
    found = explain(maker(book, "2026-Q1"), indicator="thu", body="p1", what=What.RANK)
    assert found is not None
    reason = f"thứ 2 trong 2 đơn vị cùng loại, theo {BY_PLAN}; 1 đơn vị cùng loại chưa xếp được"
    assert (found.value, found.measure, found.reason) == (2, "hạng", reason)
    assert [(line.role, line.entry) for line in found.lines] == [("", 3), ("target", 1)]
    assert found.rule.endswith("Chưa có quy chế xếp hạng: thứ hạng chỉ xem trên màn hình, không đưa vào tài liệu.")


def test_that_there_is_no_place_is_explained_too(book: Book) -> None:
    """
    2026-03  p1  diem  5 điểm
    """
    found = explain(maker(book, "2026-03"), indicator="diem", body="p1", what=What.RANK)
    assert found is not None
    assert (found.value, found.reason) == (None, "không có đơn vị cùng loại để xếp hạng")
    assert "Xếp hạng theo: Quy chế xếp hạng (" in found.rule


def test_estimates_held_against_surer_figures_are_noted() -> None:
    """Nobody's place changes; whoever reads it is told."""
    assert not why(WARDS).mixed
    mixed = WARDS.replace("p2  thu  60 tỷ đồng", "p2  thu  60 tỷ đồng  ước")
    assert why(mixed) == replace(why(WARDS), mixed=True)
    found = explain(maker(ledger_of(mixed), "2026-Q1"), indicator="thu", body="p1", what=What.RANK)
    assert found is not None
    assert found.reason.endswith("; có đơn vị mới có số ước")


def test_a_place_follows_the_verdict_of_the_row() -> None:
    """The plan that is compared is the one that the status goes by."""
    text = WARDS + "\n2026-Q1  p1  thu  KH tp-giao 10 tỷ đồng\n2026-Q1  p2  thu  KH tp-giao 100 tỷ đồng"
    found = row(maker(ledger_of(text), "2026-Q1"), "thu", body="p1")
    assert found.status.level.value == "exceeded"
    assert (found.rank.place, found.rank.of, found.rank.by) == (1, 2, "phần trăm kế hoạch quý I/2026 (thành phố giao)")
