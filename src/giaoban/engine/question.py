"""What is asked: which body and window, on which map, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from giaoban.catalogue import Window


@dataclass(frozen=True, slots=True)
class Question:
    """One question to a cube (câu hỏi). As known at which instant is settled by the cube that it is put to.

    Args:
        body: Id of the body that is asked about.
        window: The months asked about.
        regime: Id of the regime in whose calendar the window is said.
        frame: Day on whose map bodies are shown and added up.
        on: Day for which due, not yet due and rules are judged.
        units: Whether the parts of the body are asked for too.
        indicators: Ids wanted; empty for all.
    """

    body: str
    window: Window
    regime: str
    frame: date
    on: date
    units: bool = False
    indicators: tuple[str, ...] = ()
