"""From a document to the ledger: receive it, look at what it suggests, accept or reject; nothing is recorded without a person.

Received once, a document keeps its suggestions until each is decided. Accepting
records: admission, then an entry with the document and the place of its words
as source. A corrected link is remembered as a dated synonym for the body.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from giaoban import catalogue, ledger, reading, store
from giaoban.flow import access, guard, library, moment
from giaoban.flow.access import Act, Actor
from giaoban.flow.earlier import earlier
from giaoban.flow.guard import Taken
from giaoban.flow.library import Shelf
from giaoban.flow.record import Bench, Made, drafted, same
from giaoban.flow.refusal import Refused, UnknownBody, listed, near
from giaoban.ledger import Draft, Entry
from giaoban.ledger.admission import SaidTwice
from giaoban.reading import Linker, Suggestion
from giaoban.reading.linking import fold_words
from giaoban.reading.suggestion import FIGURE, STATED, TARGET
from giaoban.store.inbox import ACCEPTED, REJECTED, Paper
from giaoban.values import Problem, Source, Span, vietnamese

KINDS = ("Figure", "Stated", "Grade", "Target", "Aim", "Bottleneck", "DirectiveDraft")


class NotReadable(Refused):
    """The file could not be opened; nothing of it was kept."""

    code = "document-not-readable"
    vi = "{name}: chưa nhận được văn bản này, chưa có nội dung nào được lưu."
    en = "{name}: the document was not received; nothing of it was kept."


class ReceivedElsewhere(Refused):
    """The very file was received before, for another body; this account may not see it."""

    code = "received-elsewhere"
    vi = "{name}: tệp này đã được đơn vị khác trong sổ nhận trước đó. Liên hệ văn phòng để được xem."
    en = "{name}: this file was received before for another body of the book. Ask the office to see it."


class NoSuchPaper(Refused):
    """There is no received document of that number, or it is not for this account."""

    code = "no-such-paper"
    vi = "Không có văn bản đến số {id}. Xem danh sách: giaoban inbox --book SỔ."
    en = "There is no received document {id}. See the list: giaoban inbox --book BOOK."


class NoSuchSuggestion(Refused):
    """The document has no suggestion of that number, or it has been decided."""

    code = "no-such-suggestion"
    vi = "Văn bản đến số {id} không có đề xuất {numbers} đang chờ: có thể vừa được quyết định. Xem lại danh sách đề xuất."
    en = "The document {id} has no suggestion {numbers} waiting: it may just have been decided. Look at the list again."


class UnknownField(Refused):
    """A suggestion has no field of that name."""

    code = "unknown-suggestion-field"
    vi = "Đề xuất {number} (loại {kind}) không có trường “{field}”. Các trường: {known}."
    en = "Suggestion {number} ({kind}) has no field “{field}”. Its fields: {known}."


@dataclass(frozen=True, slots=True)
class Waiting:
    """One suggestion of a received document, and what was decided about it (đề xuất).

    Args:
        suggestion: None once its document is blanked.
        decision: `accepted`, `rejected`, or empty while it waits.
        entry: Number of the entry that records it; None where none does.
    """

    number: int
    suggestion: Suggestion | None
    decision: str
    decided_by: str
    entry: int | None


@dataclass(frozen=True)
class Opened:
    """A received document with everything that it suggests (văn bản đến).

    Args:
        is_new: Whether it has come for the first time.
        notes: What is to be noted about the file, in both languages.
    """

    paper: Paper
    suggestions: tuple[Waiting, ...]
    notes: tuple[Mapping[str, str], ...] = ()
    is_new: bool = False


@dataclass(frozen=True)
class Outcome:
    """What came of accepting (kết quả ghi nhận).

    Args:
        recorded: Number of the entry by that of the suggestion.
        stood: The same for what stood in the book already.
        left: Why each of the others still waits.
        taught: Ids of the synonyms that were remembered.
    """

    recorded: Mapping[int, int]
    stood: Mapping[int, int]
    left: Mapping[int, tuple[Problem, ...]]
    taught: tuple[str, ...] = field(default=())


def receive(
    content: bytes, *, name: str, book: str, by: Actor, at: datetime, body: str = "", source: Source | None = None,
    drop_personal: bool = False,
) -> Opened:  # fmt: skip
    """Keep a document and what it suggests; nothing is recorded. Received again, it is the same document.

    Args:
        name: Of the file.
        book: Id of the book.
        body: Id of the body that it speaks for, where a place is not named; empty where none is meant.
        source: How one cites it; None for its file name.
        drop_personal: Whether columns that tell of people are left out instead of stopping the file.

    Raises:
        NotAllowed, UnknownBook, UnknownBody: The book or body is not there, or not for this account.
        SecretDocument, PersonalDocument, PersonalProse: It may not be taken in; nothing of it was kept.
        NotReadable: It could not be opened; nothing of it was kept.
    """
    library.cover_of(book)
    access.require(by, act=Act.RECORD, book=book)
    (taken,) = guard.take({name: content}, drop_personal=drop_personal)
    if taken.document is None:
        raise NotReadable(name=name, problems=taken.problems)
    shelf = library.take(book, as_known=None, at=at)
    _known_body(body, shelf, at)
    sha256 = hashlib.sha256(content).hexdigest()
    if (id := store.inbox.id_of(book, sha256=sha256)) is not None:
        if not _is_for(by, paper := store.inbox.find(id)):
            raise ReceivedElsewhere(name=name)
        return _opened(paper)
    said, text = _suggested(taken, shelf, body=body, dated=source.dated if source else None, at=at)
    with store.together():
        kept = store.documents.keep(
            source or Source(name), content=taken.content, filename=name, media_type=taken.media_type
        )  # fmt: skip
        notes = json.dumps([{"vi": one.sentence("vi"), "en": one.sentence("en")} for one in taken.problems], ensure_ascii=False)
        id, is_new = store.inbox.put(
            book, sha256=sha256, kept=kept, name=name, body=body, at=at, by=by.person, via=by.via, notes=notes, text=text,
            said=[reading.written(one) for one in said],
        )  # fmt: skip
    return replace(_opened(store.inbox.find(id)), is_new=is_new)


def _known_body(body: str, shelf: Shelf, at: datetime) -> None:
    day = moment.today(at)
    bodies = library.catalogue_for(shelf, on=day, frame=day).bodies
    if body and body not in bodies:
        raise UnknownBody(body=body, near=near(body, among=bodies), known=listed([shelf.cover.id]))


def _suggested(taken: Taken, shelf: Shelf, *, body: str, dated: date | None, at: datetime) -> tuple[tuple[Suggestion, ...], str]:
    assert taken.document is not None  # noqa: S101 -- the caller has looked
    today = moment.today(at)
    day = dated or reading.day_of(taken.document) or today
    linker = Linker(library.catalogue_for(shelf, on=min(day, today), frame=min(day, today)), taught=_taught(shelf, body=body, on=today))
    found = reading.read_document(taken.document, document=taken.name, linker=linker)
    against = reading.held_against(found, earlier=earlier(shelf, catalogue=linker.catalogue, body=body))
    found = replace(found, doubts=(*found.doubts, *against))
    return reading.suggestions(found, linker=linker, body=body), found.text


def _taught(shelf: Shelf, *, body: str, on: date) -> dict[str, str]:
    """Return what persons decided before about documents of this body: folded words → indicator."""
    synonyms = library.catalogue_for(shelf, on=on, frame=on).synonyms.values()
    return {fold_words(one.words): one.indicator for one in sorted(synonyms, key=lambda one: bool(one.body)) if one.body in ("", body)}


def may_receive(book: str, *, by: Actor) -> bool:
    """Whether the actor may receive documents into a book."""
    return access.may(by, act=Act.RECORD, book=book)


def fields_of(kind: str) -> tuple[str, ...]:
    """Return the names of the fields that a kind of suggestion needs and may have."""
    return (*reading.NEEDED[kind], *reading.MAY[kind])


@dataclass(frozen=True, slots=True)
class Names:
    """Ids and names that a person may choose from, and whether the book is made up (danh mục để chọn)."""

    made: bool
    indicators: tuple[tuple[str, str], ...]
    bodies: tuple[tuple[str, str], ...]
    authorities: tuple[tuple[str, str], ...]


def names(book: str, *, by: Actor, at: datetime) -> Names:
    """Return what the fields of a suggestion may be chosen from.

    Raises:
        NotAllowed, UnknownBook: The book is not there, or not for this account.
    """
    library.cover_of(book)
    access.require(by, act=Act.RECORD, book=book)
    shelf = library.take(book, as_known=None, at=at)
    day = moment.today(at)
    known = library.catalogue_for(shelf, on=day, frame=day)
    places = {id: versions[-1].name for id, versions in known.bodies.items()}
    return Names(
        shelf.cover.made,
        tuple(sorted(((one.id, one.name) for one in known.indicators.values()), key=lambda pair: vietnamese.sort_key(pair[1]))),
        tuple(sorted(places.items(), key=lambda pair: vietnamese.sort_key(pair[1]))),
        (
            *((one.id, one.words) for one in sorted(known.authorities.values(), key=lambda one: one.order)),
            ("unnamed", "chưa rõ kế hoạch nào"),
        ),
    )


def bodies(book: str, *, by: Actor, at: datetime) -> tuple[tuple[str, str], ...]:
    """Return the bodies that a document may speak for.

    Raises:
        NotAllowed, UnknownBook: The book is not there, or not for this account.
    """
    access.require(by, act=Act.RECORD, book=book)
    return names(book, by=by, at=at).bodies


def papers(book: str, *, by: Actor) -> tuple[Paper, ...]:
    """Return the documents received into a book, the newest first.

    Raises:
        NotAllowed, UnknownBook: The book is not there, or not for this account.
    """
    library.cover_of(book)
    access.require(by, act=Act.RECORD, book=book)
    return tuple(paper for paper in store.inbox.listed(book) if _is_for(by, paper))


def _is_for(by: Actor, paper: Paper) -> bool:
    """Whether a received document is for the actor: for the whole office, for the own body, or received by oneself.

    An officer of one ward sees nothing of another's documents.
    """
    if not access.may(by, act=Act.RECORD, book=paper.book):
        return False
    roots = access.recording_roots(by, book=paper.book)
    if roots is None or paper.received_by == by.person:
        return True
    day = ledger.day_of(paper.received_at)
    shelf = library.take(paper.book, as_known=None, at=paper.received_at)
    return bool(paper.body) and bool(library.catalogue_for(shelf, on=day, frame=day).is_under(on=day)(paper.body, roots))


def look(id: int, *, by: Actor) -> Opened:
    """Return a received document with everything that it suggests.

    Raises:
        NoSuchPaper: There is none of that number, or it is not for this account.
    """
    try:
        paper = store.inbox.find(id)
    except store.NotKept as fault:
        raise NoSuchPaper(id=id) from fault
    if not (access.may(by, act=Act.RECORD, book=paper.book) and _is_for(by, paper)):
        raise NoSuchPaper(id=id)
    return _opened(paper)


def _opened(paper: Paper) -> Opened:
    waiting = tuple(
        Waiting(one.number, reading.suggestion_of(one.said) if one.said else None, one.decision, one.decided_by, one.entry)
        for one in paper.suggestions
    )
    return Opened(paper, waiting, tuple(json.loads(paper.notes)))


def reject(id: int, *, numbers: Sequence[int], by: Actor, at: datetime) -> int:
    """Put suggestions away; return how many.

    Args:
        numbers: Of the suggestions; empty for all that wait.

    Raises:
        NoSuchPaper, NoSuchSuggestion: They are not there.
    """
    opened = look(id, by=by)
    access.require(by, act=Act.RECORD, book=opened.paper.book)
    chosen = _chosen(opened, numbers, None)
    decisions = {one.number: (REJECTED, reading.written(one.suggestion), None) for one in chosen if one.suggestion}
    store.inbox.decide(id, decisions=decisions, at=at, by=by.person)
    return len(decisions)


def accept(
    id: int, *, numbers: Sequence[int] = (), at_least: int | None = None, edits: Mapping[int, Mapping[str, str]] | None = None,
    by: Actor, at: datetime,
) -> Outcome:  # fmt: skip
    """Record suggestions as a person decided; what cannot be recorded still waits, with its reasons.

    Args:
        numbers: Of the suggestions.
        at_least: All that wait, are complete and are at least so sure (0 to 100), beside those named; None for those named only.
        edits: Fields by number that the person has changed; `kind` changes what it is.

    Raises:
        NoSuchPaper, NoSuchSuggestion, UnknownField: They are not there.
        NotAllowed: No right.
    """
    opened = look(id, by=by)
    access.require(by, act=Act.RECORD, book=opened.paper.book)
    changed = edits or {}
    chosen = _chosen(opened, [*numbers, *(number for number in changed if number not in numbers)], at_least)
    edited = {one.number: _edited(one, changed.get(one.number, {})) for one in chosen if one.suggestion}
    shelf = library.take(opened.paper.book, as_known=None, at=at)
    bench = _bench(shelf, opened.paper, by)
    made = [found for number, one in edited.items() if (found := bench.make(number, suggestion=one))]
    taught = _lessons(opened, edited, {one.number for one in made}, shelf, at)
    return _record(opened, made, taught, bench, shelf, by, at)


def _chosen(opened: Opened, numbers: Sequence[int], at_least: int | None) -> list[Waiting]:
    waiting = {one.number: one for one in opened.suggestions if not one.decision and one.suggestion}
    if missing := [number for number in numbers if number not in waiting]:
        raise NoSuchSuggestion(id=opened.paper.id, numbers=", ".join(map(str, missing)))
    if not numbers and at_least is None:
        return list(waiting.values())
    sure = [
        number for number, one in waiting.items()
        if at_least is not None and one.suggestion and one.suggestion.is_ready and one.suggestion.confidence >= at_least
    ]  # fmt: skip
    return [waiting[number] for number in sorted({*numbers, *sure})]


def _edited(waiting: Waiting, edit: Mapping[str, str]) -> Suggestion:
    one = waiting.suggestion
    assert one is not None  # noqa: S101 -- blanked ones are never chosen
    kind = edit.get("kind", one.kind)
    known = (*reading.NEEDED.get(kind, ()), *reading.MAY.get(kind, ()))
    for name in edit:
        if kind not in reading.NEEDED or (name != "kind" and name not in known):
            raise UnknownField(number=waiting.number, kind=kind, field=name, known=listed(["kind", *known]))
    fields = {name: value for name, value in {**one.fields, **edit}.items() if name in known and value}
    if kind != one.kind:
        fields = {**_defaults(kind), **fields}
    return replace(one, kind=kind, fields=fields)


def _defaults(kind: str) -> dict[str, str]:
    return {TARGET: {"authority": "unnamed", "version": "1"}, STATED: {"authority": "unnamed", "relation": "plan"}}.get(kind, {})


def _bench(shelf: Shelf, paper: Paper, by: Actor) -> Bench:
    def catalogue_on(day: date) -> catalogue.Catalogue:
        return library.catalogue_for(shelf, on=day, frame=day)

    roots = access.recording_roots(by, book=paper.book)

    def may(body: str, day: date) -> bool:
        return roots is None or bool(catalogue_on(day).is_under(on=day)(body, roots))

    return Bench(shelf.cover.regime, catalogue_on, may, paper.kept, paper.name)


def _record(opened: Opened, made: list[Made], taught: list[Draft], bench: Bench, shelf: Shelf, by: Actor, at: datetime) -> Outcome:
    standing = shelf.whole.standing(*KINDS)
    recorded: dict[int, int] = {}
    stood: dict[int, int] = {}
    said: dict[tuple[str, str], Made] = {}
    fresh: list[Made] = []
    twice: list[Made] = []
    for one in made:
        entry = standing.get(one.place)
        if one.place in said:
            twice.append(one)
        elif entry and same(one.draft, entry=entry):
            stood[one.number] = entry.number
            said[one.place] = one
        else:
            said[one.place] = one
            fresh.append(one)
    with store.together():
        drafts = [drafted(one, sha256=opened.paper.kept, standing=standing.get(one.place)) for one in fresh] + taught
        entries: tuple[Entry, ...] = ()
        if drafts:
            book = opened.paper.book
            entries = store.books.append(book, drafts, by=by.person, as_post=by.post_in(book), via=by.via, at=at)
        recorded = {one.number: entry.number for one, entry in zip(fresh, entries, strict=False)}
        for one in twice:
            _second(one, said[one.place], recorded, stood, bench)
        decided = {**recorded, **stood}
        kept = {one.number: one for one in made}
        decisions = {number: (ACCEPTED, reading.written(kept[number].suggestion), entry) for number, entry in decided.items()}
        store.inbox.decide(opened.paper.id, decisions=decisions, at=at, by=by.person)
    return Outcome(recorded, stood, bench.problems, tuple(draft.key for draft in taught))


def _second(one: Made, first: Made, recorded: dict[int, int], stood: dict[int, int], bench: Bench) -> None:
    """Put down what one document says twice: once where both say the same, else the second still waits."""
    where = Span(bench.name, one.suggestion.place)
    if one.draft.content.get("printed") == first.draft.content.get("printed") or _equal(one.draft, first.draft):
        stood[one.number] = recorded.get(first.number) or stood[first.number]
    else:
        other = Span(bench.name, first.suggestion.place)
        bench.problems[one.number] = (SaidTwice(where, one.draft.key, other),)


def _equal(one: Draft, other: Draft) -> bool:
    """Whether two drafts of one key say the same amount, however each prints it."""
    return all(one.content.get(name) == other.content.get(name) for name in ("steps", "value", "word", "quality"))


def _lessons(opened: Opened, edited: Mapping[int, Suggestion], sound: set[int], shelf: Shelf, at: datetime) -> list[Draft]:
    """Return a dated synonym for each link that a person corrected."""
    day = moment.today(at)
    known = library.catalogue_for(shelf, on=day, frame=day)
    found: dict[str, Draft] = {}
    for number, one in edited.items():
        before = next(waiting.suggestion for waiting in opened.suggestions if waiting.number == number)
        indicator = one.fields.get("indicator", "")
        proposed = before.fields.get("indicator", "") if before else ""
        if number not in sound or one.kind not in (FIGURE, STATED, TARGET) or not one.subject or indicator == proposed:
            continue
        draft = _synonym(one.subject, indicator, opened.paper, day)
        if draft and not _is_name(one.subject, indicator, known):
            found[draft.key] = draft
    standing = shelf.whole.standing("Definition")
    return [
        replace(draft, supersedes=held.number if held else None)
        for key, draft in found.items()
        if not ((held := standing.get(("Definition", key))) and held.content == draft.content)
    ]


def _is_name(words: str, indicator: str, known: catalogue.Catalogue) -> bool:
    found = known.indicators.get(indicator)
    return found is not None and fold_words(words) in {fold_words(name) for name in (found.name, *found.synonyms)}


def _synonym(words: str, indicator: str, paper: Paper, day: date) -> Draft | None:
    id = "-".join(part for part in (vietnamese.slug(words)[:60].strip("-"), paper.body) if part)
    source = {"title": f"Người dùng liên kết khi đọc văn bản đến số {paper.id}"}
    content = {
        "kind": "synonym", "id": id, "since": day.isoformat(), "words": " ".join(words.split()), "indicator": indicator,
        "source": source, **({"body": paper.body} if paper.body else {}),
    }  # fmt: skip
    definition, _, _ = catalogue.understand(content, where=Span(paper.name), sources={})
    return ledger.encode_definition(definition, sources=(paper.kept,)) if definition else None
