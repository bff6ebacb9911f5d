"""Does each block stand in the style of its kind?"""

from __future__ import annotations

import re

import pytest

from giaoban.briefing.blocks import Column, Footnotes, Grid, Heading, Paragraph, Point
from giaoban.papers.layout import layout
from giaoban.papers.word_blocks import Printed, block_xml, grid_xml, space
from giaoban.papers.word_file import blank
from tests.unit.papers.reading import wide

DOCUMENT = blank(layout("state"), title="", subject="", as_known="")


@pytest.mark.parametrize(
    ("block", "styles"),
    [
        (Heading("I. Một"), ["Heading1"]),
        (Heading("1. Một", 2), ["Heading2"]),
        (Paragraph("x"), ["BodyText"]),
        (Point("x"), ["GachDauDong"]),
        (Footnotes(("a", "b")), ["ChuThichDau", "ChuThich", "ChuThich"]),
        (Footnotes(()), []),
        (Grid((Column("x"),), (("1",),), caption="Biểu"), ["TenBieu", "TieuDeBieu", "OBieu", "Normal"]),
        (Grid((Column("x"),), (), empty="Không có."), ["BodyText"]),
        (Grid((Column("x"),), ()), []),
    ],
)
def test_each_block_has_its_style(block: Printed, styles: list[str]) -> None:
    assert re.findall(r'pStyle w:val="(\w+)"', block_xml(block, document=DOCUMENT, room=165)) == styles


def test_a_point_has_its_dash_or_its_number() -> None:
    assert [re.findall(r">([^<]+)<", block_xml(Point("x", number), document=DOCUMENT, room=165)) for number in ("", "2.")] == [
        ["- x"],
        ["2. x"],
    ]


def test_parts_of_a_table_have_room_between_them() -> None:
    """Else Word makes one table of two."""
    assert f"</w:tbl>{space()}<w:tbl>" in grid_xml(wide(60, 1), room=165)
