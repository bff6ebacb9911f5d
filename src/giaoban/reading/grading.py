"""Which judgements in words does a sentence pass: of which indicator, with which word of its scale?

A clause must say both: words of the indicator's name, and a word of its scale
as the scale prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.reading.linking import Linker, fold_words

ENOUGH = 40
CUT = re.compile(r"[;,]")


@dataclass(frozen=True, slots=True)
class GradeSaid:
    """A judgement in words (đánh giá bằng lời).

    Args:
        word: Id of the word on the indicator's scale.
        subject: Words of the clause that name the indicator.
        score: How well they fit, 0 to 100.
    """

    indicator: str
    word: str
    subject: str
    score: int


def grades_in(sentence: str, *, linker: Linker) -> Iterator[GradeSaid]:
    """Yield the judgements that a sentence passes, at most one for an indicator."""
    catalogue = linker.catalogue
    graded = {id: catalogue.scales.get(one.scale) for id, one in catalogue.indicators.items() if one.scale}
    told: set[str] = set()
    for clause in CUT.split(sentence):
        folded = f" {fold_words(clause)} "
        for scale in {scale.id: scale for scale in graded.values() if scale}.values():
            words = [word for word in scale.words if f" {fold_words(word.words)} " in folded]
            if not words:
                continue
            word = max(words, key=lambda one: len(one.words))
            for link in linker.indicators(clause):
                if link.id in graded and graded[link.id] is scale and link.score >= ENOUGH and link.id not in told:
                    told.add(link.id)
                    yield GradeSaid(link.id, word.id, clause.strip(), link.score)
                    break
