"""On made series whose truth is known: is what is said to be probable as frequent as that, and never surer than the past allows?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.cube import Array
from giaoban.outlook.backtest import score
from giaoban.outlook.forecast import Groups, Past, spread

BRIER = {3: 0.185, 6: 0.13, 9: 0.09}  # at most, by month, where guessing gives 0.25


def made(seed: int, *, groups: int = 120, members: int = 15, years: int = 6) -> tuple[Array, Groups]:
    """Years so far (series, year, month): own seasons, a trend, shocks that siblings share, noise by month."""
    dice = np.random.default_rng(seed)
    season = np.exp(dice.normal(0, 0.3, (groups, 1, 1, 12))) * np.linspace(0.7, 1.5, 12)
    own = np.exp(dice.normal(0, 0.25, (groups, members, 1, 12)))
    size = np.exp(dice.normal(3, 1, (groups, members, 1, 1)))
    trend = np.exp(np.cumsum(dice.normal(0.08, 0.15, (groups, members, years, 1)), axis=2))
    shared = np.exp(dice.normal(0, 0.1, (groups, 1, years, 12)))
    noise = np.exp(dice.normal(0, 0.35, (groups, members, years, 12)))
    so_far = np.cumsum(size * trend * season * own * shared * noise, axis=3).reshape(groups * members, years, 12)
    return so_far, np.repeat(np.arange(groups), members)


def past_of(so_far: Array, group: Groups, month: int) -> Past:
    return Past(so_far[:, :-1, month - 1], so_far[:, :-1, 11], group)


@pytest.mark.parametrize("years", [2, 4, 6])
@pytest.mark.parametrize("month", BRIER)
def test_what_is_said_comes_true_as_often_as_it_is_said(month: int, years: int) -> None:
    """Brier, calibration, and eight in ten ends within the interval of eight tenths."""
    so_far, group = made(month * 10 + years, years=years)
    end, today = so_far[:, -1, 11], so_far[:, -1, month - 1]
    goal = so_far[:, -2, 11] * np.exp(np.random.default_rng(years).normal(0.08, 0.15, len(end)))
    found = spread(past_of(so_far, group, month), today=today)
    tested = score(found.above(goal), came=end >= goal)
    assert tested is not None
    assert tested.brier < BRIER[month] + (0.015 if years == 2 else 0)  # a single year before is little to go by
    assert tested.base > 0.24
    assert tested.off < 0.08
    inside = np.mean((end >= found.quantile(0.1)) & (end <= found.quantile(0.9)))
    assert 0.74 < inside < 0.86


def test_a_probability_falls_as_the_goal_rises() -> None:
    so_far, group = made(1, groups=20)
    found = spread(past_of(so_far, group, 6), today=so_far[:, -1, 5])
    last = so_far[:, -2, 11]
    said = np.stack([found.above(last * times) for times in (0.5, 0.8, 1.0, 1.2, 2.0)])
    assert (np.diff(said, axis=0) <= 0).all()
    assert ((said >= 0) & (said <= 1)).all()


def test_a_higher_level_today_never_lowers_the_probability() -> None:
    """The pace answers, but never by more than what was gained."""
    so_far, group = made(2, groups=1)
    past, goal = past_of(so_far, group, 6), so_far[:, -2, 11]
    said = [spread(past, today=so_far[:, -1, 5] * times).above(goal).mean() for times in (0.6, 0.8, 1.0, 1.2, 1.5)]
    assert said == sorted(said)


@given(st.integers(0, 10**6), st.integers(1, 6), st.integers(1, 5))
@settings(max_examples=30, deadline=None)
def test_the_order_of_the_series_does_not_matter(seed: int, members: int, years: int) -> None:
    so_far, group = made(seed, groups=3, members=members, years=years + 1)
    shuffled = np.random.default_rng(seed).permutation(len(so_far))
    straight = spread(past_of(so_far, group, 4), today=so_far[:, -1, 3])
    mixed = spread(past_of(so_far[shuffled], group[shuffled], 4), today=so_far[shuffled, -1, 3])
    np.testing.assert_allclose(mixed.middle, straight.middle[shuffled], rtol=1e-9)
    np.testing.assert_allclose(mixed.width, straight.width[shuffled], rtol=1e-9)


def test_groups_do_not_look_at_each_other() -> None:
    so_far, group = made(3, groups=2)
    both = spread(past_of(so_far, group, 6), today=so_far[:, -1, 5])
    first = group == 0
    alone = spread(past_of(so_far[first], group[first], 6), today=so_far[first, -1, 5])
    np.testing.assert_allclose(both.middle[first], alone.middle)
    np.testing.assert_allclose(both.width[first], alone.width)


def one(now: list[float], then: list[float]) -> Past:
    return Past(np.array([now]), np.array([then]), np.array([0]))


def test_without_history_nothing_is_said() -> None:
    """No year, one year, two years of which one is not known."""
    for past in (Past(np.empty((1, 0)), np.empty((1, 0)), np.array([0])), one([5.0], [10.0]), one([5.0, np.nan], [10.0, 11.0])):
        found = spread(past, today=np.array([6.0]))
        assert np.isnan(found.middle).all()
        assert np.isnan(found.above(np.array([10.0]))).all()


@pytest.mark.parametrize("today", [0.0, -1.0, np.nan])
def test_where_nothing_was_done_yet_nothing_is_said(today: float) -> None:
    assert np.isnan(spread(one([5.0, 5.0, 6.0], [10.0, 11.0, 12.0]), today=np.array([today])).middle).all()


def test_years_without_progress_are_no_years() -> None:
    found = spread(one([0.0, 5.0, 5.0, -3.0], [10.0, 10.0, 11.0, 4.0]), today=np.array([6.0]))
    assert found.years.tolist() == [2]
    assert np.isfinite(found.middle).all()


def test_two_like_years_are_not_taken_for_certainty() -> None:
    """Twice exactly the double: the third time within a few hundredths, not exactly."""
    found = spread(one([5.0, 6.0], [10.0, 12.0]), today=np.array([6.0]))
    assert found.above(np.array([12.0]))[0] == pytest.approx(0.5)
    assert found.above(np.array([11.0]))[0] > 0.9
    assert found.quantile(0.9)[0] > 12.1


def test_one_without_history_of_its_own_leans_on_its_siblings() -> None:
    """The last of four was born this year."""
    now, then = np.full((4, 3), 5.0) * [[1], [2], [3], [np.nan]], np.array([[10.0, 11.0, 12.0]] * 4) * [[1], [2], [3], [np.nan]]
    found = spread(Past(now, then, np.zeros(4, np.int64)), today=np.array([5.0, 10.0, 15.0, 20.0]))
    assert found.years.tolist() == [3, 3, 3, 0]
    assert found.middle[3] == pytest.approx(found.middle[0] + np.log(4), abs=0.02)
    assert found.width[3] >= found.width[0]


def test_a_level_of_nothing_is_always_reached() -> None:
    assert spread(one([5.0, 6.0], [10.0, 12.0]), today=np.array([6.0])).above(np.array([0.0])).tolist() == [1.0]
