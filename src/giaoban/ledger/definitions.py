"""Definitions in the chain: the catalogue too has two clocks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from giaoban.catalogue import Definition, understand
from giaoban.catalogue.catalogue import Known
from giaoban.ledger.book import Book
from giaoban.ledger.entry import Draft, Entry
from giaoban.values import Span

MAP = ("body/", "event/")  # what an old board may take from a newer day


def encode_definition(
    definition: Definition, *, sources: tuple[str, ...], supersedes: int | None = None, known_at: datetime | None = None
) -> Draft:
    """Return the definition as a draft, ready to be recorded."""
    return Draft("Definition", definition.key, {"json": definition.json()}, sources, supersedes, known_at)


def decode_definition(entry: Entry) -> Known:
    """Return the definition that the entry records, with its typed thing.

    Raises:
        ValueError: It cannot be understood; nothing that was admitted is ever so.
    """
    return _understood(entry.content["json"], entry.key)


@lru_cache(maxsize=20_000)
def _understood(text: str, key: str) -> Known:
    definition, thing, problems = understand(json.loads(text), where=Span("", key), sources={})
    if definition is None:
        raise ValueError("; ".join(problem.sentence() for problem in problems))
    return definition, thing


def known_definitions(book: Book, *, map_until: datetime | None = None, whole: Book | None = None) -> Iterator[Known]:
    """Yield the definitions of the book in the order they were recorded.

    Args:
        book: As known at the instant asked about.
        map_until: Bodies and events recorded up to here are yielded too, taken from `whole`.
        whole: The book as known at a later instant.
    """
    for entry in book.of_kind("Definition"):
        yield decode_definition(entry)
    if whole is None or map_until is None:
        return
    for entry in whole.entries[len(book.entries) :]:
        if entry.recorded_at > map_until:
            return
        if entry.kind == "Definition" and entry.key.startswith(MAP):
            yield decode_definition(entry)
