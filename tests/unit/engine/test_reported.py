"""Does a figure name the entries it rests on and what it could not do without, and is it the one that the arrays give?"""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings

from giaoban.catalogue import Catalogue, Window
from giaoban.cube import Series
from giaoban.engine.answer import NOT_APPLICABLE, Answer, Use
from giaoban.engine.rebase import Mark
from giaoban.engine.reported import Reported
from giaoban.ledger import Book
from tests.unit.catalogues import REGIME, catalogue_on
from tests.unit.engine.grounds import mid_year
from tests.unit.engine.worlds import World, windows, world_of, worlds

WORLD = catalogue_on(date(2026, 12, 31))


def reported_in(world: World) -> Reported:
    return Reported(world.cube, world.maps.ground, world.maps.regime, world.maps.rules)


def told(
    book: Book, indicator: str, body: str, period: str | Window, *, own: bool = True, catalogue: Catalogue = WORLD, regime: str = REGIME
) -> Answer:
    """Return the figure of one cell."""
    world = world_of(book, catalogue, regime=regime)
    at = world.cube.row[Series(indicator, regime)], world.cube.column[body]
    window = Window.of(period) if isinstance(period, str) else period
    return reported_in(world).figure_of(at, window=window, own=own)


def number(value: float, *entries: int, taken: tuple[int, ...] = ()) -> Answer:
    """An exact number that rests on some entries, less others."""
    return Answer(value, (*map(Use, entries), *(Use(entry, -1.0) for entry in taken)))


def gap(*lacking: tuple[str, str], because: tuple[int, ...] = ()) -> Answer:
    return Answer(None, tuple(map(Use, because)), lacking)


# ---------------------------------------------------------------- sums


def test_a_sum_rests_on_all_its_months(book: Book) -> None:
    """In the order of months, whatever the order in which they came.

    2026-02  p1  thu  20 đồng
    2026-01  p1  thu  10 đồng
    2026-03  p1  thu  30 đồng
    """
    assert told(book, "thu", "p1", "2026-Q1") == number(60, 2, 1, 3)


def test_a_stated_figure_rests_on_itself_alone(book: Book) -> None:
    """The year so far of two months is stated: the quarter is made of it and of March.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  20 đồng
    2026-2M  p1  thu  35 đồng
    2026-03  p1  thu  5 đồng
    """
    assert [told(book, "thu", "p1", period) for period in ("2026-2M", "2026-Q1")] == [number(35, 3), number(40, 3, 4)]


def test_without_its_own_figure_a_window_is_what_finer_ones_give(book: Book) -> None:
    """Both ways to one number, so that they can be held against each other.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  20 đồng
    2026-03  p1  thu  30 đồng
    2026-Q1  p1  thu  61 đồng
    2026-Q2  p1  thu  9 đồng
    2026-H1  p1  thu  70 đồng
    """
    assert told(book, "thu", "p1", "2026-Q1") == number(61, 4)
    assert told(book, "thu", "p1", "2026-Q1", own=False) == number(60, 1, 2, 3)
    assert told(book, "thu", "p1", "2026-H1", own=False) == number(70, 4, 5)
    assert told(book, "thu", "p1", "2026-Q2", own=False).value is None
    assert told(book, "thu", "p1", "2026-03", own=False).value is None


def test_a_level_without_its_own_figure_is_that_of_another_window_of_the_same_end(book: Book) -> None:
    """March beside the quarter; nothing beside March.

    2026-03  p1  dan-so  100 người
    2026-Q1  p1  dan-so  101 người
    2026-03  p2  dan-so  100 người
    """
    found = [told(book, "dan-so", "p1", "2026-Q1", own=own) for own in (True, False)]
    assert found == [number(101, 2), number(100, 1)]
    assert told(book, "dan-so", "p2", "2026-03", own=False) == gap(("p2", "2026-03"))


def test_a_sum_names_the_month_it_lacks(book: Book) -> None:
    """And the entries that are known all the same.

    2026-01  p1  thu  10 đồng
    2026-03  p1  thu  30 đồng
    """
    assert told(book, "thu", "p1", "2026-Q1") == gap(("p1", "2026-02"), because=(1, 2))
    assert told(book, "thu", "p1", "2026-02") == gap(("p1", "2026-02"))
    assert told(book, "thu", "p2", Window(2026, 4, 5)).lacking[-1] == ("p2", "2026-05")


def test_a_later_cumulative_report_heals_the_gap(book: Book) -> None:
    """The nine months stand for all that was not told before.

    2026-01  p1  thu  10 đồng
    2026-9M  p1  thu  90 đồng
    2026-10  p1  thu  5 đồng
    """
    assert told(book, "thu", "p1", "2026-10M") == number(95, 2, 3)


def test_a_difference_takes_off_what_was_reached_before(book: Book) -> None:
    """80 by June less 10, 20 and 30 by March.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  20 đồng
    2026-03  p1  thu  30 đồng
    2026-H1  p1  thu  80 đồng
    """
    assert told(book, "thu", "p1", "2026-Q2") == number(20, 4, taken=(1, 2, 3))


def test_a_difference_may_end_with_a_day(book: Book) -> None:
    """70 by 25 June less 30 by March.

    2026-Q1     p1  thu  30 đồng
    2026-06-25  p1  thu  70 đồng
    """
    assert told(book, "thu", "p1", "2026-Q2") == number(40, 2, taken=(1,))


def test_silence_that_means_nothing_rests_on_nothing(book: Book) -> None:
    """February is no entry; of p2 there is none at all; what a quarter covers is no silence.

    2026-01  p1  phat-sinh  2 vụ
    2026-03  p1  phat-sinh  3 vụ
    2026-01  p3  phat-sinh  1 vụ
    2026-06  p3  phat-sinh  4 vụ
    2026-Q2  p3  phat-sinh  9 vụ
    """
    assert told(book, "phat-sinh", "p1", "2026-Q1") == number(5, 1, 2)
    assert told(book, "phat-sinh", "p1", "2026-H1") == number(5, 1, 2)
    assert told(book, "phat-sinh", "p1", "2026-02") == number(0, 1, taken=(1,))
    assert told(book, "phat-sinh", "p3", "2026-H1") == number(10, 3, 5)
    nothing = told(book, "phat-sinh", "p2", "2026-Q1")
    assert (nothing.value, nothing.because, nothing.mark) == (None, (), Mark.EXACT)
    assert set(nothing.lacking) == {("p2", "2026-01"), ("p2", "2026-02"), ("p2", "2026-03")}


def test_what_does_not_apply_is_an_answer(book: Book) -> None:
    """A month that does not apply counts nothing, and rests on nothing.

    2026-01  p1  thu     10 đồng
    2026-02  p1  thu     không áp dụng
    2026-01  p2  thu     không áp dụng
    2026-02  p2  thu     không áp dụng
    2026-01  p3  dan-so  không áp dụng
    """
    assert told(book, "thu", "p1", "2026-2M") == number(10, 1)
    assert [told(book, "thu", "p2", "2026-2M"), told(book, "thu", "p1", "2026-02"), told(book, "dan-so", "p3", "2026-01")] == [
        NOT_APPLICABLE
    ] * 3


# ---------------------------------------------------------------- other rules


def test_the_last_level_rests_on_its_own_entry(book: Book) -> None:
    """A year so far may stand for its last month.

    2026-01  p1  dan-so  100 người
    2026-03  p1  dan-so  110 người
    2026-2M  p2  dan-so  50 người
    """
    assert told(book, "dan-so", "p1", "2026-Q1") == number(110, 2)
    assert told(book, "dan-so", "p2", "2026-02") == number(50, 3)
    assert told(book, "dan-so", "p1", "2026-H1") == gap(("p1", "2026-H1"))


def test_a_mean_rests_on_all_its_months(book: Book) -> None:
    """Of 8 and 9 it is 8,5; a month that is lacking is named.

    2026-01  p1  diem  8 điểm
    2026-02  p1  diem  9 điểm
    2026-04  p1  diem  9 điểm
    2026-01  p2  diem  không áp dụng
    2026-02  p2  diem  không áp dụng
    """
    assert told(book, "diem", "p1", "2026-2M") == number(85, 1, 2)
    assert told(book, "diem", "p1", "2026-4M") == gap(("p1", "2026-03"), because=(1, 2, 3))
    assert told(book, "diem", "p2", "2026-2M") == NOT_APPLICABLE


def test_the_least_and_the_most_rest_on_all_that_was_known(book: Book) -> None:
    """A silent month is no gap here; a silent quarter is.

    2026-01  p1  thap-nhat  5 m
    2026-03  p1  thap-nhat  3 m
    2026-01  p1  cao-nhat   7 m
    2026-03  p1  cao-nhat   6 m
    2026-Q1  p2  cao-nhat   6 m
    """
    assert told(book, "cao-nhat", "p2", "2026-H1").value is None
    assert [told(book, one, "p1", "2026-Q1") for one in ("thap-nhat", "cao-nhat")] == [number(300, 1, 2), number(700, 3, 4)]


def test_an_index_has_only_its_own_figure(book: Book) -> None:
    """Two months are no answer for both together.

    2026-01  p1  chi-so  7 điểm
    2026-02  p1  chi-so  8 điểm
    """
    assert [told(book, "chi-so", "p1", period) for period in ("2026-01", "2026-2M")] == [number(700, 1), gap(("p1", "2026-2M"))]


# ---------------------------------------------------------------- to a day


def test_a_figure_to_a_day_stands_for_its_month_and_is_named(book: Book) -> None:
    """The last of the month; its last day is the year so far itself.

    2026-03-20  p1  thu     20 đồng
    2026-03-10  p1  thu     10 đồng
    2026-01     p2  thu     10 đồng
    2026-02     p2  thu     20 đồng
    2026-02-28  p2  thu     31 đồng
    2026-03-20  p3  dan-so  không áp dụng
    2026-Q1     p4  thu     60 đồng
    2026-03-31  p4  thu     61 đồng
    """
    assert [told(book, "thu", "p4", period) for period in ("2026-Q1", "2026-03-31")] == [number(60, 7), number(61, 8)]
    assert [told(book, "thu", "p1", period) for period in ("2026-Q1", "2026-03-10")] == [number(20, 1), number(10, 2)]
    assert told(book, "thu", "p1", "2026-03-15") == gap(("p1", "2026-03-15"))
    assert [told(book, "thu", "p2", period) for period in ("2026-2M", "2026-02-28")] == [number(31, 5)] * 2
    assert told(book, "dan-so", "p3", "2026-03") == NOT_APPLICABLE


def test_a_window_to_the_last_day_of_a_month_is_the_year_so_far(book: Book) -> None:
    """In the calendar of the regime.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  20 đồng
    2026-01  p1  thu  1 đồng  regime=nghi-dinh-09
    2026-02  p1  thu  2 đồng  regime=nghi-dinh-09
    """
    assert told(book, "thu", "p1", "2026-02-28") == number(30, 1, 2)
    assert told(book, "thu", "p1", "2026-02-14") == gap(("p1", "2026-02-14"))
    decree = [told(book, "thu", "p1", period, regime="nghi-dinh-09") for period in ("2026-02-14", "2026-02-28", "2026-2M")]
    assert decree == [number(3, 3, 4), gap(("p1", "2026-02-28")), number(3, 3, 4)]


def test_the_last_day_of_a_window_is_the_regimes_or_its_own(book: Book) -> None:
    """Under Decree 09 the first quarter ends on 14 March; a window to a day ends with that day.

    2026-01  p1  thu  10 đồng
    """
    plain, decree = (reported_in(world_of(book, WORLD, regime=regime)) for regime in (REGIME, "nghi-dinh-09"))
    days = [one.last_day(Window.of(code)) for one in (plain, decree) for code in ("2026-Q1", "2026-03-20")]
    assert days == [date(2026, 3, 31), date(2026, 3, 20), date(2026, 3, 14), date(2026, 3, 20)]


# ---------------------------------------------------------------- a map that changes in the middle of the year


def test_the_year_so_far_of_a_merger_rests_on_those_before(book: Book) -> None:
    """c's seven months are the half years of a and b and its own July.

    2026-H1  a  thu  10 đồng
    2026-H1  b  thu  20 đồng
    2026-07  c  thu  5 đồng
    """
    assert told(book, "thu", "c", "2026-7M", catalogue=mid_year()) == number(35, 1, 2, 3)


def test_the_year_so_far_of_a_share_rests_on_a_share(book: Book) -> None:
    """e has 0,6 of d's half year: 4 of 7 in whole steps.

    2026-H1  d  thu  7 đồng
    2026-07  e  thu  1 đồng
    """
    assert told(book, "thu", "e", "2026-7M", catalogue=mid_year()) == Answer(5, (Use(1, 0.6), Use(2)), (), Mark.APPORTIONED)


def test_an_unknown_share_is_lacking(book: Book) -> None:
    """Nobody says how much of g's half year is h's; g's figure is named all the same.

    2026-H1  g  thu  7 đồng
    2026-07  h  thu  1 đồng
    """
    assert told(book, "thu", "h", "2026-7M", catalogue=mid_year()) == Answer(None, (Use(1),), (("g", "2026-H1"),), Mark.NOT_COMPARABLE)


def test_a_predecessor_that_told_nothing_is_lacking(book: Book) -> None:
    """The gap is b's, not c's.

    2026-H1  a  thu  10 đồng
    2026-07  c  thu  5 đồng
    """
    found = told(book, "thu", "c", "2026-7M", catalogue=mid_year())
    assert (found.value, found.mark, found.because) == (None, Mark.EXACT, (Use(1), Use(2)))
    assert {body for body, _ in found.lacking} == {"b"}


def test_a_mean_over_a_merger_is_lost(book: Book) -> None:
    """Two indexes make no third; the entries are named.

    2026-06  a  diem  8 điểm
    2026-06  b  diem  9 điểm
    2026-07  c  diem  9 điểm
    """
    found = told(book, "diem", "c", Window(2026, 6, 7), catalogue=mid_year())
    assert found == Answer(None, (Use(1), Use(2), Use(3)), (("c", "2026-06"),), Mark.NOT_COMPARABLE)


# ---------------------------------------------------------------- the arrays say the same


@settings(max_examples=60, deadline=None)
@given(worlds(), windows)
def test_one_cell_at_a_time_is_what_the_arrays_give(world: World, window: Window) -> None:
    """Each on its own map, before anything is added up over bodies; and a number is given or what it lacks, never both."""
    arrays, reported = world.maps.timeline.figure_of(window), reported_in(world)
    for row, series in enumerate(world.cube.series):
        for column, body in enumerate(world.cube.bodies) if series.indicator in world.told else ():
            answer, at = reported.figure_of((row, column), window=window), (row, column)
            value = None if np.isnan(arrays.value[at]) else pytest.approx(float(arrays.value[at]), rel=1e-9)
            assert (answer.value, answer.na, answer.lost) == (value, bool(arrays.na[at]), bool(arrays.lost[at])), (series, body)
            assert answer.settled != bool(answer.lacking), (series, body)
            if answer.value is not None:
                assert answer.mark == arrays.mark[at], (series, body)
