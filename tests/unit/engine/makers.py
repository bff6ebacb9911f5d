"""From a book of the small world to what makes the rows of a question, for tests that look behind the board."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from giaoban import engine
from giaoban.catalogue import EVERYTHING, Catalogue, Indicator, Sight, Window
from giaoban.engine.rows import RowMaker
from giaoban.engine.scene import Archive, Spot
from giaoban.ledger import Book, Fact
from tests.unit.boards import SILENT
from tests.unit.catalogues import REGIME, catalogue_on

STRANGER = Sight(person="ng-2", signed_in=True)  # signed in, of no line of work


def indicator(id: str) -> Indicator:
    """Return an indicator of the small world."""
    return catalogue_on(date(2026, 1, 1)).indicators[id]


def other_world(catalogue: Catalogue | None = None, /, **changed: Mapping[str, Any]) -> Catalogue:
    """Return the catalogue with fields of some indicators changed: `thu={"own": Own.PART}`; "_" stands for "-"."""
    plain = catalogue or catalogue_on(date(2026, 12, 31))
    named = {name.replace("_", "-"): fields for name, fields in changed.items()}
    return replace(plain, indicators={id: replace(one, **named.get(id, {})) for id, one in plain.indicators.items()})


def tree(wholes: Mapping[str, str], *, catalogue: Catalogue | None = None) -> Catalogue:
    """Return the catalogue with another map: bodies, each with the one it is part of; a city or a ward, and no change."""
    plain = catalogue or catalogue_on(date(2026, 12, 31))
    models = plain.bodies["tp"][0], plain.bodies["p1"][0]
    bodies = {
        id: (replace(models[id not in wholes.values()], id=id, name=id, code=id, parent=whole, until=None),) for id, whole in wholes.items()
    }
    return replace(plain, bodies=bodies, events=())


def maker(
    book: Book,
    period: str,
    *,
    body: str = "tp",
    on: date | None = None,
    frame: date | None = None,
    catalogue: Catalogue | None = None,
    archive: Archive = SILENT,
    sight: Sight = EVERYTHING,
    sees: Callable[[Fact], bool] = lambda item: True,
) -> RowMaker:
    """Return what makes the rows of a period; asked on its last day and on the map of that day, unless said otherwise."""
    window = Window.of(period)
    known = catalogue or catalogue_on(date(window.year, 12, 31))
    last_day = known.regimes[REGIME].days(window).last_day
    question = engine.Question(body=body, window=window, regime=REGIME, frame=frame or last_day, on=on or last_day)
    cube = engine.build(book.entries, catalogue=known, regime=REGIME, sees=sees)
    return engine.prepare(question, cube=cube, catalogue=known, sight=sight, archive=archive)


def spot(made: RowMaker, indicator: str, *, body: str, part: str = "-") -> Spot:
    """Return one cell."""
    return made.spot(engine.Series(indicator, REGIME, part), body=body)


def row(made: RowMaker, indicator: str, *, body: str, part: str = "-") -> engine.Row:
    """Return a row that may be seen."""
    found = made.row(engine.Series(indicator, REGIME, part), body=body)
    assert found is not None
    return found
