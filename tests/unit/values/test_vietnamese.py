"""Are numbers, dates and names read as one writes them in Vietnamese, and what may be either refused?"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.values import Measure, UnknownMeasure, vietnamese
from giaoban.values.vietnamese import NotANumber

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=Decimal("-1e24"), max_value=Decimal("1e24")) | st.integers(
    -(10**29), 10**29
).map(Decimal)
LABELS = st.sampled_from(["đồng", "tỷ đồng", "triệu đồng/người/năm", "cây", "%", "điểm %", "tấn", "m²", "tiêu chí", "bác sĩ/10.000 dân"])


@given(NUMBERS)
def test_a_written_number_reads_back_to_itself(number: Decimal) -> None:
    """Whatever its sign, size and decimals."""
    assert vietnamese.read_number(vietnamese.write_number(number)) == number


@given(NUMBERS, LABELS)
def test_a_written_amount_reads_back_to_itself(number: Decimal, label: str) -> None:
    """Number and measure, with the decimals that were written."""
    value, measure = vietnamese.read_quantity(f"{vietnamese.write_number(number)} {label}")
    assert (value, measure) == (number, Measure.named(label))
    assert vietnamese.write_number(value) == vietnamese.write_number(number)


@given(st.dates(date(1800, 1, 1), date(2999, 12, 31)))
def test_a_written_date_reads_back_to_itself(day: date) -> None:
    """As people write it, and as files do."""
    assert vietnamese.read_date(vietnamese.write_date(day)) == vietnamese.read_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("154,3", "154.3"),
        ("20,448", "20.448"),  # a comma is decimal even before three digits
        ("1.973.949", "1973949"),
        ("80.000", "80000"),  # eighty thousand, never eighty
        ("435.000", "435000"),
        ("25.064,5", "25064.5"),
        ("04", "4"),
        ("-3,5", "-3.5"),
        ("\u22123,5", "-3.5"),
        ("\u20133,5", "-3.5"),
        ("+7", "7"),
        (" 1234567 ", "1234567"),
        ("\u00a012", "12"),
    ],
)
def test_a_number_is_read_the_vietnamese_way(text: str, number: str) -> None:
    """Dots group, the comma is decimal."""
    assert vietnamese.read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "2.05", "0.123", "00.123", "1,234,567", "1.23.456", "1.2345", "12.", ",5", "5,", "", " ", "-", "một", "1 234", "3½", "5²", "٣",
        "１２", "1e5", "NaN", "Infinity", "1_000", "9" * 61, "1\x00", "--1",
    ],
)  # fmt: skip
def test_what_may_be_read_in_two_ways_or_none_is_refused(text: str) -> None:
    """The writer must say which; nothing is guessed."""
    with pytest.raises(NotANumber):
        vietnamese.read_number(text)


@given(st.text())
def test_any_text_is_a_number_or_is_refused(text: str) -> None:
    """Nothing else comes out."""
    refusals = {
        vietnamese.read_number: NotANumber,
        vietnamese.read_quantity: (NotANumber, UnknownMeasure),
        vietnamese.read_date: ValueError,
    }
    for read, refusal in refusals.items():
        with suppress(refusal):
            read(text)


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (Decimal("-1234567.50"), None, "-1.234.567,50"),
        (Decimal("145.5"), 0, "146"),
        (Decimal("-145.5"), 0, "-146"),
        (Decimal("-0.4"), 0, "0"),
        (Decimal("-0"), None, "0"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal(12), 2, "12,00"),
        (Decimal("100000000000000000000000000000.04"), 1, "100.000.000.000.000.000.000.000.000.000,0"),
        (1000, None, "1.000"),
        (0, None, "0"),
    ],
)
def test_a_number_is_written_with_dots_and_a_comma(value: Decimal | int, places: int | None, said: str) -> None:
    """Rounded half away from zero where places are asked for."""
    assert vietnamese.write_number(value, places=places) == said


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("5 tỷ 570 triệu đồng", "5570", "triệu đồng"),
        ("5 Tỉ 570 Triệu đồng", "5570", "triệu đồng"),
        ("-5 tỷ 570 triệu đồng", "-5570", "triệu đồng"),
        ("2 nghìn tỷ 5 tỷ đồng", "2005", "tỷ đồng"),
        ("1 tỷ 2 triệu 3 nghìn đồng", "1002003", "nghìn đồng"),
        ("5 ngàn 300 hồ sơ", "5300", "hồ sơ"),
        ("5 nghìn 300 tấn", "5300", "tấn"),
        ("1 triệu 2,5 nghìn đồng", "1002.5", "nghìn đồng"),
        ("154,3\u00a0tỷ đồng", "154.3", "tỷ đồng"),
        ("6,6km", "6.6", "km"),
        ("29 lần", "29", "lần"),
        ("0,30 %0", "0.30", "‰"),
        ("\u20133,5 %", "-3.5", "%"),
    ],
)
def test_an_amount_is_number_and_measure(text: str, value: str, label: str) -> None:
    """An amount said in parts is one amount in the measure of its last part."""
    found, measure = vietnamese.read_quantity(text)
    assert (str(found), measure) == (value, Measure.named(label))


@pytest.mark.parametrize(
    "text", ["", "tỷ đồng", "khoảng 5 tỷ", "2.05 ha", "5,5 tỷ 570 triệu đồng", "5 tỷ 1570 triệu đồng", "5 triệu 3 tỷ đồng", "1 tỷ " * 200]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    """Parts that do not fit into one another are as doubtful as a dot in the wrong place."""
    with pytest.raises(NotANumber):
        vietnamese.read_quantity(text)


@pytest.mark.parametrize("text", ["5", "5 ", "8,7/9,7km", "5 10 đồng"])
def test_a_number_without_its_measure_is_refused(text: str) -> None:
    """There is no bare number."""
    with pytest.raises(UnknownMeasure):
        vietnamese.read_quantity(text)


@pytest.mark.parametrize("text", ["20/4/2021", "20-4-2021", "20.04.2021", "2021-04-20", " 20/04/2021 "])
def test_a_day_is_read_in_each_of_its_forms(text: str) -> None:
    """Slash, hyphen and dot part day, month and year."""
    assert vietnamese.read_date(text) == date(2021, 4, 20)


@pytest.mark.parametrize(
    "text", ["31/9/2019", "2021-02-29", "20/4", "4/2021", "2021-4-20", "20/4/21", "0000-01-01", "1/1/0001", "1/1/9999", "٢٠/٤/٢٠٢١", ""]
)
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    """31/9/2019 stands in an official table, and there is no such day."""
    with pytest.raises(ValueError, match=r"^"):
        vietnamese.read_date(text)


def test_a_paper_bears_leading_zeros_below_ten_and_in_two_months() -> None:
    """Decree 30/2020: days below 10, months 1 and 2."""
    found = [vietnamese.write_long_date(day) for day in (date(2021, 2, 3), date(2021, 4, 20), date(2021, 12, 9))]
    assert found == ["ngày 03 tháng 02 năm 2021", "ngày 20 tháng 4 năm 2021", "ngày 09 tháng 12 năm 2021"]


def test_folding_takes_off_marks_capitals_and_spaces() -> None:
    """However it was composed, and with the đ of old fonts."""
    found = [vietnamese.fold(text) for text in ("Thạch Đồng", "Tha\u0323ch  Đô\u0300ng ", "Ðồng ðội", "THÀNH SEN")]
    assert found == ["thach dong", "thach dong", "dong doi", "thanh sen"]


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    """Folding twice is folding once, so that folded texts may be compared."""
    assert vietnamese.fold(vietnamese.fold(text)) == vietnamese.fold(text)


def test_an_id_is_made_of_the_folded_words() -> None:
    """Lower-case ASCII, hyphens between."""
    assert vietnamese.slug("Thu ngân sách (tỷ đồng) – quý I/2021") == "thu-ngan-sach-ty-dong-quy-i-2021"


@pytest.mark.parametrize(
    "names",
    [
        ["An", "Ăn", "Ân", "Ba", "Da", "Đa", "Ga"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["TDP 1", "TDP 2", "TDP 02b", "TDP 10"],
        ["Hà", "Hạ", "Hà Huy Tập", "Hà Tĩnh"],
        ["Phường 2", "Phường Bắc Hà", "Phường Đại Nài", "Phường Văn Yên"],
        ["1", "a", "w", "x"],
    ],
)
def test_names_stand_in_the_order_of_the_dictionary(names: list[str]) -> None:
    """Letters first, then tones; numbers by their value and before letters."""
    backwards = list(reversed(names))
    assert sorted(backwards, key=vietnamese.sort_key) == names


@given(st.text())
def test_any_name_has_a_place_in_the_order(text: str) -> None:
    """A tone on a Cyrillic letter is odd, and no reason to fail."""
    assert vietnamese.sort_key(text) == vietnamese.sort_key(text)
    assert vietnamese.sort_key("х\u0301")[1] == (0,)
