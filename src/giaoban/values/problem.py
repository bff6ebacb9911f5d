"""Something is wrong with what we were given: a value, never an exception.

Functions that judge return their result and every problem found, so that a
person mends a file once. Each kind of problem is a small frozen class beside
the rule that finds it; its code is stable and its page in docs/problems.md is
made from the class.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import Enum
from typing import ClassVar

from giaoban.values.ref import Span


class Severity(Enum):
    """What a problem does: refuse the thing, cast doubt on it, or only be said."""

    REFUSE = "refuse"
    DOUBT = "doubt"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Said:
    """The same words in both languages, to be filled into a sentence (cách gọi)."""

    vi: str
    en: str

    def words(self, *, language: str = "vi") -> str:
        """Return the words in one of the languages."""
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True)
class Problem:
    """One thing wrong, where, why, and the way out (vấn đề).

    A kind is a subclass with `code` and four templates, filled from its own fields; a field that is a `Said`
    or a `Span` speaks the language of the sentence.

    Args:
        where: File and line, sheet and cell, or paragraph.
    """

    code: ClassVar[str] = ""
    severity: ClassVar[Severity] = Severity.REFUSE
    vi: ClassVar[str] = ""
    en: ClassVar[str] = ""
    way_out_vi: ClassVar[str] = ""
    way_out_en: ClassVar[str] = ""

    where: Span

    def _said(self, language: str) -> Mapping[str, object]:
        said = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "where"}
        return {name: value.words(language=language) if isinstance(value, Said | Span) else value for name, value in said.items()}

    def sentence(self, language: str = "vi") -> str:
        """Return what is wrong, with the place first."""
        template = self.vi if language == "vi" else self.en
        place = self.where.words(language=language)
        said = template.format(**self._said(language))
        return f"{place}: {said}" if place else said

    def way_out(self, language: str = "vi") -> str:
        """Return what the reader can do about it."""
        template = self.way_out_vi if language == "vi" else self.way_out_en
        return template.format(**self._said(language))
