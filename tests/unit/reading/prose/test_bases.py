from __future__ import annotations

import pytest

from giaoban.reading.prose.bases import Against, against_at


@pytest.mark.parametrize(
    ("said", "base", "words"),
    [
        (" so với cùng kỳ năm trước, đạt", Against.SAME_PERIOD, " so với cùng kỳ năm trước"),
        (" so với với cùng kỳ", Against.SAME_PERIOD, " so với với cùng kỳ"),
        (" cùng kỳ 2030.", Against.SAME_PERIOD, " cùng kỳ 2030"),
        (" so với năm 2030;", Against.LAST_YEAR, " so với năm 2030"),
        (" so với tháng trước", Against.EARLIER, " so với tháng trước"),
        (" so với bình quân chung", Against.AVERAGE, " so với bình quân chung"),
        (" dự toán tỉnh giao và 5%", Against.PLAN, " dự toán tỉnh giao"),
        (" kh tp giao,", Against.PLAN, " kh tp giao"),
        (" so với chỉ tiêu 3.200 tỷ", Against.PLAN, " so với chỉ tiêu"),
        (" số hộ dân toàn xã", Against.WHOLE, " số hộ dân toàn xã"),
        (" so với dự kiến ban đầu", Against.OTHER, " so với dự kiến ban đầu"),
        (", tăng 5%", Against.NONE, ""),
    ],
)
def test_the_base_that_follows(said: str, base: Against, words: str) -> None:
    """Its kind, and the words that belong to the quote."""
    found = against_at(said, place=0, percent=True)
    assert (found.base, said[: found.end]) == (base, words)


def test_a_level_stands_before_a_base_only_after_so() -> None:
    """ "5 tỷ đồng kế hoạch" compares nothing."""
    assert against_at(" kế hoạch vốn", place=0, percent=False).base is Against.NONE
    assert against_at(" cùng kỳ", place=0, percent=False).base is Against.NONE
    assert against_at(" so với kế hoạch", place=0, percent=False).base is Against.PLAN


def test_a_long_tail_is_cut_between_words() -> None:
    """No base runs on over a whole sentence, and none ends inside a word."""
    said = " kế hoạch " + "nguyenvan " * 40
    found = against_at(said, place=0, percent=True)
    assert found.end < 80
    assert said[found.end] == " "
