from __future__ import annotations

import pytest

from tests.unit.reading.texts import figures


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("Tổng đàn lợn còn 1.250 con.", "Tổng đàn lợn"),
        ("Xã có 116 hộ bị ảnh hưởng.", "hộ bị ảnh hưởng"),
        ("Còn thiếu 1,4 triệu m3 đất đắp.", "đất đắp"),
        ("Đoạn tuyến chính dài 17 km.", "Đoạn tuyến chính"),
        ("Thu ngân sách đạt 5 tỷ đồng.", "Thu ngân sách"),
    ],
)
def test_left_or_right(said: str, subject: str) -> None:
    """A counted noun is the subject unless a noun to its left is what the number tells of."""
    assert [figure.subject for figure in figures(said)] == [subject]


def test_a_clause_without_a_noun_keeps_the_subject() -> None:
    """And says that it did."""
    first, second = figures("Thu ngân sách đạt 5 tỷ đồng, bằng 45% kế hoạch.")
    assert (first.subject, second.subject) == ("Thu ngân sách", "Thu ngân sách")
    assert ("subject" in first.context, "subject" in second.context) == (False, True)
