"""Which place has each of some bodies? Those that tie share a place, and what has no score has none.

After two that share the first place comes the third: a place says how many
are better, and never who.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ranking:
    """Where a body stands among its siblings (thứ hạng).

    Args:
        place: 1 for the best; None where it has none.
        of: How many have a place.
        shared: How many have this very place, the body itself included.
        left_out: How many siblings of the same kind have none: no verdict, no figure, another plan.
        by: What the places go by, in words.
        rule: Id of the issued rule that sets them; empty where none does, and then they are on no paper.
        reason: Why there is no place.
        mixed: Whether estimates are held against figures that are surer.
    """

    place: int | None = None
    of: int = 0
    shared: int = 0
    left_out: int = 0
    by: str = ""
    rule: str = ""
    reason: str = ""
    mixed: bool = False

    def data(self) -> dict[str, Any] | None:
        """Return what goes with the place as data; None where there is no place."""
        if self.place is None:
            return None
        return {
            "of": self.of,
            "shared": self.shared,
            "left_out": self.left_out,
            "by": self.by,
            "rule": self.rule or None,
            "mixed_quality": self.mixed,
        }


NO_PLACE = Ranking()


def places(scores: Mapping[str, float], *, less: bool) -> dict[str, int]:
    """Return the place of each.

    Args:
        scores: By id, in any order; those that agree to twelve digits tie.
        less: Whether the least is best.

    Example:
        >>> places({"p1": 0.8, "p2": 0.9, "p3": 0.9, "p4": 0.1}, less=False)
        {'p1': 3, 'p2': 1, 'p3': 1, 'p4': 4}
    """
    said = {id: float(f"{score:.12g}") * (1 if less else -1) for id, score in scores.items()}
    counts, before, place = Counter(said.values()), 0, dict[float, int]()
    for score in sorted(counts):
        place[score] = before + 1
        before += counts[score]
    return {id: place[score] for id, score in said.items()}
