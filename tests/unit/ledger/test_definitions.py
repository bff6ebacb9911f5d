"""Do definitions go through the chain unchanged, and is a map of a later day known to an older board?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from giaoban.catalogue import Definition
from giaoban.ledger import Book, decode_definition, encode_definition, known_definitions
from tests.unit.catalogues import definitions, understood
from tests.unit.ledger.entries import AT, chained, entry

KNOWN = [(read.definition, read.thing) for read in definitions()]


def book_of(*recorded: tuple[Definition, int]) -> Book:
    """A book in which definitions were recorded so many days after its first."""
    drafts = [(encode_definition(definition, sources=()), day) for definition, day in recorded]
    return chained(
        {"kind": draft.kind, "key": draft.key, "content": draft.content, "recorded_at": AT + timedelta(days=day)} for draft, day in drafts
    )


def test_definitions_of_every_kind_come_back_from_the_chain() -> None:
    """With the typed thing and the source, and nothing else needed."""
    book = book_of(*((definition, 0) for definition, _ in KNOWN))
    assert [*known_definitions(book)] == KNOWN
    assert decode_definition(book.entries[0]) is decode_definition(book.entries[0])  # understood once


def test_sources_and_instants_go_along() -> None:
    """As with any draft."""
    draft = encode_definition(KNOWN[0][0], sources=("aa",), supersedes=3, known_at=AT)
    assert (draft.kind, draft.key, draft.sources, draft.supersedes, draft.known_at) == (
        "Definition",
        "regime/giao-ban/2010-01-01",
        ("aa",),
        3,
        AT,
    )


def test_a_map_recorded_later_is_known_to_an_older_board() -> None:
    """Bodies and events up to the instant asked for; an indicator recorded later is not."""
    names = ["tp", "thu", "p5", "chi", "sap-nhap", "p6"]
    by_id = {definition.id: definition for definition, _ in KNOWN}
    whole = book_of(*((by_id[name], day) for day, name in enumerate(names)))
    known = known_definitions(whole.upto(2), map_until=AT + timedelta(days=4), whole=whole)
    assert [definition.id for definition, _ in known] == ["tp", "thu", "p5", "sap-nhap"]
    known = known_definitions(whole.upto(2), map_until=AT + timedelta(days=9), whole=whole)
    assert [definition.id for definition, _ in known] == ["tp", "thu", "p5", "sap-nhap", "p6"]


def test_a_definition_that_cannot_be_understood_is_a_fault() -> None:
    """Nothing that was admitted is ever so; if it is, its problems are told."""
    assert understood(kind="group", id="g", name="Nhóm")[0] is None
    with pytest.raises(ValueError, match="thiếu trường “order”"):
        decode_definition(
            entry(
                kind="Definition",
                key="group/g/2010-01-01",
                content={"json": '{"id":"g","kind":"group","name":"N","since":"2010-01-01","source":{"title":"a"}}'},
            )
        )
