"""Is a definition kept exactly as it was written, and understood again from what was kept?"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.catalogue import Definition, Group, understand
from giaoban.catalogue.definition import NAMES, READERS
from giaoban.values import Source, Span
from tests.unit.catalogues import definitions, sentences, understood

GROUP = {"kind": "group", "id": "g", "name": "Nhóm", "order": "1"}


def test_a_definition_keeps_its_fields_and_its_source_in_full() -> None:
    """So that what is exported is what was loaded, and needs no other file."""
    decree = Source("Nghị định", number="09/2019/NĐ-CP", dated=date(2019, 1, 24), url="https://a.vn")
    definition, thing, problems = understand({**GROUP, "since": "1/1/2010", "source": "nd"}, where=Span("a"), sources={"nd": decree})
    content = {
        **GROUP, "since": "1/1/2010",
        "source": {"title": "Nghị định", "number": "09/2019/NĐ-CP", "dated": "2019-01-24", "url": "https://a.vn"},
    }  # fmt: skip
    assert (definition, thing, problems) == (Definition("group", "g", date(2010, 1, 1), None, content, decree), Group("g", "Nhóm", 1), ())


def test_its_key_and_its_text_are_the_same_for_ever() -> None:
    """Kind, id and first day; sorted names without spaces or escapes."""
    definition = understood(**GROUP)[0]
    assert definition is not None
    assert definition.key == "group/g/2010-01-01"
    assert definition.json() == '{"id":"g","kind":"group","name":"Nhóm","order":"1","since":"2010-01-01","source":{"title":"Quyết định"}}'


def test_what_was_kept_is_understood_as_the_same() -> None:
    """Of every kind there is: nothing outside the text is needed."""
    reads = definitions()
    assert {read.definition.kind for read in reads} == set(READERS) == set(NAMES)
    again = [understand(json.loads(read.definition.json()), where=Span(""), sources={}) for read in reads]
    assert again == [(read.definition, read.thing, ()) for read in reads]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({}, ["a.yaml: định nghĩa thiếu trường “kind”."]),
        ({"kind": "rule", "id": "r"}, [f"a.yaml: định nghĩa r: “kind: rule” không đọc được; cần một trong: {', '.join(READERS)}."]),
        ({"kind": ["group"], "id": None}, ["a.yaml: định nghĩa: “kind: ['group']” không đọc được; cần một giá trị."]),
        ({**GROUP, "until": "2010-01-01"}, ["a.yaml: nhóm chỉ tiêu g: “until: 2010-01-01” không đọc được; cần ngày sau “since”."]),
        ({**GROUP, "since": None}, ["a.yaml: nhóm chỉ tiêu g thiếu trường “since”."]),
        ({**GROUP, "source": ""}, ["a.yaml: nhóm chỉ tiêu g thiếu trường “source”."]),
        ({**GROUP, "id": ""}, ["a.yaml: nhóm chỉ tiêu thiếu trường “id”."]),
        ({**GROUP, "colour": "red"}, ["a.yaml: nhóm chỉ tiêu g có trường “colour” mà hệ thống không biết."]),
    ],
)
def test_a_definition_with_anything_wrong_is_none(content: dict[str, Any], said: list[str]) -> None:
    """And each thing wrong is said once, however often it was asked for."""
    definition, thing, problems = understood(**content)
    assert (definition, thing, sentences(problems)) == (None, None, said)


def test_its_problems_name_it_in_both_languages() -> None:
    """By its kind and id."""
    problems = understood(**{**GROUP, "order": "x"})[2]
    assert sentences(problems, "en") == ["a.yaml: group g: “order: x” cannot be read; a whole number from 0 to 9999 is needed."]


FIELDS = sorted({name for read in definitions() for name in read.definition.content} | {"until", "phasing", "meets"})
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.text(max_size=6) | st.sampled_from(["1", "0.5", "2010-01-01", "area", "sum", "ratio", "thu", "%", "1 %"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "name", "from", "to", "extent", "area"]), inner),
    max_leaves=6,
)


@given(st.sampled_from(definitions()), st.dictionaries(st.sampled_from(FIELDS), ANYTHING, min_size=1, max_size=4))
def test_whatever_a_field_holds_there_is_a_definition_or_a_problem(read: Any, change: dict[str, Any]) -> None:
    """Never both, never neither, never an exception."""
    definition, thing, problems = understand({**read.definition.content, **change}, where=Span("a"), sources={})
    assert (definition is None) == (thing is None) == bool(problems)
    assert all(problem.sentence(language) and problem.way_out(language) for problem in problems for language in ("vi", "en"))
