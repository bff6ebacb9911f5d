"""Is an indicator's size, season and grain read rightly, and its number printed as one writes it?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from giaoban.cases.tinh_mau.place import Place, Role, month_of
from giaoban.cases.tinh_mau.series import Series, all_series
from giaoban.catalogue.loading import Read
from giaoban.ledger.admission import read_amount
from giaoban.values import Measure, Span, Step

WARD = Place("p", "P", Role.UNIT, ((0, "phuong"),), 0, None, 1000)
COMMUNE = Place("x", "X", Role.UNIT, ((0, "xa"),), 0, None, 1000)


def test_numbers_and_ratios_are_told_apart_and_words_left_out(small: tuple[Read, ...]) -> None:
    numbers, ratios = all_series(small)
    assert [one.id for one in numbers] == ["thu-ngan-sach", "cay-xanh-trong-moi", "tong-dan", "co-the", "tai-nan", "diem-thi", "tieu-chi"]
    assert [one.id for one in ratios] == ["ty-le-co-the"]


def test_each_has_its_own_cell_of_a_table(starter: tuple[Read, ...]) -> None:
    numbers, ratios = all_series(starter)
    assert numbers[0].place == "Biểu 01!E8"
    assert len({one.place for one in (*numbers, *ratios)}) == len(numbers) + len(ratios)


@pytest.mark.parametrize(
    ("id", "steps", "printed"),
    [
        ("thu-ngan-sach", 154_300_000_000, "154,3 tỷ đồng"),
        ("thu-ngan-sach", 1_154_000_000_000, "1.154 tỷ đồng"),
        ("thu-ngan-sach", -5_000_000, "-0,005 tỷ đồng"),
        ("cay-xanh-trong-moi", 1_234, "1.234 cây"),
        ("ty-le-co-the", 9_205, "92,05 %"),
        ("diem-thi", 17, "8,5 điểm"),
    ],
)
def test_a_number_is_printed_as_one_writes_it_and_read_back(series: dict[str, Series], id: str, steps: int, printed: str) -> None:
    one = series[id]
    assert one.printed(steps) == printed
    assert read_amount(printed, indicator=one.indicator, where=Span("")) == (steps, None)


def test_every_shipped_number_is_read_back(starter: tuple[Read, ...]) -> None:
    """Of each indicator, in its own grain."""
    wrong = []
    for one in (*all_series(starter)[0], *all_series(starter)[1]):
        steps = 12_345 * one.grain
        if read_amount(one.printed(steps), indicator=one.indicator, where=Span("")) != (steps, None):
            wrong.append(one.id)
    assert wrong == []


def test_grain_follows_what_is_usually_printed(series: dict[str, Series]) -> None:
    """Billions to three decimals; things by one; half points by one step."""
    assert [series[id].grain for id in ("thu-ngan-sach", "cay-xanh-trong-moi", "ty-le-co-the", "diem-thi")] == [10**6, 1, 1, 1]


def test_the_level_comes_from_the_table_or_the_measure(series: dict[str, Series]) -> None:
    assert [series[id].level for id in ("thu-ngan-sach", "cay-xanh-trong-moi", "tong-dan", "diem-thi")] == [22 * 10**9, 800, 900, 120]


def test_a_level_of_another_measure_is_a_count_or_nothing(small: tuple[Read, ...]) -> None:
    """ "800 cây" is 800 of whatever is counted one by one, and nothing to a measure of weight."""
    read = next(read for read in small if read.definition.id == "cay-xanh-trong-moi")
    bushes, tonnes, kilos = Measure.named("bụi"), Measure.named("tấn"), Measure.named("kg")
    counted = replace(read, thing=replace(read.thing, measure=bushes, step=Step(Decimal(1), bushes)))
    weighed = replace(read, thing=replace(read.thing, measure=tonnes, step=Step(Decimal(1), kilos)))
    assert [all_series([one])[0][0].level for one in (counted, weighed)] == [800, 300 * 1000]


def test_a_season_follows_the_phasing_or_is_even(small: tuple[Read, ...], series: dict[str, Series]) -> None:
    read = next(read for read in small if read.definition.id == "cay-xanh-trong-moi")
    elsewhere = replace(read, thing=replace(read.thing, id="cay-khac"))
    season = all_series([elsewhere])[0][0].season
    assert [sum(season[n : n + 3]) for n in (0, 3, 6, 9)] == [597, 147, 99, 147]
    assert len(set(series["tai-nan"].season)) < 12


def test_a_numerator_is_a_part_of_its_denominator(series: dict[str, Series]) -> None:
    assert (series["co-the"].share_of, series["co-the"].share) == ("tong-dan", 850)
    assert series["tong-dan"].share_of == ""


def test_a_circle_of_shares_is_no_share(small: tuple[Read, ...]) -> None:
    ratio = next(read for read in small if read.definition.id == "ty-le-co-the")
    back = replace(ratio, thing=replace(ratio.thing, id="nguoc-lai", numerator="tong-dan", denominator="co-the"))
    lost = replace(ratio, thing=replace(ratio.thing, id="mat-goc", numerator="khong-co", denominator="co-the"))
    found = {one.id: one.share_of for one in all_series([*small, back, lost])[0]}
    assert (found["co-the"], found["tong-dan"]) == ("", "")


def test_money_is_no_part_of_people(small: tuple[Read, ...]) -> None:
    ratio = next(read for read in small if read.definition.id == "ty-le-co-the")
    other = replace(ratio, thing=replace(ratio.thing, id="khac-loai", numerator="thu-ngan-sach", denominator="tong-dan"))
    assert {one.share_of for one in all_series([*small, other])[0] if one.id == "thu-ngan-sach"} == {""}


def test_where_and_since_when_it_applies(series: dict[str, Series]) -> None:
    one = series["diem-thi"]
    asked = [(COMMUNE, "2022-02"), (COMMUNE, "2022-03"), (WARD, "2022-03")]
    assert [one.applies_to(place, month=month_of(month)) for place, month in asked] == [False, True, False]


def test_what_bounds_it_and_who_sees_it(starter: tuple[Read, ...], series: dict[str, Series]) -> None:
    assert [series[id].top for id in ("tieu-chi", "ty-le-co-the", "tong-dan")] == [9, 10_000, None]
    seen = {one.id: one.visibility for one in all_series(starter)[0]}
    assert (seen["don-thu-phai-giai-quyet"], seen["dan-so"]) == ("restricted", "accepted")


def test_only_money_that_flows_and_binds_is_estimated(starter: tuple[Read, ...]) -> None:
    money = {one.id: one.money for one in all_series(starter)[0]}
    names = ("thu-ngan-sach", "ke-hoach-von-dau-tu-cong", "nhan-dan-dong-gop", "cay-xanh-trong-moi")
    assert [money[name] for name in names] == [True, False, False, False]
