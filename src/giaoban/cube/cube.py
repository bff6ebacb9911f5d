"""The dense cube: what is known, series × body × month, the last word on each cell.

Entries are written in the order they were recorded, later over earlier, so
"as known at T" is nothing but the entries up to T (`replay`). A plane holds
the figures of windows of one length, by their last month; the plane of length
0 holds the year so far where that is no quarter, half or year ("9 tháng").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from giaoban.catalogue import Window
from giaoban.cube.planes import LENGTHS, Array, Excerpt, Mask, Plane, Slot, Whole
from giaoban.ledger import Entry, Grade, Stated, Target
from giaoban.ledger.figures import WHOLE, encode

Small = NDArray[np.int8]
At = tuple[int, int]  # row and column of a series and a body
NEVER_TOLD = 2**15 - 1


class Series(NamedTuple):
    """One row of the cube: an indicator in a regime, whole or one part (chuỗi số liệu)."""

    indicator: str
    regime: str
    part: str = WHOLE


@dataclass(frozen=True, slots=True, order=True)
class DatedFigure:
    """A figure to a day, kept beside the planes; `steps` is None where the body says that the indicator does not apply."""

    day: date
    steps: int | None = field(compare=False)
    entry: int = field(compare=False)
    tags: int = field(compare=False, default=0)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A sparse fact with the number of its entry."""

    item: Target | Stated | Grade
    entry: int

    @property
    def key(self) -> tuple[str, str]:
        """Kind and key of the entry: a later one of the same takes its place."""
        return type(self.item).__name__, encode(self.item).key


@dataclass
class Cube:
    """Everything known of one book up to one entry (khối số liệu).

    Args:
        number: Number of the last entry written in.
        entries: All entries, entry n at index n - 1; empty where figures came in columns.
        first_year: Year of month index 0.
        months: Length of the month axis, twelve a year.
        dated: Figures to a day in the order of days, by month index, then by row and column.
        sparse: Targets, stated relations and grades, by row and column in the order recorded.
        versions: Numbers of all entries of a figure's key that has more than one, oldest first.
        hidden: How many entries the asker may not see.
        reloaded: Whether the book begins with a history that was loaded later.
    """

    number: int
    entries: Sequence[Entry]
    series: tuple[Series, ...]
    bodies: tuple[str, ...]
    first_year: int
    months: int
    planes: Mapping[int, Plane | Excerpt]
    dated: Mapping[int, Mapping[At, Sequence[DatedFigure]]]
    sparse: Mapping[At, Sequence[Recorded]]
    versions: Mapping[str, Sequence[int]]
    hidden: int
    reloaded: bool = False
    row: Mapping[Series, int] = field(default_factory=dict)
    column: Mapping[str, int] = field(default_factory=dict)
    kept: dict[Any, Any] = field(default_factory=dict, repr=False)  # what follows from the axes alone
    by_period: Mapping[str, Sequence[tuple[At, Recorded]]] | None = field(default=None, repr=False)  # sparse, the other way round
    plan_slots: dict[str, Mapping[str, Slot]] = field(default_factory=dict, repr=False)  # by period and authority
    cut_from: tuple[Cube, Whole] | None = field(default=None, repr=False)  # of an excerpt: the whole, and which columns
    _told: dict[int, Mask] = field(default_factory=dict, repr=False)
    first_seen: NDArray[np.int16] | None = field(default=None, repr=False)  # worked out when it is first asked for

    @property
    def shape(self) -> tuple[int, int]:
        """How many series and bodies there are."""
        return len(self.series), len(self.bodies)

    @property
    def first_told(self) -> NDArray[np.int16]:
        """Index of the first month at whose end a figure is known (series, body); `NEVER_TOLD` where none is."""
        if self.first_seen is None:
            first = np.full(self.shape, NEVER_TOLD, np.int16)
            for plane in self.planes.values():
                for month, slot in plane.by_month():
                    np.minimum(first, np.where(slot.entry > 0, np.int16(month), np.int16(NEVER_TOLD)), out=first)
            for index, figures in self.dated.items():
                for at in figures:
                    first[at] = min(first[at], index)
            self.first_seen = first
        return self.first_seen

    @cached_property
    def followed(self) -> Mask:
        """Where anything was ever known (series, body): a figure, a plan, a stated relation or a judgement."""
        found: Mask = self.first_told < NEVER_TOLD
        for at in self.sparse:
            found[at] = True
        return found

    def told(self, window: Window) -> Mask:
        """Return where a figure of the window's last month or of an earlier one is known (series, body)."""
        until = max(0, min(self.months, (window.year - self.first_year) * 12 + window.last))
        if until not in self._told:
            self._told[until] = self.first_told < until
        return self._told[until]

    def month(self, window: Window) -> int | None:
        """Return the index of the window's last month, or None where nothing is known of that year."""
        index = (window.year - self.first_year) * 12 + window.last - 1
        return index if 0 <= index < self.months else None

    def slot(self, length: int, *, window: Window) -> Slot | None:
        """Return what stands for windows of that length that end with this one's last month; None where nothing does."""
        index, plane = self.month(window), self.planes.get(length)
        return None if plane is None or index is None else plane.slot(index)

    def plane(self, length: int, *, window: Window) -> tuple[Array, Mask]:
        """Return the figures (series, body) of windows of that length that end with this one's last month; to read only.

        Returns:
            Values in steps, NaN where unknown; and whether the body says that the indicator does not apply to it.
        """
        slot = self.slot(length, window=window) or self.nothing
        return slot.value, slot.na

    @cached_property
    def nothing(self) -> Slot:
        """A slot in which nothing is known."""
        return Slot.empty(self.shape)

    def entry_of(self, at: At, *, length: int, window: Window) -> int:
        """Return the number of the entry of the window of that length that ends with this one's last month; 0 for none."""
        slot = self.slot(length, window=window)
        return 0 if slot is None else int(slot.entry[at])

    def days_of(self, at: At, *, window: Window) -> Sequence[DatedFigure]:
        """Return the figures to a day in the window's last month, in the order of days."""
        index = self.month(window)
        return () if index is None else self.dated.get(index, {}).get(at, ())

    def figure(self, at: At, *, window: Window) -> int:
        """Return the number of the entry of a window's own figure, 0 where there is none."""
        if window.day:
            return next((one.entry for one in self.days_of(at, window=window) if one.day == window.day), 0)
        length = plane_of(window)
        return 0 if length is None else self.entry_of(at, length=length, window=window)

    def of(self, at: At) -> Sequence[Recorded]:
        """Return the targets, stated relations and grades of a series and body."""
        return self.sparse.get(at, ())

    def said_of(self, code: str) -> Sequence[tuple[At, Recorded]]:
        """Return the targets, stated relations and grades of a period, with their places."""
        if self.by_period is None:
            found: dict[str, list[tuple[At, Recorded]]] = {}
            for at, facts in self.sparse.items():
                for one in facts:
                    found.setdefault(one.item.cell.period, []).append((at, one))
            self.by_period = found
        return self.by_period.get(code, ())

    def plans(self, code: str) -> Mapping[str, Slot]:
        """Return the targets of a plan period by authority, each the newest version, which stands in the tags."""
        if code not in self.plan_slots:
            slots: dict[str, Slot] = {}
            for at, one in self.said_of(code):
                if isinstance(one.item, Target):
                    slot = slots.setdefault(one.item.authority, Slot.empty(self.shape))
                    if slot.tags[at] <= one.item.version:
                        slot.value[at], slot.entry[at], slot.tags[at] = one.item.steps, one.entry, one.item.version
            self.plan_slots[code] = slots
        return self.plan_slots[code]

    def excerpt(self, rows: Whole, *, columns: Whole) -> Cube:
        """Return the cube of some series and bodies, in their order on the axes; planes are cut when they are looked at."""
        series, bodies = tuple(self.series[n] for n in rows), tuple(self.bodies[n] for n in columns)
        row, column = {name: n for n, name in enumerate(series)}, {name: n for n, name in enumerate(bodies)}
        in_row, in_column = dict(zip(rows.tolist(), row.values(), strict=True)), dict(zip(columns.tolist(), column.values(), strict=True))

        def moved(at: At) -> At | None:
            return (in_row[at[0]], in_column[at[1]]) if at[0] in in_row and at[1] in in_column else None

        cut = ((month, {here: days for at, days in figures.items() if (here := moved(at))}) for month, figures in self.dated.items())
        dated = {month: figures for month, figures in cut if figures}
        sparse = {here: self.sparse[at] for at in self._sparse_at(rows, columns) if (here := moved(at))}
        planes = {length: Excerpt(plane, rows, columns) for length, plane in self.planes.items() if isinstance(plane, Plane)}
        return Cube(
            self.number, self.entries, series, bodies, self.first_year, self.months, planes, dated, sparse, self.versions,
            self.hidden, self.reloaded, row, column, first_seen=self.first_told[np.ix_(rows, columns)],
            cut_from=(self, columns),
            plan_slots={
                code: {authority: slot.part(rows, columns=columns) for authority, slot in slots.items()}
                for code, slots in self.plan_slots.items()
            },
        )  # fmt: skip

    def _sparse_at(self, rows: Whole, columns: Whole) -> list[At]:
        """Return where sparse facts may lie, looked up from the shorter side."""
        if len(self.sparse) <= len(rows) * len(columns):
            return list(self.sparse)
        return [at for row in rows.tolist() for column in columns.tolist() if (at := (row, column)) in self.sparse]


def plane_of(window: Window) -> int | None:
    """Return the length of the plane that holds the window's figures; 0 for a year so far of another length, else None.

    Example:
        >>> [plane_of(Window.of(code)) for code in ("2026-Q2", "2026-9M", "2026-2M")], plane_of(Window(2026, 4, 5))
        ([3, 0, 0], None)
    """
    length = window.months
    if length in LENGTHS and window.last % length == 0:
        return length
    return 0 if window.from_start else None


@lru_cache(maxsize=4096)
def window_of(code: str) -> Window:
    """Return the window of a code, remembered."""
    return Window.of(code)
