"""The rules of `bodies`, a series at a time, in the plain subset of Python that can be compiled (see `kernel_time`)."""

from __future__ import annotations

from typing import Any

import numpy as np

SUM, MEAN, WEIGHTED, COUNT, MIN, MAX, NOT_ROLLED = range(7)
NOT_COMPARABLE = 2


def roll(job: Any) -> float:
    """Write the values of every body on the map, and return the largest sum.

    Args:
        job: In this order: of each row its rule, its flags (silent, own is a part, parts make the whole, known holds for it,
            counts what is less), the level that it counts (NaN for none), the row of its weights (-1 for none); where
            something was told (row, body); to which bodies each row applies; the map: standing, reports, wholes in order,
            where their parts start, where they end, and the parts; what is on it: value, mark, na, tags; the arrays of
            `Rolled` that are written; the same of wholes that are known in another way, which bodies those are, whether
            there are any, and whether they take the place of a figure that is exact, too; and from which row on, and up to
            which, not included.
    """
    codes, told, applies, frame, moved, out, other, since, until = job
    rule, flags, meets, weights = codes
    largest = 0.0
    for group in range(2):  # sums first
        for row in range(since, until):
            if (rule[row] == SUM) == (group == 0):
                _own(row, frame[0], moved, out)
        for row in range(since, until):
            if (rule[row] == SUM) == (group == 0):
                _weigh(row, rule[row], meets[row], flags[row, 4], weights[row], out)
        for row in range(since, until):
            if (rule[row] == SUM) == (group == 0):
                below = _below(row, told[row], frame, moved, out) if flags[row, 1] else told[row]
                _row(row, rule[row], flags[row], below, applies[row], frame, out, other)
                if group == 0:
                    largest = max(largest, _largest(row, out[0]))
    return largest


def _own(row: int, standing: Any, moved: Any, out: Any) -> None:
    """Write what each body reported itself."""
    value, mark, na, reported, expected, partial, own, tags, top, bottom = out
    for body in range(value.shape[1]):
        number = moved[0][row, body] if standing[body] else np.nan
        has = number == number  # noqa: PLR0124 -- not NaN
        value[row, body], partial[row, body], own[row, body], top[row, body] = number, np.nan, has, number
        mark[row, body] = moved[1][row, body] if standing[body] else 0
        na[row, body] = standing[body] and moved[2][row, body]
        tags[row, body] = moved[3][row, body] if standing[body] else 0
        reported[row, body], expected[row, body], bottom[row, body] = has, 1, has


def _weigh(row: int, rule: int, meets: float, less: bool, weight: int, out: Any) -> None:
    """Write the numerators and denominators of own figures, where they are not the figure and 1."""
    value, tags, top, bottom = out[0], out[7], out[8], out[9]
    for body in range(value.shape[1]):
        number = value[row, body]
        if rule == COUNT and number == number:  # noqa: PLR0124 -- not NaN
            top[row, body] = 1.0 if (number <= meets if less else number >= meets) else 0.0
        elif rule == WEIGHTED and weight >= 0:
            top[row, body], bottom[row, body] = number * value[weight, body], value[weight, body]
            if number == number:  # noqa: PLR0124 -- not NaN
                tags[row, body] |= tags[weight, body]


def _row(row: int, rule: int, flags: Any, below: Any, applies: Any, frame: Any, out: Any, other: Any) -> None:
    """Add up one series, the deepest wholes first.

    Args:
        below: Where something below a body was ever told; looked at only where its own figure is a part.
    """
    _, reports, wholes, starts, ends, parts = frame
    for place in range(len(wholes)):
        whole = wholes[place]
        if ends[place] > starts[place] and rule != NOT_ROLLED:
            _whole(row, rule, flags, whole, parts[starts[place] : ends[place]], applies, reports[whole], below[whole], out)
        if other[2] and other[1][whole] and flags[3]:
            _instead(row, whole, out, other[0], other[3])


def _largest(row: int, value: Any) -> float:
    largest = 0.0
    for body in range(value.shape[1]):
        largest = max(largest, abs(value[row, body]))
    return largest


def _below(row: int, told: Any, frame: Any, moved: Any, out: Any) -> Any:
    """Return where something below a body was ever told."""
    found, below = told.copy(), np.zeros(len(told), np.bool_)
    for body in range(len(told)):
        number = moved[0][row, body]
        lost = number != number and not moved[2][row, body] and moved[1][row, body] == NOT_COMPARABLE  # noqa: PLR0124 -- NaN
        found[body] = found[body] or out[6][row, body] or lost
    _, _, wholes, starts, ends, parts = frame
    for place in range(len(wholes)):
        for part in parts[starts[place] : ends[place]]:
            if found[part]:
                below[wholes[place]] = found[wholes[place]] = True
    return below


def _whole(row: int, rule: int, flags: Any, whole: int, parts: Any, applies: Any, reports: bool, below: bool, out: Any) -> None:  # noqa: C901
    """Add up the parts of one body, where its own figure does not stand for the whole."""
    value, mark, na, reported, expected, partial, own, tags, top, bottom = out
    silent, adds, has = flags[0], flags[1], own[row, whole]
    sums = not (has or na[row, whole]) or (adds and below)
    never, missing = na[row, whole], value[row, whole] != value[row, whole]
    lost = missing and mark[row, whole] == NOT_COMPARABLE
    due = adds and (reports or has or lost) and not never
    fits, asked, known, worst, bits = False, 0, 0, 0, 0
    above, under, extreme = 0.0, 0.0, np.nan
    for part in parts:
        if not applies[part]:
            continue
        fits = True
        if na[row, part]:
            continue
        asked += 1
        worst = max(worst, mark[row, part])
        if value[row, part] == value[row, part]:
            known += 1
            bits |= tags[row, part]
            above, under = above + top[row, part], under + bottom[row, part]
            extreme = _further(rule, extreme, top[row, part])
    if sums and fits:
        na[row, whole] = asked == 0 and not due
    if not sums or asked == 0:
        return
    if adds:
        worst = max(worst, mark[row, whole])
        if has:
            known += 1
            bits |= tags[row, whole]
            above, under = above + top[row, whole], under + bottom[row, whole]
            extreme = _further(rule, extreme, top[row, whole])
    wanted = asked + (1 if due else 0)
    if rule in (MIN, MAX) and known:
        above = extreme
    total = above
    if rule in (MEAN, WEIGHTED):
        total = above / under if under > 0 else np.nan
    complete = (known == wanted or silent) and known > 0 and worst < NOT_COMPARABLE
    sound = complete and flags[2] and total == total  # noqa: PLR0124 -- not NaN
    if lost and not sound:  # its own figure was lost, and its parts make none
        worst = NOT_COMPARABLE
    value[row, whole], top[row, whole], bottom[row, whole] = np.nan, np.nan, np.nan
    partial[row, whole], tags[row, whole] = np.nan, 0
    if sound:
        value[row, whole], top[row, whole], bottom[row, whole], tags[row, whole] = total, above, under, bits
    elif known and rule == SUM:
        partial[row, whole] = above
    reported[row, whole], expected[row, whole], mark[row, whole], own[row, whole] = known, wanted, worst, False


def _further(rule: int, extreme: float, number: float) -> float:
    """Return the least or most so far."""
    if extreme != extreme or (rule == MIN and number < extreme) or (rule == MAX and number > extreme):  # noqa: PLR0124 -- NaN
        return number
    return extreme


def _instead(row: int, whole: int, out: Any, known: Any, always: bool) -> None:
    """Take over what is known of a whole in another way; not in place of its own figure."""
    value, mark, na, own = out[0], out[1], out[2], out[6]
    use = not own[row, whole]
    if use and not always:
        gap, worse = value[row, whole] != value[row, whole], mark[row, whole]
        other = known[0][row, whole] != known[0][row, whole]
        use = not na[row, whole] and ((gap and worse == NOT_COMPARABLE) if other else (gap or worse > 0))
    if use:
        out[0][row, whole], out[1][row, whole], out[2][row, whole] = known[0][row, whole], known[1][row, whole], known[2][row, whole]
        out[3][row, whole], out[4][row, whole], out[5][row, whole] = known[3][row, whole], known[4][row, whole], known[5][row, whole]
        out[6][row, whole], out[7][row, whole] = known[6][row, whole], known[7][row, whole]
        out[8][row, whole], out[9][row, whole] = known[8][row, whole], known[9][row, whole]
