"""Where a thing is written: the document, and the place in it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date

LINE = re.compile(r"line ([0-9]+)")
CELL = re.compile(r"(.+)!([A-Z]{1,3}[0-9]+(?::[A-Z]{1,3}[0-9]+)?)")
PARAGRAPH = re.compile(r"p([0-9]+):([0-9]+)-([0-9]+)")
SAID = {
    "vi": ((LINE, r"dòng \1"), (CELL, r"tờ “\1”, ô \2"), (PARAGRAPH, r"đoạn \1, ký tự \2–\3")),
    "en": ((LINE, r"line \1"), (CELL, r"sheet “\1”, cell \2"), (PARAGRAPH, r"paragraph \1, characters \2–\3")),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A document as one cites it (nguồn, căn cứ).

    Args:
        title: What it is called.
        number: Number and symbol as printed ("37/2019/QĐ-UBND"); empty for what has none.
        issuer: Who issued or published it.
        dated: Its own date; None where it bears none.
        article: Article, table or page that is meant; empty for the whole.
        url: Public address where it was read; empty where there is none.
    """

    title: str
    number: str = ""
    issuer: str = ""
    dated: date | None = None
    article: str = ""
    url: str = ""

    @property
    def sha256(self) -> str:
        """Digest of the citation itself: names a document that is cited but not kept."""
        fields = [self.title, self.number, self.issuer, self.dated.isoformat() if self.dated else "", self.url]
        return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()

    def words(self) -> str:
        """Return the citation in one line, as it stands under a table."""
        day = f"ngày {self.dated.day}/{self.dated.month}/{self.dated.year}" if self.dated else ""
        head = " ".join(part for part in (self.number, day) if part)
        return ", ".join(part for part in (self.issuer, self.title, head, self.article) if part)


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a document or file (vị trí trong văn bản).

    Args:
        document: sha256 of a kept or cited document, or the path of a file that was handed in.
        place: `Biểu 02!D14` (sheet and cell), `p3:12-40` (paragraph, from, to), `line 14`; empty for the whole.
    """

    document: str
    place: str = ""

    @classmethod
    def line(cls, document: str, *, number: int) -> Span:
        """Return the place of a line of a text file, counted from 1."""
        return cls(document, f"line {number}")

    def words(self, *, language: str = "vi") -> str:
        """Return the place as a reader would say it: "Biểu 02!D14" is tờ “Biểu 02”, ô D14."""
        forms = SAID["vi" if language == "vi" else "en"]
        said = next((form.sub(words, self.place) for form, words in forms if form.fullmatch(self.place)), self.place)
        return f"{self.document}, {said}" if said and self.document else self.document or said
