"""From a book of the small world (catalogues.py) to an answer.

board(book, "2026-Q1").row("thu", body="p1").value      asked of tp and its wards, on the map of the period's end
cube(book).figure(…)                                    what the engine works on
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from giaoban import engine
from giaoban.catalogue import EVERYTHING, Sight, Window
from giaoban.ledger import Book, Fact, day_of, end_of_day
from tests.unit.catalogues import REGIME, catalogue_on

SILENT = engine.Archive(cite=lambda source: source, remark=lambda digest: digest)


def cube(book: Book, *, on: date = date(2026, 1, 1), regime: str = REGIME, sees: Callable[[Fact], bool] = lambda item: True) -> engine.Cube:
    """Return the cube of the whole book."""
    return engine.build(book.entries, catalogue=catalogue_on(on), regime=regime, sees=sees)


def board(
    book: Book,
    period: str,
    *,
    body: str = "tp",
    as_known: date | None = None,
    on: date | None = None,
    frame: date | None = None,
    units: bool = True,
    indicators: tuple[str, ...] = (),
    regime: str = REGIME,
    sight: Sight = EVERYTHING,
    sees: Callable[[Fact], bool] = lambda item: True,
) -> engine.Board:
    """Return the answer to a question that is put to the book.

    Args:
        period: Code of the window: "2026-Q1".
        as_known: The end of this day; the whole book if None.
        on: Day on which it is asked; that of the last entry if None.
        frame: Day of the map; the period's last day if None.
        units: Whether the parts of the body are asked for too.
    """
    known = book.as_known(end_of_day(as_known)) if as_known else book
    window = Window.of(period)
    last_day = catalogue_on(date(window.year, 1, 1)).regimes[regime].days(window).last_day
    question = engine.Question(
        body=body, window=window, regime=regime, frame=frame or last_day, units=units, indicators=indicators,
        on=on or (day_of(known.head.recorded_at) if known.head.recorded_at else last_day),
    )  # fmt: skip
    return engine.ask(
        question, cube=cube(known, on=last_day, regime=regime, sees=sees), catalogue=catalogue_on(last_day), sight=sight,
        asked=engine.Asked(known.id, known.head), archive=SILENT,
    )  # fmt: skip
