"""Has a Word file a style for each zone, in the sizes of its layout, and no others?"""

from __future__ import annotations

import pytest
from lxml import etree

from giaoban.papers.layout import layout
from giaoban.papers.word_styles import HEAD, W, style_of, styles, styles_xml


@pytest.mark.parametrize("id", ["state", "party-2018"])
def test_every_zone_of_the_head_has_its_style(id: str) -> None:
    used = layout(id)
    found = {style.id: style for style in styles(used)}
    for zone in HEAD:
        if zone in used.zones:
            assert found[style_of(zone)].zone == used.zones[zone]
    assert len(found) == len(list(styles(used)))


def test_the_typeface_is_named_for_every_script() -> None:
    """East Asian too; and the language is Vietnamese."""
    root = etree.fromstring(styles_xml(layout("state")))
    fonts = root.findall(f".//{{{W}}}rFonts")
    assert len(fonts) == len(list(styles(layout("state")))) + 1
    assert {value for font in fonts for value in font.attrib.values()} == {"Times New Roman"}
    assert [lang.get(f"{{{W}}}val") for lang in root.iter(f"{{{W}}}lang")] == ["vi-VN"]


def test_headings_have_their_level() -> None:
    """So that Word's navigation pane shows the parts."""
    levels = {style.name: style.level for style in styles(layout("state")) if style.level is not None}
    assert levels == {"heading 1": 0, "heading 2": 1}
