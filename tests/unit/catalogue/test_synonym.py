from __future__ import annotations

import pytest

from giaoban.catalogue import Synonym, understand
from giaoban.values import Span

SAID = {
    "kind": "synonym", "id": "tien-thu", "since": "2026-01-01", "words": "Tiền thu", "indicator": "thu", "body": "p1",
    "source": {"title": "Người dùng"},
}  # fmt: skip


def test_a_synonym_is_understood() -> None:
    """With its body, and folded for comparing."""
    _, thing, problems = understand(SAID, where=Span("a.yaml"), sources={})
    assert (thing, problems) == (Synonym("tien-thu", "Tiền thu", "thu", "p1"), ())
    assert thing.folded == "tien thu"


@pytest.mark.parametrize("words", ["Thu quý 1", "a" * 121])
def test_a_sentence_is_no_name(words: str) -> None:
    """Short, and without digits: free text does not belong in the chain."""
    _, thing, problems = understand({**SAID, "words": words}, where=Span("a.yaml"), sources={})
    assert (thing, len(problems)) == (None, 1)
