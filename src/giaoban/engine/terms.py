"""What goes into the formula of a computed indicator, each with its own figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from giaoban.catalogue import Window
from giaoban.engine.board import plain
from giaoban.engine.scene import Scene, Spot


@dataclass(frozen=True, slots=True)
class FormulaTerm:
    """One indicator that goes into a formula, with its own figure (thành phần của công thức).

    Args:
        words: As the formula writes it: `{dan-so}`.
        period: Code of the window that it was looked up for; empty where there is none so far back.
        value: In `measure`; None where it is not known or does not apply.
    """

    words: str
    indicator: str
    name: str
    period: str
    value: float | None
    measure: str

    def data(self) -> dict[str, Any]:
        """Return the term as data."""
        return {
            "term": self.words, "indicator": self.indicator, "name": self.name, "period": self.period or None, "value": plain(self.value),
            "measure": self.measure,
        }  # fmt: skip


def terms_of(scene: Scene, *, spot: Spot, windows: Iterable[Window]) -> Iterator[FormulaTerm]:
    """Yield what goes into the formula of a computed indicator, once for each window that it is looked up for."""
    if spot.at[0] not in scene.measured.rules.formulas:
        return
    seen = (one for window in windows for one in scene.tracer.formula(spot.at, window=window).terms)
    for one in {(one.term.words, one.window): one for one in seen}.values():
        indicator = scene.catalogue.indicators.get(one.term.indicator)
        if indicator is None:
            yield FormulaTerm(one.term.words, one.term.indicator, one.term.indicator, one.window.code if one.window else "", None, "")
            continue
        value = None if one.answer.value is None else scene.in_measure(one.answer.value, indicator=indicator)
        code = one.window.code if one.window else ""
        yield FormulaTerm(one.term.words, indicator.id, indicator.name, code, value, indicator.measure.label)
