"""Do several courses stand in one picture, each with its own scale and name?"""

from __future__ import annotations

from giaoban.briefing.charts import courses_picture
from giaoban.briefing.charts.several import shortened
from giaoban.briefing.course import course_sentence
from tests.unit.briefing.courses import course, point


def test_each_course_has_a_small_chart_of_its_own() -> None:
    """Two in a row; the sentences one after another."""
    one, other = course(), course(name="Chi ngân sách", this=(point(1.0, 5.0),))
    picture = courses_picture([one, other], name="weak", title="Các chỉ tiêu chậm")
    assert (picture.name, picture.alt) == ("weak", f"{course_sentence(one)} {course_sentence(other)}")
    assert [small["title"]["text"] for small in picture.spec["concat"]] == ["Thu ngân sách", "Chi ngân sách"]
    assert [small["title"]["subtitle"] for small in picture.spec["concat"]] == [["năm 2026, lũy kế từ đầu năm, tỷ đồng"]] * 2
    assert picture.spec["columns"] == 2


def test_a_long_name_is_cut_at_a_word() -> None:
    """With a mark that something is left out."""
    assert shortened("Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn") == "Tỷ lệ hồ sơ thủ tục hành chính giải quyết …"
