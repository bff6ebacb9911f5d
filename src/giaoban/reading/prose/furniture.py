"""Which part of a page is the text itself, and which is the site around it?

A page that was copied whole brings teasers, tags and credits along. They
state things, but of other matters: no fact is taken from them.
"""

from __future__ import annotations

import re

ENDS = re.compile(
    r"^[ ]*(?:đọc thêm|xem thêm|tin liên quan|bài liên quan|tin cùng chuyên mục|cùng chuyên mục|tin mới(?: nhất)?|tin khác|các tin khác"
    r"|tin nổi bật|có thể bạn quan tâm|bình luận(?: \(\d+\))?|ý kiến bạn đọc|chủ đề [^\n.:;]{1,60}|từ khóa ?:?[^\n.]{0,120}"
    r"|tags? ?:[^\n]{0,200}|theo dõi chúng tôi[^\n]{0,80}|chia sẻ(?: bài viết)?|đọc nhiều(?: nhất)?|quảng cáo)[ ]*:?[ ]*$",
    re.MULTILINE,
)
CREDIT = re.compile(r"(?:\(\s*)?\b(?:ảnh(?: minh họa| tư liệu| chụp)?|nguồn ảnh|đồ họa|clip|video|photo)\s*:[^\n]{0,80}$", re.MULTILINE)
DOWNLOAD = re.compile(r"^[ ]*(?:tải về|tải xuống|xem chi tiết|xem toàn văn)\b[^\n]{0,200}$", re.MULTILINE)


def body_end(low: str) -> int:
    """Return where the text itself ends and the site's own matter begins; its length where nothing follows."""
    for found in ENDS.finditer(low):
        if low[: found.start()].count("\n", 0, found.start()) >= 3 and len(low[: found.start()].split(None, 60)) > 40:
            return found.start()
    return len(low)


def credit_lines(low: str) -> list[tuple[int, int]]:
    """Return the stretches that only say who took a picture or where to download."""
    return sorted(found.span() for pattern in (CREDIT, DOWNLOAD) for found in pattern.finditer(low))
