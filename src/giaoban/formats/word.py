"""What stands in a Word file: paragraphs with their list numbers, tables with merged cells, and what stands aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from giaoban.formats.document import Cell, Document, Paragraph, Table, one_line
from giaoban.formats.letters import OldFont, font_of, is_shouted, modern
from giaoban.formats.numbering import Numbering
from giaoban.formats.package import DEEPEST, Broken, Package, attribute, child, local, words_of

MAIN = "word/document.xml"
INNER = ("ins", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "moveTo", "bdo", "dir")
PLAIN_PARTS = ("styles", "settings", "numbering", "fontTable", "webSettings", "theme")
Element = Any


@dataclass
class Opened:
    """What is known while one file is read.

    Args:
        levels: Heading level by style.
        fonts: Font by style; "" is the document's own.
        old: Old encodings met.
    """

    package: Package
    numbering: Numbering
    levels: dict[str, int] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)
    old: set[OldFont] = field(default_factory=set)
    asides: list[str] = field(default_factory=list)
    tables: int = 0


def read_docx(package: Package) -> tuple[Document, frozenset[OldFont]]:
    """Return the document, and in which old fonts it was typed.

    Raises:
        Broken: It holds no text of Word.
    """
    root = package.tree(MAIN)
    body = child(root, "body")
    if body is None:
        raise Broken
    opened = Opened(package, Numbering.of(package.tree("word/numbering.xml")))
    _styles(opened)
    blocks = tuple(_blocks(body, opened, depth=0))
    pieces = tuple(words_of(root))
    return Document("docx", blocks, (*opened.asides, *_asides(opened)), (), pieces), frozenset(opened.old)


def _styles(opened: Opened) -> None:
    root = opened.package.tree("word/styles.xml")
    if root is None:
        return
    opened.fonts[""] = attribute(child(root, "docDefaults", "rPrDefault", "rPr", "rFonts"), "ascii")
    for style in root:
        if local(style) != "style":
            continue
        id, name = attribute(style, "styleId"), attribute(child(style, "name"), "val").lower()
        outline = attribute(child(style, "pPr", "outlineLvl"), "val")
        if name.startswith("heading ") and name[8:].isdigit():
            opened.levels[id] = min(9, int(name[8:]))
        elif name == "title":
            opened.levels[id] = 1
        elif outline.isdigit() and int(outline) < 9:
            opened.levels[id] = int(outline) + 1
        if font := attribute(child(style, "rPr", "rFonts"), "ascii"):
            opened.fonts[id] = font
        if attribute(style, "default") and attribute(style, "type") == "paragraph" and font:
            opened.fonts[""] = font


def _blocks(parent: Element, opened: Opened, *, depth: int) -> Iterator[Paragraph | Table]:
    if depth > DEEPEST:
        raise Broken
    for one in parent:
        match local(one):
            case "p":
                said, level = _paragraph(one, opened)
                if said:
                    yield Paragraph(said, level)
            case "tbl":
                opened.tables += 1
                yield _table(one, opened, name=f"Bảng {opened.tables}", depth=depth)
            case "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo":
                yield from _blocks(one, opened, depth=depth + 1)


def _paragraph(one: Element, opened: Opened) -> tuple[str, int]:
    style = attribute(child(one, "pPr", "pStyle"), "val")
    level = opened.levels.get(style, 0)
    outline = attribute(child(one, "pPr", "outlineLvl"), "val")
    if outline.isdigit() and int(outline) < 9:
        level = int(outline) + 1
    said = one_line("".join(_runs(one, opened, font=opened.fonts.get(style) or opened.fonts.get("", ""), depth=0)))
    label = opened.numbering.label(child(one, "pPr", "numPr"), style=style) if said else ""
    return (f"{label} {said}" if label else said), level


def _runs(parent: Element, opened: Opened, *, font: str, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        raise Broken
    for one in parent:
        name = local(one)
        if name == "r":
            yield _run(one, opened, font=font)
        elif name in INNER:
            yield from _runs(one, opened, font=font, depth=depth + 1)


def _run(run: Element, opened: Opened, *, font: str) -> str:
    pieces: list[str] = []
    for one in run:
        match local(one):
            case "t":
                pieces.append(one.text or "")
            case "tab" | "br" | "cr":
                pieces.append(" ")
            case "noBreakHyphen":
                pieces.append("-")
            case "pict" | "drawing" | "AlternateContent" | "object":
                opened.asides += words_of(one)
    said = "".join(pieces)
    own = attribute(child(run, "rPr", "rFonts"), "ascii") or attribute(child(run, "rPr", "rFonts"), "hAnsi") or font
    old = font_of(own)
    if old is None or not said or any(letter > "\u00ff" for letter in said):
        return said
    if not said.isascii():
        opened.old.add(old)
    return modern(said, font=old, capitals=is_shouted(own))


def _table(table: Element, opened: Opened, *, name: str, depth: int) -> Table:
    cells: list[Cell] = []
    above: dict[int, int] = {}  # column → place in `cells` of a cell that goes on downwards
    rows = list(_inside(table, "tr"))
    for number, row in enumerate(rows):
        column = int(attribute(child(row, "trPr", "gridBefore"), "val") or 0)
        for one in _inside(row, "tc"):
            properties = child(one, "tcPr")
            across = max(1, _whole(attribute(child(properties, "gridSpan"), "val")))
            merge = child(properties, "vMerge")
            if merge is not None and attribute(merge, "val") != "restart" and column in above:
                kept = cells[above[column]]
                cells[above[column]] = Cell(kept.row, kept.column, kept.text, None, number - kept.row + 1, kept.across)
            else:
                above.pop(column, None)
                if merge is not None:
                    above[column] = len(cells)
                cells.append(Cell(number, column, _cell_text(one, opened, depth=depth + 1), None, 1, across))
            column += across
    return Table(name, tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _whole(said: str) -> int:
    return min(int(said), 1000) if said.isdigit() and len(said) < 6 else 1


def _inside(parent: Element, name: str) -> Iterator[Element]:
    for one in parent:
        if local(one) == name:
            yield one
        elif local(one) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _inside(one, name)


def _cell_text(cell: Element, opened: Opened, *, depth: int) -> str:
    said: list[str] = []
    for block in _blocks(cell, opened, depth=depth):
        if isinstance(block, Paragraph):
            said.append(block.text)
        else:
            opened.tables -= 1
            said += [inner.text for inner in block.cells if inner.text]
    return one_line(" ".join(said))


def _asides(opened: Opened) -> Iterator[str]:
    for name in opened.package.names:
        if not name.endswith(".xml") or name == MAIN or name.rpartition("/")[2].startswith(PLAIN_PARTS):
            continue
        if name.startswith(("word/", "docProps/")) and (root := opened.package.tree(name)) is not None:
            yield from words_of(root)
