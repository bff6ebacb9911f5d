"""Is a formula that names what is not there, or what cannot be used so, refused with a sentence and a way out?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from giaoban.catalogue import check
from giaoban.catalogue.loading import Read
from giaoban.values import Span
from tests.unit.catalogues import definitions, sentences, understood

COMPUTED = {
    "kind": "indicator", "name": "Chỉ tiêu tính", "group": "kinh-te", "measure": "triệu đồng/người", "step": "1 đồng/người",
    "direction": "more", "frequency": "month",
}  # fmt: skip


NOT_USABLE = "đếm số đơn vị ở cấp trên hoặc là phân tổ của chỉ tiêu tính, không dùng trong công thức được."
TOGETHER = "“over_bodies: formula” cùng với “formula”, hoặc bỏ cả hai."


def checked(*others: dict[str, Any]) -> list[str]:
    """What is wrong with the small world and computed indicators of one's own, `dinh-muc` unless named otherwise."""
    own = []
    for other in others:
        definition, thing, problems = understood(**{**COMPUTED, "id": "dinh-muc", **other})
        assert sentences(problems) == []
        assert definition is not None
        own.append(Read(definition, thing, Span("a.yaml"), None))
    return [said.removeprefix("a.yaml: ") for said in sentences(check((*definitions(), *own), on=date(2026, 1, 1)))]


def test_a_formula_that_fits() -> None:
    assert checked({"formula": "{thu} / {dan-so} * 1.000"}) == []


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"formula": "{thuu} / {dan-so}"}, "công thức của chỉ tiêu “dinh-muc”: không có chỉ tiêu “thuu” (ký tự 1)."),
        ({"formula": "{thu} / {dan-so.nu-gioi}"}, "công thức của chỉ tiêu “dinh-muc”: không có chỉ tiêu “dan-so.nu-gioi” (ký tự 9)."),
        (
            {"formula": "{tieu-chi} * 2", "measure": "tiêu chí", "step": "1 tiêu chí"},
            f"công thức của chỉ tiêu “dinh-muc”, ký tự 1: {{tieu-chi}} {NOT_USABLE}",
        ),
        (
            {"formula": "{thu} + {ho}"},
            "công thức của chỉ tiêu “dinh-muc”, ký tự 7: tỷ đồng và hộ không cùng loại, không cộng, trừ, so sánh hay chọn với nhau được.",
        ),
    ],
)  # fmt: skip
def test_a_formula_that_does_not_fit(other: dict[str, Any], said: str) -> None:
    assert checked(other) == [said]


def test_a_near_name_is_suggested() -> None:
    """For an indicator and for a part of one."""
    own = []
    for formula in ("{dan-soo} * 1", "{dan-so.nun} * 1"):
        definition, thing, _ = understood(**{**COMPUTED, "id": "dinh-muc", "measure": "người", "step": "1 người", "formula": formula})
        assert definition is not None
        (problem,) = check((*definitions(), Read(definition, thing, Span("a.yaml"), None)), on=date(2026, 1, 1))
        own.append((problem.code, problem.way_out()))
    assert own == [
        ("unknown-term", "Sửa mã (“dan-so”?), hoặc thêm định nghĩa còn thiếu."),
        ("unknown-term", "Sửa mã (“nu”?), hoặc thêm định nghĩa còn thiếu."),
    ]


def test_formulas_that_are_made_of_themselves_are_refused_with_the_path() -> None:
    """Directly, through another, and through the month before."""
    assert checked({"formula": "{dinh-muc}.ky_truoc * 1,1"}) == ["chỉ tiêu “dinh-muc” được tính từ chính nó: dinh-muc → dinh-muc."]
    around = checked({"formula": "{hai} * 2"}, {"id": "hai", "formula": "{dinh-muc} / 2"})
    assert around == [
        "chỉ tiêu “dinh-muc” được tính từ chính nó: dinh-muc → hai → dinh-muc.",
        "chỉ tiêu “hai” được tính từ chính nó: hai → dinh-muc → hai.",
    ]  # fmt: skip


def test_what_is_computed_cannot_weigh() -> None:
    """Bodies are added up before formulas are worked out."""
    mean = {"id": "binh-quan", "over_time": "last", "over_bodies": "weighted-mean", "weight": "dinh-muc", "absence": "lacking"}
    assert checked({"formula": "{thu} / {dan-so}"}, mean) == [
        "chỉ tiêu “binh-quan”: quyền số “dinh-muc” là chỉ tiêu tính, không dùng làm quyền số được."
    ]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"formula": "{thu} /"}, "công thức “{thu} /” sai ở ký tự 8: cần một giá trị, gặp hết công thức."),
        ({"formula": "{thu}", "over_bodies": "sum"}, f"“over_bodies: sum” không đọc được; cần {TOGETHER}"),
    ],
)  # fmt: skip
def test_a_formula_that_cannot_be_read_is_told_where_it_stands(other: dict[str, Any], said: str) -> None:
    """With the character at which it goes wrong; no other field is asked for what a formula makes plain."""
    _, thing, problems = understood(**{**COMPUTED, "id": "dinh-muc", **other})
    assert (thing, sentences(problems)) == (None, [f"a.yaml: chỉ tiêu dinh-muc: {said}"])


def test_a_way_of_adding_up_without_a_formula_is_refused() -> None:
    _, thing, problems = understood(**{**COMPUTED, "id": "dinh-muc", "over_bodies": "formula", "over_time": "last", "absence": "lacking"})
    assert thing is None
    assert [problem.code for problem in problems] == ["wrong-value"]
