"""Which figures were expected and are not known?

Of a sum over parts it is said how many have reported, and what those together
make: never as the total. What does not apply or is not yet due is not missing.
"""

from __future__ import annotations

from decimal import Decimal

from giaoban.catalogue import Catalogue
from giaoban.engine import Board, Row
from giaoban.findings.finding import Finding, about, exact, name_of, with_measure

KIND = "missing"
WEIGHT = 50


def find(board: Board, *, catalogue: Catalogue) -> tuple[Finding, ...]:  # noqa: ARG001 -- every kind is asked alike
    """Return a finding for every row of the body itself whose figure is not known though it was due.

    A source that states only a ratio leaves the figure itself missing, too. What the body never had a plan or a
    figure of is not missed.
    """
    return tuple(_finding(row) for row in board.own() if row.state == "absent" and row.followed)


def _finding(row: Row) -> Finding:
    counted = row.expected > 1 and row.reported > 0
    reported, expected = Decimal(row.reported), Decimal(row.expected)
    numbers = [("reported", reported), ("expected", expected)] if counted else []
    detail = ""
    if row.partial is not None:
        numbers.append(("partial", exact(row.partial)))
        detail = f"cộng được {with_measure(row.partial, row=row)}, chưa phải số của toàn địa bàn"
    return about(
        row,
        kind=KIND,
        weight=WEIGHT,
        depth=1 - reported / expected if expected else Decimal(1),
        title=f"{name_of(row)}: {row.reason}",
        detail=detail,
        numbers=tuple(numbers),
        entries=tuple(one.entry for one in row.stated),
    )
