"""Which words name what a figure tells of: those to its left, or the noun it counts?

"Tổng đàn lợn còn 5 con" tells of the herd, "huyện có 5 xã" of the communes.
"""

from __future__ import annotations

import re

from giaoban.reading.prose import subjects
from giaoban.reading.prose.amounts import Amount
from giaoban.reading.prose.clean import LOWER
from giaoban.reading.prose.page import Page
from giaoban.reading.prose.sentences import Sentence

PHYSICAL = ("m3", "m2", "km", "ha", "tấn", "tạ", "kg", "lít", "km2", "m")
PHYSICAL_OF = re.compile(
    rf"\s(?!(?:so|cùng|kế|và|trên|của|đạt|tăng|giảm|chỉ|còn|ở|thì|do|để|từ|với|được|bằng|chiếm|nối|hoàn|trong|tại|cho|vào|đã|là|"
    rf"đoạn)\s)([{LOWER}])"
)
SUM_OF = re.compile(r"(?:tổng|đàn|số|diện tích|sản lượng|lượng|dân số|quy mô)(?!\w)")
COPULA = re.compile(r"(?<!\w)(?:đạt|là|còn|(?<!mặt )bằng|lên|lên tới|lên đến)(?: (?:hơn|gần|khoảng|trên|dưới|tới))?\s$")


def subject_of(page: Page, *, sentence: Sentence, amount: Amount, since: int, known: str) -> tuple[str, bool]:
    """Return the subject, and whether the clause itself names it.

    Args:
        since: Where the last figure of the sentence ended, or the sentence begins.
        known: Subject of the figure before.
    """
    clean = page.clean
    blank = [(said.start, said.end) for said in page.times_in(since, end=amount.start)]
    left = subjects.to_the_left(clean.text, blank=blank, start=since, end=amount.start)
    if amount.counted and not _is_of_left(clean.low, left, max(since, amount.start - 60), amount.start):
        noun = clean.low.find(amount.measure.split(",")[0].split("/")[0].lower(), amount.number_end, amount.end)
        return subjects.to_the_right(clean.text, start=noun if noun >= 0 else amount.end, end=sentence.end), True
    if amount.measure in PHYSICAL and (own := PHYSICAL_OF.match(clean.low, amount.end)) and own.end() < sentence.end:
        right = subjects.to_the_right(clean.text, start=own.start(1), end=sentence.end)
        clause = re.split(r"[,;:(]", clean.text[since : amount.start])[-1]
        if subjects.has_noun(right) and not subjects.to_the_left(clause, blank=[], start=0, end=len(clause)):
            return right, True
    return (left, True) if left else (known, False)


def _is_of_left(low: str, left: str, start: int, end: int) -> bool:
    """Whether a counted amount tells of what stands to its left: "tổng đàn lợn còn 5 con", and not "huyện có 5 xã"."""
    if not left or subjects.is_place(left):
        return False
    return bool(COPULA.search(low, start, end) or (SUM_OF.match(left.lower()) and left.lower() in low[start:end]))
