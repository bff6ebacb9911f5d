"""A span of days: what a figure speaks of.

A period knows no calendar. "Quý I/2021" is a name, and which days it covers
is a rule of the reporting regime (`catalogue.calendar`); what remains here is
the span itself, half-open, and the arithmetic that every regime shares.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `since` up to, not including, `until` (kỳ báo cáo).

    Args:
        since: First day.
        until: First day after the period.

    Raises:
        ValueError: The span is empty or runs backwards.
    """

    since: date
    until: date

    def __post_init__(self) -> None:
        if self.until <= self.since:
            raise ValueError(f"a period must last at least a day: {self.since} … {self.until}")

    @property
    def last_day(self) -> date:
        """The last day that belongs to the period, inclusive."""
        return self.until - timedelta(days=1)

    @property
    def days(self) -> int:
        """How many days the period has."""
        return (self.until - self.since).days

    def __contains__(self, day: date) -> bool:
        return self.since <= day < self.until

    def split(self, at: date) -> tuple[Period, Period]:
        """Return the part before `at` and the part from `at` on.

        Raises:
            ValueError: `at` does not lie strictly inside the period.
        """
        return Period(self.since, at), Period(at, self.until)

    def to_date(self, *, day: date) -> Period:
        """Return the period from its first day to `day`, inclusive.

        Raises:
            ValueError: `day` lies before the period.
        """
        return Period(self.since, day + timedelta(days=1))

    def overlaps(self, other: Period) -> bool:
        """Whether the two share at least one day."""
        return self.since < other.until and other.since < self.until


def add_months(day: date, *, months: int) -> date:
    """Return the same day of the month `months` later (earlier when negative).

    Returns:
        The last day of the month where the day does not exist there (31/1 + 1 month = 28/2).

    Example:
        >>> add_months(date(2020, 12, 15), months=3)
        datetime.date(2021, 3, 15)
        >>> add_months(date(2021, 1, 31), months=1)
        datetime.date(2021, 2, 28)
    """
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
