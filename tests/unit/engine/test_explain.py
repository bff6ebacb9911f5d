"""Does an explanation name every entry, its weight, the rule and what is lacking, and nothing that may not be seen?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from giaoban.catalogue import Sight
from giaoban.engine import Explanation, Line, What, explain
from giaoban.engine.scene import Archive
from giaoban.ledger import Book
from tests.unit.catalogues import ledger_of
from tests.unit.engine.makers import STRANGER, maker, other_world, row

DECISION = "UBND thành phố, Quyết định thử, 1/QĐ-UBND ngày 1/1/2010"
FLOW = f"Theo thời gian: cộng các kỳ ngắn thành kỳ dài; theo đơn vị: cộng các đơn vị (định nghĩa: {DECISION})."
JUDGED_BY = f" Đánh giá theo: Quy tắc chung ({DECISION})."


def why(book: Book, indicator: str, what: What = What.VALUE, *, body: str = "p1", period: str = "2026-Q1", **other: Any) -> Explanation:
    part = other.pop("part", "-")
    found = explain(maker(book, period, **other), indicator=indicator, body=body, part=part, what=what)
    assert found is not None
    return found


def behind(found: Explanation) -> list[tuple[int, str, float]]:
    """Number, role and weight of the entries."""
    return [(line.entry, line.role, line.weight) for line in found.lines]


def line(entry: int, printed: str, period: str = "2026-Q1", **other: Any) -> Line:
    """A line of ward 1's revenue, known at the end of 2026."""
    plain = Line(
        entry=entry, kind="Figure", role="", weight=1.0, body="p1", body_name="Phường Một", period=period, printed=printed,
        quality="actual", recorded_at="2026-12-31T16:59:59.999999Z", by="ng-1", via="load", sources=(), remark="", earlier=(),
        indicator="thu", indicator_name="Thu ngân sách",
    )  # fmt: skip
    return replace(plain, **other)


# ---------------------------------------------------------------- each number of a row

WHOLE = """
    2025-Q1  p1  thu  16 tỷ đồng
    2025-Q2  p1  thu  20 tỷ đồng
    2026     p1  thu  KH tinh-giao 100 tỷ đồng
    2026-Q1  p1  thu  18 tỷ đồng
    2026-Q2  p1  thu  24 tỷ đồng
    2026-Q2  p1  thu  150 % cùng kỳ
"""


@pytest.mark.parametrize(
    ("what", "value", "measure", "reason", "entries"),
    [
        (What.VALUE, 24.0, "tỷ đồng", "", [(5, "", 1.0), (6, "stated", 1.0)]),
        (What.TO_DATE, 42.0, "tỷ đồng", "", [(4, "", 1.0), (5, "", 1.0)]),
        (What.SAME_PERIOD, 20.0, "tỷ đồng", "", [(2, "same_period", 1.0)]),
        (What.GROWTH, 0.2, "lần", "", [(5, "", 1.0), (2, "same_period", 1.0)]),
        (What.TARGET, 100.0, "tỷ đồng", "", [(3, "target", 1.0)]),
        (
            What.ATTAINMENT, 0.42, "lần", "42,0% kế hoạch năm 2026 (tỉnh giao), cần 50,0% theo tiến độ",
            [(4, "", 1.0), (5, "", 1.0), (3, "target", 1.0)],
        ),
        (What.STATED, 1.5, "lần", "theo nguồn, không tính được", [(6, "stated", 1.0)]),
        (
            What.STATUS, 0.84, "lần", "Chậm tiến độ: 42,0% kế hoạch năm 2026 (tỉnh giao), cần 50,0% theo tiến độ",
            [(4, "", 1.0), (5, "", 1.0), (3, "target", 1.0), (6, "stated", 1.0)],
        ),
    ],
)  # fmt: skip
def test_each_number_of_a_row_is_explained_by_what_it_rests_on(
    what: What, value: float, measure: str, reason: str, entries: list[tuple[int, str, float]]
) -> None:
    """24 after 18 this year, 20 after 16 the last, of a plan of 100; the verdict names its rule."""
    found = why(ledger_of(WHOLE), "thu", what, period="2026-Q2")
    assert (found.what, found.measure, found.mark) == (what, measure, "exact")
    assert found.value == pytest.approx(value)
    cited = f" (Quy tắc chung; {DECISION})" if what in (What.ATTAINMENT, What.STATUS) else ""
    assert (found.reason, found.rule) == (reason + cited, FLOW + (JUDGED_BY if what is What.STATUS else ""))
    assert (behind(found), found.lacking) == (entries, ())


@pytest.mark.parametrize(
    ("what", "measure", "reason", "lacking"),
    [
        (What.VALUE, "tỷ đồng", "chưa đến hạn báo cáo (10/7/2026)", ("Phường Một: tháng 6/2026",)),
        (What.TO_DATE, "tỷ đồng", "chưa đến hạn báo cáo (10/7/2026)", ("Phường Một: tháng 6/2026",)),
        (What.SAME_PERIOD, "tỷ đồng", "chưa có số liệu cùng kỳ", ("Phường Một: tháng 6/2025",)),
        (What.GROWTH, "lần", "chưa có số liệu cùng kỳ", ("Phường Một: tháng 6/2026", "Phường Một: tháng 6/2025")),
        (What.TARGET, "tỷ đồng", "chưa có kế hoạch giao", ()),
        (What.ATTAINMENT, "lần", "chưa đến hạn báo cáo (10/7/2026)", ("Phường Một: tháng 6/2026",)),
        (What.STATED, "lần", "nguồn không nêu", ()),
        (What.STATUS, "lần", "Chưa đánh giá: chưa đến hạn báo cáo (10/7/2026)", ("Phường Một: tháng 6/2026",)),
    ],
)
def test_where_there_is_no_number_it_is_said_what_is_lacking(what: What, measure: str, reason: str, lacking: tuple[str, ...]) -> None:
    """Of an empty book."""
    found = why(ledger_of(""), "thu", what, period="2026-Q2")
    assert (found.value, found.measure, found.reason, found.lines, found.mark) == (None, measure, reason, (), None)
    assert set(lacking) <= set(found.lacking)
    assert bool(found.lacking) == bool(lacking)


def test_the_share_of_a_quarters_own_plan_rests_on_the_quarter(book: Book) -> None:
    """
    2026-Q1  p1  thu  18 tỷ đồng
    2026-Q2  p1  thu  24 tỷ đồng
    2026-Q2  p1  thu  KH tp-giao 40 tỷ đồng
    2026     p1  thu  KH tinh-giao 100 tỷ đồng

    24 of 40, of what the verdict goes by; the year's plan stands beside it.
    """
    found = why(book, "thu", What.ATTAINMENT, period="2026-Q2")
    assert (found.value, behind(found)) == (0.6, [(2, "", 1.0), (3, "target", 1.0), (4, "target", 1.0)])
    assert why(book, "thu", What.TARGET, period="2026-Q2").value == 40.0


def test_of_plans_without_a_share_the_first_is_told(book: Book) -> None:
    """
    2026  p1  thu  KH 90 tỷ đồng
    2026  p1  thu  KH tinh-giao 100 tỷ đồng
    """
    assert why(book, "thu", What.TARGET).value == 100.0
    assert why(book, "thu", What.ATTAINMENT).value is None


def test_growth_of_a_percentage_is_in_points(book: Book) -> None:
    """
    2025-03  p1  ty-le  4 %
    2026-03  p1  ty-le  3 %
    """
    found = why(book, "ty-le", What.GROWTH, period="2026-03")
    assert (found.value, found.measure, behind(found)) == (-1.0, "điểm %", [(2, "", 1.0), (1, "same_period", 1.0)])


# ---------------------------------------------------------------- lines


def test_a_line_says_who_said_what_where_and_what_stood_there_before(book: Book) -> None:
    """
    2026-Q1  p1  thu  18 tỷ đồng  BC 1       @2026-03-20  ước
    2026-Q1  p1  thu  19 tỷ đồng  BC 2       @2026-04-03
    2026-Q1  p1  thu  20 tỷ đồng  BC 3!D14   kín  @2026-04-05  note=x  by=ng-7  via=web
    """
    archive = Archive(cite=lambda source: "" if source == "kín" else f"báo cáo {source}", remark=lambda digest: f"ghi chú {digest}")
    (found,) = why(book, "thu", archive=archive).lines
    assert found == line(
        3, "20 tỷ đồng", recorded_at="2026-04-05T16:59:59.999999Z", by="ng-7", via="web", sources=("báo cáo BC 3!D14",), remark="ghi chú x",
        earlier=((1, "18 tỷ đồng", "2026-03-20T16:59:59.999999Z"), (2, "19 tỷ đồng", "2026-04-03T16:59:59.999999Z")),
    )  # fmt: skip


def test_relations_plans_and_judgements_are_printed_as_they_were_said(book: Book) -> None:
    """
    2026-03  p1  danh-gia  mức cham            TB 7
    2026-03  p1  danh-gia  88 % kế hoạch tinh-giao
    2026-03  p1  danh-gia  145 % cùng kỳ
    2026     p1  danh-gia  KH tinh-giao 90 điểm
    2026-03  p2  danh-gia  mức khac.te
    """
    found = why(book, "danh-gia", What.STATUS, period="2026-03")
    named = {"quality": "", "indicator": "danh-gia", "indicator_name": "Cải cách hành chính"}
    assert found.lines == (
        line(4, "90 điểm", "2026", kind="Target", role="target", **named),
        line(2, "88 % kế hoạch", "2026-03", kind="Stated", role="stated", **named),
        line(3, "145 % so với cùng kỳ", "2026-03", kind="Stated", role="stated", **named),
        line(1, "chậm tiến độ", "2026-03", kind="Grade", sources=("TB 7",), **named),
    )
    assert found.reason == "Chậm tiến độ: đánh giá bằng lời, theo nguồn: TB 7"
    assert [one.printed for one in why(book, "danh-gia", body="p2", period="2026-03").lines] == ["te"]


def test_a_sum_names_each_ward_and_a_share_its_weight(book: Book) -> None:
    """
    2026-01  p4  dan-so  100 người
    2026-01  p1  dan-so  50 người
    2026-01  p2  dan-so  không áp dụng

    On the map of 2028: ward 5 is wards 1 and 2, ward 8 takes 0,6 of commune 4.
    """
    five, eight = (why(book, "dan-so", body=body, period="2026-01", frame=date(2028, 12, 31)) for body in ("p5", "p8"))
    assert [(one.entry, one.weight, one.body_name) for one in five.lines + eight.lines] == [(2, 1.0, "Phường Một"), (1, 0.6, "Xã Bốn")]
    assert [(one.value, one.mark, one.row.body) for one in (five, eight)] == [(50.0, "exact", "p5"), (60.0, "apportioned", "p8")]


def test_a_ratio_names_both_its_sides(book: Book) -> None:
    """
    2026-01  p1  ho-ngheo  3 hộ
    2026-01  p1  ho        100 hộ
    """
    found = why(book, "ty-le", period="2026-01")
    assert (found.value, behind(found)) == (3.0, [(1, "numerator", 1.0), (2, "denominator", 1.0)])
    assert found.rule == f"Theo thời gian: lấy số cuối kỳ; theo đơn vị: cộng riêng tử số và mẫu số rồi mới chia (định nghĩa: {DECISION})."


def test_a_quarter_taken_from_two_years_so_far_takes_one_off(book: Book) -> None:
    """
    2026-Q1  p1  thu  18 tỷ đồng
    2026-H1  p1  thu  42 tỷ đồng
    """
    found = why(book, "thu", period="2026-Q2")
    assert (found.value, behind(found)) == (24.0, [(2, "", 1.0), (1, "", -1.0)])


def test_a_partial_sum_names_what_is_known_and_what_is_lacking(book: Book) -> None:
    """
    2026-01  p1  thu  1 tỷ đồng
    2026-01  p3  thu  1 tỷ đồng
    """
    found = why(book, "thu", body="tp", period="2026-01", on=date(2026, 3, 1))
    assert (found.value, found.reason, behind(found)) == (None, "mới có 2/4 đơn vị có số liệu", [(1, "", 1.0), (2, "", 1.0)])
    assert found.lacking == ("Phường Hai: tháng 1/2026", "Xã Bốn: tháng 1/2026")


def test_a_body_that_nobody_defined_goes_by_its_id(book: Book) -> None:
    """
    2026     la  thu  KH tinh-giao 10 tỷ đồng
    2026-Q1  la  thu  1 tỷ đồng

    It stands on no map, so its figure counts nowhere.
    """
    found = why(book, "thu", What.STATUS, body="la")
    assert [(one.entry, one.body, one.body_name) for one in found.lines] == [(1, "la", "la")]
    assert found.lacking == ("la: quý I/2026",)


# ---------------------------------------------------------------- implied levels


@pytest.mark.parametrize(
    ("period", "what", "value", "entries"),
    [
        ("2025-Q1", What.VALUE, 106.4, [(1, "", 1.0), (2, "stated", 1.0)]),
        ("2025-Q1", What.TO_DATE, 106.4, [(1, "", 1.0), (2, "stated", 1.0)]),
        ("2025-Q1", What.TARGET, None, []),
        ("2026-Q1", What.SAME_PERIOD, 106.4, [(1, "", 1.0), (2, "stated", 1.0)]),
        ("2026-Q1", What.VALUE, 154.3, [(1, "", 1.0), (2, "stated", 1.0)]),
    ],
)
def test_a_level_that_follows_rests_on_next_years_figure_and_its_ratio(
    period: str, what: What, value: float | None, entries: list[tuple[int, str, float]]
) -> None:
    """154,3 at 145 % of the same period."""
    book = ledger_of("2026-Q1  p1  thu  154,3 tỷ đồng\n2026-Q1  p1  thu  145 % cùng kỳ")
    found = why(book, "thu", what, period=period)
    assert (found.value, behind(found)) == (value, entries)
    assert found.mark == ("implied" if period == "2025-Q1" or what is What.SAME_PERIOD else "exact")


# ---------------------------------------------------------------- the rule


@pytest.mark.parametrize(
    ("id", "rule"),
    [
        ("phat-sinh", "cộng các kỳ ngắn thành kỳ dài; theo đơn vị: cộng các đơn vị; không báo cáo được hiểu là không phát sinh"),
        ("thu-dia-ban", "cộng các kỳ ngắn thành kỳ dài; theo đơn vị: cộng các đơn vị; tổng các đơn vị không phải số toàn địa bàn"),
        ("thu-nhap", "lấy số cuối kỳ; theo đơn vị: bình quân gia quyền"),
        ("diem", "bình quân các tháng; theo đơn vị: bình quân các đơn vị có số liệu"),
        ("thap-nhat", "lấy tháng thấp nhất; theo đơn vị: lấy đơn vị thấp nhất; không báo cáo được hiểu là không phát sinh"),
        ("cao-nhat", "lấy tháng cao nhất; theo đơn vị: lấy đơn vị cao nhất; không báo cáo được hiểu là không phát sinh"),
        ("chi-so", "mỗi kỳ phải có số riêng, không cộng; theo đơn vị: không cộng từ đơn vị trực thuộc"),
        ("tieu-chi", "lấy số cuối kỳ; theo đơn vị: đếm số đơn vị đạt mức"),
    ],
)
def test_the_rule_says_how_an_indicator_adds_up(id: str, rule: str) -> None:
    """Over time, over bodies, what silence means, and who defined it."""
    assert why(ledger_of(""), id).rule == f"Theo thời gian: {rule} (định nghĩa: {DECISION})."


def test_without_a_status_rule_none_is_named() -> None:
    """The verdict then has none to go by."""
    assert why(ledger_of(WHOLE), "thu", What.STATUS, catalogue=replace(other_world(), rules={})).rule == FLOW


# ---------------------------------------------------------------- as data


def test_an_explanation_as_data(book: Book) -> None:
    """
    2026-Q1  p1  thu  18 tỷ đồng  BC 1
    2026-Q1  p1  thu  20 tỷ đồng  BC 2  note=x
    """
    first = {"entry": 1, "printed": "18 tỷ đồng", "recorded_at": "2026-03-31T16:59:59.999999Z"}
    assert why(book, "thu").data() == {
        "indicator": "thu", "name": "Thu ngân sách", "body": "p1", "what": "value", "value": 20, "measure": "tỷ đồng", "reason": None,
        "mark": "exact", "rule": FLOW, "lacking": [], "terms": [], "notes": ["x"],
        "lines": [{
            "entry": 2, "kind": "Figure", "role": "", "weight": 1, "body": "p1", "body_name": "Phường Một", "period": "2026-Q1",
            "printed": "20 tỷ đồng", "quality": "actual", "recorded_at": "2026-03-31T16:59:59.999999Z", "by": "ng-1", "via": "load",
            "sources": ["BC 2"], "remark": "x", "earlier": [first], "indicator": "thu", "indicator_name": "Thu ngân sách",
        }],
    }  # fmt: skip
    target = why(ledger_of(WHOLE), "thu", What.TARGET, period="2026-Q2").data()["lines"][0]
    assert (target["quality"], target["remark"], target["earlier"]) == (None, None, [])


# ---------------------------------------------------------------- who may see it


def test_what_may_not_be_seen_is_not_explained(book: Book) -> None:
    """
    2026-01  p1  kin  1 vụ
    2026-01  p1  chi  1 triệu đồng
    """
    assert explain(maker(book, "2026-01", sight=STRANGER), indicator="kin", body="p1") is None
    assert explain(maker(book, "2026-01", sight=Sight()), indicator="chi", body="p1") is None
    assert why(book, "chi", period="2026-01", sight=STRANGER).value == 1.0


@pytest.mark.parametrize("what", list(What))
def test_of_a_restricted_total_the_entries_are_counted_and_not_named(what: What) -> None:
    """Whatever is asked of it; each number is that of the row."""
    book = ledger_of("\n".join(f"2026-01  p{n}  kin  {n} vụ  note=x" for n in (1, 2, 3, 4)))
    made = maker(book, "2026-01", sight=STRANGER)
    found = explain(made, indicator="kin", body="tp", what=what)
    value = 10.0 if what in (What.VALUE, What.TO_DATE) else None
    number = 4 if what in (What.VALUE, What.TO_DATE, What.GROWTH, What.ATTAINMENT, What.STATUS, What.RANK) else 0
    assert found is not None
    assert (found.value, found.lines, found.lacking, found.row) == (value, (), (), row(made, "kin", body="tp"))
    assert found.reason == f"{number} mục không được xem"


@pytest.mark.parametrize(("indicator", "body"), [("thu", "khong-co"), ("khong-co", "p1")])
def test_what_is_not_there_is_not_explained(indicator: str, body: str) -> None:
    """Neither a body nor an indicator that nobody knows."""
    with pytest.raises(KeyError):
        explain(maker(ledger_of(""), "2026-01"), indicator=indicator, body=body)


def test_a_plan_is_explained_by_whose_it_is(book: Book) -> None:
    """
    2026-Q2  p1  thu  24 tỷ đồng
    2026-Q2  p1  thu  KH tp-giao 40 tỷ đồng
    2026-Q2  p1  thu  KH tinh-giao 48 tỷ đồng

    Of two plans each share has its own number; a giver who gave none has none.
    """
    made = maker(book, "2026-Q2")
    found = {base: explain(made, indicator="thu", body="p1", what=What.ATTAINMENT, base=base) for base in ("tp-giao", "tinh-giao", "x")}
    assert {base: one.value if one else None for base, one in found.items()} == {"tp-giao": 0.6, "tinh-giao": 0.5, "x": None}


def test_a_stated_share_is_explained_by_what_it_is_of() -> None:
    """Of last year, or of somebody's plan; else the first."""
    made = maker(ledger_of(WHOLE), "2026-Q2")
    found = {base: explain(made, indicator="thu", body="p1", what=What.STATED, base=base) for base in ("", "same_period", "tinh-giao")}
    assert {base: one.value if one else None for base, one in found.items()} == {"": 1.5, "same_period": 1.5, "tinh-giao": None}
