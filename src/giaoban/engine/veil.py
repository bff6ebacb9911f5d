"""May a restricted total be shown to those who may not see its parts?

It must be made of enough bodies, and nothing smaller may follow from what else is shown: from totals of some of its parts,
from shorter windows of the same year, from what was known at an earlier instant. Where silence means that nothing
happened, a total grows report by report; it is then shown only as of instants between which enough bodies were added.
A whole that reported itself is one figure, and is never such a total.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from giaoban.catalogue import Absence, Catalogue, OverTime, Reach, Sight, Window
from giaoban.catalogue.sight import FEWEST_CONTRIBUTORS
from giaoban.cube import At, Cube
from giaoban.engine.frame import Frame
from giaoban.engine.tracer import Tracer
from giaoban.ledger import Cell

Told = tuple[str, str]  # body and period of a figure that may not be seen


@dataclass(frozen=True)
class Veil:
    """What of restricted totals may be shown on one map.

    Args:
        frame: The map that is asked for.
    """

    cube: Cube
    catalogue: Catalogue
    tracer: Tracer
    frame: Frame
    sight: Sight
    _seen: dict[tuple[At, Window], bool] = field(default_factory=dict)
    _moments: dict[Told, datetime] = field(default_factory=dict)  # when each was first told

    def shows(self, at: At, *, window: Window) -> bool:
        """Whether the total of a row and column may be shown for a window."""
        if (at, window) not in self._seen:
            self._seen[at, window] = self._shows(at, window)
        return self._seen[at, window]

    def _shows(self, at: At, window: Window) -> bool:
        indicator = self.catalogue.indicators[self.cube.series[at[0]].indicator]
        if not self.sight.signed_in or indicator.reach is not Reach.RESTRICTED or self.tracer.of(at, window=window).value is None:
            return False
        told, shown = self._told(at, window), self._shown(at, window)
        by_period = indicator.over_time is OverTime.SUM
        grows = indicator.absence is Absence.NOTHING
        return all(self._is_enough(group, shown, grows) for group in _groups(told, by_period))

    def _is_enough(self, group: set[Told], shown: set[Told], grows: bool) -> bool:
        """Whether the figures of one period are of enough bodies, and those that no other total shows are none, all or enough."""
        bodies, hidden = {body for body, _ in group}, {body for body, _ in group - shown}
        enough = len(bodies) >= FEWEST_CONTRIBUTORS and (hidden in (set(), bodies) or len(hidden) >= FEWEST_CONTRIBUTORS)
        return enough and (not grows or self._came_together(group))

    def _came_together(self, group: set[Told]) -> bool:
        """Whether at every instant at which the total is shown enough bodies were added to it since the last."""
        waiting: set[str] = set()
        moments = sorted({self._moments[told] for told in group})
        for moment in moments:
            waiting |= {body for body, period in group if self._moments[body, period] == moment}
            if len(waiting) >= FEWEST_CONTRIBUTORS:
                waiting = set()
        return not waiting

    def _told(self, at: At, window: Window) -> set[Told]:
        """Return the figures behind a total that may not be seen."""
        found: set[Told] = set()
        weights: dict[int, float] = {}
        for use in self.tracer.of(at, window=window).because:
            weights[use.entry] = weights.get(use.entry, 0.0) + use.weight
        for entry in (entry for entry, weight in weights.items() if weight):  # what was added and taken off again tells nothing
            key = self.cube.entries[entry - 1].key
            cell = Cell.of(key)
            indicator = self.catalogue.indicators.get(cell.indicator)
            if indicator is None or not self.sight.sees_field(indicator):
                first = self.cube.versions.get(key, (entry,))[0]
                self._moments[cell.body, cell.period] = self.cube.entries[first - 1].recorded_at
                found.add((cell.body, cell.period))
        return found

    def _shown(self, at: At, window: Window) -> set[Told]:
        """Return the figures that are in the total of some part that is shown."""
        found: set[Told] = set()
        for part in self.frame.parts.get(at[1], ()):
            below = (at[0], int(part))
            found |= self._told(below, window) if self.shows(below, window=window) else self._shown(below, window)
        return found


def _groups(told: Iterable[Told], by_period: bool) -> list[set[Told]]:
    """Return the figures by period, so that a difference of two windows is made of whole groups; of levels all together."""
    groups: dict[str, set[Told]] = {}
    for body, period in told:
        groups.setdefault(period if by_period else "", set()).add((body, period))
    return list(groups.values()) or [set()]
