"""Is every disagreement told with both numbers, the two ways to them, and no correction?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from giaoban.catalogue import OverTime
from giaoban.engine import Disagreement, Row, SamePeriod
from giaoban.findings import contradiction
from giaoban.findings.finding import Finding
from tests.unit.briefing.boards import BY_ITEM, GIFTS, REVENUE, TREES, VOLUME, WARDS, board, catalogue, plan, row


def found_in(*rows: Row, period: str = "2021-Q1") -> tuple[Finding, ...]:
    return contradiction.find(board(rows, period=period), catalogue=catalogue())


def said(found: Row, *, period: str = "2021-Q1") -> str:
    """Return the one finding of the row, without the name that begins it."""
    (finding,) = found_in(found, period=period)
    return finding.title.partition(": ")[2]


TOLD = Disagreement("plan", 1.14, 5558 / 3295, 0.0053, (9, 5, 7))
CUT = row(TREES, value=5558.0, targets=(plan(3295.0, 5558 / 3295),), disagreements=(TOLD,))


def test_a_share_that_its_own_numbers_deny_is_told_with_both() -> None:
    """5.558 trees of 3.295, printed as "vượt 14%": 168,7% by its own numbers."""
    (found,) = found_in(CUT)
    assert found.title == ("Trồng cây xanh: nguồn ghi bằng 114% kế hoạch năm 2021 (thành phố giao), tính lại được 168,7% (5.558/3.295 cây)")
    assert found.detail == "chênh lệch vượt mức do làm tròn; hệ thống giữ cả hai số, không tự sửa"
    assert found.numbers == (("stated", Decimal("1.14")), ("computed", Decimal("1.68679817906")), ("reach", Decimal("0.0053")))
    assert (found.entries, found.weight) == ((9, 5, 7), 70)
    assert round(found.depth, 3) == Decimal("0.324")


def test_the_year_plan_is_held_against_the_year_so_far() -> None:
    second = replace(CUT, value=558.0, to_date=5558.0)
    assert said(second, period="2021-Q2").endswith("(5.558/3.295 cây)")
    assert said(replace(second, to_date=None), period="2021-Q2").endswith("tính lại được 168,7%")


def test_a_plan_that_may_not_be_seen_is_not_named() -> None:
    assert said(replace(CUT, targets=())) == "nguồn ghi bằng 114% kế hoạch, tính lại được 168,7%"


def test_a_small_difference_is_shown_with_as_many_digits_as_tell_it() -> None:
    """34,5% against 34,51%."""
    close = Disagreement("plan", 0.345, 0.345099, 0.00001, (9, 7))
    assert said(replace(CUT, disagreements=(close,))).startswith(
        "nguồn ghi bằng 34,5% kế hoạch năm 2021 (thành phố giao), tính lại được 34,51%"
    )


def test_a_ratio_that_the_two_figures_deny_is_told_with_both() -> None:
    """The two figures stand beside it where both are known."""
    told = Disagreement("same_period", 1.45, 154.3 / 120.5, 0.006, (9, 5))
    found = row(REVENUE, value=154.3, same_period=SamePeriod(120.5, 154.3 / 120.5, "exact"), disagreements=(told,))
    assert said(found) == "nguồn ghi bằng 145% so với cùng kỳ, tính lại được 128% (154,3/120,5 tỷ đồng)"
    assert said(replace(found, same_period=SamePeriod())) == "nguồn ghi bằng 145% so với cùng kỳ, tính lại được 128%"


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("parts", "số chung là 100 tỷ đồng, cộng 2 phần được 98 tỷ đồng"),
        ("window", "số quý I/2021 ghi 100 tỷ đồng, cộng các kỳ ngắn hơn được 98 tỷ đồng"),
        ("to_date", "lũy kế từ đầu năm ghi 100 tỷ đồng, cộng các kỳ ngắn hơn được 98 tỷ đồng"),
    ],
)
def test_a_sum_that_differs_is_told_by_what_was_added(what: str, words: str) -> None:
    assert said(row(BY_ITEM, value=100.0, disagreements=(Disagreement(what, 100.0, 98.0, 0.5, (5,)),))) == words


def test_what_is_no_sum_is_not_called_added() -> None:
    """A level follows from the shorter periods; a percentage from its parts."""
    level = replace(REVENUE, over_time=OverTime.LAST)
    rows = board([row(level, value=100.0, disagreements=(Disagreement("window", 100.0, 98.0, 0.5, ()),))])
    (found,) = contradiction.find(rows, catalogue=catalogue(level))
    assert found.title.endswith("số quý I/2021 ghi 100 tỷ đồng, tính từ các kỳ ngắn hơn được 98 tỷ đồng")
    ratio = row(VOLUME, value=42.5, disagreements=(Disagreement("ratio", 45.0, 42.5, 0.5, ()),))
    assert said(ratio) == "nguồn ghi 45%, tính từ tử số và mẫu số được 42,5%"


def test_each_disagreement_of_the_body_and_of_its_parts_is_a_finding() -> None:
    both = (TOLD, Disagreement("to_date", 0.0, 0.0, 0.0, ()))
    found = found_in(replace(CUT, disagreements=both), replace(CUT, body=WARDS[0].id))
    assert [(one.body, one.depth > 0) for one in found] == [("ha-tinh", True), ("ha-tinh", False), ("phuong-1", True)]


def test_of_voluntary_contributions_no_share_of_a_plan_is_told() -> None:
    """A sum that differs is told all the same."""
    told = (TOLD, Disagreement("window", 2.0, 1.0, 0.1, ()))
    assert [one.title.partition(": ")[2] for one in found_in(row(GIFTS, value=2.0, disagreements=told))] == [
        "số quý I/2021 ghi 2 triệu đồng, cộng các kỳ ngắn hơn được 1 triệu đồng"
    ]
