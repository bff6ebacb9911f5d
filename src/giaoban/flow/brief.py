"""Step 4, brief: freeze what is to be said to a meeting into a pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from giaoban import briefing, delivery
from giaoban.catalogue import Catalogue, Sight
from giaoban.flow import access, desk
from giaoban.flow.access import Act, Actor
from giaoban.flow.desk import Desk, Wanted


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
    return briefing.prepare(agenda, boards=(board,), catalogue=laid.catalogue, acts=_acts(laid))


def _acts(laid: Desk) -> tuple[delivery.Act, ...]:
    """Return the acts of meetings that stand in the book and may be seen."""
    standing = delivery.standing(laid.shelf.book, cite=laid.archive.cite, told=laid.archive.remark)
    return tuple(act for act in standing if _sees(laid.sight, act, laid.catalogue))


def _sees(sight: Sight, act: delivery.Act, known: Catalogue) -> bool:
    """Whether an act may be seen; a restricted one by whoever sees every field that it touches."""
    if act.visibility == "restricted":
        touched = act.affects if isinstance(act, delivery.Bottleneck) else (act.indicator,)
        fields = {known.indicators[id].field if id in known.indicators else "" for id in touched}
        return sight.all_fields or (bool(fields) and fields <= sight.fields)
    return act.visibility == "released" or (act.visibility == "accepted" and sight.signed_in)
