"""Does the annex to the chair name units in groups, in the order of their names, and show every figure?"""

from __future__ import annotations

from dataclasses import replace

from giaoban.briefing import Agenda, Pack, prepare
from giaoban.briefing.annex import MOST_BARS, TITLE, WIDE, annex_blocks, cell_of, matrix_blocks, parts_of
from giaoban.briefing.blocks import Grid, Heading, NewPage, Paragraph, Picture, Point
from giaoban.engine import Board, Level
from tests.unit.briefing.boards import GIFTS, REGIME, REVENUE, VOLUME, WARDS, board, body, catalogue, mau, plan, row, status


def pack(made: Board) -> Pack:
    return prepare(Agenda("ha-tinh", made.period, (REGIME,), for_chair=True), boards=[made], catalogue=catalogue())


def points(made: Board) -> list[str]:
    return [block.text for block in annex_blocks(pack(made)) if isinstance(block, Paragraph | Point)]


def test_it_begins_on_a_page_of_its_own_on_its_side() -> None:
    """Under its own title."""
    assert annex_blocks(pack(mau()))[:2] == [NewPage(landscape=True), Heading(TITLE)]


def test_units_stand_in_groups_by_name() -> None:
    """Those without a figure too; the indicator that is told first comes first."""
    assert points(mau()) == [
        "Khối lượng chương trình mục tiêu hoàn thành:",
        "Đúng tiến độ (2 đơn vị): Phường Số 3, Phường Số 4.",
        "Đạt thấp (2 đơn vị): Phường Số 1, Phường Số 2.",
        "Chưa có số liệu (1 đơn vị): Phường Số 5.",
        "Trồng cây xanh:",
        "Đạt thấp (1 đơn vị): Phường Số 1.",
        "Chưa có số liệu (1 đơn vị): Phường Số 3.",
    ]


def test_the_latest_are_drawn_as_bars() -> None:
    """No more than three."""
    assert [block.name for block in annex_blocks(pack(mau())) if isinstance(block, Picture)] == [
        "units-khoi-luong-ctmt",
        "units-trong-cay-xanh",
    ]


def test_more_units_than_a_page_can_show_are_not_drawn() -> None:
    """The groups and the table say it."""
    wards = [body(f"phuong-{n}", f"Phường {n}") for n in range(MOST_BARS + 1)]
    weak = [row(REVENUE, at=ward, value=1.0, status=status(Level.WEAK), targets=(plan(10.0, 0.1),)) for ward in wards]
    pictures = [
        [block for block in annex_blocks(pack(board([row(REVENUE), *rows]))) if isinstance(block, Picture)] for rows in (weak[1:], weak)
    ]
    assert [len(found) for found in pictures] == [1, 0]


def test_voluntary_contributions_are_no_group() -> None:
    """Whatever a row says of them."""
    gifts = row(GIFTS, at=WARDS[0], value=1.0, status=status(Level.WEAK))
    assert points(board([row(REVENUE), gifts])) == ["Không có chỉ tiêu nào mà đơn vị bị đánh giá là đạt thấp hoặc chậm tiến độ."]


def test_without_parts_it_says_so() -> None:
    """A unit that has none."""
    assert points(board([row(REVENUE, value=1.0)])) == ["Không có đơn vị trực thuộc nào trong kỳ."]


def test_every_known_figure_stands_in_the_table() -> None:
    """Indicators down, units across by name; what is absent is a dash, and what is nobody's row is empty."""
    (table,) = [block for block in annex_blocks(pack(mau())) if isinstance(block, Grid)]
    assert table.caption == "Số liệu quý II/2021 của 5 đơn vị"
    assert [column.title for column in table.columns] == ["Chỉ tiêu", "ĐVT", *(f"Phường Số {n}" for n in range(1, 6))]
    assert table.rows == (
        ("Trồng cây xanh", "cây", "10", "", "–", "", ""),
        ("Khối lượng chương trình mục tiêu hoàn thành", "%", "20", "20", "60", "60", "chưa đến kỳ"),
    )


def test_many_units_take_several_tables() -> None:
    """As many to a table as a page takes; two of one name stand apart."""
    wards = [body(f"phuong-{n}", f"Phường {n}") for n in range(WIDE + 2)] + [body("khac", "Phường 1")]
    made = board([row(REVENUE, at=ward, value=1.0) for ward in wards])
    tables = [block for block in matrix_blocks(pack(made), rows=parts_of(pack(made))) if isinstance(block, Grid)]
    assert [(len(table.columns) - 2, table.caption[-6:]) for table in tables] == [(WIDE, " (1/2)"), (3, " (2/2)")]
    assert [column.title for table in tables for column in table.columns].count("Phường 1") == 2


def test_a_cell_says_what_it_is() -> None:
    """A figure, its state, or nothing."""
    absent = row(VOLUME)
    assert [cell_of(one) for one in (None, absent, replace(absent, state="not_applicable"), row(VOLUME, value=1234.5))] == [
        "", "–", "không áp dụng", "1.234,5",
    ]  # fmt: skip
