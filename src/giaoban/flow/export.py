"""Export a book as the files that `load` reads: what stands in it now, or stood at an instant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from giaoban import cases, delivery, ledger, store
from giaoban.flow import access, library
from giaoban.flow.access import Act, Actor
from giaoban.flow.loading.items import KINDS, NAME_BLANKED, free_texts
from giaoban.ledger import Entry
from giaoban.values import Source


def export(book: str, *, as_known: datetime | None, by: Actor, at: datetime) -> dict[str, str]:
    """Return the files of the book by name; loading them again changes nothing.

    The names of people whom the book's acts refer to stand in `case.yaml`; of what was blanked, that it was.

    Raises:
        UnknownBook, FutureInstant, NothingKnownYet, NotAllowed: What was asked cannot be done.
    """
    library.cover_of(book)
    access.require(by, act=Act.AUDIT, book=book)
    shelf = library.take(book, as_known=as_known, at=at)
    standing = sorted(shelf.book.standing(*KINDS).values(), key=lambda entry: entry.number)
    entries = [entry for entry in standing if entry.kind != "Definition"]
    cover = shelf.cover
    return cases.write_case(
        {"id": cover.id, "title": cover.title, "made": "true" if cover.made else "false", "regime": cover.regime},
        definitions=[ledger.decode_definition(entry)[0] for entry in standing if entry.kind == "Definition"],
        entries=entries,
        sources=_sources(entries),
        remarks=_remarks(entries),
        people=_people(entries),
    )


def _sources(entries: Iterable[Entry]) -> Mapping[str, Source]:
    cited = dict.fromkeys(source.partition("!")[0] for entry in entries for source in entry.sources)
    found = {sha256: store.documents.find(sha256).source for sha256 in cited}
    return {sha256: source if source.title else Source(library.BLANKED) for sha256, source in found.items()}


def _remarks(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Return the words kept outside the chain by digest; a blanked remark is left out, a blanked text of an act says so."""
    digests = [(entry.kind, name, digest) for entry in entries for name in free_texts(entry.kind) if (digest := entry.content.get(name))]
    texts = store.texts.read_all(digest for _, _, digest in digests)
    said: dict[str, str] = {}
    for _, name, digest in digests:
        text = texts.get(digest)
        if text is not None or name != "note":
            said[digest] = text if text is not None else delivery.act.BLANKED
    return said


def _people(entries: Sequence[Entry]) -> list[cases.NamedPerson]:
    ids = sorted({entry.content["raised_by"] for entry in entries if entry.content.get("raised_by")})
    names = store.people.names(ids)
    return [cases.NamedPerson(id, names.get(id) or NAME_BLANKED) for id in ids]
