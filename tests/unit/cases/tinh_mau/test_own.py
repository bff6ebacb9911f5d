"""Are the case's own definitions marked as made, and is a faulty one never passed on?"""

from __future__ import annotations

import pytest

from giaoban.cases import Case
from giaoban.cases.tinh_mau import own
from giaoban.catalogue.indicator import Indicator, Reach

CITED = {own.RULES: own.rules_source()}


def test_its_indicators_have_parts_and_one_is_restricted(case: Case) -> None:
    found = {read.thing.id: read.thing for read in case.definitions if isinstance(read.thing, Indicator)}
    assert {id: len(one.parts) for id, one in found.items()} == {own.BY_ITEM: 4, own.BY_SCHOOL: 3, own.BY_WASTE: 3, own.RESTRICTED: 0}
    assert (found[own.RESTRICTED].reach, found[own.RESTRICTED].field) == (Reach.RESTRICTED, "tre-em")
    assert all(own.MADE in one.definition for one in found.values())


def test_everybody_in_it_is_made() -> None:
    assert all("(giả định)" in person.name for person in own.PEOPLE)
    assert len({person.id for person in own.PEOPLE}) == len(own.PEOPLE)


def test_a_definition_stands_on_the_rules_of_the_case_and_in_its_time() -> None:
    read = own.defined({"kind": "group", "id": "x", "since": "2019-01-01", "name": "X", "order": "1"}, known_at=own.KNOWN, sources=CITED)
    assert own.MADE in read.definition.source.title
    assert read.known_at
    assert read.known_at.isoformat() == "2019-01-02T08:10:00+07:00"


def test_a_faulty_definition_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="lacks the field “name”"):
        own.defined({"kind": "group", "id": "x", "since": "2019-01-01", "order": "1"}, known_at=own.KNOWN, sources=CITED)
