"""Into which pieces is a year cut? The same question always gives the same pieces, under the same names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import numpy as np

from giaoban.catalogue import Catalogue, PeriodKind, Regime, Sight, Window
from giaoban.cube import Cube, Whole
from giaoban.engine.blocks import blocks
from giaoban.recompute.piece import Piece, cut

FORM = 1  # raised whenever the same question gives other numbers or columns
PIECES = 16  # of one regime, at most about
FEWEST = 8  # series of a piece


@dataclass(frozen=True)
class Batch:
    """What the pieces of some windows are cut from (khối việc).

    Args:
        cube: For the windows' catalogue.
        windows: All of one catalogue.
        on: Day for due and not yet due.
        label: What the files are of: book, entry, hash, year.
    """

    cube: Cube
    catalogue: Catalogue
    regime: Regime
    windows: tuple[Window, ...]
    on: date
    label: Mapping[str, str]


@dataclass(frozen=True)
class Job:
    """A piece of work that is cut out when its turn has come (việc chờ).

    Args:
        name: Of the file that it becomes.
        label: What the file is of.
        rows: Of the batch's cube.
    """

    name: str
    label: Mapping[str, str]
    batch: Batch
    rows: Whole

    def make(self) -> Piece:
        """Cut the piece out."""
        one = self.batch
        return Piece(self.name, self.label, cut(one.cube, rows=self.rows), one.catalogue, one.regime, one.windows, one.on)


def windows_of(year: int, *, regime: Regime, on: date) -> tuple[Window, ...]:
    """Return the windows of a year that the regime has a name for and that have begun; months first, the year last."""
    runs = [(month, month) for month in range(1, 13)]
    runs += [(quarter * 3 - 2, quarter * 3) for quarter in range(1, 5)]
    runs += [(1, 6), (7, 12), (1, 9), (1, 12)]
    found = (Window(year, first, last) for first, last in runs)
    kinds = regime.kinds - {PeriodKind.MONTHS, PeriodKind.DAY}
    return tuple(window for window in found if window.kind in kinds and regime.days(window).since <= on)


def jobs(batch: Batch, *, name: str, sight: Sight) -> tuple[Job, ...]:
    """Return the pieces that the series of a batch's regime are cut into.

    Args:
        name: What the files' names begin with.
        sight: Series that it does not let through are left out.
    """
    known = batch.catalogue.indicators
    rows = [
        row
        for row, one in enumerate(batch.cube.series)
        if one.regime == batch.regime.id and one.indicator in known and sight.sees_field(known[one.indicator])
    ]
    size = max(FEWEST, -(-len(rows) // PIECES))
    parts = blocks([batch.cube.series[row] for row in rows], indicators=known, size=size)
    found = []
    for n, part in enumerate(parts, 1):
        held = np.array([rows[place] for place in part], np.int64)
        found.append(Job(f"{name}-{n:03d}.parquet", {**batch.label, "digest": _digest(batch, held)}, batch, held))
    return tuple(found)


def _digest(batch: Batch, rows: Whole) -> str:
    """Return the sha256 of all that a piece's numbers follow from, besides the chain."""
    series = [list(batch.cube.series[row]) for row in rows.tolist()]
    said = [FORM, dict(batch.label), batch.regime.id, batch.on.isoformat(), [one.code for one in batch.windows], series]
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
