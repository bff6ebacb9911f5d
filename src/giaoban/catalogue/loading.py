"""YAML ⇄ definitions, with every problem at once: file, line, sentence, way out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from giaoban.catalogue.definition import Definition, understand
from giaoban.catalogue.fields import Fields, Lined, read_source
from giaoban.catalogue.sheet import BrokenYaml, RepeatedField, Sheet, parse, write
from giaoban.values import Problem, Source, Span, vietnamese

__all__ = [
    "BrokenYaml", "DefinedTwice", "Read", "RepeatedField", "Sheet", "instant", "parse", "read_definitions", "read_sources", "write",
]  # fmt: skip


@dataclass(frozen=True)
class DefinedTwice(Problem):
    """Two definitions of one thing from one day in the same set of files."""

    code: ClassVar[str] = "defined-twice"
    vi: ClassVar[str] = "{kind} “{id}” từ ngày {since} đã được định nghĩa ở {first}."
    en: ClassVar[str] = "{kind} “{id}” since {since} is already defined at {first}."
    way_out_vi: ClassVar[str] = "Bỏ một trong hai, hoặc đổi ngày “since” nếu là nội dung thay thế."
    way_out_en: ClassVar[str] = "Take one out, or change “since” if it succeeds the other."

    kind: str
    id: str
    since: str
    first: Span


@dataclass(frozen=True, slots=True)
class Read:
    """A definition as read from a file: with its typed thing, place and, in a history, when it was known."""

    definition: Definition
    thing: Any
    where: Span
    known_at: datetime | None


def read_sources(sheets: Iterable[Sheet], *, problems: list[Problem]) -> dict[str, Source]:
    """Return the cited documents of all sheets by their short ids."""
    found: dict[str, Source] = {}
    for sheet in sheets:
        for fields in sheet.fields(problems, sources={}).mappings("sources"):
            id = fields.id
            source = read_source(fields)
            if source and id in found:
                fields.wrong("id", value=id, vi="mã chưa dùng cho nguồn khác", en="an id that no other source has")
            elif source:
                found[id] = source
    return found


def read_definitions(sheets: Iterable[Sheet], *, sources: Mapping[str, Source]) -> tuple[tuple[Read, ...], tuple[Problem, ...]]:
    """Return every sound definition of the sheets, and every problem of the others.

    Args:
        sources: Cited documents by short id.
    """
    problems: list[Problem] = []
    found: dict[str, Read] = {}
    for sheet in sheets:
        top = sheet.fields(problems, sources=sources)
        default, known_at = top.text("source", optional=True), instant(top, field="recorded")
        for fields in top.mappings("definitions"):
            raw = Lined({"source": default, **fields.raw}) if default else Lined(fields.raw)
            raw.lines, raw.line = getattr(fields.raw, "lines", {}), getattr(fields.raw, "line", 1)
            own = instant(fields, field="recorded")
            raw.pop("recorded", None)
            definition, thing, wrong = understand(raw, where=fields.where, sources=sources)
            problems.extend(wrong)
            if definition and definition.key in found:
                first = found[definition.key].where
                problems.append(DefinedTwice(fields.where, definition.kind, definition.id, definition.since.isoformat(), first))
            elif definition:
                found[definition.key] = Read(definition, thing, fields.where, own or known_at)
    return tuple(found.values()), tuple(problems)


def instant(fields: Fields, *, field: str) -> datetime | None:
    """Return an instant with its time zone ("2021-04-20T17:00:00+07:00"), or None where the field does not stand."""
    word = fields.text(field, optional=True)
    if word is None:
        return None
    try:
        found = datetime.fromisoformat(word)
        if found.tzinfo is not None and found.year in vietnamese.YEARS:
            return found
    except ValueError:
        pass
    example = "2021-04-20T17:00:00+07:00"
    fields.wrong(field, value=word, vi=f"thời điểm có múi giờ, ví dụ {example}", en=f"an instant with its zone, as {example}")
    return None
