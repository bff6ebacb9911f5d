"""In which order are findings told? A few that are weak and stuck come first.

The body itself comes before its parts. What is behind and also held up by a
difficulty that somebody raised comes first of all, because there a meeting
can help; then by weight, by depth, and by name, so that equal boards give
equal lists.

    90  weak            80  behind          70  contradiction
    50  missing         40  unnamed plan    20  soft target (the office only)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from giaoban.findings.finding import Finding
from giaoban.values import vietnamese

BEHIND = 80  # from this weight on a finding says that work is late


def weigh(findings: Iterable[Finding], *, body: str, stuck: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return the findings in the order in which they are told.

    Args:
        body: Id of the body that the board is about.
        stuck: Ids of indicators that a difficulty holds back.
    """

    def place(finding: Finding) -> tuple[object, ...]:
        is_stuck = finding.weight >= BEHIND and finding.series.indicator in stuck
        name, series = vietnamese.sort_key(finding.name), finding.series
        return (finding.body != body, not is_stuck, -finding.weight, -finding.depth, name, finding.kind, series, finding.body)

    return tuple(sorted(findings, key=place))
