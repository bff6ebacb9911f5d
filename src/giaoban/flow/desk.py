"""What lies on the desk for one question: the book as known, its catalogue, the cube, and what the asker may see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from giaoban import engine, outlook
from giaoban.catalogue import Catalogue, NoSuchPeriod, Sight, Window
from giaoban.engine.rows import RowMaker
from giaoban.flow import access, library
from giaoban.flow.access import Act, Actor
from giaoban.flow.library import Shelf
from giaoban.flow.refusal import BodyNotThen, OutOfBounds, UnknownIndicator, UnknownPeriod, UnknownRegime, listed, near
from giaoban.values import Said, vietnamese


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a door was asked for, in its own words (yêu cầu).

    Args:
        body: Id of the body.
        period: Code of the window: `2021-Q1`.
        as_known: Instant as of which; None for the newest.
        on: Day for due and not yet due; None for the day of the instant.
        frame: Day of the map; None for the last day of the period.
        units: Whether the parts of the body are wanted too.
        indicators: Ids wanted; empty for all.
        regime: Id of the regime; empty for the book's own.
    """

    body: str
    period: str
    as_known: datetime | None = None
    on: date | None = None
    frame: date | None = None
    units: bool = False
    indicators: tuple[str, ...] = ()
    regime: str = ""


@dataclass(frozen=True)
class Desk:
    """Everything loaded for one question; what it cannot answer it refuses in words."""

    shelf: Shelf
    question: engine.Question
    catalogue: Catalogue
    sight: Sight
    archive: engine.Archive

    def key(self) -> tuple[object, ...]:
        """Return what is equal for equal answers: the question, the book as known and as it stands, and what may be seen of it."""
        shelf = self.shelf
        heads = (shelf.book.head.hash, shelf.whole.head.hash, shelf.heads)  # a text may be blanked by an act in another book
        return shelf.cover, heads, shelf.as_known, self.question, replace(self.sight, person="")

    def board(self) -> engine.Board:
        """Return the board that answers.

        Raises:
            BodyNotThen, OutOfBounds: The body or a number is not there.
        """
        asked = engine.Asked(self.shelf.cover.id, self.shelf.book.head, self.shelf.cover.made, self.shelf.as_known)
        try:
            return engine.answered(self.maker, asked=asked)
        except engine.NoSuchBody as fault:
            raise self.body_not_then() from fault
        except engine.TooLarge as fault:
            raise OutOfBounds(what=str(fault)) from fault

    def explanation(self, indicator: str, *, part: str, what: engine.What, base: str = "") -> engine.Explanation | None:
        """Return why a number of the board is what it is; None where it may not be seen.

        Raises:
            UnknownIndicator, BodyNotThen, OutOfBounds: The series, the body or a number is not there.
        """
        try:
            cube = engine.about(indicator, cube=self._holding(indicator, part), catalogue=self.catalogue)
            archive = library.archive(self.shelf, words=self.sight.signed_in)
            maker = engine.prepare(self.question, cube=cube, catalogue=self.catalogue, sight=self.sight, archive=archive)
            return engine.explain(maker, indicator=indicator, body=self.question.body, part=part, what=what, base=base)
        except engine.TooLarge as fault:
            raise OutOfBounds(what=str(fault)) from fault

    def outlook(self, indicator: str, *, part: str, wish: outlook.Wish) -> outlook.Outlook | None:
        """Return whether a level will be reached by a day; None where its figures may not be seen.

        Raises:
            UnknownIndicator, BodyNotThen, OutOfBounds: The series, the body or a number is not there.
            NoPlan: The wish is a share of a plan that is not there.
        """
        try:
            cube, series = self._holding(indicator, part), engine.Series(indicator, self.question.regime, part)
            return outlook.look_ahead(
                self.question, series=series, wish=wish, cube=cube, catalogue=self.catalogue, sight=self.sight, archive=self.archive
            )
        except engine.TooLarge as fault:
            raise OutOfBounds(what=str(fault)) from fault

    def _holding(self, indicator: str, part: str) -> engine.Cube:
        """Return the cube, once it is sure that it holds the series and the body."""
        self.check(indicator)
        if self.catalogue.body(self.question.body, on=self.question.frame) is None:
            raise self.body_not_then()
        cube = self.cube()
        if engine.Series(indicator, self.question.regime, part) not in cube.row:
            raise self.unknown(f"{indicator}.{part}", near=Said("", ""))
        return cube

    def cube(self) -> engine.Cube:
        """Return the cube of the book as known, as far as it may be seen."""
        return library.cube_for(self.shelf, known=self.catalogue, sight=self.sight, frame=self.question.frame)

    @cached_property
    def maker(self) -> RowMaker:
        """What makes rows for the question, everything measured once."""
        return engine.prepare(self.question, cube=self.cube(), catalogue=self.catalogue, sight=self.sight, archive=self.archive)

    def check(self, indicator: str) -> None:
        """Refuse an indicator that the catalogue of the period does not have.

        Raises:
            UnknownIndicator: It has none of that id.
        """
        if indicator not in self.catalogue.indicators:
            raise self.unknown(indicator, near=near(indicator, among=self.catalogue.indicators))

    def unknown(self, indicator: str, *, near: Said) -> UnknownIndicator:
        """Return the refusal of a series that is not there."""
        window = self.question.window
        period = Said(window.words, window.code)
        return UnknownIndicator(indicator=indicator, period=period, code=window.code, near=near, body=self.question.body)

    def body_not_then(self) -> BodyNotThen:
        """Return the refusal of a body that is neither on the map asked for nor was there at the period's end."""
        window, frame = self.question.window, vietnamese.write_date(self.question.frame)
        return BodyNotThen(body=self.question.body, period=Said(window.words, window.code), frame=frame)


def lay(wanted: Wanted, *, by: Actor, at: datetime, act: Act = Act.READ) -> Desk:
    """Return the desk for a question, once the actor may put it.

    Args:
        act: What the actor is about to do with the answer.

    Raises:
        NotAllowed: No right.
        UnknownBody, BodyNotThen, UnknownRegime, UnknownPeriod, UnknownIndicator: What is asked about is not there.
        FutureInstant, NothingKnownYet: Nothing can be known as of that instant.
    """
    book = library.home(wanted.body)
    access.require(by, act=act, book=book)
    shelf = library.take(book, as_known=wanted.as_known, at=at)
    regime = wanted.regime or shelf.cover.regime
    window, end = _window(wanted.period, regime, shelf)
    frame = wanted.frame or end
    known = library.catalogue_for(shelf, on=end, frame=frame)
    sight = access.sight(by, book=book, roots=library.roots(known, on=frame))
    question = engine.Question(wanted.body, window, regime, frame, wanted.on or shelf.day, wanted.units, wanted.indicators)
    desk = Desk(shelf, question, known, sight, library.archive(shelf))
    if not (known.body(wanted.body, on=frame) or known.body(wanted.body, on=end)):
        raise desk.body_not_then()
    for indicator in wanted.indicators:
        desk.check(indicator)
    return desk


def without_drafts(desk: Desk) -> Desk:
    """Return the desk with everything put away that its authors have not sent: for what leaves the office."""
    return replace(desk, sight=replace(desk.sight, bodies=frozenset()))


def _window(period: str, regime: str, shelf: Shelf) -> tuple[Window, date]:
    """Return the window asked about and its last day in the regime."""
    try:
        window = Window.of(period)
        found = library.regime_of(shelf, id=regime, window=window)
        if found is None:
            known = library.catalogue_for(shelf, on=window.last_day, frame=window.last_day).regimes
            raise UnknownRegime(regime=regime, near=near(regime, among=known), known=listed(sorted(known)))
        return window, found.span(window).last_day
    except NoSuchPeriod as fault:
        raise UnknownPeriod(regime=regime, period=period[:40]) from fault
