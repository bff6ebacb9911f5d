"""Step 4, brief: freeze what is to be said to a meeting into a pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from giaoban import briefing
from giaoban.flow import access, acts, changes, desk, trend
from giaoban.flow.access import Act, Actor
from giaoban.flow.desk import Wanted


def brief(
    wanted: Wanted, *, for_office: bool, for_chair: bool = False, since: datetime | None = None, by: Actor, at: datetime
) -> briefing.Pack:
    """Return the pack of a body and period, as known at an instant; equal for an equal question, for ever.

    What a unit has drafted and not sent never stands in it, whoever asks.

    Args:
        for_office: Whether findings that only the office should see stand in it.
        for_chair: Whether its papers bear the annex to the chair, in which units have their names.
        since: Instant of an earlier pack, for what became different; None where that is not wanted.

    Raises:
        Refused: Unknown body or period, a future instant, an earlier pack that is not earlier, or no right to brief.
    """
    asked = replace(wanted, units=True)
    laid = desk.without_drafts(desk.lay(asked, by=by, at=at, act=Act.BRIEF))
    if for_office:
        access.require(by, act=Act.ADVISE, book=laid.shelf.cover.id)
    then = changes.earlier(laid, wanted=asked, since=since, by=by, at=at) if since else None
    board, noted = laid.board(), acts.standing(laid)
    agenda = briefing.Agenda(
        body=wanted.body, period=board.period, regimes=(board.regime,), indicators=wanted.indicators, for_office=for_office,
        for_chair=for_chair,
    )  # fmt: skip
    return briefing.prepare(
        agenda, boards=(board,), catalogue=laid.catalogue, acts=noted, cite=laid.maker.cited,
        course=lambda series: trend.course(laid, indicator=series.indicator, part=series.part, noted=noted),
        changes=changes.between(laid, then=then) if then else None,
    )  # fmt: skip
