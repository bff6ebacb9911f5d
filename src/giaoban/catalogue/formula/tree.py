"""What a formula says, as a tree: numbers, indicators, and what is done with them.

Every node remembers at which character of the text it begins, counted from 1,
so that whatever is wrong with it can be shown where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from giaoban.catalogue.calendar import Window


class Shift(Enum):
    """To which other window a part of a formula looks; the word is that of the language."""

    TO_DATE = "luy_ke"  # from January to the window's end
    EARLIER = "ky_truoc"  # windows of the same length before
    YEARS = "nam_truoc"  # the same window, years before


class Count(Enum):
    """What a formula may ask of the window itself."""

    ORDINAL = "ky_thu"  # 5 for May, 2 for the second quarter
    IN_YEAR = "so_ky"  # 12 for a month, 4 for a quarter


class Pick(Enum):
    """How one of several values is chosen."""

    LEAST = "nho_nhat"
    MOST = "lon_nhat"
    FIRST_KNOWN = "neu_thieu"


@dataclass(frozen=True, slots=True)
class Number:
    """A plain number, in the measure of whatever it meets."""

    value: Decimal
    at: int


@dataclass(frozen=True, slots=True)
class Term:
    """An indicator, or one part of it: `{dan-so}`, `{dan-so.nam}`."""

    indicator: str
    part: str
    at: int

    @property
    def words(self) -> str:
        """The term as it is written."""
        return f"{{{self.indicator}}}" if self.part == "-" else f"{{{self.indicator}.{self.part}}}"


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of windows: `ky_thu`, `so_ky`."""

    count: Count
    at: int


@dataclass(frozen=True, slots=True)
class Rate:
    """The share of the window's reports of an indicator that have come: `ty_le_bao_cao({x})`."""

    of: Term
    at: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values put together.

    Args:
        sign: One of + - * / for a number, < <= > >= = <> va hoac for a condition.
    """

    sign: str
    left: Node
    right: Node
    at: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of several values: the least, the most, the first that is known."""

    pick: Pick
    of: tuple[Node, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Either:
    """The one value where a condition holds, else the other: `neu(a > b; a; b)`."""

    test: Node
    yes: Node
    no: Node
    at: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A value of another window."""

    of: Node
    shift: Shift
    times: int
    at: int


Node: TypeAlias = Number | Term | Counted | Rate | Pair | Chosen | Either | Moved


@dataclass(frozen=True, slots=True)
class Formula:
    """How an indicator is computed from others (công thức).

    Args:
        text: As the definition says it.
    """

    text: str
    root: Node

    def terms(self) -> tuple[Term, ...]:
        """Return every indicator that stands in it, in the order of the text, each once."""
        found: dict[str, Term] = {}
        for term in sorted((node for node in walk(self.root) if isinstance(node, Term)), key=lambda term: term.at):
            found.setdefault(term.words, term)
        return tuple(found.values())


def walk(node: Node) -> Iterator[Node]:
    """Yield the node and everything in it."""
    yield node
    match node:
        case Pair(left=left, right=right):
            inside: tuple[Node, ...] = (left, right)
        case Chosen(of=several):
            inside = several
        case Either(test=test, yes=yes, no=no):
            inside = (test, yes, no)
        case Moved(of=one) | Rate(of=one):
            inside = (one,)
        case _:
            inside = ()
    for one in inside:
        yield from walk(one)


@dataclass(frozen=True, slots=True)
class Spell:
    """The window at which a part of a formula looks.

    Args:
        window: The window itself; None where there is none of that kind so far back.
        so_far: Whether the year so far at its end is meant.
    """

    window: Window | None
    so_far: bool = False

    @property
    def spoken(self) -> Window | None:
        """The window whose figures are meant."""
        return self.window.to_date() if self.window and self.so_far else self.window

    def moved(self, shift: Shift, *, times: int) -> Spell:
        """Return the window after a shift; the order of shifts makes no difference.

        Example:
            >>> may = Spell(Window.of("2026-05"))
            >>> may.moved(Shift.EARLIER, times=5).spoken.code, may.moved(Shift.TO_DATE, times=1).spoken.code
            ('2025-12', '2026-5M')
        """
        match shift:
            case Shift.TO_DATE:
                return Spell(self.window, so_far=True)
            case Shift.YEARS:
                return Spell(self.window and self.window.year_before(years=times), self.so_far)
        return Spell(self.window and earlier(self.window, times=times), self.so_far)

    def count(self, count: Count) -> int | None:
        """Return the ordinal of the window in its year, or how many of its kind a year has; None for other windows."""
        window = self.window
        if window is None or not is_regular(window):
            return None
        return window.last // window.months if count is Count.ORDINAL else 12 // window.months


def is_regular(window: Window) -> bool:
    """Whether the window is one of those that a year is divided into: a month, quarter, half or year."""
    return window.day is None and window.months in (1, 3, 6, 12) and window.last % window.months == 0


def earlier(window: Window, *, times: int) -> Window | None:
    """Return the window of the same length so many before; None where a year is not divided into such windows.

    Example:
        >>> earlier(Window.of("2026-Q1"), times=1).code, earlier(Window.of("2026-9M"), times=1)
        ('2025-Q4', None)
    """
    if not is_regular(window):
        return None
    months = window.months
    year, last = divmod(window.year * 12 + window.last - 1 - times * months, 12)
    return Window(year, last + 2 - months, last + 1)
