"""Step 3, answer: the course of one indicator over the year, for a chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from giaoban import delivery, engine
from giaoban.flow import acts, desk
from giaoban.flow.access import Actor
from giaoban.flow.desk import Desk, Wanted
from giaoban.flow.refusal import OutOfBounds
from giaoban.values import Said


def trend(wanted: Wanted, *, indicator: str, part: str = "-", by: Actor, at: datetime) -> engine.Trend | None:
    """Return the course of an indicator for a body up to the end of a period; None where it may not be seen.

    Raises:
        Refused: Unknown body, period or indicator, a future instant, or no right to read.
    """
    laid = desk.lay(wanted, by=by, at=at)
    laid.check(indicator)
    if laid.catalogue.body(wanted.body, on=laid.question.frame) is None:
        raise laid.body_not_then()
    try:
        return course(laid, indicator=indicator, part=part, noted=acts.standing(laid))
    except engine.TooLarge as fault:
        raise OutOfBounds(what=str(fault)) from fault


def course(laid: Desk, *, indicator: str, part: str, noted: Iterable[delivery.Act]) -> engine.Trend | None:
    """Return the course of one series of the body on the desk, with what meetings noted of it.

    Raises:
        UnknownIndicator: The series is not there.
    """
    if engine.Series(indicator, laid.question.regime, part) not in laid.maker.cube.row:
        raise laid.unknown(f"{indicator}.{part}", near=Said("", ""))
    aims = _milestones(noted, indicator=indicator, body=laid.question.body) if part == "-" else ()
    return engine.trend(laid.maker, indicator=indicator, body=laid.question.body, part=part, aims=aims)


def _milestones(noted: Iterable[delivery.Act], *, indicator: str, body: str) -> Iterator[engine.NotedLevel]:
    for act in noted:
        if isinstance(act, delivery.Aim) and (act.indicator, act.body) == (indicator, body):
            yield engine.NotedLevel(act.before, act.fraction, act.ratio, act.entry, act.source)
