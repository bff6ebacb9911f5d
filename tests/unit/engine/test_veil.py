"""Is a restricted total shown only where nobody can read a smaller one off it, whatever else is asked?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from giaoban.catalogue import Absence, Catalogue, OverTime, Own, Sight, Window
from giaoban.ledger import end_of_day
from tests.unit.catalogues import ledger_of
from tests.unit.engine.makers import STRANGER, maker, other_world, spot, tree

SIX = {"tp": "", **{f"p{n}": "tp" for n in range(1, 7)}}


def figures(period: str, *wards: int, day: str = "2026-05-01", value: int = 5) -> str:
    """A line for each ward, all known on one day."""
    return "".join(f"{period}  p{n}  kin  {value + n} vụ  @{day}\n" for n in wards)


def silent(wholes: Mapping[str, str] = SIX) -> Catalogue:
    """A world in which silence about the restricted indicator means that nothing happened."""
    return other_world(tree(wholes), kin={"absence": Absence.NOTHING})


def shown(
    text: str, period: str, *, catalogue: Catalogue | None = None, as_known: str = "", body: str = "tp", sight: Sight = STRANGER
) -> bool:
    book = ledger_of(text)
    known = book.as_known(end_of_day(date.fromisoformat(as_known))) if as_known else book
    made = maker(known, period, catalogue=catalogue or silent(), sight=sight)
    return made.shows_total(spot(made, "kin", body=body).at, window=Window.of(period))


def test_a_month_of_two_does_not_follow_from_two_years_so_far() -> None:
    """Four in January, and in February two: February may not be shown, and neither may January and February together."""
    text = figures("2026-01", 1, 2, 3, 4) + figures("2026-02", 1, 2)
    assert [shown(text, period) for period in ("2026-01", "2026-02", "2026-2M", "2026-Q1")] == [True, False, False, False]
    enough = text + figures("2026-02", 3)
    assert [shown(enough, period) for period in ("2026-01", "2026-02", "2026-2M", "2026-Q1")] == [True, True, True, True]


def test_a_quarter_of_one_among_months_of_others_is_not_hidden_in_the_sum() -> None:
    """Three report by month and one by quarter: the quarter less its months is that one."""
    text = "".join(figures(f"2026-0{n}", 1, 2, 3) for n in (1, 2, 3)) + figures("2026-Q1", 4)
    assert [shown(text, period) for period in ("2026-01", "2026-Q1")] == [True, False]


def test_levels_of_different_months_are_one_total() -> None:
    """Of a level nothing is taken from anything: the newest of each ward, whenever it was told."""
    catalogue = other_world(tree(SIX), kin={"over_time": OverTime.LAST, "carries": 6})
    text = "".join(figures(f"2026-0{n}", n) for n in range(1, 7))
    assert shown(text, "2026-06", catalogue=catalogue)


def test_one_that_came_later_does_not_follow_from_what_was_known_before() -> None:
    """Three were known on 1 May, one came on 2 May: the total of four is held back until enough others came."""
    three, four = figures("2026-01", 1, 2, 3), figures("2026-01", 4, day="2026-05-02")
    assert shown(three, "2026-01")
    assert not shown(three + four, "2026-01")
    assert shown(three + four, "2026-01", as_known="2026-05-01")
    six = three + four + figures("2026-01", 5, 6, day="2026-05-03")
    assert shown(six, "2026-01")
    assert shown(figures("2026-01", 1, 2, 3, 4), "2026-01")


def test_a_correction_adds_nobody() -> None:
    """What counts is when a ward was first told of."""
    text = figures("2026-01", 1, 2, 3) + "2026-01  p1  kin  9 vụ  @2026-06-01  đính chính\n"
    assert shown(text, "2026-01")


def test_a_total_that_needs_everybody_is_shown_once_it_is_there() -> None:
    """Where a missing ward leaves the sum lacking, no smaller total was ever shown."""
    catalogue = other_world(tree(SIX))
    text = "".join(figures("2026-01", n, day=f"2026-05-0{n}") for n in range(1, 7))
    assert [shown(text, "2026-01", catalogue=catalogue, as_known=f"2026-05-0{n}") for n in (5, 6)] == [False, True]


def test_the_bodys_own_total_is_one_figure_and_opens_nothing() -> None:
    """The city said 40 itself: not shown, and no sum of its wards beside it; months without such a figure are."""
    text = figures("2026-01", 1, 2, 3, 4) + figures("2026-02", 1, 2, 3, 4) + "2026-02  tp  kin  40 vụ\n"
    assert [shown(text, period) for period in ("2026-01", "2026-02", "2026-2M")] == [True, False, False]
    office = other_world(silent(), kin={"own": Own.PART})
    assert [shown(text, period, catalogue=office) for period in ("2026-01", "2026-02")] == [True, True]


def test_a_district_that_is_shown_leaves_enough_others_in_every_month() -> None:
    """In January the city less the district is three wards, in February one: only January is shown of the city."""
    wholes = {"tp": "", "q": "tp", **{f"p{n}": "q" for n in (1, 2, 3)}, **{f"p{n}": "tp" for n in (4, 5, 6)}}
    text = figures("2026-01", 1, 2, 3, 4, 5, 6) + figures("2026-02", 1, 2, 3, 4)
    found = {
        (body, period): shown(text, period, catalogue=silent(wholes), body=body)
        for body in ("q", "tp")
        for period in ("2026-01", "2026-02")
    }
    assert found == {("q", "2026-01"): True, ("q", "2026-02"): True, ("tp", "2026-01"): True, ("tp", "2026-02"): False}


def test_nothing_is_shown_to_whoever_did_not_sign_in_or_where_nothing_is_known() -> None:
    text = figures("2026-01", 1, 2, 3)
    assert not shown(text, "2026-01", sight=Sight())
    assert not shown(text, "2026-04")
