"""Are units counted by verdict, and none of them named?"""

from __future__ import annotations

import json

from giaoban.briefing.charts import standing_picture
from giaoban.engine import Level
from tests.unit.briefing.boards import REVENUE, TREES, VOLUME, WARDS, row, status

ROWS = [
    row(REVENUE, at=WARDS[0], value=1.0, status=status(Level.WEAK)),
    row(REVENUE, at=WARDS[1], value=2.0, status=status(Level.ON_PACE)),
    row(REVENUE, at=WARDS[2]),
    row(VOLUME, at=WARDS[0], value=1.0, status=status(Level.EXCEEDED)),
    row(TREES, at=WARDS[0], value=1.0),
]


def test_each_indicator_has_a_bar_of_counts() -> None:
    """One that nobody is judged by has none; the counts add up to the units."""
    picture = standing_picture(ROWS, period="quý I/2021")
    assert picture is not None
    assert picture.behind is not None
    assert picture.behind.rows == ((REVENUE.name, "0", "0", "1", "0", "1", "1"), (VOLUME.name, "1", "0", "0", "0", "0", "0"))
    values = picture.spec["data"]["values"]
    assert [(one["row"], one["x"], one["x2"], one["text"]) for one in values] == [
        ("000", 0, 1, "1"), ("000", 1, 2, "1"), ("000", 2, 3, "1"), ("001", 0, 1, "1"),
    ]  # fmt: skip
    assert picture.alt.startswith("Số đơn vị theo mức đánh giá, quý I/2021. ")


def test_no_unit_is_named() -> None:
    """Neither in the picture, nor in its words, nor in the table behind it."""
    picture = standing_picture(ROWS, period="quý I/2021")
    assert picture is not None
    said = json.dumps(picture.spec, ensure_ascii=False) + picture.alt + str(picture.behind)
    assert [ward.name for ward in WARDS if ward.name in said or ward.id in said] == []


def test_where_nobody_is_judged_there_is_no_picture() -> None:
    """Counts of nothing say nothing."""
    assert standing_picture(ROWS[2:3], period="quý I/2021") is None
