"""Which percentages of a plan does the source leave without naming the plan?

"Đạt 188% kế hoạch" may be of the Tết planting, of the quarter or of the year.
The figure is kept as printed and judged by nobody; the plans that are known
are set beside it, so that whoever reported can say which one was meant.
"""

from __future__ import annotations

from giaoban.catalogue import Catalogue
from giaoban.engine import Board, Row, StatedShare
from giaoban.findings.finding import Finding, about, exact, name_of, percent, plan_words, stated_percent
from giaoban.ledger.figures import PLAN, UNNAMED

KIND = "unnamed_plan"
WEIGHT = 40


def find(board: Board, *, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return a finding for every stated share of a plan that the source does not name, voluntary contributions aside."""
    found = []
    for row in board.rows:
        if not catalogue.indicators[row.series.indicator].voluntary:
            found += [_finding(row, stated) for stated in row.stated if stated.relation == PLAN and stated.authority == UNNAMED]
    return tuple(found)


def _finding(row: Row, stated: StatedShare) -> Finding:
    known = [plan for plan in row.targets if plan.attainment is not None]
    shares = "; ".join(f"{percent(plan.attainment)}% {plan_words(plan)}" for plan in known if plan.attainment is not None)
    return about(
        row,
        kind=KIND,
        weight=WEIGHT,
        title=f"{name_of(row)}: nguồn ghi {stated_percent(stated.value)}% kế hoạch nhưng không nêu rõ kế hoạch nào",
        detail=f"tính theo kế hoạch đã biết: {shares}" if shares else "",
        numbers=(("stated", exact(stated.value)),),
        entries=(stated.entry, *(plan.entry for plan in known)),
    )
