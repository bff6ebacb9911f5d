"""Of which time does the text speak, and where does it say so?

Each expression becomes a code (2025, 2025-Q1, 2025-H1, 2025-09, 2025-9M,
2025-04-10, or 2021/2025 for a stretch). "Đến hết tháng 5" runs from the
year's start, "trong tháng 5" does not. A missing year is the year of the
text itself. The time of a base ("so với cùng kỳ năm 2019", "kế hoạch năm
2020") and the day of a meeting are no time of a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from giaoban.reading.prose.measures import measure_at

YEAR = r"(?:19|20)\d\d"
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
UP_TO = (
    r"(?:(?:tính |lũy kế |ước |cập nhật )*(?:(?:kể )?từ đầu năm(?: (?P<since>"
    + YEAR
    + r"))? )?(?:cho )?(?:đến|tới|hết)(?: thời điểm| hết| cuối| giữa| nay là| \d{1,2}(?: giờ|h|g)(?:\d\d)?(?: phút)?,?)* )"
)
IN_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11}
MANY = "(?:mười một|hai|ba|bốn|sáu|bảy|tám|chín|mười)"
DAY = r"(?:ngày )?(?P<d>\d{1,2})(?:\s?[/.-]\s?|(?<=\d) tháng )(?P<m>\d{1,2})(?:(?:\s?[/.-]\s?| năm )(?P<y>" + YEAR + r"))?"
EXPRESSION = re.compile(
    rf"(?=[gntcqlukđhsbm\d])(?<![\w/.,-])(?:"
    rf"(?:giai đoạn|nhiệm kỳ|từ năm|các năm|năm học)\s(?P<from>{YEAR})\s?(?:[-–/]|đến năm|đến)\s?(?P<to>{YEAR})"
    rf"|(?P<bare>{YEAR})\s?[-–]\s?{YEAR}"
    rf"|(?P<upto>{UP_TO})?(?:"
    rf"(?P<months>\d{{1,2}}|{MANY}) tháng(?P<part> đầu| cuối)?(?:(?: của)? năm| qua)?(?:,? ?(?P<my>{YEAR})| nay)?(?=\W|"
    rf"$)(?! (?:thi công|sau|nữa|tới|tuổi|trước|kể từ))"
    rf"|quý (?P<q>iii|ii|iv|i|[1-4])(?!\w)(?:(?:\s?[/-]\s?|,? năm )(?P<qy>{YEAR}))?"
    rf"|{DAY}"
    rf"|tháng (?P<tm>\d{{1,2}})(?!\w)(?!\s?[/.-]\s?\d{{1,2}}(?!\d))(?:(?:\s?[/.-]\s?|,? năm )(?P<ty>{YEAR})| năm nay)?"
    rf"|(?:năm|cả năm) (?P<yy>{YEAR})(?!\s?[-–]\s?{YEAR})"
    rf"|(?P<said>cả năm(?: nay)?|năm nay|năm ngoái|năm trước|nửa đầu năm(?: {YEAR})?|sang năm|năm sau|năm tới)(?!\w)"
    rf"))(?![\w])"
)
RUN_AFTER = re.compile(
    r"\s?(?:[,(]|(?:ước|đạt|là|toàn|tổng|cả|trên địa bàn|vừa qua|thực hiện|thu|số|đã|có|lượng|tỉnh|huyện|"
    r"thành phố)(?!\w))"
)
PLAIN = re.compile(
    rf"(?:năm |quý [iv1-4]+\s?[/-]\s?|tháng \d{{1,2}}\s?[/.-]\s?|"
    rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-])({YEAR})(?!\s?[-–/]\s?\d)"
)
TRIGGER = re.compile(r"\d|quý|năm|tháng|hiện|đến nay|giai đoạn")
BASE_BEFORE = re.compile(
    r"(?:cùng kỳ|so (?:với )*(?:cuối |đầu |số ước thực hiện |mức của |thực hiện )?|kế hoạch(?: \w+){0,8}|kh|"
    r"dự toán(?: \w+){0,3}|chỉ tiêu(?: \w+){0,4}|chương trình(?: \w+){1,6}|mục tiêu(?: \w+){0,6}|kinh phí chuyển nguồn"
    r"|ban hành|quyết định|nghị quyết|thông tư|đề án)[ ,(]{0,2}\Z"
)
COMPARED_BEFORE = re.compile(r"(?:cùng kỳ|so (?:với )*(?:cuối |đầu |số ước thực hiện |mức của |thực hiện )?)[ ,(]{0,2}\Z")
MEETING_BEFORE = re.compile(r"(?:chiều|sáng|tối|trưa|hôm|nay|ngày)[ (]{0,2}\Z|^\s*\Z")
DURATION_BEFORE = re.compile(
    r"(?:sau|gần|hơn|trong vòng|còn lại|mỗi|kéo dài|thời hạn|thời gian|trong thời gian|chậm|khoảng|định kỳ|quá|trước|thêm|cứ|"
    r"suốt|ít nhất|trong|từ)\s$"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A time that the text names.

    Args:
        start, end: Place in the clean text.
        code: As `catalogue.Window` spells it, `a/b` for a stretch, empty where the text does not say the year.
        base: Whether it is the time of what a figure is compared with, or of a plan.
        past: Whether it is that of a comparison, so that nothing that is aimed at lies there.
        upto: Whether it runs up to then.
        single: Whether it is one day that nothing runs up to: a meeting, a signature.
    """

    start: int
    end: int
    code: str
    base: bool = False
    upto: bool = False
    single: bool = False
    past: bool = False


def year_of(low: str) -> int | None:
    """Return the year of the text itself: the first one said in its head, else the one said most; None where there is none.

    Years of laws cited, of plans of many years and of bases count only where there is no other.
    """
    head = low[:1500]
    found = next((m[1] for m in PLAIN.finditer(head) if not _is_old(head, m.start())), None)
    if found:
        return int(found)
    before = re.findall(rf"cùng kỳ (?:của )?(?:năm )?({YEAR})", low[:20_000])
    if before:
        return int(max(before)) + 1
    every = re.findall(rf"(?<![\d/])({YEAR})(?![\d])", low[:20_000])
    return int(max(sorted(set(every), reverse=True), key=every.count)) if every else None


def _is_old(low: str, place: int) -> bool:
    before = low[max(0, place - 60) : place]
    return bool(
        re.search(
            r"(?:đến|tới|từ|so với|cùng kỳ|so|vào)\s(?:cuối |hết |đầu |giữa )?$|(?:/[a-zđ-]+ ?(?:ngày )?$)|(?:quyết định|nghị quyết|"
            r"nghị định|luật|"
            r"thông tư)[^.]{0,50}$|giai đoạn[^.]{0,20}$",
            before,
        )
    )


def scan(low: str, *, year: int | None) -> list[Said]:
    """Return every time that the text names, in order.

    Args:
        year: Of the text itself, for times that name none.

    Example:
        >>> [said.code for said in scan("6 tháng đầu năm, tính đến 20/4, quý iii/2021, cả năm", year=2021)]
        ['2021-H1', '2021-04-20', '2021-Q3', '2021']
    """
    found: list[Said] = []
    for match in EXPRESSION.finditer(low):
        before = low[max(0, match.start() - 60) : match.start()]
        is_whole = before.endswith("trong ") and bool(RUN_AFTER.match(low, match.end()))
        code = _code(match, year, before, is_whole=is_whole)
        if code is None or _counts(low, match):
            continue
        upto = bool(match["upto"])
        single = bool(match["d"]) and not upto
        base = bool(BASE_BEFORE.search(before)) and not upto
        past = base and bool(COMPARED_BEFORE.search(before))
        found.append(Said(match.start(), match.end(), code, base, upto, single, past))
    return found


def _counts(low: str, match: re.Match[str]) -> bool:
    """Whether what looks like a day is N of M, or a range: "5/9 tiêu chí", "10-12%"."""
    if match["d"] is None or match["y"] or "ngày" in match[0] or "tháng" in match[0]:
        return False
    return measure_at(low, place=match.end(), text=low) is not None


def _code(match: re.Match[str], year: int | None, before: str, *, is_whole: bool = False) -> str | None:
    part = match.groupdict()
    if part["bare"]:
        return ""
    if part["from"]:
        return f"{part['from']}/{part['to']}" if part["from"] < part["to"] else None
    own = next((part[name] for name in ("my", "qy", "y", "ty", "yy", "since") if part[name]), None)
    of = int(own) if own else year
    if part["said"]:
        return _of_words(part["said"], year)
    if part["yy"]:
        return part["yy"]
    if part["months"]:
        return _of_months(
            IN_WORDS.get(part["months"]) or int(part["months"]),
            part["part"] or "",
            of,
            is_run=bool(own or part["part"] or "qua" in match[0] or not DURATION_BEFORE.search(before) or is_whole),
        )
    if part["d"] and (before.endswith("thứ ") or not day_code(2000, month=int(part["m"]), day=int(part["d"]))):
        return None
    if of is None:
        return ""
    if part["q"]:
        return f"{of}-Q{ROMAN.get(part['q']) or int(part['q'])}"
    if part["d"]:
        return day_code(of, month=int(part["m"]), day=int(part["d"]))
    month = int(part["tm"])
    return (
        None
        if not 1 <= month <= 12
        else months_code(of, months=month)
        if part["upto"] and "giữa" not in part["upto"]
        else f"{of}-{month:02d}"
    )


def _of_words(said: str, year: int | None) -> str:
    if year is None:
        return ""
    if said.startswith("nửa đầu"):
        return f"{said[-4:] if said[-1].isdigit() else year}-H1"
    return str(year + {"năm ngoái": -1, "năm trước": -1, "sang năm": 1, "năm sau": 1, "năm tới": 1}.get(said, 0))


def _of_months(months: int, part: str, year: int | None, *, is_run: bool) -> str | None:
    if not is_run or not 1 <= months <= 11:
        return None
    if year is None:
        return ""
    if part.strip() == "cuối":
        return f"{year}-H2" if months == 6 else None
    return months_code(year, months=months)


def months_code(year: int, *, months: int) -> str:
    """Return the code of the first months of a year; half a year, a quarter of it and the year have codes of their own.

    Example:
        >>> [months_code(2021, months=months) for months in (1, 5, 6, 12)]
        ['2021-01', '2021-5M', '2021-H1', '2021']
    """
    return {1: f"{year}-01", 6: f"{year}-H1", 12: f"{year}"}.get(months, f"{year}-{months}M")


def day_code(year: int, *, month: int, day: int) -> str | None:
    """Return the code of a day; None where there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def year_before(code: str) -> str:
    """Return the code of the same time a year before; empty where the code names no year."""
    return f"{int(code[:4]) - 1}{code[4:]}" if code[:4].isdigit() and "/" not in code else ""
