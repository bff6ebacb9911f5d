"""What changed on a board between two instants, row by row, and by which entries?

Both boards are asked the same question, for the same day: what the mere passing
of days does to a deadline is no change. A difference is traced to the entries
that one board rests on and the other does not: newly come, updated, corrected,
withdrawn, a plan given or adjusted; else to the rule, the definition or the
map that became known in between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from giaoban.catalogue import Direction
from giaoban.cube import Series
from giaoban.engine.board import Board, PlanShare, Row, plain
from giaoban.engine.remarks import CORRECTED, PLACE, UPDATED
from giaoban.engine.rows import RowMaker
from giaoban.engine.states import DOES_NOT_APPLY, KNOWN
from giaoban.engine.status import Level
from giaoban.ledger import Cell, Entry, notation
from giaoban.ledger.figures import WHOLE

ARRIVED, WITHDRAWN, PLANNED, STATED, JUDGED, OTHERWISE = "arrived", "withdrawn", "planned", "stated", "graded", "otherwise"
RULE, MAP, DEFINITION, HIDDEN = "rule", "map", "definition", "hidden"
ORDER = (CORRECTED, WITHDRAWN, UPDATED, PLANNED, RULE, MAP, DEFINITION, STATED, JUDGED, ARRIVED, OTHERWISE, HIDDEN)
MOST = 8  # reasons of one row that are told one by one; all of them are counted
BY_KIND = {"Target": PLANNED, "Stated": STATED, "Grade": JUDGED}


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing about a row that became another (điểm thay đổi).

    Args:
        what: `value`, `to_date`, `same_period`, `target` (with its giver in `of`), `state`, `quality`, `status`, `stated`.
        before, after: Numbers in the row's measure, or words; None where there was or is nothing.
    """

    what: str
    before: float | str | None
    after: float | str | None
    of: str = ""

    def data(self) -> dict[str, Any]:
        """Return the turn as data."""
        return {"what": self.what, "of": self.of or None, "before": _plain(self.before), "after": _plain(self.after)}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row changed: one entry, or what became known of rules and maps (lý do thay đổi).

    Args:
        kind: One of `ORDER`.
        entry: Number of the entry; 0 where there is none to name.
        body, body_name, period: What the entry is of; empty for rules and maps.
        before, after: As printed, before and now; empty where there is none.
        recorded_at: When the entry was recorded; empty without one.
        sources: Citations of its documents.
    """

    kind: str
    entry: int = 0
    body: str = ""
    body_name: str = ""
    period: str = ""
    before: str = ""
    after: str = ""
    recorded_at: str = ""
    sources: tuple[str, ...] = ()

    def data(self) -> dict[str, Any]:
        """Return the reason as data."""
        return {
            "kind": self.kind, "entry": self.entry or None, "body": self.body or None, "body_name": self.body_name or None,
            "period": self.period or None, "before": self.before or None, "after": self.after or None,
            "recorded_at": self.recorded_at or None, "sources": list(self.sources),
        }  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One row of a board that is not what it was (thay đổi so với bản trước).

    Args:
        turns: What is different, figures first.
        reasons: Why, the gravest first; of very many the first.
        counts: How many reasons there are, by kind.
    """

    series: Series
    name: str
    body: str
    body_name: str
    measure: str
    direction: Direction
    turns: tuple[Turn, ...]
    reasons: tuple[Reason, ...]
    counts: Mapping[str, int]

    @property
    def is_news(self) -> bool:
        """Whether all that happened is that something came which was not there before."""
        return set(self.counts) <= {ARRIVED, STATED, JUDGED}

    def data(self) -> dict[str, Any]:
        """Return the change as data."""
        return {
            "indicator": self.series.indicator, "part": None if self.series.part == WHOLE else self.series.part, "name": self.name,
            "body": self.body, "body_name": self.body_name, "measure": self.measure, "turns": [one.data() for one in self.turns],
            "reasons": [one.data() for one in self.reasons], "counts": {kind: self.counts[kind] for kind in ORDER if kind in self.counts},
        }  # fmt: skip


@dataclass(frozen=True)
class Changes:
    """Everything that became different on a board between two instants (thay đổi giữa hai thời điểm).

    Args:
        then, now: The boards at both instants.
        changes: In the order of the board's rows.
    """

    then: Board
    now: Board
    changes: tuple[Change, ...]

    def data(self) -> dict[str, Any]:
        """Return all changes as data."""
        now = self.now
        return {
            "book": now.book, "body": now.body, "body_name": now.body_name, "period": now.period, "period_words": now.period_words,
            "regime": now.regime, "on": now.on.isoformat(), "frame": now.frame.isoformat(), "made": now.made, "hidden": now.hidden,
            "since": {"as_known": self.then.as_known, "entry": {"number": self.then.number, "hash": self.then.hash}},
            "until": {"as_known": now.as_known, "entry": {"number": now.number, "hash": now.hash}},
            "changes": [one.data() for one in self.changes],
        }  # fmt: skip


def changes(now: Board, *, then: Board, made_by: RowMaker, made_then: RowMaker) -> Changes:
    """Return what is different on the later board, and why.

    Args:
        now, then: Answers to one question, for one day, as known at the later and at the earlier instant.
        made_by, made_then: What made their rows.
    """
    old = {(row.series, row.body): row for row in then.rows}
    rows = {(row.series, row.body): row for row in now.rows}
    withdrawn = {entry.key: entry for entry in _between(made_by, made_then) if entry.kind == "Withdrawal"}
    found = []
    for place in dict.fromkeys([*rows, *old]):
        turns = tuple(_turns(old.get(place), rows.get(place)))
        if turns:
            found.append(_change(rows.get(place) or old[place], turns, _Side(made_by, made_then, withdrawn)))
    return Changes(then, now, tuple(found))


def _between(made_by: RowMaker, made_then: RowMaker) -> Sequence[Entry]:
    return made_by.cube.entries[made_then.cube.number :]


# ---------------------------------------------------------------- what is different


def _turns(old: Row | None, new: Row | None) -> Iterator[Turn]:
    """Yield what is different between two rows of one place; a row of which nothing is known is none."""
    before, after = _told(old), _told(new)
    for key in dict.fromkeys([*after, *before]):
        if before.get(key) != after.get(key):
            yield Turn(key[0], before.get(key), after.get(key), key[1])


def _told(row: Row | None) -> dict[tuple[str, str], float | str | None]:
    if row is None:
        return {}
    told: dict[tuple[str, str], float | str | None] = {("value", ""): row.value}
    if row.to_date != row.value:
        told["to_date", ""] = row.to_date
    told |= {("target", _giver(one)): one.value for one in row.targets}
    told["same_period", ""] = row.same_period.value
    told |= {("stated", f"{one.relation} {one.words}".strip()): one.printed for one in row.stated}
    told["quality", ""] = row.quality
    told["state", ""] = row.state if row.state == DOES_NOT_APPLY else None
    is_graded = row.value is None and row.state == KNOWN
    told["status", ""] = row.status.word if is_graded or row.status.level is not Level.NONE else None
    return {key: value for key, value in told.items() if value is not None}


def _giver(plan: PlanShare) -> str:
    return f"{plan.words} {plan.plan_period}"


# ---------------------------------------------------------------- why


@dataclass(frozen=True)
class _Side:
    """What both boards rest on."""

    now: RowMaker
    then: RowMaker
    withdrawn: Mapping[str, Entry]

    def uses(self, maker: RowMaker, series: Series, body: str) -> dict[tuple[str, str], int]:
        """Return the entries that a row rests on, by kind and key."""
        if series not in maker.cube.row or body not in maker.cube.column or series.indicator not in maker.catalogue.indicators:
            return {}
        spot, window = maker.spot(series, body=body), maker.question.window
        windows = dict.fromkeys((window, window.to_date(), maker.before))
        numbers = [use.entry for one in windows for use in maker.answer(spot, window=one).because]
        numbers += [one.entry for one in spot.facts]
        return {(entry.kind, entry.key): entry.number for entry in (maker.cube.entries[number - 1] for number in numbers)}


def _change(row: Row, turns: tuple[Turn, ...], side: _Side) -> Change:
    found = sorted(_reasons(row, side), key=lambda one: (ORDER.index(one.kind), -one.entry))
    counts = Counter(one.kind for one in found)
    indicator = side.now.catalogue.indicators.get(row.series.indicator)
    direction = indicator.direction if indicator else Direction.NONE
    return Change(row.series, row.name, row.body, row.body_name, row.measure, direction, turns, tuple(found[:MOST]), counts)


def _reasons(row: Row, side: _Side) -> list[Reason]:
    """Return every reason; that something may not be seen, to whoever sees no single figures."""
    indicator = side.now.catalogue.indicators.get(row.series.indicator)
    if indicator is not None and not side.now.sight.sees_field(indicator):
        return [Reason(HIDDEN)]
    now, then = side.uses(side.now, row.series, row.body), side.uses(side.then, row.series, row.body)
    found = list(_of_entries(side, now, then))
    found += _of_the_catalogue(side, row)
    return found or [Reason(OTHERWISE)]


def _of_entries(side: _Side, now: Mapping[tuple[str, str], int], then: Mapping[tuple[str, str], int]) -> Iterator[Reason]:
    for key, number in now.items():
        earlier = then.get(key) or _adjusted(key, then)
        if earlier != number and number > side.then.cube.number:
            yield _of_entry(side, side.now.cube.entries[number - 1], earlier)
    for key, number in then.items():
        taken = None if key in now else side.withdrawn.get(":".join(key))
        if taken is not None:
            yield _reason(side, WITHDRAWN, taken, of=side.then.cube.entries[number - 1], before=_printed(side, number), after="")


def _adjusted(key: tuple[str, str], then: Mapping[tuple[str, str], int]) -> int | None:
    """Return the entry of the version of a plan before this one; None where there was none, and for what is no plan."""
    plan = key[1].rpartition("/")[0]
    versions = (number for (kind, text), number in then.items() if kind == "Target" and text.rpartition("/")[0] == plan)
    return max(versions, default=None) if key[0] == "Target" else None


def _of_entry(side: _Side, entry: Entry, earlier: int | None) -> Reason:
    before = _printed(side, earlier) if earlier else ""
    kind = BY_KIND.get(entry.kind, ARRIVED)
    if entry.kind == "Figure" and earlier:
        was = side.now.cube.entries[earlier - 1].content["quality"]
        kind = UPDATED if PLACE[was] < PLACE[entry.content["quality"]] else CORRECTED
    return _reason(side, kind, entry, of=entry, before=before, after=_printed(side, entry.number))


def _reason(side: _Side, kind: str, entry: Entry, *, of: Entry, before: str, after: str) -> Reason:
    cell = Cell.of(of.key)
    body = side.now.catalogue.latest(cell.body)
    return Reason(
        kind=kind, entry=entry.number, body=cell.body, body_name=body.name if body else cell.body, period=cell.period, before=before,
        after=after, recorded_at=notation.write_instant(entry.recorded_at),
        sources=tuple(filter(None, map(side.now.archive.cite, entry.sources))),
    )  # fmt: skip


def _printed(side: _Side, number: int) -> str:
    entry = side.now.cube.entries[number - 1]
    if entry.kind == "Grade":
        scale = side.now.catalogue.scales.get(entry.content["scale"])
        return scale.word(entry.content["word"]).words if scale else entry.content["word"]
    return entry.content["printed"]


def _of_the_catalogue(side: _Side, row: Row) -> Iterable[Reason]:
    """Yield what became known of the rule, the indicator and the map; the map only where the ground of the row changed hands."""
    old, new, id = side.then.catalogue, side.now.catalogue, row.series.indicator
    if old.rule_for(id) != new.rule_for(id):
        yield _defined(side, RULE, ("status-rule/",))
    if id in old.indicators and old.indicators[id] != new.indicators.get(id):
        yield _defined(side, DEFINITION, (f"indicator/{id}/",))
    if old.events != new.events or old.bodies.get(row.body) != new.bodies.get(row.body):
        yield _defined(side, MAP, ("event/", f"body/{row.body}/"))


def _defined(side: _Side, kind: str, begins: tuple[str, ...]) -> Reason:
    """Return the reason with the last entry of the later book whose key begins so and that the earlier did not have."""
    for entry in reversed(_between(side.now, side.then)):
        if entry.kind == "Definition" and entry.key.startswith(begins):
            cited = tuple(filter(None, map(side.now.archive.cite, entry.sources)))
            return Reason(kind, entry.number, recorded_at=notation.write_instant(entry.recorded_at), sources=cited)
    return Reason(kind)


def _plain(value: float | str | None) -> float | str | None:
    return value if isinstance(value, str) else plain(value)
