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
from giaoban.cube import At, Cube
from giaoban.engine.frame import Frame
from giaoban.engine.rules import Rules
from giaoban.engine.time import month_window


@dataclass(frozen=True)
class Rates:
    """Counts reports on one map."""

    cube: Cube
    rules: Rules
    regime: Regime
    frame: Frame

    def counts(self, row: int, *, window: Window) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return how many reports of a series have come, and how many are owed, for each body."""
        size = len(self.cube.bodies)
        reported, expected = np.zeros(size, np.int64), np.zeros(size, np.int64)
        owes = self._owes(row)
        for period in self._periods(row, window):
            value, na = self.cube.plane(period.months, window=period)
            reported += owes & (~np.isnan(value[row]) | na[row])
            expected += owes
        for whole in self.frame.order:
            parts = self.frame.parts[whole]
            reported[whole] += reported[parts].sum()
            expected[whole] += expected[parts].sum()
        return reported, expected

    def of(self, at: At, *, window: Window) -> tuple[tuple[int, ...], int]:
        """Return the entries of the reports that have come, and how many are owed, for one body."""
        owes = self._owes(at[0])
        asked = [(body, period) for body in sorted(self.frame.under(at[1])) if owes[body] for period in self._periods(at[0], window)]
        found = (self.cube.entry_of((at[0], body), length=period.months, window=period) for body, period in asked)
        return tuple(entry for entry in found if entry), len(asked)

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
