"""Step 3 for one number: where it comes from and how it was computed, with the words and names that lie outside the chain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from giaoban import briefing, engine, store
from giaoban.flow import desk
from giaoban.flow.access import Actor
from giaoban.flow.desk import Wanted
from giaoban.flow.look import Frame, frame_of


@dataclass(frozen=True)
class Reasons:
    """Nguồn và cách tính of one number, whole.

    Args:
        explanation: None where the number may not be seen.
        names: Of the people who recorded its entries, by id; None for a blanked one.
    """

    frame: Frame
    legend: briefing.Legend
    explanation: engine.Explanation | None
    names: Mapping[str, str | None]


def why(wanted: Wanted, *, indicator: str, part: str, what: engine.What, base: str = "", by: Actor, at: datetime) -> Reasons:
    """Return why a number of the board is what it is.

    Args:
        base: Whose plan, or `same_period`, where a row has several (`engine.explain`).

    Raises:
        Refused: As `answer`; an unknown indicator too.
    """
    laid = desk.lay(wanted, by=by, at=at)
    found = laid.explanation(indicator, part=part, what=what, base=base)
    people = [line.by for line in found.lines] if found else []
    return Reasons(
        frame=frame_of(laid, by=by),
        legend=briefing.Legend.of(laid.catalogue, on=laid.question.frame),
        explanation=found,
        names=store.people.names(people),
    )
