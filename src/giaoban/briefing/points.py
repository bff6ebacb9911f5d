"""How do findings become points of a text? Gathered by kind, the body's own first, its parts only counted.

Parts of the body are not named: "một số đơn vị" and counts, for naming them is
the chair's decision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from giaoban.briefing.notes import GLUE, Notes
from giaoban.briefing.pack import Pack
from giaoban.findings import Finding, contradiction, soft_target
from giaoban.values import vietnamese

GENERAL = (contradiction.KIND, soft_target.KIND)  # their details are the same for many findings
MANY = 12  # names in one point; beyond it they are counted, and the table or the board has them


class Points:
    """Makes points of one briefing, gathering its notes on the way."""

    def __init__(self, pack: Pack, *, notes: Notes) -> None:
        self.pack, self.notes = pack, notes

    def of_kind(self, kind: str) -> tuple[list[Finding], str]:
        """Return the findings of a kind about the body itself, and those about its parts as counts by indicator."""
        found = [finding for finding in self.pack.findings if finding.kind == kind]
        own = [finding for finding in found if finding.body == self.pack.board.body]
        said = {finding.series for finding in own}
        elsewhere = {(one.name, one.body) for one in found if one.body != self.pack.board.body and one.series not in said}
        counts = Counter(name for name, _ in elsewhere)
        return own, "; ".join(f"{name} ({counts[name]} đơn vị)" for name in sorted(counts, key=vietnamese.sort_key))

    def predicate(self, finding: Finding) -> str:
        """Return a finding without the name that begins it; what holds of all of its kind becomes a note."""
        said = finding.title.removeprefix(f"{finding.name}: ")
        if finding.kind in GENERAL:
            return f"{said}{GLUE}{self.notes.mark(finding.detail)}"
        return f"{said} ({finding.detail})" if finding.detail else said


def listed(names: Sequence[str]) -> str:
    """Return the names in one line, or how many there are where they are too many to read."""
    return "; ".join(names) if len(names) <= MANY else f"{len(names)} chỉ tiêu (danh sách trong bảng tổng hợp)"
