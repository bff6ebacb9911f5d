"""What of a case does the book not say yet?

Loaded as a history, every version of an item counts, each at its instant.
Otherwise only the last word on each place counts, against what stands now.
A text or document that was blanked agrees with anything: to load the old files
again does not bring it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from giaoban import store
from giaoban.flow.loading.items import KINDS, Item, Place, free_texts
from giaoban.flow.loading.problems import NothingToWithdraw
from giaoban.ledger import Book, Entry
from giaoban.values import Problem

FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Held:
    """What a book holds already.

    Args:
        book: As it is now; None where it is still to be opened.
    """

    book: Book | None

    @cached_property
    def standing(self) -> Mapping[Place, Entry]:
        """The last entry of each place that has not been withdrawn."""
        return self.book.standing(*KINDS) if self.book else {}

    @cached_property
    def ever(self) -> Mapping[tuple[str, str], Sequence[Entry]]:
        """Every entry by kind and key, withdrawals under their own."""
        found: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.book.of_kind(*KINDS, "Withdrawal") if self.book else ():
            found.setdefault((entry.kind, entry.key), []).append(entry)
        return found

    def is_new_now(self, item: Item) -> bool:
        """Whether the item differs from what stands now."""
        standing = self.standing.get(item.place)
        if item.takes_back:
            return standing is not None
        return standing is None or not self._agrees(standing, item)

    def is_new_then(self, item: Item) -> bool:
        """Whether nothing like the item was recorded for its instant; for any, where it gives none."""
        versions = self.ever.get((item.draft.kind, item.draft.key), ())
        at_once = (entry for entry in versions if item.known_at is None or entry.recorded_at == item.known_at)
        return not any(self._agrees(entry, item) for entry in at_once)

    def _agrees(self, entry: Entry, item: Item) -> bool:
        free = free_texts(entry.kind)
        said = {name: value for name, value in entry.content.items() if value and name not in free}
        if said != {name: value for name, value in item.draft.content.items() if value and name not in free}:
            return False
        told = (self._tells(entry.content.get(name, ""), item.told.get(name, "")) for name in free)
        return all(told) and (entry.sources == item.cited or self._is_blanked(entry.sources))

    def _tells(self, digest: str, text: str) -> bool:
        return not text if not digest else self._texts.get(digest, "") in (text, None)

    @cached_property
    def _texts(self) -> Mapping[str, str | None]:
        entries = (entry for versions in self.ever.values() for entry in versions)
        return store.texts.read_all(digest for entry in entries for name in free_texts(entry.kind) if (digest := entry.content.get(name)))

    def _is_blanked(self, sources: Sequence[str]) -> bool:
        return any(store.documents.find(source.partition("!")[0]).blanked for source in sources)


def of_history(items: Iterable[Item], *, held: Held) -> list[Item]:
    """Return the items that a reloaded history adds, in the order in which they were known; those without an instant first."""
    return sorted(filter(held.is_new_then, items), key=lambda item: item.known_at or FIRST)


def of_now(items: Iterable[Item], *, held: Held) -> list[Item]:
    """Return the items that differ from what stands now: of each place the last word, which without an instant is today's."""
    last = {item.place: item for item in sorted(items, key=lambda item: item.known_at or LAST)}
    return sorted(filter(held.is_new_now, last.values()), key=lambda item: item.draft.kind != "Definition")


def unfounded(items: Sequence[Item], *, held: Held, in_history: bool) -> list[Problem]:
    """Return a problem for each withdrawal of what does not stand.

    Args:
        items: All of the case where they are loaded as of now; of a history the new ones, in order.
        in_history: Whether each is judged at its own instant.
    """
    wrong: list[Item] = []
    if in_history:
        standing = set(held.standing)
        for item in items:
            if not item.takes_back:
                standing.add(item.place)
            elif item.place in standing:
                standing.remove(item.place)
            else:
                wrong.append(item)
    else:
        said = {item.place for item in items if not item.takes_back}
        wrong = [item for item in items if item.takes_back and item.place not in said and item.place not in held.ever]
    return [NothingToWithdraw(item.where, *item.place) for item in wrong]
