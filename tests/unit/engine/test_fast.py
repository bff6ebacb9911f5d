"""Do plain arrays answer until kernels are there?"""

from __future__ import annotations

import pytest

from giaoban.engine import fast, kernels


def test_a_process_warms_up_in_a_thread_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it is done, arrays answer."""
    made: list[str] = []
    monkeypatch.setattr(fast, "_compiled", lambda cache: made.append(cache) or kernels.PLAIN)
    thread = fast.warm("somewhere")
    assert thread is not None
    thread.join()
    assert (made, kernels.kernels(), fast.compile_now("elsewhere")) == (["somewhere"], kernels.PLAIN, kernels.PLAIN)
    kernels.use(None)


def test_without_numba_nothing_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast, "find_spec", lambda name: None)
    assert fast.warm() is None
