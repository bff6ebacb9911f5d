"""Is a cell looked up rightly, and are a restricted total's parts kept from those who may not see them?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from giaoban.catalogue import EVERYTHING, Own, Sight, Window
from giaoban.engine import Answer, Use
from giaoban.engine.scene import Archive
from giaoban.ledger import Book, Cell, Grade
from tests.unit.catalogues import ledger_of
from tests.unit.engine.makers import STRANGER, maker, other_world, spot, tree

# ---------------------------------------------------------------- a cell


def test_a_cell_knows_its_body_its_facts_and_its_last_judgement(book: Book) -> None:
    """What is said of the window and of its year; of another month nothing.

    2026-03  p1  danh-gia  mức cham
    2026-02  p1  danh-gia  mức kha
    2026     p1  danh-gia  KH tinh-giao 90 điểm
    2026-03  p2  danh-gia  mức tot
    """
    made = maker(book, "2026-03")
    found = spot(made, "danh-gia", body="p1")
    assert found.grade == (Grade(Cell("danh-gia", "giao-ban", "-", "p1", "2026-03"), "muc", "cham"), 1)
    assert ([one.entry for one in found.facts], found.standing and found.standing.name) == ([1, 3], "Phường Một")
    assert (found.indicator.id, found.body, found.series) == ("danh-gia", "p1", made.cube.series[found.at[0]])
    assert made.cube.bodies[found.at[1]] == "p1"


def test_a_body_that_is_gone_stands_as_it_last_was() -> None:
    """Ward 1 went into ward 5 on 1/1/2027; a body that nobody defined has no name."""
    made = maker(ledger_of("2027-01  la  thu  1 tỷ đồng"), "2027-01")
    standing = {body: spot(made, "thu", body=body).standing for body in ("p1", "p5", "la")}
    assert {body: one and one.name for body, one in standing.items()} == {"p1": "Phường Một", "p5": "Phường Năm", "la": None}


@pytest.mark.parametrize(("indicator", "body"), [("thu", "khong-co"), ("khong-co", "p1")])
def test_what_is_not_there_is_no_cell(indicator: str, body: str) -> None:
    """Neither a body nor an indicator that nobody knows."""
    with pytest.raises(KeyError):
        spot(maker(ledger_of(""), "2026-01"), indicator, body=body)


def test_the_window_its_year_before_and_its_deadline() -> None:
    """A month's report is due five days after its end."""
    made = maker(ledger_of(""), "2026-02")
    assert (made.code, made.before, made.due) == ("2026-02", Window.of("2025-02"), date(2026, 3, 5))


def test_sources_are_cited_but_not_where_nothing_may_be_said(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng  BC 45!D14  kín!1  BC 46!D15
    """
    made = maker(book, "2026-01", archive=Archive(cite=lambda source: "" if source.startswith("kín") else source[:5], remark=str))
    assert (made.cited(1), made.content(1)["printed"]) == ("BC 45; BC 46", "1 tỷ đồng")


# ---------------------------------------------------------------- numbers


def test_figures_are_said_in_their_measure_and_counts_in_bodies(book: Book) -> None:
    """
    2026-01  p1  thu      1,5 tỷ đồng
    2026-01  p4  tieu-chi  19 tiêu chí

    The commune reaches 19, so the city counts one; the commune's own figure is no count.
    """
    made = maker(book, "2026-01")
    cells = {(id, body): spot(made, id, body=body) for id, body in (("thu", "p1"), ("thu", "p2"), ("tieu-chi", "tp"), ("tieu-chi", "p4"))}
    rolled = made.measured.value
    assert {at: made.said(made.table.value, spot=one) for at, one in cells.items()} == {
        ("thu", "p1"): 1.5, ("thu", "p2"): None, ("tieu-chi", "tp"): 1.0, ("tieu-chi", "p4"): 19.0,
    }  # fmt: skip
    assert [made.is_count(one, of=rolled) for one in cells.values()] == [False, False, True, False]
    unknown = maker(ledger_of(""), "2026-01")
    assert unknown.said(unknown.table.value, spot=spot(unknown, "tieu-chi", body="tp")) is None


def test_a_figure_or_a_plan_of_a_body_or_its_part_is_followed(book: Book) -> None:
    """
    2025-01     p1  thu      1 tỷ đồng
    2026        p2  chi      KH tinh-giao 1 tỷ đồng
    2024-03-20  tp  dan-so   5 người

    Whenever it was; of the part, but not of the whole.
    """
    made = maker(book, "2026-01")
    followed = {
        (id, body) for id in ("thu", "chi", "dan-so", "ho") for body in ("tp", "p1", "p2") if made.is_followed(spot(made, id, body=body))
    }
    assert followed == {("thu", "tp"), ("thu", "p1"), ("chi", "tp"), ("chi", "p2"), ("dan-so", "tp")}


def test_why_a_figure_is_what_it_is(book: Book) -> None:
    """
    2026-01     p1  thu  1 tỷ đồng
    2026-03-20  p1  thu  4 tỷ đồng
    2025-03-31  p1  thu  3 tỷ đồng

    For the window itself, or for another; and which of the entries are only to a day.
    """
    made = maker(book, "2026-Q1")
    cell = spot(made, "thu", body="p1")
    this, last = made.answer(cell), made.answer(cell, window=made.before)
    assert (this, last) == (Answer(4e9, (Use(2),)), Answer(3e9, (Use(3),)))
    assert (made.days(this), made.days(last)) == ({2: date(2026, 3, 20)}, {})
    plain = maker(ledger_of("2026-01  p1  thu  1 tỷ đồng"), "2026-01")
    assert plain.days(plain.answer(spot(plain, "thu", body="p1"))) == {}


# ---------------------------------------------------------------- who may see it

FOUR = "\n".join(f"2026-01  p{n}  kin  {n} vụ" for n in (1, 2, 3, 4))


def shown(book: Book, *, sight: Sight = STRANGER, wholes: Mapping[str, str] | None = None, **kin: object) -> set[str]:
    """Bodies whose restricted total is shown to somebody who may not see its parts."""
    world = other_world(tree(wholes) if wholes else None, kin=kin)
    made = maker(book, "2026-01", catalogue=world, sight=sight)
    return {body for body in made.cube.bodies if made.shows_total(spot(made, "kin", body=body).at, window=made.question.window)}


@pytest.mark.parametrize(
    ("sight", "sees"),
    [
        (EVERYTHING, {"kin", "chi", "thu"}),
        (Sight(signed_in=True, fields=frozenset({"an-ninh"})), {"kin", "chi", "thu"}),
        (STRANGER, {"chi", "thu"}),
        (Sight(), {"thu"}),
    ],
)
def test_single_figures_are_seen_by_the_people_of_their_line(sight: Sight, sees: set[str]) -> None:
    """Restricted by those of the line, internal by whoever signed in, public by all."""
    made = maker(ledger_of(""), "2026-01", sight=sight)
    assert {id for id in ("kin", "chi", "thu") if made.sees(spot(made, id, body="p1"))} == sees


def test_a_total_of_three_and_more_is_shown_and_no_part_of_it() -> None:
    """To whoever signed in, and to nobody else; of an indicator that is not restricted nothing is a total in this sense."""
    assert shown(ledger_of(FOUR)) == {"tp"}
    assert shown(ledger_of(FOUR), sight=Sight()) == set()
    made = maker(ledger_of(FOUR.replace("kin", "phat-sinh")), "2026-01", sight=STRANGER)
    assert not made.shows_total(spot(made, "phat-sinh", body="tp").at, window=made.question.window)


@pytest.mark.parametrize(("number", "is_shown"), [(2, False), (3, True)])
def test_fewer_than_three_could_be_told_apart(number: int, is_shown: bool) -> None:
    """A ward to which the indicator does not apply contributes nothing."""
    said = [f"2026-01  p{n}  kin  {'5 vụ' if n <= number else 'không áp dụng'}" for n in (1, 2, 3, 4)]
    assert shown(ledger_of("\n".join(said))) == ({"tp"} if is_shown else set())


def test_what_the_whole_itself_reported_is_one_figure() -> None:
    """However many wards reported as well."""
    assert shown(ledger_of(FOUR + "\n2026-01  tp  kin  10 vụ")) == set()


def test_an_offices_own_figure_counts_as_one_contributor() -> None:
    """Two wards and the city's office are three."""
    text = "2026-01  p1  kin  1 vụ\n2026-01  p2  kin  1 vụ\n2026-01  p3  kin  không áp dụng\n2026-01  p4  kin  không áp dụng"
    assert shown(ledger_of(f"{text}\n2026-01  tp  kin  1 vụ"), own=Own.PART) == {"tp"}
    assert shown(ledger_of(f"{text}\n2026-01  tp  kin  không áp dụng"), own=Own.PART) == set()


@pytest.mark.parametrize(
    ("alone", "expected"),
    [(0, {"tp", "q"}), (1, {"q"}), (2, {"q"}), (3, {"tp", "q"})],
)
def test_nothing_smaller_follows_from_two_totals_that_are_both_shown(alone: int, expected: set[str]) -> None:
    """A district of three is shown; the city's total less the district's is that of the wards outside it: none, or three."""
    outside = [f"b{n}" for n in range(alone)]
    wholes = {"tp": "", "q": "tp", "a0": "q", "a1": "q", "a2": "q", **dict.fromkeys(outside, "tp")}
    text = "\n".join(f"2026-01  {ward}  kin  1 vụ" for ward in ("a0", "a1", "a2", *outside))
    assert shown(ledger_of(text), wholes=wholes) == expected


def test_what_is_not_shown_of_a_part_is_not_told_by_the_whole() -> None:
    """Two districts of two wards each: neither is shown, so the city's total of four tells of nobody."""
    wholes = {"tp": "", "q": "tp", "r": "tp", "a0": "q", "a1": "q", "b0": "r", "b1": "r"}
    text = "\n".join(f"2026-01  {ward}  kin  1 vụ" for ward in ("a0", "a1", "b0", "b1"))
    assert shown(ledger_of(text), wholes=wholes) == {"tp"}


def test_two_ways_to_a_figure_are_looked_for_only_where_there_may_be_two() -> None:
    """A quarter that months and a quarter speak of; where the map changes inside, or it ends on a day, always."""
    book = ledger_of("""
        2026-01  p1  thu  1 tỷ đồng
        2026-Q1  p1  thu  9 tỷ đồng
        2026-Q1  p2  thu  9 tỷ đồng
    """)
    made = maker(book, "2026-Q1")
    spots = [spot(made, "thu", body=body).at for body in ("p1", "p2", "p3")]
    assert [made.may_differ(at, window=Window.of("2026-Q1")) for at in spots] == [True, False, False]
    assert [made.may_differ(at, window=Window.of("2026-01")) for at in spots] == [False, False, False]
    assert all(made.may_differ(spots[2], window=Window.of(code)) for code in ("2026-03-20", "2027"))
