"""Does a typed ledger say what it should, and is it written as it was read?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger import Book, Cell, Figure, Grade, Stated, Target, Withdrawal, decode, encode, end_of_day, shorthand, walk
from giaoban.ledger.figures import VISIBILITIES
from giaoban.ledger.shorthand import NotShorthand
from giaoban.values import Quality, vietnamese
from tests.unit.catalogues import catalogue_on, ledger_lines, ledger_of, sentences
from tests.unit.ledger.entries import chained, stored

INDICATORS = catalogue_on(date(2026, 1, 1)).indicators
THU = Cell("thu", "giao-ban", "-", "p1", "2026-03")


def items(book: Book) -> list[Any]:
    return [decode(one) for one in book.entries]


def wrong(text: str) -> list[str]:
    """What is wrong with the lines."""
    return sentences(shorthand.parse(text, indicators=INDICATORS, regime="giao-ban", book="so-thu")[1])


# ---------------------------------------------------------------- reading


def test_a_tests_docstring_is_its_ledger(book: Book) -> None:
    """
    2026     tp  thu        KH tinh-giao 500 tỷ đồng              @2026-01-05
    2026-03  p1  thu        12,5 tỷ đồng        BC 45!Biểu02.D14  @2026-04-03  ước
    2026-03  p1  dan-so.nu  5.300 người
    2026-03  p1  thu        145 % cùng kỳ
    2026-03  p1  danh-gia   mức cham            TB 7              draft

    And this is prose, which tells what must be true: every kind of figure is said in a line.
    """
    assert items(book) == [
        Target(replace(THU, body="tp", period="2026"), "tinh-giao", 1, "500 tỷ đồng", 500_000_000_000),
        Figure(THU, "12,5 tỷ đồng", 12_500_000_000, Quality.ESTIMATE),
        Figure(replace(THU, indicator="dan-so", part="nu"), "5.300 người", 5300),
        Stated(THU, "same_period", "-", "145 %", Decimal("1.45")),
        Grade(replace(THU, indicator="danh-gia"), "muc", "cham", "draft"),
    ]
    assert [one.sources for one in book.entries] == [(), ("BC 45!Biểu02.D14",), (), (), ("TB 7",)]
    assert [one.recorded_at for one in book.entries] == [end_of_day(date(2026, 1, 5)), *[end_of_day(date(2026, 4, 3))] * 4]


def test_the_entries_are_numbered_and_sealed(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng
    2026-02  p1  thu  2 tỷ đồng  by=ng-7  as=van-thu  via=web

    So that the chain holds, and each names who recorded it.
    """
    assert walk(stored(book), book="so-thu").head == book.head
    assert [(one.number, one.by, one.as_post, one.via) for one in book.entries] == [(1, "ng-1", "", "load"), (2, "ng-7", "van-thu", "web")]


def test_a_correction_and_a_withdrawal_take_the_place_of_what_was_said(book: Book) -> None:
    """
    2026-03  p1  thu  12 tỷ đồng             ước  @2026-04-03
    2026-03  p1  thu  13 tỷ đồng             @2026-05-06
    2026-03  p1  thu  14 tỷ đồng             đính chính
    2026-03  p1  thu  rút                    note=ab
    2026-03  p1  thu  15 tỷ đồng
    2026     p1  thu  KH tp-giao 9 tỷ đồng
    2026     p1  thu  KH tp-giao lần 2 8 tỷ đồng
    2026     p1  thu  rút KH tp-giao

    Each names the entry it follows; after a withdrawal nothing stands, and another version is another target.
    """
    assert [one.supersedes for one in book.entries] == [None, 1, 2, 3, None, None, None, 6]
    assert items(book)[3] == Withdrawal("Figure", THU.key, "ab")
    assert sorted(book.standing("Figure", "Target")) == [("Figure", THU.key), ("Target", "thu/giao-ban/-/p1/2026/tp-giao/2")]


def test_lines_before_the_first_day_were_known_on_it() -> None:
    """And those after a day with the line before them; where no day stands, at the end of the last period."""
    days = [
        [one.recorded_at.date().isoformat() for one in ledger_of(text).entries]
        for text in (
            "2026-01  p1  thu  1 đồng\n2026-02  p1  thu  1 đồng  @2026-03-05\n2026-03  p1  thu  1 đồng",
            "2026-02  p1  thu  1 đồng\n2026-01  p1  thu  1 đồng",
            "2026-04-20  p1  thu  1 đồng",
        )
    ]
    assert days == [["2026-03-05"] * 3, ["2026-02-28"] * 2, ["2026-04-20"]]


def test_a_window_may_be_named_in_any_way_and_a_regime_by_the_line() -> None:
    """The key has the one spelling."""
    book = ledger_of("# một dòng ghi chú\n\n2026-6M\tp1\tthu\t1 đồng\tregime=nghi-dinh-09\r\n")
    assert [one.key for one in book.entries] == ["thu/nghi-dinh-09/-/p1/2026-H1"]


def test_an_empty_ledger_is_an_empty_book() -> None:
    """Nothing is wrong with it."""
    assert [ledger_of(""), shorthand.write(Book("so-thu"))] == [Book("so-thu"), ""]


# ---------------------------------------------------------------- refusing


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-03  p1  thu", "“thu”: chưa đủ kỳ, đơn vị, chỉ tiêu và số liệu."),
        ("2026-13  p1  thu  1 đồng", "“2026-13”: không phải mã kỳ."),
        ("2026-03  Phường 1  thu  1 đồng", "“Phường 1”: không phải mã đơn vị."),
        ("2026-03  p1  thuu  1 đồng", "“thuu”: không có chỉ tiêu hoặc phân tổ này."),
        ("2026-03  p1  thu.nu  1 đồng", "“thu.nu”: không có chỉ tiêu hoặc phân tổ này."),
        ("2026-03  p1  dan-so.  1 người", "“dan-so.”: không có chỉ tiêu hoặc phân tổ này."),
        ("2026-03  p1  thu  1 đồng  regime=a/b", "“a/b”: không phải mã chế độ báo cáo."),
        ("2026-03  p1  thu  1 đồng  @31/9/2026", "“@31/9/2026”: không có ngày này."),
        ("2026-03  p1  thu  1 đồng  ước  sơ bộ", "“sơ bộ”: nói hai lần trong một dòng."),
        ("2026-03  p1  thu  KH 1 đồng  ước", "“ước”: không dùng được cho loại số liệu này."),
        ("2026-03  p1  thu  1 đồng  \ud800", "“'2026-03  p1  thu  1 \\u0111\\u1ed3ng  \\ud800'”: có ký tự không đọc được."),
        ("2026-03  p1  thu  0,5 đồng", "“0,5 đồng” lẻ hơn bước tính nhỏ nhất của chỉ tiêu thu (1 đồng)."),
        ("2026-03  p1  thu  1 đồng  đính chính", f"chưa có Figure {THU.key} để đính chính hoặc rút."),
        ("2026-03  p1  thu  rút cùng kỳ", f"chưa có Stated {THU.key}/same_period/- để đính chính hoặc rút."),
    ],
)
def test_a_line_that_cannot_be_read_is_said(text: str, said: str) -> None:
    """With its number."""
    assert wrong(f"2026-01  p2  thu  1 đồng\n{text}") == [f"dòng 2: {said}"]


def test_a_ledger_only_grows_at_its_end() -> None:
    """What was known earlier stands earlier."""
    text = "2026-01  p1  thu  1 đồng  @2026-02-05\n2026-02  p1  thu  1 đồng  @2026-02-04"
    assert wrong(text) == ["dòng 2: ngày 4/2/2026 sớm hơn dòng trước (5/2/2026)."]


def test_all_that_is_wrong_is_told_at_once_and_the_rest_is_read() -> None:
    """Reading for a test stops there; a person gets the book that could be read as well."""
    text = "2026-01  p1  thu  1 đồng\n2026-02  p1\n2026-03  p1  thu  1 đồng\n?"
    found, problems = shorthand.parse(text, indicators=INDICATORS, regime="giao-ban", book="so-thu")
    assert ([one.number for one in found.entries], [problem.where.place for problem in problems]) == ([1, 2], ["line 2", "line 4"])
    with pytest.raises(NotShorthand, match=r"dòng 2: .*\n.*dòng 4: ") as fault:
        ledger_of(text)
    assert fault.value.problems == problems
    assert problems[0].way_out("en") == "Write period, body, indicator, figure, source, @day; at least two spaces between columns."


LINES = st.lists(
    st.lists(
        st.sampled_from(
            [
                "2026", "2026-03", "p1", "thu", "dan-so.nu", "12 tỷ đồng", "5 %", "rút", "KH 1 đồng", "mức tot", "5 % cùng kỳ", "ước",
                "draft", "@2026-04-03", "@x", "đính chính", "by=", "regime=", "BC 1", "#",
            ]
        )
        | st.text(max_size=5),
        max_size=7,
    ).map("  ".join),
    max_size=5,
).map("\n".join)  # fmt: skip


@given(LINES)
def test_any_text_is_a_book_and_what_is_wrong(text: str) -> None:
    """Never an exception; the book that was read is sealed."""
    found, problems = shorthand.parse(text, indicators=INDICATORS, regime="giao-ban", book="so-thu")
    assert walk(stored(found), book="so-thu").broken is None
    assert all(problem.sentence(language) and problem.way_out(language) for problem in problems for language in ("vi", "en"))


def test_only_lines_that_begin_with_a_year_are_a_docstrings_ledger() -> None:
    """The rest is its prose; a slip in the period is not taken for prose."""
    assert ledger_lines("Prose of 2026.\n  2026-3  p1\n2026  p1\n\n  and 2027\n2026") == "  2026-3  p1\n2026  p1"


# ---------------------------------------------------------------- writing

AMOUNTS = st.integers(-(10**12), 10**12).map(lambda steps: (f"{vietnamese.write_number(steps)} đồng", steps))
RATIOS = st.integers(0, 10**5).map(lambda percent: (f"{vietnamese.write_number(percent)} %", Decimal(percent) / 100))
CELLS = st.builds(
    Cell,
    st.just("thu"),
    st.sampled_from(["giao-ban", "nghi-dinh-09"]),
    st.just("-"),
    st.sampled_from(["p1", "p2"]),
    st.sampled_from(["2026", "2026-Q1"]),
)
VERSIONS = st.integers(1, 99)
PLANS = st.sampled_from(["unnamed", "tinh-giao", "tp-giao"])
SEEN, CODES = st.sampled_from(VISIBILITIES), st.sampled_from(["", "ab", "c d"])
FACTS: st.SearchStrategy[Any] = st.one_of(
    st.builds(lambda cell, amount, *rest: Figure(cell, *amount, *rest), CELLS, AMOUNTS, st.sampled_from(Quality), SEEN, CODES, CODES),
    st.builds(Figure, CELLS, st.just("không áp dụng"), st.none()),
    st.builds(lambda cell, plan, ratio, *rest: Stated(cell, "plan", plan, *ratio, *rest), CELLS, PLANS, RATIOS, SEEN, CODES, CODES),
    st.builds(lambda cell, ratio: Stated(cell, "same_period", "-", *ratio), CELLS, RATIOS),
    st.builds(Grade, CELLS, st.just("muc"), st.sampled_from(["tot", "cham"]), SEEN, CODES, CODES),
    st.builds(lambda cell, plan, n, amount, *rest: Target(cell, plan, n, *amount, *rest), CELLS, PLANS, VERSIONS, AMOUNTS, SEEN, CODES),
)  # fmt: skip


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Facts that correct one another, some taken back, known at any instants, by anybody."""
    standing: dict[tuple[str, str], int] = {}
    drafts: list[dict[str, Any]] = []
    at = datetime(2026, 1, 5, 2, tzinfo=UTC)
    for number in range(1, draw(st.integers(0, 8)) + 1):
        at = draw(st.sampled_from([at, at + timedelta(hours=1), end_of_day(at.date() + timedelta(days=2)).astimezone(UTC)]))
        back = draw(st.sampled_from([None, *standing])) if draw(st.booleans()) else None
        item = Withdrawal(*back, draw(CODES)) if back else draw(FACTS)
        draft = encode(item, sources=tuple(draw(st.lists(st.sampled_from(["BC 45!Biểu02.D14", "a=b"]), max_size=2))))
        of = back or (draft.kind, draft.key)
        by, post, via = draw(st.sampled_from([("ng-1", "", "load"), ("ng-2", "văn thư", "web"), ("", "", "")]))
        drafts.append(
            {
                "kind": draft.kind, "key": draft.key, "content": draft.content, "sources": draft.sources, "recorded_at": at, "by": by,
                "as_post": post, "via": via, "supersedes": standing.pop(of, None),
            }
        )  # fmt: skip
        if not back:
            standing[of] = number
    return chained(drafts)


@given(books(), st.sampled_from(["giao-ban", "nghi-dinh-09", ""]))
def test_what_is_written_is_read_back_to_the_same_book(book: Book, regime: str) -> None:
    """Entry by entry, hash by hash, whichever regime goes without saying."""
    text = shorthand.write(book, regime=regime)
    assert shorthand.read(text, indicators=INDICATORS, regime=regime or "none", book="so-thu") == book


def test_a_written_ledger_is_aligned_and_says_only_what_it_must(book: Book) -> None:
    """
    2026     tp  thu       KH tinh-giao 500 tỷ đồng  @2026-01-05
    2026-03  p1  thu       12,5 tỷ đồng  BC 45!Biểu02.D14  @2026-04-03  ước
    2026-03  p1  thu       13 tỷ đồng
    2026-03  p1  thu       14 tỷ đồng  đính chính
    2026-03  p1  danh-gia  mức muc.cham  BC 46  draft

    The very lines that it was read from.
    """
    lines = [line.strip() for line in ledger_lines(test_a_written_ledger_is_aligned_and_says_only_what_it_must.__doc__ or "").split("\n")]
    assert shorthand.write(book, regime="giao-ban").split("\n") == [*lines, ""]


def one(item: Any, **fields: Any) -> Book:
    """A book of one entry that says the item."""
    draft = encode(item)
    return chained([{"kind": draft.kind, "key": draft.key, "content": draft.content, **fields}])


FIGURE = Figure(THU, "1 đồng", 1)


@pytest.mark.parametrize(
    "book",
    [
        one(FIGURE, kind="Definition", key="group/g/2010-01-01", content={"json": "{}"}),
        one(Withdrawal("Definition", "group/g/2010-01-01", "")),
        one(Withdrawal("Target", THU.key, "")),
        one(replace(FIGURE, printed="1  đồng")),
        one(replace(FIGURE, printed="1\nđồng")),
        one(replace(FIGURE, printed="")),
        one(replace(FIGURE, printed="rút")),
        one(replace(FIGURE, cell=replace(THU, period="2026-3M"))),
        one(replace(FIGURE, cell=replace(THU, period="x"))),
        one(replace(FIGURE, cell=replace(THU, body="P1"))),
        one(replace(FIGURE, cell=replace(THU, part="a.b"))),
        one(Stated(THU, "plan", "-", "5 %", Decimal("0.05"))),
        one(Stated(THU, "last-month", "-", "5 %", Decimal("0.05"))),
        one(FIGURE, sources=("ước",)),
        one(FIGURE, sources=("",)),
        one(FIGURE, supersedes=7),
        one(FIGURE, by="a  b"),
        one(FIGURE, content={**encode(FIGURE).content, "more": "x"}),
    ],
)
def test_what_no_line_can_say_is_not_written(book: Book) -> None:
    """Rather than written as something else."""
    with pytest.raises(NotShorthand, match=r"^1: "):
        shorthand.write(book, regime="giao-ban")
