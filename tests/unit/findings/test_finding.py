"""Are the numbers of a board said as a report says them, and does a finding keep what it rests on?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from giaoban.catalogue import Window
from giaoban.findings.finding import (
    Finding,
    about,
    amount,
    chosen_plan,
    done_towards,
    exact,
    name_of,
    percent,
    plan_words,
    points,
    stated_percent,
    with_measure,
)
from tests.unit.briefing.boards import PACE, REVENUE, VOLUME, plan, row


def test_a_finding_is_data_with_plain_numbers_and_without_twice_named_entries() -> None:
    """Entry 0 is a computed figure and no entry."""
    finding = about(
        row(REVENUE, value=1.0), kind="x", weight=1, title="Thu: x", numbers=(("share", Decimal("0.50")),), entries=(0, 5, 7, 5)
    )
    assert finding == Finding(
        "x",
        1,
        Decimal(0),
        row(REVENUE).series,
        "ha-tinh",
        "Thu ngân sách nhà nước trên địa bàn",
        "Thu: x",
        "",
        (("share", Decimal("0.50")),),
        (5, 7),
    )
    assert finding.data() == {
        "kind": "x",
        "indicator": "thu-ngan-sach",
        "regime": "giao-ban",
        "part": None,
        "body": "ha-tinh",
        "title": "Thu: x",
        "detail": None,
        "numbers": {"share": 0.5},
        "entries": [5, 7],
        "for_office": False,
    }


def test_a_double_of_the_engine_becomes_the_decimal_that_was_meant() -> None:
    assert [exact(number) for number in (0.1 + 0.2, 154.3, 1e15, Decimal("0.5"))] == [
        Decimal("0.3"),
        Decimal("154.3"),
        Decimal("1E+15"),
        Decimal("0.5"),
    ]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0.0, "0"),
        (154.3, "154,3"),
        (1973.949, "1.973,95"),
        (-0.004, "-0,004"),
        (0.123456, "0,12"),
        (0.0123456, "0,012"),
        (0.00000049, "0,00000049"),
        (33568.0, "33.568"),
        (1e9, "1.000.000.000"),
    ],
)
def test_an_amount_has_two_decimals_at_most_and_is_no_zero_unless_it_is_one(number: float, said: str) -> None:
    """Smaller numbers keep two digits."""
    assert amount(number) == said


@pytest.mark.parametrize(
    ("ratio", "said"),
    [(1.45, "145"), (0.2547, "25,5"), (0.9996, "99,96"), (0.999996, "99,9996"), (1.0, "100"), (1.00004, "100,004"), (0.0004, "0,04")],
)
def test_rounding_never_makes_a_plan_reached_or_missed(ratio: float, said: str) -> None:
    """99,96% is not 100%, and something is not nothing."""
    assert percent(ratio) == said


def test_a_stated_percentage_keeps_its_digits() -> None:
    assert [stated_percent(ratio) for ratio in (1.45, 1.2257, 2.9)] == ["145", "122,57", "290"]


def test_a_difference_of_shares_is_said_in_points() -> None:
    assert points(Decimal("0.1304")) == "13 điểm %"


def test_a_number_stands_with_its_measure() -> None:
    assert with_measure(154.3, row=row(REVENUE)) == "154,3 tỷ đồng"
    assert with_measure(42.0, row=row(VOLUME)) == "42%"


def test_an_indicator_in_words_is_named_without_the_mark_of_the_catalogue() -> None:
    assert name_of(row(PACE)) == "Tiến độ chương trình mục tiêu"


def test_a_percentage_names_its_plan() -> None:
    assert plan_words(plan(450.0, 0.5)) == "kế hoạch năm 2021 (thành phố giao)"
    assert plan_words(plan(450.0, 0.5, period="2021-Q2"), of="mức giao") == "mức giao quý II/2021 (thành phố giao)"


def test_the_verdict_goes_by_the_first_plan_that_can_be_said() -> None:
    first, second = plan(1.0, None), plan(2.0, 0.5)
    assert chosen_plan(row(REVENUE, targets=(first, second))) == second
    assert chosen_plan(row(REVENUE, targets=(first,))) is None


def test_a_year_plan_is_held_against_the_year_so_far() -> None:
    """A plan of the window itself, or of a window that begins with the year, against the window's own figure."""
    found = row(REVENUE, value=10.0, to_date=30.0)
    assert done_towards(found, plan=plan(1.0, 0.5), window=Window.of("2021-Q2")) == (30.0, True)
    assert done_towards(found, plan=plan(1.0, 0.5, period="2021-Q2"), window=Window.of("2021-Q2")) == (10.0, False)
    assert done_towards(found, plan=plan(1.0, 0.5), window=Window.of("2021-Q1")) == (10.0, False)
