"""How probable is it that a level is reached by a day, judged by how earlier years went on from here?

A closed-form empirical-Bayes Student-t on log progress. For each series the
years before say by which factor it went on from today's month to the goal; the
mean of its own years is shrunk to that of its siblings, as far as the siblings
agree; today's pace (against last year's) corrects it as far as it did so
before. What all siblings share in one year (a flood, a budget) widens the
forecast and is not mistaken for many independent years.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from giaoban.cube import Array

Groups = NDArray[np.int64]
NARROWEST = 0.01  # of log progress: nobody is surer than a hundredth
SLOPES = (-1.5, 0.5)  # -1: what is still to come does not depend on what was done
WEAK = 4.0  # as many pairs as the slope needs to count half


@dataclass(frozen=True)
class Past:
    """How series stood in earlier years.

    Shapes are (series, year), oldest year first, the last one being the year before the one asked about; NaN where
    nothing is known, 0 or less where there is no progress to speak of.

    Args:
        now: The year so far at the month of the year that is today's.
        then: The same at the day of the goal.
        group: Siblings bear the same number, from 0; one for each series.
    """

    now: Array
    then: Array
    group: Groups

    def before(self, year: int) -> Past:
        """Return what was known before the year of that place."""
        return Past(self.now[:, :year], self.then[:, :year], self.group)


@dataclass(frozen=True)
class Spread:
    """What the end may be, for each series: log of the level is Student-t (phân phối dự báo); NaN where nothing can be said.

    Args:
        middle: Log of the level that is as likely passed as not.
        width: Scale of the Student-t.
        freedom: Its degrees of freedom.
        years: How many earlier years of its own each rests on.
    """

    middle: Array
    width: Array
    freedom: Array
    years: NDArray[np.int64]

    def above(self, goal: Array) -> Array:
        """Return the probability that each series ends at its goal or above."""
        from scipy.special import stdtr

        with np.errstate(invalid="ignore", divide="ignore"):
            found: Array = stdtr(self.freedom, (self.middle - np.log(goal)) / self.width)
        return np.where(goal <= 0, np.where(np.isnan(self.middle), np.nan, 1.0), found)

    def quantile(self, share: float) -> Array:
        """Return the level that each series stays below with that probability."""
        from scipy.special import stdtrit

        found: Array = np.exp(self.middle + self.width * stdtrit(self.freedom, share))
        return found


def spread(past: Past, *, today: Array) -> Spread:
    """Return what the end may be of series that stand where they stand today.

    Args:
        today: The year so far of each series; NaN or 0 where it cannot be said.

    Returns:
        NaN where a group has not two observations in earlier years.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        progress, pace = _logged(past.then) - _logged(past.now), np.diff(_logged(past.now), axis=1, prepend=np.nan)
        this = _logged(today) - (_logged(past.now[:, -1]) if past.now.shape[1] else np.nan)
        known = np.isfinite(progress)
        pace = np.where(known & np.isfinite(pace), pace, np.nan)
        slope, usual = _slope(progress, pace, past.group)
        mended = progress - np.nan_to_num(slope[past.group, None] * (pace - usual[past.group, None]))
        own, width, freedom = _shrunk(np.where(known, mended, np.nan), past.group)
        ahead = np.nan_to_num(slope[past.group] * (this - usual[past.group]))
        middle = _logged(today) + own + ahead
    return Spread(middle, np.where(np.isfinite(middle), width, np.nan), freedom, known.sum(axis=1))


def _logged(values: Array) -> Array:
    return np.log(np.where(values > 0, values, np.nan))


def _sums(values: Array, group: Groups, size: int) -> Array:
    """Return the sums of the groups over series and years, nothing for what is not known."""
    each = np.nan_to_num(values) if values.ndim == 1 else np.nansum(values, axis=1)
    return np.bincount(group, weights=each, minlength=size).astype(np.float64)


def _over(top: Array, bottom: Array, *, else_: float = 0.0) -> Array:
    """Return a quotient, and something else where there is nothing to divide by."""
    found: Array = np.divide(top, bottom, out=np.full(np.shape(top), else_), where=bottom > 0)
    return found


def _mean_over_years(values: Array) -> tuple[Array, Array]:
    count = np.isfinite(values).sum(axis=1).astype(np.float64)
    return _over(np.nansum(values, axis=1), count, else_=np.nan), count


def _slope(progress: Array, pace: Array, group: Groups) -> tuple[Array, Array]:
    """Return for each group how progress answers to pace, and its usual pace; a slope of few pairs counts little."""
    size = int(group.max(initial=-1)) + 1
    both = np.isfinite(progress) & np.isfinite(pace)
    x, y = np.where(both, pace, np.nan), np.where(both, progress, np.nan)
    pairs = _sums(both.astype(np.float64), group, size)
    usual = _sums(x, group, size) / np.maximum(pairs, 1)
    dx, dy = x - _mean_over_years(x)[0][:, None], y - _mean_over_years(y)[0][:, None]
    slope = _over(_sums(dx * dy, group, size), _sums(dx * dx, group, size)) * pairs / (pairs + WEAK)
    return np.clip(slope, *SLOPES), usual


def _shrunk(progress: Array, group: Groups) -> tuple[Array, Array, Array]:
    """Return for each series the mean of its progress shrunk to its group's, and width and freedom of what is to come."""
    size, years = int(group.max(initial=-1)) + 1, progress.shape[1]
    own, count = _mean_over_years(progress)
    told = count > 0
    members = _sums(told.astype(np.float64), group, size)
    centre = _over(_sums(own, group, size), members, else_=np.nan)
    noise, freedom = _to_come(progress - own[:, None], group, members, years)
    between = _sums((own - centre[group]) ** 2, group, size) / np.maximum(members - 1, 1)
    each = _over(_sums(count, group, size), members, else_=1.0)
    single = (freedom <= 0) & (members > 1)  # one year each: what differs between siblings is all that is known
    noise, freedom = np.where(single, between, noise), np.where(single, members - 1, freedom)
    apart = np.where(single, 0.0, np.maximum(between - noise / each, 0.0))
    alone = members[group] == 1
    weight = np.where(alone & told, 1.0, _over(count * apart[group], count * apart[group] + noise[group]))
    mean = weight * np.nan_to_num(own) + (1 - weight) * centre[group]
    of_centre = (apart + noise / each) / np.maximum(members, 1)
    unsure = np.where(alone, noise[group] / np.maximum(count, 1), apart[group] * (1 - weight) + of_centre[group])
    width = np.sqrt(np.maximum(noise[group] + unsure, NARROWEST**2))
    known = (freedom[group] > 0) & np.isfinite(mean)
    return np.where(known, mean, np.nan), np.where(known, width, np.nan), np.where(known, freedom[group], np.nan)


def _to_come(rest: Array, group: Groups, members: Array, years: int) -> tuple[Array, Array]:
    """Return the variance of a year to come about a series' own mean, and its degrees of freedom (Satterthwaite).

    What the siblings of a group have in common in a year counts as one observation of that year.
    """
    size, known = len(members), np.isfinite(rest)
    at = (group[:, None] * years + np.arange(years)[None, :])[known]
    count = np.bincount(at, minlength=size * years).reshape(size, years).astype(np.float64)
    total = np.bincount(at, weights=rest[known], minlength=size * years).reshape(size, years).astype(np.float64)
    shared = (count * _over(total, count) ** 2).sum(axis=1)
    whole = _sums(rest * rest, group, size)
    spans, free = np.maximum((count > 0).sum(axis=1) - 1.0, 0), np.maximum(count.sum(axis=1) - members, 0)
    many = (members > 1) & (spans > 0) & (free > spans)
    single_free = np.where(many, free - spans, free)
    single = _over(np.where(many, np.maximum(whole - shared, 0), whole), single_free)
    common = np.where(many, np.maximum(_over(shared, spans) - single, 0) / np.maximum(members, 1), 0.0)
    unsure = _over(common**2, spans) + _over(single**2, single_free)
    return single + common, np.where(unsure > 0, _over((single + common) ** 2, unsure), single_free)
