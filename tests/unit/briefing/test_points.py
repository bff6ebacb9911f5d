"""Are findings gathered by kind, with the body's parts counted and never named?"""

from __future__ import annotations

from giaoban.briefing import Agenda, prepare
from giaoban.briefing.notes import GLUE, Notes
from giaoban.briefing.points import MANY, Points, listed
from giaoban.findings import behind, contradiction, unnamed_plan
from tests.unit.briefing.boards import REGIME, WARDS, catalogue, mau


def points() -> Points:
    pack = prepare(Agenda("ha-tinh", "2021-Q2", (REGIME,)), boards=[mau()], catalogue=catalogue())
    return Points(pack, notes=Notes())


def test_the_body_s_own_findings_are_told_and_those_of_its_parts_counted() -> None:
    """A part is not counted again where the body's own finding tells of its parts."""
    own, others = points().of_kind(behind.KIND)
    assert [finding.series.indicator for finding in own] == ["khoi-luong-ctmt", "ty-le-ho-ngheo"]
    assert others == "Trồng cây xanh (1 đơn vị)"
    assert points().of_kind(unnamed_plan.KIND) == ([], "Trồng cây xanh (1 đơn vị)")
    assert not any(ward.name in others for ward in WARDS)


def test_what_holds_of_a_whole_kind_is_a_note() -> None:
    """And what holds of one finding stands with it."""
    made = points()
    (trees, *_), _ = made.of_kind(contradiction.KIND)
    assert made.predicate(trees).endswith(f"(5.558/3.295 cây){GLUE}[1]")
    assert made.notes.texts == ["Chênh lệch vượt mức do làm tròn; hệ thống giữ cả hai số, không tự sửa."]


def test_too_many_names_are_counted() -> None:
    """Nobody reads eighty names in one line."""
    names = [f"Chỉ tiêu {at}" for at in range(MANY + 1)]
    assert listed(names[:2]) == "Chỉ tiêu 0; Chỉ tiêu 1"
    assert listed(names) == f"{MANY + 1} chỉ tiêu (danh sách trong bảng tổng hợp)"
