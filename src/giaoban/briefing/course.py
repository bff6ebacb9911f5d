"""How is the course of an indicator said? In one sentence for whoever cannot see its chart, and as the table behind it.

The sentence says where the year stands, against the plan's path and last year;
the table has every point, and of each gap why it is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import SupportsFloat

from giaoban.briefing.blocks import Column, Grid
from giaoban.briefing.cells import ABSENT, MARKS, QUALITIES, STATES
from giaoban.briefing.grid import grid
from giaoban.engine import PlanPath, Trend, TrendPoint
from giaoban.findings.finding import JUDGED, amount, exact, percent
from giaoban.values import vietnamese

IMPLIED = "suy ra từ tỷ lệ ghi trong văn bản"
TH = {"actual": "TH"}


def course_title(trend: Trend) -> str:
    """Return the heading of the course: indicator, body, year, measure."""
    so_far = ", lũy kế từ đầu năm" if trend.so_far else ""
    return f"{name_of_course(trend)}, {trend.body_name}, năm {trend.window.year}{so_far} ({trend.measure})"


def name_of_course(trend: Trend) -> str:
    """Return the indicator's name as it begins a sentence."""
    return trend.name.removesuffix(JUDGED)


def course_sentence(trend: Trend) -> str:
    """Return what the chart shows, for whoever reads it by ear or without pictures."""
    latest = latest_point(trend.this)
    if latest is None:
        said = [f"{name_of_course(trend)}, {trend.body_name}: chưa có số liệu năm {trend.window.year}"]
    else:
        measure = trend.measure if trend.measure.startswith("%") else f" {trend.measure}"
        said = [f"{name_of_course(trend)}, {trend.body_name}: {latest.words} {amount(_value(latest))}{measure}"]
        said += _against_plan(trend, latest)
        said += _against_last(trend, latest)
    said += (milestone_words(trend, number=number) for number in range(len(trend.milestones)))
    gaps = sum(point.state == "absent" for point in trend.this)
    return "; ".join([*said, *([f"thiếu số liệu {gaps} thời điểm"] if gaps else [])]) + "."


def latest_point(points: tuple[TrendPoint, ...]) -> TrendPoint | None:
    """Return the last point that has a value; None where none has."""
    return next((point for point in reversed(points) if point.value is not None), None)


def chosen_path(trend: Trend) -> PlanPath | None:
    """Return the path that the course is held against: the first by the order of who gave the plans."""
    return next(iter(trend.plans), None)


def level_at(plan: PlanPath, *, elapsed: SupportsFloat) -> SupportsFloat:
    """Return what the plan's path asks for at a moment of the year: straight lines between the ends of months."""
    moment, path = exact(elapsed), [(exact(month), exact(level)) for month, level in plan.path]
    for (left, low), (right, high) in pairwise(path):
        if left <= moment <= right:
            return low + (high - low) * (moment - left) / (right - left)
    return path[-1][1]


def milestone_words(trend: Trend, *, number: int) -> str:
    """Return one noted aim: "phấn đấu đạt 80% trước ngày 15/8/2021"."""
    one = trend.milestones[number]
    return f"phấn đấu đạt {one.fraction.replace(' %', '%')} trước ngày {vietnamese.write_date(one.before)}"


def plan_path_words(trend: Trend, *, plan: PlanPath) -> str:
    """Return how the path is named: "kế hoạch năm 2026 (tỉnh giao)", or the limit."""
    return f"{'mức giao' if plan.limit else 'kế hoạch'} năm {trend.window.year} ({plan.words})"


def _against_plan(trend: Trend, latest: TrendPoint) -> Iterator[str]:
    plan = chosen_path(trend)
    if plan is None or latest.value is None or not plan.level:
        return
    yield f"bằng {percent(exact(latest.value) / exact(plan.level))}% {plan_path_words(trend, plan=plan)}"
    asked = exact(level_at(plan, elapsed=latest.elapsed))
    if not plan.limit and asked != exact(plan.level):
        yield f"theo tiến độ cần {amount(asked)}{'' if trend.measure.startswith('%') else ' '}{trend.measure}"


def _against_last(trend: Trend, latest: TrendPoint) -> Iterator[str]:
    same = next((point for point in trend.last if point.elapsed == latest.elapsed), None)
    if same is None or same.value is None:
        yield "chưa có số liệu cùng kỳ để so sánh"
        return
    carried = f" ({MARKS[same.mark]})" if same.mark in MARKS else f" ({IMPLIED})" if same.mark == "implied" else ""
    yield f"cùng kỳ năm trước {amount(same.value)}{'' if trend.measure.startswith('%') else ' '}{trend.measure}{carried}"


def _value(point: TrendPoint) -> SupportsFloat:
    return 0 if point.value is None else point.value


# ---------------------------------------------------------------- the table behind the chart


def course_table(trend: Trend) -> Grid:
    """Return the table behind the chart, a row for each moment of the year at which anything was due; gaps say why."""
    year = trend.window.year
    named = (plan_path_words(trend, plan=plan) for plan in trend.plans)
    columns = (
        Column("Đến hết", least=8),
        Column(f"Năm {year}", right=True, least=7),
        Column("Chất lượng", least=8),
        *(Column(f"{words[:1].upper()}{words[1:]}", right=True) for words in named),
        Column(f"Năm {year - 1}", right=True, least=7),
        Column("Ghi chú", least=12),
    )
    return Grid(columns, tuple(_rows(trend)))


def _rows(trend: Trend) -> Iterator[tuple[str, ...]]:
    this = {point.elapsed: point for point in trend.this}
    last = {point.elapsed: point for point in trend.last}
    for moment in sorted({*this, *last}):
        now, then = this.get(moment), last.get(moment)
        if all(point is None or point.state == "not_due" for point in (now, then)):
            continue
        named = now or then
        paths = (amount(level_at(plan, elapsed=moment)) for plan in trend.plans)
        quality = "" if now is None or now.quality is None else {**QUALITIES, **TH}[now.quality]
        words = "" if named is None else _without_year(named)
        yield words, _shown(now), quality, *paths, _shown(then), "; ".join(_remarks(now, then))


def _without_year(point: TrendPoint) -> str:
    """Return which moment of the year it is: "tháng 3", or the day."""
    month = exact(point.elapsed)
    return f"tháng {month}" if month == month.to_integral_value() else point.words.rpartition(" ")[2].rpartition("/")[0]


def _shown(point: TrendPoint | None) -> str:
    if point is None:
        return ""
    return STATES.get(point.state, ABSENT) if point.value is None else amount(point.value)


def _remarks(now: TrendPoint | None, then: TrendPoint | None) -> Iterator[str]:
    for point, whose in ((now, ""), (then, "năm trước: ")):
        if point is None:
            continue
        if point.mark in MARKS:
            yield f"{whose}{MARKS[point.mark]}"
        elif point.mark == "implied":
            yield f"{whose}{IMPLIED}"
        elif point.reason and (point.state == "absent" or point.value is not None) and point.reason != "chưa có số liệu":
            yield f"{whose}{point.reason}"


def course_text(trend: Trend, *, width: int = 100) -> str:
    """Return the course as plain text: heading, sentence, table."""
    behind = course_table(trend)
    table = grid(behind.columns, rows=behind.rows, width=width)
    return "\n".join([course_title(trend), "", course_sentence(trend), "", *table]) + "\n"
