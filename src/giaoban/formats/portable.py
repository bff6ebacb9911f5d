"""What stands in a PDF: lines joined to paragraphs, ruled tables, and which pages are only pictures?

The text comes from the pages' own letters. Tables are looked for only on
pages that rule lines, since that takes long. A PDF has no paragraphs: a line
that runs to the right edge goes on in the next, unless that begins a new item.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from giaoban.formats.document import Cell, Document, Paragraph, Table, one_line
from giaoban.formats.package import Broken, Locked, Swollen
from giaoban.formats.refusals import MOST_CHARACTERS, MOST_PAGES, ScannedPages, TablesNotRead
from giaoban.formats.ruled import Box, Ruled, ruled_tables
from giaoban.values import Problem, Span

FEW_LETTERS = 12  # on a page of pictures: a page number, a stamp
FEW_PATHS = 4
NEW_ITEM = re.compile(r"(?:[-–+•*▪]|\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|[IVX]{1,5}[.)]|[a-zđ][.)]|Điều \d|Phần |Nơi nhận|Ghi chú)\s?")
ENDS = (".", ":", ";", "!", "?", "…", "”")
MARGIN = 2
CUT = re.compile(r"(?<=[\d.,/])[\r\n]+(?=\d)")  # a number too long for its column
SECRET = re.compile("mật", re.IGNORECASE)
PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–]?\s?\d{1,4}\s?[-–]?(?:\s?/\s?\d{1,4})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its words, and how far it reaches to the left and right."""

    text: str
    left: int
    right: int


def read_pdf(content: bytes, *, name: str) -> Document:
    """Return what stands in the PDF; a file of pictures has no blocks, and a note says how many pages it has.

    Args:
        name: Of the file, for what is noted.

    Raises:
        Broken, Locked, Swollen: It cannot be read, or had better not be.
    """
    try:
        pdf = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise Locked from fault
        raise Broken from fault
    try:
        if len(pdf) > MOST_PAGES:
            raise Swollen(f"{len(pdf)}")
        return _read(pdf, content, name)
    except pdfium.PdfiumError as fault:
        raise Broken from fault
    finally:
        pdf.close()


def _read(pdf: Any, content: bytes, name: str) -> Document:
    blocks: list[Paragraph | Table] = []
    notes: list[Problem] = []
    pictures: list[int] = []
    pieces: list[str] = []
    letters = 0
    ruled = Ruled(io.BytesIO(content))
    for number in range(len(pdf)):
        page = pdf[number]
        text = page.get_textpage()
        count = text.count_chars()
        letters += count
        if letters > MOST_CHARACTERS:
            raise Swollen(f"{letters}")
        if count < FEW_LETTERS and (_has(page, raw.FPDF_PAGEOBJ_IMAGE, 1) or _has(page, raw.FPDF_PAGEOBJ_PATH, 1)):
            pictures.append(number + 1)
        elif count:
            pieces += _pieces(text)
            boxes, fault = ruled_tables(ruled, number=number) if _has(page, raw.FPDF_PAGEOBJ_PATH, FEW_PATHS) else ((), False)
            notes += [TablesNotRead(Span(name), number + 1)] if fault else []
            _add(blocks, list(_blocks(page, text, boxes)))
    ruled.close()
    if pictures:
        notes.append(ScannedPages(Span(name), ", ".join(map(str, pictures)), len(pictures)))
    asides = tuple(said for said in pdf.get_metadata_dict().values() if said)
    return Document("pdf", tuple(_named(blocks)), asides, tuple(notes), tuple(pieces))


def _pieces(text: Any) -> list[str]:
    """Return the runs of a page apart, as they are printed side by side; none where no run can be a mark of secrecy."""
    if not SECRET.search(unicodedata.normalize("NFC", text.get_text_range().replace(" ", ""))):
        return []
    lines = [line.strip() for line in text.get_text_range().splitlines()]
    return [*lines, *(text.get_text_bounded(*text.get_rect(number)).strip() for number in range(text.count_rects()))]


def _has(page: Any, kind: int, least: int) -> bool:
    found = page.get_objects(filter=[kind], max_depth=3)
    return sum(1 for _ in islice(found, least)) >= least


def _blocks(page: Any, text: Any, boxes: Sequence[Box]) -> Iterator[Paragraph | Table]:
    """Yield the paragraphs above a table, the table, and so on downwards."""
    width, height = page.get_size()
    top = height
    for box in sorted(boxes, key=lambda box: box.top):
        above = height - box.top
        if above < top:
            yield from _paragraphs(_lines(text, width, top, above))
        yield Table("", tuple(_cells(text, box, height)))
        top = min(top, height - box.bottom)
    yield from _paragraphs(_lines(text, width, top, 0))


def _cells(text: Any, box: Box, height: Any) -> Iterator[Cell]:
    for row, column, down, across, (left, top, right, bottom) in box.cells:
        said = text.get_text_bounded(left + MARGIN, height - bottom + MARGIN, right - MARGIN, height - top - MARGIN)
        if said := one_line(CUT.sub("", said.replace("\x02", "").replace("\ufffe", ""))):
            yield Cell(row, column, said, None, down, across)


def _lines(text: Any, width: Any, top: Any, bottom: Any) -> list[Line]:
    said = text.get_text_bounded(0, bottom, width, top) if (bottom, top) != (0, None) else ""
    found: list[Line] = []
    for line in said.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        words = one_line(line.replace("\x02", "-").replace("\ufffe", "-").replace("\x00", ""))
        if words:
            found.append(Line(words, 0, len(words)))
    return found


def _paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    if not lines:
        return
    full = sorted(line.right for line in lines)[len(lines) * 9 // 10] * 3 // 4
    said = lines[0].text
    for before, line in pairwise(lines):
        if _goes_on(before, line, full):
            said = f"{said} {line.text}"
        else:
            yield from _whole(said)
            said = line.text
    yield from _whole(said)


def _goes_on(before: Line, line: Line, full: int) -> bool:
    if NEW_ITEM.match(line.text) or PAGE_NUMBER.fullmatch(line.text):
        return False
    if line.text[0].islower() and not before.text.endswith((".", ";", ":", "!", "?")):
        return True
    return before.right >= full and not before.text.endswith(ENDS) and not before.text.isupper()


def _whole(said: str) -> Iterator[Paragraph]:
    if not PAGE_NUMBER.fullmatch(said):
        yield Paragraph(said)


def _add(blocks: list[Paragraph | Table], more: list[Paragraph | Table]) -> None:
    """Add the blocks of a page; what was cut by the page's end is put together again."""
    last, first = (blocks[-1] if blocks else None), (more[0] if more else None)
    if isinstance(last, Table) and isinstance(first, Table) and last.columns == first.columns:
        blocks[-1] = _joined(last, first)
        more = more[1:]
    elif isinstance(last, Paragraph) and isinstance(first, Paragraph) and first.text[0].islower() and not last.text.endswith(ENDS):
        blocks[-1] = Paragraph(f"{last.text} {first.text}")
        more = more[1:]
    blocks += more


def _joined(above: Table, below: Table) -> Table:
    """Return a table that runs over a page's end; a header that is printed again is left out."""
    head = {(cell.column, cell.text) for cell in above.cells if cell.row == 0}
    repeated = {(cell.column, cell.text) for cell in below.cells if cell.row == 0} == head
    shift = above.rows - (1 if repeated else 0)
    kept = [cell for cell in below.cells if not (repeated and cell.row == 0)]
    return Table("", (*above.cells, *(Cell(cell.row + shift, cell.column, cell.text, None, cell.down, cell.across) for cell in kept)))


def _named(blocks: Sequence[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    number = 0
    for block in blocks:
        if isinstance(block, Table):
            if not block.cells:
                continue
            number += 1
            yield Table(f"Bảng {number}", block.cells)
        else:
            yield block
