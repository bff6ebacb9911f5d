"""Is it said where aims and tasks stand, without pressing anybody, and what comes next, unit by unit?"""

from __future__ import annotations

from dataclasses import replace

from giaoban.briefing import Agenda, Pack, prepare
from giaoban.briefing.blocks import Grid, Paragraph, Point
from giaoban.briefing.notes import GLUE, Notes
from giaoban.briefing.outcomes import outcome_blocks, task_blocks
from giaoban.delivery import Act, FocusTask
from giaoban.engine import Board
from tests.unit.briefing.boards import REGIME, TREES, VOLUME, board, catalogue, ha_tinh, mau, plan, row
from tests.unit.briefing.test_pack import EIGHTY

HEAD = "Các mốc dưới đây do hội nghị ghi nhận để phấn đấu, không phải nhiệm vụ được giao:"
AIM = "Khối lượng chương trình mục tiêu hoàn thành: phấn đấu đạt 80% trước ngày 15/8/2021"
BARE = replace(EIGHTY, source="")
ROADS = FocusTask("duong", "ha-tinh", "2021-Q2", "Làm tiếp 7 tuyến đường.", "đạt 45% kế hoạch năm", "khoi-luong-ctmt")


def pack(made: Board, *acts: Act) -> Pack:
    return prepare(Agenda("ha-tinh", made.period, (REGIME,)), boards=[made], catalogue=catalogue(), acts=acts)


def outcomes(made: Board, *acts: Act) -> list[str]:
    found = outcome_blocks(pack(made, *acts), notes=Notes())
    return [block.text.replace(GLUE, " ") for block in found if isinstance(block, Paragraph | Point)]


def test_an_aim_is_no_duty_and_never_overdue() -> None:
    """Said with the level that is known now and how far it is from the aim, or that none is known."""
    assert outcomes(mau(), BARE) == [HEAD, f"{AIM}; kết quả quý II/2021: 31%, còn 49 điểm % tới mốc."]
    assert outcomes(ha_tinh(), BARE) == [HEAD, f"{AIM}; kết quả quý I/2021: chưa có số liệu."]
    assert outcomes(ha_tinh(), EIGHTY)[1].startswith(f"{AIM} (theo nguồn [1]); ")
    reached = board([row(VOLUME, value=80.0)])
    assert outcomes(reached, BARE)[1] == f"{AIM}; kết quả quý I/2021: 80%, đã đạt mốc."


def test_an_aim_that_is_no_percentage_of_one_thing_is_not_held_against_it() -> None:
    """Nobody said of what 80% is: the figure stands beside it, no difference."""
    said = outcomes(board([row(TREES, value=5558.0)]), replace(BARE, indicator=TREES.id))
    assert said[1] == "Trồng cây xanh: phấn đấu đạt 80% trước ngày 15/8/2021; kết quả quý I/2021: 5.558 cây."


def test_an_aim_of_a_part_is_not_held_against_the_part_s_figure() -> None:
    """The ward stands at 20%; saying so would name it."""
    assert outcomes(mau(), replace(BARE, body="phuong-1"))[1] == (
        "Khối lượng chương trình mục tiêu hoàn thành, phường Số 1: phấn đấu đạt 80% trước ngày 15/8/2021."
    )


def test_a_task_that_was_set_says_where_its_indicator_stands() -> None:
    """With the plan it is held against; a task of a part, or without an indicator, only what it was."""
    of_part, bare = replace(ROADS, id="a", body="phuong-1"), replace(ROADS, id="b", indicator="", measure="")
    assert outcomes(mau(), ROADS, of_part, bare) == [
        "Nhiệm vụ trọng tâm đã đặt ra cho quý II/2021:",
        "Làm tiếp 7 tuyến đường.",
        f"Làm tiếp 7 tuyến đường: đạt 45% kế hoạch năm; {VOLUME.name}: 31%, bằng 31% kế hoạch năm 2021 (thành phố giao).",
        "Phường Số 1: Làm tiếp 7 tuyến đường: đạt 45% kế hoạch năm.",
    ]
    plain = board([row(VOLUME, value=3.0, targets=(plan(9.0, None),))], period="2021-Q2", period_words="quý II/2021")
    assert outcomes(plain, ROADS)[1].endswith("; Khối lượng chương trình mục tiêu hoàn thành: 3%.")


def test_nothing_noted_says_so() -> None:
    """As far as the book knows."""
    assert outcomes(mau()) == ["Chưa ghi nhận mốc phấn đấu, nhiệm vụ trọng tâm nào của các cuộc họp trước."]


def test_the_tasks_to_come_stand_unit_by_unit() -> None:
    """The body's own counted; those of its parts in a table by name, with what is to be reached."""
    next_up = replace(ROADS, period="2021-Q3", source="BC 7")
    others = [replace(next_up, id=f"t{n}", body=f"phuong-{n}", title=f"Việc {n}", measure="", indicator="", source="") for n in (3, 1)]
    found = task_blocks(pack(mau(), next_up, *others, replace(others[0], id="t9", indicator=TREES.id)), notes=Notes())
    assert found[0] == Point(f"Làm tiếp 7 tuyến đường: đạt 45% kế hoạch năm (theo nguồn{GLUE}[1]).", "1.")
    (table,) = [block for block in found if isinstance(block, Grid)]
    assert (table.caption, table.rows) == (
        "Nhiệm vụ trọng tâm của 2 đơn vị",
        (("Phường Số 1", "Việc 1", "", ""), ("Phường Số 3", "Việc 3", "", ""), ("Phường Số 3", "Việc 3", "", "Trồng cây xanh")),
    )


def test_no_task_to_come_says_so() -> None:
    """Of which period."""
    assert task_blocks(pack(mau()), notes=Notes()) == [Paragraph("Chưa có nhiệm vụ trọng tâm nào được đăng ký cho quý III/2021.")]
