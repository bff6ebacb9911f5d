"""Is each field read as what it should be, and everything else said as a problem at its line?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.catalogue import Direction
from giaoban.catalogue.fields import Fields, Lined, MissingField, UnknownField, WrongValue, read_source
from giaoban.values import Measure, Problem, Said, Source, Span, Step
from tests.unit.catalogues import sentences

KNOWN = {"qd": Source("Quyết định")}


def opened(problems: list[Problem] | None = None, **raw: Any) -> Fields:
    """Fields of something on line 1, its fields on the lines after."""
    lined = Lined(raw)
    lined.line, lined.lines = 1, {name: number for number, name in enumerate(raw, 2)}
    found = [] if problems is None else problems
    return Fields(lined, where=Span.line("a.yaml", number=1), problems=found, what=Said("chỉ tiêu thu", "indicator thu"), sources=KNOWN)


def test_a_field_is_read_as_what_it_should_be() -> None:
    """Texts are stripped; numbers, days, measures and lists are themselves."""
    fields = opened(
        name=" Thu ", list=[" a ", "b"], kind="more", flag="true", off="false", day="20/4/2021", whole="-3", number="1.234,5",
        share="0.125", point="0.9", measure="Tỷ đồng", step="0,1 tấn", source="qd", id="thu-1",
    )  # fmt: skip
    read = [
        fields.text("name"), fields.texts("list"), fields.choice("kind", kind=Direction), fields.flag("flag"), fields.flag("off"),
        fields.flag("none"), fields.day("day"), fields.whole("whole", low=-3, high=0), fields.number("number"), fields.number("share"),
        fields.number("point"), fields.measure("measure"), fields.step("step"), fields.source(), fields.id,
    ]  # fmt: skip
    assert read == [
        "Thu", ("a", "b"), Direction.MORE, True, False, False, date(2021, 4, 20), -3, Decimal("1234.5"), Decimal("0.125"), Decimal("0.9"),
        Measure.named("tỷ đồng"), Step(Decimal("0.1"), Measure.named("tấn")), KNOWN["qd"], "thu-1",
    ]  # fmt: skip
    assert (fields.problems, fields.sound) == ([], True)


def test_what_may_be_absent_is_absent_without_a_problem() -> None:
    """Empty, blank and null are the same as not there."""
    fields = opened(empty="", blank="  ", null=None)
    for name in ("empty", "blank", "null", "none"):
        assert [fields.text(name, optional=True), fields.day(name, optional=True), fields.number(name, optional=True)] == [None] * 3
        assert [fields.whole(name, low=0, high=1, optional=True), fields.source(name, optional=True), fields.mapping(name)] == [None] * 3
        assert (fields.texts(name), fields.mappings(name)) == ((), ())
    assert fields.choice("empty", kind=Direction, default=Direction.NONE) is Direction.NONE
    assert fields.sound


@pytest.mark.parametrize("value", ["", "  ", None])
def test_what_must_stand_is_missed(value: str | None) -> None:
    """Each missing field is one problem, at the place of the whole."""
    fields = opened(name=value)
    read = [
        fields.text("name"),
        fields.day("name"),
        fields.whole("name", low=0, high=1),
        fields.number("name"),
        fields.choice("name", kind=Direction),
    ]
    read += [fields.measure("name"), fields.step("name"), fields.source("name")]
    assert read == [None] * 8
    assert fields.problems == [MissingField(Span.line("a.yaml", number=1), Said("chỉ tiêu thu", "indicator thu"), "name")] * 8
    assert sentences(fields.problems[:1]) == ["a.yaml, dòng 1: chỉ tiêu thu thiếu trường “name”."]
    assert sentences(fields.problems[:1], "en") == ["a.yaml, line 1: indicator thu lacks the field “name”."]


@pytest.mark.parametrize(
    ("ask", "value", "expected"),
    [
        ("text", ["a"], "một giá trị"),
        ("text", {"a": "b"}, "một giá trị"),
        ("texts", "a", "một danh sách"),
        ("texts", ["a", ["b"]], "danh sách các giá trị đơn"),
        ("texts", ["a", None], "danh sách các giá trị đơn"),
        ("mapping", "a", "các trường con"),
        ("mappings", "a", "một danh sách"),
        ("mappings", ["a"], "danh sách các nhóm trường"),
        ("flag", "yes", "true hoặc false"),
        ("day", "31/9/2019", "ngày có thật, dạng 2021-04-20 hoặc 20/4/2021"),
        ("number", "1.23.456", "một số, ví dụ 1.234,5"),
        ("number", "0.", "một số, ví dụ 1.234,5"),
        ("measure", "10", "đơn vị tính, ví dụ “tỷ đồng”"),
        ("step", "đồng", "số và đơn vị tính, ví dụ “1 đồng”"),
        ("step", "1", "số và đơn vị tính, ví dụ “1 đồng”"),
        ("step", "0 đồng", "số và đơn vị tính, ví dụ “1 đồng”"),
        ("source", "nd", "mã của một nguồn trong mục sources"),
    ],
)
def test_what_is_something_else_is_said(ask: str, value: Any, expected: str) -> None:
    """At the line of the field, with what is needed."""
    fields = opened(other="", field=value)
    getattr(fields, ask)("field")
    assert [type(problem) for problem in fields.problems] == [WrongValue]
    assert (fields.problems[0].where, fields.problems[0].expected_vi) == (Span.line("a.yaml", number=3), expected)
    assert not fields.sound


@pytest.mark.parametrize("word", ["4", "-1", "1.0", "٣", "1" * 20, "một", "1 "])
def test_a_whole_number_lies_within_its_bounds(word: str) -> None:
    """0 to 3: a blank around it is nothing, anything else is a problem."""
    fields = opened(field=word)
    assert fields.whole("field", low=0, high=3) == (1 if word.strip() == "1" else None)
    assert fields.sound == (word.strip() == "1")


def test_a_choice_is_one_of_its_words() -> None:
    """The problem lists them."""
    fields = opened(field="up")
    assert fields.choice("field", kind=Direction, default=Direction.MORE) is None
    assert sentences(fields.problems) == [
        "a.yaml, dòng 2: chỉ tiêu thu: “field: up” không đọc được; cần một trong: more, less, band, none."
    ]
    assert fields.problems[0].way_out("en") == "Mend the value of “field”."


@pytest.mark.parametrize("id", ["Thu", "thu_1", "-thu", "thu-", "thu--1", "thu 1", "đất"])
def test_an_id_is_lower_case_ascii(id: str) -> None:
    """It is never reused and must be written anywhere."""
    fields = opened(id=id)
    assert (fields.id, fields.sound) == (id, False)


def test_what_nobody_asked_for_is_a_problem() -> None:
    """Most often a slip of the pen, so the known names are told."""
    fields = opened(name="Thu", nmae="Thu")
    fields.text("name")
    fields.leftover()
    assert fields.problems == [UnknownField(Span.line("a.yaml", number=3), Said("chỉ tiêu thu", "indicator thu"), "nmae", "name")]
    assert [fields.problems[0].way_out(), fields.problems[0].sentence("en")] == [
        "Sửa tên trường (các trường được biết: name), hoặc bỏ dòng này.",
        "a.yaml, line 3: indicator thu has a field “nmae” that is not known.",
    ]


def test_what_is_wrong_inside_makes_the_whole_unsound() -> None:
    """A part without a name spoils its indicator."""
    fields = opened(parts=[{"id": "nam"}], shares={"area": "x"})
    for inner in (*fields.mappings("parts"), fields.mapping("shares")):
        assert inner is not None
        inner.text("name")
    assert [fields.sound, len(fields.problems)] == [False, 2]
    assert sentences(fields.problems, "en") == [
        "a.yaml, line 2: indicator thu, parts lacks the field “name”.",
        "a.yaml, line 3: indicator thu, shares lacks the field “name”.",
    ]


def test_a_plain_name_of_the_thing_is_carried_inside_too() -> None:
    """Whoever opens the fields may name the thing in one language only."""
    fields = Fields({"a": {"b": "c"}}, where=Span("x"), problems=[], what="tệp", sources={})
    inner = fields.mapping("a")
    assert inner is not None
    assert (inner.what, inner.names(), inner.where) == ("tệp, a", ("b",), Span("x"))


def test_a_source_is_cited_by_its_own_fields_too() -> None:
    """What it has not stays empty; what is wrong in it is no source."""
    said = {"title": "Quyết định", "number": "1/QĐ", "dated": "20/4/2021", "url": "https://a.vn"}
    assert opened(source=said).source() == Source("Quyết định", number="1/QĐ", dated=date(2021, 4, 20), url="https://a.vn")
    for wrong in ({"number": "1"}, {"title": "a", "dated": "31/9/2019"}, {"title": "a", "page": "1"}):
        fields = opened(source=wrong)
        assert (fields.source(), fields.sound) == (None, False)
    assert read_source(opened(title="a", article="Điều 1")) == Source("a", article="Điều 1")


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8
)


@given(st.dictionaries(st.sampled_from(["a", "b", "id"]), VALUES))
def test_whatever_stands_in_a_field_ends_in_a_value_or_a_problem(raw: dict[str, Any]) -> None:
    """No field can raise anything."""
    fields = opened(**raw)
    for name in ("a", "b"):
        for ask in ("text", "texts", "flag", "day", "number", "measure", "step", "source", "mapping", "mappings"):
            getattr(fields, ask)(name)
        fields.choice(name, kind=Direction)
        fields.whole(name, low=0, high=9)
    assert isinstance(fields.id, str)
    fields.leftover()
    assert all(problem.sentence(language) for problem in fields.problems for language in ("vi", "en"))
