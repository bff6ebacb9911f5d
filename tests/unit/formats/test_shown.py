from __future__ import annotations

import pytest

from giaoban.formats.package import Package, Swollen
from giaoban.formats.shown import Format, format_of, formats_of
from tests.unit.formats.files import zipped

BOOK = {
    "xl/workbook.xml": b'<w xmlns:r="r"><sheets><sheet name="S" r:id="r1"/><sheet name="T" r:id="r2"/></sheets></w>',
    "xl/_rels/workbook.xml.rels": b'<x><R Id="r1" Target="/xl/s1.xml"/><R Id="r2" Target="s2.xml"/></x>',
    "xl/styles.xml": b'<x><numFmts><n numFmtId="170" formatCode="0.0%"/></numFmts>'
    b'<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="4"/></cellXfs></x>',
}


def test_formats_are_known_by_sheet_and_cell() -> None:
    """Cells may leave out their names; errors and formulas without a result are told."""
    sheet = b'<x><row r="2"><c s="1"/><c r="D2" s="2"/><c t="e"/></row><row><c s="0"/><c><f>1+1</f></c></row></x>'
    shown = formats_of(Package(zipped({**BOOK, "xl/s1.xml": sheet})))
    assert shown["S"].formats == {(1, 0): Format(True, 1), (1, 3): Format(False, 2)}
    assert (shown["S"].wrong, "T" in shown) == (((1, 4), (2, 1)), False)


def test_a_far_cell_is_found_before_room_is_made() -> None:
    """A million rows of a thousand columns."""
    with pytest.raises(Swollen):
        formats_of(Package(zipped({**BOOK, "xl/s1.xml": b'<x><row r="9"><c r="ZZ999999"/></row></x>'})))


def test_a_book_without_styles() -> None:
    """Nothing is known of its formats."""
    parts = {name: content for name, content in BOOK.items() if "styles" not in name}
    assert formats_of(Package(zipped({**parts, "xl/s1.xml": b'<x><c s="1"/></x>'})))["S"].formats == {}
    assert formats_of(Package(zipped({"a.xml": b"<a/>"}))) == {}


@pytest.mark.parametrize(("code", "shown"), [("0.00", Format(False, 2)), ("dd/mm", None), ("0.0##", None)])
def test_number_formats(code: str, shown: Format | None) -> None:
    """Days are no numbers; decimals that may be left out tell nothing."""
    assert format_of(code) == shown
