"""What does an amount say: a level, a rate of plan, a ratio to the same period, a growth, a share, a rank?

The verb right before it and the base right after it decide; where both are
silent, the chain of clauses or the subject does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from giaoban.reading.prose.bases import Against

SOFT = (
    r"(?:mạnh|nhẹ|nhanh|sâu|khá|đáng kể|bình quân|trung bình|được|thêm|khoảng|hơn|gần|trên|dưới|ước|tới|đến|cao|chỉ|vọt|trưởng|"
    r"đạt|ước đạt|là|khoảng|xấp xỉ|thấp|hẳn|quá|ít nhất|tối thiểu|dự kiến|từ|ở mức|tương ứng|tương đương|chung"
    r"|bình quân mỗi năm|thu|vẫn|đều|lại)"
)
SINCE = r"(?:\sso (?:với )?(?:cùng kỳ|cùng thời điểm|năm|tháng|quý|đầu năm|cuối năm|kế hoạch)(?: (?:năm |quý )?[\w/]+){0,2}?)?"
UP = re.compile(
    rf"(?:tăng trưởng|tăng(?! cường)|vượt thu|cao hơn|nhiều hơn|lớn hơn|nhanh hơn|mở rộng thêm|"
    rf"thêm){SINCE}(?:\s{SOFT}){{0,4}}\s?$"
)
DOWN = re.compile(rf"(?:giảm|sụt(?: giảm)?|thấp hơn|ít hơn|hụt|kém|mất){SINCE}(?:\s{SOFT}){{0,4}}\s?$")
BEYOND = re.compile(rf"(?:vượt|vượt mức|hụt|chậm|chậm hơn|thấp hơn|cao hơn|thấp|hụt thu)(?:\s{SOFT}){{0,4}}\s?$")
LEVEL_AFTER_CHANGE = re.compile(
    rf"(?:(?:tăng|giảm|nâng|hạ|kéo|rút|đưa|điều chỉnh|đạt|lên|xuống|còn)[^,;]{{0,60}}?\s)?(?:lên(?: đạt| tới| đến| thành| mức)?|"
    rf"xuống(?: còn| mức)?|còn(?: khoảng)?|chỉ còn|giảm còn|tăng lên|lên đạt)(?:\s{SOFT}){{0,3}}\s?$"
)
FROM = re.compile(rf"(?<!\w)từ(?:\s{SOFT}){{0,2}}\s?$")
TIMES = re.compile(rf"(?:gấp|bằng|tăng gấp|cao gấp|tăng|nhiều gấp)(?:\s{SOFT}){{0,3}}\s?$")
SHARE = re.compile(
    r"chiếm|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|độ che phủ|hộ nghèo|lấp đầy|trong tổng|che phủ|đạt (?:tiêu )?chuẩn|tổng số|"
    r"(?<!chỉ )số (?:xã|hộ|trường|người|học sinh|phường|đơn vị|cơ sở|doanh nghiệp)"
)
GROWTH = re.compile(r"tăng trưởng|tốc độ tăng|mức tăng|chỉ số sản xuất|iip|cpi")
PLANNED = re.compile(r"giải ngân|tiến độ|khối lượng|kế hoạch|dự toán|hoàn thành|chỉ tiêu|mục tiêu|thi công|sản lượng thi công|nghị quyết")
THIS = re.compile(r"(?:tỷ lệ|tỉ lệ|con số|mức|tốc độ|chỉ tiêu|kết quả|số) này")
BESIDE_MEAN = re.compile(
    r"(?:thấp|cao|chậm|nhanh) hơn (?:so với )?(?:mức )?(?:bình quân|trung bình|kế hoạch|tiến độ|mặt bằng chung|cả nước)[^,;()]{0,44}$"
)
NEAREST = 120  # letters before an amount that may tell what it says
NEAR = 64  # letters before an amount that hold its verb
SIGN = re.compile(r"(?:^|\()\s?([-+–])\s?$")
NEXT = re.compile(r"\s*(?:,|;|và)\s*(?:(?:hơn|gần|khoảng)\s*)?")
PROGRESS = re.compile(r"khối lượng thi công|tiến độ|giải ngân|thi công|khối lượng")
RATE = re.compile(r"tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ trọng|tỉ trọng|hộ nghèo|lãi suất|thuế suất")
SOLE = re.compile(r"(?<!\w)(?:bằng|đạt|tương đương|=|hoàn thành)\s?(?:\w+\s){0,2}$")


class Relation(Enum):
    """What a figure says of its subject (quan hệ so sánh)."""

    LEVEL = "level"
    PCT_OF_PLAN = "pct_of_plan"
    PCT_OF_SAME_PERIOD = "pct_of_same_period"
    GROWTH_VS_SAME_PERIOD = "growth_vs_same_period"
    GROWTH_OTHER = "growth_other"
    SHARE = "share"
    CHANGE_POINTS = "change_points"
    RANK = "rank"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Related:
    """What a figure says, which way it went, and whether its own words say so.

    Args:
        direction: "up", "down" or empty.
        inherited: Whether the chain of clauses decided.
    """

    relation: Relation
    direction: str = ""
    inherited: bool = False


@dataclass(slots=True)
class Chain:
    """What the clauses so far have said, for those that leave it out.

    Args:
        same_period: Whether a growth against the same period was said in this chain.
        leading: Whether "so với cùng kỳ" opens it, before the figures.
        last: What the last percentage said.
        ratio: What the last percentage said that was no growth.
        plain: Whether the figure before was an amount of money or of ground, so that "đạt 50%" measures it against its plan.
    """

    same_period: bool = False
    leading: bool = False
    last: Relation | None = None
    ratio: Relation | None = None
    plain: bool = False


def relate(lead: str, *, measure: str, base: Against, about: str, chain: Chain, earlier: str = "") -> Related:
    """Return what an amount says.

    Args:
        lead: Words of its clause before it, in one spelling.
        measure: Name of its measure.
        base: What the words after it compare it with.
        about: Its subject and the words around, in one spelling.
        chain: What was said before; not changed.
        earlier: The sentence up to the amount, in one spelling.

    Example:
        >>> relate("bằng ", measure="%", base=Against.SAME_PERIOD, about="thu ngân sách", chain=Chain()).relation.value
        'pct_of_same_period'
        >>> relate("giảm ", measure="%", base=Against.NONE, about="tỷ lệ hộ nghèo", chain=Chain()).relation.value
        'change_points'
    """
    if measure == "thứ hạng":
        return Related(Relation.RANK)
    lead = lead[-NEAREST:]
    near = lead[-NEAR:]
    direction = (
        "" if FROM.search(near) or LEVEL_AFTER_CHANGE.search(near) else "up" if UP.search(near) else "down" if DOWN.search(near) else ""
    )
    if measure in ("%", "‰") and (sign := SIGN.search(lead)):
        against = chain.same_period or base is Against.SAME_PERIOD
        return Related(
            Relation.GROWTH_VS_SAME_PERIOD if against else Relation.GROWTH_OTHER, "up" if sign[1] == "+" else "down", base is Against.NONE
        )
    if measure in ("%", "‰", "điểm %"):
        if BESIDE_MEAN.search(lead):
            return Related(Relation.OTHER)
        return _percent(lead, measure, base, about, chain, direction, earlier)
    if measure == "lần" and TIMES.search(near):
        if base is Against.NONE and chain.same_period:
            base = Against.SAME_PERIOD
        ratio = {
            Against.PLAN: Relation.PCT_OF_PLAN,
            Against.SAME_PERIOD: Relation.PCT_OF_SAME_PERIOD,
            Against.LAST_YEAR: Relation.PCT_OF_SAME_PERIOD,
        }
        return Related(ratio.get(base, Relation.OTHER), "up" if "tăng" in lead[-12:] else "")
    if direction:
        against = base in (Against.SAME_PERIOD, Against.LAST_YEAR) or (base is Against.NONE and chain.same_period)
        return Related(Relation.GROWTH_VS_SAME_PERIOD if against else Relation.GROWTH_OTHER, direction, base is Against.NONE)
    if BEYOND.search(lead[-NEAR:]):
        return Related(Relation.OTHER if base is Against.PLAN else Relation.GROWTH_OTHER)
    return Related(Relation.LEVEL)


def _percent(lead: str, measure: str, base: Against, about: str, chain: Chain, direction: str, earlier: str) -> Related:
    if "chiếm" in lead[-40:] and base is not Against.SAME_PERIOD:
        return Related(Relation.SHARE)
    if base is Against.PLAN:
        if direction and not BEYOND.search(lead[-NEAR:]):
            return Related(Relation.GROWTH_OTHER, direction)
        return Related(Relation.OTHER, direction) if BEYOND.search(lead[-NEAR:]) else Related(Relation.PCT_OF_PLAN)
    if measure == "điểm %":
        return Related(Relation.CHANGE_POINTS, direction)
    if base in (Against.SAME_PERIOD, Against.LAST_YEAR):
        if direction and RATE.search(about):
            return Related(Relation.CHANGE_POINTS, direction)
        return Related(Relation.GROWTH_VS_SAME_PERIOD if direction else Relation.PCT_OF_SAME_PERIOD, direction)
    if base is Against.WHOLE and not direction:
        return Related(Relation.SHARE)
    if direction:
        if RATE.search(about):
            return Related(Relation.CHANGE_POINTS, direction)
        if base is Against.NONE and chain.same_period:
            return Related(Relation.GROWTH_VS_SAME_PERIOD, direction, inherited=True)
        return Related(Relation.OTHER if base is Against.AVERAGE else Relation.GROWTH_OTHER, direction, base is Against.NONE)
    if BEYOND.search(lead[-NEAR:]):
        return Related(Relation.OTHER)
    return _bare_percent(lead, about, chain, earlier)


def _bare_percent(lead: str, about: str, chain: Chain, earlier: str) -> Related:
    if chain.last is not None and (THIS.search(lead) or NEXT.fullmatch(lead)):
        return Related(chain.last, inherited=True)
    if "chiếm" in lead:
        return Related(Relation.SHARE)
    if GROWTH.search(lead) or GROWTH.search(about):
        return Related(Relation.GROWTH_OTHER, "up")
    if PLANNED.search(lead) and not RATE.search(lead):
        return Related(Relation.PCT_OF_PLAN)
    if "giải ngân" in about:
        return Related(Relation.PCT_OF_PLAN)
    if chain.leading and SOLE.search(lead):
        return Related(Relation.PCT_OF_SAME_PERIOD, inherited=True)
    if SHARE.search(lead) or SHARE.search(about):
        return Related(Relation.SHARE)
    if chain.ratio and SOLE.search(lead):
        return Related(chain.ratio, inherited=True)
    if chain.plain and SOLE.search(lead):
        return Related(Relation.PCT_OF_PLAN, inherited=True)
    if PLANNED.search(about):
        return Related(Relation.PCT_OF_PLAN)
    if chain.last is not None and chain.last is not Relation.OTHER:
        same = chain.last in (Relation.GROWTH_OTHER, Relation.GROWTH_VS_SAME_PERIOD)
        return Related(chain.last, "up" if same else "", inherited=True)
    return Related(Relation.PCT_OF_PLAN if PROGRESS.search(earlier) else Relation.SHARE)
