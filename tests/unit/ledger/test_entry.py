"""Is an entry equal by what it says, and does a draft ask for no more than it must?"""

from __future__ import annotations

from giaoban.ledger import GENESIS, Draft, Head
from tests.unit.ledger.entries import AT, entry


def test_entries_are_equal_by_what_they_say() -> None:
    """Not by which object they are."""
    assert entry() == entry()
    assert entry() != entry(by="ng-2")


def test_a_draft_is_a_kind_and_a_key() -> None:
    """Number, instant and author come with the recording; a past instant only with a history."""
    draft = Draft("Figure", "thu/giao-ban/-/p1/2026-03")
    assert (draft.content, draft.sources, draft.supersedes, draft.known_at) == ({}, (), None, None)


def test_an_empty_book_has_a_head_too() -> None:
    """Number 0, sixty-four zeros, no instant."""
    assert (Head(0, GENESIS, None), len(GENESIS)) == (Head(number=0, hash="0" * 64, recorded_at=None), 64)
    assert Head(1, "a" * 64, AT) != Head(1, "a" * 64, None)
