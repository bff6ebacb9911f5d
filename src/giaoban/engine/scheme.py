"""What follows from a cube's axes and the catalogue alone, worked out once: adding rules, maps, status rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from giaoban.catalogue import Catalogue, Direction, Indicator, OverTime, StatusRule
from giaoban.cube import Array, Cube, Mask, Whole
from giaoban.engine.frame import Ground, survey
from giaoban.engine.rules import Rules, rules_of
from giaoban.engine.status import accumulates


@dataclass(frozen=True)
class Scheme:
    """The rules of every row and the maps of all days (sơ đồ tính).

    Args:
        rules: How each series adds up.
        ground: All maps, and the steps between them.
    """

    catalogue: Catalogue = field(repr=False)
    rules: Rules
    ground: Ground
    _facing: dict[tuple[Direction, ...], Mask] = field(default_factory=dict, repr=False)

    @cached_property
    def status(self) -> tuple[StatusRule | None, ...]:
        """The rule by which each row is judged."""
        known = {id: self.catalogue.rule_for(id) for id in {one.id for one in self.rules.indicators if one}}
        return tuple(known[one.id] if one else None for one in self.rules.indicators)

    @cached_property
    def steps(self) -> Array:
        """What a step of each row is worth in the base of its measure."""
        return np.array([float(one.step.factor) if one else np.nan for one in self.rules.indicators])

    @cached_property
    def measures(self) -> Array:
        """What one of each row's measure is worth in its base."""
        return np.array([float(one.measure.factor) if one else np.nan for one in self.rules.indicators])

    @cached_property
    def frequency(self) -> Whole:
        """Months between two reports of each row."""
        return np.array([one.frequency.months if one else 1 for one in self.rules.indicators], np.int64)

    @cached_property
    def percentages(self) -> Mask:
        """Rows that are percentages."""
        return np.array([bool(one and one.is_percentage) for one in self.rules.indicators], bool)

    @cached_property
    def voluntary(self) -> Mask:
        """Rows of voluntary contributions."""
        return np.array([bool(one and one.voluntary) for one in self.rules.indicators], bool)

    @cached_property
    def ratioless(self) -> Mask:
        """Rows of which no ratio to last year is said: percentages, and what never adds up over time."""
        never = [one is None or one.over_time is OverTime.NEVER for one in self.rules.indicators]
        return np.array(never, bool) | self.percentages

    @cached_property
    def levels(self) -> Mask:
        """Rows of levels: what was last reported stands."""
        return np.array([one is not None and one.over_time is OverTime.LAST for one in self.rules.indicators], bool)

    @cached_property
    def paces(self) -> tuple[tuple[tuple[Indicator, bool, StatusRule], ...], Whole]:
        """Each different way in which a pace is asked and judged, and which of them is each row's; -1 for none.

        A way is an indicator that goes it, whether it accumulates, and its status rule.
        """
        ways: dict[object, int] = {}
        found: list[tuple[Indicator, bool, StatusRule]] = []
        place = np.full(len(self.rules.indicators), -1, np.int64)
        for row, (one, rule) in enumerate(zip(self.rules.indicators, self.status, strict=True)):
            if one is None or rule is None:
                continue
            grows = accumulates(one, indicators=self.catalogue.indicators)
            place[row] = ways.setdefault((grows, one.phasing, rule.weak_below, rule.behind_below), len(found))
            if place[row] == len(found):
                found.append((one, grows, rule))
        return tuple(found), place

    def facing(self, *directions: Direction) -> Mask:
        """Return the rows for which these directions are better."""
        if directions not in self._facing:
            better = [one is not None and one.direction in directions for one in self.rules.indicators]
            self._facing[directions] = np.array(better, bool)
        return self._facing[directions]

    def applies(self, kinds: tuple[str, ...]) -> Mask:
        """Return to which bodies each row applies, by their kinds (row, body)."""
        never = [one.not_for if one else frozenset[str]() for one in self.rules.indicators]
        by_rule = {some: np.array([kind not in some for kind in kinds], bool) for some in set(never)}
        return np.stack([by_rule[some] for some in never]) if never else np.zeros((0, len(kinds)), bool)


def scheme_of(cube: Cube, *, catalogue: Catalogue) -> Scheme:
    """Return the scheme of a cube, kept with its axes."""
    key = "scheme", id(catalogue)
    found: Scheme | None = cube.kept.get(key)
    if found is None:
        found = cube.kept[key] = Scheme(catalogue, rules_of(cube, catalogue=catalogue), _ground(cube, catalogue))
    return found


def _ground(cube: Cube, catalogue: Catalogue) -> Ground:
    """Return the maps over the cube's bodies; of an excerpt, cut out of those of the whole."""
    if cube.cut_from is None:
        key = "ground", id(catalogue)
        if key not in cube.kept:
            cube.kept[key] = catalogue, survey(catalogue, column=cube.column)
        ground: Ground = cube.kept[key][1]
        return ground
    whole, columns = cube.cut_from
    found = _ground(whole, catalogue)
    return found if len(columns) == len(whole.bodies) else found.narrowed(columns, column=cube.column)
