"""Are findings told in the order in which a meeting can help, and always in the same order?"""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

from giaoban.engine import Level, Row
from giaoban.findings import behind, contradiction, missing, soft_target, unnamed_plan, weigh
from giaoban.findings.finding import Finding, about
from giaoban.findings.weigh import __doc__ as page
from tests.unit.briefing.boards import REVENUE, TREES, VOLUME, WARDS, row


def finding(of: Row, *, weight: int = 90, depth: str = "0", kind: str = "behind") -> Finding:
    return about(of, kind=kind, weight=weight, title=of.name, depth=Decimal(depth))


def test_weight_comes_first_then_depth_then_the_vietnamese_order_of_names() -> None:
    """Whatever order they were found in: volume begins with K, revenue with Th, trees with Tr."""
    ordered = (
        finding(row(TREES), depth="0.5"),
        finding(row(VOLUME), depth="0.1"),
        finding(row(REVENUE), depth="0.1"),
        finding(row(REVENUE), weight=80, depth="0.9"),
    )
    assert {weigh(found, body="ha-tinh") for found in permutations(ordered)} == {ordered}


def test_what_is_weak_and_stuck_comes_first_of_all() -> None:
    """A difficulty on an indicator that is not late moves nothing."""
    deep, stuck, doubtful = finding(row(TREES), depth="0.9"), finding(row(VOLUME), weight=80), finding(row(REVENUE), weight=70)
    told = weigh((deep, stuck, doubtful), body="ha-tinh", stuck={"khoi-luong-ctmt", "thu-ngan-sach"})
    assert told == (stuck, deep, doubtful)


def test_the_body_itself_comes_before_its_parts() -> None:
    part, own = finding(row(TREES, at=WARDS[0]), depth="1"), finding(row(TREES), weight=20)
    assert weigh((part, own), body="ha-tinh") == (own, part)


def test_the_page_lists_the_weights_that_the_kinds_give() -> None:
    """The table in the docstring is the kinds' own."""
    weights = {
        "weak": behind.WEIGHTS[Level.WEAK],
        "behind": behind.WEIGHTS[Level.BEHIND],
        "contradiction": contradiction.WEIGHT,
        "missing": missing.WEIGHT,
        "unnamed plan": unnamed_plan.WEIGHT,
        "soft target": soft_target.WEIGHT,
    }
    assert [name for name, weight in weights.items() if f"{weight}  {name}" not in (page or "")] == []
