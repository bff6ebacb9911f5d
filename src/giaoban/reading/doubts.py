"""What in a document contradicts itself, or may be read in two ways?

Where the text gives an actual, what it is compared with, and a percentage,
the percentage is recomputed. It fits when the interval of the printed numbers,
each half a measure of its last digit wide, meets that of the printed percentage;
"hơn" and "gần" open one side. What does not fit is shown with both values and
never mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from giaoban.reading.proposal import ProposedFigure, Reading
from giaoban.reading.prose import numbers
from giaoban.reading.prose.qualifiers import Qualifier
from giaoban.reading.prose.relations import Relation
from giaoban.values import Problem, Severity, vietnamese

HALF = Decimal("0.5")
ABOUT = Decimal("0.05")
LOOSE = Decimal("0.1")
FARTHEST = 160
PRINTED = re.compile(r"\d[\d.,]*")
BRACKET = re.compile(
    r"^[^()\d]{0,4}\(\s*(?:(?:kh(?!\w)|kế hoạch|chỉ tiêu|dự toán|cùng kỳ|tổng số|mục tiêu|năm|đạt|là|giao|đầu năm|hiện có|"
    r"trên tổng số)[^()\d]{0,40}(?:(?:19|20)\d\d[^()\d]{0,20})?)?$",
    re.IGNORECASE,
)
PLAN_BEFORE = re.compile(r"(?:^|\W)(?:kh|kế hoạch|chỉ tiêu|dự toán|mục tiêu)(?:\W[^.;:\d]{0,50})?$", re.IGNORECASE)
END = re.compile(r"[.!?]\s|\n")
BEYOND = re.compile(r"(?:vượt|tăng)(?:\s[^\W\d]+){0,3}\s*$", re.IGNORECASE)
BY_TIMES = re.compile(r"(?<!gấp )(?:tăng|vượt)\s(?:(?:hơn|gần|khoảng|trên)\s)?$", re.IGNORECASE)


@dataclass(frozen=True)
class DoesNotAddUp(Problem):
    """A printed percentage is not that of the numbers it stands beside (số liệu không khớp)."""

    code: ClassVar[str] = "reading-does-not-add-up"
    severity: ClassVar[Severity] = Severity.DOUBT
    vi: ClassVar[str] = "số liệu không khớp: “{printed}”, nhưng {actual} so với {base} là {computed}%."
    en: ClassVar[str] = "the figures do not agree: “{printed}”, but {actual} of {base} is {computed}%."
    way_out_vi: ClassVar[str] = "Xem lại bản gốc: sai số thực hiện, số so sánh hay tỷ lệ? Giữ nguyên như in nếu chưa rõ."
    way_out_en: ClassVar[str] = (
        "Look at the original: is the actual, the base or the percentage wrong? Keep what is printed while in doubt."
    )

    printed: str
    actual: str
    base: str
    computed: str


@dataclass(frozen=True)
class EitherTimes(Problem):
    """Of "tăng 4 lần": it may mean four times as much or four times more."""

    code: ClassVar[str] = "reading-either-times"
    severity: ClassVar[Severity] = Severity.NOTE
    vi: ClassVar[str] = "“{printed}” có thể hiểu hai cách: gấp {times} lần, hoặc tăng thêm {times} lần."
    en: ClassVar[str] = "“{printed}” may be read in two ways: {times} times as much, or {times} times more."
    way_out_vi: ClassVar[str] = "Hỏi đơn vị báo cáo, hoặc ghi số tuyệt đối."
    way_out_en: ClassVar[str] = "Ask whoever reported it, or record the absolute figure."

    printed: str
    times: str


@dataclass(frozen=True)
class EnglishDigits(Problem):
    """A number is written with a decimal point, or with commas between thousands."""

    code: ClassVar[str] = "reading-english-digits"
    severity: ClassVar[Severity] = Severity.NOTE
    vi: ClassVar[str] = "“{printed}” viết theo kiểu Anh; đã đọc là {read}."
    en: ClassVar[str] = "“{printed}” is written the English way; it was read as {read}."
    way_out_vi: ClassVar[str] = "Kiểm tra lại dấu phẩy, dấu chấm trong bản gốc."
    way_out_en: ClassVar[str] = "Check comma and point in the original."

    printed: str
    read: str


Interval = tuple[Decimal, Decimal]


def doubts(reading: Reading) -> tuple[Problem, ...]:
    """Return everything in the document that a person should look at, in the order of the text."""
    found: list[tuple[int, Problem]] = []
    for at, figure in enumerate(reading.figures):
        found += [(figure.quote.start, doubt) for doubt in _of(reading, at, figure)]
    return tuple(doubt for _, doubt in sorted(found, key=lambda pair: pair[0]))


def _of(reading: Reading, at: int, figure: ProposedFigure) -> Iterator[Problem]:
    said = PRINTED.search(figure.printed)
    where = figure.quote.span(reading.document)
    if said and ("." in said[0] or said[0].count(",") > 1) and numbers.is_english(said[0].rstrip(".,")):
        read = numbers.read(said[0].rstrip(".,"))
        yield EnglishDigits(where, figure.printed, vietnamese.write_number(read) if read is not None else "?")
    if figure.measure == "lần" and BY_TIMES.search(reading.text[max(0, figure.quote.start - 24) : figure.quote.start]):
        yield EitherTimes(where, figure.quote.words, vietnamese.write_number(figure.value))
    if figure.measure == "%" and figure.relation is not Relation.CHANGE_POINTS and (pair := _pair(reading, at, figure)):
        yield from _checked(reading, figure, *pair)


def _pair(reading: Reading, at: int, rate: ProposedFigure) -> tuple[ProposedFigure, ProposedFigure | None] | None:
    """Return the actual that a percentage tells of and what it is compared with (None: the whole of the actual's own N/M)."""
    figures = reading.figures
    after = figures[at + 1] if at + 1 < len(figures) else None
    bracketed = after if after and _opens(reading.text[rate.quote.end : after.quote.start]) and after.measure not in ("%", "lần") else None
    if bracketed and bracketed.out_of is not None:
        return (bracketed, None) if rate.relation in RATIOS else None
    between: list[ProposedFigure] = []
    for before in reversed(figures[max(0, at - 6) : at]):
        if rate.quote.start - before.quote.end > FARTHEST or END.search(reading.text[before.quote.end : rate.quote.start]):
            return None
        if before.out_of is not None and before.measure != "thứ hạng":
            return (before, None) if rate.relation in RATIOS and not between else None
        if before.measure in ("%", "lần") or before.relation is not Relation.LEVEL or before.upper is not None:
            if bracketed is None:
                return None
            continue
        if _is_plan(reading.text, before):
            between.append(before)
            continue
        base = bracketed or (between[-1] if between else None)
        return (before, base) if base and base.measure == before.measure and base.out_of is None else None
    return None


RATIOS = (Relation.PCT_OF_PLAN, Relation.SHARE, Relation.LEVEL, Relation.OTHER, Relation.PCT_OF_SAME_PERIOD)


def _opens(between: str) -> bool:
    return bool(BRACKET.match(between))


def _is_plan(text: str, figure: ProposedFigure) -> bool:
    return figure.target or bool(PLAN_BEFORE.search(text[max(0, figure.quote.start - 60) : figure.quote.start]))


def _checked(reading: Reading, rate: ProposedFigure, actual: ProposedFigure, base: ProposedFigure | None) -> Iterator[Problem]:
    top, bottom = interval(actual), interval(base) if base else interval(actual, which=1)
    whole = base.value if base else actual.out_of
    if not whole or bottom[0] <= 0 or actual.qualifier is Qualifier.ABOUT:
        return
    is_change = rate.relation in CHANGES or (
        rate.relation is Relation.OTHER and bool(BEYOND.search(reading.text[max(0, rate.quote.start - 30) : rate.quote.start]))
    )
    if rate.relation is Relation.OTHER and not is_change and base:
        return
    low, high, exact = 100 * top[0] / bottom[1], 100 * top[1] / bottom[0], 100 * actual.value / whole
    if is_change:
        low, high, exact = low - 100, high - 100, exact - 100
        if rate.direction == "down":
            low, high, exact = -high, -low, -exact
    said = interval(rate)
    if high < said[0] or low > said[1]:
        where = rate.quote.span(reading.document)
        yield DoesNotAddUp(
            where, rate.quote.words, actual.printed, base.printed if base else _second(actual), vietnamese.write_number(exact, places=2)
        )


CHANGES = (Relation.GROWTH_OTHER, Relation.GROWTH_VS_SAME_PERIOD)


def interval(figure: ProposedFigure, *, which: int = 0) -> Interval:
    """Return between which values the printed number lies, in the figure's plain measure.

    Args:
        which: 0 for the number itself, 1 for the whole of N of M.
    """
    digits = _digits(figure.printed)
    value = figure.value if which == 0 or figure.out_of is None else figure.out_of
    said = digits[min(which, len(digits) - 1)] if digits else Decimal(0)
    scale = abs(value / said) if said else Decimal(1)
    last = scale * Decimal(1).scaleb(int(said.as_tuple().exponent)) if said else Decimal(0)
    half = (
        Decimal(0)
        if scale == 1 and figure.measure not in ("%", "VND", "ha", "km", "tấn") and said == said.to_integral_value()
        else last * HALF
    )
    low, high = value - half, value + half
    if which == 0 and figure.qualifier is Qualifier.OVER:
        high = value + max(2 * last, abs(value) * ABOUT)
    elif which == 0 and figure.qualifier is Qualifier.UNDER:
        low = value - max(2 * last, abs(value) * ABOUT)
    elif which == 0 and figure.qualifier is Qualifier.ABOUT:
        low, high = value - abs(value) * LOOSE, value + abs(value) * LOOSE
    return low, high


def _digits(printed: str) -> Sequence[Decimal]:
    read = (numbers.read(match[0].rstrip(".,")) for match in PRINTED.finditer(printed))
    return [value for value in read if value is not None]


def _second(figure: ProposedFigure) -> str:
    _, _, whole = figure.printed.partition("/")
    return whole.strip() or "?"
