"""How good would the forecasts of earlier years have been, made with what was known then?

Each earlier year is forecast from the years before it alone, from the month
that is today's and from those beside it, which are about as far from the goal.
The Brier score
is the mean square of probability less outcome: 0 is perfect; `base` is what
always saying the overall share would give. Calibration says how often what was
said to be 70 % probable came true.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from giaoban.cube import Array, Mask
from giaoban.outlook.forecast import Past, spread

BINS = 5


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of about the same probability (nhóm dự báo).

    Args:
        low, high: Bounds of the probabilities, the upper one exclusive but for the last.
        cases: How many there were.
        said: Their mean probability.
        came: The share of them that came true.
    """

    low: float
    high: float
    cases: int
    said: float
    came: float


@dataclass(frozen=True, slots=True)
class BackTest:
    """What became of forecasts for earlier years (kiểm chứng dự báo).

    Args:
        cases: Series and years that could be forecast.
        brier: Mean square error of the probabilities; lower is better.
        base: The same for one who always says the overall share of what came true.
        off: Calibration error: mean distance of said and came, by bin.
        bins: Those in which there were any.
    """

    cases: int
    brier: float
    base: float
    off: float
    bins: tuple[Bin, ...]

    def data(self) -> dict[str, Any]:
        """Return the back-test as data, four digits behind the point."""
        bins = [
            {"low": one.low, "high": one.high, "cases": one.cases, "said": round(one.said, 4), "came": round(one.came, 4)}
            for one in self.bins
        ]
        return {
            "cases": self.cases, "brier": round(self.brier, 4), "base": round(self.base, 4), "calibration_error": round(self.off, 4),
            "bins": bins,
        }  # fmt: skip


def score(said: Array, *, came: Mask) -> BackTest | None:
    """Return how good probabilities were; None where there is none.

    Args:
        said: Probabilities; NaN where none was said.
        came: Whether it came true.

    Example:
        >>> score(np.array([0.9, 0.9, 0.1, np.nan]), came=np.array([True, True, False, True])).brier.__round__(4)
        0.01
    """
    told = np.isfinite(said)
    if not told.any():
        return None
    p, hit = said[told], came[told].astype(np.float64)
    place = np.minimum((p * BINS).astype(np.int64), BINS - 1)
    bins = tuple(
        Bin(n / BINS, (n + 1) / BINS, int(here.sum()), float(p[here].mean()), float(hit[here].mean()))
        for n in range(BINS)
        if (here := place == n).any()
    )
    off = sum(one.cases * abs(one.said - one.came) for one in bins) / len(p)
    return BackTest(len(p), float(np.mean((p - hit) ** 2)), float(hit.mean() * (1 - hit.mean())), off, bins)


def backtest(pasts: Iterable[Past], *, levels: Array, less: bool = False) -> BackTest | None:
    """Return how good forecasts of each earlier year would have been; None where none could have been made.

    Args:
        pasts: The earlier years as for the forecast itself, seen from one month or from several.
        levels: What was to be reached in each year (series, year); NaN where that is not known.
        less: Whether reaching means ending at the level or below.
    """
    said, came = [], []
    for past in pasts:
        for year in range(1, past.now.shape[1]):
            end, level = past.then[:, year], levels[:, year]
            above = spread(past.before(year), today=past.now[:, year]).above(level)
            known = np.isfinite(end) & np.isfinite(level)
            said.append(np.where(known, 1 - above if less else above, np.nan))
            came.append(end <= level if less else end >= level)
    return score(np.concatenate(said), came=np.concatenate(came)) if said else None
