"""Small worlds for the published sums: a tree of bodies, indicators that differ in how they add up, and figures of them.

In the sources silence counts as nothing and a unit's own value is added to those below it, so every indicator here
has `absence: nothing` and `own: part`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from giaoban.catalogue import Absence, Catalogue, Indicator, OverBodies, OverTime, Own
from giaoban.catalogue.formula.parse import parse
from giaoban.engine.rows import RowMaker
from giaoban.ledger import Fact, shorthand
from giaoban.values import Measure, Step
from tests.unit.catalogues import REGIME, catalogue_on
from tests.unit.engine.makers import maker, tree


def indicator(
    id: str, *, over_time: OverTime = OverTime.SUM, over_bodies: OverBodies = OverBodies.SUM, measure: str = "vụ", **other: Any
) -> Indicator:
    """Return an indicator that is counted in hundredths."""
    said = Measure.named(measure)
    return replace(
        catalogue_on(date(2026, 1, 1)).indicators["phat-sinh"],
        id=id, name=id, measure=said, step=Step(Decimal("0.01"), said), over_time=over_time, over_bodies=over_bodies,
        absence=Absence.NOTHING, own=Own.PART, **other,
    )  # fmt: skip


def computed(id: str, formula: str, *, measure: str = "lần") -> Indicator:
    """Return an indicator that is computed from others, counted in hundredths."""
    return indicator(id, over_time=OverTime.LAST, over_bodies=OverBodies.FORMULA, measure=measure, formula=parse(formula))


def world(wholes: Mapping[str, str], *indicators: Indicator) -> Catalogue:
    """Return a catalogue of these bodies, each with the one it is part of, and these indicators."""
    return replace(tree(wholes), indicators={one.id: one for one in indicators})


def asked(text: str, period: str, *, world: Catalogue, sees: Callable[[Fact], bool] = lambda item: True) -> RowMaker:
    """Return what makes the rows of a period out of ledger lines."""
    book = shorthand.read(text, indicators=world.indicators, regime=REGIME, book="so-thu")
    return maker(book, period, catalogue=world, sees=sees)
