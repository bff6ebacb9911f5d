"""Which loops answer: none, so that plain arrays do, or compiled ones once a process has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from giaoban.engine import kernel_bodies, kernel_time


@dataclass(frozen=True, slots=True)
class Kernels:
    """The two loops that everything is made of, compiled or not (vòng tính)."""

    timeline: Callable[[Any], None]
    roll: Callable[[Any], float]


PLAIN = Kernels(kernel_time.timeline, kernel_bodies.roll)  # very slow: for tests
_ready: list[Kernels] = []


def kernels() -> Kernels | None:
    """Return the compiled kernels; None while there are none."""
    return _ready[0] if _ready else None


def use(found: Kernels | None) -> None:
    """Answer with these kernels from now on; with plain arrays if None."""
    _ready[:] = [found] if found else []
