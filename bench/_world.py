"""A made province or nation as columns: what its communes reported, in the order in which it was known.

Numbered communes report numbered indicators, four in five month by month and every fifth the year so far; some figures lack,
some are first estimated, some corrected, a few taken back. On the first day of the last year communes merge and split, one in
forty without anybody knowing in which shares. Everything follows from the seed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import numpy as np

from giaoban import catalogue
from giaoban.cases.tinh_mau import nation, own
from giaoban.catalogue import Catalogue
from giaoban.catalogue.loading import Read
from giaoban.cube import Columns, Cube, Plane, Series, Slot, write
from giaoban.cube.planes import NEVER_APPLIES, SAID, WITHDRAWN
from giaoban.cube.tags import UNSURE
from giaoban.flow.load import starter
from giaoban.values import Quality

REGIME = "giao-ban"
SIZES = {"S": nation.Size(1, 15, 60, "2021-01", "2025-12"), **nation.SIZES}
CHANGE = date(2025, 1, 1)
ESTIMATE, ACTUAL, FINAL = (UNSURE[one] for one in (Quality.ESTIMATE, Quality.ACTUAL, Quality.FINAL))
BEFORE, HEIR = "xa-mau-", "xa-moi-"
PLAN = "tinh-giao"


@dataclass
class World:
    """Axes, catalogue and everything that was said.

    Args:
        flows: Rows that add up over the year.
        reports: Columns of the communes that report, by month index: those before the change, those after.
        cumulative: Columns that report the year so far.
    """

    size: nation.Size
    catalogue: Catalogue
    series: tuple[Series, ...]
    bodies: tuple[str, ...]
    first_year: int
    months: int
    flows: np.ndarray
    reported_rows: np.ndarray
    early: np.ndarray
    late: np.ndarray
    cumulative: np.ndarray
    level: np.ndarray
    seed: int = 20210420
    entries: int = 0
    row: dict[Series, int] = field(default_factory=dict)
    column: dict[str, int] = field(default_factory=dict)

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.series), len(self.bodies)

    def months_told(self) -> Iterator[Columns]:
        """Yield what was told month by month: reports of the month before, then what became of the one before that."""
        so_far, pending, number = np.zeros(self.shape), None, 1
        for month in range(self.months):
            if month % 12 == 0:
                so_far[:] = 0
            rng = np.random.default_rng([self.seed, month])
            first, later = self._month(month, rng, so_far)
            for some in (pending, first):
                if some is not None and len(some):
                    yield replace(some, number=np.arange(number, number + len(some), dtype=np.int32))
                    number += len(some)
            pending = later
        if pending is not None and len(pending):
            yield replace(pending, number=np.arange(number, number + len(pending), dtype=np.int32))
            number += len(pending)
        self.entries = number - 1

    def _month(self, month: int, rng: np.random.Generator, so_far: np.ndarray) -> tuple[Columns, Columns]:
        columns = self.late if self.first_year * 12 + month >= CHANGE.year * 12 + CHANGE.month - 1 else self.early
        rows = self.reported_rows
        shape = len(rows), len(columns)
        level = self.level[np.ix_(rows, columns)]
        steps = np.floor(level * (0.7 + 0.6 * rng.random(shape, np.float32)))
        at = np.ix_(rows, columns)
        so_far[at] += steps
        flow, cumulates = self.flows[rows][:, None], self.cumulative[columns][None, :]
        steps = np.where(flow & cumulates, so_far[at], steps).astype(np.int64)
        last = month % 12 + 1
        length = {1: 1, 3: 3, 6: 6, 12: 12}.get(last, 0)
        lengths = np.where(flow & cumulates, np.int8(length), np.int8(1))
        luck = rng.integers(0, 100_000, shape, np.int32)
        lacks, never = luck < 450, ((rows[:, None] * 7919 + columns[None, :] * 104_729) % 97) == 0
        money = (rows[:, None] % 8 == 0) & (last % 3 == 0) & (columns[None, :] % 3 == 0) & ~never
        wrong = (luck >= 450) & (luck < 1950) & ~money & ~never
        gone = (luck >= 1950) & (luck < 1980) & ~money & ~never
        kind = np.where(never, np.int8(NEVER_APPLIES), np.int8(SAID))
        told = np.nonzero(~lacks)
        first = self._said(
            told, rows, columns, month, lengths, np.where(money | wrong, steps + 1 + luck % 50, steps), kind,
            np.where(money, np.uint8(ESTIMATE), np.uint8(ACTUAL)),
        )  # fmt: skip
        again = np.nonzero((money | wrong | gone) & ~lacks)
        settled = np.where(money & (luck % 3 == 0), np.uint8(FINAL), np.uint8(ACTUAL))
        later = self._said(again, rows, columns, month, lengths, steps, np.where(gone, np.int8(WITHDRAWN), kind), settled)
        return first, later

    def _said(self, at: Any, rows: Any, columns: Any, month: int, lengths: Any, steps: Any, kind: Any, unsure: Any) -> Columns:
        count = len(at[0])
        return Columns(
            rows[at[0]].astype(np.int32), columns[at[1]].astype(np.int32), lengths[at], np.full(count, month, np.int16),
            np.where(kind[at] == SAID, steps[at], 0), np.where(kind[at] == WITHDRAWN, np.uint8(0), unsure[at]), kind[at],
            np.zeros(count, np.int32),
        )  # fmt: skip

    def plans(self) -> dict[str, dict[str, Slot]]:
        """Return a plan for every year, of every row and every commune that reports in it, and of the wholes."""
        found = {}
        for year in range(self.first_year, self.first_year + self.months // 12):
            slot = Slot.empty(self.shape)
            columns = self.late if year >= CHANGE.year else self.early
            rng = np.random.default_rng([self.seed, year])
            rows = self.reported_rows
            times = np.where(self.flows[rows], 12.0, 1.0)[:, None]
            wanted = np.floor(self.level[np.ix_(rows, columns)] * times * (0.85 + 0.3 * rng.random((len(rows), len(columns)))))
            slot.value[np.ix_(rows, columns)], slot.tags[np.ix_(rows, columns)] = wanted, 1
            found[str(year)] = {PLAN: slot}
        return found

    def cube(self, *, upto: int | None = None, told: Iterator[Columns] | None = None) -> Cube:
        """Return the cube of everything, or of the first entries."""
        planes: dict[int, Plane] = {}
        fresh: dict[int, set[int]] = {}
        number = 0
        for some in told if told is not None else self.months_told():
            known = some if upto is None else some.take(slice(0, max(0, upto - int(some.number[0]) + 1)))
            if not len(known):
                break
            write(planes, said=known, shape=self.shape, months=self.months, fresh=fresh)
            number = int(known.number[-1])
        return Cube(
            number, (), self.series, self.bodies, self.first_year, self.months, planes, {}, {}, {}, 0, row=self.row, column=self.column,
            plan_slots=self.plans(),
        )  # fmt: skip


def world_of(size: str) -> World:
    """Return the world of a size."""
    said = SIZES[size]
    known = catalogue.build(((read.definition, read.thing) for read in definitions(said)), on=date(2025, 12, 31))
    series = tuple(sorted(Series(id, REGIME) for id in known.indicators))
    bodies = tuple(sorted(known.bodies))
    row, column = {name: n for n, name in enumerate(series)}, {name: n for n, name in enumerate(bodies)}
    communes = np.array([column[id] for id in bodies if id.startswith((BEFORE, HEIR))])
    early = np.array([at for at in communes if known.body(bodies[at], on=date(2024, 12, 31))])
    late = np.array([at for at in communes if known.body(bodies[at], on=CHANGE)])
    cumulative = np.zeros(len(bodies), bool)
    cumulative[[column[id] for id in bodies if id.startswith((BEFORE, HEIR)) and int(id[-4:]) % 5 == 0]] = True
    indicators = [known.indicators[one.indicator] for one in series]
    flows = np.array([one.over_time.value == "sum" for one in indicators])
    rng = np.random.default_rng(7)
    top = np.array([1e9 if one.measure.label == "tỷ đồng" else 7000 if one.is_percentage else 5e4 for one in indicators])
    level = np.floor(top[:, None] * (0.2 + rng.random((len(series), len(bodies)))))
    reported = np.array([n for n, one in enumerate(indicators) if one.over_bodies.value != "ratio"])
    first = int(said.first[:4])
    return World(
        said, known, series, bodies, first, (int(said.last[:4]) - first + 1) * 12, flows, reported, early, late, cumulative, level,
        row=row, column=column,
    )  # fmt: skip


def definitions(size: nation.Size) -> list[Read]:
    """Return the definitions: those of the starter set that are no indicators, and our own."""
    plain = [read for read in starter() if read.definition.kind in ("regime", "status-rule", "authority", "scale", "group")]
    cited = {own.RULES: own.rules_source()}
    raw = [fields for _, fields in (*areas(size), *nation.indicators(size, already=size.indicators // 10))]
    raw += ratios(size)
    return plain + [own.defined(fields, known_at=own.KNOWN, sources=cited) for fields in raw]


def ratios(size: nation.Size) -> list[dict[str, object]]:
    """Return a tenth of all indicators: percentages of two that are counted in the same measure."""
    last = size.indicators - size.indicators // 10
    found = []
    for number in range(1, size.indicators // 10 + 1):
        above, below = number * 8 % last or 8, (number * 8 + 8) % last or 8
        above, below = (one // 8 * 8 or 8 for one in (above, below))
        found.append({
            "kind": "indicator", "id": f"ty-le-mau-{number:03d}", "since": "2010-01-01", "name": f"Tỷ lệ mẫu {number}", "group": own.GROUP,
            "measure": "%", "step": "0,01 %", "definition": f"{own.MADE}.", "direction": "more", "over_time": "last",
            "over_bodies": "ratio",
            "numerator": f"{nation.NUMBERED}{above:03d}", "denominator": f"{nation.NUMBERED}{below:03d}", "absence": "lacking",
            "frequency": "month", "order": str(30_000 + number),
        })  # fmt: skip
    return found


def areas(size: nation.Size) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the bodies, and what became of some of them on the day of the change."""
    communes = size.communes
    edges: list[dict[str, object]] = []
    heirs: dict[str, str] = {}
    ended: set[str] = set()
    parent_of = {str(raw["id"]): str(raw.get("parent", "")) for _, raw in nation.areas(size)}

    def heir(number: int, of: str) -> str:
        id = f"{HEIR}{number:04d}"
        heirs[id] = parent_of[of]
        return id

    for number in range(1, communes):
        one, other = nation.commune_id(number), nation.commune_id(number + 1)
        if number % 40 == 7 and parent_of[one] == parent_of[other]:
            new = heir(number, one)
            edges += [{"from": before, "to": new, "extent": "full"} for before in (one, other)]
            ended |= {one, other}
        elif number % 40 in (12, 27):
            parts = heir(number, one), heir(number + 1, one)
            shares = ("0.6", "0.4") if number % 40 == 12 else (None, None)
            edges += [
                {"from": one, "to": new, "extent": "part", "shares": {"population": share}}
                for new, share in zip(parts, shares, strict=True)
            ]
            ended.add(one)
    for known_at, raw in nation.areas(size):
        yield known_at, {**raw, "until": CHANGE.isoformat()} if raw["id"] in ended else raw
    for id, parent in heirs.items():
        yield own.KNOWN, {
            "kind": "body", "id": id, "nature": "area", "body_kind": "xa", "name": f"Xã Mới {id[-4:]}", "parent": parent,
            "since": CHANGE.isoformat(), "reports": "true",
        }  # fmt: skip
    yield own.KNOWN, {"kind": "event", "id": "sap-xep-2025", "since": CHANGE.isoformat(), "name": "Sắp xếp năm 2025", "edges": edges}
