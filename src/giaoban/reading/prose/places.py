"""Of which place does the text speak?

A place is a kind of ground ("tỉnh", "phường", "TP") with a name in capitals.
Which body of the catalogue it is, on which date, is linking's question.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from giaoban.reading.prose.clean import UPPER

NAME = rf"[{UPPER}][\w’'.-]*(?: (?:- )?(?:[{UPPER}][\w’'-]*|\d{{1,2}}(?!\d)))*"
KIND = r"tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?|phường|xã|thị trấn|đặc khu|cục hải quan|chi cục hải quan|khu kinh tế"
PLACE = re.compile(
    rf"(?=[TtHhQqPpXxĐđCcKk])(?<!\w)(?:(?P<kind>(?i:{KIND}))\s?(?P<name>{NAME}|(?<=quận )\d{{1,2}}(?!\d)|(?<=phường )\d{{1,2}}(?!\d))|"
    rf"(?i:cả nước|toàn quốc)(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A place that the text names, and where."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places of one text, in order of mention."""

    found: Sequence[Named]
    starts: Sequence[int]

    def at(self, place: int, *, since: int) -> str:
        """Return the place last named before, not further back than `since`; else the one that the text names first."""
        index = bisect_right(self.starts, place) - 1
        if index >= 0 and self.found[index].start >= since:
            return self.found[index].name
        return self.found[0].name if self.found else ""


def scan(text: str, *, people: Collection[str] = ()) -> Gazetteer:
    """Return the places that the text names.

    Args:
        people: Names of persons; "Chủ tịch UBND phường Lê Văn Mẫu" names no ward.

    Example:
        >>> [named.name for named in scan("UBND phường Mẫu Sơn và huyện Mẫu Giang").found]
        ['phường Mẫu Sơn', 'huyện Mẫu Giang']
    """
    found = tuple(
        Named(match.start(), match.end(), name)
        for match in PLACE.finditer(text)
        if (name := _without(" ".join(match[0].split()).rstrip("."), people))
    )
    return Gazetteer(found, tuple(named.start for named in found))


def _without(said: str, people: Collection[str]) -> str:
    """Return the place without the person whose name runs on from it; empty where nothing but the person is left."""
    words = said.split()
    for begin in range(1, len(words) - 1):
        if any(" ".join(words[begin:end]) in people for end in range(begin + 2, min(begin + 5, len(words)) + 1)):
            kept = " ".join(words[:begin])
            return kept if any(word[0].isupper() for word in kept.split()[1:]) else ""
    return said
