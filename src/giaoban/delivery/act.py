"""Which acts of a meeting stand in a book, and what do their entries say?

Each kind knows how to read its own content; this module opens the right one,
checks the ids against the catalogue, and gives those that stand, as known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from giaoban.catalogue import Catalogue
from giaoban.delivery.aim import Aim, read_aim
from giaoban.delivery.bottleneck import Bottleneck, read_bottleneck
from giaoban.delivery.directive_draft import DirectiveDraft, read_directive_draft
from giaoban.delivery.focus_task import FocusTask, read_focus_task
from giaoban.ledger import Book, Entry
from giaoban.ledger.admission import UnknownId
from giaoban.values import Problem, Span, vietnamese

Act = Bottleneck | Aim | FocusTask | DirectiveDraft

KINDS: tuple[str, ...] = (Bottleneck.KIND, Aim.KIND, FocusTask.KIND, DirectiveDraft.KIND)
FREE_TEXT: Mapping[str, tuple[str, ...]] = {one.KIND: one.FREE_TEXT for one in (Bottleneck, Aim, FocusTask, DirectiveDraft)}
BLANKED = "(nội dung đã được xóa theo quyết định)"


def read_act(kind: str, *, key: str, content: Mapping[str, str], where: Span) -> tuple[Act | None, tuple[Problem, ...]]:
    """Return the act that an entry of this kind says, or None, and every problem found in it.

    Raises:
        ValueError: The kind is none of `KINDS`.
    """
    if kind == Bottleneck.KIND:
        return read_bottleneck(content, key=key, where=where)
    if kind == Aim.KIND:
        return read_aim(content, key=key, where=where)
    if kind == FocusTask.KIND:
        return read_focus_task(content, key=key, where=where)
    if kind == DirectiveDraft.KIND:
        return read_directive_draft(content, key=key, where=where)
    raise ValueError(kind)


def touched(act: Act) -> tuple[str, ...]:
    """Return the ids of the indicators that an act speaks of."""
    return act.affects if isinstance(act, Bottleneck) else tuple(filter(None, (act.indicator,)))


def check(act: Act, *, catalogue: Catalogue, where: Span) -> tuple[Problem, ...]:
    """Return a problem for every body and indicator that the act names and the catalogue lacks.

    A body may have ended before the catalogue's day; that is no problem.
    """
    bodies = [act.body]
    if isinstance(act, Bottleneck):
        bodies.append(act.raised_for)
    elif isinstance(act, DirectiveDraft):
        bodies += [act.lead, *act.helping]
    indicators = touched(act)
    day = vietnamese.write_date(catalogue.on)
    unknown = [UnknownId(where, "đơn vị", "body", id, day) for id in bodies if id and id not in catalogue.bodies]
    unknown += [UnknownId(where, "chỉ tiêu", "indicator", id, day) for id in indicators if id not in catalogue.indicators]
    return tuple(unknown)


def standing(book: Book, *, cite: Callable[[str], str] = str, told: Callable[[str], str] | None = None) -> tuple[Act, ...]:
    """Return the acts of the book that have not been withdrawn, in the order they were recorded.

    Args:
        book: Up to the instant as known at which they are wanted.
        cite: Turns `sha256!place` into a citation; empty text where nothing may be said.
        told: Turns the digest of a free text into its words, empty where it is blanked; None where the book
            holds the words themselves.

    Raises:
        ValueError: An entry of the book cannot be read: it should not have been admitted.
    """
    found = sorted(book.standing(*KINDS).values(), key=lambda entry: entry.number)
    return tuple(_act(entry, cite, told) for entry in found)


def _act(entry: Entry, cite: Callable[[str], str], told: Callable[[str], str] | None) -> Act:
    content = dict(entry.content)
    if told:
        content |= {name: told(content[name]) or BLANKED for name in FREE_TEXT[entry.kind] if name in content}
    act, problems = read_act(entry.kind, key=entry.key, content=content, where=Span(entry.book, f"mục {entry.number}"))
    if act is None:
        raise ValueError("; ".join(problem.sentence() for problem in problems))
    return replace(act, entry=entry.number, source="; ".join(filter(None, map(cite, entry.sources))))
