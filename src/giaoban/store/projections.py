"""What is the state now? Tables that answer quickly, written with the entries and thrown away at will.

They stand at the number that the book is stamped with (`store_book.projected`).
`Standing` says what `ledger.Book.standing` says; `BodyHome` says which book a
body belongs to, from the definitions whose key begins with `body/`, and keeps
saying so: a body never moves.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from giaoban.ledger import Entry
from giaoban.store import sql
from giaoban.store.faults import BodyElsewhere

DEFINITION, BODY, WITHDRAWAL = "Definition", "body/", "Withdrawal"


def carry(entries: Iterable[Entry], *, book: str, upto: int) -> None:
    """Write what the entries change in the state now, and stamp the book; inside the transaction that appends them.

    Args:
        entries: Those after the stamp, in order.
        upto: Number of the last of them.

    Raises:
        BodyElsewhere: An entry defines a body of another book.
    """
    last: dict[tuple[str, str], int | None] = {}
    homes: dict[str, None] = {}
    for entry in entries:
        if entry.kind == WITHDRAWAL:
            kind, _, key = entry.key.partition(":")
            last[kind, key] = None
        else:
            last[entry.kind, entry.key] = entry.number
            if entry.kind == DEFINITION and entry.key.startswith(BODY):
                homes[entry.key.split("/")[1]] = None
    _write_homes(list(homes), book)
    _write_standing(last, book)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE store_book SET projected = %s WHERE id = %s", [upto, book])


def clear(book: str) -> None:
    """Throw the book's projections away; inside a transaction that builds them again."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM store_standing WHERE book_id = %s", [book])
        cursor.execute("DELETE FROM store_bodyhome WHERE book_id = %s", [book])
        cursor.execute("UPDATE store_book SET projected = 0 WHERE id = %s", [book])


def _write_homes(bodies: list[str], book: str) -> None:
    # A second writer of another book waits here for the first, then sees what it wrote.
    sql.insert("store_bodyhome", ("body", "book_id"), [(body, book) for body in bodies], also="ON CONFLICT (body) DO NOTHING")
    for body, home in sql.rows_of("store_bodyhome", ("body", "book_id"), key="body", among=bodies):
        if home != book:
            raise BodyElsewhere(body=body, book=home)


def _write_standing(last: dict[tuple[str, str], int | None], book: str) -> None:
    standing = [(book, kind, key, number) for (kind, key), number in last.items() if number is not None]
    also = "ON CONFLICT (book_id, kind, key) DO UPDATE SET number = excluded.number"
    sql.insert("store_standing", ("book_id", "kind", "key", "number"), standing, also=also)
    gone = [(book, kind, key) for (kind, key), number in last.items() if number is None]
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM store_standing WHERE book_id = %s AND kind = %s AND key = %s", gone)
