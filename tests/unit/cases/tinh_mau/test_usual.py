"""Does what is usual follow from size, tables and members, in every year and for the smallest place?"""

from __future__ import annotations

import pytest

from giaoban.cases.tinh_mau.place import Place, Role, month_of
from giaoban.cases.tinh_mau.series import Series, all_series
from giaoban.cases.tinh_mau.usual import THOUSAND, Usual, share_in
from giaoban.catalogue.loading import Read

FIRST = month_of("2019-01")
UNIT = ((0, "xa"),)
PLACES = (
    Place("a", "A", Role.UNIT, UNIT, FIRST, None, 1000),
    Place("b", "B", Role.UNIT, UNIT, FIRST, None, 500),
    Place("ca-hai", "A và B", Role.WARD, UNIT, FIRST, None, 0, (("a", 1000), ("b", 1000))),
    Place("nua-b", "Nửa B", Role.NEIGHBOUR, UNIT, FIRST, None, 0, (("b", 500),)),
    Place("thanh-pho", "Thành phố", Role.CITY, ((0, "thanh-pho"),), FIRST, None, 0, (("a", 1000), ("b", 1000))),
)


@pytest.fixture
def usual(series: dict[str, Series]) -> Usual:
    return Usual(1, places=PLACES, series=series)


def test_a_larger_place_has_more_and_grows(usual: Usual, series: dict[str, Series]) -> None:
    """800 trees for an average place, a quarter more or less; six per cent more a year."""
    trees = series["cay-xanh-trong-moi"]
    found = {year: usual.of(trees, year=year)["a"] for year in (2021, 2022, 2026)}
    assert 600 * THOUSAND <= found[2021] <= 1000 * THOUSAND
    assert found[2022] * 100 // found[2021] == 106
    assert found[2026] * 100 // found[2021] == 130


def test_a_place_is_what_its_members_are(usual: Usual, series: dict[str, Series]) -> None:
    found = usual.of(series["cay-xanh-trong-moi"], year=2021)
    assert found["ca-hai"] == (found["a"] + found["b"]) // THOUSAND * THOUSAND or abs(found["ca-hai"] - found["a"] - found["b"]) < THOUSAND
    assert abs(found["nua-b"] * 2 - found["b"]) <= 2


def test_of_a_rate_it_is_the_mean(usual: Usual, series: dict[str, Series]) -> None:
    found = usual.of(series["diem-thi"], year=2021)
    assert found["ca-hai"] == (found["a"] + found["b"]) // 2
    assert 0.9 < found["a"] / (series["diem-thi"].level * THOUSAND) < 1.1


def test_a_part_is_less_than_its_whole_and_comes_nearer(usual: Usual, series: dict[str, Series]) -> None:
    part, whole = series["co-the"], series["tong-dan"]
    shares = [usual.of(part, year=year)["a"] * THOUSAND // usual.of(whole, year=year)["a"] for year in (2019, 2021, 2026)]
    assert shares == sorted(shares)
    assert 800 < shares[0] < shares[-1] <= 990


def test_what_should_shrink_shrinks(usual: Usual, series: dict[str, Series], starter: tuple[Read, ...]) -> None:
    accidents = [usual.of(series["tai-nan"], year=year)["a"] for year in (2019, 2021, 2026)]
    assert accidents == sorted(accidents, reverse=True)
    assert accidents[-1] > 0
    poor = next(one for one in all_series(starter)[0] if one.id == "ho-ngheo")
    assert [share_in(poor, year=year) for year in (2021, 2026, 2060)] == [18, 14, 5]


def test_criteria_are_met_up_to_all_of_them(usual: Usual, series: dict[str, Series]) -> None:
    met = usual.of(series["tieu-chi"], year=2026)
    assert all(5 * THOUSAND <= steps <= 9 * THOUSAND for steps in met.values())


def test_a_yes_or_no_is_one_or_nothing(starter: tuple[Read, ...]) -> None:
    one = next(one for one in all_series(starter)[0] if one.id == "xa-ntm-nang-cao")
    found = Usual(1, places=PLACES, series={one.id: one}).of(one, year=2021)
    assert set(found.values()) <= {0, THOUSAND}


def test_a_city_has_more_than_its_units_where_parts_do_not_make_the_whole(usual: Usual, series: dict[str, Series]) -> None:
    revenue = usual.of(series["thu-ngan-sach"], year=2021)
    trees = usual.of(series["cay-xanh-trong-moi"], year=2021)
    assert revenue["thanh-pho"] * 10 // (revenue["a"] + revenue["b"]) in (17, 18)
    assert abs(trees["thanh-pho"] - trees["a"] - trees["b"]) < THOUSAND


def test_of_its_own_office_it_has_a_little(starter: tuple[Read, ...]) -> None:
    one = next(one for one in all_series(starter)[0] if one.id == "ho-so-tiep-nhan")
    found = Usual(1, places=PLACES, series={one.id: one}).of(one, year=2021)
    assert 7 <= found["thanh-pho"] * 100 // (found["a"] + found["b"]) <= 8


def test_what_was_dropped_is_worked_out_again(usual: Usual, series: dict[str, Series]) -> None:
    before = usual.of(series["tong-dan"], year=2020)
    usual.forget(before=2021)
    assert usual.of(series["tong-dan"], year=2020) == before
    assert usual.of(series["tong-dan"], year=2020) is not before
