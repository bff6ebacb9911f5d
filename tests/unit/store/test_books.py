"""Opening, appending to and reading a book, on both databases."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import connection

from giaoban import store
from giaoban.ledger import GENESIS, Book, Draft, Entry, Head, Sealed, Verdict, notation, seal, walk
from giaoban.store.faults import BookExists, PastInstant, UnknownBook

AT = datetime(2026, 4, 3, 2, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=1)


def test_an_append_is_read_as_it_was_written(record, figure):
    """Whatever a draft holds comes back, with its number, instant, author and the hash before it."""
    (entry,) = record(figure(1, supersedes=None))
    line = store.books.sealed("tinh-mau")
    (sealed,) = line
    assert entry == Entry(
        book="tinh-mau", number=1, recorded_at=AT, by="ng-1", as_post="chanh-van-phong", via="web", kind="Figure",
        key="thu-ngan-sach/giao-ban/-/phuong-1/2026-Q1", content=figure(1).content, sources=figure(1).sources, supersedes=None,
        previous=GENESIS,
    )  # fmt: skip
    assert store.books.read("tinh-mau") == Book("tinh-mau", (entry,), (seal(GENESIS, line=sealed.line),))


def test_odd_words_survive(record):
    """Line ends, quotes, NUL, emoji and a place with " :" in it lose nothing on the way."""
    odd = {"a": "hai\ndòng", "b": 'nói "thôi"\\', "c": "", "d": "\x00\x7f\x85\u2028", "e": "🙂 e\u0301"}
    (entry,) = record(Draft("Act", "x:y/z", odd, ("f!Bảng 1 :D",)))
    assert store.books.read("tinh-mau").entries == (entry,)
    assert walk(store.books.sealed("tinh-mau"), book="tinh-mau").broken is None


def test_numbers_have_no_gap_and_hashes_seal(record, figure):
    """Three appends of two entries are six entries in one chain."""
    for _ in range(3):
        record(figure(1), figure(2))
    book = store.books.read("tinh-mau")
    assert [entry.number for entry in book.entries] == [1, 2, 3, 4, 5, 6]
    assert walk(store.books.sealed("tinh-mau"), book="tinh-mau") == Verdict(book.head)
    assert store.books.head("tinh-mau") == book.head


def test_books_are_numbered_apart(record, figure, at):
    """Each book has its own first entry."""
    store.books.create("ha-tinh", title="Hà Tĩnh", made=False, regime="giao-ban", at=at)
    record(figure(1))
    (entry,) = record(figure(1), book="ha-tinh")
    assert (entry.number, entry.previous) == (1, GENESIS)


def test_the_clock_never_runs_backwards(record, figure):
    """A door whose clock is behind records at the head's instant."""
    record(figure(1), at=LATER)
    (second,) = record(figure(2), at=AT)
    assert second.recorded_at == LATER


def test_instants_are_kept_to_the_microsecond_and_in_utc(record, figure):
    """A clock of Hanoi is the same instant."""
    hanoi = datetime(2026, 4, 3, 9, 0, 0, 1, tzinfo=timezone(timedelta(hours=7)))
    record(figure(1), at=hanoi)
    assert store.books.head("tinh-mau").recorded_at == AT + timedelta(microseconds=1)


def test_a_history_gives_its_own_instants(record, figure):
    """A reloaded history is known when it was known, not when it was loaded."""
    past = [AT - timedelta(days=days) for days in (9, 9, 1)]
    entries = record(*(figure(count, known_at=known) for count, known in enumerate(past)), history=True)
    assert [entry.recorded_at for entry in entries] == past
    assert [entry.recorded_at for entry in store.books.read("tinh-mau").entries] == past


@pytest.mark.parametrize(
    ("known", "history"),
    [
        ([AT], False),
        ([None], True),
        ([AT, AT - timedelta(microseconds=1)], True),
        ([AT - timedelta(days=31)], True),
        ([AT + timedelta(microseconds=1)], True),
        ([AT.replace(tzinfo=None)], True),
    ],
    ids=["not a history", "none given", "backwards", "before the head", "in the future", "no time zone"],
)
def test_an_instant_that_may_not_be_is_refused(record, figure, known, history):
    """Nothing is recorded, and the sentence counts to the item that is wrong."""
    record(figure(0), at=AT - timedelta(days=30))
    with pytest.raises(PastInstant) as refused:
        record(*(figure(count, known_at=one) for count, one in enumerate(known)), history=history)
    assert f"Mục {len(known)}:" in refused.value.sentence()
    assert store.books.head("tinh-mau").number == 1


def test_a_clock_without_a_time_zone_is_refused(record, figure):
    """An instant that means different things on different machines is none."""
    with pytest.raises(ValueError, match="time zone"):
        record(figure(1), at=AT.replace(tzinfo=None))


def test_a_draft_that_no_line_can_hold_stops_the_whole_append(record, figure):
    """All or none."""
    with pytest.raises(notation.NotALine):
        record(figure(1), Draft("Figure", "two words", {}))
    assert store.books.read("tinh-mau") == Book("tinh-mau")


def test_progress_counts_to_the_end(record, figure, monkeypatch):
    """Whoever loads much sees it move."""
    monkeypatch.setattr("giaoban.store.sql.WRITTEN", 2)
    seen: list[int] = []
    record(*(figure(number) for number in range(5)), progress=seen.append)
    assert seen == [2, 4, 5]


def test_nothing_to_append_is_nothing(record):
    """An empty append leaves an empty book."""
    assert record() == ()
    assert store.books.head("tinh-mau") == Head(0, GENESIS, None)


def test_a_cover_says_what_the_book_was_opened_with(record, at):
    """Covers are listed by id, and a made book says so."""
    hanoi = store.books.create("ha-noi", title="Hà Nội", made=False, regime="giao-ban", at=at)
    assert [cover.id for cover in store.books.listed()] == ["ha-noi", "tinh-mau"]
    assert store.books.listed()[0] == hanoi
    assert store.books.listed()[1].made


def test_a_book_is_opened_once(record, at):
    """A second book of the same id is refused, as is an id that is none."""
    with pytest.raises(BookExists):
        store.books.create("tinh-mau", title="Khác", made=True, regime="giao-ban", at=at)
    with pytest.raises(ValueError, match="lower-case"):
        store.books.create("Tỉnh Mẫu", title="Khác", made=True, regime="giao-ban", at=at)
    assert [cover.title for cover in store.books.listed()] == ["Tỉnh Mẫu"]


@pytest.mark.parametrize("name", ["read", "head", "rebuild", "sealed", "append", "standing", "strayed"])
def test_a_book_that_is_not_there_is_named_with_those_that_are(record, figure, name):
    """No door into a book makes one."""
    ask = {
        "append": lambda: record(figure(1), book="tinh-mao"),
        "sealed": lambda: list(store.books.sealed("tinh-mao")),
        "standing": lambda: store.books.standing("tinh-mao", kind="Figure"),
    }.get(name, lambda: getattr(store.books, name)("tinh-mao"))
    with pytest.raises(UnknownBook) as refused:
        ask()
    assert refused.value.sentence() == "Không có sổ nào tên là “tinh-mao”. Các sổ hiện có: tinh-mau."


def test_sealed_rows_come_in_pages(record, figure, monkeypatch):
    """However many there are, each comes once and in order."""
    monkeypatch.setattr("giaoban.store.books.AT_ONCE", 2)
    record(*(figure(number) for number in range(5)))
    rows = list(store.books.sealed("tinh-mau"))
    assert [row.number for row in rows] == [1, 2, 3, 4, 5]
    assert all(isinstance(row, Sealed) for row in rows)


def test_a_row_that_was_tampered_with_is_found(record, figure):
    """Whoever gets past the triggers is found by the chain, at the entry that was touched."""
    record(*(figure(number) for number in range(1, 6)))
    unguarded("UPDATE store_entry SET line = replace(line, '154,3', '254,3') WHERE number = 3")
    verdict = walk(store.books.sealed("tinh-mau"), book="tinh-mau")
    assert (verdict.head.number, verdict.broken, verdict.why) == (2, 3, "hash")


def unguarded(statement: str) -> None:
    """Change the ledger as somebody would who owns the database."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS store_entry_no_update")
        else:
            cursor.execute("ALTER TABLE store_entry DISABLE TRIGGER store_entry_no_change")
        cursor.execute(statement)


@pytest.mark.parametrize("change", ["kind = 'Target'", "steps = 1", "recorded_at = '2020'", "supersedes = 1", "previous = ''"])
def test_a_column_that_strays_from_its_line_is_found(record, figure, monkeypatch, change):
    """The chain seals the lines; what the columns say is held against them."""
    monkeypatch.setattr("giaoban.store.books.AT_ONCE", 2)
    record(*(figure(number) for number in range(1, 6)))
    assert store.books.strayed("tinh-mau") is None
    unguarded(f"UPDATE store_entry SET {change} WHERE number = 4")  # noqa: S608 -- our own words
    assert store.books.strayed("tinh-mau") == 4
    assert walk(store.books.sealed("tinh-mau"), book="tinh-mau").broken is None


def test_a_line_that_cannot_be_read_strays_from_nothing(record, figure):
    """The walk of the chain names it."""
    record(figure(1))
    unguarded("UPDATE store_entry SET line = 'x'")
    assert store.books.strayed("tinh-mau") is None
    assert walk(store.books.sealed("tinh-mau"), book="tinh-mau").why == "line"


WRITER = """
import sys
from datetime import UTC, datetime
from giaoban import store
from giaoban.ledger import Draft
store.open_database()
for turn in range(20):
    drafts = [Draft("Act", f"{sys.argv[1]}/{turn}/{part}") for part in range(3)]
    store.books.append("tinh-mau", drafts, by="ng-1", as_post="", via="web", at=datetime(2026, 4, 3, 2, 0, turn, tzinfo=UTC))
"""


def test_two_processes_write_in_turn(record, environment):
    """Both succeed, no number is lost or given twice, appends do not mix, and the chain holds."""
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, name], env=environment) for name in ("a", "b")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    book = store.books.read("tinh-mau")
    assert len(book.entries) == 120
    assert walk(store.books.sealed("tinh-mau"), book="tinh-mau") == Verdict(book.head)
    triples = [{entry.key.rpartition("/")[0] for entry in book.entries[start : start + 3]} for start in range(0, 120, 3)]
    assert all(len(triple) == 1 for triple in triples)
