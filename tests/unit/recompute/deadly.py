"""A way of working that kills its own process, once for each piece that the folder says; for tests of what dies with it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from giaoban import recompute


def work(piece: recompute.Piece, *, folder: str) -> recompute.Receipt:
    """Write half a file and die, where `kill-<piece>` lies in the folder; else work."""
    order = Path(folder) / f"kill-{piece.name}"
    if order.exists():
        order.unlink()
        (Path(folder) / f".{piece.name}.dead.part").write_bytes(b"PAR1 half a file")
        os.kill(os.getpid(), signal.SIGKILL)
    return recompute.work(piece, folder=folder)


def always(piece: recompute.Piece, *, folder: str) -> recompute.Receipt:
    """Die."""
    os.kill(os.getpid(), signal.SIGKILL)
    return recompute.work(piece, folder=folder)
