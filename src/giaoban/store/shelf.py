"""Which books has this process read already? Decoded once, then only what is newer.

A book is decoded from its lines and kept for the process, by database. What was
read inside a transaction is kept only when that transaction commits, so that a
rolled-back append leaves no trace; and a kept book is used only while its head
still lies in the database under the same hash.
"""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

from django.db import connection, transaction

from giaoban.ledger import GENESIS, Book, Entry, notation
from giaoban.store import sql
from giaoban.store.faults import Tampered

_kept: dict[tuple[str, ...], Book] = {}
_turn = Lock()  # one decodes, the others wait and find it done

Row = tuple[int, str, str]


def read(book_id: str) -> Book:
    """Return the book as it lies in the database now; empty where it has no entry.

    Raises:
        Tampered: A line cannot be read or a number is missing.
    """
    known = _kept.get(_place(book_id)) or Book(book_id)
    newer = _newer(known)
    if newer == []:
        return known
    with _turn:
        known = _kept.get(_place(book_id)) or Book(book_id)
        newer = _newer(known)
        if newer is None:  # another database lies there now: a restored backup
            known = Book(book_id)
            newer = _newer(known)
        book = _extended(known, newer or ())
        _keep(book)
    return book


def forget() -> None:
    """Forget every book that was read."""
    _kept.clear()


def _place(book_id: str) -> tuple[str, ...]:
    settings = connection.settings_dict
    return str(settings["ENGINE"]), str(settings["HOST"]), str(settings["PORT"]), str(settings["NAME"]), book_id


def _newer(known: Book) -> list[Row] | None:
    """Return number, line and hash of each entry after the known head; None where that head is not in the database."""
    head = known.head
    query = "SELECT number, line, hash FROM store_entry WHERE book_id = %s AND number >= %s ORDER BY number"
    found = sql.rows(query, [known.id, head.number])
    if not head.number:
        return found
    return found[1:] if found and (found[0][0], found[0][2]) == (head.number, head.hash) else None


def _extended(known: Book, rows: Iterable[Row]) -> Book:
    entries: list[Entry] = list(known.entries)
    hashes = list(known.hashes)
    previous = known.head.hash if known.entries else GENESIS
    for number, line, hash in rows:  # noqa: A001 -- the column's name
        if number != len(entries) + 1:
            raise Tampered(book=known.id, number=len(entries) + 1)
        try:
            entries.append(notation.read(line, previous=previous))
        except notation.NotALine as fault:
            raise Tampered(book=known.id, number=number) from fault
        hashes.append(hash)
        previous = hash
    return Book(known.id, tuple(entries), tuple(hashes))


def _keep(book: Book) -> None:
    place = _place(book.id)
    if connection.in_atomic_block:
        transaction.on_commit(lambda: _kept.__setitem__(place, book))
    else:
        _kept[place] = book
