"""Does every table fit, however wide, with no cell lost?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from giaoban.briefing.blocks import Column, Grid
from giaoban.papers.tables import SIZES, WHOLE, fit, heads, is_narrow
from tests.unit.papers.reading import wide

NARROW = Grid((Column("TT", right=True), Column("Nội dung")), (("1", "Một"),))


def test_a_small_table_keeps_the_largest_letters() -> None:
    (part,) = fit(NARROW, room=165)
    assert (part.size, sum(part.shares), part.grid) == (SIZES[0], WHOLE, NARROW)
    assert part.shares[1] > part.shares[0]


def test_letters_shrink_before_a_table_is_parted() -> None:
    assert [part.size for part in fit(wide(12, 2), room=165)] == [9]


def test_a_very_wide_table_is_parted_and_each_part_says_what_its_rows_are() -> None:
    parts = fit(wide(40, 3), room=165)
    assert len(parts) > 1
    assert {part.grid.columns[1].title for part in parts} == {"Đơn vị"}
    assert [column.title for part in parts for column in part.grid.columns[2:]] == [f"Chỉ tiêu số {at}" for at in range(40)]


def test_words_get_the_room_that_numbers_do_not_need() -> None:
    grid = Grid((Column("Số", right=True), Column("Ghi chú")), (("1.234,5", "một câu dài hơn nhiều so với con số bên cạnh"),))
    (part,) = fit(grid, room=100)
    assert part.shares[1] > 2 * part.shares[0]


def test_whether_a_table_stands_upright_at_ease() -> None:
    assert is_narrow(NARROW, room=165)
    assert is_narrow(Grid(NARROW.columns, ()), room=1)
    assert not is_narrow(wide(12, 2), room=165)


def test_a_heading_over_columns_spans_neighbours_only() -> None:
    columns = (Column("a", above="x"), Column("b"), Column("c", above="x"), Column("d", above="x"))
    assert heads(columns) == [("x", 1), ("", 1), ("x", 2)]
    assert heads(columns[1:2]) == []


@given(
    st.lists(st.lists(st.text("ab m.1 ", max_size=60), min_size=3, max_size=3), min_size=1, max_size=4),
    st.integers(20, 260),
    st.integers(1, 30),
)
def test_no_cell_is_lost_and_every_part_is_whole(texts: list[list[str]], room: int, columns: int) -> None:
    rows = tuple(tuple((row * columns)[: columns + 1]) for row in texts)
    grid = Grid((Column("Tên"), *(Column("Số", right=True) for _ in range(columns))), rows)
    parts = fit(grid, room=room)
    assert [sum(part.shares) for part in parts] == [WHOLE] * len(parts)
    assert all(min(part.shares) > 0 and min(part.capacity) > 0 for part in parts)
    for at, row in enumerate(rows):
        cells = [cell for part in parts for cell in part.grid.rows[at][1:]]
        assert cells == list(row[1:])
