"""Are all links of a change parted as each would be by itself?"""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.engine.frame import survey
from giaoban.engine.links import links_of
from giaoban.engine.rebase import portions
from giaoban.engine.rules import rules_of
from tests.unit.boards import cube
from tests.unit.catalogues import ledger_of
from tests.unit.engine.grounds import JULY, mid_year
from tests.unit.engine.worlds import World, worlds


def test_the_links_of_a_change_are_in_the_order_in_which_they_arrive() -> None:
    """a and b become c, d becomes e and f in known shares, g becomes h and i in unknown ones."""
    known = mid_year()
    found = cube(ledger_of(""), on=date(2026, 12, 31))
    rules = rules_of(found, catalogue=known)
    column = {id: at for at, id in enumerate(sorted(known.bodies))}
    step = next(one for one in survey(known, column=column).steps if one.on == JULY)
    links = links_of(step, rules=rules)
    assert links_of(step, rules=rules) is links
    named = {at: id for id, at in column.items()}
    assert [named[at] for at in links.before.tolist()][:2] == ["a", "b"]
    assert [named[at] for at in links.after.tolist()] == ["c", "e", "f", "h", "i"]
    assert (links.starts.tolist(), links.alone.tolist()) == ([0, 2, 3, 4, 5], [False] * 5)
    row = int(np.flatnonzero(rules.additive)[0])
    taken = links.portions(np.full(links.shares.shape, 11.0))[row]
    assert np.array_equal(taken, [11, 11, 7, 4, np.nan, np.nan], equal_nan=True)


@settings(max_examples=40, deadline=None)
@given(worlds(most=10), st.integers(-1000, 1000))
def test_whole_steps_are_parted_as_each_body_is(world: World, steps: int) -> None:
    rules = world.maps.rules
    for step in world.maps.ground.steps:
        links = links_of(step, rules=rules)
        if not len(links.before):
            continue
        taken = links.portions(np.full(links.shares.shape, float(steps)))
        arriving = [link for into in step.arriving.values() for link in into]
        for basis, rows in rules.on_basis.items():
            for n, link in enumerate(arriving):
                alone = portions(np.array([float(steps)]), links=step.leaving[link.before], basis=basis)[link.place, 0]
                assert np.array_equal(taken[rows, n], np.full(rows.sum(), alone), equal_nan=True)
