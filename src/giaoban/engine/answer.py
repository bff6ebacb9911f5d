"""One number and why: the entries it rests on, with their weights, and what it could not do without."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from giaoban.engine.frame import Link, Step
from giaoban.engine.rebase import Mark, portions

Gap = tuple[str, str]  # body and window code


@dataclass(frozen=True, slots=True)
class Use:
    """One entry that a number rests on.

    Args:
        entry: Number of the entry.
        weight: How many times it counts: 1, -1 where it is taken off, a share where it was apportioned.
        role: `numerator`, `denominator`, `weight`, or empty for a plain part.
    """

    entry: int
    weight: float = 1.0
    role: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A number and why (con số và cách tính).

    Args:
        value: In steps; None where it cannot be had.
        because: Entries it rests on; where there is no number, those that are known all the same.
        lacking: What is missing, each as (body, window code); empty where there is a number.
        mark: Worst mark of what flowed in.
        na: Whether the indicator does not apply to the body.
    """

    value: float | None
    because: tuple[Use, ...] = ()
    lacking: tuple[Gap, ...] = ()
    mark: Mark = Mark.EXACT
    na: bool = False

    @property
    def settled(self) -> bool:
        """Whether there is nothing more to look for: a value, or that the indicator does not apply."""
        return self.value is not None or self.na

    @property
    def lost(self) -> bool:
        """Whether something was known that could not be carried."""
        return not self.settled and self.mark is Mark.NOT_COMPARABLE


NOT_APPLICABLE = Answer(None, na=True)


def added(sides: Iterable[Answer], *, silent: bool = False) -> Answer:
    """Return the sum; what does not apply counts nothing, and so does silence where it means that.

    Returns:
        Not applicable where no side applies; no number where a side is lost, or lacking without being silent.
    """
    found = tuple(sides)
    if all(one.na for one in found):
        return NOT_APPLICABLE
    mark = max(one.mark for one in found)
    because = tuple(use for one in found for use in one.because)
    known = [one.value for one in found if one.value is not None]
    missing = any(not one.settled for one in found)
    if not known or any(one.lost for one in found) or (missing and not silent):
        return Answer(None, because, tuple(gap for one in found for gap in one.lacking), mark)
    return Answer(sum(known), because, (), mark)


def difference(end: Answer, *, start: Answer) -> Answer:
    """Return what was added between two years so far; no number where either is unknown."""
    if end.na and start.na:
        return NOT_APPLICABLE
    if end.value is None or not start.settled:
        return Answer(None, lacking=end.lacking + start.lacking)
    taken = tuple(replace(use, weight=-use.weight) for use in start.because)
    return Answer(end.value - (start.value or 0.0), end.because + taken, (), max(end.mark, start.mark))


def better(found: Answer, *, other: Answer) -> Answer:
    """Return the second where the first has nothing to say and the second has, or tells that something was lost."""
    return found if found.settled or not (other.settled or other.mark > found.mark or not found.lacking) else other


def portion(answer: Answer, *, link: Link, links: Sequence[Link], basis: str, gap: Gap) -> Answer:
    """Return what a link takes of the figure of the body that it leaves.

    Args:
        links: All links that leave the body.
        basis: On which the indicator's figures are parted.
        gap: What is lacking where the share is not known.
    """
    if answer.value is None or link.full:
        return answer
    share = link.share(basis)
    if share is None:
        return Answer(None, answer.because, (gap,), Mark.NOT_COMPARABLE)
    value = float(portions(np.array([answer.value]), links=links, basis=basis)[link.place, 0])
    return Answer(value, tuple(replace(use, weight=use.weight * share) for use in answer.because), (), max(answer.mark, Mark.APPORTIONED))


@dataclass(frozen=True)
class Carrier:
    """Carries the figure of one series and body from map to map (see `rebase`).

    Args:
        at_start: Figure of a body, by column, on the map that is left.
        gap: What is lacking where the figure of a body, by column, cannot be carried.
        additive: Whether figures of parts add up.
        silent: Whether silence means that nothing happened.
        basis: On which the figure is parted where ground is.
        weight: Carries the weights of a weighted mean; None for others.
    """

    at_start: Callable[[int], Answer]
    gap: Callable[[int], Gap]
    additive: bool
    silent: bool
    basis: str
    weight: Carrier | None = None

    def carry(self, body: int, *, route: Sequence[tuple[Step, bool]]) -> Answer:
        """Return the figure of a body on the map at the end of the route."""
        if not route:
            return self.at_start(body)
        step, forward = route[-1]
        if body not in step.leaving and body not in step.arriving:
            return self.carry(body, route=route[:-1])
        return self._arriving(body, step, route[:-1]) if forward else self._going_back(body, step, route[:-1])

    def _arriving(self, body: int, step: Step, route: Sequence[tuple[Step, bool]]) -> Answer:
        links = step.arriving.get(body, ())
        before = [self.carry(link.before, route=route) for link in links]
        if len(links) == 1 and links[0].full:
            return before[0]
        if self.additive:
            return self._sum(
                [
                    portion(one, link=link, links=step.leaving[link.before], basis=self.basis, gap=self.gap(link.before))
                    for link, one in zip(links, before, strict=True)
                ],
                body,
            )
        return self._weighted(before, links, step, route, body) if self.weight and links else self._never(before, body)

    def _going_back(self, body: int, step: Step, route: Sequence[tuple[Step, bool]]) -> Answer:
        heirs = sorted({link.after for link in step.leaving.get(body, ())})
        after = [self.carry(heir, route=route) for heir in heirs]
        whole = bool(heirs) and step.gathers(body)
        if whole and len(heirs) == 1:
            return after[0]
        return self._sum(after, body) if whole and self.additive else self._never(after, body)

    def _sum(self, sides: Sequence[Answer], body: int) -> Answer:
        return added(sides, silent=self.silent) if sides else Answer(None, lacking=(self.gap(body),))

    def _never(self, sides: Sequence[Answer], body: int) -> Answer:
        """Return that nothing can be had: lost where something was known."""
        if sides and all(one.na for one in sides):
            return NOT_APPLICABLE
        lost = any(one.value is not None or one.lost for one in sides)
        because = tuple(use for one in sides for use in one.because)
        return Answer(None, because, (self.gap(body),), Mark.NOT_COMPARABLE if lost else Mark.EXACT)

    def _weighted(
        self, before: Sequence[Answer], links: Sequence[Link], step: Step, route: Sequence[tuple[Step, bool]], body: int
    ) -> Answer:
        """Return a weighted mean of those that flow in: value times weight and weight apart, divided at the end."""
        if self.weight is None or all(one.na for one in before):
            return self._never(before, body)
        carrier = self.weight
        weights = [
            portion(
                carrier.carry(link.before, route=route),
                link=link,
                links=step.leaving[link.before],
                basis=carrier.basis,
                gap=self.gap(link.before),
            )
            for link in links
        ]
        total = added(weights, silent=carrier.silent)
        because = tuple(use for one in before for use in one.because) + tuple(replace(use, role="weight") for use in total.because)
        pairs = [(one.value, 0.0 if weight.na else weight.value) for one, weight in zip(before, weights, strict=True)]
        sound = [(value, weight) for value, weight in pairs if value is not None and weight is not None]
        bottom = sum(weight for _, weight in sound)
        worst = max(total.mark, *(one.mark for one in before))
        if len(sound) < len(pairs) or bottom <= 0:
            known = any(value is not None for value, _ in pairs)
            lost = known and worst is Mark.NOT_COMPARABLE
            return Answer(None, because, (self.gap(body),), Mark.NOT_COMPARABLE if lost else Mark.EXACT)
        return Answer(sum(value * weight for value, weight in sound) / bottom, because, (), worst)
