"""How does one block of a script stand in a Word file? Each in the style of its kind; pages are turned elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from docx.document import Document as WordDocument

from giaoban.briefing.blocks import Footnotes, Grid, Heading, Paragraph, Picture, Point
from giaoban.papers.arrangement import caption
from giaoban.papers.drawing import png
from giaoban.papers.tables import fit
from giaoban.papers.word_file import drawn
from giaoban.papers.word_parts import paragraph, table

Printed = Heading | Paragraph | Point | Grid | Picture | Footnotes


def block_xml(block: Printed, *, document: WordDocument, room: int) -> str:
    """Return the paragraphs and tables of a block.

    Args:
        document: Where pictures are kept.
        room: Width of the text in millimetres.
    """
    match block:
        case Heading(text, level):
            return paragraph(text, style="Heading1" if level == 1 else "Heading2")
        case Paragraph(text):
            return paragraph(text, style="BodyText")
        case Point(text, number):
            return paragraph(f"{number or '-'} {text}", style="GachDauDong")
        case Grid():
            return grid_xml(block, room=room)
        case Picture():
            return _picture(block, document, room)
        case Footnotes():
            return "".join(_notes(block))
        case _:
            assert_never(block)


def grid_xml(grid: Grid, *, room: int) -> str:
    """Return a table, in as many parts as the page needs, or the words that there is none."""
    if not grid.rows:
        return paragraph(grid.empty, style="BodyText") if grid.empty else ""
    caption = paragraph(grid.caption, style="TenBieu") if grid.caption else ""
    return caption + space().join(table(part, room=room) for part in fit(grid, room=room)) + space()


def _picture(picture: Picture, document: WordDocument, room: int) -> str:
    """Return a picture with its words below where they are few, and as its alternative."""
    inner = drawn(document, content=png(picture.spec), room=room, alt=picture.alt)
    words = paragraph(caption(picture.alt), style="Caption")
    return f'<w:p><w:pPr><w:pStyle w:val="BieuDo"/></w:pPr>{inner}</w:p>{words}'


def _notes(notes: Footnotes) -> Iterator[str]:
    """Yield the notes, each with its mark hanging out."""
    if notes.texts:
        yield paragraph(notes.title, style="ChuThichDau")
    for number, text in enumerate(notes.texts, start=1):
        yield paragraph(f"[{number}]\u00a0{text}", style="ChuThich")


def space() -> str:
    """Return a thin empty paragraph, which Word wants between two tables."""
    return paragraph("", style="Normal", properties='<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>')
