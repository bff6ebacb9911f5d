"""What was read once is not decoded again, and nothing that never happened is remembered."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from threading import Thread

import pytest
from django.db import connection, connections

from giaoban import store
from giaoban.ledger import Book, Draft, notation
from giaoban.store import shelf
from giaoban.store.faults import Tampered


@pytest.fixture
def decoded(monkeypatch) -> list[str]:
    """The lines that were decoded, in order."""
    seen: list[str] = []
    real = notation.read

    def read(line: str, *, previous: str) -> object:
        seen.append(line)
        return real(line, previous=previous)

    monkeypatch.setattr(notation, "read", read)
    return seen


def test_only_newer_lines_are_decoded(record, figure, decoded):
    """A second reading decodes nothing, a third what was appended between, and both give the whole book."""
    record(figure(1), figure(2))
    first = store.books.read("tinh-mau")
    assert store.books.read("tinh-mau") is first
    assert len(decoded) == 2
    record(figure(3))
    third = store.books.read("tinh-mau")
    assert len(decoded) == 3
    assert (len(first.entries), len(third.entries), len(third.hashes)) == (2, 3, 3)
    shelf.forget()
    assert store.books.read("tinh-mau") == third


def test_a_rolled_back_append_leaves_no_trace(record, figure):
    """Read inside the step that failed, it is gone after it; another entry then has its number."""
    record(figure(1))
    with suppress(ZeroDivisionError), store.together():
        record(figure(2))
        assert len(store.books.read("tinh-mau").entries) == 2
        raise ZeroDivisionError
    assert [entry.key for entry in store.books.read("tinh-mau").entries] == [figure(1).key]
    record(figure(3))
    assert [entry.key for entry in store.books.read("tinh-mau").entries] == [figure(1).key, figure(3).key]
    assert store.books.standing("tinh-mau", kind="Figure") == {figure(1).key: 1, figure(3).key: 2}


def test_a_part_of_a_step_that_is_taken_back_leaves_no_trace(record, figure):
    """The outer step goes on and commits without it."""
    with store.together():
        record(figure(1))
        with suppress(ZeroDivisionError), store.together():
            record(figure(2))
            assert len(store.books.read("tinh-mau").entries) == 2
            raise ZeroDivisionError
        record(figure(3))
        assert [entry.key for entry in store.books.read("tinh-mau").entries] == [figure(1).key, figure(3).key]
    assert [entry.key for entry in store.books.read("tinh-mau").entries] == [figure(1).key, figure(3).key]


def test_what_a_step_read_is_kept_when_it_commits(record, figure, decoded):
    """Loading inside a step is not decoding for nothing."""
    with store.together():
        record(figure(1))
        store.books.read("tinh-mau")
    store.books.read("tinh-mau")
    assert len(decoded) == 1


def test_a_restored_backup_is_read_anew(record, figure):
    """The number is the same and the hash is not: what was remembered is of a past that this database never had."""
    record(figure(1), figure(2))
    book = store.books.read("tinh-mau")
    place = shelf._place("tinh-mau")
    shelf._kept[place] = Book("tinh-mau", book.entries[::-1], ("0" * 64,) * 2)
    assert store.books.read("tinh-mau") == book
    more = (*book.entries, replace(book.entries[1], number=3))
    shelf._kept[place] = Book("tinh-mau", more, (*book.hashes, "f" * 64))
    assert store.books.read("tinh-mau") == book


@pytest.mark.parametrize("harm", ["UPDATE store_entry SET line = 'x' WHERE number = 2", "DELETE FROM store_entry WHERE number = 2"])
def test_a_book_that_was_harmed_is_not_read_as_if_it_were_whole(record, figure, harm):
    """An entry that is missing or unreadable is named, and the rest is not passed off as the book."""
    record(*(figure(number) for number in range(1, 4)))
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER store_entry_no_update")
            cursor.execute("DROP TRIGGER store_entry_no_delete")
        else:
            cursor.execute("ALTER TABLE store_entry DISABLE TRIGGER USER")
        cursor.execute(harm)
    with pytest.raises(Tampered, match="Entry 2 of book “tinh-mau”"):
        store.books.read("tinh-mau")


def test_threads_read_the_same_book(record, decoded):
    """Eight threads at once decode it once."""
    record(*(Draft("Act", f"a/{number}") for number in range(300)))
    found: list[Book] = []

    def read() -> None:
        found.append(store.books.read("tinh-mau"))
        connections["default"].close()

    threads = [Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(decoded) == 300
