"""Does a block hold everything that its series are made of, and every row one block?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.catalogue import EVERYTHING, Window
from giaoban.cube import Series
from giaoban.engine import Question, What, about, explain, prepare
from giaoban.engine.blocks import blocks, made_of, together
from tests.unit.boards import SILENT
from tests.unit.catalogues import REGIME, catalogue_on
from tests.unit.engine.test_computed import computed
from tests.unit.engine.worlds import World, frames, windows, worlds

INDICATORS = catalogue_on(date(2026, 1, 1)).indicators
SERIES = tuple(sorted(Series(id, regime) for id in INDICATORS for regime in (REGIME, "nghi-dinh-09")))


def test_a_ratio_is_made_of_its_sides_and_a_mean_of_its_weight() -> None:
    assert made_of(INDICATORS["ty-le"]) == {"ho-ngheo", "ho"}
    assert made_of(INDICATORS["thu-nhap"]) == {"dan-so"}
    assert made_of(INDICATORS["thu"]) == frozenset()


def test_what_is_made_of_others_comes_with_them() -> None:
    assert together(["ty-le", "thu"], indicators=INDICATORS) == {"ty-le", "ho-ngheo", "ho", "thu"}
    assert together(["ho", "khong-co"], indicators=INDICATORS) == {"ho"}


def test_a_formula_is_made_of_its_terms() -> None:
    """And of what these are made of."""
    known = computed(tinh=("{thu} / {ty-le} + {thu}.ky_truoc", "tỷ đồng"), hai=("{tinh} * 2", "tỷ đồng")).indicators
    assert made_of(known["tinh"]) == {"thu", "ty-le"}
    assert together(["hai"], indicators=known) == {"hai", "tinh", "thu", "ty-le", "ho-ngheo", "ho"}


@given(st.integers(1, 60))
def test_every_row_is_in_one_block_with_all_it_is_made_of(size: int) -> None:
    found = blocks(SERIES, indicators=INDICATORS, size=size)
    assert sorted(row for block in found for row in block) == list(range(len(SERIES)))
    for block in found:
        held = {SERIES[row] for row in block}
        assert list(block) == sorted(block)
        for one in held:
            assert {Series(part, one.regime) for part in made_of(INDICATORS[one.indicator])} <= held


@pytest.mark.parametrize(("size", "many"), [(1, True), (1000, False)])
def test_blocks_are_about_as_large_as_asked(size: int, many: bool) -> None:
    """Families are never parted; small ones are put together up to the size."""
    found = blocks(SERIES, indicators=INDICATORS, size=size)
    assert (len(found) > 10) == many
    assert many or len(found) == 1


def test_a_series_of_an_unknown_indicator_is_a_block_like_others() -> None:
    assert blocks((Series("la", REGIME), Series("thu", REGIME)), indicators=INDICATORS, size=1) == ((0,), (1,))


@given(worlds(most=80), windows, frames, st.sampled_from(list(What)))
@settings(max_examples=25, deadline=None)
def test_what_is_asked_of_one_indicator_is_answered_as_from_the_whole(world: World, window: Window, frame: date, what: What) -> None:
    """Row, number, entries, rule and gaps are the same."""
    question = Question("tp", window, REGIME, frame, frame)
    whole = prepare(question, cube=world.cube, catalogue=world.catalogue, sight=EVERYTHING, archive=SILENT)
    for id in sorted(world.told & set(world.catalogue.indicators)):
        small = about(id, cube=world.cube, catalogue=world.catalogue)
        maker = prepare(question, cube=small, catalogue=world.catalogue, sight=EVERYTHING, archive=SILENT)
        for body in world.cube.bodies:
            asked = {"indicator": id, "body": body, "what": what}
            assert explain(maker, **asked) == explain(whole, **asked)
