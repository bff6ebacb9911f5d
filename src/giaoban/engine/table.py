"""The board as arrays: every measure, state and mark of all series and bodies of a cube at once.

What a row of the board says in words follows from these numbers; the tracer,
which walks the same rules one cell at a time, is the check on them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from giaoban.catalogue import Direction, OverBodies, Regime, Window
from giaoban.cube import Array, Cube, Mask, Small, Tags, Whole
from giaoban.engine.bodies import Rolled
from giaoban.engine.measures import Measured
from giaoban.engine.question import Question
from giaoban.engine.rebase import Mark
from giaoban.engine.scheme import Scheme
from giaoban.engine.status import Level, expected_share
from giaoban.ledger import Grade, Stated
from giaoban.ledger.figures import UNNAMED
from giaoban.values import Standing

KNOWN, ABSENT, DOES_NOT_APPLY, NOT_DUE = range(4)  # states of a cell
LEVELS = (Level.NONE, Level.WEAK, Level.BEHIND, Level.ON_PACE, Level.REACHED, Level.EXCEEDED)
NONE, WEAK, BEHIND, ON_PACE, REACHED, EXCEEDED = range(6)
OF_WORDS = {Standing.GOOD: ON_PACE, Standing.NEUTRAL: NONE, Standing.WEAK: WEAK}
DIGITS = 12
POWERS = np.array([float(10**n) for n in range(23)])
LAST = 9999


@dataclass(frozen=True)
class Plans:
    """The targets that one authority gave for one period, and how much of each is done (series, body).

    Args:
        target: In the row's measure; NaN where none was given.
        attainment: What was done over the target; NaN where it cannot be said.
        entry: Number of the target's entry, 0 for none.
        version: Of the target.
    """

    authority: str
    period: str
    target: Array
    attainment: Array
    entry: NDArray[np.int32]
    version: Tags


@dataclass(frozen=True)
class Table:
    """Every measure of a question, as arrays (series, body) over the cube's axes (bảng số).

    Args:
        value, to_date, same, partial: In the row's measure, or a count of bodies; NaN where there is none.
        state: KNOWN, ABSENT, DOES_NOT_APPLY, NOT_DUE.
        tags: Quality and revision of what the value rests on.
        mark, same_mark: How the figure came onto the map.
        ratio: This year's over last year's.
        growth: The ratio less one; of a percentage, the change in points.
        plans: Window before year, then by order of the authorities, plans without a giver last.
        pace: What was done over what the pace asks by now.
        level: Place in `LEVELS`.
        reported, expected: Of the parts that make the figure.
    """

    value: Array
    to_date: Array
    state: Small
    tags: Tags
    mark: Small
    same: Array
    same_mark: Small
    ratio: Array
    growth: Array
    plans: tuple[Plans, ...]
    pace: Array
    level: Small
    reported: Whole
    expected: Whole
    partial: Array


def tabulate(question: Question, *, cube: Cube, measured: Measured, scheme: Scheme, regime: Regime) -> Table:
    """Return every measure of the question's window, for all series and bodies of the cube."""
    value, to_date, same = (in_measure(one, scheme=scheme) for one in (measured.value, measured.to_date, measured.same))
    if measured.to_date is measured.value:
        to_date = value
    ratio, growth = compared(value, same=same, scheme=scheme)
    plans = planned(question, cube=cube, scheme=scheme, value=value, to_date=to_date)
    pace, level = judged(question, cube=cube, scheme=scheme, plans=plans, done=(value, to_date))
    rolled = measured.value
    return Table(
        value=value, to_date=to_date, state=states(question, cube=cube, measured=measured, scheme=scheme, regime=regime), tags=rolled.tags,
        mark=rolled.mark, same=same, same_mark=measured.same.mark, ratio=ratio, growth=growth, plans=plans, pace=pace, level=level,
        reported=rolled.reported, expected=rolled.expected, partial=rolled.partial * scheme.steps[:, None] / scheme.measures[:, None],
    )  # fmt: skip


def in_measure(rolled: Rolled, *, scheme: Scheme) -> Array:
    """Return figures in their measures; counts of bodies as they are."""
    said: Array = rolled.value * scheme.steps[:, None]
    said /= scheme.measures[:, None]
    counting = scheme.rules.in_bodies[OverBodies.COUNT]
    if counting.any():
        said[counting] = np.where(rolled.own[counting], said[counting], rolled.value[counting])
    return said


def compared(value: Array, *, same: Array, scheme: Scheme) -> tuple[Array, Array]:
    """Return this year's figures over last year's, and growth; neither where last year's is 0 or less, nor of an index."""
    ratio = np.full(value.shape, np.nan)
    can = same > 0
    can[scheme.ratioless] = False
    np.divide(value, same, out=ratio, where=can)
    growth: Array = ratio - 1
    points = scheme.percentages
    growth[points] = value[points] - same[points]
    return ratio, growth


# ---------------------------------------------------------------- states


def states(question: Question, *, cube: Cube, measured: Measured, scheme: Scheme, regime: Regime) -> Small:
    """Return why a cell has no number: absent is not 0, not "does not apply", not "not yet due"."""
    rolled, window = measured.value, question.window
    state = np.full(rolled.value.shape, ABSENT, np.int8)
    if question.on <= regime.due_on(window):
        state[(rolled.reported == 0) & (rolled.mark != Mark.NOT_COMPARABLE)] = NOT_DUE
    between = (window.last % scheme.frequency > 0) | ((window.months < scheme.frequency) & ~scheme.levels)
    state[between] = NOT_DUE
    for at, one in cube.said_of(window.code):
        if isinstance(one.item, Stated):
            state[at] = ABSENT
    for at, one in cube.said_of(window.code):
        if isinstance(one.item, Grade):
            state[at] = KNOWN
    state[rolled.na | ~scheme.applies(_kinds(measured, cube, scheme))] = DOES_NOT_APPLY
    state[~np.isnan(rolled.value)] = KNOWN
    return state


def _kinds(measured: Measured, cube: Cube, scheme: Scheme) -> tuple[str, ...]:
    """Return the kind of each body on the map; of one that does not stand there, as it last was."""
    latest = scheme.catalogue.latest
    return tuple(
        kind if stands else (body.kind if (body := latest(id)) else "")
        for id, kind, stands in zip(cube.bodies, measured.frame.kinds, measured.frame.standing.tolist(), strict=True)
    )


# ---------------------------------------------------------------- plans and levels


def planned(question: Question, *, cube: Cube, scheme: Scheme, value: Array, to_date: Array) -> tuple[Plans, ...]:
    """Return every plan for the window or its year, with what is done of it."""
    code, year, known = question.window.code, str(question.window.year), scheme.catalogue.authorities
    found = {(authority, period): slot for period in dict.fromkeys((code, year)) for authority, slot in cube.plans(period).items()}

    def place(key: tuple[str, str]) -> tuple[bool, bool, int, str]:
        authority, period = key
        return authority == UNNAMED, period != code, known[authority].order if authority in known else LAST, authority

    plans = []
    for authority, period in sorted(found, key=place):
        slot = found[authority, period]
        target = slot.value * scheme.steps[:, None] / scheme.measures[:, None]
        share = np.full(target.shape, np.nan)
        can = ~np.isnan(target) & (target != 0)
        can[scheme.voluntary] = False
        np.divide(value if period == code else to_date, target, out=share, where=can)
        plans.append(Plans(authority, period, target, share, slot.entry, slot.tags))
    return tuple(plans)


def judged(question: Question, *, cube: Cube, scheme: Scheme, plans: tuple[Plans, ...], done: tuple[Array, Array]) -> tuple[Array, Small]:
    """Return pace and level by the first plan with a known giver that something can be said of.

    Args:
        done: Figures of the window, and the year so far.
    """
    shape = done[0].shape
    pace, level = np.full(shape, np.nan), np.zeros(shape, np.int8)
    ruled = np.array([rule is not None for rule in scheme.status], bool) & ~scheme.voluntary
    opened: Mask = np.broadcast_to(ruled[:, None], shape).copy()
    for plan in plans:
        if plan.authority == UNNAMED:
            continue
        use = opened & ~np.isnan(plan.attainment)
        if use.any():
            _judge(question, scheme, plan, use, pace, level)
            opened &= ~use
    _nothing_allowed(question, scheme, plans, opened, done, level)
    for at, one in cube.said_of(question.window.code):
        if isinstance(one.item, Grade) and (scale := scheme.catalogue.scales.get(one.item.scale)):
            level[at], pace[at] = OF_WORDS[scale.word(one.item.word).standing], np.nan
    return pace, level


def _judge(question: Question, scheme: Scheme, plan: Plans, use: Mask, pace: Array, level: Small) -> None:
    window, whole = question.window, plan.period == question.window.code
    asked, weak, behind = _asked(scheme, Window(window.year, 1, 12) if whole else window)
    rows = np.nonzero(use)[0]
    share = plan.attainment[use]
    said = to_digits(share)
    at = np.where(said < weak[rows], WEAK, np.where(said < behind[rows], BEHIND, ON_PACE))
    at = np.where(said >= 1, np.where(said > 1, EXCEEDED, REACHED), at)
    less = scheme.facing(Direction.LESS)[rows]
    at = np.where(less, np.where(said <= 1, REACHED, WEAK), at)
    level[use] = np.where(scheme.facing(Direction.NONE, Direction.BAND)[rows], NONE, at)
    expected = asked[rows]
    paced = scheme.facing(Direction.MORE)[rows] & (expected > 0)
    pace[use] = np.divide(share, expected, out=np.full(share.shape, np.nan), where=paced)


def _asked(scheme: Scheme, window: Window) -> tuple[Array, Array, Array]:
    """Return the share of each row's plan that the pace asks by the window's end, and below which it is weak or behind."""
    ways, place = scheme.paces
    found = np.zeros((len(ways) + 1, 3))  # the last is for rows that are not judged
    for n, (one, grows, rule) in enumerate(ways):
        expected = expected_share(one, window=window, grows=grows)
        found[n] = float(expected), _bound(expected, rule.weak_below), _bound(expected, rule.behind_below)
    asked, weak, behind = found[place].T
    return asked, weak, behind


def _bound(expected: Decimal, below: Decimal) -> float:
    """Return the share of a plan that is just not below; where nothing is asked yet, any share is on pace."""
    return float(expected * below) if expected else -np.inf if below <= 1 else np.inf


def _nothing_allowed(
    question: Question, scheme: Scheme, plans: tuple[Plans, ...], opened: Mask, done: tuple[Array, Array], level: Small
) -> None:
    """Judge a level of 0 that must not be passed, of which no percentage can be said."""
    free = opened & scheme.facing(Direction.LESS)[:, None]
    for plan in plans:
        zero = free & (plan.target == 0)
        if plan.authority != UNNAMED and zero.any():
            found = done[plan.period != question.window.code]
            known = zero & ~np.isnan(found)
            level[known] = np.where(found[known] <= 0, REACHED, WEAK)
            free &= ~zero


def to_digits(ratio: Array) -> Array:
    """Return ratios rounded to twelve digits, so that nine tenths of the pace are nine tenths.

    Example:
        >>> to_digits(np.array([0.1 + 0.2, 1.0, 0.0])).tolist()
        [0.3, 1.0, 0.0]
    """
    size = np.abs(ratio)
    magnitude = np.floor(np.log10(size, out=np.zeros_like(size), where=size > 0)).astype(np.int64)
    up = POWERS[np.clip(DIGITS - 1 - magnitude, 0, 22)]
    rounded: Array = np.rint(ratio * up) / up
    return np.where(magnitude >= DIGITS - 1, ratio, rounded)


def columns_of(table: Table) -> Mapping[str, Array | Small | Whole | Tags]:
    """Return the arrays by name, those of plans as `target:authority:period` and `attainment:authority:period`."""
    plain = {name: getattr(table, name) for name in table.__dataclass_fields__ if name != "plans"}
    for plan in table.plans:
        plain[f"target:{plan.authority}:{plan.period}"] = plan.target
        plain[f"attainment:{plan.authority}:{plan.period}"] = plan.attainment
    return plain
