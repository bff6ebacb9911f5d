"""How many units stand where? Counts by indicator and verdict that name nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from giaoban.briefing.blocks import Column, Grid, Picture
from giaoban.briefing.charts.bars import ORDER, counts_of, counts_words, names_axis, short, words_of
from giaoban.briefing.charts.look import LINE, PAPER, QUIET, STATUS, Spec, mark, whole
from giaoban.engine import Level, Row
from giaoban.engine.board import plain
from giaoban.findings.finding import name_of

WIDTH, STEP = 330, 22


def standing_picture(rows: Iterable[Row], *, period: str) -> Picture | None:
    """Return how many units stand where, indicator by indicator, without a name; None where no unit is judged.

    Args:
        rows: Of units, of any indicators, in the order in which these are to be shown.
        period: The window in words.
    """
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(name_of(row), []).append(row)
    judged = {name: units for name, units in found.items() if any(row.status.level is not Level.NONE for row in units)}
    if not judged:
        return None
    counts = {name: counts_of(units) for name, units in judged.items()}
    words = words_of([row for units in judged.values() for row in units])
    title = "Số đơn vị theo mức đánh giá"
    alt = " ".join(f"{name}: {counts_words(units)}." for name, units in judged.items())
    columns = (Column("Chỉ tiêu", least=20), *(Column(f"{words[level][:1].upper()}{words[level][1:]}", right=True) for level in ORDER))
    behind = Grid(columns, tuple((name, *(str(found[level]) for level in ORDER)) for name, found in counts.items()))
    return Picture("units-standing", whole(_stacked(counts, words), title=title, subtitle=[period]), f"{title}, {period}. {alt}", behind)


def _stacked(counts: Mapping[str, Mapping[Level, int]], words: Mapping[Level, str]) -> Spec:
    values: list[Spec] = []
    for place, found in enumerate(counts.values()):
        start = 0
        for level, count in found.items():
            if count:
                filled = LINE if level is Level.NONE else STATUS[level]
                values.append(
                    {"row": f"{place:03d}", "x": start, "x2": start + count, "text": str(count), "color": filled,
                     "ink": QUIET if level is Level.NONE else PAPER, "middle": plain(Decimal(2 * start + count) / 2)}
                )  # fmt: skip
            start += count
    y = names_axis("row", names=list(map(short, counts)))
    bar = mark("bar", height=15, stroke=PAPER, strokeWidth=1)
    color: Spec = {"type": "nominal", "scale": None}
    x: Spec = {"type": "quantitative", "axis": None, "scale": {"nice": False}}
    return {
        "width": WIDTH, "height": {"step": STEP}, "data": {"values": values},
        "layer": [
            {"mark": bar, "encoding": {"y": y, "x": {"field": "x", **x}, "x2": {"field": "x2"}, "color": {"field": "color", **color}}},
            {"mark": {"type": "text", "baseline": "middle"},
             "encoding": {"y": y, "x": {"field": "middle", **x}, "text": {"field": "text", "type": "nominal"},
                          "color": {"field": "ink", **color}}},
            _key(counts, words),
        ],
    }  # fmt: skip


def _key(counts: Mapping[str, Mapping[Level, int]], words: Mapping[Level, str]) -> Spec:
    """Return the words of the colours, in a line under the bars, each in its own colour."""
    shown = [level for level in ORDER if any(found[level] for found in counts.values())]
    values, at = [], 0
    for level in shown:
        values.append({"at": at, "text": f"■ {words[level]}", "color": QUIET if level is Level.NONE else STATUS[level]})
        at += 5 * len(words[level]) + 24
    return {
        "data": {"values": values},
        "mark": {"type": "text", "align": "left", "baseline": "top"},
        "encoding": {
            "x": {"field": "at", "type": "quantitative", "scale": None, "axis": None}, "y": {"value": {"expr": "height + 6"}},
            "text": {"field": "text", "type": "nominal"}, "color": {"field": "color", "type": "nominal", "scale": None},
        },
    }  # fmt: skip
