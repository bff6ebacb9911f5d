"""Does the fourth column of a typed line say figure, relation, target, grade or withdrawal, and is it written as it is read?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger import Cell, Figure, Grade, Stated, Target, Withdrawal, phrase
from giaoban.ledger.phrase import Phrase, Wrong
from giaoban.values import Span
from tests.unit.catalogues import catalogue_on

INDICATORS = catalogue_on(date(2026, 1, 1)).indicators
CELL = Cell("thu", "giao-ban", "-", "p1", "2026-Q1")
KEY = CELL.key
SAYS = {
    "412,5 tỷ đồng": (Phrase("Figure", "412,5 tỷ đồng"), Figure(CELL, "412,5 tỷ đồng", 412_500_000_000)),
    "không áp dụng": (Phrase("Figure", "không áp dụng"), Figure(CELL, "không áp dụng", None)),
    "145 % cùng kỳ": (Phrase("Stated", "145 %", "same_period", "-"), Stated(CELL, "same_period", "-", "145 %", Decimal("1.45"))),
    "188 % kế hoạch": (Phrase("Stated", "188 %", "plan", "unnamed"), Stated(CELL, "plan", "unnamed", "188 %", Decimal("1.88"))),
    "2,9 lần kế hoạch tinh-giao": (
        Phrase("Stated", "2,9 lần", "plan", "tinh-giao"),
        Stated(CELL, "plan", "tinh-giao", "2,9 lần", Decimal("2.9")),
    ),
    "KH tinh-giao 500 tỷ đồng": (
        Phrase("Target", "500 tỷ đồng", authority="tinh-giao", version=1),
        Target(CELL, "tinh-giao", 1, "500 tỷ đồng", 500_000_000_000),
    ),
    "KH tinh-giao lần 2 450 tỷ đồng": (
        Phrase("Target", "450 tỷ đồng", authority="tinh-giao", version=2),
        Target(CELL, "tinh-giao", 2, "450 tỷ đồng", 450_000_000_000),
    ),
    "KH 5 tỷ 570 triệu đồng": (
        Phrase("Target", "5 tỷ 570 triệu đồng", authority="unnamed", version=1),
        Target(CELL, "unnamed", 1, "5 tỷ 570 triệu đồng", 5_570_000_000),
    ),
    "mức cham": (Phrase("Grade", word="cham"), Grade(CELL, "", "cham")),
    "mức muc.cham": (Phrase("Grade", scale="muc", word="cham"), Grade(CELL, "muc", "cham")),
    "rút": (Phrase("Figure", back=True), Withdrawal("Figure", KEY, "")),
    "rút mức": (Phrase("Grade", back=True), Withdrawal("Grade", KEY, "")),
    "rút cùng kỳ": (Phrase("Stated", "", "same_period", "-", back=True), Withdrawal("Stated", f"{KEY}/same_period/-", "")),
    "rút kế hoạch": (Phrase("Stated", "", "plan", "unnamed", back=True), Withdrawal("Stated", f"{KEY}/plan/unnamed", "")),
    "rút kế hoạch tp-giao": (Phrase("Stated", "", "plan", "tp-giao", back=True), Withdrawal("Stated", f"{KEY}/plan/tp-giao", "")),
    "rút KH": (Phrase("Target", authority="unnamed", version=1, back=True), Withdrawal("Target", f"{KEY}/unnamed/1", "")),
    "rút KH tinh-giao lần 2": (
        Phrase("Target", authority="tinh-giao", version=2, back=True),
        Withdrawal("Target", f"{KEY}/tinh-giao/2", ""),
    ),
}


def item(said: str) -> Any:
    """What the column says of the cell."""
    return phrase.item_of(phrase.read(said), cell=CELL, indicator=INDICATORS["thu"], where=Span("", "line 1"))


@pytest.mark.parametrize("said", SAYS)
def test_a_phrase_has_its_pieces_and_is_written_from_them_again(said: str) -> None:
    """And says the item that says it."""
    pieces, what = SAYS[said]
    assert (phrase.read(said), phrase.write(pieces), item(said), phrase.of(what)) == (pieces, said, what, pieces)


def test_a_grade_without_a_scale_is_one_of_the_indicators_own() -> None:
    """A person types the word only."""
    found = phrase.item_of(Phrase("Grade", word="tot"), cell=CELL, indicator=INDICATORS["danh-gia"], where=Span(""))
    assert found == Grade(CELL, "muc", "tot")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("12", "not-an-amount"),
        ("12 cây", "other-measure"),
        ("0,5 đồng", "finer-than-step"),
        ("KH tinh-giao", "not-an-amount"),
        ("KH không áp dụng", "not-an-amount"),
        ("KH Tỉnh 5 tỷ đồng", "not-an-amount"),
        ("nhiều kế hoạch", "not-an-amount"),
        ("5 cây cùng kỳ", "other-measure"),
        ("mức Chậm", "not-an-amount"),
        ("rút lui", "not-an-amount"),
    ],
)
def test_an_amount_that_cannot_be_read_is_said(said: str, code: str) -> None:
    """With the problem that admission would find, at the line."""
    with pytest.raises(Wrong) as fault:
        item(said)
    assert (fault.value.problem.code, fault.value.problem.where) == (code, Span("", "line 1"))
    assert str(fault.value).startswith("dòng 1: ")


@given(st.text())
def test_any_text_is_a_phrase(said: str) -> None:
    """Whatever has no other form is a figure as printed; what is written from the pieces reads back to them."""
    pieces = phrase.read(said)
    assert phrase.read(phrase.write(pieces)) == pieces


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("2026  p1  thu  12 tỷ đồng", ["2026", "p1", "thu", "12 tỷ đồng"]),
        ("   2026 \t p1\tthu     12 tỷ đồng  \r", ["2026", "p1", "thu", "12 tỷ đồng"]),
        ("2026  154,3\u00a0tỷ", ["2026", "154,3\u00a0tỷ"]),
        ("", []),
        (" \t ", []),
    ],
)
def test_columns_are_parted_by_two_spaces_or_a_tab(line: str, columns: list[str]) -> None:
    """One space belongs to the column, and so does a no-break space."""
    assert phrase.columns(line) == columns


def test_a_withdrawal_of_a_key_without_its_further_parts_still_says_its_kind() -> None:
    """What it cannot say is found when it is read back."""
    assert phrase.of(Withdrawal("Target", KEY, "")) == Phrase("Target", back=True)
    assert phrase.write(replace(Phrase("Stated", back=True), relation="plan")) == "rút kế hoạch"
