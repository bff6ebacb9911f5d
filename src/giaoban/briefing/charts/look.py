"""What do all charts have alike? Colours, lines, letters, and numbers written the Vietnamese way.

Words before colours: lines differ in strength and dash too, so that a chart
copied in grey says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from giaoban.engine import Level
from giaoban.engine.board import plain

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
INK, QUIET, LINE, PAPER, ACCENT = "#1F2328", "#59636E", "#D8DEE4", "#FFFFFF", "#9B1C1F"
LAST = "#8C959F"  # the year before: thin and grey
STATUS = {
    Level.WEAK: "#CF222E", Level.BEHIND: "#9A6700", Level.ON_PACE: "#1A7F37", Level.REACHED: "#1A7F37", Level.EXCEEDED: "#1A7F37",
    Level.NONE: "#8C959F",
}  # fmt: skip
LOCALE = {"number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", "\u00a0₫"], "percent": "%"}}
SMALL, USUAL, LARGE = 10, 11, 13  # letters, in points

Spec = dict[str, Any]


def whole(body: Spec, *, title: str, subtitle: Sequence[str] = ()) -> Spec:
    """Return a complete definition: what is drawn, under its title, in the look of the house.

    Args:
        body: Marks with their data, or several drawings side by side.
    """
    return {
        "$schema": SCHEMA,
        "title": {"text": title, "subtitle": list(subtitle)},
        **body,
        "config": {
            "locale": LOCALE,
            "background": PAPER,
            "padding": 6,
            "view": {"stroke": None},
            "title": {
                "anchor": "start", "frame": "group", "fontSize": LARGE, "fontWeight": "bold", "color": INK, "subtitleFontSize": USUAL,
                "subtitleColor": QUIET, "subtitlePadding": 3, "offset": 18,
            },
            "axis": {
                "labelFontSize": SMALL, "labelColor": QUIET, "tickColor": LINE, "domainColor": LINE, "gridColor": LINE, "gridWidth": 1,
                "titleFontSize": SMALL, "titleColor": QUIET, "titleFontWeight": "normal", "labelPadding": 4,
            },
            "text": {"fontSize": USUAL, "color": INK},
        },
    }  # fmt: skip


def mark(kind: str, **look: Any) -> Spec:
    """Return a mark of some kind with its look; strengths of lines may be parts of a point."""
    return {"type": kind, **look}


def axis_of_months() -> Spec:
    """Return the axis of a year: a tick at each month's end, named T1 to T12."""
    return {
        "field": "x",
        "type": "quantitative",
        "scale": {"domain": [0, 12], "nice": False},
        "axis": {
            "values": list(range(1, 13)), "labelExpr": "'T' + datum.value", "grid": False, "title": None, "tickSize": 4,
            "labelFlush": False,
        },
    }  # fmt: skip


def axis_of_amounts(*, low: Decimal, high: Decimal, ticks: int) -> Spec:
    """Return the axis of amounts between two levels, with about so many ticks."""
    return {
        "field": "y",
        "type": "quantitative",
        "scale": {"domain": [plain(low), plain(high)], "nice": False, "zero": False},
        "axis": {"tickCount": ticks, "format": ",~f", "title": None, "domain": False, "ticks": False},
    }  # fmt: skip


def apart(levels: Sequence[Decimal], *, least: Decimal, low: Decimal, high: Decimal) -> list[Decimal]:
    """Return where the labels of some levels stand so that none covers another, as near to their levels as can be.

    Args:
        least: Least distance between two labels.
        low, high: Between which they stay.

    Example:
        >>> apart([Decimal(10), Decimal(11)], least=Decimal(4), low=Decimal(0), high=Decimal(20))
        [Decimal('8.5'), Decimal('12.5')]
    """
    order = sorted(range(len(levels)), key=lambda at: (levels[at], at))
    groups: list[tuple[list[int], Decimal]] = []  # labels that touch, and their middle
    for at in order:
        groups.append(([at], levels[at]))
        while len(groups) > 1 and _touch(groups[-2], groups[-1], least):
            (left, _), (right, _) = groups[-2], groups[-1]
            members = left + right
            groups[-2:] = [(members, sum((levels[one] for one in members), Decimal(0)) / len(members))]
    places = [middle + least * (2 * place - len(members) + 1) / 2 for members, middle in groups for place in range(len(members))]
    for at in range(len(places)):
        places[at] = max(places[at], places[at - 1] + least if at else low)
    for at in reversed(range(len(places))):
        places[at] = min(places[at], places[at + 1] - least if at + 1 < len(places) else high)
    return [place for _, place in sorted(zip(order, places, strict=True))]


def _touch(left: tuple[list[int], Decimal], right: tuple[list[int], Decimal], least: Decimal) -> bool:
    reach = least * (len(left[0]) + len(right[0])) / 2
    return right[1] - left[1] < reach
