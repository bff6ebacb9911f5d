"""Is the catalogue of a day what was in force and known, and are bodies found on every map?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from giaoban.catalogue import Catalogue, Definition, Window, build
from tests.unit.catalogues import catalogue_on, understood

NOW, THEN = date(2026, 6, 1), date(2015, 6, 1)
WORLD = catalogue_on(NOW)


def group(name: str, since: str = "2010-01-01", until: str | None = None, id: str = "g") -> tuple[Definition, Any]:
    """A heading; the plainest thing there is to define."""
    return known(kind="group", id=id, name=name, order="1", since=since, until=until)


def known(**fields: Any) -> tuple[Definition, Any]:
    definition, thing, problems = understood(**fields)
    assert definition is not None, problems
    return definition, thing


def body(id: str, since: str, until: str | None = None, **fields: Any) -> tuple[Definition, Any]:
    return known(
        **{"kind": "body", "id": id, "since": since, "until": until, "nature": "area", "body_kind": "phuong", "name": id, **fields}
    )


def event(on: str, *pairs: tuple[str, str], id: str = "e") -> tuple[Definition, Any]:
    edges = [{"from": before, "to": after, "extent": "full"} for before, after in pairs]
    return known(kind="event", id=id, name="Sáp nhập", since=on, edges=edges)


def names(catalogue: Catalogue) -> list[str]:
    return [group.name for group in catalogue.groups.values()]


# ---------------------------------------------------------------- two clocks


def test_what_was_recorded_later_for_the_same_day_takes_the_place() -> None:
    """The catalogue was wrong; on every day it now says the right thing."""
    wrong, right = group("Kinh té"), group("Kinh tế")
    assert [names(build([wrong, right], on=day)) for day in (THEN, NOW)] == [["Kinh tế"], ["Kinh tế"]]
    assert names(build([wrong], on=NOW)) == ["Kinh té"]  # as known before


def test_a_later_day_succeeds_whenever_it_was_recorded() -> None:
    """The order of recording is one clock, the day of holding the other."""
    old, new = group("Cũ"), group("Mới", since="2020-01-01")
    for recorded in ([old, new], [new, old]):
        found = [names(build(recorded, on=day)) for day in (date(2009, 12, 31), date(2019, 12, 31), date(2020, 1, 1))]
        assert found == [[], ["Cũ"], ["Mới"]]


def test_what_ended_is_no_longer_in_force_and_what_it_succeeded_does_not_come_back() -> None:
    """`until` is the first day on which it no longer holds."""
    both = [group("Cũ"), group("Mới", since="2020-01-01", until="2022-01-01")]
    assert [names(build(both, on=day)) for day in (date(2021, 12, 31), date(2022, 1, 1), NOW)] == [["Mới"], [], []]


def test_the_definition_in_force_can_be_cited() -> None:
    """By kind and id; one that has ended is not."""
    old, new = group("Cũ"), group("Mới", since="2020-01-01", until="2022-01-01")
    cited = [build([old, new], on=day).defined for day in (THEN, date(2021, 1, 1), NOW)]
    assert cited == [{("group", "g"): old[0]}, {("group", "g"): new[0]}, {}]


def test_every_kind_stands_in_its_place() -> None:
    """What the small world defines, and nothing twice."""
    assert [sorted(WORLD.regimes), sorted(WORLD.scales), sorted(WORLD.groups)] == [
        ["giao-ban", "nghi-dinh-09"],
        ["muc"],
        ["kinh-te", "xa-hoi"],
    ]
    assert [sorted(WORLD.authorities), sorted(WORLD.rules), len(WORLD.indicators)] == [["tinh-giao", "tp-giao"], ["chung"], 18]
    assert [one.id for one in WORLD.events] == ["sap-nhap", "chia-tach", "chia-doi"]


# ---------------------------------------------------------------- bodies and events


def test_bodies_and_events_of_every_day_are_known() -> None:
    """An old board may be drawn on a newer map."""
    early = build([body("a", "2030-01-01"), event("2030-01-01", ("b", "a"))], on=THEN)
    assert ([*early.bodies], [one.id for one in early.events]) == (["a"], ["e"])


def test_a_version_ends_where_the_next_begins() -> None:
    """Nobody writes the end of a name into the old definition; a gap stays a gap."""
    found = build([body("a", "2020-01-01", name="Mới"), body("a", "2010-01-01", "2015-01-01"), body("a", "2018-01-01")], on=NOW)
    assert [(one.name, one.since.year, one.until and one.until.year) for one in found.bodies["a"]] == [
        ("a", 2010, 2015), ("a", 2018, 2020), ("Mới", 2020, None),
    ]  # fmt: skip
    assert [found.body("a", on=date(year, 6, 1)) is not None for year in (2009, 2014, 2016, 2019, 2025)] == [False, True, False, True, True]
    latest = found.latest("a")
    assert latest is not None
    assert latest.name == "Mới"


def test_on_any_day_there_is_exactly_one_version_of_a_body() -> None:
    """Even where the definitions overlap."""
    found = build([body("a", "2010-01-01", "2025-01-01"), body("a", "2012-01-01", "2013-01-01"), body("a", "2012-06-01")], on=NOW)
    days = [date(2011, 1, 1), date(2012, 1, 1), date(2012, 6, 1), date(2024, 1, 1), date(2030, 1, 1)]
    assert [sum(one.holds_on(day) for one in found.bodies["a"]) for day in days] == [1] * 5


def test_an_unknown_body_is_nobody() -> None:
    """On no day, in no line."""
    assert [WORLD.body("p0", on=NOW), WORLD.latest("p0"), WORLD.line_up("p0", on=NOW), WORLD.line_up("", on=NOW)] == [
        None,
        None,
        ("p0",),
        (),
    ]


def test_an_event_that_was_redated_happened_once() -> None:
    """The last word on its day counts; events stand in the order of their days."""
    recorded = [event("2027-01-01", ("a", "b")), event("2026-01-01", ("c", "d"), id="f"), event("2025-01-01", ("a", "b"))]
    assert [(one.id, one.on.year) for one in build(recorded, on=NOW).events] == [("e", 2025), ("f", 2026)]


def test_the_parts_of_a_body_are_the_areas_below_it_on_the_day() -> None:
    """By code; an organisation of the city is no part of its ground."""
    days = (NOW, date(2027, 1, 1), date(2028, 1, 1))
    parts = [[one.id for one in WORLD.children("tp", on=day)] for day in (*days, NOW)]
    assert parts == [["p1", "p2", "p3", "p4"], ["p3", "p4", "p5"], ["p5", "p6", "p7", "p8", "p9"], ["p1", "p2", "p3", "p4"]]
    assert [one.id for one in WORLD.standing_on(NOW)] == ["p1", "p2", "p3", "p4", "tai-chinh", "tp"]


def test_an_organisation_stands_under_its_area() -> None:
    """And everybody under themselves; a body that is gone still knows where it was."""
    is_under = WORLD.is_under(on=NOW)
    asked = [("tai-chinh", "tp"), ("p1", "tp"), ("tp", "tp"), ("tp", "p1"), ("p5", "tp"), ("p0", "tp")]
    assert [is_under(id, frozenset({root})) for id, root in asked] == [True, True, True, False, True, False]
    assert not is_under("p1", frozenset())
    assert WORLD.line_up("tai-chinh", on=NOW) == ("tai-chinh", "tp")


def test_a_line_that_runs_in_a_circle_ends() -> None:
    """Checking refuses it; asking must not hang."""
    circle = build([body("a", "2010-01-01", parent="b"), body("b", "2010-01-01", parent="a")], on=NOW)
    assert circle.line_up("a", on=NOW) == ("a", "b")


# ---------------------------------------------------------------- rules and authorities


@pytest.mark.parametrize(("indicator", "rule"), [("thu", "rieng"), ("chi", "a-chung")])
def test_an_indicator_goes_by_its_own_rule_else_by_the_general_one(indicator: str, rule: str) -> None:
    """Of two general ones the first by id, so that there is one answer."""
    levels = {"kind": "status-rule", "name": "Quy tắc", "behind_below": "0.9", "weak_below": "0.7", "soft_from": "1.5"}
    rules = [known(id="b-chung", **levels), known(id="a-chung", **levels), known(id="rieng", indicators=["thu"], **levels)]
    found = build(rules, on=NOW).rule_for(indicator)
    assert found is not None
    assert found.id == rule


def test_without_a_rule_there_is_none() -> None:
    """No threshold is made up."""
    assert build([], on=NOW).rule_for("thu") is None


def test_a_plan_is_named_by_its_authority() -> None:
    """A plan that nobody names says so; one that is not known keeps its id."""
    assert [WORLD.authority_words(id) for id in ("tinh-giao", "unnamed", "huyen-giao")] == [
        "tỉnh giao",
        "chưa rõ kế hoạch nào",
        "huyen-giao",
    ]


def test_a_window_of_the_world_is_spanned_by_its_regimes() -> None:
    """The same code covers other days in each."""
    spans = [WORLD.regimes[id].span(Window.of("2026-Q1")).since for id in ("giao-ban", "nghi-dinh-09")]
    assert spans == [date(2026, 1, 1), date(2025, 12, 15)]
