from __future__ import annotations

from giaoban.reading import Quote, read_text
from giaoban.values import Span
from tests.unit.reading.texts import REPORT


def test_a_quote_is_evidence() -> None:
    """Its place is what an entry keeps."""
    assert Quote(3, 9, "5 tỷ đ").span("bc.txt") == Span("bc.txt", "3-9")


def test_proposals_come_in_the_order_of_the_text() -> None:
    """Figures, deadlines, citations and people together."""
    found = read_text(REPORT, document="a").proposals
    starts = [one.quote.start for one in found]
    assert starts == sorted(starts)
    assert {type(one).__name__ for one in found} == {"ProposedFigure", "ProposedDeadline", "ProposedCitation", "ProposedPerson"}


def test_what_the_clause_leaves_out_lowers_the_confidence() -> None:
    """A figure that says everything itself is surest."""
    first, second = read_text("Quý I/2031 thu ngân sách đạt 5 tỷ đồng, tăng 3%.", document="a").figures
    assert first.confidence > second.confidence >= 20
