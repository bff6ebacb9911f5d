"""How large is a page, and how much of it is for words? Upright as the layout says, or on its side."""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.papers.layout import Layout

A4 = (210, 297)
PICTURE = 160  # millimetres, the widest picture
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
