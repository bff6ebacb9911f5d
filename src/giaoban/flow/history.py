"""Step 3 for one indicator: how did it go over the last periods, beside the board of the period asked about?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from giaoban import engine, outlook
from giaoban.catalogue import NoSuchPeriod, PeriodKind, Window
from giaoban.flow import acts, desk, library
from giaoban.flow.access import Actor
from giaoban.flow.desk import Desk, Wanted
from giaoban.flow.look import Glance, glance_of
from giaoban.flow.refusal import BodyNotThen, OutOfBounds, UnknownIndicator
from giaoban.flow.trend import course

BACK = {PeriodKind.QUARTER: 8, PeriodKind.MONTH: 13}  # how many windows are shown; of longer ones five years
YEARS = 5


@dataclass(frozen=True)
class History:
    """An indicator of a body over time (diễn biến của một chỉ tiêu).

    Args:
        row: Of the period asked about; None where it may not be seen, or nothing was ever told of it.
        past: Windows with their rows, oldest first, the one asked about last; None for a row that is not there.
        trend: The course over the year, for a chart; None where it may not be seen or cannot be drawn.
        ahead: Whether the year's plan will be reached, in words, as a leader reads it; None where that cannot be said or is past.
    """

    glance: Glance
    row: engine.Row | None
    past: tuple[tuple[Window, engine.Row | None], ...]
    trend: engine.Trend | None
    ahead: outlook.Outlook | None = None


def history(wanted: Wanted, *, indicator: str, part: str, by: Actor, at: datetime) -> History:
    """Return how an indicator went.

    Args:
        part: "-" for the whole.

    Raises:
        Refused: As `look`; an unknown indicator too.
    """
    laid = desk.lay(replace(wanted, units=True), by=by, at=at)
    laid.check(indicator)
    found = glance_of(laid, by=by)
    past = library.kept_choices((*laid.key(), "history", indicator, part), make=lambda: _past(laid, indicator, part))
    row = _row(found.pack.board, indicator, part)
    trend = library.kept_choices((*laid.key(), "trend", indicator, part), make=lambda: (_trend(laid, indicator, part),)) if row else (None,)
    ahead = library.kept_choices((*laid.key(), "ahead", indicator, part), make=lambda: (_ahead(laid, indicator, part),)) if row else (None,)
    return History(found, row, past, trend[0], ahead[0])


def _ahead(laid: Desk, indicator: str, part: str) -> outlook.Outlook | None:
    """Return in words whether the year's plan will be reached; probabilities are the office's affair (practice 14)."""
    year = Window(laid.question.window.year, 1, 12)
    asking = replace(laid, question=replace(laid.question, window=year, units=False))
    end = laid.catalogue.regimes[laid.question.regime].days(year).last_day
    try:
        found = asking.outlook(indicator, part=part, wish=outlook.Wish(end))
    except (outlook.NoPlan, BodyNotThen, UnknownIndicator):
        return None
    return found.without_numbers() if found and found.verdict and found.months_left > 0 else None


def _trend(laid: Desk, indicator: str, part: str) -> engine.Trend | None:
    """Return the course over the year; none of a body that is not on the map, which has no course of its own."""
    if laid.catalogue.body(laid.question.body, on=laid.question.frame) is None:
        return None
    try:
        return course(laid, indicator=indicator, part=part, noted=acts.standing(laid))
    except engine.TooLarge as fault:
        raise OutOfBounds(what=str(fault)) from fault


def _past(laid: Desk, indicator: str, part: str) -> tuple[tuple[Window, engine.Row | None], ...]:
    """Return the windows before, on the map asked for: each as the book knows it at the instant asked about."""
    asked = laid.question
    regime = laid.catalogue.regimes[asked.regime]
    found: list[tuple[Window, engine.Row | None]] = []
    for window in windows_before(asked.window):
        try:
            end = regime.span(window).last_day
        except NoSuchPeriod:
            continue
        found.append((window, _row_of(laid, window, end, indicator, part)))
    return tuple(found)


def _row_of(laid: Desk, window: Window, end: date, indicator: str, part: str) -> engine.Row | None:
    asked = laid.question
    known = library.catalogue_for(laid.shelf, on=end, frame=asked.frame)
    if indicator not in known.indicators or asked.regime not in known.regimes:
        return None
    question = replace(asked, window=window, units=False, indicators=(indicator,))
    try:
        board = replace(laid, question=question, catalogue=known).board()
    except BodyNotThen:
        return None
    return _row(board, indicator, part)


def _row(board: engine.Board, indicator: str, part: str) -> engine.Row | None:
    try:
        return board.row(indicator, part=part)
    except KeyError:
        return None


def windows_before(window: Window) -> list[Window]:
    """Return the windows of the same kind up to this one, oldest first.

    Example:
        >>> [one.code for one in windows_before(Window.of("2021-Q1"))][-3:]
        ['2020-Q3', '2020-Q4', '2021-Q1']
        >>> [one.code for one in windows_before(Window.of("2021-9M"))]
        ['2017-9M', '2018-9M', '2019-9M', '2020-9M', '2021-9M']
    """
    count = BACK.get(window.kind)
    if count is None:
        return [window.year_before(years=years) for years in range(YEARS - 1, -1, -1)]
    found, months = [window], window.months
    while len(found) < count:
        first = found[-1].first - months
        year = found[-1].year - (first < 1)
        first = first + 12 if first < 1 else first
        found.append(Window(year, first, first + months - 1))
    return found[::-1]
