"""What making the rows of one question needs: the question, what is known and measured, and who may see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from giaoban.catalogue import Body, Catalogue, Indicator, OverBodies, Regime, Sight, StatusRule, Window
from giaoban.cube import Array, At, Cube, Mask, Recorded, Series, window_of
from giaoban.engine.answer import Answer
from giaoban.engine.bodies import Rolled
from giaoban.engine.measures import Measured
from giaoban.engine.question import Question
from giaoban.engine.scheme import scheme_of
from giaoban.engine.table import Table, tabulate
from giaoban.engine.time import is_month_end
from giaoban.engine.tracer import Tracer
from giaoban.engine.veil import Veil
from giaoban.ledger import Grade

COUNTED = "đơn vị"


@dataclass(frozen=True, slots=True)
class Archive:
    """How the engine asks for words that lie outside the chain.

    Args:
        cite: Turns `sha256!place` into a citation; empty text where nothing may be said.
        remark: Turns the digest of a remark into its text; empty text where it is blanked or not to be seen.
    """

    cite: Callable[[str], str]
    remark: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell of the board, looked up once.

    Args:
        at: Row and column of the cube.
        standing: The body on the map, else as it last was.
        facts: Targets, stated relations and grades of the window and of its year.
        grade: Judgement in words of the window, and its entry.
    """

    series: Series
    indicator: Indicator
    at: At
    body: str
    standing: Body | None
    facts: Sequence[Recorded]
    grade: tuple[Grade, int] | None


@dataclass(frozen=True)
class Scene:
    """Everything that the rows of one question are made from."""

    question: Question
    cube: Cube
    catalogue: Catalogue
    regime: Regime
    measured: Measured
    tracer: Tracer
    sight: Sight
    archive: Archive

    @cached_property
    def table(self) -> Table:
        """Every measure of the question, as arrays."""
        scheme = scheme_of(self.cube, catalogue=self.catalogue)
        return tabulate(self.question, cube=self.cube, measured=self.measured, scheme=scheme, regime=self.regime)

    @cached_property
    def due(self) -> date:
        """Last day on which a report of the window is on time."""
        return self.regime.due_on(self.question.window)

    @cached_property
    def code(self) -> str:
        """Code of the window."""
        return self.question.window.code

    @cached_property
    def _periods(self) -> frozenset[str]:
        return frozenset({self.code, str(self.question.window.year)})

    @cached_property
    def before(self) -> Window:
        """The same window a year before."""
        return self.question.window.year_before()

    @cached_property
    def _factors(self) -> dict[str, tuple[float, float]]:
        return {id: (float(one.step.factor), float(one.measure.factor)) for id, one in self.catalogue.indicators.items()}

    @cached_property
    def _counting(self) -> frozenset[int]:
        return frozenset(np.flatnonzero(self.measured.rules.in_bodies[OverBodies.COUNT]).tolist())

    @cached_property
    def _followed(self) -> Mask:
        found = self.cube.followed.copy()
        for whole, parts in self.measured.frame.parts.items():
            found[:, whole] |= self.cube.followed[:, parts].any(axis=1)
        return found

    @cached_property
    def _dated(self) -> frozenset[str]:
        """Indicators of which a figure to a day stands in the last month of the window or of the same a year before."""
        months = (self.cube.month(self.question.window), self.cube.month(self.before))
        found = {at[0] for month in months if month is not None for at in self.cube.dated.get(month, ())}
        return frozenset(self.cube.series[row].indicator for row in found)

    @cached_property
    def _twice(self) -> dict[Window, Mask | None]:
        return {}

    def may_differ(self, at: At, *, window: Window) -> bool:
        """Whether figures of more than one length may stand within a window, so that there are two ways to its figure.

        Where the map changes inside the window, or it ends on a day, that is not looked up.
        """
        if window not in self._twice:
            self._twice[window] = self._lengths(window)
        found = self._twice[window]
        return found is None or bool(found[at])

    def _lengths(self, window: Window) -> Mask | None:
        days = self.regime.days(window)
        if window.day or self.measured.ground.between(since=days.since, until=days.last_day):
            return None
        lengths = np.zeros(self.cube.shape, np.int8)
        months = [replace(window, first=month, last=month) for month in range(window.first, window.last + 1)]
        for length in self.cube.planes:
            slots = [slot for month in months if (slot := self.cube.slot(length, window=month)) is not None]
            if slots:
                lengths += np.logical_or.reduce([slot.entry > 0 for slot in slots])
        twice: Mask = lengths > 1
        return twice

    @cached_property
    def scores(self) -> dict[tuple[int, int, str], Any]:
        """What siblings are ranked by, found once: by series, the whole that they are part of, and their kind."""
        return {}

    @cached_property
    def _rules(self) -> dict[str, StatusRule | None]:
        return {id: self.catalogue.rule_for(id) for id in self.catalogue.indicators}

    @cached_property
    def _standing(self) -> dict[str, Body | None]:
        frame = self.question.frame
        return {id: self.catalogue.body(id, on=frame) or self.catalogue.latest(id) for id in self.cube.bodies}

    def spot(self, series: Series, *, body: str) -> Spot:
        """Return one cell.

        Raises:
            KeyError: The cube has no such series or body, or the catalogue no such indicator.
        """
        at = self.cube.row[series], self.cube.column[body]
        facts = tuple(one for one in self.cube.of(at) if one.item.cell.period in self._periods)
        graded = [(one.item, one.entry) for one in facts if isinstance(one.item, Grade) and one.item.cell.period == self.code]
        grade = graded[-1] if graded else None
        return Spot(series, self.catalogue.indicators[series.indicator], at, body, self._standing[body], facts, grade)

    def content(self, entry: int) -> Mapping[str, str]:
        """Return the content of an entry."""
        return self.cube.entries[entry - 1].content

    def cited(self, entry: int) -> str:
        """Return the citations of an entry's sources."""
        return "; ".join(filter(None, map(self.archive.cite, self.cube.entries[entry - 1].sources)))

    def in_measure(self, steps: float, *, indicator: Indicator) -> float | None:
        """Return steps in the indicator's measure; None for NaN."""
        if np.isnan(steps):
            return None
        step, measure = self._factors[indicator.id]
        return float(steps) * step / measure

    def is_count(self, spot: Spot, *, of: Rolled) -> bool:
        """Whether the figure of a cell counts bodies."""
        return spot.at[0] in self._counting and not of.own[spot.at]

    def said(self, numbers: Array, *, spot: Spot) -> float | None:
        """Return what stands for a cell in an array of the table; None where nothing does."""
        number = float(numbers[spot.at])
        return None if np.isnan(number) else number

    def is_followed(self, spot: Spot) -> bool:
        """Whether the body, or a direct part of it, was ever given a plan or a figure of the indicator."""
        return bool(self._followed[spot.at])

    def rule(self, spot: Spot) -> StatusRule | None:
        """Return the rule by which the cell is judged."""
        return self._rules[spot.indicator.id]

    def answer(self, spot: Spot, *, window: Window | None = None) -> Answer:
        """Return why the figure of a cell is what it is."""
        return self.tracer.of(spot.at, window=window or self.question.window)

    def may_rest_on_days(self, spot: Spot) -> bool:
        """Whether a figure to a day may stand in for a month of the cell, this year or the year before."""
        return bool(self._dated) and not self._dated.isdisjoint(self._made_of(spot.indicator))

    def days(self, answer: Answer) -> Mapping[int, date]:
        """Return the days of the figures to a day that stand in for whole months, by entry."""
        said = {use.entry: window_of(self.cube.entries[use.entry - 1].key.rsplit("/", 1)[1]) for use in answer.because}
        return {entry: one.day for entry, one in said.items() if one.day and not is_month_end(one, regime=self.regime)}

    # ------------------------------------------------------------ what may be seen

    def sees(self, spot: Spot) -> bool:
        """Whether the asker may see single figures of the indicator, and of everything that it is computed from."""
        if spot.indicator.id not in self._seen:
            known = (self.catalogue.indicators.get(id) for id in self._made_of(spot.indicator))
            self._seen[spot.indicator.id] = all(self.sight.sees_field(one) for one in known if one)
        return self._seen[spot.indicator.id]

    @cached_property
    def _seen(self) -> dict[str, bool]:
        return {}

    def _made_of(self, indicator: Indicator) -> set[str]:
        """Return the indicator and all that it is computed from, through any number of steps."""
        found, waiting = {indicator.id}, [indicator]
        while waiting:
            for id, _ in waiting.pop().made_of():
                if id not in found:
                    found.add(id)
                    waiting += [one] if (one := self.catalogue.indicators.get(id)) else []
        return found

    @cached_property
    def _veil(self) -> Veil:
        return Veil(self.cube, self.catalogue, self.tracer, self.measured.frame, self.sight)

    def shows_total(self, at: At, *, window: Window) -> bool:
        """Whether a restricted total may be shown to those who may not see its parts."""
        return self._veil.shows(at, window=window)
