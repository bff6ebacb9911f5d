"""Who does the work: this process, or several beside it? A worker that dies takes nothing along.

What a dead worker was at is given to another; a file that it left half-written
has no name yet, and one that it finished is found and not made again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from giaoban.recompute.parquet import Receipt, receipt, write
from giaoban.recompute.piece import Piece, measures
from giaoban.recompute.plan import Job


class Work(Protocol):
    """A function that does a piece of work."""

    def __call__(self, piece: Piece, *, folder: str) -> Receipt:
        """Do it."""


TRIES = 3  # rounds in which nothing gets done before one gives up
AHEAD = 2  # pieces that wait beside each worker, so that none is idle and few lie in memory


class WorkersDie(RuntimeError):
    """Workers died again and again, and nothing was finished between."""


def work(piece: Piece, *, folder: str) -> Receipt:
    """Measure a piece and write its file, unless it lies there already; the one function that every way calls."""
    place = Path(folder)
    return receipt(place / piece.name, label=piece.label) or write(measures(piece), folder=place, name=piece.name, label=piece.label)


def here(jobs: Sequence[Job], *, folder: Path, work: Work = work) -> Iterator[Receipt]:
    """Yield the receipts of the jobs, done one after the other in this process."""
    return (work(job.make(), folder=str(folder)) for job in jobs)


def pooled(jobs: Sequence[Job], *, folder: Path, workers: int, work: Work = work) -> Iterator[Receipt]:
    """Yield the receipts of the jobs as they are done by several processes; when one dies, others go on.

    Raises:
        WorkersDie: Processes die without anything getting done.
    """
    waiting, idle = {job.name: job for job in jobs}, 0
    while waiting:
        before = len(waiting)
        try:
            for done in _through(list(waiting.values()), folder, workers, work):
                del waiting[done.name]
                yield done
        except BrokenProcessPool as fault:
            idle = idle + 1 if len(waiting) == before else 0
            if idle == TRIES:
                raise WorkersDie(", ".join(sorted(waiting))) from fault


def _through(jobs: Sequence[Job], folder: Path, workers: int, work: Work) -> Iterator[Receipt]:
    """Yield what a pool has done; a few pieces at a time are cut out and handed over."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        running: set[Future[Receipt]] = set()
        for job in jobs:
            running.add(pool.submit(work, job.make(), folder=str(folder)))
            if len(running) >= workers * AHEAD:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (one.result() for one in done)
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (one.result() for one in done)
