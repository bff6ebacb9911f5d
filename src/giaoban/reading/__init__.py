"""Documents → proposals: what a text states, with its exact place in it. Nothing is recorded here."""

from giaoban.reading.files import READERS, EmptyDocument, HugeDocument, NotThisKind, Reader, text_in
from giaoban.reading.linking import Linker
from giaoban.reading.proposal import (
    Link,
    Proposal,
    ProposedCitation,
    ProposedDeadline,
    ProposedFigure,
    ProposedPerson,
    Quote,
    Reading,
    ReadSentence,
)
from giaoban.reading.read import read_text
from giaoban.reading.secrecy import mark_of
from giaoban.reading.shape import as_json

__all__ = [
    "READERS", "EmptyDocument", "HugeDocument", "Link", "Linker", "NotThisKind", "Proposal", "ProposedCitation", "ProposedDeadline",
    "ProposedFigure", "ProposedPerson", "Quote", "ReadSentence", "Reader", "Reading", "as_json", "mark_of", "read_text", "text_in",
]  # fmt: skip
