from __future__ import annotations

import io
from datetime import date, datetime, time
from decimal import Decimal

import pytest
import xlsxwriter

from giaoban.formats import Cell, Document, open_document
from giaoban.formats.shown import Format, format_of
from giaoban.formats.workbook import said
from tests.unit.formats.files import excel


def opened(content: bytes) -> Document:
    """Return the file opened."""
    document, _ = open_document(content, name="a.xlsx")
    assert document is not None
    return document


def test_cells_are_read_as_they_are_shown_and_kept() -> None:
    """Numbers with decimals, percentages, merged titles; addresses count blank rows and columns."""
    document = opened(excel({"Biểu 02": [["BIỂU"], [None, None], [None, "Thu", 1234.5], [None, "Tỷ lệ", 0.7654]]}))
    (table,) = document.tables
    assert table.cells == (
        Cell(0, 0, "BIỂU", None, 1, 3), Cell(2, 1, "Thu"), Cell(2, 2, "1.234,5", Decimal("1234.5")), Cell(3, 1, "Tỷ lệ"),
        Cell(3, 2, "76,5%", Decimal("76.54")),
    )  # fmt: skip
    assert table.place(table.cells[2]) == "Biểu 02!C3"


def test_formulas_give_what_excel_stored_and_errors_are_noted() -> None:
    """Nothing is computed here."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("S")
    sheet.write_formula(0, 0, "=1+1", None, 2)
    sheet.write_formula(1, 0, "=1/0", None, "#DIV/0!")
    book.close()
    document, problems = open_document(out.getvalue(), name="a.xlsx")
    assert document is not None
    assert document.tables[0].cells[0] == Cell(0, 0, "2", Decimal(2))
    assert [problem.sentence() for problem in problems] == ["a.xlsx: 1 ô có công thức lỗi hoặc chưa tính (S!A2); coi như chưa có số liệu."]


def test_hidden_sheets_are_said() -> None:
    """And marked."""
    document, problems = open_document(excel({"Biểu": [[1, 2]], "nháp": [[3, 4]]}, hidden=["nháp"]), name="a.xlsx")
    assert document is not None
    assert ([table.hidden for table in document.tables], [problem.code for problem in problems]) == (
        [False, True],
        ["reading-hidden-sheets"],
    )


def test_headers_and_remarks_stand_aside() -> None:
    """They are no cells."""
    document = opened(excel({"S": [["a", "b"]]}, header="&CBản nháp", comment="xem lại"))
    assert {"Bản nháp"} <= set(document.asides)
    assert any("xem lại" in aside for aside in document.asides)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "có"), (False, "không"), (date(2026, 3, 2), "2/3/2026"), (datetime(2026, 3, 2, 7), "2/3/2026"), (time(7), "07:00:00"),  # noqa: DTZ001 -- Excel knows no zone
        (None, ""), ("a\nb", "a b"), (float("inf"), ""), (1e20, "100.000.000.000.000.000.000"), (-2.5, "-2,5"),
    ],
)  # fmt: skip
def test_values_of_each_type(value: object, text: str) -> None:
    """As a Vietnamese reader sees them."""
    assert said(value)[0] == text


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("0.00", Format(False, 2)), ('#,##0.0" tỷ"', Format(False, 1)), ("[Red]0%", Format(True, 0)), ("@", None), ("0.##", None),
        ("", None),
        ("0.0#%", Format(True, 2)),
    ],
)  # fmt: skip
def test_number_formats(code: str, shown: Format | None) -> None:
    """Literals, colours and conditions do not count."""
    assert format_of(code) == shown
