"""Do the masks over the rows say what the indicators say?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from giaoban import engine
from giaoban.catalogue import Catalogue, Direction, Indicator, OverBodies, OverTime
from giaoban.cube import Mask, Series
from giaoban.engine.rules import Rules, over_bodies_of, over_time_of, rules_of
from giaoban.ledger import Book
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of

WORLD = catalogue_on(date(2026, 1, 1))


def ruled(book: Book | None = None, *, catalogue: Catalogue = WORLD) -> tuple[engine.Cube, Rules]:
    known = engine.build((book or ledger_of("")).entries, catalogue=catalogue, regime=REGIME, sees=lambda item: True)
    return known, rules_of(known, catalogue=catalogue)


def ids(mask: Mask, known: engine.Cube) -> set[str]:
    return {known.series[row].indicator for row in np.flatnonzero(mask)}


def without(*gone: str) -> Catalogue:
    return replace(WORLD, indicators={id: one for id, one in WORLD.indicators.items() if id not in gone})


def test_every_row_follows_the_rule_of_its_indicator_over_time() -> None:
    """Each indicator of the small world is in the mask of its own rule and in no other."""
    known, rules = ruled()
    assert {rule: ids(mask, known) for rule, mask in rules.in_time.items()} == {
        OverTime.SUM: {"thu", "thu-dat", "thu-dia-ban", "chi", "phat-sinh", "van-dong", "kin"},
        OverTime.LAST: {"dan-so", "ho", "ho-ngheo", "ty-le", "thu-nhap", "tieu-chi"},
        OverTime.MEAN: {"diem"},
        OverTime.MIN: {"thap-nhat"},
        OverTime.MAX: {"cao-nhat"},
        OverTime.NEVER: {"chi-so", "danh-gia"},
    }
    assert tuple(series.indicator for series in known.series) == tuple(one.id for one in rules.indicators if one)


def test_every_row_follows_the_rule_of_its_indicator_over_bodies() -> None:
    """So do the masks over bodies."""
    known, rules = ruled()
    sums = {"thu", "thu-dat", "thu-dia-ban", "chi", "phat-sinh", "dan-so", "ho", "ho-ngheo", "van-dong", "kin"}
    assert {rule: ids(mask, known) for rule, mask in rules.in_bodies.items()} == {
        OverBodies.SUM: sums,
        OverBodies.RATIO: {"ty-le"},
        OverBodies.WEIGHTED_MEAN: {"thu-nhap"},
        OverBodies.MEAN: {"diem"},
        OverBodies.COUNT: {"tieu-chi"},
        OverBodies.MIN: {"thap-nhat"},
        OverBodies.MAX: {"cao-nhat"},
        OverBodies.FORMULA: set(),
        OverBodies.NONE: {"chi-so", "danh-gia"},
    }
    assert ids(rules.additive, known) == sums
    assert ids(rules.divided, known) == {"diem", "thu-nhap"}


def test_what_silence_and_own_figures_mean_is_a_mask_too() -> None:
    known, rules = ruled()
    assert ids(rules.silent, known) == {"phat-sinh", "thap-nhat", "cao-nhat", "van-dong"}
    assert ids(rules.own_part, known) == {"chi"}
    assert ids(~rules.makes_whole, known) == {"thu-dia-ban"}


def test_a_weighted_mean_knows_the_row_of_its_weight_in_its_own_regime(book: Book) -> None:
    """A mean under Decree 09 is weighed with the people counted under Decree 09.

    2026-03  p1  thu-nhap  5 triệu đồng/người/năm  regime=nghi-dinh-09
    """
    known, rules = ruled(book)
    pairs = {(known.series[row], known.series[weight]) for row, weight in zip(rules.weighted, rules.weights, strict=True)}
    assert pairs == {(Series("thu-nhap", one), Series("dan-so", one)) for one in (REGIME, "nghi-dinh-09")}


def test_a_weighted_mean_without_its_weight_is_weighed_with_nothing() -> None:
    """The catalogue has lost the weight: no row is named, and nothing breaks."""
    _, rules = ruled(catalogue=without("dan-so"))
    assert (rules.weighted.tolist(), rules.weights.tolist()) == ([], [])


def test_a_series_of_an_unknown_indicator_is_never_added(book: Book) -> None:
    """It was reported once, and the catalogue of the day no longer has it.

    2026-03  p1  thu  12 đồng
    """
    known, rules = ruled(book, catalogue=without("thu"))
    row = known.row[Series("thu", REGIME)]
    assert (rules.indicators[row], rules.over_time[row], rules.over_bodies[row]) == (None, OverTime.NEVER, OverBodies.NONE)
    masks = (rules.silent, rules.additive, rules.divided, rules.own_part, rules.makes_whole)
    assert not any(mask[row] for mask in masks)
    assert not rules.meets(row, steps=np.array([1e9])).any()


@pytest.mark.parametrize(
    ("over_bodies", "said", "meant"),
    [
        (OverBodies.RATIO, OverTime.SUM, OverTime.NEVER),
        (OverBodies.RATIO, OverTime.MEAN, OverTime.NEVER),
        (OverBodies.RATIO, OverTime.LAST, OverTime.LAST),
        (OverBodies.RATIO, OverTime.MAX, OverTime.MAX),
        (OverBodies.WEIGHTED_MEAN, OverTime.SUM, OverTime.NEVER),
        (OverBodies.WEIGHTED_MEAN, OverTime.MEAN, OverTime.MEAN),
        (OverBodies.SUM, OverTime.SUM, OverTime.SUM),
        (OverBodies.MEAN, OverTime.MEAN, OverTime.MEAN),
    ],
)
def test_what_is_made_of_numerator_and_denominator_is_never_summed(over_bodies: OverBodies, said: OverTime, meant: OverTime) -> None:
    """Percentages are not added and not averaged over time, whatever the indicator says; other rules hold as said."""
    assert over_time_of(replace(WORLD.indicators["ty-le"], over_bodies=over_bodies, over_time=said)) is meant


def test_a_part_of_a_ratio_stands_for_itself() -> None:
    """The percentage of women is not the quotient of all poor households and all households."""
    ratio, whole = WORLD.indicators["ty-le"], WORLD.indicators["dan-so"]
    found = [over_bodies_of(ratio, part="-"), over_bodies_of(ratio, part="nu"), over_bodies_of(whole, part="nu")]
    assert found == [OverBodies.RATIO, OverBodies.NONE, OverBodies.SUM]


def test_the_part_of_an_additive_indicator_adds_up_as_the_whole_does(book: Book) -> None:
    """Women of the wards are women of the city.

    2026-03  p1  dan-so.nu  12 người
    """
    known, rules = ruled(book)
    assert rules.additive[known.row[Series("dan-so", REGIME, "nu")]]


def meets(indicator: Indicator, *steps: float) -> list[bool]:
    known, rules = ruled(catalogue=replace(WORLD, indicators={**WORLD.indicators, "tieu-chi": indicator}))
    return [bool(one) for one in rules.meets(known.row[Series("tieu-chi", REGIME)], steps=np.array(steps))]


def test_a_level_is_met_when_reached() -> None:
    """19 criteria of 19 meet it, 18 do not; what is unknown does not."""
    assert meets(WORLD.indicators["tieu-chi"], 18, 19, 20, np.nan) == [False, True, True, False]


def test_where_less_is_better_a_level_is_met_from_above() -> None:
    assert meets(replace(WORLD.indicators["tieu-chi"], direction=Direction.LESS), 18, 19, 20, np.nan) == [True, True, False, False]


def test_the_level_is_said_in_the_measure_and_counted_in_steps() -> None:
    """A level of 0,5 tỷ đồng is 500 million steps of one đồng."""
    indicator = replace(WORLD.indicators["thu"], id="tieu-chi", over_bodies=OverBodies.COUNT, meets=Decimal("0.5"))
    assert meets(indicator, 499_999_999, 500_000_000) == [False, True]


def test_an_indicator_without_a_level_is_met_by_nobody() -> None:
    assert meets(replace(WORLD.indicators["tieu-chi"], meets=None), 18, 19, 1000) == [False, False, False]
