from __future__ import annotations

import pytest

from giaoban.reading import read_text
from giaoban.values import Severity


def doubts(text: str) -> list[str]:
    return [doubt.code for doubt in read_text(text, document="a.txt").doubts if doubt.severity is Severity.DOUBT]


@pytest.mark.parametrize(
    "said",
    [
        "Năm 2031 trồng 5.558 cây, KH 3.295, vượt 14%.",
        "Trồng được 5.558 cây, kế hoạch 3.295 cây, vượt 14%.",
        "Giải ngân 1.192/8.425 tỷ đồng, đạt 14,7%.",
        "Giải ngân được 2.173,94/2.853,43 tỷ đồng, đạt 76,86% kế hoạch.",
        "Thu 120 tỷ đồng, đạt 90% kế hoạch (150 tỷ đồng).",
        "Thu đạt 120 tỷ đồng, tăng 50% so với cùng kỳ (cùng kỳ 100 tỷ đồng).",
        "Tổng đàn còn 80 con, giảm 10% so với cùng kỳ (100 con).",
        "Tiêm phòng đạt 60% (3.060/6.679 con).",
    ],
)
def test_what_contradicts_itself_is_doubted(said: str) -> None:
    """Actual, base and percentage are recomputed."""
    assert doubts(said) == ["reading-does-not-add-up"]


@pytest.mark.parametrize(
    "said",
    [
        "Thu ngân sách đạt 47,6 tỷ đồng, bằng 121% so với cùng kỳ.",
        "Trồng cây đạt 188% kế hoạch.",
        "Nộp 25,064 tỷ đồng/20,448 tỷ đồng bằng 122,57%.",
        "Làm 8,7/9,7km đường, đạt 90%; vỉa hè 6,6/7,6 km = 87%.",
        "Giải ngân 735 tỷ = 88,7% KH tỉnh giao, 68% KH TP giao, 153% cùng kỳ.",
        "Trồng cây vượt 11,9% so với kế hoạch.",
        "Tiêm phòng 1.745/10.909 con, đạt 16%.",
        "Tỷ lệ hộ nghèo giảm còn 0,88%.",
        "Trồng 13.657 cây, vượt 2,9 lần KH Tết, gần 60% KH năm.",
        "Có 22/27 chỉ tiêu đạt, 10 chỉ tiêu vượt.",
        "Xếp thứ 10/34, tăng 9 bậc.",
        "Thu đạt 855 tỷ đồng, đạt 90% chỉ tiêu tỉnh giao (950 tỷ đồng); đạt 81,4% chỉ tiêu trung ương giao (1.050 tỷ đồng).",
        "Thu hơn 246 tỷ đồng, vượt 2,51% so với dự toán cả năm (chỉ tiêu 240 tỷ đồng).",
        "Tổng đàn còn 80 con, giảm 20% so với cùng kỳ (100 con).",
        "Thu khoảng 120 tỷ đồng, đạt 90% kế hoạch (150 tỷ đồng).",
        "Thu 5 tỷ đồng. Chi đạt 90% kế hoạch (150 tỷ đồng).",
        "Diện tích 5/0 ha, đạt 10%.",
        "Thu gần 60 tỷ đồng, đạt 100% kế hoạch (60 tỷ đồng).",
        "Tiến độ chậm 4% so với kế hoạch (5 km).",
        "Có 5/9 tiêu chí đạt, thu 7 tỷ đồng, tăng 3%.",
    ],
)
def test_what_fits_is_not(said: str) -> None:
    """Within the printed precision, or where nothing can be recomputed."""
    assert doubts(said) == []


def test_what_may_be_read_in_two_ways_is_noted() -> None:
    """A note is no doubt."""
    found = read_text("Thu 18.5 tỷ đồng, tăng 4 lần so với cùng kỳ.", document="a.txt").doubts
    assert [(doubt.code, doubt.severity) for doubt in found] == [
        ("reading-english-digits", Severity.NOTE), ("reading-either-times", Severity.NOTE),
    ]  # fmt: skip
    assert [doubt.sentence("en") for doubt in found]


def test_a_doubt_shows_both_values_and_the_place() -> None:
    """And never mends."""
    (doubt,) = read_text("Tiêm phòng đạt 60% (3.060/6.679 con).", document="a.txt").doubts
    assert doubt.sentence() == "a.txt, 15-18: số liệu không khớp: “60%”, nhưng 3.060/6.679 con so với 6.679 con là 45,82%."


def test_a_delay_tells_nothing_of_a_ratio() -> None:
    """ "Chậm 4 % so với kế hoạch" is no rate of the plan in brackets."""
    assert doubts("Làm được 3 km đường, chậm 4% so với kế hoạch (5 km).") == []
