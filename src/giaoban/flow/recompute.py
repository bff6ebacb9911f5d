"""Step 3, answer, all at once: a year's measures of a whole book, as Parquet files."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from giaoban import engine, recompute
from giaoban.catalogue import Catalogue, Regime, Sight, Window
from giaoban.flow import access, library
from giaoban.flow.access import Act, Actor
from giaoban.flow.library import Shelf
from giaoban.flow.refusal import OutOfBounds, Refused
from giaoban.recompute import Job, Receipt

MANIFEST = "manifest.json"
PATIENCE, ARRIVAL = 10, 60  # seconds until a scheduler answers, and until its first worker is there
TRIES = 3
Told = Callable[[int, int], None]


class NeedsCluster(Refused):
    """What writes Parquet and speaks to a cluster is not installed."""

    code = "needs-cluster"
    vi = "Chưa cài phần ghi tệp Parquet và tính trên nhiều máy ({missing}). Cài thêm: pip install 'giaoban[cluster]'."
    en = "What writes Parquet files and works on several machines is not installed ({missing}). Install: pip install 'giaoban[cluster]'."


class ClusterOutOfReach(Refused):
    """Nobody answers at the cluster's address, or what answers is no cluster."""

    code = "cluster-out-of-reach"
    vi = "Không kết nối được cụm máy tại “{address}” ({why}). Kiểm tra “dask scheduler” đang chạy, hoặc bỏ --cluster để tính trên máy này."
    en = "The cluster at “{address}” cannot be reached ({why}). See that “dask scheduler” runs, or leave out --cluster to work here."


class ClusterFails(Refused):
    """The cluster, or the processes beside this one, lost what they were given again and again."""

    code = "cluster-fails"
    vi = "Các tiến trình tính bị dừng nhiều lần, còn thiếu {left} tệp ({why}). Tệp đã xong vẫn dùng được: chạy lại lệnh để tính tiếp."
    en = "Workers stopped again and again; {left} files are lacking ({why}). What is done stays: run the command again to go on."


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What lies in the folder now (kết quả tính lại).

    Args:
        number: Number of the last entry that it rests on.
        found: How many files lay there already.
    """

    book: str
    year: int
    number: int
    hash: str
    files: int
    found: int
    rows: int

    def data(self) -> dict[str, Any]:
        """Return it as data."""
        entry = {"number": self.number, "hash": self.hash}
        return {"book": self.book, "year": self.year, "entry": entry, "files": self.files, "found": self.found, "rows": self.rows}


def recompute_year(
    book: str, *, year: int, folder: Path, cluster: str, workers: int, by: Actor, at: datetime, tell: Told | None = None
) -> Recomputed:
    """Write every measure of a year into files of a folder; those that lie there already and still hold are left.

    Args:
        cluster: Address of a Dask scheduler; empty to work on this machine.
        workers: Processes on this machine; 1 for this one alone.
        tell: Told how many files of how many are done.

    Raises:
        Refused: Unknown book, no right, nothing known yet, no cluster, or a sum that is too large.
        OSError: The folder cannot be written.
    """
    library.cover_of(book)
    access.require(by, act=Act.AUDIT, book=book)
    if missing := [name for name in ("pyarrow", *(["distributed"] if cluster else [])) if find_spec(name) is None]:
        raise NeedsCluster(missing=", ".join(missing))
    shelf = library.take(book, as_known=None, at=at)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        jobs = list(_jobs(shelf, year, by))
        ready = {job.name: found for job in jobs if (found := recompute.receipt(folder / job.name, label=job.label))}
        done = dict(ready)
        for receipt in _done([job for job in jobs if job.name not in ready], folder, cluster, workers):
            done[receipt.name] = receipt
            if tell:
                tell(len(done), len(jobs))
    except engine.TooLarge as fault:
        raise OutOfBounds(what=str(fault)) from fault
    head = shelf.book.head
    whole = Recomputed(book, year, head.number, head.hash, len(done), len(ready), sum(one.rows for one in done.values()))
    _tidy(folder, done, whole)
    return whole


def _jobs(shelf: Shelf, year: int, by: Actor) -> Iterator[Job]:
    """Yield the pieces of every regime; windows whose catalogues define the same are measured together."""
    everything = library.catalogue_for(shelf, on=shelf.day, frame=shelf.day)
    label = {"book": shelf.cover.id, "number": str(shelf.book.head.number), "hash": shelf.book.head.hash, "year": str(year)}
    for regime in sorted(everything.regimes.values(), key=lambda one: one.id):
        windows = recompute.windows_of(year, regime=regime, on=shelf.day)
        for n, (known, alike) in enumerate(_alike(shelf, regime, windows), 1):
            sight = _sight(shelf, known, by)
            cube = library.cube_for(shelf, known=known, sight=sight, frame=known.on)
            if not any(one.regime == regime.id for one in cube.series):
                continue
            batch = recompute.Batch(cube, known, known.regimes[regime.id], alike, shelf.day, label)
            yield from recompute.jobs(batch, name=f"{regime.id}-{n}", sight=sight)


def _alike(shelf: Shelf, regime: Regime, windows: Sequence[Window]) -> Iterator[tuple[Catalogue, tuple[Window, ...]]]:
    """Yield the windows by what their catalogues define, each with the catalogue of the last of them."""
    found: dict[tuple[tuple[str, str, str], ...], list[tuple[Catalogue, Window]]] = {}
    for window in windows:
        end = regime.days(window).last_day
        known = library.catalogue_for(shelf, on=end, frame=end)
        key = tuple(sorted((kind, id, one.json()) for (kind, id), one in known.defined.items()))
        if regime.id in known.regimes:
            found.setdefault(key, []).append((known, window))
    for group in found.values():
        latest = max((known for known, _ in group), key=lambda known: known.on)
        yield latest, tuple(window for _, window in group)


def _sight(shelf: Shelf, known: Catalogue, by: Actor) -> Sight:
    return access.sight(by, book=shelf.cover.id, roots=library.roots(known, on=known.on))


def _done(jobs: list[Job], folder: Path, cluster: str, workers: int) -> Iterable[Receipt]:
    if cluster:
        return _on_cluster(jobs, folder, cluster)
    return _beside(jobs, folder, workers) if workers > 1 else recompute.here(jobs, folder=folder)


def _beside(jobs: list[Job], folder: Path, workers: int) -> Iterator[Receipt]:
    try:
        yield from recompute.pooled(jobs, folder=folder, workers=workers)
    except recompute.WorkersDie as fault:
        raise ClusterFails(left=len(str(fault).split(", ")), why=str(fault)[:80]) from fault


def _on_cluster(jobs: list[Job], folder: Path, address: str, work: recompute.Work = recompute.work) -> Iterator[Receipt]:
    """Yield what a Dask cluster has done; it gives what a lost worker was at to another."""
    from distributed import KilledWorker, as_completed

    waiting = {job.name for job in jobs}
    with _client(address) as client:
        queue, running = iter(jobs), as_completed(loop=client.loop)  # type: ignore[no-untyped-call]
        ahead = recompute.AHEAD * len(client.scheduler_info()["workers"])

        def hand_over(count: int) -> None:
            pieces = [job.make() for job in islice(queue, count)]
            for future in client.map(work, pieces, folder=str(folder.absolute()), retries=TRIES, pure=False) if pieces else ():
                running.add(future)  # type: ignore[no-untyped-call]

        try:
            hand_over(ahead)
            for future in running:
                receipt: Receipt = future.result()
                waiting.discard(receipt.name)
                hand_over(1)
                yield receipt
        except (KilledWorker, OSError, ImportError) as fault:
            raise ClusterFails(left=len(waiting), why=f"{type(fault).__name__}: {fault}"[:120]) from fault


@contextmanager
def _client(address: str) -> Iterator[Any]:
    from distributed import Client

    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError, RuntimeError) as fault:
        raise ClusterOutOfReach(address=address[:80], why=str(fault)[:80] or type(fault).__name__) from fault
    try:
        client.wait_for_workers(1, timeout=ARRIVAL)
        yield client
    except TimeoutError as fault:
        raise ClusterOutOfReach(address=address[:80], why="dask worker: 0") from fault
    finally:
        client.close(timeout=2)  # type: ignore[no-untyped-call]


def _tidy(folder: Path, done: dict[str, Receipt], found: Recomputed) -> None:
    """Write what lies in the folder, and throw away files of an earlier run that are of it no more."""
    said = found.data() | {"parts": [{"name": name, "rows": done[name].rows} for name in sorted(done)]}
    before = _listed(folder / MANIFEST)
    draft = folder / f".{MANIFEST}.{secrets.token_hex(4)}.part"
    draft.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", "utf-8")
    draft.replace(folder / MANIFEST)
    for name in before - set(done):
        (folder / name).unlink(missing_ok=True)


def _listed(manifest: Path) -> set[str]:
    """Return the names of the files that an earlier run listed; plain names of Parquet files only."""
    try:
        parts = json.loads(manifest.read_text("utf-8"))["parts"]
        return {name for part in parts if (name := str(part["name"])) == Path(name).name and name.endswith(".parquet")}
    except (OSError, ValueError, KeyError, TypeError):
        return set()
