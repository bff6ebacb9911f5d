"""Step 3, answer: what became different on a board since an instant, and by which entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from giaoban import engine
from giaoban.flow import desk
from giaoban.flow.access import Act, Actor
from giaoban.flow.desk import Desk, Wanted
from giaoban.flow.refusal import OutOfBounds, Refused
from giaoban.ledger import VIETNAM


class SinceIsLater(Refused):
    """What shall be compared with lies after what is compared."""

    code = "since-is-later"
    vi = "Thời điểm trước ({since}) không sớm hơn thời điểm sau ({until}). Chọn --since sớm hơn, hoặc --as-known muộn hơn."
    en = "The earlier instant ({since}) is not before the later one ({until}). Choose an earlier --since, or a later --as-known."


def changes(wanted: Wanted, *, since: datetime, by: Actor, at: datetime) -> engine.Changes:
    """Return what is different on the board that answers, compared with what was known at an earlier instant.

    Raises:
        SinceIsLater: The instant is not before the one that the board is asked for.
        Refused: As `answer`, at either instant.
    """
    now = desk.lay(wanted, by=by, at=at, act=Act.READ)
    return between(now, then=earlier(now, wanted=wanted, since=since, by=by, at=at))


def earlier(now: Desk, *, wanted: Wanted, since: datetime, by: Actor, at: datetime) -> Desk:
    """Return the desk for the same question at an earlier instant, for the same day and with the same sight.

    Raises:
        SinceIsLater: It is not earlier.
    """
    if since >= now.shelf.as_known:
        raise SinceIsLater(since=_said(since), until=_said(now.shelf.as_known))
    question = now.question
    then = desk.lay(replace(wanted, as_known=since, on=question.on, frame=question.frame), by=by, at=at, act=Act.READ)
    return replace(then, sight=now.sight)


def between(now: Desk, *, then: Desk) -> engine.Changes:
    """Return what is different on the board of one desk, compared with that of another.

    Raises:
        OutOfBounds: A number of either is too large.
    """
    try:
        return engine.changes(now.board(), then=then.board(), made_by=now.maker, made_then=then.maker)
    except engine.TooLarge as fault:
        raise OutOfBounds(what=str(fault)) from fault


def _said(instant: datetime) -> str:
    return instant.astimezone(VIETNAM).isoformat(timespec="seconds")
