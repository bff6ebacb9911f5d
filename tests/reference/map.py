"""How figures pass from one map to the next, all bodies of a map at once, as a dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from giaoban.catalogue import Indicator, OverBodies
from giaoban.engine.frame import Step
from tests.reference.number import APPORTIONED, NOT_APPLICABLE, UNKNOWN, Number, marked, never, shared, total, worst

Figures = dict[int, Number]


class Passing:
    """Carries the figures of one series over changes of the map.

    Args:
        indicator: Says whether parts add up, on which basis they are parted, and what silence means.
    """

    def __init__(self, indicator: Indicator) -> None:
        self.adds = indicator.over_bodies is OverBodies.SUM
        self.silent = indicator.absence.value == "nothing"
        self.basis = indicator.basis

    def parts(self, figures: Figures, step: Step, before: int) -> list[Number]:
        """What each link that leaves a body takes of its figure."""
        links, one = step.leaving[before], figures.get(before, UNKNOWN)
        shares = [None if (said := link.share(self.basis)) is None else Fraction(str(said)) for link in links]
        taken = shared(one.counted, shares)
        found = []
        for link, share, part in zip(links, shares, taken, strict=True):
            if not one.known or link.full:
                found.append(one)
            elif share is None:
                found.append(Number(mark=2))
            else:
                found.append(marked(Number(part), max(one.mark, APPORTIONED)))
        return found

    def forward(self, figures: Figures, step: Step, *, weights: Passing | None = None, weighing: Figures | None = None) -> Figures:
        """The figures on the map after the step; weighted means with their weights, where these are given."""
        after: Figures = {body: one for body, one in figures.items() if body not in step.leaving and body not in step.arriving}
        for body, links in step.arriving.items():
            sides = [figures.get(link.before, UNKNOWN) for link in links]
            if len(links) == 1 and links[0].full:
                after[body] = sides[0]
            elif self.adds:
                after[body] = total([self.parts(figures, step, link.before)[link.place] for link in links], silent=self.silent)
            elif weights is not None and weighing is not None:
                after[body] = weighed(sides, [weights.parts(weighing, step, link.before)[link.place] for link in links], weights.silent)
            else:
                after[body] = never(sides)
        return after

    def back(self, figures: Figures, step: Step) -> Figures:
        """The figures on the map before the step: ground goes back whole, or not at all."""
        before: Figures = {body: one for body, one in figures.items() if body not in step.leaving and body not in step.arriving}
        for body, links in step.leaving.items():
            heirs = sorted({link.after for link in links})
            sides = [figures.get(heir, UNKNOWN) for heir in heirs]
            whole = all(origin.before == body for heir in heirs for origin in step.arriving[heir])
            if whole and len(heirs) == 1:
                before[body] = sides[0]
            else:
                before[body] = total(sides, silent=self.silent) if whole and self.adds else never(sides)
        return before


def weighed(sides: list[Number], weights: list[Number], silent: bool) -> Number:
    """A weighted mean of what flows in: value times weight and weight apart, divided at the end."""
    if all(one.na for one in sides):
        return NOT_APPLICABLE
    together = total(weights, silent=silent)
    mark = max(together.mark, worst(sides))
    if all(one.known for one in sides) and all(one.settled for one in weights):
        bottom = sum((one.counted for one in weights), Fraction(0))
        if bottom > 0:
            top = sum((one.counted * weight.counted for one, weight in zip(sides, weights, strict=True)), Fraction(0))
            return Number(top / bottom, mark)
    return Number(mark=2) if any(one.known for one in sides) and mark == 2 else UNKNOWN


def ended(home: Figures, *, steps: tuple[Step, ...], standing: Mapping[int, bool], passing: Passing, flow: bool, level: bool) -> Figures:
    """The figures of a period with those of bodies that ended inside it, added to those of their heirs."""
    came: Figures = dict.fromkeys(standing, NOT_APPLICABLE)
    told: set[int] = set()

    def both(body: int) -> Number:
        one, own = came.get(body, NOT_APPLICABLE), home.get(body, UNKNOWN)
        if flow and passing.adds:
            return total([one, own], silent=passing.silent)
        return one if level and not own.settled and not one.na else own

    for step in steps:
        gone = [body for body in step.leaving if not standing[body]]
        leaving = {body: both(body) if body in gone else came.get(body, NOT_APPLICABLE) for body in step.leaving}
        told |= {body for body in gone if home.get(body, UNKNOWN).settled}
        arriving = {body for body, links in step.arriving.items() if any(link.before in told for link in links)}
        told -= step.arriving.keys() - arriving
        told |= arriving
        came = passing.forward({**came, **leaving}, step)
    found = dict(home)
    for body in told:
        if standing[body] and not (came.get(body, NOT_APPLICABLE).na and home.get(body, UNKNOWN).settled):
            found[body] = both(body)
    return found
