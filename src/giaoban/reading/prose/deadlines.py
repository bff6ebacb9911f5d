"""By when is something to be done, in the words of the text?

A time after "trước", "chậm nhất", "đến", "trong" or "vào" is a deadline where
its clause speaks of what is still to be done (hoàn thành, phấn đấu, yêu cầu,
sẽ, dự kiến), and none where it tells what was done until then.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from giaoban.reading.prose.clean import Clean
from giaoban.reading.prose.periods import YEAR, day_code
from giaoban.reading.prose.sentences import Sentence

BY = (
    r"(?:trước|chậm nhất(?: là| vào| đến| trong)*|muộn nhất(?: là| vào)*|không quá|không muộn hơn|"
    r"hạn(?: chót| cuối)?(?: là| đến)?|thời hạn)"
)
UNTIL = r"(?:đến hết|đến cuối|đến trước|từ nay đến(?: hết| cuối)?|đến|trong|vào|ngay trong|trong vòng|hết|cuối|trong nửa đầu)"
DAY = (
    r"(?:(?P<hour>\d{1,2}(?:h|g| giờ)\d{0,2}(?: phút)?,? )?(?:ngày )?(?P<d>\d{1,2})(?:\s?[/.-]\s?|"
    r" tháng )(?P<m>\d{1,2})(?:(?:\s?[/.-]\s?| năm )(?P<y>" + YEAR + r"))?)"
)
MONTH = rf"(?:(?:hết |cuối |đầu |giữa )?tháng (?P<tm>\d{{1,2}})(?:(?:\s?[/.-]\s?|,? năm )(?P<ty>{YEAR})| năm nay)?)"
QUARTER = rf"(?:(?:hết |cuối |đầu )?quý (?P<q>iii|ii|iv|i|[1-4])(?!\w)(?:(?:\s?[/-]\s?|,? năm )(?P<qy>{YEAR})| năm nay)?)"
YEARS = rf"(?:(?:hết |cuối |đầu )?năm (?P<yy>{YEAR}|nay|học \d{{4}}\s?[-–]\s?\d{{4}}|sau|tới))"
END = r"(?P<end>(?:hết |cuối )?(?:năm|nhiệm kỳ|tháng|quý)(?! \d)(?! này đã))"
HALF = rf"(?:(?P<half>\d{{1,2}}) tháng (?P<part>đầu|cuối) năm(?: (?P<hy>{YEAR}))?)"
RELATIVE = r"(?P<relative>(?:\d{1,3}|một|hai|ba|bốn|năm|mười) (?:ngày|tuần|tháng)(?: làm việc| nữa| tới| kể từ)?)"
EVERY = r"(?:ngày (?P<nth>\d{1,2})(?=,? h[àằ]ng))"
TIME = rf"(?:{DAY}|{MONTH}|{QUARTER}|{YEARS}|{HALF}|{RELATIVE}|{EVERY}|{END})"
WHEN = re.compile(rf"(?<![\w/])(?:(?P<by>{BY})|(?P<until>{UNTIL})) {TIME}(?P<each>(?:,? h[àằ]ng (?:tháng|quý|năm|tuần))+)?(?![\w/])")
TO_DO = re.compile(
    r"(?<!\w)(?:hoàn thành|hoàn thiện|phấn đấu|mục tiêu|yêu cầu|dự kiến|sẽ|cần|phải|chậm nhất|trình|báo cáo|gửi|đưa vào|"
    r"khởi công|xong|khắc phục|giải quyết|thực hiện|bàn giao|bảo đảm|đảm bảo|tổ chức|triển khai"
    r"|đạt chuẩn|chấm dứt|xử lý|dứt điểm|giao|đề nghị|khánh thành|thông xe|nghiệm thu|quyết toán|kế hoạch|công nhận|trả lời|"
    r"tham mưu|ban hành|phê duyệt|tiếp tục|kết thúc|thông qua|cam kết|giải ngân hết|lộ trình|tiến độ)(?!\w)"
)
STRONG = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu(?! quốc gia)|yêu cầu|dự kiến|sẽ|cần|phải|chậm nhất|chưa hoàn thành|(?<!đã )hoàn thành|"
    r"(?<!đã )xong|dứt điểm|"
    r"cam kết|đề nghị|giao|kết thúc|để|đặt ra|kế hoạch|trình|gửi|khắc phục|lộ trình|bảo đảm|đảm bảo|công nhận|quyết tâm)(?!\w)"
)
DONE = re.compile(
    r"(?<!\w)(?:(?:mới|chỉ) đạt|đã(?! đề nghị| yêu cầu| chỉ đạo| đặt| phê duyệt| giao)|tính|lũy kế|ước|đạt được|giải ngân được|"
    r"thực hiện được|"
    r"từ đầu năm|so với|cùng kỳ|thu được|kể từ|được (?:thành lập|phê duyệt|khởi công)|ra đời|diễn ra)(?!\w)"
)
NAMED_FOR = re.compile(r"(?:chương trình|chiến lược|đề án|quy hoạch|tầm nhìn|định hướng|kế hoạch phát triển)[^.;:]{0,110}$")
NO_TIME_TO_DO = re.compile(r"(?:tháng|được giao|(?:vốn|chỉ tiêu|kế hoạch|dự toán) giao|dồn(?: lại)?|chuyển sang|dồn vào)\s$")
AIMED = re.compile(r"(?<!\w)(?:phấn đấu|phải|yêu cầu|cần|sẽ|dự kiến|chậm nhất|quyết tâm)(?!\w)")
SPAN_OF_YEAR = re.compile(r"\s(?:đầu|cuối|năm|của năm|qua|gần đây|vừa qua|trở lại)")
CUT = re.compile(r"[;:()]")


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline in the clean text, before it becomes a proposal."""

    start: int
    end: int
    date: str
    what: str


def scan(clean: Clean, *, sentences: Sequence[Sentence], year: int | None, until: int, ordered: Collection[int] = ()) -> Iterator[Due]:
    """Yield the deadlines of the text in order.

    Args:
        ordered: Where the sentences begin that give an order: their times are deadlines, whatever the verb.
        year: Of the text itself, for days that name none; where it has none, such a day is said without ("08-15").
    """
    low, at = clean.low, 0
    for match in WHEN.finditer(low, 0, until):
        while sentences[at].end <= match.start():  # every word lies in a sentence
            at += 1
        date = _code(match, year)
        sentence = sentences[at]
        if date and _is_due(low, match, sentence, has_day=bool(match["d"]) or sentence.start in ordered, ordered=sentence.start in ordered):
            yield Due(match.start(), match.end(), date, _what(clean, match, sentence))


def _code(match: re.Match[str], year: int | None) -> str:
    part = match.groupdict()
    if part["each"]:
        return f"recurring:day-{int(part['nth']):02d}" if part["nth"] else "recurring"
    if part["relative"]:
        return "relative:" + " ".join(part["relative"].split()[:2])
    of = next((part[name] for name in ("y", "ty", "qy", "hy") if part[name]), None) or (str(year) if year else None)
    if part["yy"]:
        said = part["yy"]
        return said if said.isdigit() else "" if not year or said.startswith("học") else str(year + (said in ("sau", "tới")))
    if of is None:
        return (day_code(2000, month=int(part["m"]), day=int(part["d"])) or "")[5:] if part["d"] else ""
    if part["d"]:
        return day_code(int(of), month=int(part["m"]), day=int(part["d"])) or ""
    if part["tm"]:
        return f"{of}-{int(part['tm']):02d}" if 1 <= int(part["tm"]) <= 12 else ""
    if part["q"]:
        return f"{of}-Q{ {'i': 1, 'ii': 2, 'iii': 3, 'iv': 4}.get(part['q']) or int(part['q']) }"
    if part["half"]:
        return f"{of}-H{1 if part['part'] == 'đầu' else 2}" if part["half"] == "6" else ""
    return _end_of(part["end"] or "", match, int(of))


def _end_of(end: str, match: re.Match[str], year: int) -> str:
    if "nhiệm kỳ" in end:
        return "end-of-term"
    is_end = "cuối" in match[0] or "hết" in match[0]
    return str(year) if "năm" in end and is_end else ""


def _is_due(low: str, match: re.Match[str], sentence: Sentence, *, has_day: bool, ordered: bool = False) -> bool:
    before = low[sentence.start : match.start()]
    if NO_TIME_TO_DO.search(before) or (match["part"] == "đầu" and not AIMED.search(before)):
        return False
    if match["relative"] and SPAN_OF_YEAR.match(low, match.end()):
        return False
    cuts = [cut.end() for cut in CUT.finditer(before)]
    clause = before[cuts[-1] :] if cuts else before
    after = re.split(r"[;:()]", low[match.end() : sentence.end])[0]
    if re.match(r"\s?(?:đến nay|trở lại đây|đã |đạt|ước|tăng|giảm)", after) and not match["by"]:
        return False
    if (
        re.search(r"(?:đến|từ|kỷ niệm|giai đoạn|kế hoạch|dự toán|so với|cùng kỳ|tính|hằng|nợ|số liệu|thông tin)\s$", before[-12:])
        and not match["by"]
    ):
        return False
    if (match["until"] or "").startswith("đến") and match["yy"] and NAMED_FOR.search(before):
        return False
    near = clause[-150:]
    done = list(DONE.finditer(near))
    strong = list(STRONG.finditer(near))
    if match["by"]:
        return not (done and not strong and not TO_DO.search(after[:60]) and "trước" not in match["by"]) and (
            bool(TO_DO.search(f"{clause}{match[0]}{after}")) or "chậm nhất" in match["by"]
        )
    if done and (not strong or strong[-1].start() < done[-1].start()):
        return False
    if not strong:
        return (ordered and not NAMED_FOR.search(before) and not match["relative"]) or bool(
            re.search(
                r"^\s?,?\s?(?:phải|cần|sẽ|hoàn thành|phấn đấu|bảo đảm|đảm bảo|tỉnh phấn đấu|"
                r"toàn \w+ phấn đấu)",
                after[:40],
            )
        )
    return has_day or _to_finish(near)


def _to_finish(near: str) -> bool:
    """Whether the clause tells of something to be finished, and not only of a plan of that year."""
    return bool(
        re.search(
            r"(?<!\w)(?:hoàn thành|hoàn thiện|đạt chuẩn|đưa vào|khởi công|xong|dứt điểm|trình|công nhận|khánh thành|thông xe|bàn giao|"
            r"kết thúc|chậm nhất|phê duyệt|ban hành|bảo đảm|đảm bảo|khắc phục|đạt|quyết toán|nghiệm thu|trả lời|báo cáo|gửi|giải quyết|"
            r"xử lý|hoàn tất|nộp)(?!\w)",
            near,
        )
    )


def _what(clean: Clean, match: re.Match[str], sentence: Sentence) -> str:
    before = clean.text[sentence.start : match.start()]
    after = clean.text[match.end() : sentence.end]
    left = re.split(r"[;:]|,\s", before)[-1].strip(" ,.")
    right = re.split(r"[;:.]", after)[0].strip(" ,.")
    return (left if len(left) > 8 else right or left)[-160:]
