"""What may be blanked, and what then remains: when, by whom, why, by which decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from giaoban.ledger import notation
from giaoban.store.faults import NotKept, WasBlanked

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Blanking:
    """An act by which something outside the chain is made unreadable for ever (xóa trắng).

    Args:
        by: Id of the person who did it.
        reason: Why, in words that name nobody.
        decision: Paper that orders or allows it.
    """

    at: datetime
    by: str
    reason: str
    decision: str

    def __post_init__(self) -> None:
        if not self.reason.strip() or not self.decision.strip():
            raise ValueError("blanking needs a reason and a decision")

    @property
    def columns(self) -> dict[str, str]:
        """The act as it stands in a row."""
        return {
            "blanked_at": notation.write_instant(self.at),
            "blanked_by": self.by,
            "blanked_reason": self.reason,
            "blanked_decision": self.decision,
        }


@dataclass(frozen=True, slots=True)
class Tally:
    """What counting the kept things found (kiểm đếm).

    Args:
        kept: How many are there with their content.
        blanked: How many have been blanked.
        false: Ids of those whose content does not fit the digest under which it is kept.
    """

    kept: int
    blanked: int
    false: tuple[str, ...]


def blanking_of(row: Any) -> Blanking | None:
    """Return the act by which the row was blanked; None where it was not."""
    if not row.blanked_at:
        return None
    return Blanking(notation.read_instant(row.blanked_at), row.blanked_by, row.blanked_reason, row.blanked_decision)


def blank_row(rows: QuerySet[Any], *, id: str, act: Blanking, emptied: Mapping[str, Any]) -> None:
    """Blank the one row, once.

    Args:
        rows: The row by its id; none or one.
        emptied: Columns and what stands in them afterwards.

    Raises:
        NotKept: There is no such row.
        WasBlanked: It has been blanked before; the first act stands.
    """
    if rows.filter(blanked_at="").update(**emptied, **act.columns):
        return
    for row in rows:
        raise WasBlanked(id=id, decision=row.blanked_decision)
    raise NotKept(id=id)
