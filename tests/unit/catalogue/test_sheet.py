"""Is a file read as the texts, lists and mappings it says, and every other text refused with its line?"""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from giaoban.catalogue import sheet
from giaoban.catalogue.fields import Lined, UnknownField
from giaoban.catalogue.sheet import BrokenYaml, RepeatedField, parse, write
from giaoban.values import Span
from tests.unit.catalogues import sentences

LOADERS = [yaml.BaseLoader, sheet.LOADER]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test runs with the quick loader and with the one that is always there."""
    monkeypatch.setattr(sheet, "LOADER", request.param)


def said(text: str) -> list[str]:
    """What is wrong with a file of that text."""
    sheets, problems = parse({"a.yaml": text})
    assert not sheets or all(isinstance(problem, RepeatedField | UnknownField) for problem in problems)
    return sentences(problems)


# ---------------------------------------------------------------- reading


def test_every_scalar_stays_the_text_that_was_written(loader: None) -> None:
    """ "0.1" is no float, "no" no boolean, 2021-04-20 no date; only what says nothing is nothing."""
    text = 'facts: [0.10, no, 2021-04-20, 0x1F, null, ~, "null", "", "~", 007, !!int "5", Null]\ncase: {a: , b: ""}\n'
    (found,), problems = parse({"a.yaml": text})
    assert problems == ()
    assert found.content == {
        "facts": ["0.10", "no", "2021-04-20", "0x1F", None, None, "null", "", "~", "007", "5", "Null"], "case": {"a": None, "b": ""}
    }  # fmt: skip


def test_a_mapping_remembers_its_lines(loader: None) -> None:
    """Counted from 1, comments and blank lines among them."""
    (found,), _ = parse({"a.yaml": "# a\n\nfacts:\n  - figure: thu\n    body: p1\n\ncase: {}\n"})
    content, fact = found.content, found.content["facts"][0]
    assert isinstance(content, Lined)
    assert (content.lines, fact.lines, fact.line) == ({"facts": 3, "case": 7}, {"figure": 4, "body": 5}, 4)
    assert found.fields([], sources={}).at("case") == Span.line("a.yaml", number=7)


def test_files_come_in_the_order_of_their_names() -> None:
    """However they were handed in; one broken file does not hide the others."""
    sheets, problems = parse({"b": "case: {}", "c": "[", "a": "facts: []"})
    assert ([one.name for one in sheets], [problem.where.document for problem in problems]) == (["a", "b"], ["c"])


# ---------------------------------------------------------------- refusing

DEEP = "facts: " + "[" * 40 + "]" * 40
LAUGHS = "case: &a [x, x]\nfacts: &b [*a, *a]\npeople: [*b, *b]\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("case: {}\ncase: {}\n", "dòng 2: trường “case” đứng hai lần trong cùng một mục."),
        ("facts:\n- {a: 1, a: 2}\n", "dòng 2: trường “a” đứng hai lần trong cùng một mục."),
        ("case: {}\nfigure: 1\n", "dòng 2: tệp có trường “figure” mà hệ thống không biết."),
        (LAUGHS, "dòng 2: tệp không đúng cú pháp YAML: không dùng bí danh (*)."),
        ("facts: &a [*a]\n", "dòng 1: tệp không đúng cú pháp YAML: không dùng bí danh (*)."),
        (DEEP, "dòng 1: tệp không đúng cú pháp YAML: lồng nhau quá 30 tầng."),
        ("case:\n  a: \x00\n", "dòng 2: tệp không đúng cú pháp YAML: có ký tự điều khiển."),
        ("case:\n  a: \ud800\n", "dòng 2: tệp không đúng cú pháp YAML: có ký tự điều khiển."),
        ('case:\n  a: "\\0"\n', "dòng 2: tệp không đúng cú pháp YAML: có ký tự điều khiển."),
        ('case:\n  "\\a": x\n', "dòng 2: tệp không đúng cú pháp YAML: có ký tự điều khiển."),
        ("case:\n  [a]: x\n", "dòng 2: tệp không đúng cú pháp YAML: tên trường phải là chữ."),
        ("", "dòng 1: tệp không đúng cú pháp YAML: cần các trường ở cấp ngoài cùng."),
        ("- a\n", "dòng 1: tệp không đúng cú pháp YAML: cần các trường ở cấp ngoài cùng."),
        ("thu ngân sách", "dòng 1: tệp không đúng cú pháp YAML: cần các trường ở cấp ngoài cùng."),
    ],
)
def test_what_folds_breaks_or_hides_is_refused(loader: None, text: str, sentence: str) -> None:
    """With its line, in a sentence."""
    assert said(text) == [f"a.yaml, {sentence}"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("case:\n\tid: a\n", 2),  # a tab where spaces belong
        ("case: {}\nfacts: [\n", 3),
        ('case: "a\n', 2),
        ("case: a: b\n", 1),
        ("case: {}\n---\ncase: {}\n", 2),
        ('case: "\\UFFFFFFFF"\n', 1),
        ("%YAML 9" + "9" * 5000 + ".1\n---\ncase: {}\n", 1),
    ],
)
def test_what_is_no_yaml_is_refused_at_its_line(loader: None, text: str, line: int) -> None:
    """In the parser's own words, which are not ours to promise."""
    sheets, problems = parse({"a.yaml": text})
    assert (sheets, [type(problem) for problem in problems]) == ((), [BrokenYaml])
    assert problems[0].where in (Span.line("a.yaml", number=line), Span.line("a.yaml", number=1))
    assert problems[0].sentence("en").startswith("a.yaml, line ")


def test_a_lone_surrogate_said_by_its_code_is_no_text(loader: None) -> None:
    """It could not be written again."""
    assert [one.split(": ")[1] for one in said('case: "\\ud800"')] == ["tệp không đúng cú pháp YAML"]


def test_a_huge_text_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """One long word is as bad as a million lines."""
    monkeypatch.setattr(sheet, "MOST_CHARACTERS", 50)
    assert said("case: " + "a" * 100) == ["a.yaml, dòng 1: tệp không đúng cú pháp YAML: dài hơn 50 ký tự."]
    assert sheet.parse({"a.yaml": "case: " + "a" * 40})[1] == ()


def test_a_long_word_is_no_problem() -> None:
    """A hundred thousand letters are one text."""
    (found,), problems = parse({"a.yaml": "case: " + "a" * 100_000})
    assert (found.content, problems) == ({"case": "a" * 100_000}, ())


PIECES = st.sampled_from(
    [
        "case", "facts", ":", " ", "\n", "  ", "- ", "? ", "[", "]", "{", "}", ",", "&a ", "*a", "!!int ", "!<x> ", "|\n", ">-\n", '"',
        "'", "#", "---\n", "...\n", "%YAML 1.1\n", "<<", "\t", "\\x00", "\\UFFFFFFFF", "\x00", "\x85", "\u2028", "\ufeff", "\ud800",
        "đ", "null", "~",
    ]
)  # fmt: skip


@pytest.mark.parametrize("chosen", LOADERS, ids=lambda loader: loader.__name__)
@given(text=st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join))
@example(text="- " * 5000)
@example(text="? " * 5000)
@example(text="[" * 5000)
@example(text="{a: " * 5000)
@example(text="case: {? [a] : b, ? {c} : d}")
@example(text="case: !!map [a]")
@example(text="case: !!seq {a: b}")
@example(text="case: !!set {a, b}")
@example(text="case: !!str [a]")
@example(text="!!python/object/apply:os.system [ls]")
def test_any_text_is_a_file_or_ends_in_problems(chosen: Any, text: str) -> None:
    """Never in an exception; and what is read can be written and read again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet, "LOADER", chosen)
        sheets, problems = parse({"a.yaml": text})
        assert bool(sheets) or bool(problems)
        assert all(problem.sentence(language) for problem in problems for language in ("vi", "en"))
        for one in sheets:
            assert parse({"b": write(one.content)})[0][0].content == one.content


# ---------------------------------------------------------------- writing

ODD = ["", "~", "null", "no", "0.1", "- a", "a: b", "# a", " a ", "'", '"', "{", "*a", "&a", "a\n\nb\n", "\u2028", "\u00a0", "\ufeff"]
WHOLE = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from("\n\t")
TEXTS = st.text(WHOLE) | st.sampled_from(ODD)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(st.sampled_from(sheet.TOP), VALUES))
def test_what_is_written_is_read_back_to_the_same(content: dict[str, Any]) -> None:
    """Whatever the texts hold: quotes, colons, words that look like something else."""
    (found,), problems = parse({"a.yaml": write(content)})
    assert (found.content, problems) == (content, ())


def test_one_thing_said_twice_is_written_twice() -> None:
    """No anchors: a file is read from top to bottom."""
    source = {"title": "Quyết định"}
    assert write({"facts": [source, source]}) == "facts:\n- title: Quyết định\n- title: Quyết định\n"


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "\x1b[0m"])
def test_what_no_file_may_hold_is_not_written(text: str) -> None:
    """Better now than when somebody loads it."""
    with pytest.raises(ValueError, match="holds what no file may hold"):
        write({"case": text})
