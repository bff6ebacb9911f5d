"""One telling of a case: its figures, plans and sayings, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from giaoban.cases.case import CaseFact
from giaoban.cases.tinh_mau.amounts import Stories, World
from giaoban.cases.tinh_mau.figures import Teller
from giaoban.cases.tinh_mau.habits import Habits
from giaoban.cases.tinh_mau.history import Telling
from giaoban.cases.tinh_mau.place import Place
from giaoban.cases.tinh_mau.plans import Plans
from giaoban.cases.tinh_mau.reports import Reports
from giaoban.cases.tinh_mau.said import Sayings, Speaker
from giaoban.cases.tinh_mau.series import Series
from giaoban.cases.tinh_mau.usual import Usual
from giaoban.catalogue.calendar import PeriodKind, Regime
from giaoban.catalogue.indicator import Indicator
from giaoban.catalogue.loading import Read
from giaoban.values import Scale

REGIME = "giao-ban"


@dataclass(frozen=True)
class Setting:
    """Everything that a telling begins with.

    Args:
        series: What bodies report.
        ratios: What has plans and no figures.
        judged: Indicators judged in words, their scales, and the running number of the month that defines each.
    """

    seed: int
    places: Sequence[Place]
    series: Sequence[Series]
    ratios: Sequence[Series]
    judged: Sequence[tuple[Indicator, Scale, int]]
    reports: Reports
    habits: Habits
    sums: Mapping[str, tuple[str, tuple[str, ...]]]
    stories: Stories
    sayings: Sayings

    def begin(self) -> Telling:
        """Return a fresh telling; its months must be asked for one after the other."""
        usual = Usual(self.seed, places=self.places, series={one.id: one for one in self.series})
        world = World(usual, sums=self.sums, stories=self.stories)
        teller = Teller(world, reports=self.reports, series=self.series, habits=self.habits)
        plans = Plans(usual, self.series, self.ratios, self.habits)
        speaker = Speaker(world, teller, plans, self.sayings, self.judged)
        start = self.reports.months.start

        def told(month: int) -> Iterator[CaseFact]:
            if month >= start:
                yield from teller.month(month)
                yield from speaker.month(month)
            yield from plans.month(month, first_year=month == start - 1)
            if month % 12 == 11:
                world.forget(before=month // 12)

        return told


def in_order(reads: Iterable[Read]) -> list[Read]:
    """Return the definitions so that a later one of the same thing stands after the earlier, whatever order they came in."""
    return sorted(reads, key=lambda read: read.definition.key)


def kinds_of(reads: Iterable[Read]) -> frozenset[PeriodKind]:
    """Return the kinds of periods of the regime; all where it is not among the definitions."""
    found = [read.thing.kinds for read in reads if isinstance(read.thing, Regime) and read.thing.id == REGIME]
    return found[-1] if found else frozenset(PeriodKind)


def judged_in(reads: Sequence[Read]) -> tuple[tuple[Indicator, Scale, int], ...]:
    """Return what is judged in words, by the order of a report."""
    scales = {read.thing.id: read.thing for read in reads if isinstance(read.thing, Scale)}
    found: dict[str, tuple[Indicator, Scale, int]] = {}
    for read in reads:
        if isinstance(read.thing, Indicator) and read.thing.scale in scales:
            since = read.definition.since.year * 12 + read.definition.since.month - 1
            first = min(since, found[read.thing.id][2]) if read.thing.id in found else since
            found[read.thing.id] = (read.thing, scales[read.thing.scale], first)
    return tuple(sorted(found.values(), key=lambda one: (one[0].order, one[0].id)))
