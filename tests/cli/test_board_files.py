"""Does a board go into a sheet and a list as it is seen?"""

from __future__ import annotations

import io

import openpyxl

from tests.flow import small
from tests.people import OFFICER_B


def test_a_board_is_written_as_a_workbook_and_as_a_list(giaoban, embedded_town, tmp_path):
    """Beside what is printed; both hold the rows of the account that asked."""
    sheet, plain = tmp_path / "moi" / "bieu.xlsx", tmp_path / "bieu.csv"
    asked = ("--as", OFFICER_B, "board", "--body", small.TOWN, "--period", small.PERIOD, "--units")
    ran = giaoban(*asked, "--xlsx", sheet, "--csv", plain)
    assert (ran.code, ran.err, ran.out.splitlines()[-2:]) == (0, "", [f"Đã ghi {sheet}", f"Đã ghi {plain}"])
    book = openpyxl.load_workbook(io.BytesIO(sheet.read_bytes()))
    assert book.sheetnames == ["Biểu", "Các đơn vị", "Nguồn"]
    lines = plain.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Mã đơn vị;Đơn vị;Kỳ;")
    assert [line for line in lines if line.startswith(f"{small.B};") and f";{small.REVENUE};" in line and ";20;20;" in line] != []
    assert [line for line in lines if small.BY_VISIBILITY["draft"] in line and ";7;" in line] == []
