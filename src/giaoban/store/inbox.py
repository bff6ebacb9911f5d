"""Which documents have been received, what do they suggest, and what did persons decide about it?

The words lie outside the chain and go when their document is blanked; the
decisions and the numbers of the entries that they led to stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from giaoban.ledger import notation
from giaoban.store.drivers import explained, together
from giaoban.store.faults import NotKept

if TYPE_CHECKING:
    from giaoban.store.tables import Incoming

ACCEPTED, REJECTED = "accepted", "rejected"


@dataclass(frozen=True, slots=True)
class Decided:
    """One suggestion and what was decided about it.

    Args:
        said: JSON of the suggestion; empty once its document is blanked.
        decision: `accepted`, `rejected`, or empty while it waits.
        entry: Number of the entry that records it; None where none does.
    """

    number: int
    said: str
    decision: str
    decided_by: str
    decided_at: datetime | None
    entry: int | None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document received into a book (văn bản đến).

    Args:
        sha256: Of the file as it was handed in.
        kept: Of what is kept of it.
        body: Id of the body that it speaks for; empty where nobody said.
        text: That the suggestions point into; empty once the document is blanked, and in a list.
        count: Suggestions in all.
        waiting: Suggestions that nobody has decided about.
    """

    id: int
    book: str
    sha256: str
    kept: str
    name: str
    body: str
    received_at: datetime
    received_by: str
    notes: str
    text: str
    count: int
    waiting: int
    suggestions: tuple[Decided, ...] = field(default=())


def put(
    book: str, *, sha256: str, kept: str, name: str, body: str, at: datetime, by: str, via: str, notes: str, text: str, said: Sequence[str]
) -> tuple[int, bool]:
    """Keep a received document with its suggestions, and return its number and whether it is new; it comes once into a book."""
    from giaoban.store.tables import Incoming, Waiting

    first = {
        "kept": kept, "name": name, "body": body, "received_at": notation.write_instant(at), "received_by": by, "via": via,
        "notes": notes, "text": text,
    }  # fmt: skip
    with together():
        row, is_new = Incoming.objects.get_or_create(book_id=book, sha256=sha256, defaults=first)
        if is_new:
            Waiting.objects.bulk_create([Waiting(incoming=row, number=number, said=one) for number, one in enumerate(said, 1)])
    return row.pk, is_new


@explained()
def listed(book: str) -> tuple[Paper, ...]:
    """Return the documents of a book, the newest first, without texts and suggestions."""
    from django.db.models import Count, Q

    from giaoban.store.tables import Incoming

    rows = (
        Incoming.objects.filter(book_id=book)
        .defer("text")
        .annotate(count=Count("suggestions"), waiting=Count("suggestions", filter=Q(suggestions__decision="")))
    )
    return tuple(_paper(row, "", row.count, row.waiting, ()) for row in rows.order_by("-received_at", "-id"))


@explained()
def find(id: int) -> Paper:
    """Return a document with its text and suggestions.

    Raises:
        NotKept: There is none of that number.
    """
    from giaoban.store.tables import Incoming

    for row in Incoming.objects.filter(pk=id):
        decided = tuple(
            Decided(one.number, one.said, one.decision, one.decided_by, _instant(one.decided_at), one.entry)
            for one in row.suggestions.order_by("number")
        )
        return _paper(row, row.text, len(decided), sum(not one.decision for one in decided), decided)
    raise NotKept(id=str(id))


@explained()
def id_of(book: str, *, sha256: str) -> int | None:
    """Return the number under which a document was received into a book; None where it was not."""
    from giaoban.store.tables import Incoming

    return Incoming.objects.filter(book_id=book, sha256=sha256).values_list("pk", flat=True).first()


def decide(id: int, *, decisions: Mapping[int, tuple[str, str, int | None]], at: datetime, by: str) -> None:
    """Write down what was decided.

    Args:
        decisions: By number of the suggestion: the decision, the suggestion as it was accepted, and the entry that records it.
    """
    from giaoban.store.tables import Waiting

    with together():
        for number, (decision, said, entry) in decisions.items():
            Waiting.objects.filter(incoming_id=id, number=number).update(
                decision=decision, said=said, entry=entry, decided_at=notation.write_instant(at), decided_by=by
            )


@explained()
def words_at(sha256: str, *, places: Sequence[str]) -> dict[str, str]:
    """Return the words of a kept document at some places, as its suggestions quote them."""
    import json

    from giaoban.store.tables import Waiting

    found: dict[str, str] = {}
    wanted = set(places)
    for said in Waiting.objects.filter(incoming__kept=sha256).exclude(said="").values_list("said", flat=True):
        shape = json.loads(said)
        if shape["place"] in wanted:
            found[shape["place"]] = shape["words"]
    return found


@explained()
def words_of(sha256s: Sequence[str]) -> dict[tuple[str, str], str]:
    """Return the words that suggestions quote of kept documents, by digest and place."""
    import json

    from giaoban.store.tables import Waiting

    said = Waiting.objects.filter(incoming__kept__in=list(sha256s)).exclude(said="").values_list("incoming__kept", "said")
    return {(sha256, shape["place"]): shape["words"] for sha256, shape in ((kept, json.loads(one)) for kept, one in said)}


def forget(sha256: str) -> None:
    """Empty the words of a document that is being blanked; what was decided stays."""
    from giaoban.store.tables import Incoming, Waiting

    with together():
        Waiting.objects.filter(incoming__kept=sha256).update(said="")
        Incoming.objects.filter(kept=sha256).update(text="", name="", notes="[]")


def _paper(row: Incoming, text: str, count: int, waiting: int, decided: tuple[Decided, ...]) -> Paper:
    at = notation.read_instant(row.received_at)
    return Paper(
        row.pk, row.book_id, row.sha256, row.kept, row.name, row.body, at, row.received_by, row.notes, text, count, waiting, decided
    )


def _instant(said: str) -> datetime | None:
    return notation.read_instant(said) if said else None
