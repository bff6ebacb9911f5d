"""The figure of the very period in which a body ended: what its heirs report of that period is only the rest.

Under Decree 09 July begins on 15 June, so a ward that ended on 30 June still
reports its part of July, and the ward that follows it reports from 1 July. A
flow of the heir is then the sum of both; a level of the heir stands, and that
of the old body only where the heir has none. A body that said nothing at its
end is not waited for, unless another with the same heir did.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from giaoban.catalogue import OverTime
from giaoban.cube import Mask
from giaoban.engine.answer import NOT_APPLICABLE, Answer, Gap, added, portion
from giaoban.engine.frame import Frame, Step
from giaoban.engine.rebase import Mark, Moved, carry
from giaoban.engine.rules import Rules


def with_ended(home: Moved, *, rows: Mask, steps: Sequence[Step], frame: Frame, rules: Rules) -> Moved:
    """Return figures of a period with those of bodies that ended inside it added to their heirs'.

    Args:
        rows: Series that are reported by periods of this length.
        steps: Changes of the map inside the period, oldest first.
        frame: The map of its last day.
    """
    ended = sorted({before for step in steps for before in step.leaving if not frame.standing[before]})
    if not ended or not (home.settled[:, ended] & rows[:, None]).any():
        return home
    shape = home.value.shape
    came = Moved.at_home(np.full(shape, np.nan), na=np.ones(shape, bool))
    told = np.zeros(shape, bool)
    for step in steps:
        leaving = [before for before in step.leaving if before in ended]
        both = _both(came, home, rules)
        for side, other in zip(came.sides(), both.sides(), strict=True):
            side[:, leaving] = other[:, leaving]
        told[:, leaving] |= home.settled[:, leaving]
        came = carry(came, step=step, rules=rules, weighs=False)
        heirs = {after: told[:, [link.before for link in links]].any(axis=1) for after, links in step.arriving.items()}
        for after, some in heirs.items():
            told[:, after] = some
    use = told & rows[:, None] & frame.standing[None, :] & ~(came.na & home.settled)
    both = _both(came, home, rules)
    return Moved(*(np.where(use, new, old) for new, old in zip(both.sides(), home.sides(), strict=True)))


def _both(came: Moved, own: Moved, rules: Rules) -> Moved:
    """Return what came and what a body reports itself: flows together, of a level its own before what came."""
    flows, silent = (rules.in_time[OverTime.SUM] & rules.additive)[:, None], rules.silent[:, None]
    unknown = ~(came.settled & own.settled) & ~silent
    either = ~np.isnan(came.value) | ~np.isnan(own.value)
    lost = came.lost | own.lost
    total = np.where(either & ~unknown & ~lost, np.nan_to_num(came.counted) + np.nan_to_num(own.counted), np.nan)
    levels = rules.in_time[OverTime.LAST][:, None] & ~own.settled & ~came.na
    value = np.where(flows, total, np.where(levels, came.value, own.value))
    mark = np.where(flows | levels, np.maximum(came.mark, own.mark), own.mark)
    na = np.where(flows, came.na & own.na, own.na)
    tags = np.where(flows, came.tags | own.tags, np.where(levels, came.tags, own.tags))
    return Moved(value, mark, na, np.where(np.isnan(value), np.uint8(0), tags))


@dataclass(frozen=True)
class Ended:
    """The same for one cell at a time.

    Args:
        own: Figure that a body itself reported of the period, by column.
        gap: What is lacking where the figure of a body cannot be carried.
        is_flow, is_level: How the series adds up over time.
    """

    own: Callable[[int], Answer]
    gap: Callable[[int], Gap]
    steps: Sequence[Step]
    frame: Frame
    is_flow: bool
    is_level: bool
    additive: bool
    silent: bool
    basis: str

    def figure_of(self, body: int) -> Answer:
        """Return the figure of a body that stands at the period's end, or of one that does not, as it reported it."""
        own, (came, told) = self.own(body), self._came(body, len(self.steps))
        if not told or not self.frame.standing[body] or (came.na and own.settled):
            return own
        return self._both(came, own)

    def _came(self, body: int, until: int) -> tuple[Answer, bool]:
        """Return what came to a body through the first steps, and whether anyone told of it."""
        if not until:
            return NOT_APPLICABLE, False
        step = self.steps[until - 1]
        if body not in step.leaving and body not in step.arriving:
            return self._came(body, until - 1)
        links = step.arriving.get(body, ())
        before = [self._before(link.before, until - 1) for link in links]
        told = any(one for _, one in before)
        sides = [answer for answer, _ in before]
        if len(links) == 1 and links[0].full:
            return sides[0], told
        if self.additive and sides:
            parts = [
                portion(one, link=link, links=step.leaving[link.before], basis=self.basis, gap=self.gap(link.before))
                for one, link in zip(sides, links, strict=True)
            ]
            return added(parts, silent=self.silent), told
        if all(one.na for one in sides) and sides:
            return NOT_APPLICABLE, told
        lost = any(one.value is not None or one.lost for one in sides)
        because = tuple(use for one in sides for use in one.because)
        return Answer(None, because, (self.gap(body),), Mark.NOT_COMPARABLE if lost else Mark.EXACT), told

    def _before(self, body: int, until: int) -> tuple[Answer, bool]:
        came, told = self._came(body, until)
        if self.frame.standing[body]:
            return came, told
        own = self.own(body)
        return self._both(came, own), told or own.settled

    def _both(self, came: Answer, own: Answer) -> Answer:
        if self.is_flow and self.additive:
            return added((came, own), silent=self.silent)
        return came if self.is_level and not own.settled and not came.na else own
