"""What does a reader of a board need that the board does not say itself?

Headings in their order, names of bodies and indicators, which way is better,
and which indicators are voluntary: of those no share of a plan is ever shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from giaoban.catalogue import Body, Catalogue, Direction, Nature, OverTime

COMMON = (
    "Phường ", "Xã ", "Thị trấn ", "Thị xã ", "Thành phố ", "Tỉnh ", "Huyện ", "Quận ", "Đặc khu ", "Tổ dân phố ", "Thôn ",
)  # fmt: skip


@dataclass(frozen=True)
class Legend:
    """Words and marks from the catalogue (chú giải của biểu).

    Args:
        groups: Headings by id, in the order of a report.
        bodies: Names by id, as of the map's day.
        indicators: Names by id.
        directions: Which way is better, by indicator.
        flows: Ids of indicators whose year so far is a sum: only of those is a "lũy kế" said.
        voluntary: Ids of indicators that are voluntary contributions.
        organisations: Every organisation as of the map's day, or as it last was: whoever may issue a paper.
    """

    groups: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, str] = field(default_factory=dict)
    directions: Mapping[str, Direction] = field(default_factory=dict)
    flows: frozenset[str] = frozenset()
    voluntary: frozenset[str] = frozenset()
    organisations: tuple[Body, ...] = ()

    @classmethod
    def of(cls, catalogue: Catalogue, *, on: date) -> Legend:
        """Return the legend that the catalogue gives.

        Args:
            on: Day whose names of bodies are wanted; a body that has ended keeps its last one.
        """
        ordered = sorted(catalogue.groups.values(), key=lambda group: (group.order, group.id))
        standing = {id: catalogue.body(id, on=on) or catalogue.latest(id) for id in sorted(catalogue.bodies)}
        indicators = catalogue.indicators
        return cls(
            groups={group.id: group.name for group in ordered},
            bodies={id: body.name for id, body in standing.items() if body},
            indicators={id: one.name for id, one in indicators.items()},
            directions={id: one.direction for id, one in indicators.items()},
            flows=frozenset(id for id, one in indicators.items() if one.over_time is OverTime.SUM),
            voluntary=frozenset(id for id, one in indicators.items() if one.voluntary),
            organisations=tuple(body for body in standing.values() if body and body.nature is Nature.ORGANISATION),
        )

    def group(self, id: str) -> str:
        """Return the heading; the id where the catalogue has none."""
        return self.groups.get(id, id)

    def body(self, id: str) -> str:
        """Return the body's name; the id where the catalogue has none."""
        return self.bodies.get(id, id)

    def indicator(self, id: str) -> str:
        """Return the indicator's name; the id where the catalogue has none."""
        return self.indicators.get(id, id)


def inside(name: str) -> str:
    """Return the name of a body as it stands inside a sentence.

    Example:
        >>> inside("Phường Thạch Linh"), inside("Đảng ủy phường Thạch Linh")
        ('phường Thạch Linh', 'Đảng ủy phường Thạch Linh')
    """
    return name[:1].lower() + name[1:] if name.startswith(COMMON) else name
