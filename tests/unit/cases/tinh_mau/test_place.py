"""Does a place know when it stands, of which kind it is, and how months are counted?"""

from __future__ import annotations

from giaoban.cases.tinh_mau.place import Place, Role, month_code, month_of, window_of

TURNED = Place("xa-a", "Xã A", Role.UNIT, ((0, "xa"), (month_of("2023-01"), "phuong")), month_of("2021-01"), month_of("2025-07"), 1000)


def test_months_are_numbered_through() -> None:
    assert month_of("2021-01") - month_of("2020-12") == 1
    assert [month_code(month_of(code)) for code in ("2019-01", "2020-12")] == ["2019-01", "2020-12"]
    assert window_of(month_of("2021-04"), last=month_of("2021-06")).code == "2021-Q2"


def test_it_stands_from_its_first_month_until_the_one_after_its_last() -> None:
    spans = [("2020-12", "2020-12"), ("2021-01", "2021-03"), ("2025-04", "2025-06"), ("2025-04", "2025-07")]
    assert [TURNED.stands(month_of(first), last=month_of(last)) for first, last in spans] == [False, True, True, False]


def test_it_may_change_its_kind_and_stay_the_same() -> None:
    assert [TURNED.kind_in(month_of(month)) for month in ("2022-12", "2023-01")] == ["xa", "phuong"]
    assert Place("a", "A", Role.UNIT, ((30_000, "xa"),), 0, None, 1).kind_in(5) == "xa"
