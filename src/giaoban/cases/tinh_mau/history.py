"""Facts in the order in which they were known: made month by month when one asks, as often as one asks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from giaoban.cases.case import CaseFact
from giaoban.cases.tinh_mau.own import instant
from giaoban.cases.tinh_mau.reports import start_of
from giaoban.catalogue.loading import Read
from giaoban.values import Source

OPENED = instant("2019-01-03T08:00")  # what is older was handed in on that morning
CLOSED = instant("2026-04-14T17:30")  # nothing later is known
Telling = Callable[[int], Iterable[CaseFact]]


@dataclass(frozen=True)
class History:
    """The facts of a case.

    Args:
        months: Running numbers of the months told of.
        begin: Gives a fresh telling: what comes to light once a month, named by its running number, is over; it is
            asked for one month after the other, beginning with the month before the first.
        at_once: Facts that belong to no month's telling.
    """

    months: range
    begin: Callable[[], Telling]
    at_once: tuple[CaseFact, ...] = ()

    def __iter__(self) -> Iterator[CaseFact]:
        told, waiting = self.begin(), list(self.at_once)
        for month in range(self.months.start - 1, self.months.stop):
            waiting += told(month)
            waiting.sort(key=_known_at)
            # What the next month tells is known after that month's end at the earliest.
            until = CLOSED if month == self.months.stop - 1 else min(start_of(month + 2), CLOSED)
            ready = bisect_left(waiting, until, key=_known_at)
            for fact in waiting[:ready]:
                yield fact if _known_at(fact) >= OPENED else replace(fact, known_at=OPENED)
            del waiting[:ready]


@dataclass(frozen=True)
class Made:
    """What a case is made of, beside its name."""

    definitions: tuple[Read, ...]
    sources: Mapping[str, Source]
    facts: History


def _known_at(fact: CaseFact) -> datetime:
    return fact.known_at or OPENED
