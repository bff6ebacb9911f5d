"""How sure a number is, and how it came to be revised, as bits that flow along with it.

Each of the two is a thermometer, so that the bits of several numbers together
(a bitwise or) say what the least sure and the most revised of them says.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from giaoban.values import Quality

Tags = NDArray[np.uint8]
QUALITIES = (Quality.ESTIMATE, Quality.PRELIMINARY, Quality.ACTUAL, Quality.FINAL)  # worst first
UPDATED, CORRECTED = "updated", "corrected"
UNSURE = {Quality.FINAL: 0b000, Quality.ACTUAL: 0b001, Quality.PRELIMINARY: 0b011, Quality.ESTIMATE: 0b111}
UNSURE_BITS = 0b111
IS_UPDATED, IS_CORRECTED = 0b01000, 0b11000
REVISED_BITS = 0b11000
TAKEN_BACK = 0b100000  # of a cell of a plane: the figure was withdrawn; never flows
FLOWING = UNSURE_BITS | REVISED_BITS
QUALITY_OF = {bits: quality for quality, bits in UNSURE.items()}


def quality_of(tags: int) -> Quality:
    """Return the quality of the least sure figure that the tags were put together from.

    Example:
        >>> quality_of(0b00001 | 0b00111)
        <Quality.ESTIMATE: 'estimate'>
    """
    return QUALITY_OF[tags & UNSURE_BITS]


def revised_of(tags: int) -> str | None:
    """Return how figures took the place of those before: `corrected`, else `updated`, else None.

    Example:
        >>> revised_of(0b01001), revised_of(0b11001 | 0b01001), revised_of(0b00001)
        ('updated', 'corrected', None)
    """
    return {IS_CORRECTED: CORRECTED, IS_UPDATED: UPDATED}.get(tags & REVISED_BITS)


def revised_by(unsure: Tags, *, before: Tags, same: NDArray[np.bool_]) -> Tags:
    """Return the bits for figures that take the place of earlier ones.

    Args:
        unsure: Bits of the figures now.
        before: Bits of those before.
        same: Whether the numbers are the same.
    """
    was, now = before & UNSURE_BITS, unsure & UNSURE_BITS
    kind = np.where(was > now, np.uint8(IS_UPDATED), np.uint8(IS_CORRECTED))
    return np.where(same & (was == now), np.uint8(0), kind)


def flowing(tags: Tags, *, known: NDArray[np.bool_]) -> Tags:
    """Return the bits that flow along with known numbers; none where there is no number."""
    return np.where(known, tags & np.uint8(FLOWING), np.uint8(0))
