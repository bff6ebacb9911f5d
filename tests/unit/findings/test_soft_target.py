"""Is a plan that was too low told to the office, by the rule, and to nobody else?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from giaoban.catalogue import Direction
from giaoban.findings import soft_target
from tests.unit.briefing.boards import GIFTS, POOR, TREES, board, catalogue, plan, row, stated


def test_a_plan_far_exceeded_was_low() -> None:
    """At or above the rule's share of the whole plan."""
    (found,) = soft_target.find(board([row(TREES, value=1500.0, targets=(plan(1000.0, 1.5),))]), catalogue=catalogue())
    assert found.title == (
        "Trồng cây xanh: bằng 150% kế hoạch năm 2021 (thành phố giao), mức giao có thể còn thấp so với khả năng thực hiện"
    )
    assert found.detail == "từ 150% trở lên, Quy tắc chung (giaoban, mặc định của sản phẩm)"
    assert found.numbers == (("attainment", Decimal("1.5")), ("soft_from", Decimal("1.5")))
    assert found.for_office


@pytest.mark.parametrize("attainment", [None, 0.3, 1.4999])
def test_below_the_rule_s_share_nothing_is_said(attainment: float | None) -> None:
    assert soft_target.find(board([row(TREES, targets=(plan(1000.0, attainment),))]), catalogue=catalogue()) == ()


def test_where_more_is_not_better_a_high_share_says_nothing_of_the_plan() -> None:
    """Nor where contributions are voluntary, nor where the share is the source's own word, nor without a rule."""
    much = (plan(1000.0, 2.0),)
    band = replace(TREES, id="band", direction=Direction.BAND)
    rows = [row(POOR, targets=much), row(GIFTS, targets=much), row(band, targets=much), row(TREES, stated=(stated("plan", "200%", 2.0),))]
    assert soft_target.find(board(rows), catalogue=catalogue(POOR, GIFTS, band, TREES)) == ()
    assert soft_target.find(board([row(TREES, targets=much)]), catalogue=replace(catalogue(), rules={})) == ()
