"""Is every piece whole XML, with texts escaped, headings repeated and rows kept together?"""

from __future__ import annotations

from typing import Any

from lxml import etree

from giaoban.briefing.blocks import Column, Grid
from giaoban.papers.tables import fit
from giaoban.papers.word_parts import NAMESPACES, paragraph, ruled, run, section, side_by_side, table
from giaoban.papers.word_styles import W
from tests.unit.papers.reading import HOSTILE


def parsed(xml: str) -> Any:
    return etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>")


def tagged(root: Any, tag: str) -> list[Any]:
    return list(root.iter(f"{{{W}}}{tag}"))


def test_a_text_is_a_text_whatever_it_says() -> None:
    root = parsed(paragraph(f"{HOSTILE}\nhai", style="BodyText"))
    assert [text.text for text in tagged(root, "t")][1] == "hai"
    assert tagged(root, "t")[0].text.startswith("<b>&amp; {{ 7*7 }}")
    assert len(tagged(root, "br")) == 1


def test_an_empty_paragraph_has_no_run() -> None:
    assert tagged(parsed(paragraph("", style="Normal")), "r") == []
    assert len(tagged(parsed(f"<w:p>{run('x', properties='<w:b/>')}</w:p>"), "b")) == 1


def test_a_line_below_is_as_long_as_asked_in_the_middle() -> None:
    (indent,) = tagged(parsed(ruled(share=500, room=100)), "ind")
    assert indent.get(f"{{{W}}}left") == indent.get(f"{{{W}}}right") == "1417"


def test_two_columns_have_no_lines() -> None:
    root = parsed(side_by_side(paragraph("a", style="Normal"), right="", widths=(60, 105)))
    assert tagged(root, "tblBorders") == []
    assert [len(tagged(cell, "p")) for cell in tagged(root, "tc")] == [1, 1]


def test_a_table_repeats_its_heading_and_tears_no_row() -> None:
    grid = Grid((Column("Tên"), Column("Số", right=True)), ("A. Nhóm", ("x", "1,5")), caption='"Biểu" 1')
    root = parsed(table(fit(grid, room=165)[0], room=165))
    rows = tagged(root, "tr")
    assert [len(tagged(row, "tblHeader")) for row in rows] == [1, 0, 0]
    assert [len(tagged(row, "cantSplit")) for row in rows] == [1, 1, 1]
    assert [span.get(f"{{{W}}}val") for span in tagged(rows[1], "gridSpan")] == ["2"]
    assert [align.get(f"{{{W}}}val") for align in tagged(rows[2], "jc")] == ["right"]
    assert [one.get(f"{{{W}}}val") for one in tagged(root, "tblCaption")] == ['"Biểu" 1']


def test_a_heading_over_columns_spans_them_and_the_others_are_one_cell() -> None:
    grid = Grid((Column("Tên"), Column("KH", above="So sánh"), Column("Cùng kỳ", above="So sánh")), (("x", "1", "2"),))
    rows = tagged(parsed(table(fit(grid, room=165)[0], room=165)), "tr")
    assert [["".join(cell.itertext()) for cell in tagged(row, "tc")] for row in rows] == [
        ["Tên", "So sánh"],
        ["", "KH", "Cùng kỳ"],
        ["x", "1", "2"],
    ]
    assert [len(tagged(row, "vMerge")) for row in rows] == [1, 1, 0]
    assert [len(tagged(row, "tblHeader")) for row in rows] == [1, 1, 0]


def test_a_page_on_its_side_says_so() -> None:
    root = parsed(section(size=(297, 210), margins=(30, 20, 15, 20), links="", first=False))
    assert [tagged(root, "pgSz")[0].get(f"{{{W}}}{name}") for name in ("w", "h", "orient")] == ["16838", "11906", "landscape"]
    assert tagged(root, "titlePg") == []
