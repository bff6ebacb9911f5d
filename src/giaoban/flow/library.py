"""What a step takes from the shelf before its one pure call: a book at an instant, its catalogue, the cube, the archive.

Cubes are kept by book, entry number, sight and catalogue, a few at a time;
each is thrown away at will and never stored. Many threads of a door share
them: who finds one goes on at once, and what is missing is made by one of
them while the others that want it wait.
A new cube is followed from the nearest that is known, in this process or as
a checkpoint.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from threading import Lock
from typing import Any, TypeVar

from giaoban import briefing, catalogue, delivery, engine, ledger, store
from giaoban.catalogue import Catalogue, Indicator, Reach, Regime, Sight, Window
from giaoban.catalogue.catalogue import Known
from giaoban.flow import checkpoints, haste
from giaoban.flow.refusal import FutureInstant, NothingKnownYet, UnknownBody, UnknownBook, listed, near
from giaoban.ledger import VIETNAM, Book, Fact, Withdrawal, end_of_day
from giaoban.values import Span

T = TypeVar("T")
Sees = Callable[[Fact | Withdrawal], bool]
Key = tuple[object, ...]
BLANKED = "(văn bản đã xóa theo quyết định)"


@dataclass
class Rack:
    """The last few things made, by what they were made from (ngăn giữ tạm).

    Args:
        size: How much is kept; what was wanted longest ago goes first, and one thing stays whatever it weighs.
        weigh: How much of the size a thing takes; each one where nothing is said.
    """

    size: int
    weigh: Callable[[Any], int] = lambda _: 1
    kept: OrderedDict[Key, Any] = field(default_factory=OrderedDict)
    hand: Lock = field(default_factory=Lock)  # held for a moment
    bench: Lock = field(default_factory=Lock)  # held while something is made

    def get(self, key: Key, *, make: Callable[[], Any]) -> Any:
        """Return what was made for the key, else make it."""
        if (found := self.find(key)) is None:
            with self.bench:
                if (found := self.find(key)) is None:
                    found = make()
                    self.put(key, made=found)
        return found

    def find(self, key: Key) -> Any:
        """Return what was made for the key; None where nothing is kept."""
        with self.hand:
            if key in self.kept:
                self.kept.move_to_end(key)
            return self.kept.get(key)

    def put(self, key: Key, *, made: Any) -> None:
        """Keep what was made."""
        with self.hand:
            self.kept[key] = made
            weight = sum(map(self.weigh, self.kept.values()))
            while weight > self.size and len(self.kept) > 1:
                weight -= self.weigh(self.kept.popitem(last=False)[1])


_CUBES, _CATALOGUES, _OFFERED, _WORDS = Rack(6), Rack(12), Rack(200), Rack(9)
_PACKS = Rack(60_000, lambda pack: len(pack.board.rows))  # some hundred megabytes at most
_LAST = Rack(6)  # the newest cube of a book and lens, with the hash of its last entry


@dataclass(frozen=True)
class Shelf:
    """A book taken from the shelf, as known at an instant.

    Args:
        cover: Title, regime, whether made.
        whole: The book as it is now.
        book: The book as known at `as_known`.
        as_known: The instant asked about; that of the head where none was, or where it is still to come.
        day: The day asked about, in Vietnam.
        heads: Of every book, when this one was taken: equal as long as nothing was recorded or blanked anywhere.
    """

    cover: store.Cover
    whole: Book
    book: Book
    as_known: datetime
    day: date
    heads: tuple[tuple[str, int], ...]


def home(body: str) -> str:
    """Return the id of the book that holds the body.

    Raises:
        UnknownBody: No book knows it.
    """
    found = store.books.home_of(body)
    if found is None:
        known = (cover.id for cover in store.books.listed())
        raise UnknownBody(body=body, near=near(body, among=store.books.bodies()), known=listed(known))
    return found


def cover_of(book: str) -> store.Cover:
    """Return the cover of a book.

    Raises:
        UnknownBook: There is no such book.
    """
    covers = {cover.id: cover for cover in store.books.listed()}
    if book not in covers:
        raise UnknownBook(book=book, near=near(book, among=covers), known=listed(covers))
    return covers[book]


def take(book_id: str, *, as_known: datetime | None, at: datetime) -> Shelf:
    """Return the book as known at an instant.

    What is known at the end of today is not yet known: until the day is over, it is what the head says.

    Args:
        as_known: The instant; None for the newest.
        at: The door's clock.

    Raises:
        UnknownBook: There is no such book.
        FutureInstant: The instant lies after the end of the door's own day.
        NothingKnownYet: The book begins later.
    """
    if as_known is not None and as_known > end_of_day(ledger.day_of(at)):
        raise FutureInstant(instant=_written(as_known))
    cover, heads = cover_of(book_id), store.books.heads()
    whole = store.books.read(book_id)
    head = whole.head.recorded_at
    if head is None or (as_known is not None and as_known < whole.entries[0].recorded_at):
        first = _written(whole.entries[0].recorded_at) if whole.entries else "–"
        raise NothingKnownYet(instant=_written(as_known or at), book=book_id, first=first)
    day = ledger.day_of(as_known or head)
    if as_known is None or as_known >= max(at, head):
        return Shelf(cover, whole, whole, head, day, heads)
    return Shelf(cover, whole, whole.as_known(as_known), as_known, day, heads)


def _written(at: datetime) -> str:
    return at.astimezone(VIETNAM).isoformat(timespec="seconds")


def regime_of(shelf: Shelf, *, id: str, window: Window) -> Regime | None:
    """Return the regime as it was known, in force at the window's end by the calendar; None where there is none."""
    found: Regime | None = catalogue_for(shelf, on=window.last_day, frame=window.last_day).regimes.get(id)
    return found


def catalogue_for(shelf: Shelf, *, on: date, frame: date) -> Catalogue:
    """Return the catalogue for a day: rules as known then, the map as known at the later of then and the frame."""
    key = _catalogue_key(shelf, on, frame)
    found: Catalogue = _CATALOGUES.get(key, make=lambda: catalogue.build(_known(shelf, frame), on=on))
    return found


def _catalogue_key(shelf: Shelf, on: date, frame: date) -> Key:
    return shelf.cover.id, shelf.book.head.hash, _later(shelf, frame).head.hash, on


def _later(shelf: Shelf, frame: date) -> Book:
    """Return the book as known at the end of the frame's day, where that is later than what is asked about."""
    until = end_of_day(frame)
    return shelf.whole.as_known(until) if until > shelf.as_known else shelf.book


def _known(shelf: Shelf, frame: date) -> list[Known]:
    return list(ledger.known_definitions(shelf.book, map_until=end_of_day(frame), whole=_later(shelf, frame)))


def roots(found: Catalogue, *, on: date) -> frozenset[str]:
    """Return the bodies at the top of the map."""
    return frozenset(body.id for body in found.standing_on(on) if not body.parent)


def cube_for(shelf: Shelf, *, known: Catalogue, sight: Sight, frame: date) -> engine.Cube:
    """Return the cube of the book as known, holding what the sight lets through."""
    key = (*_catalogue_key(shelf, known.on, frame), _that_matters(shelf, sight), frame)
    is_under = known.is_under(on=frame)

    def sees(item: Fact | Withdrawal) -> bool:
        if isinstance(item, Withdrawal):
            return True
        indicator = known.indicators.get(item.cell.indicator)
        if sight.signed_in and _is_for_totals(item.visibility, indicator):
            return True
        return indicator is not None and sight.sees(item.visibility, body=item.cell.body, indicator=indicator, is_under=is_under)

    found: engine.Cube = _CUBES.get(key, make=lambda: _cube(shelf, known, sees, sight, frame))
    return found


def _cube(shelf: Shelf, known: Catalogue, sees: Sees, sight: Sight, frame: date) -> engine.Cube:
    """Return the cube, followed from the nearest one that this process or a checkpoint holds; built anew where none will do."""
    book, lens = shelf.book, _lens(shelf, known, sight, frame)
    cube, found = _nearest(book, lens), None
    if cube and cube.number == len(book.entries):
        found = cube
    elif cube:
        with suppress(engine.NewAxis):
            found = engine.follow(cube, entries=book.entries, sees=sees, insider=sight.signed_in)
    if found is None:
        found = engine.build(book.entries, catalogue=known, regime=shelf.cover.regime, sees=sees, insider=sight.signed_in)
    checkpoints.keep(found, book=book, lens=lens)
    _LAST.put((book.id, lens), made=(found, book.head.hash))
    haste.hasten(found)
    return found


def _nearest(book: Book, lens: str) -> engine.Cube | None:
    """Return the newest cube that lets through the same and knows no more than the book."""
    last: tuple[engine.Cube, str] | None = _LAST.find((book.id, lens))
    if last and 0 < last[0].number <= len(book.entries) and book.hashes[last[0].number - 1] == last[1]:
        return last[0]
    return checkpoints.nearest(book, lens=lens)


def _lens(shelf: Shelf, known: Catalogue, sight: Sight, frame: date) -> str:
    """Return in words what a cube lets through and on which axes: two of the same lens differ only in how much they know."""
    sight = _that_matters(shelf, sight)
    drafts = [(id, known.line_up(id, on=frame)) for id in sorted(known.bodies)] if sight.bodies else sorted(known.bodies)
    axes = [(one.id, one.reach.value, one.field) for _, one in sorted(known.indicators.items())]
    sees = sorted(sight.bodies), sorted(sight.fields), sight.all_fields, sight.signed_in
    return repr((shelf.cover.regime, sees, axes, drafts))


def _is_for_totals(visibility: str, indicator: Indicator | None) -> bool:
    """Whether a figure counts in totals for whoever signed in, whether or not its own row may be seen: that is the row's affair.

    A restricted figure does so only where the whole indicator is restricted, because there no row and no small total is shown.
    """
    if visibility == "restricted":
        return indicator is not None and indicator.reach is Reach.RESTRICTED
    return visibility == "accepted"


def _that_matters(shelf: Shelf, sight: Sight) -> Sight:
    """Return as much of the sight as makes a difference to the book's figures, so that readers alike share one cube."""
    among = _OFFERED.get((shelf.cover.id, shelf.book.head.hash, "visibilities"), make=lambda: _visibilities(shelf.book))
    sight = replace(sight, person="", ranks=False)
    if "draft" not in among:
        sight = replace(sight, bodies=frozenset())
    return sight if "restricted" in among else replace(sight, fields=frozenset(), all_fields=False)


def _visibilities(book: Book) -> frozenset[str]:
    return frozenset(entry.content.get("visibility", "accepted") for entry in book.figures())


def kept_pack(key: Key, *, make: Callable[[], briefing.Pack]) -> briefing.Pack:
    """Return the pack made for an equal question before, else make it."""
    found: briefing.Pack = _PACKS.get(key, make=make)
    return found


def kept_choices(key: Key, *, make: Callable[[], T]) -> T:
    """Return what was gathered for an equal question before, else gather it."""
    found: T = _OFFERED.get(key, make=make)
    return found


def archive(shelf: Shelf, *, words: bool = False) -> engine.Archive:
    """Return how the engine asks for citations and remarks: those of the book are looked up together, once for each version of it.

    Args:
        words: Whether the document's words at the place are told beside it: to whoever asks why, never on paper.
    """
    version = (shelf.cover.id, shelf.whole.head.hash, shelf.heads)
    cited: dict[str, str] = {}

    def cite(source: str) -> str:
        if source not in cited:
            sha256, _, place = source.partition("!")
            known = _WORDS.get((*version, "sources"), make=lambda: store.documents.citations(_documents(shelf.whole)))
            title = (known.get(sha256) or store.documents.find(sha256).source).words() or BLANKED
            quotes = _WORDS.get((*version, "quotes"), make=lambda: store.inbox.words_of(_documents(shelf.whole))) if words and place else {}
            said_there = quotes.get((sha256, place), "")
            quoted = f": “{said_there}”" if said_there else ""
            cited[source] = f"{title}, {Span('', place).words()}{quoted}" if place else title
        return cited[source]

    def remark(digest: str) -> str:
        known = _WORDS.get((*version, "texts"), make=lambda: store.texts.read_all(_texts(shelf.whole)))
        return (known[digest] if digest in known else store.texts.read(digest)) or ""

    return engine.Archive(cite, remark)


def _documents(book: Book) -> list[str]:
    """Return the digests of the documents that the book's entries cite, each once."""
    return list(dict.fromkeys(source.partition("!")[0] for entry in book.entries for source in entry.sources))


def _texts(book: Book) -> Iterator[str]:
    """Yield the digests of the remarks and free texts that the book's entries name."""
    for entry in book.entries:
        for name in ("note", *delivery.FREE_TEXT.get(entry.kind, ())):
            if digest := entry.content.get(name):
                yield digest
