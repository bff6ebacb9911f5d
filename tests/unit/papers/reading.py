"""Papers read back: their words in order, and golden texts of them (`GOLDEN_UPDATE=1 pytest tests/unit/papers` writes them anew)."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from giaoban.briefing.blocks import Block, Column, Footnotes, Grid, Heading, NewPage, Point, Script
from giaoban.briefing.blocks import Paragraph as Said
from giaoban.briefing.charts import course_picture
from tests.unit.briefing.courses import course

FOLDER = Path(__file__).resolve().parents[2] / "golden" / "papers"
HOSTILE = "<b>&amp; {{ 7*7 }} {% for x in y %} #set $x$ `ls` *a* _b_ \\x @ref [1] \u202ephải\u2066 trái\x00\x1b[31m 水"


def golden(name: str, *, made: str) -> str:
    """Return the kept text of that name; writes `made` in its place first where an update is asked for."""
    path = FOLDER / name
    if os.environ.get("GOLDEN_UPDATE"):
        path.write_text(made, "utf-8")
    return path.read_text("utf-8")


def docx_text(content: bytes) -> str:
    """Return headers, paragraphs with their styles, and tables row by row."""
    return "\n".join(_docx_lines(content)) + "\n"


def _docx_lines(content: bytes) -> Iterator[str]:
    document = Document(io.BytesIO(content))
    for number, section in enumerate(document.sections, start=1):
        first = section.first_page_header.paragraphs[0].text if section.different_first_page_header_footer else ""
        lying = "ngang" if (section.page_width or 0) > (section.page_height or 0) else "đứng"
        head, foot = section.header.paragraphs[0].text, section.footer.paragraphs[0].text
        yield f"== phần {number}, khổ {lying}: {first!r} {head!r} {foot!r}"
    for part in document.iter_inner_content():
        yield from _table_lines(part) if isinstance(part, Table) else _paragraph_lines(part)


def _paragraph_lines(paragraph: Paragraph) -> Iterator[str]:
    if paragraph.text:
        yield f"[{paragraph.style.name if paragraph.style else ''}] {paragraph.text}"


def _table_lines(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            if not cells or cell.text != cells[-1]:
                cells.append(cell.text)
        yield "| " + " | ".join(cell.replace("\n", " / ") for cell in cells)


def pdf_text(content: bytes) -> str:
    """Return the words of each page, with how it lies."""
    document = pypdfium2.PdfDocument(content)
    pages = []
    for number, page in enumerate(document, start=1):
        width, height = page.get_size()
        text = page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace("\ufffe", "")
        pages.append(f"== trang {number}, khổ {'ngang' if width > height else 'đứng'}\n{text.strip()}\n")
    document.close()
    return "\n".join(pages)


def words(text: str) -> str:
    """Return the text in one line, soft breaks taken out."""
    return re.sub(r"\s+", " ", text.replace("\u200b", "").replace("\u00a0", " "))


def hostile(script: Script) -> Script:
    """Return the script with a text in every place that would break a careless printer."""
    table = Grid((Column(HOSTILE), Column("a" * 300, right=True, above=HOSTILE)), ((HOSTILE, "x" * 5000), HOSTILE), caption=HOSTILE)
    blocks: tuple[Block, ...] = (Heading(HOSTILE), Said(HOSTILE), Point(HOSTILE, HOSTILE), table, Said("chữ" * 2000))
    return replace(
        script, body_name=HOSTILE, title=HOSTILE, subject=HOSTILE, marks=(HOSTILE,), stamp=(HOSTILE,), hash=HOSTILE, held=HOSTILE,
        blocks=(*blocks, Footnotes((HOSTILE,)), NewPage(landscape=True), wide(80, 3), NewPage(), Heading(HOSTILE, 2)),
    )  # fmt: skip


def pictured(script: Script) -> Script:
    """Return the script with a chart before everything else."""
    return replace(script, blocks=(course_picture(course()), *script.blocks))


def spoken(script: Script, text: str, cell: str, columns: int) -> Script:
    """Return the script with two texts in every place, in a table of that many columns too."""
    table = Grid(tuple(Column(cell, right=at % 2 == 1, above=text) for at in range(columns)), ((cell,) * columns, text, (text,) * columns))
    blocks: tuple[Block, ...] = (table, Heading(text), Said(text), Point(cell, text), Footnotes((text, cell)))
    return replace(script, body_name=text, title=text, subject=cell, held=text, marks=(cell,), stamp=(text,), hash=cell, blocks=blocks)


def wide(columns: int, rows: int) -> Grid:
    """Return a table with that many columns of numbers beside the names of its rows."""
    heads = (Column("TT", right=True), Column("Đơn vị"), *(Column(f"Chỉ tiêu số {at}", right=True) for at in range(columns)))
    return Grid(heads, tuple((str(row), f"Tổ dân phố {row}", *(f"{row}.{at:03},5" for at in range(columns))) for row in range(rows)))
