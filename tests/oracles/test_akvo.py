"""Do we add up as Akvo RSR does? Its aggregation tests, of which only the numbers are taken.

A contribution is one body's figure, the whole is the city's; a draft is a figure that only its own line may see.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from giaoban.catalogue import Catalogue, OverBodies, Part, Sight
from giaoban.engine import Disagreement
from giaoban.engine.board import plain
from giaoban.engine.rows import RowMaker
from giaoban.ledger import Fact
from tests.oracles.worlds import asked, indicator, world
from tests.unit.engine.makers import row

READER = Sight(person="ng-1", signed_in=True)  # of no line of its own: sees what was accepted
UNITS = {"tp": "", "p1": "tp", "p2": "tp"}
TASTES = (Part("vanilla", "Vanilla"), Part("chocolate", "Chocolate"), Part("red", "Red"))
ABOVE, BELOW = indicator("tren", parts=TASTES), indicator("duoi", parts=TASTES)
SHARE = indicator("ty-le", over_bodies=OverBodies.RATIO, measure="%", numerator="tren", denominator="duoi", parts=TASTES)
WORLD = world(UNITS, indicator("so", parts=TASTES), ABOVE, BELOW, SHARE)


def sees(item: Fact, *, known: Catalogue) -> bool:
    """Whether the reader sees an entry, by the rule of `Sight`."""
    return READER.sees(
        getattr(item, "visibility", ""), body=item.cell.body, indicator=known.indicators[item.cell.indicator],
        is_under=lambda body, roots: body in roots,
    )  # fmt: skip


def told(text: str) -> RowMaker:
    return asked(text, "2026-01", world=WORLD, sees=partial(sees, known=WORLD))


def city(text: str, indicator: str, **other: Any) -> float | None:
    """Return the city's figure as the board says it."""
    return plain(row(told(text), indicator, body="tp", **other).value)


def test_approved_updates_are_added_up() -> None:
    """Akvo RSR, aggregation: approved 17.1 + 4711.2 = 4728.3."""
    assert city("2026-01  p1  so  17,1 vụ\n2026-01  p2  so  4.711,2 vụ", "so") == 4728.3


def test_a_draft_does_not_count() -> None:
    """Akvo RSR, aggregation: approved 17 + draft 4711 = 17; the draft is counted as hidden."""
    made = told("2026-01  p1  so  17 vụ\n2026-01  p2  so  4.711 vụ  draft")
    assert (row(made, "so", body="tp").value, made.cube.hidden) == (17, 1)


def test_percentages_are_pooled() -> None:
    """Akvo RSR, aggregation: 3.14/17 and 47.11/4711 = 50.25/4728, no mean of percentages."""
    made = told("2026-01  p1  tren  3,14 vụ\n2026-01  p1  duoi  17 vụ\n2026-01  p2  tren  47,11 vụ\n2026-01  p2  duoi  4.711 vụ")
    assert [row(made, id, body="tp").value for id in ("tren", "duoi")] == [50.25, 4728]
    assert row(made, "ty-le", body="tp").value == pytest.approx(50.25 / 4728 * 100, rel=1e-12)


def test_a_draft_does_not_count_in_a_percentage() -> None:
    """Akvo RSR, aggregation: approved 3.14/17 and a draft = 3.14/17."""
    made = told("""
    2026-01  p1  tren  3,14 vụ
    2026-01  p1  duoi  17 vụ
    2026-01  p2  tren  47,11 vụ  draft
    2026-01  p2  duoi  4.711 vụ  draft
    """)
    assert row(made, "ty-le", body="tp").value == pytest.approx(3.14 / 17 * 100, rel=1e-12)


@pytest.mark.parametrize(("taste", "published"), [("vanilla", 42.67), ("chocolate", 22.33), ("red", 23.45)])
def test_each_part_is_added_up_for_itself(taste: str, published: float) -> None:
    """Akvo RSR, disaggregated aggregation: Vanilla 11.1 + 31.57, Chocolate 6.01 + 16.32, Red 23.45; drafts 12.34 and 47.11 ignored."""
    text = """
    2026-01  p1  so.vanilla    11,1 vụ
    2026-01  p2  so.vanilla    31,57 vụ
    2026-01  p1  so.chocolate  6,01 vụ
    2026-01  p2  so.chocolate  16,32 vụ
    2026-01  p1  so.red        23,45 vụ
    2026-01  p2  so.red        12,34 vụ   draft
    2026-01  tp  so.vanilla    47,11 vụ   draft
    """
    assert city(text, "so", part=taste) == published


def test_the_sides_of_a_percentage_are_added_up_for_each_part() -> None:
    """Akvo RSR, disaggregated percentages: 3.14 + 2.72 = 5.86 over 17 + 34 = 51; 3.14 + 1.62 = 4.76 over 68.

    We differ in one thing: the percentage of a part is not made of its sides; it has its own figure or none.
    """
    made = told("""
    2026-01  p1  tren.vanilla    3,14 vụ
    2026-01  p2  tren.vanilla    2,72 vụ
    2026-01  p1  duoi.vanilla    17 vụ
    2026-01  p2  duoi.vanilla    34 vụ
    2026-01  p1  tren.chocolate  3,14 vụ
    2026-01  p2  tren.chocolate  1,62 vụ
    2026-01  tp  duoi.chocolate  68 vụ
    2026-01  tp  ty-le.red       7 %
    """)
    found = {(id, part): plain(row(made, id, body="tp", part=part).value) for id in ("tren", "duoi") for part in ("vanilla", "chocolate")}
    assert found == {("tren", "vanilla"): 5.86, ("duoi", "vanilla"): 51, ("tren", "chocolate"): 4.76, ("duoi", "chocolate"): 68}
    assert row(made, "ty-le", body="tp", part="red").value == 7


TWO = world(UNITS, indicator("so", parts=TASTES[:2]))


def parted(text: str) -> tuple[Disagreement, ...]:
    return row(asked(text, "2026-01", world=TWO), "so", body="p1").disagreements


def test_parts_that_do_not_make_the_whole_are_told() -> None:
    """Akvo RSR, disaggregation: parts 8 + 9 of a whole 17.11 are incomplete."""
    (found,) = parted("2026-01  p1  so  17,11 vụ\n2026-01  p1  so.vanilla  8,00 vụ\n2026-01  p1  so.chocolate  9,00 vụ")
    assert (found.what, found.stated, found.computed, found.entries) == ("parts", 17.11, 17.0, (1, 2, 3))
    assert found.reach == pytest.approx(0.015)


def test_printed_digits_leave_parts_open() -> None:
    """Akvo RSR, disaggregation: parts 8 + 9 of a whole 17.11 are incomplete.

    We differ where they are printed without decimals: 8 may be 8.4 and 9 may be 9.4, so they may well make 17.11.
    """
    assert parted("2026-01  p1  so  17,11 vụ\n2026-01  p1  so.vanilla  8 vụ\n2026-01  p1  so.chocolate  9 vụ") == ()


def test_a_whole_that_changes_leaves_its_parts_behind() -> None:
    """Akvo RSR, disaggregation: whole 18 with parts 9 + 9, then changed to 20: incomplete."""
    text = "2026-01  p1  so  18 vụ\n2026-01  p1  so.vanilla  9 vụ\n2026-01  p1  so.chocolate  9 vụ"
    assert parted(text) == ()
    assert parted(text + "\n2026-01  p1  so  20 vụ  đính chính") == (Disagreement("parts", 20.0, 18.0, 1.5, (4, 2, 3)),)
