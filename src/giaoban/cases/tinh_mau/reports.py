"""When each report came: nearly always some days after the month, now and then late, now and then never."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from giaoban.cases.tinh_mau.dice import below, dice
from giaoban.cases.tinh_mau.own import MADE
from giaoban.cases.tinh_mau.place import Place, Role, window_of
from giaoban.ledger.book import VIETNAM
from giaoban.values import Source

NEVER = 4  # of a thousand reports


@dataclass(frozen=True, slots=True)
class Sent:
    """A report that came.

    Args:
        at: When it was known.
        source: Short id of the source.
    """

    at: datetime
    source: str


@dataclass(frozen=True)
class Reports:
    """All reports of a case.

    Args:
        monthly: Whether each report is a source of its own; else a place has one source a year.
        silent: Reports that never came: place and month ("2026-03").
        late: Days after the month of reports that came late for certain.
        certain: Reports that came in time and whole, for certain: place and month.
    """

    seed: int
    places: Sequence[Place]
    months: range
    monthly: bool
    silent: frozenset[tuple[str, int]]
    late: Mapping[tuple[str, int], int]
    certain: frozenset[tuple[str, int]] = frozenset()

    def sent(self, place: Place, *, month: int) -> Sent | None:
        """Return when the report of a month came; None where it never did."""
        rng = dice(self.seed, "report", place.id, month)
        chance, days, minutes = below(rng, count=1000), place.days + below(rng, count=3), 480 + below(rng, count=540)
        certain = (place.id, month) in self.certain
        if (place.id, month) in self.silent or (chance < NEVER and not certain):
            return None
        if chance < NEVER + place.late and not certain:
            days += 12 + below(rng, count=50)
        days = self.late.get((place.id, month), days)
        return Sent(start_of(month + 1) + timedelta(days=days - 1, minutes=minutes), self.source_id(place, month=month))

    def source_id(self, place: Place, *, month: int) -> str:
        """Return the short id of the source that a report of the month is."""
        year, number = divmod(month, 12)
        return f"bc-{place.id}-{year}-{number + 1:02d}" if self.monthly else f"bc-{place.id}-{year}"

    def sources(self) -> Iterator[tuple[str, Source]]:
        """Yield every report as a source, and each place's letters of the year that mend earlier ones."""
        for place in self.places:
            if place.role is Role.SILENT:
                continue
            standing = [month for month in self.months if place.stands(month, last=month)]
            for year in sorted({month // 12 for month in standing}):
                yield mending(place, year=year), Source(f"Văn bản bổ sung, đính chính số liệu năm {year}", issuer=_issuer(place))
                if place.role in (Role.CITY, Role.WARD):
                    yield quick(place, year=year), Source(f"Báo cáo nhanh số liệu năm {year}", issuer=_issuer(place))
                if not self.monthly:
                    yield self.source_id(place, month=year * 12), Source(f"Báo cáo các tháng năm {year}", issuer=_issuer(place))
            for month in standing if self.monthly else ():
                sent = self.sent(place, month=month)
                if sent:
                    yield sent.source, Source(_title(month), _number(place, month), _issuer(place), sent.at.date())


def mending(place: Place, *, year: int) -> str:
    """Return the short id of a place's letters of the year that add to or correct earlier reports."""
    return f"bs-{place.id}-{year}"


def quick(place: Place, *, year: int) -> str:
    """Return the short id of a place's short notes of the year, between two reports."""
    return f"bn-{place.id}-{year}"


def start_of(month: int) -> datetime:
    """Return the first instant of a month, by its running number."""
    return datetime(month // 12, month % 12 + 1, 1, tzinfo=VIETNAM)


def _title(month: int) -> str:
    said = window_of(month, last=month).words
    whole = window_of(month - 2, last=month).words if month % 3 == 2 else ""
    return f"Báo cáo {said} và {whole}" if whole else f"Báo cáo {said}"


def _number(place: Place, month: int) -> str:
    office = "TDP" if place.role is Role.GROUP else "UBND"
    return f"{(month % 12 + 1) * 3:02d}/BC-{office}"


def _issuer(place: Place) -> str:
    office = "Tổ trưởng" if place.role is Role.GROUP else "UBND"
    return f"{office} {place.name} ({MADE.lower()})"
