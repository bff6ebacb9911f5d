"""What truly happened in the made case: an amount for each series, place and window, before anybody reports it.

Every amount follows from the seed and its own name alone, in whole numbers,
so that the same question has the same answer in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from giaoban.cases.tinh_mau.dice import around, below, dice
from giaoban.cases.tinh_mau.series import Series
from giaoban.cases.tinh_mau.usual import THOUSAND, Amounts, Usual
from giaoban.catalogue.indicator import Direction, OverBodies

FEW = 50  # below so many grains chance is large
WEAK, SOFT = 50, 20  # of a thousand series in a year, how many go badly, and how many exceed a low plan by far
Stories = Mapping[tuple[str, str, str], int]
ANY_FLOW = "*"  # stands for every flow in a story that has no other
Draw = Callable[[str, int, Random], int]


class World:
    """The truth behind the reports.

    Args:
        sums: Series whose figure for a place is the exact sum of its parts: the place and its parts, by id.
        stories: How well it goes, in thousandths of the usual, by series, place and quarter or year ("2026-Q1", "2026").
    """

    def __init__(self, usual: Usual, *, sums: Mapping[str, tuple[str, tuple[str, ...]]], stories: Stories) -> None:
        self.usual, self.sums, self.stories = usual, sums, stories
        self._told: dict[str, list[str]] = {}
        for series, place in sorted({(series, place) for series, place, _ in stories}):
            self._told.setdefault(series, []).append(place)
        self._luck: dict[tuple[str, int], Amounts] = {}

    def forget(self, *, before: int) -> None:
        """Drop the years before one; they would be worked out again if asked for."""
        self.usual.forget(before=before)
        self._luck = {key: found for key, found in self._luck.items() if key[1] >= before}

    def amounts(self, one: Series, *, first: int, last: int) -> Amounts:
        """Return the amount of each place that stands and to which the series applies, in steps.

        Args:
            first: Running number of the window's first month.
            last: Running number of its last month, inclusive; a stock or rate is that of this month.
        """
        rng = dice(self.usual.seed, "amount", one.id, first, last)
        draw = self._flow(one, first, last) if one.flow else self._level(one, last)
        luck = self._lucks(one, first, last)
        found = {
            place.id: draw(place.id, luck[place.id], rng)
            for place in self.usual.places
            if place.stands(first, last=last) and one.applies_to(place, month=last)
        }
        whole, parts = self.sums.get(one.id, ("", ()))
        if whole in found:
            found[whole] = sum(found[part] for part in parts)
        return found

    def to_date(self, one: Series, *, last: int) -> Amounts:
        """Return the year so far at the end of a month: of a flow the sum of its own periods, else the level then."""
        every = one.indicator.frequency.months
        if not one.flow:
            return self.amounts(one, first=last - every + 1, last=last)
        total: Amounts = {}
        for first in range(last - last % 12, last + 1, every):
            for id, steps in self.amounts(one, first=first, last=first + every - 1).items():
                total[id] = total.get(id, 0) + steps
        return total

    def _lucks(self, one: Series, first: int, last: int) -> Amounts:
        year = last // 12
        if (one.id, year) not in self._luck:
            rng = dice(self.usual.seed, "luck", one.id, year)
            self._luck[one.id, year] = {place.id: _luck(rng, one) for place in self.usual.places}
        lucks = self._luck[one.id, year]
        names = (str(year), f"{year}-Q{last % 12 // 3 + 1}") if last - first < 3 else (str(year),)
        told = {
            id: self.stories[series, id, name]
            for series in ((ANY_FLOW, one.id) if one.flow else (one.id,))
            for name in names
            for id in self._told.get(series, ())
            if (series, id, name) in self.stories
        }
        return {**lucks, **told} if told else lucks

    def _flow(self, one: Series, first: int, last: int) -> Draw:
        usual = self.usual.of(one, year=last // 12)
        part, whole = sum(one.season[first % 12 : last % 12 + 1]), sum(one.season)
        over = THOUSAND**3 * whole * one.grain

        def draw(id: str, luck: int, rng: Random) -> int:
            amount = usual[id] * part
            noise = around(rng, reach=60 if amount > FEW * THOUSAND * one.grain * whole else 250)
            return (amount * luck * noise + below(rng, count=over)) // over * one.grain

        return self._part_of_flow(one, first, last, draw) if one.share_of else draw

    def _part_of_flow(self, one: Series, first: int, last: int, alone: Draw) -> Draw:
        """Return a draw that never exceeds what the whole is in the same window."""
        whole = self.usual.series[one.share_of]
        if not whole.flow or whole.indicator.frequency is not one.indicator.frequency:
            return alone
        wholes, usual = self.amounts(whole, first=first, last=last), self.usual.of(one, year=last // 12)
        usual_wholes, over = self.usual.of(whole, year=last // 12), THOUSAND * one.grain

        def draw(id: str, luck: int, rng: Random) -> int:
            if id not in wholes:
                return alone(id, luck, rng)
            amount = wholes[id] * usual[id] * luck // max(1, usual_wholes[id])
            return min((amount + below(rng, count=over)) // over * one.grain, wholes[id] - wholes[id] // 125)

        return draw

    def _level(self, one: Series, last: int) -> Draw:
        year, month = divmod(last, 12)
        now, then = self.usual.of(one, year=year), self.usual.of(one, year=year + 1)
        reach = 0 if one.indicator.over_bodies is OverBodies.COUNT else 14 if one.rate else 3
        over, rounding = THOUSAND * one.grain, dice(self.usual.seed, "rounding", one.id)
        # A place always rounds the same way, so that the few of a small place do not flicker.
        rest = {place.id: below(rounding, count=over) for place in self.usual.places}

        def draw(id: str, luck: int, rng: Random) -> int:
            level = now[id] + (then[id] - now[id]) * (month + 1) // 12
            noise = THOUSAND - below(rng, count=reach + 1)
            steps = (level * luck * noise // THOUSAND**2 + rest[id]) // over * one.grain
            return steps if one.top is None else min(steps, one.top)

        return draw


def _luck(rng: Random, one: Series) -> int:
    """Return how a place does in a year, in thousandths of the usual; of a level it moves little, and a head count not at all."""
    kind, usual, far = below(rng, count=THOUSAND), 960 + below(rng, count=130), below(rng, count=250)
    luck = 600 + far if kind < WEAK else usual
    if one.flow:
        return 1550 + 2 * far if kind >= THOUSAND - SOFT and not (one.money or one.share_of) else luck
    if one.indicator.over_bodies is OverBodies.COUNT or one.indicator.direction is Direction.NONE:
        return THOUSAND
    return THOUSAND + (luck - THOUSAND) // (8 if one.rate or one.share_of else 4)
