"""How does an entry lie in the database? Its columns, and drafts made into rows that seal one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from giaoban.ledger import Draft, Entry, Head, notation, seal
from giaoban.store.faults import PastInstant

COLUMNS = ("book_id", "number", "recorded_at", "kind", "key", "line", "hash", "previous", "supersedes", "steps")
WITH_STEPS = ("Figure", "Target")
FITS = range(-(2**63), 2**63)

Row = tuple[str, int, str, str, str, str, str, str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Act:
    """Who records, acting in which post, through which door, and when by the door's clock (lượt ghi)."""

    by: str
    as_post: str
    via: str
    at: datetime


def row(entry: Entry, *, line: str, hash: str) -> Row:  # noqa: A002 -- the column's name
    """Return what stands in `COLUMNS`; all but the two hashes can be read from the line."""
    recorded_at, steps = notation.write_instant(entry.recorded_at), _steps(entry)
    return entry.book, entry.number, recorded_at, entry.kind, entry.key, line, hash, entry.previous, entry.supersedes, steps


def _steps(entry: Entry) -> int | None:
    written = entry.content.get("steps") if entry.kind in WITH_STEPS else None
    return int(written) if written and int(written) in FITS else None


def sealed_rows(drafts: Sequence[Draft], *, book: str, after: Head, act: Act, history: bool) -> Iterator[tuple[Entry, Row]]:
    """Yield each draft as an entry of the book and as its row, numbered without gaps and sealed one after another.

    Args:
        drafts: In the order in which they are recorded.
        after: Head of the book; its lock must be held.
        history: Whether each draft gives its own instant.

    Raises:
        PastInstant: A draft gives an instant where it may not, gives none where it must, or steps back.
        ValueError: `act.at` names no time zone.
        notation.NotALine: A draft holds what no line can hold.
    """
    if act.at.tzinfo is None:
        raise ValueError("the door's clock must name its time zone")
    previous, at = after.hash, act.at.astimezone(UTC)
    instants = _instants(drafts, after, at) if history else _now(drafts, after, at)
    for number, (draft, recorded_at) in enumerate(zip(drafts, instants, strict=True), after.number + 1):
        entry = Entry(
            book=book,
            number=number,
            recorded_at=recorded_at,
            by=act.by,
            as_post=act.as_post,
            via=act.via,
            kind=draft.kind,
            key=draft.key,
            content=draft.content,
            sources=draft.sources,
            supersedes=draft.supersedes,
            previous=previous,
        )
        line = notation.write(entry)
        previous = seal(previous, line=line)
        yield entry, row(entry, line=line, hash=previous)


def _now(drafts: Sequence[Draft], after: Head, at: datetime) -> Iterator[datetime]:
    latest = max(at, after.recorded_at or at)
    for count, draft in enumerate(drafts, 1):
        if draft.known_at is not None:
            raise _past(count, draft, "chỉ lần nạp lại lịch sử mới được ghi thời điểm cũ", "only a reloaded history gives instants")
        yield latest


def _instants(drafts: Sequence[Draft], after: Head, at: datetime) -> Iterator[datetime]:
    latest = after.recorded_at
    for count, draft in enumerate(drafts, 1):
        known = draft.known_at
        if known is None or known.tzinfo is None:
            raise _past(
                count, draft, "nạp lại lịch sử thì phải có thời điểm kèm múi giờ", "a reloaded history gives one, with its time zone"
            )
        if latest is not None and known < latest:
            raise _past(count, draft, "sớm hơn mục ghi trước", "it lies before the entry before")
        if known > at:
            raise _past(count, draft, "ở tương lai", "it lies in the future")
        latest = known.astimezone(UTC)
        yield latest


def _past(count: int, draft: Draft, why: str, why_en: str) -> PastInstant:
    return PastInstant(count=count, given=draft.known_at.isoformat() if draft.known_at else "—", why=why, why_en=why_en)
