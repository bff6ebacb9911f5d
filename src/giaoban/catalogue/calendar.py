"""What "quý I/2021" means: windows of a year, and the days they cover in a reporting regime.

A regime (chế độ báo cáo) is dated data. Under the briefing custom the first
quarter is January to March; under Decree 09/2019 it runs from 15 December to
14 March. A window names months of *that regime's* year; only the regime turns
it into days, and a regime may lack a kind of period altogether.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from giaoban.catalogue.fields import Fields
from giaoban.values import Period, Source, vietnamese
from giaoban.values.period import add_months
from giaoban.values.vietnamese import YEARS

ROMAN = ("I", "II", "III", "IV")
CODE = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|H([12])|([0-9]{1,2})M|([0-9]{2})(?:-([0-9]{2}))?))?")


class PeriodKind(Enum):
    """Kinds of windows that a regime may have."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine-months"
    MONTHS = "months"  # any other run of months from the year's start: "2 tháng đầu năm"
    YEAR = "year"
    DAY = "day"  # from the year's start to a day: "tính đến ngày 20/4"


class NoSuchPeriod(ValueError):
    """The code names no window, or the regime has no such kind of period."""


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A run of months of a year, or the year so far to a day (kỳ).

    Args:
        year: The regime's year.
        first: First month of the window, 1 to 12.
        last: Last month, inclusive, 1 to 12.
        day: Last day, inclusive, of a window to a day; None for whole months.
    """

    year: int
    first: int
    last: int
    day: date | None = None

    @classmethod
    def of(cls, code: str) -> Window:
        """Return the window of a code: 2021, 2021-Q1, 2021-H2, 2021-9M, 2021-04, 2021-04-20.

        Raises:
            NoSuchPeriod: The text is no such code.

        Example:
            >>> Window.of("2021-Q2")
            Window(year=2021, first=4, last=6, day=None)
            >>> Window.of("2021-6M").code, Window.of("2021-9M").code
            ('2021-H1', '2021-9M')
        """
        found = CODE.fullmatch(code)
        if not found or int(found[1]) not in YEARS:
            raise NoSuchPeriod(code[:80])
        year, (quarter, half, months, month, day) = int(found[1]), found.groups()[1:]
        if quarter:
            return cls(year, int(quarter) * 3 - 2, int(quarter) * 3)
        if half:
            return cls(year, int(half) * 6 - 5, int(half) * 6)
        first, last = (int(month), int(month)) if month else (1, int(months or 12))
        if not 1 <= last <= 12 or (day and not 1 <= int(day) <= monthrange(year, last)[1]):
            raise NoSuchPeriod(code)
        return cls(year, 1, last, date(year, last, int(day))) if day else cls(year, first, last)

    @property
    def kind(self) -> PeriodKind:
        """What kind of period it is."""
        if self.day:
            return PeriodKind.DAY
        length = self.last - self.first + 1
        named = {1: PeriodKind.MONTH, 3: PeriodKind.QUARTER, 6: PeriodKind.HALF, 12: PeriodKind.YEAR}
        if length in named and self.last % length == 0:
            return named[length]
        return PeriodKind.NINE_MONTHS if (self.first, self.last) == (1, 9) else PeriodKind.MONTHS

    @property
    def code(self) -> str:
        """The one spelling of the window; a run of months that no report has a name for is "2021-04…05"."""
        if self.day:
            return self.day.isoformat()
        match self.kind:
            case PeriodKind.YEAR:
                return str(self.year)
            case PeriodKind.QUARTER:
                return f"{self.year}-Q{self.last // 3}"
            case PeriodKind.HALF:
                return f"{self.year}-H{self.last // 6}"
            case PeriodKind.MONTH:
                return f"{self.year}-{self.last:02d}"
        return f"{self.year}-{self.last}M" if self.from_start else f"{self.year}-{self.first:02d}…{self.last:02d}"

    @property
    def words(self) -> str:
        """The window as a report says it: "quý I/2021", "6 tháng đầu năm 2021"."""
        if self.day:
            return f"từ đầu năm đến ngày {vietnamese.write_date(self.day)}"
        match self.kind:
            case PeriodKind.YEAR:
                return f"năm {self.year}"
            case PeriodKind.QUARTER:
                return f"quý {ROMAN[self.last // 3 - 1]}/{self.year}"
            case PeriodKind.HALF:
                return f"6 tháng {'đầu' if self.last == 6 else 'cuối'} năm {self.year}"
            case PeriodKind.MONTH:
                return f"tháng {self.last}/{self.year}"
        return f"{self.last} tháng đầu năm {self.year}" if self.from_start else f"tháng {self.first} đến tháng {self.last}/{self.year}"

    @property
    def months(self) -> int:
        """How many months the window has."""
        return self.last - self.first + 1

    @property
    def last_day(self) -> date:
        """The last day by the calendar, whatever the regime."""
        return self.day or date(self.year, self.last, monthrange(self.year, self.last)[1])

    @property
    def from_start(self) -> bool:
        """Whether the window begins with the year, so that its figure is also the year so far."""
        return self.first == 1

    def to_date(self) -> Window:
        """Return the year so far at the window's end (lũy kế)."""
        return self if self.first == 1 else Window(self.year, 1, self.last, self.day)

    def year_before(self, *, years: int = 1) -> Window:
        """Return the same window `years` earlier (cùng kỳ); 29 February becomes 28 February."""
        day = add_months(self.day, months=-12 * years) if self.day else None
        return replace(self, year=self.year - years, day=day)

    def following(self) -> Window:
        """Return the next window of the same kind and length, for "quý sau"."""
        if self.kind in (PeriodKind.DAY, PeriodKind.MONTHS, PeriodKind.NINE_MONTHS):
            return self.year_before(years=-1)
        over, month = divmod(self.last, 12)
        return Window(self.year + over, month + 1, month + self.months)


@dataclass(frozen=True, slots=True)
class Regime:
    """A reporting regime (chế độ báo cáo).

    Args:
        month_day: Day on which each of its months begins.
        month_shift: 0 when month 1 begins in January; -1 when it begins in December of the year before.
        kinds: Kinds of periods that it has.
        due_days: Days after the last day of a period by which reports are due, by kind.
    """

    id: str
    name: str
    month_day: int
    month_shift: int
    kinds: frozenset[PeriodKind]
    due_days: Mapping[PeriodKind, int]
    source: Source

    def span(self, window: Window) -> Period:
        """Return the days that the window covers in this regime.

        Raises:
            NoSuchPeriod: The regime has no period of that kind.
        """
        if window.kind not in self.kinds:
            raise NoSuchPeriod(f"{self.name}: {window.words}")
        return self.days(window)

    def days(self, window: Window) -> Period:
        """Return the days of the window, whether or not the regime gives such a period a name.

        Raises:
            NoSuchPeriod: The window ends on a day before the regime's year begins.
        """
        origin = add_months(date(window.year, 1, self.month_day), months=self.month_shift)
        until = window.day + timedelta(days=1) if window.day else add_months(origin, months=window.last)
        since = add_months(origin, months=window.first - 1)
        if until <= since:
            raise NoSuchPeriod(f"{self.name}: {window.words}")
        return Period(since, until)

    def due_on(self, window: Window) -> date:
        """Return the last day on which a report of the window is on time."""
        return self.days(window).last_day + timedelta(days=self.due_days.get(window.kind, 0))


def read_regime(fields: Fields) -> Regime | None:
    """Return the regime that a definition says, or None when a field is missing or wrong."""
    name = fields.text("name")
    month_day = fields.whole("month_day", low=1, high=28)
    month_shift = fields.whole("month_shift", low=-1, high=0)
    kinds = [fields.choice_of(word, kind=PeriodKind, field="kinds") for word in fields.texts("kinds")]
    if not kinds:
        fields.wrong("kinds", value="", vi="danh sách các loại kỳ", en="a list of kinds of periods")
    due = fields.mapping("due_days")
    due_days = {
        kind: days
        for word in (due.names() if due else ())
        if due
        and (kind := fields.choice_of(word, kind=PeriodKind, field="due_days"))
        and (days := due.whole(word, low=0, high=366)) is not None
    }
    source, id = fields.source(), fields.id
    if not fields.sound or name is None or month_day is None or month_shift is None or source is None:
        return None
    return Regime(id, name, month_day, month_shift, frozenset(kind for kind in kinds if kind), due_days, source)
