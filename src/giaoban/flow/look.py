"""Step 3 as a page wants it: the board with its findings and difficulties, and what else may be asked from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from giaoban import briefing, engine, store
from giaoban.catalogue import Body, Nature, Window
from giaoban.flow import access, acts, desk, library
from giaoban.flow.access import Act, Actor
from giaoban.flow.choices import Choices, choices
from giaoban.flow.desk import Desk, Wanted
from giaoban.ledger import Cell

NAMELESS = "leader"  # sees counts first: naming units is the chair's decision


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page of figures (khung của trang số liệu).

    Args:
        title: Of the book.
        made: Whether its figures are made up.
        asked: The question, every default filled in.
        body_name: On the map asked for, or the body's last one.
        as_known: The instant as of which, as given or of the last entry.
        is_newest: Whether no instant was given, or one after the last entry.
        number, hash: Of the last entry that is known.
        sent: How many parts of the body have a figure in the period, and how many there are.
        is_named: Whether parts of the body are named at once, or only in the annex that one asks for.
        may_brief: Whether a briefing may be made.
        may_advise: Whether what is only for the office is shown.
    """

    book: str
    title: str
    made: bool
    asked: engine.Question
    body_name: str
    as_known: datetime
    is_newest: bool
    number: int
    hash: str
    choices: Choices
    sent: tuple[int, int]
    is_named: bool
    may_brief: bool
    may_advise: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Ground that came to a body or left it (thay đổi địa giới của một đơn vị).

    Args:
        event: Name of the event.
        came: Names of the bodies whose ground came to it.
        went: Names of the bodies to which its ground went.
    """

    on: date
    event: str
    came: tuple[str, ...]
    went: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Glance:
    """A board as a page shows it (toàn cảnh của một đơn vị trong một kỳ).

    Args:
        key: Equal for equal glances within one process: what is made of one may be kept under it.
        pack: The board with its parts, findings in their order, difficulties and aims.
        body: The body on the map asked for, or as it last was.
        above: Id and name of those that it belongs to, nearest first.
        passages: What happened to its ground, oldest first.
    """

    key: tuple[object, ...]
    frame: Frame
    pack: briefing.Pack
    body: Body
    above: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]

    @property
    def window(self) -> Window:
        """The period asked about."""
        return self.pack.window


def look(wanted: Wanted, *, by: Actor, at: datetime) -> Glance:
    """Return everything that the pages of a body and period show.

    Raises:
        Refused: Unknown body, period or indicator, a future instant, or no right to read.
    """
    return glance_of(desk.lay(replace(wanted, units=True), by=by, at=at), by=by)


def glance_of(laid: Desk, *, by: Actor) -> Glance:
    """Return what a page shows of the question on the desk, which asks for the body's parts too."""
    around = frame_of(laid, by=by)
    key = (laid.key(), around.may_advise)
    pack = library.kept_pack(key, make=lambda: _pack(laid, around.may_advise))
    above = tuple((id, _name(laid, id)) for id in laid.catalogue.line_up(laid.question.body, on=laid.question.frame)[1:])
    return Glance((key, around), around, pack, _body(laid), above, tuple(_passages(laid)))


def _passages(laid: Desk) -> Iterator[Passage]:
    body = laid.question.body
    for event in laid.catalogue.events:
        came = tuple(_name(laid, edge.before) for edge in event.edges if edge.after == body)
        went = tuple(_name(laid, edge.after) for edge in event.edges if edge.before == body)
        if came or went:
            yield Passage(event.on, event.name, came, went, event.source.words())


def _name(laid: Desk, id: str) -> str:
    found = laid.catalogue.latest(id)
    return found.name if found else id


def _pack(laid: Desk, for_office: bool) -> briefing.Pack:
    board = laid.board()
    agenda = briefing.Agenda(
        body=board.body, period=board.period, regimes=(board.regime,), indicators=laid.question.indicators, for_office=for_office
    )
    return briefing.prepare(agenda, boards=(board,), catalogue=laid.catalogue, acts=acts.standing(laid))


def _body(laid: Desk) -> Body:
    asked = laid.question
    found = laid.catalogue.body(asked.body, on=asked.frame) or laid.catalogue.latest(asked.body)
    if found is None:
        raise laid.body_not_then()
    return found


def frame_of(laid: Desk, *, by: Actor) -> Frame:
    """Return what stands around a page for the question on the desk."""
    book, asked = laid.shelf.cover, laid.question
    known, regime = laid.catalogue, laid.catalogue.regimes[asked.regime]
    offered = library.kept_choices(
        (*laid.key(), "choices"), make=lambda: choices(laid.shelf, known=known, regime=regime, frame=asked.frame)
    )
    sent = library.kept_choices((*laid.key(), "sent"), make=lambda: _sent(laid))
    held = by.held(book.id)
    standing, head = _body(laid), laid.shelf.book.head
    return Frame(
        book=book.id, title=book.title, made=book.made, asked=asked, body_name=standing.name, as_known=laid.shelf.as_known,
        is_newest=laid.shelf.book is laid.shelf.whole, number=head.number, hash=head.hash, choices=offered, sent=sent,
        is_named=any(right.role != NAMELESS for right in held),
        may_brief=access.may(by, act=Act.BRIEF, book=book.id), may_advise=access.may(by, act=Act.ADVISE, book=book.id),
    )  # fmt: skip


def _sent(laid: Desk) -> tuple[int, int]:
    """Return how many parts of the body have sent a figure that touches the period, and how many there are; a draft is not sent."""
    asked = laid.question
    parts = {body.id for body in laid.catalogue.children(asked.body, on=asked.frame) if body.nature is Nature.AREA}
    found = set()
    for entry in laid.shelf.book.of_kind("Figure"):
        cell = Cell.of(entry.key)
        if (
            entry.content.get("visibility") != "draft"
            and cell.body in parts
            and cell.body not in found
            and _touches(Window.of(cell.period), asked.window)
        ):
            found.add(cell.body)
    return len(found), len(parts)


def _touches(one: Window, other: Window) -> bool:
    return one.year == other.year and one.first <= other.last and other.first <= one.last


@dataclass(frozen=True, slots=True)
class Desktop:
    """A book that somebody may open, with the question that it opens with (sổ được xem).

    Args:
        made: Whether its figures are made up.
        body: Id of the body to begin with: the one that the right is limited to, else the top of the map.
        period: Code of the period to begin with; empty where nothing is known.
    """

    book: str
    title: str
    made: bool
    body: str
    body_name: str
    period: str


def shelves(*, by: Actor, at: datetime) -> tuple[Desktop, ...]:
    """Return the books that the actor may read, each with a question to begin with.

    An account without any right gets none: that is said, not refused.
    """
    covers = [cover for cover in store.books.listed() if access.may(by, act=Act.READ, book=cover.id)]
    return tuple(_desktop(cover, by, at) for cover in covers)


def _desktop(cover: store.Cover, by: Actor, at: datetime) -> Desktop:
    empty = Desktop(cover.id, cover.title, cover.made, "", "", "")
    if store.books.read(cover.id).head.recorded_at is None:
        return empty
    shelf = library.take(cover.id, as_known=None, at=at)
    known = library.catalogue_for(shelf, on=shelf.day, frame=shelf.day)
    regime = known.regimes.get(cover.regime)
    if regime is None:
        return empty
    offered = library.kept_choices(
        (cover.id, shelf.book.head.hash, "home"), make=lambda: choices(shelf, known=known, regime=regime, frame=shelf.day)
    )
    if not offered.current:
        return empty
    own = next((right.body for right in by.held(cover.id) if right.body), "")
    body = own or _root(shelf, offered.current, cover.regime)
    standing = known.latest(body)
    return Desktop(cover.id, cover.title, cover.made, body, standing.name if standing else body, offered.current)


def _root(shelf: library.Shelf, period: str, regime: str) -> str:
    """Return the top of the map at the period's end; of several, the one of which most is told."""
    window = Window.of(period)
    known = library.catalogue_for(shelf, on=window.last_day, frame=window.last_day)
    tops = library.roots(known, on=known.regimes[regime].days(window).last_day)
    areas = [id for id in sorted(tops) if (body := known.latest(id)) and body.nature is Nature.AREA]
    told = dict.fromkeys(areas, 0)
    for entry in shelf.book.of_kind("Figure", "Stated", "Grade"):
        teller = Cell.of(entry.key).body
        if teller in told:
            told[teller] += 1
    return max(areas, key=lambda id: told[id], default="")
