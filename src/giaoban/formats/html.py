"""What stands in a web page, without the site around it: paragraphs, and tables with their cells?

Menus, footers, scripts and forms are left out; a block is a paragraph. The
parser never follows a link and never nests, so that a page of a million open
tags costs no more than its length.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from giaoban.formats.document import Cell, Document, Paragraph, Table, one_line

LEFT_OUT = "script style noscript template nav footer aside form button select option svg iframe head figure"
SILENT = frozenset(LEFT_OUT.split())
LINES = "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 section article header main blockquote dt dd hr pre center figcaption"
BLOCKS = frozenset(LINES.split())
CELLS = frozenset(("td", "th"))
HEADINGS = {f"h{level}": level for level in range(1, 7)}
WIDEST, MOST_CELLS = 200, 200_000


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Paragraph | Table] = []
        self.words: list[str] = []
        self.level = 0
        self.silent: dict[str, int] = {}
        self.depth = 0  # of tables; the outermost keeps the cells
        self.cells: list[Cell] = []
        self.taken: set[tuple[int, int]] = set()
        self.row, self.column = -1, 0
        self.open: tuple[int, int] | None = None  # how far the open cell reaches

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent[tag] = self.silent.get(tag, 0) + 1
        if tag == "table":
            self._begin_table()
        elif self.depth:
            self._in_table(tag, dict(attrs))
        elif tag in BLOCKS:
            self._end_paragraph()
            self.level = HEADINGS.get(tag, 0)

    def handle_endtag(self, tag: str) -> None:
        if self.silent.get(tag):
            self.silent[tag] -= 1
            if not self.silent[tag]:
                del self.silent[tag]
        if tag == "table" and self.depth:
            self.depth -= 1
            if not self.depth:
                self.end_table()
        elif self.depth == 1 and tag in CELLS:
            self._end_cell()
        elif tag in BLOCKS:
            if self.depth:
                self.words.append(" ")
            else:
                self._end_paragraph()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)

    def _end_paragraph(self) -> None:
        said = one_line("".join(self.words))
        if said.strip("\u00a0"):
            self.blocks.append(Paragraph(said, self.level))
        self.words, self.level = [], 0

    def _begin_table(self) -> None:
        self.depth += 1
        if self.depth == 1:
            self._end_paragraph()
            self.cells, self.taken, self.row, self.column, self.open = [], set(), -1, 0, None

    def _in_table(self, tag: str, attributes: dict[str, str | None]) -> None:
        if self.depth > 1 or tag not in ("tr", *CELLS):
            self.words.append(" " if tag in BLOCKS or tag in CELLS else "")
            return
        self._end_cell()
        if tag == "tr":
            self.row, self.column = self.row + 1, 0
            return
        self.row = max(self.row, 0)
        while (self.row, self.column) in self.taken:
            self.column += 1
        self.words, self.open = [], (_span(attributes.get("rowspan")), _span(attributes.get("colspan")))

    def _end_cell(self) -> None:
        if self.open is None:
            return
        (down, across), self.open = self.open, None
        if len(self.cells) < MOST_CELLS and len(self.taken) < MOST_CELLS * 4:
            self.cells.append(Cell(self.row, self.column, one_line("".join(self.words)), None, down, across))
            self.taken.update((self.row + below, self.column + beside) for below in range(down) for beside in range(across))
        self.column, self.words = self.column + across, []

    def end_table(self) -> None:
        """Put the open table among the blocks: one cell a row is no table but a frame around paragraphs."""
        self._end_cell()
        self.depth = 0
        told = [cell for cell in self.cells if cell.text]
        if len({cell.column for cell in told}) > 1:
            number = sum(isinstance(block, Table) for block in self.blocks) + 1
            self.blocks.append(Table(f"Bảng {number}", tuple(told)))
        else:
            self.blocks += [Paragraph(cell.text) for cell in told]
        self.cells, self.words = [], []

    def end(self) -> None:
        """Close what the page left open."""
        if self.depth:
            self.end_table()
        self._end_paragraph()


def _span(said: str | None) -> int:
    return min(int(said), WIDEST) if said and re.fullmatch(r"[1-9][0-9]{0,4}", said) else 1


def read_html(page: str) -> Document:
    r"""Return what stands in the page.

    Example:
        >>> read_html("<nav>Trang chủ</nav><h1>Báo cáo</h1><p>Thu đạt <b>5</b> tỷ&nbsp;đồng.</p>").blocks
        (Paragraph(text='Báo cáo', level=1), Paragraph(text='Thu đạt 5 tỷ\xa0đồng.', level=0))
    """
    reader = _Page()
    try:
        reader.feed(page)
        reader.close()
    except (AssertionError, ValueError):  # the library gives up on some malformed declarations; what was read until then stands
        pass
    reader.end()
    return Document("html", tuple(reader.blocks))
