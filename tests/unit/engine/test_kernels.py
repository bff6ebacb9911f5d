"""Do plain arrays answer until somebody has kernels?"""

from __future__ import annotations

from giaoban.engine import kernels


def test_nothing_is_compiled_before_somebody_asks() -> None:
    assert kernels.kernels() is None


def test_kernels_are_used_and_put_away() -> None:
    kernels.use(kernels.PLAIN)
    assert kernels.kernels() is kernels.PLAIN
    kernels.use(None)
    assert kernels.kernels() is None
