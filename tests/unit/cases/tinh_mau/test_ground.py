"""Does the made map hang together: sixteen, fifteen, three, and forty residential groups?"""

from __future__ import annotations

from datetime import date, datetime

from giaoban.cases import Case
from giaoban.cases.tinh_mau.ground import CITY, GROUPS, HEIRS, INTO_THE_WARD, WARD, WEST, group_id, places, share_of_group
from giaoban.cases.tinh_mau.place import Role, Style, month_of
from giaoban.catalogue.body import Extent, Hierarchy, Nature
from giaoban.catalogue.catalogue import Catalogue, build
from giaoban.ledger.book import VIETNAM


def catalogue(case: Case, *, known: str = "2026-04-14") -> Catalogue:
    at = datetime.fromisoformat(known).replace(tzinfo=VIETNAM)
    return build([(read.definition, read.thing) for read in case.definitions if read.known_at and read.known_at <= at], on=at.date())


def test_sixteen_then_fifteen_units(case: Case) -> None:
    whole = catalogue(case)
    days = (date(2020, 12, 31), date(2021, 1, 1), date(2025, 6, 30))
    assert [len(whole.children(CITY, on=day)) for day in days] == [16, 15, 15]
    kinds = [[body.kind for body in whole.children(CITY, on=day)] for day in (date(2021, 1, 1), date(2023, 1, 1))]
    assert [[found.count(kind) for kind in ("phuong", "xa")] for found in kinds] == [[10, 5], [11, 4]]


def test_the_city_ends_and_three_communes_follow(case: Case) -> None:
    whole = catalogue(case)
    assert whole.body(CITY, on=date(2025, 7, 1)) is None
    assert {body.id for body in whole.children("tinh-mau", on=date(2025, 7, 1))} == {id for id, *_ in HEIRS}
    assert len(whole.children(WARD, on=date(2025, 7, 1))) == GROUPS == 40


def test_nobody_knew_of_an_end_before_it_was_decided(case: Case) -> None:
    """As known in May 2025 the city has no end."""
    assert catalogue(case, known="2025-05-31").body(CITY, on=date(2026, 1, 1))
    assert catalogue(case, known="2025-06-30").body(CITY, on=date(2026, 1, 1)) is None


def test_the_ward_is_seven_units_whole(case: Case) -> None:
    edges = [edge for event in catalogue(case).events for edge in event.edges if edge.after == WARD]
    assert {edge.before for edge in edges} == set(INTO_THE_WARD)
    assert {edge.extent for edge in edges} == {Extent.FULL}
    assert len(edges) == 7


def test_one_unit_is_parted_and_nobody_published_how(case: Case) -> None:
    parted = [edge for event in catalogue(case).events for edge in event.edges if edge.before == WEST]
    assert [edge.extent for edge in parted] == [Extent.PART, Extent.PART]
    assert {edge.share(basis) for edge in parted for basis in ("population", "households", "revenue")} == {None}
    assert sum(edge.share("area") or 0 for edge in parted) == 1


def test_a_name_and_a_code_are_no_identity(case: Case) -> None:
    """Xã Mẫu Bắc became a phường and stayed itself; the new ward bears the code of ground that went elsewhere."""
    whole = catalogue(case)
    assert [body.name for body in whole.bodies["xa-mau-bac"]] == ["Xã Mẫu Bắc", "Phường Mẫu Bắc", "Phường Mẫu Bắc"]
    code = whole.latest(WARD)
    bearers = [id for id, versions in whole.bodies.items() if code and versions[0].code == code.code]
    assert sorted(bearers) == ["phuong-mau", "phuong-mau-chin"]
    assert "phuong-mau-chin" not in INTO_THE_WARD


def test_the_ward_has_its_offices_and_each_hierarchy_its_own(case: Case) -> None:
    offices = [body for body in catalogue(case).standing_on(date(2026, 1, 1)) if body.of_area == WARD]
    assert all(body.nature is Nature.ORGANISATION for body in offices)
    assert {body.hierarchy for body in offices} == set(Hierarchy)
    assert {"dang-uy-phuong-mau", "ubnd-phuong-mau", "hdnd-phuong-mau", "ubmttq-phuong-mau"} <= {body.id for body in offices}


def test_groups_share_the_ward_out_exactly() -> None:
    assert sum(share_of_group(number) for number in range(1, GROUPS + 1)) == 1000
    assert group_id(7) == "tdp-07-phuong-mau"


def test_every_place_comes_after_what_it_is_made_of() -> None:
    seen: set[str] = set()
    for place in places():
        assert {id for id, _ in place.members} <= seen
        seen.add(place.id)
    assert {place.role for place in places()} == {Role.UNIT, Role.CITY, Role.WARD, Role.GROUP, Role.NEIGHBOUR}
    assert {place.style for place in places()} == set(Style)


def test_places_stand_as_long_as_their_bodies(case: Case) -> None:
    whole = catalogue(case)
    for place in places():
        versions = whole.bodies[place.id]
        last = versions[-1].until
        assert month_of(versions[0].since.isoformat()[:7]) == place.first
        assert (month_of(last.isoformat()[:7]) if last else None) == place.until
        assert place.kind_in(place.first) == versions[0].kind
