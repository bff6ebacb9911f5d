"""What else do people of a source call an indicator? A word that somebody's decision taught, from a day on.

An indicator's own synonyms come with its definition; these come from the
reading of documents: a person corrected a link, and the words are remembered.
"""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.catalogue.fields import Fields
from giaoban.values import vietnamese

LONGEST = 120


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words that mean an indicator (tên gọi khác).

    Args:
        words: As the document has them.
        indicator: Id of the indicator.
        body: Id of the body whose documents call it so; empty for all.
    """

    id: str
    words: str
    indicator: str
    body: str = ""

    @property
    def folded(self) -> str:
        """The words without marks, for comparing."""
        return vietnamese.fold(self.words)


def read_synonym(fields: Fields) -> Synonym | None:
    """Return the synonym that a definition says, or None when a field is missing or wrong."""
    words, indicator = fields.text("words"), fields.text("indicator")
    body, id = fields.text("body", optional=True) or "", fields.id
    if words is not None and (len(words) > LONGEST or any(letter.isdigit() for letter in words)):
        fields.wrong("words", value=words[:LONGEST], vi="tên gọi ngắn, không có số", en="a short name without digits")
    if not fields.sound or words is None or indicator is None:
        return None
    return Synonym(id, words, indicator, body)
