"""Is a focus task read as it was written, and written as it is read?"""

from __future__ import annotations

from giaoban.delivery.focus_task import FocusTask, read_focus_task
from giaoban.values import Span

WHERE = Span("a.yaml", "line 3")
ROADS = FocusTask(
    id="duong",
    body="phuong-mau",
    period="2026-Q2",
    title="Làm tiếp 7 tuyến đường",
    measure="đạt 45% kế hoạch năm",
    indicator="duong-be-tong",
    visibility="draft",
    note="ab" * 32,
)


def test_a_task_that_is_written_is_read_back() -> None:
    """Content and key together say everything but where it was recorded."""
    assert read_focus_task(ROADS.content(), key=ROADS.key, where=WHERE) == (ROADS, ())


def test_body_period_and_title_are_enough() -> None:
    """The period in its one spelling."""
    found, problems = read_focus_task(
        {"body": "p", "period": "2026-6M", "title": "Thu gom rác", "measure": ""}, key="focus/rac", where=WHERE
    )
    assert (found, problems) == (FocusTask("rac", "p", "2026-H1", "Thu gom rác"), ())


def test_all_problems_come_at_once() -> None:
    """What is missing, what cannot be read and what nobody knows."""
    found, problems = read_focus_task({"period": "quý I", "title": "", "lead": "x"}, key="focus/Rác", where=WHERE)
    assert found is None
    assert [problem.code for problem in problems] == ["wrong-value", "missing-field", "wrong-value", "missing-field", "unknown-field"]


def test_a_problem_names_the_task() -> None:
    """As a person calls it."""
    _, problems = read_focus_task({"period": "2026-Q2", "title": "Thu gom rác"}, key="focus/rac", where=WHERE)
    assert [problem.sentence() for problem in problems] == ["a.yaml, dòng 3: nhiệm vụ trọng tâm rac thiếu trường “body”."]
