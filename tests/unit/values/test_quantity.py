"""Is a quantity counted in whole steps, or refused?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.values import Measure, MeasureClash, Quality, Quantity, Step, TooFine

TY, DONG, TONNE = Measure.named("tỷ đồng"), Measure.named("đồng"), Measure.named("tấn")


def test_a_quantity_is_so_many_steps() -> None:
    """154,3 tỷ đồng are 154 300 000 000 steps of one đồng."""
    assert Quantity(Decimal("154.3"), TY).steps(Step(Decimal(1), DONG)) == 154_300_000_000


@given(st.integers(-(10**36), 10**36))
def test_no_step_is_lost_however_long_the_number(steps: int) -> None:
    """A sum of steps is exact because each figure is."""
    step = Step(Decimal(1), DONG)
    assert Quantity(step.of(steps, measure=TY), TY).steps(step) == steps


@pytest.mark.parametrize(
    ("value", "size"), [("0.0000000001", "1"), ("0.29999999999999999999999999999999999999", "0.3"), ("1", "0.3"), ("0.05", "0.1")]
)
def test_what_is_finer_than_the_step_is_refused_not_rounded(value: str, size: str) -> None:
    """Not even where it comes as near to a whole step as decimals usually go."""
    with pytest.raises(TooFine):
        Quantity(Decimal(value), TONNE).steps(Step(Decimal(size), TONNE))


def test_steps_of_something_else_are_refused() -> None:
    """Billions are not counted in tonnes."""
    with pytest.raises(MeasureClash):
        Quantity(Decimal(1), TY).steps(Step(Decimal(1), TONNE))


def test_half_a_unit_of_the_last_digit_is_the_reach_of_rounding() -> None:
    """Of the digits as printed: 5,0 reaches less far than 5."""
    found = [Quantity(Decimal(said), TY).half_unit() for said in ("154.3", "5", "5.0", "1E+3")]
    assert found == [Decimal("0.05"), Decimal("0.5"), Decimal("0.05"), Decimal(500)]


def test_each_quality_has_the_word_of_a_table() -> None:
    """An estimate is marked, an actual figure bears TH."""
    assert [quality.words for quality in Quality] == ["ước TH", "sơ bộ", "TH", "chính thức"]
    assert Quantity(Decimal(1), TY).quality is Quality.ACTUAL
