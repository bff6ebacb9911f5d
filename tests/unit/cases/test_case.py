"""Is a book read from its files, every fact as what it says, and every problem told at once?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.cases import Act, Case, CaseFact, NamedPerson, digest_of, read_case
from giaoban.catalogue import Catalogue, build
from giaoban.catalogue.loading import Read
from giaoban.ledger import Cell, Figure, Grade, Stated, Target, Withdrawal
from giaoban.values import Problem, Quality, Source, Span
from tests.unit.catalogues import definitions, sentences

HEAD = """
case: {id: so-thu, title: Sổ thử, regime: giao-ban}
sources:
  - {id: bc, title: Báo cáo}
  - {id: tb, title: Thông báo}
source: bc
"""
CELL = Cell("thu", "giao-ban", "-", "p1", "2026-Q1")
OF = "body: p1, period: 2026-Q1"
HANOI = timezone(timedelta(hours=7))


def catalogue_on(own: Sequence[Read]) -> Callable[[date], Catalogue]:
    known = [(read.definition, read.thing) for read in (*definitions(), *own)]
    return lambda on: build(known, on=on)


def read(*texts: str) -> tuple[Case | None, tuple[Problem, ...]]:
    return read_case({f"{number}.yaml": text for number, text in enumerate(texts, 1)}, catalogue_on=catalogue_on)


def fact(said: str) -> CaseFact:
    """The one fact of a case that holds it alone, and nothing wrong."""
    case, problems = read(f"{HEAD}facts:\n- {{{said}}}\n")
    assert sentences(problems) == []
    assert case is not None
    (found,) = case.facts
    return found


def wrong(said: str) -> list[str]:
    """What is wrong with a fact; it is not among those of the case."""
    case, problems = read(f"{HEAD}facts:\n- {{{said}}}\n")
    assert case is not None
    assert tuple(case.facts) == ()
    return [sentence.removeprefix("1.yaml, dòng 8: ") for sentence in sentences(problems)]


# ---------------------------------------------------------------- the case


def test_a_case_is_the_sum_of_its_files() -> None:
    """Head, sources, people, definitions and facts may stand in any of them."""
    people = "people:\n- {id: ng-1, name: Nguyễn Văn A, post: Chủ tịch}\n- {id: ng-2, name: Trần B}\n"
    group = "definitions:\n- {kind: group, id: g, since: 2010-01-01, name: Nhóm, order: '1', source: tb}\n"
    facts = f"recorded: 2026-04-03T08:00:00+07:00\nsource: tb\nfacts:\n- {{figure: thu, {OF}, printed: 1 đồng, quality: actual}}\n"
    case, problems = read(HEAD.replace("giao-ban}", "giao-ban, made: 'true'}"), people + group, facts)
    assert sentences(problems) == []
    assert case is not None
    assert (case.id, case.title, case.made, case.regime) == ("so-thu", "Sổ thử", True, "giao-ban")
    assert case.sources == {"bc": Source("Báo cáo"), "tb": Source("Thông báo")}
    assert case.people == (NamedPerson("ng-1", "Nguyễn Văn A", "Chủ tịch"), NamedPerson("ng-2", "Trần B"))
    assert [one.definition.key for one in case.definitions] == ["group/g/2010-01-01"]
    known_at = datetime(2026, 4, 3, 8, tzinfo=HANOI)
    assert tuple(case.facts) == (CaseFact(Figure(CELL, "1 đồng", 1), "tb", "", known_at, "", Span.line("3.yaml", number=4)),)


def test_a_case_may_define_what_its_facts_are_of() -> None:
    """The catalogue is asked with the case's own definitions in it."""
    text = """definitions:
- {kind: indicator, id: cay, since: 2026-03-20, name: Cây, group: kinh-te, measure: cây, step: 1 cây, direction: more, over_time: sum,
   over_bodies: sum, absence: lacking, frequency: month}
facts:
- {figure: cay, body: p1, period: 2026-03, printed: 5 cây, quality: actual}
- {figure: cay, body: p1, period: 2026-02, printed: 5 cây, quality: actual}
"""
    case, problems = read(HEAD + text)
    assert case is not None
    assert [one.item for one in case.facts] == [Figure(Cell("cay", "giao-ban", "-", "p1", "2026-03"), "5 cây", 5)]
    assert sentences(problems) == ["1.yaml, dòng 12: không có chỉ tiêu “cay” trong kỳ 2026-02."]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([], [": bộ dữ liệu (đúng một tệp) thiếu trường “case”."]),
        ([HEAD, "case: {id: b, title: B, regime: giao-ban}"], ["1.yaml: bộ dữ liệu (đúng một tệp) thiếu trường “case”."]),
        (["case: {id: a, regime: giao-ban}"], ["1.yaml, dòng 1: tệp, case thiếu trường “title”."]),
        (
            ["case: {id: A, title: a, regime: giao-ban}"],
            ["1.yaml, dòng 1: tệp, case: “id: A” không đọc được; cần chữ thường không dấu, số và gạch nối."],
        ),
        (
            ["case: {id: a, title: a, regime: giao-ban, made: yes}"],
            ["1.yaml, dòng 1: tệp, case: “made: yes” không đọc được; cần true hoặc false."],
        ),
        (
            ["case: {id: a, title: a, regime: giao-ban, author: b}"],
            ["1.yaml, dòng 1: tệp, case có trường “author” mà hệ thống không biết."],
        ),
    ],
)
def test_without_one_sound_head_there_is_no_case(texts: list[str], said: list[str]) -> None:
    """And each problem is told once."""
    case, problems = read(*texts)
    assert (case, [sentence.removeprefix(": ") for sentence in sentences(problems)]) == (None, [one.removeprefix(": ") for one in said])


def test_problems_of_every_part_are_told_together() -> None:
    """A person mends the files once."""
    case, problems = read(HEAD + "people: [{id: ng-1}]\nfacts: [{}]\n", "people: [{name: a, id: b, age: '7'}]\nfact: []\n", "[")
    assert case is not None
    assert [(problem.code, problem.where.document) for problem in problems] == [
        ("unknown-field", "2.yaml"), ("broken-yaml", "3.yaml"), ("missing-field", "1.yaml"), ("unknown-field", "2.yaml"),
        ("unknown-fact", "1.yaml"),
    ]  # fmt: skip


def test_two_cases_are_the_same_when_their_files_are() -> None:
    """By name and text, in whatever order; a name is no part of a text."""
    digest = digest_of({"a": "1", "b": "2"})
    assert (digest_of({"b": "2", "a": "1"}), len(digest)) == (digest, 64)
    assert (
        len({digest, digest_of({"a": "1", "c": "2"}), digest_of({"a": "1", "b": "3"}), digest_of({"a": "1b", "": "2"}), digest_of({})}) == 5
    )
    assert digest_of({"a": "\ud800"}) != digest_of({"a": "?"})


# ---------------------------------------------------------------- facts


@pytest.mark.parametrize(
    ("said", "item"),
    [
        (f"figure: thu, {OF}, printed: '12,5 tỷ đồng', quality: estimate", Figure(CELL, "12,5 tỷ đồng", 12_500_000_000, Quality.ESTIMATE)),
        (
            f"figure: dan-so, part: nu, regime: nghi-dinh-09, {OF}, printed: 5 người, quality: final, visibility: draft, doubt: d",
            Figure(Cell("dan-so", "nghi-dinh-09", "nu", "p1", "2026-Q1"), "5 người", 5, Quality.FINAL, "draft", "d"),
        ),
        (f"figure: thu, {OF}, printed: không áp dụng, quality: actual", Figure(CELL, "không áp dụng", None)),
        (f"stated: thu, {OF}, relation: same_period, printed: 145 %", Stated(CELL, "same_period", "-", "145 %", Decimal("1.45"))),
        (
            f"stated: thu, {OF}, relation: plan, printed: 188 %, doubt: d",
            Stated(CELL, "plan", "unnamed", "188 %", Decimal("1.88"), doubt="d"),
        ),
        (
            f"stated: thu, {OF}, relation: plan, authority: tp-giao, printed: '2,9 lần', visibility: draft",
            Stated(CELL, "plan", "tp-giao", "2,9 lần", Decimal("2.9"), "draft"),
        ),
        (f"grade: danh-gia, {OF}, word: tot", Grade(Cell("danh-gia", "giao-ban", "-", "p1", "2026-Q1"), "muc", "tot")),
        (f"target: thu, {OF}, authority: tp-giao, version: '2', printed: 5 đồng", Target(CELL, "tp-giao", 2, "5 đồng", 5)),
        (f"withdraw: thu, {OF}, kind: Figure", Withdrawal("Figure", CELL.key, "")),
        (f"withdraw: thu, {OF}, kind: Grade", Withdrawal("Grade", CELL.key, "")),
        (f"withdraw: thu, {OF}, kind: Target, authority: tp-giao, version: '2'", Withdrawal("Target", f"{CELL.key}/tp-giao/2", "")),
        (f"withdraw: thu, {OF}, kind: Stated, relation: plan", Withdrawal("Stated", f"{CELL.key}/plan/unnamed", "")),
        (f"withdraw: thu, {OF}, kind: Stated, relation: same_period", Withdrawal("Stated", f"{CELL.key}/same_period/-", "")),
        ("figure: thu, body: p1, period: 2026-3M, printed: 1 đồng, quality: actual", Figure(CELL, "1 đồng", 1)),
        (
            "bottleneck: xi-mang, body: p1, title: Xi măng về chậm, asks: [cấp đủ, cấp sớm]",
            Act("Bottleneck", "bottleneck/xi-mang", {"body": "p1", "title": "Xi măng về chậm", "asks": "cấp đủ\ncấp sớm"}),
        ),
        ("aim: a, indicator: thu", Act("Aim", "aim/a", {"indicator": "thu"})),
    ],
)
def test_a_fact_says_what_it_is(said: str, item: Any) -> None:
    """Figures, relations, grades, targets, withdrawals, and acts that are no figures."""
    assert fact(said).item == item


def test_a_fact_has_its_source_its_place_its_instant_and_our_remark() -> None:
    """Its own where it says so, else those of the file."""
    said = f"figure: thu, {OF}, printed: 1 đồng, quality: actual"
    own = fact(f"{said}, source: tb, at: đoạn 4, recorded: '2026-04-03T08:00:00+07:00', note: ghi chú")
    assert (own.source, own.place, own.known_at, own.note) == ("tb", "đoạn 4", datetime(2026, 4, 3, 8, tzinfo=HANOI), "ghi chú")
    assert (fact(said).source, fact(said).place, fact(said).known_at, fact(said).note) == ("bc", "", None, "")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (f"number: thu, {OF}", ["mục này không cho biết là loại nào."]),
        (f"figure: thuu, {OF}, printed: 1 đồng, quality: actual, doubt: d", ["không có chỉ tiêu “thuu” trong kỳ 2026-Q1."]),
        ("figure: thu, period: 2026-Q1, printed: 1 đồng, quality: actual", ["figure thu thiếu trường “body”."]),
        (
            "figure: thu, body: p1, period: quý I, printed: 1 đồng, quality: actual",
            ["figure thu: “period: quý I” không đọc được; cần mã kỳ, ví dụ 2021-Q1, 2021-9M, 2021-04."],
        ),
        (
            "figure: thu, body: p1, period: 2026-9M, regime: nghi-dinh-09, printed: 1 đồng, quality: actual",
            ["figure thu: “period: 2026-9M” không đọc được; cần một kỳ của chế độ báo cáo “nghi-dinh-09”."],
        ),
        (f"figure: thu, {OF}, quality: actual", ["figure thu thiếu trường “printed”."]),
        (f"figure: thu, {OF}, printed: 1 đồng", ["figure thu thiếu trường “quality”."]),
        (f"figure: thu, {OF}, printed: '0,5 đồng', quality: actual", ["“0,5 đồng” lẻ hơn bước tính nhỏ nhất của chỉ tiêu thu (1 đồng)."]),
        (f"stated: thu, {OF}, relation: plan", ["stated thu thiếu trường “printed”."]),
        (f"stated: thu, {OF}, printed: 5 %", ["stated thu thiếu trường “relation”."]),
        (f"stated: thu, {OF}, relation: plan, printed: 5 cây", ["“5 cây” không cùng loại với đơn vị tính của chỉ tiêu so sánh (%)."]),
        (f"grade: danh-gia, {OF}", ["grade danh-gia thiếu trường “word”."]),
        (f"target: thu, {OF}, version: '1', printed: 5 đồng", ["target thu thiếu trường “authority”."]),
        (
            f"target: thu, {OF}, authority: tp-giao, version: '0', printed: 5 đồng",
            ["target thu: “version: 0” không đọc được; cần số nguyên từ 1 đến 99."],
        ),
        (f"withdraw: thu, {OF}", ["withdraw thu thiếu trường “kind”."]),
        (
            f"withdraw: thu, {OF}, kind: figure",
            ["withdraw thu: “kind: figure” không đọc được; cần một trong: Figure, Stated, Grade, Target."],
        ),
        (f"withdraw: thu, {OF}, kind: Target, authority: tp-giao", ["withdraw thu thiếu trường “version”."]),
        (f"withdraw: thu, {OF}, kind: Stated", ["withdraw thu thiếu trường “relation”."]),
        ("bottleneck: Xi măng", ["bottleneck Xi măng: “bottleneck: Xi măng” không đọc được; cần chữ thường không dấu, số và gạch nối."]),
        ("bottleneck: '', title: a", ["bottleneck thiếu trường “bottleneck”."]),
        ("aim: a, Người: b", ["aim a có trường “Người” mà hệ thống không biết."]),
        ("aim: a, body: {b: c}", ["aim a: “body: {'b': 'c'}” không đọc được; cần một giá trị."]),
        (
            f"figure: thu, {OF}, printed: 1 đồng, quality: actual, source: nd",
            ["figure thu: “source: nd” không đọc được; cần mã của một nguồn trong mục sources."],
        ),
        (f"figure: thu, target: chi, {OF}, printed: 1 đồng, quality: actual", ["figure thu có trường “target” mà hệ thống không biết."]),
    ],
)
def test_a_fact_with_anything_wrong_is_left_out(said: str, sentence: list[str]) -> None:
    """Each thing wrong is told once, at its line."""
    assert wrong(said) == sentence


def test_a_problem_of_a_fact_says_the_way_out() -> None:
    """In both languages."""
    _, problems = read(f"{HEAD}facts:\n- {{number: thu}}\n- {{figure: x, {OF}}}\n")
    assert [problem.way_out("en") for problem in problems] == [
        "Begin it with one of: figure, stated, grade, target, withdraw, bottleneck, aim, focus.",
        "Mend the indicator or the period, or add its definition.",
    ]
    assert sentences(problems, "en") == [
        "1.yaml, line 8: this item does not say what it is.",
        "1.yaml, line 9: there is no indicator “x” in 2026-Q1.",
    ]


PIECES = st.sampled_from(
    [
        "figure: thu", "stated: thu", "grade: danh-gia", "target: thu", "withdraw: thu", "bottleneck: b", "aim: a", "body: p1",
        "period: 2026", "printed: 1 đồng", "printed: 5 %", "quality: actual", "relation: plan", "authority: tp-giao", "version: '1'",
        "word: tot", "kind: Target", "part: nu", "regime: x", "source: [x]", "recorded: x", "period: {a: b}", "figure: [a]", "at: ~",
        "doubt: ''",
    ]
)  # fmt: skip


@given(st.lists(st.lists(PIECES, max_size=8).map(", ".join), max_size=4))
def test_whatever_facts_are_made_of_they_are_read_or_their_problems_told(facts: list[str]) -> None:
    """Never an exception, never a fact that says nothing."""
    case, problems = read(HEAD + "facts:\n" + "".join(f"- {{{one}}}\n" for one in facts))
    assert case is not None or problems
    assert all(problem.sentence(language) and problem.way_out(language) for problem in problems for language in ("vi", "en"))
