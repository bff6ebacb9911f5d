"""Is a course said in a sentence that stands for its chart, with every gap in the table behind it?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from giaoban.briefing.course import course_sentence, course_table, course_text, course_title, level_at
from giaoban.catalogue import Window
from tests.unit.briefing.courses import AIM, EVEN, LAST, course, point


def test_the_sentence_says_where_the_year_stands() -> None:
    """The figure, its share of the plan, what the pace asks, last year."""
    assert course_sentence(course()) == (
        "Thu ngân sách, Phường Một: quý I/2026 42 tỷ đồng; bằng 35% kế hoạch năm 2026 (tỉnh giao); "
        "theo tiến độ cần 30 tỷ đồng; cùng kỳ năm trước 28,5 tỷ đồng."
    )


def test_without_a_figure_the_sentence_says_so() -> None:
    """And still names the aim that a meeting noted, and how many figures are lacking."""
    found = course(this=(point(1.0, None), point(2.0, None)), milestones=(AIM,))
    assert course_sentence(found) == (
        "Thu ngân sách, Phường Một: chưa có số liệu năm 2026; phấn đấu đạt 80% trước ngày 15/8/2026; thiếu số liệu 2 thời điểm."
    )


def test_without_a_plan_or_last_year_nothing_is_compared() -> None:
    """A plan of nothing is no base either."""
    said = course_sentence(course(plans=(), last=()))
    assert said == "Thu ngân sách, Phường Một: quý I/2026 42 tỷ đồng; chưa có số liệu cùng kỳ để so sánh."
    assert "kế hoạch" not in course_sentence(course(plans=(replace(EVEN, level=0.0),)))


def test_a_limit_and_a_flat_level_ask_for_no_pace() -> None:
    """What must not be passed is called so; what must hold all year asks for all of it."""
    flat = replace(EVEN, path=tuple((float(month), 120.0) for month in range(13)))
    assert "theo tiến độ" not in course_sentence(course(plans=(flat,)))
    assert "bằng 35% mức giao năm 2026 (tỉnh giao)" in course_sentence(course(plans=(replace(flat, limit=True),)))


def test_a_percentage_is_said_without_a_blank() -> None:
    """42%, not 42 %."""
    assert "quý I/2026 42%; bằng" in course_sentence(course(measure="%"))


def test_how_last_year_was_carried_is_said() -> None:
    """Apportioned, or implied by a printed ratio."""
    carried = course(last=(point(3.0, 28.5, mark="apportioned"),))
    implied = course(last=(point(3.0, 28.5, mark="implied", quality=None),))
    assert "28,5 tỷ đồng (phân bổ theo tỷ lệ)" in course_sentence(carried)
    assert "28,5 tỷ đồng (suy ra từ tỷ lệ ghi trong văn bản)" in course_sentence(implied)


def test_the_path_is_straight_between_the_ends_of_months() -> None:
    """Half a month is half a step; past the end it stays."""
    assert [str(level_at(EVEN, elapsed=moment)) for moment in (0, 2.5, 12, 13)] == ["0", "25.0", "120", "120"]


def test_the_table_has_every_moment_and_of_each_gap_why() -> None:
    """Absent, not due, not comparable and implied are told apart."""
    this = (
        point(1.0, None, state="absent", reason="mới có một phần số liệu"),
        point(2.0, None, state="not_due", reason="chưa đến kỳ: chỉ tiêu báo cáo theo quý"),
        point(2.5, 30.0, reason="số liệu tính đến ngày 15/3/2026", words="từ đầu năm đến ngày 15/3/2026", quality="preliminary"),
    )
    last = (point(1.0, None, mark="not_comparable", reason="địa giới"), point(2.0, 9.0, mark="implied"), LAST[2])
    table = course_table(course(this=this, last=last))
    assert [column.title for column in table.columns] == [
        "Đến hết", "Năm 2026", "Chất lượng", "Kế hoạch năm 2026 (tỉnh giao)", "Năm 2025", "Ghi chú",
    ]  # fmt: skip
    assert table.rows == (
        ("tháng 1", "–", "", "10", "–", "mới có một phần số liệu; năm trước: chưa so sánh được"),
        ("tháng 2", "chưa đến kỳ", "", "20", "9", "năm trước: suy ra từ tỷ lệ ghi trong văn bản"),
        ("15/3", "30", "sơ bộ", "25", "", "số liệu tính đến ngày 15/3/2026"),
        ("tháng 3", "", "", "30", "28,5", ""),
    )


def test_a_moment_at_which_nothing_was_due_has_no_row() -> None:
    """Neither this year nor last; the plan's path alone makes none."""
    quiet = point(1.0, None, state="not_due")
    table = course_table(course(this=(quiet, point(3.0, 42.0)), last=(quiet, point(2.0, None, state="not_due"))))
    assert [cells[0] for cells in table.rows] == ["tháng 3"]


def test_the_text_has_heading_sentence_and_table() -> None:
    """A level has no "lũy kế"; a course to a day is one too."""
    assert course_title(course()) == "Thu ngân sách, Phường Một, năm 2026, lũy kế từ đầu năm (tỷ đồng)"
    assert course_title(course(so_far=False)) == "Thu ngân sách, Phường Một, năm 2026 (tỷ đồng)"
    said = course_text(course(window=Window(2026, 1, 3, date(2026, 3, 15))))
    assert said.startswith("Thu ngân sách, Phường Một, năm 2026")
    assert "tháng 12 │" in said
