"""What stands in a file, whatever office program made it: paragraphs and tables in their order.

A reader above sees one shape for Word, PDF, Excel, a page and plain text. The
whole has one text that every place points into: a paragraph is a line, a row
of a table too, its cells apart by " | ". A cell has an address of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from giaoban.values import Problem

APART = " | "


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, without line ends (đoạn văn).

    Args:
        text: With the number that a list gives it.
        level: 1 to 9 for a heading, 0 for what is none.
    """

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; one that covers several places stands at its first (ô).

    Args:
        row, column: From 0.
        text: As a reader sees it, without line ends.
        number: Where the program itself keeps a number; None for text.
        down, across: How many rows and columns it covers.
    """

    row: int
    column: int
    text: str
    number: Decimal | None = None
    down: int = 1
    across: int = 1

    @property
    def name(self) -> str:
        """Its name in the table: D14."""
        return f"{column_name(self.column)}{self.row + 1}"


@dataclass(frozen=True, slots=True)
class Table:
    """A table or a sheet (bảng, trang tính).

    Args:
        name: Of the sheet, or "Bảng 1" for the first table of a text.
        cells: By row, then column; those that hold nothing may be left out.
        hidden: Whether the program hides the sheet.
    """

    name: str
    cells: tuple[Cell, ...]
    hidden: bool = False

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max((cell.row + cell.down for cell in self.cells), default=0)

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max((cell.column + cell.across for cell in self.cells), default=0)

    def place(self, cell: Cell) -> str:
        """Return the address of a cell as evidence names it: `Biểu 02!D14`."""
        return f"{self.name}!{cell.name}"


@dataclass(frozen=True, slots=True)
class Laid:
    """The text of a document, and where in it each thing stands (văn bản dàn thành chữ).

    Args:
        paragraphs: First character of each paragraph, in their order.
        tables: First and last character of each table, in their order; the last is not included.
        cells: First character of a cell, by number of the table, row and column.
    """

    text: str
    paragraphs: tuple[int, ...]
    tables: tuple[tuple[int, int], ...]
    cells: Mapping[tuple[int, int, int], int] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """A file that was opened (tệp đã mở).

    Args:
        kind: "docx", "pdf", "xlsx", "xls", "html" or "txt".
        blocks: Paragraphs and tables in the order of the text.
        asides: Words that stand outside the text: headers, footers, remarks, boxes, properties of the file.
        notes: What could not be taken along, and what was read otherwise than one may think.
        pieces: Stretches of words as the file itself holds them apart, where blocks have joined them.
    """

    kind: str
    blocks: tuple[Paragraph | Table, ...]
    asides: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()
    pieces: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in their order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    def lay(self) -> Laid:
        r"""Return the text, with the place of everything in it.

        Example:
            >>> laid = Document("docx", (Paragraph("Biểu"), Table("Bảng 1", (Cell(0, 0, "a"), Cell(0, 1, "5"))))).lay()
            >>> laid.text, laid.cells[0, 0, 1]
            ('Biểu\na | 5', 9)
        """
        pieces: list[str] = []
        paragraphs: list[int] = []
        tables: list[tuple[int, int]] = []
        cells: dict[tuple[int, int, int], int] = {}
        at = 0
        for block in self.blocks:
            if isinstance(block, Paragraph):
                paragraphs.append(at)
                said = block.text
            else:
                lines = list(_lines(block, at=at, number=len(tables), cells=cells))
                said = "\n".join(lines)
                tables.append((at, at + len(said)))
            pieces.append(said)
            at += len(said) + 1
        return Laid("\n".join(pieces), tuple(paragraphs), tuple(tables), cells)


def _lines(table: Table, *, at: int, number: int, cells: dict[tuple[int, int, int], int]) -> Iterator[str]:
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text:
            by_row.setdefault(cell.row, []).append(cell)
    for row in sorted(by_row):
        start = at
        for cell in (ordered := sorted(by_row[row], key=lambda cell: cell.column)):
            cells[number, row, cell.column] = start
            start += len(cell.text) + len(APART)
        line = APART.join(cell.text for cell in ordered)
        yield line
        at += len(line) + 1


def column_name(column: int) -> str:
    """Return the letters of a column counted from 0.

    Example:
        >>> column_name(0), column_name(25), column_name(26), column_name(702)
        ('A', 'Z', 'AA', 'AAA')
    """
    name = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        name, column = chr(65 + letter) + name, column - 1
    return name


def one_line(text: str) -> str:
    """Return the text without line ends, tabs and doubled blanks; a non-breaking space stays."""
    return " ".join(
        piece for piece in text.replace("\t", " ").replace("\r", " ").replace("\n", " ").replace("\x0b", " ").split(" ") if piece
    )
