"""Who may see what, as a value that every question carries.

Made by `flow.access` from a person, post and moment; below the doors nobody
asks who is there, only what this value lets through.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from giaoban.catalogue.indicator import Indicator, Reach

FEWEST_CONTRIBUTORS = 3  # of a restricted total, so that no single part can be read off it


@dataclass(frozen=True, slots=True)
class Sight:
    """What a person may see in one book (phạm vi được xem).

    Args:
        person: Id of the person; empty for a reader of released figures only.
        bodies: Ids of the bodies under which drafts are seen (own line and what one verifies).
        fields: Lines of work whose restricted figures are seen.
        all_fields: Whether every restricted figure is seen (administrator of the book's audit, auditor).
        signed_in: Whether accepted figures under the same root are seen.
        ranks: Whether places among siblings are seen where no issued paper sets them.
    """

    person: str = ""
    bodies: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    all_fields: bool = False
    signed_in: bool = False
    ranks: bool = False

    def sees_field(self, indicator: Indicator) -> bool:
        """Whether figures of the indicator may be seen at all, drafts aside."""
        if indicator.reach is Reach.PUBLIC:
            return True
        if indicator.reach is Reach.INTERNAL:
            return self.signed_in
        return self.signed_in and (self.all_fields or indicator.field in self.fields)

    def sees(self, visibility: str, *, body: str, indicator: Indicator, is_under: Callable[[str, frozenset[str]], bool]) -> bool:
        """Whether one figure may be seen.

        Args:
            visibility: `draft`, `accepted`, `restricted` or `released`.
            is_under: Tells whether a body is, or lies under, one of some bodies.
        """
        if visibility == "released":
            return True
        if visibility == "draft":
            return self.signed_in and is_under(body, self.bodies)
        if visibility == "restricted":
            return self.signed_in and (self.all_fields or indicator.field in self.fields)
        return visibility == "accepted" and self.signed_in and self.sees_field(indicator)


EVERYTHING = Sight(person="", all_fields=True, signed_in=True, ranks=True)
