"""How does a table fit on a page? The size of its letters, the width of its columns, and where it must be parted.

Letters shrink as far as they can be read; a table that is still too wide is
parted by columns, each part beginning with the columns that say what a row is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from giaoban.briefing.blocks import Column, Grid
from giaoban.papers.letters import width_of

SIZES = (11, 10, 9)  # points, the largest that fits
POINT = 3528  # ten-thousandths of a millimetre that a point has
PADDING = 240  # hundredths of a millimetre, both sides of a cell and its line
LONGEST = 1100  # hundredths of the size; a longer word is broken
WIDEST = 2600  # the same; a cell with more is wrapped without regret
BOLD = 112  # percent that bold letters are wider
SLACK = 108  # percent: widths are a little too much, so that a word that just fits is not broken
EASE = 50  # percent of what its words would like that a table at ease has
LETTER = 50  # the same, of a plain letter
WHOLE = 1000


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table, or a part of one, as it fits (biểu đã xếp vừa khổ giấy).

    Args:
        size: Of its letters, in points.
        shares: Width of each column in thousandths of the whole.
        capacity: Room for words in each column, in hundredths of the size of letters.
    """

    grid: Grid
    size: int
    shares: tuple[int, ...]
    capacity: tuple[int, ...]


def fit(grid: Grid, *, room: int) -> list[Fitted]:
    """Return the table in as few parts as fit side by side in the room.

    Args:
        room: Width of the text in millimetres.
    """
    for size in SIZES:
        if sum(_least(grid, size)) <= room * 100:
            return [_fitted(grid, size, room)]
    return [_fitted(part, SIZES[-1], room) for part in _parts(grid, room)]


def is_narrow(grid: Grid, *, room: int) -> bool:
    """Whether the table fits the room at ease: in its largest letters, its words on few lines; one without rows always does."""
    if not grid.rows:
        return True
    wish = sum(more for _, more in _widths(grid)) * EASE // 100
    return sum(_least(grid, SIZES[0])) + _millimetres(wish, SIZES[0]) <= room * 100


def _widths(grid: Grid) -> list[tuple[int, int]]:
    """Return for each column its widest word and what it would like beyond it, in hundredths of the size of letters.

    Words like to stand on few lines, nine cells in ten on one, and so does a title, which may take three; numbers need less.
    """
    found = []
    for at, column in enumerate(grid.columns):
        lines = [line for row in grid.rows if not isinstance(row, str) for line in row[at].split("\n")]
        words = {word for line in set(lines) for word in line.split(" ")}
        titles = [width_of(word) * BOLD // 100 for word in re.split("[ \n]", column.title)]
        longest = max(min(width, LONGEST) for width in (*titles, *map(width_of, words)))
        line = max(sum(titles) // 3, _usual(lines))
        most = WIDEST // 3 if column.right else WIDEST
        found.append((max(longest, 2 * LETTER), max(min(line, most) - longest, 0)))
    return found


def _usual(lines: Sequence[str]) -> int:
    """Return the width that nine lines in ten do not pass."""
    widths = sorted(map(width_of, lines))
    return widths[(len(widths) - 1) * 9 // 10] if widths else 0


def _least(grid: Grid, size: int) -> list[int]:
    """Return the least width of each column in hundredths of a millimetre."""
    return [_millimetres(word, size) + PADDING for word, _ in _widths(grid)]


def _millimetres(width: int, size: int) -> int:
    """Return a width in hundredths of the size as hundredths of a millimetre."""
    return -(-width * size * POINT // 10000)  # rounded up


def _fitted(grid: Grid, size: int, room: int) -> Fitted:
    """Return the part with the room that is left given to the columns that would like it, then to all alike."""
    least = _least(grid, size)
    wish = [_millimetres(more, size) + 1 for _, more in _widths(grid)]
    spare = max(room * 100 - sum(least), 0)
    given = _shared(spare, wish)
    left = (spare - sum(given)) // len(wish)
    widths = [narrow + more + left for narrow, more in zip(least, given, strict=True)]
    total = sum(widths)
    shares = [width * WHOLE // total for width in widths]
    shares[shares.index(max(shares))] += WHOLE - sum(shares)
    capacity = tuple(max((share * room * 100 // WHOLE - PADDING) * SLACK * 100 // (size * POINT), LETTER) for share in shares)
    return Fitted(grid, size, tuple(shares), capacity)


def _shared(spare: int, wish: Sequence[int]) -> list[int]:
    """Return what each gets of the spare room: who asks for little gets it whole, the others share the rest alike."""
    given, left = [0] * len(wish), spare
    waiting = sorted(range(len(wish)), key=lambda at: wish[at])
    for done, at in enumerate(waiting):
        given[at] = min(wish[at], left // (len(waiting) - done))
        left -= given[at]
    return given


def _parts(grid: Grid, room: int) -> list[Grid]:
    """Return the table parted by columns; the leading ones, up to the first of words, stand in every part."""
    least = _least(grid, SIZES[-1])
    leading = next((at for at, column in enumerate(grid.columns) if not column.right), 0) + 1
    key, parts, used = list(range(leading)), [], room * 100 + 1
    for at in range(leading, len(least)):
        if used + least[at] > room * 100:
            parts.append(list(key))
            used = sum(least[:leading])
        parts[-1].append(at)
        used += least[at]
    return [_only(grid, columns) for columns in parts] or [grid]


def _only(grid: Grid, columns: Sequence[int]) -> Grid:
    rows = tuple(row if isinstance(row, str) else tuple(row[at] for at in columns) for row in grid.rows)
    return replace(grid, columns=tuple(grid.columns[at] for at in columns), rows=rows)


def heads(columns: Sequence[Column]) -> list[tuple[str, int]]:
    """Return the upper heading of the columns: each text with how many columns it spans; empty where none has one.

    Example:
        >>> heads((Column("TT"), Column("Với KH", above="So sánh"), Column("Với cùng kỳ", above="So sánh")))
        [('', 1), ('So sánh', 2)]
    """
    spans: list[tuple[str, int]] = []
    for column in columns:
        if spans and column.above and spans[-1][0] == column.above:
            spans[-1] = (column.above, spans[-1][1] + 1)
        else:
            spans.append((column.above, 1))
    return spans if any(text for text, _ in spans) else []
