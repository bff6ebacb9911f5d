"""A book: one office's entries in the order they were recorded, and what was known at an instant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from giaoban.ledger.entry import GENESIS, Entry, Head
from giaoban.ledger.figures import KINDS

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def end_of_day(day: date) -> datetime:
    """Return the last microsecond of the day in Vietnam: what "as known on that day" means."""
    following = datetime.combine(day + timedelta(days=1), time(), tzinfo=VIETNAM)
    return following - timedelta(microseconds=1)


def day_of(at: datetime) -> date:
    """Return the day in Vietnam on which the instant falls."""
    return at.astimezone(VIETNAM).date()


@dataclass(frozen=True)
class Book:
    """The entries of one book up to some instant (sổ).

    Args:
        id: Id of the book.
        entries: By number, from 1, without gaps.
        head_hash: Hash of the last entry.
        hashes: Hash of each entry, for books cut at an instant; same length as `entries`.
    """

    id: str
    entries: Sequence[Entry] = ()
    hashes: Sequence[str] = field(default=(), repr=False)

    @property
    def head(self) -> Head:
        """Number, hash and instant of the last entry."""
        if not self.entries:
            return Head(0, GENESIS, None)
        return Head(self.entries[-1].number, self.hashes[-1], self.entries[-1].recorded_at)

    def as_known(self, at: datetime) -> Book:
        """Return the book as it stood at the instant: all entries up to the last recorded at or before it."""
        count = bisect_right(self.entries, at, key=lambda entry: entry.recorded_at)
        return self.upto(count)

    def upto(self, number: int) -> Book:
        """Return the book with its first `number` entries."""
        return self if number >= len(self.entries) else Book(self.id, self.entries[:number], self.hashes[:number])

    def of_kind(self, *kinds: str) -> Iterator[Entry]:
        """Yield the entries of those kinds, in order."""
        return (entry for entry in self.entries if entry.kind in kinds)

    def figures(self) -> Iterator[Entry]:
        """Yield figures, stated relations, grades, targets and withdrawals, in order."""
        return self.of_kind(*KINDS)

    def standing(self, *kinds: str) -> dict[tuple[str, str], Entry]:
        """Return, for each (kind, key), the last entry that has not been withdrawn."""
        found: dict[tuple[str, str], Entry] = {}
        for entry in self.of_kind(*kinds, "Withdrawal"):
            if entry.kind == "Withdrawal":
                kind, _, key = entry.key.partition(":")
                found.pop((kind, key), None)
            else:
                found[entry.kind, entry.key] = entry
        return found
