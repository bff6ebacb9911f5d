"""With what does the text compare an amount, in the words that follow it?

"145 % so với cùng kỳ" and "188 % kế hoạch" are both percentages, of different
things. The base belongs to the quote: a percentage without it says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from giaoban.reading.prose.periods import YEAR

LINK = r"(?:so (?:với )+|so |với |của |trên |trong )"
SAME = (
    rf"(?:cùng kỳ|cùng thời điểm|cùng thời kỳ)(?: của)?(?: tháng \d{{1,2}}| quý [iv]+)?(?:,? ?(?:(?:vào )?năm )?(?:trước|ngoái|"
    rf"{YEAR}))?(?:/{YEAR})?"
)
LAST_YEAR = (
    rf"(?:(?:số (?:ước )?(?:thực hiện )?|thực hiện |mức thực hiện |mức )?(?:năm|quý [iv]+[/-]) ?(?:trước|ngoái|liền kề|liền trước|"
    rf"{YEAR}))"
)
EARLIER = (
    rf"(?:(?:tháng|quý|tuần|kỳ|vụ|đợt|nhiệm kỳ)(?: [iv]+| \d{{1,2}})? ?(?:trước|liền kề|liền trước)?(?:[/-]{YEAR})?|(?:đầu|"
    rf"cuối) (?:năm|nhiệm kỳ|kỳ|tháng|quý)(?: (?:trước|{YEAR}))?|hôm qua|trước đây|trước đó|"
    rf"thời điểm [^\s,.;]+(?: [^\s,.;]+){{0,3}})"
)
PLAN = (
    r"(?:tổng )?(?:k[ếểềễ] hoạch|kh(?!\w)|dự toán|dt(?!\w)|chỉ tiêu|mục tiêu|nhiệm vụ|nghị quyết|khối lượng|tiến độ|"
    r"tổng (?:kế hoạch )?vốn|tổng nguồn vốn|nguồn vốn|vốn kế hoạch|số vốn|định mức"
    r"|công việc|công tác|phần việc|hạng mục|hợp đồng|yêu cầu|mức giao|mức đề ra|pháp lệnh)"
)
AVERAGE = r"(?:mức )?(?:bình quân|trung bình)(?: chung)?"
TAIL = re.compile(
    r"(?: (?!và |nhưng |trong khi|tăng |giảm |đạt |bằng |ước |còn |cao hơn|thấp hơn|cao nhất|song |tuy |là |gồm |trước (?=ngày|"
    r"\d|tháng|quý)|"
    r"để |trong đó|do (?!hđnd|ubnd|chính|thủ|tỉnh|trung|bộ|thành)|nên |vì )(?:(?:19|20)\d\d(?![.,]\d)|"
    r"[^\s\d,;:.()\[\]“”\"=\n][^\s,;:.()\[\]“”\"=\n]*)){0,11}"
)
SAME_AT = re.compile(rf"\s?,?\s?(?:{LINK})?{SAME}(?!\w)")
LAST_YEAR_AT = re.compile(rf"\s(?:so (?:với )+|so |với ){LAST_YEAR}(?!\w)")
EARLIER_AT = re.compile(rf"\s(?:so (?:với )+|so |với ){EARLIER}(?!\w)")
PLAN_AT = re.compile(rf"\s(?:{LINK})?{PLAN}(?!\w)")
AVERAGE_AT = re.compile(rf"\s(?:so (?:với )+|so |với ){AVERAGE}(?!\w)")
OTHER_AT = re.compile(r"\sso (?:với )+|\sso (?=quy định|tiêu chuẩn|nhu cầu|chuẩn)")
NOUN_OF_PLAN = re.compile(rf"\s(?:diện tích|khối lượng|sản lượng|số|giá trị)(?: \w+){{0,3}} so (?:với )?{PLAN}(?!\w)")
IN_ALL = re.compile(r"\s(?:trên|trong)\s(?:tổng|cơ cấu|toàn|số)(?!\w)")
WHOLE_AT = re.compile(
    r"\s(?!(?:so|cùng|kế|và|trên|của|đạt|tăng|giảm|chỉ|còn|ở|thì|do|để|từ|với|được|bằng|chiếm|hoàn|trong|tại|cho|vào|đã|là|nhưng|nên|"
    r"mà|khi|song|cao|thấp|vượt|theo|trước|sau|vì|nữa|trở|gồm|như|thông|qua|nhờ|bình|dự|ước|tương|đến|hay|hoặc|có|chưa|không|vẫn|cũng|"
    r"đang|phải|cần|sẽ|nhằm|góp|này|đó|kia|lên|xuống|thuộc|nằm|hơn|đối|kể|năm|tháng|quý|tính|mỗi|một|về|mới|nhất|nhưng|trung|tùy|bởi|"
    r"tức|trừ|nếu|lại|rất|khó|khá|đối|lần|đưa|ngay|giai|cả|chủ|xếp|đứng|những|các)(?!\w))(?=[^\W\d_]{2})"
)


class Against(Enum):
    """What an amount is compared with."""

    PLAN = "plan"
    SAME_PERIOD = "same-period"
    LAST_YEAR = "last-year"
    EARLIER = "earlier"
    AVERAGE = "average"
    OTHER = "other"
    WHOLE = "whole"  # of which it is a share
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Compared:
    """A base and where its words end in the clean text."""

    base: Against
    end: int


def against_at(low: str, *, place: int, percent: bool) -> Compared:
    """Return the base whose words begin at the place, straight after an amount.

    Args:
        percent: Whether the amount is a percentage or "lần"; only those stand before a bare base.
    """
    same = SAME_AT.match(low, place)
    if same and (percent or "so" in same[0] or "với" in same[0]) and (percent or "," not in same[0][:3]):
        return Compared(Against.SAME_PERIOD, same.end())
    for base, pattern in ((Against.LAST_YEAR, LAST_YEAR_AT), (Against.EARLIER, EARLIER_AT), (Against.AVERAGE, AVERAGE_AT)):
        if found := pattern.match(low, place):
            return Compared(base, _tail(low, found.end(), most=24 if base is Against.AVERAGE else 0))
    plan = PLAN_AT.match(low, place)
    if plan and (percent or " so" in plan[0]):
        return Compared(Against.PLAN, _tail(low, plan.end(), most=60))
    if percent and IN_ALL.match(low, place):
        return Compared(Against.WHOLE, place)
    if percent and (planned := NOUN_OF_PLAN.match(low, place)):
        return Compared(Against.PLAN, planned.end())
    if percent and (whole := WHOLE_AT.match(low, place)):
        return Compared(Against.WHOLE, _tail(low, whole.end() - 1, most=26))
    if other := OTHER_AT.match(low, place):
        return Compared(Against.OTHER, _tail(low, other.end() - 1, most=40))
    return Compared(Against.NONE, place)


def _tail(low: str, place: int, *, most: int) -> int:
    """Return where the words that belong to the base end, at most so many letters on and never inside a word."""
    found = TAIL.match(low, place) if most else None
    end = found.end() if found else place
    while end > place + most:
        end = max(low.rfind(" ", place, end), place)
    return end
