"""Adding up over bodies: the figure of the whole ground from those of its parts.

A body's own figure stands for its ground, unless the indicator says that it is
only its office's share. Ratios add numerators and denominators apart and are
divided at the end; a mean carries its weight; a percentage is never summed. A
partial sum is counted, never passed for the total.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from giaoban.catalogue import OverBodies
from giaoban.cube import EXACT_BELOW, Array, Cube, Mask, Series, Small, Tags, TooLarge
from giaoban.engine import by_kernel
from giaoban.engine.frame import Frame
from giaoban.engine.kernels import Kernels, kernels
from giaoban.engine.rebase import Mark, Moved
from giaoban.engine.rules import Rules

Rows = NDArray[np.int64]
ROLLED = (OverBodies.SUM, OverBodies.WEIGHTED_MEAN, OverBodies.MEAN, OverBodies.COUNT, OverBodies.MIN, OverBodies.MAX)


@dataclass
class Rolled:
    """Values (series, body) on one map, parts and wholes alike.

    Args:
        value: In steps, or a count of bodies; NaN where unknown or not applicable.
        mark: Worst mark of what flowed in.
        na: Whether the indicator does not apply to the body.
        reported: How many parts are known (1 for a body's own figure).
        expected: How many parts there are to which the indicator applies.
        partial: Sum of the known parts where that is no total; NaN elsewhere.
        own: Whether the value is the body's own figure.
        tags: Quality and revision of the figures that the value rests on; nothing where there is no value.
        top, bottom: What is added up on the way to a mean, and divided only at the end.
    """

    value: Array
    mark: Small
    na: Mask
    reported: NDArray[np.int64]
    expected: NDArray[np.int64]
    partial: Array
    own: Mask
    tags: Tags
    top: Array
    bottom: Array

    def sides(self) -> tuple[NDArray[np.generic], ...]:
        """Return all arrays, in a fixed order."""
        return (self.value, self.mark, self.na, self.reported, self.expected, self.partial, self.own, self.tags, self.top, self.bottom)


@dataclass(frozen=True)
class Known:
    """What is already known of some wholes in another way, on the same ground.

    Args:
        rolled: Their figures.
        bodies: The wholes.
        rows: For which series it holds.
        always: Whether it takes the place of a figure that is exact, too.
    """

    rolled: Rolled
    bodies: frozenset[int]
    rows: Mask
    always: bool


def roll_up(moved: Moved, *, frame: Frame, rules: Rules, told: Mask, known: Sequence[Known] = ()) -> Rolled:
    """Return the values of every body on the map, from its own figures and those of its parts; ratios not yet.

    Args:
        told: Where a figure was known before (series, body); parts that never told of a series are not waited for
            where the body's own office did.
        known: What is already known of some wholes in another way.

    Raises:
        TooLarge: A sum reaches 2^53 steps.
    """
    applies = _applies(frame, rules)
    kernel = kernels()
    if kernel is not None and len(known) < 2:
        return _by_kernel(kernel, moved, frame, rules, (told, applies), known)
    value, here = np.where(frame.standing[None, :], moved.value, np.nan), frame.standing[None, :]
    has = ~np.isnan(value)
    rolled = Rolled(
        value, np.where(here, moved.mark, np.int8(Mark.EXACT)), moved.na & here, has.astype(np.int64), np.ones(has.shape, np.int64),
        np.full(has.shape, np.nan), has.copy(), np.where(here, moved.tags, np.uint8(0)), value.copy(), has.astype(np.float64),
    )  # fmt: skip
    sums = rules.in_bodies[OverBodies.SUM]
    others = np.logical_or.reduce([rules.in_bodies[rule] for rule in ROLLED]) & ~sums
    below = _below(frame, told | has | moved.lost)
    wholes = [*sorted(set().union(*(one.bodies for one in known)) - set(frame.order)), *frame.order]
    for rows in (np.flatnonzero(sums), np.flatnonzero(others)):
        _weigh(rolled, rows, rules)
        for whole in wholes if rows.size else ():
            if whole in frame.parts:
                _whole(rolled, rows, whole, frame, (applies[rows], below[rows]), rules)
            for one in known:
                if whole in one.bodies:
                    _instead(rolled, rows[one.rows[rows]], whole, one)
    if (np.abs(np.nan_to_num(rolled.value[sums])) >= EXACT_BELOW).any():
        raise TooLarge("a sum reaches 2^53 steps")
    return rolled


def _applies(frame: Frame, rules: Rules) -> Mask:
    """Return to which bodies each series applies, by their kinds (series, body)."""
    never = [one.not_for if one else frozenset() for one in rules.indicators]
    by_rule = {kinds: np.array([kind not in kinds for kind in frame.kinds], bool) for kinds in set(never)}
    return np.stack([by_rule[kinds] for kinds in never]) if never else np.zeros((0, len(frame.kinds)), bool)


def _by_kernel(kernel: Kernels, moved: Moved, frame: Frame, rules: Rules, where: tuple[Mask, Mask], known: Sequence[Known]) -> Rolled:
    """Return the same by a compiled kernel.

    Args:
        where: Where a figure was known before, and to which bodies each series applies.
    """
    other = None
    for one in known:
        kept = np.zeros(len(frame.kinds), bool)
        kept[list(one.bodies)] = True
        other = one.rolled.sides(), one.rows, kept, one.always
    sides, largest = by_kernel.rolled(kernel, moved=moved.sides(), frame=frame, rules=rules, told=where[0], applies=where[1], known=other)
    if largest >= EXACT_BELOW:
        raise TooLarge("a sum reaches 2^53 steps")
    return Rolled(*sides)


def _weigh(rolled: Rolled, rows: Rows, rules: Rules) -> None:
    """Set the numerators and denominators of bodies' own figures, where they are not the figure and 1."""
    for row in rows.tolist():
        if rules.over_bodies[row] is OverBodies.COUNT:
            own = rolled.value[row]
            rolled.top[row] = np.where(np.isnan(own), np.nan, rules.meets(row, steps=own))
    at = np.isin(rules.weighted, rows)
    weighted, weights = rules.weighted[at], rules.weights[at]
    rolled.top[weighted], rolled.bottom[weighted] = rolled.value[weighted] * rolled.value[weights], rolled.value[weights]
    rolled.tags[weighted] |= np.where(np.isnan(rolled.value[weighted]), np.uint8(0), rolled.tags[weights])


def _below(frame: Frame, told: Mask) -> Mask:
    """Return where something below a body was ever told."""
    below, found = np.zeros_like(told), told.copy()
    for whole in frame.order:
        below[:, whole] = found[:, frame.parts[whole]].any(axis=1)
        found[:, whole] |= below[:, whole]
    return below


def _whole(rolled: Rolled, rows: Rows, whole: int, frame: Frame, where: tuple[Mask, Mask], rules: Rules) -> None:
    """Add up the parts of one body, for the rows in which its own figure does not stand for the whole.

    Args:
        where: For the rows, to which bodies the indicator applies, and below which something was ever told.
    """
    applies, below = where
    parts = frame.parts[whole]
    at = np.ix_(rows, parts)
    own, adds = rolled.own[rows, whole], rules.own_part[rows]
    fits = applies[:, parts].any(axis=1)
    asked = applies[:, parts] & ~rolled.na[at]
    known = asked & ~np.isnan(rolled.value[at])
    sums = ~(own | rolled.na[rows, whole]) | (adds & below[:, whole])
    lost = np.isnan(rolled.value[rows, whole]) & (rolled.mark[rows, whole] == Mark.NOT_COMPARABLE)
    due = adds & (frame.reports[whole] | own | lost) & ~rolled.na[rows, whole]
    rolled.na[rows, whole] = np.where(sums & fits, ~asked.any(axis=1) & ~due, rolled.na[rows, whole])
    sums &= asked.any(axis=1)
    counted, wanted = known.sum(axis=1) + (adds & own), asked.sum(axis=1) + due
    mark = np.where(asked, rolled.mark[at], np.int8(Mark.EXACT)).max(axis=1)
    mark = np.where(adds, np.maximum(mark, rolled.mark[rows, whole]), mark)
    complete = ((counted == wanted) | rules.silent[rows]) & (counted > 0) & (mark < Mark.NOT_COMPARABLE)
    top, bottom = _added(rolled, rows, whole, at, known, adds & own, rules)
    total = np.where(rules.divided[rows], np.divide(top, bottom, out=np.full_like(top, np.nan), where=bottom > 0), top)
    sound = sums & complete & rules.makes_whole[rows] & ~np.isnan(total)
    mark = np.where(lost & ~sound, np.int8(Mark.NOT_COMPARABLE), mark)  # its own figure was lost, and its parts make none
    tags = np.bitwise_or.reduce(np.where(known, rolled.tags[at], np.uint8(0)), axis=1)
    tags |= np.where(adds & own, rolled.tags[rows, whole], np.uint8(0))
    part_sum = sums & ~sound & (counted > 0) & rules.in_bodies[OverBodies.SUM][rows]
    for side, told in (
        (rolled.value, np.where(sound, total, np.nan)), (rolled.top, np.where(sound, top, np.nan)),
        (rolled.bottom, np.where(sound, bottom, np.nan)), (rolled.partial, np.where(part_sum, top, np.nan)),
        (rolled.reported, counted), (rolled.expected, wanted), (rolled.mark, mark), (rolled.own, False),
        (rolled.tags, np.where(sound, tags, np.uint8(0))),
    ):  # fmt: skip
        side[rows, whole] = np.where(sums, told, side[rows, whole])


def _added(
    rolled: Rolled, rows: Rows, whole: int, at: tuple[NDArray[np.int64], ...], known: Mask, adds: Mask, rules: Rules
) -> tuple[Array, Array]:
    """Return numerators and denominators of the known sides together; the least or most where the rule says so."""
    sides = np.column_stack([rolled.top[at], rolled.top[rows, whole]]), np.column_stack([known, adds])
    top = np.where(sides[1], sides[0], 0.0).sum(axis=1)
    for rule, reduce, start in ((OverBodies.MIN, np.min, np.inf), (OverBodies.MAX, np.max, -np.inf)):
        some = rules.in_bodies[rule][rows] & sides[1].any(axis=1)
        if some.any():
            top[some] = reduce(np.where(sides[1], sides[0], start), axis=1)[some]
    bottom = np.column_stack([rolled.bottom[at], rolled.bottom[rows, whole]])
    return top, np.where(sides[1], bottom, 0.0).sum(axis=1)


def _instead(rolled: Rolled, rows: Rows, whole: int, known: Known) -> None:
    """Take over what is known of a whole in another way; not in place of its own figure."""
    other = known.rolled
    use = ~rolled.own[rows, whole]
    if not known.always:
        gap, worse = np.isnan(rolled.value[rows, whole]), rolled.mark[rows, whole]
        use &= ~rolled.na[rows, whole] & np.where(
            np.isnan(other.value[rows, whole]), gap & (worse == Mark.NOT_COMPARABLE), gap | (worse > Mark.EXACT)
        )
    taken = rows[use]
    for side, told in zip(rolled.sides(), other.sides(), strict=True):
        side[taken, whole] = told[taken, whole]


def divide(rolled: Rolled, *, cube: Cube, rules: Rules, rows: Sequence[int] | None = None) -> Rolled:
    """Return the same with ratios filled from their parts; where a part is unknown a body's own stated percentage stays.

    Args:
        rows: Rows of the ratios to fill; None for all, those first that others are made of.
    """
    for row in rules.computed if rows is None else rows:
        indicator, regime = rules.indicators[row], cube.series[row].regime
        if indicator is None:
            continue
        above, below = cube.row.get(Series(indicator.numerator, regime)), cube.row.get(Series(indicator.denominator, regime))
        scale = ratio_scale(rules, row=row, above=above, below=below)
        if above is None or below is None or scale is None:
            continue
        top, bottom = rolled.value[above], rolled.value[below]
        both = ~np.isnan(top) & ~np.isnan(bottom) & (bottom != 0)
        worst = np.maximum(rolled.mark[above], rolled.mark[below])
        lost = np.isnan(rolled.value[row]) & (worst == Mark.NOT_COMPARABLE)
        rolled.value[row] = np.where(both, np.divide(top, bottom, out=np.zeros_like(top), where=both) * scale, rolled.value[row])
        rolled.mark[row] = np.where(both | lost, worst, rolled.mark[row])
        rolled.tags[row] = np.where(both, rolled.tags[above] | rolled.tags[below], rolled.tags[row])
        rolled.own[row] &= ~both
        rolled.na[row] = np.where(both | rolled.own[row], False, rolled.na[row] | rolled.na[above] | rolled.na[below])
        fewer = rolled.reported[above] < rolled.reported[below]
        for side in (rolled.reported, rolled.expected):
            side[row] = np.where(rolled.own[row], side[row], np.where(fewer, side[above], side[below]))
    return rolled


def ratio_scale(rules: Rules, *, row: int, above: int | None, below: int | None) -> float | None:
    """Return what a quotient of steps is multiplied by to be in steps of the ratio; None where a part is not defined."""
    indicator = rules.indicators[row]
    num, den = (rules.indicators[one] if one is not None else None for one in (above, below))
    if indicator is None or num is None or den is None:
        return None
    return float(num.step.factor / den.step.factor / indicator.step.factor) * (100 if indicator.is_percentage else 1)
