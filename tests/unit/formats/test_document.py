from __future__ import annotations

import pytest

from giaoban.formats import Cell, Document, Paragraph, Table
from giaoban.formats.document import column_name, one_line


def test_every_thing_has_its_place_in_the_text() -> None:
    """Paragraphs, tables, cells; a hidden blank cell takes no place."""
    table = Table("Bảng 1", (Cell(0, 0, "TT"), Cell(0, 2, "KH"), Cell(2, 1, "Thu"), Cell(2, 2, "")))
    laid = Document("docx", (Paragraph("Biểu"), table, Paragraph("Hết"))).lay()
    assert laid.text == "Biểu\nTT | KH\nThu\nHết"
    assert [laid.text[start : start + 4] for start in laid.paragraphs] == ["Biểu", "Hết"]
    assert [laid.text[start:end] for start, end in laid.tables] == ["TT | KH\nThu"]
    assert {at: laid.text[start : start + 2] for at, start in laid.cells.items()} == {(0, 0, 0): "TT", (0, 0, 2): "KH", (0, 2, 1): "Th"}


def test_a_table_knows_its_size_and_addresses() -> None:
    """Merged cells count for all they cover."""
    table = Table("Biểu 02", (Cell(0, 0, "a", None, 2, 3), Cell(13, 3, "b")))
    assert (table.rows, table.columns, table.place(table.cells[1])) == (14, 4, "Biểu 02!D14")
    assert (Table("x", ()).rows, Table("x", ()).columns, Document("docx", ()).tables) == (0, 0, ())


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (27, "AB"), (16383, "XFD")])
def test_columns_have_the_names_of_excel(column: int, name: str) -> None:
    """From A to XFD."""
    assert column_name(column) == name


def test_line_ends_and_doubled_blanks_go() -> None:
    """A non-breaking space stays."""
    assert one_line(" a\r\n b\t\tc\u00a0d ") == "a b c\u00a0d"
