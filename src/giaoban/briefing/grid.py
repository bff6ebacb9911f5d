"""How does a table stand in plain text? Columns aligned for a fixed-width font, long cells wrapped, nothing cut off.

Widths are counted in letters of the composed form, in which a Vietnamese letter
with its marks is one. Bars close up where room is short. A table that cannot be made as narrow as asked is wider.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Sequence

from giaoban.briefing.blocks import Column
from giaoban.briefing.notes import GLUE

LOOSE, TIGHT = " │ ", "│"
RULE = "─"


def grid(columns: Sequence[Column], *, rows: Sequence[Sequence[str] | str], width: int) -> list[str]:
    """Return the table as lines.

    Args:
        rows: Cells by column, which may hold line ends; a plain text is a heading across the table.
        width: In letters; the table is wider only where single words do not leave it a choice.
    """
    cells = [[_composed(cell) for cell in row] for row in rows if not isinstance(row, str)]
    titles = [_composed(f"{column.above}: {column.title}" if column.above else column.title) for column in columns]
    bar = LOOSE
    widths = _widths(columns, titles, cells, width - len(bar) * (len(columns) - 1))
    if sum(widths) + len(bar) * (len(columns) - 1) > width:
        bar = TIGHT
        widths = _widths(columns, titles, cells, width - len(bar) * (len(columns) - 1))
    rule = bar.replace(" ", RULE).replace("│", "┼").join(RULE * size for size in widths)
    lines = [*_line(titles, widths, [False] * len(columns), bar), rule]
    body = iter(cells)
    for row in rows:
        lines += [_composed(row)] if isinstance(row, str) else _line(next(body), widths, [column.right for column in columns], bar)
    return lines


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _widths(columns: Sequence[Column], titles: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return widths that fit the room: the widest column that may still shrink gives way first; a title takes no room."""
    every = range(len(columns))
    words = [max((len(word) for row in (titles, *rows) for word in re.split("[ \n]", row[at])), default=0) for at in every]
    longest = [max((len(line) for row in rows for line in row[at].split("\n")), default=0) for at in every]
    widths = [max(longest[at], words[at]) for at in every]
    floor = [min(widths[at], max(words[at], columns[at].least)) for at in every]
    while sum(widths) > room:
        spare = [at for at in every if widths[at] > floor[at]]
        if not spare:
            break
        widths[max(spare, key=lambda at: (widths[at], at))] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool], bar: str) -> list[str]:
    """Return the lines that one row of cells takes."""
    stacks = [_stack(cell, size) for cell, size in zip(cells, widths, strict=True)]
    height = max(map(len, stacks))
    lines = []
    for at in range(height):
        found = [stack[at] if at < len(stack) else "" for stack in stacks]
        aligned = [text.rjust(size) if to_right else text.ljust(size) for text, size, to_right in zip(found, widths, right, strict=True)]
        lines.append(bar.join(aligned).replace(GLUE, " ").rstrip())
    return lines


def _stack(cell: str, size: int) -> list[str]:
    lines: list[str] = []
    for piece in cell.split("\n"):
        lines += textwrap.wrap(piece, max(size, 1), break_long_words=False, break_on_hyphens=False) or [""]
    return lines
