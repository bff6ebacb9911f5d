"""What does a text hold that its figures are read against, and what has it said so far?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from giaoban.reading.prose.amounts import Amount
from giaoban.reading.prose.bases import Against
from giaoban.reading.prose.clean import Clean
from giaoban.reading.prose.periods import Said
from giaoban.reading.prose.places import Gazetteer
from giaoban.reading.prose.qualifiers import Qualifier
from giaoban.reading.prose.relations import Chain, Relation
from giaoban.reading.prose.sentences import Sentence

PERCENT = ("%", "‰", "điểm %")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in the clean text, before it becomes a proposal; fields as in `ProposedFigure`."""

    amount: Amount
    start: int
    end: int
    subject: str
    relation: Relation
    direction: str
    qualifier: Qualifier
    period: str | None
    place: str
    target: bool
    base: Against
    sentence: int
    context: tuple[str, ...]


@dataclass(slots=True)
class Memory:
    """What the text has said so far, for clauses that leave it out."""

    period: str = ""
    subject: str = ""
    outer: str = ""  # of the words before an open bracket
    chain: Chain = field(default_factory=Chain)
    last_end: int = 0
    last_amount: int = 0
    last_base: Against = Against.NONE
    last_period: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One text with all that its figures are read against."""

    clean: Clean
    sentences: Sequence[Sentence]
    times: Sequence[Said]
    time_starts: Sequence[int]
    gazetteer: Gazetteer
    year: str

    def times_in(self, start: int, *, end: int) -> Sequence[Said]:
        """Return the times that the text names from one place to another."""
        return self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)]
