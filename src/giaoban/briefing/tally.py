"""How do the indicators stand, counted? One line says it before any table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from giaoban.engine import Level, Row
from giaoban.ledger.figures import WHOLE

GOOD = (Level.EXCEEDED, Level.REACHED, Level.ON_PACE)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of indicators by verdict (số chỉ tiêu theo đánh giá).

    Args:
        good: Reached, exceeded or on pace.
        unjudged: Something is known of it, but no verdict can be given.
        unknown: Nothing is known of it, or it is not yet due.
    """

    good: int
    behind: int
    weak: int
    unjudged: int
    unknown: int

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Tally:
        """Return the counts; parts of a disaggregated indicator and what does not apply are not counted."""
        counted = [row for row in rows if row.series.part == WHOLE and row.state != "not_applicable"]
        levels = [row.status.level for row in counted]
        open_ones = [row.state == "known" or bool(row.stated) for row in counted if row.status.level is Level.NONE]
        good = sum(level in GOOD for level in levels)
        return cls(good, levels.count(Level.BEHIND), levels.count(Level.WEAK), open_ones.count(True), open_ones.count(False))

    @property
    def total(self) -> int:
        """How many indicators were counted."""
        return self.good + self.behind + self.weak + self.unjudged + self.unknown

    def line(self) -> str:
        """Return the counts as one line.

        Example:
            >>> Tally(18, 6, 4, 1, 2).line()
            '31 chỉ tiêu: 18 đạt hoặc đúng tiến độ · 6 chậm tiến độ · 4 đạt thấp · 1 chưa đánh giá · 2 chưa có số liệu'
        """
        said = (
            f"{self.good} đạt hoặc đúng tiến độ",
            f"{self.behind} chậm tiến độ",
            f"{self.weak} đạt thấp",
            f"{self.unjudged} chưa đánh giá",
            f"{self.unknown} chưa có số liệu",
        )
        return f"{self.total} chỉ tiêu: {' · '.join(said)}"

    def sentence(self) -> str:
        """Return the counts as a sentence of a report, without what there is none of."""
        counted = (
            (self.good, "đạt kế hoạch hoặc đúng tiến độ"),
            (self.behind, "chậm tiến độ"),
            (self.weak, "đạt thấp"),
            (self.unjudged, "có số liệu nhưng chưa đủ căn cứ đánh giá"),
            (self.unknown, "chưa có số liệu hoặc chưa đến kỳ báo cáo"),
        )
        said = ", ".join(f"{count} chỉ tiêu {words}" for count, words in counted if count)
        if not said:
            return "Chưa có chỉ tiêu nào được theo dõi trong kỳ."
        return f"Tổng số {self.total} chỉ tiêu được theo dõi, trong đó có {said}."
