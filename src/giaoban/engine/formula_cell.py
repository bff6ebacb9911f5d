"""What a formula comes to for one body, with the entries behind it and, where it comes to nothing, why.

The rules of `formula_board`, one cell at a time: of a choice only what was chosen is a reason for the number.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from giaoban.catalogue import Window
from giaoban.catalogue.formula.measuring import COMPARISONS, JOINTS, SUMS, power_of_ten
from giaoban.catalogue.formula.tree import Chosen, Counted, Either, Moved, Node, Number, Pair, Pick, Rate, Spell, Term, walk
from giaoban.engine.answer import NOT_APPLICABLE, Answer

COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
    "va": lambda one, other: bool(one and other), "hoac": lambda one, other: bool(one or other),
}  # fmt: skip
NO_SUCH_WINDOW = "kỳ này không có kỳ trước hoặc số thứ tự trong năm"


@dataclass(frozen=True, slots=True)
class Found:
    """A value on its way through a formula.

    Args:
        answer: The value, in whole steps or what became of them, and why.
        scale: Times this it is in the dimension's own measure.
        factor: How many of the dimension one of the printed measure is; None for a plain number.
        why_none: Why there is no number, in sentences; empty where a term is missing.
    """

    answer: Answer
    scale: Fraction = Fraction(1)
    factor: Fraction | None = None
    why_none: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether it is a number of nothing."""
        return self.factor is None

    @property
    def value(self) -> float | None:
        """The number; None where there is none."""
        return self.answer.value


@dataclass(frozen=True, slots=True)
class Seen:
    """A term of a formula as it was looked up (thành phần của công thức).

    Args:
        window: The window it was looked up for; None where there is none so far back.
    """

    term: Term
    window: Window | None
    answer: Answer


@dataclass
class Worked:
    """Works out one formula of one cell.

    Args:
        term: Figure of an indicator for a window, in steps, with the scale of a step and of its measure.
        rate: Share of the window's reports of an indicator that have come.
        seen: Every term that was looked up, in order.
    """

    term: Callable[[Term, Spell], Found]
    rate: Callable[[Term, Spell], Found]
    seen: list[Seen] = field(default_factory=list)

    def of(self, node: Node, *, spell: Spell) -> Found:
        """Return what a part of a formula comes to."""
        match node:
            case Number(value=value):
                return _plain(Fraction(value))
            case Counted(count=count):
                number = spell.count(count)
                return Found(Answer(None), why_none=(NO_SUCH_WINDOW,)) if number is None else _plain(Fraction(number))
            case Term():
                found = self.term(node, spell)
                self.seen.append(Seen(node, spell.spoken, found.answer))
                return found if spell.window else replace(found, why_none=(NO_SUCH_WINDOW,))
            case Rate(of=term):
                return self.rate(term, spell)
            case Moved(of=one, shift=shift, times=times):
                return self.of(one, spell=spell.moved(shift, times=times))
            case Chosen(of=several, pick=pick):
                return _chosen([self.of(one, spell=spell) for one in several], pick)
            case Either(test=test, yes=yes, no=no):
                return _either(self.of(test, spell=spell), self.of(yes, spell=spell), self.of(no, spell=spell))
            case Pair(sign=sign, left=left, right=right) if sign in SUMS:
                return _total((self.of(left, spell=spell), self.of(right, spell=spell)), 1 if sign == "+" else -1)
            case Pair(sign=sign, left=left, right=right) if sign in COMPARISONS or sign in JOINTS:
                return _condition(sign, self.of(left, spell=spell), self.of(right, spell=spell))
            case Pair():
                return _product(node, self.of(node.left, spell=spell), self.of(node.right, spell=spell))


def _plain(number: Fraction) -> Found:
    return Found(Answer(float(number.numerator)), Fraction(1, number.denominator))


def _alike(sides: Sequence[Found]) -> tuple[list[float | None], Fraction, Fraction | None]:
    factor = next((one.factor for one in sides if one.factor is not None), None)
    scales = [one.scale * (factor or 1) if one.is_plain else one.scale for one in sides]
    scale = min(scales)
    values = [None if one.value is None else one.value * float(each / scale) for one, each in zip(sides, scales, strict=True)]
    return values, scale, factor


def _together(sides: Sequence[Found], value: float | None) -> Answer:
    """Return a value that rests on all of the sides; what they lack where there is none."""
    because = tuple(use for one in sides for use in one.answer.because)
    lacking = () if value is not None else tuple(gap for one in sides for gap in one.answer.lacking)
    return Answer(value, because, lacking, max(one.answer.mark for one in sides))


def _why(sides: Sequence[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said for one in sides if not one.answer.settled for said in one.why_none))


def _do_not_apply(sides: Sequence[Found]) -> bool:
    """Whether nothing that is measured applies."""
    measured = [one for one in sides if not one.is_plain]
    return bool(measured) and all(one.answer.na for one in measured)


def _total(sides: Sequence[Found], sign: int) -> Found:
    values, scale, factor = _alike(sides)
    if _do_not_apply(sides):
        return Found(NOT_APPLICABLE, scale, factor)
    known = all(one.answer.settled for one in sides)
    value = (values[0] or 0.0) + sign * (values[1] or 0.0) if known else None
    return Found(_together(sides, value), scale, factor, () if known else _why(sides))


def _product(node: Pair, left: Found, right: Found) -> Found:
    times, both_plain = node.sign == "*", left.is_plain and right.is_plain
    (top, top_scale), (bottom, bottom_scale) = _literal(node.left, left, both_plain), _literal(node.right, right, both_plain)
    scale = top.scale * bottom.scale if times else top.scale / bottom.scale
    factor = None
    if not both_plain:
        one, other = left.factor or Fraction(1), right.factor or Fraction(1)
        factor = (one * other if times else one / other) / (top_scale * bottom_scale if times else top_scale / bottom_scale)
    if left.answer.na or right.answer.na:
        return Found(NOT_APPLICABLE, scale, factor)
    if top.value is None or bottom.value is None:
        return Found(_together((left, right), None), scale, factor, _why((left, right)))
    if not times and bottom.value == 0:
        return Found(_together((left, right), None), scale, factor, (f"mẫu số bằng 0: {_named(node.right)}",))
    value = top.value * bottom.value if times else top.value / bottom.value
    return Found(_together((left, right), value), scale, factor)


def _named(node: Node) -> str:
    """Return how a sentence names a divisor: by the indicators in it."""
    return ", ".join(dict.fromkeys(one.words for one in walk(node) if isinstance(one, Term))) or "0"


def _literal(node: Node, side: Found, both_plain: bool) -> tuple[Found, Fraction]:
    if both_plain or not isinstance(node, Number) or not power_of_ten(node.value):
        return side, Fraction(1)
    return Found(Answer(1.0)), Fraction(node.value)


def _condition(sign: str, left: Found, right: Found) -> Found:
    if left.answer.na or right.answer.na:
        return Found(NOT_APPLICABLE)
    first, second = (left.value, right.value) if sign in JOINTS else _alike((left, right))[0]
    if first is None or second is None:
        return Found(_together((left, right), None), why_none=_why((left, right)))
    return Found(_together((left, right), float(COMPARE[sign](first, second))))


def _either(test: Found, yes: Found, no: Found) -> Found:
    values, scale, factor = _alike((yes, no))
    if test.answer.na:
        return Found(NOT_APPLICABLE, scale, factor)
    if test.value is None:
        return Found(test.answer, scale, factor, test.why_none)
    one, value = (yes, values[0]) if test.value else (no, values[1])
    if one.answer.na:
        return Found(NOT_APPLICABLE, scale, factor)
    return Found(_together((test, one), value), scale, factor, one.why_none)


def _chosen(sides: Sequence[Found], pick: Pick) -> Found:
    values, scale, factor = _alike(sides)
    if pick is Pick.FIRST_KNOWN:
        for one, value in zip(sides, values, strict=True):
            if value is not None:
                return Found(replace(one.answer, value=value), scale, factor)
        if all(one.answer.na for one in sides):
            return Found(NOT_APPLICABLE, scale, factor)
        return Found(_together(sides, None), scale, factor, _why(sides))
    if _do_not_apply(sides):
        return Found(NOT_APPLICABLE, scale, factor)
    if not all(one.answer.settled for one in sides):
        return Found(_together(sides, None), scale, factor, _why(sides))
    known = [value for value in values if value is not None]
    return Found(_together(sides, min(known) if pick is Pick.LEAST else max(known)), scale, factor)


def steps_of(found: Found, *, step: Fraction, measure: Fraction) -> float | None:
    """Return the value of a whole formula in steps.

    Args:
        step: How many of its dimension one step of the indicator is.
        measure: The same of its measure, for a formula that comes to a plain number.
    """
    if found.value is None:
        return None
    own = found.scale * measure if found.is_plain else found.scale
    return found.value * float(own / step)
