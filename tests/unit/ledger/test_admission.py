"""Is all that may not enter the ledger refused, at once, each with its place, its sentence and its way out?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.catalogue import NoSuchPeriod, build
from giaoban.ledger import Cell, Figure, Grade, Stated, Target, Withdrawal, admit
from giaoban.ledger.admission import Admitted, Candidate, catalogue_of, read_amount, read_ratio
from giaoban.values import Quality, Span, vietnamese
from tests.unit.catalogues import catalogue_on, definitions, sentences, understood

INDICATORS = catalogue_on(date(2026, 1, 1)).indicators
CELL = Cell("thu", "giao-ban", "-", "p1", "2026-Q1")
FIGURE = Figure(CELL, "12 tỷ đồng", 12_000_000_000)


def given_as(*items: Any) -> list[Candidate]:
    """Each on a line of its own."""
    return [Candidate(item, Span.line("", number=number)) for number, item in enumerate(items, 1)]


def judged(*items: Any, history: bool = False) -> Admitted:
    return admit(given_as(*items), catalogue_on=catalogue_on, history=history)


def cell(**fields: str) -> Figure:
    """A sound figure of another cell."""
    return replace(FIGURE, cell=replace(CELL, **fields))


def said(*items: Any) -> list[str]:
    """Sentence and way out of everything that is wrong."""
    return [f"{problem.sentence()} {problem.way_out()}" for problem in judged(*items).problems]


# ---------------------------------------------------------------- what may enter


@pytest.mark.parametrize(
    "item",
    [
        FIGURE,
        Figure(CELL, "12.000 triệu đồng", 12_000_000_000, Quality.ESTIMATE, "draft"),
        Figure(replace(CELL, indicator="dan-so", part="nu", period="2026-04-20"), "5.300 người", 5300),
        Figure(replace(CELL, indicator="thu-nhap"), "không áp dụng", None),
        Figure(replace(CELL, regime="nghi-dinh-09", period="2027-01"), "0 đồng", 0),  # its days are those of December, too
        Figure(replace(CELL, body="tai-chinh"), "-1,5 tỷ đồng", -1_500_000_000),
        Stated(CELL, "same_period", "-", "145 %", Decimal("1.45")),
        Stated(CELL, "plan", "tinh-giao", "2,9 lần", Decimal("2.9")),
        Stated(CELL, "plan", "unnamed", "1.566 %", Decimal("15.66")),
        Grade(replace(CELL, indicator="danh-gia"), "muc", "cham"),
        Target(replace(CELL, period="2026"), "tp-giao", 1, "500 tỷ đồng", 500_000_000_000),
        Target(CELL, "unnamed", 2, "0,5 tỷ đồng", 500_000_000),
        Withdrawal("Figure", CELL.key, ""),
    ],
)
def test_what_is_sound_may_be_recorded(item: Any) -> None:
    """Of every kind, and as it was handed in."""
    assert judged(item) == Admitted(tuple(given_as(item)), ())


def test_the_sound_ones_enter_in_their_order_and_every_problem_is_told() -> None:
    """One bad line does not stop the others, nor hide another bad one."""
    admitted = judged(FIGURE, cell(body="p0"), cell(body="p2"), cell(indicator="thuu"))
    assert [candidate.where.place for candidate in admitted.items] == ["line 1", "line 3"]
    assert [(problem.code, problem.where.place) for problem in admitted.problems] == [("unknown-id", "line 2"), ("unknown-id", "line 4")]


# ---------------------------------------------------------------- what may not


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        (
            cell(indicator="thu-dt"),
            "dòng 1: không có chỉ tiêu “thu-dt” trong danh mục ngày 31/3/2026. Sửa mã (“thu-dat”?), hoặc nạp định nghĩa trước.",
        ),
        (
            cell(indicator="rung"),
            "dòng 1: không có chỉ tiêu “rung” trong danh mục ngày 31/3/2026. Sửa mã, hoặc nạp định nghĩa trước.",
        ),
        (
            cell(body="tai-chin"),
            "dòng 1: không có đơn vị “tai-chin” trong danh mục ngày 31/3/2026. Sửa mã (“tai-chinh”?), hoặc nạp định nghĩa trước.",
        ),
        (
            cell(regime="giao-bn"),
            "dòng 1: không có chế độ báo cáo “giao-bn” trong danh mục ngày 31/3/2026. Sửa mã (“giao-ban”?), hoặc nạp định nghĩa trước.",
        ),
        (
            cell(part="nu"),
            "dòng 1: không có phân tổ “thu.nu” trong danh mục ngày 31/3/2026. Sửa mã, hoặc nạp định nghĩa trước.",
        ),
        (
            replace(FIGURE, visibility="secret"),
            "dòng 1: không có mức phổ biến “secret” trong danh mục ngày 31/3/2026. Sửa mã, hoặc nạp định nghĩa trước.",
        ),
        (
            Target(CELL, "tp-gia", 1, "1 đồng", 1),
            "dòng 1: không có cấp giao kế hoạch “tp-gia” trong danh mục ngày 31/3/2026. Sửa mã (“tp-giao”?), hoặc nạp định nghĩa trước.",
        ),
        (
            Stated(CELL, "plan", "-", "88 %", Decimal("0.88")),
            "dòng 1: không có cấp giao kế hoạch “-” trong danh mục ngày 31/3/2026. Sửa mã, hoặc nạp định nghĩa trước.",
        ),
        (
            Stated(CELL, "last-month", "-", "88 %", Decimal("0.88")),
            "dòng 1: không có loại so sánh “last-month” trong danh mục ngày 31/3/2026. Sửa mã, hoặc nạp định nghĩa trước.",
        ),
        (
            Grade(CELL, "muc", "cam"),
            "dòng 1: không có mức đánh giá “muc.cam” trong danh mục ngày 31/3/2026. Sửa mã (“cham”?), hoặc nạp định nghĩa trước.",
        ),
        (
            Grade(CELL, "", "cham"),
            "dòng 1: không có mức đánh giá “.cham” trong danh mục ngày 31/3/2026. Sửa mã, hoặc nạp định nghĩa trước.",
        ),
    ],
)
def test_an_unknown_id_is_refused_with_the_nearest_one(item: Any, sentence: str) -> None:
    """Most often it is a slip of the pen."""
    assert said(item) == [sentence]


@pytest.mark.parametrize(
    ("regime", "period", "sentence"),
    [
        (
            "nghi-dinh-09", "2026-9M",
            "chế độ báo cáo “nghi-dinh-09” không có kỳ “2026-9M”. Dùng một trong các kỳ, ví dụ: 2021-04, 2021-Q1, 2021-H1, 2021.",
        ),
        (
            "giao-ban", "2026-Q5",
            ("chế độ báo cáo “giao-ban” không có kỳ “2026-Q5”. "
            "Dùng một trong các kỳ, ví dụ: 2021-04, 2021-Q1, 2021-H1, 2021-9M, 2021-2M, 2021, 2021-04-20."),
        ),
        (
            "giao-ban", "0000",
            ("chế độ báo cáo “giao-ban” không có kỳ “0000”. "
            "Dùng một trong các kỳ, ví dụ: 2021-04, 2021-Q1, 2021-H1, 2021-9M, 2021-2M, 2021, 2021-04-20."),
        ),
    ],
)  # fmt: skip
def test_a_period_that_the_regime_lacks_is_refused_with_examples(regime: str, period: str, sentence: str) -> None:
    """Each figure has its own place, though the period is looked up once."""
    found = said(cell(regime=regime, period=period), cell(regime=regime, period=period, body="p2"))
    assert found == [f"dòng 1: {sentence}", f"dòng 2: {sentence}"]


@pytest.mark.parametrize(
    ("body", "period", "sentence"),
    [
        (
            "p1", "2027-Q1",
            "“p1” không tồn tại trong quý I/2027 (1/1/2010–31/12/2026). Ghi cho đơn vị có trong kỳ đó (đất sau đó thuộc: p5), hoặc sửa kỳ.",
        ),
        (
            "p3", "2028-04",
            ("“p3” không tồn tại trong tháng 4/2028 (1/1/2010–30/6/2027). "
            "Ghi cho đơn vị có trong kỳ đó (đất sau đó thuộc: p6, p7), hoặc sửa kỳ."),
        ),
        (
            "p5", "2026-12",
            "“p5” không tồn tại trong tháng 12/2026 (1/1/2027–). Ghi cho đơn vị có trong kỳ đó (đất trước đó thuộc: p1, p2), hoặc sửa kỳ.",
        ),
        (
            "p9", "2027",
            "“p9” không tồn tại trong năm 2027 (1/1/2028–). Ghi cho đơn vị có trong kỳ đó (đất trước đó thuộc: p4), hoặc sửa kỳ.",
        ),
    ],
)  # fmt: skip
def test_a_body_that_did_not_exist_then_is_refused_with_whoever_had_its_ground(body: str, period: str, sentence: str) -> None:
    """Heirs after its end, forebears before its beginning."""
    assert said(cell(body=body, period=period)) == [f"dòng 1: {sentence}"]


def test_a_body_that_was_gone_for_a_while_is_refused_for_that_while() -> None:
    """The sentence tells both spans of its life."""
    body = {"kind": "body", "id": "a", "nature": "area", "body_kind": "xa", "name": "A"}
    lives = [("2010-01-01", "2013-01-01"), ("2013-01-01", "2015-01-01"), ("2018-01-01", None)]
    known = [understood(**body, since=since, until=until)[:2] for since, until in lives]
    world = [(read.definition, read.thing) for read in definitions()]
    figure = cell(body="a", period="2016")
    problems = admit(given_as(figure), catalogue_on=lambda day: build([*world, *known], on=day)).problems
    assert sentences(problems, "en") == ["line 1: “a” did not exist in 2016 (1/1/2010–31/12/2014, 1/1/2018–)."]
    assert problems[0].way_out("en") == "Record it for the body of that time, or mend the period."


def test_a_period_before_the_catalogue_begins_finds_nothing() -> None:
    """No regime is in force then."""
    assert said(cell(period="2009")) == [
        "dòng 1: không có chế độ báo cáo “giao-ban” trong danh mục ngày 31/12/2009. Sửa mã, hoặc nạp định nghĩa trước."
    ]


def test_a_body_that_existed_for_a_day_of_the_period_may_report() -> None:
    """The year in which it was merged is partly its own."""
    assert judged(cell(body="p3", period="2027"), cell(body="p6", period="2027")).problems == ()


def test_a_figure_to_which_the_indicator_does_not_apply_is_doubted_and_recorded() -> None:
    """Wards have no rural criteria, but somebody may know better."""
    item = Figure(replace(CELL, indicator="tieu-chi"), "19 tiêu chí", 19)
    admitted = judged(item, replace(item, cell=replace(item.cell, body="p4")))
    assert (len(admitted.items), sentences(admitted.problems)) == (2, ["dòng 1: chỉ tiêu tieu-chi không áp dụng cho “p1” (phuong)."])


@pytest.mark.parametrize(
    ("printed", "steps", "code"),
    [
        ("mười hai tỷ", 12_000_000_000, "not-an-amount"),
        ("12", 12, "not-an-amount"),
        ("", 0, "not-an-amount"),
        ("2.05 tỷ đồng", 2_050_000_000, "not-an-amount"),  # a dot typed for a comma
        ("12 cây", 12, "other-measure"),
        ("12 đồng/người", 12, "other-measure"),
        ("0,5 đồng", 0, "finer-than-step"),
        ("12 tỷ đồng", 12, "not-an-amount"),  # it does not say what its steps say
        ("12 tỷ đồng", None, "not-an-amount"),
        ("không áp dụng", 0, "not-an-amount"),
    ],
)
def test_what_is_printed_must_be_the_amount(printed: str, steps: int | None, code: str) -> None:
    """In a measure of the indicator, in whole steps, and the same as the steps; of targets as of figures."""
    items = (
        [Figure(CELL, printed, steps)] if steps is None else [Figure(CELL, printed, steps), Target(CELL, "tinh-giao", 1, printed, steps)]
    )
    assert [problem.code for problem in judged(*items).problems] == [code] * len(items)


def test_an_amount_that_does_not_match_says_both() -> None:
    """What is printed, and what was counted."""
    found = [
        problem.sentence().split(" không phải")[0]
        for problem in judged(Figure(CELL, "12 tỷ đồng", 12), Figure(CELL, "1 đồng", None)).problems
    ]
    assert found[:2] == ["dòng 1: “12 tỷ đồng = 12”", "dòng 2: “1 đồng = không áp dụng”"]


@pytest.mark.parametrize(
    ("printed", "value", "sentence"),
    [
        ("145 %", "1.46", "“145 % = 1.46” không phải là một số kèm đơn vị tính cho chỉ tiêu so sánh (đơn vị tính: %)."),
        ("5 điểm %", "0.05", "“5 điểm %” không cùng loại với đơn vị tính của chỉ tiêu so sánh (%)."),
        ("gấp đôi", "2", "“gấp đôi” không phải là một số kèm đơn vị tính cho chỉ tiêu so sánh (đơn vị tính: %)."),
    ],
)
def test_a_stated_relation_is_a_ratio_in_percent_or_times(printed: str, value: str, sentence: str) -> None:
    """A change of five points is no relation to a plan."""
    assert sentences(judged(Stated(CELL, "plan", "unnamed", printed, Decimal(value))).problems) == [f"dòng 1: {sentence}"]


def test_nobody_gives_the_same_period() -> None:
    """Only a plan has an authority; another one's key could not be read back."""
    said = "“1/3” trong danh mục"
    assert [said in one for one in sentences(judged(Stated(CELL, "same_period", "1/3", "145 %", Decimal("1.45"))).problems)] == [True]
    assert judged(Stated(CELL, "same_period", "-", "145 %", Decimal("1.45"))).problems == ()


def test_one_cell_is_said_once_in_a_load() -> None:
    """Targets by authority and version, relations by authority; a figure and its target are two things."""
    target, stated = Target(CELL, "tinh-giao", 1, "1 đồng", 1), Stated(CELL, "plan", "tinh-giao", "88 %", Decimal("0.88"))
    others = [
        replace(target, version=2),
        replace(target, authority="tp-giao"),
        replace(stated, authority="tp-giao"),
        Withdrawal("Figure", "a", ""),
    ]
    assert judged(FIGURE, target, stated, *others, Withdrawal("Grade", "a", "")).problems == ()
    admitted = judged(FIGURE, cell(body="p2"), FIGURE, target, target)
    assert sentences(admitted.problems) == [
        "dòng 3: Figure thu/giao-ban/-/p1/2026-Q1 đã có trong cùng lần nạp, ở dòng 1.",
        "dòng 5: Target thu/giao-ban/-/p1/2026-Q1/tinh-giao/1 đã có trong cùng lần nạp, ở dòng 4.",
    ]
    assert [candidate.where.place for candidate in admitted.items] == ["line 1", "line 2", "line 4"]


def test_in_a_history_a_cell_may_come_again() -> None:
    """Each later one corrects the one before."""
    assert judged(FIGURE, FIGURE, history=True) == Admitted(tuple(given_as(FIGURE, FIGURE)), ())


def test_several_things_wrong_with_one_figure_are_all_told() -> None:
    """Body, part, visibility and amount."""
    wrong = Figure(replace(CELL, body="p5", part="x"), "12", 12, visibility="y")
    assert [problem.code for problem in judged(wrong).problems] == ["body-not-then", "unknown-id", "unknown-id", "not-an-amount"]


@given(
    st.lists(
        st.builds(
            Candidate,
            st.builds(
                Figure,
                st.builds(
                    Cell, st.sampled_from(["thu", "x"]), st.sampled_from(["giao-ban", "nghi-dinh-09", "x"]), st.sampled_from("-x"),
                    st.sampled_from(["p1", "p5", "x"]), st.sampled_from(["2026", "2027-9M", "2028-Q1", "1900", "x"]) | st.text(max_size=4),
                ),
                st.text(max_size=9) | st.just("5 người"),
                st.none() | st.integers(),
            ),
            st.just(Span("a")),
        ),
        max_size=5,
    ),
    st.booleans(),
)  # fmt: skip
def test_whatever_is_handed_in_enters_or_is_refused(candidates: list[Candidate], history: bool) -> None:
    """Nothing is lost, nothing raised, and each refusal can be said."""
    admitted = admit(candidates, catalogue_on=catalogue_on, history=history)
    assert [one for one in candidates if one in admitted.items] == [one for one in admitted.items if one in candidates]
    assert len(admitted.items) + len(admitted.problems) >= len(candidates)
    assert all(problem.sentence(language) and problem.way_out(language) for problem in admitted.problems for language in ("vi", "en"))


# ---------------------------------------------------------------- amounts and ratios


@given(st.integers(-(10**20), 10**20), st.sampled_from(["đồng", "triệu đồng", "tỷ đồng"]))
def test_an_amount_written_from_its_steps_is_read_back_to_them(steps: int, label: str) -> None:
    """In whichever measure it is printed."""
    indicator = INDICATORS["thu"]
    measure = vietnamese.read_quantity(f"1 {label}")[1]
    printed = f"{vietnamese.write_number(indicator.step.of(steps, measure=measure))} {label}"
    assert read_amount(printed, indicator=indicator, where=Span("")) == (steps, None)


def test_a_dot_before_three_digits_groups_them() -> None:
    """80.000 is eighty thousand, never eighty."""
    assert read_amount("80.000 đồng", indicator=INDICATORS["thu"], where=Span("")) == (80_000, None)


def test_a_percentage_and_a_multiple_are_ratios() -> None:
    """145 % is 1.45; 29 times is 29; 5 in a thousand is 0.005."""
    found = [read_ratio(printed, where=Span(""))[0] for printed in ("145 %", "122,57%", "29 lần", "5 ‰")]
    assert found == [Decimal("1.45"), Decimal("1.2257"), Decimal(29), Decimal("0.005")]


def test_the_catalogue_of_a_cell_is_that_of_its_last_day() -> None:
    """In its regime's calendar; the calendar's where the regime is not known."""
    days = [catalogue_of(replace(CELL, regime=regime), catalogue_on=catalogue_on).on for regime in ("giao-ban", "nghi-dinh-09", "x")]
    assert days == [date(2026, 3, 31), date(2026, 3, 14), date(2026, 3, 31)]
    with pytest.raises(NoSuchPeriod):
        catalogue_of(replace(CELL, regime="nghi-dinh-09", period="2026-9M"), catalogue_on=catalogue_on)
