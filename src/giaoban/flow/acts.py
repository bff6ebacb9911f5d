"""Which acts of meetings stand in the book on the desk, and may be seen by whoever asks?"""

from __future__ import annotations

from giaoban import delivery
from giaoban.catalogue import Catalogue, Sight
from giaoban.flow.desk import Desk


def standing(laid: Desk) -> tuple[delivery.Act, ...]:
    """Return the acts of meetings that stand in the book and may be seen."""
    found = delivery.standing(laid.shelf.book, cite=laid.archive.cite, told=laid.archive.remark)
    return tuple(act for act in found if _sees(laid.sight, act, laid.catalogue))


def _sees(sight: Sight, act: delivery.Act, known: Catalogue) -> bool:
    """Whether an act may be seen; a restricted one by whoever sees every field that it touches."""
    if act.visibility == "restricted":
        fields = {known.indicators[id].field if id in known.indicators else "" for id in delivery.touched(act)}
        return sight.all_fields or (bool(fields) and fields <= sight.fields)
    return act.visibility == "released" or (act.visibility == "accepted" and sight.signed_in)
