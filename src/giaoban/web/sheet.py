"""What stands in a table of figures on a page? The texts of a biểu, each number a link to where it comes from.

The texts are those of the paper (`briefing.cells`), so that page and paper
never say two things; here each gets its address, and each note its anchor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from giaoban.briefing.cells import Sheet
from giaoban.briefing.legend import Legend
from giaoban.briefing.notes import GLUE, Notes
from giaoban.briefing.table import in_groups
from giaoban.catalogue import Window
from giaoban.web.asked import Asked

WHOLE = "-"
MARK = re.compile(r"\[(\d+)\]")
SPACED_MARK = re.compile(rf"[ {GLUE}]*\[\d+\]")
# Which number of a row stands in the columns between the measure and the remarks; the year so far is only sometimes there.
WHATS = ("target", "same_period", "value", "to_date", "attainment", "growth", "status")
ON_A_PHONE = ("value", "attainment", "status")  # what a card shows first


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a cell: a text, and the notes that it calls (một dòng trong ô)."""

    text: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table on a page (ô).

    Args:
        what: Which number of the row it is; empty for a text.
        address: Where it comes from; empty for a text or an empty cell.
        label: Heading of the column, for cards on a phone.
    """

    what: str
    pieces: tuple[Piece, ...]
    address: str
    label: str
    is_number: bool
    is_measure: bool = False

    @property
    def on_a_phone(self) -> bool:
        """Whether a card on a phone shows it at once."""
        return self.what in ON_A_PHONE


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a table (tiêu đề cột)."""

    pieces: tuple[Piece, ...]
    is_number: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table on a page (dòng).

    Args:
        number: Under "TT"; empty for a part.
        address: Page of the indicator.
        level: Of the verdict, for its colour and shape.
    """

    number: str
    name: str
    address: str
    level: str
    is_part: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a report and the rows under it (mục).

    Args:
        letter: "A", "B", …
        slug: Of the anchor.
    """

    letter: str
    name: str
    slug: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Table:
    """A table of figures on a page (biểu trên trang)."""

    headings: tuple[Heading, ...]
    sections: tuple[Section, ...]
    notes: tuple[str, ...]

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.headings)


def table(rows: Sequence[Any], *, window: Window, legend: Legend, asked: Asked, more_notes: Iterable[str] = ()) -> Table:
    """Return the rows as a table.

    Args:
        rows: Of one body.
        asked: The question whose addresses the numbers get.
        more_notes: Said below the table, after the notes that its cells call.
    """
    notes = Notes()
    sheet = Sheet(window, rows, legend, notes)
    whats = [what for what in WHATS if what != "to_date" or not window.from_start]
    headings = tuple(Heading(_pieces(column.title), column.right) for column in sheet.columns)
    labels = [" ".join(piece.text for piece in heading.pieces) for heading in headings]
    sections, count = [], 0
    for at, (group, found) in enumerate(groupby(in_groups(rows, legend=legend), key=lambda row: row.group)):
        lines = []
        for row in found:
            count += row.series.part == WHOLE
            lines.append(_line(row, sheet, str(count) if row.series.part == WHOLE else "", whats, labels, asked))
        sections.append(Section(_letter(at), legend.group(group), group or "khac", tuple(lines)))
    for note in more_notes:
        notes.mark(note)
    return Table(headings, tuple(sections), tuple(notes.texts))


def _letter(at: int) -> str:
    return chr(ord("A") + at) if at < 26 else str(at)


def _line(row: Any, sheet: Sheet, number: str, whats: list[str], labels: list[str], asked: Asked) -> Line:
    texts = sheet.cells(row, number=number)
    series, own = row.series, asked.of_body(row.body)
    part = "" if series.part == WHOLE else series.part
    why = own.path("giai-thich", first=series.indicator)
    kinds = ["", *whats, ""]
    found: list[Cell] = []
    for what, text, label in zip(kinds, texts[2:], labels[2:], strict=True):
        asks = _what_of(what, row)
        address = f"{why}{own.query(what=asks, part=part)}" if what and text else ""
        found.append(Cell(what, _pieces(text), address, label, is_number=bool(what) and what != "status", is_measure=not found))
    page = own.to("chi-tieu", first=series.indicator, part=part)
    return Line(number, texts[1].removeprefix("- "), page, row.status.level.value, bool(part), tuple(found))


def _what_of(what: str, row: Any) -> str:
    """Return which number explains the cell: a share that only a source states is explained by what the source says."""
    if what == "attainment" and row.stated and not any(plan.attainment is not None for plan in row.targets):
        return "stated"
    if what == "growth" and row.growth is None and row.same_period.ratio is None and row.stated:
        return "stated"
    return what


def _pieces(text: str) -> tuple[Piece, ...]:
    return tuple(_piece(line) for line in text.split("\n")) if text else ()


def _piece(line: str) -> Piece:
    marks = tuple(MARK.findall(line))
    text = SPACED_MARK.sub("", line) if marks else line
    return Piece(text.replace(GLUE, " ").strip(" ;"), marks)
