"""What holds the work up, and who said so?

A difficulty (khó khăn, vướng mắc) is somebody's word: it belongs to whoever
raised it and accuses nobody. Title, cause and what is asked for are free text;
an office keeps them outside the chain, which then holds their digests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from giaoban.delivery.content import id_in, ids_in, lines_in, opened, period_in, visibility_in, without_empty
from giaoban.values import Problem, Span


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """One difficulty raised (khó khăn, vướng mắc).

    Args:
        body: Id of the body whose work is held up.
        period: Code of the period that it is told of.
        title: What is short, late or in the way, as a sentence.
        cause: Why, as it was said; empty where nobody said.
        raised_by: Id of the person who raised it, never a name; empty where it is not known.
        raised_for: Id of the body that the person spoke for; empty where it is not known.
        programme: Id of the programme that it slows; empty for none.
        asks: What is asked for, and of whom (kiến nghị).
        affects: Ids of indicators that it holds back (ảnh hưởng).
        note: Digest of our own remark, kept outside the chain.
        entry: Number of the entry that records it; 0 before it is recorded.
        source: The document as one cites it; not part of the content.
    """

    KIND: ClassVar[str] = "Bottleneck"
    WORDS: ClassVar[str] = "khó khăn, vướng mắc"
    FREE_TEXT: ClassVar[tuple[str, ...]] = ("title", "cause", "asks")

    id: str
    body: str
    period: str
    title: str
    cause: str = ""
    raised_by: str = ""
    raised_for: str = ""
    programme: str = ""
    asks: tuple[str, ...] = ()
    affects: tuple[str, ...] = ()
    visibility: str = "accepted"
    note: str = ""
    entry: int = 0
    source: str = ""

    @property
    def key(self) -> str:
        """Key of the entry that records it."""
        return f"bottleneck/{self.id}"

    def content(self) -> dict[str, str]:
        r"""Return what an entry holds of it: texts by name, lists as lines, nothing empty.

        Example:
            >>> Bottleneck("xi-mang", "phuong-mau", "2026-Q1", "Xi măng về chậm", asks=("cấp đủ", "cấp sớm")).content()
            {'body': 'phuong-mau', 'period': '2026-Q1', 'title': 'Xi măng về chậm', 'asks': 'cấp đủ\ncấp sớm'}
        """
        return without_empty(
            {
                "body": self.body,
                "period": self.period,
                "title": self.title,
                "cause": self.cause,
                "raised_by": self.raised_by,
                "raised_for": self.raised_for,
                "programme": self.programme,
                "asks": "\n".join(self.asks),
                "affects": "\n".join(self.affects),
                "visibility": self.visibility,
                "note": self.note,
            }
        )


def read_bottleneck(content: Mapping[str, str], *, key: str, where: Span) -> tuple[Bottleneck | None, tuple[Problem, ...]]:
    """Return the difficulty that the content says, or None, and every problem found in it.

    Args:
        content: Texts by name, lists as lines.
        key: `bottleneck/<id>`.
    """
    problems: list[Problem] = []
    fields = opened(content, key=key, what=Bottleneck.WORDS, where=where, problems=problems)
    found = Bottleneck(
        id=fields.id,
        body=id_in(fields, field="body"),
        period=period_in(fields, field="period"),
        title=fields.text("title") or "",
        cause=fields.text("cause", optional=True) or "",
        raised_by=id_in(fields, field="raised_by", optional=True),
        raised_for=id_in(fields, field="raised_for", optional=True),
        programme=id_in(fields, field="programme", optional=True),
        asks=lines_in(fields, field="asks"),
        affects=ids_in(fields, field="affects"),
        visibility=visibility_in(fields),
        note=fields.text("note", optional=True) or "",
    )
    fields.leftover()
    return (found if fields.sound else None), tuple(problems)
