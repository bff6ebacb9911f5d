"""How large is a page, how much of it is for words, and what stands above and below every one?"""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.briefing import Script
from giaoban.papers.layout import Layout

A4 = (210, 297)
PICTURE, LOW, HIGH = 160, 120, 145  # millimetres: the widest picture, a low one, and the highest that any page has room for
POINT, LEGIBLE = 353, 75  # thousandths of a millimetre in a point; percent of its own size below which letters are too small
SIDES = (20, 20)  # left and right of a page on its side; the binding edge is on top


@dataclass(frozen=True, slots=True)
class PageShape:
    """One way in which a page lies (khổ giấy).

    Args:
        width, height: In millimetres.
        margins: Top, right, bottom, left in millimetres.
    """

    width: int
    height: int
    margins: tuple[int, int, int, int]

    @classmethod
    def of(cls, layout: Layout, *, landscape: bool) -> PageShape:
        """Return the page of a layout; one on its side keeps the binding margin, which is then on top."""
        page = layout.page
        if landscape:
            return cls(A4[1], A4[0], (page["left"], SIDES[1], page["right"], SIDES[0]))
        return cls(*A4, (page["top"], page["right"], page["bottom"], page["left"]))

    @property
    def landscape(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height

    @property
    def room(self) -> int:
        """Width of the text in millimetres."""
        return self.width - self.margins[1] - self.margins[3]


def picture_width(size: tuple[int, int], *, room: int) -> int:
    """Return how wide a picture is printed, in millimetres.

    No wider than the room, and low enough to leave room for words; but a high one may take what a page on its side has,
    before its letters become too small to read.

    Args:
        size: Its own width and height in points.

    Example:
        >>> picture_width((440, 220), room=165), picture_width((440, 440), room=165), picture_width((440, 880), room=165)
        (160, 120, 72)
    """
    width, height = size
    legible = width * POINT * LEGIBLE // 100000
    low, high = (limit * width // max(height, 1) for limit in (LOW, HIGH))
    return max(min(room, PICTURE, max(low, min(high, legible))), 1)


def marks(script: Script) -> str:
    """Return what stands above every page: that it is a draft, and that its figures are made up where they are."""
    return " · ".join(filter(None, (script.draft, *script.marks)))


def version(script: Script) -> str:
    """Return what stands below every page, small: the last entry that the paper rests on, and its hash."""
    if not script.hash:
        return "Bản số liệu: chưa có số liệu"
    return f"Bản số liệu: mục số {script.entry} · Mã băm: {script.hash}"
