"""Units of measure (đơn vị tính) and their conversion.

A measure is read from the words that stand in the column "ĐVT": "tỷ đồng",
"triệu đồng/người/năm", "cây", "%". What it counts is its *dimension*; two
measures convert only within one dimension. A percent and a percentage point
are different dimensions: a change of a percentage is said in points.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache

EXACT = Context(prec=200)  # no number that is written has a third of the digits, so nothing is rounded on the way
MULTIPLIERS = {
    "nghìn tỷ": Decimal(10) ** 12,
    "tỷ": Decimal(10) ** 9,
    "triệu": Decimal(10) ** 6,
    "vạn": Decimal(10_000),
    "nghìn": Decimal(1000),
    "trăm": Decimal(100),
}
SPELLINGS = {
    "tỉ": "tỷ", "ngàn": "nghìn", "vnđ": "đồng", "vnd": "đồng", "đ": "đồng", "m2": "m²", "m3": "m³", "km2": "km²", "hecta": "ha",
    "tr": "triệu", "trđ": "triệu đồng", "tr.đ": "triệu đồng", "tr.đồng": "triệu đồng", "%0": "‰",
}  # fmt: skip
PHRASES = {"điểm phần trăm": "điểm %", "phần trăm": "%", "phần nghìn": "‰"}
SCALED = {
    "tấn": ("kg", Decimal(1000)), "tạ": ("kg", Decimal(100)), "yến": ("kg", Decimal(10)), "kg": ("kg", Decimal(1)),
    "km": ("m", Decimal(1000)), "m": ("m", Decimal(1)),
    "ha": ("m²", Decimal(10_000)), "km²": ("m²", Decimal(1_000_000)), "m²": ("m²", Decimal(1)),
    "m³": ("m³", Decimal(1)), "%": ("%", Decimal(1)), "‰": ("%", Decimal("0.1")),
}  # fmt: skip
KNOWN = {word for words in (*MULTIPLIERS, *SPELLINGS, *PHRASES, *SCALED, "đồng") for word in words.split()}
NEVER = set(",;:!?()[]{}<>\"'“”")


class MeasureClash(ValueError):
    """Two measures count different things: tỷ đồng and cây cannot be added or compared."""


class UnknownMeasure(ValueError):
    """The words name no measure."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What one of the printed number is (đơn vị tính).

    Args:
        label: The words as they stand in the column ĐVT, one spelling for one measure.
        dimension: What is counted, in its smallest everyday measure: "đồng", "kg", "cây".
        factor: How many of the dimension one of this measure is: tỷ đồng = 10⁹ đồng.
    """

    label: str
    dimension: str
    factor: Decimal

    def __str__(self) -> str:
        return self.label

    @classmethod
    def named(cls, words: str) -> Measure:
        """Return the measure that the words name.

        Raises:
            UnknownMeasure: The words are empty, or hold a digit or a mark where none belongs.

        Example:
            >>> Measure.named("tỷ đồng").factor == 10**9
            True
            >>> Measure.named("triệu đồng/người/năm").dimension
            'đồng/người/năm'
            >>> Measure.named("TỶ ĐỒNG") == Measure.named("tỉ đồng")
            True
        """
        return _named(unicodedata.normalize("NFC", words))

    def convert(self, value: Decimal, *, to: Measure) -> Decimal:
        """Return `value` of this measure, said in the measure `to`, unrounded.

        Raises:
            MeasureClash: The two count different things.
        """
        if self.dimension != to.dimension:
            raise MeasureClash(f"{self.label} ≠ {to.label}")
        return EXACT.divide(EXACT.multiply(value, self.factor), to.factor)


@lru_cache(maxsize=1024)
def _named(words: str) -> Measure:
    first, *per = (_one_spelling(part) for part in words.split("/"))
    if any(c.isdecimal() for c in first):
        raise UnknownMeasure(words)
    factor, noun = multiplier(first)
    dimension, scale = SCALED.get(noun, (noun, Decimal(1)))
    return Measure("/".join([first, *per]), "/".join([dimension, *per]), factor * scale)


def multiplier(label: str) -> tuple[Decimal, str]:
    """Return how many the leading words of a label say, and what follows them.

    Example:
        >>> multiplier("trăm triệu đồng")
        (Decimal('100000000'), 'đồng')
    """
    times, noun = Decimal(1), label
    while many := next((name for name in MULTIPLIERS if noun.startswith(f"{name} ")), ""):
        times, noun = times * MULTIPLIERS[many], noun[len(many) + 1 :]
    return times, noun


def _one_spelling(words: str) -> str:
    """Return one noun of a measure as it is always written here, whatever its capitals and short forms."""
    tokens = [_small(token) for token in words.replace("ð", "đ").replace("Ð", "Đ").split()]
    said = " ".join(SPELLINGS.get(token, token) for token in tokens)
    said = PHRASES.get(said, said)
    if NEVER & set(said) or not said.isprintable() or not any(c.isalpha() or c in "%‰" for c in said):
        raise UnknownMeasure(words)
    return said


def _small(token: str) -> str:
    """Return a known word and one that only begins with a capital in small letters; "USD" and "kWh" stay."""
    small = token.lower()
    return small if small in KNOWN or (len(token) > 1 and token.istitle()) else token


@dataclass(frozen=True, slots=True)
class Step:
    """The smallest amount in which an indicator is counted: 1 đồng, 0,1 tấn.

    Additive figures are kept as whole numbers of steps, so that sums are exact.

    Args:
        size: How many of `measure` one step is, above zero.
        measure: The measure of `size`.
    """

    size: Decimal
    measure: Measure

    @property
    def factor(self) -> Decimal:
        """One step, in the dimension's smallest everyday measure."""
        return self.size * self.measure.factor

    def count(self, value: Decimal, *, measure: Measure) -> Decimal:
        """Return how many steps `value` of `measure` is; not whole where the value is finer than the step.

        Raises:
            MeasureClash: `measure` counts something else.
        """
        return EXACT.divide(measure.convert(value, to=self.measure), self.size)

    def of(self, steps: int, *, measure: Measure) -> Decimal:
        """Return `steps` said in `measure`, unrounded.

        Example:
            >>> dong, ty = Measure.named("đồng"), Measure.named("tỷ đồng")
            >>> Step(Decimal(1), dong).of(154_300_000_000, measure=ty)
            Decimal('154.3')
        """
        return self.measure.convert(EXACT.multiply(Decimal(steps), self.size), to=measure)
