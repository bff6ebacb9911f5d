"""Is something plausible taken for every indicator, named in the tables or not?"""

from __future__ import annotations

from giaoban.cases.tinh_mau.levels import EVEN, LEVELS, RATES, SEASONS, SHARES, is_rate, usual_level, usual_rate
from giaoban.catalogue.indicator import Indicator
from giaoban.catalogue.loading import Read
from giaoban.values import vietnamese


def shipped(starter: tuple[Read, ...]) -> dict[str, Indicator]:
    return {read.thing.id: read.thing for read in starter if isinstance(read.thing, Indicator)}


def test_each_level_is_an_amount() -> None:
    assert all(vietnamese.read_quantity(said)[0] > 0 for said in LEVELS.values())


def test_the_tables_name_what_there_is(starter: tuple[Read, ...]) -> None:
    """A line for an indicator that is gone would be forgotten; the case's own end in "-mau"."""
    known = shipped(starter)
    named = {*LEVELS, *RATES, *SEASONS, *SHARES, *(whole for whole, _ in SHARES.values())}
    assert sorted(id for id in named if id not in known and not id.endswith("-mau")) == []


def test_seasons_are_twelve_months_of_one_scale() -> None:
    assert {len(season) for season in (EVEN, *SEASONS.values())} == {12}
    assert all(980 <= sum(season) <= 1020 for season in (EVEN, *SEASONS.values()))


def test_rates_and_shares_are_thousandths() -> None:
    assert all(0 < rate < 1000 for rate in (*RATES.values(), *(share for _, share in SHARES.values())))


def test_an_unknown_indicator_has_the_usual_size_of_its_measure(starter: tuple[Read, ...]) -> None:
    known = shipped(starter)
    names = ("thu-ngan-sach", "dan-so", "ty-le-ho-ngheo", "ty-le-bao-hiem-y-te", "thu-nhap-binh-quan", "khach-du-lich")
    assert [usual_level(known[name]) for name in names] == [12, 900, 4, 82, 60, 3000]


def test_an_unknown_ratio_is_high_where_more_is_better(starter: tuple[Read, ...], small: tuple[Read, ...]) -> None:
    known = shipped(starter) | shipped(small)
    assert [usual_rate(known[name]) for name in ("ty-le-ho-ngheo", "ty-le-co-the")] == [18, 850]


def test_what_does_not_grow_with_the_body_is_a_rate(starter: tuple[Read, ...], small: tuple[Read, ...]) -> None:
    known = shipped(starter) | shipped(small)
    names = ("ty-le-ho-ngheo", "nang-suat-lua", "diem-thi", "tieu-chi", "dan-so", "thu-ngan-sach")
    assert [is_rate(known[name]) for name in names] == [True, True, True, True, False, False]
