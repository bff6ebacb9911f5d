"""How does an .xlsx show its numbers: as a percentage, with how many decimals; and how far do its sheets reach?

The sheets are read as a stream, so that one with a cell at the far corner is
found out before anybody makes room for all the cells between.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from giaoban.formats.package import Broken, Package, Swollen, attribute, child, local
from giaoban.formats.refusals import MOST_CELLS

BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00"}
LITERAL = re.compile(r"\"[^\"]*\"|\\.|_.|\*.|\[[^\]]*\]")
DECIMALS = re.compile(r"\.([0#?]+)")
CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class Format:
    """How a cell shows its number.

    Args:
        percent: Whether times a hundred, with "%".
        places: Decimals; None where as many as there are.
    """

    percent: bool
    places: int | None


def format_of(code: str) -> Format | None:
    """Return what a number format says; None where it says nothing of decimals.

    Example:
        >>> format_of("0.0%"), format_of("#,##0"), format_of("General"), format_of("dd/mm/yyyy")
        (Format(percent=True, places=1), Format(percent=False, places=0), None, None)
    """
    first = LITERAL.sub("", code.partition(";")[0])
    if not re.search(r"[0#]", first) or re.search(r"[dmyhsE]", first):
        return None
    decimals = DECIMALS.search(first)
    if decimals and "#" in decimals[1] and "%" not in first:
        return None
    return Format("%" in first, len(decimals[1]) if decimals else 0)


@dataclass(frozen=True, slots=True)
class Shown:
    """How one sheet shows its cells.

    Args:
        formats: By row and column.
        wrong: Cells whose formula is in error or has no stored result.
    """

    formats: Mapping[tuple[int, int], Format]
    wrong: tuple[tuple[int, int], ...]


NOTHING = Shown({}, ())


def formats_of(package: Package) -> Mapping[str, Shown]:
    """Return how each sheet shows its cells.

    Raises:
        Broken, Swollen: A sheet is no XML, or reaches beyond all measure.
    """
    styles = _styles(package)
    return {sheet: _of_sheet(package.parts[part], styles) for sheet, part in _sheets(package).items() if part in package.parts}


def _styles(package: Package) -> list[Format | None]:
    root = package.tree("xl/styles.xml")
    codes = dict(BUILT_IN)
    numbered = child(root, "numFmts")
    for one in numbered if numbered is not None else ():
        if attribute(one, "numFmtId").isdigit():
            codes[int(attribute(one, "numFmtId"))] = attribute(one, "formatCode")
    cells = child(root, "cellXfs")
    ids = [attribute(one, "numFmtId") for one in cells] if cells is not None else []
    return [format_of(codes.get(int(id), "")) if id.isdigit() else None for id in ids]


def _sheets(package: Package) -> dict[str, str]:
    links = package.tree("xl/_rels/workbook.xml.rels")
    targets = {attribute(one, "Id"): attribute(one, "Target") for one in links} if links is not None else {}
    sheets = child(package.tree("xl/workbook.xml"), "sheets")
    found: dict[str, str] = {}
    for one in sheets if sheets is not None else ():
        target = targets.get(attribute(one, "id"), "")
        found[attribute(one, "name")] = target[1:] if target.startswith("/") else f"xl/{target}"
    return found


def _of_sheet(content: bytes, styles: list[Format | None]) -> Shown:
    found: dict[tuple[int, int], Format] = {}
    wrong: list[tuple[int, int]] = []
    lowest = rightmost = row = column = 0
    try:
        for event, one in etree.iterparse(
            io.BytesIO(content), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
        ):
            name = local(one)
            if (name, event) == ("row", "start"):
                said = attribute(one, "r")
                row, column = (int(said) - 1 if said.isdigit() and len(said) < 8 else row + 1), -1
            elif (name, event) == ("c", "end"):
                row, column = _at(attribute(one, "r"), row, column + 1)
                lowest, rightmost = max(lowest, row), max(rightmost, column)
                if lowest * rightmost > MOST_CELLS:
                    raise Swollen("cells")
                if _is_wrong(one):
                    wrong.append((row, column))
                style = attribute(one, "s")
                if shown := styles[int(style)] if style.isdigit() and len(style) < 6 and int(style) < len(styles) else None:
                    found[row, column] = shown
                one.clear()
    except etree.XMLSyntaxError as fault:
        raise Broken from fault
    return Shown(found, tuple(wrong))


def _is_wrong(cell: etree._Element) -> bool:
    parts = {local(one) for one in cell}
    return attribute(cell, "t") == "e" or ("f" in parts and "v" not in parts)


def _at(name: str, row: int, column: int) -> tuple[int, int]:
    at = CELL.fullmatch(name)
    return (int(at[2]) - 1, _column(at[1])) if at else (row, column)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
