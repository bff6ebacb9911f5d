"""Step 3, answer: a board, or one number and why."""

from __future__ import annotations

from datetime import datetime

from giaoban import briefing, engine, store
from giaoban.flow import access, desk, library
from giaoban.flow.access import Act, Actor
from giaoban.flow.desk import Wanted


def answer(wanted: Wanted, *, by: Actor, at: datetime) -> engine.Board:
    """Return the board that answers.

    Raises:
        Refused: Unknown body, period or indicator, a future instant, or no right to read.
    """
    return desk.lay(wanted, by=by, at=at).board()


def legend(wanted: Wanted, *, by: Actor, at: datetime) -> briefing.Legend:
    """Return the headings and names that a board of the question is shown with.

    Raises:
        Refused: As `answer`.
    """
    laid = desk.lay(wanted, by=by, at=at)
    return briefing.Legend.of(laid.catalogue, on=laid.question.frame)


def explain(wanted: Wanted, *, indicator: str, part: str, what: engine.What, by: Actor, at: datetime) -> engine.Explanation | None:
    """Return why a number of the board is what it is; None where it may not be seen.

    Raises:
        Refused: As `answer`.
    """
    return desk.lay(wanted, by=by, at=at).explanation(indicator, part=part, what=what)


def name_of(person: str, *, wanted: Wanted, by: Actor) -> str | None:
    """Return a person's name, which lies outside the chain; None where it was blanked or is not known.

    Raises:
        Refused: Unknown body, or no right to read its book.
    """
    access.require(by, act=Act.READ, book=library.home(wanted.body))
    return store.people.names([person]).get(person)
