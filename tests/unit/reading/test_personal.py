from __future__ import annotations

import pytest

from giaoban.formats import Cell, Document, Paragraph, Table
from giaoban.reading import people_in_prose, personal_columns, without
from tests.unit.reading.tables.made import table

LISTED = [
    ["TT", "Họ và tên", "Năm sinh", "Số CCCD", "SĐT"],
    *[[str(n), "Trần Thị Mẫu", "1990", f"04209900000{n}", f"091234567{n}"] for n in range(4)],
]


def found(rows: list[list[str]]) -> list[tuple[str, int]]:
    """Return header words and people of each column found."""
    return [(one.words, one.people) for one in personal_columns(Document("xlsx", (table(rows),)))]


def test_a_list_of_people_is_seen() -> None:
    """Identity number, telephone, and name with year of birth."""
    assert found(LISTED) == [("Họ và tên", 4), ("Năm sinh", 4), ("Số CCCD", 4), ("SĐT", 4)]


def test_numbers_tell_without_a_header() -> None:
    """Twelve digits that begin with nought, three times."""
    assert found([["Mẫu", f"04209900000{n}"] for n in range(3)]) == [("cột B", 3)]


@pytest.mark.parametrize(
    "rows",
    [
        [["TT", "Chỉ tiêu", "ĐVT", "TH"], ["1", "Thu ngân sách", "đồng", "154300000000"], ["2", "Chi", "đồng", "99000000000"]],
        [["Phường", "Số hộ"], ["Trần Phú", "12"], ["Nguyễn Du", "15"], ["Bắc Hà", "19"], ["Tân Giang", "20"]],
        [["TT", "Cơ quan", "Điện thoại"], ["1", "Văn phòng", "0912345678"]],
    ],
)  # fmt: skip
def test_totals_places_and_one_telephone_are_no_list_of_people(rows: list[list[str]]) -> None:
    """Streets are named for people; an office has a telephone."""
    assert found(rows) == []


def test_the_columns_can_be_left_out() -> None:
    """What is left stands at its old address."""
    document = Document("xlsx", (Paragraph("Danh sách"), table(LISTED)), asides=("Trần Thị Mẫu",))
    left = without(document, columns=personal_columns(document))
    assert left.blocks == (
        Paragraph("Danh sách"),
        Table("Biểu 01", tuple(Cell(n, 0, text) for n, text in enumerate(["TT", "0", "1", "2", "3"]))),
    )
    assert left.asides == ()


def test_numbers_in_prose_are_counted_where_they_are_a_list() -> None:
    """One is a signature; three are a list."""
    lines = [Paragraph(f"Ông Mẫu, CCCD 04209900000{n}") for n in range(3)]
    assert (people_in_prose(Document("txt", tuple(lines))), people_in_prose(Document("txt", (lines[0],)))) == (3, 0)
