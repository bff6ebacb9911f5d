"""Will a level be reached by a day? The forecast of one cell, with what it rests on.

With enough history: a probability and its back-test, on the user's own
figures, or no probability at all. Always: the pace that is needed from now on
against the pace so far. A leader reads the words, the office the numbers
(practice: probabilities go to the office).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np

from giaoban.catalogue import Catalogue, Direction, ForecastRule, Indicator, Sight, Window
from giaoban.cube import Array, Cube, Series
from giaoban.engine.ask import prepare
from giaoban.engine.blocks import about
from giaoban.engine.board import PlanShare, Row, plain
from giaoban.engine.measures import Maps
from giaoban.engine.plans import plan_words
from giaoban.engine.question import Question
from giaoban.engine.rows import RowMaker
from giaoban.engine.scene import Archive, Spot
from giaoban.engine.status import accumulates
from giaoban.ledger import Target
from giaoban.ledger.figures import UNNAMED, WHOLE
from giaoban.outlook.backtest import BackTest, backtest
from giaoban.outlook.forecast import Past, Spread, spread
from giaoban.outlook.history import History, Horizon, horizon, whole_months
from giaoban.values import vietnamese

EDGES = (0.1, 0.9)  # of the interval that is shown


class NoPlan(LookupError):
    """There is no plan of the year by a named giver, so a share of it says nothing."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be reached by a day (mốc cần dự báo).

    Args:
        day: Last day that counts.
        level: In the indicator's measure; None for a share of the year's plan.
        share: Of the year's plan: 0.8.
    """

    day: date
    level: Decimal | None = None
    share: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Year:
    """How an earlier year went on from the same month (một năm trước).

    Args:
        now: The year so far at the month that is today's; None where it is not known on this map.
        then: The same at the day of the goal.
    """

    year: int
    now: float | None
    then: float | None


@dataclass(frozen=True)
class Outlook:
    """Whether a level will be reached by a day (triển vọng đạt mốc).

    Args:
        row: The year so far at the last month that is known.
        level: To be reached, in the row's measure; `words` names it.
        entry: Number of the plan's entry; 0 for a level of its own.
        now: The year so far; None where nothing is known of the year yet.
        months_left: From the last month known to the goal.
        required: What is needed each month from now on; None where nothing is left to do, or no time.
        achieved: What was done each month so far.
        verdict: In words: "khó đạt mốc".
        probability: That the level is reached; None with a `reason`.
        middle, low, high: Level that is as likely passed as not, and that is passed with nine tenths and one tenth.
        years: Earlier years, oldest first.
        siblings: How many bodies of the same kind the forecast looks at, the body itself included.
        tested: The back-test.
        rule: Name and source of the rule that gives the words.
    """

    row: Row
    until: Window | None
    day: date
    level: float
    words: str
    entry: int
    now: float | None
    months_left: float
    required: float | None
    achieved: float | None
    verdict: str = ""
    probability: float | None = None
    middle: float | None = None
    low: float | None = None
    high: float | None = None
    years: tuple[Year, ...] = ()
    siblings: int = 1
    tested: BackTest | None = None
    reason: str = ""
    rule: str = ""
    less: bool = False

    def data(self) -> dict[str, Any]:
        """Return the outlook as data: numbers in the row's measure, ratios plain, absent as null with a reason."""
        row = self.row
        return {
            "indicator": row.series.indicator, "name": row.name, "part": None if row.series.part == WHOLE else row.series.part,
            "body": row.body, "body_name": row.body_name, "measure": row.measure, "by": self.day.isoformat(),
            "level": plain(self.level), "level_words": self.words, "plan_entry": self.entry or None,
            "known_to": self.until.code if self.until else None, "now": plain(self.now), "quality": row.quality if self.until else None,
            "months_left": plain(self.months_left), "required_each_month": plain(self.required),
            "achieved_each_month": plain(self.achieved), "verdict": self.verdict or None, "probability": plain(self.probability),
            "middle": plain(self.middle), "interval": None if self.low is None else [plain(self.low), plain(self.high)],
            "years": [{"year": one.year, "now": plain(one.now), "then": plain(one.then)} for one in self.years],
            "siblings": self.siblings, "back_test": self.tested.data() if self.tested else None, "reason": self.reason or None,
            "rule": self.rule or None, "notes": list(row.notes),
        }  # fmt: skip

    def without_numbers(self) -> Outlook:
        """Return the outlook as a leader reads it: words and paces, no probability."""
        return replace(self, probability=None, middle=None, low=None, high=None, tested=None, years=())


def look_ahead(
    question: Question, *, series: Series, wish: Wish, cube: Cube, catalogue: Catalogue, sight: Sight, archive: Archive
) -> Outlook | None:
    """Return whether the level will be reached; None where the asker may not see figures of the indicator.

    Args:
        question: For the body, regime and map; its window is the whole year of the wish.

    Raises:
        KeyError: The cube has no such series or body.
        NoPlan: The wish is a share of a plan that is not there.
    """
    indicator = catalogue.indicators[series.indicator]
    if not sight.sees_field(indicator):
        return None
    small = whole_months(about(series.indicator, cube=cube, catalogue=catalogue), regime=catalogue.regimes[question.regime])
    maker = prepare(replace(question, indicators=(series.indicator,)), cube=small, catalogue=catalogue, sight=sight, archive=archive)
    spot, goal = maker.spot(series, body=question.body), horizon(wish.day, regime=maker.regime)
    maps = Maps(small, maker.measured.ground, maker.regime, maker.measured.rules)
    history = History(maps, spot.at[0], _together_with(maker, spot), question.frame)
    month = history.latest(goal, on=question.on)
    until = Window(question.window.year, 1, month) if month else None
    if until:
        asked = replace(maker.question, window=until)
        maker = prepare(asked, cube=small, catalogue=catalogue, sight=sight, archive=archive)
    row = maker.row(series, body=question.body)
    return None if row is None else _Looking(maker, spot, row, history, goal, month, wish, until).outlook()


def _together_with(maker: RowMaker, spot: Spot) -> tuple[int, ...]:
    """Return the columns of the body and of those of its kind that are part of the same whole, the body first."""
    frame, column = maker.measured.frame, spot.at[1]
    whole = int(frame.parents[column])
    parts = frame.parts[whole].tolist() if whole >= 0 else ()
    return (column, *(part for part in parts if part != column and frame.kinds[part] == frame.kinds[column]))


@dataclass(frozen=True)
class _Looking:
    maker: RowMaker
    spot: Spot
    row: Row
    history: History
    goal: Horizon
    month: int
    wish: Wish
    until: Window | None

    @property
    def indicator(self) -> Indicator:
        return self.spot.indicator

    @property
    def less(self) -> bool:
        return self.indicator.direction is Direction.LESS

    @property
    def grows(self) -> bool:
        return accumulates(self.indicator, indicators=self.maker.catalogue.indicators)

    def outlook(self) -> Outlook:
        level, words, plan = self._goal()
        now, left = (self.row.value if self.until else None), self.goal.months - self.month
        found = Outlook(
            self.row, self.until, self.wish.day, level, words, plan.entry if plan else 0, now, left,
            self._required(level, now, left), self._achieved(now), siblings=len(self.history.columns), less=self.less,
        )  # fmt: skip
        if reason := self._why_not(now):
            return replace(found, reason=reason)
        if now is not None and (certain := self._certain(level, now, left)):
            return replace(found, verdict=certain)
        return self._forecast(found, plan)

    def _goal(self) -> tuple[float, str, PlanShare | None]:
        measure = self.indicator.measure.label
        if self.wish.level is not None:
            return float(self.wish.level), f"mức {vietnamese.write_number(self.wish.level)} {measure}", None
        year = str(self.goal.year)
        plan = next((one for one in self.row.targets if one.plan_period == year and one.authority != UNNAMED), None)
        if plan is None or self.indicator.voluntary:
            raise NoPlan(self.indicator.id)
        share = "" if self.wish.share == 1 else f"{vietnamese.write_number((self.wish.share * 100).normalize())}% "
        return plan.value * float(self.wish.share), f"{share}{plan_words(plan)}", plan

    def _required(self, level: float, now: float | None, left: float) -> float | None:
        """Return what is needed each month from now on; where less is better, what is still allowed."""
        if now is None or left <= 0 or (now >= level and not self.less):
            return None
        return (level - now) / left

    def _achieved(self, now: float | None) -> float | None:
        if now is None:
            return None
        if self.grows:
            return now / self.month
        start = self._said(self.history.level(self.goal.year - 1, month=12)[0])
        return None if start is None else (now - start) / self.month

    def _why_not(self, now: float | None) -> str:
        if self.indicator.voluntary:
            return "đóng góp tự nguyện, không dự báo mức đạt"
        if self.indicator.direction not in (Direction.MORE, Direction.LESS):
            return "chỉ tiêu này không đánh giá cao, thấp nên không dự báo"
        if now is None:
            return f"năm {self.goal.year} chưa có số liệu đến trước ngày cần dự báo"
        return ""

    def _certain(self, level: float, now: float, left: float) -> str:
        """Return what is no longer to be forecast; empty where the end is open."""
        if left <= 0:
            return ("trong mức" if now <= level else "quá mức") if self.less else "đạt mốc" if now >= level else "không đạt mốc"
        if self.grows and now >= level and not self.less:
            return "đã đạt mốc"
        if self.grows and now > level and self.less:
            return "đã quá mức"
        return ""

    def _forecast(self, found: Outlook, plan: PlanShare | None) -> Outlook:
        years, past = self.history.past(self.goal, month=self.month, lasts=not self.grows)
        found = replace(found, years=self._years(years, past))
        ahead = spread(past, today=self.history.level(self.goal.year, month=self.month))
        goal = self._steps(found.level)
        if np.isnan(ahead.middle[0]):
            return replace(found, reason="chưa đủ số liệu các năm trước trên địa giới này để dự báo")
        tested = backtest(self._seen_from_beside(past), levels=self._levels(years, past, goal, plan), less=self.less)
        rule = self.maker.catalogue.forecast_for(self.indicator.id)
        fewest = rule.fewest if rule else 1
        if tested is None or tested.cases < fewest:
            cases = tested.cases if tested else 0
            return replace(
                found, tested=tested, reason=f"mới thử lại được {cases} lần trên số liệu các năm trước, cần ít nhất {fewest} lần"
            )
        return self._with(found, ahead, goal, tested, rule)

    def _with(self, found: Outlook, ahead: Spread, goal: float, tested: BackTest, rule: ForecastRule | None) -> Outlook:
        above = float(ahead.above(np.full(len(ahead.middle), goal))[0])
        probability = 1 - above if self.less else above
        low, middle, high = (self._said(ahead.quantile(share)[0]) for share in (EDGES[0], 0.5, EDGES[1]))
        cited = f"{rule.name}; {rule.source.words()}" if rule else ""
        return replace(
            found, probability=probability, middle=middle, low=low, high=high, tested=tested,
            verdict=_words(probability, rule, less=self.less), rule=cited,
        )  # fmt: skip

    def _seen_from_beside(self, past: Past) -> Iterator[Past]:
        """Yield the earlier years as seen from today's month, and from the months beside it."""
        yield past
        for month in (self.month - 1, self.month + 1):
            if 0 < month < self.goal.months:
                yield self.history.past(self.goal, month=month, lasts=not self.grows)[1]

    def _years(self, years: tuple[int, ...], past: Past) -> tuple[Year, ...]:
        found = (Year(year, self._said(past.now[0, n]), self._said(past.then[0, n])) for n, year in enumerate(years))
        return tuple(one for one in found if one.now is not None or one.then is not None)

    def _levels(self, years: tuple[int, ...], past: Past, goal: float, plan: PlanShare | None) -> Array:
        """Return what each body was to reach in each earlier year.

        The same share of its plan of then; without one, as much more than the last year known as is asked now.
        """
        levels = np.full(past.now.shape, np.nan)
        if past.then.shape[1]:
            with np.errstate(invalid="ignore", divide="ignore"):
                before = _last_known(past.then)
                levels[:, 1:] = before[:, :-1] * (goal / before[0, -1])
        for place, column in enumerate(self.history.columns if plan else ()):
            given = self._plans(column, plan.authority if plan else "")
            for n, year in enumerate(years):
                if year in given:
                    levels[place, n] = given[year] * float(self.wish.share)
        return levels

    def _plans(self, column: int, authority: str) -> Mapping[int, int]:
        """Return the newest plans of whole years by one giver, in steps."""
        found: dict[int, Target] = {}
        for one in self.maker.cube.of((self.history.row, column)):
            item = one.item
            if isinstance(item, Target) and item.authority == authority and item.cell.period.isdecimal():
                year = int(item.cell.period)
                if year not in found or found[year].version <= item.version:
                    found[year] = item
        return {year: item.steps for year, item in found.items()}

    def _said(self, steps: float) -> float | None:
        return self.maker.in_measure(steps, indicator=self.indicator)

    def _steps(self, level: float) -> float:
        return level * float(self.indicator.measure.factor) / float(self.indicator.step.factor)


def _last_known(values: Array) -> Array:
    """Return for each year the value of the last year known up to it."""
    place = np.maximum.accumulate(np.where(np.isfinite(values), np.arange(values.shape[1]), 0), axis=1)
    return np.take_along_axis(values, place, axis=1)


def _words(probability: float, rule: ForecastRule | None, *, less: bool) -> str:
    if rule is None:
        return ""
    if probability < rule.hard_below:
        return "khó giữ trong mức" if less else "khó đạt mốc"
    if probability >= rule.likely_from:
        return "có khả năng giữ trong mức" if less else "có khả năng đạt mốc"
    return "chưa chắc giữ trong mức" if less else "chưa chắc đạt mốc"
