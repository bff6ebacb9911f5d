"""Is a board printed whole: question, counts, every row under its group, notes, purpose?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from giaoban.briefing import Legend, board_text
from giaoban.briefing.cells import Sheet
from giaoban.briefing.notes import Notes
from giaoban.briefing.stamp import MADE, PURPOSE
from giaoban.briefing.table import figures_table, in_groups
from giaoban.catalogue import Window
from giaoban.engine import Board
from tests.unit.briefing.boards import BY_ITEM, POOR, REVENUE, TREES, board, catalogue, ha_tinh, mau, row
from tests.unit.briefing.golden import golden

LEGEND = Legend.of(catalogue(), on=date(2021, 4, 20))


@pytest.mark.parametrize(("name", "made"), [("ha_tinh.board.txt", ha_tinh()), ("mau.board.txt", mau())])
def test_a_board_is_printed_as_kept(name: str, made: Board) -> None:
    """Every state, mark and verdict that a row may have."""
    text = board_text(made, legend=LEGEND)
    assert golden(name, made=text) == text


def test_made_up_data_are_marked_above_and_below() -> None:
    lines = board_text(mau(), legend=LEGEND).splitlines()
    assert (lines[0], lines[-1], lines[-2]) == (MADE, MADE, PURPOSE)
    assert MADE not in board_text(ha_tinh(), legend=LEGEND)


def test_no_line_is_wider_than_asked_where_words_allow() -> None:
    assert max(map(len, board_text(ha_tinh(), legend=LEGEND, width=130).splitlines())) <= 130


def test_rows_of_which_nothing_is_known_may_be_left_out_and_are_counted() -> None:
    """They are never left out unasked."""
    some = board([row(REVENUE, value=1.0), row(TREES), row(POOR, state="not_due", reason="chưa đến kỳ: chỉ tiêu báo cáo theo năm")])
    assert "Trồng cây xanh" in board_text(some, legend=LEGEND)
    short = board_text(some, legend=LEGEND, known_only=True)
    assert "Trồng cây xanh" not in short
    assert "[1] Không in 2 dòng chưa có số liệu." in short
    assert short.count("3 chỉ tiêu:") == 1


def test_an_empty_board_says_so() -> None:
    empty = board_text(board([]), legend=LEGEND)
    assert "Chưa có số liệu nào trong kỳ." in empty
    assert "chỉ tiêu:" not in empty
    assert figures_table(Sheet(Window.of("2021-Q1"), (), LEGEND, Notes())).empty == "Chưa có số liệu nào trong kỳ."


def test_groups_stand_in_the_order_of_a_report_and_unknown_ones_last() -> None:
    """Rows keep their order within a group."""
    rows = [replace(row(POOR), group="khac-b"), replace(row(POOR), group="khac-a"), row(TREES), row(BY_ITEM), row(REVENUE)]
    assert [(found.group, found.series.indicator) for found in in_groups(rows, legend=LEGEND)] == [
        ("ngan-sach", "thu-theo-khoan"),
        ("ngan-sach", "thu-ngan-sach"),
        ("do-thi", "trong-cay-xanh"),
        ("khac-a", "ty-le-ho-ngheo"),
        ("khac-b", "ty-le-ho-ngheo"),
    ]


def test_after_the_letters_groups_are_numbered() -> None:
    """The twenty-seventh group has a heading, too."""
    rows = [replace(row(REVENUE), group=f"nhom-{at:02}") for at in range(28)]
    made = figures_table(Sheet(Window.of("2021-Q1"), rows, Legend(), Notes())).rows
    assert [line for line in made if isinstance(line, str)][-3:] == ["Z. nhom-25", "1. nhom-26", "2. nhom-27"]
