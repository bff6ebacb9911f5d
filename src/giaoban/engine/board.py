"""The board: every measure of every row that was asked for, and its form as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from giaoban.cube import Series
from giaoban.engine.rank import NO_PLACE, Ranking
from giaoban.engine.status import Status


@dataclass(frozen=True, slots=True)
class PlanShare:
    """A target and how much of it is done.

    Args:
        authority: Id of who gave the plan.
        plan_period: Code of the plan's period.
        value: The target, in the row's measure.
        attainment: What was done over the target; None where it cannot be said.
        entry: Number of the target's entry.
    """

    authority: str
    words: str
    plan_period: str
    version: int
    value: float
    attainment: float | None
    entry: int


@dataclass(frozen=True, slots=True)
class StatedShare:
    """A relation as a source states it, not computed (theo nguồn)."""

    relation: str
    authority: str | None
    words: str
    value: float
    printed: str
    source: str
    entry: int


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The same window a year before, on this map.

    Args:
        value: In the row's measure; None where it cannot be had.
        ratio: This year's over last year's; None for an implied level, which rests on that very ratio.
        mark: `exact`, `apportioned`, `not_comparable`, `implied`; None where there is nothing.
        reason: Why there is no value, or how it was carried over.
    """

    value: float | None = None
    ratio: float | None = None
    mark: str | None = None
    reason: str = ""
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two ways to one number that give different ones (số liệu không khớp).

    Args:
        what: `window` (a window's own figure, and finer ones), `to_date` (the same of the year so far), `ratio` (a reported
            percentage, and its parts), `parts` (a whole, and its parts), `plan`, `same_period` (a stated relation, and ours).
        stated: As it was said, in the row's measure or as a plain ratio.
        computed: As the other way gives it.
        reach: How far apart printed digits would allow them to be.
        entries: Numbers of the entries that both rest on.
    """

    what: str
    stated: float
    computed: float
    reach: float
    entries: tuple[int, ...]

    def data(self) -> dict[str, Any]:
        """Return the disagreement as data."""
        return {
            "what": self.what, "stated": plain(self.stated), "computed": plain(self.computed), "reach": plain(self.reach),
            "entries": list(self.entries),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One series of one body for the window (dòng của biểu).

    Args:
        value: For the window, in `measure`; None with a `state` and a `reason`.
        to_date: The year so far at the window's end.
        state: `known`, `absent`, `not_applicable`, `not_due`.
        growth: This year's over last year's, less one; of a percentage, the change in points.
        pace: What was done over what the pace asks by now.
        reported, expected: Of the parts that make the figure.
        revised: `updated` (đã cập nhật) or `corrected` (đã đính chính); None for a first figure.
        entry: Number of the entry of the body's own figure; 0 for a computed one.
        followed: Whether the body, or a part of it, was ever given a plan or a figure of the indicator.
        disagreements: What about the row contradicts itself; both numbers are kept.
    """

    series: Series
    name: str
    group: str
    body: str
    body_name: str
    measure: str
    value: float | None
    to_date: float | None
    state: str
    reason: str
    quality: str | None
    targets: tuple[PlanShare, ...]
    same_period: SamePeriod
    growth: float | None
    pace: float | None
    status: Status
    reported: int
    expected: int
    mark: str | None
    revised: str | None
    stated: tuple[StatedShare, ...]
    notes: tuple[str, ...]
    interval: tuple[float, float] | None = None
    partial: float | None = None
    entry: int = 0
    followed: bool = True
    disagreements: tuple[Disagreement, ...] = ()
    rank: Ranking = NO_PLACE

    def data(self) -> dict[str, Any]:
        """Return the row as the board's JSON has it (docs/using/board.schema.json)."""
        return {
            "indicator": self.series.indicator,
            "name": self.name,
            "group": self.group,
            "body": self.body,
            "body_name": self.body_name,
            "part": None if self.series.part == "-" else self.series.part,
            "measure": self.measure,
            "value": plain(self.value),
            "to_date": plain(self.to_date),
            "state": self.state,
            "reason": self.reason or None,
            "quality": self.quality,
            "targets": [
                {
                    "authority": one.authority,
                    "plan_period": one.plan_period,
                    "version": one.version,
                    "value": plain(one.value),
                    "attainment": plain(one.attainment),
                }
                for one in self.targets
            ],
            "same_period": {
                "value": plain(self.same_period.value),
                "ratio": plain(self.same_period.ratio),
                "mark": self.same_period.mark,
                "reason": self.same_period.reason or None,
                "interval": _pair(self.same_period.interval),
            },
            "growth": plain(self.growth),
            "pace": plain(self.pace),
            "status": {"word": self.status.word, "reason": self.status.reason, "level": self.status.level.value},
            "rank": self.rank.place,
            "ranking": self.rank.data(),
            "completeness": {"reported": self.reported, "expected": self.expected},
            "mark": self.mark,
            "interval": _pair(self.interval),
            "partial": plain(self.partial),
            "revised": self.revised,
            "stated": [
                {
                    "relation": one.relation,
                    "authority": one.authority,
                    "value": plain(one.value),
                    "printed": one.printed,
                    "source": one.source,
                }
                for one in self.stated
            ],
            "disagreements": [one.data() for one in self.disagreements],
            "notes": list(self.notes),
        }


@dataclass(frozen=True)
class Board:
    """The answer to a question, whole (bảng tổng hợp).

    Args:
        rows: By group and order of the indicators; the body itself first, then its parts by code.
        number: Number of the last entry used.
        hash: Its hash.
        hidden: How many entries and rows the asker may not see.
    """

    book: str
    body: str
    body_name: str
    period: str
    period_words: str
    regime: str
    as_known: str
    on: date
    frame: date
    number: int
    hash: str
    rows: Sequence[Row]
    made: bool = False
    hidden: int = 0
    notes: Sequence[str] = field(default=())
    members: Mapping[str, str] = field(default_factory=dict)

    def own(self) -> Sequence[Row]:
        """Return the rows of the body itself."""
        return [row for row in self.rows if row.body == self.body]

    def row(self, indicator: str, *, body: str = "", part: str = "-") -> Row:
        """Return one row.

        Raises:
            KeyError: The board has no such row.
        """
        wanted = body or self.body
        for row in self.rows:
            if (row.series.indicator, row.series.part, row.body) == (indicator, part, wanted):
                return row
        raise KeyError(f"{indicator} {wanted}")

    def data(self) -> dict[str, Any]:
        """Return the board as data: numbers in their measures, ratios plain, absent as null with a reason."""
        return {
            "book": self.book,
            "body": self.body,
            "body_name": self.body_name,
            "period": self.period,
            "period_words": self.period_words,
            "regime": self.regime,
            "as_known": self.as_known,
            "on": self.on.isoformat(),
            "frame": self.frame.isoformat(),
            "entry": {"number": self.number, "hash": self.hash},
            "made": self.made,
            "hidden": self.hidden,
            "notes": list(self.notes),
            "rows": [row.data() for row in self.rows],
        }


def plain(value: float | Decimal | None) -> float | int | None:
    """Return a number for JSON: twelve significant digits, whole numbers without a point, None as it is."""
    if value is None:
        return None
    rounded = float(f"{float(value):.12g}")
    return int(rounded) if rounded == int(rounded) and abs(rounded) < 2**53 else rounded


def _pair(interval: tuple[float, float] | None) -> list[float | int | None] | None:
    return None if interval is None else [plain(interval[0]), plain(interval[1])]
