"""Is a body, and the ground that passes between bodies, read as the definition says?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from giaoban.catalogue import Body, Edge, Event, Extent, Hierarchy, Nature
from giaoban.values import Source
from tests.unit.catalogues import sentences, understood

WARD = {"kind": "body", "id": "p1", "since": "2010-01-01", "nature": "area", "body_kind": "phuong", "name": "Phường Một"}
SPLIT: dict[str, Any] = {
    "kind": "event", "id": "e", "since": "2027-07-01", "name": "Chia tách",
    "edges": [{"from": "p3", "to": "p6", "extent": "part", "shares": {"area": "0.7", "population": "null"}, "note": "ước"}],
}  # fmt: skip


def test_a_body_is_read_with_all_its_attributes() -> None:
    """What does not stand is empty; the code keeps its zeros."""
    full = {**WARD, "until": "2027-01-01", "code": "00901", "parent": "tp", "hierarchy": "state", "reports": "true"}
    found = understood(**full)[1]
    assert found == Body(
        "p1",
        Nature.AREA,
        "phuong",
        "Phường Một",
        "00901",
        "tp",
        "",
        Hierarchy.STATE,
        date(2010, 1, 1),
        date(2027, 1, 1),
        True,
        Source("Quyết định"),
    )
    bare = understood(**WARD)[1]
    assert (bare.code, bare.parent, bare.until, bare.reports, bare.hierarchy) == ("", "", None, False, Hierarchy.OTHER)


def test_a_body_holds_from_its_first_day_until_before_its_last() -> None:
    """The day of `until` belongs to whoever comes after."""
    found = understood(**{**WARD, "until": "2027-01-01"})[1]
    days = [date(2009, 12, 31), date(2010, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [found.holds_on(day) for day in days] == [False, True, True, False]
    assert understood(**WARD)[1].holds_on(date(2999, 1, 1))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"nature": "organisation"}, "đơn vị p1 thiếu trường “of_area”."),
        ({"nature": "ward"}, "đơn vị p1: “nature: ward” không đọc được; cần một trong: area, organisation."),
        ({"until": "2010-01-01"}, "đơn vị p1: “until: 2010-01-01” không đọc được; cần ngày sau “since”."),
        ({"name": None}, "đơn vị p1 thiếu trường “name”."),
        ({"reports": "yes"}, "đơn vị p1: “reports: yes” không đọc được; cần true hoặc false."),
    ],
)
def test_a_body_with_a_wrong_field_is_refused(change: dict[str, Any], sentence: str) -> None:
    """An organisation says for which area it works."""
    definition, thing, problems = understood(**{**WARD, **change})
    assert (definition, thing, sentences(problems)) == (None, None, [f"a.yaml: {sentence}"])


def test_an_event_passes_ground_along_its_edges() -> None:
    """A share that nobody has published stays null."""
    edge = Edge("p3", "p6", Extent.PART, {"area": Decimal("0.7"), "population": None}, "ước")
    assert understood(**SPLIT)[1] == Event("e", "Chia tách", date(2027, 7, 1), (edge,), Source("Quyết định"))
    assert [edge.share(basis) for basis in ("area", "population", "revenue")] == [Decimal("0.7"), None, None]


def test_an_edge_of_full_extent_takes_everything_on_every_basis() -> None:
    """Whatever is asked for."""
    edge = understood(**{**SPLIT, "edges": [{"from": "p1", "to": "p5", "extent": "full"}]})[1].edges[0]
    assert [edge.share(basis) for basis in ("area", "population", "any")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("edges", "sentence"),
    [
        ([], "“edges: ” không đọc được; cần ít nhất một quan hệ from – to."),
        (None, "“edges: ” không đọc được; cần ít nhất một quan hệ from – to."),
        ([{"to": "b", "extent": "full"}], "edges thiếu trường “from”."),
        ([{"from": "a", "to": "b", "extent": "half"}], "edges: “extent: half” không đọc được; cần một trong: full, part."),
        ([{"from": "a", "to": "b", "extent": "part", "shares": {"area": "1,5"}}], "“area: 1.5” không đọc được; cần tỷ lệ từ 0 đến 1."),
        ([{"from": "a", "to": "b", "extent": "part", "shares": {"area": "x"}}], "“area: x” không đọc được; cần một số, ví dụ 1.234,5."),
        (
            [{"from": "a", "to": "b", "extent": "part", "shares": {"dan-so": "1"}}],
            "“shares: dan-so” không đọc được; cần một trong: area, population, households, revenue.",
        ),
        (
            [{"from": "a", "to": "b", "extent": "full", "shares": {"area": "0.5"}}],
            "“shares: area” không đọc được; cần “extent: part”; toàn bộ thì không ghi tỷ lệ.",
        ),
        ([{"from": "a", "to": "b", "extent": "full", "by": "x"}], "edges có trường “by” mà hệ thống không biết."),
    ],
)
def test_an_event_with_a_wrong_edge_is_refused(edges: Any, sentence: str) -> None:
    """Nothing passes half understood."""
    definition, thing, problems = understood(**{**SPLIT, "edges": edges})
    assert (definition, thing) == (None, None)
    assert [said.endswith(sentence) for said in sentences(problems)] == [True]
