"""What does a reader propose, and where does the document say it?

Nothing here is recorded: a proposal (đề xuất ghi nhận) stands until a person
accepts it. Every one carries the words that it rests on, with their place in
the text as it was handed in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from giaoban.reading.prose.kinds import Kind
from giaoban.reading.prose.qualifiers import Qualifier
from giaoban.reading.prose.relations import Relation
from giaoban.values import Problem, Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document as they stand in it (trích dẫn).

    Args:
        start, end: Characters from the beginning of the text as given; `end` is not included.
        words: The text from `start` to `end`, letter for letter.
        cell: Address of the cell, `Biểu 02!D14`; empty for words that stand in no table.
    """

    start: int
    end: int
    words: str
    cell: str = ""

    def span(self, document: str) -> Span:
        """Return the place as evidence in an entry keeps it."""
        return Span(document, self.cell or f"{self.start}-{self.end}")


@dataclass(frozen=True, slots=True)
class Link:
    """One thing of the catalogue that words may mean, and how well they fit.

    Args:
        id: Of an indicator or body.
        score: 0 to 100; 100 is one of its own names, word for word.
    """

    id: str
    score: int


@dataclass(frozen=True, slots=True)
class ProposedFigure:
    """A figure that the text states, with what it says of its subject (số liệu đề xuất).

    Args:
        value: In the plain measure, so 154300000000 for "154,3 tỷ đồng"; lower end of a range, first of N of M.
        measure: "VND", "%", "ha", "thứ hạng", or the noun that is counted.
        printed: The amount as it stands: number and measure.
        period: Code as `catalogue.Window` spells it, `a/b` for a stretch; None where the text does not say.
        direction: "up" or "down" of a change; empty for others.
        target: Whether it is aimed at and not achieved.
        upper: Upper end of a range.
        out_of: The whole of N of M, in the plain measure.
        context: What inside the text decided, where its own clause is silent: "period", "subject", "relation".
        links: Indicators that the subject may mean, best first.
        bodies: Bodies that the place may mean on the period's last day, best first.
        plan: Words that name the plan of a percentage or target ("KH năm 2026 tỉnh giao"); empty where no column names it.
    """

    quote: Quote
    subject: str
    value: Decimal
    measure: str
    printed: str
    relation: Relation
    qualifier: Qualifier
    period: str | None
    place: str
    direction: str = ""
    target: bool = False
    upper: Decimal | None = None
    out_of: Decimal | None = None
    context: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    bodies: tuple[Link, ...] = ()
    plan: str = ""

    @property
    def confidence(self) -> int:
        """How sure the reader is, 0 to 100: less for each thing that the clause itself does not say."""
        return max(20, 95 - 12 * len(self.context) - (15 if not self.subject else 0) - (10 if not self.period else 0))


@dataclass(frozen=True, slots=True)
class ProposedIndicator:
    """What a document tells of and the catalogue does not know (chỉ tiêu mới đề xuất).

    Args:
        name: As the document calls it.
        measure: In which its first figure is said.
        quotes: Its figures, in the order of the text.
    """

    name: str
    measure: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ProposedDeadline:
    """A day or window by which something is to be done (thời hạn đề xuất).

    Args:
        date: "2021-08-15", "2025-Q2", "2025-12", "2025"; "08-15" where no year is said; "recurring:day-03",
            "relative:2 tuần", "end-of-term".
        what: What is to be done.
    """

    quote: Quote
    date: str
    what: str


@dataclass(frozen=True, slots=True)
class ProposedCitation:
    """A document that the text cites, once per number (văn bản được dẫn)."""

    quote: Quote
    number: str
    type: str
    dated: date | None
    issuer: str


@dataclass(frozen=True, slots=True)
class ProposedPerson:
    """A person whom the text names, at the first mention with a role (người được nêu)."""

    quote: Quote
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence and what kind of thing it says (câu và loại câu)."""

    start: int
    end: int
    kind: Kind


Proposal = ProposedFigure | ProposedDeadline | ProposedCitation | ProposedPerson


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one document proposes, and what does not fit in it (kết quả đọc).

    Args:
        document: Name of the file, or sha256 of what was pasted.
        text: The text that the quotes point into: as given, or as taken out of a page.
        doubts: What contradicts itself or may be read in two ways.
        unnamed: What it tells of and the catalogue does not know; empty where no catalogue was at hand.
    """

    document: str
    text: str
    figures: tuple[ProposedFigure, ...] = ()
    deadlines: tuple[ProposedDeadline, ...] = ()
    citations: tuple[ProposedCitation, ...] = ()
    people: tuple[ProposedPerson, ...] = ()
    sentences: tuple[ReadSentence, ...] = ()
    doubts: tuple[Problem, ...] = ()
    unnamed: tuple[ProposedIndicator, ...] = ()

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """All that a person may accept, in the order of the text."""
        every: tuple[Proposal, ...] = (*self.figures, *self.deadlines, *self.citations, *self.people)
        return tuple(sorted(every, key=lambda proposal: (proposal.quote.start, proposal.quote.end)))
