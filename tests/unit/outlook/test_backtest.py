"""Does the back-test count what it should, and look at nothing that was not known then?"""

from __future__ import annotations

import numpy as np
import pytest

from giaoban.outlook.backtest import Bin, backtest, score
from giaoban.outlook.forecast import Past
from tests.unit.outlook.test_forecast import made, past_of


def test_a_score_by_hand() -> None:
    """Three forecasts: 0.9 and 0.8 of which one came, 0.1 that did not; the fourth was none."""
    found = score(np.array([0.9, 0.8, 0.1, np.nan]), came=np.array([True, False, False, True]))
    assert found is not None
    assert (found.cases, round(found.brier, 6), round(found.base, 6)) == (3, 0.22, 0.222222)
    assert found.bins == (Bin(0.0, 0.2, 1, 0.1, 0.0), Bin(0.8, 1.0, 2, pytest.approx(0.85), 0.5))
    assert found.off == pytest.approx((0.1 + 2 * 0.35) / 3)
    assert found.data()["bins"][1] == {"low": 0.8, "high": 1.0, "cases": 2, "said": 0.85, "came": 0.5}


def test_certainty_falls_into_the_last_bin() -> None:
    found = score(np.array([1.0, 0.0]), came=np.array([True, False]))
    assert found is not None
    assert (found.brier, [one.low for one in found.bins]) == (0.0, [0.0, 0.8])


def test_without_a_forecast_there_is_no_score() -> None:
    assert score(np.array([np.nan]), came=np.array([True])) is None
    assert backtest([Past(np.empty((2, 0)), np.empty((2, 0)), np.zeros(2, np.int64))], levels=np.empty((2, 0))) is None


def test_a_year_is_forecast_from_the_years_before_it_alone() -> None:
    """Whatever comes after changes nothing of what was said of the years before."""
    so_far, group = made(7, groups=1, years=6)
    past, levels = past_of(so_far, group, 6), np.full((15, 5), so_far[:, :-1, 11].mean())
    upto = backtest([past.before(4)], levels=levels[:, :4])
    later = Past(past.now.copy(), past.then.copy(), past.group)
    later.now[:, 4] *= 50
    later.then[:, 4] = np.nan
    whole = backtest([later], levels=levels)
    assert upto == whole


def test_history_of_many_siblings_beats_guessing() -> None:
    so_far, group = made(8, groups=1, years=7)
    levels = np.full((15, 6), np.nan)
    levels[:, 1:] = so_far[:, :-2, 11] * 1.08
    found = backtest([past_of(so_far, group, month) for month in (8, 9, 10)], levels=levels)
    assert found is not None
    assert found.cases == 3 * 15 * 5
    assert found.brier < found.base / 2
    less = backtest([past_of(so_far, group, 9)], levels=levels, less=True)
    more = backtest([past_of(so_far, group, 9)], levels=levels)
    assert less is not None
    assert more is not None
    assert less.brier == pytest.approx(more.brier)
