"""Where does the text say an amount: a number, or N of M, or a range, with its measure?

Digits that name a thing count nothing: articles, roads, dates, numbers of
papers, ordinals, hours. They are told by the words around them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from giaoban.reading.prose import numbers
from giaoban.reading.prose.measures import MULTIPLE, NOUN, SaidMeasure, measure_at

NAMES_A_THING = re.compile(
    r"(?<!\w)(?:(?<!tổng )(?<!trong )số|điều|khoản|mục|phụ lục|chương|biểu|bảng|hình|(?<!chỉnh )trang|đường|phố|quốc lộ|tỉnh lộ|hương lộ|"
    r"ql\.?|đt\.?|tl\.?|dt\.?|lô số|tổ|khóa|lần thứ|kỳ họp thứ"
    r"|tuyến số|quận|khu phố|tdp|tổ dân phố|thôn|ấp|xóm|lớp|mức độ|loại|cấp|hạng|giai đoạn|gói thầu|kỷ niệm|"
    r"tổ công tác|ban chỉ đạo|chương trình|tổng đài|đề án|phương án|vành đai|metro|tổ đại biểu|chốt|số hiệu|covid|covid-|ron|"
    r"đợt|vùng|khu vực|phiên|bước|phần|tập"
    r"|nghị quyết|quyết định|nghị định|thông tư|luật|chỉ thị|kết luận|công điện|điện thoại|hotline|đt:|fax|tel|số:)\s?[(:]?\s?$"
)
YEAR_BEFORE = re.compile(
    r"(?:năm|cùng kỳ|so với|giai đoạn|nhiệm kỳ|tết|vụ xuân|vụ|mùa|tháng \d{1,2}|và|từ|đến|quý [iv]+)\s$|\d{4}\s?[-–]\s?$"
)
RANK_BEFORE = re.compile(
    r"(?<!họp )(?<!hội nghị )(?<!đại hội )(?<!phiên )(?<!ngày )(?<!tập )(?<!lần )(?:(?:đứng|xếp|xếp hạng|vị trí|hạng)\s)?(thứ|"
    r"top|xếp hạng|đứng hạng|xếp|đứng)\s(?:hạng\s|vị trí\s)?$"
)
ATTACHED = re.compile(r"[\w/.,:]$|[^\W\d]-$|\d\s?[-–]$")
SECOND = re.compile(r"\s?([-–]|đến|tới)\s?(?P<bound>(?:hơn|gần|trên)\s)?(\d[\d.,]*)")
OF = re.compile(r"\s?/\s?(\d[\d.,]*)")
OUT_OF = re.compile(r"\s(?:trong|trên)\s(?:tổng(?:\ssố)?|số)\s(\d[\d.,]*)")
YEAR = re.compile(r"(?:19|20)\d\d")
UP_TO = re.compile(r"\s(?:đến|tới)\s(?:hơn\s|gần\s|trên\s)?(\d[\d.,]*)")
AS_FAR = re.compile(r"\s?[-–]\s?(\d[\d.,]*)(?=\s?%)")
MORE = re.compile(r"\s(\d[\d.,]*)")
OF_ALL = re.compile(r"\strong(?:\stổng)?(?:\ssố)?\s(\d+)")
LISTED = re.compile(
    r"(?:(?:là|lên tới|lên đến|đạt|còn|có|gồm)(?: \w+)?\s|(?<=[^\W\d]\s))(\d+(?:\.\d{3})*(?:,\d+)?)(?=\s?(?:[;)]|,\s|\.(?!\d)|…|$))"
)
CLOCK = re.compile(r"\s?(?:h\d{0,2}|giờ|g\d\d|phút)(?!\w)")
AFTER_LIST_NUMBER = re.compile(r"[.)]\s")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts, as it stands in the text.

    Args:
        start, end: Place of number and measure in the clean text.
        number_end: Where the last digits end.
        value: In the plain measure: 154.3 × 10⁹ for "154,3 tỷ đồng"; the lower end of a range, the first of N of M.
        measure: What is counted; empty for a bare number, "thứ hạng" for a rank.
        upper: Upper end of a range.
        out_of: The whole that it is part of.
        printed: Value as the digits say it, with their decimals.
        listed: Whether its measure was said only with the first of a list.
        covers: Where the words end that tell of what it is part, so that they are no amount of their own.
        doubtful: Whether the digits may be read in two ways.
    """

    start: int
    end: int
    number_end: int
    value: Decimal
    measure: str
    printed: Decimal
    counted: bool = False
    listed: bool = False
    implied: bool = False
    upper: Decimal | None = None
    out_of: Decimal | None = None
    covers: int = 0
    doubtful: bool = False


def scan(low: str, *, text: str, masks: Sequence[tuple[int, int]], until: int) -> Iterator[Amount]:
    """Yield the amounts of the text in order.

    Args:
        masks: Sorted stretches whose digits are known to count nothing: dates, numbers of papers.
    """
    starts = [start for start, _ in masks]
    done = 0
    for match in numbers.DIGITS.finditer(low, 0, until):
        if match.start() < done:
            continue
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < masks[at][1]:
            continue
        found = _amount(low, text, match)
        if found and not any(start < found.end and found.start < end for start, end in masks[max(at, 0) : at + 2]):
            done = max(found.end, found.covers)
            yield found


COUNTED_IN_WORDS = re.compile(
    r"(?<!\w)(?:có|được|thêm|tăng|giảm|gồm|còn|thu hút|hoàn thành|đạt|khởi công|thành lập|tổ chức|ít nhất)(?: mới| thêm| hơn)? "
    r"(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?= )"
)
CHANGED_BY_TWO = re.compile(r"(?:tăng|giảm|thêm)(?: thêm| hơn)? hai$")


def in_words(low: str, *, text: str, until: int) -> Iterator[Amount]:
    """Yield amounts of money whose number is written in words ("một trăm tỷ đồng")."""
    for match in numbers.IN_WORDS.finditer(low, 0, until):
        if not MULTIPLE.match(low, match.end()):
            continue
        value, measure = numbers.read_words(match[0]), measure_at(low, place=match.end(), text=text)
        if value is not None and measure and not measure.implied and not measure.counted:
            yield Amount(match.start(), measure.end, match.end(), value * measure.times, measure.name, value)
    for match in COUNTED_IN_WORDS.finditer(low, 0, until):
        word = match[0].rpartition(" ")[2]
        value, noun = numbers.read_words(word), NOUN.match(low, match.end())
        if value is not None and noun and (word != "hai" or CHANGED_BY_TWO.search(match[0])):
            start = match.end() - len(word)
            yield Amount(start, noun.end(1), match.end(), value, " ".join(noun[1].split()), value, counted=True)


def _amount(low: str, text: str, match: re.Match[str]) -> Amount | None:
    said = match[0].rstrip(".,")
    start, end = match.start(), match.start() + len(said)
    before = low[max(0, start - 24) : start]
    value = numbers.read(said)
    if value is None or ATTACHED.search(before[-2:]):
        return None
    doubtful = numbers.is_english(said)
    if (rank := RANK_BEFORE.search(before)) and (rank[1] not in ("xếp", "đứng") or OF.match(low, end) or OF_ALL.match(low, end)):
        return _rank(low, start - (len(before) - rank.start(1)) if rank[1] in ("thứ", "top") else start, end, value)
    if CLOCK.match(low, end):
        return None
    is_year = 1900 <= value <= 2100 and len(said) == 4 and bool(YEAR_BEFORE.search(before))
    names = is_year or (value < 1000 and "," not in said and bool(NAMES_A_THING.search(before)))
    if of := OF.match(low, end) or OUT_OF.match(low, end):
        return _fraction(low, text, start, of, value, is_named=names)
    if (second := SECOND.match(low, end)) and (found := _range(low, text, start, second, value)) and not (names and found.counted):
        return found
    measure = measure_at(low, place=end, text=text)
    if measure is None or (names and (measure.counted or measure.implied)):
        return None
    found = Amount(
        start, measure.end, end, value * measure.times, measure.name, value, measure.counted, implied=measure.implied, doubtful=doubtful
    )
    return _longer(low, text, found, measure)


def _range(low: str, text: str, start: int, second: re.Match[str], value: Decimal) -> Amount | None:
    """Return a range; "đến" joins one of per cents, money and ground, for "từ 1 đến 2 xã" are two figures."""
    said = second[3].rstrip(".,")
    upper, end = numbers.read(said), second.start(3) + len(said)
    measure = measure_at(low, place=end, text=text)
    is_dash = second[1] in "-–"
    if upper is None or measure is None or upper <= value or (not is_dash and (second["bound"] or measure.counted)):
        return None
    if 1900 <= value <= 2100 and 1900 <= upper <= 2100:
        return None
    times = measure.times
    return Amount(
        start, measure.end, end, value * times, measure.name, value, measure.counted, implied=measure.implied, upper=upper * times
    )


def _longer(low: str, text: str, found: Amount, measure: SaidMeasure) -> Amount:
    """Return the amount with what may follow it: a smaller multiple of the same money, "/" and the whole, "trong tổng số" the whole."""
    if measure.implied and (more := MORE.match(low, measure.end)):
        rest, place = numbers.read(more[1].rstrip(".,")), more.start(1) + len(more[1].rstrip(".,"))
        smaller = measure_at(low, place=place, text=text)
        if rest is not None and smaller and smaller.name in ("VND", "USD") and smaller.times < measure.times:
            value = found.value + rest * smaller.times
            return replace(
                found,
                end=smaller.end,
                number_end=place,
                value=value,
                measure=smaller.name,
                implied=smaller.implied,
                printed=value / smaller.times,
            )
    if whole := OF.match(low, measure.end):
        said = whole[1].rstrip(".,")
        of, place = numbers.read(said), whole.start(1) + len(said)
        other = measure_at(low, place=place, text=text)
        if of is not None and other and other.name == measure.name:
            return replace(found, end=other.end, number_end=place, out_of=of * other.times)
    if (upto := UP_TO.match(low, measure.end)) and low[max(0, found.start - 3) : found.start] == "từ ":
        said = upto[1].rstrip(".,")
        upper, place = numbers.read(said), upto.start(1) + len(said)
        other = measure_at(low, place=place, text=text)
        if upper is not None and other and other.name.startswith(measure.name):
            return replace(found, end=other.end, number_end=place, measure=other.name, upper=upper * other.times)
    if whole := OUT_OF.match(low, measure.end):
        of, place = numbers.read(whole[1].rstrip(".,")), whole.start(1) + len(whole[1].rstrip(".,"))
        other = measure_at(low, place=place, text=text)
        covers = other.end if other and other.name.split()[:1] == found.measure.split()[:1] else place
        return replace(found, out_of=of, covers=covers) if of is not None else found
    if measure.name == "%" and (until := AS_FAR.match(low, measure.end)):
        said = until[1].rstrip(".,")
        upper, place = numbers.read(said), until.start(1) + len(said)
        other = measure_at(low, place=place, text=text)
        if upper is not None and upper > found.value and other and other.name == "%":
            return replace(found, end=other.end, number_end=place, upper=upper)
    return found


def _fraction(low: str, text: str, start: int, of: re.Match[str], value: Decimal, *, is_named: bool) -> Amount | None:
    said = of[1].rstrip(".,")
    whole, end = numbers.read(said), of.start(1) + len(said)
    measure = measure_at(low, place=end, text=text)
    if whole is None or measure is None or measure.name == "%" or (is_named and measure.counted):
        return None
    return Amount(
        start, measure.end, end, value * measure.times, measure.name, value, measure.counted, implied=measure.implied,
        out_of=whole * measure.times,
    )  # fmt: skip


def _rank(low: str, start: int, end: int, value: Decimal) -> Amount | None:
    if value != value.to_integral_value() or value > 1000:
        return None
    of = OF.match(low, end) or OF_ALL.match(low, end)
    whole = numbers.read(of[1].rstrip(".,")) if of else None
    last = of.start(1) + len(of[1].rstrip(".,")) if of else end
    return Amount(start, last, end, value, "thứ hạng", value, out_of=whole)


def listed(low: str, *, start: int, end: int, measure: str) -> Iterator[Amount]:
    """Yield bare numbers of a list ("…; Mẫu Sơn 50; Mẫu Giang 12") or after "là", whose measure was said before.

    Args:
        start, end: Where the list stands.
        measure: What is counted.
    """
    for match in LISTED.finditer(low, start, end):
        said = match[1]
        value = numbers.read(said)
        if value is None or YEAR.fullmatch(said) or NAMES_A_THING.search(low[max(0, match.start() - 24) : match.start(1)]):
            continue
        yield Amount(match.start(1), match.end(1), match.end(1), value, measure, value, listed=True)
