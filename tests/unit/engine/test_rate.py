"""Is the share of reports that have come counted over who owes them, period by period?"""

from __future__ import annotations

from giaoban.catalogue import Window
from giaoban.cube import Series
from giaoban.engine.rate import Rates
from giaoban.ledger import Book
from tests.unit.catalogues import REGIME
from tests.unit.engine.makers import maker


def rates(book: Book, indicator: str, body: str, *periods: str) -> list[tuple[int, int]]:
    """How many reports have come and how many are owed; the same by body and for all at once."""
    found = []
    for period in periods:
        made, window = maker(book, period), Window.of(period)
        counting = Rates(made.cube, made.measured.rules, made.regime, made.measured.frame)
        series, at = Series(indicator.partition(".")[0], REGIME, indicator.partition(".")[2] or "-"), made.cube.column[body]
        reported, expected = counting.counts(series, window=window)
        entries, owed = counting.of(series, body=at, window=window)
        assert (len(entries), owed) == (reported[at], expected[at])
        found.append((len(entries), owed))
    return found


def test_months_of_a_ward_and_of_the_city(book: Book) -> None:
    """Four wards and the city's office owe one a month; "does not apply" is a report too.

    2026-01  p1  thu  1 tỷ đồng
    2026-02  p1  thu  không áp dụng
    2026-02  p2  thu  2 tỷ đồng
    2026-03  tp  thu  9 tỷ đồng
    """
    assert rates(book, "thu", "p1", "2026-01", "2026-Q1", "2026-H1") == [(1, 1), (2, 3), (2, 6)]
    assert rates(book, "thu", "tp", "2026-Q1") == [(4, 15)]


def test_only_whom_it_concerns_owes_a_report(book: Book) -> None:
    """Criteria are asked of communes and of the city, not of wards.

    2026-01  p4  tieu-chi  19 tiêu chí
    """
    assert rates(book, "tieu-chi", "tp", "2026-01") == [(1, 2)]
    assert rates(book, "tieu-chi", "p1", "2026-01") == [(0, 0)]


def test_periods_are_of_the_indicators_own_frequency(book: Book) -> None:
    """A quarter's figure is owed once a quarter, a year's once a year; a window to a day has no period.

    2026-Q1  p1  thu-dat  1 tỷ đồng
    2026     p1  chi-so   5 điểm
    """
    assert rates(book, "thu-dat", "p1", "2026-Q1", "2026-H1", "2026-02", "2026-9M") == [(1, 1), (1, 2), (0, 0), (1, 3)]
    assert rates(book, "chi-so", "p1", "2026", "2026-H1", "2026-04-20") == [(1, 1), (0, 0), (0, 0)]


def test_a_part_of_which_nothing_was_ever_said_is_owed_like_its_whole(book: Book) -> None:
    """And of what no catalogue knows nothing is owed.

    2026-01  p1  dan-so.nam  5 người
    """
    assert rates(book, "dan-so.nam", "p1", "2026-Q1") == [(1, 3)]
    assert rates(book, "dan-so.nu", "p1", "2026-Q1") == [(0, 3)]
    assert rates(book, "la-lung", "p1", "2026-Q1") == [(0, 0)]
