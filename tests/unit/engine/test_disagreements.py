"""Is everything about a cell that contradicts itself told, with both numbers, and nothing that printed digits leave open?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from giaoban.catalogue import OverBodies
from giaoban.engine.board import Disagreement
from giaoban.ledger import Book
from tests.unit.boards import board
from tests.unit.catalogues import ledger_of
from tests.unit.engine.makers import maker, other_world, row


def told(book: Book, period: str, *, body: str = "p1", indicator: str = "thu") -> list[Disagreement]:
    """What contradicts itself in a row; its numbers to nine digits."""
    found = board(book, period, body=body, units=False).row(indicator).disagreements
    return [replace(one, stated=round(one.stated, 9), computed=round(one.computed, 9), reach=round(one.reach, 9)) for one in found]


def kinds(lines: str, period: str, *, body: str = "p1", indicator: str = "thu") -> list[str]:
    """Which kinds of contradictions there are."""
    return [one.what for one in told(ledger_of(lines), period, body=body, indicator=indicator)]


# ---------------------------------------------------------------- windows


def test_a_quarter_that_is_not_its_months(book: Book) -> None:
    """12,0 was said and 4,0 + 4,0 + 5,0 are 13; their four last digits leave 4 x 0,05 open.

    2026-Q1  p1  thu  12,0 tỷ đồng
    2026-01  p1  thu  4,0 tỷ đồng
    2026-02  p1  thu  4,0 tỷ đồng
    2026-03  p1  thu  5,0 tỷ đồng
    """
    assert told(book, "2026-Q1") == [Disagreement("window", 12, 13, 0.2, (1, 2, 3, 4))]


def test_a_year_so_far_that_is_not_its_quarters(book: Book) -> None:
    """10 by the end of June was said, and 3 + 4 by quarters; the second quarter itself contradicts nothing.

    2026-H1  p1  thu  10,0 tỷ đồng
    2026-Q1  p1  thu  3,0 tỷ đồng
    2026-Q2  p1  thu  4,0 tỷ đồng
    """
    assert told(book, "2026-Q2") == [Disagreement("to_date", 10, 7, 0.15, (1, 2, 3))]
    assert told(book, "2026-H1") == [Disagreement("window", 10, 7, 0.15, (1, 2, 3))]


def test_a_level_at_a_quarter_s_end_that_is_not_the_month_s(book: Book) -> None:
    """100 people by the quarter's report, 90 by the month's.

    2026-Q1  p1  dan-so  100 người
    2026-03  p1  dan-so  90 người
    """
    assert told(book, "2026-Q1", indicator="dan-so") == [Disagreement("window", 100, 90, 1, (1, 2))]


def test_a_mean_is_as_open_as_the_least_precise_of_its_months(book: Book) -> None:
    """6,0 and 7,0 and 8,0 are 7 on the average; 8,0 was said: each is open by 0,05, and so is the mean.

    2026-Q1  p1  diem  8,0 điểm
    2026-01  p1  diem  6,0 điểm
    2026-02  p1  diem  7,0 điểm
    2026-03  p1  diem  8,0 điểm
    """
    assert told(book, "2026-Q1", indicator="diem") == [Disagreement("window", 8, 7, 0.1, (1, 2, 3, 4))]


@pytest.mark.parametrize(
    "lines",
    [
        # 12 is up to 12,5 and each month down to 3,5: 10,5
        "2026-Q1  p1  thu  12 tỷ đồng\n2026-01  p1  thu  4 tỷ đồng\n2026-02  p1  thu  4 tỷ đồng\n2026-03  p1  thu  5 tỷ đồng",
        # just as far apart as the digits allow
        "2026-Q1  p1  thu  12,0 tỷ đồng\n2026-01  p1  thu  4,0 tỷ đồng\n2026-02  p1  thu  4,0 tỷ đồng\n2026-03  p1  thu  4,2 tỷ đồng",
        # one month is not known
        "2026-Q1  p1  thu  12,0 tỷ đồng\n2026-01  p1  thu  4,0 tỷ đồng\n2026-02  p1  thu  4,0 tỷ đồng",
        # the quarter has no figure of its own
        "2026-01  p1  thu  4,0 tỷ đồng\n2026-02  p1  thu  4,0 tỷ đồng\n2026-03  p1  thu  5,0 tỷ đồng",
        # the quarter says that the indicator does not apply
        "2026-Q1  p1  thu  không áp dụng\n2026-01  p1  thu  4,0 tỷ đồng\n2026-02  p1  thu  4,0 tỷ đồng\n2026-03  p1  thu  5,0 tỷ đồng",
    ],
)
def test_a_quarter_that_may_well_be_its_months_contradicts_nothing(lines: str) -> None:
    """Within the printed digits, or with a side that is not known."""
    assert kinds(lines, "2026-Q1") == []


def test_an_index_of_a_year_is_never_held_against_its_months() -> None:
    """It is of its own."""
    assert kinds("2026  p1  chi-so  50,0 điểm\n2026-12  p1  chi-so  80,0 điểm", "2026", indicator="chi-so") == []


# ---------------------------------------------------------------- ratios and parts


def test_a_percentage_that_is_not_that_of_its_parts(book: Book) -> None:
    """20 % was said, 500 of 4.000 are 12,5 %: open by 0,5 points, and by 500,5 / 3.999,5 - 12,5 % = 0,0140643 points.

    2026-03  p1  ty-le     20 %
    2026-03  p1  ho-ngheo  500 hộ
    2026-03  p1  ho        4.000 hộ
    """
    reach = round(0.5 + (500.5 / 3999.5 - 0.125) * 100, 9)
    assert told(book, "2026-03", indicator="ty-le") == [Disagreement("ratio", 20, 12.5, reach, (1, 2, 3))]


@pytest.mark.parametrize(
    ("said", "top", "bottom", "found"),
    [
        ("12,4 %", "5 hộ", "40 hộ", []),  # 4,5 to 5,5 of 40: from 11,1 % to 13,9 %
        ("1 %", "0 hộ", "40 hộ", []),  # up to 0,5 of 39,5 is 1,27 %
        ("2 %", "0 hộ", "40 hộ", ["ratio"]),  # 1,5 % at least
        ("50 %", "0 hộ", "0 hộ", []),  # over nothing there is no percentage
        ("50 %", "0 hộ", "không áp dụng", []),
    ],
)
def test_how_many_households_are_meant_leaves_a_percentage_open(said: str, top: str, bottom: str, found: list[str]) -> None:
    """Half a household more or less, above and below."""
    lines = f"2026-03  p1  ty-le  {said}\n2026-03  p1  ho-ngheo  {top}\n2026-03  p1  ho  {bottom}"
    assert kinds(lines, "2026-03", indicator="ty-le") == found


def test_a_percentage_that_nobody_said_contradicts_nothing() -> None:
    """The parts of this ward are known, and another ward's percentage."""
    lines = "2026-03  p2  ty-le  20 %\n2026-03  p1  ho-ngheo  500 hộ\n2026-03  p1  ho  4.000 hộ"
    assert kinds(lines, "2026-03", indicator="ty-le") == []
    assert kinds(f"{lines}\n2026-02  p1  ty-le  20 %\n", "2026-03", indicator="ty-le") == []


def test_a_percentage_over_what_may_be_nothing_contradicts_nobody() -> None:
    """Four wards with 1 household together, half a one more or less in each; nor does one of a negative number."""
    said = "2026-03  tp  ty-le  10,0 %\n2026-03  tp  ho-ngheo  5 hộ\n"
    few, many = ("\n".join(f"2026-03  p{n}  ho  {ho} hộ" for n, ho in enumerate(wards, 1)) for wards in ((1, 0, 0, 0), (5, 5, 5, 5)))
    assert kinds(said + few, "2026-03", body="tp", indicator="ty-le") == []
    assert kinds(said + many, "2026-03", body="tp", indicator="ty-le") == ["ratio"]
    assert kinds(said.replace("5 hộ", "-5 hộ") + many, "2026-03", body="tp", indicator="ty-le") == []


def test_a_share_of_a_negative_plan_contradicts_nobody() -> None:
    """A balance of -10 that was to be reached has no per cent."""
    assert (
        kinds(
            "2026-Q1  p1  thu  -5,0 tỷ đồng\n2026-Q1  p1  thu  KH tinh-giao -10,0 tỷ đồng\n2026-Q1  p1  thu  70 % kế hoạch tinh-giao",
            "2026-Q1",
        )
        == []
    )


def test_parts_of_a_family_that_do_not_make_its_whole(book: Book) -> None:
    """100 people, 40 men and 50 women.

    2026-03  p1  dan-so      100 người
    2026-03  p1  dan-so.nam  40 người
    2026-03  p1  dan-so.nu   50 người
    """
    assert told(book, "2026-03", indicator="dan-so") == [Disagreement("parts", 100, 90, 1.5, (1, 2, 3))]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("2026-03  p1  dan-so  100 người\n2026-03  p1  dan-so.nam  40 người\n2026-03  p1  dan-so.nu  61 người", []),
        ("2026-03  p1  dan-so  100 người\n2026-03  p1  dan-so.nam  40 người", []),  # women are not told
        ("2026-02  p1  dan-so.nu  40 người\n2026-03  p1  dan-so  100 người\n2026-03  p1  dan-so.nam  40 người", []),  # not of this month
        ("2026-03  p1  dan-so.nam  40 người\n2026-03  p1  dan-so.nu  50 người", []),  # the whole is not told
        ("2026-03  p1  dan-so  100 người\n2026-03  p1  dan-so.nam  40 người\n2026-03  p1  dan-so.nu  không áp dụng", ["parts"]),
    ],
)
def test_parts_are_held_against_a_whole_where_all_are_settled(lines: str, found: list[str]) -> None:
    """A part to which it does not apply counts nothing."""
    assert kinds(lines, "2026-03", indicator="dan-so") == found


def test_parts_of_what_does_not_add_up_make_no_whole(book: Book) -> None:
    """Were it a mean, 100 would not have to be 40 and 50.

    2026-03  p1  dan-so      100 người
    2026-03  p1  dan-so.nam  40 người
    2026-03  p1  dan-so.nu   50 người
    """
    means = other_world(dan_so={"over_bodies": OverBodies.MEAN})
    assert row(maker(book, "2026-03", catalogue=means), "dan-so", body="p1").disagreements == ()


# ---------------------------------------------------------------- stated relations


def test_a_stated_share_that_is_not_that_of_the_plan(book: Book) -> None:
    """88,7 % was said, 40,00 of 50,00 are 80 %: open by 0,05 %, and by 40,005 / 49,995 - 80 %.

    2026-03  p1  thu  40,00 tỷ đồng
    2026-03  p1  thu  KH tinh-giao 50,00 tỷ đồng
    2026-03  p1  thu  88,7 % kế hoạch tinh-giao
    """
    reach = round(0.0005 + 40.005 / 49.995 - 0.8, 9)
    assert told(book, "2026-03") == [Disagreement("plan", 0.887, 0.8, reach, (3, 1, 2))]


def test_a_stated_share_of_the_year_s_plan_is_held_against_the_year_so_far(book: Book) -> None:
    """40 by March and 20 more by June are 60 of 100: 60 % it is, whatever the second quarter alone would be.

    2026-Q1  p1  thu  40,00 tỷ đồng
    2026-Q2  p1  thu  20,00 tỷ đồng
    2026     p1  thu  KH tinh-giao 100,00 tỷ đồng
    2026-Q2  p1  thu  60,0 % kế hoạch tinh-giao
    """
    assert told(book, "2026-Q2") == []


def test_of_several_plans_of_one_giver_the_nearest_is_told(book: Book) -> None:
    """20 of the quarter's 40 are 50 %, 20 of the year's 100 are 20 %; 45 % was said.

    2026-Q1  p1  thu  20,00 tỷ đồng
    2026     p1  thu  KH tinh-giao 100,00 tỷ đồng
    2026-Q1  p1  thu  KH tinh-giao 40,00 tỷ đồng
    2026-Q1  p1  thu  45,0 % kế hoạch tinh-giao
    """
    (found,) = told(book, "2026-Q1")
    assert (found.what, found.stated, found.computed, found.entries) == ("plan", 0.45, 0.5, (4, 1, 3))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("50,0 % kế hoạch tinh-giao", []),  # of the quarter's plan
        ("20,0 % kế hoạch tinh-giao", []),  # of the year's
        ("20 % kế hoạch tinh-giao", []),
        ("21 % kế hoạch tinh-giao", ["plan"]),
        ("90,0 % kế hoạch tp-giao", []),  # a giver whose plan is not known
        ("90,0 % kế hoạch", []),  # a plan that nobody names
    ],
)
def test_a_stated_share_that_fits_one_plan_of_its_giver_contradicts_nothing(said: str, found: list[str]) -> None:
    """Nor does one whose plan we do not know."""
    lines = "2026-Q1  p1  thu  20,00 tỷ đồng\n2026  p1  thu  KH tinh-giao 100,00 tỷ đồng\n2026-Q1  p1  thu  KH tinh-giao 40,00 tỷ đồng"
    assert kinds(f"{lines}\n2026-Q1  p1  thu  {said}", "2026-Q1") == found


def test_a_stated_ratio_that_is_not_that_of_the_two_years(book: Book) -> None:
    """145 % was said, 154,3 after 100,0 are 154,3 %: open by 0,5 %, and by 154,35 / 99,95 - 154,3 %.

    2025-03  p1  thu  100,0 tỷ đồng
    2026-03  p1  thu  154,3 tỷ đồng
    2026-03  p1  thu  145 % cùng kỳ
    """
    reach = round(0.005 + 154.35 / 99.95 - 1.543, 9)
    assert told(book, "2026-03") == [Disagreement("same_period", 1.45, 1.543, reach, (3, 2, 1))]


@pytest.mark.parametrize(
    "lines",
    [
        "2025-03  p1  thu  106,4 tỷ đồng\n2026-03  p1  thu  154,3 tỷ đồng\n2026-03  p1  thu  145 % cùng kỳ",  # within the digits
        "2025-03  p1  thu  0 tỷ đồng\n2026-03  p1  thu  154,3 tỷ đồng\n2026-03  p1  thu  145 % cùng kỳ",  # over nothing
        "2025-03  p1  thu  100,0 tỷ đồng\n2026-03  p1  thu  145 % cùng kỳ",  # this year is not known
        "2026-03  p1  thu  154,3 tỷ đồng\n2026-03  p1  thu  145 % cùng kỳ",  # last year is not known
        "2025-03  p1  thu  100,0 tỷ đồng\n2026-03  p1  thu  -154,3 tỷ đồng\n2026-03  p1  thu  145 % cùng kỳ",  # of a negative number
    ],
)
def test_a_stated_ratio_that_may_well_be_right_contradicts_nothing(lines: str) -> None:
    """Or one that cannot be computed."""
    assert kinds(lines, "2026-03") == []


def test_a_base_that_may_be_nothing_contradicts_nobody() -> None:
    """Four wards printed whole tỷ: their sum of 1 is anything from 0 to 3."""
    wards = "\n".join(f"2025-03  {body}  thu  {n} tỷ đồng" for body, n in (("p1", 1), ("p2", 0), ("p3", 0), ("p4", 0)))
    assert kinds(f"{wards}\n2026-03  tp  thu  154,3 tỷ đồng\n2026-03  tp  thu  145 % cùng kỳ", "2026-03", body="tp") == []


def test_an_apportioned_base_is_our_own_estimate_and_contradicts_nobody() -> None:
    """0,6 of 10,0 are not what the source divided by; a ground that passed whole is."""
    split = "2027-03  p4  thu  10,0 tỷ đồng\n2028-03  p8  thu  9,0 tỷ đồng\n2028-03  p8  thu  200 % cùng kỳ"
    assert kinds(split, "2028-03", body="p8") == []
    merged = "2026-03  p1  thu  3,0 tỷ đồng\n2026-03  p2  thu  4,0 tỷ đồng\n2027-03  p5  thu  9,0 tỷ đồng\n2027-03  p5  thu  200 % cùng kỳ"
    assert kinds(merged, "2027-03", body="p5") == ["same_period"]


def test_all_that_contradicts_itself_is_told_at_once(book: Book) -> None:
    """The quarter is not its months, nor is it 145 % of last year's or 50 % of the plan.

    2025-Q1  p1  thu  10,0 tỷ đồng
    2026-Q1  p1  thu  12,0 tỷ đồng
    2026-01  p1  thu  4,0 tỷ đồng
    2026-02  p1  thu  4,0 tỷ đồng
    2026-03  p1  thu  5,0 tỷ đồng
    2026-Q1  p1  thu  KH tinh-giao 12,0 tỷ đồng
    2026-Q1  p1  thu  50 % kế hoạch tinh-giao
    2026-Q1  p1  thu  145 % cùng kỳ
    """
    assert [one.what for one in told(book, "2026-Q1")] == ["window", "plan", "same_period"]
    assert board(book, "2026-Q1", on=date(2026, 5, 1)).row("thu", body="p1").value == 12
