"""Whoever reports or answers, and how ground passes from one body to another.

A body has an identity of its own; name, code, kind and parent are dated
attributes, because names and codes are reused for other ground: there have
been three wards called Trần Phú in one city. A body whose *ground* changes is
another body; a body that only changes its name, code or kind stays the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from giaoban.catalogue.fields import Fields
from giaoban.values import Source


class Nature(Enum):
    """What kind of thing a body is."""

    AREA = "area"  # ground and people: carries figures, lineage, roll-up, the subtree of access
    ORGANISATION = "organisation"  # party, state, front, department, school …: issues, leads, answers


class Hierarchy(Enum):
    """Which hierarchy an organisation belongs to; decides the layout of its papers."""

    PARTY = "party"
    STATE = "state"
    FRONT = "front"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Body:
    """One body as it is during a span of days (cơ quan, địa phương, đơn vị).

    Args:
        kind: Kind word as id: `thanh-pho`, `phuong`, `xa`, `to-dan-pho`, `phong` …
        code: Administrative code as text; empty where it has none. Never an identity.
        parent: Id of the area that it rolls up into (areas) or of the body above it (organisations); empty at the root.
        of_area: Of an organisation: id of the area that it works for.
        since: First day of these attributes.
        until: First day on which they no longer hold; None while they do.
        reports: Whether it owes reports of its own.
    """

    id: str
    nature: Nature
    kind: str
    name: str
    code: str
    parent: str
    of_area: str
    hierarchy: Hierarchy
    since: date
    until: date | None
    reports: bool
    source: Source

    def holds_on(self, day: date) -> bool:
        """Whether these attributes hold on the day."""
        return self.since <= day and (self.until is None or day < self.until)


class Extent(Enum):
    """How much of a body's ground an edge takes along."""

    FULL = "full"
    PART = "part"


BASIS_WORDS = {"area": "diện tích", "population": "dân số", "households": "số hộ", "revenue": "thu ngân sách"}
BASES = tuple(BASIS_WORDS)
USUAL_BASIS = "population"  # of an indicator that names none


@dataclass(frozen=True, slots=True)
class Edge:
    """Ground that passes from one body to another (quan hệ kế thừa địa giới).

    Args:
        shares: Share of `before` that passes, per basis (one of `BASES`), 0 to 1; None where nobody has published
            it. A full edge passes everything on every basis, and says none.
    """

    before: str
    after: str
    extent: Extent
    shares: Mapping[str, Decimal | None]
    note: str = ""

    def share(self, basis: str) -> Decimal | None:
        """Return the share on a basis; None where it is not known."""
        return Decimal(1) if self.extent is Extent.FULL else self.shares.get(basis)


@dataclass(frozen=True, slots=True)
class Event:
    """A day on which the map changed (điều chỉnh địa giới, sáp nhập, chia tách).

    Args:
        on: First day of the new map.
    """

    id: str
    name: str
    on: date
    edges: tuple[Edge, ...]
    source: Source


def read_body(fields: Fields) -> Body | None:
    """Return the body that a definition says, or None when a field is missing or wrong."""
    nature = fields.choice("nature", kind=Nature)
    kind, name = fields.text("body_kind"), fields.text("name")
    code, parent = fields.text("code", optional=True) or "", fields.text("parent", optional=True) or ""
    of_area = fields.text("of_area", optional=nature is not Nature.ORGANISATION) or ""
    hierarchy = fields.choice("hierarchy", kind=Hierarchy, default=Hierarchy.OTHER)
    since, until = fields.day("since"), fields.day("until", optional=True)
    reports, source, id = fields.flag("reports"), fields.source(), fields.id
    if not fields.sound or not (nature and kind and name and hierarchy and since and source):
        return None
    return Body(id, nature, kind, name, code, parent, of_area, hierarchy, since, until, reports, source)


def read_event(fields: Fields) -> Event | None:
    """Return the event that a definition says, or None when a field is missing or wrong."""
    name, on, source, id = fields.text("name"), fields.day("since"), fields.source(), fields.id
    edges = [_read_edge(edge) for edge in fields.mappings("edges")]
    if not edges:
        fields.wrong("edges", value="", vi="ít nhất một quan hệ from – to", en="at least one edge, from and to")
    if not fields.sound or not all(edges) or not (name and on and source):
        return None
    return Event(id, name, on, tuple(edge for edge in edges if edge), source)


def _read_edge(fields: Fields) -> Edge | None:
    before, after = fields.text("from"), fields.text("to")
    extent = fields.choice("extent", kind=Extent)
    shares: dict[str, Decimal | None] = {}
    if given := fields.mapping("shares"):
        for basis in given.names():
            share = shares[basis] = None if given.raw[basis] in ("null", "~", None) else given.number(basis)
            if share is not None and not 0 <= share <= 1:
                given.wrong(basis, value=share, vi="tỷ lệ từ 0 đến 1", en="a share from 0 to 1")
            if basis not in BASES:
                fields.wrong("shares", value=basis, vi=f"một trong: {', '.join(BASES)}", en=f"one of: {', '.join(BASES)}")
    if shares and extent is Extent.FULL:
        vi, en = "“extent: part”; toàn bộ thì không ghi tỷ lệ", "“extent: part”; what passes in full says no shares"
        fields.wrong("shares", value=", ".join(shares), vi=vi, en=en)
    note = fields.text("note", optional=True) or ""
    fields.leftover()
    if not fields.sound or not (before and after and extent):
        return None
    return Edge(before, after, extent, shares, note)
