"""Which words name what a figure tells of: those to its left, or the noun it counts?

"Tổng đàn lợn còn 5 con" tells of the herd, "huyện có 5 xã" of the communes.
A bracket stands aside: what follows it speaks on of what stood before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from giaoban.reading.prose import subjects
from giaoban.reading.prose.amounts import Amount
from giaoban.reading.prose.bases import Against
from giaoban.reading.prose.clean import LOWER
from giaoban.reading.prose.page import Memory, Page
from giaoban.reading.prose.sentences import Sentence
from giaoban.reading.prose.verbs import is_verb

PHYSICAL = ("m3", "m2", "km", "ha", "tấn", "tạ", "kg", "lít", "km2", "m", "VND", "USD")
NOT_OF_IT = (
    r"(?!(?:so|cùng|kế|và|trên|của|đạt|tăng|giảm|chỉ|còn|ở|thì|do|để|từ|với|được|bằng|chiếm|nối|hoàn|trong|tại|cho|vào|đã|là|"
    r"đoạn|nhưng|nên|mà|khi|song|cao|thấp|vượt|theo|trước|sau|vì|nữa|trở|gồm|như|thông|qua|nhờ|bình|dự|ước|tương|đến|hay|hoặc|"
    r"có|chưa|không|vẫn|cũng|đang|phải|cần|sẽ|nhằm|góp|này|đó|kia|lên|xuống|thuộc|nằm|hơn|đối|kể|năm|tháng|quý|tính|mỗi|một)(?!\w))"
)
OF_IT = re.compile(rf"\s{NOT_OF_IT}([{LOWER}])")
SUM_OF = re.compile(r"(?:tổng|đàn|số|diện tích|sản lượng|lượng|dân số|quy mô)(?!\w)")
THIS = re.compile(r"(?:tỷ lệ|tỉ lệ|con số|mức|tốc độ|chỉ tiêu|kết quả|số)(?: \w+){0,2} (?:này|trên|đó)(?!\w)")
NOT_VERBS = "do vì kế kh mục chỉ dự nghị trong theo mặt bởi như nhất đó này mỗi tương số"
NO_VERB = frozenset(NOT_VERBS.split())
LEADING = "đã đang sẽ vẫn còn có được chỉ mới cũng trong đó và với từ cho là gồm"
LEADS = frozenset(LEADING.split())
COPULA = re.compile(r"(?<!\w)(?:đạt|là|còn|(?<!mặt )bằng|lên|lên tới|lên đến)(?: (?:hơn|gần|khoảng|trên|dưới|tới))?\s$")
ABOUT = re.compile(r"\svề\s(?=(?:số|lượng|giá|vốn|diện|sản|tổng|kim|doanh)\s)")
COUNTERS = ("lượt", "lượt khách", "lượt người", "con", "chiếc", "suất", "ca", "bậc")
CHANGES = re.compile(r"(?<!\w)(?:tăng|giảm|vượt|hụt|thêm)(?:\s\w+){0,2}\s$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words between the last amount, or the sentence's beginning, and an amount.

    Args:
        start, end: In the clean text.
        follows: Whether an amount of the same sentence stands before.
    """

    start: int
    end: int
    follows: bool

    def left(self, page: Page, *, near: bool = False) -> str:
        """Return the subject that the words name; empty where they name none."""
        blank = [(said.start, said.end) for said in page.times_in(self.start, end=self.end)]
        return subjects.to_the_left(page.clean.text, blank=blank, start=self.start, end=self.end, near=near or self.follows)


def subject_of(page: Page, *, sentence: Sentence, amount: Amount, since: int, memory: Memory, base: Against) -> tuple[str, bool]:
    """Return the subject, and whether the clause itself names it.

    Args:
        since: Where the last figure of the sentence ended, or the sentence begins.
        memory: Knows the subject of the figure before, and that of the words before an open bracket.
        base: With what the amount is compared.
    """
    clean = page.clean
    stretch = Stretch(since, amount.start, since > sentence.start)
    left = _left(page, stretch, memory)
    if amount.counted and not _is_of_left(clean.low, left, max(since, amount.start - 60), amount.start):
        return _counted(page, sentence, amount, stretch, memory, left=left), True
    if amount.measure == "điểm %" and left.endswith("đóng góp"):
        return memory.subject, False
    if amount.measure in ("%", "lần") and (about := ABOUT.match(clean.low, amount.end)):
        return subjects.to_the_right(clean.text, start=about.end(), end=sentence.end), True
    is_whole = base is Against.WHOLE and "chiếm" not in clean.low[max(since, amount.start - 30) : amount.start]
    if (is_whole or amount.measure in PHYSICAL) and (own := OF_IT.match(clean.low, amount.end)) and own.end() < sentence.end:
        right = subjects.to_the_right(clean.text, start=own.start(1), end=sentence.end)
        clause = re.split(r"[,;:(]", clean.text[since : amount.start])[-1]
        near = left if stretch.follows else subjects.to_the_left(clause, blank=[], start=0, end=len(clause))
        if subjects.has_noun(right) and (not near or (is_whole and subjects.is_place(near))):
            return right, True
        if amount.measure in ("VND", "USD") and near.count(" ") < 3 and near == left:
            return f"{near} {right}", True
    if not left or THIS.match(left.lower()) or (amount.listed and subjects.is_place(left)):
        return memory.subject or left, False
    return left, True


def _left(page: Page, stretch: Stretch, memory: Memory) -> str:
    """Return the subject to the left; inside a bracket, or behind one, that of the words before it where there is no other."""
    opened, closed = _brackets(page.clean.low[stretch.start : stretch.end])
    if closed is not None:
        stretch = Stretch(stretch.start + closed + 1, stretch.end, follows=True)
        outer = memory.outer
        opened = opened - closed - 1 if opened is not None and opened > closed else None
    else:
        outer = ""
    if opened is not None and not stretch.end - stretch.start - opened - 1 and memory.last_base is not Against.NONE:
        return memory.outer or memory.subject
    if opened is not None:
        before = Stretch(stretch.start, stretch.start + opened, stretch.follows)
        memory.outer = before.left(page) or outer or memory.subject
        inside = Stretch(before.end + 1, stretch.end, follows=False)
        return inside.left(page) or memory.outer
    return stretch.left(page) or outer


def _brackets(said: str) -> tuple[int | None, int | None]:
    """Return where a bracket opens that is not closed, and where one closes that was opened before; None where there is none."""
    opened: int | None = None
    closed: int | None = None
    for found in re.finditer(r"[()]", said):
        if found[0] == "(":
            opened = found.start()
        elif opened is None:
            closed = found.start()
        else:
            opened = None
    return opened, closed


def _counted(page: Page, sentence: Sentence, amount: Amount, stretch: Stretch, memory: Memory, *, left: str) -> str:
    """Return the noun that is counted with the words that tell which ones; where none do, with the verb before it."""
    low = page.clean.low
    words, last = amount.measure.split(",")[0].split("/")[0].lower(), max(amount.end, amount.covers)
    noun = low.rfind(words, amount.number_end, last) if amount.covers else low.find(words, amount.number_end, last)
    right = subjects.to_the_right(page.clean.text, start=noun if noun >= 0 else amount.end, end=sentence.end)
    if right.count(" ") > amount.measure.count(" "):
        return right
    if CHANGES.search(low, stretch.start, stretch.end):
        if memory.subject and (memory.subject.lower().startswith(right.lower()) or amount.measure in ("bậc", "hạng", "điểm")):
            return memory.subject
        return right
    if amount.measure in COUNTERS and left and not subjects.is_place(left):
        return left
    said = low[stretch.start : stretch.end]
    for time in reversed(page.times_in(stretch.start, end=stretch.end)):
        said = said[: time.start - stretch.start] + said[time.end - stretch.start :]
    clause = re.split(r"[,;:(]|\s(?:và|để)\s", said)[-1].split()
    while clause and is_verb(clause[-1]):
        clause.pop()
    while clause and clause[0] in LEADS:
        clause.pop(0)
    is_action = 0 < len(clause) <= 3 and not subjects.KINDS_OF_PLACE.intersection(clause) and not NO_VERB.intersection(clause)
    return f"{right} {' '.join(clause)}" if is_action and all(word.isalpha() for word in clause) else right


def _is_of_left(low: str, left: str, start: int, end: int) -> bool:
    """Whether a counted amount tells of what stands to its left: "tổng đàn lợn còn 5 con", and not "huyện có 5 xã"."""
    if not left or left.lower() == "số" or subjects.is_place(left):
        return False
    return bool(COPULA.search(low, start, end) or (SUM_OF.match(left.lower()) and left.lower() in low[start:end]))
