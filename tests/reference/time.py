"""What every body itself reported for a window, on the map of the window's last day, from facts in a dictionary.

A stated figure wins; else the finest unbroken run of shorter ones, else longer ones, else the difference of two years so
far, else the last figure to a day, else a level that still stands; last of all silence, where that means nothing happened.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache

from giaoban.catalogue import Indicator, OverTime, Regime, Window
from giaoban.engine.frame import Ground
from tests.reference.map import Figures, Passing, ended
from tests.reference.number import EXACT, NOT_APPLICABLE, UNKNOWN, Number, first, never

LENGTHS = (1, 3, 6, 12)
Facts = Mapping[tuple[int, Window], Number]  # by body and window


def months(window: Window, length: int) -> Window:
    """The window of that length that ends with the last month of another."""
    return Window(window.year, window.last - length + 1, window.last)


class Told:
    """The figures of one series.

    Args:
        facts: The last word on each cell.
        weight: The same of the series that weighs it; None for all but weighted means.
    """

    def __init__(
        self, facts: Facts, *, indicator: Indicator, over_time: OverTime, ground: Ground, regime: Regime, weight: Told | None
    ) -> None:
        self.facts, self.indicator, self.rule, self.ground, self.regime, self.weight = facts, indicator, over_time, ground, regime, weight
        self.passing = Passing(indicator)
        self.silent, self.size = self.passing.silent, len(ground.column)
        self.figures = cache(self.figures)  # type: ignore[method-assign]
        self.run = cache(self.run)  # type: ignore[method-assign]
        self.plane = cache(self.plane)  # type: ignore[method-assign]

    def last_day(self, window: Window) -> date:
        return self.regime.days(window).last_day

    def everyone(self, make: object) -> Figures:
        return {body: make(body) for body in range(self.size)}  # type: ignore[operator]

    def figures(self, window: Window) -> Figures:
        """The figures of a window."""
        if window.day:
            exact = self.dated(window, window.day)
            whole = Window(window.year, window.first, window.last)
            if window.day == self.last_day(whole):
                return self.filled(exact, self.figures(whole))
            return self.standing(exact, window)
        found = self.stated(window)
        match self.rule:
            case OverTime.LAST:
                found = self.filled(found, self.ending_with(window))
            case OverTime.SUM:
                found = self.filled(found, self.summed(window, silent=False))
            case OverTime.MEAN | OverTime.MIN | OverTime.MAX:
                found = self.filled(found, self.reduced(window))
        if window.from_start or self.rule is OverTime.LAST:
            found = self.filled(found, self.dated(window, None))
        found = self.standing(found, window)
        if self.rule is OverTime.SUM and self.silent:
            found = self.filled(found, self.summed(window, silent=True))
        return found

    def filled(self, one: Figures, other: Figures) -> Figures:
        return self.everyone(lambda body: first(one.get(body, UNKNOWN), other.get(body, UNKNOWN)))

    # ------------------------------------------------------------ as they were told

    def plane(self, window: Window) -> Figures:
        """The figures of exactly this window; of one period of the indicator's with those of bodies that ended inside it."""
        home = self.everyone(lambda body: self.facts.get((body, window), UNKNOWN))
        if window.months != self.indicator.frequency.months or window.last % window.months:
            return home
        days = self.regime.days(window)
        steps, frame = self.ground.between(since=days.since, until=days.last_day), self.ground.frame(days.last_day)
        standing = {body: bool(frame.standing[body]) for body in range(self.size)}
        flow, level = self.rule is OverTime.SUM, self.rule is OverTime.LAST
        return ended(home, steps=steps, standing=standing, passing=self.passing, flow=flow, level=level)

    def dated(self, window: Window, day: date | None) -> Figures:
        """The figures to a day, or to the last there is in the window's last month."""

        def last(body: int) -> Number:
            said = [
                (w.day, one)
                for (who, w), one in self.facts.items()
                if who == body and w.day and (w.year, w.last) == (window.year, window.last)
            ]
            chosen = [pair for pair in said if day in (None, pair[0])]
            return max(chosen, key=lambda pair: pair[0])[1] if chosen else UNKNOWN

        return self.everyone(last)

    def stated(self, window: Window) -> Figures:
        regular = window.months in LENGTHS and window.last % window.months == 0
        if not (regular or window.from_start):
            return self.everyone(lambda body: UNKNOWN)
        found = self.plane(window)
        return self.filled(found, self.dated(window, self.last_day(window))) if window.from_start else found

    def ending_with(self, window: Window) -> Figures:
        """The level at the window's end: of any figure that ends with the same month, the shortest first."""
        found = self.stated(window)
        for length in LENGTHS:
            if window.last % length == 0:
                found = self.filled(found, self.plane(months(window, length)))
        so_far = window.to_date()
        if not (so_far.months in LENGTHS and so_far.last % so_far.months == 0):
            found = self.filled(found, self.plane(so_far))
        return self.filled(found, self.stated(so_far))

    def standing(self, found: Figures, window: Window) -> Figures:
        """With the last level of earlier months where the indicator says that it stands so long."""
        carries = self.indicator.carries if self.rule is OverTime.LAST else 0
        for back in range(1, carries + 1):
            year, month = divmod(window.year * 12 + window.last - 1 - back, 12)
            then = Window(year, month + 1, month + 1)
            level = self.filled(self.ending_with(then), self.dated(then, None))
            weights = None
            if self.weight is not None:
                weights = self.weight.filled(self.weight.ending_with(then), self.weight.dated(then, None))
            found = self.filled(found, self.rebased(level, self.last_day(then), self.last_day(window), weights))
        return found

    def rebased(self, figures: Figures, since: date, until: date, weighing: Figures | None = None) -> Figures:
        """The figures of one map on another; weighted means with weights of the same window, where these are given."""
        for step, is_forward in self.ground.route(since=since, until=until):
            if not is_forward:
                figures = self.passing.back(figures, step)
                weighing = self.weight.passing.back(weighing, step) if self.weight and weighing is not None else None
                continue
            weights = self.weight.passing if self.weight else None
            figures = self.passing.forward(figures, step, weights=weights, weighing=weighing)
            weighing = weights.forward(weighing, step) if weights and weighing is not None else None
        return figures

    # ------------------------------------------------------------ sums

    def summed(self, window: Window, *, silent: bool) -> Figures:
        found = self.run(window, silent)[window.last]
        if window.from_start:
            return found
        so_far = self.run(window.to_date(), silent)
        end, start = so_far[window.last], so_far[window.first - 1]
        if not silent:
            end = self.filled(end, self.dated(window, None))

        def gone(body: int) -> Number:
            one, before = end.get(body, UNKNOWN), start.get(body, UNKNOWN)
            if one.na and before.na:
                return NOT_APPLICABLE
            if not one.known or not before.settled:
                return UNKNOWN
            return Number(one.counted - before.counted, max(one.mark, before.mark))

        return self.filled(found, self.everyone(gone))

    def run(self, window: Window, silent: bool) -> dict[int, Figures]:
        """Sums from the window's first month to each month of it, all on the map of its last day; 0 months are an empty sum."""
        reached = {window.first - 1: self.everyone(lambda body: UNKNOWN if silent else NOT_APPLICABLE)}
        since = self.regime.days(Window(window.year, window.first, window.first)).since
        for month in range(window.first, window.last + 1):
            until = self.last_day(Window(window.year, month, month))
            for step in self.ground.between(since=since, until=until):
                reached = {upto: self.passing.forward(figures, step) for upto, figures in reached.items()}
            since = until
            reached[month] = self.reach(Window(window.year, window.first, month), reached, silent)
        return reached

    def reach(self, window: Window, reached: dict[int, Figures], silent: bool) -> Figures:
        found = self.stated(window)
        for length in LENGTHS[:3]:
            if window.last % length == 0 and length <= window.months:
                piece, before = self.plane(months(window, length)), reached[window.last - length]
                found = self.filled(found, self.everyone(lambda body: self.longer(window, length, piece, before, body, silent)))  # noqa: B023
        if silent and window.months > 1:
            found = self.filled(found, reached[window.last - 1])
        return found

    def longer(self, window: Window, length: int, piece: Figures, before: Figures, body: int, silent: bool) -> Number:
        """What was reached before a piece, and the piece."""
        one, start = piece.get(body, UNKNOWN), before.get(body, UNKNOWN)
        if start.lost:
            return start
        if not one.settled or not (start.settled or silent) or (silent and self.covered(window, length, body)):
            return UNKNOWN
        if one.na and (start.na or not start.settled):
            return NOT_APPLICABLE
        return Number(one.counted + start.counted, max(one.mark, start.mark))

    def covered(self, window: Window, length: int, body: int) -> bool:
        """Whether a longer figure that ends with the same month covers one that is silent."""
        for longer in LENGTHS[:3]:
            if longer > length and window.last % longer == 0 and longer <= window.months:
                inside = [
                    Window(window.year, last - length + 1, last) for last in range(window.last - longer + length, window.last + 1, length)
                ]
                if (body, months(window, longer)) in self.facts and not all((body, one) in self.facts for one in inside):
                    return True
        return False

    # ------------------------------------------------------------ means and extremes

    def reduced(self, window: Window) -> Figures:
        found = self.everyone(lambda body: UNKNOWN)
        for length in LENGTHS[:3]:
            if length < window.months and window.last % length == 0 and (window.first - 1) % length == 0:
                found = self.filled(found, self.reduced_by(window, length))
        return found

    def reduced_by(self, window: Window, length: int) -> Figures:
        pieces = []
        for last in range(window.first + length - 1, window.last + 1, length):
            piece = Window(window.year, last - length + 1, last)
            figures = self.plane(piece)
            for step, _ in self.ground.route(since=self.last_day(piece), until=self.last_day(window)):
                figures = self.passing.forward(figures, step)
            pieces.append(figures)

        def reduce(body: int) -> Number:
            sides = [one.get(body, UNKNOWN) for one in pieces]
            values = [one.counted for one in sides if one.known]
            if all(one.na for one in sides):
                return NOT_APPLICABLE
            if any(one.lost for one in sides):
                return never(sides)
            if not values or not (all(one.settled for one in sides) or (self.silent and length == 1)):
                return UNKNOWN
            mean = sum(values, Fraction(0)) / len(values)
            return Number({OverTime.MEAN: mean, OverTime.MIN: min(values), OverTime.MAX: max(values)}[self.rule], EXACT)

        return self.everyone(reduce)
