"""Words lie outside the chain, can be made unreadable, and the chain still holds."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from django.db import connection

from giaoban import store
from giaoban.ledger import Draft, Verdict, walk
from giaoban.store import Tally, sql
from giaoban.store.faults import NotKept, WasBlanked

ORDER = "QĐ 12/QĐ-UBND"


def test_a_text_comes_back_by_its_digest(database):
    """Any text, even an empty one, line ends and all."""
    texts = ["Thu ngân sách tăng do\nchuyển nhượng đất.", "", "🙂"]
    digests = [store.texts.keep(text) for text in texts]
    assert [store.texts.read(digest) for digest in digests] == texts
    assert store.texts.read_all([*digests, "f" * 64]) == dict(zip(digests, texts, strict=True))


def test_the_digest_is_of_salt_and_text(database):
    """Kept twice, a text has two digests, so that nobody finds it by trying; a salt that is handed in gives one."""
    assert store.texts.keep("có") != store.texts.keep("có")
    digest = store.texts.keep("có", salt="mẫu-1")
    assert digest == store.texts.keep("có", salt="mẫu-1") == hashlib.sha256("mẫu-1có".encode()).hexdigest()
    assert store.texts.tally() == Tally(3, 0, ())


def test_what_was_never_kept_is_not_read(database):
    """A digest of nothing is said to be so."""
    with pytest.raises(NotKept, match="f" * 64):
        store.texts.read("f" * 64)


def test_a_blanked_text_is_gone_and_the_chain_holds(record, at):
    """The entry keeps its digest, verifying passes, and the tally says how many are blanked."""
    digest = store.texts.keep("Ông Nguyễn Văn A nói …", salt="s")
    record(Draft("Act", "a/b", {"note": digest}))
    store.texts.blank(digest, at=at, by="ng-1", reason="theo yêu cầu", decision=ORDER)
    assert store.texts.read(digest) is None
    assert store.books.read("tinh-mau").entries[0].content == {"note": digest}
    assert walk(store.books.sealed("tinh-mau"), book="tinh-mau") == Verdict(store.books.head("tinh-mau"))
    assert store.texts.tally() == Tally(0, 1, ())
    assert sql.rows("SELECT salt, text, blanked_at, blanked_by, blanked_reason, blanked_decision FROM store_text") == [
        ("", None, "2026-04-03T02:00:00.000000Z", "ng-1", "theo yêu cầu", ORDER)
    ]


def test_a_text_is_blanked_once_and_for_ever(database, at):
    """A second act is refused, and so is bringing it back."""
    digest = store.texts.keep("bí danh", salt="s")
    store.texts.blank(digest, at=at, by="ng-1", reason="lý do", decision=ORDER)
    with pytest.raises(WasBlanked, match="QĐ 12"):
        store.texts.blank(digest, at=at, by="ng-2", reason="khác", decision="khác")
    with pytest.raises(WasBlanked):
        store.texts.keep("bí danh", salt="s")
    with pytest.raises(NotKept):
        store.texts.blank("f" * 64, at=at, by="ng-1", reason="lý do", decision=ORDER)
    assert store.texts.read(digest) is None


def test_a_blanked_text_is_not_in_the_file_any_more(embedded, at):
    """Whoever takes the file away does not find it there."""
    path = Path(connection.settings_dict["NAME"])
    digest = store.texts.keep("đơn của ông Nguyễn Văn A " * 50)
    connection.close()
    assert "Nguyễn Văn A".encode() in path.read_bytes()
    store.texts.blank(digest, at=at, by="ng-1", reason="theo yêu cầu", decision=ORDER)
    connection.close()
    assert [file.name for file in path.parent.glob(f"{path.name}*") if "Nguyễn Văn A".encode() in file.read_bytes()] == []


@pytest.mark.parametrize(("reason", "decision"), [("", ORDER), ("lý do", " ")])
def test_blanking_needs_a_reason_and_a_decision(database, at, reason, decision):
    """Nothing is made unreadable without both."""
    digest = store.texts.keep("x")
    with pytest.raises(ValueError, match="reason and a decision"):
        store.texts.blank(digest, at=at, by="ng-1", reason=reason, decision=decision)
    assert store.texts.read(digest) == "x"


def test_a_text_that_was_changed_is_found(database):
    """Text lies outside the chain, and its digest still watches it."""
    digest = store.texts.keep("154,3")
    store.texts.keep("khác")
    sql.rows("UPDATE store_text SET text = '254,3' WHERE digest = %s RETURNING digest", [digest])
    assert store.texts.tally() == Tally(2, 0, (digest,))
