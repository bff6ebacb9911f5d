"""How does a cube lie in a file, so that many processes read it from one memory?

A file is a header (JSON) and arrays, each beginning at a multiple of 64 bytes,
so that they can be used where they lie and nothing is copied. It holds numbers
only: words stay in the entries, which are looked up by number when somebody
asks. A checksum over everything tells a damaged file from a whole one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from giaoban.cube.cube import At, Cube, DatedFigure, Recorded, Series
from giaoban.cube.planes import Plane, Slot
from giaoban.ledger import Entry, decode

MAGIC = b"giaoban cube 01\n"  # raised whenever the form changes
ALIGN = 64
FRONT = len(MAGIC) + 32 + 8  # magic, checksum, length of the header
Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int64]


class Damaged(ValueError):
    """The bytes are no whole file of this form; the text says what is wrong."""


def pack(cube: Cube, *, label: Mapping[str, str]) -> list[Bytes]:
    """Return the cube as pieces of a file, to be written one after the other.

    Args:
        cube: A whole one, no excerpt.
        label: Whatever tells the file from others; `unpack` gives it back.
    """
    arrays: list[NDArray[Any]] = []

    def put(array: NDArray[Any]) -> int:
        arrays.append(np.ascontiguousarray(array))
        return len(arrays) - 1

    header = {
        "label": dict(label), "number": cube.number, "first_year": cube.first_year, "months": cube.months, "hidden": cube.hidden,
        "reloaded": cube.reloaded, "series": [list(one) for one in cube.series], "bodies": list(cube.bodies),
        "planes": {str(length): _plane(plane, put) for length, plane in cube.planes.items() if isinstance(plane, Plane)},
        "first_told": put(cube.first_told), "dated": put(_dated(cube)), "sparse": put(_sparse(cube)), "versions": _versions(cube, put),
    }  # fmt: skip
    header["arrays"] = [[one.dtype.str, list(one.shape)] for one in arrays]
    text = json.dumps(header, ensure_ascii=True, separators=(",", ":")).encode()
    body = [np.frombuffer(text + b" " * (-(FRONT + len(text)) % ALIGN), np.uint8)]
    for one in arrays:
        raw = one.reshape(-1).view(np.uint8)
        body += [raw, np.zeros(-raw.nbytes % ALIGN, np.uint8)]
    front = MAGIC + _checksum(body) + len(body[0]).to_bytes(8, "little")
    return [np.frombuffer(front, np.uint8), *body]


def _plane(plane: Plane, put: Callable[[NDArray[Any]], int]) -> dict[str, Any]:
    slots = [None if slot is None else [put(slot.value), put(slot.entry), put(slot.tags)] for slot in plane.slots]
    gone = [[*at, 0 if steps is None else steps, steps is None, entry] for at, (steps, entry) in plane.withdrawn.items()]
    return {"every": plane.every, "slots": slots, "withdrawn": put(np.array(gone, np.int64).reshape(-1, 6))}


def _dated(cube: Cube) -> Numbers:
    rows = [
        [month, *at, one.day.toordinal(), one.steps or 0, one.steps is None, one.entry, one.tags]
        for month, figures in cube.dated.items()
        for at, days in figures.items()
        for one in days
    ]
    return np.array(rows, np.int64).reshape(-1, 8)


def _sparse(cube: Cube) -> Numbers:
    rows = [[*at, one.entry] for at, facts in cube.sparse.items() for one in facts]
    return np.array(rows, np.int64).reshape(-1, 3)


def _versions(cube: Cube, put: Callable[[NDArray[Any]], int]) -> list[int]:
    lengths = np.array([len(numbers) for numbers in cube.versions.values()], np.int64)
    numbers = np.array([number for numbers in cube.versions.values() for number in numbers], np.int64)
    return [put(lengths), put(numbers)]


def _checksum(pieces: Sequence[Bytes]) -> bytes:
    total = hashlib.sha256()
    for piece in pieces:
        total.update(piece.data)
    return total.digest()


# ---------------------------------------------------------------- reading


@dataclass(frozen=True)
class Packed:
    """A file as it lies in memory (khối số liệu đã cất).

    Args:
        header: As `pack` wrote it.
        body: All bytes.
        at: Where each array begins.
    """

    header: Mapping[str, Any]
    body: Bytes
    at: tuple[int, ...]

    @property
    def label(self) -> Mapping[str, str]:
        """What tells the file from others."""
        label: Mapping[str, str] = self.header["label"]
        return label

    @property
    def number(self) -> int:
        """Number of the last entry that the cube knows."""
        return int(self.header["number"])

    def array(self, place: int) -> NDArray[Any]:
        """Return an array where it lies."""
        kind, shape = self.header["arrays"][place]
        begin, dtype = self.at[place], np.dtype(kind)
        size = int(np.prod(shape, dtype=np.int64)) * dtype.itemsize
        found: NDArray[Any] = self.body[begin : begin + size].view(dtype).reshape(shape)
        return found

    def cube(self, entries: Sequence[Entry]) -> Cube:
        """Return the cube, its arrays where they lie.

        Args:
            entries: Those of the book up to the file's number, or more of them.

        Raises:
            Damaged: The entries are fewer, or not those that the file speaks of.
        """
        if len(entries) < self.number:
            raise Damaged(f"it knows {self.number} entries, the book has {len(entries)}")
        head = self.header
        series, bodies = tuple(Series(*one) for one in head["series"]), tuple(head["bodies"])
        lengths, numbers = (self.array(place) for place in head["versions"])
        ends = np.concatenate([[0], np.cumsum(lengths)]).tolist()
        versions = {entries[int(numbers[start]) - 1].key: numbers[start:end].tolist() for start, end in pairwise(ends)}
        facts = Facts(self.array(head["sparse"]), entries)
        return Cube(
            number=self.number, entries=entries[: self.number] if len(entries) > self.number else entries, series=series, bodies=bodies,
            first_year=head["first_year"], months=head["months"],
            planes={int(length): self._plane(one) for length, one in head["planes"].items()}, dated=self._dated(),
            sparse=facts, versions=versions, hidden=head["hidden"], reloaded=head["reloaded"],
            row={name: n for n, name in enumerate(series)}, column={name: n for n, name in enumerate(bodies)},
            by_period=ByPeriod(facts), first_seen=self.array(head["first_told"]),
        )  # fmt: skip

    def _plane(self, said: Mapping[str, Any]) -> Plane:
        slots = [None if one is None else Slot(self.array(one[0]), self.array(one[1]), self.array(one[2])) for one in said["slots"]]
        gone = {(place, row, column): (None if none else steps, entry) for place, row, column, steps, none, entry in self._gone(said)}
        return Plane(said["every"], slots, gone)

    def _gone(self, said: Mapping[str, Any]) -> list[list[int]]:
        found: list[list[int]] = self.array(said["withdrawn"]).tolist()
        return found

    def _dated(self) -> Mapping[int, Mapping[At, Sequence[DatedFigure]]]:
        found: dict[int, dict[At, list[DatedFigure]]] = {}
        for month, row, column, day, steps, none, entry, tags in self.array(self.header["dated"]).tolist():
            figure = DatedFigure(date.fromordinal(day), None if none else steps, entry, tags)
            found.setdefault(month, {}).setdefault((row, column), []).append(figure)
        return found


def unpack(body: Bytes, *, trusted: bool = False) -> Packed:
    """Return the file that the bytes are.

    Args:
        body: All bytes, mapped or read; they must not change afterwards.
        trusted: Whether these very bytes were checked before.

    Raises:
        Damaged: They are cut short, changed, or of another form.
    """
    front = body[:FRONT].tobytes()
    if len(front) < FRONT or front[: len(MAGIC)] != MAGIC:
        raise Damaged("it is no cube of this version")
    size = int.from_bytes(front[-8:], "little")
    if not trusted and _checksum([body[FRONT:]]) != front[len(MAGIC) : -8]:
        raise Damaged("its checksum does not fit")
    try:
        header = json.loads(body[FRONT : FRONT + size].tobytes())
        places, begin = [], FRONT + size
        for kind, shape in header["arrays"]:
            places.append(begin)
            length = int(np.prod(shape, dtype=np.int64)) * np.dtype(kind).itemsize
            begin += length + -length % ALIGN
    except (ValueError, KeyError, TypeError) as fault:
        raise Damaged("its header cannot be read") from fault
    if begin != len(body):
        raise Damaged("it is cut short")
    return Packed(header, np.asarray(body), tuple(places))


class Facts(Mapping[At, Sequence[Recorded]]):
    """Targets, stated relations and grades by row and column, each read from its entry when it is first asked for.

    Args:
        places: Row, column and entry number of each, those of a cell together and in the order recorded.
        entries: All entries, entry n at index n - 1.
    """

    def __init__(self, places: Numbers, entries: Sequence[Entry]) -> None:
        self.places, self.entries = places, entries
        self._cells: dict[At, list[int]] | None = None
        self._read: dict[int, Recorded] = {}

    @property
    def cells(self) -> Mapping[At, list[int]]:
        """Numbers of the entries by row and column; found when first asked for."""
        if self._cells is None:
            self._cells = {}
            for row, column, entry in self.places.tolist():
                self._cells.setdefault((row, column), []).append(entry)
        return self._cells

    def one(self, entry: int) -> Recorded:
        """Return what an entry says."""
        if entry not in self._read:
            self._read[entry] = Recorded(decode(self.entries[entry - 1]), entry)  # type: ignore[arg-type]  # the sparse kinds
        return self._read[entry]

    def __getitem__(self, at: At) -> Sequence[Recorded]:
        return [self.one(entry) for entry in self.cells[at]]

    def __iter__(self) -> Iterator[At]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)


class ByPeriod(Mapping[str, Sequence[tuple[At, Recorded]]]):
    """The same facts by period."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._periods: dict[str, list[tuple[At, int]]] | None = None

    @property
    def periods(self) -> Mapping[str, list[tuple[At, int]]]:
        """Where the facts of each period lie, and their entries; found when first asked for."""
        if self._periods is None:
            self._periods = {}
            for at, entries in self.facts.cells.items():
                for entry in entries:
                    period = self.facts.entries[entry - 1].key.split("/", 5)[4]
                    self._periods.setdefault(period, []).append((at, entry))
        return self._periods

    def __getitem__(self, period: str) -> Sequence[tuple[At, Recorded]]:
        return [(at, self.facts.one(entry)) for at, entry in self.periods[period]]

    def __iter__(self) -> Iterator[str]:
        return iter(self.periods)

    def __len__(self) -> int:
        return len(self.periods)
