"""In which measure does a formula come out, and do the measures that meet in it fit together?

Tỷ đồng and triệu đồng are one thing and are converted; tỷ đồng and cây are two and are refused. A product multiplies
measures, a quotient divides them. A literal 10, 100, 1.000 … in a product says in which measure the result is meant
("× 100 %", "× 1.000 dân"): it is checked against the indicator's own measure and changes no value. A plain number
beside a sum, comparison or choice is in the measure of what it meets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from giaoban.catalogue.formula.tree import Chosen, Counted, Either, Formula, Moved, Node, Number, Pair, Rate, Term
from giaoban.values import Measure, Said, vietnamese
from giaoban.values.measure import MULTIPLIERS, SCALED

PER = re.compile(r"([0-9][0-9.,]*) (.+)")
RATIOS = {"%": Fraction(1, 100), "điểm %": Fraction(1, 100), "lần": Fraction(1), "hệ số": Fraction(1)}  # of nothing but a number
PEOPLE = {"dân": "người", "nhân khẩu": "người", "khẩu": "người", "đầu người": "người"}
SPELLS = frozenset({"năm", "quý", "tháng", "tuần", "ngày"})  # "đồng/người/năm": of a flow, the window itself
SUMS, PRODUCTS, COMPARISONS, JOINTS = ("+", "-"), ("*", "/"), ("<", "<=", ">", ">=", "=", "<>"), ("va", "hoac")

Dimension = Mapping[str, int]


class Clash(ValueError):
    """Measures that meet in a formula do not fit.

    Args:
        at: Character of the formula.
        why: What does not fit, in both languages.
    """

    def __init__(self, at: int, why: Said) -> None:
        super().__init__(why.en)
        self.at, self.why = at, why


@dataclass(frozen=True, slots=True)
class Kind:
    """What a part of a formula is a number of.

    Args:
        words: The measure as one would say it.
        dimension: Exponents of what is counted; None for a plain number, which takes the measure of what it meets.
        factor: How many of the dimension one of the measure is.
        is_scaled: Whether a literal power of ten says in which measure it is meant.
        is_condition: Whether it is no number but holds or does not.
    """

    words: str = ""
    dimension: Dimension | None = None
    factor: Fraction = Fraction(1)
    is_scaled: bool = False
    is_condition: bool = field(default=False, kw_only=True)


PLAIN = Kind()
CONDITION = Kind(is_condition=True)
SHARE = Kind("lần", {})


@lru_cache(maxsize=512)
def kind_of(measure: Measure) -> Kind:
    """Return what a number in the measure is a number of, with what is said per person, per 1.000 dân and so on taken apart.

    Example:
        >>> found = kind_of(Measure.named("triệu đồng/nghìn dân"))
        >>> dict(found.dimension), found.factor
        ({'đồng': 1, 'người': -1}, Fraction(1000, 1))
    """
    noun, *_ = measure.dimension.split("/")
    factor, exponents = Fraction(measure.factor), Counter[str]()
    if noun in RATIOS:
        factor *= RATIOS[noun]
    else:
        exponents[PEOPLE.get(noun, noun)] += 1
    for per in measure.label.split("/")[1:]:
        many, one = _per(per)
        factor /= many
        exponents[one] -= 1
    return Kind(measure.label, {one: times for one, times in exponents.items() if times}, factor)


def _per(words: str) -> tuple[Fraction, str]:
    """Return how many of what stand after a stroke: "1.000 dân" is a thousand people."""
    many = Fraction(1)
    if found := PER.fullmatch(words):
        try:
            many, words = Fraction(vietnamese.read_number(found[1])), found[2]
        except vietnamese.NotANumber:
            return many, words
    while leading := next((name for name in MULTIPLIERS if words.startswith(f"{name} ")), ""):
        many, words = many * Fraction(MULTIPLIERS[leading]), words[len(leading) + 1 :]
    noun, scale = SCALED.get(words, (words, Decimal(1)))
    return many * Fraction(scale), PEOPLE.get(noun, noun)


def power_of_ten(value: Decimal) -> bool:
    """Whether a literal says in which measure something is meant: 10, 100, 1.000 and so on."""
    return value >= 10 and value.normalize().as_tuple().digits == (1,)


def fit(formula: Formula, *, measure: Measure, measure_of: Callable[[Term], Measure]) -> None:
    """See that the formula comes out in the measure.

    Args:
        measure_of: Measure of a term.

    Raises:
        Clash: Two measures do not fit, a condition stands for a number, or the result is in another measure.
    """
    found, wanted = _Measuring(measure_of).kind(formula.root), kind_of(measure)
    if found.is_condition:
        raise Clash(1, Said("là một điều kiện, không phải một số", "it is a condition, not a number"))
    if found.dimension is None:
        return
    if _without_spells(found.dimension) != _without_spells(wanted.dimension or {}):
        vi = f"cho ra {found.words}, không phải {measure.label}"
        raise Clash(1, Said(vi, f"it comes out in {found.words}, not in {measure.label}"))
    if found.is_scaled and found.factor != wanted.factor:
        times = vietnamese.write_number(_decimal(found.factor / wanted.factor))
        vi = f"cho ra {found.words}, chỉ tiêu ghi {measure.label}: nhân thêm với {times}, hoặc bỏ các số 10, 100, 1.000 … để tự đổi đơn vị"
        en = f"it comes out in {found.words}, the indicator says {measure.label}: multiply by {times}, or leave out 10, 100, 1.000 …"
        raise Clash(1, Said(vi, en))


def _without_spells(dimension: Dimension) -> dict[str, int]:
    return {one: times for one, times in dimension.items() if one not in SPELLS}


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


@dataclass(frozen=True)
class _Measuring:
    """Says of every node in which measure it is."""

    measure_of: Callable[[Term], Measure]

    def kind(self, node: Node) -> Kind:
        match node:
            case Number() | Counted():
                return PLAIN
            case Rate():
                return SHARE
            case Term():
                return kind_of(self.measure_of(node))
            case Moved(of=one):
                return self.number(one)
            case Chosen(of=several, at=at):
                return self.alike(several, at)
            case Either(test=test, yes=yes, no=no, at=at):
                self.condition(test)
                return self.alike((yes, no), at)
            case Pair(sign=sign, left=left, right=right, at=at) if sign in SUMS:
                return self.alike((left, right), at)
            case Pair(sign=sign, left=left, right=right, at=at) if sign in COMPARISONS:
                self.alike((left, right), at)
                return CONDITION
            case Pair(sign=sign, left=left, right=right) if sign in JOINTS:
                self.condition(left)
                self.condition(right)
                return CONDITION
            case Pair():
                return self.product(node)

    def number(self, node: Node) -> Kind:
        found = self.kind(node)
        if found.is_condition:
            raise Clash(node.at, Said("cần một số, gặp một điều kiện", "a number is needed, a condition stands there"))
        return found

    def condition(self, node: Node) -> None:
        if not self.kind(node).is_condition:
            raise Clash(node.at, Said("cần một điều kiện, ví dụ {a} > {b}", "a condition is needed, for instance {a} > {b}"))

    def alike(self, nodes: tuple[Node, ...], at: int) -> Kind:
        """Return the measure of values that are added, compared or chosen from: one for all of them."""
        found = [kind for kind in map(self.number, nodes) if kind.dimension is not None]
        if not found:
            return PLAIN
        first = found[0]
        for other in found[1:]:
            if other.dimension != first.dimension:
                vi = f"{first.words} và {other.words} không cùng loại, không cộng, trừ, so sánh hay chọn với nhau được"
                raise Clash(
                    at, Said(vi, f"{first.words} and {other.words} are not of one kind and cannot be added, compared or chosen from")
                )
        return Kind(first.words, first.dimension, first.factor, any(kind.is_scaled for kind in found))

    def product(self, node: Pair) -> Kind:
        left, right = self.number(node.left), self.number(node.right)
        scale = scale_of(node)
        if left.dimension is None and right.dimension is None:
            return PLAIN
        sign = 1 if node.sign == "*" else -1
        exponents = Counter(dict(left.dimension or {}))
        for one, times in (right.dimension or {}).items():
            exponents[one] += sign * times
        factor = left.factor * right.factor**sign / scale
        dimension = {one: times for one, times in exponents.items() if times}
        return Kind(_words(left, right, node, scale), dimension, factor, left.is_scaled or right.is_scaled or scale != 1)


def scale_of(node: Pair) -> Fraction:
    """Return what a literal power of ten on either side of a product multiplies the printed number by."""
    scale = Fraction(1)
    if isinstance(node.left, Number) and power_of_ten(node.left.value):
        scale *= Fraction(node.left.value)
    if isinstance(node.right, Number) and power_of_ten(node.right.value):
        scale *= Fraction(node.right.value) if node.sign == "*" else 1 / Fraction(node.right.value)
    return scale


def _words(left: Kind, right: Kind, node: Pair, scale: Fraction) -> str:
    """Return how one would say the measure of a product."""
    said = left.words if right.dimension is None else right.words if left.dimension is None and node.sign == "*" else ""
    if not said:
        stroke = "·" if node.sign == "*" else "/"
        said = f"{left.words or '1'}{stroke}{right.words}"
    return said if scale == 1 else f"{said} (× {vietnamese.write_number(_decimal(scale))})"
