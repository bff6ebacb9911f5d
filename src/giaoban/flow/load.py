"""Load a case into a book: compare, and append what differs; twice is nothing.

With history, every item carries the instant at which it was known, and an
`Opening` entry says who reloaded that past, when, and from which files. Now,
what differs from the book is recorded as known from this moment, as an
ordinary correction. All of it is recorded, or none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from giaoban import cases, catalogue, ledger, store
from giaoban.cases import Case
from giaoban.catalogue import Catalogue
from giaoban.catalogue.loading import BrokenYaml, Read
from giaoban.flow import access
from giaoban.flow.access import Act, Actor
from giaoban.flow.loading import difference, items, recording
from giaoban.flow.loading.difference import Held
from giaoban.flow.loading.items import Item, NotLoaded, Tell
from giaoban.flow.loading.problems import OtherTitle
from giaoban.flow.loading.recording import BeforeHead, Manner, PastWithoutHistory, WrittenMeanwhile
from giaoban.flow.loading.starter import SHIPPED, shipped_files, starter, starter_digest
from giaoban.flow.refusal import Refused
from giaoban.ledger import Book, Entry
from giaoban.values import Problem, Said, Span

__all__ = [
    "SHIPPED", "BeforeHead", "Loaded", "Manner", "NotLoaded", "OtherBook", "PastWithoutHistory", "WrittenMeanwhile", "load_case",
    "load_files", "load_shipped",
]  # fmt: skip


class OtherBook(Refused):
    """A book of that id is there, and is another kind of book."""

    code = "other-book"
    vi = "Chưa nạp gì: đã có sổ “{book}” {held}, còn tệp ghi {said}. Sửa mục case, hoặc đổi mã nếu là sổ khác."
    en = "Nothing was loaded: there is a book “{book}” {held}; the files say {said}. Mend case, or change the id if it is another book."


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did.

    Args:
        book: Id of the book.
        definitions, facts: How many entries were appended of each.
        corrected: How many of them took the place of an earlier entry.
        unchanged: How many items of the files stood already.
        problems: Doubts and notes; what refuses is raised instead.
    """

    book: str
    title: str
    made: bool
    definitions: int
    facts: int
    corrected: int
    unchanged: int
    problems: tuple[Problem, ...]


def load_files(found: Mapping[str, str], *, manner: Manner, by: Actor, at: datetime, tell: Tell | None = None) -> Loaded:
    """Load a case from the texts of its files.

    Raises:
        NotLoaded: The files hold problems, all of them given.
        PastWithoutHistory, BeforeHead: Instants do not fit the manner.
        Refused: No right to define and record, or the book is another one.
    """
    book = _existing(_id_in(found))
    access.require(by, act=Act.DEFINE, book=book.id if book else None)

    def catalogue_on(own: Sequence[Read]) -> Callable[[date], Catalogue]:
        return _catalogues([*_definitions(book), *starter(), *own])

    case, problems = cases.read_case(found, catalogue_on=catalogue_on)
    if case is None or any(isinstance(problem, BrokenYaml) for problem in problems):
        items.refuse(problems)  # half of it was not read: what it lacks would be blamed on what is there
    if case is None:
        raise NotLoaded(problems=problems, count=len(problems))
    return load_case(case, manner=manner, by=by, at=at, doubts=problems, tell=tell)


def load_shipped(name: str, *, manner: Manner | None = None, by: Actor, at: datetime, tell: Tell | None = None) -> Loaded:
    """Load a case that comes with the product.

    Args:
        name: `ha_tinh` (published facts) or `tinh_mau` (made).
        manner: None to reload its history into a new book, and to record what a later release says otherwise as of now.

    Raises:
        NotLoaded, Refused: As `load_files`.
    """
    case = cases.generate(seed=cases.SEED, size="S", starter=starter()) if name == "tinh_mau" else None
    found = {} if case else shipped_files(name)
    id = case.id if case else _id_in(found)
    book = _existing(id)
    access.require(by, act=Act.DEFINE, book=book.id if book else None)
    digest = _digest(case.digest if case else cases.digest_of(found))
    if book and manner is None and any(entry.content["digest"] == digest for entry in book.of_kind("Opening")):
        cover = _cover(book.id)
        return Loaded(book.id, cover.title, cover.made, 0, 0, 0, len(book.entries), ())
    manner = manner or (Manner.NOW if book else Manner.HISTORY)
    if case:
        return load_case(case, manner=manner, by=by, at=at, tell=tell)
    return load_files(found, manner=manner, by=by, at=at, tell=tell)


def load_case(case: Case, *, manner: Manner, by: Actor, at: datetime, doubts: tuple[Problem, ...] = (), tell: Tell | None = None) -> Loaded:
    """Load a case that was read or made.

    Args:
        doubts: What reading it has brought up.
        tell: Told how far it is.

    Raises:
        NotLoaded, PastWithoutHistory, BeforeHead, Refused: As `load_files`.
    """
    book = _existing(case.id)
    access.require(by, act=Act.DEFINE, book=case.id if book else None)
    problems = [*doubts, *(_check_cover(case) if book else ())]
    every = _merged([*_definitions(book), *starter(), *case.definitions])
    problems += [*catalogue.check(every, on=ledger.day_of(at)), *items.check_people(case)]
    held = Held(book)
    said = [*_begun(case, held, manner), *items.definition_items(case.definitions)]
    said += items.fact_items(case, catalogue_on=_catalogues(every), problems=problems, tell=tell)
    new = _new(said, held, manner, problems)
    items.refuse(problems)
    recording.check_instants(new, book=book, manner=manner, at=at)
    if not new:
        return _loaded(case, (), len(said), problems)
    opened = {"digest": _digest(case.digest), "files": case.digest, "starter": starter_digest()}
    entries = recording.record(
        case, new=new, book=book, standing=held.standing, manner=manner, opened=opened, by=by, at=at, tell=tell
    )  # fmt: skip
    return _loaded(case, entries, len(said), problems)


def _begun(case: Case, held: Held, manner: Manner) -> list[Item]:
    """Return the starter definitions that the case does not give itself.

    Only a book that begins as a history takes their instants. A book that has ever held one, and now holds another
    in its place, has been changed by somebody who meant it.
    """
    own = {read.definition.key for read in case.definitions}
    begin = [read for read in starter() if read.definition.key not in own]
    if held.book is None:
        return items.definition_items(begin if manner is Manner.HISTORY else _undated(begin))
    return [item for item in items.definition_items(_undated(begin)) if held.is_new_now(item) and held.is_new_then(item)]


def _new(said: list[Item], held: Held, manner: Manner, problems: list[Problem]) -> list[Item]:
    if manner is Manner.HISTORY:
        new = difference.of_history(said, held=held)
        problems += difference.unfounded(new, held=held, in_history=True)
        return new
    problems += difference.unfounded(said, held=held, in_history=False)
    return difference.of_now(said, held=held)


def _loaded(case: Case, entries: tuple[Entry, ...], said: int, problems: Iterable[Problem]) -> Loaded:
    definitions = sum(entry.kind == "Definition" for entry in entries)
    corrected = sum(entry.supersedes is not None for entry in entries)
    found = tuple(dict.fromkeys(problems))
    return Loaded(case.id, case.title, case.made, definitions, len(entries) - definitions, corrected, said - len(entries), found)


def _id_in(found: Mapping[str, str]) -> str:
    """Return the id that the head of the case gives, before anything else is read; empty where it cannot be told."""
    heads = [text for text in found.values() if "\ncase:" in f"\n{text}"]
    sheets, _ = catalogue.loading.parse({"": heads[0]}) if len(heads) == 1 else ((), ())
    head = sheets[0].content.get("case") if sheets else None
    return str(head.get("id", "")) if isinstance(head, Mapping) else ""


def _existing(book: str) -> Book | None:
    known = {cover.id for cover in store.books.listed()}
    return store.books.read(book) if book in known else None


def _cover(book: str) -> store.Cover:
    return next(cover for cover in store.books.listed() if cover.id == book)


def _check_cover(case: Case) -> list[Problem]:
    """Return a note where the title differs; refuse where the book is of another kind.

    Raises:
        OtherBook: Its regime differs, or one of them is made up and the other is not.
    """
    cover = _cover(case.id)
    if cover.regime != case.regime:
        held = Said(f"theo chế độ “{cover.regime}”", f"of the regime “{cover.regime}”")
        raise OtherBook(book=case.id, held=held, said=f"“{case.regime}”")
    if cover.made != case.made:
        made, real = Said("là dữ liệu giả định", "that is made up"), Said("là dữ liệu thật", "that is not made up")
        raise OtherBook(book=case.id, held=made if cover.made else real, said=f"made: {str(case.made).lower()}")
    return [] if cover.title == case.title else [OtherTitle(Span(""), case.id, cover.title, case.title)]


def _digest(files: str) -> str:
    return hashlib.sha256(f"{files} {starter_digest()}".encode()).hexdigest()


def _definitions(book: Book | None) -> list[Read]:
    found = book.standing("Definition").values() if book else ()
    return [Read(*ledger.decode_definition(entry), Span("", f"mục {entry.number}"), entry.recorded_at) for entry in found]


def _undated(reads: Iterable[Read]) -> list[Read]:
    """Return the definitions without the instants at which they were known."""
    return [replace(read, known_at=None) for read in reads]


def _merged(reads: Iterable[Read]) -> list[Read]:
    return list({read.definition.key: read for read in reads}.values())


def _catalogues(reads: Iterable[Read]) -> Callable[[date], Catalogue]:
    known = [(read.definition, read.thing) for read in _merged(reads)]
    return lru_cache(maxsize=512)(lambda on: catalogue.build(known, on=on))
