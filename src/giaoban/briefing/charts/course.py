"""How is the course of an indicator drawn? This year strong, last year thin and grey, the plan's path dashed.

Lines bear their names themselves. A month that should have been reported and
was not tears the line; one in which nothing was due does not. An estimate is
an empty point, and a noted aim stands on its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from giaoban.briefing.blocks import Picture
from giaoban.briefing.charts.look import ACCENT, INK, LAST, PAPER, QUIET, SMALL, Spec, apart, axis_of_amounts, axis_of_months, mark, whole
from giaoban.briefing.course import (
    chosen_path,
    course_sentence,
    course_table,
    latest_point,
    level_at,
    milestone_words,
    name_of_course,
)
from giaoban.engine import PlanPath, Trend, TrendPoint
from giaoban.engine.board import plain
from giaoban.findings.finding import amount, exact
from giaoban.values import vietnamese

WIDTH, HEIGHT = 440, 220
LETTER = 14  # height of a line of letters
ROOM = Decimal("1.08")  # above the highest level

Name = tuple[Decimal, Decimal, str, str]  # moment and level of where a line ends, words, colour


def course_picture(trend: Trend) -> Picture:
    """Return the chart of a course, with the sentence and the table that say the same."""
    drawing = Drawing(trend, WIDTH, HEIGHT)
    spec = whole(drawing.body(), title=name_of_course(trend), subtitle=[subtitle(trend)])
    return Picture(picture_name(trend), spec, course_sentence(trend), course_table(trend))


def picture_name(trend: Trend) -> str:
    """Return the name of the chart of a course."""
    part = "" if trend.series.part == "-" else f"-{trend.series.part}"
    return f"trend-{trend.series.indicator}{part}-{trend.body}"


def subtitle(trend: Trend) -> str:
    """Return what the chart is of: body, year, whether the year so far, measure."""
    so_far = "lũy kế từ đầu năm, " if trend.so_far else ""
    return f"{trend.body_name}, năm {trend.window.year}, {so_far}{trend.measure}"


@dataclass(frozen=True)
class Drawing:
    """The marks of one course, in a frame of a given size.

    Args:
        small: Whether it is one of several: fewer ticks and words.
    """

    trend: Trend
    width: int
    height: int
    small: bool = False

    def body(self) -> Spec:
        """Return the marks, without a title."""
        layers = [*self._window_end(), *self._plan(), *self._last_year(), *self._milestones(), *self._labels(), *self._this_year()]
        return {"width": self.width, "height": self.height, "layer": layers}

    # ------------------------------------------------------------ levels

    @cached_property
    def _plan_path(self) -> PlanPath | None:
        return chosen_path(self.trend)

    @cached_property
    def _bounds(self) -> tuple[Decimal, Decimal]:
        """Lowest and highest level of the frame: from nothing where the course grows, else close around what is known."""
        points = [exact(point.value) for point in (*self.trend.this, *self.trend.last) if point.value is not None]
        levels = points + [exact(level) for _, level in (self._plan_path.path if self._plan_path else ())]
        levels += [exact(one.level) for one in self.trend.milestones if one.level is not None]
        if not levels:
            return Decimal(0), Decimal(1)
        low, high = min(levels), max(levels)
        if self.trend.so_far and low >= 0:
            low = Decimal(0)
        span = high - low or abs(high) or Decimal(1)
        pad = span * (ROOM - 1)
        return (low if low == 0 else low - pad), high + pad

    def _x(self, more: Spec | None = None) -> Spec:
        found = axis_of_months()
        if self.small:
            found["axis"]["values"] = [3, 6, 9, 12]
        return {**found, **(more or {})}

    def _y(self) -> Spec:
        low, high = self._bounds
        return axis_of_amounts(low=low, high=high, ticks=3 if self.small else 5)

    def _layer(self, values: Sequence[Spec], look: Spec, **more: Any) -> Spec:
        return {"data": {"values": list(values)}, "mark": look, "encoding": {"x": self._x(), "y": self._y(), **more}}

    # ------------------------------------------------------------ marks

    def _window_end(self) -> Iterator[Spec]:
        """Yield the mark of the window's end."""
        if self.trend.elapsed < 12:
            look = mark("rule", color=LAST, strokeWidth=0.75, strokeDash=[1, 2])
            yield {"data": {"values": [{"x": plain(self.trend.elapsed)}]}, "mark": look, "encoding": {"x": self._x()}}
            said = {"x": plain(self.trend.elapsed), "y": plain(self._bounds[1]), "text": until_words(self.trend), "color": QUIET}
            if not self.small:
                yield from self._text([said], align="center", dx=0, dy=-10)

    def _plan(self) -> Iterator[Spec]:
        if self._plan_path:
            values = [{"x": plain(month), "y": plain(level)} for month, level in self._plan_path.path]
            yield self._layer(values, mark("line", color=INK, strokeWidth=1.25, strokeDash=[5, 3]))

    def _last_year(self) -> Iterator[Spec]:
        values = _line(self.trend.last, self.trend.so_far)
        if any(value["y"] is not None for value in values):
            yield self._layer(values, mark("line", color=LAST, strokeWidth=1.25))
            yield self._layer(list(_points(self.trend.last)), {"type": "point", "filled": True, "color": LAST, "size": 14, "opacity": 1})

    def _this_year(self) -> Iterator[Spec]:
        values = _line(self.trend.this, self.trend.so_far)
        if any(value["y"] is not None for value in values):
            yield self._layer(values, mark("line", color=ACCENT, strokeWidth=2.25))
        sure = [point for point in self.trend.this if point.quality != "estimate"]
        unsure = [point for point in self.trend.this if point.quality == "estimate"]
        size = 24 if self.small else 36
        if found := list(_points(sure)):
            yield self._layer(found, {"type": "point", "filled": True, "color": ACCENT, "size": size, "opacity": 1})
        if found := list(_points(unsure)):
            look = mark("point", filled=True, fill=PAPER, stroke=ACCENT, strokeWidth=1.75, size=size, opacity=1)
            yield self._layer(found, look)

    def _milestones(self) -> Iterator[Spec]:
        for one in self.trend.milestones:
            values = [{"x": plain(one.elapsed), "y": plain(one.level if one.level is not None else self._bounds[1])}]
            if one.level is not None:
                yield self._layer(values, mark("point", shape="diamond", filled=True, color=INK, size=60, opacity=1))
            else:
                look = mark("rule", color=INK, strokeWidth=0.75, strokeDash=[2, 2])
                yield {"data": {"values": values}, "mark": look, "encoding": {"x": self._x()}}

    # ------------------------------------------------------------ names beside the lines

    def _labels(self) -> Iterator[Spec]:
        yield from self._text(self._beside())
        yield from self._text(self._over_or_under())
        for number, one in enumerate(self.trend.milestones):
            level = one.level if one.level is not None else self._bounds[1]
            said = one.fraction.replace(" %", "%") if self.small else milestone_words(self.trend, number=number)
            value = {"x": plain(one.elapsed), "y": plain(level), "text": said, "color": INK}
            side, dx = ("right", -7) if one.elapsed > 6 else ("left", 7)
            yield from self._text([value], align=side, dx=dx, dy=-6 if one.level is not None else 8)

    def _beside(self) -> list[Spec]:
        """Return the names that stand to the right of where their lines end, none over another."""
        named = [name for name in (self._name_of_last_year(), self._name_of_plan(), self._name_of_this_year()) if name]
        point = latest_point(self.trend.this)
        if point is not None and not self._is_beside:
            named.pop()
        low, high = self._bounds
        places = apart([level for _, level, _, _ in named], least=self._line, low=low, high=high)
        return [
            {"x": plain(moment), "y": plain(place), "text": text, "color": color, "bold": color == ACCENT}
            for (moment, _, text, color), place in zip(named, places, strict=True)
        ]

    def _over_or_under(self) -> list[Spec]:
        """Return the name of this year's line where another line goes on beside its end: over the point where it leads, else under it."""
        name, point = self._name_of_this_year(), latest_point(self.trend.this)
        if name is None or point is None or self._is_beside:
            return []
        moment, value, text, color = name
        others = [exact(level_at(plan, elapsed=moment)) for plan in (self._plan_path,) if plan]
        others += [exact(one.value) for one in self.trend.last if one.elapsed == point.elapsed and one.value is not None]
        over = sum(other > value for other in others) * 2 <= len(others)
        low, high = self._bounds
        place = min(max(low + self._line / 2, value + (self._line if over else -self._line)), high - self._line / 4)
        return [{"x": plain(moment), "y": plain(place), "text": text, "color": color, "bold": True, "dx": 3}]

    @property
    def _line(self) -> Decimal:
        """Height of a line of letters, in the measure."""
        low, high = self._bounds
        return (high - low) * LETTER / self.height

    @cached_property
    def _is_beside(self) -> bool:
        """Whether this year's line is named to the right of its end: no other line goes on there."""
        point, last = latest_point(self.trend.this), latest_point(self.trend.last)
        alone = point is not None and (last.elapsed <= point.elapsed if last else not self._is_near_plan(point))
        return alone or (point is not None and point.elapsed >= 12)

    def _is_near_plan(self, point: TrendPoint) -> bool:
        if self._plan_path is None or point.value is None:
            return False
        return abs(exact(level_at(self._plan_path, elapsed=point.elapsed)) - exact(point.value)) < self._line * 2

    def _name_of_last_year(self) -> Name | None:
        last = latest_point(self.trend.last)
        if last is None or last.value is None:
            return None
        return exact(last.elapsed), exact(last.value), f"năm {self.trend.window.year - 1}: {amount(last.value)}", QUIET

    def _name_of_plan(self) -> Name | None:
        plan = self._plan_path
        if plan is None:
            return None
        giver = "" if self.small else f" ({plan.words})"
        return Decimal(12), exact(plan.path[-1][1]), f"{'mức giao' if plan.limit else 'KH'}{giver}: {amount(plan.level)}", INK

    def _name_of_this_year(self) -> Name | None:
        point = latest_point(self.trend.this)
        if point is None or point.value is None:
            return None
        unsure = " (ước TH)" if point.quality == "estimate" else ""
        return exact(point.elapsed), exact(point.value), f"{self.trend.window.year}: {amount(point.value)}{unsure}", ACCENT

    def _text(self, values: Sequence[Spec], **more: Any) -> Iterator[Spec]:
        for value in values:
            look = {
                "type": "text", "color": value["color"], "align": "left", "baseline": "middle", "dx": value.get("dx", 6),
                "fontWeight": "bold" if value.get("bold") else "normal", **more,
            }  # fmt: skip
            if self.small:
                look["fontSize"] = SMALL
            kept = {name: value[name] for name in ("x", "y", "text")}
            words = {"field": "text", "type": "nominal"}
            yield self._layer(
                [kept], {**look, "color": PAPER, "stroke": PAPER, "strokeWidth": 3}, text=words
            )  # so that no line runs through it
            yield self._layer([kept], look, text=words)


def _line(points: Iterable[TrendPoint], so_far: bool) -> list[Spec]:
    """Return the points of a line: torn where a figure is lacking, and not where none was due; what grows begins with nothing."""
    found = [{"x": plain(point.elapsed), "y": plain(point.value)} for point in points if point.state != "not_due"]
    return [{"x": 0, "y": 0}, *found] if so_far and found and found[0]["y"] is not None else found


def _points(points: Iterable[TrendPoint]) -> Iterator[Spec]:
    for point in points:
        if point.value is not None:
            yield {"x": plain(point.elapsed), "y": plain(point.value)}


def until_words(trend: Trend) -> str:
    """Return until when the course goes: "hết quý I/2026"."""
    day = trend.window.day
    return f"đến ngày {vietnamese.write_date(day)}" if day else f"hết {trend.window.words}"
