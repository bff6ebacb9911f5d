"""Which figures were recorded before, so that a document can be held against them?

It is no step: `inbox.receive` asks, and shows what differs as a doubt. Nothing is refused for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from giaoban import ledger
from giaoban.catalogue import Catalogue, Indicator
from giaoban.flow.library import Shelf
from giaoban.ledger import Figure
from giaoban.ledger.figures import WHOLE
from giaoban.reading import Earlier

PLAIN = ("ha", "km", "m", "tấn", "tạ", "kg", "%")  # measures that the reader keeps as they are printed


def earlier(shelf: Shelf, *, catalogue: Catalogue, body: str) -> Iterator[Earlier]:
    """Yield the figures that stand in a book, in the reader's plain measure.

    Args:
        body: Id of the body that the document speaks for; its figures are those of no named place.
    """
    for entry in shelf.book.standing("Figure").values():
        item = ledger.decode(entry)
        if not isinstance(item, Figure) or item.steps is None or item.cell.part != WHOLE or item.visibility != "accepted":
            continue
        indicator = catalogue.indicators.get(item.cell.indicator)
        if indicator and (value := _plain(indicator)):
            yield Earlier(item.cell.indicator, item.cell.period, item.steps * value, "" if item.cell.body == body else item.cell.body)


def _plain(indicator: Indicator) -> Decimal | None:
    """Return what one step is in the reader's plain measure; None where the reader has no such measure."""
    measure = indicator.measure
    if measure.dimension == "đồng" or measure.factor == 1:
        return indicator.step.factor
    return indicator.step.of(1, measure=measure) if measure.label in PLAIN else None
