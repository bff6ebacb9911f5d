"""A level that follows from what a source states: 154,3 at 145 % of the same period means 106,4 the year before.

Such a level is marked, comes with the interval that the printed digits leave
open, and is never used for growth, roll-up or another comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from giaoban.catalogue import Indicator, Window
from giaoban.cube import At, Cube
from giaoban.ledger import Stated
from giaoban.ledger.figures import SAME_PERIOD
from giaoban.values import Quantity, vietnamese


@dataclass(frozen=True, slots=True)
class Implied:
    """A level that was not reported but follows.

    Args:
        value: In the indicator's measure, rounded to the digits of the figure it follows from.
        low, high: What the rounding of figure and ratio leaves open, in the same measure.
        figure, stated: Numbers of the two entries.
    """

    value: Decimal
    low: Decimal
    high: Decimal
    figure: int
    stated: int


def implied_level(indicator: Indicator, *, cube: Cube, at: At, window: Window) -> Implied | None:
    """Return the level of the window that next year's figure and its stated ratio imply; None where they do not stand."""
    facts = cube.of(at)
    if window.day or not facts:
        return None
    told = [(one.item, one.entry) for one in facts if isinstance(one.item, Stated) and one.item.relation == SAME_PERIOD]
    if not told:
        return None
    later = window.year_before(years=-1)
    code = later.code
    found = [(item, entry) for item, entry in told if item.cell.period == code and item.value > 0]
    entry = cube.figure(at, window=later) if found else 0
    if not entry or not cube.entries[entry - 1].content["steps"]:
        return None
    stated, number = found[-1]
    value, measure = vietnamese.read_quantity(cube.entries[entry - 1].content["printed"])
    level = measure.convert(value, to=indicator.measure)
    reach = measure.convert(Quantity(value, measure).half_unit(), to=indicator.measure)
    ratio, loose = stated.value, half_unit(stated)
    corners = [(level + up * reach) / (ratio + over * loose) for up in (-1, 1) for over in (-1, 1)]
    digit = reach * 2
    finer = digit / 10
    return Implied(
        value=(level / ratio / digit).to_integral_value(ROUND_HALF_UP) * digit,
        low=(min(corners) / finer).to_integral_value(ROUND_FLOOR) * finer,
        high=(max(corners) / finer).to_integral_value(ROUND_CEILING) * finer,
        figure=entry,
        stated=number,
    )


def half_unit(stated: Stated) -> Decimal:
    """Return how far the printed digits leave a stated ratio open: "145 %" by 0,005, "2,9 lần" by 0,05."""
    said, measure = vietnamese.read_quantity(stated.printed)
    half = Quantity(said, measure).half_unit()
    return half * measure.factor / 100 if measure.dimension == "%" else half
