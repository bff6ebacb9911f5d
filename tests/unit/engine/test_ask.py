"""Does a question get the rows that were asked for, in their order, on the map that was asked for?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from giaoban import engine
from giaoban.catalogue import EVERYTHING, Edge, Event, Extent, NoSuchPeriod, Sight, Window
from giaoban.ledger import Book, Fact, Figure
from tests.unit.boards import SILENT, board, cube
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.makers import STRANGER, other_world

LATER = date(2028, 12, 31)


def no_draft(item: Fact) -> bool:
    return not (isinstance(item, Figure) and item.visibility == "draft")


def shown(found: engine.Board) -> list[str]:
    """The bodies of the rows, each once, in their order."""
    return list(dict.fromkeys(row.body for row in found.rows))


# ---------------------------------------------------------------- rows and their order


def test_the_body_first_then_its_parts_by_code_each_with_every_indicator() -> None:
    """By order of the group, then of the indicator; known or not."""
    found = board(ledger_of(""), "2026-01")
    order = [
        "thu", "thu-dat", "thu-dia-ban", "chi", "phat-sinh", "dan-so", "ho", "ho-ngheo", "ty-le", "thu-nhap", "diem", "thap-nhat",
        "cao-nhat", "chi-so", "tieu-chi", "danh-gia", "van-dong", "kin",
    ]  # fmt: skip
    wards = ["p1", "p2", "p3", "p4"]
    assert [(row.body, row.series.indicator) for row in found.rows] == [(body, id) for body in ("tp", *wards) for id in order]
    assert (found.number, found.hash, found.hidden, list(found.notes)) == (0, "0" * 64, 0, [])


def test_without_its_parts_only_the_body_is_shown() -> None:
    """One question, one body."""
    assert shown(board(ledger_of(""), "2026-01", units=False)) == ["tp"]


def test_only_the_indicators_that_were_asked_for(book: Book) -> None:
    """
    2026-01  p1  dan-so.nu  300 người

    In the board's order, not in that of the question; with their parts.
    """
    found = board(book, "2026-01", body="p1", indicators=("ho", "dan-so", "khong-co"))
    assert [(row.series.indicator, row.series.part) for row in found.rows] == [("dan-so", "-"), ("dan-so", "nu"), ("ho", "-")]


def test_a_part_of_an_indicator_is_shown_where_something_is_known_of_it(book: Book) -> None:
    """
    2026-01  p1  dan-so.nam  300 người
    2026-01  p2  dan-so.nam  145 % cùng kỳ
    2026     p3  dan-so.nam  KH tinh-giao 400 người
    2025-01  p4  dan-so.nam  300 người
    """
    found = board(book, "2026-01", indicators=("dan-so",))
    assert [row.body for row in found.rows if row.series.part == "nam"] == ["p1", "p2", "p3"]
    assert [row.body for row in found.rows if row.series.part == "-"] == ["tp", "p1", "p2", "p3", "p4"]


def test_what_the_catalogue_of_the_day_does_not_define_is_not_shown() -> None:
    """A figure of an indicator that is no more stays in the book."""
    book, last_day = ledger_of("2026-01  p1  thu  1 tỷ đồng"), date(2026, 1, 31)
    fewer = replace(catalogue_on(last_day), indicators={id: one for id, one in catalogue_on(last_day).indicators.items() if id == "chi"})
    found = _ask(book, catalogue=fewer)
    assert {row.series.indicator for row in found.rows} == {"chi"}


def test_an_indicator_of_no_group_comes_last() -> None:
    """As does one that the catalogue does not know at all."""
    loose = replace(other_world(thu={"group": "khac"}), groups=catalogue_on(date(2026, 1, 1)).groups)
    found = _ask(ledger_of(""), catalogue=loose)
    assert [row.series.indicator for row in found.rows][-2:] == ["kin", "thu"]


def test_a_regime_has_its_own_rows(book: Book) -> None:
    """
    2026-Q1  p1  thu  1 tỷ đồng
    2026-Q1  p1  thu  2 tỷ đồng  regime=nghi-dinh-09

    One figure in each calendar, and neither stands for the other.
    """
    values = {regime: board(book, "2026-Q1", regime=regime, body="p1").row("thu").value for regime in ("giao-ban", "nghi-dinh-09")}
    assert values == {"giao-ban": 1.0, "nghi-dinh-09": 2.0}


def _ask(book: Book, **other: Any) -> engine.Board:
    catalogue = other.pop("catalogue", None) or catalogue_on(date(2026, 1, 31))
    days = {"frame": date(2026, 1, 31), "on": date(2026, 2, 1)}
    given: dict[str, Any] = {"body": "p1", "window": Window.of("2026-01"), "regime": REGIME, **days}
    asked = other.pop("asked", engine.Asked(book.id, book.head))
    known = other.pop("cube", None) or cube(book, on=date(2026, 1, 31))
    question = engine.Question(**{**given, **other})
    return engine.ask(question, cube=known, catalogue=catalogue, sight=EVERYTHING, asked=asked, archive=SILENT)


# ---------------------------------------------------------------- where and when


def test_a_board_says_as_known_when_in_vietnams_time(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng  @2026-02-03
    """
    at = datetime(2026, 2, 3, 16, 59, 59, tzinfo=UTC)
    found = _ask(book, asked=engine.Asked("so-khac", book.head, made=True, as_known=at))
    assert (found.book, found.made, found.as_known) == ("so-khac", True, "2026-02-03T23:59:59+07:00")
    assert (found.number, found.hash, found.on, found.frame) == (1, book.head.hash, date(2026, 2, 1), date(2026, 1, 31))


def test_a_history_that_was_loaded_later_is_told(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng
    """
    reloaded = replace(cube(book), reloaded=True)
    assert list(_ask(book, cube=reloaded).notes) == ["nạp lại lịch sử"]
    assert list(_ask(book).notes) == []


def test_as_known_at_a_day_is_what_was_recorded_by_then(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng  @2026-02-03
    2026-01  p1  thu  2 tỷ đồng  @2026-02-04  đính chính
    """
    days = (date(2026, 2, 2), date(2026, 2, 3), date(2026, 2, 4))
    assert [board(book, "2026-01", body="p1", as_known=day).row("thu").value for day in days] == [None, 1.0, 2.0]


# ---------------------------------------------------------------- what may be seen


def test_hidden_rows_and_entries_are_counted_and_not_shown(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng  draft
    2026-01  p2  thu  1 tỷ đồng

    The draft of ward 1; of the restricted indicator nothing is known, so there is nothing to hide.
    """
    found = board(book, "2026-01", sight=STRANGER, sees=no_draft)
    assert (found.hidden, found.row("thu", body="p1").value, found.row("thu", body="p2").value) == (1, None, 1.0)
    assert "kin" not in {row.series.indicator for row in found.rows}
    everything = board(book, "2026-01")
    assert (everything.hidden, everything.row("thu", body="p1").value) == (0, 1.0)


def test_of_a_restricted_indicator_only_a_total_of_three_is_shown(book: Book) -> None:
    """
    2026-01  p1  kin  1 vụ
    2026-01  p2  kin  2 vụ
    2026-01  p3  kin  3 vụ
    2026-01  p4  kin  không áp dụng
    2026-02  p1  kin  1 vụ
    2026-02  p2  kin  2 vụ
    2026-02  p3  kin  không áp dụng
    2026-02  p4  kin  không áp dụng
    """
    found = {period: board(book, period, sight=STRANGER, indicators=("kin",)) for period in ("2026-01", "2026-02")}
    assert {period: ([(row.body, row.value) for row in one.rows], one.hidden) for period, one in found.items()} == {
        "2026-01": ([("tp", 6.0)], 4), "2026-02": ([], 5),
    }  # fmt: skip


def test_a_reader_of_released_figures_sees_what_is_public(book: Book) -> None:
    """
    2026-01  p1  dan-so  10 người
    2026-01  p1  kin     1 vụ

    And how much is known beside it: two rows are hidden, the others hold nothing.
    """
    found = board(book, "2026-01", body="p1", sight=Sight())
    assert ([row.series.indicator for row in found.rows], found.hidden) == (["thu"], 2)


# ---------------------------------------------------------------- what cannot be asked


@pytest.mark.parametrize(
    ("body", "frame"),
    [("khong-co", date(2026, 1, 31)), ("p5", date(2026, 1, 31)), ("p1", date(2009, 12, 31)), ("p5", date(2009, 12, 31))],
)
def test_a_body_that_stood_neither_then_nor_at_the_end(body: str, frame: date) -> None:
    """Ward 5 began in 2027, and before 2010 there was no ward 1 whose successors could be shown."""
    with pytest.raises(engine.NoSuchBody, match=body):
        _ask(ledger_of(""), body=body, frame=frame)


@pytest.mark.parametrize(("regime", "period"), [("khong-co", "2026-01"), ("nghi-dinh-09", "2026-9M"), ("nghi-dinh-09", "2026-03-20")])
def test_a_period_that_the_regime_does_not_have(regime: str, period: str) -> None:
    """Decree 09 knows no nine months, and nobody knows the other."""
    with pytest.raises(NoSuchPeriod):
        _ask(ledger_of(""), regime=regime, window=Window.of(period))


# ---------------------------------------------------------------- bodies that are no more


def test_a_body_that_is_gone_is_shown_through_its_successors_with_what_came_from_outside(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng
    2026-01  p2  thu  2 tỷ đồng

    Ward 1 went into ward 5, with all of ward 2: of the two together there is a figure, of ward 1 alone no row.
    """
    found = board(book, "2026-01", body="p1", frame=date(2027, 1, 1), indicators=("thu",))
    assert [(row.body, row.value) for row in found.rows] == [("p5", 3.0)]
    assert (found.body, found.body_name, found.members) == ("p1", "Phường Một", {"p5": "Phường Hai"})
    assert list(found.notes) == [
        "Phường Một không còn trên bản đồ ngày 1/1/2027: xem theo các đơn vị kế thừa, không có dòng tổng.",
        "Phường Năm: có phần từ ngoài (Phường Hai).",
    ]
    assert found.own() == []


def test_a_body_that_was_split_is_shown_through_its_parts(book: Book) -> None:
    """
    2026-01  p4  dan-so  101 người

    Six tenths and four tenths, whole people; all of it was its own ground.
    """
    found = board(book, "2026-01", body="p4", frame=LATER, indicators=("dan-so",))
    assert [(row.body, row.value, row.mark) for row in found.rows] == [("p8", 61.0, "apportioned"), ("p9", 40.0, "apportioned")]
    assert (found.members, len(found.notes)) == ({"p8": "", "p9": ""}, 1)


def test_the_day_before_it_ends_a_body_is_itself(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng
    """
    found = board(book, "2026-01", body="p1", frame=date(2026, 12, 31), indicators=("thu",))
    assert ([(row.body, row.value) for row in found.rows], found.members, list(found.notes)) == ([("p1", 1.0)], {"p1": ""}, [])


def test_the_city_is_shown_with_the_wards_of_the_map(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng
    2026-01  p2  thu  2 tỷ đồng
    2026-01  p3  thu  3 tỷ đồng
    2026-01  p4  thu  4 tỷ đồng
    """
    found = board(book, "2026-01", frame=date(2027, 1, 1), indicators=("thu",))
    assert [(row.body, row.value) for row in found.rows] == [("tp", 10.0), ("p3", 3.0), ("p4", 4.0), ("p5", 3.0)]
    assert found.members == {"tp": "", "p3": "", "p4": "", "p5": ""}


def test_what_came_from_outside_is_followed_through_several_changes() -> None:
    """Wards 1 and 2 made ward 5; on 1/7/2027 it takes ward 3 in as well, and on 1/1/2028 it becomes ward 6."""
    plain = catalogue_on(date(2026, 1, 31))
    source, five = plain.events[0].source, plain.bodies["p5"][0]
    on, after = date(2027, 7, 1), date(2028, 1, 1)
    events = (
        plain.events[0],
        Event("nhap-ba", "", on, (Edge("p3", "p5", Extent.FULL, {}),), source),
        Event("doi-ten", "", after, (Edge("p5", "p6", Extent.FULL, {}),), source),
    )
    bodies = {**plain.bodies, "p5": (replace(five, until=after),), "p6": (replace(five, id="p6", name="Phường Sáu", since=after),)}
    found = _ask(ledger_of(""), catalogue=replace(plain, events=events, bodies=bodies), frame=LATER, indicators=("thu",))
    assert found.members == {"p6": "Phường Ba, Phường Hai"}
    assert shown(found) == ["p6"]


def test_a_whole_that_is_gone_is_shown_through_the_successors_of_its_parts() -> None:
    """A district of wards 1 and 3 that is abolished with the merger: ward 1's ground is in ward 5, ward 3 is as it was."""
    plain = catalogue_on(date(2026, 1, 31))
    district = replace(plain.bodies["tp"][0], id="q", name="Quận", parent="tp", until=date(2027, 1, 1))
    bodies = {**plain.bodies, "q": (district,)}
    for id in ("p1", "p3"):
        (ward,) = bodies[id]
        cut = replace(ward, parent="q", until=date(2027, 1, 1))
        bodies[id] = (cut, replace(ward, since=date(2027, 1, 1))) if id == "p3" else (cut,)
    found = _ask(ledger_of(""), catalogue=replace(plain, bodies=bodies), body="q", frame=date(2027, 1, 1), indicators=("thu",))
    assert found.members == {"p3": "", "p5": "Phường Hai"}
