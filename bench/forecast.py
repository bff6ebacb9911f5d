"""Measure forecasts: how long a million take, and how good they are on made series whose truth is known."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
MANY = {"S": 10_000, "M": 100_000, "L": 1_000_000}
MEMBERS, YEARS = 15, 6


def speed(series: int) -> float:
    """Return the seconds that the probabilities of so many series take, the best of three; six earlier years each, siblings by fifteen."""
    from giaoban.outlook.forecast import Past, spread

    dice = np.random.default_rng(1)
    end = np.exp(dice.normal(3, 1, (series, YEARS)))
    past = Past(end * dice.uniform(0.2, 0.4, (series, YEARS)), end, np.arange(series) // MEMBERS)
    today, goal, took = end[:, -1] * 0.3, end[:, -1] * 1.05, []
    for _ in range(3):
        begun = time.perf_counter()
        found = spread(past, today=today).above(goal)
        took.append(time.perf_counter() - begun)
        assert np.isfinite(found).all()
    return min(took)


def quality(month: int) -> dict[str, Any]:
    """Return how good forecasts from a month's end are, on 120 groups of fifteen."""
    from giaoban.outlook.backtest import score
    from giaoban.outlook.forecast import spread
    from tests.unit.outlook.test_forecast import made, past_of

    so_far, group = made(month, years=YEARS)
    end = so_far[:, -1, 11]
    goal = so_far[:, -2, 11] * np.exp(np.random.default_rng(month).normal(0.08, 0.15, len(end)))
    found = score(spread(past_of(so_far, group, month), today=so_far[:, -1, month - 1]).above(goal), came=end >= goal)
    assert found is not None
    return {"brier": round(found.brier, 4), "base": round(found.base, 4), "calibration_error": round(found.off, 4)}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", default="S", choices=list(MANY))
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found: dict[str, Any] = {"series": MANY[args.size], "seconds": speed(MANY[args.size]), "load": os.getloadavg()[0]}
    found |= {f"month_{month}": quality(month) for month in (3, 6, 9)}
    print(json.dumps(found, indent=2) if args.json else "\n".join(f"{name:<10} {value}" for name, value in found.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
