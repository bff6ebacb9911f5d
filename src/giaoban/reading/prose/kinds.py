"""What kind of thing does a sentence say: result, shortfall, cause, order, request, or none of these?

Who speaks to whom decides first: a request goes up, an order goes down, and
"đề nghị" does either. Then what is judged: something wanting, and why, before
something done. What is only wished for ("để …", "nhằm …") is no result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
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
    LEADER,
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
)

NUMBERING = ' -+*"“(0123456789.)'
SAYS = re.compile(rf"^[^:.;]{{0,60}}?{LEADER}[^:.;]{{0,80}}:\s?[“\"]?")
LONGEST = 1500  # letters of a sentence that are looked at


class Kind(Enum):
    """What kind of thing a sentence says (loại câu)."""

    ACHIEVEMENT = "achievement"
    SHORTFALL = "shortfall"
    BOTTLENECK = "bottleneck"
    DIRECTIVE = "directive"
    RECOMMENDATION = "recommendation"
    CONTEXT = "context"


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


def kinds(heard: Sequence[Heard]) -> list[Kind]:
    """Return the kind of each sentence of a text, in order."""
    found: list[Kind] = []
    orders = False  # whether the text is giving orders, so that a bare verb is one
    for one in heard:
        before = found[-1] if found else Kind.CONTEXT
        kind = Kind.CONTEXT if _is_heading(one) else _kind(one.low[:LONGEST], before=before, orders=orders)
        orders = (
            kind is Kind.DIRECTIVE or bool(OPENS_ORDERS.search(one.low)) or (orders and (bool(HEADS.match(one.low)) or not one.stopped))
        )
        found.append(kind)
    return found


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


def _kind(low: str, *, before: Kind, orders: bool) -> Kind:
    if request := _request(low, before, orders=orders):
        return request
    is_ordered = bool(ORDERS.search(low))
    if (MEETING.search(low) or CHAIRS.search(low)) and not RESULT.search(low) and not is_ordered and not ACTION_NEEDED.search(low):
        return Kind.CONTEXT
    if _is_order(low, before=before, orders=orders):
        return Kind.DIRECTIVE
    bare = PURPOSE.sub(" ", OVERCOME.sub(" ", low))
    if judged := _judged(bare):
        return judged
    if AIMS.search(low) or (AHEAD.search(low) and not PAST.search(low[:90])):
        return Kind.DIRECTIVE
    if low.startswith(("nếu ", '"nếu', "“nếu")) or PLAN_SAID.search(bare):
        return Kind.CONTEXT
    if PAPER.search(bare) and not RESULT.search(bare):
        return Kind.CONTEXT
    done = NO_DONE.sub(" ", bare)
    return Kind.ACHIEVEMENT if DONE.search(done) or ("giảm" in done and GOOD_FALL.search(done)) else Kind.CONTEXT


def _request(low: str, before: Kind, *, orders: bool) -> Kind | None:
    """Return whether the sentence asks, and in which direction."""
    if UP_NEEDS.match(low):
        return Kind.RECOMMENDATION
    pleads = PLEADS.search(low)
    if pleads:
        to, by = low[pleads.end() : pleads.end() + 60], low[: pleads.start()]
        is_up = re.match(rf"\s(?:với )?{ABOVE}", to)
        if not by.strip(NUMBERING) and is_up and not orders:
            return Kind.RECOMMENDATION
        if re.match(rf"\s(?:với )?(?:{BELOW})", to) and not re.search(LOWER_RANK, by[-70:]):
            return Kind.DIRECTIVE
        if re.search(LEADER, by) and not is_up:
            return Kind.DIRECTIVE
        if is_up or re.search(LOWER_RANK, by):
            return Kind.RECOMMENDATION
        return Kind.DIRECTIVE if HEADS.match(low) or not by.strip(' -+*"“(0123456789.)') else Kind.RECOMMENDATION
    if (NEEDS.search(low) or (OUTSIDER.search(low) and MUST.search(low))) and not re.search(LEADER, low[:90]) and not orders:
        return Kind.RECOMMENDATION
    if VOICED.search(low):
        return Kind.RECOMMENDATION
    asks = ASKS.search(low)
    if asks and not NO_ASKING.search(low) and not ORDERS.search(low) and not HEADS.match(low) and not REASON.search(low):
        return Kind.RECOMMENDATION
    if before is Kind.RECOMMENDATION and MODAL.search(low) and not PAST.search(low) and not SPEAKS.search(low):
        return Kind.RECOMMENDATION
    return None


def _is_order(low: str, *, before: Kind, orders: bool) -> bool:
    ordered = ORDERS.search(low)
    if ordered and " đang " not in low[max(0, ordered.start() - 30) : ordered.start()]:
        return True
    said = SAYS.match(low)
    if said and HEADS.match(low[said.end() :]) and not PAST.search(low[said.end() : said.end() + 40]):
        return True
    if (
        (directs := DIRECTS.search(low))
        and not re.search(r"(?<!\w)(?:đã|đang|được)(?!\w)", low[: directs.start()])
        and not TURN.search(low[:40])
    ):
        return True
    if orders and low.lstrip(NUMBERING).startswith("đối với "):
        return True
    if (SPEAKS.search(low) or before is Kind.DIRECTIVE) and MUST.search(low):
        return True
    turned = TURN.search(low[:40]) or (CAUSE.search(low) and WANTING.search(low)) or REASON.search(low)
    if ACTION_NEEDED.search(low) and not turned and not PAST.search(low[:60]):
        return True
    if DUTY.search(low) and not turned and not PAST.search(low) and " đang " not in low[:120]:
        return True
    if orders and OFFICE_FIRST.match(low) and not PAST.search(low) and not turned:
        return True
    head = HEADS.match(low)
    return bool(head and low.count(" ") > 1 and (orders or not PAST.search(low)) and not RESULT.search(low[:60]))


def _judged(low: str) -> Kind | None:
    """Return whether the sentence tells of something wanting, or of why."""
    turn = TURN.search(low)
    main = low[turn.end() :] if turn and len(low) - turn.end() > 20 else low
    if REASON.search(main):
        return Kind.BOTTLENECK
    cause, wanting = CAUSE.search(main), WANTING.search(main)
    if wanting and wanting[0] == "thấp hơn" and GOOD_FALL.search(main):
        wanting = None
    if cause:
        because = re.search(r"(?<!\w)(?:do|vì)(?!\w)", main)
        return Kind.SHORTFALL if wanting and wanting.start() < cause.start() and not because else Kind.BOTTLENECK
    if wanting:
        return Kind.SHORTFALL
    if BAD_RISE.search(main) and "giảm" not in main and not re.search(r"(?<!\w)(?:không|xử lý|phát hiện|phòng)(?!\w)", main):
        return Kind.SHORTFALL
    falls = FALLS.search(main)
    if falls and not GOOD_FALL.search(main) and not re.search(r"(?<!\w)tăng \d", main):
        return Kind.SHORTFALL
    return None
