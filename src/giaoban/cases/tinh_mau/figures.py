"""How the truth gets into reports: estimated, mistaken and corrected, cumulated, late, in parts, withdrawn, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from giaoban.cases.case import CaseFact
from giaoban.cases.tinh_mau.amounts import World
from giaoban.cases.tinh_mau.dice import around, below, dice
from giaoban.cases.tinh_mau.habits import Habits
from giaoban.cases.tinh_mau.place import Place, Role, Style, month_code, month_of, window_of
from giaoban.cases.tinh_mau.reports import Reports, Sent, mending, quick, start_of
from giaoban.cases.tinh_mau.series import Series
from giaoban.cases.tinh_mau.usual import THOUSAND
from giaoban.catalogue.indicator import Absence
from giaoban.ledger.figures import WHOLE, Cell, Figure, Withdrawal
from giaoban.values import Quality, Span

CHANCES = 100_000
LACKING, MISTAKEN, WITHDRAWN = 450, 1500, 30  # of so many chances
CORRECTED, UPDATED, SETTLED = "Đính chính số đã báo cáo.", "Cập nhật số ước bằng số thực hiện.", "Số chính thức sau đối chiếu."
TAKEN_BACK = "Rút số liệu: báo cáo nhầm chỉ tiêu."
DOES_NOT_APPLY = "không áp dụng"
WHERE = Span("tinh-mau")


@dataclass(frozen=True, slots=True)
class Turn:
    """A place's turn to say one number.

    Args:
        first: Running number of the window's first month.
        month: Running number of its last month, inclusive.
        period: Code of the window.
        year_so_far: Code of the year so far at its end; empty where the place does not add up its year.
        sent: The report that says it.
    """

    one: Series
    place: Place
    first: int
    month: int
    period: str
    year_so_far: str
    sent: Sent


class Teller:
    """Tells the figures of a month as they were reported; months are asked for one after the other.

    Args:
        series: What is reported as numbers, in the order of a report.
    """

    def __init__(self, world: World, *, reports: Reports, series: Sequence[Series], habits: Habits) -> None:
        self.world, self.reports, self.series, self.habits = world, reports, series, habits
        self.seed = world.usual.seed
        self.places = {place.id: place for place in reports.places}
        self._begun = sorted({place.first for place in reports.places})
        self._so_far: dict[tuple[str, str], int] = {}

    def month(self, month: int) -> Iterator[CaseFact]:
        """Yield the figures whose window ends with the month, and everything that later happened to them."""
        sent = {place.id: self.reports.sent(place, month=month) for place in self.reports.places if place.stands(month, last=month)}
        for one in self.series:
            years = self.habits.only_in.get(one.id)
            if (month + 1) % one.indicator.frequency.months == 0 and (years is None or month // 12 in years):
                yield from self._series(one, month, sent)
        yield from self._to_a_day(month)

    def _series(self, one: Series, month: int, sent: dict[str, Sent | None]) -> Iterator[CaseFact]:
        whole = month - one.indicator.frequency.months + 1
        # A place that began inside the window tells of its own part of it.
        for first in (whole, *(begun for begun in self._begun if whole < begun <= month)):
            period, year_so_far = window_of(first, last=month).code, self._year_so_far(one, month)
            rng = dice(self.seed, "told", one.id, first, month)
            for id, steps in self.world.amounts(one, first=first, last=month).items():
                place = self.places[id]
                if one.id not in self.habits.duties[id] or first not in (whole, place.first):
                    continue
                total = steps + (self._so_far.get((one.id, id), 0) if one.flow and first % 12 else 0)
                self._so_far[one.id, id] = total
                lacks = below(rng, count=CHANCES) < LACKING and (id, month) not in self.reports.certain
                report = sent[id]
                if report and not lacks and (one.id, id, period) not in self.habits.lacking:
                    adds_up = year_so_far if place.first <= month - month % 12 else ""
                    yield from self._turn(Turn(one, place, first, month, period, adds_up, report), steps, total, rng)

    def _year_so_far(self, one: Series, month: int) -> str:
        """Return the code of the year so far at a month's end; empty where nobody says it."""
        window = window_of(month - month % 12, last=month)
        return window.code if one.flow and not one.indicator.parts and window.kind in self.habits.kinds else ""

    def _turn(self, turn: Turn, steps: int, total: int, rng: Random) -> Iterator[CaseFact]:
        one, place = turn.one, turn.place
        if (one.id, place.id) in self.habits.not_applicable:
            yield self._fact(turn, Figure(self._cell(one, place, turn.period), DOES_NOT_APPLY, None))
            return
        cumulates = turn.year_so_far != "" and place.style is Style.CUMULATIVE
        value, period = (total, turn.year_so_far) if cumulates else (steps, turn.period)
        if value == 0 and one.indicator.absence is Absence.NOTHING and rng.getrandbits(2):
            return  # most say nothing where nothing happened
        yield from self._versions(turn, self._cell(one, place, period), value, rng)
        if turn.year_so_far and not cumulates:
            yield from self._once_more(turn, total - steps, steps)
        # Who cumulates and estimates has settled the year's figure already.
        settles = place.role in (Role.UNIT, Role.CITY) and not (cumulates and place.id in self.habits.estimators)
        if turn.year_so_far and one.money and turn.month % 12 == 11 and settles:
            cell = self._cell(one, place, turn.year_so_far)
            yield self._later(turn, cell, total, Quality.FINAL, 75 + below(rng, count=25), SETTLED)
        if one.indicator.parts:
            yield from self._parts(turn, steps)

    # ---------------------------------------------------------------- one number and its fate

    def _versions(self, turn: Turn, cell: Cell, value: int, rng: Random) -> Iterator[CaseFact]:
        """Yield what was first said of the number, and what took its place later."""
        chance, days, far = below(rng, count=CHANCES), below(rng, count=30), below(rng, count=180)
        one, name = turn.one, (cell.indicator, cell.body, cell.period)
        if (off := self.habits.misstated.get(name)) is not None:
            yield self._first(turn, cell, near(one, steps=value, thousandths=off))
        elif (off := self.habits.mended.get(name)) is not None:
            yield self._first(turn, cell, near(one, steps=value, thousandths=off))
            yield self._later(turn, cell, value, Quality.ACTUAL, 7, CORRECTED)
        elif self._estimates(turn):
            yield self._first(turn, cell, self.estimate(one, place=turn.place, month=turn.month, steps=value), Quality.ESTIMATE)
            yield self._later(turn, cell, value, Quality.ACTUAL, 12 + days // 3, UPDATED)
            if chance < CHANCES // 3:
                yield self._later(turn, cell, value, Quality.FINAL, 60 + days, SETTLED)
        elif chance < MISTAKEN and (cell.body, turn.month) not in self.reports.certain:
            yield self._first(turn, cell, mistaken(one, steps=value, far=far))
            yield self._later(turn, cell, value, Quality.ACTUAL, 5 + 2 * days, CORRECTED)
        else:
            yield self._first(turn, cell, value)
            if MISTAKEN <= chance < MISTAKEN + WITHDRAWN and (cell.body, turn.month) not in self.reports.certain:
                withdrawal = Withdrawal("Figure", cell.key, "")
                yield self._fact(turn, withdrawal, days=10 + days, note=TAKEN_BACK)

    def _estimates(self, turn: Turn) -> bool:
        return turn.one.money and turn.month % 3 == 2 and turn.place.id in self.habits.estimators

    def estimate(self, one: Series, *, place: Place, month: int, steps: int) -> int:
        """Return what the place estimates for a number that will turn out as `steps`: near it, and rounder."""
        rng = dice(self.seed, "estimate", one.id, place.id, month)
        grain = one.grain * (100 if steps > 1000 * one.grain else 1)
        return (steps * around(rng, reach=30) // THOUSAND + grain // 2) // grain * grain

    def _once_more(self, turn: Turn, before: int, steps: int) -> Iterator[CaseFact]:
        """Yield the year so far where a place says it beside the months: what was before, and what it first says now."""
        one, place = turn.one, turn.place
        cell = self._cell(one, place, turn.year_so_far)
        off = self.habits.said_again.get((one.id, place.id, month_code(turn.month)))
        if off is not None:
            now = self.estimate(one, place=place, month=turn.month, steps=steps) if self._estimates(turn) else steps
            yield self._first(turn, cell, near(one, steps=before + now, thousandths=off))
        elif place.style is Style.BOTH and turn.month % 12 == 8:
            wrong = self.habits.misstated.get((one.id, place.id, turn.year_so_far), THOUSAND)
            yield self._first(turn, cell, near(one, steps=before + steps, thousandths=wrong))

    def _parts(self, turn: Turn, value: int) -> Iterator[CaseFact]:
        one, body, period = turn.one, turn.place.id, turn.period
        own, rng = dice(self.seed, "parts", one.id), dice(self.seed, "parts", one.id, body, period)
        weights = [(200 + below(own, count=800)) * around(rng, reach=80) for _ in one.indicator.parts]
        amounts = [value * weight // sum(weights) // one.grain * one.grain for weight in weights[:-1]]
        last = near(one, steps=value - sum(amounts), thousandths=self.habits.parts_off.get((one.id, body, period), THOUSAND))
        for part, steps in zip(one.indicator.parts, (*amounts, last), strict=True):
            yield self._first(turn, Cell(one.id, self.habits.regime, part.id, body, period), steps)

    def _to_a_day(self, month: int) -> Iterator[CaseFact]:
        """Yield the figures to a day of the month that follows."""
        for id, place_id, day in self.habits.to_a_day:
            one = self.world.usual.series.get(id)
            if one is None or month_of(day[:7]) != month + 1 or one.indicator.frequency.months != 1:
                continue
            so_far = self._so_far.get((id, place_id), 0) if (month + 1) % 12 else 0
            amount = self.world.amounts(one, first=month + 1, last=month + 1).get(place_id)
            if amount is not None:
                place, number = self.places[place_id], int(day[8:])
                sent = Sent(start_of(month + 1) + timedelta(days=number, hours=9), quick(place, year=(month + 1) // 12))
                turn = Turn(one, place, month + 1, month + 1, day, "", sent)
                yield self._first(turn, self._cell(one, place, day), so_far + amount * number // 31 // one.grain * one.grain)

    # ---------------------------------------------------------------- the fact itself

    def _cell(self, one: Series, place: Place, period: str) -> Cell:
        return Cell(one.id, self.habits.regime, WHOLE, place.id, period)

    def _first(self, turn: Turn, cell: Cell, steps: int, quality: Quality = Quality.ACTUAL) -> CaseFact:
        return self._fact(turn, Figure(cell, turn.one.printed(steps), steps, quality, turn.one.visibility))

    def _later(self, turn: Turn, cell: Cell, steps: int, quality: Quality, days: int, note: str) -> CaseFact:
        return self._fact(turn, Figure(cell, turn.one.printed(steps), steps, quality, turn.one.visibility), days=days, note=note)

    def _fact(self, turn: Turn, item: Figure | Withdrawal, *, days: int = 0, note: str = "") -> CaseFact:
        """Return the fact as the report says it, or, days later, as a letter does that mends it."""
        if not days:
            return CaseFact(item, turn.sent.source, turn.one.place, turn.sent.at, note, WHERE)
        source = mending(turn.place, year=turn.month // 12)
        return CaseFact(item, source, turn.one.place, turn.sent.at + timedelta(days=days), note, WHERE)


def near(one: Series, *, steps: int, thousandths: int) -> int:
    """Return so many thousandths of an amount, as it would be printed."""
    return steps * thousandths // THOUSAND // one.grain * one.grain


def mistaken(one: Series, *, steps: int, far: int) -> int:
    """Return an amount as one gets it wrong: a digit too many, or some tenths too much or too little.

    Args:
        far: From 0 to 179; decides the kind of mistake and how far off it is.
    """
    if far < 30 and one.top is None and steps:
        return steps * 10
    wrong = near(one, steps=steps, thousandths=THOUSAND + (far if far % 2 else -far) + 40)
    wrong = wrong if wrong != steps else steps + one.grain
    return wrong if one.top is None or wrong <= one.top else steps - one.grain
