from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.text import read_prose
from tests.unit.reading.texts import REPORT, stray

SAID = (
    "thu ngân sách đạt 5,5 tỷ đồng bằng 110% so với cùng kỳ kế hoạch ( ) , . ; : \n trước ngày 15/8 Chủ tịch Lê Văn Mẫu 5/9 "
    "tiêu chí quý I/2031 "
    "37/2030/QĐ-UBND ước tăng giảm lần lượt 10-12% từ 1 đến 2 thứ 3/15 xã, phường “ ” năm 2030 và ông 1.2.3 9"
)
WORDS = st.sampled_from(SAID.split(" "))


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_every_quote_stands_at_its_place(text: str) -> None:
    """Whatever the words, composed or not."""
    for said in (text, unicodedata.normalize("NFD", text)):
        assert stray(read_prose(said, document="a")) == []


@given(st.text(max_size=300))
def test_any_text_at_all_ends(text: str) -> None:
    """And every quote stands at its place."""
    assert stray(read_prose(text, document="a")) == []


def test_decomposed_text_reads_the_same() -> None:
    """NFC and NFD give the same figures, people, citations, deadlines and kinds."""
    composed, apart = read_prose(REPORT, document="a"), read_prose(unicodedata.normalize("NFD", REPORT), document="a")
    assert [(one.value, one.relation, one.period) for one in composed.figures] == [
        (one.value, one.relation, one.period) for one in apart.figures
    ]
    assert [one.name for one in composed.people] == [one.name for one in apart.people] == ["Trần Thị Mẫu"]
    assert [one.number for one in composed.citations] == [one.number for one in apart.citations]
    assert [one.date for one in composed.deadlines] == [one.date for one in apart.deadlines] == ["2031-08-15"]
    assert [one.kind for one in composed.sentences] == [one.kind for one in apart.sentences]


@pytest.mark.parametrize(
    "said",
    [
        "1",
        "1 ",
        "(",
        "(1 ",
        "1.",
        "1-",
        "1/",
        '"1 ',
        "kế hoạch ",
        "Nguyễn ",
        "Chủ tịch ",
        "năm 2030 ",
        "e\u0301\u0301",
        " ",
        "\n",
        "\x00\uffff",
    ],
)
def test_what_repeats_without_end_ends(said: str) -> None:
    """Linear in its length: nothing backtracks."""
    assert stray(read_prose(said * (200_000 // len(said)), document="a")) == []


def test_figures_after_the_text_are_not_taken() -> None:
    """Teasers of the site."""
    page = f"{REPORT}\nĐọc thêm\nGiá xăng giảm 500 đồng/lít"
    assert len(read_prose(page, document="a").figures) == len(read_prose(REPORT, document="a").figures)


def test_the_day_of_a_paper_is_no_time_of_a_figure() -> None:
    """Nor a deadline."""
    found = read_prose("Năm 2031. Theo Quyết định số 5/QĐ-UBND ngày 3/4/2030, chi 5 tỷ đồng.", document="a")
    assert [figure.period for figure in found.figures] == ["2031"]
