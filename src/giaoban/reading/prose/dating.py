"""To which time does a figure belong?

The time last named before it in its sentence; else one named right after it;
else the time the text spoke of before. A bracket "(cùng kỳ …)" belongs to the
year before. What is planned or aimed at dates no later figure.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from giaoban.reading.prose import periods
from giaoban.reading.prose.amounts import Amount
from giaoban.reading.prose.page import Memory, Page
from giaoban.reading.prose.sentences import Sentence

AHEAD = 700  # letters on which a headline may look ahead for its time
HEADLINES = 4  # lines that a text may open with before it says its time
SAME_PERIOD_BRACKET = re.compile(r"[(,]\s?(?:cùng kỳ|năm trước|năm ngoái)(?![^()]{0,20}(?:so|với)\s)[^()]{0,40}$")
COMPARED = re.compile(r"(?<!\w)(?:so|cùng kỳ|cùng thời điểm)(?!\w)")
BESIDE = re.compile(r"\s?(?:\()?(?:trong |vào |của |ở )?")
NOT_OF_IT = re.compile(r"[;:.](?!\d)|(?<!\w)(?:dự kiến|hoàn thành|phấn đấu|trước|chậm nhất|để)(?!\w)")
FUTURE = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|sẽ|yêu cầu|giai đoạn|đến năm|phải|cần|đề nghị|kiến nghị|từ nay đến)(?!\w)")
ORDER = re.compile(
    r"(?<!\w)(?:yêu cầu|phấn đấu)(?!\w)|^[\s+*•-]*(?:tập trung|khẩn trương|đẩy nhanh|đẩy mạnh|thực hiện|bảo đảm|đảm bảo|"
    r"hoàn thành|giao)(?!\w)"
)


def time_of(page: Page, *, sentence: Sentence, amount: Amount, following: int, known: str, target: bool) -> tuple[str, bool]:
    """Return the code of the figure's time, and whether its own sentence says it; empty where nothing says it.

    Args:
        following: Where the next amount begins, or the sentence ends.
        known: Time that the text spoke of before.
        target: Whether the figure is aimed at, so that the year of a plan is its time.
    """
    low = page.clean.low
    first = bisect_left(page.time_starts, sentence.start)
    last = bisect_left(page.time_starts, amount.start)
    own = [
        said
        for said in page.times[first:last]
        if not said.single
        and said.code
        and not _is_aside(low, said, amount.start)
        and (not said.base or (target and not said.past and len(said.code) == 4))
    ]
    bracket = SAME_PERIOD_BRACKET.search(low, sentence.start, amount.start)
    if bracket:
        inside = [said for said in page.times[first:last] if said.start >= bracket.start() and said.code]
        before = next((said.code for said in reversed(own) if said.start < bracket.start()), "") or known
        if not inside:
            return periods.year_before(before), False
        said = inside[-1].code
        return (said + before[4:] if len(said) == 4 and "/" not in before else said), True
    beside = next((said for said in page.times[last : last + 2] if said.start >= amount.end and said.code and not said.base), None)
    if beside and beside.start < following and BESIDE.fullmatch(low, amount.end, beside.start):
        return beside.code, True
    if own:
        return own[-1].code, True
    later = [said for said in page.times[last : last + 3] if amount.end <= said.start < following and not said.single and said.code]
    if later and ((target and not later[0].past) or not later[0].base) and not NOT_OF_IT.search(low, amount.end, later[0].start):
        return later[0].code, True
    if known:
        return known, False
    if later and not NOT_OF_IT.search(low, amount.end, later[0].start) and not COMPARED.search(low, amount.end, later[0].start):
        return later[0].code, True
    ahead = [said for said in page.times[first : first + 12] if not said.base and not said.single and said.code]
    is_headline = sentence.paragraph < HEADLINES
    return (ahead[0].code, False) if ahead and is_headline and ahead[0].start - amount.end < AHEAD else (page.year, False)


def _is_aside(low: str, said: periods.Said, place: int) -> bool:
    """Whether the time stands in a bracket that is closed before the place: it dates what is inside and nothing after."""
    closed = low.find(")", said.end, place)
    opened = low.find("(", said.end, place)
    return closed >= 0 and not 0 <= opened < closed


def remember(page: Page, *, sentence: Sentence, memory: Memory) -> None:
    """Keep the last time that the sentence speaks of."""
    own = [said for said in page.times_in(sentence.start, end=sentence.end) if not said.base and not said.single and said.code]
    if not own:
        return
    is_ahead = FUTURE.search(page.clean.low, sentence.start, sentence.end) or ORDER.search(page.clean.low[sentence.start : sentence.end])
    if not is_ahead and (not memory.period or own[-1].code[:4] >= page.year):
        memory.period = own[-1].code
