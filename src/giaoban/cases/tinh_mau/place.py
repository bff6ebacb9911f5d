"""A place that reports: what the generator must know of a body beyond its definition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from giaoban.catalogue.calendar import Window


class Role(Enum):
    """What a place does in the case."""

    UNIT = "unit"  # reports everything, month by month
    CITY = "city"  # above the units: reports what does not add up from them
    WARD = "ward"  # the book's own body since 1/7/2025
    GROUP = "group"  # tổ dân phố: a dozen simple counts
    NEIGHBOUR = "neighbour"  # beside the ward: a few published figures
    SILENT = "silent"  # above everything: reports nothing


class Style(Enum):
    """How a place says its year."""

    PERIOD = "period"  # month by month
    CUMULATIVE = "cumulative"  # always the year so far
    BOTH = "both"  # month by month, and nine months once more at the end of September


def month_of(code: str) -> int:
    """Return the running number of a month, "2021-03": years times twelve plus months from 0."""
    year, month = code.split("-")
    return int(year) * 12 + int(month) - 1


def month_code(month: int) -> str:
    """Return the code of the month of that running number, "2021-03"."""
    return f"{month // 12}-{month % 12 + 1:02d}"


def window_of(first: int, *, last: int) -> Window:
    """Return the window from the month numbered `first` to `last`, inclusive, in one year."""
    return Window(last // 12, first % 12 + 1, last % 12 + 1)


@dataclass(frozen=True, slots=True)
class Place:
    """A body that reports.

    Args:
        kinds: Kind word by the running number of the month from which it is of that kind, oldest first.
        first: Running number of its first month.
        until: Running number of the first month in which it is no more; None while it stands.
        weight: Size in thousandths of an average unit; 0 where members say it.
        members: Ids of the places that it was made of, or is a part of, and the thousandths; empty for the others.
        days: Usual days from the end of a month to its report.
        late: How many of a thousand reports come late.
    """

    id: str
    name: str
    role: Role
    kinds: Sequence[tuple[int, str]]
    first: int
    until: int | None
    weight: int
    members: Sequence[tuple[str, int]] = ()
    style: Style = Style.PERIOD
    days: int = 4
    late: int = 30

    def stands(self, first: int, *, last: int) -> bool:
        """Whether it exists from the month numbered `first` to the end of `last`."""
        return self.first <= first and (self.until is None or last < self.until)

    def kind_in(self, month: int) -> str:
        """Return its kind in the month."""
        return next((kind for since, kind in reversed(self.kinds) if since <= month), self.kinds[0][1])
