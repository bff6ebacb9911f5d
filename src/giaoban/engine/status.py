"""How an indicator stands: weak, behind, on pace, reached, or no verdict and why.

The verdict follows a dated rule and names it; a judgement in words stands for
itself. Without a plan whose giver and period are known there is no verdict.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from giaoban.catalogue import Direction, Indicator, OverBodies, OverTime, StatusRule, Window
from giaoban.catalogue.formula.tree import Chosen, Either, Node, Number, Pair, Term
from giaoban.values import GradeWord, Standing, vietnamese


class Level(Enum):
    """Where an indicator stands, for sorting and colour; the word is what people read."""

    WEAK = "weak"
    BEHIND = "behind"
    ON_PACE = "on_pace"
    REACHED = "reached"
    EXCEEDED = "exceeded"
    NONE = "none"


WORDS = {
    Level.WEAK: "Đạt thấp",
    Level.BEHIND: "Chậm tiến độ",
    Level.ON_PACE: "Đúng tiến độ",
    Level.REACHED: "Đạt kế hoạch",
    Level.EXCEEDED: "Vượt kế hoạch",
    Level.NONE: "Chưa đánh giá",
}


@dataclass(frozen=True, slots=True)
class Status:
    """The verdict on one cell of the board (đánh giá).

    Args:
        word: As shown on screen and paper.
        reason: The sentence behind it: rule and numbers, or what is missing.
    """

    level: Level
    word: str
    reason: str


def no_verdict(reason: str) -> Status:
    """Return that nothing can be said, and why."""
    return Status(Level.NONE, WORDS[Level.NONE], reason)


def accumulates(indicator: Indicator, *, indicators: Mapping[str, Indicator]) -> bool:
    """Return whether the indicator grows through the year: a flow, or the share of a year's work that is done by now.

    Args:
        indicators: Those of the catalogue, to find the parts of a ratio: of disbursed capital over the year's
            capital the top is a flow and the bottom a level, so the ratio is nothing in January and whole in December.
    """
    if indicator.formula:
        return _grows(indicator.formula.root, indicators)
    if indicator.over_bodies is not OverBodies.RATIO:
        return indicator.over_time is OverTime.SUM
    top, bottom = indicators.get(indicator.numerator), indicators.get(indicator.denominator)
    return bool(top and bottom and top.over_time is OverTime.SUM and bottom.over_time is OverTime.LAST)


def _grows(node: Node, indicators: Mapping[str, Indicator]) -> bool:
    """Return whether a part of a formula grows through the year: flows together, or a flow times or over a level."""
    match node:
        case Term(indicator=id):
            one = indicators.get(id)
            return bool(one and accumulates(one, indicators=indicators))
        case Pair(sign="+" | "-", left=left, right=right):
            return all(_grows(one, indicators) for one in (left, right) if not isinstance(one, Number))
        case Pair(sign="*", left=left, right=right):
            return _grows(left, indicators) != _grows(right, indicators)
        case Pair(sign="/", left=left, right=right):
            return _grows(left, indicators) and not _grows(right, indicators)
        case Chosen(of=several):
            return all(_grows(one, indicators) for one in several if not isinstance(one, Number))
        case Either(yes=yes, no=no):
            return all(_grows(one, indicators) for one in (yes, no) if not isinstance(one, Number))
    return False


def expected_share(indicator: Indicator, *, window: Window, grows: bool) -> Decimal:
    """Return the share of the year's plan that should be done by the window's end.

    A level (population covered, schools of standard) is expected in full at any time; what grows follows the
    indicator's phasing profile by quarter, straight lines between; without a profile the pace is even.

    Args:
        grows: Whether it accumulates through the year.

    Returns:
        0 to 1; for a window to a day, counted by days of the year.
    """
    if not grows:
        return Decimal(1)
    done = Decimal(window.day.timetuple().tm_yday) * 12 / 365 if window.day else Decimal(window.last)
    if not indicator.phasing:
        return min(done / 12, Decimal(1))
    knots = (Decimal(0), *indicator.phasing)
    quarter = min(int(done // 3), 3)
    return knots[quarter] + (knots[quarter + 1] - knots[quarter]) * min((done - 3 * quarter) / 3, Decimal(1))


def judge(indicator: Indicator, *, attainment: float, expected: Decimal, plan_is_whole: bool, rule: StatusRule, plan: str) -> Status:
    """Return the verdict on a share of plan.

    Args:
        attainment: What was done, over the plan.
        expected: Share of the plan that the pace asks by now; 0 where nothing is asked yet.
        plan_is_whole: Whether the plan's own period ends with the window, so that it can be reached or missed.
        plan: How the plan is named: "kế hoạch năm 2026 (HĐND giao)".
    """
    share = exact(attainment)
    said = f"{percent(share)} {plan}"
    cited = f"{rule.name}; {rule.source.words()}"
    if indicator.direction in (Direction.NONE, Direction.BAND):
        return no_verdict(f"{said}; chỉ tiêu này không đánh giá cao, thấp")
    if indicator.direction is Direction.LESS:
        return within(share <= 1, said=said, rule=rule)
    if share >= 1:
        level = Level.EXCEEDED if share > 1 else Level.REACHED
        return Status(level, WORDS[level], f"{said} ({cited})")
    pace = share / expected if expected else Decimal(1)
    asked = "" if plan_is_whole else f", cần {percent(expected)} theo tiến độ"
    level = Level.WEAK if pace < rule.weak_below else Level.BEHIND if pace < rule.behind_below else Level.ON_PACE
    return Status(level, WORDS[level], f"{said}{asked} ({cited})")


def within(is_within: bool, *, said: str, rule: StatusRule) -> Status:
    """Return the verdict where less is better: within what was given, or above it."""
    level, word = (Level.REACHED, "Trong mức giao") if is_within else (Level.WEAK, "Quá mức giao")
    return Status(level, word, f"{said}, {word.lower()} ({rule.name}; {rule.source.words()})")


def of_words(word: GradeWord, *, source: str) -> Status:
    """Return the verdict that a judgement in words gives."""
    level = {Standing.GOOD: Level.ON_PACE, Standing.NEUTRAL: Level.NONE, Standing.WEAK: Level.WEAK}[word.standing]
    reason = f"đánh giá bằng lời, theo nguồn: {source}" if source else "đánh giá bằng lời"
    return Status(level, word.words[:1].upper() + word.words[1:], reason)


def exact(ratio: float) -> Decimal:
    """Return a ratio to twelve digits, so that nine tenths of the pace are nine tenths.

    Example:
        >>> exact(0.1 + 0.2)
        Decimal('0.3')
    """
    return Decimal(f"{ratio:.12g}")


def percent(ratio: Decimal) -> str:
    """Return a ratio as a percentage of one decimal, of more where rounding would make a plan reached or missed.

    Example:
        >>> percent(Decimal("0.2547")), percent(Decimal("0.9996")), percent(Decimal("15.66"))
        ('25,5%', '99,96%', '1.566,0%')
    """
    places = 1
    while places < 9 and round(ratio * 100, places) == 100 != ratio * 100:
        places += 1
    return f"{vietnamese.write_number(ratio * 100, places=places)}%"


def written(value: float) -> str:
    """Return a number of the board as a sentence says it.

    Example:
        >>> written(1234.5), written(12.0), written(1e6)
        ('1.234,5', '12', '1.000.000')
    """
    number = exact(value)
    return vietnamese.write_number(number.quantize(Decimal(1)) if number == number.to_integral_value() else number)
