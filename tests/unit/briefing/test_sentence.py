"""Is a row said in a sentence that an office would write, with the base of every percentage?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from giaoban.briefing.legend import Legend
from giaoban.briefing.notes import GLUE, Notes
from giaoban.briefing.sentence import graded_words, is_graded, row_sentence
from giaoban.catalogue import Window
from giaoban.engine import Level, Row, SamePeriod
from tests.unit.briefing.boards import (
    ARTICLE,
    GIFTS,
    PACE,
    POOR,
    REVENUE,
    TREES,
    VOLUME,
    catalogue,
    graded,
    plan,
    row,
    stated,
    status,
)

LEGEND = Legend.of(catalogue(), on=date(2021, 4, 20))


def said(found: Row, *, period: str = "2021-Q1") -> str:
    """Return the row's sentence without the name that begins it."""
    sentence = row_sentence(found, window=Window.of(period), legend=LEGEND, notes=Notes())
    return sentence.replace(GLUE, " ").partition(": ")[2]


def test_the_sentence_of_the_newspaper() -> None:
    """Named base, named source, and the name of the indicator first."""
    found = row(REVENUE, value=154.3, stated=(stated("same_period", "145%", 1.45),))
    notes = Notes()
    assert row_sentence(found, window=Window.of("2021-Q1"), legend=LEGEND, notes=notes).replace(GLUE, " ") == (
        "Thu ngân sách nhà nước trên địa bàn: đạt 154,3 tỷ đồng, bằng 145% so với cùng kỳ (theo nguồn [1])."
    )
    assert notes.texts == [f"Theo nguồn: {ARTICLE}."]


def test_a_plan_that_the_source_does_not_name_is_said_so() -> None:
    unnamed = stated("plan", "188%", 1.88, authority="unnamed")
    named = stated("plan", "68%", 0.68, authority="tinh-giao", words="tỉnh giao")
    assert said(row(TREES, stated=(unnamed,))) == "bằng 188% kế hoạch (theo nguồn [1]; nguồn không nêu rõ kế hoạch nào)."
    assert said(row(TREES, stated=(named,))) == "bằng 68% kế hoạch (tỉnh giao; theo nguồn [1])."


@pytest.mark.parametrize(
    ("quality", "words"),
    [
        ("estimate", "ước đạt 154,3 tỷ đồng."),
        ("preliminary", "sơ bộ đạt 154,3 tỷ đồng."),
        ("actual", "đạt 154,3 tỷ đồng."),
        ("final", "đạt 154,3 tỷ đồng (số chính thức)."),
        (None, "đạt 154,3 tỷ đồng."),
    ],
)
def test_how_sure_a_figure_is_stands_in_its_verb(quality: str | None, words: str) -> None:
    assert said(row(REVENUE, value=154.3, quality=quality)) == words


def test_where_more_is_not_better_nothing_is_achieved() -> None:
    """A poverty rate is 1,45%; nobody "đạt" it."""
    assert said(row(POOR, value=1.45)) == "1,45%."
    assert said(row(POOR, value=1.45, quality="estimate", targets=(plan(1.5, 1.45 / 1.5),))) == (
        "ước 1,45%, bằng 96,7% mức giao năm 2021 (thành phố giao)."
    )


def test_plans_of_two_givers_stand_side_by_side() -> None:
    targets = (plan(450.0, 0.5, authority="tinh-giao", words="tỉnh giao"), plan(500.0, 0.45), plan(1.0, None))
    assert said(row(REVENUE, value=225.0, targets=targets)) == (
        "đạt 225 tỷ đồng, bằng 50% kế hoạch năm 2021 (tỉnh giao) và 45% kế hoạch năm 2021 (thành phố giao)."
    )


def test_our_share_stands_instead_of_the_source_s_of_the_same_giver() -> None:
    """Where the two differ, a contradiction shows both elsewhere."""
    both = row(REVENUE, value=1.0, targets=(plan(2.0, 0.5),), stated=(stated("plan", "49%", 0.49, authority="thanh-pho-giao"),))
    assert said(both) == "đạt 1 tỷ đồng, bằng 50% kế hoạch năm 2021 (thành phố giao)."


def test_the_year_so_far_has_the_plans_of_the_year() -> None:
    """The period's own plan stays with the period's figure; a level has no year so far."""
    targets = (plan(100.0, 0.8, period="2021-Q2"), plan(400.0, 0.5))
    assert said(row(REVENUE, value=80.0, to_date=200.0, targets=targets), period="2021-Q2") == (
        "đạt 80 tỷ đồng, bằng 80% kế hoạch quý II/2021 (thành phố giao); "
        "lũy kế từ đầu năm 200 tỷ đồng, bằng 50% kế hoạch năm 2021 (thành phố giao)."
    )
    assert said(row(VOLUME, value=31.0, to_date=31.0, targets=(plan(100.0, 0.31),)), period="2021-Q2") == (
        "đạt 31%; bằng 31% kế hoạch năm 2021 (thành phố giao)."
    )
    assert said(row(VOLUME, value=31.0, to_date=31.0), period="2021-Q2") == "đạt 31%."


@pytest.mark.parametrize(
    ("same", "growth", "words"),
    [
        (SamePeriod(100.0, 1.1, "exact"), 0.1, "đạt 110 tỷ đồng, bằng 110% so với cùng kỳ."),
        (SamePeriod(100.0, 1.1, "apportioned"), 0.1, "đạt 110 tỷ đồng, bằng 110% so với cùng kỳ (phân bổ theo tỷ lệ)."),
        (SamePeriod(0.0, None, "exact", "cùng kỳ không phát sinh"), None, "đạt 110 tỷ đồng, cùng kỳ không phát sinh."),
        (SamePeriod(106.4, None, "implied"), None, "đạt 110 tỷ đồng."),
        (SamePeriod(mark="not_comparable"), None, "đạt 110 tỷ đồng."),
    ],
)
def test_the_same_period_is_compared_where_it_can_be(same: SamePeriod, growth: float | None, words: str) -> None:
    """An implied base rests on the ratio itself and says nothing of its own."""
    assert said(row(REVENUE, value=110.0, same_period=same, growth=growth)) == words


@pytest.mark.parametrize(("growth", "words"), [(1.2, "tăng 1,2 điểm %"), (-0.5, "giảm 0,5 điểm %")])
def test_a_change_of_a_percentage_is_said_in_points(growth: float, words: str) -> None:
    found = row(POOR, value=3.0, same_period=SamePeriod(3.0 - growth, 1.1, "exact"), growth=growth)
    assert said(found) == f"3%, {words} so với cùng kỳ."
    assert said(replace(found, growth=0.0)) == "3%, bằng cùng kỳ."


def test_voluntary_contributions_carry_no_share_of_a_plan() -> None:
    """Neither ours nor the source's; what was given is said."""
    gifts = row(GIFTS, value=613.7, targets=(plan(1000.0, 0.6137),), stated=(stated("plan", "61%", 0.61, authority="unnamed"),))
    assert said(gifts) == "đạt 613,7 triệu đồng."


def test_a_judgement_in_words_stands_as_it_was_given() -> None:
    """With its source, where there is one."""
    found = row(PACE, state="known", status=graded(Level.WEAK, "Chậm tiến độ"))
    assert is_graded(found)
    assert said(found) == "chậm tiến độ (đánh giá bằng lời, theo nguồn [1])."
    without = replace(found, status=replace(status(Level.WEAK), word="Chậm tiến độ", reason="đánh giá bằng lời"))
    assert graded_words(without, notes=Notes()) == "chậm tiến độ (đánh giá bằng lời)"
