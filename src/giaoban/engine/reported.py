"""What one body itself reported for a window, entry by entry: the rules of `time`, one cell at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from giaoban.catalogue import OverTime, Regime, Window
from giaoban.cube import LENGTHS, At, Cube, Slot, plane_of
from giaoban.engine.answer import NOT_APPLICABLE, Answer, Carrier, Gap, Use, added, better, difference
from giaoban.engine.ended import Ended
from giaoban.engine.frame import Ground, Step
from giaoban.engine.rebase import Mark
from giaoban.engine.rules import Rules
from giaoban.engine.time import SHORTER, earlier_month, is_month_end, month_window

UNKNOWN = Answer(None)


@dataclass
class Reported:
    """Figures of single cells, each on the map of its window's last day."""

    cube: Cube
    ground: Ground
    regime: Regime
    rules: Rules
    _seen: dict[tuple[At, Window, bool], Answer] = field(default_factory=dict)
    _days: dict[tuple[int, int], date] = field(default_factory=dict)
    _changes: dict[tuple[int, int, int, date | None], Sequence[Step]] = field(default_factory=dict)
    _slots: dict[tuple[int, int, int], Slot | None] = field(default_factory=dict)
    _still: dict[int, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._adds: list[bool] = self.rules.additive.tolist()
        self._silent: list[bool] = self.rules.silent.tolist()
        self._every: list[int] = self.rules.every.tolist()
        self._carries: list[int] = self.rules.carries.tolist()
        self._weight: dict[int, int] = dict(zip(self.rules.weighted.tolist(), self.rules.weights.tolist(), strict=True))

    def figure_of(self, at: At, *, window: Window, own: bool = True) -> Answer:
        """Return the figure of a window.

        Args:
            own: Whether a figure stated for just this window counts; without it, what finer ones give.
        """
        if window.day:
            exact = self._to_day(at, window, day=window.day)
            if not exact.settled and is_month_end(window, regime=self.regime):
                exact = self.figure_of(at, window=replace(window, day=None))
            elif not exact.settled:
                exact = self._standing(exact, at, window)
            return self._named(exact, at, window)
        rule = self.rules.over_time[at[0]]
        stated = self.stated(at, window=window) if own else UNKNOWN
        if stated.settled:
            return stated
        match rule:
            case OverTime.NEVER:
                found = stated
            case OverTime.LAST:
                found = self._ending_with(at, window, own=own)
            case OverTime.SUM:
                found = self._summed(at, window, silent=False, own=own)
            case _:
                found = self._reduced(at, window, rule)
        if own and not found.settled and (window.from_start or rule is OverTime.LAST):
            found = better(found, other=self._to_day(at, window))
        if own and not found.settled:
            found = self._standing(found, at, window)
        if own and not found.settled and rule is OverTime.SUM and self._silent[at[0]]:
            found = better(found, other=self._summed(at, window, silent=True))
        return self._named(found, at, window)

    def last_day(self, window: Window) -> date:
        """Return the last day of a window."""
        if window.day:
            return window.day
        key = window.year, window.last
        if key not in self._days:
            self._days[key] = self.regime.days(month_window(window, last=window.last)).last_day
        return self._days[key]

    def gap(self, window: Window) -> Callable[[int], Gap]:
        """Return how to say that a body, by column, lacks a figure of the window."""
        return lambda body: (self.cube.bodies[body], window.code)

    def _named(self, answer: Answer, at: At, window: Window) -> Answer:
        return answer if answer.settled or answer.lacking else replace(answer, lacking=(self.gap(window)(at[1]),))

    # ------------------------------------------------------------ figures as they were reported

    def stated(self, at: At, *, window: Window) -> Answer:
        """Return the figure of exactly this window; a figure to the last day of its last month is one."""
        length = plane_of(window)
        if length is None:
            return UNKNOWN
        found = self._piece(at, window, length)
        if found.settled or not window.from_start or not self.cube.dated:
            return found
        return self._to_day(at, window, day=self.last_day(window))

    def _piece(self, at: At, window: Window, length: int) -> Answer:
        """Return the figure of the window of that length that ends with this one's last month, bodies that ended in it added."""
        own, row = self._entry(at, window, length), at[0]
        if not length or self._every[row] != length:
            return own
        steps = self._steps_within(window, length)
        if not steps:
            return own
        piece, until = month_window(window, last=window.last, length=length), self.last_day(window)
        rule = self.rules.over_time[row]
        ended = Ended(
            lambda body: self._entry((row, body), window, length),
            self.gap(piece),
            steps,
            self.ground.frame(until),
            is_flow=rule is OverTime.SUM,
            is_level=rule is OverTime.LAST,
            additive=self._adds[row],
            silent=self._silent[row],
            basis=self.rules.basis[row],
        )
        return self._named(ended.figure_of(at[1]), at, piece)

    def _steps_within(self, window: Window, length: int) -> Sequence[Step]:
        """Return the changes of the map within the piece of that length that ends with the window's last month."""
        key = window.year, window.last, length, window.day
        if key not in self._changes:
            since = self.regime.days(month_window(window, last=window.last, length=length)).since
            self._changes[key] = self.ground.between(since=since, until=self.last_day(window))
        return self._changes[key]

    def _entry(self, at: At, window: Window, length: int) -> Answer:
        key = length, window.year, window.last
        if key not in self._slots:
            self._slots[key] = self.cube.slot(length, window=window)
        slot = self._slots[key]
        entry = 0 if slot is None else int(slot.entry[at])
        if not entry:
            return UNKNOWN
        steps = self.cube.entries[entry - 1].content["steps"]
        return Answer(float(int(steps)), (Use(entry),)) if steps else NOT_APPLICABLE

    def _to_day(self, at: At, window: Window, day: date | None = None) -> Answer:
        said = [one for one in self.cube.days_of(at, window=window) if day in (None, one.day)]
        if not said:
            return UNKNOWN
        return NOT_APPLICABLE if said[-1].steps is None else Answer(float(said[-1].steps), (Use(said[-1].entry),))

    def _ending_with(self, at: At, window: Window, *, own: bool) -> Answer:
        skipped = None if own else plane_of(window)
        found = (self._piece(at, window, length) for length in (*LENGTHS, 0) if length != skipped)
        known = next((one for one in found if one.settled), None)
        return known or (self.stated(at, window=window.to_date()) if own else UNKNOWN)

    def _standing(self, found: Answer, at: At, window: Window) -> Answer:
        """Return the last level of earlier months where the indicator says that it stands so long and nothing newer is known."""
        for back in range(1, self._carries[at[0]] + 1):
            month = earlier_month(window, back=back)
            if not found.settled and self.cube.month(month) is not None:
                route = self.ground.route(since=self.last_day(month), until=self.last_day(window))
                found = better(found, other=self._levels(at[0], month).carry(at[1], route=route))
        return found

    def _levels(self, row: int, month: Window) -> Carrier:
        weight = self._weight.get(row)
        return Carrier(
            lambda body: self._level((row, body), month),
            self.gap(month),
            additive=self._adds[row],
            silent=self._silent[row],
            basis=self.rules.basis[row],
            weight=None if weight is None else self._levels(weight, month),
        )

    def _level(self, at: At, month: Window) -> Answer:
        found = self._ending_with(at, month, own=True)
        return found if found.settled else better(found, other=self._to_day(at, month))

    # ------------------------------------------------------------ sums

    def _summed(self, at: At, window: Window, *, silent: bool, own: bool = True) -> Answer:
        found = self._reached(at, window, silent) if own else self._reach(at, window, silent, own=False)
        if window.from_start or found.settled or not own:
            return found
        so_far = window.to_date()
        end = self._reached(at, so_far, silent)
        if not end.settled and not silent:
            end = self._to_day(at, so_far)
        gone = difference(end, start=self._carried(at, _upto(so_far, window.first - 1), window.last, silent))
        return gone if gone.settled else found

    def _reached(self, at: At, window: Window, silent: bool) -> Answer:
        """Return the sum of the window on the map of its last day; an empty window is an empty sum."""
        if window.last < window.first:
            return UNKNOWN if silent else NOT_APPLICABLE
        key = (at, window, silent)
        if key not in self._seen:
            self._seen[key] = self._reach(at, window, silent)
        return self._seen[key]

    def _reach(self, at: At, window: Window, silent: bool, *, own: bool = True) -> Answer:
        found = self.stated(at, window=window) if own else UNKNOWN
        for length in SHORTER:
            if found.settled:
                return found
            if not (window.last % length or length > window.months or (length == window.months and not own)):
                found = better(found, other=self._longer(at, window, length, silent))
        if silent and not found.settled and window.months > 1:
            return better(found, other=self._carried(at, _upto(window, window.last - 1), window.last, silent))
        return found

    def _longer(self, at: At, window: Window, length: int, silent: bool) -> Answer:
        """Return what was reached before the last piece of some length, and that piece."""
        piece = self._piece(at, window, length)
        before = self._carried(at, _upto(window, window.last - length), window.last, silent)
        if before.lost:
            return before
        if not piece.settled or (silent and self._covered(at, window, length)):
            gap = self.gap(month_window(window, last=window.last, length=length))(at[1])
            return Answer(None, before.because, (*before.lacking, gap))
        if before.settled:
            return added((before, piece))
        return piece if silent else Answer(None, before.because + piece.because, before.lacking)

    def _carried(self, at: At, window: Window, month: int, silent: bool) -> Answer:
        """Return the sum of the window on the map of the last day of a later month of its year."""
        if window.last < window.first or self._stands_still(window.year):
            return self._reached(at, window, silent)
        row, until = at[0], self.last_day(month_window(window, last=month))
        route = self.ground.route(since=self.last_day(window), until=until)
        carrier = Carrier(
            lambda body: self._reached((row, body), window, silent),
            self.gap(window),
            additive=self._adds[row],
            silent=self._silent[row],
            basis=self.rules.basis[row],
        )
        return carrier.carry(at[1], route=route)

    def _stands_still(self, year: int) -> bool:
        """Whether the map does not change between the first and the last month of a year."""
        if year not in self._still:
            first, last = (self.last_day(Window(year, month, month)) for month in (1, 12))
            self._still[year] = not self.ground.between(since=first, until=last)
        return self._still[year]

    def _covered(self, at: At, window: Window, length: int) -> bool:
        """Whether a longer figure ends with the same month and covers one that is silent: silence is then no nothing."""
        return any(
            longer > length
            and window.last % longer == 0
            and longer <= window.months
            and self._entry(at, window, longer).settled
            and not all(
                self._entry(at, month_window(window, last=last, length=length), length).settled
                for last in range(window.last - longer + length, window.last + 1, length)
            )
            for longer in SHORTER
        )

    # ------------------------------------------------------------ means and extremes

    def _reduced(self, at: At, window: Window, rule: OverTime) -> Answer:
        found = UNKNOWN
        for length in SHORTER:
            if not found.settled and length < window.months and window.last % length == 0 and (window.first - 1) % length == 0:
                found = better(found, other=self._reduced_by(at, window, length, rule))
        return found

    def _reduced_by(self, at: At, window: Window, length: int, rule: OverTime) -> Answer:
        pieces = [self._piece_at_end(at, window, last, length) for last in range(window.first + length - 1, window.last + 1, length)]
        if all(one.na for one in pieces):
            return NOT_APPLICABLE
        values = [one.value for one in pieces if one.value is not None]
        because = tuple(use for one in pieces for use in one.because)
        lost = any(one.lost for one in pieces)
        quiet = length == 1 and self._silent[at[0]]
        if lost or not values or (any(not one.settled for one in pieces) and not quiet):
            gaps = tuple(gap for one in pieces for gap in one.lacking)
            return Answer(None, because, gaps, Mark.NOT_COMPARABLE if lost else Mark.EXACT)
        reduced = {OverTime.MEAN: sum(values) / len(values), OverTime.MIN: min(values), OverTime.MAX: max(values)}[rule]
        return Answer(reduced, because)

    def _piece_at_end(self, at: At, window: Window, last: int, length: int) -> Answer:
        """Return the figure of a shorter window on the map of the last day of the whole one."""
        piece, row = month_window(window, last=last, length=length), at[0]
        carrier = Carrier(
            lambda body: self._piece((row, body), piece, length),
            self.gap(piece),
            additive=self._adds[row],
            silent=self._silent[row],
            basis=self.rules.basis[row],
        )
        found = carrier.carry(at[1], route=self.ground.route(since=self.last_day(piece), until=self.last_day(window)))
        return self._named(found, at, piece)


def _upto(window: Window, last: int) -> Window:
    """Return the window up to an earlier month; empty where that is the month before its first."""
    return Window(window.year, window.first, last)
