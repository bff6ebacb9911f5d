"""How are the courses of several indicators drawn together? Small charts in rows, each with a scale of its own."""

from __future__ import annotations

from collections.abc import Sequence

from giaoban.briefing.blocks import Picture
from giaoban.briefing.charts.course import Drawing, subtitle
from giaoban.briefing.charts.look import INK, QUIET, SMALL, USUAL, Spec, whole
from giaoban.briefing.course import course_sentence, name_of_course
from giaoban.engine import Trend

WIDTH, HEIGHT, COLUMNS = 195, 105, 2
LONGEST = 44  # letters of a title over a small chart


def courses_picture(trends: Sequence[Trend], *, name: str, title: str) -> Picture:
    """Return the charts of some courses in one picture; the table behind it has them one below another.

    Args:
        name: Of the picture.
        title: What they have in common.
    """
    spec = whole({"concat": [_small(one) for one in trends], "columns": COLUMNS, "spacing": {"row": 26, "column": 24}}, title=title)
    alt = " ".join(course_sentence(one) for one in trends)
    return Picture(name, spec, alt)


def _small(trend: Trend) -> Spec:
    title = {
        "text": shortened(name_of_course(trend)), "subtitle": [subtitle(trend).partition(", ")[2]], "fontSize": USUAL, "color": INK,
        "subtitleFontSize": SMALL, "subtitleColor": QUIET, "offset": 6,
    }  # fmt: skip
    return {"title": title, **Drawing(trend, WIDTH, HEIGHT, small=True).body()}


def shortened(text: str) -> str:
    """Return the text, cut at a word where it is too long for a small chart.

    Example:
        >>> shortened("Thu ngân sách")
        'Thu ngân sách'
    """
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0]} …"
