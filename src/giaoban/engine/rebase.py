"""Carrying figures from the map they were reported on to the map that is asked for.

A link of full extent takes everything along, a share takes its part, an
unknown share takes nothing and makes what flows into it not comparable. The
worst mark of what flowed in is the mark of the sum; where nothing was known,
nothing flowed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from giaoban.cube import Array, Mask, Small, Tags
from giaoban.engine.frame import Ground, Link, Step
from giaoban.engine.links import links_of
from giaoban.engine.rules import Rules


class Mark(IntEnum):
    """How a figure came onto the map that is asked for; a higher one is worse."""

    EXACT = 0
    APPORTIONED = 1
    NOT_COMPARABLE = 2

    @property
    def code(self) -> str:
        """The mark as data."""
        return self.name.lower()


@dataclass
class Moved:
    """Values (series, body), and how they came to stand where they are.

    Args:
        value: In steps; NaN where unknown, not carried or not applicable.
        mark: `Mark` of each, as small integers.
        na: Whether the body says that the indicator does not apply to it.
        tags: Quality and revision of the figures that the value rests on; nothing where there is no value.
    """

    value: Array
    mark: Small
    na: Mask
    tags: Tags

    @classmethod
    def at_home(cls, value: Array, *, na: Mask | None = None, tags: Tags | None = None, mark: Small | None = None) -> Moved:
        """Return values that are still on their own map; arrays that are not given say nothing."""
        shape = value.shape
        return cls(
            value,
            np.zeros(shape, np.int8) if mark is None else mark,
            np.zeros(shape, bool) if na is None else na,
            np.zeros(shape, np.uint8) if tags is None else tags,
        )

    @classmethod
    def unknown(cls, shape: tuple[int, int]) -> Moved:
        """Return that nothing is known."""
        return cls.at_home(np.full(shape, np.nan))

    def sides(self) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
        """Return all arrays, in a fixed order."""
        return self.value, self.mark, self.na, self.tags

    def copy(self) -> Moved:
        """Return a copy to write to."""
        return Moved(*(side.copy() for side in self.sides()))

    def only(self, rows: Mask) -> Moved:
        """Return the figures of some rows alone."""
        found = Moved.unknown((self.value.shape[0], self.value.shape[1]))
        found.take(self, rows=rows)
        return found

    def take(self, other: Moved, *, rows: Mask) -> None:
        """Take over some rows of another."""
        for side, told in zip(self.sides(), other.sides(), strict=True):
            side[rows] = told[rows]

    @property
    def settled(self) -> Mask:
        """Where there is nothing more to look for: a value, or that the indicator does not apply."""
        return ~np.isnan(self.value) | self.na

    @property
    def lost(self) -> Mask:
        """Where something was known that could not be carried."""
        lost: Mask = np.isnan(self.value) & ~self.na & (self.mark == Mark.NOT_COMPARABLE)
        return lost

    @property
    def counted(self) -> Array:
        """The values, with 0 for what does not apply."""
        return np.where(self.na, 0.0, self.value)

    def counted_at(self, columns: Sequence[int]) -> Array:
        """Return the same of some bodies, as (body, series)."""
        return np.where(self.na[:, columns].T, 0.0, self.value[:, columns].T)


def rebase(moved: Moved, *, ground: Ground, since: date, until: date, rules: Rules, weighs: bool = True) -> Moved:
    """Return values of the map of `since` on the map of `until`, which may be the earlier one.

    Args:
        weighs: Whether weighted means are carried with their weights, which must then be of the same window.
    """
    for step, forward in ground.route(since=since, until=until):
        moved = carry(moved, step=step, rules=rules, weighs=weighs) if forward else back(moved, step=step, rules=rules)
    return moved


def carry(moved: Moved, *, step: Step, rules: Rules, weighs: bool = True) -> Moved:
    """Return the values on the map after the step."""
    links = links_of(step, rules=rules)
    if not len(links.before):
        return moved
    carried = _without(moved, step.leaving.keys() | step.arriving.keys())
    before, starts, after = links.before, links.starts, links.after
    value, was, na = moved.value[:, before], moved.mark[:, before], moved.na[:, before]
    parts, known = links.portions(np.where(na, 0.0, value)), ~np.isnan(value)
    gives = np.where(links.full, np.int8(Mark.EXACT), np.int8(Mark.APPORTIONED))
    gives = np.where(np.isnan(links.shares), np.int8(Mark.NOT_COMPARABLE), gives)
    marks = np.where(known, np.maximum(was, gives), np.int8(Mark.EXACT))
    marks[~known & ~na & (was == Mark.NOT_COMPARABLE)] = Mark.NOT_COMPARABLE
    some, mark = np.logical_or.reduceat(known, starts, axis=1), np.maximum.reduceat(marks, starts, axis=1)
    complete = np.logical_and.reduceat(known | na, starts, axis=1) | rules.silent[:, None]
    adds = rules.additive[:, None] & complete & some & (mark < Mark.NOT_COMPARABLE)
    carried.value[:, after] = np.where(adds, np.add.reduceat(np.where(known, parts, 0.0), starts, axis=1), np.nan)
    carried.tags[:, after] = np.where(adds, np.bitwise_or.reduceat(moved.tags[:, before], starts, axis=1), np.uint8(0))
    carried.na[:, after] = np.logical_and.reduceat(na, starts, axis=1)
    carried.mark[:, after] = np.where(~rules.additive[:, None] & some, np.int8(Mark.NOT_COMPARABLE), mark)
    for side, told in zip(carried.sides(), moved.sides(), strict=True):
        side[:, after[links.alone]] = told[:, before[starts[links.alone]]]
    if weighs and rules.weighted.size:
        ends = [*starts[1:].tolist(), len(before)]
        for at, alone, start, end in zip(after.tolist(), links.alone.tolist(), starts.tolist(), ends, strict=True):
            if not alone:
                _weigh(moved, carried, parts[:, start:end], at, before[start:end].tolist(), rules)
    return carried


def back(moved: Moved, *, step: Step, rules: Rules) -> Moved:
    """Return the values on the map before the step: ground goes back whole, or not at all."""
    carried = _without(moved, step.leaving.keys() | step.arriving.keys())
    for before, links in step.leaving.items():
        heirs = sorted({link.after for link in links})
        known, na, tags = ~np.isnan(moved.value[:, heirs].T), moved.na[:, heirs].T, moved.tags[:, heirs].T
        lost = ~known & ~na & (moved.mark[:, heirs].T == Mark.NOT_COMPARABLE)
        whole = step.gathers(before)
        marks = np.where(known, moved.mark[:, heirs].T if whole else np.int8(Mark.NOT_COMPARABLE), np.int8(Mark.EXACT))
        _arrive(carried, before, _Flow(moved.counted_at(heirs), known, lost, na, marks, tags), rules)
        if whole and len(heirs) == 1:
            _pass(moved, carried, heirs[0], before)
    return carried


def portions(value: Array, *, links: Sequence[Link], basis: str) -> Array:
    """Return what each link takes of the values, whole steps by largest remainder so that known shares add up.

    Args:
        value: Of the body that the links leave, in steps; NaN where unknown.

    Returns:
        One row a link; NaN where the share or the value is unknown.
    """
    shares = [link.share(basis) for link in links]
    weights = np.array([np.nan if share is None else share for share in shares])
    exact: Array = value[None, :] * weights[:, None]
    if not abs(weights.sum() - 1) < 1e-9:  # NaN too: what nobody published is not made up from the others
        rounded: Array = np.round(exact)
        return rounded
    floor = np.floor(exact)
    left = np.nan_to_num(value - floor.sum(axis=0))[None, :]
    place = np.argsort(np.argsort(floor - exact, axis=0, kind="stable"), axis=0, kind="stable")
    taken: Array = floor + (place < left) - (place >= len(links) + left)
    return taken


@dataclass(frozen=True, slots=True)
class _Flow:
    """What flows into one body: arrays (link, series)."""

    parts: Array
    known: Mask
    lost: Mask
    na: Mask
    marks: Small
    tags: Tags


def _without(moved: Moved, touched: set[int]) -> Moved:
    """Return a copy in which nothing is known of the bodies that the step touches."""
    copy = moved.copy()
    at = sorted(touched)
    copy.value[:, at], copy.mark[:, at], copy.na[:, at], copy.tags[:, at] = np.nan, Mark.EXACT, False, 0
    return copy


def _arrive(carried: Moved, at: int, flow: _Flow, rules: Rules) -> None:
    """Add up what flows into a body, for series whose parts add up; for the others say only that something was lost."""
    mark = np.where(flow.lost.any(axis=0), np.int8(Mark.NOT_COMPARABLE), flow.marks.max(axis=0, initial=Mark.EXACT))
    complete = (flow.known | flow.na).all(axis=0) | rules.silent
    adds = rules.additive & complete & flow.known.any(axis=0) & (mark < Mark.NOT_COMPARABLE)
    carried.value[:, at] = np.where(adds, np.where(flow.known, flow.parts, 0.0).sum(axis=0), np.nan)
    carried.tags[:, at] = np.where(adds, np.bitwise_or.reduce(flow.tags, axis=0), np.uint8(0))
    carried.na[:, at] = flow.na.all(axis=0)
    never = ~rules.additive & flow.known.any(axis=0)
    carried.mark[:, at] = np.where(never, np.int8(Mark.NOT_COMPARABLE), mark)


def _pass(moved: Moved, carried: Moved, before: int, after: int) -> None:
    """Hand everything on from one body to one body."""
    for side, was in zip(carried.sides(), moved.sides(), strict=True):
        side[:, after] = was[:, before]


def _weigh(moved: Moved, carried: Moved, taken: Array, after: int, before: Sequence[int], rules: Rules) -> None:
    """Carry weighted means: value times weight and weight apart, divided at the end.

    Args:
        taken: What each link takes (series, link).
        before: Body that each link leaves.
    """
    rows, weights = rules.weighted, rules.weights
    value, weight = moved.value[rows][:, before].T, taken[weights].T
    top, bottom = (value * weight).sum(axis=0), weight.sum(axis=0)
    sound = ~np.isnan(top) & (bottom > 0)
    carried.value[rows, after] = np.where(sound, np.divide(top, bottom, out=np.zeros_like(top), where=sound), np.nan)
    tags = np.bitwise_or.reduce(moved.tags[rows][:, before] | moved.tags[weights][:, before], axis=1)
    carried.tags[rows, after] = np.where(sound, tags, np.uint8(0))
    worst = np.maximum(carried.mark[weights, after], moved.mark[rows][:, before].max(axis=1, initial=Mark.EXACT))
    known = ~np.isnan(value).all(axis=0)
    carried.mark[rows, after] = np.where(sound | known & (worst == Mark.NOT_COMPARABLE), worst, np.int8(Mark.EXACT))
