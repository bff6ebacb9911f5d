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

from giaoban.briefing.blocks import Column
from giaoban.briefing.cells import ABSENT, UNCLEAR, Sheet
from giaoban.briefing.legend import Legend
from giaoban.briefing.notes import GLUE, Notes
from giaoban.briefing.table import in_groups
from giaoban.catalogue import Window
from giaoban.web.asked import Asked

WHOLE = "-"
MARK = re.compile(r"\[(\d+)\]")
SPACED_MARK = re.compile(rf"[ {GLUE}]*\[\d+\]")
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
        """Whether a card on a phone shows it at once: the figure always, the rest where there is something."""
        return self.what == "value" or (self.what in ON_A_PHONE and any(piece.text not in ("", ABSENT) for piece in self.pieces))


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a table (tiêu đề cột).

    Args:
        columns, lines: How many columns it stands over, and how many lines of headings it takes.
    """

    pieces: tuple[Piece, ...]
    is_number: bool
    columns: int = 1
    lines: int = 1


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

    headings: tuple[tuple[Heading, ...], ...]
    width: int
    sections: tuple[Section, ...]
    notes: tuple[str, ...]


def table(rows: Sequence[Any], *, window: Window, legend: Legend, asked: Asked, more_notes: Iterable[str] = ()) -> Table:
    """Return the rows as a table.

    Args:
        rows: Of one body.
        asked: The question whose addresses the numbers get.
        more_notes: Said below the table, after the notes that its cells call.
    """
    notes = Notes()
    sheet = Sheet(window, rows, legend, notes)
    columns, headings = sheet.columns, _headings(sheet.columns)
    labels = [f"{column.above} {_piece(column.title).text}".strip() for column in columns]
    sections, count = [], 0
    for at, (group, found) in enumerate(groupby(in_groups(rows, legend=legend), key=lambda row: row.group)):
        lines = []
        for row in found:
            count += row.series.part == WHOLE
            lines.append(_line(row, sheet, str(count) if row.series.part == WHOLE else "", labels, asked))
        sections.append(Section(_letter(at), legend.group(group), group or "khac", tuple(lines)))
    for note in more_notes:
        notes.mark(note)
    return Table(headings, len(columns), tuple(sections), tuple(notes.texts))


def _headings(columns: Sequence[Column]) -> tuple[tuple[Heading, ...], ...]:
    """Return the headings line by line: neighbours under one heading stand below it."""
    if not any(column.above for column in columns):
        return (tuple(Heading(_pieces(column.title), column.right) for column in columns),)
    over: list[Heading] = []
    for above, found in groupby(columns, key=lambda column: column.above):
        under = list(found)
        if above:
            over.append(Heading(_pieces(above), is_number=False, columns=len(under)))
        else:
            over += [Heading(_pieces(column.title), column.right, lines=2) for column in under]
    return tuple(over), tuple(Heading(_pieces(column.title), column.right) for column in columns if column.above)


def _letter(at: int) -> str:
    return chr(ord("A") + at) if at < 26 else str(at)


def _line(row: Any, sheet: Sheet, number: str, labels: list[str], asked: Asked) -> Line:
    texts = sheet.cells(row, number=number)
    series, own = row.series, asked.of_body(row.body)
    part = "" if series.part == WHOLE else series.part
    why = own.path("giai-thich", first=series.indicator)
    found: list[Cell] = []
    for (what, giver), text, label in list(zip(sheet.asks, texts, labels, strict=True))[2:]:
        asks, base = _asks(what, giver, row)
        address = f"{why}{own.query(what=asks, base=base, part=part)}" if what and text else ""
        found.append(Cell(what, _pieces(text), address, label, is_number=bool(what) and what != "status", is_measure=not found))
    page = own.to("chi-tieu", first=series.indicator, part=part)
    return Line(number, texts[1].removeprefix("- "), page, row.status.level.value, bool(part), tuple(found))


def _asks(what: str, giver: str, row: Any) -> tuple[str, str]:
    """Return which number explains the cell, and of whose plan: a share that only a source states is explained by what it says."""
    if what == "growth" and row.growth is None and row.same_period.ratio is None and row.stated:
        return "stated", "same_period"
    if what not in ("target", "attainment"):
        return what, ""
    plans = [plan for plan in row.targets if _is_of(plan, giver)]
    stated = [one for one in row.stated if one.relation == "plan" and _is_of(one, giver)]
    if what == "attainment" and stated and not any(plan.attainment is not None for plan in plans):
        return "stated", stated[0].authority or ""
    return what, plans[0].authority if plans else ""


def _is_of(one: Any, giver: str) -> bool:
    return giver in ("", one.words) or (giver == UNCLEAR and one.authority in (None, "unnamed"))


def _pieces(text: str) -> tuple[Piece, ...]:
    return tuple(_piece(line) for line in text.split("\n")) if text else ()


def _piece(line: str) -> Piece:
    marks = tuple(MARK.findall(line))
    text = SPACED_MARK.sub("", line) if marks else line
    return Piece(text.replace(GLUE, " ").strip(" ;"), marks)
