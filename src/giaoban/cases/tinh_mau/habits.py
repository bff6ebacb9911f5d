"""How the bodies of a case report: who owes what, who estimates first, and what stands out by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from giaoban.catalogue.calendar import PeriodKind

Named = Mapping[tuple[str, str, str], int]


@dataclass(frozen=True)
class Habits:
    """How bodies report.

    Args:
        regime: Id of the regime whose periods are meant.
        kinds: Kinds of periods that it has; a place says its year only in these.
        duties: Ids of the series that each place reports, by place.
        estimators: Places that first send an estimate of money at a quarter's end.
        not_applicable: Series and place where the body says that it does not apply.
        lacking: Figures that never come, by series, place and period.
        misstated: Thousandths of the right number that nobody corrects, by series, place and period.
        mended: Thousandths of the right number that is first said and then corrected, by series, place and period.
        said_again: The year so far said once more, in thousandths, by series, place and last month ("2026-03").
        parts_off: Thousandths of the last part, by series, place and period.
        to_a_day: Figures to a day: series, place and day ("2026-03-20").
        only_in: Years of series that are reported in some years only.
        low_plans: Thousandths of an ordinary plan, by series, place and year.
    """

    regime: str
    kinds: frozenset[PeriodKind]
    duties: Mapping[str, frozenset[str]]
    estimators: frozenset[str] = frozenset()
    not_applicable: frozenset[tuple[str, str]] = frozenset()
    lacking: frozenset[tuple[str, str, str]] = frozenset()
    misstated: Named = field(default_factory=dict)
    mended: Named = field(default_factory=dict)
    said_again: Named = field(default_factory=dict)
    parts_off: Named = field(default_factory=dict)
    to_a_day: tuple[tuple[str, str, str], ...] = ()
    only_in: Mapping[str, frozenset[int]] = field(default_factory=dict)
    low_plans: Mapping[tuple[str, str, int], int] = field(default_factory=dict)
