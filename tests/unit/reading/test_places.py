from __future__ import annotations

import pytest

from giaoban.reading.places import place_of
from giaoban.reading.proposal import Quote
from giaoban.values import Span


@pytest.mark.parametrize(("start", "place"), [(0, "p1:0-2"), (6, "p2:1-3"), (30, "p3:10-12")])
def test_a_place_is_counted_from_its_paragraph(start: int, place: str) -> None:
    """Paragraphs from 1, characters from 0; a text without paragraphs has one."""
    quote = Quote(start, start + 2, "ab")
    assert place_of(quote, paragraphs=(0, 5, 20)) == place
    assert place_of(quote, paragraphs=()) == f"p1:{start}-{start + 2}"
    assert Span("", place).words().startswith("đoạn ")
