"""Is a period the days it says, and do its parts make it up?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.values import Period
from giaoban.values.period import add_months

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
Q1 = Period(date(2020, 12, 15), date(2021, 3, 15))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    since = draw(DAYS)
    return Period(since, since + timedelta(days=draw(st.integers(2, 800))))


def test_the_last_day_belongs_to_it_and_the_next_does_not() -> None:
    """The first quarter under Decree 09 is 15 December to 14 March."""
    assert (Q1.last_day, Q1.days) == (date(2021, 3, 14), 90)
    edge = [date(2020, 12, 14), date(2020, 12, 15), date(2021, 3, 14), date(2021, 3, 15)]
    assert [day in Q1 for day in edge] == [False, True, True, False]


@pytest.mark.parametrize("until", [date(2021, 1, 1), date(2020, 12, 31)])
def test_an_empty_or_backward_span_is_refused(until: date) -> None:
    """A figure speaks of at least a day."""
    with pytest.raises(ValueError, match="at least a day"):
        Period(date(2021, 1, 1), until)


@given(periods(), st.data())
def test_the_parts_of_a_period_partition_it(period: Period, data: st.DataObject) -> None:
    """No day is lost, none counted twice, and the parts do not overlap."""
    at = data.draw(st.dates(period.since + timedelta(days=1), period.last_day))
    before, after = period.split(at)
    assert (before.since, before.until, after.since, after.until) == (period.since, at, at, period.until)
    assert before.days + after.days == period.days
    assert not before.overlaps(after)
    assert [before.overlaps(period), period.overlaps(after)] == [True, True]


@pytest.mark.parametrize("at", [Q1.since, Q1.until, date(2021, 6, 1)])
def test_a_period_is_not_split_at_its_edge(at: date) -> None:
    """A part without days is no part."""
    with pytest.raises(ValueError, match="at least a day"):
        Q1.split(at)


def test_to_date_ends_with_the_day_itself() -> None:
    """Lũy kế đến ngày 20/4 takes the twentieth in."""
    assert Q1.to_date(day=date(2021, 1, 31)) == Period(date(2020, 12, 15), date(2021, 2, 1))
    with pytest.raises(ValueError, match="at least a day"):
        Q1.to_date(day=date(2020, 12, 14))


def test_periods_that_touch_do_not_overlap() -> None:
    """The day on which one ends is the first of the next."""
    following = Period(Q1.until, date(2021, 6, 15))
    assert [Q1.overlaps(following), following.overlaps(Q1), Q1.overlaps(Period(date(2021, 3, 14), date(2021, 4, 1)))] == [
        False,
        False,
        True,
    ]


def test_periods_are_in_order_of_their_days() -> None:
    """So that the last of several is the latest."""
    later = Period(date(2021, 1, 1), date(2021, 2, 1))
    assert sorted([later, Q1]) == [Q1, later]


@given(DAYS, st.integers(-1200, 1200))
def test_a_month_later_is_the_same_day_or_the_months_last(day: date, months: int) -> None:
    """31 January and a month is 28 February; every other day keeps its number."""
    found = add_months(day, months=months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


def test_months_may_be_counted_up_to_the_last_year_of_the_calendar() -> None:
    """December 9999 has no month after it, and needs none."""
    assert add_months(date(9999, 11, 30), months=1) == date(9999, 12, 30)
