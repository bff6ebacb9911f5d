from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.text import read_prose
from giaoban.values import vietnamese
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


def test_ten_megabytes_of_digits_end() -> None:
    """Nothing is read, and nothing takes the square of its length."""
    assert read_prose("1234567890" * 1_000_000, document="a").figures == ()


MONTHS = st.integers(1, 12)
YEARS = st.integers(2001, 2098)


@given(st.decimals(min_value="0.1", max_value=99999, places=1), st.sampled_from(["tỷ", "tỉ", "triệu", "nghìn tỷ"]))
def test_money_reads_as_it_was_written(value: Decimal, multiple: str) -> None:
    """parse(format(x)) = x."""
    times = {"tỷ": 9, "tỉ": 9, "triệu": 6, "nghìn tỷ": 12}[multiple]
    (found,) = read_prose(f"Thu đạt {vietnamese.write_number(value)} {multiple} đồng.", document="a").figures
    assert (found.value, found.measure) == (value * Decimal(10) ** times, "VND")


@given(st.decimals(min_value="0.01", max_value=999, places=2))
def test_a_percentage_reads_as_it_was_written(value: Decimal) -> None:
    """parse(format(x)) = x."""
    (found,) = read_prose(f"Thu đạt {vietnamese.write_number(value)}% kế hoạch.", document="a").figures
    assert (found.value, found.measure, found.relation.value) == (value, "%", "pct_of_plan")


@given(st.dates(min_value=date(2001, 1, 1), max_value=date(2098, 12, 31)), st.sampled_from(["/", "-", "."]))
def test_a_day_reads_as_it_was_written(day: date, mark: str) -> None:
    """As a deadline, in every spelling."""
    spellings = (
        f"{day.day}{mark}{day.month}{mark}{day.year}",
        f"{day.day:02d}{mark}{day.month:02d}{mark}{day.year}",
        f"{day.day} tháng {day.month} năm {day.year}",
    )
    for said in spellings:
        (due,) = read_prose(f"Yêu cầu hoàn thành trước ngày {said}.", document="a").deadlines
        assert due.date == day.isoformat()


@given(YEARS, st.integers(1, 4), MONTHS)
def test_a_period_reads_as_it_was_written(year: int, quarter: int, month: int) -> None:
    """Quarter, half, months so far, month, year."""
    roman = ("I", "II", "III", "IV")[quarter - 1]
    spellings = {
        f"Quý {roman}/{year}": f"{year}-Q{quarter}",
        f"Quý {roman} năm {year}": f"{year}-Q{quarter}",
        f"6 tháng đầu năm {year}": f"{year}-H1",
        f"9 tháng năm {year}": f"{year}-9M",
        f"Tháng {month}/{year}": f"{year}-{month:02d}",
        f"Tháng {month} năm {year}": f"{year}-{month:02d}",
        f"Năm {year}": str(year),
    }
    for said, code in spellings.items():
        assert [one.period for one in read_prose(f"{said}, thu đạt 5 tỷ đồng.", document="a").figures] == [code]


@given(st.integers(1, 9999), YEARS, st.sampled_from(["QĐ-UBND", "NQ-HĐND", "NĐ-CP", "QĐ-TTg", "TT-BTC"]))
def test_the_number_of_a_paper_reads_as_it_was_written(number: int, year: int, symbol: str) -> None:
    """With and without its year, and the Party's way."""
    for said in (f"{number}/{year}/{symbol}", f"{number}/{symbol}", f"{number}-NQ/TU", f"{number}-KL/TW"):
        (cited,) = read_prose(f"Thực hiện theo văn bản số {said}.", document="a").citations
        assert cited.number == said
