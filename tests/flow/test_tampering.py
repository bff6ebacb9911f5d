"""A journey: somebody who owns the machine changes the past, and is found."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from django.db import connection

from giaoban import briefing, flow, ledger, store
from giaoban.ledger import notation
from tests.people import AT, AUDITOR, OFFICE, at_the_door

BOOK, NUMBER = "ha-tinh", 300
TRIGGERS = {
    "sqlite": ("DROP TRIGGER store_entry_no_update", "DROP TRIGGER store_entry_no_delete", "DROP TRIGGER store_entry_no_replace"),
    "postgresql": ("DROP TRIGGER store_entry_no_change ON store_entry",),
}


def run(statement: str, values: Sequence[object] = ()) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def unguarded(ha_tinh) -> None:
    """The triggers are gone: only the owner of the database can do that."""
    for statement in TRIGGERS[ha_tinh.vendor]:
        run(statement)


def column(name: str, number: int = NUMBER) -> object:
    return run(f"SELECT {name} FROM store_entry WHERE book_id = %s AND number = %s", [BOOK, number])[0][0]  # noqa: S608 -- our own names


def put(name: str, value: object, number: int = NUMBER) -> None:
    run(f"UPDATE store_entry SET {name} = %s WHERE book_id = %s AND number = %s", [value, BOOK, number])  # noqa: S608 -- our own names


def one_byte_off(text: str) -> str:
    """Return the text with one character in the middle of its last word changed."""
    at = len(text) - 3
    return text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]


def audit(**more: object) -> flow.Audit:
    return flow.verify(BOOK, against=None, by=at_the_door(AUDITOR), **more)


def test_an_untouched_book_holds(ha_tinh):
    found = audit()
    assert (found.holds, found.verdict.head.number, found.blanked, found.damaged) == (True, store.books.head(BOOK).number, 0, 0)


def test_the_guards_stand_before_they_are_dropped(ha_tinh):
    """An UPDATE is refused by the database itself."""
    with pytest.raises(Exception, match="an entry is never changed or deleted"):
        put("key", "another")


def test_one_byte_of_a_line_is_found_at_its_number(unguarded):
    put("line", one_byte_off(str(column("line"))))
    found = audit()
    assert (found.holds, found.verdict.broken, found.verdict.head.number) == (False, NUMBER, NUMBER - 1)


@pytest.mark.parametrize("name", ["key", "kind", "previous", "recorded_at"])
def test_one_byte_of_another_column_is_found_at_its_number(unguarded, name):
    """The columns can all be built again from the line, and are compared with it."""
    put(name, one_byte_off(str(column(name))))
    found = audit()
    assert (found.holds, found.verdict.broken, found.strayed) == (False, None, NUMBER)


def test_one_step_more_is_found_at_its_number(unguarded):
    """Steps are what sums are made of."""
    (number,) = (entry.number for entry in store.books.read(BOOK).entries if entry.content.get("printed") == "154,3 tỷ đồng")
    put("steps", 154_300_000_001, number)
    assert (audit().holds, audit().strayed) == (False, number)


def test_one_byte_of_a_hash_is_found_at_its_number(unguarded):
    put("hash", one_byte_off(str(column("hash"))))
    assert (audit().holds, audit().verdict.broken, audit().verdict.why) == (False, NUMBER, "hash")


def test_a_missing_entry_is_found_at_its_number(unguarded):
    run("DELETE FROM store_standing WHERE book_id = %s AND number = %s", [BOOK, NUMBER])
    run("DELETE FROM store_entry WHERE book_id = %s AND number = %s", [BOOK, NUMBER])
    assert (audit().verdict.broken, audit().verdict.why) == (NUMBER, "number")


def test_a_remark_that_was_changed_is_damaged(ha_tinh):
    """It lies outside the chain, which knows its digest."""
    run("UPDATE store_text SET text = text || '.' WHERE digest = (SELECT min(digest) FROM store_text)")
    assert (audit().holds, audit().verdict.broken, audit().damaged) == (False, None, 1)


def rewrite() -> None:
    """Make the whole chain anew with another figure in it, columns and all: nothing in the database itself contradicts it."""
    previous = ledger.GENESIS
    for number, old in run("SELECT number, line FROM store_entry WHERE book_id = %s ORDER BY number", [BOOK]):
        line = str(old).replace("154,3 tỷ đồng", "184,3 tỷ đồng").replace("steps=154300000000", "steps=184300000000")
        entry = notation.read(line, previous=previous)
        steps = int(entry.content["steps"]) if entry.kind in ("Figure", "Target") and entry.content["steps"] else None
        sealed = ledger.seal(previous, line=line)
        written = [line, sealed, previous, steps, BOOK, number]
        run("UPDATE store_entry SET line = %s, hash = %s, previous = %s, steps = %s WHERE book_id = %s AND number = %s", written)
        previous = sealed


def pack() -> bytes:
    wanted = flow.Wanted("ha-tinh", "2021-Q1", as_known=flow.moment.instant("2021-04-20"))
    return briefing.dumps(flow.brief(wanted, for_office=False, by=at_the_door(OFFICE), at=AT))


def test_a_chain_written_anew_is_found_by_what_was_sent_out(unguarded):
    """Within itself it holds; the pack names an entry that is no longer there."""
    sent = json.loads(pack())
    claim = flow.claim(sent, file="pack.json")
    assert flow.verify(BOOK, against=claim, by=at_the_door(AUDITOR)).holds
    rewrite()
    assert audit().holds
    found = flow.verify(BOOK, against=claim, by=at_the_door(AUDITOR))
    assert (found.holds, found.verdict.broken, found.strayed, found.rewritten) == (False, None, None, sent["entry"]["number"])


def test_a_book_cut_short_is_found_by_what_was_sent_out(unguarded):
    """What is left holds within itself."""
    claim = flow.claim(json.loads(pack()), file="pack.json")
    for table in ("store_standing", "store_entry"):
        run(f"DELETE FROM {table} WHERE book_id = %s AND number >= %s", [BOOK, claim.number])  # noqa: S608 -- our own names
    assert audit().holds
    assert flow.verify(BOOK, against=claim, by=at_the_door(AUDITOR)).rewritten == claim.number


def test_a_pack_of_the_past_agrees_when_the_book_has_grown(ha_tinh, by):
    """Appending changes no entry before."""
    claim = flow.claim(json.loads(pack()), file="pack.json")
    flow.blank(BOOK, kind="person", id="nguoi-01", reason="theo yêu cầu", decision="QĐ 1/QĐ-UBND ngày 1/4/2026", by=by, at=AT)
    assert flow.verify(BOOK, against=claim, by=at_the_door(AUDITOR)).holds


def test_a_tampered_book_cannot_be_asked(unguarded):
    """It is not answered from what cannot be trusted: the fault names the entry."""
    put("line", "no line at all")
    store.shelf.forget()
    with pytest.raises(flow.Fault, match=f"Entry {NUMBER} of book “ha-tinh” cannot be read"):
        flow.answer(flow.Wanted("ha-tinh", "2021-Q1"), by=at_the_door(AUDITOR), at=AT)
