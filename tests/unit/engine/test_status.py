"""Does a verdict follow its dated rule to the digit, and name it?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from giaoban.catalogue import Direction, Indicator, OverBodies, OverTime, Window
from giaoban.catalogue.formula.parse import parse
from giaoban.engine.status import Level, Status, accumulates, exact, expected_share, judge, no_verdict, of_words, percent, within, written
from giaoban.values import GradeWord, Standing
from tests.unit.catalogues import catalogue_on
from tests.unit.engine.makers import indicator, other_world

RULE = catalogue_on(date(2026, 1, 1)).rules["chung"]  # behind below nine tenths of the pace, weak below seven
CITED = f"Quy tắc chung; {RULE.source.words()}"
PLAN = "kế hoạch năm 2026 (tỉnh giao)"


def judged(attainment: float, *, expected: str = "0.5", whole: bool = False, of: Indicator | None = None) -> Status:
    return judge(of or indicator("thu"), attainment=attainment, expected=Decimal(expected), plan_is_whole=whole, rule=RULE, plan=PLAN)


# ---------------------------------------------------------------- the pace


@pytest.mark.parametrize(
    ("text", "grows"),
    [
        ("{thu} + {chi}", True), ("{thu} - {chi} * 0,5", True), ("{thu} / {dan-so}", True), ("{thu} * {dan-so}", True), ("{thu} * 2", True),
        ("{thu} / {chi}", False), ("{thu} * {chi}", False), ("{dan-so} + {thu}", False), ("{dan-so} / {thu}", False), ("{ty-le}", False),
        ("neu({dan-so} > 1; {thu}; 0)", True), ("lon_nhat({thu}; {chi}; 0)", True), ("nho_nhat({thu}; {ho})", False),
        ("{thu}.luy_ke", False), ("{la-lung}", False), ("{thu} + 5", True),
    ],
)  # fmt: skip
def test_a_formula_grows_with_what_it_is_made_of(text: str, grows: bool) -> None:
    """Flows together, or one flow times or over levels; what looks at another window does not."""
    made = replace(indicator("chi-so"), over_bodies=OverBodies.FORMULA, formula=parse(text))
    assert accumulates(made, indicators=catalogue_on(date(2026, 1, 1)).indicators) is grows


@pytest.mark.parametrize(
    ("period", "expected"),
    [("2026-01", "0.0833333333333"), ("2026-Q1", "0.25"), ("2026-9M", "0.75"), ("2026", "1"), ("2026-04-20", "0.301369863014")],
)
def test_a_flow_is_asked_evenly_through_the_year(period: str, expected: str) -> None:
    """A month is a twelfth; 20 April is day 110 of 365."""
    assert round(expected_share(indicator("thu"), window=Window.of(period), grows=True), 9) == round(Decimal(expected), 9)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2026-01", "0.2"),
        ("2026-Q1", "0.6"),
        ("2026-04", "0.65"),
        ("2026-Q2", "0.75"),
        ("2026-H1", "0.75"),
        ("2026-9M", "0.85"),
        ("2026-10", "0.9"),
        ("2026", "1"),
        ("2026-04-20", "0.630821917808"),  # day 110 is 3,616438… months: 0,6 and 0,616438… / 3 of the next 0,15
    ],
)
def test_a_profile_is_followed_by_quarters_with_straight_lines_between(period: str, expected: str) -> None:
    """60, 15, 10 and 15 percent of the year."""
    assert round(expected_share(indicator("thu-dat"), window=Window.of(period), grows=True), 9) == round(Decimal(expected), 9)


@pytest.mark.parametrize("id", ["thu", "thu-dat"])
def test_the_last_day_of_a_leap_year_asks_no_more_than_the_whole(id: str) -> None:
    """Day 366 of 365."""
    assert expected_share(indicator(id), window=Window.of("2028-12-31"), grows=True) == 1


@pytest.mark.parametrize("id", ["dan-so", "thu-dat"])
def test_a_level_is_asked_in_full_at_any_time(id: str) -> None:
    """Whether or not it has a profile."""
    assert expected_share(indicator(id), window=Window.of("2026-01"), grows=False) == 1


def test_what_grows_through_the_year() -> None:
    """A flow, and a share of a year's work: a flow over a level. The share of one level in another does not grow."""
    ratio = {"over_bodies": OverBodies.RATIO, "over_time": OverTime.LAST}
    world = other_world(
        ty_le={**ratio, "numerator": "ho-ngheo", "denominator": "ho"},
        diem={**ratio, "numerator": "thu", "denominator": "ho"},
        chi_so={**ratio, "numerator": "thu", "denominator": "chi"},
        thap_nhat={**ratio, "numerator": "ho", "denominator": "thu"},
        cao_nhat={**ratio, "numerator": "khong-co", "denominator": "ho"},
        tieu_chi={**ratio, "numerator": "thu", "denominator": "khong-co"},
    )
    grows = {id for id, one in world.indicators.items() if accumulates(one, indicators=world.indicators)}
    assert grows == {"thu", "thu-dat", "thu-dia-ban", "chi", "phat-sinh", "van-dong", "kin", "diem"}


# ---------------------------------------------------------------- the verdict


@pytest.mark.parametrize(
    ("attainment", "level", "said"),
    [
        (0.3499, Level.WEAK, "35,0%"),
        (0.35, Level.BEHIND, "35,0%"),
        (0.4499, Level.BEHIND, "45,0%"),
        (0.45, Level.ON_PACE, "45,0%"),
        (0.5, Level.ON_PACE, "50,0%"),
        (0.9999, Level.ON_PACE, "99,99%"),
    ],
)
def test_a_share_of_a_plan_is_held_against_the_pace(attainment: float, level: Level, said: str) -> None:
    """Half of the plan is asked by now: below 0,35 weak, below 0,45 behind."""
    word = {Level.WEAK: "Đạt thấp", Level.BEHIND: "Chậm tiến độ", Level.ON_PACE: "Đúng tiến độ"}[level]
    assert judged(attainment) == Status(level, word, f"{said} {PLAN}, cần 50,0% theo tiến độ ({CITED})")


@pytest.mark.parametrize(
    ("attainment", "level", "word", "said"),
    [(1.0, Level.REACHED, "Đạt kế hoạch", "100,0%"), (1.0004, Level.EXCEEDED, "Vượt kế hoạch", "100,04%")],
)
def test_a_plan_that_is_reached_asks_no_pace(attainment: float, level: Level, word: str, said: str) -> None:
    """Exactly the plan, and a little more."""
    assert judged(attainment) == Status(level, word, f"{said} {PLAN} ({CITED})")


def test_a_plan_whose_own_period_has_ended_was_reached_or_missed() -> None:
    """So its pace is not told; the whole of it was asked."""
    assert judged(0.8, expected="1", whole=True) == Status(Level.BEHIND, "Chậm tiến độ", f"80,0% {PLAN} ({CITED})")


def test_where_nothing_is_asked_yet_nothing_is_late() -> None:
    """A profile may ask nothing of the first quarter."""
    assert judged(0.0, expected="0") == Status(Level.ON_PACE, "Đúng tiến độ", f"0,0% {PLAN}, cần 0,0% theo tiến độ ({CITED})")


@pytest.mark.parametrize("tenths", range(1, 10))
def test_nine_tenths_of_the_pace_are_nine_tenths(tenths: int) -> None:
    """Binary fractions must not make a body late: 0,9 × 0,1 is 0,09, though no float is."""
    pace = Decimal(tenths) / 10
    assert judged(0.9 * (tenths / 10), expected=str(pace)).level is Level.ON_PACE


@pytest.mark.parametrize("direction", [Direction.NONE, Direction.BAND])
def test_what_is_neither_good_nor_bad_has_no_verdict(direction: Direction) -> None:
    """Its share of the plan is told all the same."""
    said = f"20,0% {PLAN}; chỉ tiêu này không đánh giá cao, thấp"
    assert judged(0.2, of=replace(indicator("thu"), direction=direction)) == Status(Level.NONE, "Chưa đánh giá", said)


@pytest.mark.parametrize(
    ("attainment", "expected"),
    [
        (0.2, Status(Level.REACHED, "Trong mức giao", f"20,0% {PLAN}, trong mức giao ({CITED})")),
        (1.0, Status(Level.REACHED, "Trong mức giao", f"100,0% {PLAN}, trong mức giao ({CITED})")),
        (1.0001, Status(Level.WEAK, "Quá mức giao", f"100,01% {PLAN}, quá mức giao ({CITED})")),
    ],
)
def test_where_less_is_better_a_plan_is_a_bound(attainment: float, expected: Status) -> None:
    """Nobody is behind for having had few fires."""
    assert judged(attainment, of=indicator("phat-sinh")) == expected


@pytest.mark.parametrize(("is_within", "level"), [(True, Level.REACHED), (False, Level.WEAK)])
def test_a_bound_is_kept_or_passed(is_within: bool, level: Level) -> None:
    """With the rule that says so."""
    word = "Trong mức giao" if is_within else "Quá mức giao"
    assert within(is_within, said="2 vụ", rule=RULE) == Status(level, word, f"2 vụ, {word.lower()} ({CITED})")


@pytest.mark.parametrize(
    ("standing", "level"), [(Standing.GOOD, Level.ON_PACE), (Standing.NEUTRAL, Level.NONE), (Standing.WEAK, Level.WEAK)]
)
def test_a_judgement_in_words_stands_for_itself(standing: Standing, level: Level) -> None:
    """Its word is the verdict, with a capital; the source is named where there is one."""
    word = GradeWord("muc", "chưa hiệu quả", standing)
    assert of_words(word, source="BC 45") == Status(level, "Chưa hiệu quả", "đánh giá bằng lời, theo nguồn: BC 45")
    assert of_words(word, source="") == Status(level, "Chưa hiệu quả", "đánh giá bằng lời")


def test_no_verdict_has_a_reason() -> None:
    """Never a bare blank."""
    assert no_verdict("chưa có số liệu") == Status(Level.NONE, "Chưa đánh giá", "chưa có số liệu")


# ---------------------------------------------------------------- numbers in sentences


@pytest.mark.parametrize(
    ("ratio", "said"),
    [("0.9996", "99,96%"), ("0.99996", "99,996%"), ("1.0004", "100,04%"), ("1.001", "100,1%"), ("1", "100,0%"), ("-0.1", "-10,0%")],
)
def test_a_percentage_never_rounds_to_a_plan_just_reached(ratio: str, said: str) -> None:
    """As many decimals as keep 99,996 apart from 100."""
    assert percent(Decimal(ratio)) == said


def test_a_hair_below_the_whole_ends_with_nine_places() -> None:
    """Digits have an end."""
    assert percent(Decimal(1) - Decimal("1e-13")) == "100,000000000%"


@pytest.mark.parametrize(("value", "said"), [(0.1 + 0.2, "0,3"), (1e15, "1.000.000.000.000.000"), (-2.0, "-2"), (2 / 3, "0,666666666667")])
def test_a_number_is_written_as_one_writes_it(value: float, said: str) -> None:
    """To twelve digits, whole numbers without a comma."""
    assert (exact(value) == Decimal(said.replace(".", "").replace(",", ".")), written(value)) == (True, said)
