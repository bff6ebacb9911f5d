"""Do bars of units keep to the order of names, to one plan, and to what may be compared?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from giaoban.briefing.blocks import Picture
from giaoban.briefing.charts import units_picture
from giaoban.briefing.charts.units import ONE_COLUMN
from giaoban.engine import Level, Row
from tests.unit.briefing.boards import REVENUE, WARDS, body, plan, row, status

A, B, C = WARDS[:3]


def unit(at: Any, value: float | None, share: float | None = None, level: Level = Level.ON_PACE, **other: Any) -> Row:
    targets = () if share is None else (plan(100.0, share),)
    judged = {"status": status(level)} if share is not None else {}
    return row(REVENUE, at=at, value=value, targets=targets, **(judged | other))


def drawn(rows: list[Row], **more: Any) -> Picture:
    found = units_picture(rows, period="quý I/2021", **more)
    assert found is not None
    return found


def bars(picture: Picture) -> list[tuple[str, Any, str]]:
    return [(one["name"], one["x"], one["text"]) for one in picture.spec["data"]["values"]]


def test_units_stand_in_the_order_of_their_names_with_their_share_of_one_plan() -> None:
    """Whatever order they come in; the verdict in words beside the bar, in its colour."""
    rows = [unit(C, 30.0, 0.3), unit(A, 10.0, 0.1, Level.WEAK), unit(B, 25.0, 0.25)]
    picture = drawn(rows)
    assert bars(picture) == [
        (A.name, 10, "10% · đạt thấp"),
        (B.name, 25, "25% · đúng tiến độ"),
        (C.name, 30, "30% · đúng tiến độ"),
    ]
    assert picture == drawn(rows[::-1])
    assert picture.behind is not None
    assert picture.behind.rows[0] == (A.name, "10", "10", "Đạt thấp")
    assert "3/3 đơn vị có số liệu; 2 đúng tiến độ, 1 đạt thấp" in picture.alt


def test_only_an_issued_rule_puts_them_in_order_of_rank() -> None:
    """The best first, those without a share last by name; never of voluntary contributions."""
    rows = [unit(A, 10.0, 0.1), unit(B, 30.0, 0.3), unit(C, None)]
    assert [name for name, _, _ in bars(drawn(rows, ranked=True))] == [B.name, A.name, C.name]
    assert [name for name, _, _ in bars(drawn(rows, ranked=True, voluntary=True))] == [A.name, B.name, C.name]


def test_without_a_plan_in_common_the_amounts_are_drawn() -> None:
    """Two givers make no one scale; neither does a plan of few; voluntary contributions have none."""
    two = [unit(A, 10.0, 0.1), replace(unit(B, 30.0, 0.3), targets=(plan(100.0, 0.3, authority="tinh-giao", words="tỉnh giao"),))]
    assert [text for _, _, text in bars(drawn(two))] == ["10 · đúng tiến độ", "30 · đúng tiến độ"]
    few = [unit(A, 10.0, 0.1), unit(B, 30.0), unit(C, 20.0)]
    assert drawn(few).spec["title"]["subtitle"] == ["quý I/2021, tỷ đồng"]
    assert [column.title for column in drawn(few, voluntary=True).behind.columns] == ["Đơn vị", "Thực hiện", "Đánh giá"]


def test_what_the_pace_asks_is_drawn_where_it_asks_it_of_all() -> None:
    """One dashed line; none where the units are asked for different shares, or for all of the plan."""
    same = [unit(A, 10.0, 0.1, pace=0.4), unit(B, 30.0, 0.3, pace=1.2)]
    assert drawn(same).spec["title"]["subtitle"][0].endswith("; theo tiến độ cần 25%")
    assert [one["mark"]["type"] for one in drawn(same).spec["layer"]] == ["bar", "rule", "text", "text"]
    different = [unit(A, 10.0, 0.1, pace=0.4), unit(B, 30.0, 0.3, pace=0.6)]
    whole = [unit(A, 10.0, 0.1, pace=0.1), unit(B, 30.0, 0.3, pace=0.3)]
    for rows in (different, whole):
        assert "theo tiến độ" not in drawn(rows).spec["title"]["subtitle"][0]


def test_what_is_not_known_has_no_bar_and_says_so() -> None:
    """A dash, not nought; below nought is no bar either. Where nothing is known there is no picture."""
    rows = [unit(A, 10.0, 0.1), unit(B, None, state="not_due"), unit(C, -5.0, -0.05)]
    assert bars(drawn(rows))[1:] == [(B.name, 0, "chưa đến kỳ"), (C.name, 0, "-5% · đúng tiến độ")]
    assert bars(drawn([unit(A, 0.0)])) == [(A.name, 0, "0")]
    assert units_picture([unit(A, None)], period="quý I/2021") is None


def test_many_units_stand_in_two_columns_of_one_scale() -> None:
    """Each bar keeps its own name."""
    wards = [body(f"phuong-{n:02d}", f"Phường Số {n}") for n in range(1, ONE_COLUMN + 4)]
    picture = drawn([unit(ward, 10.0 * n) for n, ward in enumerate(wards, start=1)])
    left, right = picture.spec["hconcat"]
    assert [len(half["data"]["values"]) for half in (left, right)] == [12, 11]
    assert right["data"]["values"][0]["unit"] == "012"
    assert {half["layer"][0]["encoding"]["x"]["scale"]["domain"][1] for half in (left, right)} == {230}
    assert left["layer"][0]["encoding"]["y"]["axis"] == right["layer"][0]["encoding"]["y"]["axis"]
