"""Is what follows from axes and catalogue alone worked out once, and right?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from giaoban import engine
from giaoban.catalogue import Direction
from giaoban.engine.scheme import scheme_of
from tests.unit.boards import cube
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.makers import other_world

KNOWN = catalogue_on(date(2026, 1, 1))


def test_a_scheme_is_kept_with_the_axes() -> None:
    """A cube that follows another has the same axes, and so the same scheme; another catalogue has another."""
    found = cube(ledger_of("2026-03  p1  thu  1 đồng"))
    scheme = scheme_of(found, catalogue=KNOWN)
    later = engine.follow(found, entries=found.entries, sees=lambda item: True)
    assert scheme_of(later, catalogue=KNOWN) is scheme
    assert scheme_of(found, catalogue=replace(KNOWN)) is not scheme


def test_rows_are_known_by_what_their_indicators_say() -> None:
    known = other_world(KNOWN, thu={"voluntary": True})
    found = cube(ledger_of(""))
    scheme = scheme_of(found, catalogue=known)
    row = {id: found.row[engine.Series(id, REGIME)] for id in ("thu", "ty-le", "kin", "tieu-chi", "ho")}
    assert [bool(scheme.voluntary[row[id]]) for id in ("thu", "ho")] == [True, False]
    assert [bool(scheme.percentages[row[id]]) for id in ("ty-le", "thu")] == [True, False]
    assert [bool(scheme.facing(Direction.LESS)[row[id]]) for id in ("kin", "thu")] == [True, False]
    assert (scheme.steps[row["thu"]], scheme.measures[row["thu"]], scheme.frequency[row["thu"]]) == (1, 10**9, 1)
    rule = scheme.status[row["thu"]]
    assert rule is not None
    assert rule.id == "chung"
    assert scheme.applies(("phuong", "xa"))[row["tieu-chi"]].tolist() == [False, True]
