"""All measures of a window at once, as arrays over series and bodies, on one map.

A body that kept its ground is known by what its parts of *then* reported,
however the ground inside it was parted since; where that happened in the
middle of a window, the time before and the time after are added up apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import numpy as np

from giaoban.catalogue import Catalogue, OverBodies, OverTime, Regime, Window
from giaoban.cube import Cube, Mask
from giaoban.engine.bodies import Known, Rolled, roll_up
from giaoban.engine.computed import Computing
from giaoban.engine.frame import DAY, Frame, Ground
from giaoban.engine.question import Question
from giaoban.engine.rebase import rebase
from giaoban.engine.rules import Rules
from giaoban.engine.scheme import scheme_of
from giaoban.engine.time import Timeline, month_window

LASTING = (OverBodies.SUM, OverBodies.WEIGHTED_MEAN, OverBodies.MIN, OverBodies.MAX)  # do not depend on how the ground is parted


@dataclass(frozen=True)
class Measured:
    """What was computed for a question, before rows are made of it.

    Args:
        frame: The map that was asked for.
        ground: All maps, and the steps between them.
        rules: How each series adds up.
        value: The window itself.
        to_date: The year so far at its end.
        same: The same window a year before, on this map.
    """

    frame: Frame
    ground: Ground
    rules: Rules
    value: Rolled
    to_date: Rolled
    same: Rolled


def measure(question: Question, *, cube: Cube, catalogue: Catalogue, regime: Regime) -> Measured:
    """Return the measures of the question's window for every series and body of the cube."""
    scheme = scheme_of(cube, catalogue=catalogue)
    rules, ground = scheme.rules, scheme.ground
    window, day = question.window, question.frame
    maps = Maps(cube, ground, regime, rules, ahead=(window, window.to_date()))
    value = maps.measured(window, day=day)
    to_date = value if window.from_start else maps.measured(window.to_date(), day=day)
    return Measured(ground.frame(day), ground, rules, value, to_date, maps.measured(window.year_before(), day=day))


def parted_month(window: Window, *, ground: Ground, regime: Regime) -> tuple[int, date] | None:
    """Return the last month of the window with which a new map begins, and that map's first day; None where there is none."""
    if window.day or window.months == 1:
        return None
    first, last = (regime.days(month_window(window, last=month)).last_day for month in (window.first, window.last))
    steps = ground.between(since=first, until=last)
    if not steps:
        return None
    on = steps[-1].on
    return next(m for m in range(window.first, window.last + 1) if regime.days(month_window(window, last=m)).last_day >= on), on


@dataclass
class Maps:
    """Figures of windows, rolled up on the maps of days."""

    cube: Cube
    ground: Ground
    regime: Regime
    rules: Rules
    ahead: Sequence[Window] = ()
    timeline: Timeline = field(init=False)
    _found: dict[tuple[Window, date], Rolled] = field(default_factory=dict)
    _computed: dict[tuple[Window, date], Computing] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.timeline = Timeline(self.cube, self.ground, self.regime, self.rules, self.ahead)

    def measured(self, window: Window, *, day: date) -> Rolled:
        """Return the figures of the window on the map of the day, ratios and formulas too."""
        return self._computing(window, day).filled()

    def _computing(self, window: Window, day: date) -> Computing:
        if (window, day) not in self._computed:
            rolled, frame, elsewhere = self.rolled(window, day=day), self.ground.frame(day), partial(self._computing, day=day)
            self._computed[window, day] = Computing(self.cube, self.rules, self.regime, window, frame, rolled, elsewhere)
        return self._computed[window, day]

    def rolled(self, window: Window, *, day: date) -> Rolled:
        """Return the figures of the window on the map of the day, all but ratios."""
        if (window, day) not in self._found:
            self._found[window, day] = self._rolled(window, day)
        return self._found[window, day]

    def _rolled(self, window: Window, day: date) -> Rolled:
        home = self.timeline.last_day(window)
        if home != day and self._is_like(home, day):
            return self.rolled(window, day=home)
        moved = rebase(self.timeline.figure_of(window), ground=self.ground, since=home, until=day, rules=self.rules)
        known = self._parted(window) if home == day else self._at_home(window, home, day)
        return roll_up(moved, frame=self.ground.frame(day), rules=self.rules, told=self.cube.told(window), known=known)

    def _is_like(self, home: date, day: date) -> bool:
        return not self.ground.route(since=home, until=day) and self.ground.frame(home).is_like(self.ground.frame(day))

    def _at_home(self, window: Window, home: date, day: date) -> tuple[Known, ...]:
        """Return the figures of wholes on the map of then, for those that stand on the same ground."""
        kept = self.ground.kept(since=home, until=day)
        lasting = np.logical_or.reduce([self.rules.in_bodies[rule] for rule in LASTING])
        return (Known(self.rolled(window, day=home), kept, lasting, always=True),) if kept else ()

    def _parted(self, window: Window) -> tuple[Known, ...]:
        """Return sums of wholes of before and after the last change of the map inside the window."""
        parted = parted_month(window, ground=self.ground, regime=self.regime)
        if parted is None:
            return ()
        month, on = parted
        kept = self.ground.kept(since=on - DAY, until=self.timeline.last_day(window))
        rows: Mask = self.rules.in_bodies[OverBodies.SUM] & self.rules.in_time[OverTime.SUM]
        if not kept or not rows.any():
            return ()
        tail = Window(window.year, month, window.last)
        head = self.rolled(Window(window.year, window.first, month - 1), day=on - DAY)
        return (Known(_joined(head, self.rolled(tail, day=self.timeline.last_day(window))), kept, rows, always=False),)


def _joined(head: Rolled, tail: Rolled) -> Rolled:
    """Return the sums of two windows, one after the other."""
    short = np.isnan(head.value)
    value = np.where(head.na, 0, head.value) + np.where(tail.na, 0, tail.value)
    na = head.na & tail.na
    value[na] = np.nan
    return Rolled(
        value, np.maximum(head.mark, tail.mark), na, np.where(short, head.reported, tail.reported),
        np.where(short, head.expected, tail.expected), np.full(value.shape, np.nan), head.own & tail.own,
        np.where(np.isnan(value), np.uint8(0), head.tags | tail.tags), value, tail.bottom,
    )  # fmt: skip
