from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.prose import amounts
from giaoban.values import vietnamese


def scan(text: str, masks: tuple[tuple[int, int], ...] = ()) -> list[tuple[str, str, str]]:
    found = amounts.scan(text.lower(), text=text, masks=masks, until=len(text))
    return [(text[one.start : one.end], f"{one.value.normalize():f}", one.measure) for one in found]


@given(st.decimals(min_value="0.001", max_value=10**9, places=3), st.sampled_from([("đồng", 0), ("triệu đồng", 6), ("tỷ đồng", 9)]))
def test_money_that_was_written_is_read_back(value: Decimal, measure: tuple[str, int]) -> None:
    """Whatever the multiple."""
    said = f"thu {vietnamese.write_number(value)} {measure[0]}"
    (found,) = amounts.scan(said, text=said, masks=(), until=len(said))
    assert (found.value, found.measure) == (value.scaleb(measure[1]), "VND")


def test_amounts_of_every_shape() -> None:
    """Plain, compound, N of M with one measure or two, a range, a rank, out of a total."""
    assert scan("thu 5 tỷ 570 triệu đồng; 8,7/9,7km; 25 tỷ đồng/20 tỷ đồng; 3,5 - 4%; xếp thứ 3/15 phường; 6 trong tổng số 13 dự án") == [
        ("5 tỷ 570 triệu đồng", "5570000000", "VND"),
        ("8,7/9,7km", "8.7", "km"),
        ("25 tỷ đồng/20 tỷ đồng", "25000000000", "VND"),
        ("3,5 - 4%", "3.5", "%"),
        ("thứ 3/15", "3", "thứ hạng"),
        ("6 trong tổng số 13 dự án", "6", "dự án"),
    ]


def test_upper_ends_and_wholes_are_kept() -> None:
    """A range keeps its upper end, a part its whole."""
    said = (
        "dao động từ 20.000 đồng đến 30.000 đồng/lượt; 5/9 tiêu chí; 12 dự án trong tổng số 13; thứ 7 trong tổng số 34; 10-12%; "
        "5%-7%; 26 xã trong tổng số 122 xã; 6 trong số 13 dự án"
    )
    found = list(amounts.scan(said, text=said, masks=(), until=len(said)))
    assert [(one.value, one.upper, one.out_of) for one in found] == [
        (20000, 30000, None), (5, None, 9), (12, None, 13), (7, None, 34), (10, 12, None),
        (5, 7, None), (26, None, 122), (6, None, 13),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "điều 5 xã",
        "quốc lộ 8 xã",
        "lúc 15h30",
        "tổ 3 hộ",
        "kỳ họp thứ 22",
        "năm 2031 người",
        "a5 xã",
        "số 45-47 đường",
        "45 tháng",
        "1" * 60,
        "thứ 2,5",
        "3/4%",
    ],
)
def test_digits_that_count_nothing(said: str) -> None:
    """Names of things, hours, durations, noise."""
    assert scan(said) == []


def test_masks_hide_digits() -> None:
    """Dates and numbers of papers are handed in as masks."""
    assert scan("ngày 5/9 xã", ((0, 8),)) == []


def test_money_in_words() -> None:
    """Only money: "hai đoạn" is no figure."""
    said = "chi một trăm hai mươi tỷ đồng cho hai đoạn, ba tỷ"
    assert [(said[one.start : one.end], one.value) for one in amounts.in_words(said, text=said, until=len(said))] == [
        ("một trăm hai mươi tỷ đồng", 120 * 10**9)
    ]


def test_bare_numbers_of_a_list() -> None:
    """They count what was counted before; years and names of things do not."""
    said = "có 51 dự án; mẫu giang 50; mẫu hà 48, năm 2031; tổ 7; tổng số là 1.383."
    assert [str(one.value) for one in amounts.listed(said, start=12, end=len(said), measure="dự án")] == ["50", "48", "1383"]


def test_what_only_looks_longer_is_left() -> None:
    """A second number of another kind, a range that falls, another measure behind the slash."""
    assert scan("5 tỷ 3 xã; 9-5%; 5 km/3 xã; từ 5 triệu đồng đến 3 xã") == [
        ("5 tỷ", "5000000000", "VND"), ("3 xã", "3", "xã"), ("5 km", "5", "km"), ("5 triệu đồng", "5000000", "VND"), ("3 xã", "3", "xã"),
    ]  # fmt: skip


def test_a_year_counts_nothing_and_a_thousand_may() -> None:
    """ "Cấp 2 hộ" names a level, "cấp 1.204 giấy phép" counts."""
    assert scan("năm 2031 hộ; cấp 2 hộ; cấp 1.204 giấy phép") == [("1.204 giấy phép", "1204", "giấy phép")]
