"""Maps drawn for one test.

drawn(area("tp"), area("a", "tp", until=JULY), area("b", "tp", since=JULY), passing(JULY, ("a", "b", "1")))    a becomes b
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from giaoban.catalogue import Body, Catalogue, Edge, Event, Extent
from tests.unit.catalogues import catalogue_on

LONG_AGO, JULY = date(2010, 1, 1), date(2026, 7, 1)


def area(id: str, parent: str = "", *, since: date = LONG_AGO, until: date | None = None, kind: str = "phuong") -> Body:
    """Return a ground."""
    model = catalogue_on(date(2026, 12, 31)).bodies["p1"][0]
    return replace(model, id=id, name=id, code="", parent=parent, since=since, until=until, kind=kind)


def passing(on: date, *edges: tuple[str, str, str | None]) -> Event:
    """Return a change of the map: from, to, and the share of the people; "1" for all of the ground, None for an unknown share."""
    made = [
        Edge(before, after, Extent.FULL, {})
        if share == "1"
        else Edge(before, after, Extent.PART, {"population": None if share is None else Decimal(share)})
        for before, after, share in edges
    ]
    return Event(f"e-{on}", "", on, tuple(made), area("").source)


def drawn(*things: Body | Event) -> Catalogue:
    """Return the small world's catalogue with these grounds and changes instead of its own."""
    bodies: dict[str, tuple[Body, ...]] = {}
    for thing in things:
        if isinstance(thing, Body):
            bodies[thing.id] = (*bodies.get(thing.id, ()), thing)
    events = tuple(thing for thing in things if isinstance(thing, Event))
    return replace(catalogue_on(date(2026, 12, 31)), bodies=bodies, events=events)


def mid_year() -> Catalogue:
    """Return a map on which, in July 2026, a and b become c, and d becomes e (0.6) and f (0.4); g becomes h and i, nobody knows how."""
    early = [area(id, "tp", until=JULY) for id in "abdg"]
    late = [area(id, "tp", since=JULY) for id in "cefhi"]
    edges = ("a", "c", "1"), ("b", "c", "1"), ("d", "e", "0.6"), ("d", "f", "0.4"), ("g", "h", None), ("g", "i", None)
    return drawn(area("tp"), *early, *late, passing(JULY, *edges))
