"""Is a difficulty read as it was written, and written as it is read?"""

from __future__ import annotations

from giaoban.delivery.bottleneck import Bottleneck, read_bottleneck
from giaoban.values import Span

WHERE = Span("a.yaml", "line 3")
CEMENT = Bottleneck(
    id="xi-mang",
    body="ha-tinh",
    period="2021-Q1",
    title="Xi măng cấp về chưa đủ",
    cause="nhà máy giao chậm",
    raised_by="nguoi-01",
    raised_for="thach-linh",
    programme="chuong-trinh-muc-tieu",
    asks=("cấp đủ", "cấp sớm"),
    affects=("khoi-luong",),
    visibility="draft",
    note="ab" * 32,
)


def test_a_difficulty_that_is_written_is_read_back() -> None:
    """Content and key together say everything but where it was recorded."""
    assert read_bottleneck(CEMENT.content(), key=CEMENT.key, where=WHERE) == (CEMENT, ())


def test_body_period_and_title_are_enough() -> None:
    found, problems = read_bottleneck(
        {"body": "ha-tinh", "period": "2021-Q1", "title": "Thiếu xi măng", "asks": ""}, key="bottleneck/xi-mang", where=WHERE
    )
    assert (found, problems) == (Bottleneck("xi-mang", "ha-tinh", "2021-Q1", "Thiếu xi măng"), ())


def test_all_problems_come_at_once() -> None:
    """What is missing, what cannot be read and what nobody knows."""
    found, problems = read_bottleneck({"period": "quý I", "title": "", "raised": "x"}, key="bottleneck/Xi măng", where=WHERE)
    assert found is None
    assert [problem.code for problem in problems] == ["wrong-value", "missing-field", "wrong-value", "missing-field", "unknown-field"]


def test_a_problem_names_the_difficulty() -> None:
    _, problems = read_bottleneck({"period": "2021-Q1", "title": "Thiếu xi măng"}, key="bottleneck/xi-mang", where=WHERE)
    assert [problem.sentence() for problem in problems] == ["a.yaml, dòng 3: khó khăn, vướng mắc xi-mang thiếu trường “body”."]
