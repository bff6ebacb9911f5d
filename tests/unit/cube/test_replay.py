"""Is a cube that follows the book entry by entry the cube that is built of all of it?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban import engine
from giaoban.catalogue import Window
from giaoban.ledger import Book, Entry
from tests.unit.boards import cube
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of

KNOWN = catalogue_on(date(2026, 1, 1))
PERIODS = ("2026-03", "2026-Q1", "2026-9M", "2026", "2027-02", "2026-03-20", "2026-03-25")


def entry(number: int, kind: str, key: str, **content: str) -> Entry:
    return Entry("so-thu", number, datetime(2027, 1, 1, tzinfo=UTC), "ng-1", "", "load", kind, key, content, (), None, "0" * 64)


@st.composite
def said(draw: st.DrawFn) -> list[Entry]:
    """Figures and plans of a few cells, said, said anew, hidden and taken back."""
    found: list[Entry] = []
    for number in range(1, draw(st.integers(0, 25)) + 1):
        cell = f"thu/{REGIME}/-/{draw(st.sampled_from(['p1', 'p2']))}/{draw(st.sampled_from(PERIODS))}"
        plan = f"thu/{REGIME}/-/p1/2026/tinh-giao/{draw(st.integers(1, 2))}"
        seen = {"visibility": draw(st.sampled_from(["accepted", "accepted", "accepted", "draft"]))}
        steps, quality = draw(st.sampled_from(["", "1", "2"])), draw(st.sampled_from(["estimate", "actual", "final"]))
        match draw(st.sampled_from(["figure", "figure", "figure", "back", "plan", "plan back"])):
            case "figure":
                found.append(entry(number, "Figure", cell, printed=f"{steps} đồng", steps=steps, quality=quality, **seen))
            case "back":
                found.append(entry(number, "Withdrawal", f"Figure:{cell}", reason=""))
            case "plan":
                found.append(entry(number, "Target", plan, printed="9 đồng", steps="9", **seen))
            case _:
                found.append(entry(number, "Withdrawal", f"Target:{plan}", reason=""))
    return found


def sees(item: Any) -> bool:
    return bool(item.visibility != "draft")


def contents(found: engine.Cube) -> tuple[object, ...]:
    """What is known, whatever the length of the axes."""
    cells = {
        (length, found.first_year * 12 + month, *at): (
            float(np.nan_to_num(slot.value[at], nan=-99)),
            int(slot.entry[at]),
            int(slot.tags[at]) & 31,
        )
        for length, plane in found.planes.items()
        for month, slot in plane.by_month()
        for at in map(tuple, np.argwhere(slot.entry > 0).tolist())
    }
    dated = {
        (found.first_year * 12 + month, at): [(one.day, one.steps, one.entry, one.tags) for one in days]
        for month, figures in found.dated.items()
        for at, days in figures.items()
    }
    sparse = {at: [(one.key, one.entry) for one in facts] for at, facts in found.sparse.items()}
    versions = {key: list(numbers) for key, numbers in found.versions.items() if len(numbers) > 1}
    return cells, dated, sparse, versions, found.hidden, found.number, found.followed.tolist()


@settings(max_examples=150, deadline=None)
@given(said(), st.integers(0, 25))
def test_following_is_as_building_anew(entries: list[Entry], cut: int) -> None:
    """Also where a figure is corrected, taken back or said anew after the cut; and the cube of before stays as it was."""
    whole = engine.build(entries, catalogue=KNOWN, regime=REGIME, sees=sees)
    before = engine.build(entries[:cut], catalogue=KNOWN, regime=REGIME, sees=sees)
    was = contents(before)
    try:
        found = engine.follow(before, entries=entries, sees=sees)
    except engine.NewAxis:
        assert (before.first_year, before.months) != (whole.first_year, whole.months)
        return
    assert contents(found) == contents(whole)
    assert contents(before) == was


@pytest.mark.parametrize(
    "line",
    [
        "2027-03  p1  thu  1 đồng",
        "2026-03  p1  dan-so.nu  1 người",
        "2026-03  la  thu  1 đồng",
        "2026     p1  dan-so.nu  KH tinh-giao 1 người",
    ],
)
def test_a_series_body_or_year_without_a_place_wants_a_new_cube(line: str) -> None:
    first, more = ledger_of("2026-03  p1  thu  1 đồng"), ledger_of(line).entries[0]
    with pytest.raises(engine.NewAxis):
        engine.follow(cube(first), entries=(*first.entries, replace(more, number=2)), sees=lambda item: True)


def test_a_definition_wants_a_new_cube() -> None:
    first = ledger_of("2026-03  p1  thu  1 đồng")
    with pytest.raises(engine.NewAxis):
        engine.follow(cube(first), entries=(*first.entries, entry(2, "Definition", "body:p1")), sees=lambda item: True)


def test_what_does_not_change_is_shared(book: Book) -> None:
    """
    2026-03  p1  thu  1 đồng
    2026-04  p1  thu  1 đồng
    """
    found = cube(book)
    later = engine.follow(
        found, entries=(*book.entries, entry(3, "Figure", f"thu/{REGIME}/-/p1/2026-04", printed="2 đồng", steps="2", quality="actual")),
        sees=lambda item: True,
    )  # fmt: skip
    march, april = Window.of("2026-03"), Window.of("2026-04")
    assert later.slot(1, window=march) is found.slot(1, window=march)
    at = found.row[engine.Series("thu", REGIME)], found.column["p1"]
    assert [one.plane(1, window=april)[0][at] for one in (found, later)] == [1, 2]
    assert later.versions == {f"thu/{REGIME}/-/p1/2026-04": [2, 3]}


def test_too_large_a_figure_is_named() -> None:
    with pytest.raises(engine.TooLarge, match=r"thu/giao-ban/-/p1/2026-03: 9\.007"):
        cube(ledger_of("2026-03  p1  thu  9.007.199,254740992 tỷ đồng"))
