"""Which documents do entries rest on? Cited ones, and kept ones with their bytes, by sha256.

A document that is only cited is known by the digest of its citation; one that
is kept, by the digest of its bytes. It lies outside the chain and may be blanked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from giaoban.store import sql
from giaoban.store.blanking import Blanking, Tally, blank_row, blanking_of
from giaoban.store.drivers import explained, together
from giaoban.store.faults import NotKept, WasBlanked
from giaoban.values import Source

if TYPE_CHECKING:
    from giaoban.store.tables import Document


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as it lies here (văn bản lưu).

    Args:
        source: How one cites it; its `article` is empty, since that belongs to whoever cites.
        content: Its bytes; None where it is only cited, or blanked.
        filename: As it was handed in; empty where it is only cited.
        blanked: By which act it was blanked; None where it was not.
    """

    sha256: str
    source: Source
    content: bytes | None
    filename: str
    media_type: str
    blanked: Blanking | None


def keep(source: Source, *, content: bytes | None = None, filename: str = "", media_type: str = "") -> str:
    """Keep a document by its citation, or with its bytes, and return its sha256.

    Kept twice it is kept once, and the first citation stands.

    Args:
        source: How one cites it.
        content: Its bytes; None for a document that is only cited.

    Raises:
        WasBlanked: It was kept and has been blanked.
    """
    from giaoban.store.tables import Document

    sha256 = source.sha256 if content is None else hashlib.sha256(content).hexdigest()
    said = {
        "title": source.title,
        "number": source.number,
        "issuer": source.issuer,
        "dated": source.dated,
        "url": source.url,
        "content": content,
        "filename": filename,
        "media_type": media_type,
    }
    with together():
        row, _ = Document.objects.defer("content").get_or_create(sha256=sha256, defaults=said)
        if row.blanked_at:
            raise WasBlanked(id=sha256, decision=row.blanked_decision)
    return sha256


@explained()
def find(sha256: str) -> Kept:
    """Return the document.

    Raises:
        NotKept: No document was ever kept under that digest.
    """
    from giaoban.store.tables import Document

    for row in Document.objects.filter(sha256=sha256):
        return _kept(row)
    raise NotKept(id=sha256)


@explained()
def citations(sha256s: Iterable[str]) -> dict[str, Source]:
    """Return how one cites the documents, by digest, without their bytes; an empty title where one was blanked."""
    columns = ("sha256", "title", "number", "issuer", "dated", "url")
    found = sql.rows_of("store_document", columns, key="sha256", among=list(dict.fromkeys(sha256s)))
    return {sha256: Source(title, number, issuer, _day(dated), url=url) for sha256, title, number, issuer, dated, url in found}


def _day(dated: date | str | None) -> date | None:
    return date.fromisoformat(dated) if isinstance(dated, str) else dated


def blank(sha256: str, *, at: datetime, by: str, reason: str, decision: str) -> None:
    """Make the document unreadable for ever, bytes and citation; its digest and the act remain.

    Raises:
        NotKept: No document was ever kept under that digest.
        WasBlanked: It has been blanked before.
        ValueError: Reason or decision is empty.
    """
    from giaoban.store.tables import Document

    act = Blanking(at, by, reason, decision)
    emptied = {"title": "", "number": "", "issuer": "", "dated": None, "url": "", "filename": "", "media_type": "", "content": None}
    with together():
        blank_row(Document.objects.defer("content").filter(sha256=sha256), id=sha256, act=act, emptied=emptied)


@explained()
def tally() -> Tally:
    """Return how many documents are kept and blanked, and which do not fit their digest."""
    from giaoban.store.tables import Document

    whole = Document.objects.filter(blanked_at="").order_by("sha256")
    false = [row.sha256 for row in whole.iterator(chunk_size=20) if _digest(row) != row.sha256]
    return Tally(whole.count(), Document.objects.exclude(blanked_at="").count(), tuple(false))


def _digest(row: Document) -> str:
    return _kept(row).source.sha256 if row.content is None else hashlib.sha256(row.content).hexdigest()


def _kept(row: Document) -> Kept:
    source = Source(row.title, row.number, row.issuer, row.dated, url=row.url)
    content = None if row.content is None else bytes(row.content)
    return Kept(row.sha256, source, content, row.filename, row.media_type, blanking_of(row))
