"""Read documents: what they propose, linked and doubted; nothing is kept and nothing recorded.

Names come from the starter definitions, so that no book is needed; where one
is named, its own catalogue and what its people taught give them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from giaoban import catalogue, reading
from giaoban.flow import access, guard, library, moment
from giaoban.flow.access import Act, Actor
from giaoban.flow.guard import Taken
from giaoban.flow.loading.starter import starter
from giaoban.reading import Linker, Reading
from giaoban.values import Problem


@dataclass(frozen=True, slots=True)
class Received:
    """What a document proposes, or why it could not be read.

    Args:
        name: Of the file.
        reading: None where nothing could be read.
        problems: Why, or what is to be noted beside it.
    """

    name: str
    reading: Reading | None
    problems: tuple[Problem, ...] = field(default=())

    def as_json(self, *, id: str, language: str = "vi") -> dict[str, Any]:
        """Return the proposals in plain lists and mappings.

        Args:
            id: Name of the text, without its ending.
            language: In which doubts are said.
        """
        found = self.reading or Reading(self.name, "")
        return reading.as_json(found, id=id, language=language)


def read(documents: Mapping[str, bytes], *, at: datetime, drop_personal: bool = False) -> tuple[Received, ...]:
    """Return what each document proposes, in their order, with names of the starter definitions.

    Args:
        documents: Content of each file by its name; its content tells the reader.
        at: The door's clock; the definitions in force on its day give the names.
        drop_personal: Whether columns that tell of people are left out instead of stopping the file.

    Raises:
        SecretDocument, PersonalDocument, PersonalProse: One may not be taken in; none of them was read.
    """
    return proposals(guard.take(documents, drop_personal=drop_personal), linker=_linker(moment.today(at).isoformat()))


def read_for(documents: Mapping[str, bytes], *, book: str, by: Actor, at: datetime, drop_personal: bool = False) -> tuple[Received, ...]:
    """Return what each document proposes, with names of the book's own catalogue.

    Args:
        book: Id of the book.
        at: The door's clock.

    Raises:
        NotAllowed, UnknownBook: The book may not be read.
        SecretDocument, PersonalDocument, PersonalProse: A file may not be taken in.
    """
    library.cover_of(book)
    access.require(by, act=Act.READ, book=book)
    return proposals(guard.take(documents, drop_personal=drop_personal), linker=linker_of(book, at=at))


def proposals(taken: tuple[Taken, ...], *, linker: Linker) -> tuple[Received, ...]:
    """Return what opened files propose."""
    return tuple(
        Received(one.name, reading.read_document(one.document, document=one.name, linker=linker) if one.document else None, one.problems)
        for one in taken
    )


def linker_of(book: str, *, at: datetime) -> Linker:
    """Return the names of a book's catalogue as known now, bodies of earlier days among them."""
    shelf = library.take(book, as_known=None, at=at)
    day = moment.today(at)
    return Linker(library.catalogue_for(shelf, on=day, frame=day))


@lru_cache(maxsize=4)
def _linker(day: str) -> Linker:
    known = ((one.definition, one.thing) for one in starter())
    return Linker(catalogue.build(known, on=moment.day(day)))
