"""Days and instants as people say them at a door."""

from __future__ import annotations

from datetime import date, datetime

from giaoban.flow.refusal import Refused
from giaoban.ledger import VIETNAM, day_of, end_of_day
from giaoban.values import vietnamese


class NotAMoment(Refused):
    """The text is no day and no instant."""

    code = "not-a-moment"
    vi = "“{text}” không phải là ngày hoặc thời điểm. Ví dụ: 2021-04-20, 20/4/2021, 2021-04-20T17:00:00+07:00."
    en = "“{text}” is no day and no instant. For instance: 2021-04-20, 20/4/2021, 2021-04-20T17:00:00+07:00."


def instant(text: str) -> datetime:
    """Return the instant that the text says; a bare date means the end of that day in Vietnam.

    Raises:
        NotAMoment: It says none.
    """
    try:
        return end_of_day(vietnamese.read_date(text))
    except ValueError:
        pass
    try:
        found = datetime.fromisoformat(text.strip()) if ":" in text else None  # "20210420" is no instant, though it could be read as one
    except ValueError as fault:
        raise NotAMoment(text=text[:40]) from fault
    if found is None or found.year not in vietnamese.YEARS:
        raise NotAMoment(text=text[:40])
    return found if found.tzinfo else found.replace(tzinfo=VIETNAM)


def day(text: str) -> date:
    """Return the day that the text says.

    Raises:
        NotAMoment: It says none.
    """
    try:
        return vietnamese.read_date(text)
    except ValueError as fault:
        raise NotAMoment(text=text[:40]) from fault


def today(at: datetime) -> date:
    """Return the day in Vietnam of the door's clock."""
    return day_of(at)
