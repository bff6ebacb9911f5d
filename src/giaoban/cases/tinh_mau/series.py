"""One indicator as the generator sees it: its size, season and grain, and how its numbers are printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from giaoban.cases.tinh_mau.levels import EVEN, LEVELS, MONEY, SEASONS, SHARES, is_rate, usual_level, usual_rate
from giaoban.cases.tinh_mau.place import Place
from giaoban.catalogue.indicator import Direction, Indicator, OverBodies, OverTime, Reach
from giaoban.catalogue.loading import Read
from giaoban.values import vietnamese

FINEST = {"tỷ đồng": 3, "triệu đồng": 1, "nghìn đồng": 0}
DECIMALS = 2
ROOM = 20  # lines of a table before the next begins


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator, ready to be made up.

    Args:
        first: Running number of the month in which it is first defined.
        level: Size for an average unit in 2021, in steps.
        shift: Decimal places between the step and the measure; None where they do not fit, then steps are printed as they are.
        grain: Steps in the last place that is printed.
        rate: Whether a larger body has no larger figure.
        share_of, share: Id of the indicator that it is a part of, and how many thousandths; empty and 0 for others.
        less: Whether it shrinks over the years.
        place: Sheet and cell in a report.
    """

    indicator: Indicator
    first: int
    level: int
    shift: int | None
    grain: int
    rate: bool
    season: tuple[int, ...]
    share_of: str
    share: int
    less: bool
    place: str

    @property
    def id(self) -> str:
        """Id of the indicator."""
        return self.indicator.id

    @property
    def flow(self) -> bool:
        """Whether months add up to the year."""
        return self.indicator.over_time is OverTime.SUM

    @property
    def money(self) -> bool:
        """Whether it is an amount of money that closes late: estimated first."""
        return self.flow and self.indicator.measure.dimension == MONEY and not (self.indicator.voluntary or self.indicator.parts)

    @property
    def top(self) -> int | None:
        """The most it can be, in steps: a hundred per cent, the criteria there are; None where nothing bounds it."""
        indicator = self.indicator
        if indicator.over_bodies is OverBodies.COUNT and indicator.meets is not None:
            return int(indicator.step.count(indicator.meets, measure=indicator.measure))
        return int(indicator.step.count(Decimal(100), measure=indicator.measure)) if indicator.is_percentage else None

    @property
    def visibility(self) -> str:
        """Who sees its figures."""
        return "restricted" if self.indicator.reach is Reach.RESTRICTED else "accepted"

    def applies_to(self, place: Place, *, month: int) -> bool:
        """Whether the place can report it in the month."""
        return self.first <= month and place.kind_in(month) not in self.indicator.not_for

    def printed(self, steps: int) -> str:
        """Return the amount as it stands in a table, with its measure."""
        if self.shift is None:
            step = self.indicator.step
            return f"{vietnamese.write_number(steps * step.size)} {step.measure.label}"
        label = self.indicator.measure.label
        if not self.shift:
            return f"{steps:,} {label}".replace(",", ".")
        whole, rest = divmod(abs(steps), 10**self.shift)
        sign = "-" if steps < 0 else ""
        tail = f"{rest:0{self.shift}d}".rstrip("0")
        said = f"{sign}{whole:,}".replace(",", ".")
        return f"{said},{tail} {label}" if tail else f"{said} {label}"


def all_series(reads: Iterable[Read]) -> tuple[tuple[Series, ...], tuple[Series, ...]]:
    """Return the series that bodies report as numbers, and the ratios, which have plans but no figures; in the order of a report.

    A ratio is computed of its parts, so nobody reports it; what is judged in words is neither.
    """
    known: dict[str, Indicator] = {}
    first: dict[str, int] = {}
    for read in reads:
        if isinstance(read.thing, Indicator):
            since = read.definition.since
            known[read.thing.id] = read.thing
            first[read.thing.id] = min(first.get(read.thing.id, 10**6), since.year * 12 + since.month - 1)
    shares = _shares(known)
    ordered = sorted((one for one in known.values() if not one.scale), key=lambda one: (one.order, one.id))
    found = [_series(one, first[one.id], shares, row) for row, one in enumerate(ordered)]
    return (
        tuple(one for one in found if one.indicator.over_bodies is not OverBodies.RATIO),
        tuple(one for one in found if one.indicator.over_bodies is OverBodies.RATIO),
    )


def _shares(known: Mapping[str, Indicator]) -> dict[str, tuple[str, int, bool]]:
    """Return for each part of something else the whole, the thousandths and whether less is better."""
    found = {part: (whole, share, False) for part, (whole, share) in SHARES.items() if whole in known}
    for id in sorted(known):
        ratio = known[id]
        if ratio.over_bodies is OverBodies.RATIO and ratio.is_percentage and ratio.numerator != ratio.denominator:
            found.setdefault(ratio.numerator, (ratio.denominator, usual_rate(ratio), ratio.direction is Direction.LESS))
    return {part: share for part, share in found.items() if _fit(part, share[0], known) and not _circle(part, found)}


def _fit(part: str, whole: str, known: Mapping[str, Indicator]) -> bool:
    if part not in known or whole not in known or known[whole].over_bodies is OverBodies.RATIO or known[whole].scale:
        return False
    return known[part].step.measure.dimension == known[whole].step.measure.dimension or _counts_alike(known[part], known[whole])


def _counts_alike(part: Indicator, whole: Indicator) -> bool:
    """Whether both count things one by one under different names: children and births, households and people."""
    return part.step.factor == whole.step.factor == 1 and MONEY not in (part.measure.dimension, whole.measure.dimension)


def _circle(part: str, shares: Mapping[str, tuple[str, int, bool]]) -> bool:
    seen, at = {part}, part
    while at in shares:
        at = shares[at][0]
        if at in seen:
            return True
        seen.add(at)
    return False


def _series(indicator: Indicator, first: int, shares: Mapping[str, tuple[str, int, bool]], row: int) -> Series:
    steps_in_measure = indicator.measure.factor / indicator.step.factor
    shift = next((n for n in range(19) if steps_in_measure == 10**n), None)
    shown = FINEST.get(indicator.measure.label, DECIMALS)
    grain = 10 ** max(0, (shift or 0) - shown)
    share_of, share, less = shares.get(indicator.id, ("", 0, indicator.direction is Direction.LESS))
    table, line = divmod(row, ROOM)
    return Series(
        indicator, first, _level(indicator), shift, grain, is_rate(indicator), _season(indicator), share_of, share, less,
        f"Biểu {table + 1:02d}!E{line + 8}",
    )  # fmt: skip


def _level(indicator: Indicator) -> int:
    said = LEVELS.get(indicator.id)
    if said:
        value, measure = vietnamese.read_quantity(said)
        if measure.dimension == indicator.measure.dimension:
            return int(indicator.step.count(value, measure=measure))
        if measure.factor == indicator.measure.factor == indicator.step.factor == 1:  # counted one by one, under another name
            return int(value)
    return max(1, int(indicator.step.count(Decimal(usual_level(indicator)), measure=indicator.measure)))


def _season(indicator: Indicator) -> tuple[int, ...]:
    if indicator.id in SEASONS:
        return SEASONS[indicator.id]
    if not indicator.phasing:
        return EVEN
    done = (Decimal(0), *indicator.phasing)
    quarters = [int((done[n + 1] - done[n]) * 999) for n in range(4)]
    return tuple(quarters[month // 3] // 3 for month in range(12))
