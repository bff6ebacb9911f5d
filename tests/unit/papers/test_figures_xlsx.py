"""Does the workbook hold the biểu as it is printed, units only where they may be named, and where everything comes from?"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl

from giaoban.briefing import Agenda, Legend, Pack, prepare
from giaoban.engine import Board
from giaoban.papers import Look, figures_xlsx
from giaoban.papers.figures_xlsx import board_xlsx
from tests.unit.briefing.boards import REGIME, REVENUE, VOLUME, WARDS, board, catalogue, ha_tinh, mau, row

LEGEND = Legend.of(catalogue(), on=date(2021, 7, 1))


def pack(made: Board, **more: object) -> Pack:
    agenda = Agenda("ha-tinh", made.period, (REGIME,), **more)
    return prepare(agenda, boards=[made], catalogue=catalogue(), cite=lambda entry: f"BC {entry}")


def book_of(content: bytes) -> dict[str, list[list[object]]]:
    """Return the cells of each sheet, empty rows left out."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [list(cells) for cells in sheet.iter_rows(values_only=True) if any(cells)] for sheet in book}


def rendered(made: Board, **more: object) -> dict[str, list[list[object]]]:
    return book_of(figures_xlsx.render(pack(made, **more), look=Look()))


def test_the_table_has_its_real_columns_and_exact_numbers() -> None:
    """Numbers as numbers, what is more than a number as it is printed; groups, and notes below."""
    figures = rendered(mau())["Biểu"]
    assert figures[0][0] == "THÀNH PHỐ HÀ TĨNH: BIỂU SỐ LIỆU QUÝ II/2021"
    assert figures[2][0] == "DỮ LIỆU GIẢ ĐỊNH"
    assert figures[3][3:6] == ["KH năm 2021", None, "TH quý II/2020"]
    assert figures[4][3:5] == ["tỉnh giao", "thành phố giao"]
    assert figures[5][0] == "A. Ngân sách, kinh tế"
    revenue = figures[6]
    assert revenue[:8] == ["1", REVENUE.name, "tỷ đồng", 450, 470, 72.9, 80.25, 234.55]
    assert (round(revenue[8], 4), revenue[10]) == (52.1222, "110,1\n108 [1]")
    assert figures[-1][0].startswith("[")


def test_for_everybody_units_are_only_counted() -> None:
    """No name of one stands anywhere in the workbook."""
    sheets = rendered(mau())
    assert list(sheets) == ["Biểu", "Số đơn vị theo mức", "Nguồn"]
    assert sheets["Số đơn vị theo mức"][3:] == [
        ["Chỉ tiêu", "Vượt kế hoạch", "Đạt kế hoạch", "Đúng tiến độ", "Chậm tiến độ", "Đạt thấp", "Chưa đánh giá"],
        [VOLUME.name, 0, 0, 2, 0, 2, 1],
        ["Trồng cây xanh", 0, 0, 0, 0, 1, 1],
    ]
    assert [ward.name for ward in WARDS if ward.name in str(sheets)] == []


def test_for_the_chair_every_figure_of_every_unit_stands_in_it() -> None:
    """The whole beside its units, by name; and what each did of its plan."""
    sheets = rendered(mau(), for_chair=True)
    assert list(sheets) == ["Biểu", "Các đơn vị", "Các đơn vị, % KH", "Nguồn"]
    assert sheets["Các đơn vị"][3:] == [
        ["Chỉ tiêu", "ĐVT", "Toàn địa bàn", *(f"Phường Số {n}" for n in range(1, 6))],
        ["Trồng cây xanh", "cây", 558, 10, "", "–", "", ""],
        [VOLUME.name, "%", 31, 20, 20, 60, 60, "chưa đến kỳ"],
    ]
    shares = sheets["Các đơn vị, % KH"][4:]
    assert shares == [
        [VOLUME.name, "kế hoạch năm 2021 (thành phố giao)", 20, 20, 60, 60, ""],
        ["Trồng cây xanh", "kế hoạch năm 2021 (thành phố giao)", 20, "", "", "", ""],
    ]


def test_a_series_of_units_alone_comes_last() -> None:
    """Where the whole has no row of its own."""
    made = board([row(REVENUE), row(VOLUME, at=WARDS[0], value=2.0), row(REVENUE, at=WARDS[0], value=1.0)])
    assert [cells[0] for cells in rendered(made, for_chair=True)["Các đơn vị"][3:]] == [REVENUE.name, VOLUME.name]


def test_where_nothing_is_judged_there_is_no_sheet_of_it() -> None:
    """Neither of counts nor of shares."""
    made = board([row(REVENUE, value=1.0), row(REVENUE, at=WARDS[0], value=1.0)])
    assert list(rendered(made)) == ["Biểu", "Nguồn"]
    assert list(rendered(made, for_chair=True)) == ["Biểu", "Các đơn vị", "Nguồn"]


def test_the_last_sheet_says_where_everything_comes_from() -> None:
    """Question, entry, hash, notes, what is hidden, and the paper of each entry."""
    found = dict(cells for cells in rendered(mau())["Nguồn"] if cells[0])
    assert found["Câu hỏi"].startswith("[Thành phố Hà Tĩnh]  [Quý II/2021]  Bản số liệu: mục số 1042")
    assert (found["Mã băm"], found["Nguồn của mục 5"]) == ("5f" * 32, "BC 5")
    assert any("không thuộc phạm vi được xem" in str(cells[1]) for cells in rendered(mau())["Nguồn"])
    assert any(cells[1] == "Nạp lại lịch sử." for cells in rendered(ha_tinh())["Nguồn"])


def test_a_board_is_written_as_its_reader_sees_it() -> None:
    """With the units that it has, without a draft's mark; equal boards are equal bytes, and an empty book is one too."""
    sheets = book_of(board_xlsx(mau(), legend=LEGEND))
    assert list(sheets) == ["Biểu", "Các đơn vị", "Các đơn vị, % KH", "Nguồn"]
    assert b"D\xe1\xbb\xb0 TH\xe1\xba\xa2O" not in board_xlsx(ha_tinh(), legend=LEGEND)
    assert board_xlsx(mau(), legend=LEGEND) == board_xlsx(mau(), legend=LEGEND)
    empty = book_of(board_xlsx(replace(board([]), as_known=""), legend=LEGEND))
    assert list(empty) == ["Biểu", "Nguồn"]


def test_a_hostile_name_is_a_name() -> None:
    """Of a body, of an indicator, of a source."""
    bad = '=cmd|"/c calc"!A1'
    made = board([row(REVENUE, value=1.0, name=bad, body_name=bad), row(REVENUE, at=WARDS[0], value=2.0, body_name=bad)], body_name=bad)
    content = figures_xlsx.render(pack(made, for_chair=True), look=Look())
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(content)) for cells in sheet for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert bad in {cell.value for cell in cells}
