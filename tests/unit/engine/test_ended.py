"""Is what a body reported of the very period in which it ended counted, once, and with its heirs?"""

from __future__ import annotations

from datetime import date

from giaoban.catalogue import Catalogue, Window
from giaoban.engine import Row, Series
from giaoban.engine.ended import with_ended
from giaoban.ledger import Book
from tests.unit.catalogues import ledger_of
from tests.unit.engine.grounds import JULY, area, drawn, passing
from tests.unit.engine.worlds import asked, world_of

DECREE = "nghi-dinh-09"
AUGUST = date(2026, 8, 15)


def mid_month() -> Catalogue:
    """On 15 August a and b become c; d becomes e (0.6) and f; g becomes h and i, nobody knows how."""
    early = [area(id, "tp", until=AUGUST) for id in "abdg"]
    late = [area(id, "tp", since=AUGUST) for id in "cefhi"]
    edges = ("a", "c", "1"), ("b", "c", "1"), ("d", "e", "0.6"), ("d", "f", "0.4"), ("g", "h", None), ("g", "i", None)
    return drawn(area("tp"), *early, *late, passing(AUGUST, *edges))


def august(book: Book, indicator: str, body: str, period: str = "2026-08") -> Row:
    return asked(book, period, catalogue=mid_month()).row(indicator, body=body)


def found(book: Book, indicator: str, bodies: str, period: str = "2026-08") -> list[tuple[float | None, str | None]]:
    rows = [august(book, indicator, body, period) for body in bodies]
    return [(row.value, row.mark) for row in rows]


def test_the_old_and_the_new_make_the_month(book: Book) -> None:
    """Until 14 August 3 and 4, from 15 August 5.

    2026-08  a  phat-sinh  3 vụ
    2026-08  b  phat-sinh  4 vụ
    2026-08  c  phat-sinh  5 vụ
    """
    row = august(book, "phat-sinh", "c")
    assert (row.value, row.mark, row.entry) == (12, "exact", 0)


def test_the_new_alone_is_not_made_to_wait_for_the_old(book: Book) -> None:
    """Nobody of the old said anything: what the new one says is the month.

    2026-08  c  thu  5 tỷ đồng
    """
    assert found(book, "thu", "c") == [(5, "exact")]


def test_one_of_two_old_ones_alone_is_a_gap(book: Book) -> None:
    """a told its part and b did not: the month of c is lacking; where silence is nothing it is not.

    2026-08  a  thu        3 tỷ đồng
    2026-08  c  thu        5 tỷ đồng
    2026-08  a  phat-sinh  3 vụ
    2026-08  c  phat-sinh  5 vụ
    """
    assert found(book, "thu", "c") == [(None, None)]
    assert found(book, "phat-sinh", "c") == [(8, "exact")]


def test_the_rest_of_the_month_is_missing(book: Book) -> None:
    """Both old ones told, the new one not yet: lacking, and it says who.

    2026-08  a  thu  3 tỷ đồng
    2026-08  b  thu  4 tỷ đồng
    """
    world = world_of(book, mid_month())
    answer = world.tracer(date(2026, 8, 31)).answer(Series("thu", "giao-ban"), body="c", window=Window.of("2026-08"))
    assert (answer.value, answer.lacking) == (None, (("c", "2026-08"),))


def test_a_share_of_the_old_is_apportioned(book: Book) -> None:
    """6 and 4 of 10; what nobody knows how to part is lost.

    2026-08  d  thu  10 đồng
    2026-08  e  thu  1 đồng
    2026-08  f  thu  2 đồng
    2026-08  g  thu  9 đồng
    2026-08  h  thu  3 đồng
    """
    assert found(book, "thu", "efh") == [(7e-9, "apportioned"), (6e-9, "apportioned"), (None, "not_comparable")]


def test_the_level_of_the_new_one_stands(book: Book) -> None:
    """And that of the old one where the new one has none.

    2026-08  a  dan-so  100 người
    2026-08  b  dan-so  200 người
    2026-08  d  dan-so  50 người
    2026-08  e  dan-so  31 người
    """
    assert found(book, "dan-so", "cef") == [(300, "exact"), (31, "exact"), (20, "apportioned")]


def test_only_the_period_in_which_a_body_reports_is_completed(book: Book) -> None:
    """A quarter that the new one says itself is the quarter of its ground, whatever the old one said of it.

    2026-Q3  a  thu  3 tỷ đồng
    2026-Q3  b  thu  3 tỷ đồng
    2026-Q3  c  thu  9 tỷ đồng
    """
    assert found(book, "thu", "c", "2026-Q3") == [(9, "exact")]


def test_the_month_of_a_decree_begins_before_the_map_changes() -> None:
    """Under Decree 09 July begins on 15 June: the old wards' fortnight is in it, and in the year so far."""
    wards = area("a", "tp", until=JULY), area("b", "tp", until=JULY), area("c", "tp", since=JULY)
    catalogue = drawn(area("tp"), *wards, passing(JULY, ("a", "c", "1"), ("b", "c", "1")))
    months = "".join(f"2026-{n:02d}  {id}  thu  1 tỷ đồng\n" for n in range(1, 8) for id in "ab")
    world = world_of(ledger_of(months + "2026-07  c  thu  5 tỷ đồng", regime=DECREE), catalogue, regime=DECREE)
    at = world.cube.row[Series("thu", DECREE)], world.cube.column["c"]
    day = date(2026, 7, 14)
    said = [float(world.maps.measured(Window.of(code), day=day).value[at]) / 10**9 for code in ("2026-07", "2026-7M")]
    assert said == [7, 19]
    answer = world.tracer(day).of(at, window=Window.of("2026-07"))
    assert ([use.entry for use in answer.because], answer.value) == ([13, 14, 15], 7 * 10**9)


def test_nothing_that_ended_changes_nothing(book: Book) -> None:
    """The same arrays come back.

    2026-08  c  thu  5 tỷ đồng
    """
    world, window = world_of(book, mid_month()), Window.of("2026-08")
    home = world.maps.timeline.figure_of(window)
    ground = world.maps.ground
    again = with_ended(home, rows=world.maps.rules.every == 1, steps=ground.steps, frame=ground.frame(AUGUST), rules=world.maps.rules)
    assert again is home
