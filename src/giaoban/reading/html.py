"""What text does a web page hold, without the site around it?

Menus, footers, scripts and forms are left out; a block is a line, a table row
too, with its cells apart. The parser never follows a link and never nests, so
that a page of a million open tags costs no more than its length.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

LEFT_OUT = "script style noscript template nav footer aside form button select option svg iframe head figure"
SILENT = frozenset(LEFT_OUT.split())
LINES = "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 section article header main blockquote dt dd hr pre center figcaption"
BLOCKS = frozenset(LINES.split())
CELLS = frozenset(("td", "th"))
BLANKS = re.compile(r"[ \t\r\f\v\u00a0]*\n[ \t\r\f\v\u00a0\n]*")
RUNS = re.compile(r"[ \t\r\f\v\n]+")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent: dict[str, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in SILENT:
            self.silent[tag] = self.silent.get(tag, 0) + 1
        if tag in BLOCKS:
            self.pieces.append("\n")
        elif tag in CELLS:
            self.pieces.append(" | ")

    def handle_endtag(self, tag: str) -> None:
        if self.silent.get(tag):
            self.silent[tag] -= 1
            if not self.silent[tag]:
                del self.silent[tag]
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(RUNS.sub(" ", data))


def text_of_html(page: str) -> str:
    r"""Return the text of the page, a line per block.

    Example:
        >>> text_of_html("<nav>Trang chủ</nav><h1>Báo cáo</h1><p>Thu đạt <b>5</b> tỷ&nbsp;đồng.</p>")
        'Báo cáo\nThu đạt 5 tỷ\xa0đồng.'
    """
    reader = _Page()
    try:
        reader.feed(page)
        reader.close()
    except (AssertionError, ValueError):  # the library gives up on some malformed declarations; what was read until then stands
        pass
    return BLANKS.sub("\n", "".join(reader.pieces)).strip()
