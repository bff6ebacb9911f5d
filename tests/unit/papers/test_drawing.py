"""Is a definition drawn the same every time, in letters of its own, and never with anything from elsewhere?"""

from __future__ import annotations

import subprocess
import sys

import pytest

from giaoban.briefing.charts import course_picture, courses_picture, standing_picture, units_picture
from giaoban.engine import Level
from giaoban.papers import drawing
from tests.unit.briefing.boards import REVENUE, WARDS, row, status
from tests.unit.briefing.courses import AIM, course

HOSTILE = "Phường <b>Một</b> & {{x}} '\"; alert(1) # $ ` \u202e\x00"


def test_a_chart_is_drawn_with_vietnamese_numbers_and_months() -> None:
    """Letters stand as text, in the family asked for; nothing that a strict page would refuse."""
    said = drawing.svg(course_picture(course(measure="đồng", this=tuple(course().this))).spec)
    assert said.startswith("<svg")
    for word in ("T12", "năm 2025: 114", "KH (tỉnh giao): 120", "hết quý I/2026", 'font-family="Tinos"'):
        assert word in said
    assert ("style=" in said, "<script" in said) == (False, False)
    assert 'font-family="Segoe UI"' in drawing.svg(course_picture(course()).spec, font="Segoe UI")


def test_thousands_are_grouped_by_a_dot() -> None:
    """1.500, never 1,500."""
    found = course()
    thousand = course(this=tuple(type(one)(**{**vars_of(one), "value": (one.value or 0) * 100}) for one in found.this), last=(), plans=())
    assert "4.000" in drawing.svg(course_picture(thousand).spec)


def vars_of(point: object) -> dict[str, object]:
    return {name: getattr(point, name) for name in type(point).__slots__}  # type: ignore[attr-defined]


def test_the_same_definition_gives_the_same_bytes_in_every_process() -> None:
    """Whatever the seed of the hashes and the zone of the clock."""
    call = (
        "import hashlib; from giaoban.papers import drawing; from giaoban.briefing.charts import course_picture;"
        "from tests.unit.briefing.courses import course; spec = course_picture(course()).spec;"
        "print(hashlib.sha256(drawing.svg(spec).encode() + drawing.png(spec)).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", call], env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": ""}, capture_output=True, text=True, check=True
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Ho_Chi_Minh"))
    }
    assert len(said) == 1


def test_every_kind_of_chart_can_be_drawn() -> None:
    """Courses alone and together, units by name and counted; with an aim on its day."""
    units = [row(REVENUE, at=ward, value=1.0, status=status(Level.WEAK)) for ward in WARDS]
    pictures = [
        course_picture(course(milestones=(AIM,))),
        courses_picture([course(), course()], name="hai", title="Hai chỉ tiêu"),
        units_picture(units, period="quý I/2021"),
        standing_picture(units, period="quý I/2021"),
    ]
    for picture in pictures:
        assert picture is not None
        assert drawing.png(picture.spec).startswith(b"\x89PNG")


def test_a_hostile_name_is_only_a_name() -> None:
    """It breaks no picture and runs nowhere."""
    units = [row(REVENUE, at=ward, value=1.0, body_name=HOSTILE, name=HOSTILE) for ward in WARDS[:2]]
    for picture in (course_picture(course(name=HOSTILE, body_name=HOSTILE)), units_picture(units, period=HOSTILE)):
        assert picture is not None
        said = drawing.svg(picture.spec)
        assert "<b>" not in said
        assert "&lt;b&gt;" in said
        assert ("\u202e" in said, "\x00" in said) == (False, False)


def test_nothing_is_fetched() -> None:
    """A definition with an address is refused, not followed."""
    spec = {"data": {"url": "https://example.org/a.json"}, "mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitative"}}}
    with pytest.raises(ValueError, match="not allowed"):
        drawing.svg(spec)
