"""How did the siblings of a cell go on in earlier years, on the map of today?

The year so far at today's month and at the day of the goal, year by year, for
the body and those of its kind that are part of the same whole. What cannot be
carried onto today's map is not known, and never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from giaoban.catalogue import Regime, Window
from giaoban.cube import Array, At, Cube, DatedFigure
from giaoban.engine.measures import Maps
from giaoban.outlook.forecast import Past

MOST_YEARS = 10


@dataclass(frozen=True, slots=True)
class Horizon:
    """Where the day of a goal lies in a regime's year (tầm dự báo).

    Args:
        year: The regime's year.
        month: Month that the day falls in.
        share: How much of that month is over by the end of the day, above 0 to 1.
    """

    year: int
    month: int
    share: float

    @property
    def months(self) -> float:
        """Months of the year that are over by then."""
        return self.month - 1 + self.share


def horizon(day: date, *, regime: Regime) -> Horizon:
    """Return where a day lies in the regime's year.

    Example:
        A regime whose months are those of the calendar: 14 August is 14/31 of the eighth month.
    """
    for year in (day.year, day.year + 1):
        for month in range(1, 13):
            span = regime.days(Window(year, month, month))
            if span.since <= day < span.until:
                return Horizon(year, month, ((day - span.since).days + 1) / (span.until - span.since).days)
    raise LookupError(day)


def whole_months(cube: Cube, *, regime: Regime) -> Cube:
    """Return the cube without figures to a day inside a month, which would pass for the whole month."""
    dated: dict[int, dict[At, Sequence[DatedFigure]]] = {}
    for index, figures in cube.dated.items():
        month = index % 12 + 1
        end = regime.days(Window(cube.first_year + index // 12, month, month)).last_day
        for at, found in figures.items():
            if days := [one for one in found if one.day == end]:
                dated.setdefault(index, {})[at] = days
    return replace(cube, dated=dated, first_seen=None)


@dataclass(frozen=True)
class History:
    """Years so far of one series, for the bodies that are held together (diễn biến các năm trước).

    Args:
        row: Of the series.
        columns: Of the bodies, the one asked about first.
        frame: Day of the map.
    """

    maps: Maps
    row: int
    columns: tuple[int, ...]
    frame: date
    _seen: dict[Window, Array] = field(default_factory=dict, repr=False)

    @property
    def cube(self) -> Cube:
        """What is known."""
        return self.maps.cube

    @property
    def at(self) -> At:
        """The cell asked about."""
        return self.row, self.columns[0]

    def level(self, year: int, *, month: int) -> Array:
        """Return the year so far at a month's end, for each body, in steps; NaN where it is not known; nothing before the first."""
        if month == 0:
            return np.zeros(len(self.columns))
        window = Window(year, 1, month)
        if window not in self._seen:
            self._seen[window] = self.maps.measured(window, day=self.frame).value[self.row, list(self.columns)]
        return self._seen[window]

    def latest(self, goal: Horizon, *, on: date) -> int:
        """Return the last month of the goal's year, up to the goal, of which the body's year so far is known; 0 for none.

        Args:
            on: The day that it is; a month that is not over is not known, even where silence means that nothing happened.
        """
        last = goal.month if goal.share == 1 else goal.month - 1
        over = (month for month in range(last, 0, -1) if self.maps.regime.days(Window(goal.year, month, month)).last_day <= on)
        return next((month for month in over if not np.isnan(self.level(goal.year, month=month)[0])), 0)

    def end(self, year: int, *, goal: Horizon, lasts: bool) -> Array:
        """Return where the bodies stood at the goal's day of a year; between two months' ends, on a straight line.

        Args:
            lasts: Whether the figure is a level, which is not nothing before the first month.
        """
        end = self.level(year, month=goal.month)
        if goal.share == 1:
            return end
        start = self.level(year, month=goal.month - 1) if goal.month > 1 or not lasts else self.level(year - 1, month=12)
        return start + goal.share * (end - start)

    def past(self, goal: Horizon, *, month: int, lasts: bool) -> tuple[tuple[int, ...], Past]:
        """Return the earlier years, oldest first, and how the bodies stood in them at a month's end and at the goal's day."""
        years = tuple(range(max(self.cube.first_year, goal.year - MOST_YEARS), goal.year))
        now = [self.level(year, month=month) for year in years]
        then = [self.end(year, goal=goal, lasts=lasts) for year in years]
        size = len(self.columns)
        stacked = [np.stack(one, axis=1) if one else np.empty((size, 0)) for one in (now, then)]
        return years, Past(stacked[0], stacked[1], np.zeros(size, np.int64))
