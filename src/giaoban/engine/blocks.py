"""Which series must stay together, so that the others can be worked on elsewhere?

Nothing couples indicators but ratios, weights and formulas: a block holds a
series with everything that it is made of. Blocks are worked on one by one, in
processes or on other machines, and give what the whole would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from giaoban.catalogue import Catalogue, Indicator
from giaoban.cube import Cube, Series
from giaoban.engine.rules import rules_of
from giaoban.engine.scheme import Scheme, scheme_of


def made_of(indicator: Indicator) -> frozenset[str]:
    """Return the ids of the indicators that one is directly made of."""
    return frozenset(id for id, _ in indicator.made_of())


def together(ids: Iterable[str], *, indicators: Mapping[str, Indicator]) -> frozenset[str]:
    """Return the indicators with everything that they are made of, directly or not; those of a day's catalogue."""
    found, waiting = set[str](), [id for id in ids if id in indicators]
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += [part for part in made_of(indicators[id]) if part in indicators]
    return frozenset(found)


def about(indicator: str, *, cube: Cube, catalogue: Catalogue) -> Cube:
    """Return the cube of an indicator and of all that it is made of, for every body; the maps of the whole are used on.

    What is asked of one indicator is answered from it as from the whole, in a fraction of the time.
    """
    ids = together([indicator], indicators=catalogue.indicators)
    rows = np.array([row for row, one in enumerate(cube.series) if one.indicator in ids], np.int64)
    small = cube.excerpt(rows, columns=np.arange(len(cube.bodies)))
    ground = scheme_of(cube, catalogue=catalogue).ground
    small.kept["scheme", id(catalogue)] = Scheme(catalogue, rules_of(small, catalogue=catalogue), ground)
    return small


def blocks(series: Sequence[Series], *, indicators: Mapping[str, Indicator], size: int) -> tuple[tuple[int, ...], ...]:
    """Return the rows of the series in blocks, each about as large as asked, none parting what belongs together.

    Args:
        series: The rows of a cube, in their order.
        size: Rows that a block should have; one whose series belong together may be larger.

    Returns:
        Every row in exactly one block, in rising order within it.
    """
    family = _families(indicators)
    rows: dict[str, list[int]] = {}
    for row, one in enumerate(series):
        rows.setdefault(family.get(one.indicator, one.indicator), []).append(row)
    found: list[list[int]] = []
    for kin in rows.values():
        if found and len(found[-1]) + len(kin) <= size:
            found[-1] += kin
        else:
            found.append(list(kin))
    return tuple(tuple(sorted(block)) for block in found)


def _families(indicators: Mapping[str, Indicator]) -> dict[str, str]:
    """Return for each indicator the one that stands for everything it hangs together with."""
    head = {id: id for id in indicators}

    def top(id: str) -> str:
        while head[id] != id:
            head[id] = head[head[id]]
            id = head[id]
        return id

    for id, indicator in indicators.items():
        for part in made_of(indicator):
            if part in head:
                first, second = sorted((top(id), top(part)))
                head[second] = first
    return {id: top(id) for id in indicators}
