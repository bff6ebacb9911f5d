"""Which documents does the text cite, by number, kind, day and issuer?

Numbers follow the rules of the offices: 37/2019/QĐ-UBND, 819/NQ-UBTVQH14,
366-QĐ/TW, 72/2025/QH15, 5027/UBND-VX. One number is cited once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from giaoban.reading.prose.clean import UPPER

TYPES = (
    "Nghị quyết liên tịch", "Thông tư liên tịch", "Thông báo kết luận", "Nghị quyết", "Quyết định", "Quy định", "Quy chế", "Quy chuẩn",
    "Chỉ thị",
    "Nghị định", "Thông tư", "Thông báo", "Thông tri", "Kế hoạch", "Kết luận", "Hướng dẫn", "Chương trình hành động", "Chương trình",
    "Đề án", "Báo cáo",
    "Tờ trình", "Công văn", "Công điện", "Văn bản", "Giấy mời", "Giấy phép", "Giấy chứng nhận", "Biên bản", "Hợp đồng", "Luật",
    "Pháp lệnh", "Lệnh", "Phương án",
)  # fmt: skip
SYMBOL = r"[A-ZĐ][A-ZĐa-zđ&]{0,12}"
NUMBER = re.compile(
    rf"(?<![\w/.,-])(?:\d{{1,6}}[A-Za-z]?\s?/\s?(?:(?:19|"
    rf"20)\d\d\s?/\s?)?(?=[A-ZĐ]{{2}})[A-ZĐ]{{2,}}[A-Za-zĐđ&]{{0,6}}\d{{0,3}}(?:\s?-\s?{SYMBOL}\d{{0,3}}){{0,3}}(?:\.\d+)?"
    rf"|\d{{1,6}}[A-Za-z]?\s?-\s?[A-ZĐ]{{1,6}}[A-ZĐa-z]{{0,3}}\s?/\s?{SYMBOL}(?:[\s.-]{{0,1}}-?{SYMBOL}){{0,2}})(?![\w])"
)
TRIGGER = re.compile(r"\d[A-Za-z]?\s?(?:/|-)\s?(?:(?:19|20)\d\d\s?/\s?)?[A-ZĐ]{1,}")
BEFORE = re.compile(
    r"(?:.*\W)?(?P<type>" + "|".join(TYPES) + r")(?:\s[^\W\d][^\n.;:()\d]{0,40}?)??\s(?:liên tịch\s)?(?:số\s?:?\s?)?$", re.IGNORECASE
)
DATED = re.compile(
    r"(?:\s?,)?\s?(?:\(?(?:ban hành |ký )?ngày\s)(\d{1,2})(?:\s?[/.-]\s?|\stháng\s)(\d{1,2})(?:\s?[/.-]\s?|\snăm\s)((?:19|"
    r"20)\d\d)|\s(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)"
)
NO_MORE = "phê|ban|về|quy|hướng|sửa|ngày|đã|tại|trong|khẩn|yêu|giao|đề|gửi|cho|có|nêu|và trình|thì|là|để"
ISSUER = re.compile(
    r"\)?\s?,?\scủa\s((?:Bộ trưởng |Chủ tịch |Ban Thường vụ |Ban Chấp hành |Thường trực )?(?:Chính phủ|Thủ tướng Chính phủ|"
    r"Thủ tướng|Quốc hội|Ủy ban Thường vụ Quốc hội|Bộ Chính trị|Ban Bí thư(?: Trung ương Đảng)?|UBTVQH|Văn phòng (?:Chính phủ|Quốc hội)"
    rf"|(?:Bộ|Sở|Cục|Chi cục|Tổng cục) [A-ZĐ]\w*(?:,? (?!{NO_MORE})(?:và )?\w+){{0,3}}"
    r"|(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy"
    rf"|Ban|Văn phòng)(?: (?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã|TP\.?\s?)?)?(?: ?[{UPPER}][\w.]*){{0,5}}))"
)
SIGNED = re.compile(
    r"(?:^|[\n.]\s?)ngày (\d{1,2})[/.-](\d{1,2})[/.-](\d{4}), (?:[^\n.;]{0,80}?)(?: đã)? ?(?:có|ban hành|ký|phê duyệt)[^\n.;]{0,40}$",
    re.IGNORECASE,
)
NOT_A_PAPER = re.compile(r"^\d+\s?/\s?(?:UBND|HĐND|BCH|VND|USD|DN|HTX)$")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that the text cites.

    Args:
        start, end: Place of the whole citation in the clean text.
        number: As printed, without stray blanks.
        type: Kind of the document; empty where the text does not say.
        dated: Its day; None where the text does not say.
        issuer: Who issued it; empty where the text does not say.
        number_start, number_end: Place of the number alone.
    """

    start: int
    end: int
    number: str
    type: str
    dated: date | None
    issuer: str
    number_start: int
    number_end: int


def scan(text: str) -> Iterator[Cited]:
    """Yield every place where a document is cited, in order.

    Example:
        >>> found = next(scan("theo Quyết định số 12/2030/QĐ-UBND ngày 5/6/2030 của UBND tỉnh"))
        >>> found.type, found.number, found.dated.isoformat(), found.issuer
        ('Quyết định', '12/2030/QĐ-UBND', '2030-06-05', 'UBND tỉnh')
    """
    for match in NUMBER.finditer(text):
        number = re.sub(r"\s+", "", match[0])
        kind = BEFORE.match(text, max(0, text.rfind("\n", 0, match.start()) + 1, match.start() - 90), match.start())
        if NOT_A_PAPER.match(number) and not kind:
            continue
        dated, end = _dated(text, match.end())
        issuer = ISSUER.match(text, end)
        yield Cited(
            start=kind.start("type") if kind else match.start(),
            end=issuer.end() if issuer else end,
            number=number,
            type=_named(kind["type"]) if kind else "",
            dated=dated or _signed(text, kind.start("type") if kind else match.start()),
            issuer=issuer[1].strip() if issuer else "",
            number_start=match.start(),
            number_end=match.end(),
        )


def once(found: list[Cited]) -> list[Cited]:
    """Return each document once: where it is cited most fully, in the order of first mention."""
    kept: dict[str, Cited] = {}
    for cited in found:
        key = cited.number.casefold()
        if key not in kept or (_fullness(cited) > _fullness(kept[key])):
            kept[key] = cited
    return list(kept.values())


def _fullness(cited: Cited) -> int:
    return 2 * (cited.dated is not None) + bool(cited.issuer) + bool(cited.type)


def _named(said: str) -> str:
    return next((name for name in TYPES if name.casefold() == said.casefold()), said)


def _dated(text: str, end: int) -> tuple[date | None, int]:
    found = DATED.match(text, end)
    if not found:
        return None, end
    day, month, year = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day), found.end()
    except ValueError:
        return None, found.end()


def _signed(text: str, start: int) -> date | None:
    begin = max(text.rfind("\n", 0, start), start - 200, 0)
    found = SIGNED.search(text[begin:start])
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
