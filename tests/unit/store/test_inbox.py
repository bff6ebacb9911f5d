"""Received documents and what was decided about their suggestions."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from giaoban import store
from giaoban.store.faults import NotKept
from giaoban.store.inbox import Decided

AT = datetime(2026, 4, 3, 2, tzinfo=UTC)
SAID = json.dumps({"place": "p1:0-4", "words": "5 tỷ"})


def put(sha256: str = "a" * 64, said: tuple[str, ...] = (SAID, SAID)) -> tuple[int, bool]:
    """Receive a document."""
    store.books.create("so", title="Sổ", made=True, regime="giao-ban", at=AT) if not store.books.listed() else None
    return store.inbox.put(
        "so", sha256=sha256, kept="b" * 64, name="a.docx", body="p1", at=AT, by="ng-1", via="cli:x", notes="[]", text="5 tỷ", said=said
    )


def test_a_document_comes_once(database):
    """The second time it is the first."""
    id, is_new = put()
    assert (put(), is_new) == ((id, False), True)
    assert (store.inbox.id_of("so", sha256="a" * 64), store.inbox.id_of("so", sha256="c" * 64)) == (id, None)


def test_the_list_counts_what_waits(database):
    """The newest first, without words."""
    id, _ = put()
    store.inbox.decide(id, decisions={1: ("accepted", SAID, 7)}, at=AT, by="ng-2")
    (paper,) = store.inbox.listed("so")
    assert (paper.id, paper.count, paper.waiting, paper.text, paper.received_at) == (id, 2, 1, "", AT)


def test_decisions_stay(database):
    """With the entry, the person and the time."""
    id, _ = put()
    store.inbox.decide(id, decisions={1: ("accepted", SAID, 7), 2: ("rejected", SAID, None)}, at=AT, by="ng-2")
    assert store.inbox.find(id).suggestions == (
        Decided(1, SAID, "accepted", "ng-2", AT, 7), Decided(2, SAID, "rejected", "ng-2", AT, None),
    )  # fmt: skip


def test_words_are_found_by_their_place_and_forgotten_with_the_document(database):
    """The decisions stay when the words go."""
    id, _ = put()
    assert store.inbox.words_at("b" * 64, places=["p1:0-4", "p2:0-1"]) == {"p1:0-4": "5 tỷ"}
    store.inbox.forget("b" * 64)
    assert store.inbox.words_at("b" * 64, places=["p1:0-4"]) == {}
    paper = store.inbox.find(id)
    assert (paper.text, paper.name, [one.said for one in paper.suggestions]) == ("", "", ["", ""])


def test_an_unknown_document(database):
    """Is not kept."""
    with pytest.raises(NotKept):
        store.inbox.find(99)
