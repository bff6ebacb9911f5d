from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.prose import numbers
from giaoban.values import vietnamese

AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False, allow_infinity=False)


@given(AMOUNTS)
def test_a_number_that_was_written_is_read_back(value: Decimal) -> None:
    """Read(write(x)) = x, with every decimal."""
    assert numbers.read(vietnamese.write_number(value)) == value


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_none(said: str) -> None:
    """Nothing is raised, whatever stands there."""
    found = numbers.read(said)
    assert found is None or found >= 0


def test_dots_group_and_commas_divide() -> None:
    """The Vietnamese way, and a lone dot before other than three digits as a decimal."""
    said = ["5.385,858", "18.750.000", "0,2", "18.5", "1,234,567", "22.4.2031", "1.23.456", "1" * 40]
    assert [str(found) if (found := numbers.read(one)) is not None else None for one in said] == [
        "5385.858", "18750000", "0.2", "18.5", "1234567", None, None, None,
    ]  # fmt: skip


def test_english_digits_are_told() -> None:
    """A person should look at them."""
    assert [numbers.is_english(said) for said in ("18.5", "1,234,567", "18,5", "1.234")] == [True, True, False, False]


def test_words_up_to_999() -> None:
    """Tens, hundreds and what follows them."""
    said = ("mười lăm", "hai mươi", "hai mươi mốt", "ba trăm bốn mươi tư", "trăm", "một con")
    assert [numbers.read_words(one) for one in said] == [15, 20, 21, 344, None, None]
