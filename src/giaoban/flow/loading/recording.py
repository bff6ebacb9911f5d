"""How is what a book does not say yet recorded? All of it or none, with an `Opening` before a reloaded past."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum

from giaoban import ledger, store
from giaoban.cases import Case
from giaoban.flow.access import Actor
from giaoban.flow.loading.items import Item, NotLoaded, Place, Tell, named
from giaoban.flow.loading.problems import NoInstant, NotYetKnown
from giaoban.flow.refusal import Refused
from giaoban.ledger import VIETNAM, Book, Draft, Entry
from giaoban.store.faults import BookExists
from giaoban.values import Problem


class Manner(Enum):
    """How instants that the files give are taken (cách nạp)."""

    PLAIN = "plain"  # none may be given but those of items that stand already
    HISTORY = "history"  # every item gives its own
    NOW = "now"  # they are passed over; what differs is known from this moment


class PastWithoutHistory(Refused):
    """Items give past instants, but the load is no history."""

    code = "past-without-history"
    vi = (
        "Chưa nạp gì: {count} mục mới hoặc đã đổi ghi thời điểm trong quá khứ (recorded), đầu tiên ở {first}. "
        "Nạp lại lịch sử vào sổ mới: thêm --history. Ghi như đính chính của hôm nay: thêm --now."
    )
    en = (
        "Nothing was loaded: {count} new or changed items give past instants (recorded), the first at {first}. "
        "To reload a history into a new book add --history. To record them as corrections of today add --now."
    )


class BeforeHead(Refused):
    """A history reaches back before what the book already holds."""

    code = "before-head"
    vi = (
        "Chưa nạp gì: {first} ghi thời điểm {instant}, trước mục cuối của sổ ({head}). Quá khứ của một sổ không chèn thêm được. "
        "Ghi như đính chính của hôm nay: thay --history bằng --now."
    )
    en = (
        "Nothing was loaded: {first} gives {instant}, before the book's last entry ({head}). Nothing can be put into a book's past. "
        "To record it as a correction of today use --now instead of --history."
    )


class WrittenMeanwhile(Refused):
    """Somebody recorded something in the book while it was compared with the files."""

    code = "written-meanwhile"
    vi = "Chưa nạp gì: trong lúc đối chiếu, người khác vừa ghi thêm vào sổ “{book}”. Chạy lại lệnh."
    en = "Nothing was loaded: while the files were compared somebody else recorded in the book “{book}”. Run the command again."


def check_instants(new: Sequence[Item], *, book: Book | None, manner: Manner, at: datetime) -> None:
    """Refuse instants that do not fit the manner.

    Args:
        new: What would be recorded.
        at: The door's clock.

    Raises:
        PastWithoutHistory, BeforeHead, NotLoaded: They do not.
    """
    dated = [item for item in new if item.known_at]
    if manner is Manner.PLAIN and dated:
        raise PastWithoutHistory(count=len(dated), first=dated[0].where)
    if manner is not Manner.HISTORY:
        return
    problems: list[Problem] = [NoInstant(item.where) for item in new if item.known_at is None and item.draft.kind != "Definition"]
    problems += [NotYetKnown(item.where, _written(item.known_at)) for item in dated if item.known_at and item.known_at > at]
    if problems:
        raise NotLoaded(problems=tuple(problems), count=len(problems))
    head = book.head.recorded_at if book else None
    if head and dated and dated[0].known_at and dated[0].known_at < head:
        raise BeforeHead(first=dated[0].where, instant=_written(dated[0].known_at), head=_written(head))


def _written(at: datetime) -> str:
    return at.astimezone(VIETNAM).isoformat(timespec="seconds")


def record(
    case: Case,
    *,
    new: Sequence[Item],
    book: Book | None,
    standing: Mapping[Place, Entry],
    manner: Manner,
    opened: Mapping[str, str],
    by: Actor,
    at: datetime,
    tell: Tell | None,
) -> tuple[Entry, ...]:
    """Record the items and return their entries, the `Opening` not among them.

    Args:
        new: In the order in which they are recorded.
        book: The book that they were compared with; None to open it.
        standing: What stood in it.
        opened: What an `Opening` says of the files.

    Raises:
        WrittenMeanwhile: The book is no longer the one that was compared.
        Fault: The database is busy, full or out of reach; nothing was recorded.
    """
    after = book.head.number if book else 0
    in_history = manner is Manner.HISTORY
    earliest = next((item.known_at for item in new if item.known_at), at) if in_history else None
    with store.together():
        if book is None:
            _open_book(case, at)
        for person in case.people:
            store.people.person(named(person), id=person.id)
        opening = [_opening(opened, by, at, len(new), earliest)] if in_history else []
        drafts = opening + _drafts(new, standing, after=after + len(opening), earliest=earliest)
        via = "load" if in_history else by.via
        entries = store.books.append(
            case.id, drafts, by=by.person, as_post=by.post_in(case.id), via=via, at=at, history=in_history,
            progress=_progress(tell, len(drafts)),
        )  # fmt: skip
        if entries[0].number != after + 1:
            raise WrittenMeanwhile(book=case.id)
    return entries[len(opening) :]


def _open_book(case: Case, at: datetime) -> None:
    try:
        store.books.create(case.id, title=case.title, made=case.made, regime=case.regime, at=at)
    except BookExists as fault:
        raise WrittenMeanwhile(book=case.id) from fault


def _progress(tell: Tell | None, of: int) -> Callable[[int], None] | None:
    return (lambda done: tell("write", min(done, of), of)) if tell else None


def _opening(opened: Mapping[str, str], by: Actor, at: datetime, count: int, earliest: datetime | None) -> Draft:
    content = {**opened, "loaded_at": ledger.notation.write_instant(at), "loaded_by": by.via, "items": str(count)}
    return Draft("Opening", f"opening/{opened['digest']}", content, known_at=earliest)


def _drafts(new: Sequence[Item], standing: Mapping[Place, Entry], *, after: int, earliest: datetime | None) -> list[Draft]:
    """Return the drafts, keeping the documents and words that they point at.

    Args:
        after: Number of the entry that the first of them follows.
        earliest: Instant, in a history, of what gives none.
    """
    for source in dict.fromkeys(item.source for item in new if item.source):
        store.documents.keep(source)
    numbers = {place: entry.number for place, entry in standing.items()}
    drafts: list[Draft] = []
    for number, item in enumerate(new, start=after + 1):
        content = {**item.draft.content, **{name: store.texts.keep(text) for name, text in item.told.items() if text}}
        supersedes = numbers.pop(item.place, None)
        if not item.takes_back:
            numbers[item.place] = number
        known_at = (item.known_at or earliest) if earliest else None
        drafts.append(replace(item.draft, content=content, sources=item.cited, supersedes=supersedes, known_at=known_at))
    return drafts
