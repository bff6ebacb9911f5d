"""How is a text as given brought into one spelling, without losing the place of a single word?

Everything after this file matches against `low`: composed letters, lower
case, one way to set tones ("hoá" is "hóa", "uỷ" is "ủy"), đ for the ð of old
converters, plain spaces, no invisible characters. Places found there are
brought back to the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

LETTER_FOR_LETTER = str.maketrans({
    "ð": "đ", "Ð": "Đ", "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ", "\t": " ", "\u2212": "-",
    "\u2010": "-", "\u2011": "-", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\r": " ",
})  # fmt: skip
LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"  # for character classes
UPPER = LOWER.replace("a-z", "A-Z").upper()
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
UNEVEN = re.compile(rf"[^\u0300-\u036f{INVISIBLE}][\u0300-\u036f]{{1,8}}|[{INVISIBLE}]+")
OLD_WAY = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"
NEW_WAY = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
OLD_TONES = dict(zip(OLD_WAY.split(), NEW_WAY.split(), strict=True))
OLD_TONE = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)")
MISPLACED = re.compile(r"qúy(?!\w)")


@dataclass(frozen=True, slots=True)
class Clean:
    """A text in one spelling, which knows where each letter stood.

    Args:
        given: The text as it was handed in.
        text: Composed, with plain spaces; capitals kept.
        low: `text` in lower case with one way to set tones; letter for letter as long as `text`.
        steps: Where a run of letters of `text` begins, and where it stood in `given`; empty where all stand in their old place.
    """

    given: str
    text: str
    low: str
    steps: tuple[tuple[int, int], ...] = ()

    def origin(self, place: int) -> int:
        """Return where in the text as given the letter stands."""
        if not self.steps:
            return place
        here, there = self.steps[bisect_right(self.steps, (place, len(self.given) + 1)) - 1]
        return min(there + place - here, len(self.given))

    def quote(self, start: int, *, end: int) -> tuple[int, int, str]:
        """Return from, to and the words as given of a stretch of `text`."""
        first, last = self.origin(start), self.origin(end)
        return first, last, self.given[first:last]


def clean(given: str) -> Clean:
    """Return the text in one spelling.

    Example:
        >>> clean("Uỷ ban hoá chất").low
        'ủy ban hóa chất'
    """
    text, steps = _composed(given)
    text = text.translate(LETTER_FOR_LETTER)
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    low = OLD_TONE.sub(lambda found: OLD_TONES[found[0]], low)
    return Clean(given, text, MISPLACED.sub("quý", low), steps)


def _composed(given: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    if given.isascii() or not UNEVEN.search(given):
        return given, ()
    pieces: list[str] = []
    steps, done, length = [(0, 0)], 0, 0
    for found in UNEVEN.finditer(given):
        before = given[done : found.start()]
        whole = "" if found[0][0] in INVISIBLE else unicodedata.normalize("NFC", found[0])
        pieces += [before, whole]
        length += len(before)
        steps += [(length, found.start())] if whole else []
        length, done = length + len(whole), found.end()
        steps.append((length, done))
    pieces.append(given[done:])
    return "".join(pieces), tuple(steps)
