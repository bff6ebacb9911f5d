"""Which amounts stand in a list, whose words were said only once?

After "Mẫu Sơn 51 dự án; Mẫu Giang 50" the bare number counts what the first
one counted. After "lần lượt" the times or subjects that were listed before are
given out in their order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from giaoban.reading.prose import amounts, subjects
from giaoban.reading.prose.amounts import Amount
from giaoban.reading.prose.page import Found, Page
from giaoban.reading.prose.sentences import Sentence

IN_TURN = re.compile(r"(?<!\w)lần lượt(?!\w)")
NUMBER_OF = re.compile(
    r"(?<!\w)(?:tổng số|số)\s(dự án|hộ|xã|phường|hồ sơ|công trình|doanh nghiệp|trường hợp|vụ|người|học sinh|lao động|cơ sở)(?!\w)"
)


def with_listed(page: Page, *, sentence: Sentence, own: list[Amount]) -> list[Amount]:
    """Return the amounts with the bare numbers that count the same thing as the one before them, or as "tổng số …" says."""
    low = page.clean.low
    counted = next((amount for amount in own if amount.counted), None)
    noun = None if counted else NUMBER_OF.search(low, sentence.start, sentence.end)
    if counted:
        start, measure = counted.end, counted.measure
    elif noun:
        start, measure = noun.end(), noun[1]
    else:
        return own
    times = page.times_in(sentence.start, end=sentence.end)
    taken = sorted([*((one.start, one.end) for one in own), *((said.start, said.end) for said in times)])
    more = [amount for amount in amounts.listed(low, start=start, end=sentence.end, measure=measure) if not _is_taken(amount, taken)]
    return sorted([*own, *more], key=lambda amount: amount.start)


def _is_taken(amount: Amount, taken: list[tuple[int, int]]) -> bool:
    at = bisect_right(taken, (amount.start, amount.end))
    return any(first < amount.end and amount.start < last for first, last in taken[max(0, at - 1) : at + 1])


def in_turn(page: Page, *, sentence: Sentence, found: list[Found]) -> Iterator[Found]:
    """Yield the figures; after "lần lượt" the times or subjects that were listed before are given out in their order."""
    turn = IN_TURN.search(page.clean.low, sentence.start, sentence.end) if len(found) > 1 else None
    after = [one for one in found if turn and one.start >= turn.end()]
    if not turn or len(after) < 2:
        yield from found
        return
    listed = _listed(page, sentence.start, turn.start(), len(after))
    given = dict(zip((one.start for one in after), listed, strict=False))
    for one in found:
        period, subject = given.get(one.start, ("", ""))
        kept = subject or (after[0].subject if one.start in given else one.subject)
        yield replace(one, period=period or one.period, subject=kept)


def _listed(page: Page, start: int, end: int, count: int) -> list[tuple[str, str]]:
    low, text = page.clean.low, page.clean.text
    years = re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", low[start:end])
    if len(years) == count:
        return [(year, "") for year in years]
    said = text[start:end]
    for time in page.times_in(start, end=end):
        said = said[: time.start - start] + " " * (time.end - time.start) + said[time.end - start :]
    words = re.split(r",\s|\svà\s", said)
    if len(words) < count:
        return []
    kept = [subjects.to_the_left(word, blank=[], start=0, end=len(word)) for word in words[-count:]]
    return [("", word) for word in kept]
