"""Where on a page do lines rule a table, and which places does each of its cells cover?"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pdfplumber

NEAR = 3  # points between two lines that are one
MOST_CELLS = 20_000
Corners = tuple[Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Box:
    """A ruled table on a page, measured from the page's top.

    Args:
        cells: Row, column, rows and columns covered, and the corners left, top, right, bottom.
    """

    top: Any
    bottom: Any
    cells: tuple[tuple[int, int, int, int, Corners], ...]


class Ruled:
    """The lines of a PDF, opened when the first page is asked for."""

    def __init__(self, content: io.BytesIO) -> None:
        self.content = content
        self.pdf: Any = None

    def page(self, number: int) -> Any:
        """Return a page by its number from 0."""
        if self.pdf is None:
            self.pdf = pdfplumber.open(self.content)
        return self.pdf.pages[number]

    def close(self) -> None:
        """Let go of the file."""
        if self.pdf is not None:
            self.pdf.close()


def ruled_tables(ruled: Ruled, *, number: int) -> tuple[tuple[Box, ...], bool]:
    """Return the tables that lines rule on a page, and whether the page could not be taken apart.

    Args:
        number: Of the page, from 0.
    """
    try:
        page = ruled.page(number)
        found = page.find_tables({"vertical_strategy": "lines", "horizontal_strategy": "lines"})
        boxes = tuple(box for table in found if (box := _box([cell for cell in table.cells if cell])))
        page.close()
    except Exception:  # noqa: BLE001 -- the library raises whatever a hostile file makes it stumble over; the text is read without it
        return (), True
    return boxes, False


def _box(cells: Sequence[Corners]) -> Box | None:
    if not 2 <= len(cells) <= MOST_CELLS:
        return None
    across, down = _grid([x for cell in cells for x in (cell[0], cell[2])]), _grid([y for cell in cells for y in (cell[1], cell[3])])
    if len(across) < 3:  # one column is a frame
        return None
    placed = []
    for left, top, right, bottom in cells:
        column, row = _at(left, across), _at(top, down)
        placed.append((row, column, max(1, _at(bottom, down) - row), max(1, _at(right, across) - column), (left, top, right, bottom)))
    return Box(min(cell[1] for cell in cells), max(cell[3] for cell in cells), tuple(sorted(placed, key=lambda one: one[:2])))


def _grid(places: list[Any]) -> list[Any]:
    found: list[Any] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def _at(place: Any, grid: list[Any]) -> int:
    return min(range(len(grid)), key=lambda number: abs(grid[number] - place))
