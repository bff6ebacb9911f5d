"""Where do two ways to one number of a cell differ by more than the printed digits leave open?

A window's own figure and the sum of finer ones, a reported percentage and the
one computed from its parts, a whole and its parts, a stated relation and the
computed one. Both numbers are kept; which one is wrong is not for us to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from giaoban.catalogue import Indicator, OverBodies, OverTime, Window
from giaoban.engine.answer import Answer
from giaoban.engine.board import Disagreement, PlanShare, SamePeriod, StatedShare
from giaoban.engine.bodies import ratio_scale
from giaoban.engine.implied import half_unit
from giaoban.engine.rebase import Mark
from giaoban.engine.scene import Scene, Spot
from giaoban.ledger import Cell, Stated, decode
from giaoban.ledger.figures import PLAN, SAME_PERIOD, WHOLE
from giaoban.values import Quantity, vietnamese

SLACK = 1e-9  # of the larger number: what binary fractions leave open


@dataclass(frozen=True, slots=True)
class _Open:
    """A number, how far its printed digits leave it open, and the entries it rests on."""

    value: float
    reach: float
    entries: tuple[int, ...]

    def over(self, other: _Open, *, scale: float = 1.0) -> _Open | None:
        """Return the quotient; None where it is of negative numbers, or the divisor may be 0."""
        if self.value < 0 or other.value <= other.reach:
            return None
        ratio = self.value / other.value * scale
        most = (self.value + self.reach) / (other.value - other.reach) * scale
        return _Open(ratio, most - ratio, (*self.entries, *other.entries))

    def differs(self, other: _Open) -> bool:
        """Whether the two cannot both be right."""
        return abs(self.value - other.value) > self.reach + other.reach + SLACK * max(abs(self.value), abs(other.value))


def disagreements_of(
    scene: Scene, *, spot: Spot, answer: Answer, targets: Sequence[PlanShare], stated: Sequence[StatedShare], same: SamePeriod
) -> tuple[Disagreement, ...]:
    """Return everything about a cell that contradicts itself.

    Args:
        answer: What the cell's own figure rests on.
        same: The same period as computed.
    """
    window = scene.question.window
    found = [*_of_window(scene, spot, "window", window)]
    if not window.from_start:
        found += _of_window(scene, spot, "to_date", window.to_date())
    if spot.indicator.over_bodies is OverBodies.RATIO:
        found += _of_ratio(scene, spot)
    if spot.at[0] in scene.measured.rules.formulas:
        found += _of_formula(scene, spot)
    if spot.indicator.parts and spot.series.part == WHOLE and answer.value is not None:
        found += _of_parts(scene, spot, answer)
    for one in stated:
        found += _of_plan(scene, spot, one, targets) if one.relation == PLAN else _of_same_period(scene, spot, one, answer, same)
    return tuple(found)


def _told(what: str, one: _Open, other: _Open, *, times: float = 1.0) -> Iterator[Disagreement]:
    if one.differs(other):
        entries = tuple(dict.fromkeys((*one.entries, *other.entries)))
        yield Disagreement(what, one.value * times, other.value * times, (one.reach + other.reach) * times, entries)


def _of_window(scene: Scene, spot: Spot, what: str, window: Window) -> Iterator[Disagreement]:
    """Yield where a window's own figure is not what finer figures of the same body give."""
    if spot.indicator.over_time is OverTime.NEVER or not scene.cube.figure(spot.at, window=window):
        return
    if not scene.may_differ(spot.at, window=window):
        return
    reported = scene.tracer.reported
    own, finer = reported.stated(spot.at, window=window), reported.figure_of(spot.at, window=window, own=False)
    if own.value is not None and finer.value is not None and own.value != finer.value:
        yield from _told(what, _open(scene, spot, own), _open(scene, spot, finer), times=_times(scene, spot))


def _of_ratio(scene: Scene, spot: Spot) -> Iterator[Disagreement]:
    """Yield where a reported percentage is not that of its parts."""
    window = scene.question.window
    if not scene.cube.told(window)[spot.at]:
        return
    own, ratio = scene.tracer.own(spot.at, window=window), scene.tracer.ratio(spot.at, window=window)
    if own.value is None or ratio.value is None:
        return
    sides = [
        scene.spot(spot.series._replace(indicator=id), body=spot.body) for id in (spot.indicator.numerator, spot.indicator.denominator)
    ]
    top, bottom = (_open(scene, side, scene.answer(side)) for side in sides)
    scale = ratio_scale(scene.measured.rules, row=spot.at[0], above=sides[0].at[0], below=sides[1].at[0]) or 1.0
    if computed := top.over(bottom, scale=scale):
        yield from _told("ratio", _open(scene, spot, own), computed, times=_times(scene, spot))


def _of_formula(scene: Scene, spot: Spot) -> Iterator[Disagreement]:
    """Yield where a figure that a body reported itself is not what its formula comes to.

    How far printed digits leave the formula open is found by moving each of its terms by as much, one after the other.
    """
    window = scene.question.window
    if not scene.cube.told(window)[spot.at]:
        return
    own, told = scene.tracer.own(spot.at, window=window), scene.tracer.formula(spot.at, window=window)
    if own.value is None or told.answer.value is None:
        return
    value, reach = told.answer.value, 0.0
    for one in dict.fromkeys(told.terms):
        part = scene.spot(spot.series._replace(indicator=one.term.indicator, part=one.term.part), body=spot.body)
        loose = 0.0 if one.answer.value is None else _loose(scene, part, one.answer)
        moved = scene.tracer.formula(spot.at, window=window, moved=(one, loose)).answer.value if loose else value
        reach += abs((value if moved is None else moved) - value)
    computed = _Open(value, reach, tuple(use.entry for use in told.answer.because))
    yield from _told("ratio", _open(scene, spot, own), computed, times=_times(scene, spot))


def _loose(scene: Scene, part: Spot, answer: Answer) -> float:
    """Return how far the printed digits of a term's entries leave it open, in steps; as far as they are of its own indicator."""
    own = [use for use in answer.because if Cell.of(scene.cube.entries[use.entry - 1].key).indicator == part.indicator.id]
    return _open(scene, part, replace(answer, because=tuple(replace(use, role="") for use in own))).reach


def _of_parts(scene: Scene, spot: Spot, whole: Answer) -> Iterator[Disagreement]:
    """Yield where all parts of a disaggregated indicator are known and do not make its whole."""
    indicator = spot.indicator
    if indicator.over_bodies is not OverBodies.SUM or indicator.is_percentage:
        return
    rows = [scene.cube.row.get(spot.series._replace(part=part.id)) for part in indicator.parts]
    parts = [scene.tracer.of((row, spot.at[1]), window=scene.question.window) for row in rows if row is not None]
    if len(parts) < len(indicator.parts) or not all(part.settled for part in parts):
        return
    opened = [_open(scene, spot, part) for part in parts if part.value is not None]
    total = _Open(sum(one.value for one in opened), sum(one.reach for one in opened), tuple(n for one in opened for n in one.entries))
    yield from _told("parts", _open(scene, spot, whole), total, times=_times(scene, spot))


def _of_plan(scene: Scene, spot: Spot, stated: StatedShare, targets: Sequence[PlanShare]) -> Iterator[Disagreement]:
    """Yield where a stated share of a plan is that of none of the plans that its authority gave: the nearest is told."""
    said, known = _stated(scene, stated), []
    for plan in targets:
        if plan.authority == stated.authority and plan.attainment is not None:
            window = scene.question.window
            done = _open(scene, spot, scene.answer(spot, window=window if plan.plan_period == scene.code else window.to_date()))
            if share := done.over(_Open(*_printed(scene, spot.indicator, plan.entry), (plan.entry,))):
                known.append(share)
    if known and all(said.differs(share) for share in known):
        yield from _told(PLAN, said, min(known, key=lambda share: abs(share.value - said.value)))


def _of_same_period(scene: Scene, spot: Spot, stated: StatedShare, answer: Answer, same: SamePeriod) -> Iterator[Disagreement]:
    """Yield where a stated ratio is not that of this year's figure and last year's.

    A base that was apportioned over a changed map is our own estimate and contradicts nobody.
    """
    if same.ratio is None or same.mark != Mark.EXACT.code or answer.value is None:
        return
    now, then = _open(scene, spot, answer), _open(scene, spot, scene.answer(spot, window=scene.before))
    if ratio := now.over(then):
        yield from _told(SAME_PERIOD, _stated(scene, stated), ratio)


def _times(scene: Scene, spot: Spot) -> float:
    return scene.in_measure(1.0, indicator=spot.indicator) or 1.0


def _open(scene: Scene, spot: Spot, answer: Answer) -> _Open:
    """Return a figure in steps with what its entries leave open: together where they were added, else the most of any."""
    plain = [use for use in answer.because if not use.role]
    reaches = [abs(use.weight) * _printed(scene, spot.indicator, use.entry)[1] for use in plain]
    adds = spot.indicator.over_bodies is OverBodies.SUM and spot.indicator.over_time in (OverTime.SUM, OverTime.LAST)
    reach = sum(reaches) if adds else max(reaches, default=0.0)
    return _Open(answer.value or 0.0, reach, tuple(use.entry for use in answer.because))


def _printed(scene: Scene, indicator: Indicator, entry: int) -> tuple[float, float]:
    """Return the steps of an entry, and half a unit of its last printed digit in steps."""
    content = scene.content(entry)
    value, measure = vietnamese.read_quantity(content["printed"])
    half = indicator.step.count(Quantity(value, measure).half_unit(), measure=measure)
    return float(int(content["steps"])), float(half)


def _stated(scene: Scene, stated: StatedShare) -> _Open:
    item = decode(scene.cube.entries[stated.entry - 1])
    half = float(half_unit(item)) if isinstance(item, Stated) else 0.0
    return _Open(stated.value, half, (stated.entry,))
