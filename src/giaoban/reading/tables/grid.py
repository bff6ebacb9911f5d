"""Which cell covers a place of a table, where merged cells reach over several?"""

from __future__ import annotations

from dataclasses import dataclass, field

from giaoban.formats import Cell, Table

EMPTY = ""


@dataclass(frozen=True)
class Grid:
    """A table that is asked by row and column (lưới ô)."""

    table: Table
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)

    @classmethod
    def of(cls, table: Table) -> Grid:
        """Return the table with every place that a cell covers."""
        cells: dict[tuple[int, int], Cell] = {}
        for cell in table.cells:
            if not cell.text:
                continue
            for row in range(cell.row, cell.row + min(cell.down, 500)):
                for column in range(cell.column, cell.column + min(cell.across, 500)):
                    cells.setdefault((row, column), cell)
        return cls(table, cells)

    def cell(self, row: int, *, column: int | None) -> Cell | None:
        """Return the cell that covers the place; None where nothing stands there, or where no column is meant."""
        return self.cells.get((row, column)) if column is not None else None

    def own(self, row: int, *, column: int | None) -> Cell | None:
        """Return the cell that begins in this row; None where one from above only reaches down."""
        found = self.cell(row, column=column)
        return found if found and found.row == row and found.column == column else None

    def text(self, row: int, *, column: int | None) -> str:
        """Return the words at the place; empty where there are none."""
        found = self.cell(row, column=column)
        return found.text if found else EMPTY
