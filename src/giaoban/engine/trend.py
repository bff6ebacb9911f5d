"""The course of one indicator over a year: what stands behind its chart.

This year so far and last year's beside it, month by month on one map, the
path that each plan asks for, and the levels that meetings noted. A month
without a figure is a gap with its reason, never a zero and never bridged; and
every point says by which period and which of its numbers it can be asked why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from giaoban.catalogue import Direction, OverBodies, OverTime, PeriodKind, Regime, Window
from giaoban.cube import Series
from giaoban.engine.answer import Answer
from giaoban.engine.board import PlanShare, plain
from giaoban.engine.frame import DAY
from giaoban.engine.implied import implied_level
from giaoban.engine.plans import plan_shares
from giaoban.engine.remarks import quality_of
from giaoban.engine.rows import IMPLIED, RowMaker
from giaoban.engine.scene import COUNTED, Spot
from giaoban.engine.states import ABSENT, DOES_NOT_APPLY, EVERY, KNOWN, NOT_DUE
from giaoban.engine.status import accumulates, expected_share
from giaoban.ledger.figures import UNNAMED
from giaoban.values import vietnamese

MONTHS = 12


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One month's end of a course (điểm của biểu đồ).

    Args:
        elapsed: Months of the regime's year that are over by then, 0 to 12; a part of one where it is a day's.
        words: The window, as a report says it.
        period, what: By which period, and which number of its row, it can be asked why; empty where the regime has none.
        value: In the course's measure; None is a gap.
        state, reason: As of a board's row: why there is a gap, or how the value came about.
        quality: `estimate` … `final`; None for a gap.
        mark: `exact`, `apportioned`, `not_comparable`, `implied`; None where there is nothing.
    """

    elapsed: float
    words: str
    period: str
    what: str
    value: float | None
    state: str
    reason: str = ""
    quality: str | None = None
    mark: str | None = None

    def data(self) -> dict[str, Any]:
        """Return the point as data."""
        return {
            "elapsed": plain(self.elapsed), "words": self.words, "period": self.period or None, "what": self.what or None,
            "value": plain(self.value), "state": self.state, "reason": self.reason or None, "quality": self.quality, "mark": self.mark,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanPath:
    """What one plan asks for by each month's end (đường kế hoạch).

    Args:
        path: Pairs of months elapsed and level; a level that must hold all year is flat.
        limit: Whether it is a limit that should not be passed, and no level to be reached.
    """

    authority: str
    words: str
    version: int
    level: float
    path: tuple[tuple[float, float], ...]
    limit: bool
    entry: int

    def data(self) -> dict[str, Any]:
        """Return the path as data."""
        return {
            "authority": self.authority, "words": self.words, "version": self.version, "level": plain(self.level), "limit": self.limit,
            "path": [[plain(elapsed), plain(level)] for elapsed, level in self.path], "entry": self.entry,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class NotedLevel:
    """A level that a meeting noted, on its day (mốc phấn đấu trên biểu đồ).

    Args:
        before: First day on which it is too late.
        fraction: As printed: "80 %".
        ratio: The same as a number.
        entry: Number of the entry that records it.
        source: The document as one cites it; empty where nothing may be said.
        elapsed: Months of the year that are over on the day.
        level: In the measure, where the indicator is itself a percentage; None where nobody said of what it is a fraction.
    """

    before: date
    fraction: str
    ratio: Decimal
    entry: int
    source: str = ""
    elapsed: float = 0.0
    level: float | None = None

    def data(self) -> dict[str, Any]:
        """Return the milestone as data."""
        return {
            "before": self.before.isoformat(), "fraction": self.fraction, "ratio": plain(self.ratio), "level": plain(self.level),
            "elapsed": plain(self.elapsed), "source": self.source or None, "entry": self.entry,
        }  # fmt: skip


@dataclass(frozen=True)
class Trend:
    """The course of an indicator for a body (diễn biến của chỉ tiêu).

    Args:
        this: Points of the year of the window, up to its end.
        last: Points of the year before, all of it, carried onto this map.
        plans: By the order of who gave them; none for voluntary contributions.
        so_far: Whether points are years so far, so that they grow; else they are levels or single periods.
        elapsed: Months of the year that are over by the window's end.
    """

    series: Series
    name: str
    body: str
    body_name: str
    measure: str
    window: Window
    frame: date
    direction: Direction
    so_far: bool
    this: tuple[TrendPoint, ...]
    last: tuple[TrendPoint, ...]
    plans: tuple[PlanPath, ...]
    milestones: tuple[NotedLevel, ...]
    elapsed: float

    def data(self) -> dict[str, Any]:
        """Return the course as data."""
        return {
            "indicator": self.series.indicator, "regime": self.series.regime,
            "part": None if self.series.part == "-" else self.series.part, "name": self.name, "body": self.body,
            "body_name": self.body_name, "measure": self.measure, "period": self.window.code, "frame": self.frame.isoformat(),
            "direction": self.direction.value, "so_far": self.so_far, "elapsed": plain(self.elapsed),
            "this": [one.data() for one in self.this], "last": [one.data() for one in self.last],
            "plans": [one.data() for one in self.plans], "milestones": [one.data() for one in self.milestones],
        }  # fmt: skip


def trend(maker: RowMaker, *, indicator: str, body: str, part: str = "-", aims: Iterable[NotedLevel] = ()) -> Trend | None:
    """Return the course of a series for a body; None where the asker may not see single figures of it.

    Args:
        maker: Prepared for the question (`prepare`).
        aims: What meetings noted of the indicator and body; of another year they are left out.

    Raises:
        KeyError: The cube has no such series or body, or the catalogue no such indicator.
    """
    spot = maker.spot(Series(indicator, maker.question.regime, part), body=body)
    if not maker.sees(spot):
        return None
    window, one = maker.question.window, spot.indicator
    this = tuple(_points(maker, spot, window))
    last = tuple(_points(maker, spot, Window(window.year - 1, 1, MONTHS)))
    whole = next((each.name for each in one.parts if each.id == part), "")
    return Trend(
        series=spot.series, name=f"{one.name}: {whole}" if whole else one.name, body=body,
        body_name=spot.standing.name if spot.standing else body, measure=_measure(maker, spot, window), window=window,
        frame=maker.question.frame, direction=one.direction, so_far=accumulates(one, indicators=maker.catalogue.indicators),
        this=this, last=last, plans=_plans(maker, spot), milestones=_placed(maker, spot, aims),
        elapsed=elapsed(window, regime=maker.regime),
    )  # fmt: skip


def elapsed(window: Window, *, regime: Regime) -> float:
    """Return how many months of the regime's year are over by the window's end.

    Example:
        >>> from giaoban.values import Source
        >>> regime = Regime("giao-ban", "Giao ban", 1, 0, frozenset(), {}, Source(title=""))
        >>> elapsed(Window.of("2026-Q1"), regime=regime), elapsed(Window.of("2026-06-15"), regime=regime)
        (3.0, 5.5)
    """
    if window.day is None:
        return float(window.last)
    return _elapsed_by(window.day, window.year, regime)


def _elapsed_by(day: date, year: int, regime: Regime) -> float:
    """Return how many months of the year are over at the end of a day; below 0 or above 12 outside the year."""
    for month in range(1, MONTHS + 1):
        span = regime.days(Window(year, month, month))
        if day < span.until:
            return month - 1 + ((day - span.since).days + 1) / (span.until - span.since).days
    return float(MONTHS + 1)


def _windows(spot: Spot, window: Window) -> Iterator[Window]:
    """Yield the windows of the points up to the end of this one: years so far, or single periods where those never add up."""
    alone = spot.indicator.over_time is OverTime.NEVER and spot.indicator.over_bodies not in (OverBodies.RATIO, OverBodies.FORMULA)
    months = spot.indicator.frequency.months if alone else 0
    for last in range(1, window.last + (not window.day)):
        if not months:
            yield Window(window.year, 1, last)
        elif last % months == 0:
            yield Window(window.year, last - months + 1, last)
    if window.day:
        yield window


def _points(maker: RowMaker, spot: Spot, whole: Window) -> Iterator[TrendPoint]:
    """Yield the points up to the end of a window; between two reports, silence that means nothing makes no point."""
    told: set[int] = set()
    for window in _windows(spot, whole):
        answer = maker.answer(spot, window=window)
        now = {use.entry for use in answer.because}
        between = bool(window.last % spot.indicator.frequency.months) and not window.day
        yield _point(maker, spot, window, Answer(None) if between and now <= told else answer)
        told |= now


def _point(maker: RowMaker, spot: Spot, window: Window, answer: Answer) -> TrendPoint:
    period, what = _asked_by(maker.regime, window)
    point = TrendPoint(elapsed(window, regime=maker.regime), window.words, period, what, None, ABSENT)
    if answer.value is None:
        implied = implied_level(spot.indicator, cube=maker.cube, at=spot.at, window=window)
        if implied:
            return replace(point, value=float(implied.value), state=KNOWN, reason=IMPLIED, mark="implied")
        state, reason = _gap(maker, spot, window, answer)
        return replace(point, state=state, reason=reason, mark=answer.mark.code if answer.lost else None)
    days = maker.days(answer) if maker.may_rest_on_days(spot) and not window.day else {}
    said = ", ".join(vietnamese.write_date(day) for day in sorted(set(days.values())))
    quality = quality_of(maker, answer=answer)
    return replace(
        point, value=_said(maker, spot, window, answer), state=KNOWN, reason=f"số liệu tính đến ngày {said}" if said else "",
        quality=quality.value if quality else None, mark=answer.mark.code,
    )  # fmt: skip


def _asked_by(regime: Regime, window: Window) -> tuple[str, str]:
    """Return the period and the number by which a window's figure can be asked why, as far as the regime has such a period."""
    if window.kind in regime.kinds:
        return window.code, "value"
    if window.from_start and PeriodKind.MONTH in regime.kinds:
        return Window(window.year, window.last, window.last).code, "to_date"
    return "", ""


def _gap(maker: RowMaker, spot: Spot, window: Window, answer: Answer) -> tuple[str, str]:
    """Return the state of a point without a figure, and the reason."""
    months = spot.indicator.frequency.months
    if answer.na or (spot.standing and spot.standing.kind in spot.indicator.not_for):
        return DOES_NOT_APPLY, "không áp dụng"
    if window.last % months and not window.day:
        return NOT_DUE, f"chưa đến kỳ: chỉ tiêu báo cáo theo {EVERY[months]}"
    if answer.lost:
        return ABSENT, "địa giới đã thay đổi, chưa có tỷ lệ phân bổ để tính lại"
    due = maker.regime.due_on(window)
    if maker.question.on <= due and not answer.because:
        return NOT_DUE, f"chưa đến hạn báo cáo ({vietnamese.write_date(due)})"
    return ABSENT, "mới có một phần số liệu" if answer.because else "chưa có số liệu"


def _is_counted(maker: RowMaker, spot: Spot, window: Window) -> bool:
    """Whether the figure of a window counts bodies, and is no figure of the body's own."""
    counts = maker.measured.rules.over_bodies[spot.at[0]] is OverBodies.COUNT
    return counts and maker.tracer.own(spot.at, window=window).value is None


def _measure(maker: RowMaker, spot: Spot, window: Window) -> str:
    return COUNTED if _is_counted(maker, spot, window) else spot.indicator.measure.label


def _said(maker: RowMaker, spot: Spot, window: Window, answer: Answer) -> float | None:
    if answer.value is None or _is_counted(maker, spot, window):
        return answer.value
    return maker.in_measure(answer.value, indicator=spot.indicator)


def _plans(maker: RowMaker, spot: Spot) -> tuple[PlanPath, ...]:
    """Return the paths of the plans of the year, of those whose giver is known."""
    if spot.indicator.voluntary or not spot.facts:
        return ()
    year = str(maker.question.window.year)
    shares = plan_shares(maker, spot=spot, value=None, to_date=None)
    return tuple(_path(maker, spot, one) for one in shares if one.plan_period == year and one.authority != UNNAMED)


def _path(maker: RowMaker, spot: Spot, plan: PlanShare) -> PlanPath:
    """Return the path of a plan: straight lines between the ends of months, from nothing where the indicator grows."""
    limit = spot.indicator.direction is Direction.LESS
    grows = accumulates(spot.indicator, indicators=maker.catalogue.indicators) and not limit
    year = maker.question.window.year
    shares = [(0.0, 0.0 if grows else 1.0)]
    shares += [(float(m), float(expected_share(spot.indicator, window=Window(year, 1, m), grows=grows))) for m in range(1, MONTHS + 1)]
    path = tuple((month, share * plan.value) for month, share in shares)
    return PlanPath(plan.authority, plan.words, plan.version, plan.value, path, limit, plan.entry)


def _placed(maker: RowMaker, spot: Spot, aims: Iterable[NotedLevel]) -> tuple[NotedLevel, ...]:
    """Return the milestones of the window's year on their days, the nearest first."""
    year, is_share = maker.question.window.year, spot.indicator.measure.label == "%"
    placed = [
        replace(one, elapsed=_elapsed_by(one.before - DAY, year, maker.regime), level=float(one.ratio) * 100 if is_share else None)
        for one in aims
    ]
    return tuple(sorted((one for one in placed if 0 < one.elapsed <= MONTHS), key=lambda one: (one.before, one.entry)))
