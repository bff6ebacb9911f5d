"""Step 3, answer, looking ahead: will a level be reached by a day?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from giaoban import outlook
from giaoban.catalogue import Indicator, Window
from giaoban.flow import access, desk, library
from giaoban.flow.access import Act, Actor
from giaoban.flow.desk import Desk, Wanted
from giaoban.flow.refusal import Refused, UnknownPeriod
from giaoban.values import MeasureClash, UnknownMeasure, vietnamese


class NotALevel(Refused):
    """What is to be reached is no number of the indicator."""

    code = "not-a-level"
    vi = "“{level}” không phải là mức của chỉ tiêu “{indicator}”. Viết phần trăm kế hoạch (80%) hoặc số kèm đơn vị tính ({measure})."
    en = "“{level}” is no level of “{indicator}”. Write a share of the plan (80%) or a number with its measure ({measure})."


class NoPlanYet(Refused):
    """There is no plan of the year by a named giver to be reached."""

    code = "no-plan-yet"
    vi = "“{body}” chưa có kế hoạch năm {year} rõ cấp giao cho chỉ tiêu “{indicator}”. Nêu mức cần đạt, ví dụ --level “{example}”."
    en = "“{body}” has no plan of {year} by a named giver for “{indicator}”. Say the level, for instance --level “{example}”."


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a door wants to know of the future (yêu cầu dự báo).

    Args:
        indicator: Id of the indicator.
        part: Id of the part of a disaggregated indicator; "-" for the whole.
        body: Id of the body.
        by: Last day that counts; None for the end of the year of the instant.
        level: As it was typed: "80%" of the year's plan, "150 tỷ đồng"; empty for the plan.
        as_known: Instant as of which; None for the newest.
        frame: Day of the map; None for the day of the instant.
        regime: Id of the regime; empty for the book's own.
    """

    indicator: str
    body: str
    by: date | None = None
    level: str = ""
    as_known: datetime | None = None
    frame: date | None = None
    regime: str = ""
    part: str = "-"


def forecast(ahead: Ahead, *, by: Actor, at: datetime) -> outlook.Outlook | None:
    """Return whether the level will be reached; None where its figures may not be seen.

    Probability and back-test go to the office; whoever else may read gets the words and the paces.

    Raises:
        Refused: Unknown body or indicator, a future instant, no right to read, a level that is none, no plan to be reached.
    """
    laid, day = _laid(ahead, by, at)
    laid.check(ahead.indicator)
    indicator = laid.catalogue.indicators[ahead.indicator]
    level, share = _wished(ahead.level, indicator)
    wish = outlook.Wish(day, level, share)
    try:
        found = laid.outlook(ahead.indicator, part=ahead.part, wish=wish)
    except outlook.NoPlan as fault:
        year, example = laid.question.window.year, f"100 {indicator.measure.label}"
        raise NoPlanYet(body=ahead.body, indicator=ahead.indicator, year=year, example=example) from fault
    if found is None or access.may(by, act=Act.ADVISE, book=laid.shelf.cover.id):
        return found
    return found.without_numbers()


def _laid(ahead: Ahead, by: Actor, at: datetime) -> tuple[Desk, date]:
    """Return the desk for the whole year of the day asked about, on the map of the instant; and that day."""
    book = library.home(ahead.body)
    access.require(by, act=Act.READ, book=book)
    shelf = library.take(book, as_known=ahead.as_known, at=at)
    day, id = ahead.by or date(shelf.day.year, 12, 31), ahead.regime or shelf.cover.regime
    regime = library.regime_of(shelf, id=id, window=Window(day.year, 1, 12))
    try:
        year = outlook.horizon(day, regime=regime).year if regime else day.year
    except LookupError as fault:
        raise UnknownPeriod(regime=id, period=day.isoformat()) from fault
    frame = ahead.frame or min(shelf.day, day)
    wanted = Wanted(ahead.body, str(year), ahead.as_known, None, frame, False, (ahead.indicator,), ahead.regime)
    return desk.lay(wanted, by=by, at=at), day


def _wished(text: str, indicator: Indicator) -> tuple[Decimal | None, Decimal]:
    """Return the level in the indicator's measure, or None and the share of the plan.

    Raises:
        NotALevel: It is neither.
    """
    said = text.strip()
    if not said:
        return None, Decimal(1)
    refused = NotALevel(level=text[:40], indicator=indicator.id, measure=indicator.measure.label)
    try:
        try:
            value, measure = vietnamese.read_quantity(said)
        except UnknownMeasure:
            value, measure = vietnamese.read_number(said), indicator.measure
        if measure.dimension == "%" and not indicator.is_percentage:
            level, share = None, value * measure.factor / 100
        else:
            level, share = measure.convert(value, to=indicator.measure), Decimal(1)
    except (vietnamese.NotANumber, UnknownMeasure, MeasureClash) as fault:
        raise refused from fault
    if share <= 0 or (level is not None and level < 0):
        raise refused
    return level, share
