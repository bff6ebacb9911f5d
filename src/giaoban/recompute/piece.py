"""What is a piece of work, and what comes out of it: every measure of some series, for every body and window of a year.

A piece carries all that it needs and nothing of the rest, so that it can be
worked on in another process or on another machine; it gives what the board
gives, computed by the same functions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from giaoban.catalogue import Catalogue, Regime, Window
from giaoban.cube import Array, Cube, Mask, Plane, Whole
from giaoban.cube.planes import Excerpt
from giaoban.cube.tags import REVISED_BITS, UNSURE_BITS
from giaoban.engine.measures import measure
from giaoban.engine.question import Question
from giaoban.engine.rebase import Mark
from giaoban.engine.scheme import scheme_of
from giaoban.engine.table import KNOWN, LEVELS, Table, tabulate

STATES = ("known", "absent", "not_applicable", "not_due")
MARKS = {Mark.EXACT: "exact", Mark.APPORTIONED: "apportioned", Mark.NOT_COMPARABLE: "not_comparable"}


@dataclass(frozen=True)
class Piece:
    """Some series of one regime for the windows of a year (phần việc).

    Args:
        name: Of the file that it becomes.
        label: What the file is of: book, entry, hash, year, and a digest of all that the numbers follow from.
        cube: Of these series alone, without entries.
        catalogue: For the windows.
        windows: Each is measured on the map of its own last day.
        on: Day for due and not yet due.
    """

    name: str
    label: Mapping[str, str]
    cube: Cube
    catalogue: Catalogue
    regime: Regime
    windows: tuple[Window, ...]
    on: date


@dataclass(frozen=True)
class Targets:
    """Plans of the rows, as lists: those of row n lie from `ends[n - 1]` to `ends[n]`."""

    ends: Whole
    authority: tuple[str, ...]
    period: tuple[str, ...]
    place: NDArray[np.int32]
    version: NDArray[np.int64]
    value: Array
    attainment: Array


@dataclass(frozen=True)
class Measures:
    """Rows of a piece, column by column (số liệu của phần việc).

    Args:
        words: Columns of words: the words, and the place of each row's in them, -1 for none.
        numbers: Columns of numbers; NaN where there is none.
    """

    words: Mapping[str, tuple[tuple[str, ...], NDArray[np.int32]]]
    numbers: Mapping[str, NDArray[Any]]
    targets: Targets

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.numbers["value"])


def cut(cube: Cube, *, rows: Whole) -> Cube:
    """Return the cube of some series, for every body, with arrays of its own and without entries."""
    small = cube.excerpt(rows, columns=np.arange(len(cube.bodies)))
    planes = {length: _solid(plane) for length, plane in small.planes.items() if isinstance(plane, Excerpt)}
    sparse = {at: tuple(facts) for at, facts in small.sparse.items()}
    return replace(small, planes=planes, sparse=sparse, entries=(), versions={}, kept={}, by_period=None, plan_slots={})


def _solid(plane: Excerpt) -> Plane:
    whole = plane.whole
    slots = [None if slot is None else slot.part(plane.rows, columns=plane.columns) for slot in whole.slots]
    return Plane(whole.every, slots)


def measures(piece: Piece) -> Measures:
    """Return every measure of the piece, window by window; rows of which nothing was ever known are left out."""
    parts = [_of_window(piece, window) for window in piece.windows]
    words: dict[str, tuple[tuple[str, ...], NDArray[np.int32]]] = {}
    for name in parts[0].words if parts else ():
        words[name] = parts[0].words[name][0], np.concatenate([part.words[name][1] for part in parts])
    periods = tuple(window.code for window in piece.windows)
    words["period"] = periods, np.repeat(np.arange(len(parts), dtype=np.int32), [len(part) for part in parts])
    numbers = {name: np.concatenate([part.numbers[name] for part in parts]) for name in parts[0].numbers} if parts else {}
    return Measures(words, numbers, _joined([part.targets for part in parts]))


def _of_window(piece: Piece, window: Window) -> Measures:
    frame = piece.regime.days(window).last_day
    question = Question("", window, piece.regime.id, frame, piece.on)
    measured = measure(question, cube=piece.cube, catalogue=piece.catalogue, regime=piece.regime)
    scheme = scheme_of(piece.cube, catalogue=piece.catalogue)
    table = tabulate(question, cube=piece.cube, measured=measured, scheme=scheme, regime=piece.regime)
    rows, columns = np.nonzero(_shown(piece.cube, table, measured.frame.standing, measured.frame.parts))
    at = rows, columns
    series = piece.cube.series

    def coded(words: tuple[str, ...], places: NDArray[Any]) -> tuple[tuple[str, ...], NDArray[np.int32]]:
        return words, places.astype(np.int32)

    known = ~np.isnan(table.value[at])
    same_known = ~np.isnan(table.same[at])
    revised = np.select([table.tags[at] & REVISED_BITS == 0b11000, table.tags[at] & REVISED_BITS == 0b01000], [1, 0], -1)
    words = {
        "indicator": coded(tuple(one.indicator for one in series), rows), "part": coded(tuple(one.part for one in series), rows),
        "regime": coded((piece.regime.id,), np.zeros(len(rows))), "body": coded(piece.cube.bodies, columns),
        "state": coded(STATES, table.state[at]),
        "quality": coded(("final", "actual", "preliminary", "estimate"), np.where(known, _worst(table.tags[at]), -1)),
        "revised": coded(("updated", "corrected"), np.where(known, revised, -1)),
        "mark": coded(tuple(MARKS.values()), _marked(table.mark[at], known)),
        "same_mark": coded(tuple(MARKS.values()), _marked(table.same_mark[at], same_known)),
        "level": coded(tuple(level.value for level in LEVELS), table.level[at]),
    }  # fmt: skip
    numbers = {
        "value": table.value[at], "to_date": table.to_date[at], "same_period": table.same[at], "ratio": table.ratio[at],
        "growth": np.where(known, table.growth[at], np.nan), "pace": table.pace[at], "partial": table.partial[at],
        "reported": table.reported[at].astype(np.int64), "expected": table.expected[at].astype(np.int64),
    }  # fmt: skip
    return Measures(words, numbers, _targets(table, at))


def _shown(cube: Cube, table: Table, standing: Mask, parts: Mapping[int, Whole]) -> Mask:
    """Return for which cells there is a row: of bodies on the map, where they or a part of them were ever told of, or are now."""
    followed = cube.followed.copy()
    for whole, below in parts.items():
        followed[:, whole] |= cube.followed[:, below].any(axis=1)
    shown: Mask = (followed | (table.state == KNOWN)) & standing[None, :]
    return shown


def _worst(tags: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return 0 for final, 1 for actual, 2 for preliminary, 3 for an estimate: how many bits of the thermometer are set."""
    unsure = tags & UNSURE_BITS
    bits: NDArray[np.int64] = ((unsure & 1) + ((unsure >> 1) & 1) + ((unsure >> 2) & 1)).astype(np.int64)
    return bits


def _marked(mark: NDArray[np.int8], known: Mask) -> NDArray[np.int64]:
    order = {code: n for n, code in enumerate(MARKS)}
    found = np.full(mark.shape, -1, np.int64)
    for code, n in order.items():
        found[(mark == code) & (known | (code == Mark.NOT_COMPARABLE))] = n
    return found


def _targets(table: Table, at: tuple[NDArray[np.int64], NDArray[np.int64]]) -> Targets:
    """Return the plans of each row, one after the other, in the order of the table."""
    plans, size = table.plans, len(at[0])
    value = np.stack([plan.target[at] for plan in plans], axis=1) if plans else np.empty((size, 0))
    given = ~np.isnan(value)
    place = np.broadcast_to(np.arange(len(plans), dtype=np.int32), given.shape)[given]
    version = np.stack([plan.version[at].astype(np.int64) for plan in plans], axis=1)[given] if plans else np.empty(0, np.int64)
    share = np.stack([plan.attainment[at] for plan in plans], axis=1)[given] if plans else np.empty(0)
    authorities, periods = tuple(plan.authority for plan in plans), tuple(plan.period for plan in plans)
    return Targets(np.cumsum(given.sum(axis=1)), authorities, periods, place, version, value[given], share)


def _joined(parts: list[Targets]) -> Targets:
    """Return the lists of several windows, one after the other; names are gathered in one list."""
    authorities, periods, places, ends, offset, base = list[str](), list[str](), list[Any](), list[Any](), 0, 0
    for part in parts:
        places.append(part.place + np.int32(base))
        ends.append(part.ends + offset)
        authorities += part.authority
        periods += part.period
        base, offset = len(authorities), offset + (int(part.ends[-1]) if len(part.ends) else 0)

    def joined(name: str, kind: type) -> NDArray[Any]:
        return np.concatenate([getattr(part, name) for part in parts]) if parts else np.empty(0, kind)

    return Targets(
        np.concatenate(ends) if ends else np.empty(0, np.int64), tuple(authorities), tuple(periods),
        np.concatenate(places) if places else np.empty(0, np.int32), joined("version", np.int64), joined("value", np.float64),
        joined("attainment", np.float64),
    )  # fmt: skip
