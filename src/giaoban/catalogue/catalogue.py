"""The frozen whole of what there is, for a day: everything above is handed one.

Indicators, rules, regimes and lists are those in force on the day; bodies and
events are all that are known, because an old board may be drawn on a newer
map and a newer one on an old map.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

from giaoban.catalogue.body import Body, Event, Nature
from giaoban.catalogue.calendar import Regime
from giaoban.catalogue.definition import Definition
from giaoban.catalogue.indicator import Indicator
from giaoban.catalogue.rule import Authority, ForecastRule, Group, RankingRule, StatusRule
from giaoban.catalogue.synonym import Synonym
from giaoban.values import Scale

Known = tuple[Definition, Any]
R = TypeVar("R", StatusRule, RankingRule, ForecastRule)


@dataclass(frozen=True)
class Catalogue:
    """Who, what and by which rule, for a day (danh mục).

    Args:
        on: The day whose indicators, rules and lists these are.
        bodies: All versions of each body, oldest first.
        events: All known changes of the map, oldest first.
        defined: Definition in force behind each (kind, id), for citing it.
    """

    on: date
    regimes: Mapping[str, Regime] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    authorities: Mapping[str, Authority] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    rules: Mapping[str, StatusRule] = field(default_factory=dict)
    rankings: Mapping[str, RankingRule] = field(default_factory=dict)
    forecasts: Mapping[str, ForecastRule] = field(default_factory=dict)
    synonyms: Mapping[str, Synonym] = field(default_factory=dict)
    bodies: Mapping[str, tuple[Body, ...]] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    defined: Mapping[tuple[str, str], Definition] = field(default_factory=dict)

    def body(self, id: str, *, on: date) -> Body | None:
        """Return the body as it is on the day; None where it does not exist then."""
        return next((body for body in self.bodies.get(id, ()) if body.holds_on(on)), None)

    def latest(self, id: str) -> Body | None:
        """Return the body's last known attributes, whether or not it still exists."""
        versions = self.bodies.get(id, ())
        return versions[-1] if versions else None

    def standing_on(self, day: date) -> tuple[Body, ...]:
        """Return every body that exists on the day, by id."""
        return tuple(body for id in sorted(self.bodies) if (body := self.body(id, on=day)))

    def children(self, id: str, *, on: date) -> tuple[Body, ...]:
        """Return the areas that roll up into the body on the day, by code, then id."""
        found = [body for body in self._areas(on) if body.parent == id]
        return tuple(sorted(found, key=lambda body: (body.code, body.id)))

    def _areas(self, on: date) -> tuple[Body, ...]:
        if on not in self._areas_by_day:
            self._areas_by_day[on] = tuple(body for body in self.standing_on(on) if body.nature is Nature.AREA)
        return self._areas_by_day[on]

    @cached_property
    def _areas_by_day(self) -> dict[date, tuple[Body, ...]]:
        return {}

    def line_up(self, id: str, *, on: date) -> tuple[str, ...]:
        """Return the body and those above it on the day, nearest first; an organisation stands under its area."""
        found: list[str] = []
        while id and id not in found:
            found.append(id)
            body = self.body(id, on=on) or self.latest(id)
            id = (body.of_area if body.nature is Nature.ORGANISATION and body.of_area else body.parent) if body else ""
        return tuple(found)

    def is_under(self, *, on: date) -> Callable[[str, frozenset[str]], bool]:
        """Return a test whether a body is, or lies under, one of some bodies on the day."""
        return lambda id, roots: not roots.isdisjoint(self.line_up(id, on=on))

    def rule_for(self, indicator: str) -> StatusRule | None:
        """Return the status rule of the indicator: its own, else the general one."""
        return _fitting(self.rules, indicator)

    def ranking_for(self, indicator: str) -> RankingRule | None:
        """Return the issued rule by which units are ranked by the indicator: its own, else the general one."""
        return _fitting(self.rankings, indicator)

    def forecast_for(self, indicator: str) -> ForecastRule | None:
        """Return the rule by which forecasts of the indicator are shown: its own, else the general one."""
        return _fitting(self.forecasts, indicator)

    def authority_words(self, id: str) -> str:
        """Return how a column names the plan of the authority."""
        found = self.authorities.get(id)
        return found.words if found else ("chưa rõ kế hoạch nào" if id == "unnamed" else id)


def build(known: Iterable[Known], *, on: date) -> Catalogue:
    """Return the catalogue for a day.

    Args:
        known: Definitions with their typed things, in the order they were recorded; a later one of the
            same kind, id and `since` takes the earlier one's place, and so does any later one of an event,
            which happened on one day only.
        on: Day whose indicators, rules and lists are wanted.
    """
    latest: dict[str, Known] = {}
    events: dict[str, Event] = {}
    for definition, thing in known:
        latest[definition.key] = (definition, thing)
        if isinstance(thing, Event):
            events[thing.id] = thing
    families: dict[tuple[str, str], list[Known]] = {}
    for pair in latest.values():
        families.setdefault((pair[0].kind, pair[0].id), []).append(pair)
    in_force: dict[str, dict[str, Any]] = {}
    bodies: dict[str, tuple[Body, ...]] = {}
    defined: dict[tuple[str, str], Definition] = {}
    for (kind, id), family in sorted(families.items()):
        family.sort(key=lambda pair: pair[0].since)
        if kind == "body":
            bodies[id] = _succeeding([thing for _, thing in family])
        held = next((pair for pair in reversed(family) if pair[0].since <= on), None)
        if held and not _ended(held[0], on):
            defined[kind, id] = held[0]
            in_force.setdefault(kind, {})[id] = held[1]
    return Catalogue(
        on=on,
        regimes=in_force.get("regime", {}),
        scales=in_force.get("scale", {}),
        groups=in_force.get("group", {}),
        authorities=in_force.get("authority", {}),
        indicators=in_force.get("indicator", {}),
        rules=in_force.get("status-rule", {}),
        rankings=in_force.get("ranking-rule", {}),
        forecasts=in_force.get("forecast-rule", {}),
        synonyms=in_force.get("synonym", {}),
        bodies=bodies,
        events=tuple(sorted(events.values(), key=lambda event: (event.on, event.id))),
        defined=defined,
    )


def _fitting(rules: Mapping[str, R], indicator: str) -> R | None:
    general = None
    for id in sorted(rules):
        rule = rules[id]
        if indicator in rule.indicators:
            return rule
        if not rule.indicators:
            general = general or rule
    return general


def _ended(definition: Definition, on: date) -> bool:
    return definition.until is not None and definition.until <= on


def _succeeding(versions: list[Body]) -> tuple[Body, ...]:
    """Return the versions, each ending at the latest where the next begins."""
    cut = [
        replace(earlier, until=later.since) if earlier.until is None or earlier.until > later.since else earlier
        for earlier, later in pairwise(versions)
    ]
    return (*cut, *versions[-1:])
