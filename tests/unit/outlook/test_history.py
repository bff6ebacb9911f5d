"""Are earlier years read on today's map, at the right month and day, and is what is not over not known?"""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from giaoban.ledger import Book
from giaoban.outlook.history import History, Horizon, horizon, whole_months
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.worlds import world_of

CATALOGUE = catalogue_on(date(2026, 12, 31))
GIAO_BAN, DECREE = CATALOGUE.regimes[REGIME], CATALOGUE.regimes["nghi-dinh-09"]


def history(book: Book, indicator: str = "thu", *, bodies: tuple[str, ...] = ("p1", "p2"), frame: date = date(2026, 6, 30)) -> History:
    world = world_of(book, CATALOGUE)
    row = next(n for n, one in enumerate(world.cube.series) if (one.indicator, one.regime, one.part) == (indicator, REGIME, "-"))
    return History(world.maps, row, tuple(world.cube.column[id] for id in bodies), frame)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2026, 12, 31), Horizon(2026, 12, 1.0)), (date(2026, 1, 1), Horizon(2026, 1, 1 / 31)),
        (date(2026, 8, 14), Horizon(2026, 8, 14 / 31)), (date(2024, 2, 29), Horizon(2024, 2, 1.0)),
    ],
)  # fmt: skip
def test_a_day_lies_in_a_month(day: date, found: Horizon) -> None:
    assert horizon(day, regime=GIAO_BAN) == found


def test_under_the_decree_the_year_begins_in_december() -> None:
    """The twelfth month of 2025 ends on 14 December; the fifteenth is the first day of 2026."""
    assert horizon(date(2025, 12, 14), regime=DECREE) == Horizon(2025, 12, 1.0)
    assert horizon(date(2025, 12, 15), regime=DECREE) == Horizon(2026, 1, 1 / 31)


def months(year: int, body: str, each: int, *, upto: int = 12) -> str:
    return "\n".join(f"{year}-{month:02d}  {body}  thu  {each} tỷ đồng" for month in range(1, upto + 1))


def test_years_so_far_at_the_month_and_at_the_day() -> None:
    """Ten a month: thirty by March; by 15 June, half of June more than fifty. What is not known of 2024 is not guessed."""
    book = ledger_of(
        "\n".join([months(2024, "p1", 10, upto=4), months(2025, "p1", 10), months(2025, "p2", 20), months(2026, "p1", 11, upto=3)])
    )
    found, goal = history(book), horizon(date(2026, 6, 15), regime=GIAO_BAN)
    assert found.latest(goal, on=date(2026, 12, 31)) == 3
    years, past = found.past(goal, month=3, lasts=False)
    assert years == (2024, 2025)
    np.testing.assert_allclose(past.now / 1e9, [[30, 30], [np.nan, 60]])
    np.testing.assert_allclose(past.then / 1e9, [[np.nan, 55], [np.nan, 110]])


def test_a_flow_begins_the_year_with_nothing_and_a_level_where_it_stood() -> None:
    text = "2024-12  p1  dan-so  1000 người\n2025-01  p1  dan-so  1310 người"
    goal = horizon(date(2026, 1, 10), regime=GIAO_BAN)
    found = history(ledger_of(text), "dan-so")
    assert found.end(2025, goal=goal, lasts=True)[0] == pytest.approx(1100)
    assert found.end(2025, goal=goal, lasts=False)[0] == pytest.approx(1310 * 10 / 31)


def test_what_is_not_over_is_not_known() -> None:
    """Silence means that nothing happened, but not in the months to come."""
    found = history(ledger_of("2026-01  p1  phat-sinh  3 vụ"), "phat-sinh")
    goal = horizon(date(2026, 12, 31), regime=GIAO_BAN)
    assert [found.latest(goal, on=date(2026, *day)) for day in ((1, 30), (2, 27), (2, 28), (12, 31))] == [0, 1, 2, 12]


def test_a_figure_to_a_day_does_not_pass_for_its_month() -> None:
    """That of the month's last day is the month's."""
    book = ledger_of("2026-03-20  p1  thu  5 tỷ đồng\n2026-04-30  p1  thu  9 tỷ đồng")
    cube = whole_months(world_of(book, CATALOGUE).cube, regime=GIAO_BAN)
    assert [one.day for figures in cube.dated.values() for found in figures.values() for one in found] == [date(2026, 4, 30)]


def test_on_the_map_of_today() -> None:
    """p1 and p2 became p5 in 2027: its past is theirs together; p3 was split in unknown shares, and its heirs have none."""
    book = ledger_of("\n".join([months(2026, "p1", 10), months(2026, "p2", 5), months(2026, "p3", 7)]))
    goal = horizon(date(2027, 12, 31), regime=GIAO_BAN)
    found = history(book, bodies=("p5", "p6"), frame=date(2027, 8, 1))
    _, past = found.past(goal, month=6, lasts=False)
    np.testing.assert_allclose(past.then / 1e9, [[180], [np.nan]])
