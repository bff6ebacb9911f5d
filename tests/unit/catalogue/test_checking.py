"""Is everything said that does not fit together among sound definitions?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from giaoban.catalogue import check
from giaoban.catalogue.loading import Read
from giaoban.values import Span
from tests.unit.catalogues import definitions, sentences, understood

THU = {
    "kind": "indicator", "id": "thu", "name": "Thu", "group": "g", "measure": "tỷ đồng", "step": "1 đồng", "direction": "more",
    "over_time": "sum", "over_bodies": "sum", "absence": "lacking", "frequency": "month",
}  # fmt: skip
GROUP = {"kind": "group", "id": "g", "name": "Nhóm", "order": "1"}
RATIO = {**THU, "measure": "%", "step": "1 %", "over_bodies": "ratio"}


def body(id: str, since: str = "2010-01-01", until: str | None = None, **fields: str) -> dict[str, Any]:
    return {"kind": "body", "id": id, "since": since, "until": until, "nature": "area", "body_kind": "xa", "name": id, **fields}


def event(*edges: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "event", "id": "e", "name": "Sự kiện", "since": "2025-07-01", "edges": list(edges)}


def full(before: str, after: str) -> dict[str, Any]:
    return {"from": before, "to": after, "extent": "full"}


def part(before: str, after: str, **shares: str | None) -> dict[str, Any]:
    return {"from": before, "to": after, "extent": "part", "shares": shares}


def said(*contents: dict[str, Any], language: str = "vi") -> list[str]:
    """What does not fit together in these definitions, each on a line of its own."""
    reads = []
    for number, content in enumerate(contents, 1):
        definition, thing, problems = understood(**content)
        assert definition is not None, problems
        reads.append(Read(definition, thing, Span.line("", number=number), None))
    return sentences(check(reads, on=date(2026, 1, 1)), language)


def test_the_small_world_fits_together() -> None:
    """Merger, split with an unknown share, split with shares, ratio, weighted mean."""
    assert check(definitions(), on=date(2026, 1, 1)) == ()


# ---------------------------------------------------------------- references


@pytest.mark.parametrize(
    ("content", "field", "id"),
    [
        ({**THU, "group": "h"}, "group", "h"),
        ({**THU, "group": "g", "scale": "muc"}, "scale", "muc"),
        ({**RATIO, "group": "g", "numerator": "thu", "denominator": "ho"}, "denominator", "ho"),
        ({**THU, "group": "g", "over_bodies": "weighted-mean", "weight": "ho"}, "weight", "ho"),
        (body("a", parent="tp"), "parent", "tp"),
        ({**body("a"), "nature": "organisation", "of_area": "tp"}, "of_area", "tp"),
        ({"kind": "authority", "id": "a", "words": "tỉnh giao", "order": "1", "body": "tinh"}, "body", "tinh"),
        (
            {
                "kind": "status-rule", "id": "a", "name": "Riêng", "behind_below": "0.9", "weak_below": "0.7", "soft_from": "1",
                "indicators": ["chi"],
            },
            "indicators", "chi",
        ),
    ],
)  # fmt: skip
def test_a_reference_leads_somewhere(content: dict[str, Any], field: str, id: str) -> None:
    """To a definition of the right kind, whenever it holds."""
    content = {**content, "id": "a"}
    others = [GROUP, THU]
    assert said(*others, content) == [f"dòng 3: a dẫn tới “{id}” ở trường “{field}”, nhưng không có định nghĩa nào mang mã đó."]
    assert said(*others, content, language="en") == [f"line 3: a refers to “{id}” in “{field}”, but nothing of that id is defined."]


def test_an_edge_leads_to_bodies() -> None:
    """Both of its ends do."""
    assert len(said(event(full("a", "b")))) == 2


# ---------------------------------------------------------------- indicators


def test_a_step_never_changes() -> None:
    """Figures already kept would change their meaning; the same step said otherwise is the same."""
    again = {**THU, "since": "2020-01-01", "name": "Thu NSNN"}
    assert said(GROUP, THU, {**again, "step": "0,001 nghìn đồng"}) == []
    assert said(GROUP, THU, {**again, "step": "1 triệu đồng"}) == [
        "dòng 3: chỉ tiêu “thu”: bước tính không được đổi giữa các lần định nghĩa."
    ]
    assert len(said(GROUP, THU, {**again, "measure": "tấn", "step": "1 kg"})) == 1


@pytest.mark.parametrize(
    ("made", "path"),
    [
        ([("thu", "thu", "ho")], "thu → thu"),
        ([("thu", "ho", "b"), ("b", "ho", "thu")], "thu → b → thu"),
    ],
)
def test_a_ratio_is_not_made_of_itself(made: list[tuple[str, str, str]], path: str) -> None:
    """Neither at once nor through others; asking for it would never end."""
    ratios = [{**RATIO, "id": id, "numerator": above, "denominator": below} for id, above, below in made]
    found = said(GROUP, {**THU, "id": "ho"}, *ratios)
    assert len(found) == len(made)
    assert f"dòng 3: chỉ tiêu “thu” được tính từ chính nó: {path}." in found


def test_two_ratios_may_rest_on_the_same_figures() -> None:
    """A diamond is no circle."""
    parts = [{**THU, "id": id} for id in ("x", "y")]
    middle = [{**RATIO, "id": id, "numerator": "x", "denominator": "y"} for id in ("b", "c")]
    assert said(GROUP, *parts, *middle, {**RATIO, "numerator": "b", "denominator": "c"}) == []


# ---------------------------------------------------------------- bodies


def test_two_areas_do_not_bear_one_code_on_one_day() -> None:
    """One after the other they may: codes are reused for other ground."""
    assert said(body("a", until="2025-01-01", code="18100"), body("b", since="2025-01-01", code="18100")) == []
    assert said(body("a", code="18100"), body("b", since="2025-01-01", code="18100")) == [
        "dòng 2: mã 18100 vừa của “a” vừa của “b” trong ngày 2025-01-01."
    ]
    assert said(body("a", until="2025-01-02", code="1"), body("b", since="2025-01-01", code="1"), language="en") == [
        "line 2: code 1 belongs to “a” and to “b” on 2025-01-01."
    ]


def test_one_body_keeps_its_code_and_organisations_may_share_one() -> None:
    """Versions of one body are one body; only ground is told apart by codes."""
    organisation = {**body("c", code="1"), "nature": "organisation", "of_area": "a"}
    assert said(body("a", code="1"), body("a", since="2020-01-01", code="1", name="A"), organisation) == []


def test_no_body_lies_above_itself() -> None:
    """Neither at once, nor through its parents, nor from a later day on."""
    assert said(body("a", parent="a")) == ["dòng 1: “a” nằm trên chính nó: a → a."]
    circle = said(body("a", parent="b"), body("b", parent="c"), body("c", parent="a"), body("d", parent="a"))
    assert circle[0] == "dòng 1: “a” nằm trên chính nó: a → b → c → a."
    assert len(circle) == 3  # d only hangs on it
    later = said(body("a"), body("b", parent="a"), body("a", since="2020-01-01", parent="b"))
    assert later == ["dòng 3: “a” nằm trên chính nó: a → b → a."]


# ---------------------------------------------------------------- lineage

OLD, NEW, STAYS = body("a", until="2025-07-01"), body("b", since="2025-07-01"), body("s")


@pytest.mark.parametrize(
    ("contents", "said_so"),
    [
        ([OLD, NEW, event(full("a", "b"))], []),
        ([OLD, NEW, STAYS, event(part("a", "b", area="0.7"), part("a", "s", area="0.3"))], []),
        ([OLD, NEW, STAYS, event(part("a", "b", population=None), part("a", "s", population="0.3"))], []),
        ([OLD, NEW, STAYS, event(part("a", "b"), part("a", "s"))], []),
        ([STAYS, NEW, event(part("s", "b", area="0.1"), part("s", "s", area="0.9"))], []),
        ([body("a", until="2025-06-01"), NEW, event(full("a", "b"))], ["“a” không tồn tại ngay trước đó."]),
        ([OLD, body("b", since="2025-07-02"), event(full("a", "b"))], ["“b” không tồn tại từ ngày đó."]),
        ([OLD, NEW, STAYS, event(full("a", "b"), full("a", "s"))], ["“a” vừa chuyển toàn bộ vừa chuyển nơi khác."]),
        ([STAYS, NEW, event(full("s", "b"))], ["“s” chuyển toàn bộ mà vẫn tồn tại."]),
        ([STAYS, NEW, event(part("s", "b", area=None))], ["“s” vẫn tồn tại mà không giữ phần nào (quan hệ tới chính nó)."]),
    ],
)
def test_lineage_runs_from_what_ends_to_what_begins(contents: list[dict[str, Any]], said_so: list[str]) -> None:
    """Ground comes from a body of the day before and goes to one of the day; who stays keeps a part."""
    assert [one.split("2025-07-01: ")[1] for one in said(*contents)] == said_so


@pytest.mark.parametrize(
    ("edges", "total"),
    [
        ([part("a", "b", area="0.7"), part("a", "s", area="0.2")], "0,9"),
        ([part("a", "b", area="0.7"), part("a", "s", area="0.4")], "1,1"),
        ([part("a", "b", area="0.7")], "0,7"),
        ([part("a", "b", area="0.7"), part("a", "s", area="0.4"), part("a", "c", area=None)], "1,1"),
        ([part("a", "b", area="1"), part("a", "s", area="0")], None),
        ([part("a", "b", area="0.7"), part("a", "s", area=None)], None),
        ([part("a", "b", area="0.7"), part("a", "s", population="0.3")], None),
        ([part("a", "b", area="0.333"), part("a", "s", area="0.333"), part("a", "c", area="0.334")], None),
    ],
)
def test_the_shares_that_leave_a_body_add_to_one(edges: list[dict[str, Any]], total: str | None) -> None:
    """On each basis; where one is not published they only may not exceed it."""
    found = said(OLD, NEW, STAYS, body("c", since="2025-07-01"), event(*edges))
    assert found == ([f"dòng 5: sự kiện “e”: các phần của “a” theo area cộng lại bằng {total}, không bằng 1."] if total else [])


def test_a_circle_of_lineage_is_said() -> None:
    """Two bodies that each become the other whole have neither ended nor begun."""
    found = said(body("a"), body("b"), event(full("a", "b"), full("b", "a")))
    assert [one.split("2025-07-01: ")[1] for one in found] == ["“a” chuyển toàn bộ mà vẫn tồn tại.", "“b” chuyển toàn bộ mà vẫn tồn tại."]
