"""What does a document propose: read, linked to the catalogue, and doubted?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from giaoban.formats import Document, Laid, Paragraph, Table
from giaoban.reading.doubts import doubts
from giaoban.reading.linking import Linker, link
from giaoban.reading.proposal import Reading
from giaoban.reading.prose import periods
from giaoban.reading.prose.clean import clean
from giaoban.reading.tables.doubts import table_doubts
from giaoban.reading.tables.table import ReadTable, figures_of, read_table
from giaoban.reading.text import read_prose

NEAR = 6  # paragraphs above a table that may be its title


def read_text(text: str, *, document: str, linker: Linker | None = None) -> Reading:
    """Return everything that the text proposes; nothing is recorded.

    Args:
        document: Name or sha256 under which the text is cited.
        linker: Names of the catalogue of its day; None leaves links out.
    """
    found = read_prose(text, document=document)
    if linker:
        found = link(found, linker=linker)
    return replace(found, doubts=doubts(found))


def read_document(opened: Document, *, document: str, linker: Linker | None = None) -> Reading:
    """Return everything that a file proposes, its prose and its tables; nothing is recorded.

    A table of figures is read by its header; any other is read as prose, a line per row.

    Args:
        document: Name or sha256 under which it is cited.
        linker: Names of the catalogue of its day; None leaves links out.
    """
    laid = opened.lay()
    tables = dict(_tables(opened, laid))
    prose = _without(laid, tables)
    found = read_prose(prose, document=document)
    doubted = doubts(found)
    figures = [figure for number, read in tables.items() for figure in figures_of(read, laid=laid, number=number)]
    found = replace(found, text=laid.text, figures=tuple(sorted((*found.figures, *figures), key=lambda one: one.quote.start)))
    if linker:
        found = link(found, linker=linker)
    more = [doubt for read in tables.values() for doubt in table_doubts(read, document=document)]
    return replace(found, doubts=(*doubted, *more))


def _tables(opened: Document, laid: Laid) -> Iterator[tuple[int, ReadTable]]:
    """Yield the tables of figures by their numbers; hidden sheets are left alone."""
    year = periods.year_of(clean(laid.text[:100_000]).low)
    above: list[str] = []
    number = 0
    for block in opened.blocks:
        if isinstance(block, Paragraph):
            above.append(block.text)
            continue
        read = None if block.hidden else read_table(block, above=_titles(above, block), year=year)
        if read:
            yield number, read
        number += 1


def _titles(above: list[str], table: Table) -> list[str]:
    return [*above[:NEAR], *above[-NEAR:]] if table.name.startswith("Bảng") else above[-NEAR:]


def _without(laid: Laid, tables: dict[int, ReadTable]) -> str:
    """Return the text with the tables of figures blanked, letter for letter, so that every place stays."""
    pieces: list[str] = []
    at = 0
    for number in tables:
        start, end = laid.tables[number]
        pieces += [laid.text[at:start], "".join("\n" if letter == "\n" else " " for letter in laid.text[start:end])]
        at = end
    return "".join([*pieces, laid.text[at:]])
