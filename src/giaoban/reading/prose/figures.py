"""Which figures does the text state, and what does each say of what, when and where?

Amounts are taken sentence by sentence. What a clause leaves out it takes from
the chain before it: the subject, the time, the base of a growth.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from giaoban.reading.prose import amounts, periods, places, subjects
from giaoban.reading.prose.amounts import Amount
from giaoban.reading.prose.bases import Against, Compared, against_at
from giaoban.reading.prose.clean import Clean
from giaoban.reading.prose.dating import ORDER, remember, time_of
from giaoban.reading.prose.naming import subject_of
from giaoban.reading.prose.page import PERCENT, Found, Memory, Page
from giaoban.reading.prose.periods import Said
from giaoban.reading.prose.qualifiers import AIM, qualify
from giaoban.reading.prose.relations import TIMES, Chain, Related, Relation, relate
from giaoban.reading.prose.sentences import Sentence
from giaoban.reading.prose.turns import in_turn, with_listed

CONTINUES = re.compile(r"(?:trong đó|cụ thể|riêng|gồm|như vậy|(?:tỷ lệ|tỉ lệ|con số|mức|tốc độ|chỉ tiêu|kết quả|số) này)")
ACHIEVED = re.compile(r"(?<!\w)(?:đã|ước|thực hiện được|giải ngân được|vượt|mới)(?!\w)")
BASE_FIRST = re.compile(
    r"(?<!\w)so (?:với )*(?:(?:thời điểm )?cùng kỳ|năm trước|năm ngoái|năm (?:19|20)\d\d)(?: (?:năm )?(?:trước|ngoái|"
    r"\d{4}))?\s?(?:[,:(]|tăng|giảm|gồm)"
)
PLAIN = ("VND", "USD", "ha", "tấn", "km", "m2", "m3", "kg")
JUST_PLANNED = re.compile(r"(?<!\w)(?:kh|kế hoạch|kế hoạch năm|dự toán|chỉ tiêu)(?: là)?\s$")
LONG_AGO = re.compile(r"((?:19|20)\d\d)")
CLAUSE = re.compile(r"[;:(]|,\s")
PLAN_MET = re.compile(r"(?<!\w)(?:vượt|hoàn thành|đạt) (?:kế hoạch|kh)$")
REACHED = re.compile(r"(?<!\w)(?:đạt|được)(?:\s[^\W\d]+){0,2}\s*$")


def scan(
    clean: Clean,
    *,
    sentences: Sequence[Sentence],
    times: Sequence[Said],
    masks: Sequence[tuple[int, int]],
    year: int | None,
    people: Collection[str],
    until: int,
) -> list[Found]:
    """Return every figure of the text, in order.

    Args:
        times: From `periods.scan`.
        masks: Sorted stretches whose digits count nothing.
        year: Of the text itself, for figures that nothing else dates.
        people: Names of persons that the text names, so that none is taken for a place.
        until: Where the text itself ends.
    """
    every = sorted(
        [*amounts.scan(clean.low, text=clean.text, masks=masks, until=until), *amounts.in_words(clean.low, text=clean.text, until=until)],
        key=lambda amount: amount.start,
    )
    page = Page(clean, sentences, times, [said.start for said in times], places.scan(clean.text, people=people), str(year or ""))
    memory, at = Memory(), 0
    found: list[Found] = []
    for number, sentence in enumerate(sentences):
        own: list[Amount] = []
        while at < len(every) and every[at].start < sentence.end:
            own += [every[at]] if every[at].start >= sentence.start else []
            at += 1
        found += _of_sentence(page, number, with_listed(page, sentence=sentence, own=own), memory)
        remember(page, sentence=sentence, memory=memory)
    return found


def _of_sentence(page: Page, number: int, own: list[Amount], memory: Memory) -> Iterator[Found]:
    sentence = page.sentences[number]
    memory.last_end, memory.last_base = sentence.start, Against.NONE
    if own and not CONTINUES.match(page.clean.low, sentence.start):
        memory.chain = Chain()
    found: list[Found] = []
    for place, amount in enumerate(own):
        following = own[place + 1].start if place + 1 < len(own) else sentence.end
        one = _figure(page, number, amount, following, memory)
        if one:
            found.append(one)
            memory.last_end, memory.last_amount, memory.last_base = one.end, one.amount.end, one.base
    yield from in_turn(page, sentence=sentence, found=found)


def _figure(page: Page, number: int, amount: Amount, following: int, memory: Memory) -> Found | None:
    low, sentence = page.clean.low, page.sentences[number]
    percent = amount.measure in PERCENT or amount.measure == "lần"
    compared = against_at(low, place=amount.end, percent=percent)
    compared = _kept(page, compared, amount, sentence)
    lead = low[memory.last_end : amount.start]
    clause = lead[max((cut.end() for cut in CLAUSE.finditer(lead)), default=0) :] if len(lead) < 2000 else lead[-200:]
    if "so " in lead and BASE_FIRST.search(low, memory.last_end, amount.start):
        memory.chain.same_period = memory.chain.leading = True
    if amount.measure == "lần" and not memory.chain.same_period and not TIMES.search(clause) and compared.base is Against.NONE:
        return None
    subject, own_subject = subject_of(page, sentence=sentence, amount=amount, since=memory.last_end, memory=memory, base=compared.base)
    about = f"{subject.lower()} {_outside(lead)[-120:]}"
    earlier = low[max(sentence.start, amount.start - 400) : amount.start]
    related = relate(
        clause if clause.strip() else lead, measure=amount.measure, base=compared.base, about=about, earlier=earlier, chain=memory.chain
    )
    in_plan = bool(memory.last_base is Against.PLAN and lead.strip() in ("(", "") and amount.measure not in PERCENT)
    target = in_plan or _is_target(lead, low[sentence.start : amount.start])
    period, own_period = time_of(page, sentence=sentence, amount=amount, following=following, known=memory.period, target=target)
    if memory.last_base in (Against.SAME_PERIOD, Against.LAST_YEAR) and lead.strip() == "(" and amount.measure not in PERCENT:
        period = periods.year_before(memory.last_period)
    memory.last_period = memory.last_period if lead.strip() == "(" else period
    if target and period and JUST_PLANNED.search(lead):
        period = period[:4]
    if in_plan:
        subject, period = subjects.plan_named(page.clean.text[memory.last_amount : memory.last_end]), period[:4]
    context = tuple(
        what for what, said in (("period", own_period), ("subject", own_subject), ("relation", not related.inherited)) if not said
    )
    _note(memory, related, compared.base, "" if in_plan else subject, measure=amount.measure)
    return Found(
        amount=amount, start=amount.start, end=max(compared.end, amount.end), subject=subject, relation=related.relation,
        direction=related.direction, qualifier=qualify(lead, after=low[amount.end : sentence.end]), period=period or None,
        place=page.gazetteer.at(amount.start, since=sentence.start), target=target, base=compared.base, sentence=number, context=context,
    )  # fmt: skip


def _kept(page: Page, compared: Compared, amount: Amount, sentence: Sentence) -> Compared:
    """Return the base within its sentence: of a whole a few words only, and what lies years back is no last year."""
    low, end = page.clean.low, min(compared.end, sentence.end)
    if compared.base is Against.WHOLE:
        most = amount.start + 3 * (amount.end - amount.start)
        while end > most:
            end = max(low.rfind(" ", amount.end, end), amount.end)
    year = LONG_AGO.search(low, amount.end, end) if compared.base is Against.LAST_YEAR and page.year else None
    return Compared(Against.EARLIER if year and int(year[1]) < int(page.year) - 1 else compared.base, end)


def _note(memory: Memory, related: Related, base: Against, subject: str, *, measure: str) -> None:
    if base in (Against.SAME_PERIOD, Against.LAST_YEAR) and related.relation is Relation.GROWTH_VS_SAME_PERIOD:
        memory.chain.same_period = True
    if measure in PERCENT:
        memory.chain.last = related.relation
        if related.relation in (Relation.PCT_OF_PLAN, Relation.PCT_OF_SAME_PERIOD):
            memory.chain.ratio = related.relation
    memory.chain.plain = measure in PLAIN and related.relation is Relation.LEVEL
    if subject:
        memory.subject = subject


def _outside(lead: str) -> str:
    """Return the words without what a bracket before the amount said."""
    return lead[lead.rfind(")") + 1 :]


def _is_target(lead: str, said: str) -> bool:
    """Whether the amount is aimed at: an aim was said since the last amount, or the sentence gives an order, and no result after it."""
    aims = list(AIM.finditer(lead))
    if aims and all(PLAN_MET.search(lead, 0, aim.end()) for aim in aims):  # "vượt kế hoạch (đạt 131% …"
        return False
    if aims and all(aim[0] == "chỉ tiêu" for aim in aims) and REACHED.search(lead):  # "các chỉ tiêu cao hơn năm trước: thu đạt …"
        return False
    if aims and not ACHIEVED.search(lead, aims[-1].end()):
        return True
    return bool(ORDER.search(said)) and not ACHIEVED.search(lead)
