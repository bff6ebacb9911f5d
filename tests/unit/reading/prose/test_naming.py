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


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Phường có 500 doanh nghiệp thành lập mới, tăng 7%.", ["doanh nghiệp thành lập mới"] * 2),
        ("Huyện có 12 xã (60%) được công nhận đạt chuẩn, tăng 3 xã.", ["xã được công nhận đạt chuẩn"] * 3),
        ("Châu Á (chiếm 62% tổng kim ngạch) tăng 10%.", ["Châu Á", "Châu Á"]),
        ("Thu đạt 51% so với nghị quyết đề ra (23 tỷ đồng) và tăng 2%.", ["Thu", "nghị quyết đề ra", "Thu"]),
        ("Xảy ra cháy, làm chết 5 người, bị thương 9 người.", ["người làm chết", "người bị thương"]),
        ("100% tuyến đường trục xã đã được bê tông hóa.", ["tuyến đường trục xã đã được bê tông hóa"]),
        ("Chỉ số PAR xếp thứ 4/21, tăng 6 bậc.", ["Chỉ số PAR", "Chỉ số PAR"]),
    ],
)
def test_what_the_clause_leaves_out(said: str, expected: list[str]) -> None:
    """A change speaks of what stood before it, a bracket of what it follows, a whole of its own noun."""
    assert [figure.subject for figure in figures(said)] == expected
