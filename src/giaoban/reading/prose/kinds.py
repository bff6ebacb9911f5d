"""What kind of thing does a sentence say: result, shortfall, cause, order, request, or none of these?

Who speaks to whom decides first: a request goes up, an order goes down, and
"đề nghị" does either. Then what is judged: something wanting, and why, before
something done. What is only wished for ("để …", "nhằm …") is no result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from giaoban.reading.prose.judging import (
    BAD_RISE,
    CAUSE,
    CHAIRS,
    DONE,
    FALLS,
    GOOD_FALL,
    HEADING,
    MEETING,
    NO_DONE,
    OFFICE_FIRST,
    OPENS_ORDERS,
    OVERCOME,
    PAPER,
    PAST,
    PLAN_SAID,
    PURPOSE,
    REASON,
    RESULT,
    TURN,
    WANTING,
    WELL,
)
from giaoban.reading.prose.lexicon import (
    ABOVE,
    ACTION_NEEDED,
    AHEAD,
    AIMS,
    ASKS,
    BELOW,
    DIRECTS,
    DUTY,
    HEADS,
    INTENDS,
    LEADER,
    LOOKS_BACK,
    LOWER_RANK,
    MODAL,
    MUST,
    NEEDS,
    NO_ASKING,
    ORDERS,
    OUTSIDER,
    PLEADS,
    SPEAKS,
    UP_NEEDS,
    VOICED,
    Lexeme,
)

NUMBERING = ' -+*"“(0123456789.)'
SYLLABLE = re.compile(r"[^\W\d_]+")
TO_ABOVE = re.compile(rf"\s(?:với )?{ABOVE}")
TO_BELOW = re.compile(rf"\s(?:với )?{BELOW}")
LED = re.compile(LEADER)
LOWER = re.compile(LOWER_RANK)
UNDER_WAY = re.compile(r"(?<!\w)(?:đã|đang|được)(?!\w)")
BECAUSE = re.compile(r"(?<!\w)(?:do|vì)(?!\w)")
DEALT_WITH = re.compile(r"(?<!\w)(?:không|xử lý|phát hiện|phòng)(?!\w)")
GAINS = re.compile(r"(?<!\w)(?:tăng thu|số thu tăng|hoàn thành|vượt|tăng cao|tăng khá|tăng mạnh|thành công|đạt kết quả|đạt được)(?!\w)")
LOSSES = re.compile(r"(?<!\w)(?:giảm|chậm|thấp|chưa|không|khó|vướng|thiếu|hụt|giá)(?!\w)")
FORBIDS = re.compile(r"^\W*(?:không được|tuyệt đối|nghiêm cấm)(?!\w)")
GROWS = re.compile(r"(?<!\w)tăng \d")
SAYS = re.compile(rf"^[^:.;]{{0,60}}?{LEADER}[^:.;]{{0,80}}:\s?[“\"]?")
COUNTED = re.compile(r"(?<!\w)\d{1,3}(?:\.\d{3})+ [^\W\d]|(?<!\w)(?:được|với|cho) \d+ [^\W\d]")
REPORTS = re.compile(r"(?<!\w)(?:cho biết|cho rằng|nhấn mạnh|khẳng định|đánh giá|nêu rõ|thông tin|nhìn nhận)(?!\w)")
PERSON = re.compile(r"(?<!\w)(?:chủ tịch|bí thư|giám đốc|thủ tướng|bộ trưởng|đồng chí|ông|bà)(?!\w)[^.;:]{0,60}$")
LONGEST = 1500  # letters of a sentence that are looked at


class Kind(Enum):
    """What kind of thing a sentence says (loại câu)."""

    ACHIEVEMENT = "achievement"
    SHORTFALL = "shortfall"
    BOTTLENECK = "bottleneck"
    DIRECTIVE = "directive"
    RECOMMENDATION = "recommendation"
    CONTEXT = "context"


SECTIONS = (
    (Kind.RECOMMENDATION, re.compile(r"kiến nghị|đề xuất")),
    (Kind.DIRECTIVE, re.compile(r"nhiệm vụ|giải pháp|phương hướng|kết luận|chỉ đạo|tổ chức thực hiện|phân công")),
    (Kind.SHORTFALL, re.compile(r"tồn tại|hạn chế|yếu kém|khuyết điểm")),
    (Kind.BOTTLENECK, re.compile(r"nguyên nhân|khó khăn|vướng mắc")),
    (Kind.ACHIEVEMENT, re.compile(r"kết quả|ưu điểm|thành tích")),
)


@dataclass(frozen=True, slots=True)
class Heard:
    """One sentence in one spelling, with what its place in the text tells.

    Args:
        low: The sentence.
        opens: Whether it opens a paragraph.
        stopped: Whether it ends as a sentence does.
    """

    low: str
    opens: bool = True
    stopped: bool = True


@dataclass(frozen=True, slots=True)
class Ear:
    """A sentence with its syllables, so that words which it cannot hold are not looked for.

    Args:
        low: The sentence, or what is left of it.
        syllables: All that the sentence holds.
    """

    low: str
    syllables: frozenset[str]

    def has(self, words: Lexeme) -> re.Match[str] | None:
        """Return the first place where one of the words stands."""
        return words.search(self.low, syllables=self.syllables)

    def without(self, words: Lexeme) -> Ear:
        """Return what is left when the words are taken out."""
        return replace(self, low=words.taken_out(self.low, syllables=self.syllables))

    def part(self, begin: int, *, end: int | None = None) -> Ear:
        """Return a part of the sentence."""
        return replace(self, low=self.low[begin:end])


def kinds(heard: Sequence[Heard]) -> list[Kind]:
    """Return the kind of each sentence of a text, in order."""
    found: list[Kind] = []
    orders = False  # whether the text is giving orders, so that a bare verb is one
    section: Kind | None = None  # of what the last heading says that it will tell
    for one in heard:
        before = found[-1] if found else Kind.CONTEXT
        low = one.low[:LONGEST]
        if _is_heading(one):
            section = next((kind for kind, words in SECTIONS if words.search(low)), None)
            orders = section is Kind.DIRECTIVE or (section is None and orders)
            found.append(Kind.CONTEXT)
            continue
        ear = Ear(low, frozenset(SYLLABLE.findall(low)))
        if before is Kind.ACHIEVEMENT and section is not Kind.ACHIEVEMENT and low.startswith(("- ", "+ ", "• ", "* ")):
            before = Kind.CONTEXT  # a list goes its own way
        kind = _in_section(ear, _kind(ear, before=before, orders=orders), section)
        goes_on = bool(HEADS.match(one.low)) or not one.stopped or one.low.endswith(":")
        orders = kind is Kind.DIRECTIVE or bool(OPENS_ORDERS.search(one.low)) or (orders and goes_on)
        found.append(kind)
    return found


def _in_section(said: Ear, kind: Kind, section: Kind | None) -> Kind:
    """Return the kind of a sentence below a heading, which decides where the sentence itself is silent."""
    if section is Kind.RECOMMENDATION and kind is Kind.DIRECTIVE and (said.has(PLEADS) or said.has(ASKS)):
        return section
    if section is Kind.BOTTLENECK and kind in (Kind.CONTEXT, Kind.ACHIEVEMENT, Kind.SHORTFALL):
        return section
    if section is Kind.SHORTFALL and kind is Kind.CONTEXT:
        return section
    return kind


def _is_heading(one: Heard) -> bool:
    """Whether the line only numbers and names a section; a numbered order begins with its verb."""
    return not one.stopped and bool(HEADING.match(one.low)) and not (HEADS.match(one.low) and one.low.count(" ") > 3)


def kind_of(sentence: str) -> Kind:
    """Return the kind of a sentence that stands alone, in one spelling.

    Example:
        >>> kind_of("ubnd tỉnh yêu cầu các xã, phường rà soát."), kind_of("dự án chậm tiến độ.")
        (<Kind.DIRECTIVE: 'directive'>, <Kind.SHORTFALL: 'shortfall'>)
    """
    return kinds([Heard(sentence)])[0]


def _kind(said: Ear, *, before: Kind, orders: bool) -> Kind:
    if request := _request(said, before, orders=orders):
        return request
    has_result = bool(RESULT.search(said.low))
    is_told = REPORTS.search(said.low)
    if (
        (MEETING.search(said.low) or (said.has(CHAIRS) and not is_told))
        and not has_result
        and not said.has(ORDERS)
        and not said.has(ACTION_NEEDED)
    ):
        return Kind.CONTEXT
    if _is_order(said, before=before, orders=orders):
        return Kind.DIRECTIVE
    bare = said.without(OVERCOME).without(PURPOSE)
    if judged := _judged(bare):
        return judged
    looks_back = LOOKS_BACK.search(said.low)
    intends = not looks_back and (AHEAD.search(said.low) or INTENDS.search(said.low))
    if (said.has(AIMS) and not looks_back) or (intends and not has_result and not said.part(0, end=110).has(PAST)):
        return Kind.DIRECTIVE
    if said.low.startswith(("nếu ", '"nếu', "“nếu")) or bare.has(PLAN_SAID):
        return Kind.CONTEXT
    if not has_result and bare.has(PAPER) and not bare.has(WELL):
        return Kind.CONTEXT
    done = bare.without(NO_DONE)
    is_done = done.has(DONE) or looks_back or ("giảm" in done.low and done.has(GOOD_FALL))
    return Kind.ACHIEVEMENT if is_done else Kind.CONTEXT


def _request(said: Ear, before: Kind, *, orders: bool) -> Kind | None:
    """Return whether the sentence asks, and in which direction."""
    low = said.low
    if UP_NEEDS.match(low):
        return Kind.RECOMMENDATION
    if pleads := said.has(PLEADS):
        return _pleaded(low[: pleads.start()], low[pleads.end() : pleads.end() + 60], low, orders=orders)
    if (said.has(NEEDS) or (said.has(OUTSIDER) and said.has(MUST))) and not LED.search(low[:90]) and not orders:
        return Kind.RECOMMENDATION
    if FORBIDS.match(low):
        return None
    if said.has(VOICED):
        return Kind.RECOMMENDATION
    if said.has(ASKS) and not NO_ASKING.search(low) and not said.has(ORDERS) and not HEADS.match(low) and not said.has(REASON):
        return Kind.RECOMMENDATION
    if before is Kind.RECOMMENDATION and said.has(MODAL) and not said.has(PAST) and not said.has(ORDERS) and not SPEAKS.search(low):
        return Kind.RECOMMENDATION
    return None


def _pleaded(by: str, to: str, low: str, *, orders: bool) -> Kind:
    """Return which way "đề nghị" goes, by the words before and after it."""
    is_up = TO_ABOVE.match(to)
    if not by.strip(NUMBERING) and is_up and not orders:
        return Kind.RECOMMENDATION
    if TO_BELOW.match(to) and not LOWER.search(by[-70:]):
        return Kind.DIRECTIVE
    if LED.search(by) and not is_up:
        return Kind.DIRECTIVE
    if is_up or LOWER.search(by):
        return Kind.RECOMMENDATION
    return Kind.DIRECTIVE if HEADS.match(low) or not by.strip(NUMBERING) else Kind.RECOMMENDATION


def _is_order(said: Ear, *, before: Kind, orders: bool) -> bool:
    low = said.low
    if FORBIDS.match(low):
        return True
    ordered = said.has(ORDERS)
    if ordered and " đang " not in low[max(0, ordered.start() - 30) : ordered.start()]:
        return True
    speaker = SAYS.match(low)
    if speaker and HEADS.match(low[speaker.end() :]) and not said.part(speaker.end(), end=speaker.end() + 40).has(PAST):
        return True
    directs = said.has(DIRECTS)
    if directs and not said.part(0, end=40).has(TURN):
        by = low[: directs.start()]
        if not UNDER_WAY.search(by) or PERSON.search(by.removesuffix("đã ")):
            return True
    if orders and low.lstrip(NUMBERING).startswith("đối với "):
        return True
    if said.has(MUST) and (before is Kind.DIRECTIVE or SPEAKS.search(low)):
        return True
    return _is_duty(said, before=before, orders=orders)


def _is_duty(said: Ear, *, before: Kind, orders: bool) -> bool:
    """Whether the sentence says what someone is to do, with nobody who orders it."""
    low, is_past = said.low, bool(said.has(PAST) or LOOKS_BACK.match(said.low))
    turned = said.part(0, end=40).has(TURN) or said.has(REASON) or (said.has(CAUSE) and said.has(WANTING))
    if not turned and said.has(ACTION_NEEDED) and not (is_past and said.part(0, end=60).has(PAST)):
        return True
    if not turned and not is_past and ((" đang " not in low[:120] and said.has(DUTY)) or (orders and OFFICE_FIRST.match(low))):
        return True
    head = HEADS.match(low)
    if not head or low.count(" ") < 2 or RESULT.search(low[:60]):
        return False
    return orders or not (is_past or before is Kind.ACHIEVEMENT or COUNTED.search(low))


def _judged(said: Ear) -> Kind | None:
    """Return whether the sentence tells of something wanting, or of why."""
    turn = said.has(TURN)
    main = said.part(turn.end()) if turn and len(said.low) - turn.end() > 20 else said
    if reason := main.has(REASON):
        about = main.low[reason.start() : reason.end() + 70]
        return Kind.ACHIEVEMENT if GAINS.search(about) and not LOSSES.search(about) else Kind.BOTTLENECK
    cause, wanting = main.has(CAUSE), main.has(WANTING)
    if wanting and wanting[0] == "thấp hơn" and main.has(GOOD_FALL):
        wanting = None
    if cause:
        because = BECAUSE.search(main.low)
        return Kind.SHORTFALL if wanting and wanting.start() < cause.start() and not because else Kind.BOTTLENECK
    if wanting:
        return Kind.SHORTFALL
    if "giảm" not in main.low:
        return Kind.SHORTFALL if main.has(BAD_RISE) and not DEALT_WITH.search(main.low) else None
    if main.has(FALLS) and not main.has(GOOD_FALL) and not GROWS.search(main.low):
        return Kind.SHORTFALL
    return None
