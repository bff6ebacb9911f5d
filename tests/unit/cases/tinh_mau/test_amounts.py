"""Is the truth repeatable, seasonal, bounded by its wholes, summed where it must be, and as the stories say?"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from giaoban.cases.tinh_mau.amounts import ANY_FLOW, World
from giaoban.cases.tinh_mau.place import Place, Role, month_of
from giaoban.cases.tinh_mau.series import Series, all_series
from giaoban.cases.tinh_mau.usual import Usual
from giaoban.catalogue.loading import Read

FIRST, JANUARY, MARCH = month_of("2019-01"), month_of("2021-01"), month_of("2021-03")
PLACES = (
    Place("a", "A", Role.UNIT, ((0, "xa"),), FIRST, None, 1000),
    Place("b", "B", Role.UNIT, ((0, "xa"),), FIRST, MARCH + 1, 500),
    Place("ca-hai", "A và B", Role.WARD, ((0, "phuong"),), FIRST, None, 0, (("a", 1000), ("b", 1000))),
)


def world(series: dict[str, Series], *, stories: dict[tuple[str, str, str], int] | None = None, sums: bool = False, seed: int = 1) -> World:
    totals = dict.fromkeys(series, ("ca-hai", ("a", "b"))) if sums else {}
    return World(Usual(seed, places=PLACES, series=series), sums=totals, stories=stories or {})


def test_the_same_question_has_the_same_answer_in_any_order(series: dict[str, Series]) -> None:
    one, other = world(series), world(series)
    other.amounts(series["tai-nan"], first=MARCH, last=MARCH)
    other.forget(before=2030)
    trees = series["cay-xanh-trong-moi"]
    assert one.amounts(trees, first=JANUARY, last=MARCH) == other.amounts(trees, first=JANUARY, last=MARCH)
    assert world(series, seed=2).amounts(trees, first=JANUARY, last=MARCH) != one.amounts(trees, first=JANUARY, last=MARCH)


def test_only_who_stands_and_whom_it_concerns_has_an_amount(series: dict[str, Series]) -> None:
    found = world(series)
    assert sorted(found.amounts(series["tong-dan"], first=JANUARY, last=MARCH)) == ["a", "b", "ca-hai"]
    assert sorted(found.amounts(series["tong-dan"], first=MARCH, last=MARCH + 1)) == ["a", "ca-hai"]
    later = month_of("2022-06")
    assert sorted(found.amounts(series["diem-thi"], first=later - 5, last=later)) == ["a"]
    assert found.amounts(series["diem-thi"], first=JANUARY, last=MARCH) == {}


def test_a_flow_follows_its_season(series: dict[str, Series]) -> None:
    """Trees are planted in spring."""
    found = world(series, stories={("cay-xanh-trong-moi", "a", "2021"): 1000})
    quarters = [found.amounts(series["cay-xanh-trong-moi"], first=JANUARY + n, last=JANUARY + n + 2)["a"] for n in (0, 3, 6, 9)]
    assert quarters[0] > 3 * max(quarters[1:])
    assert found.to_date(series["cay-xanh-trong-moi"], last=JANUARY + 11)["a"] == sum(quarters)


def test_steps_are_whole_and_in_the_grain_that_is_printed(series: dict[str, Series]) -> None:
    found = world(series)
    for one in (series["thu-ngan-sach"], series["diem-thi"], series["tong-dan"]):
        amounts = found.amounts(one, first=month_of("2022-01"), last=month_of("2022-06")).values()
        assert all(isinstance(steps, int) and steps % one.grain == 0 for steps in amounts)


def test_few_things_still_happen_in_a_small_place(series: dict[str, Series]) -> None:
    """Some twenty accidents a year make one or two a month, and never less than none."""
    months = [world(series).amounts(series["tai-nan"], first=month, last=month)["b"] for month in range(JANUARY, JANUARY + 3)]
    assert all(0 <= count <= 4 for count in months)


def test_a_stock_changes_slowly_and_a_head_count_knows_no_luck(series: dict[str, Series]) -> None:
    found = world(series)
    years = [found.to_date(series["tong-dan"], last=month_of(f"{year}-12"))["a"] for year in range(2019, 2026)]
    assert all(abs(after - before) * 100 <= 3 * before for before, after in pairwise(years))


def test_what_is_bounded_stays_below(series: dict[str, Series]) -> None:
    found = world(series, stories={("tieu-chi", "a", "2021"): 3000})
    assert found.amounts(series["tieu-chi"], first=JANUARY, last=MARCH)["a"] == 9


def test_a_story_of_a_quarter_wins_over_that_of_the_year(series: dict[str, Series]) -> None:
    trees = series["cay-xanh-trong-moi"]
    told = world(series, stories={(trees.id, "a", "2021"): 100, (trees.id, "a", "2021-Q2"): 5000, (ANY_FLOW, "a", "2021-Q3"): 7000})
    quarters = [told.amounts(trees, first=JANUARY + n, last=JANUARY + n + 2)["a"] for n in (0, 3, 6)]
    plain = world(series, stories={(trees.id, "a", "2021"): 1000})
    usual = [plain.amounts(trees, first=JANUARY + n, last=JANUARY + n + 2)["a"] for n in (0, 3, 6)]
    assert [(quarter * 20 // base + 1) // 2 for quarter, base in zip(quarters, usual, strict=True)] == [1, 50, 1]


def test_a_story_of_every_flow_leaves_levels_alone(series: dict[str, Series]) -> None:
    told, plain = world(series, stories={(ANY_FLOW, "a", "2021"): 1}), world(series)
    assert told.amounts(series["tong-dan"], first=JANUARY, last=JANUARY + 11) == plain.amounts(
        series["tong-dan"], first=JANUARY, last=JANUARY + 11
    )
    assert told.amounts(series["cay-xanh-trong-moi"], first=JANUARY, last=MARCH)["a"] <= 1


def test_a_whole_is_the_exact_sum_of_its_parts_where_it_must_be(series: dict[str, Series]) -> None:
    found = world(series, sums=True).amounts(series["cay-xanh-trong-moi"], first=JANUARY, last=MARCH)
    assert found["ca-hai"] == found["a"] + found["b"]
    assert world(series, sums=True).amounts(series["diem-thi"], first=month_of("2022-01"), last=month_of("2022-06")).keys() == {"a"}


@pytest.mark.parametrize("part", ["ho-so-truc-tuyen", "rac-thu-gom", "xi-mang-da-dung", "ho-so-dung-han"])
def test_a_part_never_exceeds_its_whole_in_the_same_window(starter: tuple[Read, ...], part: str) -> None:
    shipped = {one.id: one for one in all_series(starter)[0]}
    found, one = world(shipped), shipped[part]
    for last in range(JANUARY + one.indicator.frequency.months - 1, JANUARY + 12, one.indicator.frequency.months):
        first = last - one.indicator.frequency.months + 1
        parts, wholes = found.amounts(one, first=first, last=last), found.amounts(shipped[one.share_of], first=first, last=last)
        assert all(parts[id] <= wholes[id] for id in parts)


def test_a_part_of_what_a_place_has_not_stands_alone(starter: tuple[Read, ...]) -> None:
    """Where the whole does not apply, the part still has an amount."""
    shipped = {one.id: one for one in all_series(starter)[0]}
    whole = shipped["ho-so-tiep-nhan"]
    shipped[whole.id] = replace(whole, indicator=replace(whole.indicator, not_for=frozenset({"xa"})))
    found = world(shipped).amounts(shipped["ho-so-truc-tuyen"], first=JANUARY, last=JANUARY)
    assert found["a"] > 0


def test_luck_is_mostly_middling_sometimes_bad_rarely_far_too_good(series: dict[str, Series]) -> None:
    many = tuple(Place(f"p{n}", "P", Role.UNIT, ((0, "xa"),), FIRST, None, 1000) for n in range(2000))
    found = World(Usual(1, places=many, series=series), sums={}, stories={})
    amounts = found.amounts(series["cay-xanh-trong-moi"], first=JANUARY, last=JANUARY + 11)
    usual = found.usual.of(series["cay-xanh-trong-moi"], year=2021)
    ratios = [amounts[id] * 100_000 // usual[id] for id in amounts]
    assert 60 <= sum(ratio < 88 for ratio in ratios) <= 160
    assert 20 <= sum(ratio > 140 for ratio in ratios) <= 60
