"""Is the board as data what its schema says, and nothing made of floats that nobody can read?"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from giaoban.catalogue import Sight
from giaoban.engine import Board, Disagreement, Level, Row, SamePeriod, Series, Status
from giaoban.engine.board import plain
from giaoban.ledger import Book
from tests.unit.boards import board
from tests.unit.catalogues import ledger_of
from tests.unit.engine.makers import STRANGER

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "using" / "board.schema.json").read_text("utf-8"))
EVERY_SIDE = """
    2025-Q1     p1  thu          10 tỷ đồng              @2026-04-05
    2026        p1  thu          KH tinh-giao 100 tỷ đồng
    2026        p1  thu          KH tinh-giao lần 2 80 tỷ đồng
    2026-Q1     p1  thu          KH 15 tỷ đồng
    2026-Q1     p1  thu          20 tỷ đồng              ước
    2026-Q1     p1  thu          24,5 tỷ đồng            BC 45
    2026-Q1     p1  thu          188 % kế hoạch          BC 45
    2026-Q1     p1  thu          145 % cùng kỳ           BC 45
    2026-Q1     p2  thu          không áp dụng
    2026-03     p1  ho-ngheo     3 hộ
    2026-03     p1  ho           90 hộ
    2025-03     p3  ho           90 hộ
    2025-03     p3  ho-ngheo     9 hộ
    2026-03     p3  ty-le        7 %                     doubt=so-nghi-sai
    2026-03     p1  dan-so.nu    300 người
    2026-03     p1  danh-gia     mức cham
    2026-03-20  p3  thu          154,3 tỷ đồng
    2026-Q1     p4  thu          154,3 tỷ đồng
    2026-Q1     p4  thu          145 % cùng kỳ
    2026-01     p1  thu          90 tỷ đồng
    2026-02     p1  thu          90 tỷ đồng
    2026-03     p1  thu          90 tỷ đồng
    2026-03     p3  thu-dia-ban  1 tỷ đồng
    2026-03     p1  kin          3 vụ
    2026-03     p2  kin          3 vụ
    2026-03     p3  kin          3 vụ
    2026-03     p4  kin          3 vụ
"""


def faults(found: Board) -> list[str]:
    """Where the board as data, printed and read again, is not what the schema says."""
    data = json.loads(json.dumps(found.data(), allow_nan=False))
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    return [f"{'/'.join(map(str, one.absolute_path))}: {one.message}" for one in validator.iter_errors(data)]


@pytest.mark.parametrize(
    ("period", "asked"),
    [
        ("2026-Q1", {}),
        ("2025-Q1", {}),
        ("2026-03", {"sight": STRANGER}),
        ("2026-03", {"sight": Sight()}),
        ("2026-03-20", {}),
        ("2026", {"units": False}),
        ("2026-Q1", {"frame": date(2028, 12, 31)}),
        ("2026-Q1", {"frame": date(2028, 12, 31), "body": "p3"}),
        ("2026-Q1", {"as_known": date(2026, 1, 1)}),
    ],
)
def test_every_board_is_what_the_schema_says(period: str, asked: dict[str, Any]) -> None:
    """Of figures, plans, percentages, gaps, restricted rows, other maps and an empty book."""
    assert faults(board(ledger_of(EVERY_SIDE), period, **asked)) == []


def test_the_schema_is_itself_sound_and_refuses_what_a_board_is_not() -> None:
    """A key too many, one too few, a state of another name: else the test above would prove nothing."""
    Draft202012Validator.check_schema(SCHEMA)
    found = board(ledger_of("2026-01  p1  thu  1 tỷ đồng"), "2026-01", indicators=("thu",))
    (row, *_) = found.rows
    assert faults(replace(found, rows=[replace(row, state="lost")])) == ["rows/0/state: 'lost' is not one of " + str(STATES)]
    assert faults(replace(found, hash="zz")) == ["entry/hash: 'zz' does not match '^[0-9a-f]{64}$'"]
    assert not Draft202012Validator(SCHEMA).is_valid({**found.data(), "more": 1})
    assert not Draft202012Validator(SCHEMA).is_valid({name: said for name, said in found.data().items() if name != "notes"})


STATES = ["known", "absent", "not_applicable", "not_due"]


def test_a_board_says_who_asked_what_of_which_book(book: Book) -> None:
    """
    2026-03  p1  thu  12,5 tỷ đồng  @2026-04-03
    """
    found = board(book, "2026-Q1", indicators=("thu",), units=False)
    assert {name: said for name, said in found.data().items() if name != "rows"} == {
        "book": "so-thu", "body": "tp", "body_name": "Thành phố", "period": "2026-Q1", "period_words": "quý I/2026",
        "regime": "giao-ban", "as_known": "", "on": "2026-04-03", "frame": "2026-03-31",
        "entry": {"number": 1, "hash": book.head.hash}, "made": False, "hidden": 0, "notes": [],
    }  # fmt: skip
    assert [row["indicator"] for row in found.data()["rows"]] == ["thu"]


def test_a_row_as_data(book: Book) -> None:
    """
    2025-03  p1  ho-ngheo  4 hộ
    2025-03  p1  ho        100 hộ
    2026-03  p1  ho-ngheo  3 hộ
    2026-03  p1  ho        100 hộ
    2026     p1  ty-le     KH tinh-giao 2 %
    2026-03  p1  ty-le     150 % kế hoạch  BC 45
    2026-03  p1  ty-le     5 %

    Three of a hundred where two were allowed; a source says 5 %, and it was 4 the year before: a point less.
    """
    found = board(book, "2026-03").row("ty-le", body="p1")
    reason = "150,0% kế hoạch năm 2026 (tỉnh giao), quá mức giao (Quy tắc chung; UBND thành phố, Quyết định thử, 1/QĐ-UBND ngày 1/1/2010)"
    data = found.data()
    ratio = next(one for one in data["disagreements"] if one["what"] == "ratio")
    assert (ratio["stated"], ratio["computed"], ratio["entries"]) == (5, 3, [7, 3, 4])
    assert {**data, "disagreements": []} == {
        "indicator": "ty-le", "name": "Tỷ lệ hộ nghèo", "group": "xa-hoi", "body": "p1", "body_name": "Phường Một", "part": None,
        "measure": "%", "value": 3, "to_date": 3, "state": "known", "reason": None, "quality": "actual",
        "targets": [{"authority": "tinh-giao", "plan_period": "2026", "version": 1, "value": 2, "attainment": 1.5}],
        "same_period": {"value": 4, "ratio": None, "mark": "exact", "reason": None, "interval": None},
        "growth": -1, "pace": None, "status": {"word": "Quá mức giao", "reason": reason, "level": "weak"}, "rank": None, "ranking": None,
        "completeness": {"reported": 1, "expected": 1}, "mark": "exact", "interval": None, "partial": None, "revised": None,
        "stated": [{"relation": "plan", "authority": "unnamed", "value": 1.5, "printed": "150 %", "source": "BC 45"}],
        "disagreements": [], "notes": [],
    }  # fmt: skip


def test_parts_and_intervals_stand_in_the_data() -> None:
    """A part by its id, the bounds of an implied level as a pair."""
    text = "2026-Q1  p1  thu  154,3 tỷ đồng\n2026-Q1  p1  thu  145 % cùng kỳ\n2025-03  p1  dan-so.nu  300 người"
    found = board(ledger_of(text), "2025-Q1")
    assert found.row("dan-so", body="p1", part="nu").data()["part"] == "nu"
    assert found.row("thu", body="p1").data()["interval"] == [106.01, 106.82]
    after = board(ledger_of(text), "2026-Q1").row("thu", body="p1").data()
    assert after["same_period"] == {
        "value": 106.4, "ratio": None, "mark": "implied", "reason": "suy ra từ tỷ lệ ghi trong văn bản", "interval": [106.01, 106.82],
    }  # fmt: skip


def test_a_disagreement_as_data() -> None:
    """Both numbers, how far printed digits reach, and the entries."""
    assert Disagreement("parts", 18.0, 17.5, 0.1 + 0.2, (3, 1)).data() == {
        "what": "parts", "stated": 18, "computed": 17.5, "reach": 0.3, "entries": [3, 1],
    }  # fmt: skip


# ---------------------------------------------------------------- finding rows


def test_a_row_is_found_by_indicator_body_and_part(book: Book) -> None:
    """
    2026-01  p1  dan-so     600 người
    2026-01  p1  dan-so.nu  300 người
    2026-01  tp  dan-so     900 người
    """
    found = board(book, "2026-01")
    values = [found.row("dan-so").value, found.row("dan-so", body="p1").value, found.row("dan-so", body="p1", part="nu").value]
    assert values == [900.0, 600.0, 300.0]
    with pytest.raises(KeyError, match="dan-so p2"):
        found.row("dan-so", body="p2", part="nu")


def test_the_bodys_own_rows(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng
    """
    found = board(book, "2026-01", indicators=("thu", "chi"))
    assert [(row.body, row.series.indicator) for row in found.own()] == [("tp", "thu"), ("tp", "chi")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None), (0.1 + 0.2, 0.3), (3.0, 3), (-0.0, 0), (Decimal("1.50"), 1.5), (2 / 3, 0.666666666667),
        (123456789012345.0, 123456789012000), (2.0**60, 1.15292150461e18),
    ],
)  # fmt: skip
def test_a_number_for_reading(value: float | Decimal | None, expected: float | None) -> None:
    """Twelve significant digits; a whole number without a point, as far as whole numbers are exact."""
    assert (plain(value), type(plain(value))) == (expected, type(expected))


def test_a_row_made_by_hand_has_quiet_defaults() -> None:
    """Nothing partial, no interval, no entry, nothing that contradicts itself."""
    nothing = Status(Level.NONE, "Chưa đánh giá", "")
    plain_row = Row(
        Series("thu", "giao-ban"), "Thu", "g", "p1", "Phường Một", "tỷ đồng", None, None, "absent", "", None, (), SamePeriod(), None, None,
        nothing, 0, 1, None, None, (), (),
    )  # fmt: skip
    assert plain_row == replace(plain_row, interval=None, partial=None, entry=0, followed=True, disagreements=())
