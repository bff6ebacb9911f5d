"""Do the larger sizes yield what they promise, lazily and in order?"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import islice

import pytest

from giaoban.cases.tinh_mau import generate, nation
from giaoban.cases.tinh_mau.history import OPENED
from giaoban.cases.tinh_mau.nation import SIZES, Size, commune_id, made, places
from giaoban.catalogue.body import Body
from giaoban.catalogue.catalogue import build
from giaoban.catalogue.checking import check
from giaoban.catalogue.indicator import Indicator
from giaoban.catalogue.loading import Read
from giaoban.ledger.admission import Candidate, admit
from giaoban.ledger.figures import Figure

TINY = Size(2, 6, 12, "2018-11", "2019-02")


def test_m_is_a_province_and_l_a_nation() -> None:
    assert SIZES["M"] == Size(1, 69, 300, "2016-01", "2025-12")
    assert SIZES["L"] == Size(34, 3321, 300, "2021-01", "2025-12")


@pytest.mark.parametrize(("size", "areas"), [("M", 70), ("L", 3356)])
def test_its_definitions_are_sound(starter: tuple[Read, ...], size: str, areas: int) -> None:
    case = generate(size=size, starter=starter)
    assert (case.id, case.made, case.people) == (f"tinh-mau-{size.lower()}", True, ())
    assert "DỮ LIỆU GIẢ ĐỊNH" in case.title
    assert check((*starter, *case.definitions), on=date(2025, 12, 31)) == ()
    assert sum(isinstance(read.thing, Body) for read in case.definitions) == areas
    numbered = sum(isinstance(read.thing, Indicator) for read in case.definitions)
    assert numbered + nation_reported(starter) == 300


def nation_reported(starter: tuple[Read, ...]) -> int:
    from giaoban.cases.tinh_mau.series import all_series

    return len(all_series(starter)[0])


def test_the_first_of_many_come_at_once(starter: tuple[Read, ...]) -> None:
    """M holds over two million facts; the first fifty thousand are sound and in order, and none is older than the opening."""
    case = generate(size="M", starter=starter)
    facts = list(islice(case.facts, 50_000))
    instants = [fact.known_at for fact in facts]
    assert instants == sorted(instants)
    assert instants[0] == OPENED
    assert {fact.source for fact in facts} <= set(case.sources)
    pairs = [(read.definition, read.thing) for read in (*starter, *case.definitions)]
    catalogue = build(pairs, on=date(2016, 12, 31))
    admitted = admit((Candidate(fact.item, fact.where) for fact in facts), catalogue_on=lambda day: catalogue, history=True)  # type: ignore[arg-type]
    assert [problem.sentence("en") for problem in admitted.problems if problem.code != "does-not-apply"] == []


def test_a_whole_tiny_nation(small: tuple[Read, ...]) -> None:
    """Six communes in two provinces, twelve indicators, four months over the turn of a year."""
    found = made(1, size=TINY, starter=small)
    figures = [fact.item for fact in found.facts if isinstance(fact.item, Figure)]
    assert {figure.cell.body for figure in figures} == {commune_id(number) for number in range(1, 7)}
    monthly = {figure.cell.indicator for figure in figures if figure.cell.period == "2018-11"}
    assert {id for id in monthly if id.startswith("chi-tieu-mau-")} == {f"chi-tieu-mau-{number:03d}" for number in range(1, 6)}
    parents = Counter(read.thing.parent for read in found.definitions if isinstance(read.thing, Body))
    assert parents == {"nuoc-mau": 2, "tinh-mau-01": 3, "tinh-mau-02": 3, "": 1}
    assert list(found.facts) == list(found.facts)


def test_one_province_stands_alone() -> None:
    top = [raw for _, raw in nation.areas(replace(TINY, provinces=1)) if "parent" not in raw]
    assert [raw["id"] for raw in top] == ["tinh-mau-01"]


def test_communes_differ_in_size_kind_and_habit() -> None:
    communes = places(SIZES["M"])
    assert len({place.weight for place in communes}) > 60
    assert {place.kinds[0][1] for place in communes} == {"xa", "phuong"}
    assert len({place.style for place in communes}) == 2
