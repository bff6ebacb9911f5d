"""A number with its measure and how sure it is: there is no bare number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from giaoban.values.measure import Measure, Step


class Quality(Enum):
    """How sure a figure is (chất lượng số liệu).

    Source: the customary words of reports; "sơ bộ" is said of the statistics office's figures only.
    """

    ESTIMATE = "estimate"  # ước thực hiện
    PRELIMINARY = "preliminary"  # sơ bộ
    ACTUAL = "actual"  # thực hiện
    FINAL = "final"  # chính thức, quyết toán

    @property
    def words(self) -> str:
        """The Vietnamese word as it stands in a table."""
        return {"estimate": "ước TH", "preliminary": "sơ bộ", "actual": "TH", "final": "chính thức"}[self.value]


class TooFine(ValueError):
    """The value cannot be said in whole steps of the indicator."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in a measure (số lượng).

    Args:
        value: Exact, in `measure`, with the decimals that were printed.
        measure: What one of it is.
        quality: Estimate, preliminary, actual or final.
    """

    value: Decimal
    measure: Measure
    quality: Quality = Quality.ACTUAL

    def steps(self, step: Step) -> int:
        """Return the value as a whole number of steps.

        Raises:
            TooFine: The value is finer than the step.
            MeasureClash: The step counts something else.
        """
        count = step.count(self.value, measure=self.measure)
        if count != count.to_integral_value():
            raise TooFine(f"{self.value} {self.measure.label}")
        return int(count)

    def half_unit(self) -> Decimal:
        """Return half a unit of the last printed digit, in `measure`: the reach of rounding.

        Example:
            >>> Quantity(Decimal("154.3"), Measure.named("tỷ đồng")).half_unit()
            Decimal('0.05')
        """
        exponent = self.value.as_tuple().exponent
        return Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
