"""Do reported figures become the figure of the window that is asked for, by the indicator's own rule?

In these tests a figure is in steps; None where there is none, "không áp dụng" where the body says so, "mất" where a
change of the map lost it, and a figure that was apportioned is said with a tilde.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pytest

from giaoban.catalogue import Catalogue, OverTime, Window
from giaoban.cube import Series
from giaoban.engine.rebase import Mark
from giaoban.engine.time import Timeline, is_month_end, month_window
from giaoban.ledger import Book
from tests.unit.catalogues import REGIME, catalogue_on
from tests.unit.engine.grounds import area, drawn, mid_year, passing
from tests.unit.engine.worlds import world_of

WORLD = catalogue_on(date(2026, 12, 31))
Said = float | str | None


@dataclass(frozen=True)
class Figures:
    """The figures of a book, on its own maps."""

    book: Book
    catalogue: Catalogue = WORLD
    regime: str = REGIME

    @property
    def timeline(self) -> Timeline:
        return world_of(self.book, self.catalogue, regime=self.regime).maps.timeline

    def of(self, indicator: str, body: str, *periods: str | Window) -> list[Said]:
        """The figure of each window, on the map of its last day."""
        timeline = self.timeline
        at = timeline.cube.row[Series(indicator, self.regime)], timeline.cube.column[body]
        return [_said(timeline, at, Window.of(one) if isinstance(one, str) else one) for one in periods]


def _said(timeline: Timeline, at: tuple[int, int], window: Window) -> Said:
    found = timeline.figure_of(window)
    if found.na[at]:
        return "không áp dụng"
    if np.isnan(found.value[at]):
        return "mất" if found.lost[at] else None
    return f"~{found.value[at]:g}" if found.mark[at] == Mark.APPORTIONED else float(found.value[at])


# ---------------------------------------------------------------- sums


def test_months_add_up(book: Book) -> None:
    """January to March make the quarter, the year so far, and each run of months between.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  20 đồng
    2026-03  p1  thu  30 đồng
    """
    found = Figures(book).of("thu", "p1", "2026-01", "2026-2M", "2026-Q1", Window(2026, 2, 3), "2026-4M", "2026-Q2", "2025-Q1")
    assert found == [10, 30, 60, 50, None, None, None]


def test_a_missing_month_stops_the_sum(book: Book) -> None:
    """Half a year of five months is no half year; the months before the gap add up.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  20 đồng
    2026-04  p1  thu  40 đồng
    2026-05  p1  thu  50 đồng
    2026-06  p1  thu  60 đồng
    """
    assert Figures(book).of("thu", "p1", "2026-2M", "2026-Q1", "2026-Q2", "2026-H1") == [30, None, 150, None]


def test_a_stated_year_so_far_wins_over_its_months(book: Book) -> None:
    """The report of two months says 35, not 30; the third month goes on from there.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  20 đồng
    2026-2M  p1  thu  35 đồng
    2026-03  p1  thu  5 đồng
    """
    assert Figures(book).of("thu", "p1", "2026-2M", "2026-Q1", "2026-02") == [35, 40, 20]


def test_the_finest_unbroken_run_wins_over_coarser_ones(book: Book) -> None:
    """Three months of the second quarter are told: they count, and not the quarter that is 1 more.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  10 đồng
    2026-03  p1  thu  10 đồng
    2026-04  p1  thu  10 đồng
    2026-05  p1  thu  10 đồng
    2026-06  p1  thu  10 đồng
    2026-Q2  p1  thu  31 đồng
    """
    assert Figures(book).of("thu", "p1", "2026-H1", "2026-Q2") == [60, 31]


def test_where_the_months_are_broken_quarters_count(book: Book) -> None:
    """May is missing, the quarter is not.

    2026-Q1  p1  thu  30 đồng
    2026-04  p1  thu  10 đồng
    2026-06  p1  thu  10 đồng
    2026-Q2  p1  thu  31 đồng
    2026-H2  p1  thu  100 đồng
    """
    assert Figures(book).of("thu", "p1", "2026-4M", "2026-H1", "2026", "2026-9M") == [40, 61, 161, None]


def test_a_later_cumulative_report_heals_a_gap(book: Book) -> None:
    """Nobody told of February to August; the report of nine months covers them, and the year goes on.

    2026-01  p1  thu  10 đồng
    2026-9M  p1  thu  90 đồng
    2026-10  p1  thu  5 đồng
    2026-11  p1  thu  6 đồng
    2026-12  p1  thu  7 đồng
    """
    assert Figures(book).of("thu", "p1", "2026-8M", "2026-9M", "2026-10M", "2026", "2026-Q4") == [None, 90, 95, 108, 18]


def test_the_second_quarter_is_the_difference_of_two_years_so_far(book: Book) -> None:
    """80 by June less 30 by March; less than nothing where the year so far went down.

    2026-Q1  p1  thu  30 đồng
    2026-H1  p1  thu  80 đồng
    2026-9M  p1  thu  75 đồng
    """
    found = Figures(book).of("thu", "p1", "2026-Q2", "2026-Q3", Window(2026, 4, 9), "2026-06", "2026-05", "2026-Q4")
    assert found == [50, -5, 45, None, None, None]


def test_a_quarter_of_its_own_months_is_no_difference(book: Book) -> None:
    """Shorter figures come before the difference.

    2026-Q1  p1  thu  30 đồng
    2026-04  p1  thu  1 đồng
    2026-05  p1  thu  2 đồng
    2026-06  p1  thu  3 đồng
    2026-H1  p1  thu  80 đồng
    """
    assert Figures(book).of("thu", "p1", "2026-Q2") == [6]


def test_a_difference_with_what_did_not_apply_before_takes_nothing_off(book: Book) -> None:
    """A body that had no such thing in the first quarter did all of it in the second; a year that never applied stays so.

    2026-Q1  p1  thu  không áp dụng
    2026-H1  p1  thu  80 đồng
    2026-Q1  p2  thu  không áp dụng
    2026-H1  p2  thu  không áp dụng
    2026-Q1  p3  thu  10 đồng
    2026-H1  p3  thu  không áp dụng
    """
    figures = Figures(book)
    assert [figures.of("thu", body, "2026-Q2") for body in ("p1", "p2", "p3")] == [[80], ["không áp dụng"], [None]]


def test_months_that_do_not_apply_count_nothing_in_a_sum(book: Book) -> None:
    """Where none applies, neither does the quarter.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  không áp dụng
    2026-03  p1  thu  30 đồng
    2026-01  p2  thu  không áp dụng
    2026-02  p2  thu  không áp dụng
    2026-03  p2  thu  không áp dụng
    """
    figures = Figures(book)
    assert figures.of("thu", "p1", "2026-Q1", "2026-02") == [40, "không áp dụng"]
    assert figures.of("thu", "p2", "2026-Q1") == ["không áp dụng"]


# ---------------------------------------------------------------- silence


def test_silence_that_means_nothing_is_no_gap(book: Book) -> None:
    """No fire was told of in February and none after March; before the first word nothing is known, nor of p2 ever.

    2026-01  p1  phat-sinh  2 vụ
    2026-03  p1  phat-sinh  3 vụ
    2026-02  p3  phat-sinh  4 vụ
    """
    figures = Figures(book)
    assert figures.of("phat-sinh", "p1", "2026-Q1", "2026-H1", "2026", "2026-02", "2026-Q2") == [5, 5, 5, 0, 0]
    assert figures.of("phat-sinh", "p2", "2026-Q1") == [None]
    assert figures.of("phat-sinh", "p3", "2026-01", "2026-2M", "2026-Q1") == [None, 4, 4]


def test_a_quarter_that_covers_a_silent_month_is_not_added_to_the_others(book: Book) -> None:
    """The second quarter had 9, of which 4 in June: April and May were not nothing.

    2026-01  p1  phat-sinh  1 vụ
    2026-06  p1  phat-sinh  4 vụ
    2026-Q2  p1  phat-sinh  9 vụ
    """
    assert Figures(book).of("phat-sinh", "p1", "2026-H1", "2026-7M") == [10, 10]


def test_the_months_of_a_quarter_that_are_all_told_stay_the_finest(book: Book) -> None:
    """Then the quarter covers no silence.

    2026-01  p1  phat-sinh  1 vụ
    2026-04  p1  phat-sinh  2 vụ
    2026-05  p1  phat-sinh  0 vụ
    2026-06  p1  phat-sinh  4 vụ
    2026-Q2  p1  phat-sinh  9 vụ
    """
    assert Figures(book).of("phat-sinh", "p1", "2026-H1") == [7]


def test_the_difference_of_two_years_so_far_holds_where_silence_is_nothing(book: Book) -> None:
    """7 by June less 5 by March, though no month was told after that.

    2026-01  p1  phat-sinh  5 vụ
    2026-H1  p1  phat-sinh  7 vụ
    """
    assert Figures(book).of("phat-sinh", "p1", "2026-Q1", "2026-Q2") == [5, 2]


# ---------------------------------------------------------------- other rules


def test_the_last_level_stands(book: Book) -> None:
    """Of a stock the end of the window counts; a window whose last month is silent has none.

    2026-01  p1  dan-so  100 người
    2026-03  p1  dan-so  110 người
    2026     p1  dan-so  150 người
    """
    assert Figures(book).of("dan-so", "p1", "2026-Q1", "2026-02", "2026-2M", "2026-12", "2026-Q4") == [110, None, None, 150, 150]


def test_of_two_levels_of_one_month_the_windows_own_wins_then_the_shortest(book: Book) -> None:
    """A quarter asked for has its quarter's figure; a half year has the month's.

    2026-06  p1  dan-so  100 người
    2026-Q2  p1  dan-so  101 người
    2026-8M  p1  dan-so  108 người
    """
    assert Figures(book).of("dan-so", "p1", "2026-06", "2026-Q2", "2026-H1", "2026-08", Window(2026, 7, 8)) == [100, 101, 100, 108, 108]


def test_a_mean_is_of_equally_long_figures(book: Book) -> None:
    """8, 9 and 10 are 9; a missing month leaves no mean; two quarters make a half year.

    2026-01  p1  diem  8 điểm
    2026-02  p1  diem  9 điểm
    2026-03  p1  diem  10 điểm
    2026-01  p2  diem  8 điểm
    2026-03  p2  diem  10 điểm
    2026-Q1  p3  diem  6 điểm
    2026-Q2  p3  diem  7 điểm
    """
    figures = Figures(book)
    assert figures.of("diem", "p1", "2026-Q1", "2026-2M", "2026-H1", Window(2026, 2, 3)) == [90, 85, None, 95]
    assert figures.of("diem", "p2", "2026-Q1") == [None]
    assert figures.of("diem", "p3", "2026-H1", "2026-Q1", "2026-5M") == [65, 60, None]


def test_a_mean_leaves_out_what_does_not_apply(book: Book) -> None:
    """Where nothing applies there is no mean either; a stated one wins.

    2026-01  p1  diem  8 điểm
    2026-02  p1  diem  không áp dụng
    2026-03  p1  diem  10 điểm
    2026-01  p2  diem  không áp dụng
    2026-02  p2  diem  không áp dụng
    2026-01  p3  diem  8 điểm
    2026-02  p3  diem  9 điểm
    2026-2M  p3  diem  8,8 điểm
    """
    figures = Figures(book)
    assert [figures.of("diem", "p1", "2026-Q1"), figures.of("diem", "p2", "2026-2M"), figures.of("diem", "p3", "2026-2M")] == [
        [90], ["không áp dụng"], [88],
    ]  # fmt: skip


def test_the_least_and_the_most_are_of_the_months_known_where_silence_is_no_gap(book: Book) -> None:
    """The lowest water of January and March is that of the quarter; two quarters need both.

    2026-01  p1  thap-nhat  5 m
    2026-03  p1  thap-nhat  3 m
    2026-01  p1  cao-nhat   7 m
    2026-03  p1  cao-nhat   6 m
    2026-Q1  p2  cao-nhat   6 m
    2026-Q1  p3  cao-nhat   6 m
    2026-Q2  p3  cao-nhat   4 m
    """
    figures = Figures(book)
    assert [figures.of("thap-nhat", "p1", "2026-Q1"), figures.of("cao-nhat", "p1", "2026-Q1", "2026-H1")] == [[300], [700, 700]]
    assert [figures.of("cao-nhat", body, "2026-H1") for body in ("p2", "p3", "p4")] == [[None], [600], [None]]


def test_an_index_has_only_its_own_figure(book: Book) -> None:
    """Twelve months make no year of it; a figure to the last day of the year is one of the year.

    2025-12-31  p1  chi-so  9 điểm
    2026-01     p1  chi-so  7 điểm
    2026-02     p1  chi-so  8 điểm
    2026-Q1     p1  chi-so  9 điểm
    """
    figures = Figures(book)
    assert figures.of("chi-so", "p1", "2026-01", "2026-2M", "2026-Q1", "2026-H1") == [700, None, 900, None]
    assert figures.of("chi-so", "p1", "2025", "2025-12") == [900, None]


# ---------------------------------------------------------------- to a day


def test_a_year_so_far_takes_the_last_figure_to_a_day_in_its_month(book: Book) -> None:
    """Nobody told of March, but of 10 and 20 March; the figure of the quarter is asked for.

    2026-03-10  p1  thu  10 đồng
    2026-03-20  p1  thu  20 đồng
    """
    found = Figures(book).of("thu", "p1", "2026-Q1", "2026-03-10", "2026-03-20", "2026-03-15", "2026-03", "2026-Q2")
    assert found == [20, 10, 20, None, None, None]


def test_the_months_come_before_a_figure_to_some_day(book: Book) -> None:
    """And a figure to the last day of the month before the months: it is the year so far.

    2026-01     p1  thu  10 đồng
    2026-02     p1  thu  20 đồng
    2026-02-20  p1  thu  25 đồng
    2026-01     p2  thu  10 đồng
    2026-02     p2  thu  20 đồng
    2026-02-28  p2  thu  31 đồng
    """
    figures = Figures(book)
    assert [figures.of("thu", "p1", "2026-2M"), figures.of("thu", "p2", "2026-2M")] == [[30], [31]]


def test_a_window_to_the_last_day_of_a_month_is_the_year_so_far(book: Book) -> None:
    """Asked to 28 February, two months answer; asked to the 27th, they do not.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  20 đồng
    """
    assert Figures(book).of("thu", "p1", "2026-02-28", "2026-02-27") == [30, None]


def test_the_quarter_and_its_last_day_each_have_their_own_figure(book: Book) -> None:
    """Where both were told and differ, each question gets its own.

    2026-Q1     p1  thu  60 đồng
    2026-03-31  p1  thu  61 đồng
    """
    assert Figures(book).of("thu", "p1", "2026-Q1", "2026-03-31") == [60, 61]


def test_a_difference_may_end_with_a_day(book: Book) -> None:
    """70 by 25 June less 30 by March.

    2026-Q1     p1  thu  30 đồng
    2026-06-25  p1  thu  70 đồng
    """
    assert Figures(book).of("thu", "p1", "2026-Q2", "2026-H1") == [40, 70]


def test_a_level_may_be_that_of_a_day(book: Book) -> None:
    """The people counted on 20 March stand for March, where no month was told; a body may also say that it has none.

    2026-03-20  p1  dan-so  100 người
    2026-03-20  p2  dan-so  không áp dụng
    2026-03-31  p3  dan-so  120 người
    """
    figures = Figures(book)
    assert figures.of("dan-so", "p1", "2026-03", "2026-Q1", Window(2026, 2, 3)) == [100, 100, 100]
    assert figures.of("dan-so", "p2", "2026-03") == ["không áp dụng"]
    assert figures.of("dan-so", "p3", "2026-03", "2026-03-31") == [120, 120]


def test_the_first_days_of_a_year_that_is_not_known_have_no_figure(book: Book) -> None:
    """Nothing of that year lies in the cube.

    2026-03-20  p1  thu  100 đồng
    """
    assert Figures(book).of("thu", "p1", "2024-03-20", "2024-Q1") == [None, None]


# ---------------------------------------------------------------- a map that changes in the middle of the year


def test_what_was_reached_passes_to_the_successor_in_the_middle_of_the_year(book: Book) -> None:
    """a and b became c in July: their half year and c's July are c's seven months, exactly.

    2026-H1  a  thu  10 đồng
    2026-H1  b  thu  20 đồng
    2026-07  c  thu  5 đồng
    """
    figures = Figures(book, mid_year())
    assert figures.of("thu", "c", "2026-7M", "2026-H1", "2026-07") == [35, None, 5]
    assert figures.of("thu", "a", "2026-7M", "2026-H1") == [None, 10]


def test_one_predecessor_that_told_nothing_leaves_no_sum(book: Book) -> None:
    """Unless silence means that nothing happened.

    2026-H1  a  thu        10 đồng
    2026-07  c  thu        5 đồng
    2026-H1  a  phat-sinh  10 vụ
    2026-07  c  phat-sinh  5 vụ
    """
    figures = Figures(book, mid_year())
    assert [figures.of(indicator, "c", "2026-7M") for indicator in ("thu", "phat-sinh")] == [[None], [15]]


def test_a_split_in_the_middle_of_the_year_is_apportioned(book: Book) -> None:
    """7 of d are 4 and 3; the year so far is apportioned from then on, the months are not.

    2026-H1  d  thu  7 đồng
    2026-07  e  thu  1 đồng
    2026-07  f  thu  2 đồng
    """
    figures = Figures(book, mid_year())
    assert [figures.of("thu", body, "2026-7M", "2026-07") for body in "ef"] == [["~5", 1], ["~5", 2]]


def test_an_unknown_share_in_the_middle_of_the_year_loses_the_year_so_far(book: Book) -> None:
    """What h did since July is known; what it did since January nobody can say, until h says so itself.

    2026-H1  g  thu  7 đồng
    2026-07  h  thu  1 đồng
    2026-08  h  thu  1 đồng
    2026-9M  h  thu  6 đồng
    """
    assert Figures(book, mid_year()).of("thu", "h", "2026-7M", "2026-8M", "2026-9M", "2026-08") == ["mất", "mất", 6, 1]


def test_the_difference_of_two_years_so_far_goes_through_the_change(book: Book) -> None:
    """c's nine months less what a and b had by June; d's share is apportioned.

    2026-H1  a  thu  10 đồng
    2026-H1  b  thu  20 đồng
    2026-9M  c  thu  50 đồng
    2026-H1  d  thu  7 đồng
    2026-9M  e  thu  9 đồng
    """
    figures = Figures(book, mid_year())
    assert [figures.of("thu", body, "2026-Q3") for body in "ce"] == [[20], ["~5"]]


def test_a_change_within_a_month_belongs_to_that_month(book: Book) -> None:
    """The map changed on 15 August: the seven months of a and b pass on, and c tells of August.

    2026-7M  a  thu  10 đồng
    2026-7M  b  thu  20 đồng
    2026-08  c  thu  5 đồng
    """
    on = date(2026, 8, 15)
    wards = [area("a", "tp", until=on), area("b", "tp", until=on), area("c", "tp", since=on)]
    figures = Figures(book, drawn(area("tp"), *wards, passing(on, ("a", "c", "1"), ("b", "c", "1"))))
    assert [figures.of("thu", "c", "2026-8M"), figures.of("thu", "a", "2026-7M", "2026-8M")] == [[35], [10, None]]


def test_a_mean_over_a_merger_is_lost_over_a_new_name_it_is_not(book: Book) -> None:
    """Two indexes make no third; one body that only changed its name keeps its own.

    2026-06  a  diem       8 điểm
    2026-06  b  diem       9 điểm
    2026-07  c  diem       9 điểm
    2026-06  j  diem       8 điểm
    2026-07  k  diem       9 điểm
    2026-06  j  thap-nhat  8 m
    2026-07  k  thap-nhat  9 m
    2026-06  a  thap-nhat  8 m
    2026-07  c  thap-nhat  9 m
    """
    july = date(2026, 7, 1)
    wards = [area(id, "tp", until=july) for id in "abj"] + [area(id, "tp", since=july) for id in "ck"]
    figures = Figures(book, drawn(area("tp"), *wards, passing(july, ("a", "c", "1"), ("b", "c", "1"), ("j", "k", "1"))))
    both = Window(2026, 6, 7)
    assert [figures.of("diem", body, both) for body in "ck"] == [["mất"], [85]]
    assert [figures.of("thap-nhat", body, both) for body in "ck"] == [["mất"], [800]]


# ---------------------------------------------------------------- regimes


def test_decree_09_has_months_and_figures_of_its_own(book: Book) -> None:
    """What was reported under it is not mixed with the briefing's figures.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  20 đồng
    2026-01  p1  thu  1 đồng  regime=nghi-dinh-09
    2026-02  p1  thu  2 đồng  regime=nghi-dinh-09
    2026-03  p1  thu  3 đồng  regime=nghi-dinh-09
    """
    assert Figures(book).of("thu", "p1", "2026-2M", "2026-Q1") == [30, None]
    decree = Figures(book, regime="nghi-dinh-09")
    assert decree.of("thu", "p1", "2026-2M", "2026-Q1") == [3, 6]
    assert decree.timeline.last_day(Window.of("2026-Q1")) == date(2026, 3, 14)


def test_a_change_of_the_map_on_the_fifteenth_lies_between_two_months_of_decree_09(book: Book) -> None:
    """Under the decree June begins on 15 May: a told of its five months, c of the sixth.

    2026-5M  a  thu  10 đồng  regime=nghi-dinh-09
    2026-5M  b  thu  20 đồng  regime=nghi-dinh-09
    2026-06  c  thu  5 đồng   regime=nghi-dinh-09
    """
    on = date(2026, 5, 15)
    wards = [area("a", "tp", until=on), area("b", "tp", until=on), area("c", "tp", since=on)]
    figures = Figures(book, drawn(area("tp"), *wards, passing(on, ("a", "c", "1"), ("b", "c", "1"))), "nghi-dinh-09")
    assert [figures.of("thu", "c", "2026-H1"), figures.of("thu", "a", "2026-5M")] == [[35], [10]]


def test_a_catalogue_without_means_and_extremes_needs_none(book: Book) -> None:
    """No row follows such a rule; the sums are as before.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  20 đồng
    """
    sums = {id: one for id, one in WORLD.indicators.items() if one.over_time is OverTime.SUM}
    assert Figures(book, replace(WORLD, indicators=sums)).of("thu", "p1", "2026-2M") == [30]


@pytest.mark.parametrize(
    ("regime", "day", "ends"),
    [
        (REGIME, "2026-03-31", True),
        (REGIME, "2026-03-14", False),
        ("nghi-dinh-09", "2026-03-14", True),
        ("nghi-dinh-09", "2026-03-31", False),
    ],
)
def test_the_last_day_of_a_month_is_the_regimes(regime: str, day: str, ends: bool) -> None:
    assert is_month_end(Window.of(day), regime=WORLD.regimes[regime]) is ends


def test_a_piece_of_a_window_lies_in_its_year() -> None:
    """The quarter that ends with June, and June."""
    window = Window.of("2026")
    assert [month_window(window, last=6, length=3), month_window(window, last=6)] == [Window(2026, 4, 6), Window(2026, 6, 6)]


def test_asking_twice_gives_the_same(book: Book) -> None:
    """What was added up once is remembered and not touched.

    2026-01  p1  thu  10 đồng
    2026-02  p1  thu  20 đồng
    """
    timeline = Figures(book).timeline
    first = timeline.figure_of(Window.of("2026-2M"))
    timeline.figure_of(Window.of("2026-Q1"))
    again = timeline.figure_of(Window.of("2026-2M"))
    assert np.array_equal(first.value, again.value, equal_nan=True)
    assert (first.mark.tolist(), first.na.tolist()) == (again.mark.tolist(), again.na.tolist())
