"""The envelope of everything that is recorded: who, when, in which capacity, what, from where.

An entry is never changed. What was wrong is followed by an entry that
supersedes it; what is known at an instant is the run of entries up to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Draft:
    """What is handed to the ledger to be recorded: an entry without number, instant and author.

    Args:
        kind: `Figure`, `Stated`, `Grade`, `Target`, `Withdrawal`, `Definition`, or an act of another room.
        key: What it is about; a later entry of the same kind and key takes the earlier one's place.
        content: Flat mapping of text to text; the room that owns the kind encodes and decodes it.
        sources: `sha256!place` of each document it rests on.
        supersedes: Number of the entry whose place it takes.
        known_at: Past instant at which it was known, for a reloaded history only; None for now.
    """

    kind: str
    key: str
    content: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    supersedes: int | None = None
    known_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One recorded entry of a book (mục ghi).

    Args:
        book: Id of the book that it belongs to.
        number: 1, 2, 3 … without gaps, within the book.
        recorded_at: When we knew, in UTC; never earlier than that of the entry before.
        by: Id of the person (never a name).
        as_post: Post acted in; empty where none.
        via: `web`, `api`, `cli:<os user>` or `load`.
        previous: Hash of the entry before, 64 hexadecimal digits; zeros before the first.
    """

    book: str
    number: int
    recorded_at: datetime
    by: str
    as_post: str
    via: str
    kind: str
    key: str
    content: Mapping[str, str]
    sources: tuple[str, ...]
    supersedes: int | None
    previous: str


@dataclass(frozen=True, slots=True)
class Head:
    """Number, hash and instant of a book's last entry; number 0 for an empty book."""

    number: int
    hash: str
    recorded_at: datetime | None
