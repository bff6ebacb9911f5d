from __future__ import annotations

from tests.unit.reading.texts import figures


def test_bare_numbers_count_what_was_counted() -> None:
    """After a list's first item, and after "tổng số dự án … là"."""
    found = figures("Nhiều nhất là Mẫu An với 51 dự án; Mẫu Giang 50; Mẫu Hà 48.\nTổng số dự án chậm lên tới 383.")
    assert [(str(figure.value), figure.measure) for figure in found] == [
        ("51", "dự án"),
        ("50", "dự án"),
        ("48", "dự án"),
        ("383", "dự án"),
    ]


def test_years_in_turn() -> None:
    """Two years, two numbers."""
    found = figures("Thu nội địa năm 2029 và 2030 lần lượt tăng 14,6% và 7,6%.")
    assert [(str(figure.value), figure.period) for figure in found] == [("14.6", "2029"), ("7.6", "2030")]


def test_subjects_in_turn() -> None:
    """Two subjects, two numbers."""
    found = figures("Năm 2031 xuất khẩu và nhập khẩu lần lượt tăng 2,27% và 6,91%.")
    assert [figure.subject for figure in found] == ["xuất khẩu", "nhập khẩu"]


def test_a_list_that_does_not_match_gives_nothing_out() -> None:
    """Three numbers for one subject stay with it."""
    assert [figure.subject for figure in figures("Thu lần lượt tăng 2%, 3% và 4%.")] == ["Thu", "Thu", "Thu"]
