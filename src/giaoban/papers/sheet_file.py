"""How is a workbook written? Equal bytes for equal content, numbers that compute and show the Vietnamese way, nothing in it a formula.

A text is written as a text, whatever it begins with. The number formats name
the Vietnamese language: LibreOffice shows the comma anywhere, Excel where its
system is Vietnamese.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from itertools import groupby
from typing import Any, NamedTuple

import xlsxwriter

from giaoban.briefing.blocks import Column
from giaoban.papers.letters import clean

OPENED = datetime(2000, 1, 1)  # noqa: DTZ001 a workbook knows no zone; of an empty book
LONGEST = 32_000  # letters of one cell
FONT, SIZE = "Times New Roman", 11
PRINTED = f'&"{FONT},Regular"'
NARROW, ROOMY, WIDE = 14, 26, 34  # letters across: of a number, of a remark, of a name
LEAST_OF_REMARK, LEAST_OF_NAME = 12, 14  # a column that asks for so much holds remarks, or names
PITCH = 14  # height of a line of letters, in points
MANY = 14  # columns that still fit across one page
CALENDAR = "[$-42A]"  # Vietnamese
A4 = 9


class Shown(NamedTuple):
    """One cell: how it reads, and its exact number where it is one."""

    text: str
    number: Decimal | None = None


Line = Sequence[Shown] | str  # the cells of a row, or a heading across the table


@dataclass
class SheetFile:
    """One workbook while it is written.

    Args:
        at: Instant that stands in its properties.
        foot: Small print at the foot of every page.
        mark: Mark at the head of every page; empty for none.
    """

    at: datetime
    foot: str
    mark: str = ""
    _bytes: BytesIO = field(default_factory=BytesIO, repr=False)
    _formats: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book = xlsxwriter.Workbook(self._bytes, {"in_memory": True, **plain})
        self.book.set_properties({"created": self.at})

    def close(self) -> bytes:
        """Return the workbook, finished."""
        self.book.close()
        return self._bytes.getvalue()

    def table(
        self, name: str, *, above: Sequence[str], columns: Sequence[Column], lines: Sequence[Line], below: Sequence[str], fixed: int
    ) -> None:
        """Write a sheet with one table, made to be printed across A4.

        Args:
            name: Of the sheet.
            above: Lines over the table, the title first.
            below: Lines under it.
            fixed: How many columns stay in sight, and on every printed page.
        """
        sheet = self._sheet(name)
        for at, text in enumerate(above):
            self._text(sheet, (at, 0), text, bold=at == 0, wrap=False)
        top, widths = len(above) + 1, [_width(column, at, lines) for at, column in enumerate(columns)]
        head = self._head(sheet, top, columns, widths)
        for row, line in enumerate(lines, start=head):
            self._line(sheet, row, line, columns)
            if not isinstance(line, str):
                sheet.set_row(row, PITCH * max(_lines(cell.text, width) for cell, width in zip(line, widths, strict=True)) + 2)
        for row, text in enumerate(below, start=head + len(lines) + 1):
            self._text(sheet, (row, 0), text, wrap=False)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width + 1)
        sheet.freeze_panes(head, fixed)
        sheet.repeat_rows(top, head - 1)
        if len(columns) > MANY:
            sheet.repeat_columns(0, fixed - 1)
        else:
            sheet.fit_to_pages(1, 0)

    def words(self, name: str, *, pairs: Sequence[tuple[str, str]]) -> None:
        """Write a sheet of names and texts."""
        sheet = self._sheet(name)
        sheet.set_column(0, 0, ROOMY)
        sheet.set_column(1, 1, WIDE * 3)
        sheet.fit_to_pages(1, 0)
        for row, (said, text) in enumerate(pairs):
            self._text(sheet, (row, 0), said, bold=True)
            self._text(sheet, (row, 1), text)

    # ------------------------------------------------------------ parts of a sheet

    def _sheet(self, name: str) -> Any:
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        sheet.set_header(f"&C{PRINTED}&P&R{PRINTED}&B{_print(self.mark)}" if self.mark else f"&C{PRINTED}&P")
        sheet.set_footer(f"&L{PRINTED}&8{_print(self.foot)}")
        sheet.hide_gridlines(2)
        return sheet

    def _head(self, sheet: Any, top: int, columns: Sequence[Column], widths: Sequence[int]) -> int:
        """Write the headings, those that neighbours share above them; return the row after them."""
        look = self._format(bold=True, align="center", valign="vcenter", text_wrap=True, border=1, bg_color="#F1F3F5")
        tiers = 2 if any(column.above for column in columns) else 1
        sheet.set_row(top + tiers - 1, PITCH * max(_lines(column.title, width) for column, width in zip(columns, widths, strict=True)) + 4)
        for above, shared in groupby(enumerate(columns), key=lambda each: each[1].above):
            places = [at for at, _ in shared]
            if above:
                _merged(sheet, (top, places[0], top, places[-1]), clean(above), look)
            for at in places:
                _merged(sheet, (top + bool(above), at, top + tiers - 1, at), clean(columns[at].title), look)
        return top + tiers

    def _line(self, sheet: Any, row: int, line: Line, columns: Sequence[Column]) -> None:
        if isinstance(line, str):
            look = self._format(bold=True, border=1, valign="top", bg_color="#F8F9FA")
            _merged(sheet, (row, 0, row, len(columns) - 1), clean(line)[:LONGEST], look)
            return
        for at, (cell, column) in enumerate(zip(line, columns, strict=True)):
            if cell.number is None:
                look = self._format(border=1, valign="top", text_wrap=True, align="right" if column.right else "left")
                sheet.write_string(row, at, clean(cell.text)[:LONGEST], look)
            else:
                sheet.write_number(row, at, cell.number, self._format(border=1, valign="top", num_format=number_format(cell.text)))

    def _text(self, sheet: Any, place: tuple[int, int], text: str, *, bold: bool = False, wrap: bool = True) -> None:
        sheet.write_string(*place, clean(text)[:LONGEST], self._format(bold=bold, text_wrap=wrap, valign="top"))

    def _format(self, **look: Any) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format({"font_name": FONT, "font_size": SIZE, **look})
        return self._formats[key]


def _width(column: Column, at: int, lines: Sequence[Line]) -> int:
    """Return how many letters across a column has room for."""
    longest = max((len(piece) for line in lines if not isinstance(line, str) for piece in line[at].text.split("\n")), default=0)
    words = max((len(word) for word in column.title.split()), default=0)
    most = WIDE if column.least >= LEAST_OF_NAME else ROOMY if column.least >= LEAST_OF_REMARK else NARROW
    return max(words, min(longest, most), 3)


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a width; words are not broken."""
    return sum(max(len(textwrap.wrap(piece, max(width, 1))), 1) for piece in text.split("\n"))


def _merged(sheet: Any, area: tuple[int, int, int, int], text: str, look: Any) -> None:
    """Write a text across several cells; one cell alone is not merged."""
    if area[:2] == area[2:]:
        sheet.write_string(*area[:2], text, look)
    else:
        sheet.merge_range(*area, "", look)
        sheet.write_string(*area[:2], text, look)


def _print(text: str) -> str:
    """Return a text as it stands in a printed head or foot, where & begins a command."""
    return clean(text).replace("&", "&&")


def number_format(text: str) -> str:
    """Return the number format that shows as many decimals as the text does.

    Example:
        >>> number_format("1.234,50"), number_format("12")
        ('[$-42A]#,##0.00', '[$-42A]#,##0')
    """
    decimals = len(text.partition(",")[2])
    return f"{CALENDAR}#,##0{'.' if decimals else ''}{'0' * decimals}"
