"""When is it worth compiling? Once a process holds a province, and has numba: in the background, kept for the next process."""

from __future__ import annotations

from pathlib import Path

from giaoban import engine

MUCH = 20_000  # series times bodies: below, plain arrays are quick enough
_folder: list[Path] = []
_begun: list[bool] = []


def live_in(folder: Path | None) -> None:
    """Say where compiled kernels lie; None for nowhere, and nothing is compiled."""
    _folder[:] = [] if folder is None else [folder]
    _begun.clear()


def hasten(cube: engine.Cube) -> None:
    """Begin to compile in the background where the cube is large; answers are given by plain arrays until it is done."""
    series, bodies = cube.shape
    if _folder and not _begun and series * bodies >= MUCH:
        _begun.append(True)
        engine.warm(str(_folder[0]))
