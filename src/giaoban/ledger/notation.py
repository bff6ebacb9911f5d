r"""The plain-text form of an entry, notation v1: what is hashed, dumped, compared and read.

One entry is one line of tokens parted by single spaces:

    v1 BOOK NUMBER INSTANT KIND KEY by=… as=… via=… [supersedes=N] [src=SHA!PLACE]… : NAME=VALUE …

The instant is UTC with microseconds and a final Z. Names of the content stand
in alphabetical order. A value stands bare when it holds no white space, quote,
backslash or control character and is not empty; otherwise as a JSON string.
There is exactly one line for an entry, and reading it gives the entry back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from giaoban.ledger.entry import Entry

VERSION = "v1"
BREAKS = {code: f"\\u{code:04x}" for code in (0x7F, 0x85, 0x2028, 0x2029)}  # what some readers take for a line end
CONTROL = r"\x00-\x1f\x7f\u0085\u2028\u2029\ud800-\udfff"
WORD = rf"[^\s\"\\{CONTROL}]+"
TEXT = rf"\"[^\"\\{CONTROL}]*(?:\\[^{CONTROL}][^\"\\{CONTROL}]*)*\"|{WORD}"
BARE = re.compile(WORD)
BREAK = re.compile("[\x7f\u0085\u2028\u2029]")
HALF = re.compile("[\ud800-\udfff]")  # of a surrogate pair: no text, and no bytes to hash
AT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z"
NAME = re.compile(r"[a-z][a-z0-9_]*")
FIELD = re.compile(rf" ({NAME.pattern})=({TEXT})")
LINE = re.compile(
    rf"{VERSION} (?P<book>{WORD}) (?P<number>[0-9]+) (?P<at>{AT}) (?P<kind>{WORD}) (?P<key>{WORD})"
    rf" by=(?P<by>{TEXT}) as=(?P<post>{TEXT}) via=(?P<via>{TEXT})(?: supersedes=(?P<supersedes>[0-9]+))?"
    rf"(?P<sources>(?: src=(?:{TEXT}))*) :(?P<content>(?: {NAME.pattern}=(?:{TEXT}))*)"
)
WHEN = re.compile(AT)
quote = json.JSONEncoder(ensure_ascii=False).encode


class NotALine(ValueError):
    """The text is not a line of notation v1."""


def write(entry: Entry) -> str:
    """Return the entry's line, without line end.

    Raises:
        NotALine: Book, kind, key, a name of the content or a text cannot stand in a line.
    """
    return " ".join(_tokens(entry))


def _tokens(entry: Entry) -> Iterator[str]:
    for token in (entry.book, entry.kind, entry.key):
        if not BARE.fullmatch(token):
            raise NotALine(f"{token!r} cannot stand in a line")
    yield from (VERSION, entry.book, str(entry.number), write_instant(entry.recorded_at), entry.kind, entry.key)
    yield f"by={_write_value(entry.by)}"
    yield f"as={_write_value(entry.as_post)}"
    yield f"via={_write_value(entry.via)}"
    if entry.supersedes is not None:
        yield f"supersedes={entry.supersedes}"
    for source in entry.sources:
        yield f"src={_write_value(source)}"
    yield ":"
    for name in sorted(entry.content):
        if not NAME.fullmatch(name):
            raise NotALine(f"{name!r} is no name of a content field")
        yield f"{name}={_write_value(entry.content[name])}"


def read(line: str, *, previous: str) -> Entry:
    """Return the entry that the line says.

    Args:
        line: One line without line end.
        previous: Hash of the entry before, which the line itself does not hold.

    Raises:
        NotALine: The line is not in this form. One that is, but is spelt otherwise than `write` spells it, is read;
            `chain.walk` finds it.
    """
    found = LINE.fullmatch(line)
    if not found:
        raise NotALine(line[:80])
    book, number, at, kind, key, by, post, via, supersedes, sources, content = found.groups()
    try:
        return Entry(
            book=book,
            number=int(number),
            recorded_at=datetime.fromisoformat(at),
            by=_read_value(by),
            as_post=_read_value(post),
            via=_read_value(via),
            kind=kind,
            key=key,
            content={name: _read_value(value) for name, value in FIELD.findall(content)},
            sources=tuple(_read_value(value) for _, value in FIELD.findall(sources)) if sources else (),
            supersedes=int(supersedes) if supersedes else None,
            previous=previous,
        )
    except ValueError as fault:
        raise NotALine(line[:80]) from fault


def _read_value(value: str) -> str:
    if value[0] != '"':
        return value
    return _whole(str(json.loads(value))) if "\\" in value else value[1:-1]


def _whole(text: str) -> str:
    """Return the text, which must be one that can be written as bytes."""
    if HALF.search(text):
        raise NotALine(f"{text[:80]!r} holds half of a surrogate pair, which is no text")
    return text


def _write_value(value: str) -> str:
    if BARE.fullmatch(value):
        return value
    quoted = quote(_whole(value))
    return quoted.translate(BREAKS) if BREAK.search(quoted) else quoted


def write_instant(at: datetime) -> str:
    """Return the instant in UTC, to the microsecond: "2026-04-03T02:00:00.000000Z".

    Raises:
        NotALine: The instant names no time zone.
    """
    if at.tzinfo is None:
        raise NotALine("an instant must name its time zone")
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def read_instant(text: str) -> datetime:
    """Return the instant that `write_instant` wrote.

    Raises:
        ValueError: Not in that form.
    """
    if not WHEN.fullmatch(text):
        raise ValueError(text)
    return datetime.fromisoformat(text)
