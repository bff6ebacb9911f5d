"""Is the map of a day the map of that day, and does ground pass as the events say?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from giaoban.catalogue import Catalogue
from giaoban.engine.frame import DAY, WHOLLY, Frame, Ground, Link, draw, keeps_ground, survey
from tests.unit.catalogues import catalogue_on
from tests.unit.engine.grounds import JULY, area, drawn, mid_year, passing

WORLD = catalogue_on(date(2026, 12, 31))
JUNE = JULY - DAY
Said = set[tuple[str, str, float | None, bool]]


def ground_of(catalogue: Catalogue) -> Ground:
    return survey(catalogue, column={id: n for n, id in enumerate(sorted(catalogue.bodies))})


def parts(frame: Frame, ground: Ground) -> dict[str, list[str]]:
    ids = list(ground.column)
    return {ids[whole]: [ids[part] for part in found] for whole, found in frame.parts.items()}


def links(ground: Ground, *, step: int = 0) -> Said:
    ids = list(ground.column)
    return {
        (ids[link.before], ids[link.after], link.share("population"), link.full)
        for out in ground.steps[step].leaving.values()
        for link in out
    }


def kept(ground: Ground, since: date, until: date) -> set[str]:
    ids = list(ground.column)
    return {ids[at] for at in ground.kept(since=since, until=until)}


# ---------------------------------------------------------------- the map of a day


@pytest.mark.parametrize(
    ("on", "wards"),
    [
        (date(2026, 12, 31), ["p1", "p2", "p3", "p4"]),
        (date(2027, 1, 1), ["p3", "p4", "p5"]),
        (date(2027, 7, 1), ["p4", "p5", "p6", "p7"]),
        (date(2028, 1, 1), ["p5", "p6", "p7", "p8", "p9"]),
    ],
)
def test_the_city_consists_of_the_wards_of_that_day(on: date, wards: list[str]) -> None:
    """A map changes on the first day of the new one; an office is no part of a ground."""
    ground = ground_of(WORLD)
    frame = ground.frame(on)
    assert parts(frame, ground) == {"tp": wards}
    assert {id for id, at in ground.column.items() if frame.standing[at]} == {"tp", "tai-chinh", *wards}


def test_the_map_says_kind_and_parent_and_who_reports() -> None:
    """Of a body that does not stand it says nothing."""
    ground = ground_of(WORLD)
    frame, at = ground.frame(date(2026, 12, 31)), ground.column
    told = {id: (frame.kinds[n], int(frame.parents[n]), bool(frame.reports[n])) for id, n in at.items()}
    ward, nobody = ("phuong", at["tp"], True), ("", -1, False)
    assert told == {
        "tp": ("thanh-pho", -1, True), "p1": ward, "p2": ward, "p3": ward, "p4": ("xa", at["tp"], True), "p5": nobody, "p6": nobody,
        "p7": nobody, "p8": nobody, "p9": nobody, "tai-chinh": ("phong", -1, False),
    }  # fmt: skip


def test_the_same_day_has_the_same_map() -> None:
    """It is drawn once."""
    ground = ground_of(WORLD)
    assert ground.frame(date(2027, 1, 1)) is ground.frame(date(2027, 1, 1))


def test_wholes_come_after_their_parts() -> None:
    """Those deepest down first, so that a city may add up districts that were added up before."""
    catalogue = drawn(area("tinh"), area("tp", "tinh"), area("quan", "tp"), area("a", "quan"), area("huyen", "tinh"), area("b", "huyen"))
    ground = ground_of(catalogue)
    frame, ids = ground.frame(JULY), list(ground.column)
    assert [ids[at] for at in frame.order] == ["quan", "huyen", "tp", "tinh"]
    assert {ids[at] for at in frame.under(ground.column["tp"])} == {"tp", "quan", "a"}
    assert frame.under(ground.column["a"]) == {ground.column["a"]}


def test_a_parent_outside_the_book_is_none() -> None:
    """The province is not an axis of the city's book."""
    catalogue = drawn(area("tp", "tinh"), area("a", "tp"))
    frame = draw(catalogue, on=JULY, column={"a": 0, "tp": 1, "cho-la": 2})
    assert (frame.parents.tolist(), frame.order, frame.standing.tolist()) == ([1, -1, -1], (1,), [True, True, False])


def test_maps_are_alike_where_adding_up_sees_no_difference() -> None:
    """Names and codes may differ; parents, kinds, who stands and who reports may not."""

    def frame(**other: object) -> Frame:
        ward = replace(area("a", "tp"), **other)  # type: ignore[arg-type]
        return ground_of(drawn(area("tp"), area("quan", "tp"), ward)).frame(JULY)

    plain = frame()
    alike = {name: plain.is_like(frame(**{name: value})) for name, value in OTHERWISE.items()}
    assert alike == {"name": True, "code": True, "parent": False, "kind": False, "reports": False, "until": False}


OTHERWISE = {"name": "khác", "code": "999", "parent": "quan", "kind": "xa", "reports": False, "until": JULY}


# ---------------------------------------------------------------- steps


def test_the_small_world_changes_three_times() -> None:
    """A merger is full, a split has shares of people or none; shares of area are no shares of people."""
    ground = ground_of(WORLD)
    assert [step.on for step in ground.steps] == [date(2027, 1, 1), date(2027, 7, 1), date(2028, 1, 1)]
    assert links(ground) == {("p1", "p5", 1, True), ("p2", "p5", 1, True)}
    assert links(ground, step=1) == {("p3", "p6", None, False), ("p3", "p7", None, False)}
    assert links(ground, step=2) == {("p4", "p8", 0.6, False), ("p4", "p9", 0.4, False)}


def test_links_know_their_place_among_those_that_leave_one_body() -> None:
    ground = ground_of(WORLD)
    at = ground.column
    assert list(ground.steps[2].leaving[at["p4"]]) == [
        Link(at["p4"], at["p8"], 0, {"population": 0.6}, False),
        Link(at["p4"], at["p9"], 1, {"population": 0.4}, False),
    ]
    assert list(ground.steps[0].arriving[at["p5"]]) == [
        Link(at["p1"], at["p5"], 0, WHOLLY, True),
        Link(at["p2"], at["p5"], 0, WHOLLY, True),
    ]


def test_two_events_of_one_day_are_one_step() -> None:
    """The map of a day is whole."""
    wards = [area("a", "tp", until=JULY), area("b", "tp", since=JULY), area("c", "tp", until=JULY), area("d", "tp", since=JULY)]
    ground = ground_of(drawn(area("tp"), *wards, passing(JULY, ("a", "b", "1")), passing(JULY, ("c", "d", "1"))))
    assert len(ground.steps) == 1
    assert links(ground) == {("a", "b", 1, True), ("c", "d", 1, True)}


def test_a_body_that_takes_another_in_keeps_what_it_had() -> None:
    """The event names only what comes in."""
    ground = ground_of(drawn(area("tp"), area("a", "tp", until=JULY), area("b", "tp"), passing(JULY, ("a", "b", "1"))))
    assert links(ground) == {("a", "b", 1, True), ("b", "b", 1, True)}


def test_a_body_whose_parts_change_hands_passes_to_itself_in_an_unknown_share() -> None:
    """A ward moves from one district to the other; the city around both is what it was."""
    moved = [area("a", "q1", until=JULY), area("a", "q2", since=JULY)]
    around = [area("tp"), area("q1", "tp"), area("q2", "tp"), area("b", "q1"), area("c", "q2")]
    ground = ground_of(drawn(*around, *moved, passing(JULY, ("b", "b", "1"))))
    assert links(ground) == {("b", "b", 1, True), ("q1", "q1", None, False), ("q2", "q2", None, False)}


def test_an_edge_to_a_body_outside_the_book_is_passed_over() -> None:
    catalogue = drawn(area("tp"), area("a", "tp"), passing(JULY, ("a", "cho-la", "0.5")))
    assert links(ground_of(catalogue)) == set()


def test_ground_gathers_again_where_nothing_else_flowed_in() -> None:
    """What was split can be put together; what was merged cannot be told apart."""
    ground = ground_of(mid_year())
    (step,), at = ground.steps, ground.column
    assert {id: step.gathers(at[id]) for id in "abdg"} == {"a": False, "b": False, "d": True, "g": True}


# ---------------------------------------------------------------- ways between two days


def test_a_step_lies_between_the_day_before_and_its_own_day() -> None:
    """Half open at the start: the map of a day already has that day's change."""
    ground = ground_of(mid_year())
    assert ground.between(since=JUNE, until=JULY) == ground.steps
    assert ground.between(since=JULY, until=date(2028, 1, 1)) == ()
    assert ground.between(since=date(2025, 1, 1), until=JUNE) == ()


def test_the_way_back_is_the_way_there_reversed() -> None:
    """Forward steps oldest first, backward steps newest first, none for the same day."""
    ground = ground_of(WORLD)
    early, late = date(2026, 12, 31), date(2027, 12, 31)
    first, second, _ = ground.steps
    for _ in range(2):  # the second time from memory
        assert ground.route(since=early, until=late) == ((first, True), (second, True))
    assert ground.route(since=late, until=early) == ((second, False), (first, False))
    assert ground.route(since=early, until=early) == ()


# ---------------------------------------------------------------- the same ground


def test_a_city_keeps_its_ground_when_its_wards_are_redrawn() -> None:
    """Mergers and splits inside cross no bound, whichever day comes first."""
    ground = ground_of(WORLD)
    assert kept(ground, date(2026, 1, 1), date(2028, 6, 1)) == {"tp"}
    assert kept(ground, date(2028, 6, 1), date(2026, 1, 1)) == {"tp"}
    days = date(2026, 1, 1), date(2028, 6, 1)
    assert ground.kept(since=days[0], until=days[1]) is ground.kept(since=days[1], until=days[0])  # looked for once


def test_districts_that_hand_a_ward_over_do_not_keep_theirs() -> None:
    """Neither the one that gives nor the one that takes."""
    moved = [area("a", "q1", until=JULY), area("a", "q2", since=JULY)]
    ground = ground_of(drawn(area("tp"), area("q1", "tp"), area("q2", "tp"), area("b", "q1"), area("c", "q2"), *moved))
    assert kept(ground, JUNE, JULY) == {"tp"}


def test_a_ward_made_of_wards_of_two_districts_breaks_both() -> None:
    """Ground crossed the bounds of both; a district beside them is untouched."""
    old = [area("a", "q1", until=JULY), area("b", "q2", until=JULY)]
    rest = [area("tp"), area("q1", "tp"), area("q2", "tp"), area("q3", "tp"), area("c", "q1"), area("d", "q2"), area("e", "q3")]
    ground = ground_of(drawn(*rest, *old, area("f", "q1", since=JULY), passing(JULY, ("a", "f", "1"), ("b", "f", "1"))))
    assert kept(ground, JUNE, JULY) == {"tp", "q3"}
    assert links(ground) == {("a", "f", 1, True), ("b", "f", 1, True), ("q1", "q1", None, False), ("q2", "q2", None, False)}


def test_a_part_that_appears_without_a_word_of_its_ground_changes_nothing() -> None:
    """Somebody began to report; nobody said that ground was won."""
    ground = ground_of(drawn(area("tp"), area("a", "tp"), area("b", "tp", since=JULY), area("c", "tp", until=JULY)))
    assert kept(ground, JUNE, JULY) == {"tp"}


def test_a_whole_that_an_event_names_does_not_keep_its_ground() -> None:
    """A district that takes in land says so itself."""
    step = passing(JULY, ("x", "q", "0.1"), ("x", "x", "0.9"))
    ground = ground_of(drawn(area("tp"), area("q", "tp"), area("a", "q"), area("x", "tp"), step))
    assert kept(ground, JUNE, JULY) == {"tp"}


def test_a_whole_that_no_longer_stands_keeps_nothing() -> None:
    """The districts were abolished; the wards stand under the city."""
    wards = [area("a", "q", until=JULY), area("a", "tp", since=JULY)]
    ground = ground_of(drawn(area("tp"), area("q", "tp", until=JULY), *wards))
    assert kept(ground, JUNE, JULY) == {"tp"}
    before, after = ground.frame(JUNE), ground.frame(JULY)
    assert not keeps_ground(ground.column["q"], before=before, after=after, steps=())


def test_a_ward_that_leaves_the_city_takes_ground_along() -> None:
    """It stands under another city afterwards."""
    moved = [area("a", "tp", until=JULY), area("a", "khac", since=JULY)]
    ground = ground_of(drawn(area("tp"), area("khac"), area("b", "tp"), area("c", "khac"), *moved))
    assert kept(ground, JUNE, JULY) == set()
    assert kept(ground, JULY, date(2027, 1, 1)) == {"tp", "khac"}


def test_the_maps_of_some_bodies_are_cut_out_of_the_whole() -> None:
    """The same frames, steps and kept wholes as if only those bodies were drawn."""
    known = mid_year()
    column = {id: at for at, id in enumerate(sorted(known.bodies))}
    whole = survey(known, column=column)
    some = {id: at for at, id in enumerate(sorted(id for id in known.bodies if id not in "gh"))}
    part = whole.narrowed(np.array([column[id] for id in some]), column=some)
    alone = survey(known, column=some)
    for day in (date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31)):
        mine, other = part.frame(day), alone.frame(day)
        assert (mine.on, mine.is_like(other), mine.order) == (day, True, other.order)
        assert {at: parts.tolist() for at, parts in mine.parts.items()} == {at: parts.tolist() for at, parts in other.parts.items()}
    assert [len(step.leaving) for step in part.steps] == [3]


def test_a_map_is_drawn_once_for_as_long_as_nothing_changes() -> None:
    known = mid_year()
    ground = survey(known, column={id: at for at, id in enumerate(sorted(known.bodies))})
    may, june, july = (ground.frame(date(2026, month, 15)) for month in (5, 6, 7))
    assert (may.on, june.on) == (date(2026, 5, 15), date(2026, 6, 15))
    assert may.parents is june.parents
    assert not may.is_like(july)
