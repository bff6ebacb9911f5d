"""Documents → proposals: what a text states, with its exact place in it. Nothing is recorded here."""

from giaoban.reading.history import Earlier, held_against
from giaoban.reading.linking import Linker
from giaoban.reading.personal import PersonalColumn, people_in_prose, personal_columns, without
from giaoban.reading.proposal import (
    Link,
    Proposal,
    ProposedCitation,
    ProposedDeadline,
    ProposedFigure,
    ProposedIndicator,
    ProposedPerson,
    Quote,
    Reading,
    ReadSentence,
)
from giaoban.reading.read import read_document, read_text
from giaoban.reading.secrecy import mark_in, mark_of
from giaoban.reading.shape import as_json
from giaoban.reading.suggesting import day_of, refit, suggestions
from giaoban.reading.suggestion import MAY, NEEDED, Suggestion, suggestion_of, written

__all__ = [
    "MAY", "NEEDED", "Earlier", "Link", "Linker", "PersonalColumn", "Proposal", "ProposedCitation", "ProposedDeadline",
    "ProposedFigure", "ProposedIndicator", "ProposedPerson", "Quote", "ReadSentence", "Reading", "Suggestion", "as_json", "day_of",
    "held_against", "mark_in", "mark_of", "people_in_prose", "personal_columns", "read_document", "read_text", "refit",
    "suggestion_of", "suggestions", "without", "written",
]  # fmt: skip
