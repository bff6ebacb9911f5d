"""Which acts stand in a book, with their words and sources, and do they name things that exist?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from giaoban.delivery import KINDS, Aim, Bottleneck, DirectiveDraft, FocusTask, check, read_act, standing, touched
from giaoban.delivery.act import BLANKED
from giaoban.ledger import Book, Entry
from giaoban.values import Span
from tests.unit.briefing.boards import catalogue

AT = datetime(2021, 4, 20, 10, tzinfo=UTC)
CEMENT = Bottleneck("xi-mang", "ha-tinh", "2021-Q1", "Thiếu xi măng", asks=("cấp đủ",))
ROADS = FocusTask("duong", "ha-tinh", "2021-Q2", "Làm tiếp 7 tuyến đường", indicator="khoi-luong-ctmt")
RUBBISH = DirectiveDraft("don-rac", "ha-tinh", "2021-Q2", "Dọn rác")
EIGHTY = Aim("khoi-luong-15-8", "ha-tinh", "khoi-luong-ctmt", "80%", Decimal("0.8"), date(2021, 8, 15))


def book_of(*entries: tuple[str, str, Mapping[str, str]]) -> Book:
    """Return a book of entries of (kind, key, content)."""
    sources = ("ab" * 32 + "!đoạn 5",)
    made = [
        Entry("ha-tinh", number, AT, "ai-do", "", "load", kind, key, content, sources, None, "0" * 64)
        for number, (kind, key, content) in enumerate(entries, start=1)
    ]
    return Book("ha-tinh", made, ["0" * 64] * len(made))


def test_each_kind_is_read_by_its_own_reader() -> None:
    """Every kind of the tuple, and no other."""
    acts = {act.KIND: act for act in (CEMENT, EIGHTY, ROADS, RUBBISH)}
    assert tuple(acts) == KINDS
    for kind, act in acts.items():
        assert read_act(kind, key=act.key, content=act.content(), where=Span("")) == (act, ())
    with pytest.raises(ValueError, match="Conclusion"):
        read_act("Conclusion", key="conclusion/1", content={}, where=Span(""))


def test_acts_stand_in_the_order_they_were_recorded_with_their_entry_and_source() -> None:
    """A later entry of the same key takes the earlier one's place."""
    found = standing(
        book_of(
            ("Aim", EIGHTY.key, EIGHTY.content()),
            ("Bottleneck", CEMENT.key, {**CEMENT.content(), "title": "Xi măng chậm"}),
            ("Bottleneck", CEMENT.key, CEMENT.content()),
        ),
        cite=lambda place: f"Báo Hà Tĩnh, {place.partition('!')[2]}",
    )
    assert [(act.KIND, act.entry, act.source) for act in found] == [
        ("Aim", 1, "Báo Hà Tĩnh, đoạn 5"),
        ("Bottleneck", 3, "Báo Hà Tĩnh, đoạn 5"),
    ]


def test_what_was_withdrawn_stands_no_more() -> None:
    withdrawal = ("Withdrawal", f"Bottleneck:{CEMENT.key}", {"reason": "ab" * 32})
    assert standing(book_of(("Bottleneck", CEMENT.key, CEMENT.content()), withdrawal)) == ()


def test_free_text_lies_outside_the_chain_and_may_be_blanked() -> None:
    """The chain holds digests; what is blanked says so and leaves the act standing."""
    content = {**CEMENT.content(), "title": "digest-1", "asks": "digest-2"}
    (found,) = standing(book_of(("Bottleneck", CEMENT.key, content)), told={"digest-1": "", "digest-2": "cấp đủ\ncấp sớm"}.__getitem__)
    assert isinstance(found, Bottleneck)
    assert (found.title, found.asks) == (BLANKED, ("cấp đủ", "cấp sớm"))


def test_an_entry_that_cannot_be_read_is_a_fault_and_not_left_out() -> None:
    with pytest.raises(ValueError, match=r"ha-tinh, mục 1: khó khăn, vướng mắc x thiếu trường"):
        standing(book_of(("Bottleneck", "bottleneck/x", {"body": "ha-tinh", "period": "2021-Q1"})))


def test_an_act_names_bodies_and_indicators_that_exist() -> None:
    """Whatever the catalogue does not know would stand as a bare id on paper."""
    known = Bottleneck("x", "ha-tinh", "2021-Q1", "x", raised_for="dang-uy-phuong-1", affects=("khoi-luong-ctmt",))
    lost = Bottleneck("x", "ha-noi", "2021-Q1", "x", raised_for="ai-do", affects=("khong-co",))
    assert check(known, catalogue=catalogue(), where=Span("")) == ()
    assert check(EIGHTY, catalogue=catalogue(), where=Span("")) == check(ROADS, catalogue=catalogue(), where=Span("")) == ()
    assert (touched(known), touched(ROADS), touched(FocusTask("x", "ha-tinh", "2021-Q2", "x"))) == (("khoi-luong-ctmt",),) * 2 + ((),)
    assert [problem.sentence() for problem in check(lost, catalogue=catalogue(), where=Span(""))] == [
        "không có đơn vị “ha-noi” trong danh mục ngày 31/3/2021.",
        "không có đơn vị “ai-do” trong danh mục ngày 31/3/2021.",
        "không có chỉ tiêu “khong-co” trong danh mục ngày 31/3/2021.",
    ]
