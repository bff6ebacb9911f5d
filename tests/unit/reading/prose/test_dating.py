from __future__ import annotations

import pytest

from tests.unit.reading.texts import figures


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("Năm 2029 đạt 5 tỷ đồng, năm 2030 đạt 6 tỷ đồng.", ["2029", "2030"]),
        ("Thu 5 tỷ đồng trong 6 tháng đầu năm 2031.", ["2031-H1"]),
        ("Quý I/2031 thu tăng 8% (cùng kỳ tăng 5%).", ["2031-Q1", "2030-Q1"]),
        ("Quý I/2031 thu tăng 8% (cùng kỳ năm 2029 tăng 5%).", ["2031-Q1", "2029-Q1"]),
        ("Tỷ lệ hộ nghèo giảm từ 1,4% năm 2029 xuống còn 0,67% năm 2030.", ["2029", "2030"]),
        ("9 tháng năm 2031 xuất siêu 31 triệu USD (cùng kỳ 2030 xuất siêu 41 triệu USD).", ["2031-9M", "2030-9M"]),
        ("Quý I/2031 họp. Thu đạt 5 tỷ đồng, bằng 40% kế hoạch năm 2031.", ["2031-Q1", "2031-Q1"]),
        ("Phấn đấu thu 9 tỷ đồng năm 2032.", ["2032"]),
        ("Thu đạt 5 tỷ đồng\nTrong quý II/2031, phường thu khá.", ["2031-Q2"]),
        ("Quý I/2031 đạt 3 tỷ đồng. Phấn đấu năm 2031 đạt 9 tỷ đồng. Chi đạt 2 tỷ đồng.", ["2031-Q1", "2031", "2031-Q1"]),
        ("Thu đạt 5 tỷ đồng.", [None]),
    ],
)
def test_the_time_of_each_figure(said: str, codes: list[str | None]) -> None:
    """Last named before it, else right after it, else known before; a plan dates no later figure."""
    assert [figure.period for figure in figures(said)] == codes


def test_a_plan_right_after_dates_where_nothing_else_does() -> None:
    """ "Bằng 40 % kế hoạch năm 2031" in a text that says no other time."""
    assert [figure.period for figure in figures("Thu đạt 5 tỷ đồng kế hoạch năm 2031.")] == ["2031"]
