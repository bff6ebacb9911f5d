"""The hash chain: each entry seals the one before, so that no past can be changed unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from giaoban.ledger.entry import GENESIS, Entry, Head
from giaoban.ledger.notation import NotALine, read, write


def seal(previous: str, *, line: str) -> str:
    """Return the hash of an entry: sha256 of the hash before it, followed by its own line."""
    return hashlib.sha256(previous.encode() + line.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Sealed:
    """A stored entry as it lies in the database: its line and its hash, and the number of its row."""

    number: int
    line: str
    hash: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What walking the chain found.

    Args:
        head: Last entry that holds.
        broken: Number of the first entry that does not hold; None when all do.
        why: `line` (unreadable), `number` (gap or order), `clock` (runs backwards), `hash` (does not seal), `book`.
    """

    head: Head
    broken: int | None = None
    why: str = ""


def walk(rows: Iterable[Sealed], *, book: str) -> Verdict:
    """Return the first entry of the book that does not hold, or the head when all do.

    Args:
        rows: Every stored entry of the book, by number.
        book: Id that each line must bear.
    """
    head = Head(0, GENESIS, None)
    for row in rows:
        why, entry = _fault(row, head, book)
        if why or entry is None:
            return Verdict(head, head.number + 1, why)
        head = Head(entry.number, row.hash, entry.recorded_at)
    return Verdict(head)


def _fault(row: Sealed, head: Head, book: str) -> tuple[str, Entry | None]:
    try:
        entry = read(row.line, previous=head.hash)
        if write(entry) != row.line:
            return "line", None
    except NotALine:
        return "line", None
    if entry.book != book:
        return "book", None
    if not entry.number == row.number == head.number + 1:
        return "number", None
    if head.recorded_at and entry.recorded_at < head.recorded_at:
        return "clock", None
    return ("", entry) if seal(head.hash, line=row.line) == row.hash else ("hash", None)
