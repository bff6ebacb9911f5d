"""Which level did a meeting note as something to strive for?

"Phấn đấu hoàn thành 80% khối lượng trước ngày 15/8", noted by a meeting, is an
aim and no duty: it has no lead, it is never overdue, and nobody is pressed by
it. It becomes a duty only by a signed paper that sets it, and then it is
another thing. So any other voice or strength is refused here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from giaoban.delivery.content import id_in, opened, visibility_in, without_empty, word_in
from giaoban.ledger.admission import read_ratio
from giaoban.values import Problem, Span

NOTED = "noted"  # hội nghị ghi nhận
STRIVE = "phan-dau"  # phấn đấu


@dataclass(frozen=True, slots=True)
class Aim:
    """A level that a meeting noted (mốc phấn đấu).

    Args:
        body: Id of the body that it is noted for.
        indicator: Id of the indicator whose level it is.
        fraction: As printed: "80%".
        ratio: The same as a number: 0.8.
        before: First day on which it is too late: "trước ngày 15/8".
        programme: Id of the programme; empty for none.
        note: Digest of our own remark, kept outside the chain.
        entry: Number of the entry that records it; 0 before it is recorded.
        source: The document as one cites it; not part of the content.
    """

    KIND: ClassVar[str] = "Aim"
    WORDS: ClassVar[str] = "mốc phấn đấu"
    FREE_TEXT: ClassVar[tuple[str, ...]] = ()

    id: str
    body: str
    indicator: str
    fraction: str
    ratio: Decimal
    before: date
    programme: str = ""
    voice: str = NOTED
    strength: str = STRIVE
    visibility: str = "accepted"
    note: str = ""
    entry: int = 0
    source: str = ""

    @property
    def key(self) -> str:
        """Key of the entry that records it."""
        return f"aim/{self.id}"

    def content(self) -> dict[str, str]:
        """Return what an entry holds of it: texts by name, nothing empty."""
        return without_empty(
            {
                "body": self.body,
                "indicator": self.indicator,
                "fraction": self.fraction,
                "before": self.before.isoformat(),
                "programme": self.programme,
                "voice": self.voice,
                "strength": self.strength,
                "visibility": self.visibility,
                "note": self.note,
            }
        )


def read_aim(content: Mapping[str, str], *, key: str, where: Span) -> tuple[Aim | None, tuple[Problem, ...]]:
    """Return the aim that the content says, or None, and every problem found in it.

    Args:
        content: Texts by name.
        key: `aim/<id>`.
    """
    problems: list[Problem] = []
    fields = opened(content, key=key, what=Aim.WORDS, where=where, problems=problems)
    id, body, indicator = fields.id, id_in(fields, field="body"), id_in(fields, field="indicator")
    fraction, before = fields.text("fraction"), fields.day("before")
    ratio, problem = read_ratio(fraction, where=fields.at("fraction")) if fraction else (None, None)
    if problem:
        fields.note(problem)
    programme = id_in(fields, field="programme", optional=True)
    voice = word_in(fields, field="voice", among=(NOTED,), default=NOTED)
    strength = word_in(fields, field="strength", among=(STRIVE,), default=STRIVE)
    visibility, note = visibility_in(fields), fields.text("note", optional=True) or ""
    fields.leftover()
    if not fields.sound or fraction is None or ratio is None or before is None:
        return None, tuple(problems)
    return Aim(id, body, indicator, fraction, ratio, before, programme, voice, strength, visibility, note), tuple(problems)
