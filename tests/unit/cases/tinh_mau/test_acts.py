"""Are difficulties, aims and focus tasks complete, in their own time, and of indicators that there are?"""

from __future__ import annotations

from collections.abc import Mapping

from giaoban.cases import Act, Case
from giaoban.cases.tinh_mau.acts import AIMS, acts, sources
from giaoban.cases.tinh_mau.own import MADE
from giaoban.catalogue.body import Body


def told(known: set[str]) -> dict[str, Mapping[str, str]]:
    return {fact.item.key: fact.item.content for fact in acts(known) if isinstance(fact.item, Act)}


def test_nothing_empty_is_recorded() -> None:
    assert [key for key, content in told({"khach-du-lich"}).items() if not all(content.values())] == []


def test_an_aim_for_an_unknown_indicator_is_left_out_and_a_difficulty_affects_what_there_is() -> None:
    assert [key for key in told(set()) if key.startswith("aim/")] == []
    assert len([key for key in told({indicator for _, _, _, indicator, *_ in AIMS}) if key.startswith("aim/")]) == len(AIMS)
    assert "affects" not in told(set())["bottleneck/xi-mang-2026"]
    assert told({"xi-mang-da-cap"})["bottleneck/xi-mang-2026"]["affects"] == "xi-mang-da-cap"


def test_a_focus_task_moves_an_indicator_that_there_is() -> None:
    assert "indicator" not in told(set())["focus/duong-quy-2-2026"]
    assert told({"duong-be-tong-xi-mang"})["focus/duong-quy-2-2026"]["indicator"] == "duong-be-tong-xi-mang"


def test_they_are_of_bodies_that_there_are(case: Case) -> None:
    bodies = {read.thing.id for read in case.definitions if isinstance(read.thing, Body)}
    named = {content[field] for content in told(set()).values() for field in ("body", "raised_for") if field in content}
    assert named <= bodies


def test_each_stands_in_the_minutes_of_its_year() -> None:
    cited = sources()
    assert {fact.source for fact in acts({indicator for _, _, _, indicator, *_ in AIMS})} == set(cited)
    assert all(MADE.lower() in source.issuer for source in cited.values())
    assert all(fact.known_at and fact.source == f"bb-{fact.known_at.year}" for fact in acts(set()))
