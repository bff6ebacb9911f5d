"""Audit: walk the chain, compare it with what was sent out, dump it, rebuild what is derived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from giaoban import ledger, store
from giaoban.flow import access, checkpoints, library
from giaoban.flow.access import Act, Actor
from giaoban.flow.refusal import Refused
from giaoban.values import Said


class NotAPack(Refused):
    """The file to compare with is no pack."""

    code = "not-a-pack"
    vi = "Tệp “{file}” không phải là pack.json của giaoban ({why}). Dùng tệp do giaoban brief ghi ra."
    en = "The file “{file}” is no pack.json of giaoban ({why}). Use one that giaoban brief has written."


class OtherPack(Refused):
    """The pack was made from another book."""

    code = "other-pack"
    vi = "Tệp “{file}” được lập từ sổ “{of}”, không phải “{book}”. Bỏ --book, hoặc dùng --book {of}."
    en = "The file “{file}” was made from the book “{of}”, not from “{book}”. Leave out --book, or use --book {of}."


@dataclass(frozen=True, slots=True)
class Claim:
    """What a pack says of the book that it was made from.

    Args:
        number: Number of the last entry that the pack rests on.
        hash: Hash of that entry.
    """

    file: str
    book: str
    number: int
    hash: str


@dataclass(frozen=True, slots=True)
class Audit:
    """What verification of one book found (kết quả kiểm tra).

    Args:
        verdict: Of the chain itself.
        strayed: Number of the first entry whose columns differ from its line; None when none does.
        rewritten: Number at which the chain differs from the pack; None when it agrees or nothing was compared.
        blanked: How many texts and documents of the database were blanked by an act.
        damaged: How many of them no longer fit their digests.
    """

    book: str
    verdict: ledger.Verdict
    strayed: int | None
    rewritten: int | None
    blanked: int
    damaged: int

    @property
    def holds(self) -> bool:
        """Whether everything that was checked holds."""
        return self.verdict.broken is None and self.strayed is None and self.rewritten is None and not self.damaged


def books(*, by: Actor, act: Act = Act.READ) -> tuple[store.Cover, ...]:
    """Return the books of the database in which the actor may do something.

    Raises:
        NotAllowed: There are books, and none of them for the actor.
    """
    listed = store.books.listed()
    found = tuple(cover for cover in listed if access.may(by, act=act, book=cover.id))
    if listed and not found:
        access.require(by, act=act, book=None)
    return found


def claim(pack: Mapping[str, Any], *, file: str) -> Claim:
    """Return what a pack says of its book.

    Args:
        file: What the pack is called where it is refused.

    Raises:
        NotAPack: It says nothing of the kind.
    """
    try:
        entry = pack["entry"]
        return Claim(file, str(pack["book"]), int(entry["number"]), str(entry["hash"]))
    except (KeyError, TypeError, ValueError) as fault:
        raise NotAPack(file=file, why=Said("không có sổ, số mục và mã băm", "it names no book, entry number and hash")) from fault


def verify(book: str, *, against: Claim | None, by: Actor) -> Audit:
    """Return whether the book's chain holds, and agrees with a pack that was made from it.

    Args:
        against: What the pack says; None to check the chain alone.

    Raises:
        UnknownBook, OtherPack, NotAllowed: What was asked cannot be done.
    """
    library.cover_of(book)
    access.require(by, act=Act.AUDIT, book=book)
    if against and against.book != book:
        raise OtherPack(file=against.file, of=against.book, book=book)
    verdict = ledger.walk(store.books.sealed(book), book=book)
    tallies = (store.texts.tally(), store.documents.tally())
    return Audit(
        book,
        verdict,
        strayed=store.books.strayed(book),
        rewritten=against.number if against and _hash_at(book, against.number) != against.hash else None,
        blanked=sum(one.blanked for one in tallies),
        damaged=sum(len(one.false) for one in tallies),
    )


def _hash_at(book: str, number: int) -> str:
    if number == 0:
        return ledger.GENESIS
    return next((row.hash for row in store.books.sealed(book) if row.number == number), "")


def dump(book: str, *, by: Actor) -> Iterator[str]:
    """Return every entry of the book as its line, by number.

    Raises:
        UnknownBook, NotAllowed: What was asked cannot be done.
    """
    library.cover_of(book)
    access.require(by, act=Act.AUDIT, book=book)
    return (row.line for row in store.books.sealed(book))


def rebuild(book: str, *, by: Actor) -> None:
    """Throw away what is derived from the entries and make it again.

    Raises:
        UnknownBook, NotAllowed: What was asked cannot be done.
        Fault: An entry cannot be read.
    """
    library.cover_of(book)
    access.require(by, act=Act.ADMINISTER, book=book)
    store.books.rebuild(book)
    checkpoints.drop(book)
