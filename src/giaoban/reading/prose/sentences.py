"""Where does a sentence begin and end, and to which paragraph does it belong?

A line is a paragraph. A full stop ends a sentence only before white space and
a capital, a digit, a dash or a quotation mark, and never after an
abbreviation ("TP. Mẫu") or the number of an item ("1. Kinh tế").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.reading.prose.clean import UPPER

STOP = re.compile(rf"[.!?…][.!?…]*[\"”’»)\]]{{0,3}}\s+(?=[\"“‘«(\[+*•-]{{0,3}}\s?[{UPPER}\d])")
ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:tl|tm|kt|tuq|t/m|t/l|tp|tx|tt|ts|ths|pgs|gs|bs|kts|ks|ls|đ/c|đc|p|q|h|x|tr|st|ông|bà|no|vs|"
    r"n[oơ]i)\.$",
    re.IGNORECASE,
)
ITEM = re.compile(r"^\s*(?:[-+*•(]?\s*)?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[ivx]{1,5})[.)]$", re.IGNORECASE)
MARK = re.compile(r"^\s*(?:[-+*•–]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)](?!\d)|\(\d{1,2}\)|[a-zđ][.)]|[IVX]{1,5}[.)])\s*")
LONGEST = 6000


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it stands.

    Args:
        start, end: In the clean text; without the white space around.
        paragraph: Number of its line, from 0.
        first: Whether it opens its paragraph.
        last: Whether it closes it.
        stopped: Whether it ends as a sentence does; a heading does not.
    """

    start: int
    end: int
    paragraph: int
    first: bool
    last: bool
    stopped: bool


def split(text: str, *, until: int) -> tuple[Sentence, ...]:
    """Return the sentences of the text up to `until`, in order.

    Example:
        >>> text = "Thu đạt 5 tỷ đồng. TP. Mẫu dẫn đầu."
        >>> [text[s.start : s.end] for s in split(text, until=len(text))]
        ['Thu đạt 5 tỷ đồng.', 'TP. Mẫu dẫn đầu.']
    """
    found: list[Sentence] = []
    start = 0
    for number, line in enumerate(text[:until].split("\n")):
        if line and not line.isspace():
            found += _of_line(line, start=start, number=number)
        start += len(line) + 1
    return tuple(found)


def _of_line(line: str, *, start: int, number: int) -> list[Sentence]:
    pieces = [
        (first + len(said) - len(said.lstrip()), first + len(said.rstrip()))
        for first, last in _pieces(line)
        if (said := line[first:last]).strip()
    ]
    return [
        Sentence(start + first, start + last, number, at == 0, at == len(pieces) - 1, line[last - 1] in '.!?…;:"”’)')
        for at, (first, last) in enumerate(pieces)
    ]


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for stop in STOP.finditer(line):
        said = line[max(begin, stop.start() - 12) : stop.start() + 1]
        whole = line[begin : stop.start() + 1] if stop.start() - begin < 16 else ""
        if line[stop.start()] == "." and (ABBREVIATION.search(said) or (whole and ITEM.match(whole))):
            continue
        yield from _short(begin, stop.end())
        begin = stop.end()
    yield from _short(begin, len(line))


def _short(first: int, last: int) -> Iterator[tuple[int, int]]:
    while last - first > LONGEST:
        yield first, first + LONGEST
        first += LONGEST
    yield first, last
