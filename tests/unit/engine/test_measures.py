"""Are the window, the year so far and the same window a year before measured on the map that is asked for?"""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from giaoban import engine
from giaoban.catalogue import Window
from giaoban.cube import Series
from giaoban.engine.bodies import Rolled
from giaoban.engine.frame import survey
from giaoban.engine.measures import Measured, _joined, measure, parted_month
from giaoban.engine.rebase import Mark
from giaoban.engine.rules import rules_of
from giaoban.ledger import Book
from tests.unit.boards import cube
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.grounds import JULY, area, drawn, passing
from tests.unit.engine.worlds import World, world_of

TY = 10**9  # steps of 1 đồng in tỷ đồng
END = date(2028, 12, 31)
SPLIT = date(2027, 7, 1)


def measured(book: Book, period: str, *, frame: date | None = None) -> Measured:
    """Measure a period of the small world, on the map of its last day unless said otherwise."""
    catalogue, window = catalogue_on(END), Window.of(period)
    regime = catalogue.regimes[REGIME]
    question = engine.Question("tp", window, REGIME, frame=frame or regime.days(window).last_day, on=END)
    return measure(question, cube=cube(book, on=END), catalogue=catalogue, regime=regime)


def world(book: Book) -> World:
    return world_of(book, catalogue_on(END))


def told(rolled: Rolled, book: Book, body: str, *, indicator: str = "thu", per: int = TY) -> tuple[float | None, Mark]:
    """A figure in tỷ đồng, and its mark."""
    axes = cube(book, on=END)
    at = axes.row[Series(indicator, REGIME)], axes.column[body]
    value = rolled.value[at]
    return None if np.isnan(value) else float(value) / per, Mark(int(rolled.mark[at]))


def monthly(*bodies: str, year: int, until: int, since: int = 1) -> str:
    """1 tỷ đồng a month for each body."""
    return "\n".join(f"{year}-{month:02d}  {body}  thu  1 tỷ đồng" for body in bodies for month in range(since, until + 1))


# ---------------------------------------------------------------- three measures


def test_a_window_its_year_so_far_and_the_same_window_a_year_before_are_measured_at_once(book: Book) -> None:
    """The second quarter: 2 + 3 in it, 1 before it, and 7 a year earlier.

    2025-Q2  p1  thu  7 tỷ đồng
    2026-Q1  p1  thu  1 tỷ đồng
    2026-04  p1  thu  2 tỷ đồng
    2026-05  p1  thu  3 tỷ đồng
    2026-06  p1  thu  0 tỷ đồng
    """
    found = measured(book, "2026-Q2")
    sides = [told(rolled, book, "p1") for rolled in (found.value, found.to_date, found.same)]
    assert sides == [(5, Mark.EXACT), (6, Mark.EXACT), (7, Mark.EXACT)]


def test_a_window_from_the_year_s_start_is_its_own_year_so_far(book: Book) -> None:
    """It is not measured twice.

    2026-Q1  p1  thu  1 tỷ đồng
    """
    found = measured(book, "2026-Q1")
    assert found.to_date is found.value
    assert (found.frame.on, found.frame) == (date(2026, 3, 31), found.ground.frame(date(2026, 3, 31)))


def test_the_year_before_is_measured_on_this_year_s_map(book: Book) -> None:
    """Two wards became one in 2027: 3 and 4 of theirs are 7 of its.

    2026-03  p1  thu  3 tỷ đồng
    2026-03  p2  thu  4 tỷ đồng
    2027-03  p5  thu  9 tỷ đồng
    """
    same = measured(book, "2027-03").same
    assert [told(same, book, body) for body in ("p5", "p1")] == [(7, Mark.EXACT), (None, Mark.EXACT)]


def test_a_share_of_the_people_takes_its_part_and_is_marked(book: Book) -> None:
    """Of 10 steps 0,6 and 0,4 went on; the city keeps its 10.

    2027-03  p4  thu  10 tỷ đồng
    2027-03  p3  thu  không áp dụng
    2027-03  p5  thu  không áp dụng
    """
    same = measured(book, "2028-03").same
    found = [told(same, book, body) for body in ("p8", "p9", "tp")]
    assert found == [(6, Mark.APPORTIONED), (4, Mark.APPORTIONED), (10, Mark.EXACT)]


def test_a_share_that_nobody_knows_takes_nothing(book: Book) -> None:
    """Of the ward that was split by area only, nothing can be said of its successors.

    2027-03  p3  thu  10 tỷ đồng
    """
    same = measured(book, "2028-03").same
    assert [told(same, book, body) for body in ("p6", "p7")] == [(None, Mark.NOT_COMPARABLE)] * 2


def test_a_percentage_is_divided_after_both_sides_are_on_the_map(book: Book) -> None:
    """1 of 10 and 3 of 20 of the wards that became one: 4 of 30 are 13,33 %, and not the mean of 10 % and 15 %.

    2026-03  p1  ho        10 hộ
    2026-03  p1  ho-ngheo  1 hộ
    2026-03  p2  ho        20 hộ
    2026-03  p2  ho-ngheo  3 hộ
    """
    share, mark = told(measured(book, "2027-03").same, book, "p5", indicator="ty-le", per=100)
    assert mark is Mark.EXACT
    assert share == pytest.approx(13.3333333)


# ---------------------------------------------------------------- a map that changes inside the window


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2027-9M", (7, SPLIT)),
        ("2027", (7, SPLIT)),
        ("2027-Q3", None),  # the new map begins with its first month
        ("2027-H1", None),
        ("2027-07", None),
        ("2027-07-20", None),
        ("2026", None),
    ],
)
def test_the_month_with_which_a_new_map_begins_inside_a_window(period: str, expected: tuple[int, date] | None) -> None:
    """Only where there are whole months before it."""
    catalogue = catalogue_on(END)
    ground = survey(catalogue, column={id: n for n, id in enumerate(sorted(catalogue.bodies))})
    assert parted_month(Window.of(period), ground=ground, regime=catalogue.regimes[REGIME]) == expected


def test_a_month_that_holds_the_first_day_of_the_new_map_is_the_first_of_it() -> None:
    """In the regime whose seventh month runs from 15 June to 14 July, the seventh; the quarter that begins with it has none."""
    catalogue = catalogue_on(END)
    ground = survey(catalogue, column={id: n for n, id in enumerate(sorted(catalogue.bodies))})
    regime = catalogue.regimes["nghi-dinh-09"]
    assert [parted_month(Window.of(code), ground=ground, regime=regime) for code in ("2027", "2027-Q3")] == [(7, SPLIT), None]


def test_before_and_after_a_change_inside_the_window_are_added_for_a_whole_that_kept_its_ground() -> None:
    """Three wards for six months, then four for three: 3 x 6 + 4 x 3 = 30."""
    book = ledger_of(
        "\n".join([monthly("p3", "p4", "p5", year=2027, until=6), monthly("p4", "p5", "p6", "p7", year=2027, since=7, until=9)])
    )
    value = measured(book, "2027-9M").value
    found = [told(value, book, body) for body in ("tp", "p5", "p6")]
    assert found == [(30, Mark.EXACT), (9, Mark.EXACT), (None, Mark.NOT_COMPARABLE)]


def test_a_gap_before_the_change_is_told_by_the_counts_of_before() -> None:
    """One of three did not report the first half of the year; nine months are then no number."""
    book = ledger_of("\n".join([monthly("p3", "p4", year=2027, until=6), monthly("p4", "p5", "p6", "p7", year=2027, since=7, until=9)]))
    found = measured(book, "2027-9M").value
    at = world(book).cube.row[Series("thu", REGIME)], world(book).cube.column["tp"]
    assert [np.isnan(found.value[at]), int(found.reported[at]), int(found.expected[at])] == [True, 2, 3]


def test_what_did_not_apply_before_the_change_counts_nothing() -> None:
    """To all it did not apply in the first half; after it four wards told 1 a month: 12."""
    never = "\n".join(f"2027-H1  {body}  thu  không áp dụng" for body in ("p3", "p4", "p5"))
    book = ledger_of(f"{never}\n{monthly('p4', 'p5', 'p6', 'p7', year=2027, since=7, until=9)}")
    found = measured(book, "2027-9M").value
    assert told(found, book, "tp") == (12, Mark.EXACT)


def test_two_windows_are_joined_side_by_side() -> None:
    """5 + 7; what does not apply counts nothing; what is unknown leaves no number; neither makes it not apply."""
    none = np.nan

    def side(*values: float) -> Rolled:
        value, na = np.array([values], np.float64), np.array([[one == -1 for one in values]])
        value[na] = none
        counts, flags = np.ones(value.shape, np.int64), np.ones(value.shape, bool)
        return Rolled(
            value, np.zeros(value.shape, np.int8), na, counts, counts, value, flags, np.where(na, 0, counts).astype(np.uint8), value, value
        )

    joined = _joined(side(5, -1, none, -1), side(7, 7, 7, -1))  # -1 stands for what does not apply
    assert np.array_equal(joined.value, [[12, 7, none, none]], equal_nan=True)
    assert joined.na.tolist() == [[False, False, False, True]]


def test_what_applied_neither_before_nor_after_the_change_does_not_apply() -> None:
    """Neither to the parts of the first half nor to those of the third quarter."""
    lines = [f"2027-H1  {body}  thu  không áp dụng" for body in ("p3", "p4", "p5")]
    lines += [f"2027-Q3  {body}  thu  không áp dụng" for body in ("p4", "p5", "p6", "p7")]
    book = ledger_of("\n".join(lines))
    found, axes = measured(book, "2027-9M").value, world(book).cube
    at = axes.row[Series("thu", REGIME)], axes.column["tp"]
    assert (bool(found.na[at]), bool(np.isnan(found.value[at]))) == (True, True)


def test_a_whole_whose_bounds_moved_inside_the_window_is_measured_on_its_new_ground() -> None:
    """A ward went over to the other city in July: each city has what stands on its ground now, for all nine months."""
    catalogue = drawn(
        area("tp"), area("tq"), area("a", "tp", until=JULY), area("b", "tp"), area("c", "tq", since=JULY), passing(JULY, ("a", "c", "1"))
    )
    told = ledger_of("2026-H1  a  thu  10 đồng\n2026-H1  b  thu  5 đồng\n2026-Q3  b  thu  5 đồng\n2026-Q3  c  thu  3 đồng")
    found = world_of(told, catalogue)
    rolled, row = found.maps.measured(Window.of("2026-9M"), day=date(2026, 9, 30)), found.cube.row[Series("thu", REGIME)]
    assert [float(rolled.value[row, found.cube.column[body]]) for body in ("tp", "tq", "b", "c")] == [10, 13, 10, 13]


def test_a_whole_whose_parts_are_followed_no_more_is_known_by_them_all_the_same() -> None:
    """The groups of a ward are no longer kept in the book since July; its own ground is what it was, and so is its past."""
    catalogue = drawn(area("tp"), area("a", "tp"), area("g", "a", until=JULY), area("h", "a", until=JULY))
    told = ledger_of("2026-H1  g  thu  10 đồng\n2026-H1  h  thu  5 đồng")
    found = world_of(told, catalogue)
    rolled, row = found.maps.measured(Window.of("2026-H1"), day=date(2026, 12, 31)), found.cube.row[Series("thu", REGIME)]
    assert [float(rolled.value[row, found.cube.column[body]]) for body in ("tp", "a")] == [15, 15]
    assert found.tracer(date(2026, 12, 31)).answer(Series("thu", REGIME), body="a", window=Window.of("2026-H1")).value == 15


# ---------------------------------------------------------------- maps


def test_a_map_on_which_nothing_changed_is_not_measured_again(book: Book) -> None:
    """March 2026 seen from December 2026 is March 2026; from December 2027 it is another.

    2026-03  p1  thu  1 tỷ đồng
    """
    maps, march = world(book).maps, Window.of("2026-03")
    home = maps.rolled(march, day=date(2026, 3, 31))
    assert maps.rolled(march, day=date(2026, 3, 31)) is home
    assert maps.rolled(march, day=date(2026, 12, 31)) is home
    assert maps.rolled(march, day=date(2027, 12, 31)) is not home


def test_asked_again_the_measures_are_the_same(book: Book) -> None:
    """1 of 8 is 12,5 %, the second time too.

    2026-03  p1  ho        8 hộ
    2026-03  p1  ho-ngheo  1 hộ
    """
    maps, march, day = world(book).maps, Window.of("2026-03"), date(2026, 3, 31)
    sides = [[side.copy() for side in maps.measured(march, day=day).sides()] for _ in range(2)]
    assert all(np.array_equal(one, other, equal_nan=True) for one, other in zip(*sides, strict=True))
    assert told(maps.measured(march, day=day), book, "p1", indicator="ty-le", per=100) == (12.5, Mark.EXACT)


def test_the_rules_are_those_of_the_cube_s_series(book: Book) -> None:
    """One rule a row.

    2026-03  p1  thu  1 tỷ đồng
    """
    axes, catalogue = cube(book, on=END), catalogue_on(END)
    assert measured(book, "2026-03").rules.over_bodies == rules_of(axes, catalogue=catalogue).over_bodies
