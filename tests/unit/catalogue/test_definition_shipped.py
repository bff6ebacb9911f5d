"""Is everything in the starter set sound, complete, and fit for what the readers and the board ask of it?"""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import giaoban.catalogue
from giaoban.catalogue.calendar import NoSuchPeriod, PeriodKind, Regime, Window
from giaoban.catalogue.catalogue import Catalogue, build
from giaoban.catalogue.checking import check
from giaoban.catalogue.indicator import Absence, Direction, Indicator, OverBodies, OverTime, Reach
from giaoban.catalogue.loading import Read, parse, read_definitions, read_sources
from giaoban.values import Problem
from giaoban.values.period import Period

FOLDER = Path(giaoban.catalogue.__file__).parent / "definitions"
DAY = date(2021, 4, 20)
KINDS = {"phuong", "xa", "thi-tran", "dac-khu", "huyen", "thanh-pho", "tinh", "to-dan-pho", "thon"}
OURS = "giaoban"


@cache
def shipped() -> tuple[tuple[Read, ...], tuple[Problem, ...]]:
    sheets, problems = parse({path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.yaml"))})
    found = list(problems)
    sources = read_sources(sheets, problems=found)
    reads, wrong = read_definitions(sheets, sources=sources)
    return reads, (*found, *wrong)


@cache
def on(day: date) -> Catalogue:
    return build([(read.definition, read.thing) for read in shipped()[0]], on=day)


def indicators() -> list[Indicator]:
    """Every version of every indicator."""
    return [read.thing for read in shipped()[0] if isinstance(read.thing, Indicator)]


def regime(id: str) -> Regime:
    return on(DAY).regimes[id]


def test_nothing_is_wrong_with_any_of_it() -> None:
    reads, problems = shipped()
    assert [problem.sentence("en") for problem in problems] == []
    assert [problem.sentence("en") for problem in check(reads, on=DAY)] == []


def test_no_file_is_longer_than_one_reads() -> None:
    """Under 300 lines."""
    assert [path.name for path in FOLDER.glob("*.yaml") if len(path.read_text("utf-8").splitlines()) >= 300] == []


def test_all_of_it_says_when_it_was_known() -> None:
    """Else a history could not begin with it."""
    assert [read.definition.key for read in shipped()[0] if read.known_at is None] == []


def test_nothing_rests_on_a_paper_of_a_later_day_than_it_was_known() -> None:
    late = [
        read.definition.key
        for read in shipped()[0]
        if read.known_at and read.definition.source.dated and read.known_at.date() < read.definition.source.dated
    ]
    assert late == []


# ---------------------------------------------------------------- indicators


def test_each_indicator_says_how_it_is_measured_and_how_it_adds_up() -> None:
    """The readers refuse one that does not; what they leave open is asked for here."""
    assert [one.id for one in indicators() if not (one.definition and one.name_en and one.order and one.source.title)] == []


def test_each_definition_is_one_sentence() -> None:
    assert [one.id for one in indicators() if not one.definition.endswith(".") or ". " in one.definition] == []


def test_each_indicator_stands_under_a_heading() -> None:
    assert {one.group for one in indicators()} == set(on(DAY).groups)


def test_no_two_indicators_share_a_place_or_a_name() -> None:
    whole = on(date(2026, 6, 1)).indicators.values()
    assert [place for place, times in Counter(one.order for one in whole).items() if times > 1] == []
    assert [name for name, times in Counter(one.name for one in whole).items() if times > 1] == []


def test_a_ratio_adds_its_parts_and_never_itself() -> None:
    """Numerator and denominator are additive; a percentage of one period says nothing of a longer one, unless it is a stock."""
    by_id = {one.id: one for one in indicators()}
    for one in indicators():
        if one.over_bodies is OverBodies.RATIO:
            parts = by_id[one.numerator], by_id[one.denominator]
            assert {part.over_bodies for part in parts} == {OverBodies.SUM}, one.id
            assert parts[0].measure.dimension == parts[1].measure.dimension, one.id
            assert one.is_percentage, one.id
            assert one.over_time in (OverTime.NEVER, OverTime.LAST), one.id


def test_a_ratio_that_lasts_is_of_what_lasts() -> None:
    by_id = {one.id: one for one in indicators()}
    stocks = [one.id for one in indicators() if one.over_bodies is OverBodies.RATIO and one.over_time is OverTime.LAST]
    assert [id for id in stocks if by_id[by_id[id].numerator].over_time is not OverTime.LAST] == []


def test_no_percentage_is_summed() -> None:
    assert [one.id for one in indicators() if one.is_percentage and OverTime.SUM is one.over_time] == []
    assert [one.id for one in indicators() if one.is_percentage and one.over_bodies is OverBodies.SUM] == []


def test_a_judgement_stands_on_a_scale_and_is_never_added_up() -> None:
    judged = [one for one in indicators() if one.scale or one.id.startswith("danh-gia")]
    assert {one.scale for one in judged} <= set(on(DAY).scales)
    assert {(one.over_time, one.over_bodies, one.measure.label, one.direction) for one in judged} == {
        (OverTime.NEVER, OverBodies.NONE, "mức", Direction.NONE)
    }


def test_money_is_counted_in_dong() -> None:
    """So that every sum of budgets is exact."""
    assert [one.id for one in indicators() if one.measure.dimension == "đồng" and one.step.factor != 1] == []


def test_voluntary_contributions_have_no_better_way() -> None:
    """They are never ranked and never a percentage of plan."""
    voluntary = {one.id: one.direction for one in indicators() if one.voluntary}
    assert set(voluntary) == {
        "nhan-dan-dong-gop", "ngay-cong-dong-gop", "dat-nhan-dan-hien", "dong-gop-giao-duc", "danh-gia-dong-gop-giao-duc",
    }  # fmt: skip
    assert set(voluntary.values()) == {Direction.NONE}


def test_army_and_criminal_cases_are_not_among_them() -> None:
    words = [word.lower() for one in indicators() for word in (one.name, *one.synonyms)]
    assert [word for word in words if any(no in word for no in ("quân sự", "nhập ngũ", "giao quân", "phạm pháp", "phá án"))] == []


def test_what_does_not_apply_is_said_of_kinds_that_there_are() -> None:
    assert set().union(*(one.not_for for one in indicators())) <= KINDS


def test_civilised_wards_are_of_wards_and_the_new_countryside_of_communes() -> None:
    known = on(date(2023, 1, 1)).indicators
    assert {id for id, one in known.items() if "xa" in one.not_for} >= {"tieu-chi-phuong-van-minh-dat", "phuong-dat-chuan-van-minh"}
    assert {id for id, one in known.items() if "phuong" in one.not_for} >= {"tieu-chi-ntm-dat", "xa-ntm-nang-cao", "xa-ntm-kieu-mau"}


def test_revenue_of_a_city_is_more_than_that_of_its_wards() -> None:
    revenue = on(DAY).indicators["thu-ngan-sach"]
    assert (revenue.parts_make_whole, revenue.reach, revenue.over_time) == (False, Reach.PUBLIC, OverTime.SUM)


def test_trees_are_planted_in_spring() -> None:
    assert on(DAY).indicators["cay-xanh-trong-moi"].phasing == (Decimal("0.6"), Decimal("0.75"), Decimal("0.85"), Decimal(1))


def test_the_silence_about_a_stock_is_never_none() -> None:
    """Who says nothing of its recognised wards has not lost them; only what happens may fail to happen."""
    silent = [one for one in indicators() if one.absence is Absence.NOTHING]
    assert [one.id for one in silent if one.over_time not in (OverTime.SUM, OverTime.NEVER)] == []


def test_what_is_reported_only_when_it_happens_may_be_silent() -> None:
    assert on(DAY).indicators["o-dich-vat-nuoi"].absence is Absence.NOTHING
    assert on(DAY).indicators["thu-ngan-sach"].absence is Absence.LACKING


def test_the_criteria_of_communes_are_met_by_another_paper_from_2022() -> None:
    """Nineteen criteria in both; ten since 2026, which is another indicator."""
    assert [on(day).indicators["tieu-chi-ntm-dat"].source.number for day in (DAY, date(2023, 1, 1))] == ["1980/QĐ-TTg", "318/QĐ-TTg"]
    assert "tieu-chi-ntm-2026-dat" not in on(date(2026, 2, 14)).indicators
    assert on(date(2026, 2, 15)).indicators["tieu-chi-ntm-2026-dat"].meets == 10


def test_poverty_is_measured_by_the_line_of_its_year() -> None:
    lines = [on(date(year, 12, 1)).indicators["ty-le-ho-ngheo"].source.number for year in (2021, 2022)]
    assert lines == ["59/2015/QĐ-TTg", "07/2021/NĐ-CP"]


def test_a_synonym_leads_to_one_indicator() -> None:
    """A reader of prose must not choose between two; words that mean several things are nobody's."""
    latest = on(date(2026, 6, 1)).indicators.values()
    owners = Counter(word for one in latest for word in {said.lower() for said in one.synonyms})
    assert [word for word, times in owners.items() if times > 1] == []


# ---------------------------------------------------------------- regimes, plans, rules


@pytest.mark.parametrize(
    ("id", "since", "until"),
    [
        ("giao-ban", date(2021, 1, 1), date(2021, 4, 1)),
        ("nghi-dinh-09", date(2020, 12, 15), date(2021, 3, 15)),
        ("kho-bac", date(2021, 1, 1), date(2021, 4, 1)),
    ],
)
def test_the_first_quarter_is_by_regime(id: str, since: date, until: date) -> None:
    """Decree 09/2019, article 12: from 15 December to 14 March."""
    assert regime(id).span(Window.of("2021-Q1")) == Period(since, until)


def test_the_decree_has_no_nine_months() -> None:
    with pytest.raises(NoSuchPeriod):
        regime("nghi-dinh-09").span(Window.of("2021-9M"))


def test_under_the_decree_a_report_is_due_on_the_25th() -> None:
    """Article 13."""
    due = [regime("nghi-dinh-09").due_on(Window.of(code)) for code in ("2021-03", "2021-Q1", "2021-H1", "2021")]
    assert due == [date(2021, 3, 25), date(2021, 3, 25), date(2021, 6, 25), date(2021, 12, 25)]


def test_the_briefing_custom_has_every_kind_of_period_and_a_day_for_each() -> None:
    assert regime("giao-ban").kinds == set(PeriodKind)
    assert set(regime("giao-ban").due_days) == set(PeriodKind)


def test_plans_stand_in_one_order() -> None:
    orders = [one.order for one in on(DAY).authorities.values()]
    assert len(set(orders)) == len(orders)
    assert {"tinh-giao", "thanh-pho-giao", "hdnd-giao", "phuong-xa-giao", "tu-dang-ky", "nghi-quyet-dai-hoi"} <= set(on(DAY).authorities)


def test_one_rule_serves_whatever_has_none_of_its_own() -> None:
    rule = on(DAY).rule_for("thu-ngan-sach")
    assert rule
    assert (rule.behind_below, rule.weak_below, rule.soft_from, rule.indicators) == (
        Decimal("0.9"), Decimal("0.7"), Decimal("1.5"), frozenset(),
    )  # fmt: skip
    assert rule.source.title.startswith(OURS)


def test_a_scale_has_good_and_weak_words_and_no_word_twice() -> None:
    for scale in on(DAY).scales.values():
        assert {"good", "weak"} <= {word.standing.value for word in scale.words}, scale.id
        assert len({word.id for word in scale.words}) == len({word.words for word in scale.words}) == len(scale.words), scale.id
