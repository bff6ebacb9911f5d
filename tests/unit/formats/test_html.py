from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from giaoban.formats import Cell, Paragraph, Table
from giaoban.formats.html import read_html


def text_of(page: str) -> str:
    """Return the page as text."""
    return read_html(page).lay().text


def test_the_site_around_the_text_is_left_out() -> None:
    """Menus, scripts, footers; blocks are lines, cells stand apart."""
    page = (
        "<head><title>X</title></head><nav>a</nav><h1>Tin</h1><script>5 tỷ</script><table><tr><td>A<td>5</tr></table><p>Một\n "
        "hai<br>ba</p><footer>b</footer>"
    )
    assert text_of(page) == "Tin\nA | 5\nMột hai\nba"
    assert read_html(page).blocks[0] == Paragraph("Tin", 1)


def test_a_table_keeps_its_merged_cells() -> None:
    """Rows and columns that a cell covers; a table in a cell is words of it."""
    page = (
        "<table><tr><th rowspan=2>TT<th colspan='2'>So sánh<tr><td>KH</td><td><table><tr><td>cùng</td><td>kỳ</td></tr></table></td></table>"
    )
    assert read_html(page).blocks == (
        Table("Bảng 1", (Cell(0, 0, "TT", None, 2, 1), Cell(0, 1, "So sánh", None, 1, 2), Cell(1, 1, "KH"), Cell(1, 2, "cùng kỳ"))),
    )


def test_a_table_of_one_column_is_a_frame() -> None:
    """Its cells are paragraphs."""
    assert read_html("<table><tr><td>Một</td></tr><tr><td>Hai</td></tr>").blocks == (Paragraph("Một"), Paragraph("Hai"))


def test_a_span_beyond_all_measure_is_cut() -> None:
    """So that nobody makes room for a million places."""
    (table,) = read_html("<table><tr><td colspan=99999>a<td rowspan=x>b</table>").tables
    assert [cell.across for cell in table.cells] == [200, 1]


@given(st.text(alphabet="<>/!-[]\"'= abp&#;x0tdrhl", max_size=300))
def test_any_page_ends(page: str) -> None:
    """However broken."""
    assert isinstance(text_of(page), str)


def test_deep_nesting_costs_no_more_than_its_length() -> None:
    """Open tags are not stacked."""
    assert text_of("<div>" * 100_000 + "đạt") == "đạt"
    assert text_of("<table><tr><td>" * 20_000 + "đạt") == "đạt"


def test_a_malformed_declaration_ends_the_reading() -> None:
    """What stood before it is kept."""
    assert text_of("<p>đạt 5 tỷ</p><![abc[ x ]]>") == "đạt 5 tỷ"


def test_one_silent_thing_inside_another() -> None:
    """Ends where the outer one ends."""
    assert text_of("<aside><aside>a</aside>b</aside>c") == "c"
