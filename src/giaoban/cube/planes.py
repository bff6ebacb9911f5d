"""Planes of figures by the length of their window, written many at a time.

A plane has a slot for each month with which such a window may end; a slot
holds what stands for every series and body. Slots are copied when they are
written to and shared where they are not, so a reader of the cube of a moment
ago never sees half of what came since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from giaoban.cube.tags import TAKEN_BACK, UNSURE_BITS, Tags, flowing, revised_by

Array = NDArray[np.float64]
Whole = NDArray[np.int64]
Numbers = NDArray[np.int32]
Mask = NDArray[np.bool_]
LENGTHS = (1, 3, 6, 12)
EXACT_BELOW = 2**53
MOST_ENTRIES = 2**31
SAID, NEVER_APPLIES, WITHDRAWN = 0, 1, 2


class TooLarge(ArithmeticError):
    """A figure or sum reaches 2^53 steps, beyond which whole steps are no longer exact."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Figures in the order they were recorded, column by column (các cột số liệu).

    Args:
        row, column: Place of series and body on the cube's axes.
        length: Of the plane: 1, 3, 6, 12 months; 0 for a year so far of another length.
        month: Index of the window's last month on the cube's axis.
        steps: Whole steps; anything where `kind` is not SAID.
        unsure: Quality, as bits of `tags`.
        kind: SAID, NEVER_APPLIES (the indicator does not apply to the body) or WITHDRAWN.
        number: Numbers of the entries, rising.
    """

    row: NDArray[np.int32]
    column: NDArray[np.int32]
    length: NDArray[np.int8]
    month: NDArray[np.int16]
    steps: Whole
    unsure: Tags
    kind: NDArray[np.int8]
    number: NDArray[np.int32]

    def __len__(self) -> int:
        """How many figures there are."""
        return len(self.number)

    def take(self, at: NDArray[np.int64] | slice) -> Columns:
        """Return some of the figures."""
        return Columns(*(getattr(self, name)[at] for name in self.__dataclass_fields__))


@dataclass(slots=True)
class Slot:
    """What stands at one month's end, arrays (series, body).

    Args:
        value: Whole steps; NaN where there is no number.
        entry: Number of the entry, 0 where there is none; one without a value says that the indicator does not apply.
        tags: Quality and revision of the figure.
    """

    value: Array
    entry: Numbers
    tags: Tags
    not_applying: Mask | None = None  # this and the next are worked out when they are first asked for
    flowing: Tags | None = None
    placed: tuple[int, int, int] | None = None

    @property
    def na(self) -> Mask:
        """Where the body says that the indicator does not apply to it."""
        if self.not_applying is None:
            self.not_applying = np.isnan(self.value) & (self.entry > 0)
        return self.not_applying

    @property
    def addresses(self) -> tuple[int, int, int]:
        """Where value, entry and tags lie in memory, for compiled kernels; they live as long as the slot."""
        if self.placed is None:
            first, second, third = (side.__array_interface__["data"][0] for side in (self.value, self.entry, self.tags))
            self.placed = first, second, third
        return self.placed

    @property
    def flow(self) -> Tags:
        """Quality and revision where there is a number; nothing elsewhere."""
        if self.flowing is None:
            self.flowing = flowing(self.tags, known=~np.isnan(self.value))
        return self.flowing

    @classmethod
    def empty(cls, shape: tuple[int, int]) -> Slot:
        """Return a slot in which nothing is known."""
        return cls(np.full(shape, np.nan), np.zeros(shape, np.int32), np.zeros(shape, np.uint8))

    def copy(self) -> Slot:
        """Return a copy to write to."""
        return Slot(self.value.copy(), self.entry.copy(), self.tags.copy())

    def part(self, rows: Whole, *, columns: Whole) -> Slot:
        """Return what stands for some series and bodies."""
        at: Any = rows if len(columns) == self.value.shape[1] else np.ix_(rows, columns)
        return Slot(self.value[at], self.entry[at], self.tags[at])


@dataclass(slots=True)
class Plane:
    """Figures of windows of one length (mặt số liệu).

    Args:
        every: Months from one slot to the next.
        slots: By place; None where nothing was ever said.
        withdrawn: Steps of figures that were taken back, None where they said that it does not apply, and the numbers of their
            entries; by place of the slot, row and column.
    """

    every: int
    slots: list[Slot | None]
    withdrawn: dict[tuple[int, int, int], tuple[int | None, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, length: int, *, months: int) -> Plane:
        """Return an empty plane."""
        every = max(1, length)
        return cls(every, [None] * (months // every))

    def slot(self, month: int) -> Slot | None:
        """Return what stands at a month's end; None where nothing was said, or no such window ends with the month."""
        place, rest = divmod(month + 1, self.every)
        return None if rest else self.slots[place - 1]

    def by_month(self) -> Iterator[tuple[int, Slot]]:
        """Yield the slots in which something was said, with the index of their month."""
        return ((place * self.every + self.every - 1, slot) for place, slot in enumerate(self.slots) if slot is not None)

    def branch(self) -> Plane:
        """Return a plane that shares all slots until they are written to."""
        return Plane(self.every, list(self.slots), dict(self.withdrawn))

    def write(self, said: Columns, *, shape: tuple[int, int], fresh: set[int]) -> None:
        """Write figures of this length over what stands.

        Args:
            fresh: Places of the slots that nobody else reads; all others are copied first.

        Raises:
            TooLarge: A figure reaches 2^53 steps.
        """
        places = (said.month // self.every).astype(np.int16)
        order = np.argsort(places, kind="stable") if len(said) and places.min() != places.max() else None
        sorted_places, said = (places, said) if order is None else (places[order], said.take(order))
        bounds = [0, *(np.flatnonzero(np.diff(sorted_places)) + 1).tolist(), len(said)] if len(said) else []
        for start, end in pairwise(bounds):
            place = int(sorted_places[start])
            slot = self.slots[place]
            if slot is None or place not in fresh:
                slot = Slot.empty(shape) if slot is None else slot.copy()
                fresh.add(place)
            self._put(place, slot, said.take(slice(start, end)))
            self.slots[place] = slot

    def _put(self, place: int, slot: Slot, said: Columns) -> None:
        slot.not_applying = slot.flowing = None
        value, entry, tags = slot.value.reshape(-1), slot.entry.reshape(-1), slot.tags.reshape(-1)
        at = said.row.astype(np.int64) * slot.value.shape[1] + said.column
        before = entry[at]
        entry[at] = said.number
        last = entry[at] == said.number
        if not last.all():  # the same cell twice: one after the other
            entry[at] = before
            self._put(place, slot, said.take(np.flatnonzero(~last)))
            self._put(place, slot, said.take(np.flatnonzero(last)))
            return
        steps = np.where(said.kind == SAID, said.steps.astype(np.float64), np.nan)
        if (np.abs(said.steps[said.kind == SAID]) >= EXACT_BELOW).any():
            raise TooLarge(f"entry {int(said.number[np.argmax(np.abs(said.steps))])}")
        was, had = value[at], tags[at]
        known = (before > 0) | (had & TAKEN_BACK > 0)
        gone = said.kind == WITHDRAWN
        if self.withdrawn and (back := np.flatnonzero(had & TAKEN_BACK)).size:
            for n in back.tolist():
                old, _ = self.withdrawn.get((place, int(said.row[n]), int(said.column[n])), (None, 0))
                was[n] = np.nan if old is None else old
        same = (was == steps) | (np.isnan(was) & np.isnan(steps))
        new = said.unsure | np.where(known, revised_by(said.unsure, before=had, same=same), np.uint8(0))
        if gone.any():
            self._take_back(place, said, gone & (before > 0), was, before)
            new = np.where(gone, (had & UNSURE_BITS) | np.where(known, np.uint8(TAKEN_BACK), np.uint8(0)), new)
            entry[at[gone]] = 0
        value[at], tags[at] = steps, new

    def _take_back(self, place: int, said: Columns, gone: Mask, was: Array, before: Numbers) -> None:
        for n in np.flatnonzero(gone).tolist():
            steps = None if np.isnan(was[n]) else int(was[n])
            self.withdrawn[place, int(said.row[n]), int(said.column[n])] = steps, int(before[n])


@dataclass(slots=True)
class Excerpt:
    """Some series and bodies of a plane, each slot cut out when it is first looked at."""

    whole: Plane
    rows: Whole
    columns: Whole
    _cut: dict[int, Slot] = field(default_factory=dict)
    _places: Whole | None = None  # in an array that is laid out flat; worked out once

    def _cut_out(self, slot: Slot) -> Slot:
        width = slot.value.shape[1]
        if len(self.columns) == width:
            return slot.part(self.rows, columns=self.columns)
        if self._places is None:
            self._places = self.rows[:, None] * width + self.columns[None, :]
        at, value, entry, tags = self._places, slot.value.reshape(-1), slot.entry.reshape(-1), slot.tags.reshape(-1)
        return Slot(value[at], entry[at], tags[at])

    def slot(self, month: int) -> Slot | None:
        """Return what stands at a month's end; None where nothing was said, or no such window ends with the month."""
        if month not in self._cut:
            slot = self.whole.slot(month)
            if slot is None:
                return None
            self._cut[month] = self._cut_out(slot)
        return self._cut[month]

    def by_month(self) -> Iterator[tuple[int, Slot]]:
        """Yield the slots in which something was said, with the index of their month."""
        return ((month, self.slot(month) or slot) for month, slot in self.whole.by_month())
