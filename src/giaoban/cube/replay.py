"""From a run of entries to the cube: all of a book, or what came since.

Figures are gathered in columns and written plane by plane; each entry is met
once. What came since is written over copies of the slots that it touches.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from giaoban.catalogue import Catalogue, Window
from giaoban.cube.cube import At, Cube, DatedFigure, Recorded, Series, plane_of, window_of
from giaoban.cube.planes import EXACT_BELOW, NEVER_APPLIES, SAID, WITHDRAWN, Columns, Plane, TooLarge
from giaoban.cube.tags import UNSURE, revised_by
from giaoban.ledger import Entry, Fact, decode
from giaoban.ledger.figures import KINDS, SEEN_BY_ALL

UNSURE_OF = {quality.value: bits for quality, bits in UNSURE.items()}
Sees = Callable[[Fact], bool]


class NewAxis(LookupError):
    """An entry speaks of a series, body or year that the cube has no place for, or changes a definition: build it anew."""


@dataclass
class _Told:
    """Figures and withdrawals in the order of their entries: place and period of each as numbers, the rest side by side.

    Args:
        earlier: Gives the number of the last entry of a figure's key before these; 0 for none.
        insider: Whether the asker may see every figure that all of the house may see, so that one need not ask.
    """

    earlier: Callable[[str], int]
    insider: bool = True
    places: dict[str, int] = field(default_factory=dict)
    periods: dict[str, int] = field(default_factory=dict)
    place: list[int] = field(default_factory=list)
    period: list[int] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
    unsure: list[int] = field(default_factory=list)
    kind: list[int] = field(default_factory=list)
    number: list[int] = field(default_factory=list)
    sparse: dict[tuple[str, str], Recorded | None] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    versions: dict[str, list[int]] = field(default_factory=dict)
    taken_back: set[tuple[str, str]] = field(default_factory=set)
    hidden: int = 0
    reloaded: bool = False
    defines: bool = False

    def read(self, entries: Iterable[Entry], *, sees: Sees) -> None:
        """Take everything that the entries say of figures."""
        for entry in entries:
            kind = entry.kind
            if kind == "Figure":
                self._figure(entry, sees)
            elif kind == "Withdrawal":
                of, _, key = entry.key.partition(":")
                if of != "Figure":
                    self.sparse.pop((of, key), None)
                    self.sparse[of, key] = None
                    self.taken_back.add((of, key))
                elif before := self.first.get(key) or self.earlier(key):
                    self._put(key, entry.number, 0, WITHDRAWN, 0)
                    if window_of(key.rpartition("/")[2]).day:  # no plane remembers it
                        self.versions.setdefault(key, [before])
            elif kind in KINDS:
                self._sparse(entry, sees)
            else:
                self.reloaded |= kind == "Opening"
                self.defines |= kind == "Definition"

    def _figure(self, entry: Entry, sees: Sees) -> None:
        content, key, number = entry.content, entry.key, entry.number
        is_open = self.insider and content.get("visibility", SEEN_BY_ALL) == SEEN_BY_ALL
        if not is_open and not sees(decode(entry)):  # type: ignore[arg-type]  # a figure
            self.hidden += 1
            return
        before = self.first.setdefault(key, self.earlier(key) or number)
        if before != number:
            self.versions.setdefault(key, [before]).append(number)
        steps = content["steps"]
        if steps and not -EXACT_BELOW < int(steps) < EXACT_BELOW:
            raise TooLarge(f"{key}: {content['printed']}")
        self._put(key, number, int(steps) if steps else 0, SAID if steps else NEVER_APPLIES, UNSURE_OF[content["quality"]])

    def _put(self, key: str, number: int, steps: int, kind: int, unsure: int) -> None:
        place, _, period = key.rpartition("/")
        self.place.append(self.places.setdefault(place, len(self.places)))
        self.period.append(self.periods.setdefault(period, len(self.periods)))
        self.steps.append(steps)
        self.kind.append(kind)
        self.unsure.append(unsure)
        self.number.append(number)

    def _sparse(self, entry: Entry, sees: Sees) -> None:
        item, at = decode(entry), (entry.kind, entry.key)
        if not sees(item):  # type: ignore[arg-type]  # a withdrawal was met above
            self.hidden += 1
            return
        if self.sparse.get(at) is None:
            self.sparse.pop(at, None)  # taken back and said anew, it comes last
        self.sparse[at] = Recorded(item, entry.number)  # type: ignore[arg-type]  # the rest

    def cells(self) -> list[tuple[str, str]]:
        """Return place and period of everything sparse that stands."""
        found = (one.item.cell.key.rpartition("/") for one in self.sparse.values() if one)
        return [(place, period) for place, _, period in found]


def build(entries: Sequence[Entry], *, catalogue: Catalogue, regime: str, sees: Sees, insider: bool = True) -> Cube:
    """Return the cube of the entries.

    Args:
        entries: A book's entries from the first, as known at some instant.
        catalogue: Gives the axes: every indicator has a row in `regime` and in each regime in which something
            was reported, every body a column, known or not.
        regime: The book's default regime.
        sees: Whether the asker may see an item. What may not be seen is counted and left out.
        insider: Whether the asker belongs to the house: of a figure that all of the house may see it is then not asked.

    Raises:
        TooLarge: A figure reaches 2^53 steps.
    """
    told = _Told(lambda _: 0, insider)
    told.read(entries, sees=sees)
    sparse = told.cells()
    places = [tuple(place.split("/")) for place in {*told.places, *(place for place, _ in sparse)}]
    regimes = {regime, *(place[1] for place in places)}
    every = {Series(id, one) for id in catalogue.indicators for one in regimes}
    series = tuple(sorted(every | {Series(*place[:3]) for place in places}))
    bodies = tuple(sorted(set(catalogue.bodies) | {place[3] for place in places}))
    years = {window_of(period).year for period in {*told.periods, *(period for _, period in sparse)}} or {catalogue.on.year}
    empty = Cube(
        number=0, entries=(), series=series, bodies=bodies, first_year=min(years), months=(max(years) - min(years) + 1) * 12,
        planes={}, dated={}, sparse={}, versions={}, hidden=0,
        row={name: n for n, name in enumerate(series)}, column={name: n for n, name in enumerate(bodies)},
    )  # fmt: skip
    return _with(empty, told, entries)


def follow(cube: Cube, *, entries: Sequence[Entry], sees: Sees, insider: bool = True) -> Cube:
    """Return the cube with what was recorded since; the one given stays as it is, and shares what did not change.

    Args:
        entries: All entries of the book, those that the cube knows among them.
        sees, insider: As for `build`; the same, or what was hidden would be counted twice.

    Raises:
        NewAxis: A new definition, or a series, body or year that the cube has no place for.
        TooLarge: A figure reaches 2^53 steps.
    """
    told = _Told(lambda key: _last(cube, key), insider)
    told.read(entries[cube.number :], sees=sees)
    known = all((Series(*place[:3]) in cube.row and place[3] in cube.column) for place in map(_split, told.places))
    within = all(0 <= window_of(period).year - cube.first_year < cube.months // 12 for period in told.periods)
    placed = all(one is None or _at(cube, one.item.cell.key.rpartition("/")[0]) for one in told.sparse.values())
    if told.defines or not (known and within and placed):
        raise NewAxis
    return _with(cube, told, entries)


def _split(place: str) -> list[str]:
    return place.split("/")


def _at(cube: Cube, place: str) -> At | None:
    indicator, regime, part, body = place.split("/")
    row, column = cube.row.get(Series(indicator, regime, part)), cube.column.get(body)
    return None if row is None or column is None else (row, column)


def _last(cube: Cube, key: str) -> int:
    """Return the number of the newest entry of a figure's key that the cube knows, taken back or not; 0 for none."""
    if key in cube.versions:
        return cube.versions[key][-1]
    place, _, period = key.rpartition("/")
    at, window = _at(cube, place), window_of(period)
    if at is None:
        return 0
    entry = cube.figure(at, window=window)
    plane, index = cube.planes.get(plane_of(window) or 0), cube.month(window)
    if entry or window.day or index is None or not isinstance(plane, Plane):
        return entry
    gone = plane.withdrawn.get((index // plane.every, *at))
    return gone[1] if gone else 0


def _with(cube: Cube, told: _Told, entries: Sequence[Entry]) -> Cube:
    """Return the cube with what was told written in."""
    places = [_at(cube, place) for place in told.places]
    windows = [window_of(period) for period in told.periods]
    place, period = np.array(told.place, np.int64), np.array(told.period, np.int64)
    planes = {length: plane.branch() for length, plane in cube.planes.items() if isinstance(plane, Plane)}
    if told.place:
        rows = np.array([at[0] if at else -1 for at in places], np.int32)[place]
        columns = np.array([at[1] if at else -1 for at in places], np.int32)[place]
        lengths = np.array([-1 if window.day else plane_of(window) or 0 for window in windows], np.int8)[period]
        months = np.array([(window.year - cube.first_year) * 12 + window.last - 1 for window in windows], np.int16)[period]
        said = Columns(
            rows, columns, lengths, months, np.array(told.steps, np.int64), np.array(told.unsure, np.uint8),
            np.array(told.kind, np.int8), np.array(told.number, np.int32),
        )  # fmt: skip
        write(planes, said=said, shape=cube.shape, months=cube.months)
    made = replace(
        cube, number=len(entries), entries=entries, planes=planes, hidden=cube.hidden + told.hidden,
        reloaded=cube.reloaded or told.reloaded, dated=_dated(cube, told, places, windows, entries), sparse=_sparse(cube, told),
        versions=_versions(cube, told), _told={}, first_seen=None,
    )  # fmt: skip
    if told.sparse:
        made.by_period, made.plan_slots = None, {}
    if cube.first_seen is not None and WITHDRAWN not in told.kind:
        made.first_seen = _first_told(cube, told, places, windows)
    return made


def write(
    planes: dict[int, Plane], *, said: Columns, shape: tuple[int, int], months: int, fresh: dict[int, set[int]] | None = None
) -> None:
    """Write figures into planes, which are made where they are lacking; figures to a day (length -1) are passed over.

    Args:
        fresh: Slots that nobody else reads, by length; empty at first, and kept from one call to the next.

    Raises:
        TooLarge: A figure reaches 2^53 steps.
    """
    for length in np.unique(said.length).tolist():
        if length < 0:
            continue
        at = np.flatnonzero(said.length == length)
        plane = planes.setdefault(length, Plane.of(length, months=months))
        own = set[int]() if fresh is None else fresh.setdefault(length, set())
        plane.write(said if len(at) == len(said) else said.take(at), shape=shape, fresh=own)


def _dated(
    cube: Cube, told: _Told, places: Sequence[At | None], windows: Sequence[Window], entries: Sequence[Entry]
) -> Mapping[int, Mapping[At, Sequence[DatedFigure]]]:
    """Return the figures to a day with those that were told, each day's last word; sorted by day."""
    days = [n for n, period in enumerate(told.period) if windows[period].day]
    if not days:
        return cube.dated
    dated = {month: dict(figures) for month, figures in cube.dated.items()}
    versions = _versions(cube, told)
    for n in days:
        window, at, number = windows[told.period[n]], places[told.place[n]], told.number[n]
        if at is None or window.day is None:
            continue
        figures = dated.setdefault((window.year - cube.first_year) * 12 + window.last - 1, {})
        kept = [one for one in figures.get(at, ()) if one.day != window.day]
        if told.kind[n] != WITHDRAWN:
            tags = told.unsure[n] | _revised(versions.get(entries[number - 1].key, ()), number, entries)
            insort(kept, DatedFigure(window.day, told.steps[n] if told.kind[n] == SAID else None, number, tags))
        figures[at] = kept
        if not kept:
            del figures[at]
    return {month: figures for month, figures in dated.items() if figures}


def _revised(versions: Sequence[int], number: int, entries: Sequence[Entry]) -> int:
    """Return the bits that say how an entry took the place of the version before it."""
    earlier = [one for one in versions if one < number]
    if not earlier:
        return 0
    was, now = entries[earlier[-1] - 1].content, entries[number - 1].content
    before, after = (np.array([UNSURE_OF[content["quality"]]], np.uint8) for content in (was, now))
    return int(revised_by(after, before=before, same=np.array([was["steps"] == now["steps"]]))[0])


def _sparse(cube: Cube, told: _Told) -> Mapping[At, Sequence[Recorded]]:
    """Return targets, stated relations and grades with those that were told; what was taken back is gone."""
    if not told.sparse:
        return cube.sparse
    sparse = dict(cube.sparse)
    for (kind, key), recorded in told.sparse.items():
        at = _at(cube, "/".join(key.split("/")[:4]))
        if at is None:
            continue
        found = list(sparse.get(at, ()))
        before = next((one for one in cube.sparse.get(at, ()) if one.key == (kind, key)), None)
        here = found.index(before) if before else len(found)
        if before and (kind, key) in told.taken_back:  # said anew, it comes last
            del found[here]
            here = len(found)
        found[here : here + 1] = [recorded] if recorded else []
        sparse[at] = found
        if not found:
            del sparse[at]
    return sparse


def _versions(cube: Cube, told: _Told) -> Mapping[str, Sequence[int]]:
    if not told.versions:
        return cube.versions
    return {**cube.versions, **{key: [*cube.versions.get(key, numbers[:1]), *numbers[1:]] for key, numbers in told.versions.items()}}


def _first_told(cube: Cube, told: _Told, places: Sequence[At | None], windows: Sequence[Window]) -> NDArray[np.int16]:
    """Return the first month in which each series of each body was told of, brought up to date."""
    first = cube.first_told.copy()
    for place, period in set(zip(told.place, told.period, strict=True)):
        at, window = places[place], windows[period]
        if at is not None:
            first[at] = min(int(first[at]), (window.year - cube.first_year) * 12 + window.last - 1)
    return first
