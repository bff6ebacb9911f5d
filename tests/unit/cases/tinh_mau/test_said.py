"""Are relations stated as the place could know them, and are judgements words of their scale?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from giaoban.cases import CaseFact
from giaoban.cases.tinh_mau.place import month_of
from giaoban.cases.tinh_mau.ward import setting
from giaoban.catalogue.loading import Read
from giaoban.ledger.admission import read_ratio
from giaoban.ledger.figures import Figure, Grade, Stated, Target
from giaoban.values import Scale, Span

MONEY = "thu-ngan-sach"
CITY = "thanh-pho-mau"


def last(facts: tuple[CaseFact, ...]) -> dict[str, Figure]:
    return {fact.item.cell.key: fact.item for fact in facts if isinstance(fact.item, Figure)}


def stated(facts: tuple[CaseFact, ...], body: str) -> dict[tuple[str, str, str, str], Stated]:
    return {
        (fact.item.cell.indicator, fact.item.cell.period, fact.item.relation, fact.item.authority): fact.item
        for fact in facts
        if isinstance(fact.item, Stated) and fact.item.cell.body == body
    }


def test_each_quarter_the_city_states_what_its_figures_give(facts: tuple[CaseFact, ...]) -> None:
    """First quarter of 2022 against 2021, and against the plan of the province, to a tenth of a percent."""
    known, said = last(facts), stated(facts, CITY)
    now, then = (sum(known[f"{MONEY}/giao-ban/-/{CITY}/{year}-{month:02d}"].steps or 0 for month in (1, 2, 3)) for year in (2022, 2021))
    assert abs(said[MONEY, "2022-Q1", "same_period", "-"].value - Decimal(now) / then) <= Decimal("0.0005")
    plan = next(
        fact.item.steps
        for fact in facts
        if isinstance(fact.item, Target) and fact.item.cell.key == f"{MONEY}/giao-ban/-/{CITY}/2022" and fact.item.authority == "tinh-giao"
    )
    assert abs(said[MONEY, "2022-Q1", "plan", "tinh-giao"].value - Decimal(now) / plan) <= Decimal("0.0005")


def test_of_a_year_before_the_book_only_the_relation_is_known(facts: tuple[CaseFact, ...]) -> None:
    assert stated(facts, CITY)[MONEY, "2019-Q1", "same_period", "-"].printed == "108,4 %"


def test_it_is_said_of_the_year_so_far(facts: tuple[CaseFact, ...]) -> None:
    periods = {period for _, period, *_ in stated(facts, CITY)}
    assert {"2022-Q1", "2022-H1", "2022-9M", "2022"} <= periods


def test_the_ward_states_what_it_then_estimated(facts: tuple[CaseFact, ...]) -> None:
    """March was an estimate; against the seven units of the year before, whole."""
    known = last(facts)
    now = sum(known[f"{MONEY}/giao-ban/-/phuong-mau/2026-{month:02d}"].steps or 0 for month in (1, 2, 3))
    then = 0
    for unit in ("mot", "hai", "ba", "bon", "nam", "sau"):
        whole = known.get(f"{MONEY}/giao-ban/-/phuong-mau-{unit}/2025-Q1")
        months = [known.get(f"{MONEY}/giao-ban/-/phuong-mau-{unit}/2025-{month:02d}") for month in (1, 2, 3)]
        then += (whole.steps or 0) if whole else sum((month.steps or 0) for month in months if month)
    then += sum(known[f"{MONEY}/giao-ban/-/xa-mau-bac/2025-{month:02d}"].steps or 0 for month in (1, 2, 3))
    said = stated(facts, "phuong-mau")[MONEY, "2026-Q1", "same_period", "-"]
    assert abs(said.value - Decimal(now) / then) <= Decimal("0.0005")


def test_printed_and_value_are_one(facts: tuple[CaseFact, ...]) -> None:
    for fact in facts:
        if isinstance(fact.item, Stated):
            assert fact.item.printed == f"{fact.item.value * 100:.1f} %".replace(".", ",")


def test_the_value_is_written_as_it_would_be_read_back(facts: tuple[CaseFact, ...]) -> None:
    """An exported book, loaded again, must not find "102,0 %" changed from 1.020 to 1.02."""
    for fact in facts:
        if isinstance(fact.item, Stated):
            assert str(fact.item.value) == str(read_ratio(fact.item.printed, where=Span(""))[0])


def test_each_word_is_of_its_scale_and_most_are_good(starter: tuple[Read, ...], facts: tuple[CaseFact, ...]) -> None:
    scales = {read.thing.id: read.thing for read in starter if isinstance(read.thing, Scale)}
    grades = [fact.item for fact in facts if isinstance(fact.item, Grade)]
    standings = [scales[grade.scale].word(grade.word).standing.value for grade in grades]
    assert standings.count("good") * 10 > len(standings) * 7
    assert standings.count("weak") > 10


def test_who_sent_no_report_is_not_judged(facts: tuple[CaseFact, ...]) -> None:
    judged = {(fact.item.cell.body, fact.item.cell.period) for fact in facts if isinstance(fact.item, Grade)}
    assert ("xa-mau-tay", "2023-Q2") in judged
    assert ("xa-mau-tay", "2023-Q3") not in judged


def test_nothing_is_stated_of_what_is_not_there(small: tuple[Read, ...]) -> None:
    """With a small starter set, stories of other indicators are passed over."""
    telling = setting(20210420, reads=small).begin()
    for month in range(month_of("2018-12"), month_of("2026-04")):
        found = list(telling(month))
    assert {fact.item.cell.indicator for fact in found if isinstance(fact.item, Stated)} == {MONEY, "cay-xanh-trong-moi"}


def test_without_a_report_nothing_is_stated(small: tuple[Read, ...]) -> None:
    made = setting(1, reads=small)
    march = month_of("2019-03")
    silent = replace(made, reports=replace(made.reports, silent=frozenset({(CITY, march)})))
    assert [[fact for fact in one.begin()(march) if isinstance(fact.item, Stated)] != [] for one in (made, silent)] == [True, False]


def test_a_plan_without_a_name_is_a_doubt(facts: tuple[CaseFact, ...]) -> None:
    doubts = {(fact.item.authority, fact.item.doubt) for fact in facts if isinstance(fact.item, Stated)}
    assert {doubt for authority, doubt in doubts if authority == "unnamed"} == {"ke-hoach-khong-ro"}
    assert {doubt for authority, doubt in doubts if authority != "unnamed"} == {""}
