"""Measure the engine on made columns, beside the same measures in DuckDB SQL, in one run, every value compared.

Timed is question → arrays: every measure, state and mark of a body and all its parts. Each question asks another body or
period and follows an applied entry; nothing of an earlier answer is kept. Compiled kernels are warm, as in a process that
has been up for a while; `plain` is the same without them.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from _world import World, world_of

from giaoban import engine
from giaoban.catalogue import Regime, Window
from giaoban.cube import Columns, Cube, Plane, write
from giaoban.engine import by_kernel, fast, kernels
from giaoban.engine.blocks import blocks
from giaoban.engine.measures import measure
from giaoban.engine.scheme import scheme_of
from giaoban.engine.table import Table, columns_of, tabulate

CORES = len(os.sched_getaffinity(0))
PERIODS = ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2024-Q2", "2024-Q3")
LATER = (400, 1, 5, 12, 30, 0)  # days after the period's end on which one asks
YEAR = 2025
BLOCK = 12  # series at a time over all bodies: what fits a processor's cache
COLUMNS = (
    "value", "to_date", "state", "tags", "mark", "same", "same_mark", "ratio", "growth", "target", "attainment", "pace", "level",
    "reported", "expected", "partial",
)  # fmt: skip


@dataclass(frozen=True)
class Ask:
    """One question."""

    body: str
    window: Window
    day: date
    on: date


class Run:
    """A world, its cube, and what is measured on them."""

    def __init__(self, size: str) -> None:
        self.size = size
        self.world = world_of(size)
        self.regime: Regime = self.world.catalogue.regimes["giao-ban"]
        self.told = list(self.world.months_told()) if size != "L" else None
        begun = time.perf_counter()
        self.cube = self.world.cube(told=self.months())
        self.replay = time.perf_counter() - begun
        self.asks = [self.ask(n, code, later) for n, (code, later) in enumerate(zip(PERIODS, LATER, strict=True))]

    def months(self) -> Iterator[Columns]:
        """Everything that was told; at L it is made anew each time, for it would not fit beside the cube."""
        return iter(self.told) if self.told is not None else self.world.months_told()

    def ask(self, n: int, code: str, later: int) -> Ask:
        window = Window.of(code)
        day = self.regime.days(window).last_day
        return Ask(f"tinh-mau-{n * 5 % self.world.size.provinces + 1:02d}", window, day, day + timedelta(days=later))

    def applied(self, n: int) -> Cube:
        """The cube with one more entry."""
        return applied(self.cube, said=some_columns(self.world, [n], number=self.cube.number + 1))

    def answer(self, ask: Ask, cube: Cube) -> tuple[Cube, Table]:
        """Return the answer as arrays over the body and its parts, and what stands beside them."""
        if self.size == "L":
            cube = cube.excerpt(np.arange(len(cube.series)), columns=self.near(ask))
        return cube, tabled(self.question(ask), cube, self.world, self.regime)

    def near(self, ask: Ask) -> np.ndarray:
        """Columns of a province, its communes of any day: where its ground came from, too."""
        column, bodies = self.world.column, self.world.catalogue.bodies
        near = (id for id, versions in bodies.items() if id == ask.body or any(one.parent == ask.body for one in versions))
        return np.array(sorted(column[id] for id in near))

    def question(self, ask: Ask) -> engine.Question:
        return engine.Question(ask.body, ask.window, self.regime.id, ask.day, ask.on, units=True)


def tabled(question: engine.Question, cube: Cube, world: World, regime: Regime) -> Table:
    measured = measure(question, cube=cube, catalogue=world.catalogue, regime=regime)
    return tabulate(question, cube=cube, measured=measured, scheme=scheme_of(cube, catalogue=world.catalogue), regime=regime)


def applied(cube: Cube, *, said: Columns) -> Cube:
    """The cube with some more entries, over copies of the slots that they touch."""
    planes = {length: plane.branch() for length, plane in cube.planes.items() if isinstance(plane, Plane)}
    write(planes, said=said, shape=cube.shape, months=cube.months)
    first = cube.first_told.copy()
    np.minimum.at(first, (said.row, said.column), said.month)
    return replace(cube, number=int(said.number[-1]), planes=planes, first_seen=first, _told={})


def some_columns(world: World, seeds: Sequence[int], *, number: int) -> Columns:
    """Corrections of last months' figures."""
    rng = np.random.default_rng(seeds)
    count, last = len(seeds), world.months - 1
    rows, columns = (
        world.reported_rows[rng.integers(0, len(world.reported_rows), count)],
        world.late[rng.integers(0, len(world.late), count)],
    )
    steps, months = rng.integers(1, 10**9, count), np.full(count, last - 1, np.int16)
    return Columns(
        rows.astype(np.int32), columns.astype(np.int32), np.ones(count, np.int8), months, steps, np.ones(count, np.uint8),
        np.zeros(count, np.int8), np.arange(number, number + count, dtype=np.int32),
    )  # fmt: skip


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    found = act()
    return time.perf_counter() - begun, found


def numbers(table: Table, bodies: Sequence[int]) -> dict[str, np.ndarray]:
    """The arrays of some bodies, with those of the one plan, all as numbers."""
    plan = table.plans[0]
    sides = {**columns_of(table), "target": plan.target, "attainment": plan.attainment}
    return {name: np.asarray(sides[name], np.float64)[:, bodies] for name in COLUMNS}


def differing(mine: dict[str, np.ndarray], other: dict[str, np.ndarray]) -> dict[str, int]:
    """How many cells differ, by column: by more than the last digits of a double that was divided."""
    found = {}
    for name in COLUMNS:
        one, two = mine[name], other[name]
        same = (np.isnan(one) & np.isnan(two)) | (np.abs(one - two) <= 1e-9 * np.maximum(1, np.abs(one)))
        if not same.all():
            found[name] = int((~same).sum())
    return found


# ---------------------------------------------------------------- what is measured


def slices(run: Run, duck: Any, keep: Path | None) -> dict[str, Any]:
    """The province-quarter: both sides, every value compared."""
    from _duck import arrays

    kept: list[Any] = []
    took: dict[str, list[float]] = {name: [] for name in ("cube", "cube_cpu", "plain", "baseline", "baseline_cpu")}
    wrong: dict[str, int] = {}
    compiled = kernels.kernels()
    for ask in run.asks:  # maps are drawn once for all, as in any process
        run.answer(ask, run.cube)
    for n, ask in enumerate(run.asks):
        cube = run.applied(n)
        spent = time.process_time()
        seconds, (part, table) = timed(lambda ask=ask, cube=cube: run.answer(ask, cube))
        took["cube"].append(seconds)
        took["cube_cpu"].append(time.process_time() - spent)
        kernels.use(None)
        took["plain"].append(timed(lambda ask=ask, cube=cube: run.answer(ask, cube))[0])
        kernels.use(compiled)
        exact = run.answer(ask, run.cube)[1]  # without the applied entry, as the baseline has it
        ids = [ask.body, *(body.id for body in run.world.catalogue.children(ask.body, on=ask.day))]
        mine = numbers(exact, [part.column[id] for id in ids])
        spent = time.process_time()
        seconds, found = timed(lambda ask=ask: duck.ask(ask.body, window=ask.window, on=ask.on))
        took["baseline"].append(seconds)
        took["baseline_cpu"].append(time.process_time() - spent)
        theirs = arrays(found, rows=len(run.world.series), bodies=[run.world.column[id] for id in ids])
        for name, count in differing(mine, theirs).items():
            wrong[name] = wrong.get(name, 0) + count
        kept.append((ask, ids, mine, theirs))
        del table
    if keep:
        keep_both(run, kept, keep)
    return {**{name: statistics.median(some) for name, some in took.items()}, "equal": not wrong, "wrong": wrong}


def keep_both(run: Run, kept: list[Any], keep: Path) -> None:
    """Write what both sides answered, same columns and order."""
    import pyarrow as pa
    from pyarrow import parquet

    keep.mkdir(parents=True, exist_ok=True)
    series = [one.indicator for one in run.world.series]
    for name, side in (("cube", 2), ("baseline", 3)):
        tables = []
        for answer in kept:
            ask, ids = answer[0], answer[1]
            columns = {
                "period": [ask.window.code] * (len(series) * len(ids)), "indicator": np.repeat(series, len(ids)), "body": ids * len(series),
                **{column: answer[side][column].reshape(-1) for column in COLUMNS},
            }  # fmt: skip
            tables.append(pa.table(columns))
        parquet.write_table(pa.concat_tables(tables), keep / f"{name}.parquet")


def year(run: Run) -> dict[str, Any]:
    """Every measure of every body for each month of a year, against a copy of exactly the bytes read and written."""
    cube, world = run.cube, run.world
    windows = [Window(YEAR, month, month) for month in range(1, 13)]
    columns = np.arange(len(cube.bodies))

    def block(rows: tuple[int, ...]) -> list[Table]:
        part = cube.excerpt(np.array(rows), columns=columns)
        found = []
        for window in windows:
            day = run.regime.days(window).last_day
            found.append(tabled(engine.Question("", window, run.regime.id, day, day), part, world, run.regime))
        return found

    parts = blocks(world.series, indicators=world.catalogue.indicators, size=BLOCK)
    alone, by_kernel.MUCH = by_kernel.MUCH, sys.maxsize  # blocks are the threads' work, so a block is done by one
    begun, spent = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(CORES) as pool:
        found = list(pool.map(block, parts))
    seconds, spent = time.perf_counter() - begun, time.process_time() - spent
    by_kernel.MUCH = alone
    written = sum(
        side.nbytes for tables in found for table in tables for side in {id(one): one for one in columns_of(table).values()}.values()
    )
    read = sum(
        slot.value.nbytes + slot.entry.nbytes + slot.tags.nbytes
        for plane in cube.planes.values()
        for month, slot in plane.by_month()
        if month // 12 + cube.first_year in (YEAR, YEAR - 1)
    )
    del found
    floor = copy_of(max(read, written), read + written)
    return {"year": seconds, "year_cpu": spent, "floor": floor, "read_mib": read / 2**20, "written_mib": written / 2**20}


def copy_of(largest: int, total: int) -> float:
    """Seconds that it takes to copy so many bytes into fresh memory, read and written, with all cores; median of five."""
    size = total // 2  # copied: as many are read as written
    took = []
    source = np.ones(min(size, largest) // 8)
    for _ in range(5):
        begun = time.perf_counter()
        target = np.empty_like(source)
        bounds = np.linspace(0, len(source), CORES + 1).astype(int)
        with ThreadPoolExecutor(CORES) as pool:
            list(pool.map(lambda at, target=target: np.copyto(target[at[0] : at[1]], source[at[0] : at[1]]), pairwise(bounds)))
        took.append((time.perf_counter() - begun) * size / source.nbytes)
        del target
    return statistics.median(took)


def instants(run: Run) -> float | None:
    """Seconds for the cube as known at some past instant, built from the columns."""
    if run.told is None:
        return None
    took = [
        timed(lambda upto=upto: run.world.cube(upto=upto, told=run.months()))[0] for upto in (run.cube.number * k // 4 for k in (1, 2, 3))
    ]
    return max(took)


def measured(size: str, keep: Path | None) -> dict[str, Any]:
    """Everything that is measured at a size."""
    run = Run(size)
    compiling = timed(fast.compile_now)[0] if fast.find_spec("numba") else None
    seconds: dict[str, Any] = {"replay": run.replay, "as_known": instants(run), "compile": compiling}
    seconds["apply_1000"] = statistics.median(
        timed(lambda n=n: applied(run.cube, said=some_columns(run.world, list(range(n, n + 1000)), number=run.cube.number + 1)))[0]
        for n in range(5)
    )
    whole = year(run)
    seconds |= {name: whole[name] for name in ("year", "year_cpu", "floor")}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    from _duck import Duck

    loading, duck = timed(lambda: Duck(run.world, told=run.months(), threads=CORES))
    both = slices(run, duck, keep)
    return {
        "size": size,
        "entries": run.cube.number,
        "series": len(run.world.series),
        "bodies": len(run.world.bodies),
        "cube": {"slice": both["cube"], "slice_cpu": both["cube_cpu"], "slice_plain": both["plain"], **seconds},
        "baseline": {"slice": both["baseline"], "slice_cpu": both["baseline_cpu"], "load": loading},
        "ratio": {
            "slice": both["baseline"] / both["cube"],
            "slice_cpu": both["baseline_cpu"] / both["cube_cpu"],
            "slice_plain": both["baseline"] / both["plain"],
        },
        "floor_ratio": {"year": whole["year"] / whole["floor"]},
        "read_mib": whole["read_mib"],
        "written_mib": whole["written_mib"],
        "peak_mib": peak,
        "equal": both["equal"],
        "wrong": both["wrong"],
        "cores": CORES,
        "load": os.getloadavg()[0],
        "python": sys.version.split()[0],
    }


def worse(found: dict[str, Any]) -> list[str]:
    """What is worse than expectations.json allows."""
    allowed = json.loads((Path(__file__).parent / "expectations.json").read_text("utf-8"))[found["size"]]
    said = []
    for name, bounds in allowed.items():
        value = found
        for part in name.split("."):
            value = value[part]
        if not bounds.get("least", -np.inf) <= value <= bounds.get("most", np.inf):
            said.append(f"{name} is {value:.4g}, allowed: {bounds}")
    return said if found["equal"] else [*said, "the two sides differ"]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", default="S", choices=["S", "M", "L"])
    parser.add_argument("--keep", type=Path, metavar="DIR", help="write cube.parquet and baseline.parquet there")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = measured(args.size, args.keep)
    if args.json:
        print(json.dumps(found, indent=2))
    else:
        for name, value in found.items():
            print(f"{name:<12} {value}")
    for sentence in worse(found):
        print(sentence, file=sys.stderr)
    return 1 if worse(found) else 0


if __name__ == "__main__":
    raise SystemExit(main())
