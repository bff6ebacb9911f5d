"""What is usual for a place in a year, by its size and what the tables say; a plan is made from it.

It is kept in thousandths of a step, so that a small body has a little of a
small thing and not nothing. Nothing here knows how a year will turn out: that is drawn in `amounts`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from giaoban.cases.tinh_mau.dice import around, below, dice
from giaoban.cases.tinh_mau.place import Place, Role
from giaoban.cases.tinh_mau.series import Series
from giaoban.catalogue.indicator import OverBodies, Own

YEAR = 2021  # the year whose size the tables name
THOUSAND = 1000
MOST = 990  # a part never quite reaches its whole
LACKING = (0, 0, 0, 0, 0, 1, 1, 2, 3, 4)  # criteria that bodies still lacked in that year
Amounts = dict[str, int]


class Usual:
    """The usual amounts of all series and places.

    Args:
        places: Those that later ones are made of first.
        series: By id.
    """

    def __init__(self, seed: int, *, places: Sequence[Place], series: Mapping[str, Series]) -> None:
        self.seed, self.places, self.series = seed, places, series
        self._known: dict[tuple[str, int], Amounts] = {}

    def forget(self, *, before: int) -> None:
        """Drop the years before one; they would be worked out again if asked for."""
        self._known = {key: found for key, found in self._known.items() if key[1] >= before}

    def of(self, one: Series, *, year: int) -> Amounts:
        """Return of a flow the year's amount of each place, of a stock or rate its level at the year's start.

        Returns:
            Thousandths of a step, by id of the place.
        """
        key = (one.id, year)
        if key not in self._known:
            self._known[key] = self._year(one, year)
        return self._known[key]

    def _year(self, one: Series, year: int) -> Amounts:
        rng = dice(self.seed, "own", one.id)
        if one.indicator.over_bodies is OverBodies.COUNT:
            return {place.id: _met(one, rng, year) * THOUSAND for place in self.places}
        wholes = self.of(self.series[one.share_of], year=year) if one.share_of else {}
        yearly = 4 if one.rate else -35 if one.less else 60 if one.flow else 12
        trend, part = max(300, THOUSAND + yearly * (year - YEAR)), share_in(one, year=year)
        reach = 60 if one.rate else 40 if one.share_of and not one.less else 250
        found: Amounts = {}
        for place in self.places:
            factor = around(rng, reach=reach)
            if place.members:
                found[place.id] = _of_members(one, place, found)
            elif one.rate:
                found[place.id] = one.level * factor * trend // THOUSAND
            elif one.share_of:
                found[place.id] = wholes[place.id] * min(part * factor // THOUSAND, MOST) // THOUSAND
            else:
                found[place.id] = one.level * place.weight * factor * trend // THOUSAND**2
        return found if one.top is None else {id: min(level, one.top * THOUSAND) for id, level in found.items()}


def _of_members(one: Series, place: Place, found: Amounts) -> int:
    """Return what is usual for a place that was made of others, or is a part of one."""
    total = sum(found[id] * part for id, part in place.members)
    if one.rate:
        return total // sum(part for _, part in place.members)
    return total // THOUSAND * _above(one, place) // 100


def share_in(one: Series, *, year: int) -> int:
    """Return which part of its whole the series usually is in the year, in thousandths."""
    if one.less:
        return max(1, one.share * max(300, THOUSAND - 40 * (year - YEAR)) // THOUSAND)
    return min(MOST, one.share + (THOUSAND - one.share) * (year - YEAR) // 15)


def _met(one: Series, rng: Random, year: int) -> int:
    """Return how many criteria a place meets; of a yes or no, one in three lacks it."""
    top = one.top or 0
    if top == 1:
        return int(below(rng, count=9) < 4 + (year - YEAR) // 2)
    return max(0, top - max(0, LACKING[below(rng, count=len(LACKING))] - (year - YEAR) // 2))


def _above(one: Series, place: Place) -> int:
    """Return the hundredths of its members' sum that are usual for the place itself."""
    if place.role is not Role.CITY:
        return 100
    if one.indicator.own is Own.PART:
        return 8
    return 100 if one.indicator.parts_make_whole else 180
