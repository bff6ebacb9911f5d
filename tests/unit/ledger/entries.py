"""Entries for the ledger's tests: one by hand, and any that can be written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from giaoban.ledger import GENESIS, Book, Entry, Sealed, notation, seal

AT = datetime(2026, 4, 3, 2, 0, tzinfo=UTC)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], exclude_characters='"\\'), min_size=1, max_size=8)
ODD = [
    "",
    " ",
    "\n",
    "\t",
    "\x00",
    "\x1f",
    "\x7f",
    "\x85",
    "\u00a0",
    "\u2028",
    "\u2029",
    "\u3000",
    '"',
    "\\",
    "\\u0041",
    "😀",
    "é",
    "a b",
    "a=b",
    ":",
]
TEXTS = st.text(max_size=12) | st.sampled_from(ODD) | st.lists(st.sampled_from(ODD), max_size=4).map("".join)
MINUTES = st.integers(-(36 * 10**6), 500 * 10**6)  # the years 1957 to 2976
INSTANTS = st.builds(lambda minutes, micro: AT + timedelta(minutes=minutes, microseconds=micro), MINUTES, st.integers(0, 10**6))
ENTRIES = st.builds(
    Entry,
    book=WORDS,
    number=st.integers(1, 10**9),
    recorded_at=INSTANTS,
    by=TEXTS,
    as_post=TEXTS,
    via=TEXTS,
    kind=WORDS,
    key=WORDS,
    content=st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,5}", fullmatch=True), TEXTS, max_size=4),
    sources=st.lists(TEXTS, max_size=3).map(tuple),
    supersedes=st.none() | st.integers(1, 10**9),
    previous=st.just(GENESIS),
)


def entry(**fields: Any) -> Entry:
    """Return an entry that says something plain unless told otherwise."""
    plain = {
        "book": "so-thu", "number": 1, "recorded_at": AT, "by": "ng-1", "as_post": "", "via": "load", "kind": "Figure",
        "key": "thu/giao-ban/-/p1/2026-03", "content": {"printed": "12 tỷ đồng", "steps": "12000000000", "quality": "actual"},
        "sources": (), "supersedes": None, "previous": GENESIS,
    }  # fmt: skip
    return Entry(**{**plain, **fields})


def chained(drafts: Iterable[dict[str, Any]]) -> Book:
    """Return a book of such entries, numbered and sealed."""
    entries: list[Entry] = []
    hashes = [GENESIS]
    for number, fields in enumerate(drafts, 1):
        entries.append(entry(number=number, previous=hashes[-1], **fields))
        hashes.append(seal(hashes[-1], line=notation.write(entries[-1])))
    return Book("so-thu", tuple(entries), tuple(hashes[1:]))


def stored(book: Book) -> list[Sealed]:
    """Return the book's entries as they lie in a database."""
    return [Sealed(one.number, notation.write(one), said) for one, said in zip(book.entries, book.hashes, strict=True)]
