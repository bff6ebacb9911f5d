"""What else may be asked from here? The bodies, periods, versions and maps that a book has: what stands in a question line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from giaoban.catalogue import Body, Catalogue, Nature, NoSuchPeriod, Regime, Window
from giaoban.flow.library import Shelf
from giaoban.ledger import Cell, day_of
from giaoban.values import vietnamese

VERSIONS = 24  # days of recording that are offered; any other may be typed


@dataclass(frozen=True, slots=True)
class Place:
    """A body that may be asked about (nơi có thể hỏi).

    Args:
        depth: How far below the top of the book's map; 0 at the top.
    """

    id: str
    name: str
    depth: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What a question line offers (các lựa chọn của dòng câu hỏi).

    Args:
        places: Bodies on the map, each below the one that it belongs to.
        years: For each year the codes and words of its periods, newest year first.
        versions: Days on which something was recorded, newest first.
        maps: Days of new maps with the names of the events, oldest first.
        current: Code of the newest quarter that has ended and of which something is known; empty where there is none.
        newest: Instant of the last entry, as the ledger writes it.
    """

    places: tuple[Place, ...]
    years: tuple[tuple[int, tuple[tuple[str, str], ...]], ...]
    versions: tuple[date, ...]
    maps: tuple[tuple[date, str], ...]
    current: str
    newest: str


def choices(shelf: Shelf, *, known: Catalogue, regime: Regime, frame: date) -> Choices:
    """Return what may be asked of a book.

    Args:
        known: Its catalogue.
        regime: In whose calendar periods are offered.
        frame: Day of the map whose bodies are offered.
    """
    told = {Cell.of(entry.key).period for entry in shelf.book.of_kind("Figure", "Stated", "Grade")}
    windows = sorted(map(Window.of, told), key=lambda window: (window.last_day, window.first))
    days = sorted({day_of(entry.recorded_at) for entry in shelf.whole.entries}, reverse=True)
    head = shelf.whole.head.recorded_at
    return Choices(
        places=tuple(_places(known, frame)),
        years=tuple(_years(windows, regime, days[0])) if windows else (),
        versions=tuple(days[:VERSIONS]),
        maps=tuple((event.on, event.name) for event in known.events),
        current=_current(windows, regime, days[0]),
        newest=head.isoformat() if head else "",
    )


def _places(known: Catalogue, frame: date) -> Iterator[Place]:
    areas = [body for body in known.standing_on(frame) if body.nature is Nature.AREA]
    below: dict[str, list[Body]] = {}
    here = {body.id for body in areas}
    for body in areas:
        below.setdefault(body.parent if body.parent in here else "", []).append(body)

    def walk(parent: str, depth: int) -> Iterator[Place]:
        for body in sorted(below.get(parent, ()), key=lambda body: vietnamese.sort_key(body.name)):
            yield Place(body.id, body.name, depth)
            yield from walk(body.id, depth + 1)

    return walk("", 0)


def _years(windows: list[Window], regime: Regime, today: date) -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
    """Yield the periods of each year that have begun, in the order in which a year goes on."""
    for year in range(min(today.year, windows[-1].year), min(window.year for window in windows) - 1, -1):
        quarters = [Window(year, month, month + 2) for month in (1, 4, 7, 10)]
        longer = [Window(year, 1, 6), Window(year, 1, 9), Window(year, 1, 12)]
        months = [Window(year, month, month) for month in range(1, 13)]
        offered = [one for one in (*quarters, *longer, *months) if _has(regime, one) and regime.days(one).since <= today]
        yield year, tuple((one.code, one.words) for one in offered)


def _has(regime: Regime, window: Window) -> bool:
    try:
        regime.span(window)
    except NoSuchPeriod:
        return False
    return True


def _current(windows: list[Window], regime: Regime, today: date) -> str:
    """Return the newest quarter that is over, where something is known of a month of it; else the newest window of all."""
    months = {(window.year, month) for window in windows for month in range(window.first, window.last + 1)}
    for year, month in sorted(months, reverse=True):
        first = month - (month - 1) % 3
        quarter = Window(year, first, first + 2)
        if _has(regime, quarter) and regime.days(quarter).last_day <= today:
            return quarter.code
    return windows[-1].code if windows else ""
