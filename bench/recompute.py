"""Measure a year of all bodies, as files: in this process, in two beside it, and on a Dask cluster of two single-thread workers."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
YEAR, SEED = 2025, 20210420


def batch(size: str, *, communes: int | None = None) -> Any:
    """Return a made year of a province (M) or of the nation (L) in full columns; S is a tenth of the province's years."""
    from giaoban import catalogue, cube, engine, recompute
    from giaoban.cases.tinh_mau import nation
    from giaoban.flow.loading.starter import starter

    shape = nation.SIZES["L" if size == "L" else "M"]
    if communes:
        shape = replace(shape, communes=communes)
    made, starting = nation.made(SEED, size=shape, starter=starter()), starter()
    known = catalogue.build(((read.definition, read.thing) for read in (*starting, *made.definitions)), on=date(YEAR, 12, 31))
    regime = known.regimes["giao-ban"]
    empty = engine.build((), catalogue=known, regime=regime.id, sees=lambda _: True)
    keep = np.array([n for n, one in enumerate(empty.series) if one.indicator.startswith("chi-tieu-mau") or n % 2], np.int64)[:300]
    years = 2 if size == "S" else 10 if size == "M" else 5
    axes = replace(empty, first_year=YEAR - years + 1, months=years * 12, first_seen=None)
    solid = recompute.piece.cut(replace(axes, planes={1: filled(cube, axes)}), rows=keep)
    windows = recompute.windows_of(YEAR, regime=regime, on=date(YEAR + 1, 2, 1))
    return recompute.Batch(solid, known, regime, windows, date(YEAR + 1, 2, 1), {"book": "bench", "year": str(YEAR)})


def filled(cube: Any, axes: Any) -> Any:
    """Return a plane of months in which every commune reports everything."""
    dice = np.random.default_rng(SEED)
    reporting = np.array([id.startswith("xa-mau") for id in axes.bodies])
    plane = cube.Plane.of(1, months=axes.months)
    for n in range(axes.months):
        value = np.where(reporting[None, :], dice.integers(0, 10**9, axes.shape).astype(np.float64), np.nan)
        entry = np.where(reporting[None, :], 1, 0).astype(np.int32) * np.ones((axes.shape[0], 1), np.int32)
        plane.slots[n] = cube.Slot(value, entry, np.ones(axes.shape, np.uint8))
    return plane


def timed(act: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """A scheduler and two worker processes of one thread over loopback, all there when this begins."""
    said = folder / "scheduler.json"
    dask, ends = str(Path(sys.executable).with_name("dask")), ["--no-dashboard", "--scheduler-file", str(said), "--host", "127.0.0.1"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    quiet: dict[str, Any] = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    scheduler = subprocess.Popen([dask, "scheduler", "--port", "0", *ends], **quiet)
    workers = subprocess.Popen([dask, "worker", "--nworkers", "2", "--nthreads", "1", *ends], **quiet)
    while not said.exists():
        time.sleep(0.1)
    address = str(json.loads(said.read_text())["address"])
    from distributed import Client

    with Client(address, timeout=60, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=120)
        client.run(warm)
    try:
        yield address
    finally:
        for one in (workers, scheduler):
            one.terminate()
            one.wait(30)


def warm() -> None:
    import pyarrow.parquet

    import giaoban.recompute

    assert giaoban.recompute
    assert pyarrow.parquet


def measure(size: str, communes: int | None) -> dict[str, Any]:
    from giaoban import recompute
    from giaoban.catalogue import EVERYTHING
    from giaoban.flow.recompute import _on_cluster

    made = batch(size, communes=communes)
    jobs = recompute.jobs(made, name="x", sight=EVERYTHING)
    with tempfile.TemporaryDirectory() as home:
        folders = {name: Path(home) / name for name in ("here", "pool", "pool_start", "dask")}
        for folder in folders.values():
            folder.mkdir()
        here = timed(lambda: list(recompute.here(jobs, folder=folders["here"])))
        first = replace(jobs[0], rows=jobs[0].rows[:1])
        start = timed(lambda: list(recompute.pooled([first], folder=folders["pool_start"], workers=2)))
        pool = timed(lambda: list(recompute.pooled(jobs, folder=folders["pool"], workers=2)))
        with cluster(Path(home)) as address:
            spread = timed(lambda: list(_on_cluster(list(jobs), folders["dask"], address)))
        files = {name: {path.name: path.read_bytes() for path in folder.glob("*.parquet")} for name, folder in folders.items()}
        rows = sum((recompute.receipt(folders["here"] / job.name, label=job.label) or recompute.Receipt("", 0)).rows for job in jobs)
    return {
        "size": size, "series": len(made.cube.series), "bodies": len(made.cube.bodies), "windows": len(made.windows), "rows": rows,
        "files": len(jobs), "here_s": here, "pool_s": pool, "pool_start_s": start, "dask_s": spread, "dask_over_pool": spread / pool,
        "dask_over_warm_pool": spread / max(pool - start, 1e-9), "equal": files["here"] == files["pool"] == files["dask"],
        "load": os.getloadavg()[0],
    }  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", default="S", choices=["S", "M", "L"])
    parser.add_argument("--communes", type=int, help="fewer communes than the size has")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = measure(args.size, args.communes)
    if args.json:
        print(json.dumps(found, indent=2))
    else:
        for name, value in found.items():
            print(f"{name:<20} {value if isinstance(value, (int, str)) else format(value, '.3f')}")
    return 0 if found["equal"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
