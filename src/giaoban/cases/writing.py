"""A book as files again: what stands in it, in the form that `read_case` reads back to the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from giaoban.cases.case import ACTS, NamedPerson
from giaoban.catalogue import Definition
from giaoban.catalogue.loading import write
from giaoban.ledger import Entry, Figure, Grade, Stated, Target, Withdrawal, decode
from giaoban.ledger.figures import SEEN_BY_ALL, WHOLE
from giaoban.values import Source

AT_ONCE = 4000  # facts a file
LISTS = ("asks", "affects", "helping")  # fields of acts that hold several lines


def write_case(
    head: Mapping[str, str],
    *,
    definitions: Iterable[Definition],
    entries: Sequence[Entry],
    sources: Mapping[str, Source],
    remarks: Mapping[str, str],
    people: Sequence[NamedPerson],
) -> dict[str, str]:
    """Return the files of a book by name.

    Args:
        head: Fields of `case`: id, title, made, regime.
        entries: Standing figures and acts, in the order they were recorded.
        sources: Cited documents by sha256.
        remarks: Texts kept outside the chain by digest; blanked ones are left out.
    """
    ids = {sha256: f"nguon-{n:04d}" for n, sha256 in enumerate(sorted(sources), start=1)}
    cited = [{"id": ids[sha256], **_source(sources[sha256])} for sha256 in sorted(sources)]
    named = [{name: value for name, value in (("id", p.id), ("name", p.name), ("post", p.post)) if value} for p in people]
    files = {
        "case.yaml": write({"case": dict(head), "sources": cited, "people": named}),
        "definitions.yaml": write({"definitions": [dict(one.content) for one in definitions]}),
    }
    facts = [_fact(entry, ids, remarks) for entry in entries]
    for n in range(0, len(facts), AT_ONCE):
        files[f"facts-{n // AT_ONCE + 1:03d}.yaml"] = write({"facts": facts[n : n + AT_ONCE]})
    return files


def _source(source: Source) -> dict[str, str]:
    said = {
        "title": source.title, "number": source.number, "issuer": source.issuer,
        "dated": source.dated.isoformat() if source.dated else "", "article": source.article, "url": source.url,
    }  # fmt: skip
    return {name: value for name, value in said.items() if value}


def _fact(entry: Entry, ids: Mapping[str, str], remarks: Mapping[str, str]) -> dict[str, Any]:
    said = _act(entry, remarks) if entry.kind in ACTS.values() else _item(entry)
    if entry.sources:
        sha256, _, place = entry.sources[0].partition("!")
        said["source"] = ids[sha256]
        if place:
            said["at"] = place
    if note := remarks.get(entry.content.get("note", "")):
        said["note"] = note
    return said


def _act(entry: Entry, remarks: Mapping[str, str]) -> dict[str, Any]:
    form, _, id = entry.key.partition("/")
    told = {name: remarks.get(value, value) for name, value in entry.content.items() if value and name != "note"}
    return {form: id, **{name: value.split("\n") if name in LISTS else value for name, value in told.items()}}


def _item(entry: Entry) -> dict[str, Any]:
    item = decode(entry)
    if isinstance(item, Withdrawal):
        raise KeyError(entry.kind)
    cell = item.cell
    form = {Figure: "figure", Stated: "stated", Grade: "grade", Target: "target"}[type(item)]
    said: dict[str, Any] = {form: cell.indicator, "body": cell.body, "period": cell.period, "regime": cell.regime}
    if cell.part != WHOLE:
        said["part"] = cell.part
    match item:
        case Figure():
            said |= {"printed": item.printed, "quality": item.quality.value}
        case Stated():
            said |= {"relation": item.relation, "authority": item.authority, "printed": item.printed}
        case Grade():
            said |= {"word": item.word}
        case Target():
            said |= {"authority": item.authority, "version": str(item.version), "printed": item.printed}
    if item.visibility != SEEN_BY_ALL:
        said["visibility"] = item.visibility
    if doubt := getattr(item, "doubt", ""):
        said["doubt"] = doubt
    return said
