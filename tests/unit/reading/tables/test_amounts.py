from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.formats import Cell
from giaoban.reading.tables.amounts import PERCENT, UNKNOWN, amount_in, counted, is_same_as_above
from giaoban.values import vietnamese

MILLIONS = counted("triệu đồng")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1.234,5", "1.234,5 triệu đồng"), ("12,5 tỷ đồng", "12,5 tỷ đồng"), ("85%", "85%"), ("(5,2)", "-5,2 triệu đồng"),
        ("-3", "-3 triệu đồng"),
        ("−3", "-3 triệu đồng"), ("12/15", "12/15 triệu đồng"), ("0", "0 triệu đồng"), ("7 hộ", "7 hộ"),
    ],
)  # fmt: skip
def test_what_a_cell_says(text: str, printed: str) -> None:
    """In its own measure, else in the column's."""
    amount = amount_in(Cell(0, 0, text), measure=MILLIONS)
    assert amount is not None
    assert amount.printed == printed


@pytest.mark.parametrize("text", ["", "-", "–", "…", "x", "Đạt", "1.2.3", "12/x", "quý I"])
def test_what_says_no_amount(text: str) -> None:
    """Signs and words are no nought."""
    assert amount_in(Cell(0, 0, text), measure=MILLIONS) is None
    assert amount_in(None, measure=MILLIONS) is None


def test_what_is_kept_is_exact_and_what_is_shown_rounds() -> None:
    """A level by what Excel keeps, a percentage by what it shows."""
    level, rate = Cell(0, 0, "1.234,6", Decimal("1234.567")), Cell(0, 0, "76,5%", Decimal("76.54321"))
    assert amount_in(level, measure=MILLIONS).value == Decimal("1234567000.000")  # type: ignore[union-attr]
    assert amount_in(rate, measure=PERCENT).printed == "76,5%"  # type: ignore[union-attr]


def test_measures_in_short() -> None:
    """As offices shorten them; an unknown one keeps its words."""
    assert [(counted(words).words, counted(words).name) for words in ("Tr.đ", "1.000 đồng", "Hộ", "mức", "")] == [
        ("triệu đồng", "VND"), ("nghìn đồng", "VND"), ("hộ", "hộ"), ("mức", "mức"), ("", ""),
    ]  # fmt: skip
    assert [is_same_as_above(words) for words in ("nt", '"', "-nt-", "Tr.đ")] == [True, True, True, False]


@given(st.decimals(0, 10**12, places=2))
def test_what_is_written_is_read(value: Decimal) -> None:
    """Any amount, the Vietnamese way."""
    amount = amount_in(Cell(0, 0, vietnamese.write_number(value)), measure=UNKNOWN)
    assert amount is not None
    assert amount.value == value
