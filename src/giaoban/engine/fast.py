"""Compiled kernels, where numba is installed: plain arrays answer at once, and the kernels take over when they are ready.

They are compiled one thread at a time and cached on disk; they hold no lock of
the interpreter and start no threads of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from threading import Lock, Thread
from typing import Any

from giaoban.engine import kernel_bodies, kernel_time
from giaoban.engine.by_kernel import example
from giaoban.engine.kernels import Kernels, kernels, use

_turn = Lock()


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
    example(made)  # compiles for the types that will be asked for
    return made


def _reading(pointer: Any, carray: Any) -> Callable[..., Any]:
    def reading(place: Any) -> Any:  # noqa: ARG001 -- numba looks at the types only
        def read(place: Any) -> Any:
            return carray(pointer(place[0]), (place[1],))

        return read

    return reading
