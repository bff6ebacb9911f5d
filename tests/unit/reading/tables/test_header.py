from __future__ import annotations

import pytest

from giaoban.reading.tables.grid import Grid
from giaoban.reading.tables.header import Header, find_header, is_filler, is_measure
from giaoban.reading.tables.roles import Role
from tests.unit.reading.tables.made import HEAD, REVENUE, table


def header(rows: list[list[str]], above: str = "") -> Header | None:
    """Return the head of a table."""
    return find_header(Grid.of(table(rows)), above=above)


def test_the_header_is_found_below_a_title() -> None:
    """With the measure that the title gives."""
    found = header([["BIỂU TỔNG HỢP"], ["", "", "", "Đơn vị tính: triệu đồng"], HEAD, REVENUE])
    assert found is not None
    assert (found.top, found.body, found.measure, found.name, found.number, found.measure_column, found.note) == (
        2,
        3,
        "triệu đồng",
        1,
        0,
        2,
        9,
    )
    roles = [Role.PLAN, Role.ACTUAL, Role.ACTUAL, Role.TO_DATE, Role.PCT_PLAN, Role.PCT_SAME]
    assert [column.role for column in found.columns] == roles


@pytest.mark.parametrize(
    "rows", [[["a", "b"], ["c", "d"]], [["5", "6", "7"]], [["Họ tên", "Chức vụ"]], [["Nội dung", "Kết quả"], ["x", "tốt"]]]
)
def test_what_is_no_table_of_figures(rows: list[list[str]]) -> None:
    """Words, numbers without a head."""
    found = header(rows)
    assert found is None or found.columns == () or all(column.role is Role.ACTUAL for column in found.columns)


def test_a_column_that_is_called_unit_may_hold_measures_or_places() -> None:
    """What stands in it decides."""
    of_measures = header([["TT", "Chỉ tiêu", "Đơn vị", "TH"], ["1", "Thu", "tỷ đồng", "5"]])
    of_places = header([["TT", "Đơn vị", "KH", "TH"], ["1", "Phường A", "5", "6"]])
    assert (of_measures is not None and of_measures.measure_column, of_places is not None and of_places.of_places) == (2, True)


def test_fillers_and_measures_in_brackets() -> None:
    """ "Trong đó" groups; "(tỉnh giao)" is no measure."""
    assert [is_filler(words) for words in ("Trong đó:", "Năm 2026", "Thu")] == [True, True, False]
    assert [is_measure(words) for words in ("triệu đồng", "%", "m2", "tỉnh giao")] == [True, True, True, False]
