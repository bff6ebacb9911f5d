"""What is computed after everything was added up: ratios and formulas, those that others are made of first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np

from giaoban.catalogue import OverBodies, Regime, Window
from giaoban.catalogue.formula.measuring import kind_of
from giaoban.catalogue.formula.tree import Formula, Spell, Term
from giaoban.cube import Cube, Series
from giaoban.engine.bodies import Rolled, divide
from giaoban.engine.formula_board import Figures, Working, in_steps, is_lost, is_usable, scale_of_step
from giaoban.engine.frame import Frame
from giaoban.engine.rate import Rates
from giaoban.engine.rules import Rules

CHANGED = ("value", "mark", "na", "reported", "expected", "own", "tags")


@dataclass
class Computing:
    """Fills in what a window's figures come to, each row when it is first needed.

    Args:
        window: The window asked for.
        frame: The map asked for.
        rolled: Figures of the window, added up over the bodies of the map.
        elsewhere: The same for another window on the same map.
    """

    cube: Cube
    rules: Rules
    regime: Regime
    window: Window
    frame: Frame
    rolled: Rolled
    elsewhere: Callable[[Window], Computing]
    _begun: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.rules.formulas:
            self.rolled = replace(self.rolled, **{side: getattr(self.rolled, side).copy() for side in CHANGED})

    def filled(self) -> Rolled:
        """Return the figures with ratios and formulas; where a part is unknown a body's own stated figure stays."""
        if not self.rules.formulas:
            return divide(self.rolled, cube=self.cube, rules=self.rules)
        for row in self.rules.computed:
            self._fill(row)
        return self.rolled

    def of(self, row: int) -> Rolled:
        """Return the figures, with that row and all that it is made of filled in."""
        self._fill(row)
        return self.rolled

    def _fill(self, row: int) -> None:
        """Fill in a row, once."""
        formula, rule = self.rules.formulas.get(row), self.rules.over_bodies[row]
        if row in self._begun or (formula is None and rule is not OverBodies.RATIO):
            return
        self._begun.add(row)
        if formula is not None:
            self._compute(row, formula)
            return
        indicator, regime = self.rules.indicators[row], self.cube.series[row].regime
        for id, part in indicator.made_of() if indicator else ():
            if (below := self.cube.row.get(Series(id, regime, part))) is not None:
                self._fill(below)
        divide(self.rolled, cube=self.cube, rules=self.rules, rows=(row,))

    def _compute(self, row: int, formula: Formula) -> None:
        indicator, regime, rolled = self.rules.indicators[row], self.cube.series[row].regime, self.rolled
        if indicator is None:
            return
        working = Working(
            lambda term, spell: self._term(term, spell, regime), lambda term, spell: self._rate(term, spell, regime), len(self.cube.bodies)
        )
        found = working.of(formula.root, spell=Spell(self.window))
        known, standing = found.known & self.frame.standing, self.frame.standing
        lost = is_lost(found) & np.isnan(rolled.value[row])
        rolled.value[row] = np.where(known, in_steps(found, indicator=indicator), rolled.value[row])
        rolled.mark[row] = np.where(known | lost, found.mark, rolled.mark[row])
        rolled.tags[row] = np.where(known, found.tags, rolled.tags[row])
        rolled.own[row] &= ~known
        rolled.na[row] = np.where(known | rolled.own[row], False, (rolled.na[row] | found.na) & standing)
        for side, told in zip((rolled.reported, rolled.expected), found.reports or (), strict=False):
            side[row] = np.where(rolled.own[row], side[row], told)

    def _term(self, term: Term, spell: Spell, regime: str) -> Figures:
        row, window = self.cube.row.get(Series(term.indicator, regime, term.part)), spell.spoken
        indicator = None if row is None else self.rules.indicators[row]
        if row is None or window is None or indicator is None or not is_usable(indicator):
            return self._unknown(kind_of(indicator.measure).factor if indicator else Fraction(1))
        there = (self if window == self.window else self.elsewhere(window)).of(row)
        scale, factor = scale_of_step(indicator.step), kind_of(indicator.measure).factor
        exact, reports = bool(self.rules.additive[row]), (there.reported[row], there.expected[row])
        return Figures(there.value[row], there.mark[row], there.na[row], there.tags[row], scale, factor, exact, reports)

    def _unknown(self, factor: Fraction) -> Figures:
        size = len(self.cube.bodies)
        nothing = np.full(size, np.nan), np.zeros(size, np.int8), np.zeros(size, bool), np.zeros(size, np.uint8)
        return Figures(*nothing, factor=factor)

    def _rate(self, term: Term, spell: Spell, regime: str) -> Figures:
        rates, series = Rates(self.cube, self.rules, self.regime, self.frame), Series(term.indicator, regime, term.part)
        size, window = len(self.cube.bodies), spell.spoken
        if window is None or not rates.knows(series):
            return self._unknown(Fraction(1))
        reported, expected = rates.counts(series, window=window)
        value = np.divide(reported, expected, out=np.full(size, np.nan), where=expected > 0)
        marks = np.zeros(size, np.int8), expected == 0, np.zeros(size, np.uint8)
        return Figures(value, *marks, factor=Fraction(1), reports=(reported, expected))
