"""Is a percentage of an unnamed plan kept as printed, with the known plans beside it?"""

from __future__ import annotations

from decimal import Decimal

from giaoban.findings import unnamed_plan
from tests.unit.briefing.boards import GIFTS, TREES, board, catalogue, plan, row, stated

UNNAMED = stated("plan", "188%", 1.88, authority="unnamed", words="chưa rõ kế hoạch nào")


def test_the_percentage_is_told_with_what_the_source_leaves_out() -> None:
    (found,) = unnamed_plan.find(board([row(TREES, stated=(UNNAMED,))]), catalogue=catalogue())
    assert found.title == "Trồng cây xanh: nguồn ghi 188% kế hoạch nhưng không nêu rõ kế hoạch nào"
    assert (found.detail, found.numbers, found.entries) == ("", (("stated", Decimal("1.88")),), (9,))


def test_the_plans_that_are_known_stand_beside_it() -> None:
    """So that whoever reported can say which one was meant; we choose none."""
    targets = (plan(30000.0, 1.119), plan(18000.0, None, period="2021-Q1"))
    (found,) = unnamed_plan.find(board([row(TREES, value=33568.0, targets=targets, stated=(UNNAMED,))]), catalogue=catalogue())
    assert found.detail == "tính theo kế hoạch đã biết: 111,9% kế hoạch năm 2021 (thành phố giao)"
    assert found.entries == (9, 7)


def test_a_named_plan_another_relation_and_voluntary_contributions_are_none() -> None:
    """Of voluntary contributions no share of a plan is ever told."""
    rows = [row(TREES, stated=(stated("plan", "90%", 0.9, authority="tinh-giao"), stated("same_period", "145%", 1.45)))]
    assert unnamed_plan.find(board([*rows, row(GIFTS, stated=(UNNAMED,))]), catalogue=catalogue()) == ()
