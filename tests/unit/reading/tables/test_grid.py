from __future__ import annotations

from giaoban.formats import Cell, Table
from giaoban.reading.tables.grid import Grid


def test_merged_cells_cover_their_places() -> None:
    """Seen everywhere, owned where they begin."""
    grid = Grid.of(Table("x", (Cell(0, 0, "a", None, 2, 2), Cell(1, 2, "b"), Cell(1, 3, ""))))
    assert [grid.text(1, column=column) for column in (0, 1, 2, 3, None)] == ["a", "a", "b", "", ""]
    assert (grid.own(0, column=0) is not None, grid.own(1, column=1), grid.cell(5, column=5)) == (True, None, None)
