"""The rules of `time` and `bodies`, a cell at a time, in the plain subset of Python that can be compiled.

Uncompiled they are slow and exactly the same: that is how they are tested.
They hold where the map does not change inside the year and no figure is to a
day; everything else is the arrays' affair.
"""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np

NEVER, LAST, SUM, MEAN, MIN, MAX = range(6)  # over time
UNKNOWN, KNOWN, NOT_APPLICABLE = range(3)
TAGS = 31  # the bits that flow
PLANES = (1, 3, 6, 12, 0)  # lengths, in the order of the table of addresses
MONTHS = 13
NUMBER, STATE, BITS = range(3)
YEAR, RUN = 5, 6  # rows after the planes: sums from the year's start, and from another month on
NOT_RUN = -1.0  # stands where the month before January does, while the year has not been run through
LENGTH = np.array([1, 3, 6])  # of the planes that longer windows are made of
ENDS = np.array([[month > 0 and month % length == 0 for month in range(MONTHS)] for length in LENGTH])  # plane, month


def plane_of(first: int, *, last: int) -> int:
    """Return which plane holds the figures of exactly this window; -1 for none.

    Example:
        >>> plane_of(4, last=6), plane_of(1, last=9), plane_of(2, last=4)
        (1, 4, -1)
    """
    months = last - first + 1
    if months in PLANES[:4] and last % months == 0:
        return PLANES.index(months)
    return 4 if first == 1 <= last else -1


PLANE = np.array([[plane_of(first, last=last) for last in range(MONTHS)] for first in range(MONTHS)])  # by first and last month


def floats_at(place: tuple[int, int]) -> Any:
    """Return the numbers that lie at an address, so many of them."""
    return np.ctypeslib.as_array((ctypes.c_double * place[1]).from_address(int(place[0])))


def numbers_at(place: tuple[int, int]) -> Any:
    """Return the whole numbers that lie at an address, so many of them."""
    return np.ctypeslib.as_array((ctypes.c_int32 * place[1]).from_address(int(place[0])))


def bytes_at(place: tuple[int, int]) -> Any:
    """Return the bytes that lie at an address, so many of them."""
    return np.ctypeslib.as_array((ctypes.c_uint8 * place[1]).from_address(int(place[0])))


def timeline(job: Any) -> None:
    """Write the figures of some windows of one year, as they add up over time, for every body and some series.

    Args:
        job: In this order: of each slot of the year its plane, month, and where value, entry and tags lie; rule and silence
            of each row; first and last month of each window; from which row on, and up to which, not included; how many
            columns there are; and what is written (window, row and column in one): value, na, tags.
    """
    slots, rules, silent, windows, since, until, bodies, value, na, tags = job
    size, earliest, latest = len(rules) * bodies, windows[:, 1].min(), windows[:, 1].max()
    said = np.zeros((3, 7, MONTHS))  # number, state, bits by plane and month
    for row in range(since, until):
        rule, quiet = rules[row], silent[row]
        for cell in range(row * bodies, (row + 1) * bodies):
            _load(slots, size, cell, earliest if rule in (NEVER, LAST) else 1, latest, said)
            said[STATE, YEAR, 0] = NOT_RUN
            for place in range(len(windows)):
                found, total, told = _figure(windows[place, 0], windows[place, 1], rule, quiet, latest, said)
                known = found == KNOWN
                value[place, cell], tags[place, cell] = (total, told) if known else (np.nan, 0)
                na[place, cell] = found == NOT_APPLICABLE


def _load(slots: Any, size: int, cell: int, first: int, last: int, said: Any) -> None:
    """Read one cell of all slots of some months."""
    for place in range(len(slots)):
        plane, month = slots[place, 0], slots[place, 1]
        if month < first or month > last:
            said[STATE, plane, month] = UNKNOWN
            continue
        read = floats_at((slots[place, 2], size))[cell]
        if read == read:  # noqa: PLR0124 -- not NaN
            said[NUMBER, plane, month], said[STATE, plane, month] = read, KNOWN
            said[BITS, plane, month] = bytes_at((slots[place, 4], size))[cell] & TAGS
        else:
            never = numbers_at((slots[place, 3], size))[cell] > 0
            said[NUMBER, plane, month], said[STATE, plane, month], said[BITS, plane, month] = 0.0, NOT_APPLICABLE if never else UNKNOWN, 0


def _figure(first: int, last: int, rule: int, quiet: bool, latest: int, said: Any) -> Any:
    """Return the figure of a window: state, number, bits."""
    plane, found, total, told = PLANE[first, last], UNKNOWN, 0.0, 0
    if plane >= 0:
        found, total, told = said[STATE, plane, last], said[NUMBER, plane, last], said[BITS, plane, last]
    if found == UNKNOWN and rule == LAST:
        for shorter in range(5):
            if found == UNKNOWN:
                found, total, told = said[STATE, shorter, last], said[NUMBER, shorter, last], said[BITS, shorter, last]
    elif found == UNKNOWN and rule == SUM:
        found, total, told = _summed(first, last, False, latest, said)
        if quiet and found == UNKNOWN:
            found, total, told = _summed(first, last, True, latest, said)
    elif found == UNKNOWN and rule != NEVER:
        found, total, told = _reduced(first, last, rule, quiet, said)
    return found, total, told


def _run(first: int, last: int, silent: bool, row: int, said: Any) -> None:
    """Write into a row the sums from the first month to each month; the month before the first is an empty sum."""
    said[NUMBER, row, first - 1], said[STATE, row, first - 1], said[BITS, row, first - 1] = 0.0, UNKNOWN if silent else NOT_APPLICABLE, 0
    for month in range(first, last + 1):
        plane, found, total, told = PLANE[first, month], UNKNOWN, 0.0, 0
        if plane >= 0:
            found, total, told = said[STATE, plane, month], said[NUMBER, plane, month], said[BITS, plane, month]
        for shorter in range(3):
            length = LENGTH[shorter]
            if found != UNKNOWN or not ENDS[shorter, month] or length > month - first + 1:
                continue
            piece, before = said[STATE, shorter, month], said[STATE, row, month - length]
            if piece == UNKNOWN or (not silent and before == UNKNOWN):
                continue
            if silent and _covered(month, month - first + 1, shorter, said):
                continue
            found = KNOWN if piece == KNOWN or before == KNOWN else NOT_APPLICABLE  # noqa: PLR1714 -- compiled
            total, told = said[NUMBER, shorter, month], said[BITS, shorter, month]
            if before == KNOWN:
                total, told = total + said[NUMBER, row, month - length], int(told) | int(said[BITS, row, month - length])
        if found == UNKNOWN and silent and month > first:
            found, total, told = said[STATE, row, month - 1], said[NUMBER, row, month - 1], said[BITS, row, month - 1]
        said[NUMBER, row, month], said[STATE, row, month], said[BITS, row, month] = total, found, told


def _covered(month: int, months: int, plane: int, said: Any) -> bool:
    """Whether a longer figure ends with the same month and covers one that is silent: silence is then no nothing."""
    length = LENGTH[plane]
    for longer_plane in range(plane + 1, 3):
        longer = LENGTH[longer_plane]
        if ENDS[longer_plane, month] and longer <= months and said[STATE, longer_plane, month] != UNKNOWN:
            for last in range(month - longer + length, month + 1, length):
                if said[STATE, plane, last] == UNKNOWN:
                    return True
    return False


def _summed(first: int, last: int, silent: bool, latest: int, said: Any) -> Any:
    """Return the sum of shorter figures, else the difference of two years so far: state, number, bits."""
    if first > 1 or silent:
        _run(first, last, silent, RUN, said)
        found, total, told = said[STATE, RUN, last], said[NUMBER, RUN, last], said[BITS, RUN, last]
        if first == 1 or found != UNKNOWN:
            return found, total, told
    row = YEAR
    if silent:
        _run(1, last, silent, RUN, said)
        row = RUN
    elif said[STATE, YEAR, 0] == NOT_RUN:
        _run(1, latest, silent, YEAR, said)
    end, start = said[STATE, row, last], said[STATE, row, first - 1]
    if first == 1:
        return end, said[NUMBER, row, last], said[BITS, row, last]
    if end == KNOWN and start != UNKNOWN:  # what does not apply is 0
        return end, said[NUMBER, row, last] - said[NUMBER, row, first - 1], int(said[BITS, row, last]) | int(said[BITS, row, first - 1])
    return (end if end == NOT_APPLICABLE and start == NOT_APPLICABLE else float(UNKNOWN)), 0.0, 0.0


def _reduced(first: int, last: int, rule: int, silent: bool, said: Any) -> Any:
    """Return the mean, least or most of equally long figures, the finest that there are: state, number, bits."""
    found, total, told = UNKNOWN, 0.0, 0
    for plane in range(3):
        length = LENGTH[plane]
        if found != UNKNOWN or length >= last - first + 1 or not ENDS[plane, last] or not (first == 1 or ENDS[plane, first - 1]):
            continue
        known, never, pieces, so_far, together = 0, 0, 0, 0.0, 0
        for month in range(first + length - 1, last + 1, length):
            pieces += 1
            read = said[NUMBER, plane, month]
            if said[STATE, plane, month] == NOT_APPLICABLE:
                never += 1
            elif said[STATE, plane, month] == KNOWN:
                if known == 0:
                    so_far = read
                elif rule == MEAN:
                    so_far += read
                elif (rule == MIN and read < so_far) or (rule == MAX and read > so_far):
                    so_far = read
                known, together = known + 1, together | int(said[BITS, plane, month])
        if never == pieces:
            found = NOT_APPLICABLE
        elif known and (known + never == pieces or (silent and length == 1)):
            found, total, told = KNOWN, so_far / known if rule == MEAN else so_far, together
    return found, total, told
