from __future__ import annotations

import io

from giaoban.formats.ruled import Ruled, ruled_tables
from tests.unit.formats.files import pdf


def test_cells_know_what_they_cover() -> None:
    """Row, column, and the corners of a ruled table."""
    ruled = Ruled(io.BytesIO(pdf(table=[["TT", "Chỉ tiêu"], ["1", "Thu"]])))
    (box,), fault = ruled_tables(ruled, number=0)
    ruled.close()
    assert ([one[:4] for one in box.cells], fault) == ([(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)], False)
    assert box.top < box.bottom


def test_a_page_that_cannot_be_taken_apart_is_said() -> None:
    """Whatever the library stumbles over."""
    ruled = Ruled(io.BytesIO(b"%PDF-1.7 nothing"))
    assert ruled_tables(ruled, number=0) == ((), True)
    ruled.close()
