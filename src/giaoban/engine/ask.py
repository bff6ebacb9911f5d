"""Put a question to the cube: a board of rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from giaoban.catalogue import Catalogue, NoSuchPeriod, Regime, Sight
from giaoban.cube import Cube, Series
from giaoban.engine.board import Board, Row
from giaoban.engine.frame import Ground, survey
from giaoban.engine.measures import measure
from giaoban.engine.question import Question
from giaoban.engine.rows import RowMaker
from giaoban.engine.scene import Archive
from giaoban.engine.tracer import Tracer
from giaoban.ledger import VIETNAM, Head
from giaoban.values import vietnamese


class NoSuchBody(LookupError):
    """The body is not in the catalogue, or existed neither on the frame's day nor at the period's end."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where and as known when a question is put.

    Args:
        book: Id of the book.
        head: Last entry that the cube knows.
        made: Whether the book's data are made up.
        as_known: The instant asked about; None for an empty book.
    """

    book: str
    head: Head
    made: bool = False
    as_known: datetime | None = None


def ask(question: Question, *, cube: Cube, catalogue: Catalogue, sight: Sight, asked: Asked, archive: Archive) -> Board:
    """Return the board that answers the question.

    Args:
        catalogue: For the last day of the question's window.
        sight: What the asker may see; rows beyond it are counted, not shown.

    Raises:
        NoSuchBody: The body exists neither on the map asked for nor at the period's end.
        NoSuchPeriod: The regime has no such period.
    """
    return answered(prepare(question, cube=cube, catalogue=catalogue, sight=sight, archive=archive), asked=asked)


def answered(maker: RowMaker, *, asked: Asked) -> Board:
    """Return the board whose rows the maker makes.

    Raises:
        NoSuchBody: The body exists neither on the map asked for nor at the period's end.
    """
    question, cube, catalogue = maker.question, maker.cube, maker.catalogue
    bodies, notes = members(question, catalogue=catalogue, regime=maker.regime)
    shown = [body for body, _ in bodies]
    wanted = [series for series in _ordered(cube, catalogue, question) if series.indicator in catalogue.indicators]
    rows: list[Row] = []
    hidden = 0
    for body in shown:
        for series in wanted:
            row = maker.row(series, body=body)
            hidden += row is None and maker.is_followed(maker.spot(series, body=body))
            if row is not None and _is_wanted(row, series):
                rows.append(row)
    standing = catalogue.body(question.body, on=question.frame) or catalogue.latest(question.body)
    notes = (*notes, "nạp lại lịch sử") if cube.reloaded else notes
    return Board(
        book=asked.book, body=question.body, body_name=standing.name if standing else question.body,
        period=question.window.code, period_words=question.window.words, regime=question.regime,
        as_known=asked.as_known.astimezone(VIETNAM).isoformat() if asked.as_known else "",
        on=question.on, frame=question.frame, number=asked.head.number, hash=asked.head.hash,
        rows=rows, made=asked.made, hidden=hidden + cube.hidden, notes=notes, members=dict(bodies),
    )  # fmt: skip


def prepare(question: Question, *, cube: Cube, catalogue: Catalogue, sight: Sight, archive: Archive) -> RowMaker:
    """Return what makes rows for the question, everything measured.

    Raises:
        NoSuchPeriod: The regime is unknown or has no such period.
    """
    regime = catalogue.regimes.get(question.regime)
    if regime is None:
        raise NoSuchPeriod(question.regime)
    regime.span(question.window)
    measured = measure(question, cube=cube, catalogue=catalogue, regime=regime)
    tracer = Tracer(cube, measured.ground, regime, measured.rules, measured.frame)
    return RowMaker(question, cube, catalogue, regime, measured, tracer, sight, archive)


def _ordered(cube: Cube, catalogue: Catalogue, question: Question) -> list[Series]:
    def place(series: Series) -> tuple[int, str, int, str, str]:
        indicator = catalogue.indicators.get(series.indicator)
        group = catalogue.groups.get(indicator.group) if indicator else None
        order = indicator.order if indicator else 0
        return (group.order if group else 9999, indicator.group if indicator else "", order, series.indicator, series.part)

    asked = [series for series in cube.series if series.regime == question.regime]
    if question.indicators:
        asked = [series for series in asked if series.indicator in question.indicators]
    return sorted(asked, key=place)


def _is_wanted(row: Row, series: Series) -> bool:
    """A part of a disaggregated indicator is shown only where something is known of it."""
    return series.part == "-" or row.value is not None or bool(row.stated) or bool(row.targets)


def members(question: Question, *, catalogue: Catalogue, regime: Regime) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Return the bodies to show, each with what came into it from outside, and notes on the map.

    A body that no longer exists on the frame's day is shown through the successors of its parts, without a
    total, because the ground is no longer the same.

    Raises:
        NoSuchBody: It existed neither then nor at the period's end.
    """
    if catalogue.body(question.body, on=question.frame):
        parts = catalogue.children(question.body, on=question.frame) if question.units else ()
        return ((question.body, ""), *((part.id, "") for part in parts)), ()
    end = regime.days(question.window).last_day
    then = catalogue.body(question.body, on=end)
    if then is None or question.frame < end:
        raise NoSuchBody(question.body)
    ground = survey(catalogue, column={id: at for at, id in enumerate(sorted(catalogue.bodies))})
    shown = [(id, outside) for id, outside in _heirs(ground, question.body, end, question.frame) if catalogue.body(id, on=question.frame)]
    names = {id: body.name for id in catalogue.bodies if (body := catalogue.latest(id))}
    said = [(id, ", ".join(sorted(names[origin] for origin in outside))) for id, outside in shown]
    day = vietnamese.write_date(question.frame)
    note = f"{then.name} không còn trên bản đồ ngày {day}: xem theo các đơn vị kế thừa, không có dòng tổng."
    return tuple(said), (note, *(f"{names[id]}: có phần từ ngoài ({outside})." for id, outside in said if outside))


def _heirs(ground: Ground, body: str, since: date, until: date) -> list[tuple[str, set[str]]]:
    """Return the successors of a body and its parts, each with the bodies from outside whose ground is in it too."""
    bodies, frame, at = sorted(ground.column), ground.frame(since), ground.column[body]
    inside = frame.under(at)
    held = {member: {member} for member in (at, *frame.parts.get(at, ()))}
    for step in ground.between(since=since, until=until):
        following = {member: origins for member, origins in held.items() if member not in step.leaving}
        for after, links in step.arriving.items():
            if any(link.before in held for link in links):
                following[after] = set().union(*(held.get(link.before, {link.before}) for link in links))
        held = following
    return [(bodies[member], {bodies[origin] for origin in held[member] - inside}) for member in sorted(held)]
