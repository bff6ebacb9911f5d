"""What can be done with a book? Opened once, appended to, read; an entry is never changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from giaoban.ledger import GENESIS, Book, Draft, Entry, Head, Sealed, notation
from giaoban.store import projections, shelf, sql
from giaoban.store.drivers import explained, together
from giaoban.store.faults import BookExists, UnknownBook
from giaoban.store.rows import COLUMNS, Act, row, sealed_rows

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
AT_ONCE = 5000  # entries read with one query where the whole book is not wanted


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the cover of a book (bìa sổ).

    Args:
        made: Whether everything in it is made up (dữ liệu giả định).
        regime: Id of the reporting regime that holds where none is named.
        created_at: When the book was opened.
    """

    id: str
    title: str
    made: bool
    regime: str
    created_at: datetime


def create(book_id: str, *, title: str, made: bool, regime: str, at: datetime) -> Cover:
    """Open a new, empty book.

    Args:
        book_id: Lower-case ASCII letters and digits with hyphens; never used again.

    Raises:
        BookExists: There is one of that id.
        ValueError: The id is not in that form.
    """
    if not KEBAB.fullmatch(book_id):
        raise ValueError(f"{book_id!r} is not a lower-case id")
    written: list[str | bool | int] = [book_id, title, made, regime, notation.write_instant(at), 0]
    columns = "id, title, made, regime, created_at, projected"
    with together(), connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO store_book ({columns}) VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (id) DO NOTHING", written)  # noqa: S608
        if not cursor.rowcount:
            raise BookExists(book=book_id)
    return Cover(book_id, title, made, regime, at)


def append(
    book_id: str,
    drafts: Iterable[Draft],
    *,
    by: str,
    as_post: str,
    via: str,
    at: datetime,
    history: bool = False,
    progress: Callable[[int], None] | None = None,
) -> tuple[Entry, ...]:
    """Record the drafts at the end of the book, all or none, and return them as entries.

    Writers of one book stand in a queue. Each entry is recorded at the later of
    `at` and the head's instant, so that what we knew when never runs backwards.

    Args:
        drafts: In the order in which they are recorded.
        by: Id of the person.
        as_post: Post acted in; empty where none.
        via: `web`, `api`, `cli:<os user>` or `load`.
        at: The door's clock, with its time zone.
        history: Whether every draft gives its own instant (`known_at`): in order, not before the head, not after `at`.
        progress: Told now and then how many entries are written; they count only when this returns.

    Raises:
        UnknownBook: There is no such book.
        PastInstant: An instant is given where it may not be, or missing where it must be.
        BodyElsewhere: A draft defines a body that belongs to another book.
        Fault: The database is busy, full or out of reach; nothing was recorded.
    """
    waiting = tuple(drafts)
    with together():
        stamp = _lock(book_id)
        after = _head(book_id)
        if stamp != after.number:
            _project(book_id, after.number)
        made = list(sealed_rows(waiting, book=book_id, after=after, act=Act(by, as_post, via, at), history=history))
        entries = tuple(entry for entry, _ in made)
        sql.insert("store_entry", COLUMNS, [columns for _, columns in made], progress=progress)
        projections.carry(entries, book=book_id, upto=after.number + len(entries))
    return entries


@explained()
def read(book_id: str) -> Book:
    """Return the whole book as it is now, with the hash of each entry; quick where this process has read it before.

    Raises:
        UnknownBook: There is no such book.
        Tampered: An entry cannot be read or is missing.
    """
    book = shelf.read(book_id)
    if not book.entries:
        _require(book_id)
    return book


def sealed(book_id: str) -> Iterator[Sealed]:
    """Yield every stored entry as it lies there, by number, for `ledger.walk`; nothing is decoded and nothing is kept.

    Raises:
        UnknownBook: There is no such book.
    """
    with explained():
        _require(book_id)
    query = "SELECT number, line, hash FROM store_entry WHERE book_id = %s AND number > %s ORDER BY number LIMIT %s"
    after = -(2**63)
    while True:
        with explained():
            found = sql.rows(query, [book_id, after, AT_ONCE])
        yield from (Sealed(*row) for row in found)
        if len(found) < AT_ONCE:
            return
        after = found[-1][0]


@explained()
def head(book_id: str) -> Head:
    """Return number, hash and instant of the book's last entry; number 0 for an empty book.

    Raises:
        UnknownBook: There is no such book.
    """
    found = _head(book_id)
    if not found.number:
        _require(book_id)
    return found


@explained()
def listed() -> tuple[Cover, ...]:
    """Return the cover of every book, by id."""
    found = sql.rows("SELECT id, title, made, regime, created_at FROM store_book")
    covers = (Cover(id, title, bool(made), regime, notation.read_instant(at)) for id, title, made, regime, at in found)
    return tuple(sorted(covers, key=lambda cover: cover.id))


@explained()
def heads() -> tuple[tuple[str, int], ...]:
    """Return the number of the last entry of every book, by id: equal as long as nothing was recorded anywhere."""
    return tuple(sorted((id, number) for id, number in sql.rows("SELECT id, projected FROM store_book")))


@explained()
def home_of(body_id: str) -> str | None:
    """Return the id of the book that the body belongs to; None where no book defines it."""
    found = sql.rows("SELECT book_id FROM store_bodyhome WHERE body = %s", [body_id])
    return found[0][0] if found else None


@explained()
def bodies() -> tuple[str, ...]:
    """Return the ids of all bodies that any book defines, in order."""
    return tuple(sorted(found[0] for found in sql.rows("SELECT body FROM store_bodyhome")))


def strayed(book_id: str) -> int | None:
    """Return the number of the first entry whose columns are not what its line says; None where all are.

    A line that cannot be read ends the search: the walk of the chain names it.

    Raises:
        UnknownBook: There is no such book.
    """
    with explained():
        _require(book_id)
    query = f"SELECT {', '.join(COLUMNS)} FROM store_entry WHERE book_id = %s AND number > %s ORDER BY number LIMIT %s"  # noqa: S608 -- own names
    after, previous = -(2**63), GENESIS
    while True:
        with explained():
            found = sql.rows(query, [book_id, after, AT_ONCE])
        for columns in found:
            try:
                entry = notation.read(columns[5], previous=previous)
            except notation.NotALine:
                return None
            if columns != row(entry, line=columns[5], hash=columns[6]):
                return int(columns[1])
            previous = columns[6]
        if len(found) < AT_ONCE:
            return None
        after = found[-1][1]


@explained()
def standing(book_id: str, *, kind: str) -> dict[str, int]:
    """Return, for each key of the kind, the number of the last entry that has not been withdrawn: the state now.

    Raises:
        UnknownBook: There is no such book.
    """
    found = dict(sql.rows("SELECT key, number FROM store_standing WHERE book_id = %s AND kind = %s", [book_id, kind]))
    if not found:
        _require(book_id)
    return found


def rebuild(book_id: str) -> None:
    """Throw the book's projections away and build them again from its lines.

    Raises:
        UnknownBook: There is no such book.
        BodyElsewhere: The book defines a body that another book took first.
        Tampered: An entry cannot be read or is missing.
    """
    with together():
        _lock(book_id)
        _project(book_id, _head(book_id).number)


def _project(book_id: str, upto: int) -> None:
    projections.clear(book_id)
    projections.carry(shelf.read(book_id).entries, book=book_id, upto=upto)


def _lock(book_id: str) -> int:
    """Wait for the book's other writers, and return the number that its projections stand at."""
    query = "SELECT projected FROM store_book WHERE id = %s"
    if connection.features.has_select_for_update:  # the embedded database has locked itself whole
        query += " FOR UPDATE"
    found = sql.rows(query, [book_id])
    if not found:
        _require(book_id)
    return int(found[0][0])


def _head(book_id: str) -> Head:
    query = "SELECT number, hash, recorded_at FROM store_entry WHERE book_id = %s ORDER BY number DESC LIMIT 1"
    for number, hash, recorded_at in sql.rows(query, [book_id]):  # noqa: A001 -- the column's name
        return Head(number, hash, notation.read_instant(recorded_at))
    return Head(0, GENESIS, None)


def _require(book_id: str) -> None:
    known = sorted(found[0] for found in sql.rows("SELECT id FROM store_book"))
    if book_id not in known:
        raise UnknownBook(book=book_id, known=", ".join(known) or "—")
