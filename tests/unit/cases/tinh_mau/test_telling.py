"""Does a telling begin afresh each time, and does it read regime and scales from the definitions?"""

from __future__ import annotations

from giaoban.cases.tinh_mau.place import month_of
from giaoban.cases.tinh_mau.telling import in_order, judged_in, kinds_of
from giaoban.cases.tinh_mau.ward import setting
from giaoban.catalogue.calendar import PeriodKind
from giaoban.catalogue.loading import Read


def test_each_telling_is_the_same(small: tuple[Read, ...]) -> None:
    made = setting(1, reads=small)
    first, second = made.begin(), made.begin()
    for month in range(month_of("2018-12"), month_of("2019-07")):
        assert list(first(month)) == list(second(month))


def test_before_the_first_month_there_are_only_plans(small: tuple[Read, ...]) -> None:
    told = list(setting(1, reads=small).begin()(month_of("2018-12")))
    assert {type(fact.item).__name__ for fact in told} == {"Target"}


def test_a_regime_says_its_kinds_of_periods(small: tuple[Read, ...]) -> None:
    assert kinds_of(small) == frozenset(PeriodKind) - {PeriodKind.MONTHS}
    assert kinds_of([]) == frozenset(PeriodKind)


def test_what_is_judged_has_its_scale_and_its_first_month(starter: tuple[Read, ...], small: tuple[Read, ...]) -> None:
    assert [(indicator.id, scale.id, first) for indicator, scale, first in judged_in(small)] == [("danh-gia", "thang", month_of("2010-01"))]
    assert len(judged_in(starter)) >= 5
    twice = [*small, *(read for read in small if read.definition.id == "danh-gia")]
    assert judged_in(twice) == judged_in(small)


def test_definitions_stand_in_the_order_of_their_days(starter: tuple[Read, ...]) -> None:
    assert in_order(reversed(starter)) == in_order(starter)
    days = [read.definition.since for read in in_order(starter) if read.definition.id == "dan-so"]
    assert days == sorted(days)
