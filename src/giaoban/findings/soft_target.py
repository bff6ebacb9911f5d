"""Which plans were so low that reaching them says little?

Where far more was done than the whole plan asks, the plan itself was low
(chỉ tiêu giao thấp). This goes to the office only: it speaks of whoever made
the plan, and is a matter for the next plan, not for a meeting.
"""

from __future__ import annotations

from decimal import Decimal

from giaoban.catalogue import Catalogue, Direction, StatusRule
from giaoban.engine import Board, PlanShare, Row
from giaoban.findings.finding import Finding, about, exact, name_of, percent, plan_words

KIND = "soft_target"
WEIGHT = 20


def find(board: Board, *, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return a finding for every plan of which the rule's share was reached, where more is better.

    Shares that a source states are left out: which plan they are of is the source's word, not ours.
    """
    found = []
    for row in board.rows:
        indicator, rule = catalogue.indicators[row.series.indicator], catalogue.rule_for(row.series.indicator)
        if rule is None or indicator.voluntary or indicator.direction is not Direction.MORE:
            continue
        found += [_finding(row, plan, share, rule) for plan in row.targets if (share := _reached(plan)) >= rule.soft_from]
    return tuple(found)


def _reached(plan: PlanShare) -> Decimal:
    return Decimal(0) if plan.attainment is None else exact(plan.attainment)


def _finding(row: Row, plan: PlanShare, share: Decimal, rule: StatusRule) -> Finding:
    return about(
        row,
        kind=KIND,
        weight=WEIGHT,
        depth=share - rule.soft_from,
        title=f"{name_of(row)}: bằng {percent(share)}% {plan_words(plan)}, mức giao có thể còn thấp so với khả năng thực hiện",
        detail=f"từ {percent(rule.soft_from)}% trở lên, {rule.name} ({rule.source.words()})",
        numbers=(("attainment", share), ("soft_from", rule.soft_from)),
        entries=(row.entry, plan.entry),
        for_office=True,
    )
