"""What is a pack asked for? Which body and period, in which calendars, for whose eyes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from giaoban.catalogue import Window
from giaoban.engine import Question


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a briefing is prepared for (chương trình họp).

    Args:
        body: Id of the body whose meeting it is.
        period: Code of the period that it speaks of.
        regimes: Ids of the regimes whose figures are wanted; the first is the meeting's own.
        bodies: Whether the parts of the body are looked at too, for counts.
        indicators: Ids wanted; empty for all.
        for_office: Whether what only the office is told stands in the pack.
        for_chair: Whether the annex to the chair stands in its papers, in which units bear their names.
        meeting: What the meeting is called; empty for the usual "giao ban" of the period.
        held_on: Its day; None where it is not set.
    """

    body: str
    period: str
    regimes: tuple[str, ...]
    bodies: bool = True
    indicators: tuple[str, ...] = ()
    for_office: bool = False
    for_chair: bool = False
    meeting: str = ""
    held_on: date | None = None

    @property
    def title(self) -> str:
        """What the meeting is called: "giao ban quý I/2021"."""
        return self.meeting or f"giao ban {Window.of(self.period).words}"

    def questions(self, *, frame: date, on: date) -> tuple[Question, ...]:
        """Return the questions to put to the engine, one a regime.

        Args:
            frame: Day on whose map bodies are added up.
            on: Day for which due and rules are judged.

        Raises:
            NoSuchPeriod: The agenda's period is no code.
        """
        window = Window.of(self.period)
        return tuple(
            Question(self.body, window, regime, frame, on, units=self.bodies, indicators=self.indicators) for regime in self.regimes
        )

    def data(self) -> dict[str, Any]:
        """Return the agenda as a pack's JSON has it."""
        return {
            "title": self.title,
            "held_on": self.held_on.isoformat() if self.held_on else None,
            "for_office": self.for_office,
            "for_chair": self.for_chair,
            "regimes": list(self.regimes),
            "units": self.bodies,
            "indicators": list(self.indicators),
        }
