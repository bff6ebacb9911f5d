"""What does a conclusion tell whom to do, as read from its paper and before anybody issues it?

A draft binds nobody: it is the reading of a notice of conclusion or a signed
paper, kept with its words, ready for the act that makes directives of it. It
has no state and is never overdue. What is said in words stays free text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from giaoban.delivery.content import id_in, ids_in, opened, period_in, without_empty, word_in
from giaoban.ledger.figures import VISIBILITIES
from giaoban.values import Problem, Span

BINDING, ASKED, GENERAL = "binding", "asked", "general"  # giao, yêu cầu · đề nghị · tập trung, tăng cường
STRENGTHS = (BINDING, ASKED, GENERAL)
DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class DirectiveDraft:
    """One task read from a conclusion (dự thảo nhiệm vụ).

    Args:
        body: Id of the body whose meeting concluded.
        period: Code of the period of the meeting.
        task: What is to be done, as it was said.
        lead: Id of the body that leads; empty where the words name none of the book.
        lead_words: How the paper names the lead.
        helping: Ids of bodies that help.
        helping_words: How the paper names those who help.
        measure: By what one will see that it is done ("80% khối lượng"), as it was said.
        due_on: Last day on which it is in time; None where no day is said.
        due_words: How the paper says it.
        report_on: Last day for the report of the result; None where no day is said.
        strength: `binding` (giao, yêu cầu), `asked` (đề nghị), or `general` (tập trung, tăng cường: no measurable task).
        indicator: Id of the indicator that shows it; empty for none.
        note: Digest of our own remark, kept outside the chain.
        entry: Number of the entry that records it; 0 before it is recorded.
        source: The document as one cites it; not part of the content.
    """

    KIND: ClassVar[str] = "DirectiveDraft"
    WORDS: ClassVar[str] = "dự thảo nhiệm vụ"
    FREE_TEXT: ClassVar[tuple[str, ...]] = ("task", "lead_words", "helping_words", "measure", "due_words")

    id: str
    body: str
    period: str
    task: str
    lead: str = ""
    lead_words: str = ""
    helping: tuple[str, ...] = ()
    helping_words: str = ""
    measure: str = ""
    due_on: date | None = None
    due_words: str = ""
    report_on: date | None = None
    strength: str = BINDING
    indicator: str = ""
    visibility: str = DRAFT
    note: str = ""
    entry: int = 0
    source: str = ""

    @property
    def key(self) -> str:
        """Key of the entry that records it."""
        return f"directive-draft/{self.id}"

    def content(self) -> dict[str, str]:
        """Return what an entry holds of it: texts by name, nothing empty.

        Example:
            >>> DirectiveDraft("don-rac", "phuong-mau", "2026-Q2", "Dọn rác", lead="to-1", due_on=date(2026, 8, 14)).content()
            {'body': 'phuong-mau', 'period': '2026-Q2', 'task': 'Dọn rác', 'lead': 'to-1', 'due_on': '2026-08-14', ...}
        """
        return without_empty(
            {
                "body": self.body,
                "period": self.period,
                "task": self.task,
                "lead": self.lead,
                "lead_words": self.lead_words,
                "helping": "\n".join(self.helping),
                "helping_words": self.helping_words,
                "measure": self.measure,
                "due_on": self.due_on.isoformat() if self.due_on else "",
                "due_words": self.due_words,
                "report_on": self.report_on.isoformat() if self.report_on else "",
                "strength": self.strength,
                "indicator": self.indicator,
                "visibility": self.visibility,
                "note": self.note,
            }
        )


def read_directive_draft(content: Mapping[str, str], *, key: str, where: Span) -> tuple[DirectiveDraft | None, tuple[Problem, ...]]:
    """Return the draft that the content says, or None, and every problem found in it.

    Args:
        content: Texts by name, lists as lines.
        key: `directive-draft/<id>`.
    """
    problems: list[Problem] = []
    fields = opened(content, key=key, what=DirectiveDraft.WORDS, where=where, problems=problems)
    found = DirectiveDraft(
        id=fields.id,
        body=id_in(fields, field="body"),
        period=period_in(fields, field="period"),
        task=fields.text("task") or "",
        lead=id_in(fields, field="lead", optional=True),
        helping=ids_in(fields, field="helping"),
        due_on=fields.day("due_on", optional=True),
        report_on=fields.day("report_on", optional=True),
        strength=word_in(fields, field="strength", among=STRENGTHS, default=BINDING),
        indicator=id_in(fields, field="indicator", optional=True),
        visibility=word_in(fields, field="visibility", among=VISIBILITIES, default=DRAFT),
        lead_words=fields.text("lead_words", optional=True) or "",
        helping_words=fields.text("helping_words", optional=True) or "",
        measure=fields.text("measure", optional=True) or "",
        due_words=fields.text("due_words", optional=True) or "",
        note=fields.text("note", optional=True) or "",
    )
    fields.leftover()
    return (found if fields.sound else None), tuple(problems)
