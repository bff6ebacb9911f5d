"""Adding up over time: the figure of a window from the figures that were reported.

A stated figure of the window wins; else the finest unbroken run of shorter
ones; else longer ones; for a window inside the year, then the difference of
two years so far; then the last figure to a day in the window's last month. A
missing month stops a sum, unless the indicator says that silence means nothing
happened. Where the map changes inside the window, what was reached so far
passes to the successors first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from giaoban.catalogue import OverTime, Regime, Window
from giaoban.cube import LENGTHS, Array, Cube, Mask, Small, plane_of
from giaoban.engine.by_kernel import slots_of, timed
from giaoban.engine.ended import with_ended
from giaoban.engine.frame import Ground
from giaoban.engine.kernels import kernels
from giaoban.engine.rebase import Mark, Moved, carry, rebase
from giaoban.engine.rules import Rules

SHORTER = (1, 3, 6)  # lengths that longer windows are made of, finest first


def month_window(window: Window, *, last: int, length: int = 1) -> Window:
    """Return the window of that length that ends with a month of the same year."""
    return Window(window.year, last - length + 1, last)


def earlier_month(window: Window, *, back: int) -> Window:
    """Return the month that lies so many months before the last of the window.

    Example:
        >>> earlier_month(Window.of("2026-Q1"), back=3).code
        '2025-12'
    """
    year, month = divmod(window.year * 12 + window.last - 1 - back, 12)
    return Window(year, month + 1, month + 1)


def is_month_end(window: Window, *, regime: Regime) -> bool:
    """Whether the day of a window to a day is the last of its month, so that the two are the same window."""
    return window.day == regime.days(replace(window, day=None)).last_day


@dataclass
class Timeline:
    """The figures of windows, for every series and body at once.

    Args:
        regime: In whose calendar windows are said.
        ahead: Windows that will be asked for too.
    """

    cube: Cube
    ground: Ground
    regime: Regime
    rules: Rules
    ahead: Sequence[Window] = ()
    _slots: dict[int, NDArray[np.int64]] = field(default_factory=dict)
    _timed: dict[Window, Moved] = field(default_factory=dict)
    _runs: dict[tuple[Window, bool], Mapping[int, Moved]] = field(default_factory=dict)

    def figure_of(self, window: Window) -> Moved:
        """Return the values (series, body) of the window, on the map of its last day."""
        if window.day:
            exact = self._to_day(window, day=window.day)
            if is_month_end(window, regime=self.regime):
                return _filled(exact, self.figure_of(replace(window, day=None))) or self._nothing
            return self._standing(exact, window) or self._nothing
        found = self._by_kernel(window)
        if found is not None:
            return self._standing(found, window) or self._nothing
        found = self._by_rule(window)
        rows = None if window.from_start else self.rules.in_time[OverTime.LAST]
        found = self._standing(_filled(found, self._to_day(window), rows=rows), window)
        quiet = self.rules.in_time[OverTime.SUM] & self.rules.silent
        found = _filled(found, self._summed(window, silent=True), rows=quiet) if quiet.any() else found
        return found or self._nothing

    def last_day(self, window: Window) -> date:
        """Return the last day of a window."""
        return self.regime.days(window).last_day

    @cached_property
    def _nothing(self) -> Moved:
        """That nothing is known; to read only."""
        return Moved.unknown(self.cube.shape)

    def _by_kernel(self, window: Window) -> Moved | None:
        """Return the same as `_by_rule`, where kernels are compiled and the map stands still from the year's start."""
        if window in self._timed:
            return self._timed[window]
        kernel = kernels()
        if kernel is None or not self._stands_still(window):
            return None
        if window.year not in self._slots:
            self._slots[window.year] = slots_of(self.cube, year=window.year)
        others = (one for one in self.ahead if one.year == window.year and one not in self._timed and self._stands_still(one))
        windows = tuple(dict.fromkeys((window, *others)))
        found = timed(kernel, cube=self.cube, rules=self.rules, windows=windows, slots=self._slots[window.year])
        for one, (value, na, tags) in zip(windows, found, strict=True):
            self._timed[one] = Moved.at_home(value, na=na, tags=tags, mark=self._exact)
        return self._timed[window]

    def _stands_still(self, window: Window) -> bool:
        """Whether from the year's start to the window's end the map does not change and no figure is to a day."""
        index = self.cube.month(window)
        if window.day or index is None or any(month in self.cube.dated for month in range(index - window.last + 1, index + 1)):
            return False
        return not self.ground.between(since=self.regime.days(month_window(window, last=1)).since, until=self.last_day(window))

    def _by_rule(self, window: Window) -> Moved | None:
        """Return the figures as each series adds up; where nothing is known, it is neither taken nor filled."""
        stated = self._stated(window)
        found = stated and stated.copy()
        ways: tuple[tuple[OverTime, Callable[[], Moved | None]], ...] = (
            (OverTime.LAST, lambda: self._ending_with(window)),
            (OverTime.SUM, lambda: _filled(stated, self._summed(window, silent=False))),
            *((rule, partial(self._reduced, window, reduce)) for rule, reduce in REDUCE),
        )
        for rule, way in ways:
            rows = self.rules.in_time[rule]
            moved = way() if rows.any() else None
            if moved is not None and rule not in (OverTime.LAST, OverTime.SUM):
                moved = _filled(stated, moved)
            if moved is not None and moved is not stated:
                found = found or Moved.unknown(self.cube.shape)
                found.take(moved, rows=rows)
        return found

    # ------------------------------------------------------------ figures as they were reported

    def _stated(self, window: Window) -> Moved | None:
        """Return the figures of exactly this window; a figure to the last day of its last month is one."""
        length = plane_of(window)
        if length is None:
            return None
        stated = self._plane(window, length)
        return _filled(stated, self._to_day(window, day=self.last_day(window))) if window.from_start else stated

    def _plane(self, window: Window, length: int) -> Moved | None:
        """Return the figures of the window of that length that ends with this one's last month; None where there are none."""
        slot = self.cube.slot(length, window=window)
        if slot is None:
            return None
        home, rows = Moved.at_home(slot.value, na=slot.na, tags=slot.flow, mark=self._exact), self.rules.every == length
        if not length or not rows.any():
            return home
        until = self.last_day(window)
        since = self.regime.days(month_window(window, last=window.last, length=length)).since
        steps = self.ground.between(since=since, until=until)
        return with_ended(home, rows=rows, steps=steps, frame=self.ground.frame(until), rules=self.rules) if steps else home

    @cached_property
    def _exact(self) -> Small:
        """Marks of figures that are still on their own map; to read only."""
        return np.zeros(self.cube.shape, np.int8)

    def _to_day(self, window: Window, *, day: date | None = None) -> Moved | None:
        """Return the figures to a day in the window's last month: to that day, or the last there is; None where there are none."""
        index = self.cube.month(window)
        dated = self.cube.dated.get(index) if index is not None else None
        if not dated:
            return None
        found = Moved.unknown(self.cube.shape)
        for at, figures in dated.items():
            said = [one for one in figures if day in (None, one.day)]
            if said:
                found.value[at] = np.nan if said[-1].steps is None else said[-1].steps
                found.na[at] = said[-1].steps is None
                found.tags[at] = 0 if said[-1].steps is None else said[-1].tags
        return found

    def _ending_with(self, window: Window) -> Moved | None:
        """Return the level at the window's end: of any figure whose window ends with the same month, the shortest first."""
        found = self._stated(window)
        for length in (*LENGTHS, 0):
            found = _filled(found, self._plane(window, length))
        return _filled(found, self._stated(window.to_date()))

    def _standing(self, found: Moved | None, window: Window) -> Moved | None:
        """Return the same, filled with the last level of earlier months where the indicator says that it stands so long."""
        for back in range(1, int(self.rules.carries.max(initial=0)) + 1):
            rows, month = self.rules.carries >= back, earlier_month(window, back=back)
            if self._is_told(rows, month):
                level = _filled(self._ending_with(month), self._to_day(month))
                since, until = self.last_day(month), self.last_day(window)
                carried = level and rebase(level, ground=self.ground, since=since, until=until, rules=self.rules)
                found = _filled(found, carried, rows=rows)
        return found

    def _is_told(self, rows: Mask, month: Window) -> bool:
        """Whether anything of some rows is known of windows that end with a month."""
        index = self.cube.month(month)
        return index is not None and (
            any(bool(slot.entry[rows].any()) for plane in self.cube.planes.values() if (slot := plane.slot(index)))
            or any(rows[at[0]] for at in self.cube.dated.get(index, {}))
        )

    # ------------------------------------------------------------ sums

    def _summed(self, window: Window, *, silent: bool) -> Moved | None:
        """Return sums of shorter figures, else differences of two years so far."""
        found = self._run(window, silent=silent)[window.last]
        if window.from_start:
            return found
        so_far = self._run(window.to_date(), silent=silent)
        end, start = so_far[window.last], so_far[window.first - 1]
        if not silent:
            end = _filled(end, self._to_day(window)) or end
        sound = ~np.isnan(end.value) & start.settled
        value = np.where(sound, end.value - start.counted, np.nan)
        mark = np.where(sound, np.maximum(end.mark, start.mark), np.int8(Mark.EXACT))
        return _filled(found, Moved(value, mark, end.na & start.na, np.where(sound, end.tags | start.tags, np.uint8(0))))

    def _run(self, window: Window, *, silent: bool) -> Mapping[int, Moved]:
        """Return the sums from the window's first month to each month of it, all on the map of the window's last day.

        The month before the first stands for an empty sum.
        """
        if (window, silent) not in self._runs:
            empty = Moved.at_home(np.full(self.cube.shape, np.nan), na=np.full(self.cube.shape, not silent))
            reached = {window.first - 1: empty}
            since = self.regime.days(month_window(window, last=window.first)).since
            for month in range(window.first, window.last + 1):
                until = self.last_day(month_window(window, last=month))
                for step in self.ground.between(since=since, until=until):
                    reached = {k: carry(moved, step=step, rules=self.rules, weighs=False) for k, moved in reached.items()}
                reached[month], since = self._reach(replace(window, last=month), reached, silent=silent), until
            self._runs[window, silent] = reached
        return self._runs[window, silent]

    def _reach(self, window: Window, reached: Mapping[int, Moved], *, silent: bool) -> Moved:
        found = self._stated(window)
        for length in SHORTER:
            if window.last % length or length > window.months:
                continue
            piece, before = self._plane(window, length), reached[window.last - length]
            if piece is None:  # what was lost before is still lost
                if before.mark.any():
                    found = _filled(found, _lost(before))
                continue
            allowed = piece.settled & (~before.lost if silent else before.settled)
            if silent:
                allowed &= ~self._covered(window, length=length)
            start = np.where(before.settled, before.counted, 0.0)
            na = allowed & piece.na & (before.na | ~before.settled)
            sums = allowed & ~na
            value, tags = np.where(sums, piece.counted + start, np.nan), np.where(sums, piece.tags | before.tags, np.uint8(0))
            mark = np.where(allowed, np.maximum(before.mark, piece.mark), np.where(before.lost, before.mark, np.int8(Mark.EXACT)))
            found = _filled(found, Moved(value, mark, na, tags))
        found = _filled(found, reached[window.last - 1]) if silent and window.months > 1 else found
        return found or self._nothing

    def _covered(self, window: Window, *, length: int) -> Mask:
        """Whether a longer figure ends with the same month and covers one that is silent: silence is then no nothing."""
        covered = np.zeros((len(self.cube.series), len(self.cube.bodies)), bool)
        for longer in SHORTER:
            if longer <= length or window.last % longer or longer > window.months:
                continue
            pieces = [self._piece(window, month, length) for month in range(window.last - longer + length, window.last + 1, length)]
            covered |= self._piece(window, window.last, longer) & ~np.logical_and.reduce(pieces)
        return covered

    def _piece(self, window: Window, last: int, length: int) -> Mask:
        """Whether something is said of the window of that length that ends with a month."""
        slot = self.cube.slot(length, window=month_window(window, last=last, length=length))
        return np.zeros(self.cube.shape, bool) if slot is None else slot.entry > 0

    # ------------------------------------------------------------ means and extremes

    def _reduced(self, window: Window, reduce: Reduce) -> Moved | None:
        """Return the mean, least or most of equally long figures; of the months known where silence is no gap."""
        found: Moved | None = None
        for length in SHORTER:
            if length < window.months and window.last % length == 0 and (window.first - 1) % length == 0:
                found = _filled(found, self._reduced_by(window, length, reduce))
        return found

    def _reduced_by(self, window: Window, length: int, reduce: Reduce) -> Moved:
        until, pieces = self.last_day(window), []
        for last in range(window.first + length - 1, window.last + 1, length):
            piece = month_window(window, last=last, length=length)
            home = self._plane(piece, length) or self._nothing
            pieces.append(rebase(home, ground=self.ground, since=self.last_day(piece), until=until, rules=self.rules, weighs=False))
        value, lost = np.stack([one.value for one in pieces]), np.stack([one.lost for one in pieces]).any(axis=0)
        na, known = np.stack([one.na for one in pieces]), ~np.isnan(value)
        none: Mask = np.logical_and.reduce(na)
        quiet = self.rules.silent[:, None] & (length == 1)
        sound = ((known | na).all(axis=0) | quiet) & known.any(axis=0) & ~lost
        tags = np.bitwise_or.reduce([one.tags for one in pieces])
        mark = np.where(lost, np.int8(Mark.NOT_COMPARABLE), np.int8(Mark.EXACT))
        return Moved(np.where(sound, reduce(value, known), np.nan), mark, none, np.where(sound, tags, np.uint8(0)))


def _mean(value: Array, known: Mask) -> Array:
    count = known.sum(axis=0)
    mean: Array = np.where(known, value, 0.0).sum(axis=0) / np.maximum(count, 1)
    return mean


def _least(value: Array, known: Mask) -> Array:
    least: Array = np.where(known, value, np.inf).min(axis=0)
    return least


def _most(value: Array, known: Mask) -> Array:
    most: Array = np.where(known, value, -np.inf).max(axis=0)
    return most


Reduce = Callable[[Array, Mask], Array]
REDUCE = ((OverTime.MEAN, _mean), (OverTime.MIN, _least), (OverTime.MAX, _most))


def _lost(moved: Moved) -> Moved:
    """Return of some figures only what was lost."""
    lost = moved.lost
    mark = np.where(lost, moved.mark, np.int8(Mark.EXACT))
    return Moved(np.full(lost.shape, np.nan), mark, np.zeros(lost.shape, bool), np.zeros(lost.shape, np.uint8))


def _filled(found: Moved | None, other: Moved | None, *, rows: Mask | None = None) -> Moved | None:
    """Return the first, and the second where the first has nothing to say; where neither has, what was lost on the way.

    Nothing at all is None.
    """
    if other is None:
        return found
    if found is None:
        return other if rows is None else other.only(rows)
    gap = ~found.settled if rows is None else ~found.settled & rows[:, None]
    use = gap & (other.settled | (other.mark > found.mark))
    if not use.any():
        return found
    value: Array = np.where(use, other.value, found.value)
    mark, na = np.where(use, other.mark, found.mark), np.where(use, other.na, found.na)
    return Moved(value, mark, na, np.where(use, other.tags, found.tags))
