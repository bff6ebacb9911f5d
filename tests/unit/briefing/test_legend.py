"""Has a legend the words that a reader needs, in the order of a report?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from giaoban.briefing.legend import Legend, inside
from giaoban.catalogue import Direction
from tests.unit.briefing.boards import CITY, GIFTS, REVENUE, body, catalogue


def test_groups_stand_in_the_order_of_a_report() -> None:
    found = Legend.of(replace(catalogue(), groups=dict(reversed(list(catalogue().groups.items())))), on=date(2021, 4, 20))
    assert list(found.groups) == ["ngan-sach", "do-thi", "xa-hoi"]


def test_a_body_has_its_name_of_the_day_or_its_last_one() -> None:
    """What ended is still spoken of."""
    old = body("x", "Xã Cũ", since=date(2019, 1, 1), until=date(2020, 1, 1))
    new = body("x", "Phường Mới", since=date(2020, 1, 1), until=date(2021, 1, 1))
    known = replace(catalogue(), bodies={"x": (old, new)})
    assert [Legend.of(known, on=date(year, 6, 1)).body("x") for year in (2019, 2020, 2022)] == ["Xã Cũ", "Phường Mới", "Phường Mới"]


def test_marks_come_from_the_indicators() -> None:
    """Which way is better, what is a sum of the year, what is voluntary."""
    found = Legend.of(catalogue(REVENUE, GIFTS), on=date(2021, 4, 20))
    assert found.directions == {"thu-ngan-sach": Direction.MORE, "dong-gop-giao-duc": Direction.MORE}
    assert found.flows == {"thu-ngan-sach", "dong-gop-giao-duc"}
    assert found.voluntary == {"dong-gop-giao-duc"}


def test_what_has_no_name_is_called_by_its_id() -> None:
    found = Legend.of(catalogue(), on=date(2021, 4, 20))
    assert (found.group("do-thi"), found.body(CITY.id), found.indicator("thu-ngan-sach")) == (
        "Đô thị, đô thị văn minh",
        "Thành phố Hà Tĩnh",
        "Thu ngân sách nhà nước trên địa bàn",
    )
    assert (Legend().group("g"), Legend().body("b"), Legend().indicator("i")) == ("g", "b", "i")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Phường Thạch Linh", "phường Thạch Linh"),
        ("Thành phố Hà Tĩnh", "thành phố Hà Tĩnh"),
        ("Thành ủy Hà Tĩnh", "Thành ủy Hà Tĩnh"),
        ("UBND phường Nam Hà", "UBND phường Nam Hà"),
        ("", ""),
    ],
)
def test_inside_a_sentence_only_the_kind_of_area_is_written_small(name: str, said: str) -> None:
    assert inside(name) == said
