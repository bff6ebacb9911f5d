"""Is ground that passes from nobody, to nobody, in shares that do not add up or in a circle refused where it is defined?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from giaoban.catalogue import check
from giaoban.catalogue.lineage import LineageCircle
from giaoban.catalogue.loading import Read
from giaoban.values import Span
from tests.unit.catalogues import definitions, sentences, understood


def body(id: str, since: str, until: str | None = None, code: str = "") -> dict[str, Any]:
    """A ward."""
    fields = {"kind": "body", "id": id, "since": since, "nature": "area", "body_kind": "phuong", "name": id, "parent": "tp"}
    return fields | ({"until": until} if until else {}) | ({"code": code} if code else {})


def event(id: str, since: str, *edges: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "event", "id": id, "since": since, "name": id, "edges": list(edges)}


def full(before: str, after: str) -> dict[str, Any]:
    return {"from": before, "to": after, "extent": "full"}


def part(before: str, after: str, **shares: str | None) -> dict[str, Any]:
    return {"from": before, "to": after, "extent": "part", "shares": shares}


def problems(*others: dict[str, Any]) -> list[Any]:
    reads = []
    for number, other in enumerate(others, 1):
        definition, thing, wrong = understood(**other)
        assert sentences(wrong) == []
        assert definition is not None
        reads.append(Read(definition, thing, Span(f"{number}.yaml"), None))
    return list(check((*definitions(), *reads), on=date(2026, 1, 1)))


A_ENDS = body("a", "2010-01-01", "2020-01-01")


def test_an_id_that_comes_back_is_refused_with_the_way_the_ground_went() -> None:
    """a became b, and b becomes a again: whoever joins the years by id would take the one for the other."""
    others = [body("b", "2020-01-01", "2021-01-01"), body("c", "2021-01-01", "2022-01-01"), body("a", "2022-01-01")]
    steps = [
        event("e1", "2020-01-01", full("a", "b")),
        event("e2", "2021-01-01", full("b", "c")),
        event("e3", "2022-01-01", full("c", "a")),
    ]
    (found,) = problems(A_ENDS, *others, *steps)
    assert (found.code, found.where) == ("lineage-circle", Span("7.yaml"))
    assert found.sentence() == "7.yaml: sự kiện “e3” ngày 2022-01-01: “a” đã kết thúc nay lại là đơn vị kế thừa: a → b → c → a."
    assert "mã mới" in found.way_out()


def test_ground_may_go_to_and_fro_between_bodies_that_live_on() -> None:
    """A hamlet moves from one ward to the other, and years later back: both are there all the time."""
    wards = body("a", "2010-01-01"), body("b", "2010-01-01")
    there = event("e1", "2020-01-01", part("a", "a", population="0.9"), part("a", "b", population="0.1"))
    back = event("e2", "2022-01-01", part("b", "b", population="0.8"), part("b", "a", population="0.2"))
    assert problems(*wards, there, back) == []


def test_two_that_change_places_on_one_day_are_refused() -> None:
    """Each would pass in full and yet exist."""
    found = problems(body("a", "2010-01-01"), body("b", "2010-01-01"), event("e", "2020-01-01", full("a", "b"), full("b", "a")))
    assert [one.code for one in found] == ["lineage-does-not-fit", "lineage-does-not-fit"]
    assert "chuyển toàn bộ mà vẫn tồn tại" in found[0].sentence()


@pytest.mark.parametrize(
    ("shares", "total"),
    [
        (({"population": "0.6"}, {"population": "0.5"}), "1,1"),
        (({"population": "0.6"}, {"population": "0.3"}), "0,9"),
        (({"area": "0.7", "population": "0.6"}, {"area": "0.2", "population": "0.4"}), "0,9"),
    ],
)
def test_shares_that_do_not_add_to_one_are_refused(shares: tuple[dict[str, str], dict[str, str]], total: str) -> None:
    """On the basis on which they do not; one that nobody published is left open."""
    heirs = body("b", "2020-01-01"), body("c", "2020-01-01")
    (found,) = problems(A_ENDS, *heirs, event("e", "2020-01-01", part("a", "b", **shares[0]), part("a", "c", **shares[1])))
    assert found.code == "shares-do-not-add"
    assert f"cộng lại bằng {total}, không bằng 1" in found.sentence()
    open_one = event("e", "2020-01-01", part("a", "b", population="0.6"), part("a", "c", population=None))
    assert problems(A_ENDS, *heirs, open_one) == []


def test_two_areas_of_one_code_on_one_day_are_refused_and_one_after_the_other_are_not() -> None:
    """Codes wander, but never to two at once."""
    first = body("a", "2010-01-01", "2020-01-01", code="955")
    assert [one.code for one in problems(first, body("b", "2019-12-31", code="955"))] == ["one-code-twice"]
    assert problems(first, body("b", "2020-01-01", code="955")) == []


def test_every_way_round_is_told_once() -> None:
    """Two that merged and come back apart under their old ids."""
    ends = [body(id, "2010-01-01", "2020-01-01") for id in "ab"]
    again = [body("m", "2020-01-01", "2021-01-01"), body("a", "2021-01-01"), body("b", "2021-01-01")]
    steps = [
        event("e1", "2020-01-01", full("a", "m"), full("b", "m")),
        event("e2", "2021-01-01", part("m", "a", population="0.5"), part("m", "b", population="0.5")),
    ]
    found = problems(*ends, *again, *steps)
    assert {type(one) for one in found} == {LineageCircle}
    assert [one.sentence().rpartition(": ")[2] for one in found] == ["a → m → a.", "b → m → b."]
