"""What the kernels are handed, and what they hand back: arrays of the types that they are compiled for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from giaoban.catalogue import Direction, OverBodies, OverTime, Window
from giaoban.cube import Array, Cube, Mask, Tags, Whole
from giaoban.engine.frame import Frame
from giaoban.engine.kernel_time import PLANES
from giaoban.engine.kernels import Kernels
from giaoban.engine.rules import Rules

TIME = (OverTime.NEVER, OverTime.LAST, OverTime.SUM, OverTime.MEAN, OverTime.MIN, OverTime.MAX)
BODIES = (OverBodies.SUM, OverBodies.MEAN, OverBodies.WEIGHTED_MEAN, OverBodies.COUNT, OverBodies.MIN, OverBodies.MAX)
NOT_ROLLED = len(BODIES)
MUCH = 10_000  # cells from which on two threads are quicker than one
Sides = tuple[NDArray[Any], ...]
Timed = tuple[Array, Mask, Tags]
KINDS = (np.float64, np.int8, np.bool_, np.int64, np.int64, np.float64, np.bool_, np.uint8, np.float64, np.float64)  # of `Rolled`


@dataclass(frozen=True)
class Codes:
    """The adding rules as numbers (mã cách tính).

    Args:
        flags: Of each row: silent, own is a part, parts make the whole, one that is set for each call, counts what is less.
    """

    over_time: NDArray[np.int8]
    over_bodies: NDArray[np.int8]
    silent: Mask
    flags: Mask
    meets: Array
    weights: Whole


def codes_of(rules: Rules) -> Codes:
    """Return the rules as numbers, kept with them."""
    found: Codes | None = rules.kept.get("codes")
    if found is None:
        found = rules.kept["codes"] = _codes(rules)
    return found


def _codes(rules: Rules) -> Codes:
    count = len(rules.over_time)
    weights = np.full(count, -1, np.int64)
    weights[rules.weighted] = rules.weights
    meets = np.full(count, np.nan)
    less = np.zeros(count, bool)
    for row, one in enumerate(rules.indicators):
        if one is not None and one.meets is not None:
            meets[row], less[row] = float(one.step.count(one.meets, measure=one.measure)), one.direction is Direction.LESS
    bodies = np.array([BODIES.index(rule) if rule in BODIES else NOT_ROLLED for rule in rules.over_bodies], np.int8)
    flags = np.stack([rules.silent, rules.own_part, rules.makes_whole, np.zeros(count, bool), less], axis=1)
    over_time = np.array([TIME.index(rule) for rule in rules.over_time], np.int8)
    return Codes(over_time, bodies, rules.silent, flags, meets, weights)


def slots_of(cube: Cube, *, year: int) -> NDArray[np.int64]:
    """Return of each slot of a year in which something was said: plane, month, and where value, entry and tags lie."""
    found = []
    for place, length in enumerate(PLANES):
        for month in range(max(1, length), 13, max(1, length)):
            slot = cube.slot(length, window=Window(year, month, month))
            if slot is not None:
                found.append((place, month, *slot.addresses))
    return np.array(found, np.int64).reshape(-1, 5)


def timed(kernel: Kernels, *, cube: Cube, rules: Rules, windows: Sequence[Window], slots: NDArray[np.int64]) -> list[Timed]:
    """Return value, na and tags of windows of whole months of one year, on a map that does not change inside the year."""
    codes, size, count = codes_of(rules), len(cube.series) * len(cube.bodies), len(windows)
    value, na, tags = np.empty((count, size)), np.empty((count, size), bool), np.empty((count, size), np.uint8)
    months = np.array([(window.first, window.last) for window in windows], np.int64)

    def some(rows: tuple[int, int]) -> None:
        kernel.timeline((slots, codes.over_time, codes.silent, months, *rows, len(cube.bodies), value, na, tags))

    in_halves(some, rows=len(cube.series), size=size)
    return [tuple(side[place].reshape(cube.shape) for side in (value, na, tags)) for place in range(count)]


def rolled(
    kernel: Kernels, *, moved: Sides, frame: Frame, rules: Rules, told: Mask, applies: Mask, known: tuple[Sides, Mask, Mask, bool] | None
) -> tuple[Sides, float]:
    """Return the arrays of a roll-up in their order, and the largest sum.

    Args:
        moved: Value, mark, na, tags.
        known: What is known of some wholes in another way: the same arrays, of which rows, which bodies, and whether it
            takes the place of an exact figure too.
    """
    codes, shape = codes_of(rules), told.shape
    out = tuple(np.empty(shape, kind) for kind in KINDS)
    flags, kept, always = codes.flags, np.zeros(shape[1], bool), False
    other: Sides = out
    wholes = frame.order
    if known is not None:
        other, rows, kept, always = known
        flags = flags.copy()
        flags[:, 3] = rows
        wholes = (*sorted(set(np.flatnonzero(kept).tolist()) - set(frame.order)), *frame.order)
    numbers = codes.over_bodies, flags, codes.meets, codes.weights
    places = frame.standing, frame.reports, *_places(wholes, frame)
    found: list[float] = []

    def some(rows: tuple[int, int]) -> None:
        found.append(kernel.roll((numbers, told, applies, places, moved, out, (other, kept, known is not None, always), *rows)))

    in_halves(some, rows=shape[0], size=told.size if not len(rules.weighted) else 0)  # a mean waits for its weights
    return out, max(found, default=0.0)


def _places(wholes: Sequence[int], frame: Frame) -> tuple[Whole, Whole, Whole, Whole]:
    """Return wholes, where the parts of each begin and end, and the parts one after the other."""
    found = [frame.parts.get(whole, np.zeros(0, np.int64)) for whole in wholes]
    ends = np.cumsum([0, *map(len, found)])
    parts = np.concatenate(found) if found else np.zeros(0, np.int64)
    return np.array(wholes, np.int64), ends[:-1].astype(np.int64), ends[1:].astype(np.int64), parts.astype(np.int64)


def in_halves(act: Callable[[tuple[int, int]], None], *, rows: int, size: int) -> None:
    """Do something for all rows: where there is much to do, for one half of them in a thread of its own."""
    if size < MUCH or rows < 2:
        act((0, rows))
        return
    half = rows // 2
    other = _pool().submit(act, (half, rows))
    act((0, half))
    other.result()


@lru_cache(maxsize=1)
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(2, thread_name_prefix="rows")


def example(kernel: Kernels) -> None:
    """Ask for next to nothing, with the types of everything that will be asked for."""
    value, na, tags = np.empty((1, 1)), np.empty((1, 1), bool), np.empty((1, 1), np.uint8)
    code, yes, place, level = np.zeros(1, np.int8), np.ones(1, bool), np.zeros(1, np.int64), np.ones(1)
    kernel.timeline((np.zeros((0, 5), np.int64), code, ~yes, np.ones((1, 2), np.int64), 0, 1, 1, value, na, tags))
    out = tuple(np.ones((1, 1), kind) for kind in KINDS)
    moved = out[0].copy(), out[1].copy(), out[2].copy(), out[7].copy()
    numbers, places = (code, np.zeros((1, 5), bool), level, place - 1), (yes, yes, place, place, place, place)
    kernel.roll((numbers, np.ones((1, 1), bool), np.ones((1, 1), bool), places, moved, out, (out, ~yes, False, False), 0, 1))
