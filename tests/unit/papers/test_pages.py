"""Is a page as large as A4, with the margins of the layout, upright or on its side?"""

from __future__ import annotations

from giaoban.papers.layout import layout
from giaoban.papers.pages import HIGH, PICTURE, PageShape, picture_width


def test_the_binding_margin_stays_on_the_same_edge() -> None:
    """Left of an upright page, on top of one on its side."""
    upright, lying = (PageShape.of(layout("state"), landscape=way) for way in (False, True))
    assert (upright.width, upright.height, upright.margins, upright.room) == (210, 297, (20, 15, 20, 30), 165)
    assert (lying.width, lying.height, lying.margins, lying.room) == (297, 210, (30, 20, 15, 20), 257)
    assert (upright.landscape, lying.landscape) == (False, True)


def test_a_picture_fits_the_page_and_its_letters_can_be_read() -> None:
    """However wide or high it is."""
    assert picture_width((2000, 100), room=257) == PICTURE
    assert picture_width((2000, 100), room=60) == 60
    assert picture_width((480, 700), room=257) * 700 // 480 <= HIGH
    assert [picture_width(size, room=165) for size in ((1, 10000), (0, 0))] == [1, 1]
