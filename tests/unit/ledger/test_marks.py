"""Are the columns after the fourth read as sources, day and words, and only those written that must be?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from giaoban.ledger import Cell, Figure, Grade, Stated, Target, Withdrawal, end_of_day, marks
from giaoban.ledger.phrase import Wrong
from giaoban.values import Quality, Span
from tests.unit.ledger.entries import AT, entry

HERE = Span("", "line 1")
CELL = Cell("thu", "giao-ban", "-", "p1", "2026-Q1")
FIGURE = Figure(CELL, "12 tỷ đồng", 12_000_000_000)
ALL = ["@2026-04-03", "ước", "draft", "đính chính", "regime=nghi-dinh-09", "doubt=d", "note=ab", "by=ng-2", "as=van-thu", "via=web"]


def test_a_column_that_is_no_known_word_is_a_source() -> None:
    """In whatever order they stand."""
    sources, found = marks.read(["BC 45!Biểu02.D14", *ALL, "BC 46", "a=b", "=", "Ước"], where=HERE)
    assert sources == ("BC 45!Biểu02.D14", "BC 46", "a=b", "=", "Ước")
    assert found == {
        "day": "2026-04-03", "quality": "ước", "visibility": "draft", "correction": "đính chính", "regime": "nghi-dinh-09", "doubt": "d",
        "note": "ab", "by": "ng-2", "as": "van-thu", "via": "web",
    }  # fmt: skip


@pytest.mark.parametrize("twice", [("ước", "sơ bộ"), ("@2026-04-03", "@4/4/2026"), ("draft", "released"), ("by=a", "by=b")])
def test_what_a_line_says_it_says_once(twice: tuple[str, str]) -> None:
    """An estimate is not final too."""
    with pytest.raises(Wrong, match=f"dòng 1: “{twice[1]}”: nói hai lần trong một dòng"):
        marks.read(list(twice), where=HERE)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("2026-04-03", datetime(2026, 4, 3, 16, 59, 59, 999999, tzinfo=UTC)),
        ("3/4/2026", datetime(2026, 4, 3, 16, 59, 59, 999999, tzinfo=UTC)),
        ("2026-04-03T02:00:00.000000Z", AT),
    ],
)
def test_a_line_was_known_at_the_end_of_its_day_or_at_an_instant(said: str, at: datetime) -> None:
    """By the clock of Vietnam."""
    assert marks.known_at({"day": said}, where=HERE) == at


def test_a_line_need_not_say_when_it_was_known() -> None:
    """Those around it do."""
    assert marks.known_at({}, where=HERE) is None


@pytest.mark.parametrize("said", ["", "31/9/2026", "hôm qua", "2026-04-03T02:00:00Z", "0001-01-01T00:00:00.000000Z"])
def test_a_day_that_does_not_exist_is_said(said: str) -> None:
    """As it was typed."""
    with pytest.raises(Wrong, match=f"“@{said}”: không có ngày này"):
        marks.known_at({"day": said}, where=HERE)


@pytest.mark.parametrize(
    ("item", "found", "marked"),
    [
        (FIGURE, {}, FIGURE),
        (
            FIGURE,
            {"quality": "chính thức", "visibility": "released", "doubt": "d", "note": "ab"},
            replace(FIGURE, quality=Quality.FINAL, visibility="released", doubt="d", note="ab"),
        ),
        (Grade(CELL, "muc", "tot"), {"doubt": "d", "note": "ab"}, Grade(CELL, "muc", "tot", doubt="d", note="ab")),
        (Target(CELL, "tp-giao", 1, "1 đồng", 1), {"visibility": "draft"}, Target(CELL, "tp-giao", 1, "1 đồng", 1, visibility="draft")),
        (Withdrawal("Figure", CELL.key, ""), {"note": "ab"}, Withdrawal("Figure", CELL.key, "ab")),
    ],
)
def test_words_go_to_the_figure_they_stand_beside(item: Any, found: dict[str, str], marked: Any) -> None:
    """A remark on a withdrawal is its reason."""
    assert marks.marked(item, marks=found, where=HERE) == marked


@pytest.mark.parametrize(
    ("item", "name", "said"),
    [
        (Grade(CELL, "muc", "tot"), "quality", "ước"),
        (Stated(CELL, "plan", "unnamed", "5 %", 0), "quality", "ước"),
        (Target(CELL, "tp-giao", 1, "1 đồng", 1), "doubt", "d"),
        (Withdrawal("Figure", CELL.key, ""), "visibility", "draft"),
    ],
)
def test_a_word_that_does_not_go_with_the_kind_is_said(item: Any, name: str, said: str) -> None:
    """A target is no estimate."""
    with pytest.raises(Wrong, match=f"“{said}”: không dùng được cho loại số liệu này"):
        marks.marked(item, marks={name: said}, where=HERE)


def written(item: Any, **fields: Any) -> list[str]:
    """The columns after the sources of an entry that says the item, the line before being of AT."""
    return marks.write(entry(**fields), item=item, cell=item.cell, regime="giao-ban", latest=AT)


def test_only_what_a_reader_would_not_take_for_granted_is_written() -> None:
    """A plain figure of the usual regime, known with the one before, needs nothing."""
    assert written(FIGURE) == []
    odd = replace(FIGURE, cell=replace(CELL, regime="nghi-dinh-09"), quality=Quality.ESTIMATE, visibility="draft", doubt="d", note="ab")
    later = end_of_day(date(2026, 4, 3))
    assert written(odd, recorded_at=later, by="ng-2", as_post="van-thu", via="web") == [one for one in ALL if one != "đính chính"]
    assert written(FIGURE, recorded_at=AT.replace(second=1)) == ["@2026-04-03T02:00:01.000000Z"]


def test_the_reason_of_a_withdrawal_is_written_as_its_note() -> None:
    """It is a digest, too."""
    found = marks.write(entry(), item=Withdrawal("Figure", CELL.key, "ab"), cell=CELL, regime="giao-ban", latest=AT)
    assert found == ["note=ab"]
