"""A judgement in words is a value too: "chưa hiệu quả", with the scale it stands on.

Half of a briefing has no number. A scale lists its words from best to worst,
and says of each whether it counts as good, weak or neither; nothing is ever
added up or averaged over words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Standing(Enum):
    """What a word means for the board."""

    GOOD = "good"
    NEUTRAL = "neutral"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class GradeWord:
    """One word of a scale (mức đánh giá).

    Args:
        id: Stable name within the scale, kebab case.
        words: What is printed.
        standing: Good, neutral or weak.
    """

    id: str
    words: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Scale:
    """An ordered list of words, best first (thang đánh giá)."""

    id: str
    name: str
    words: tuple[GradeWord, ...]

    def word(self, id: str) -> GradeWord:
        """Return the word of that id.

        Raises:
            KeyError: The scale has no such word.
        """
        for word in self.words:
            if word.id == id:
                return word
        raise KeyError(id)
