"""A year's measures, cut into pieces of work that any process can do, each into a file of its own."""

from giaoban.recompute.parquet import Receipt, receipt, write
from giaoban.recompute.piece import Piece, measures
from giaoban.recompute.plan import Batch, Job, jobs, windows_of
from giaoban.recompute.ways import AHEAD, Work, WorkersDie, here, pooled, work

__all__ = [
    "AHEAD", "Batch", "Job", "Piece", "Receipt", "Work", "WorkersDie", "here", "jobs", "measures", "pooled", "receipt", "windows_of",
    "work", "write",
]  # fmt: skip
