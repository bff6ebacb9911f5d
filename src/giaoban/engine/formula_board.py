"""What formulas come to, for every body at once: worked out on figures that were added up, over bodies and time, before.

A value that goes into a formula is in whole steps with the scale of one step beside it, so that sums and differences
stay exact; a quotient is a double. What is not known makes the result unknown, what does not apply counts nothing in a
sum and makes a product not applicable, and the worst mark of what was used is that of the result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from giaoban.catalogue import Indicator, OverBodies
from giaoban.catalogue.formula.measuring import COMPARISONS, JOINTS, SUMS, kind_of, power_of_ten
from giaoban.catalogue.formula.tree import Chosen, Counted, Either, Moved, Node, Number, Pair, Pick, Rate, Spell, Term
from giaoban.cube import EXACT_BELOW, Array, Mask, Small, Tags, TooLarge, flowing
from giaoban.engine.rebase import Mark
from giaoban.values import Step

Reports = tuple[NDArray[np.int64], NDArray[np.int64]]
COMPARE: dict[str, Callable[[Array, Array], Mask]] = {
    "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal, "=": np.equal, "<>": np.not_equal,
}  # fmt: skip


@dataclass(frozen=True)
class Figures:
    """Values of bodies on their way through a formula.

    Args:
        value: NaN where unknown or not applicable; times `scale` it is in the dimension's own measure.
        factor: How many of the dimension one of the printed measure is; None for a plain number.
        exact: Whether the values are whole steps, so that their bound is watched.
        reports: How many parts reported and how many there are, of the term that the fewest reported; None for a plain number.
    """

    value: Array
    mark: Small
    na: Mask
    tags: Tags
    scale: Fraction = Fraction(1)
    factor: Fraction | None = None
    exact: bool = False
    reports: Reports | None = None

    @property
    def known(self) -> Mask:
        """Where there is a number."""
        known: Mask = ~np.isnan(self.value)
        return known

    @property
    def is_plain(self) -> bool:
        """Whether it is a number of nothing, the same for all."""
        return self.factor is None


def scale_of_step(step: Step) -> Fraction:
    """Return how many of its dimension one step is."""
    return Fraction(step.size) * kind_of(step.measure).factor


def is_usable(indicator: Indicator | None) -> bool:
    """Whether figures of the indicator are amounts in its own measure at every level; a count of bodies is none."""
    return indicator is not None and indicator.over_bodies is not OverBodies.COUNT


@dataclass(frozen=True)
class Working:
    """Works out formulas of one window.

    Args:
        term: Figures of an indicator for a window.
        rate: Share of the window's reports of an indicator that have come.
        size: How many bodies there are.
    """

    term: Callable[[Term, Spell], Figures]
    rate: Callable[[Term, Spell], Figures]
    size: int

    def of(self, node: Node, *, spell: Spell) -> Figures:
        """Return what a part of a formula comes to."""
        match node:
            case Number(value=value):
                return self._plain(Fraction(value))
            case Counted(count=count):
                number = spell.count(count)
                return self._plain(None if number is None else Fraction(number))
            case Term():
                return self.term(node, spell)
            case Rate(of=term):
                return self.rate(term, spell)
            case Moved(of=one, shift=shift, times=times):
                return self.of(one, spell=spell.moved(shift, times=times))
            case Chosen(of=several, pick=pick):
                return _chosen([self.of(one, spell=spell) for one in several], pick)
            case Either(test=test, yes=yes, no=no):
                return _either(self.of(test, spell=spell), self.of(yes, spell=spell), self.of(no, spell=spell))
            case Pair(sign=sign, left=left, right=right) if sign in SUMS:
                return _total((self.of(left, spell=spell), self.of(right, spell=spell)), signs=(1, 1 if sign == "+" else -1))
            case Pair(sign=sign, left=left, right=right) if sign in COMPARISONS or sign in JOINTS:
                return _condition(sign, self.of(left, spell=spell), self.of(right, spell=spell))
            case Pair():
                return _product(node, self.of(node.left, spell=spell), self.of(node.right, spell=spell))

    def _plain(self, number: Fraction | None) -> Figures:
        value = np.full(self.size, np.nan if number is None else float(number.numerator))
        mark, na, tags = np.zeros(self.size, np.int8), np.zeros(self.size, bool), np.zeros(self.size, np.uint8)
        return Figures(value, mark, na, tags, Fraction(1, number.denominator if number is not None else 1))


def _alike(sides: Sequence[Figures]) -> tuple[list[Array], Fraction, Fraction | None]:
    """Return the values in one scale, that scale, and the measure of the first; plain numbers take that measure."""
    factor = next((one.factor for one in sides if one.factor is not None), None)
    scales = [one.scale * (factor or 1) if one.is_plain else one.scale for one in sides]
    scale = min(scales)
    return [one.value * float(each / scale) for one, each in zip(sides, scales, strict=True)], scale, factor


def _total(sides: Sequence[Figures], *, signs: Sequence[int]) -> Figures:
    """Return a sum or difference; what does not apply counts nothing.

    Raises:
        TooLarge: Whole steps reach 2^53.
    """
    values, scale, factor = _alike(sides)
    known = np.logical_and.reduce([one.known | one.na for one in sides])
    na = _all_na(sides)
    counted = [np.where(one.na, 0.0, value) * sign for one, value, sign in zip(sides, values, signs, strict=True)]
    value = np.where(known & ~na, reduce(np.add, counted), np.nan)
    exact = all(one.exact or one.is_plain for one in sides) and factor is not None
    if exact and (np.abs(np.nan_to_num(value)) >= EXACT_BELOW).any():
        raise TooLarge("a formula's sum reaches 2^53 steps")
    return Figures(value, _worst(sides), na, _tags(sides), scale, factor, exact, _reports(sides))


def _all_na(sides: Sequence[Figures]) -> Mask:
    measured = [one.na for one in sides if not one.is_plain]
    return np.logical_and.reduce(measured) if measured else sides[0].na


def _worst(sides: Iterable[Figures]) -> Small:
    worst: Small = np.maximum.reduce([one.mark for one in sides])
    return worst


def _tags(sides: Iterable[Figures]) -> Tags:
    together: Tags = np.bitwise_or.reduce([flowing(one.tags, known=one.known) for one in sides])
    return together


def _reports(sides: Iterable[Figures]) -> Reports | None:
    """Return how many parts reported of the side of which the fewest did."""
    best: Reports | None = None
    for told in (one.reports for one in sides if one.reports is not None):
        fewer = None if best is None else told[0] < best[0]
        best = told if best is None or fewer is None else (np.where(fewer, told[0], best[0]), np.where(fewer, told[1], best[1]))
    return best


def _product(node: Pair, left: Figures, right: Figures) -> Figures:
    """Return a product or quotient; a literal power of ten only says in which measure it is meant, and 0 divides nothing."""
    times = node.sign == "*"
    both_plain = left.is_plain and right.is_plain
    (top, top_scale), (bottom, bottom_scale) = _literal(node.left, left, both_plain), _literal(node.right, right, both_plain)
    na = (left.na | right.na) if not both_plain else left.na
    with np.errstate(divide="ignore", invalid="ignore"):
        value = top.value * bottom.value if times else np.where(bottom.value == 0, np.nan, top.value / bottom.value)
    value = np.where(na, np.nan, value)
    scale = top.scale * bottom.scale if times else top.scale / bottom.scale
    factor = None if both_plain else _factor(left, right, times) / (top_scale * (bottom_scale if times else 1 / bottom_scale))
    exact = times and (left.exact or right.exact) and (left.is_plain or right.is_plain)
    return Figures(value, _worst((left, right)), na, _tags((left, right)), scale, factor, exact, _reports((left, right)))


def _factor(left: Figures, right: Figures, times: bool) -> Fraction:
    other = right.factor if right.factor is not None else Fraction(1)
    return (left.factor if left.factor is not None else Fraction(1)) * (other if times else 1 / other)


def _literal(node: Node, side: Figures, both_plain: bool) -> tuple[Figures, Fraction]:
    """Return a side of a product, and the power of ten that it says the measure with: its value is then 1."""
    if both_plain or not isinstance(node, Number) or not power_of_ten(node.value):
        return side, Fraction(1)
    return Figures(np.ones_like(side.value), side.mark, side.na, side.tags), Fraction(node.value)


def _condition(sign: str, left: Figures, right: Figures) -> Figures:
    """Return 1 where a condition holds, 0 where it does not; unknown where a side is."""
    na = left.na | right.na
    if sign in JOINTS:
        held = np.minimum(left.value, right.value) if sign == "va" else np.maximum(left.value, right.value)
    else:
        values, _, _ = _alike((left, right))
        held = np.where(left.known & right.known, COMPARE[sign](*values), np.nan)
    return Figures(np.where(na, np.nan, held), _worst((left, right)), na, _tags((left, right)), reports=left.reports)


def _either(test: Figures, yes: Figures, no: Figures) -> Figures:
    """Return the one where a condition holds, the other where it does not."""
    values, scale, factor = _alike((yes, no))
    held = test.value == 1
    value = np.where(test.known, np.where(held, *values), np.nan)
    na = test.na | (test.known & np.where(held, yes.na, no.na))
    mark = np.where(test.known, np.maximum(test.mark, np.where(held, yes.mark, no.mark)), test.mark)
    tags = flowing(test.tags, known=test.known) | np.where(held, yes.tags, no.tags)
    return Figures(value, mark, na, tags, scale, factor, yes.exact and no.exact, _reports((test, yes, no)))


def _chosen(sides: Sequence[Figures], pick: Pick) -> Figures:
    """Return the least or the most of several, or the first that is known."""
    values, scale, factor = _alike(sides)
    exact = all(one.exact for one in sides)
    if pick is Pick.FIRST_KNOWN:
        value, mark, tags = values[0], sides[0].mark, sides[0].tags
        for one, other in zip(sides[1:], values[1:], strict=True):
            gap = np.isnan(value)
            value, tags = np.where(gap, other, value), np.where(gap, one.tags, tags)
            mark = np.where(gap, np.where(one.known, one.mark, np.maximum(mark, one.mark)), mark)
        na = np.logical_and.reduce([one.na for one in sides])
        return Figures(value, mark, na, tags, scale, factor, exact, _reports(sides))
    known, na = np.logical_and.reduce([one.known | one.na for one in sides]), _all_na(sides)
    ends = np.fmin if pick is Pick.LEAST else np.fmax
    value = np.where(known & ~na, reduce(ends, values), np.nan)
    return Figures(value, _worst(sides), na, _tags(sides), scale, factor, exact, _reports(sides))


def in_steps(found: Figures, *, indicator: Indicator) -> Array:
    """Return the values of a whole formula in steps of the indicator that it defines."""
    own = found.scale if not found.is_plain else found.scale * kind_of(indicator.measure).factor
    return found.value * float(own / scale_of_step(indicator.step))


def is_lost(found: Figures) -> Mask:
    """Where something that the formula needs was known but could not be carried."""
    lost: Mask = ~found.known & ~found.na & (found.mark == Mark.NOT_COMPARABLE)
    return lost
