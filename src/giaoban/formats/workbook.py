"""What stands in an Excel file: its sheets as tables, numbers as Excel keeps and shows them.

A formula gives the result that Excel stored; nothing is computed here. A
hidden sheet is said. How a number is shown (per cent, decimals) is taken from
the file where it says so.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import python_calamine as calamine

from giaoban.formats.document import Cell, Document, Table, one_line
from giaoban.formats.package import Broken, Locked, Package, Swollen, words_of
from giaoban.formats.refusals import MOST_CELLS, HiddenSheets, NotComputed
from giaoban.formats.shown import NOTHING, Format, Shown, formats_of
from giaoban.values import Problem, Span, vietnamese

DIGITS = 15  # Excel keeps no more
HEADER = re.compile(r"&(?:[LCRKDTPNFAZG]|\"[^\"]*\"|\d+)")
NAMES = 5


def read_workbook(content: bytes, *, name: str, package: Package | None) -> Document:
    """Return the sheets.

    Args:
        name: Of the file, for what is noted.
        package: The parts of an .xlsx, measured; None for an .xls.

    Raises:
        Broken, Locked, Swollen: It cannot be read, or had better not be.
    """
    shown = formats_of(package) if package else {}
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        tables = tuple(_sheets(book, shown))
    except calamine.PasswordError as fault:
        raise Locked from fault
    except (Swollen, Broken):
        raise
    except (calamine.CalamineError, OSError, ValueError, RuntimeError, OverflowError) as fault:
        raise Broken from fault
    except BaseException as fault:  # the library's own panics are no Exception
        if isinstance(fault, Exception) or type(fault).__name__ == "PanicException":
            raise Broken from fault
        raise
    return Document("xlsx" if package else "xls", tables, tuple(_asides(package)) if package else (), tuple(_notes(tables, shown, name)))


def _sheets(book: Any, shown: Mapping[str, Shown]) -> Iterator[Table]:
    for meta in book.sheets_metadata:
        if meta.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(meta.name)
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise Swollen(meta.name)
        spans = {(top, left): (down - top + 1, right - left + 1) for (top, left), (down, right) in sheet.merged_cell_ranges or ()}
        cells = _cells(sheet.to_python(skip_empty_area=False), spans, shown.get(meta.name, NOTHING).formats)
        yield Table(meta.name, tuple(cells), meta.visible != calamine.SheetVisibleEnum.Visible)


def _cells(
    rows: list[list[Any]], spans: Mapping[tuple[int, int], tuple[int, int]], formats: Mapping[tuple[int, int], Format]
) -> Iterator[Cell]:
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            down, across = spans.get((row, column), (1, 1))
            text, number = said(value, shown=formats.get((row, column)))
            if text:
                yield Cell(row, column, text, number, down, across)


def said(value: object, *, shown: Format | None = None) -> tuple[str, Decimal | None]:
    """Return how a reader sees the value of a cell, and the number that it is.

    Args:
        value: As Excel keeps it.
        shown: How the cell shows numbers; None where that is not known.

    Example:
        >>> said(154.3), said(0.1 + 0.2), said(0.765, shown=Format(percent=True, places=1)), said("")
        (('154,3', Decimal('154.3')), ('0,3', Decimal('0.3')), ('76,5%', Decimal('76.5')), ('', None))
    """
    match value:
        case bool():
            return ("có" if value else "không"), None
        case datetime():
            return vietnamese.write_date(value.date()), None
        case date():
            return vietnamese.write_date(value), None
        case time() | timedelta():
            return str(value), None
        case str():
            return one_line(value), None
        case None:
            return "", None
    return _number(Decimal(str(value)), shown)


def _number(number: Decimal, shown: Format | None) -> tuple[str, Decimal | None]:
    if not number.is_finite():
        return "", None
    exact = Decimal(f"{number:.{DIGITS}g}").normalize()
    if shown and shown.percent:
        exact = (exact * 100).normalize()
    plain = exact.quantize(Decimal(1)) if exact == exact.to_integral_value() and exact.adjusted() < 25 else exact
    places = shown.places if shown and shown.places is not None else None
    decimals = max(0, -int(plain.as_tuple().exponent))
    text = vietnamese.write_number(
        plain, places=places if places is not None and ((shown and shown.percent) or places < decimals) else None
    )
    return (f"{text}%" if shown and shown.percent else text), plain


def _notes(tables: tuple[Table, ...], shown: Mapping[str, Shown], name: str) -> Iterator[Problem]:
    if hidden := [table.name for table in tables if table.hidden]:
        yield HiddenSheets(Span(name), ", ".join(f"“{one}”" for one in hidden[:NAMES]))
    if wrong := [table.place(Cell(*at, "")) for table in tables for at in shown.get(table.name, NOTHING).wrong]:
        yield NotComputed(Span(name), len(wrong), ", ".join(wrong[:NAMES]) + (", …" if len(wrong) > NAMES else ""))


def _asides(package: Package) -> Iterator[str]:
    for name in package.names:
        if name.startswith(("docProps/", "xl/comments", "xl/threadedComments", "xl/drawings/")) and name.endswith(".xml"):
            root = package.tree(name)
            if root is not None:
                yield from words_of(root)
        elif name.startswith("xl/worksheets/sheet") and name.endswith(".xml"):
            part = package.parts[name]
            for found in re.finditer(rb"<(?:odd|even|first)(?:Header|Footer)>([^<]*)<", part):
                yield HEADER.sub("\n", found[1].decode("utf-8", "replace").replace("&amp;", "&")).strip()
