"""Which share of the reports of a window have come: of every body that owes them, period by period.

A body owes a report of an indicator for each period in which it stands, of the indicator's own frequency, if it reports
at all and the indicator applies to its kind. A whole counts its own reports and those of everything below it on the map.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from giaoban.catalogue import Regime, Window
from giaoban.cube import Cube, Series
from giaoban.engine.frame import Frame
from giaoban.engine.rules import Rules
from giaoban.engine.time import month_window
from giaoban.ledger.figures import WHOLE


@dataclass(frozen=True)
class Rates:
    """Counts reports on one map."""

    cube: Cube
    rules: Rules
    regime: Regime
    frame: Frame

    def knows(self, series: Series) -> bool:
        """Whether the catalogue of the day has the indicator."""
        return self._whole(series) is not None

    def counts(self, series: Series, *, window: Window) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return how many reports of a series have come, and how many are owed, for each body.

        A part of which nothing was ever said is owed like its whole.
        """
        size, row, whole_row = len(self.cube.bodies), self.cube.row.get(series), self._whole(series)
        reported, expected = np.zeros(size, np.int64), np.zeros(size, np.int64)
        if whole_row is None:
            return reported, expected
        owes = self._owes(whole_row)
        for period in self._periods(whole_row, window):
            expected += owes
            if row is not None:
                value, na = self.cube.plane(period.months, window=period)
                reported += owes & (~np.isnan(value[row]) | na[row])
        for whole in self.frame.order:
            parts = self.frame.parts[whole]
            reported[whole] += reported[parts].sum()
            expected[whole] += expected[parts].sum()
        return reported, expected

    def of(self, series: Series, *, body: int, window: Window) -> tuple[tuple[int, ...], int]:
        """Return the entries of the reports that have come, and how many are owed, for one body, by column."""
        row, whole_row = self.cube.row.get(series), self._whole(series)
        if whole_row is None:
            return (), 0
        owes = self._owes(whole_row)
        asked = [(at, period) for at in sorted(self.frame.under(body)) if owes[at] for period in self._periods(whole_row, window)]
        if row is None:
            return (), len(asked)
        found = (self.cube.entry_of((row, at), length=period.months, window=period) for at, period in asked)
        return tuple(entry for entry in found if entry), len(asked)

    def _whole(self, series: Series) -> int | None:
        row = self.cube.row.get(series._replace(part=WHOLE))
        return None if row is None or self.rules.indicators[row] is None else row

    def _owes(self, row: int) -> NDArray[np.bool_]:
        indicator = self.rules.indicators[row]
        never = indicator.not_for if indicator else frozenset()
        applies = np.array([kind not in never for kind in self.frame.kinds], bool)
        owes: NDArray[np.bool_] = self.frame.standing & self.frame.reports & applies
        return owes

    def _periods(self, row: int, window: Window) -> Iterator[Window]:
        """Yield the periods of the indicator's frequency that lie in the window."""
        length = int(self.rules.every[row])
        if window.day or not length:
            return
        for last in range(window.first, window.last + 1):
            if last % length == 0 and last - length + 1 >= window.first:
                yield month_window(window, last=last, length=length)
