"""Does the cube hold the last word on each cell, and nothing that the asker may not see?"""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np
import pytest

from giaoban import engine
from giaoban.catalogue import Window
from giaoban.cube import DatedFigure, plane_of, window_of
from giaoban.ledger import Book, Target, end_of_day
from giaoban.ledger.entry import Entry
from tests.unit.boards import board, cube
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of

Q1 = Window.of("2026-Q1")


def at(found: engine.Cube, indicator: str = "thu", body: str = "p1", *, part: str = "-", regime: str = REGIME) -> tuple[int, int]:
    return found.row[engine.Series(indicator, regime, part)], found.column[body]


def test_the_last_word_stands(book: Book) -> None:
    """A correction takes the place of what it corrects; all versions are remembered.

    2026-Q1     p1  thu  10 tỷ đồng  @2026-04-01
    2026-Q1     p1  thu  12 tỷ đồng  @2026-05-01  đính chính
    2026-Q1     p2  thu  20 tỷ đồng
    """
    found = cube(book)
    value, na = found.plane(3, window=Q1)
    assert value[at(found)] == 12e9
    assert not na.any()
    assert (found.figure(at(found), window=Q1), found.versions, found.number) == (2, {"thu/giao-ban/-/p1/2026-Q1": [1, 2]}, 3)


def test_what_is_taken_back_is_not_known(book: Book) -> None:
    """A figure, a plan and a judgement are each taken back by themselves.

    2026-Q1     p1  thu       10 tỷ đồng
    2026        p1  thu       KH tinh-giao 50 tỷ đồng
    2026-Q1     p1  danh-gia  mức tot
    2026-Q1     p1  thu       rút
    2026        p1  thu       rút KH tinh-giao
    2026-Q1     p1  danh-gia  rút mức
    """
    found = cube(book)
    assert found.figure(at(found), window=Q1) == 0
    assert (found.of(at(found)), found.of(at(found, "danh-gia")), found.versions) == ((), (), {})
    assert not found.followed.any()


def test_a_withdrawn_figure_may_be_said_again(book: Book) -> None:
    """
    2026-Q1     p1  thu  10 tỷ đồng  @2026-04-01
    2026-Q1     p1  thu  rút         @2026-04-02
    2026-Q1     p1  thu  11 tỷ đồng  @2026-04-03
    """
    found = cube(book)
    assert (found.figure(at(found), window=Q1), list(found.versions.values())) == (3, [[1, 3]])


def test_what_may_not_be_seen_is_counted_and_left_out(book: Book) -> None:
    """A draft that follows an accepted figure is not seen, and the accepted one stands.

    2026-Q1     p1  thu  10 tỷ đồng  @2026-04-01
    2026-Q1     p1  thu  12 tỷ đồng  draft  @2026-05-01  đính chính
    2026        p1  thu  KH tinh-giao 50 tỷ đồng  draft
    """
    found = cube(book, sees=lambda item: item.visibility != "draft")
    assert (found.figure(at(found), window=Q1), found.of(at(found)), found.versions, found.hidden) == (1, (), {}, 2)


def test_figures_to_a_day_lie_beside_the_planes_in_the_order_of_days(book: Book) -> None:
    """
    2026-03-20  p1  thu  12 tỷ đồng
    2026-03-10  p1  thu  5 tỷ đồng
    2026-03-15  p1  thu  không áp dụng
    """
    found = cube(book)
    days = [
        DatedFigure(date(2026, 3, 10), 5 * 10**9, 2),
        DatedFigure(date(2026, 3, 15), None, 3),
        DatedFigure(date(2026, 3, 20), 12 * 10**9, 1),
    ]
    assert found.days_of(at(found), window=Q1) == days
    assert [(one.steps, one.entry) for one in found.days_of(at(found), window=Q1)] == [(one.steps, one.entry) for one in days]
    assert {code: found.figure(at(found), window=Window.of(code)) for code in ("2026-03-10", "2026-03-11", "2026-Q1")} == {
        "2026-03-10": 2, "2026-03-11": 0, "2026-Q1": 0,
    }  # fmt: skip
    assert found.planes == {}


def test_where_something_was_told_is_known_by_the_end_of_a_window(book: Book) -> None:
    """
    2026-02     p1  thu  1 tỷ đồng
    2026-05-10  p2  thu  1 tỷ đồng
    2026        p3  thu  KH 9 tỷ đồng
    """
    found = cube(book)
    told = {
        code: sorted(found.bodies[n] for n in np.flatnonzero(found.told(Window.of(code))[at(found)[0]]))
        for code in ("2026-01", "2026-Q1", "2026-H1", "2030")
    }
    assert told == {"2026-01": [], "2026-Q1": ["p1"], "2026-H1": ["p1", "p2"], "2030": ["p1", "p2"]}
    assert found.told(Window.of("2026-05")) is found.told(Window.of("2026-05"))
    assert [found.bodies[n] for n in np.flatnonzero(found.followed[at(found)[0]])] == ["p1", "p2", "p3"]


def test_the_axes_hold_every_indicator_in_each_regime_that_is_used(book: Book) -> None:
    """A part has a row of its own as soon as something is known of it, a body of which nothing is known a column.

    2026-Q1     p1  dan-so.nu  50 người
    2026-Q1     p1  thu        10 tỷ đồng  regime=nghi-dinh-09
    """
    found, plain = cube(book), cube(ledger_of(""))
    assert [series for series in found.series if series.indicator == "dan-so"] == [
        ("dan-so", "giao-ban", "-"), ("dan-so", "giao-ban", "nu"), ("dan-so", "nghi-dinh-09", "-"),
    ]  # fmt: skip
    assert len(found.series) == 2 * len(plain.series) + 1
    assert {"tp", "p9", "tai-chinh"} <= set(found.bodies)


def test_nothing_is_known_outside_the_years_of_the_book() -> None:
    """An empty book has the year of its catalogue."""
    found = cube(ledger_of(""))
    assert (found.first_year, found.months, found.month(Window.of("2027-Q1"))) == (2026, 12, None)
    value, na = found.plane(3, window=Window.of("2027-Q1"))
    assert np.isnan(value).all()
    assert not na.any()
    assert (found.figure((0, 0), window=Q1), found.days_of((0, 0), window=Window.of("2027"))) == (0, ())


def test_a_history_that_was_loaded_later_is_known_as_such() -> None:
    opening = Entry("so-thu", 1, datetime(2026, 1, 1, tzinfo=UTC), "ng-1", "", "load", "Opening", "so-thu", {}, (), None, "0" * 64)
    found = [
        engine.build(entries, catalogue=catalogue_on(date(2026, 1, 1)), regime=REGIME, sees=lambda item: True).reloaded
        for entries in ((opening,), ())
    ]
    assert found == [True, False]


@pytest.mark.parametrize("printed", ["9.007.199,254740992 tỷ đồng", "-9.007.199,254740992 tỷ đồng"])
def test_a_figure_of_two_to_the_fifty_third_is_refused(printed: str) -> None:
    """Beyond, whole steps are no longer exact in the arrays."""
    with pytest.raises(engine.TooLarge, match="thu/giao-ban/-/p1/2026-Q1: "):
        cube(ledger_of(f"2026-Q1  p1  thu  {printed}"))


def test_the_largest_figure_is_held_exactly() -> None:
    most = ledger_of("2026-Q1  p1  thu  9.007.199,254740991 tỷ đồng")
    found = cube(most)
    assert found.plane(3, window=Q1)[0][at(found)] == 2**53 - 1
    assert board(most, "2026-Q1").row("thu", body="p1").value == pytest.approx(9007199.254740991, abs=0)


def test_each_window_has_its_plane() -> None:
    codes = ("2026-05", "2026-Q2", "2026-H2", "2026", "2026-9M", "2026-5M")
    assert [plane_of(Window.of(code)) for code in codes] == [1, 3, 6, 12, 0, 0]
    assert (plane_of(Window(2026, 2, 4)), window_of("2026-5M")) == (None, Window(2026, 1, 5))


def test_what_was_known_earlier_does_not_change(book: Book) -> None:
    """A cube of the entries up to a day knows nothing of a later correction.

    2026-03  p1  thu  12 đồng  @2026-04-03
    2026-03  p1  thu  15 đồng  @2026-05-06  đính chính
    """
    april, may = (cube(book.as_known(end_of_day(day))) for day in (date(2026, 4, 30), date(2026, 5, 6)))
    assert [one.plane(1, window=Window.of("2026-03"))[0][at(one)] for one in (april, may)] == [12, 15]
    assert [(one.number, dict(one.versions)) for one in (april, may)] == [(1, {}), (2, {"thu/giao-ban/-/p1/2026-03": [1, 2]})]


def test_figures_lie_in_planes_by_the_length_of_their_window(book: Book) -> None:
    """Windows that end with one month do not disturb each other; a year so far of another length has a plane of its own.

    2026-06  p1  thu  1 đồng
    2026-Q2  p1  thu  2 đồng
    2026-H1  p1  thu  3 đồng
    2026     p1  thu  4 đồng
    2026-9M  p1  thu  5 đồng
    """
    known = cube(book)
    told = {length: {month: slot.value[at(known)] for month, slot in plane.by_month()} for length, plane in known.planes.items()}
    assert told == {1: {5: 1}, 3: {5: 2}, 6: {5: 3}, 12: {11: 4}, 0: {8: 5}}
    assert {slot.value.shape for plane in known.planes.values() for _, slot in plane.by_month()} == {known.shape}


def test_what_does_not_apply_is_known_and_has_no_number(book: Book) -> None:
    """The plane says so apart from the number.

    2026-Q1  p1  thu  không áp dụng
    """
    known = cube(book)
    value, na = known.plane(3, window=Q1)
    assert np.argwhere(na).tolist() == [list(at(known))]
    assert np.isnan(value).all()
    assert known.figure(at(known), window=Q1) == 1


def test_regimes_do_not_share_a_cell(book: Book) -> None:
    """The same quarter of the same indicator is another figure under Decree 09.

    2026-Q1  p1  thu  12 đồng
    2026-Q1  p1  thu  99 đồng  regime=nghi-dinh-09
    """
    known = cube(book)
    places = [at(known, regime=regime) for regime in (REGIME, "nghi-dinh-09")]
    assert [(known.figure(place, window=Q1), known.plane(3, window=Q1)[0][place]) for place in places] == [(1, 12), (2, 99)]


def test_an_excerpt_knows_what_the_whole_knows(book: Book) -> None:
    """Some series and bodies, with their figures, days, plans and what was first told when.

    2026-03     p1  thu  12 đồng
    2026-03     p2  thu  13 đồng
    2026-Q1     p2  chi  5 đồng
    2026-05-10  p2  thu  1 đồng
    2026        p2  thu  KH tinh-giao 50 đồng
    2026        p1  thu  KH tinh-giao 60 đồng
    """
    known = cube(book)
    rows, columns = np.array([known.row[engine.Series("thu", REGIME)]]), np.array([known.column["p2"]])
    part = known.excerpt(rows, columns=columns)
    assert (part.series, part.bodies, part.shape) == ((engine.Series("thu", REGIME),), ("p2",), (1, 1))
    march = Window.of("2026-03")
    assert (part.plane(1, window=march)[0].tolist(), part.figure((0, 0), window=march)) == ([[13]], 2)
    assert np.isnan(part.plane(3, window=Q1)[0]).all()
    assert [one.steps for one in part.days_of((0, 0), window=Window.of("2026-05"))] == [1]
    assert [one.item.steps for one in part.of((0, 0)) if isinstance(one.item, Target)] == [50]
    assert [part.told(Window.of(code)).item() for code in ("2026-02", "2026-03")] == [False, True]
    assert part.followed.item()
