"""The dense cube: what is known, series × body × month, the last word on each cell.

Entries are written in the order they were recorded, later over earlier, so
"as known at T" is nothing but the entries up to T. A plane holds the figures
of windows of one length, by their last month; the plane of length 0 holds the
year so far where that is no quarter, half or year ("9 tháng").
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from giaoban.catalogue import Catalogue, Window
from giaoban.ledger import Entry, Fact, Figure, Grade, Stated, Target, decode
from giaoban.ledger.figures import KINDS, WHOLE
from giaoban.values import Quality

Array = NDArray[np.float64]
Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]
Small = NDArray[np.int8]
At = tuple[int, int]  # row and column of a series and a body
LENGTHS = (1, 3, 6, 12)
QUALITIES = (Quality.ESTIMATE, Quality.PRELIMINARY, Quality.ACTUAL, Quality.FINAL)  # worst first
EXACT_BELOW = 2.0**53


class TooLarge(ArithmeticError):
    """A figure or sum reaches 2^53 steps, beyond which whole steps are no longer exact."""


class Series(NamedTuple):
    """One row of the cube: an indicator in a regime, whole or one part (chuỗi số liệu)."""

    indicator: str
    regime: str
    part: str = WHOLE


@dataclass(slots=True)
class Plane:
    """Figures of windows of one length, by last month.

    Shapes are (month, series, body). `value` is in whole steps, NaN where there is none; `entry` the number of
    the entry, 0 where there is none. An entry without a value says that the indicator does not apply to the body.
    """

    value: Array
    entry: Whole

    @classmethod
    def empty(cls, shape: tuple[int, int, int]) -> Plane:
        """Return a plane in which nothing is known."""
        return cls(np.full(shape, np.nan), np.zeros(shape, np.int64))


@dataclass(frozen=True, slots=True, order=True)
class DatedFigure:
    """A figure to a day, kept beside the planes; `steps` is None where the body says that the indicator does not apply."""

    day: date
    steps: int | None = field(compare=False)
    entry: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A sparse fact with the number of its entry."""

    item: Target | Stated | Grade
    entry: int


@dataclass
class Cube:
    """Everything known of one book up to one entry (khối số liệu).

    Args:
        number: Number of the last entry written in.
        entries: All entries, entry n at index n - 1.
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
    planes: dict[int, Plane]
    dated: dict[int, dict[At, list[DatedFigure]]]
    sparse: Mapping[At, Sequence[Recorded]]
    versions: Mapping[str, Sequence[int]]
    hidden: int
    reloaded: bool = False
    row: Mapping[Series, int] = field(default_factory=dict)
    column: Mapping[str, int] = field(default_factory=dict)
    _told: dict[int, Mask] = field(default_factory=dict, repr=False)

    @cached_property
    def followed(self) -> Mask:
        """Where anything was ever known (series, body): a figure, a plan, a stated relation or a judgement."""
        found = np.zeros((len(self.series), len(self.bodies)), bool)
        for plane in self.planes.values():
            found |= (plane.entry > 0).any(axis=0)
        for at in [*self.sparse, *(at for month in self.dated.values() for at in month)]:
            found[at] = True
        return found

    def told(self, window: Window) -> Mask:
        """Return where a figure of the window's last month or of an earlier one is known (series, body)."""
        until = max(0, min(self.months, (window.year - self.first_year) * 12 + window.last))
        if until not in self._told:
            found = np.zeros((len(self.series), len(self.bodies)), bool)
            for plane in self.planes.values():
                found |= (plane.entry[:until] > 0).any(axis=0)
            for index, figures in self.dated.items():
                for at in figures if index < until else ():
                    found[at] = True
            self._told[until] = found
        return self._told[until]

    def month(self, window: Window) -> int | None:
        """Return the index of the window's last month, or None where nothing is known of that year."""
        index = (window.year - self.first_year) * 12 + window.last - 1
        return index if 0 <= index < self.months else None

    def plane(self, length: int, *, window: Window) -> tuple[Array, Mask]:
        """Return the figures (series, body) of windows of that length that end with this one's last month.

        Returns:
            Values in steps, NaN where unknown; and whether the body says that the indicator does not apply to it.
        """
        index, plane = self.month(window), self.planes.get(length)
        if plane is None or index is None:
            shape = len(self.series), len(self.bodies)
            return np.full(shape, np.nan), np.zeros(shape, bool)
        value = plane.value[index]
        return value, np.isnan(value) & (plane.entry[index] > 0)

    def entry_of(self, at: At, *, length: int, window: Window) -> int:
        """Return the number of the entry of the window of that length that ends with this one's last month; 0 for none."""
        index, plane = self.month(window), self.planes.get(length)
        return 0 if plane is None or index is None else int(plane.entry[index, at[0], at[1]])

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


@dataclass
class _Found:
    """What stands after the last entry, by kind and key."""

    figures: dict[str, int] = field(default_factory=dict)
    sparse: dict[tuple[str, str], Recorded] = field(default_factory=dict)
    versions: dict[str, list[int]] = field(default_factory=dict)
    hidden: int = 0
    reloaded: bool = False


def build(entries: Sequence[Entry], *, catalogue: Catalogue, regime: str, sees: Callable[[Fact], bool]) -> Cube:
    """Return the cube of the entries.

    Args:
        entries: A book's entries from the first, as known at some instant.
        catalogue: Gives the axes: every indicator has a row in `regime` and in each regime in which something
            was reported, every body a column, known or not.
        regime: The book's default regime.
        sees: Whether the asker may see an item; what may not be seen is counted and left out.

    Raises:
        TooLarge: A figure reaches 2^53 steps.
    """
    found = _read(entries, sees)
    cells = [key.rpartition("/") for key in (*found.figures, *(one.item.cell.key for one in found.sparse.values()))]
    places = {place: tuple(place.split("/")) for place in {cell[0] for cell in cells}}  # by indicator/regime/part/body
    regimes = {regime, *(place[1] for place in places.values())}
    every = {Series(id, one) for id in catalogue.indicators for one in regimes}
    series = tuple(sorted(every | {Series(*place[:3]) for place in places.values()}))
    bodies = tuple(sorted(set(catalogue.bodies) | {place[3] for place in places.values()}))
    years = {window_of(period).year for period in {cell[2] for cell in cells}} or {catalogue.on.year}
    row, column = {name: n for n, name in enumerate(series)}, {name: n for n, name in enumerate(bodies)}
    at = {name: (row[Series(*place[:3])], column[place[3]]) for name, place in places.items()}
    sparse: dict[At, list[Recorded]] = {}
    for recorded in found.sparse.values():
        sparse.setdefault(at[recorded.item.cell.key.rpartition("/")[0]], []).append(recorded)
    cube = Cube(
        number=len(entries), entries=entries, series=series, bodies=bodies, first_year=min(years),
        months=(max(years) - min(years) + 1) * 12, planes={}, dated={}, sparse=sparse,
        versions={key: numbers for key, numbers in found.versions.items() if len(numbers) > 1},
        hidden=found.hidden, reloaded=found.reloaded, row=row, column=column,
    )  # fmt: skip
    _write(cube, found.figures, at)
    return cube


def _read(entries: Iterable[Entry], sees: Callable[[Fact], bool]) -> _Found:
    found = _Found()
    for entry in entries:
        if entry.kind == "Withdrawal":
            kind, _, key = entry.key.partition(":")
            if kind == "Figure":
                found.figures.pop(key, None)
            else:
                found.sparse.pop((kind, key), None)
        elif entry.kind in KINDS:
            item = decode(entry)
            if not sees(item):  # type: ignore[arg-type]  # a withdrawal was met above
                found.hidden += 1
            elif isinstance(item, Figure):
                found.figures[entry.key] = entry.number
                found.versions.setdefault(entry.key, []).append(entry.number)
            else:
                found.sparse[entry.kind, entry.key] = Recorded(item, entry.number)  # type: ignore[arg-type]  # the rest
        else:
            found.reloaded |= entry.kind == "Opening"
    return found


def _write(cube: Cube, figures: Mapping[str, int], places: Mapping[str, At]) -> None:
    """Write the figures into the planes, those to a day beside them."""
    for key, number in figures.items():
        place, _, period = key.rpartition("/")
        at, window, content = places[place], window_of(period), cube.entries[number - 1].content
        steps = int(content["steps"]) if content["steps"] else None
        if steps is not None and abs(steps) >= EXACT_BELOW:
            raise TooLarge(f"{key}: {content['printed']}")
        index = (window.year - cube.first_year) * 12 + window.last - 1
        if window.day:
            insort(cube.dated.setdefault(index, {}).setdefault(at, []), DatedFigure(window.day, steps, number))
            continue
        length = plane_of(window) or 0
        if length not in cube.planes:
            cube.planes[length] = Plane.empty((cube.months, len(cube.series), len(cube.bodies)))
        plane = cube.planes[length]
        plane.value[index, at[0], at[1]] = np.nan if steps is None else steps
        plane.entry[index, at[0], at[1]] = number
