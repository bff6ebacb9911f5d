"""Whom does the text name, and in what role?

A name is a run of capitalised syllables that begins with a Vietnamese family
name and stands after a form of address ("ông", "đồng chí") or a role
("Chủ tịch UBND phường …"). Bylines bear neither, and places no family name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.reading.prose.clean import LOWER, UPPER

FAMILY_NAMES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý An Âu Bá Bạch Bàn Bành Bế Biện Cái Cam Cao "
    "Cát Chu Châu Chế Chung Chử Công Cù Cung Cầm Danh Diệp Doãn Đàm Đan Đào Đậu Đăng Đèo Điền Điểu Đinh Đoàn Đồng Đường "
    "Đới Giang Giàng Giáp Hà Hàn Hàng Hầu Hạng Hứa Hạ Kha Khang Khổng Khuất Khương Khúc Kiều Kim La Lại Lâm Lầu Lò Lộc "
    "Lục Lữ Lương Lường Lưu Lù Mã Mạc Mai Mạch Man Mè Mùa Nghiêm Ngân Ngọ Ngụy Nhâm Nhữ Ninh Nông Ông Phí Phó Phùng "
    "Phương Quách Quan Quàng Quang Sầm Sùng Tạ Tăng Thạch Thái Thân Thào Thẩm Thị Thôi Thiều Tiêu Tiết Tô Tôn Tống Tòng "
    "Trang Trà Trác Trịnh Triệu Trương Từ Tưởng Ty Ung Ưng Uông Văn Vàng Vạn Vi Viên Vừ Vương Xa Y Hờ Rơ H Rah Ksor Siu "
)
FAMILY = frozenset(FAMILY_NAMES.split()) - {"Thị", "Văn", "Phó"}
SYLLABLE = rf"(?:[{UPPER}][{LOWER}’']{{0,7}}|[{UPPER}]{{2,7}})"
RUN = rf"{SYLLABLE}(?:[ ]{SYLLABLE}){{0,9}}"
ADDRESS = (
    r"(?:[Ôô]ng|[Bb]à|ĐB|[Tt]hạc sĩ|[Tt]iến sĩ|[Kk]ỹ sư|[Gg]iáo sư|[Nn]ghệ nhân|[Cc]ụ|[Tt]hầy|[Đđ]ồng chí|"
    r"[Đđ]/c|[Đđ]c|[Aa]nh|[Cc]hị|[Cc]ô|ThS\.?|TS\.?|PGS\.?|GS\.?|BS\.?|KTS\.?|[Bb]ác sĩ|[Ll]uật sư|"
    r"[Đđ]ại tá|[Tt]hượng tá|[Tt]rung tá|[Tt]hiếu tá|[Tt]hiếu tướng|[Tt]rung tướng|[Đđ]ại úy|[Tt]hượng úy)"
)
TITLE = (
    r"(?:(?:[Nn]guyên |[Qq]uyền )?(?:[Pp]hó )?(?:[Bb]í thư|[Cc]hủ tịch|[Gg]iám đốc|[Tt]ổng [Gg]iám đốc|[Tt]rưởng (?:[Pp]hòng|"
    r"[Bb]an|[Đđ]oàn|[Cc]ông an|[Tt]hôn|[Tt]ổ dân phố|[Tt]rạm|[Cc]hi cục)|[Cc]hánh (?:[Vv]ăn phòng|[Tt]hanh tra|án)"
    r"|[Cc]ục trưởng|[Cc]hi cục trưởng|[Tt]ổng cục trưởng|[Vv]ụ trưởng|[Vv]iện trưởng|[Hh]iệu trưởng|[Đđ]ội trưởng|"
    r"[Tt]hủ tướng(?: Chính phủ)?|[Bb]ộ trưởng|[Tt]hứ trưởng|[Tt]ổng [Bb]í thư|[Tt]rưởng)(?!\w)"
    r"|[Đđ]ại biểu(?: Quốc hội)?|[Ủủ]y viên|[Pp]hó (?:[Tt]rưởng )?(?:[Pp]hòng|[Bb]an|[Đđ]oàn|[Cc]ục trưởng|[Cc]hi cục trưởng|"
    r"[Cc]hánh [Vv]ăn phòng|[Tt]hủ tướng(?: Chính phủ)?)|[Kk]ế toán trưởng|[Cc]án bộ|[Cc]huyên viên)"
)
BY_TITLE = re.compile(rf"(?=[BbCcGgTtVvHhĐđQqNnPpKkỦủ])(?<!\w){TITLE}(?!\w)")
RANK = (
    r"(?:UV ?(?:BTV|TVTU|TƯ)?|UVBTV|UVT\.Ư|TUV|PBT|"
    r"[Tt]ỉnh ủy viên|[Tt]hành ủy viên|[Hh]uyện ủy viên|[Đđ]ảng ủy viên|[Gg]iáo viên|[Bb]ác sĩ)"
)
OFFICE = rf"(?:{TITLE}|{RANK})[^,.;:()\n“”\"]"
HELD = rf"{OFFICE}{{0,70}}(?:, {OFFICE}{{0,60}}){{0,3}}"
IN_A_LIST = re.compile(rf"(?<=[;:,] )(?P<name>{RUN})(?:,| [–-]) (?P<after>{HELD})")
BY_ADDRESS = re.compile(rf"(?=[ÔôBbĐđAaCcTtPGgKkLlNn])(?<!\w){ADDRESS}[ :]{{1,2}}(?P<name>{RUN})(?:\s?[,(–-]{{1,2}}\s?(?P<after>{HELD}))?")
RUNS = re.compile(rf"(?<!\w){RUN}(?!\w)")
SPEAKING = (
    r"cho (?:biết|rằng|hay)|nói|khẳng định|nhấn mạnh|chia sẻ|thông tin|đề nghị|yêu cầu|kiến nghị|phát biểu|báo cáo|nêu|trao đổi"
    r"|nhận (?:định|xét)|đánh giá|chủ trì|đã|giao|chỉ (?:đạo|ra|rõ)|ghi nhận|cùng|là|thì|tại|trình bày|phân tích|ký|dự"
    r"|lưu ý|trả lời|giải trình|tiếp thu|kết luận|làm việc|quán triệt|bày tỏ|phản ánh|điều hành|cho hay|tặng|trao"
)
OFFICE_ENDS = re.compile(rf"[,.;:\n“”\"?!]|\((?![^()\n]{{1,40}}\)\s[A-ZĐ])|\s[–-]\s|(?<!\w)(?:{SPEAKING}|và các|làm)(?!\w)")
CLOSES = re.compile(rf"[\s,]+(?:{SPEAKING}|kết luận|và(?! [A-ZĐ]))(?!\w).*$")
NOT_IN_OFFICE = ("Hồ Chí Minh",)  # the name of a city, of a union, of a thought; never that of whoever speaks


@dataclass(frozen=True, slots=True)
class Met:
    """A person at one place of the text."""

    start: int
    end: int
    name: str
    role: str


def scan(text: str, *, until: int) -> list[Met]:
    """Return each person once, at the first mention with a role.

    Example:
        >>> [(met.name, met.role) for met in scan("Ông Lê Văn Mẫu, Chủ tịch UBND xã Mẫu Sơn, cho biết", until=50)]
        [('Lê Văn Mẫu', 'Chủ tịch UBND xã Mẫu Sơn')]
    """
    kept: dict[str, Met] = {}
    for met in sorted(_all(text, until), key=lambda met: met.start):
        before = kept.get(met.name.casefold())
        if before is None or (met.role and not before.role):
            kept[met.name.casefold()] = met
    return sorted(kept.values(), key=lambda met: met.start)


def _all(text: str, until: int) -> Iterator[Met]:
    for match in BY_ADDRESS.finditer(text, 0, until):
        name = _whole(match["name"])
        if name:
            role = CLOSES.sub("", match["after"] or "").strip(" ,.")
            yield Met(match.start(), match.end("after") if role else match.start("name") + len(name), name, role)
    for match in IN_A_LIST.finditer(text, 0, until):
        name = _whole(match["name"])
        if name.count(" ") > 1 and len(name) == len(match["name"]):
            role = CLOSES.sub("", match["after"]).strip(" ,.")
            yield Met(match.start(), match.end("after"), name, role)
    for match in BY_TITLE.finditer(text, 0, until):
        window = text[match.end() : match.end() + 130]
        stop = OFFICE_ENDS.search(window, 1)
        for run in RUNS.finditer(window[: stop.start() if stop else len(window)]):
            if (split := _last(run[0], is_next=run.start() <= 2)) is not None:
                first = match.end() + run.start() + split
                role = CLOSES.sub("", " ".join(text[match.start() : first].split())).strip(" ,")
                yield Met(match.start(), match.end() + run.end(), " ".join(text[first : match.end() + run.end()].split()), role)
                break


def _whole(run: str) -> str:
    """Return the name that a run after a form of address is; empty where it is none."""
    words = run.split()[:5]
    return " ".join(words) if len(words) > 1 and words[0].title() in FAMILY else ""


def _last(run: str, *, is_next: bool) -> int | None:
    """Return where in a run of capitals the name begins that closes it, after the words of the office; None where none does.

    Args:
        is_next: Whether the run follows the title at once; only then may a name have two syllables, as most places do.
    """
    words = run.split(" ")
    for length in (3, 4, 2, 5):
        name, before = words[-length:], words[:-length]
        if length > len(words) or name[0].title() not in FAMILY or " ".join(name) in NOT_IN_OFFICE or name[1].isupper():
            continue
        if length == 2 and (before or not is_next):
            continue
        if length == 3 and len(before) == 1 and before[0].title() in FAMILY and not before[0].isupper():
            return 0
        return len(run) - len(" ".join(name))
    return None
