"""Does everything that should stand out name places that there are, and does it stand out in the facts?"""

from __future__ import annotations

from decimal import Decimal

from giaoban.cases import Case, CaseFact
from giaoban.cases.tinh_mau import own, story
from giaoban.cases.tinh_mau.amounts import ANY_FLOW
from giaoban.cases.tinh_mau.ground import WARD, places
from giaoban.catalogue import Window
from giaoban.catalogue.indicator import Indicator
from giaoban.catalogue.loading import Read
from giaoban.ledger.figures import Figure, Grade, Stated, Target

FIGURES = tuple[CaseFact, ...]


def last(facts: FIGURES) -> dict[tuple[str, str, str, str], int | None]:
    """Return the last word on each cell, by series, part, place and period."""
    cells = [(fact.item.cell, fact.item.steps) for fact in facts if isinstance(fact.item, Figure)]
    return {(cell.indicator, cell.part, cell.body, cell.period): steps for cell, steps in cells}


def test_every_story_is_of_a_place_and_an_indicator_that_there_are(starter: tuple[Read, ...], case: Case) -> None:
    """Shipped stories fit the shipped starter set; with another they would be passed over."""
    indicators = {read.thing.id for read in (*starter, *case.definitions) if isinstance(read.thing, Indicator)} | {ANY_FLOW}
    known = {place.id for place in places()}
    pairs = {
        *((series, place) for series, place, *_ in (*story.STORIES, *story.LOW_PLANS, *story.MISSTATED, *story.MENDED, *story.SAID_AGAIN)),
        *((series, place) for series, place, *_ in (*story.PARTS_OFF, *story.TO_A_DAY, *story.STATED, *story.WORDS, *story.LACKING)),
        *story.NOT_APPLICABLE,
    }
    assert sorted(pair for pair in pairs if pair[0] not in indicators or pair[1] not in known) == []
    assert {place for place, _ in (*story.SILENT, *story.LATE, *story.CERTAIN)} <= known
    assert indicators >= story.ELECTIONS


def test_stories_are_told_of_quarters_and_years() -> None:
    windows = {Window.of(name).kind.value for *_, name in story.STORIES}
    assert windows == {"quarter", "year"}


def test_where_the_ward_is_weak_and_where_it_does_well(facts: FIGURES) -> None:
    """Against last year's quarter, the sum of the seven units that it was made of."""
    known = last(facts)
    members = next(place for place in places() if place.id == WARD).members

    def change(series: str) -> Decimal:
        before = sum(known[series, "-", id, period] or 0 for id, _ in members for period in quarter(series, 2025))
        now = sum(known[series, "-", WARD, period] or 0 for period in quarter(series, 2026))
        return Decimal(now) / before

    def quarter(series: str, year: int) -> tuple[str, ...]:
        monthly = (series, "-", WARD, "2026-01") in known
        return tuple(f"{year}-{month:02d}" for month in (1, 2, 3)) if monthly else (f"{year}-Q1",)

    def quarter_of_units(series: str) -> bool:
        return all((series, "-", id, period) in known for id, _ in members for period in quarter(series, 2025))

    weak = ["thue-dat-phi-nong-nghiep", "via-he-chinh-trang", "cap-giay-chung-nhan-dat", "ho-kinh-doanh-moi", "giai-quyet-viec-lam"]
    well = ["doanh-nghiep-thanh-lap-moi", "cay-xanh-trong-moi", "thu-tien-su-dung-dat"]
    told = {name: change(name) for name in (*weak, *well) if quarter_of_units(name)}
    assert {name for name, ratio in told.items() if ratio < Decimal("0.9")} == set(weak) & set(told)
    assert {name for name, ratio in told.items() if ratio > 1} == set(well) & set(told)


def test_a_low_plan_is_exceeded_by_far(facts: FIGURES) -> None:
    plans = {
        (fact.item.cell.body, fact.item.cell.period): fact.item.steps
        for fact in facts
        if isinstance(fact.item, Target) and fact.item.cell.indicator == "cay-xanh-trong-moi" and fact.item.authority == "hdnd-giao"
    }
    known = last(facts)
    quarter = known["cay-xanh-trong-moi", "-", WARD, "2026-Q1"] or 0
    assert quarter * 10 > plans[WARD, "2026-Q1"] * 15


def test_what_does_not_fit_stays_so(facts: FIGURES) -> None:
    known = last(facts)
    groups = [place.id for place in places() if place.id.startswith("tdp-")]
    road = sum(known.get(("duong-be-tong-xi-mang", "-", id, "2026-02")) or 0 for id in groups)
    assert (known["duong-be-tong-xi-mang", "-", WARD, "2026-02"] or 0) > road
    months = sum(known["thu-ngan-sach-xa", "-", WARD, f"2026-{month:02d}"] or 0 for month in (1, 2, 3))
    assert (known["thu-ngan-sach-xa", "-", WARD, "2026-Q1"] or 0) * 1000 // months == 1034
    tourists = [known["khach-du-lich", "-", WARD, period] or 0 for period in ("2025-Q3", "2025-Q4", "2026-Q1")]
    assert tourists[1] > 5 * max(tourists[0], tourists[2])


def test_parts_make_the_whole_but_where_the_story_says(facts: FIGURES) -> None:
    """Of every cell in parts whose number was not corrected later, all parts are told, and add up."""
    known, off = last(facts), set()
    firsts: dict[tuple[str, str, str], int] = {}
    for fact in facts:
        if isinstance(fact.item, Figure) and fact.item.cell.part == "-" and fact.item.steps is not None:
            firsts[fact.item.cell.indicator, fact.item.cell.body, fact.item.cell.period] = fact.item.steps
    for indicator, parts in own.PARTS.items():
        for (series, body, period), whole in firsts.items():
            if series == indicator and whole != sum(known[series, part, body, period] or 0 for part, _ in parts):
                off.add((series, body, period))
    assert off == set(story.PARTS_OFF)


def test_a_number_of_the_ward_is_corrected_within_the_quarter(facts: FIGURES) -> None:
    told = [
        (fact.item.steps, fact.note)
        for fact in facts
        if isinstance(fact.item, Figure) and fact.item.cell.key == "cap-giay-chung-nhan-dat/giao-ban/-/phuong-mau/2026-Q1"
    ]
    assert [note for _, note in told] == ["", "Đính chính số đã báo cáo."]
    assert told[0][0] != told[1][0]


def test_relations_are_stated_with_and_without_a_plan_s_name(facts: FIGURES) -> None:
    stated = [fact.item for fact in facts if isinstance(fact.item, Stated) and fact.item.cell.body == WARD]
    assert {(one.cell.indicator, one.relation, one.authority) for one in stated} == {
        (series, relation, authority) for series, place, _, relation, authority in story.STATED if place == WARD
    }
    unnamed = next(one for one in stated if one.authority == "unnamed")
    assert unnamed.value > Decimal("1.5")


def test_words_are_those_of_the_story(facts: FIGURES) -> None:
    words = {
        fact.item.cell.indicator: fact.item.word
        for fact in facts
        if isinstance(fact.item, Grade) and (fact.item.cell.body, fact.item.cell.period) == (WARD, story.NOW)
    }
    assert words["danh-gia-xu-ly-rac-vo-chu"] == "chua-hieu-qua"
    assert words["danh-gia-chuong-trinh-muc-tieu"] == "cham-tien-do"
    assert words["danh-gia-trat-tu-do-thi"] == "chuyen-bien-ro"


def test_an_election_is_told_of_in_its_year_only(facts: FIGURES) -> None:
    years = {
        fact.item.cell.period[:4] for fact in facts if isinstance(fact.item, Figure | Grade) and fact.item.cell.indicator in story.ELECTIONS
    }
    assert years == {"2021", "2026"}
