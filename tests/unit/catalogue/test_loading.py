"""Do files of definitions come in whole, with every problem told at once, and go out as they came?"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.catalogue.loading import Read, parse, read_definitions, read_sources, write
from giaoban.values import Problem, Source, Span
from tests.unit.catalogues import definitions, sentences

HANOI = timezone(timedelta(hours=7))
SOURCES = "sources:\n  - {id: qd, title: Quyết định, dated: 20/4/2021}\n"
GROUP = "{kind: group, id: g, since: 2010-01-01, name: Nhóm, order: '1'%s}"


def read(*texts: str) -> tuple[tuple[Read, ...], list[Problem]]:
    """What the files define, and every problem."""
    sheets, broken = parse({f"{number}.yaml": text for number, text in enumerate(texts, 1)})
    problems = list(broken)
    sources = read_sources(sheets, problems=problems)
    found, wrong = read_definitions(sheets, sources=sources)
    return found, [*problems, *wrong]


def test_a_file_gives_its_definitions_their_source_and_instant() -> None:
    """Unless one of them has its own."""
    one, other = GROUP % "", GROUP.replace("id: g", "id: h") % ", source: nd, recorded: '2021-04-21T08:00:00+07:00'"
    text = (
        f"{SOURCES}  - {{id: nd, title: Nghị định}}\nsource: qd\nrecorded: '2021-04-20T08:00:00+07:00'\ndefinitions:\n- {one}\n- {other}\n"
    )
    found, problems = read(text)
    assert sentences(problems) == []
    assert [(read.definition.key, read.definition.source, read.where, read.known_at) for read in found] == [
        (
            "group/g/2010-01-01",
            Source("Quyết định", dated=date(2021, 4, 20)),
            Span.line("1.yaml", number=7),
            datetime(2021, 4, 20, 8, tzinfo=HANOI),
        ),
        ("group/h/2010-01-01", Source("Nghị định"), Span.line("1.yaml", number=8), datetime(2021, 4, 21, 8, tzinfo=HANOI)),
    ]
    assert found[0].definition.content == {
        "kind": "group", "id": "g", "since": "2010-01-01", "name": "Nhóm", "order": "1",
        "source": {"title": "Quyết định", "dated": "2021-04-20"},
    }  # fmt: skip


NO_INSTANT = "không đọc được; cần thời điểm có múi giờ, ví dụ 2021-04-20T17:00:00+07:00."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"{SOURCES}source: nd\ndefinitions: [{GROUP % ''}]\n",
            "dòng 4: nhóm chỉ tiêu g: “source: nd” không đọc được; cần mã của một nguồn trong mục sources.",
        ),
        (f"{SOURCES}definitions:\n- {GROUP % ''}\n", "dòng 4: nhóm chỉ tiêu g thiếu trường “source”."),
        (
            f"{SOURCES}  - {{id: qd, title: Khác}}\n",
            "dòng 3: tệp, sources: “id: qd” không đọc được; cần mã chưa dùng cho nguồn khác.",
        ),
        ("sources: [{id: a}]\n", "dòng 1: tệp, sources thiếu trường “title”."),
        (
            "sources: [{id: Một, title: a}]\n",
            "dòng 1: tệp, sources: “id: Một” không đọc được; cần chữ thường không dấu, số và gạch nối.",
        ),
        ("recorded: 2021-04-20\n", f"dòng 1: tệp: “recorded: 2021-04-20” {NO_INSTANT}"),
        ("recorded: 2021-04-31T00:00:00+07:00\n", f"dòng 1: tệp: “recorded: 2021-04-31T00:00:00+07:00” {NO_INSTANT}"),
        ("recorded: 0001-01-01T00:00:00+14:00\n", f"dòng 1: tệp: “recorded: 0001-01-01T00:00:00+14:00” {NO_INSTANT}"),
        ("definitions: group\n", "dòng 1: tệp: “definitions: group” không đọc được; cần một danh sách."),
        ("definition: []\n", "dòng 1: tệp có trường “definition” mà hệ thống không biết."),
    ],
)
def test_what_is_wrong_in_a_file_is_said_at_its_line(text: str, said: str) -> None:
    """A misspelt heading is no empty file."""
    found, problems = read(text)
    assert (found, sentences(problems)) == ((), [f"1.yaml, {said}"])


def test_one_thing_is_defined_once_for_a_day() -> None:
    """In one file or in two; a later day succeeds it and is no repetition."""
    definition = f"definitions: [{GROUP % ', source: {title: a}'}]\n"
    later = definition.replace("2010", "2020")
    found, problems = read(definition, definition, later)
    assert [read.definition.key for read in found] == ["group/g/2010-01-01", "group/g/2020-01-01"]
    assert [*sentences(problems), *sentences(problems, "en")] == [
        "2.yaml, dòng 1: group “g” từ ngày 2010-01-01 đã được định nghĩa ở 1.yaml, dòng 1.",
        "2.yaml, line 1: group “g” since 2010-01-01 is already defined at 1.yaml, line 1.",
    ]


def test_every_problem_is_told_at_once() -> None:
    """A person mends a file once."""
    _, problems = read(f"definitions:\n- {GROUP % ', order: x'}\n- {{kind: body}}\n", "[", f"definitions: [{GROUP % ', colour: red'}]\n")
    counted = Counter((problem.code, problem.where.document) for problem in problems)
    assert counted == {
        ("repeated-field", "1.yaml"): 1, ("wrong-value", "1.yaml"): 1, ("missing-field", "1.yaml"): 7,
        ("broken-yaml", "2.yaml"): 1, ("missing-field", "3.yaml"): 1, ("unknown-field", "3.yaml"): 1,
    }  # fmt: skip


def test_definitions_go_out_as_they_came() -> None:
    """Export, parse: the same definitions and the same things, of every kind."""
    exported = write({"definitions": [read.definition.content for read in definitions()]})
    found, problems = read(exported)
    assert sentences(problems) == []
    assert [(one.definition, one.thing) for one in found] == [(one.definition, one.thing) for one in definitions()]


@given(
    st.lists(
        st.sampled_from(exported_lines := write({"definitions": [one.definition.content for one in definitions()][:8]}).split("\n")),
        max_size=12,
    )
)
def test_lines_torn_out_of_a_file_end_in_definitions_or_problems(lines: list[Any]) -> None:
    """Never in an exception."""
    found, problems = read("definitions:\n" + "\n".join(lines))
    assert all(isinstance(one, Read) for one in found)
    assert all(problem.sentence(language) and problem.way_out(language) for problem in problems for language in ("vi", "en"))
