"""Compiled kernels, where numba is installed: plain arrays answer at once, and the kernels take over when they are ready.

They are compiled one thread at a time and cached on disk; they hold no lock of
the interpreter and start no threads of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from threading import Lock, Thread
from typing import Any

from giaoban.engine import kernel_bodies, kernel_time


@dataclass(frozen=True, slots=True)
class Kernels:
    """The two loops that everything is made of, compiled or not (vòng tính)."""

    timeline: Callable[..., None]
    roll: Callable[..., float]


PLAIN = Kernels(kernel_time.timeline, kernel_bodies.roll)  # very slow: for tests
_ready: list[Kernels] = []
_turn = Lock()


def kernels() -> Kernels | None:
    """Return the compiled kernels; None while there are none."""
    return _ready[0] if _ready else None


def use(found: Kernels | None) -> None:
    """Answer with these kernels from now on; with plain arrays if None."""
    _ready[:] = [found] if found else []


def warm(cache: str = "") -> Thread | None:
    """Begin to compile in a thread of its own, and return it; None where numba is not installed.

    Args:
        cache: Directory in which what was compiled is kept for the next process; numba's own choice where empty.
    """
    if find_spec("numba") is None:
        return None
    thread = Thread(target=compile_now, args=(cache,), name="kernels", daemon=True)
    thread.start()
    return thread


def compile_now(cache: str = "") -> Kernels:
    """Return the kernels, compiled, and use them from now on.

    Raises:
        ImportError: numba is not installed.
    """
    with _turn:
        found = kernels()
        if found is None:
            found = _compiled(cache)
            use(found)
    return found


def _compiled(cache: str) -> Kernels:
    numba: Any = import_module("numba")
    types: Any = import_module("numba.core.types")
    extending: Any = import_module("numba.extending")
    if cache:
        numba.config.CACHE_DIR = cache

    def pointer_to(kind: Any) -> Any:
        def pointer(typingctx: Any, address: Any) -> Any:  # noqa: ARG001 -- numba's own form
            def generate(context: Any, builder: Any, signature: Any, args: Any) -> Any:
                return builder.inttoptr(args[0], context.get_value_type(signature.return_type))

            return types.CPointer(kind)(types.int64), generate

        return extending.intrinsic(pointer)

    readers = ((kernel_time.floats_at, types.float64), (kernel_time.numbers_at, types.int32), (kernel_time.bytes_at, types.uint8))
    for reader, kind in readers:
        extending.overload(reader)(_reading(pointer_to(kind), numba.carray))
    for module in (kernel_time, kernel_bodies):
        for name, function in list(vars(module).items()):
            if name.startswith("_") and getattr(function, "__module__", "") == module.__name__:
                extending.register_jitable(function)
    fast = numba.njit(nogil=True, cache=bool(cache))
    made = Kernels(fast(kernel_time.timeline), fast(kernel_bodies.roll))
    _try(made)
    return made


def _reading(pointer: Any, carray: Any) -> Callable[..., Any]:
    def reading(address: Any, length: Any) -> Any:  # noqa: ARG001 -- numba looks at the types only
        def read(address: Any, length: Any) -> Any:
            return carray(pointer(address), (length,))

        return read

    return reading


def _try(made: Kernels) -> None:
    """Compile for the types that will be asked for, by asking for next to nothing."""
    from giaoban.engine.by_kernel import example

    example(made)
