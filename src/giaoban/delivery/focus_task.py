"""What shall a body give its mind to in the period to come?

The focus tasks of the next quarter (nhiệm vụ trọng tâm) are what a meeting
talks about. Each is the body's own word, handed in before the meeting, and no
order: it has no lead, no deadline that the product presses, and is not
counted as done or late. Title and measure are free text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from giaoban.delivery.content import id_in, opened, period_in, visibility_in, without_empty
from giaoban.values import Problem, Span


@dataclass(frozen=True, slots=True)
class FocusTask:
    """One task that a body sets out to do in a period (nhiệm vụ trọng tâm).

    Args:
        body: Id of the body whose task it is.
        period: Code of the period in which it is to be done.
        title: What is to be done, as a sentence.
        measure: By what one will see that it is done, as it was said; empty where nobody said.
        indicator: Id of the indicator that it moves; empty for none.
        note: Digest of our own remark, kept outside the chain.
        entry: Number of the entry that records it; 0 before it is recorded.
        source: The document as one cites it; not part of the content.
    """

    KIND: ClassVar[str] = "FocusTask"
    WORDS: ClassVar[str] = "nhiệm vụ trọng tâm"
    FREE_TEXT: ClassVar[tuple[str, ...]] = ("title", "measure")

    id: str
    body: str
    period: str
    title: str
    measure: str = ""
    indicator: str = ""
    visibility: str = "accepted"
    note: str = ""
    entry: int = 0
    source: str = ""

    @property
    def key(self) -> str:
        """Key of the entry that records it."""
        return f"focus/{self.id}"

    def content(self) -> dict[str, str]:
        """Return what an entry holds of it: texts by name, nothing empty.

        Example:
            >>> FocusTask("thu-gom-rac", "phuong-mau", "2026-Q2", "Thu gom rác vô chủ", "xóa 12 điểm").content()
            {'body': 'phuong-mau', 'period': '2026-Q2', 'title': 'Thu gom rác vô chủ', 'measure': 'xóa 12 điểm'}
        """
        return without_empty(
            {
                "body": self.body,
                "period": self.period,
                "title": self.title,
                "measure": self.measure,
                "indicator": self.indicator,
                "visibility": self.visibility,
                "note": self.note,
            }
        )


def read_focus_task(content: Mapping[str, str], *, key: str, where: Span) -> tuple[FocusTask | None, tuple[Problem, ...]]:
    """Return the focus task that the content says, or None, and every problem found in it.

    Args:
        content: Texts by name.
        key: `focus/<id>`.
    """
    problems: list[Problem] = []
    fields = opened(content, key=key, what=FocusTask.WORDS, where=where, problems=problems)
    found = FocusTask(
        id=fields.id,
        body=id_in(fields, field="body"),
        period=period_in(fields, field="period"),
        title=fields.text("title") or "",
        measure=fields.text("measure", optional=True) or "",
        indicator=id_in(fields, field="indicator", optional=True),
        visibility=visibility_in(fields),
        note=fields.text("note", optional=True) or "",
    )
    fields.leftover()
    return (found if fields.sound else None), tuple(problems)
