from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.reading.tables.made import HEAD, REVENUE, read

PLAIN = ["TT", "Chỉ tiêu", "ĐVT", "KH", "TH", "% KH"]


def codes(rows: Sequence[Sequence[object]]) -> list[str]:
    """Return what is doubted in a table."""
    return [doubt.code for doubt in read(rows).doubts]


@pytest.mark.parametrize(
    ("plan", "done", "rate"),
    [("20,448", "25,064", "122,57"), ("9,7", "8,7", "90"), ("7,6", "6,6", "87"), ("3.295", "5.558", "168,7"), ("10.909", "1.745", "16")],
)
def test_what_fits_the_printed_digits_is_not_doubted(plan: str, done: str, rate: str) -> None:
    """Rounded rates of rounded numbers."""
    assert codes([PLAIN, ["1", "Việc", "tỷ đồng", plan, done, rate]]) == []


@pytest.mark.parametrize(
    ("plan", "done", "rate"), [("3.295", "5.558", "114"), ("8.425", "1.192", "14,7"), ("2.853,43", "2.173,94", "76,86")]
)
def test_what_contradicts_itself_is_doubted(plan: str, done: str, rate: str) -> None:
    """With both numbers."""
    assert codes([PLAIN, ["1", "Việc", "tỷ đồng", plan, done, rate]]) == ["reading-does-not-add-up"]


def test_a_rate_may_be_of_the_period_or_of_the_year_so_far() -> None:
    """Either fits; and growth as well as ratio."""
    assert codes([HEAD, REVENUE]) == []
    assert codes([HEAD, [*REVENUE[:8], "35", ""]]) == []
    assert codes([HEAD, [*REVENUE[:8], "150", ""]]) == ["reading-does-not-add-up"]


def test_parts_make_the_whole() -> None:
    """Of a row that calls itself the total; "trong đó" need only not exceed it."""
    head = ["TT", "Chỉ tiêu", "ĐVT", "TH"]
    parts = [["1", "Thuế", "tỷ đồng", "6,1"], ["2", "Phí", "tỷ đồng", "3,8"]]
    assert codes([head, ["I", "Tổng thu", "tỷ đồng", "10,0"], *parts]) == []
    assert codes([head, ["I", "Tổng thu", "tỷ đồng", "11,0"], *parts]) == ["reading-sum-differs"]
    assert codes([head, ["I", "Thu ngân sách", "tỷ đồng", "11,0"], *parts]) == []
    assert codes([head, ["I", "Thu ngân sách", "tỷ đồng", "9,0"], *parts]) == ["reading-sum-differs"]
    within = [["", "Trong đó: thuế", "tỷ đồng", "6"], ["", "Trong đó: phí", "tỷ đồng", "1"]]
    assert codes([head, ["I", "Tổng thu", "tỷ đồng", "10"], *within]) == []


def test_places_make_the_whole() -> None:
    """Down the rows, and across the columns."""
    head = ["TT", "Phường, xã", "Thu ngân sách (tỷ đồng)", "Tỷ lệ hộ nghèo (%)"]
    rows = [["1", "Phường A", "2", "1,0"], ["2", "Phường B", "3", "2,0"]]
    assert codes([head, *rows, ["", "Tổng cộng", "5", "1,4"]]) == []
    assert codes([head, *rows, ["", "Tổng cộng", "9", "1,4"]]) == ["reading-sum-differs"]
    across = ["TT", "Chỉ tiêu", "ĐVT", "Tổng số", "TDP 1", "TDP 2"]
    assert codes([across, ["1", "Hộ", "hộ", "8", "3", "4"]]) == ["reading-sum-differs"]
    assert codes([across, ["1", "Hộ", "hộ", "7", "3", "4"], ["2", "Tỷ lệ", "%", "5", "3", "4"]]) == []


def test_english_digits_are_noted() -> None:
    """A lone point before other than three digits."""
    assert codes([["TT", "Chỉ tiêu", "ĐVT", "TH"], ["1", "Thu", "tỷ đồng", "154.35"]]) == ["reading-english-digits"]


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=8))
def test_no_true_sum_is_doubted(parts: list[int]) -> None:
    """Whatever the parts are."""
    rows = [[str(n), f"Khoản {n}", "đồng", str(part)] for n, part in enumerate(parts, 1)]
    assert codes([["TT", "Nội dung", "ĐVT", "TH"], ["I", "Tổng số", "đồng", str(sum(parts))], *rows]) == []
