"""A number of the board, traced to its entries: the rules of `bodies` and `measures`, one cell at a time.

The tracer walks the same rules as the arrays, slowly, so it is at once the
explanation of a number and a check on it: the two must agree, and a test holds
them to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

import numpy as np

from giaoban.catalogue import OverBodies, OverTime, Regime, Window
from giaoban.catalogue.formula.measuring import kind_of
from giaoban.catalogue.formula.tree import Spell, Term
from giaoban.cube import At, Cube, Series
from giaoban.engine.answer import NOT_APPLICABLE, Answer, Carrier, Use
from giaoban.engine.bodies import ratio_scale
from giaoban.engine.formula_board import is_usable, scale_of_step
from giaoban.engine.formula_cell import Found, Seen, Worked, steps_of
from giaoban.engine.frame import DAY, Frame, Ground
from giaoban.engine.measures import LASTING, parted_month
from giaoban.engine.rate import Rates
from giaoban.engine.rebase import Mark
from giaoban.engine.reported import Reported
from giaoban.engine.rules import Rules

ALONE = (OverBodies.NONE, OverBodies.RATIO, OverBodies.FORMULA)  # never made of the figures of parts


@dataclass(frozen=True, slots=True)
class _Sides:
    """A figure, with what is added up on the way to a mean and divided only at the end."""

    answer: Answer
    top: float | None = None
    bottom: float = 1.0


@dataclass(frozen=True, slots=True)
class Told:
    """What a formula comes to.

    Args:
        answer: The number in steps of the computed indicator, and why.
        terms: Every term that was looked up, in the order of the formula.
        why_none: Why there is no number, where it is not for want of figures.
    """

    answer: Answer
    terms: tuple[Seen, ...]
    why_none: tuple[str, ...]


@dataclass
class Tracer:
    """Answers cell by cell, on the map of one day (bộ lần tìm).

    Args:
        frame: The map that is asked for.
    """

    cube: Cube
    ground: Ground
    regime: Regime
    rules: Rules
    frame: Frame
    reported: Reported = field(init=False)
    _seen: dict[tuple[At, Window, date], _Sides] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.reported = Reported(self.cube, self.ground, self.regime, self.rules)
        self._adds: list[bool] = self.rules.own_part.tolist()
        self._weight: dict[int, int] = dict(zip(self.rules.weighted.tolist(), self.rules.weights.tolist(), strict=True))

    def answer(self, series: Series, *, body: str, window: Window) -> Answer:
        """Return the figure of the window for a body on the map: its own, else that of its parts.

        Raises:
            KeyError: The cube has no such series or body.
        """
        return self.of((self.cube.row[series], self.cube.column[body]), window=window)

    def of(self, at: At, *, window: Window) -> Answer:
        """Return the figure of the window, by row and column."""
        rule = self.rules.over_bodies[at[0]]
        if rule not in (OverBodies.RATIO, OverBodies.FORMULA):
            return self._on(at, window, self.frame.on).answer
        if rule is OverBodies.FORMULA and at[0] not in self.rules.formulas:
            return self._on(at, window, self.frame.on).answer
        ratio = self.ratio(at, window=window) if rule is OverBodies.RATIO else self.formula(at, window=window).answer
        own = self._on(at, window, self.frame.on).answer
        if ratio.value is not None:
            return ratio
        if own.value is not None:
            return own
        return NOT_APPLICABLE if own.na or ratio.na else replace(ratio, mark=max(ratio.mark, own.mark))

    def own(self, at: At, *, window: Window) -> Answer:
        """Return what the body itself reported for the window, on the map that is asked for."""
        return self._own(at, window, self.frame.on)

    def ratio(self, at: At, *, window: Window) -> Answer:
        """Return the quotient of numerator and denominator, added up apart."""
        indicator, regime = self.rules.indicators[at[0]], self.cube.series[at[0]].regime
        sides = (indicator.numerator, indicator.denominator) if indicator else ("", "")
        above, below = (self.cube.row.get(Series(side, regime)) for side in sides)
        scale = ratio_scale(self.rules, row=at[0], above=above, below=below)
        if above is None or below is None or scale is None:
            return Answer(None, lacking=(self.reported.gap(window)(at[1]),))
        top, bottom = self.of((above, at[1]), window=window), self.of((below, at[1]), window=window)
        uses = tuple(replace(use, role=role) for one, role in ((top, "numerator"), (bottom, "denominator")) for use in one.because)
        if top.na or bottom.na:
            return NOT_APPLICABLE
        if top.value is None or not bottom.value:
            lacking = top.lacking + bottom.lacking
            return Answer(None, uses, lacking or (self.reported.gap(window)(at[1]),), max(top.mark, bottom.mark))
        return Answer(top.value / bottom.value * scale, uses, (), max(top.mark, bottom.mark))

    # ------------------------------------------------------------ formulas

    def formula(self, at: At, *, window: Window, moved: tuple[Seen, float] | None = None) -> Told:
        """Return what the formula of a row comes to, with every term that it looked up.

        Args:
            moved: A term, and by how many steps it is to be taken for more than it is.

        Raises:
            KeyError: The row has no formula.
        """
        formula, regime = self.rules.formulas[at[0]], self.cube.series[at[0]].regime
        worked = Worked(
            lambda term, spell: _moved(self._term(term, spell, regime, at[1]), term, spell, moved),
            lambda term, spell: self._rate(term, spell, regime, at[1]),
        )
        found = worked.of(formula.root, spell=Spell(window))
        indicator = self.rules.indicators[at[0]]
        if indicator is None or not self.frame.standing[at[1]]:
            return Told(Answer(None, lacking=(self.reported.gap(window)(at[1]),)), (), ())
        value = steps_of(found, step=scale_of_step(indicator.step), measure=kind_of(indicator.measure).factor)
        if value is None and not found.answer.na:
            lacking = found.answer.lacking or (self.reported.gap(window)(at[1]),)
            return Told(replace(found.answer, lacking=lacking), tuple(worked.seen), found.why_none)
        return Told(replace(found.answer, value=value), tuple(worked.seen), ())

    def _term(self, term: Term, spell: Spell, regime: str, body: int) -> Found:
        row, window = self.cube.row.get(Series(term.indicator, regime, term.part)), spell.spoken
        indicator = None if row is None else self.rules.indicators[row]
        factor = kind_of(indicator.measure).factor if indicator else Fraction(1)
        if row is None or window is None or indicator is None or not is_usable(indicator):
            return Found(Answer(None), factor=factor)
        answer = self.of((row, body), window=window)
        uses = tuple(replace(use, role="term") for use in answer.because)
        return Found(replace(answer, because=uses), scale_of_step(indicator.step), factor)

    def _rate(self, term: Term, spell: Spell, regime: str, body: int) -> Found:
        rates, window = Rates(self.cube, self.rules, self.regime, self.frame), spell.spoken
        series = Series(term.indicator, regime, term.part)
        if window is None or not rates.knows(series):
            return Found(Answer(None), factor=Fraction(1))
        entries, owed = rates.of(series, body=body, window=window)
        if not owed:
            return Found(NOT_APPLICABLE, factor=Fraction(1))
        return Found(Answer(len(entries) / owed, tuple(Use(entry, role="report") for entry in entries)), factor=Fraction(1))

    # ------------------------------------------------------------ over bodies

    def _on(self, at: At, window: Window, day: date) -> _Sides:
        """Return the figure on the map of a day; a ratio's is its own."""
        key = (at, window, day)
        if key not in self._seen:
            self._seen[key] = self._found(at, window, day)
        return self._seen[key]

    def _found(self, at: At, window: Window, day: date) -> _Sides:
        rule, own = self.rules.over_bodies[at[0]], self._own(at, window, day)
        adds = self._adds[at[0]] and (not own.settled or self._is_told_below(at, window, day))
        if rule in ALONE or (own.value is not None and not adds):
            return self._weighed(at, own, window, day)
        home, parts = self.reported.last_day(window), self._parts(at, window, day)
        asked = [part for part in parts if not part.answer.na]
        if own.value is not None and not asked:
            return self._weighed(at, own, window, day)
        if home != day and rule in LASTING and at[1] in self.ground.kept(since=home, until=day):
            return self._on(at, window, home)
        found = self._rolled(at, own, asked, window, day) if parts and (adds or not own.na) else _Sides(own)
        if home == day and not found.answer.na and (found.answer.value is None or found.answer.mark is not Mark.EXACT):
            return self._parted(at, window, found)
        return found

    def _is_told_below(self, at: At, window: Window, day: date) -> bool:
        """Whether a part of the body ever told of the series; parts that never did are not waited for."""
        told, below = self.cube.told(window)[at[0]], self.ground.frame(day).under(at[1]) - {at[1]}
        if any(told[part] for part in below):
            return True
        carried = self.ground.route(since=self.reported.last_day(window), until=day)
        return bool(carried) and any(
            own.value is not None or own.lost for part in below for own in (self._own((at[0], part), window, day),)
        )

    def _own(self, at: At, window: Window, day: date) -> Answer:
        """Return what a body itself reported, carried from the map of the window's last day."""
        if not self.ground.frame(day).standing[at[1]]:
            return Answer(None, lacking=(self.reported.gap(window)(at[1]),))
        route = self.ground.route(since=self.reported.last_day(window), until=day)
        if not route:
            return self.reported.figure_of(at, window=window)
        return self._carrier(at[0], window).carry(at[1], route=route)

    def _carrier(self, row: int, window: Window) -> Carrier:
        return Carrier(
            lambda body: self.reported.figure_of((row, body), window=window),
            self.reported.gap(window),
            additive=bool(self.rules.additive[row]),
            silent=bool(self.rules.silent[row]),
            basis=self.rules.basis[row],
            weight=self._carrier(self._weight[row], window) if row in self._weight else None,
        )

    def _parts(self, at: At, window: Window, day: date) -> list[_Sides]:
        """Return the figures of the parts of a kind to which the indicator applies."""
        frame, indicator = self.ground.frame(day), self.rules.indicators[at[0]]
        never = indicator.not_for if indicator else frozenset[str]()
        parts = (int(part) for part in frame.parts.get(at[1], ()))
        return [self._on((at[0], part), window, day) for part in parts if frame.kinds[part] not in never]

    def _rolled(self, at: At, own: Answer, parts: Sequence[_Sides], window: Window, day: date) -> _Sides:
        """Return the figure of the whole from those of its parts, its own office among them where the rule says so."""
        rule, adds = self.rules.over_bodies[at[0]], self._adds[at[0]] and not own.na
        sides = list(parts)
        if adds and (own.value is not None or own.lost or self.ground.frame(day).reports[at[1]]):
            sides.append(self._weighed(at, own, window, day))
        if not sides:
            return _Sides(NOT_APPLICABLE)
        known = [one for one in sides if one.answer.value is not None]
        lost = any(one.answer.lost for one in sides)
        because = tuple(use for one in known for use in one.answer.because)
        mark = max(one.answer.mark for one in sides)
        lacking = tuple(gap for one in sides if one.answer.value is None for gap in one.answer.lacking)
        without = Mark.NOT_COMPARABLE if own.lost else mark  # its own figure was lost, and its parts make none
        complete = bool(known) and not lost and (len(known) == len(sides) or bool(self.rules.silent[at[0]]))
        if not self.rules.makes_whole[at[0]]:
            return _Sides(Answer(None, because, (self.reported.gap(window)(at[1]),), without))
        top, bottom = _combined(rule, known)
        total = (top / bottom if bottom > 0 else None) if top is not None and self.rules.divided[at[0]] else top
        if not complete or total is None:
            return _Sides(Answer(None, because, lacking or (self.reported.gap(window)(at[1]),), without))
        return _Sides(Answer(total, because, (), mark), top, bottom)

    def _weighed(self, at: At, own: Answer, window: Window, day: date) -> _Sides:
        """Return a body's own figure with its numerator and denominator."""
        rule = self.rules.over_bodies[at[0]]
        if own.value is None:
            return _Sides(own)
        if rule is OverBodies.COUNT:
            return _Sides(own, float(self.rules.meets(at[0], steps=np.array(own.value))))
        if rule is not OverBodies.WEIGHTED_MEAN:
            return _Sides(own, own.value)
        weight = self._on((self._weight[at[0]], at[1]), window, day).answer if at[0] in self._weight else Answer(None)
        if weight.value is None:
            return _Sides(own, None)
        uses = tuple(replace(use, role=use.role or "weight") for use in weight.because)
        return _Sides(replace(own, because=own.because + uses), own.value * weight.value, weight.value)

    # ------------------------------------------------------------ where the map changes inside the window

    def _parted(self, at: At, window: Window, found: _Sides) -> _Sides:
        """Return the sum of before and after the last change of the map, for a whole that kept its ground."""
        row = at[0]
        flow = self.rules.over_bodies[row] is OverBodies.SUM and self.rules.over_time[row] is OverTime.SUM
        parted = parted_month(window, ground=self.ground, regime=self.regime) if flow else None
        home = self.reported.last_day(window)
        if parted is None or at[1] not in self.ground.kept(since=parted[1] - DAY, until=home):
            return found
        head = self._on(at, Window(window.year, window.first, parted[0] - 1), parted[1] - DAY).answer
        tail = self._on(at, Window(window.year, parted[0], window.last), home).answer
        joined = _joined(head, tail)
        return _Sides(joined, joined.value) if joined.value is not None or found.answer.lost else found


def _moved(found: Found, term: Term, spell: Spell, moved: tuple[Seen, float] | None) -> Found:
    """Return the figure of a term, moved where it is the one that is to be."""
    if moved is None or found.value is None or (moved[0].term.words, moved[0].window) != (term.words, spell.spoken):
        return found
    return replace(found, answer=replace(found.answer, value=found.value + moved[1]))


def _joined(head: Answer, tail: Answer) -> Answer:
    if head.na and tail.na:
        return NOT_APPLICABLE
    mark, because, lacking = max(head.mark, tail.mark), head.because + tail.because, head.lacking + tail.lacking
    known = head.settled and tail.settled
    return Answer((head.value or 0.0) + (tail.value or 0.0) if known else None, because, () if known else lacking, mark)


def _combined(rule: OverBodies, known: Iterable[_Sides]) -> tuple[float | None, float]:
    """Return numerator and denominator of the known sides together; None where a side has no numerator."""
    tops, bottom = [], 0.0
    for one in known:
        if one.top is None:
            return None, 0.0
        tops.append(one.top)
        bottom += one.bottom
    reduce = {OverBodies.MIN: min, OverBodies.MAX: max}.get(rule, sum)
    return (float(reduce(tops)) if tops else None), bottom
