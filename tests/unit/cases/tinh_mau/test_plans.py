"""Does every plan name who gave it, come before its year, fit what is usual, and change in July now and then?"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from giaoban.cases import Case, CaseFact
from giaoban.cases.tinh_mau.habits import Habits
from giaoban.cases.tinh_mau.place import Place, Role, month_of
from giaoban.cases.tinh_mau.plans import COUNCIL, PROVINCE, WARD, Plans, capped, nice, source_id, sources
from giaoban.cases.tinh_mau.series import Series, all_series
from giaoban.cases.tinh_mau.usual import THOUSAND, Usual
from giaoban.catalogue.indicator import Direction
from giaoban.catalogue.loading import Read
from giaoban.ledger.figures import Target

FIRST = month_of("2019-01")
UNIT = Place("xa-a", "Xã A", Role.UNIT, ((0, "xa"),), FIRST, None, 1000)
ENDED = replace(UNIT, id="xa-b", until=month_of("2021-01"))
NEW = replace(UNIT, id="xa-c", role=Role.WARD, first=month_of("2021-07"))
GROUP = replace(UNIT, id="tdp-1", role=Role.GROUP, weight=20)
CITY = replace(UNIT, id="tp", role=Role.CITY)
PLACES = (UNIT, ENDED, NEW, GROUP, CITY)


@pytest.fixture
def plans(series: dict[str, Series]) -> Plans:
    numbers, ratios = [one for one in series.values() if one.id != "ty-le-co-the"], [series["ty-le-co-the"]]
    habits = Habits(
        "giao-ban", frozenset(), {place.id: frozenset(series) for place in PLACES}, low_plans={("cay-xanh-trong-moi", "xa-a", 2022): 300}
    )
    return Plans(Usual(1, places=PLACES, series=series), numbers, ratios, habits)


def told(plans: Plans, month: str, *, first_year: bool = False) -> list[Target]:
    return [fact.item for fact in plans.month(month_of(month), first_year=first_year) if isinstance(fact.item, Target)]


def test_every_plan_names_who_gave_it(case: Case, facts: tuple[CaseFact, ...]) -> None:
    """And stands in a paper of that authority and year, in versions without gaps."""
    versions: dict[str, list[int]] = {}
    for fact in facts:
        if isinstance(fact.item, Target):
            assert fact.item.authority in (PROVINCE, COUNCIL, WARD)
            assert fact.source == source_id(fact.item.authority, year=int(fact.item.cell.period[:4]), version=fact.item.version)
            assert fact.source in case.sources
            versions.setdefault(f"{fact.item.cell.key}/{fact.item.authority}", []).append(fact.item.version)
    assert set(map(tuple, versions.values())) == {(1,), (1, 2)}


def test_two_authorities_plan_and_the_ward_for_its_groups(facts: tuple[CaseFact, ...]) -> None:
    given = Counter(fact.item.authority for fact in facts if isinstance(fact.item, Target))
    assert given[COUNCIL] > given[PROVINCE] > given[WARD] > 100


def test_a_plan_is_known_before_its_year_but_for_the_first_and_the_new(facts: tuple[CaseFact, ...]) -> None:
    late = {
        (fact.item.cell.period, fact.item.version)
        for fact in facts
        if isinstance(fact.item, Target) and fact.known_at and fact.known_at.date() >= date(int(fact.item.cell.period[:4]), 1, 1)
    }
    assert {(period, version) for period, version in late if version == 1} == {("2019", 1), ("2019-Q1", 1), ("2025", 1)}
    assert {version for _, version in late} == {1, 2}


def test_plans_come_in_december_adjustments_in_july(plans: Plans) -> None:
    assert {one.cell.period for one in told(plans, "2021-11")} == {"2022", "2022-Q1"}
    assert {one.cell.period for one in told(plans, "2018-12", first_year=True)} == {"2019", "2019-Q1"}
    assert [told(plans, month) for month in ("2021-12", "2021-10", "2021-05")] == [[], [], []]
    july = told(plans, "2021-06")
    assert {(one.cell.body, one.version) for one in july if one.version == 1} == {("xa-c", 1)}


def test_some_plans_are_adjusted_for_whoever_stands_all_year(series: dict[str, Series], plans: Plans) -> None:
    adjusted = [one for year in range(2019, 2040) for one in told(plans, f"{year}-06") if one.version == 2]
    assert {one.authority for one in adjusted} == {COUNCIL}
    assert {one.cell.body for one in adjusted} <= {"xa-a", "xa-b", "xa-c"}
    assert 3 <= len({(one.cell.indicator, one.cell.period) for one in adjusted}) <= 25


def test_who_began_in_july_has_its_plans_adjusted_in_autumn(plans: Plans) -> None:
    found = [
        one for seed in range(20) for one in told(replace(plans, usual=Usual(seed, places=PLACES, series=plans.usual.series)), "2021-09")
    ]
    assert {(one.cell.body, one.cell.period, one.version) for one in found} == {("xa-c", "2021", 2)}


def test_who_has_ended_has_no_plan(plans: Plans) -> None:
    assert {one.cell.body for one in told(plans, "2020-11")} == {"xa-a", "tdp-1", "tp"}
    assert "xa-b" in {one.cell.body for one in told(plans, "2019-11")}


def test_what_is_voluntary_unbound_or_unplanned_has_no_plan(starter: tuple[Read, ...], facts: tuple[CaseFact, ...]) -> None:
    numbers, ratios = all_series(starter)
    free = {one.id for one in (*numbers, *ratios) if one.indicator.voluntary or one.indicator.direction is Direction.NONE}
    planned = {fact.item.cell.indicator for fact in facts if isinstance(fact.item, Target)}
    assert planned & free == set()
    assert 35 <= len(planned) <= 60


def test_a_plan_is_near_what_is_usual_and_round(plans: Plans, series: dict[str, Series]) -> None:
    trees = series["cay-xanh-trong-moi"]
    usual = plans.usual.of(trees, year=2021)["xa-a"] // THOUSAND
    target = plans.target(trees, place=UNIT, year=2021, authority=COUNCIL)
    assert usual < target < usual * 107 // 100
    assert plans.target(trees, place=UNIT, year=2022, authority=COUNCIL) * 3 < target
    assert [nice(trees, steps=steps) for steps in (0, 7, 999, 1234, 98_765)] == [1, 7, 999, 1230, 98_800]


def test_a_plan_of_a_ratio_is_a_percentage_below_a_hundred(plans: Plans, series: dict[str, Series]) -> None:
    ratio = series["ty-le-co-the"]
    targets = [plans.target(ratio, place=UNIT, year=year, authority=COUNCIL) for year in range(2019, 2060, 5)]
    assert all(8_000 < target <= 10_000 for target in targets)
    assert capped(ratio, steps=12_000) == 10_000
    lost = replace(ratio, indicator=replace(ratio.indicator, numerator="khong-co"))
    assert 8_400 < plans.target(lost, place=UNIT, year=2021, authority=COUNCIL) < 8_800


def test_of_what_should_be_less_the_plan_is_a_limit_above_the_usual(plans: Plans, series: dict[str, Series]) -> None:
    one = series["tai-nan"]
    usual = plans.usual.of(one, year=2021)["xa-a"] // THOUSAND
    assert plans.target(one, place=UNIT, year=2021, authority=COUNCIL) >= usual


def test_the_papers_are_marked() -> None:
    assert all("dữ liệu giả định" in source.issuer for source in sources([2021]).values())
    assert sources([2021])["kh-hdnd-giao-2021-2"].title == "Điều chỉnh chỉ tiêu kế hoạch năm 2021"
