"""Tables of reports made for tests, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from giaoban.formats import Cell, Document, Paragraph, Table
from giaoban.reading import Reading, read_document

ABOVE = "Báo cáo tình hình kinh tế - xã hội quý II năm 2026"
HEAD = [
    "TT",
    "Chỉ tiêu",
    "ĐVT",
    "KH năm 2026 (tỉnh giao)",
    "TH quý II/2025",
    "Ước TH quý II/2026",
    "Lũy kế từ đầu năm",
    "% KH",
    "% cùng kỳ",
    "Ghi chú",
]
REVENUE = ["I", "Thu ngân sách", "Tr.đ", "12.500", "2.100", "2.835", "6.000", "48,0", "135", ""]


def table(rows: Sequence[Sequence[object]], *, name: str = "Biểu 01", spans: dict[tuple[int, int], tuple[int, int]] | None = None) -> Table:
    """Return a table; a number that Excel keeps is handed in as a Decimal."""
    cells = []
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            down, across = (spans or {}).get((row, column), (1, 1))
            number = value if isinstance(value, Decimal) else None
            text = str(value).replace(".", ",") if number is not None else str(value)
            cells.append(Cell(row, column, text, number, down, across))
    return Table(name, tuple(cell for cell in cells if cell.text))


def read(rows: Sequence[Sequence[object]], *, above: str = ABOVE, spans: dict[tuple[int, int], tuple[int, int]] | None = None) -> Reading:
    """Return what a table under a title proposes."""
    return read_document(Document("docx", (Paragraph(above), table(rows, spans=spans))), document="a.docx")


def told(reading: Reading) -> list[tuple[object, ...]]:
    """Return cell, subject, printed, relation, period and place of each figure of a table."""
    return [
        (one.quote.cell.partition("!")[2], one.subject, one.printed, one.relation.value, one.period, one.place)
        for one in reading.figures
        if one.quote.cell
    ]
