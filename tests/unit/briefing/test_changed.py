"""Is it said what a row was, what it is and why, the gravest first, and no unit named where it may not be?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from giaoban.briefing.blocks import Paragraph, Point
from giaoban.briefing.changed import by_gravity, change_blocks, change_sentence, changes_text
from giaoban.catalogue import Direction
from giaoban.engine import Change, Changes, Reason, Series, Turn
from tests.unit.briefing.boards import board

THEN = board([], number=1000, as_known="2021-04-10T10:05:00.000000Z")
NOW = board([])
CORRECTED = Reason(
    "corrected", 1041, "phuong-1", "Phường Số 1", "2021-01", "10 tỷ đồng", "11 tỷ đồng", "2021-04-12T01:00:00.000000Z", ("BC 45",)
)
ARRIVED = Reason("arrived", 1040, "phuong-1", "Phường Số 1", "2021-03", "", "14 tỷ đồng")


def change(*turns: Turn, body: str = "ha-tinh", reasons: tuple[Reason, ...] = (CORRECTED,), counts: Any = None, **other: Any) -> Change:
    made = Change(
        Series("thu", "giao-ban"), "Thu ngân sách", body, "Phường Số 1" if body == "phuong-1" else "Thành phố Hà Tĩnh", "tỷ đồng",
        Direction.MORE, turns or (Turn("value", 36.0, 37.5),), reasons, counts or {one.kind: 1 for one in reasons},
    )  # fmt: skip
    return replace(made, **other)


def said(*changes: Change, own_only: bool = False) -> list[str]:
    return [block.text for block in change_blocks(Changes(THEN, NOW, changes), own_only=own_only) if isinstance(block, Paragraph | Point)]


def test_a_change_says_what_was_what_is_and_why() -> None:
    """With the entry and the paper behind it; of a part its name."""
    assert change_sentence(change(), body="ha-tinh") == (
        "Thu ngân sách: trong kỳ 36 tỷ đồng → 37,5 tỷ đồng "
        "(đã đính chính: Phường Số 1, tháng 1/2021, 10 tỷ đồng → 11 tỷ đồng, mục 1041, theo BC 45)."
    )
    assert change_sentence(change(body="phuong-1"), body="ha-tinh").startswith("Thu ngân sách, Phường Số 1: trong kỳ")


def test_each_kind_of_turn_has_its_words() -> None:
    """Plans by their giver, relations by what they relate to, qualities and states as tables say them."""
    turns = (
        Turn("to_date", None, 40.0), Turn("target", 200.0, 100.0, "tỉnh giao 2021"), Turn("same_period", 30.0, None),
        Turn("stated", None, "145 %", "same_period cùng kỳ"), Turn("stated", "88 %", "90 %", "plan tỉnh giao"),
        Turn("status", "Đạt thấp", "Đúng tiến độ"), Turn("state", None, "not_applicable"), Turn("quality", "estimate", "actual"),
    )  # fmt: skip
    reasons = (Reason("rule"), Reason("withdrawn", 7, "p", "Phường A", "2021-Q1", "30 tỷ đồng"))
    assert change_sentence(change(*turns, reasons=reasons), body="ha-tinh") == (
        "Thu ngân sách: lũy kế từ đầu năm chưa có → 40 tỷ đồng; kế hoạch năm 2021 (tỉnh giao) 200 tỷ đồng → 100 tỷ đồng; "
        "cùng kỳ năm trước 30 tỷ đồng → chưa có; so với cùng kỳ theo nguồn chưa có → 145 %; "
        "so với kế hoạch theo nguồn (tỉnh giao) 88 % → 90 %; đánh giá Đạt thấp → Đúng tiến độ; "
        "tình trạng chưa có → không áp dụng "
        "(quy tắc đánh giá thay đổi; đã rút: Phường A, quý I/2021, 30 tỷ đồng, mục 7)."
    )
    only = change(Turn("quality", "estimate", "actual"), measure="%")
    assert "chất lượng ước TH → TH" in change_sentence(only, body="ha-tinh")
    assert "36% → 37,5%" in change_sentence(change(measure="%"), body="ha-tinh")


def test_of_many_reasons_three_are_told() -> None:
    """And how many more there are."""
    many = change(reasons=(CORRECTED, *[ARRIVED] * 7), counts={"corrected": 1, "arrived": 20})
    assert change_sentence(many, body="ha-tinh").endswith("; và 18 mục nữa).")


def test_what_only_came_in_is_named_and_what_was_changed_is_told_first() -> None:
    """The gravest first; counts above."""
    news = change(reasons=(ARRIVED,), name="Chi ngân sách (đánh giá)")
    planned = change(reasons=(Reason("planned", 3, "p", "Phường A", "2021", "", "100 tỷ đồng"),), name="Vốn đầu tư")
    lines = said(news, planned, change())
    assert lines[0] == "So với số liệu biết đến 17:05 ngày 10/4/2021: 2 dòng thay đổi, 1 dòng mới có số liệu."
    assert [line.partition(":")[0] for line in lines[1:]] == ["Thu ngân sách", "Vốn đầu tư", "Mới có số liệu"]
    assert lines[-1] == "Mới có số liệu: Chi ngân sách."
    assert [one.name for one in by_gravity([planned, change(counts={}, reasons=())])] == ["Vốn đầu tư", "Thu ngân sách"]


def test_nothing_changed_says_so() -> None:
    """As of the earlier instant."""
    assert said() == ["So với số liệu biết đến 17:05 ngày 10/4/2021, không có số liệu nào thay đổi."]


def test_parts_are_counted_where_naming_them_is_not_ours() -> None:
    """Neither their names nor their figures."""
    lines = said(change(), change(body="phuong-1"), own_only=True)
    assert lines[0].endswith(": 1 dòng thay đổi, 1 đơn vị trực thuộc có số liệu thay đổi.")
    assert len(lines) == 2
    assert len(said(change(), change(body="phuong-1"))) == 3


def test_the_text_begins_with_the_question() -> None:
    """And both versions."""
    text = changes_text(Changes(THEN, NOW, (change(),)), width=80)
    assert text.startswith("[Thành phố Hà Tĩnh]  [Quý I/2021]  Thay đổi từ mục số 1000 đến mục số 1042\n\nSo với")
    assert "\n- Thu ngân sách: trong kỳ" in text
