"""Is a workbook the same bytes for the same content, and nothing in it a formula?"""

from __future__ import annotations

import html
import io
import zipfile
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from giaoban.briefing.blocks import Column
from giaoban.papers.sheet_file import LONGEST, OPENED, SheetFile, Shown, number_format

COLUMNS = (
    Column("TT", right=True), Column("Chỉ tiêu", least=14), Column("tỉnh giao", right=True, above="KH"),
    Column("HĐND giao", right=True, above="KH"), Column("Ghi chú", least=12),
)  # fmt: skip
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "https://example.org", "{{x}}", "<b>&</b>", "\u202eđảo", "1.234")
LINES = [
    "A. Kinh tế",
    [Shown("1"), Shown("Thu"), Shown("1.234,5", Decimal("1234.5678")), Shown("–"), Shown("ước TH")],
    *([Shown(""), Shown(text), Shown(""), Shown(""), Shown(text)] for text in HOSTILE),
]


def made(*, mark: str = "DỰ THẢO & CO", columns: tuple[Column, ...] = COLUMNS, lines: list = LINES) -> bytes:
    file = SheetFile(datetime(2021, 4, 20, 17, 5), "mục số 7", mark)  # noqa: DTZ001 as a wall shows it
    file.table("Biểu", above=["BIỂU SỐ LIỆU", "câu hỏi"], columns=columns, lines=lines, below=["Ghi chú:", "[1] =1"], fixed=3)
    file.words("Nguồn", pairs=[("Mã băm", "5f" * 32), ("=a", "=b")])
    return file.close()


def made_head(content: bytes) -> str:
    """Return the printed head of the first sheet, as it stands in the file."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return html.unescape(packed.read("xl/worksheets/sheet1.xml").decode().partition("<oddHeader>")[2].partition("<")[0])


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(made()))


def test_equal_content_is_equal_bytes() -> None:
    """No clock is looked at; the files within bear a fixed day."""
    assert made() == made()
    with zipfile.ZipFile(io.BytesIO(made())) as packed:
        assert {one.date_time[:3] for one in packed.infolist()} == {(1980, 1, 1)}
        assert "2021-04-20T17:05:00Z" in packed.read("docProps/core.xml").decode()


def test_nothing_is_a_formula_or_a_link(book) -> None:
    """Whatever a text begins with; marks that turn writing round are left out."""
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell for cell in cells if cell.hyperlink] == []
    assert {"=1+1", "@SUM(A1)", "đảo", "=b"} <= {cell.value for cell in cells}


def test_a_number_is_a_number_with_the_decimals_that_are_shown(book) -> None:
    """Exact underneath."""
    (cell,) = [cell for row in book["Biểu"] for cell in row if cell.value == 1234.5678]
    assert cell.number_format == "[$-42A]#,##0.0"
    assert (number_format("12"), number_format("–")) == ("[$-42A]#,##0", "[$-42A]#,##0")


def test_headings_stay_in_sight_and_on_every_page(book) -> None:
    """Two tiers where some share one; landscape A4, one page across."""
    sheet = book["Biểu"]
    page = sheet.page_setup
    assert (sheet.freeze_panes, sheet.print_title_rows, page.orientation, page.paperSize) == (
        "D6",
        "$4:$5",
        "landscape",
        9,
    )
    assert [str(area) for area in sorted(sheet.merged_cells.ranges, key=str)] == ["A4:A5", "A6:E6", "B4:B5", "C4:D4", "E4:E5"]
    assert (sheet["C4"].value, sheet["C5"].value, sheet["D5"].value) == ("KH", "tỉnh giao", "HĐND giao")
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, page.fitToHeight) == (True, 0)
    assert "DỰ THẢO && CO" in made_head(made())


def test_what_is_too_wide_for_a_page_keeps_its_names_on_each() -> None:
    """The first columns are repeated instead of making everything small; one row of headings is enough here."""
    columns = (Column("Chỉ tiêu", least=14), *(Column(f"Phường {n}", right=True) for n in range(20)))
    wide = made(columns=columns, lines=[[Shown("Thu"), *[Shown("1", Decimal(1))] * 20]], mark="")
    sheet = openpyxl.load_workbook(io.BytesIO(wide))["Biểu"]
    assert (sheet.print_title_cols, sheet.freeze_panes, sheet.merged_cells.ranges) == ("$A:$C", "D5", set())


def test_an_over_long_text_is_cut_and_a_long_one_gets_its_lines() -> None:
    """A cell holds no more; a row is as high as its text needs."""
    long = "Rất dài " * 30
    sheet = openpyxl.load_workbook(io.BytesIO(made(lines=[[Shown(""), Shown(long + "x" * 40_000), *[Shown("")] * 3]])))["Biểu"]
    assert len(sheet["B6"].value) == LONGEST
    assert sheet.row_dimensions[6].height > 100


def test_an_empty_table_is_a_table() -> None:
    """Only headings; of an empty book the day is a fixed one."""
    assert openpyxl.load_workbook(io.BytesIO(made(lines=[])))["Biểu"]["B4"].value == "Chỉ tiêu"
    assert OPENED.year == 2000
