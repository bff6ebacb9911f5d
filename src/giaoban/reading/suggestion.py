"""What would be recorded if a person said yes: one suggestion, with its words, its fields, and what may be doubted.

A suggestion waits in the inbox as plain JSON, so that what a person decides
about is what was read then, whatever a later reader would make of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from giaoban.reading.proposal import Link

FIGURE, STATED, TARGET, GRADE, AIM, BOTTLENECK, DIRECTIVE, OTHER = (
    "figure", "stated", "target", "grade", "aim", "bottleneck", "directive", "other",
)  # fmt: skip
NEEDED: Mapping[str, tuple[str, ...]] = {
    FIGURE: ("indicator", "body", "period", "printed"),
    STATED: ("indicator", "body", "period", "printed", "relation", "authority"),
    TARGET: ("indicator", "body", "period", "printed", "authority", "version"),
    GRADE: ("indicator", "body", "period", "word"),
    AIM: ("indicator", "body", "fraction", "before"),
    BOTTLENECK: ("body", "period", "title"),
    DIRECTIVE: ("body", "period", "task"),
    OTHER: (),
}
MAY: Mapping[str, tuple[str, ...]] = {
    FIGURE: ("part", "quality", "doubt", "remark"), STATED: ("part", "doubt", "remark"), TARGET: ("part", "remark"),
    GRADE: ("part", "doubt", "remark"), AIM: ("programme", "remark"),
    BOTTLENECK: ("cause", "asks", "raised_for", "programme", "remark"),
    DIRECTIVE: (
        "lead", "lead_words", "helping", "helping_words", "measure", "due_on", "due_words", "report_on", "strength", "indicator", "remark",
    ),
    OTHER: (),
}  # fmt: skip
SURE = 80


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that a document suggests to record (đề xuất ghi sổ).

    Args:
        kind: "figure", "stated", "target", "grade", "aim", "bottleneck", "directive", or "other" for what has no place in the ledger.
        start, end: Characters of the document's text.
        place: As evidence names it: `Biểu 02!D14`, `p4:120-168`.
        words: Of the document, letter for letter.
        fields: What would be recorded, by the names of `NEEDED` and `MAY`; what is not known is left out.
        subject: Words that name the indicator.
        about: Words that name the place.
        confidence: 0 to 100.
        links, bodies: What subject and place may mean, best first.
        doubts: Codes of what does not fit.
    """

    kind: str
    start: int
    end: int
    place: str
    words: str
    fields: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""
    about: str = ""
    confidence: int = 0
    links: tuple[Link, ...] = ()
    bodies: tuple[Link, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """Names of fields that a person has to give before it can be recorded."""
        return tuple(name for name in NEEDED[self.kind] if not self.fields.get(name))

    @property
    def is_ready(self) -> bool:
        """Whether it can be recorded as it stands."""
        return self.kind != OTHER and not self.lacking

    def as_json(self) -> dict[str, Any]:
        """Return it in plain lists and mappings."""
        shape = {one.name: getattr(self, one.name) for one in fields(self)}
        for name, inner in (("links", "indicator"), ("bodies", "body")):
            shape[name] = [{inner: link.id, "score": link.score} for link in shape[name]]
        return shape | {"fields": dict(self.fields), "doubts": list(self.doubts), "lacking": list(self.lacking)}


def written(suggestion: Suggestion) -> str:
    """Return the suggestion as one line of JSON."""
    return json.dumps(suggestion.as_json(), ensure_ascii=False, sort_keys=True)


def suggestion_of(line: str) -> Suggestion:
    """Return the suggestion that a line of JSON says."""
    shape = json.loads(line)
    shape.pop("lacking", None)
    links = tuple(Link(one["indicator"], one["score"]) for one in shape.pop("links"))
    bodies = tuple(Link(one["body"], one["score"]) for one in shape.pop("bodies"))
    return Suggestion(**{**shape, "doubts": tuple(shape["doubts"])}, links=links, bodies=bodies)
