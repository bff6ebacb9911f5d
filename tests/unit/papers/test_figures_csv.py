"""Does a list hold every row with Vietnamese numbers, and nothing that a spreadsheet would run?"""

from __future__ import annotations

import csv
import io

import pytest

from giaoban.briefing import Agenda, Pack, prepare
from giaoban.engine import Board
from giaoban.papers import Look, figures_csv
from giaoban.papers.figures_csv import COLUMNS, board_csv, guarded
from tests.unit.briefing.boards import REGIME, REVENUE, WARDS, board, catalogue, mau, row


def read(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def pack(made: Board, *, for_chair: bool) -> Pack:
    return prepare(Agenda("ha-tinh", made.period, (REGIME,), for_chair=for_chair), boards=[made], catalogue=catalogue())


def test_each_row_of_the_board_is_a_line() -> None:
    """With the decimal comma and without grouping dots; what is absent is empty and has its reason."""
    lines = read(board_csv(mau()))
    assert len(lines) == len(mau().rows)
    first = lines[0]
    assert list(first) == list(COLUMNS)
    assert {name: first[name] for name in ("Mã đơn vị", "Kỳ", "Mã chỉ tiêu", "Trong kỳ", "Lũy kế từ đầu năm", "Kế hoạch", "Cấp giao")} == {
        "Mã đơn vị": "ha-tinh", "Kỳ": "2021-Q2", "Mã chỉ tiêu": "thu-ngan-sach", "Trong kỳ": "80,25", "Lũy kế từ đầu năm": "234,55",
        "Kế hoạch": "450", "Cấp giao": "tỉnh giao",
    }  # fmt: skip
    assert (first["So với kế hoạch (%)"], first["Bản số liệu"]) == ("52,1222222222", "1042")
    absent = next(line for line in lines if line["Tình trạng"] == "absent")
    assert (absent["Trong kỳ"], absent["Lý do"]) == ("", "mới có 3/5 đơn vị có số liệu")
    assert next(line for line in lines if line["Phân tổ"])["Phân tổ"] == "phi"


def test_units_have_lines_only_in_the_annex_to_the_chair() -> None:
    """Else the list is the body's own."""
    for_all, for_chair = (read(figures_csv.render(pack(mau(), for_chair=chair), look=Look())) for chair in (False, True))
    assert {line["Mã đơn vị"] for line in for_all} == {"ha-tinh"}
    assert {line["Mã đơn vị"] for line in for_chair} > {ward.id for ward in WARDS}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r=1"])
def test_a_text_is_never_taken_for_a_formula(text: str) -> None:
    """Nor does it break the list: parting marks, quotes and line ends stay inside their cell."""
    assert guarded(text).startswith("'")
    made = board([row(REVENUE, value=-1.5, name=f"{text};\"'\nA")])
    (line,) = read(board_csv(made))
    assert line["Chỉ tiêu"].startswith("'")
    assert line["Trong kỳ"] == "-1,5"
