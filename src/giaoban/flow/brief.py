"""Step 4, brief: freeze what is to be said to a meeting into a pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from giaoban import briefing
from giaoban.flow import access, acts, desk
from giaoban.flow.access import Act, Actor
from giaoban.flow.desk import Wanted


def brief(wanted: Wanted, *, for_office: bool, by: Actor, at: datetime) -> briefing.Pack:
    """Return the pack of a body and period, as known at an instant; equal for an equal question, for ever.

    What a unit has drafted and not sent never stands in it, whoever asks.

    Args:
        for_office: Whether findings that only the office should see stand in it.

    Raises:
        Refused: Unknown body or period, a future instant, or no right to brief.
    """
    laid = desk.without_drafts(desk.lay(replace(wanted, units=True), by=by, at=at, act=Act.BRIEF))
    if for_office:
        access.require(by, act=Act.ADVISE, book=laid.shelf.cover.id)
    board = laid.board()
    agenda = briefing.Agenda(
        body=wanted.body, period=board.period, regimes=(board.regime,), indicators=wanted.indicators, for_office=for_office
    )
    return briefing.prepare(agenda, boards=(board,), catalogue=laid.catalogue, acts=acts.standing(laid))
