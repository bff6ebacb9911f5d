"""Do computed indicators stand on the board like others: at every level, over time, across maps, with plan and reason?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from giaoban.catalogue import Catalogue, Direction, Frequency, OverBodies, OverTime, Reach, Window
from giaoban.catalogue.formula.parse import parse
from giaoban.engine import Row, Series, TooLarge
from giaoban.engine.computed import Computing
from giaoban.ledger import Book, shorthand
from giaoban.values import Measure, Step
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.makers import STRANGER, maker, row, spot


def computed(catalogue: Catalogue | None = None, /, **formulas: tuple[str, str]) -> Catalogue:
    """The small world with computed indicators, each a formula and a measure."""
    plain = catalogue or catalogue_on(date(2026, 12, 31))
    model = plain.indicators["thu"]
    made = {}
    for name, (text, measure) in formulas.items():
        said = Measure.named(measure)
        fields: dict[str, Any] = {"over_bodies": OverBodies.FORMULA, "over_time": OverTime.LAST, "formula": parse(text)}
        made[name] = replace(model, id=name, name=f"Chỉ tiêu {name}", measure=said, step=Step(Decimal("0.01"), said), **fields)
    return replace(plain, indicators=plain.indicators | made)


def asked(book: Book, text: str, measure: str, period: str, *, body: str = "tp", **other: Any) -> Row:
    return row(maker(book, period, catalogue=computed(tinh=(text, measure)), body=body, **other), "tinh", body=body)


def test_it_is_worked_out_at_every_level_on_what_was_added_up(book: Book) -> None:
    """60 tỷ over 600 people: 100 triệu a head; the wards have 150 and 50, whose mean is something else.

    2026-01  p1  thu     10 tỷ đồng
    2026-02  p1  thu     20 tỷ đồng
    2026-03  p1  thu     15 tỷ đồng
    2026-Q1  p2  thu     15 tỷ đồng
    2026-03  p1  dan-so  300 người
    2026-03  p2  dan-so  300 người
    2026-Q1  p3  thu     không áp dụng
    2026-Q1  p4  thu     không áp dụng
    2026-03  p3  dan-so  không áp dụng
    2026-03  p4  dan-so  không áp dụng
    """
    found = {body: asked(book, "{thu} / {dan-so} * 1.000", "triệu đồng/người", "2026-Q1", body=body).value for body in ("tp", "p1", "p2")}
    assert found == {"tp": 100, "p1": 150, "p2": 50}
    assert asked(book, "{thu} / {dan-so}", "triệu đồng/người", "2026-Q1", body="p3").state == "not_applicable"


def test_sums_of_money_are_exact(book: Book) -> None:
    """In đồng, however large; tỷ and triệu are one thing; past 2^53 đồng nothing is said.

    2026-01  p1  thu  9.007.199,254740990 tỷ đồng
    2026-01  p1  chi  0,000001 triệu đồng
    """
    catalogue = computed(tinh=("{thu} + {chi}", "tỷ đồng"), hai=("{thu} + {chi} * 2", "tỷ đồng"))
    dong = {id: replace(catalogue.indicators[id], step=Step(Decimal(1), Measure.named("đồng"))) for id in ("tinh", "hai")}
    made = maker(
        book, "2026-01", catalogue=replace(catalogue, indicators=catalogue.indicators | {"tinh": dong["tinh"], "hai": dong["tinh"]})
    )
    cell = spot(made, "tinh", body="p1")
    assert made.answer(cell).value == made.measured.value.value[cell.at] == 2**53 - 1
    with pytest.raises(TooLarge, match="2\\^53"):
        maker(book, "2026-01", catalogue=replace(catalogue, indicators=catalogue.indicators | dong))


def test_what_is_missing_is_named(book: Book) -> None:
    """Each term with its window, where it is another; a divisor of nothing; a window that has none before it.

    2026-01  p1  thu     10 tỷ đồng
    2026-01  p1  ho      0 hộ
    """
    late = {"on": date(2026, 12, 1), "body": "p1"}
    found = asked(book, "{thu} / {dan-so} + {thu}.ky_truoc / {dan-so}", "tỷ đồng/người", "2026-01", **late)
    assert (found.state, found.reason) == ("absent", "chưa tính được, thiếu: Dân số, Thu ngân sách (tháng 12/2025)")
    assert asked(book, "{thu} / {ho}", "tỷ đồng/hộ", "2026-01", **late).reason == "mẫu số bằng 0: {ho}"
    before = asked(book, "{thu}.ky_truoc", "tỷ đồng", "2026-9M", **late)
    assert before.reason == "kỳ này không có kỳ trước hoặc số thứ tự trong năm"


def test_last_year_is_worked_out_on_this_map(book: Book) -> None:
    """p1 and p2 became p5: 30 of 300 then, 40 of 200 now.

    2026-03  p1  ho-ngheo  10 hộ
    2026-03  p2  ho-ngheo  20 hộ
    2026-03  p1  ho        100 hộ
    2026-03  p2  ho        200 hộ
    2027-03  p5  ho-ngheo  40 hộ
    2027-03  p5  ho        200 hộ
    """
    found = asked(book, "{ho-ngheo} / {ho} * 100", "%", "2027-03", body="p5")
    assert (found.value, found.same_period.value, found.growth, found.same_period.mark) == (20, 10, 10, "exact")
    change = asked(book, "({ho-ngheo} / {ho} - {ho-ngheo}.nam_truoc / {ho}.nam_truoc) * 100", "điểm %", "2027-03", body="p5")
    assert change.value == pytest.approx(10)


def test_what_cannot_be_carried_is_not_comparable(book: Book) -> None:
    """p3 was parted nobody knows how: last year of p6 cannot be said.

    2026-07  p3  thu  10 tỷ đồng
    2027-07  p6  thu  10 tỷ đồng
    """
    found = asked(book, "{thu} - {thu}.nam_truoc", "tỷ đồng", "2027-07", body="p6")
    assert (found.value, found.mark, found.reason) == (None, "not_comparable", "địa giới đã thay đổi, chưa có tỷ lệ phân bổ để tính lại")


def own(catalogue: Catalogue, text: str) -> Book:
    """The book that the text says of a world with computed indicators."""
    return shorthand.read(text, indicators=catalogue.indicators, regime=REGIME, book="so-thu")


def test_a_figure_of_its_own_stands_only_where_nothing_comes_of_the_formula() -> None:
    """p1 says 7 and 5 are computed; of p2 only what it says is known."""
    catalogue = computed(tinh=("{thu} * 1", "tỷ đồng"))
    text = "2026-01  p1  thu  5 tỷ đồng\n2026-01  p1  tinh  7 tỷ đồng\n2026-01  p2  tinh  9 tỷ đồng"
    made = maker(own(catalogue, text), "2026-01", catalogue=catalogue)
    rows = [row(made, "tinh", body=body) for body in ("p1", "p2")]
    behind = [[use.entry for use in made.answer(spot(made, "tinh", body=one.body)).because] for one in rows]
    assert ([one.value for one in rows], behind) == ([5, 9], [[1], [3]])


def test_plans_pace_and_verdict() -> None:
    """A sum of flows grows through the year: half the plan by June is on pace, and a third of it weak."""
    catalogue = computed(tinh=("{thu} + {chi}", "tỷ đồng"))
    text = "2026-H1  p1  thu  40 tỷ đồng\n2026-H1  p1  chi  10.000 triệu đồng\n2026  p1  tinh  KH tinh-giao {} tỷ đồng"
    verdicts = []
    for plan in ("100", "150"):
        found = row(maker(own(catalogue, text.format(plan)), "2026-H1", catalogue=catalogue), "tinh", body="p1")
        verdicts.append((found.value, found.status.level.value, found.pace))
    assert verdicts == [(50, "on_pace", 1.0), (50, "weak", pytest.approx(2 / 3))]


def test_formulas_of_formulas_and_of_ratios(book: Book) -> None:
    """In whatever order they are defined.

    2026-01  p1  ho-ngheo  3 hộ
    2026-01  p1  ho        100 hộ
    """
    catalogue = computed(a=("{b} * 2", "%"), b=("{ty-le} + {c}", "%"), c=("{ho-ngheo} / {ho} * 100", "%"))
    made = maker(book, "2026-01", catalogue=catalogue)
    assert {id: row(made, id, body="p1").value for id in "abc"} == {"a": 12, "b": 6, "c": 3}


def test_what_is_made_of_itself_comes_to_nothing(book: Book) -> None:
    """No catalogue that was checked has it; neither the board nor the tracer goes round for ever.

    2026-01  p1  thu  3 tỷ đồng
    """
    catalogue = computed(a=("{b} + {thu}", "tỷ đồng"), b=("{a}.ky_truoc + {a}", "tỷ đồng"))
    made = maker(book, "2026-01", catalogue=catalogue)
    assert [row(made, id, body="p1").value for id in "ab"] == [None, None]


def test_an_indicator_that_is_gone_leaves_nothing(book: Book) -> None:
    """The catalogue of another day may lack it.

    2026-01  p1  thu  3 tỷ đồng
    """
    for text in ("{thu} + {la-lung}", "{thu} * ty_le_bao_cao({la-lung})", "{thu} + {tieu-chi}"):
        assert asked(book, text, "tỷ đồng", "2026-01", body="p1").value is None


def test_what_may_not_be_seen_may_not_be_computed_from() -> None:
    """A restricted part restricts the whole, through any number of steps."""
    catalogue = computed(a=("{kin} * 2", "vụ"), b=("{a} + {phat-sinh}", "vụ"), c=("{phat-sinh} * 2", "vụ"))
    text = "\n".join(f"2026-01  p{n}  {id}  5 vụ" for n in (1, 2, 3, 4) for id in ("kin", "phat-sinh"))
    made = maker(ledger_of(text), "2026-01", catalogue=catalogue, sight=STRANGER)
    found = {id: made.row(Series(id, REGIME), body="tp") for id in "abc"}
    assert [id for id in "abc" if found[id] is not None] == ["c"]
    assert catalogue.indicators["a"].reach is Reach.PUBLIC


def test_it_is_due_when_its_own_frequency_says_so(book: Book) -> None:
    """Of a yearly one nothing is due in May.

    2026-05  p1  phat-sinh  1 vụ
    """
    plain = computed(tinh=("{thu} + {thu}", "tỷ đồng"))
    yearly = replace(plain.indicators["tinh"], frequency=Frequency.YEAR, direction=Direction.NONE)
    made = maker(book, "2026-05", catalogue=replace(plain, indicators=plain.indicators | {"tinh": yearly}))
    assert row(made, "tinh", body="p1").reason == "chưa đến kỳ: chỉ tiêu báo cáo theo năm"


def test_without_formulas_nothing_is_copied(book: Book) -> None:
    """
    2026-01  p1  thu  3 tỷ đồng
    """
    made = maker(book, "2026-01")
    measured = made.measured
    computing = Computing(
        made.cube, measured.rules, made.regime, Window.of("2026-01"), measured.frame, measured.value, lambda window: computing
    )
    assert computing.filled() is measured.value
