"""Does the chart of a course draw what is known, tear where a figure is lacking, and say all of it without the picture too?"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from giaoban.briefing.charts import course_picture
from giaoban.briefing.charts.course import Drawing, until_words
from giaoban.briefing.charts.look import ACCENT, INK, LAST, PAPER
from giaoban.briefing.course import course_sentence, course_table
from giaoban.catalogue import Window
from giaoban.engine import Trend
from tests.unit.briefing import courses
from tests.unit.briefing.courses import AIM, EVEN, course, point


def layers(trend: Trend, *, small: bool = False) -> list[dict[str, Any]]:
    return Drawing(trend, 440, 220, small=small).body()["layer"]


def lines(trend: Trend, color: str) -> list[Any]:
    """Values of the line of a colour."""
    return [one["data"]["values"] for one in layers(trend) if one["mark"]["type"] == "line" and one["mark"]["color"] == color]


def words(trend: Trend, *, small: bool = False) -> list[str]:
    """Texts beside the lines, without the paper-white ones under them."""
    shown = [one for one in layers(trend, small=small) if one["mark"]["type"] == "text" and one["mark"]["color"] != PAPER]
    return [value["text"] for one in shown for value in one["data"]["values"]]


def test_this_year_is_strong_last_year_thin_and_grey_the_plan_dashed() -> None:
    """Three lines, told apart without colour too."""
    looks = {one["mark"]["color"]: one["mark"] for one in layers(course()) if one["mark"]["type"] == "line"}
    assert looks[ACCENT]["strokeWidth"] > 2 * looks[LAST]["strokeWidth"] - 1
    assert ("strokeDash" in looks[INK], "strokeDash" in looks[LAST]) == (True, False)
    assert lines(course(), ACCENT) == [[{"x": 0, "y": 0}, {"x": 1, "y": 12}, {"x": 2, "y": 26}, {"x": 3, "y": 42}]]


def test_a_lacking_figure_tears_the_line_and_one_that_was_not_due_does_not() -> None:
    """An absent point stands in the line as nothing; one that nobody was asked for is left out."""
    torn = course(this=(point(1.0, 12.0), point(2.0, None), point(3.0, 42.0)))
    assert lines(torn, ACCENT)[0][2] == {"x": 2, "y": None}
    quarterly = course(this=(point(1.0, None, state="not_due"), point(2.0, None, state="not_due"), point(3.0, 42.0)))
    assert lines(quarterly, ACCENT) == [[{"x": 0, "y": 0}, {"x": 3, "y": 42}]]
    begins_torn = course(this=(point(1.0, None), point(2.0, 26.0)))
    assert lines(begins_torn, ACCENT)[0][0] == {"x": 1, "y": None}


def test_an_estimate_is_an_empty_point() -> None:
    """The surer ones are filled."""
    points = [one for one in layers(course()) if one["mark"]["type"] == "point" and ACCENT in one["mark"].values()]
    assert [(one["mark"].get("fill"), [value["x"] for value in one["data"]["values"]]) for one in points] == [(None, [1, 3]), (PAPER, [2])]
    unsure = course(this=(point(1.0, 12.0, quality="estimate"),))
    assert "2026: 12 (ước TH)" in words(unsure)


def test_lines_bear_their_names() -> None:
    """Year and figure, whose plan and how much; in a small chart without the giver."""
    assert words(course()) == ["hết quý I/2026", "năm 2025: 114", "KH (tỉnh giao): 120", "2026: 42"]
    assert words(course(), small=True) == ["năm 2025: 114", "KH: 120", "2026: 42"]
    assert "mức giao (tỉnh giao): 120" in words(course(plans=(replace(EVEN, limit=True),)))


def test_the_name_of_this_year_s_line_keeps_out_of_the_others_way() -> None:
    """Over its end where it leads, under it where it trails, to its right where nothing goes on or the year is over."""

    def place(trend: Trend) -> tuple[float, int]:
        found = [one for one in layers(trend) if one["mark"]["type"] == "text" and one["mark"].get("color") == ACCENT]
        return found[0]["data"]["values"][0]["y"], found[0]["mark"]["dx"]

    ahead, behind = place(course()), place(course(this=(point(3.0, 20.0),)))
    assert ahead[0] > 42
    assert behind[0] < 20
    assert (ahead[1], behind[1]) == (3, 3)
    assert place(course(last=(), plans=())) == (42, 6)
    assert place(course(last=(courses.LAST[2],)))[1] == 6
    assert place(course(this=(point(12.0, 130.0),), elapsed=12.0))[1] == 6
    assert place(course(last=(), this=(point(3.0, 30.0),)))[1] == 3


def test_an_aim_stands_on_its_day() -> None:
    """At its level where that is known; else the day alone is marked. At the year's end its words stand to the left."""
    known, unknown = course(milestones=(replace(AIM, level=80.0),)), course(milestones=(AIM,))
    assert [one["mark"]["type"] for one in layers(known) if one["mark"].get("shape") == "diamond"] == ["point"]
    assert [one["mark"]["type"] for one in layers(unknown) if one["mark"].get("strokeDash") == [2, 2]] == ["rule"]
    assert "phấn đấu đạt 80% trước ngày 15/8/2026" in words(known)
    assert "80%" in words(known, small=True)
    early = course(milestones=(replace(AIM, elapsed=2.0),))
    sides = [one["mark"]["align"] for trend in (known, early) for one in layers(trend) if "phấn" in json.dumps(one, ensure_ascii=False)]
    assert sides == ["right", "right", "left", "left"]


def test_what_grows_begins_with_nothing_and_a_level_is_seen_close() -> None:
    """The frame of a flow starts at 0; that of a level lies around what is known; below 0 both go."""

    def frame(trend: Trend) -> list[float]:
        return next(one["encoding"]["y"]["scale"]["domain"] for one in layers(trend) if "y" in one["encoding"])

    assert frame(course())[0] == 0
    level = course(so_far=False, this=(point(3.0, 98.0),), last=(point(3.0, 99.0),), plans=())
    assert 97 < frame(level)[0] < 98
    assert frame(course(this=(point(1.0, -5.0),)))[0] < -5
    assert frame(course(so_far=False, this=(point(3.0, 98.0),), last=(), plans=()))[0] < 98
    assert lines(level, ACCENT) == [[{"x": 3, "y": 98}]]


def test_nothing_known_is_an_empty_frame() -> None:
    """No line, no name, and a sentence that says so."""
    empty = course(this=(point(1.0, None),), last=(), plans=())
    assert [one["mark"]["type"] for one in layers(empty)] == ["rule", "text", "text"]
    assert "chưa có số liệu năm 2026" in course_picture(empty).alt


def test_a_whole_year_needs_no_mark_of_its_end_and_a_day_has_its_own() -> None:
    """Hết quý I, or the day."""
    assert [one for one in layers(course(elapsed=12.0)) if one["mark"]["type"] == "rule"] == []
    assert until_words(course(window=Window(2026, 1, 4, date(2026, 4, 20)))) == "đến ngày 20/4/2026"


def test_the_picture_brings_its_words_and_the_table_behind_it() -> None:
    """A short ASCII name; the sentence; the numbers that are drawn."""
    picture = course_picture(course())
    assert (picture.name, picture.alt, picture.behind) == ("trend-thu-p1", course_sentence(course()), course_table(course()))
    assert picture.spec["title"] == {"text": "Thu ngân sách", "subtitle": ["Phường Một, năm 2026, lũy kế từ đầu năm, tỷ đồng"]}
    part = course_picture(course(series=course().series._replace(part="nam"), so_far=False))
    assert part.name == "trend-thu-nam-p1"
    assert "lũy kế" not in part.spec["title"]["subtitle"][0]
    assert json.loads(json.dumps(picture.spec, allow_nan=False)) == picture.spec
