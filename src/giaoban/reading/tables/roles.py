"""What does a column hold: a plan, what was done, a percentage of which of them, a name, a measure, a remark?

The words of the header decide, in any order of columns: TT, Chỉ tiêu, ĐVT, KH,
TH, Lũy kế, % KH, % cùng kỳ, Ghi chú.
"""

from __future__ import annotations

import re
from enum import Enum

from giaoban.values import vietnamese


class Role(Enum):
    """What a column of a report's table holds (vai trò của cột)."""

    NUMBER = "number"  # TT
    NAME = "name"  # chỉ tiêu
    PLACE = "place"  # đơn vị, phường, xã
    MEASURE = "measure"  # ĐVT
    PLAN = "plan"  # KH, dự toán
    ACTUAL = "actual"  # TH, ước TH
    TO_DATE = "to_date"  # lũy kế
    BASE = "base"  # TH cùng kỳ
    PCT_PLAN = "pct_plan"
    PCT_SAME = "pct_same"
    GROWTH = "growth"  # tăng, giảm (%) so với cùng kỳ
    CHANGE = "change"  # tăng, giảm bằng số
    GRADE = "grade"  # đánh giá
    NOTE = "note"
    OTHER = "other"  # the name of a place or of an indicator


VALUES = (Role.PLAN, Role.ACTUAL, Role.TO_DATE, Role.BASE, Role.PCT_PLAN, Role.PCT_SAME, Role.GROWTH, Role.CHANGE)
LEVELS = (Role.ACTUAL, Role.TO_DATE)
RATES = (Role.PCT_PLAN, Role.PCT_SAME, Role.GROWTH)
NAMING = (
    r"(?:(?:ten |cac |he thong |mot so )?(?:chi tieu|noi dung|nhiem vu|danh muc|hang muc|linh vuc|khoan muc|muc)"
    r"(?: (?:chu yeu|chinh|chi tieu|thuc hien|cong viec|nhiem vu|kinh te.*|bao cao|thu|chi))*"
    r"|(?:ten )?(?:du an|cong trinh|san pham)|khoan thu|nguon thu|dien giai)"
)
PLACING = (
    r"(?:(?:ten )?(?:don vi|dia phuong|dia ban|phuong|xa|huyen|thon|to dan pho|tdp|thi tran|co quan)"
    r"(?:[,/ ]+(?:phuong|xa|thi tran|dac khu|thon|to dan pho|tdp|hanh chinh|thuc hien|bao cao|cap xa))*)"
)
WHOLE = (
    (Role.NUMBER, r"(?:s?tt|so tt|so thu tu|thu tu)\.?"),
    (Role.MEASURE, r"(?:dvt|don vi tinh|dv tinh|don vi do|dv)\.?"),
    (Role.NOTE, r"(?:ghi chu|giai trinh|thuyet minh|ly do|nguyen nhan|giai phap|kho khan.*|ton tai.*|noi dung giai trinh)"),
    (Role.GRADE, r"(?:danh gia|xep loai|nhan xet|ket qua danh gia|muc danh gia|danh gia ket qua.*|trang thai|tinh trang)"),
    (Role.NAME, NAMING),
    (Role.PLACE, PLACING),
)
EXACTLY = tuple((role, re.compile(pattern)) for role, pattern in WHOLE)
PERCENT = re.compile(r"%|ty le|ti le|phan tram|so sanh|so voi|\bss\b|tien do")
SAME = re.compile(
    r"cung ky|\bck\b|nam truoc|nam ngoai|so (?:voi )?(?:quy|thang|nam) ?\S* ?(?:nam )?\d{4}|\d{4} ?/ ?(?:th ?)?(?:nam |quy \S+ ?/? ?)?\d{4}"
)
PLAN = re.compile(
    r"\bkh\b|ke hoach|du toan|\bdt\b|muc tieu|nghi quyet|\bnq\b|duoc giao|chi tieu giao|chi tieu nam|chi tieu phan dau|\bkhn\b|\bgiao\b"
)
GROWTH = re.compile(r"tang|giam|toc do|\+/-|\+-")
TO_DATE = re.compile(r"luy ke|luy tien|tu dau nam|cong don|\blk\b")
DONE = re.compile(
    r"\bth\b|thuc hien|ket qua|\buoc\b|dat duoc|\bdat\b|ky nay|trong ky|so lieu|hien co|hoan thanh|giai ngan|"
    r"^(?:quy|thang|nam|\d+ thang)\b|\buth\b|bao cao"
)
TOTAL = re.compile(r"(?:tong (?:so|cong|ca)|tong|cong|toan (?:thanh pho|tinh|huyen|phuong|xa|thi xa|dia ban|quan)|chung)(?:\b.*)?")
NO_TOTAL = re.compile(
    r"cong (?:dong|nghiep|trinh|tac|an|chuc|suat|nghe|dan|van|khai|nhan|doan|ty|cu|bo|hoa|lap)\b|chung (?:minh|nhan|chi|cu|tay|khoan)\b"
)
APART = re.compile(r"\([^()]*\)|\[[^\]]*\]")


def role_of(words: str) -> Role:
    """Return what a column under these header words holds.

    Args:
        words: Of all its header rows, from the top.

    Example:
        >>> [role_of(words).value for words in ("ĐVT", "KH năm 2026", "Ước TH quý I/2026", "So sánh (%) Với cùng kỳ", "% TH/KH", "P. Mẫu")]
        ['measure', 'plan', 'actual', 'pct_same', 'pct_plan', 'other']
    """
    folded = vietnamese.fold(words).strip(" .:*")
    bare = " ".join(APART.sub(" ", folded).split()).strip(" .:*")
    for role, pattern in EXACTLY:
        if pattern.fullmatch(bare):
            return role
    percent, same, plan, grown = (bool(pattern.search(folded)) for pattern in (PERCENT, SAME, PLAN, GROWTH))
    if grown and (same or percent):
        return Role.GROWTH if "%" in folded or "toc do" in folded or "ty le" in folded else Role.CHANGE
    if percent and (same or plan):
        return Role.PCT_PLAN if plan and not same else Role.PCT_SAME if same and not plan else _nearer(folded)
    if (
        "%" in folded
        and TO_DATE.search(folded) is None
        and DONE.search(bare)
        and not bare.startswith(("th ", "thuc hien", "uoc", "ket qua"))
    ):
        return Role.PCT_PLAN if re.search(r"hoan thanh|dat", bare) else Role.OTHER
    if same and not plan:
        return Role.BASE
    if plan:
        return Role.PLAN
    if TO_DATE.search(folded):
        return Role.TO_DATE
    return Role.ACTUAL if DONE.search(bare) else Role.OTHER


def _nearer(folded: str) -> Role:
    """Of a rate whose header names both: what is said last is what it is compared with."""
    last = max(PLAN.finditer(folded), key=lambda found: found.start()).start()
    return Role.PCT_PLAN if last > max(SAME.finditer(folded), key=lambda found: found.start()).start() else Role.PCT_SAME


def is_total(words: str) -> bool:
    """Whether a row or column of this name is the whole of the others.

    Example:
        >>> is_total("Tổng cộng"), is_total("Toàn thành phố"), is_total("Cộng đồng dân cư")
        (True, True, False)
    """
    folded = vietnamese.fold(words).strip(" .:*-")
    return bool(TOTAL.fullmatch(folded)) and not NO_TOTAL.match(folded)
