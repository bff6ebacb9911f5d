"""A number, or why there is none: unknown, not applicable, or lost where the map changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

EXACT, APPORTIONED, LOST = 0, 1, 2


@dataclass(frozen=True)
class Number:
    """What is known of one cell; `mark` is that of the worst way in which anything came here."""

    value: Fraction | None = None
    mark: int = EXACT
    na: bool = False

    @property
    def known(self) -> bool:
        return self.value is not None

    @property
    def settled(self) -> bool:
        return self.known or self.na

    @property
    def lost(self) -> bool:
        return not self.settled and self.mark == LOST

    @property
    def counted(self) -> Fraction:
        """The value, 0 for what does not apply."""
        return Fraction(0) if self.value is None else self.value


UNKNOWN, NOT_APPLICABLE, GONE = Number(), Number(na=True), Number(mark=LOST)


def first(*found: Number) -> Number:
    """The first that says something; where none does, whether anything was lost."""
    for one in found:
        if one.settled:
            return one
    return Number(mark=LOST) if any(one.lost for one in found) else UNKNOWN


def total(sides: Sequence[Number], *, silent: bool) -> Number:
    """The sum: what does not apply counts nothing, silence only where it means that, and what is lost is lost."""
    if sides and all(one.na for one in sides):
        return NOT_APPLICABLE
    known = [one for one in sides if one.known]
    if any(one.lost for one in sides):
        return GONE
    if not known or (not silent and not all(one.settled for one in sides)):
        return UNKNOWN
    return Number(sum((one.counted for one in known), Fraction(0)), max(one.mark for one in sides))


def never(sides: Sequence[Number]) -> Number:
    """What comes of figures that cannot be put together: nothing, and lost where there was something."""
    if sides and all(one.na for one in sides):
        return NOT_APPLICABLE
    return GONE if any(one.known or one.lost for one in sides) else UNKNOWN


def shared(value: Fraction, shares: Sequence[Fraction | None]) -> list[Fraction | None]:
    """Whole steps for each share; largest remainder, the first of equals, where the shares make the whole."""
    if any(share is None for share in shares) or sum(share for share in shares if share is not None) != 1:
        return [None if share is None else Fraction(round(value * share)) for share in shares]
    exact = [value * share for share in shares if share is not None]
    floors = [Fraction(one.numerator // one.denominator) for one in exact]
    order = sorted(range(len(exact)), key=lambda at: (floors[at] - exact[at], at))
    left = int(value - sum(floors))
    return [floors[at] + (order.index(at) < left) for at in range(len(exact))]


def marked(one: Number, mark: int) -> Number:
    return replace(one, mark=max(one.mark, mark))


def worst(sides: Iterable[Number]) -> int:
    return max((one.mark for one in sides), default=EXACT)
