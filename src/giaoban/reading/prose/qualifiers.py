"""How firmly is an amount said: exact, estimated, about, over, under, or aimed at?

The word of a bound right before the number wins (hơn, gần, khoảng); else an
estimate (ước, dự kiến) said since the last amount, which governs one number
only. An aim (phấn đấu, chỉ tiêu giao) is a target and nothing achieved.
"""

from __future__ import annotations

import re
from enum import Enum


class Qualifier(Enum):
    """How firmly an amount is said (mức độ chắc chắn của số)."""

    EXACT = "exact"
    ESTIMATE = "estimate"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


BOUND = re.compile(
    r"(?<!\w)(?:(?P<over>hơn|trên|quá|tối thiểu|ít nhất|không dưới|không thấp hơn|từ trên|≥|>|lớn hơn|vượt mức|vượt quá|"
    r"vượt mốc|vượt ngưỡng)"
    r"|(?P<under>gần|dưới|không quá|không vượt quá|tối đa|≤|<|chưa đến|chưa tới|chưa đầy|ngót|nhỏ hơn)"
    r"|(?P<about>khoảng|xấp xỉ|chừng|cỡ|khoảng chừng|trên dưới|ngót nghét|tầm|ước khoảng))(?:\s(?:mức|đến|tới|là|gấp|bằng))?\s?$"
)
NOT_A_BOUND = re.compile(r"(?:cao|thấp|nhiều|ít|lớn|nhanh|chậm|kém|tốt)\shơn\s?$|không\shơn\s?$")
OR_MORE = re.compile(r"[^,;:.\n()]{0,40}?\s(?:trở lên|trở xuống)(?!\w)")
ESTIMATE = re.compile(r"(?<!\w)(?:ước(?! mơ)|dự kiến|dự ước|ước tính|dự báo|dự tính)(?!\w)")
AIM = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|kế hoạch (?:là|năm|đề ra|giao)|chỉ tiêu(?: \w+){0,6}? (?:là|giao|được giao)|được giao|"
    r"dự toán(?: \w+){0,3} (?:là|giao)|giao chỉ tiêu|yêu cầu|đề ra|(?<!đã )(?:bảo đảm|đảm bảo)"
    r"|chỉ tiêu pháp lệnh|chỉ tiêu phấn đấu|chỉ tiêu|nhiệm vụ thu|sẽ|đặt ra|quyết tâm|cần|phải đạt|kế hoạch|kh)(?!\w)"
)


def qualify(lead: str, *, after: str) -> Qualifier:
    """Return how firmly the amount between `lead` and `after` is said.

    Args:
        lead: Words since the last amount or the sentence's beginning.
        after: Words behind the amount.

    Example:
        >>> qualify("ước đạt ", after=" so với"), qualify("ước đạt hơn ", after="")
        (<Qualifier.ESTIMATE: 'estimate'>, <Qualifier.OVER: 'over'>)
    """
    bound = BOUND.search(lead[-24:])
    if bound and not NOT_A_BOUND.search(lead[-24:]):
        return Qualifier(bound.lastgroup)
    if more := OR_MORE.match(after[:60]):
        return Qualifier.OVER if more[0].endswith("lên") else Qualifier.UNDER
    return Qualifier.ESTIMATE if ESTIMATE.search(lead) else Qualifier.EXACT
