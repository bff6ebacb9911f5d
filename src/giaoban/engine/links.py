"""All links of one change of the map as arrays, so that whatever passes does so for every body and series at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from giaoban.cube import Array, Mask, Whole
from giaoban.engine.frame import Step
from giaoban.engine.rules import Rules


@dataclass(frozen=True)
class Links:
    """The links of a step, those that arrive at one body together (các quan hệ của một lần sắp xếp).

    Args:
        before: Column that each link leaves.
        after: Columns at which something arrives, and in `starts` which link is the first of each.
        alone: Which of those get everything of one body, and nothing else.
        full: Which links take all of a body along.
        shares: What each takes (series, link); NaN where it is not known.
        even: Whether the shares of the body that it leaves make the whole (series, link).
        leaving: Links that leave one body, in their order: for each number of them an array (body, link).
    """

    before: Whole
    after: Whole
    starts: Whole
    alone: Mask
    full: Mask
    shares: Array
    even: Mask
    leaving: Sequence[Whole]

    def portions(self, value: Array) -> Array:
        """Return what each link takes, whole steps by largest remainder so that known shares add up.

        Args:
            value: Of the body that each link leaves (series, link); NaN where unknown.
        """
        exact, taken = value * self.shares, np.empty(value.shape)
        for index in self.leaving:
            parts, whole, count = exact[:, index], value[:, index[:, 0]], index.shape[1]
            floor = np.floor(parts)
            left = np.nan_to_num(whole - floor.sum(axis=-1))[..., None]
            place = np.argsort(np.argsort(floor - parts, axis=-1, kind="stable"), axis=-1, kind="stable")
            even = floor + (place < left) - (place >= count + left)
            taken[:, index] = np.where(self.even[:, index], even, np.round(parts))
        return taken


def links_of(step: Step, *, rules: Rules) -> Links:
    """Return the links of a step as arrays, kept with the rules."""
    key = "links", id(step)
    if key not in rules.kept:
        rules.kept[key] = step, _links(step, rules)
    found: Links = rules.kept[key][1]
    return found


def _links(step: Step, rules: Rules) -> Links:
    links = [link for into in step.arriving.values() for link in into]
    number = {(link.before, link.place): n for n, link in enumerate(links)}
    shares, even = np.full((len(rules.basis), len(links)), np.nan), np.zeros((len(rules.basis), len(links)), bool)
    for basis, rows in rules.on_basis.items():
        said = np.array([np.nan if (share := link.share(basis)) is None else share for link in links], np.float64)
        total = {before: sum(said[number[before, link.place]] for link in out) for before, out in step.leaving.items()}
        shares[rows] = said
        even[rows] = np.array([abs(total[link.before] - 1) < 1e-9 for link in links], bool)  # NaN is not
    by_count: dict[int, list[list[int]]] = {}
    for before, out in step.leaving.items():
        by_count.setdefault(len(out), []).append([number[before, link.place] for link in out])
    counts = [len(into) for into in step.arriving.values()]
    return Links(
        before=np.array([link.before for link in links], np.int64), after=np.array(list(step.arriving), np.int64),
        starts=np.cumsum([0, *counts[:-1]]).astype(np.int64),
        alone=np.array([len(into) == 1 and into[0].full for into in step.arriving.values()], bool),
        full=np.array([link.full for link in links], bool), shares=shares, even=even,
        leaving=tuple(np.array(index, np.int64) for index in by_count.values()),
    )  # fmt: skip
