"""The map of a day, and how ground passes from one map to the next.

Which body is part of which, which bodies stand, and which of them kept their
ground between two days. A body whose ground changed under its own name is
treated as if an unknown share of it had passed to itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from giaoban.catalogue import BASES, Catalogue, Edge, Extent, Nature
from giaoban.cube import Mask

Shares = Mapping[str, float | None]  # per basis; None, or no word, where it is not known

WHOLLY: Shares = dict.fromkeys(BASES, 1.0)
NOBODY_KNOWS: Shares = {}
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Frame:
    """The map of a day: which body is part of which (khung địa giới).

    Args:
        on: The day.
        parents: For each body column the column of the area that it rolls up into, -1 for none.
        standing: For each body column whether it exists on the day.
        kinds: For each body column its kind on the day; empty where it does not exist.
        reports: For each body column whether it owes reports of its own.
        order: Columns of bodies that have parts, those deepest down first.
        parts: Columns of the direct parts, by column of the whole.
    """

    on: date
    parents: NDArray[np.int64]
    standing: Mask
    kinds: tuple[str, ...]
    reports: Mask
    order: tuple[int, ...]
    parts: Mapping[int, NDArray[np.int64]]

    def is_like(self, other: Frame) -> bool:
        """Whether the two maps differ in nothing that adding up looks at."""
        mine, theirs = (self.parents, self.standing, self.reports), (other.parents, other.standing, other.reports)
        return self.kinds == other.kinds and all(map(np.array_equal, mine, theirs))

    def under(self, whole: int) -> set[int]:
        """Return the body and everything that rolls up into it."""
        found, waiting = {whole}, [whole]
        while waiting:
            parts = {int(part) for part in self.parts.get(waiting.pop(), ())} - found
            found |= parts
            waiting += parts
        return found


def draw(catalogue: Catalogue, *, on: date, column: Mapping[str, int]) -> Frame:
    """Return the map of the day over the body axis `column`."""
    parents = np.full(len(column), -1, np.int64)
    standing, reports = np.zeros(len(column), bool), np.zeros(len(column), bool)
    kinds = [""] * len(column)
    for id, at in column.items():
        body = catalogue.body(id, on=on)
        if body is None:
            continue
        standing[at], reports[at], kinds[at] = True, body.reports, body.kind
        if body.nature is Nature.AREA and body.parent in column:
            parents[at] = column[body.parent]
    parts: dict[int, list[int]] = {}
    for at, parent in enumerate(parents.tolist()):
        if parent >= 0:
            parts.setdefault(parent, []).append(at)

    def depth(at: int) -> int:
        above, deep = int(parents[at]), 0
        while above >= 0:
            above, deep = int(parents[above]), deep + 1
        return deep

    order = tuple(sorted(parts, key=lambda at: (-depth(at), at)))
    return Frame(on, parents, standing, tuple(kinds), reports, order, {at: np.array(parts[at], np.int64) for at in order})


def cut(frame: Frame, *, columns: NDArray[np.int64]) -> Frame:
    """Return the map of some bodies, by their columns."""
    place = np.full(len(frame.kinds), -1, np.int64)
    place[columns] = np.arange(len(columns))
    parts = {int(place[whole]): place[frame.parts[whole]] for whole in frame.order if place[whole] >= 0}
    parts = {whole: some[some >= 0] for whole, some in parts.items() if (some >= 0).any()}
    parents = frame.parents[columns]
    kinds = tuple(frame.kinds[at] for at in columns.tolist())
    return Frame(
        frame.on, np.where(parents >= 0, place[parents], -1), frame.standing[columns], kinds, frame.reports[columns], tuple(parts), parts
    )


@dataclass(frozen=True, slots=True)
class Link:
    """Ground that passes, over the body axis.

    Args:
        place: Which of the links that leave `before` it is.
        shares: Share of `before` that passes, per basis.
        full: Whether all of `before` passes, on every basis.
    """

    before: int
    after: int
    place: int
    shares: Shares
    full: bool

    def share(self, basis: str) -> float | None:
        """Return the share that passes on a basis; None where nobody has published it."""
        return self.shares.get(basis)


@dataclass(frozen=True)
class Step:
    """One change of the map: everything that passed on one day."""

    on: date
    leaving: Mapping[int, Sequence[Link]]
    arriving: Mapping[int, Sequence[Link]]

    def gathers(self, before: int) -> bool:
        """Whether a body's ground is, after the step, all in bodies that are made of nothing else."""
        return all(origin.before == before for link in self.leaving[before] for origin in self.arriving[link.after])


@dataclass
class Ground:
    """The maps of all days, and the steps between them.

    Args:
        column: The body axis.
        steps: Oldest first, at most one a day.
        whole, columns: Of some bodies only: the ground of all of them, and which columns of it.
    """

    catalogue: Catalogue = field(repr=False)
    column: Mapping[str, int]
    steps: tuple[Step, ...] = ()
    whole: Ground | None = field(default=None, repr=False)
    columns: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64), repr=False)
    _frames: dict[date, Frame] = field(default_factory=dict)
    _routes: dict[tuple[date, date], tuple[tuple[Step, bool], ...]] = field(default_factory=dict)
    _kept: dict[tuple[date, date], frozenset[int]] = field(default_factory=dict)

    def frame(self, on: date) -> Frame:
        """Return the map of the day."""
        if on not in self._frames:
            self._frames[on] = self._drawn(on)
        return self._frames[on]

    def _drawn(self, on: date) -> Frame:
        """Return the map of a day, cut out of the whole one, or as that of the last day on which anything changed."""
        if self.whole is not None:
            return cut(self.whole.frame(on), columns=self.columns)
        changed = self._changes[bisect_right(self._changes, on) - 1] if self._changes and on >= self._changes[0] else None
        if changed is None or changed == on:
            return draw(self.catalogue, on=on, column=self.column)
        return replace(self.frame(changed), on=on)

    @cached_property
    def _changes(self) -> list[date]:
        """Days on which a body, or what is said of it, begins or ends."""
        versions = [one for id in self.column for one in self.catalogue.bodies.get(id, ())]
        return sorted({day for one in versions for day in (one.since, one.until) if day is not None})

    def narrowed(self, columns: NDArray[np.int64], *, column: Mapping[str, int]) -> Ground:
        """Return the maps of some bodies; those that ground passed between must be among them together.

        Args:
            columns: Of those bodies on this axis, rising.
            column: Their own axis.
        """
        place = np.full(len(self.column), -1, np.int64)
        place[columns] = np.arange(len(columns))
        steps = []
        for step in self.steps:
            links = [link for out in step.leaving.values() for link in out if place[link.before] >= 0 and place[link.after] >= 0]
            steps.append(_stepped(step.on, [(int(place[one.before]), int(place[one.after]), one.shares, one.full) for one in links]))
        return Ground(self.catalogue, column, tuple(step for step in steps if step.leaving), self, columns)

    def between(self, *, since: date, until: date) -> tuple[Step, ...]:
        """Return the steps after `since`, up to and including `until`, oldest first."""
        return tuple(step for step in self.steps if since < step.on <= until)

    def route(self, *, since: date, until: date) -> tuple[tuple[Step, bool], ...]:
        """Return the steps from the map of one day to that of another, each with whether it is gone forward."""
        if (since, until) not in self._routes:
            forward = [(step, True) for step in self.between(since=since, until=until)]
            back = [(step, False) for step in reversed(self.between(since=until, until=since))]
            self._routes[since, until] = (*forward, *back)
        return self._routes[since, until]

    def kept(self, *, since: date, until: date) -> frozenset[int]:
        """Return the bodies with parts that stand on the same ground on both days, whichever is the earlier."""
        since, until = sorted((since, until))
        if (since, until) not in self._kept and self.whole is not None:
            kept = self.whole.kept(since=since, until=until)
            self._kept[since, until] = frozenset(place for place, at in enumerate(self.columns.tolist()) if at in kept)
        elif (since, until) not in self._kept:
            before, after = self.frame(since), self.frame(until)
            steps = self.between(since=since, until=until)
            wholes = {*before.order, *after.order}
            self._kept[since, until] = frozenset(at for at in wholes if keeps_ground(at, before=before, after=after, steps=steps))
        return self._kept[since, until]


def survey(catalogue: Catalogue, *, column: Mapping[str, int]) -> Ground:
    """Return the maps of a catalogue, with what its events leave unsaid made plain.

    A body that takes ground in without an edge of its own keeps what it had; a body whose parts change hands
    without a word about itself passes to itself in an unknown share.
    """
    ground = Ground(catalogue, column)
    steps: list[Step] = []
    for on, events in groupby(catalogue.events, key=lambda event: event.on):
        said = [edge for event in events for edge in event.edges if edge.before in column and edge.after in column]
        before, after = ground.frame(on - DAY), ground.frame(on)
        step = _step(on, said, column)
        taking = [at for at in step.arriving if before.standing[at] and at not in step.leaving]
        wholes = {*before.order, *after.order} - {*step.leaving, *step.arriving}
        shaken = [
            at
            for at in sorted(wholes)
            if before.standing[at] and after.standing[at] and not keeps_ground(at, before=before, after=after, steps=(step,))
        ]
        links = [*_links(said, column), *((at, at, WHOLLY, True) for at in taking), *((at, at, NOBODY_KNOWS, False) for at in shaken)]
        steps.append(_stepped(on, links))
    ground.steps = tuple(steps)
    return ground


def _links(edges: Iterable[Edge], column: Mapping[str, int]) -> list[tuple[int, int, Shares, bool]]:
    return [(column[edge.before], column[edge.after], _shares(edge), edge.extent is Extent.FULL) for edge in edges]


def _shares(edge: Edge) -> Shares:
    said = {basis: edge.share(basis) for basis in BASES}
    return {basis: float(share) for basis, share in said.items() if share is not None}


def _step(on: date, edges: Iterable[Edge], column: Mapping[str, int]) -> Step:
    return _stepped(on, _links(edges, column))


def _stepped(on: date, links: Iterable[tuple[int, int, Shares, bool]]) -> Step:
    leaving: dict[int, list[Link]] = {}
    arriving: dict[int, list[Link]] = {}
    for before, after, shares, full in links:
        out = leaving.setdefault(before, [])
        link = Link(before, after, len(out), shares, full)
        out.append(link)
        arriving.setdefault(after, []).append(link)
    return Step(on, leaving, arriving)


def keeps_ground(whole: int, *, before: Frame, after: Frame, steps: Sequence[Step]) -> bool:
    """Whether a body stands on the same ground on two maps: nothing crossed its bounds, nothing was moved in or out.

    Parts that appear or vanish without a word of their ground do not change it.
    """
    if not (before.standing[whole] and after.standing[whole]):
        return False
    inside, foreign = before.under(whole), set[int]()
    for step in steps:
        if whole in step.leaving or whole in step.arriving:
            return False
        leaving = inside & step.leaving.keys()
        arrived = {link.after for at in leaving for link in step.leaving[at]}
        inside, was = inside - leaving | arrived, inside
        links = [link for out in step.leaving.values() for link in out]
        foreign |= {link.after for link in links if link.before not in was}
        if foreign & inside:
            return False
    now = after.under(whole)
    gone = {at for at in inside - now if after.standing[at]}
    come = {at for at in now - inside if before.standing[at] or at in foreign}
    return not gone and not come
