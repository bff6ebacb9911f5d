from __future__ import annotations

import pytest

from giaoban.formats.numbering import Numbering, numeral
from giaoban.formats.package import read_xml

LISTS = read_xml(
    b"""<w xmlns="w"><abstractNum abstractNumId="0">
    <lvl ilvl="0"><start val="1"/><numFmt val="upperRoman"/><lvlText val="%1."/></lvl>
    <lvl ilvl="1"><start val="1"/><numFmt val="decimal"/><lvlText val="%1.%2"/><pStyle val="Muc"/></lvl>
    <lvl ilvl="2"><numFmt val="bullet"/><lvlText val="&#xF0B7;"/></lvl></abstractNum>
    <num numId="5"><abstractNumId val="0"/></num></w>"""
)


def item(depth: int, list_id: str = "5") -> object:
    """Return the mark of a paragraph in a list."""
    return read_xml(f'<numPr xmlns="w"><ilvl val="{depth}"/><numId val="{list_id}"/></numPr>'.encode())


def test_lists_count_on_and_begin_anew_below() -> None:
    """A deeper list begins anew under each item."""
    lists = Numbering.of(LISTS)
    said = [lists.label(item(depth), style="") for depth in (0, 1, 1, 2, 0, 1)]
    assert said == ["I.", "I.1", "I.2", "-", "II.", "II.1"]


def test_a_style_may_number() -> None:
    """And what is in no list has no number."""
    lists = Numbering.of(LISTS)
    assert (lists.label(None, style="Muc"), lists.label(None, style="x"), lists.label(item(0, "9"), style="")) == ("I.1", "", "")
    assert Numbering.of(None).label(None, style="") == ""


@pytest.mark.parametrize(
    ("number", "form", "said"),
    [(1994, "lowerRoman", "mcmxciv"), (28, "upperLetter", "BB"), (7, "decimalZero", "07"), (7, "none", ""), (7, "chicago", "7")],
)
def test_numerals(number: int, form: str, said: str) -> None:
    """In the forms that Word knows; an unknown one is decimal."""
    assert numeral(number, form=form) == said
