"""What the domain says must hold, whatever the figures: of cumulated years, pooled ratios, bodies that ended, and merged ground."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.catalogue import Window
from giaoban.cube import Series
from giaoban.engine.rebase import Mark
from giaoban.ledger import Book, shorthand
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.makers import maker, row
from tests.unit.engine.test_computed import computed
from tests.unit.engine.worlds import World, frames, windows, world_of, worlds

quick = settings(max_examples=25, deadline=None)
amounts = st.integers(0, 10**12)
WARDS = ("p1", "p2", "p3", "p4")


@quick
@given(st.lists(amounts, min_size=12, max_size=12))
def test_months_make_quarters_and_the_year_so_far_under_the_decree_too(months: list[int]) -> None:
    """Quarter sums are the year so far, which never falls where nothing is negative."""
    text = "\n".join(f"2026-{n:02d}  p1  thu  {told} đồng" for n, told in enumerate(months, 1))
    world = world_of(ledger_of(text, regime="nghi-dinh-09"), catalogue_on(date(2026, 12, 31)), regime="nghi-dinh-09")
    at, day = (world.cube.row[Series("thu", "nghi-dinh-09")], world.cube.column["p1"]), date(2026, 12, 14)

    def of(code: str) -> float:
        return float(world.maps.measured(Window.of(code), day=day).value[at])

    assert sum(of(f"2026-Q{n}") for n in (1, 2, 3, 4)) == of("2026") == sum(months)
    assert of("2026-Q1") + of("2026-Q2") == of("2026-H1")
    so_far = [of(f"2026-{n}M") for n in (2, 4, 5, 7, 8, 9, 10, 11)]
    assert so_far == sorted(so_far)


@quick
@given(worlds(), windows, frames)
def test_a_ratio_is_that_of_the_pooled_and_a_body_that_ended_has_no_figure(world: World, window: Window, frame: date) -> None:
    """Never a mean of ratios; and on a map nothing is known of whoever does not stand on it."""
    rolled, standing = world.maps.measured(window, day=frame), world.maps.ground.frame(frame).standing
    assert np.isnan(rolled.value[:, ~standing]).all()
    top, bottom, ratio = (world.cube.row[Series(id, REGIME)] for id in ("ho-ngheo", "ho", "ty-le"))
    both = ~np.isnan(rolled.value[top]) & ~np.isnan(rolled.value[bottom]) & (rolled.value[bottom] != 0)
    expected = rolled.value[top][both] / rolled.value[bottom][both] * 10_000
    assert rolled.value[ratio][both] == pytest.approx(expected, rel=1e-12)


@quick
@given(st.lists(amounts, min_size=4, max_size=4))
def test_last_year_of_a_merger_is_the_sum_of_its_parts(told: list[int]) -> None:
    """Exactly, of flows and of stocks; the city is the same on both maps."""
    text = "\n".join(
        f"2026-08  {ward}  {id}" for ward, n in zip(WARDS, told, strict=True) for id in (f"thu  {n} đồng", f"dan-so  {n} người")
    )
    world = world_of(ledger_of(text), catalogue_on(date(2027, 12, 31)))
    for id in ("thu", "dan-so"):
        rolled, at = world.maps.measured(Window.of("2026-08"), day=date(2027, 3, 31)), world.cube.row[Series(id, REGIME)]
        merged, city = (at, world.cube.column["p5"]), (at, world.cube.column["tp"])
        assert (rolled.value[merged], rolled.mark[merged]) == (told[0] + told[1], Mark.EXACT)
        assert (rolled.value[city], rolled.mark[city]) == (sum(told), Mark.EXACT)


@quick
@given(st.lists(amounts, min_size=8, max_size=8), st.integers(1, 9))
def test_a_formula_of_sums_is_the_sum_of_the_formulas(told: list[int], times: int) -> None:
    """What is linear may be worked out before or after adding up, to the last đồng; a quotient is that of the sums."""
    catalogue = computed(tong=(f"{{thu}} + {{chi}} * {times}", "đồng"), thuong=("{thu} / ({thu} + {chi})", "lần"))
    wards = list(zip(WARDS, told[:4], told[4:], strict=True))
    text = "\n".join(f"2026-03  {ward}  {said}" for ward, a, b in wards for said in (f"thu  {a} đồng", f"chi  {b} đồng"))
    text += "\n2026-03  tp  chi  không áp dụng"
    book: Book = shorthand.read(text, indicators=catalogue.indicators, regime=REGIME, book="so-thu")
    made = maker(book, "2026-03", catalogue=catalogue)
    city, parts = row(made, "tong", body="tp").value, [row(made, "tong", body=ward).value for ward in WARDS]
    assert city == sum(one or 0 for one in parts) == sum(told[:4]) + times * sum(told[4:])
    pooled = row(made, "thuong", body="tp").value
    assert pooled == (pytest.approx(sum(told[:4]) / sum(told)) if sum(told) else None)
