from __future__ import annotations

from giaoban.reading.tables.grid import Grid
from giaoban.reading.tables.header import find_header
from giaoban.reading.tables.lines import Line, lines_of
from tests.unit.reading.tables.made import table


def lines(*rows: tuple[str, str]) -> tuple[Line, ...]:
    """Return the lines of a table of TT and names."""
    grid = Grid.of(table([["TT", "Chỉ tiêu", "ĐVT", "TH"], *([number, name, "hộ", "1"] for number, name in rows)]))
    header = find_header(grid)
    assert header is not None
    return lines_of(grid, header=header)


def tree(*rows: tuple[str, str]) -> list[tuple[str, int | None]]:
    """Return name and parent of each line."""
    return [(line.name, line.parent) for line in lines(*rows)]


def test_numbers_make_a_tree() -> None:
    """I, 1, a, -; a number of an earlier form goes back up."""
    assert tree(("I", "A"), ("1", "B"), ("a", "C"), ("-", "D"), ("b", "E"), ("2", "F"), ("II", "G"), ("1", "H")) == [
        ("A", None), ("B", 0), ("C", 1), ("D", 2), ("E", 1), ("F", 0), ("G", None), ("H", 6),
    ]  # fmt: skip


def test_dotted_numbers_and_letters() -> None:
    """1, 1.1, 1.1.1; A above I."""
    assert tree(("1", "A"), ("1.1", "B"), ("1.1.1", "C"), ("1.2", "D"), ("2", "E")) == [
        ("A", None),
        ("B", 0),
        ("C", 1),
        ("D", 0),
        ("E", None),
    ]
    assert tree(("A", "X"), ("I", "Y"), ("B", "Z"), ("I", "W")) == [("X", None), ("Y", 0), ("Z", None), ("W", 2)]


def test_marks_in_the_name() -> None:
    """ "Trong đó" and dashes are no words of the name."""
    found = lines(("1", "Tổng thu"), ("", "- Trong đó: thuế"), ("", "+ phí"))
    assert [(line.name, line.part_only, line.total, line.parent) for line in found] == [
        ("Tổng thu", False, True, None), ("thuế", True, False, 0), ("phí", False, False, 1),
    ]  # fmt: skip


def test_the_foot_of_a_table_is_no_line() -> None:
    """Source, signature, a header printed again."""
    assert [name for name, _ in tree(("1", "A"), ("TT", "Chỉ tiêu"), ("2", "B"))] == ["A", "B"]
    grid = Grid.of(table([["TT", "Chỉ tiêu", "ĐVT", "TH"], ["1", "Thu", "hộ", "1"], ["", "Ghi chú: số ước", "", ""], ["", "Khác", "", ""]]))
    header = find_header(grid)
    assert header is not None
    assert [line.name for line in lines_of(grid, header=header)] == ["Thu"]
