"""How each series of the cube adds up: the catalogue's words as masks over the rows.

An indicator says itself how it adds up over time and over bodies. What it says
cannot hold for a percentage: one that is made of numerator and denominator is
never summed or averaged over time, and a part of it stands for itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from giaoban.catalogue import USUAL_BASIS, Absence, Catalogue, Direction, Indicator, OverBodies, OverTime, Own
from giaoban.catalogue.formula.tree import Formula
from giaoban.cube import Array, Cube, Mask, Series
from giaoban.ledger.figures import WHOLE


@dataclass(frozen=True)
class Rules:
    """The adding rules of every series.

    Args:
        indicators: Indicator of each row; None where the catalogue of the day has none.
        over_time, over_bodies: Rule of each row.
        in_time, in_bodies: Which rows follow each rule.
        silent: Rows for which silence means that nothing happened.
        every: Months between reports of each row.
        carries: For how many months after its own a level stands when no newer one is known; 0 for all but levels.
        basis: Basis on which the row's figures are parted where ground is.
        on_basis: Rows of each basis that is used.
        additive: Rows whose figures of parts add up to that of the whole, and can be apportioned.
        divided: Rows that are divided at the end: means.
        own_part: Rows in which the figure of a body that has parts is only its office's own.
        makes_whole: Rows for which the parts of the ground make the whole.
        formulas: Formula of each row that is computed.
        computed: Rows of ratios and formulas, each after those that it is made of.
        weighted, weights: Rows of weighted means, and the rows of their weights.
    """

    indicators: tuple[Indicator | None, ...]
    over_time: tuple[OverTime, ...]
    over_bodies: tuple[OverBodies, ...]
    in_time: Mapping[OverTime, Mask]
    in_bodies: Mapping[OverBodies, Mask]
    silent: Mask
    every: NDArray[np.int64]
    carries: NDArray[np.int64]
    basis: tuple[str, ...]
    on_basis: Mapping[str, Mask]
    additive: Mask
    divided: Mask
    own_part: Mask
    makes_whole: Mask
    formulas: Mapping[int, Formula]
    computed: tuple[int, ...]
    weighted: NDArray[np.int64]
    weights: NDArray[np.int64]
    kept: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)  # what follows from the rules alone

    def meets(self, row: int, *, steps: Array) -> Mask:
        """Return whether figures meet the level that the indicator counts."""
        indicator = self.indicators[row]
        if indicator is None or indicator.meets is None:
            return np.zeros(np.shape(steps), bool)
        level = float(indicator.step.count(indicator.meets, measure=indicator.measure))
        return steps <= level if indicator.direction is Direction.LESS else steps >= level


def rules_of(cube: Cube, *, catalogue: Catalogue) -> Rules:
    """Return the adding rules of the cube's series; a series of an unknown indicator is never added."""
    known = tuple(catalogue.indicators.get(series.indicator) for series in cube.series)
    over_time = tuple(map(over_time_of, known))
    over_bodies = tuple(over_bodies_of(one, part=series.part) for one, series in zip(known, cube.series, strict=True))
    weight_of = {
        row: weight
        for row, one in enumerate(known)
        if one
        and over_bodies[row] is OverBodies.WEIGHTED_MEAN
        and (weight := cube.row.get(Series(one.weight, cube.series[row].regime))) is not None
    }

    def mask(*flags: bool) -> Mask:
        return np.array(flags, bool)

    basis = tuple(one.basis if one else USUAL_BASIS for one in known)
    return Rules(
        indicators=known,
        over_time=over_time,
        over_bodies=over_bodies,
        in_time={rule: mask(*(one is rule for one in over_time)) for rule in OverTime},
        in_bodies={rule: mask(*(one is rule for one in over_bodies)) for rule in OverBodies},
        silent=mask(*(bool(one and one.absence is Absence.NOTHING) for one in known)),
        every=np.array([one.frequency.months if one else 0 for one in known], np.int64),
        carries=np.array(
            [one.carries if one and rule is OverTime.LAST else 0 for one, rule in zip(known, over_time, strict=True)], np.int64
        ),
        basis=basis,
        on_basis={one: mask(*(used == one for used in basis)) for one in sorted(set(basis))},
        additive=mask(*(one is OverBodies.SUM for one in over_bodies)),
        divided=mask(*(one in (OverBodies.MEAN, OverBodies.WEIGHTED_MEAN) for one in over_bodies)),
        own_part=mask(*(bool(one and one.own is Own.PART) for one in known)),
        makes_whole=mask(*(bool(one and one.parts_make_whole) for one in known)),
        formulas=_formulas(known, over_bodies, catalogue),
        computed=_in_order(cube, known, over_bodies),
        weighted=np.array(list(weight_of), np.int64),
        weights=np.array(list(weight_of.values()), np.int64),
    )


def _formulas(known: tuple[Indicator | None, ...], over_bodies: tuple[OverBodies, ...], catalogue: Catalogue) -> dict[int, Formula]:
    """Return the formula of each row that has one; none of what is made of itself, which no catalogue that was checked has."""
    return {
        row: one.formula
        for row, one in enumerate(known)
        if one and one.formula and over_bodies[row] is OverBodies.FORMULA and one.id not in _below(one, catalogue)
    }


def _below(indicator: Indicator, catalogue: Catalogue) -> set[str]:
    """Return the ids of all that an indicator is made of, through any number of steps."""
    found, waiting = set[str](), [indicator]
    while waiting:
        for id, _ in waiting.pop().made_of():
            if id not in found:
                found.add(id)
                waiting += [one] if (one := catalogue.indicators.get(id)) else []
    return found


def _in_order(cube: Cube, known: tuple[Indicator | None, ...], over_bodies: tuple[OverBodies, ...]) -> tuple[int, ...]:
    """Return the rows of ratios and formulas, those that others are made of first; rows made of themselves in any order."""
    order: dict[int, None] = {}

    def visit(row: int, above: tuple[int, ...]) -> None:
        one, regime = known[row], cube.series[row].regime
        if row in order or row in above or one is None or over_bodies[row] not in (OverBodies.RATIO, OverBodies.FORMULA):
            return
        for id, part in one.made_of():
            if (below := cube.row.get(Series(id, regime, part))) is not None:
                visit(below, (*above, row))
        order[row] = None

    for row in range(len(known)):
        visit(row, ())
    return tuple(order)


def over_time_of(indicator: Indicator | None) -> OverTime:
    """Return how an indicator's own figures add up over time; percentages never do, only what they are made of."""
    if indicator is None:
        return OverTime.NEVER
    if indicator.over_bodies is OverBodies.FORMULA:
        return OverTime.NEVER
    never = {OverBodies.RATIO: (OverTime.SUM, OverTime.MEAN), OverBodies.WEIGHTED_MEAN: (OverTime.SUM,)}
    return OverTime.NEVER if indicator.over_time in never.get(indicator.over_bodies, ()) else indicator.over_time


def over_bodies_of(indicator: Indicator | None, *, part: str) -> OverBodies:
    """Return how a series adds up over bodies; a part of a ratio or of what is computed has only its own figure."""
    if indicator is None or (indicator.over_bodies in (OverBodies.RATIO, OverBodies.FORMULA) and part != WHOLE):
        return OverBodies.NONE
    return indicator.over_bodies
