from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from giaoban.reading import Linker, read_text, suggestions
from giaoban.reading.conclusion import TaskRead, is_conclusion, tasks_in
from tests.unit.catalogues import catalogue_on

DAY = date(2026, 5, 28)
CATALOGUE = catalogue_on(DAY)
HEAD = (
    "THÔNG BÁO\nKết luận của đồng chí Bí thư tại hội nghị giao ban tháng 5/2026\n\nBí thư kết luận như sau:\n"
    "I. Đánh giá chung\n1. Phòng Tài chính đã làm tốt.\nII. Nhiệm vụ thời gian tới\n"
)


def tasks(text: str) -> list[TaskRead]:
    """Return the tasks of a conclusion in the small world."""
    return list(tasks_in(read_text(HEAD + text, document="a"), catalogue=CATALOGUE, on=DAY))


def test_a_task_with_all_its_parts() -> None:
    """Lead, helpers, measure, deadline, report."""
    (task,) = tasks(
        "1. Giao Phòng Tài chính chủ trì, phối hợp với Văn phòng đẩy nhanh giải ngân, hoàn thành 80% khối lượng trước ngày 15/8; "
        "báo cáo kết quả trước ngày 20/8."
    )
    assert (task.lead, task.lead_words, task.helping_words, task.measure) == ("tai-chinh", "Phòng Tài chính", "Văn phòng", "80% khối lượng")
    assert (task.due_on, task.report_on, task.strength) == (date(2026, 8, 14), date(2026, 8, 19), "binding")
    assert task.task == "đẩy nhanh giải ngân, hoàn thành 80% khối lượng trước ngày 15/8"


def test_what_was_praised_gives_no_task() -> None:
    """Part I is heard, not ordered."""
    assert tasks("") == []


def test_an_item_with_a_colon_leads_those_below() -> None:
    """Until the next item of its own form."""
    found = tasks(
        "1. Phòng Tài chính:\na) Rà soát hộ nghèo.\nb) Giao Văn phòng tổng hợp danh sách.\n2. Tập trung nâng cao chất lượng phục vụ."
    )
    assert [(one.lead_words, one.strength) for one in found] == [("Phòng Tài chính", "general"), ("Văn phòng", "binding"), ("", "general")]


def test_two_orders_in_one_sentence_are_two_tasks() -> None:
    """And each points at its own words."""
    text = "1. Yêu cầu các đơn vị thu gom rác, xong trước ngày 30/6; giao Công an phường kiểm tra, xử lý vi phạm."
    found = tasks(text)
    assert [one.lead_words for one in found] == ["các đơn vị", "Công an phường"]
    whole = HEAD + text
    assert [whole[one.start : one.start + 8] for one in found] == ["Yêu cầu ", "giao Côn"]


@pytest.mark.parametrize(
    ("words", "strength"), [("Đề nghị Ủy ban MTTQ vận động nhân dân", "asked"), ("Văn phòng theo dõi, đôn đốc", "general")]
)
def test_strengths(words: str, strength: str) -> None:
    """To ask is no order, and to attend to is no task with a measure."""
    assert [one.strength for one in tasks(f"1. {words}.")] == [strength]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("trước ngày 20/6", date(2026, 6, 19)),
        ("chậm nhất ngày 20/6", date(2026, 6, 20)),
        ("trong tháng 6/2026", date(2026, 6, 30)),
        ("trong năm", None),
    ],
)
def test_deadlines_have_a_last_day(words: str, day: date | None) -> None:
    """Where they name one."""
    assert [one.due_on for one in tasks(f"1. Giao Văn phòng hoàn thành đề án {words}.")] == [day]


def test_only_a_conclusion_gives_tasks() -> None:
    """A report that asks for things gives none."""
    assert (is_conclusion(HEAD), is_conclusion("BÁO CÁO\nQuý I/2026")) == (True, False)
    linker = Linker(replace(CATALOGUE))
    found = suggestions(read_text(HEAD + "1. Giao Phòng Tài chính rà soát hộ nghèo.", document="a"), linker=linker, body="tp")
    assert [(one.kind, one.fields["lead"], one.fields["body"]) for one in found] == [("directive", "tai-chinh", "tp")]
    assert found[0].is_ready
