"""Does the Hà Tĩnh case say what was published, as it was known then, and does it fall into none of the traps of its map?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import giaoban.cases
import giaoban.catalogue
from giaoban.cases import Act, Case, CaseFact, read_case
from giaoban.catalogue.body import Body, Event, Extent
from giaoban.catalogue.catalogue import Catalogue, build
from giaoban.catalogue.checking import check
from giaoban.catalogue.loading import Read, parse, read_definitions, read_sources
from giaoban.ledger.admission import Candidate, admit
from giaoban.ledger.book import VIETNAM
from giaoban.ledger.figures import Figure, Grade, Stated, Target
from giaoban.values import Problem, Quality

STARTER = Path(giaoban.catalogue.__file__).parent / "definitions"
FOLDER = Path(giaoban.cases.__file__).parent / "ha_tinh"
BRIEFING = datetime(2021, 4, 20, 18, tzinfo=VIETNAM)

FIFTEEN = {
    "18070": "Phường Trần Phú", "18073": "Phường Nam Hà", "18076": "Phường Bắc Hà", "18077": "Phường Nguyễn Du",
    "18079": "Phường Tân Giang", "18082": "Phường Đại Nài", "18085": "Phường Hà Huy Tập", "18088": "Xã Thạch Trung",
    "18091": "Phường Thạch Quý", "18094": "Phường Thạch Linh", "18097": "Phường Văn Yên", "18100": "Xã Thạch Hạ",
    "18103": "Xã Đồng Môn", "18109": "Xã Thạch Hưng", "18112": "Xã Thạch Bình",
}  # fmt: skip


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.yaml"))}


@cache
def starter() -> tuple[Read, ...]:
    sheets, problems = parse(texts(STARTER))
    return read_definitions(sheets, sources=read_sources(sheets, problems=list(problems)))[0]


def catalogues(own: Sequence[Read], *, known: datetime | None = None) -> Callable[[date], Catalogue]:
    """Return the catalogue of a day, made of what was known at an instant (by default: everything)."""
    reads = [read for read in (*starter(), *own) if known is None or (read.known_at and read.known_at <= known)]
    pairs = [(read.definition, read.thing) for read in sorted(reads, key=lambda read: read.known_at or BRIEFING)]
    return cache(lambda day: build(pairs, on=day))


@cache
def loaded() -> tuple[Case, tuple[Problem, ...]]:
    case, problems = read_case(texts(FOLDER), catalogue_on=catalogues)
    assert case
    return case, problems


def case() -> Case:
    return loaded()[0]


def facts() -> tuple[CaseFact, ...]:
    return tuple(case().facts)


def whole() -> Catalogue:
    return catalogues(case().definitions)(date(2025, 12, 31))


def units(day: date) -> tuple[Body, ...]:
    return whole().children("ha-tinh", on=day)


def heirs(id: str) -> set[str]:
    return {edge.after for event in whole().events for edge in event.edges if edge.before == id and edge.after != id}


def forebears(id: str) -> set[str]:
    """Every ground, near and far, that went into the body."""
    found = {edge.before for event in whole().events for edge in event.edges if edge.after == id and edge.before != id}
    return found.union(*(forebears(one) for one in found))


def named(name: str) -> list[str]:
    """Ids of the areas that have borne the name, in the order of time."""
    first = {id: versions[0].since for id, versions in whole().bodies.items() if any(body.name == name for body in versions)}
    return sorted(first, key=lambda id: first[id])


# ---------------------------------------------------------------- whole


def test_nothing_is_wrong_with_any_of_it() -> None:
    assert [problem.sentence("en") for problem in loaded()[1]] == []
    assert [problem.sentence("en") for problem in check((*starter(), *case().definitions), on=BRIEFING.date())] == []


def test_every_figure_may_enter_the_ledger() -> None:
    candidates = [Candidate(fact.item, fact.where) for fact in facts() if not isinstance(fact.item, Act)]
    admitted = admit(candidates, catalogue_on=catalogues(case().definitions))
    assert [problem.sentence("en") for problem in admitted.problems] == []
    assert len(admitted.items) == len(candidates)


def test_nothing_of_it_is_made() -> None:
    assert (case().id, case().made, case().regime) == ("ha-tinh", False, "giao-ban")


def test_each_thing_says_when_it_was_known() -> None:
    assert [fact.where for fact in facts() if fact.known_at is None] == []
    assert [read.definition.key for read in case().definitions if read.known_at is None] == []


def test_nothing_was_known_before_its_source() -> None:
    sources = case().sources
    assert [
        fact.where for fact in facts() if fact.known_at and (dated := sources[fact.source].dated) and fact.known_at.date() < dated
    ] == []
    assert [
        read.definition.key
        for read in case().definitions
        if read.known_at and read.definition.source.dated and read.known_at.date() < read.definition.source.dated
    ] == []


def test_each_fact_speaks_of_what_the_book_already_knew() -> None:
    """Loaded as a history, the body and the indicator of a fact stand before the fact."""
    unknown = []
    for fact in facts():
        then = catalogues(case().definitions, known=fact.known_at)(date(2026, 1, 1))
        item = fact.item
        body, indicator = (
            (item.content["body"], item.content.get("indicator", "")) if isinstance(item, Act) else (item.cell.body, item.cell.indicator)
        )
        known = {
            key.split("/")[1]
            for key in (read.definition.key for read in (*starter(), *case().definitions) if read.known_at <= fact.known_at)
        }
        if body not in then.bodies or (indicator and indicator not in known):
            unknown.append(fact.where)
    assert unknown == []


def test_every_source_is_used_and_every_press_source_has_its_address() -> None:
    used = {fact.source for fact in facts()}
    cited = {read.definition.source for read in case().definitions}
    assert [id for id, source in case().sources.items() if id not in used and source not in cited] == []
    assert [id for id, source in case().sources.items() if id in used and not (source.url or source.number)] == []


def test_an_approximate_word_of_the_source_is_never_dropped_in_silence() -> None:
    """Where our remark quotes "hơn", "trên", "gần", "khoảng" of the source, the number is marked, or is a plan."""
    said = ("“hơn", "“trên", "“gần", "“khoảng")
    left = [
        fact.where
        for fact in facts()
        if any(word in fact.note for word in said) and isinstance(fact.item, Figure | Stated) and not fact.item.doubt
    ]
    assert left == []


# ---------------------------------------------------------------- the map, and its traps


def test_the_fifteen_of_2021() -> None:
    """Ten wards and five communes, with the codes of the statistics office."""
    found = units(BRIEFING.date())
    assert {body.code: body.name for body in found} == FIFTEEN
    assert [sum(body.kind == kind for body in found) for kind in ("phuong", "xa")] == [10, 5]


def test_sixteen_then_fifteen_then_twenty_seven_then_none() -> None:
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2024, 12, 31), date(2025, 1, 1), date(2025, 6, 30), date(2025, 7, 1))
    assert [len(units(day)) for day in days] == [16, 15, 15, 27, 27, 0]


def test_the_city_ends_and_its_seven_heirs_stand_under_the_province() -> None:
    after = date(2025, 7, 1)
    assert whole().body("ha-tinh", on=after) is None
    assert {body.code: body.name for body in whole().children("tinh-ha-tinh", on=after)} == {
        "18073": "Phường Thành Sen", "18100": "Phường Trần Phú", "18652": "Phường Hà Huy Tập", "18628": "Xã Thạch Lạc",
        "18619": "Xã Đồng Tiến", "18604": "Xã Thạch Khê", "18685": "Xã Cẩm Bình",
    }  # fmt: skip


def test_trap_one_name_three_grounds() -> None:
    """Three wards have been called Trần Phú; the last holds nothing of the first two."""
    assert named("Phường Trần Phú") == ["phuong-tran-phu-1", "phuong-tran-phu-2", "phuong-tran-phu-3"]
    assert [whole().bodies[id][0].code for id in named("Phường Trần Phú")] == ["18070", "18094", "18100"]
    assert forebears("phuong-tran-phu-3").isdisjoint({"phuong-tran-phu-1", "phuong-tran-phu-2"})


def test_trap_the_new_ha_huy_tap_holds_nothing_of_the_old() -> None:
    assert named("Phường Hà Huy Tập") == ["phuong-ha-huy-tap-1", "phuong-ha-huy-tap-2"]
    assert "phuong-ha-huy-tap-1" not in forebears("phuong-ha-huy-tap-2")


def test_trap_a_code_is_no_identity() -> None:
    """One code, other ground."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for versions in whole().bodies.values():
        for body in versions:
            if body.code:
                bearers[body.code].add(body.id)
    assert {code: ids for code, ids in bearers.items() if len(ids) > 1} == {
        "18073": {"nam-ha", "thanh-sen"},
        "18077": {"nguyen-du", "phuong-bac-ha-2"},
        "18094": {"thach-linh", "phuong-tran-phu-2"},
        "18100": {"thach-ha", "phuong-tran-phu-3"},
        "18103": {"thach-mon", "dong-mon"},
        "18604": {"xa-thach-khe-1", "xa-thach-khe-2"},
        "18619": {"thach-tri", "dong-tien"},
        "18628": {"tuong-son", "xa-thach-lac-2"},
        "18652": {"tan-lam-huong", "phuong-ha-huy-tap-2"},
        "18685": {"xa-cam-binh-1", "xa-cam-binh-2"},
    }
    assert whole().bodies["xa-thach-lac-1"][0].code == "18622"


def test_trap_a_commune_becomes_a_ward_on_the_same_ground() -> None:
    """1/1/2025: same body, same code, another kind, so other indicators apply."""
    turned = ("thach-trung", "thach-ha", "dong-mon", "thach-hung")
    eve, day = date(2024, 12, 31), date(2025, 1, 1)
    kinds = [
        (then.kind, now.kind, then.code == now.code)
        for id in turned
        if (then := whole().body(id, on=eve)) and (now := whole().body(id, on=day))
    ]
    assert kinds == [("xa", "phuong", True)] * 4
    still = whole().body("thach-binh", on=day)
    assert still
    assert still.kind == "xa"


def test_trap_no_share_is_guessed() -> None:
    """Group 6 of Trần Phú and the parting of Đại Nài: nobody has published how many people."""
    parts = {(edge.before, edge.after): edge for event in whole().events for edge in event.edges if edge.extent is Extent.PART}
    assert [edge.share(basis) for edge in parts.values() for basis in ("area", "population", "households", "revenue")] == [None] * 4 * len(
        parts
    )
    units_parted = {pair for pair in parts if not pair[0].startswith("huyen-") and pair[0] != "ha-tinh"}
    assert units_parted == {
        ("phuong-tran-phu-1", "phuong-tran-phu-2"), ("phuong-tran-phu-1", "phuong-bac-ha-2"),
        ("dai-nai", "thanh-sen"), ("dai-nai", "phuong-ha-huy-tap-2"),
    }  # fmt: skip


def test_trap_part_of_a_ward_moved() -> None:
    """A residential group left Trần Phú for Bắc Hà; the edges say so."""
    notes = {edge.after: edge.note for event in whole().events for edge in event.edges if edge.before == "phuong-tran-phu-1"}
    assert notes == {"phuong-tran-phu-2": "trừ tổ dân phố 6", "phuong-bac-ha-2": "tổ dân phố 6"}


def test_trap_the_city_of_2025_is_not_the_city_of_2024() -> None:
    """Its ground changed under one name: a self-edge with unknown shares."""
    own = [(event.on, edge) for event in whole().events for edge in event.edges if edge.before == edge.after == "ha-tinh"]
    assert [(day, edge.extent, edge.share("population")) for day, edge in own] == [(date(2025, 1, 1), Extent.PART, None)]


def test_trap_the_base_of_thanh_sen_is_ten_wards_one_of_them_in_part() -> None:
    """What the same period of 2024 must be made of again."""
    before = {id for id in forebears("thanh-sen") if whole().body(id, on=date(2024, 12, 31))}
    assert before == {
        "phuong-tran-phu-1", "nam-ha", "phuong-bac-ha-1", "nguyen-du", "tan-giang", "dai-nai", "phuong-ha-huy-tap-1",
        "thach-quy", "thach-linh", "van-yen", "thach-hung",
    }  # fmt: skip


def test_trap_every_step_of_the_lineage_is_there() -> None:
    """What a commune of 2019 became can be followed to 2025, each step by its own act."""
    assert heirs("thach-mon") == {"dong-mon"}
    assert heirs("dong-mon") == {"phuong-tran-phu-3"}
    assert heirs("thach-binh") == {"xa-cam-binh-2"}
    acts = {event.on: event.id for event in sorted(whole().events, key=lambda event: event.id)}
    sources = {read.definition.since: read.definition.source.number for read in case().definitions if isinstance(read.thing, Event)}
    assert set(acts) == set(sources) == {date(2020, 1, 1), date(2025, 1, 1), date(2025, 7, 1)}
    assert [sources[day] for day in sorted(sources)] == ["819/NQ-UBTVQH14", "1283/NQ-UBTVQH15", "1665/NQ-UBTVQH15"]


def test_each_unit_that_ends_has_heirs_and_each_new_one_forebears() -> None:
    ground = {id: versions for id, versions in whole().bodies.items() if versions[0].kind in ("phuong", "xa")}
    assert [id for id, versions in ground.items() if versions[-1].until and not heirs(id)] == []
    first = min(versions[0].since for versions in ground.values())
    assert [id for id, versions in ground.items() if versions[0].since not in (first, date(2020, 1, 1)) and not forebears(id)] == []


def test_as_known_on_the_day_of_the_briefing_no_ward_has_an_end() -> None:
    """The acts of 2024 and 2025 were not yet written."""
    then = catalogues(case().definitions, known=BRIEFING)(BRIEFING.date())
    assert {body.code for body in then.children("ha-tinh", on=BRIEFING.date())} == set(FIFTEEN)
    assert [body.id for body in then.standing_on(BRIEFING.date()) if body.until] == []
    assert "thanh-sen" not in then.bodies


def test_the_organisations_end_with_the_city() -> None:
    organisations = [versions for versions in whole().bodies.values() if versions[0].of_area == "ha-tinh"]
    assert len(organisations) > 5
    assert {versions[-1].until for versions in organisations} == {date(2025, 7, 1)}


# ---------------------------------------------------------------- the briefing of 20/4/2021


def briefing() -> list[CaseFact]:
    return [fact for fact in facts() if fact.source == "bao-ha-tinh-210383"]


def test_what_the_briefing_says_in_numbers() -> None:
    said = [fact.item for fact in briefing() if isinstance(fact.item, Figure | Stated | Target)]
    assert [
        (type(item).__name__, item.cell.indicator, item.cell.body, item.cell.period, item.printed, getattr(item, "doubt", ""))
        for item in said
    ] == [
        ("Figure", "thu-ngan-sach", "ha-tinh", "2021-Q1", "154,3 tỷ đồng", "pham-vi-khong-ro"),
        ("Stated", "thu-ngan-sach", "ha-tinh", "2021-Q1", "145 %", ""),
        ("Stated", "cay-xanh-trong-moi", "ha-tinh", "2021-Q1", "188 %", "ke-hoach-khong-ro"),
    ]
    figure, same_period, plan = said
    assert isinstance(figure, Figure)
    assert isinstance(same_period, Stated)
    assert isinstance(plan, Stated)
    assert (figure.steps, figure.quality) == (154_300_000_000, Quality.ACTUAL)
    assert (same_period.relation, same_period.value) == ("same_period", Decimal("1.45"))
    assert (plan.relation, plan.authority, plan.value) == ("plan", "unnamed", Decimal("1.88"))


def test_what_the_briefing_says_in_words() -> None:
    scales = whole().scales
    said = {fact.item.cell.indicator: scales[fact.item.scale].word(fact.item.word) for fact in briefing() if isinstance(fact.item, Grade)}
    assert {id for id, word in said.items() if word.standing.value == "weak"} == {
        "danh-gia-chuong-trinh-muc-tieu", "danh-gia-kiem-soat-giet-mo", "danh-gia-xu-ly-rac-vo-chu", "danh-gia-dong-gop-giao-duc",
    }  # fmt: skip
    assert {id for id, word in said.items() if word.standing.value == "good"} == {
        "danh-gia-trat-tu-do-thi", "danh-gia-nong-nghiep-do-thi", "danh-gia-tieu-chi-ntm", "danh-gia-bau-cu",
        "danh-gia-van-hoa-xa-hoi", "danh-gia-an-ninh-quoc-phong",
    }  # fmt: skip


def test_the_briefing_names_no_weak_unit() -> None:
    assert {fact.item.cell.body for fact in briefing() if not isinstance(fact.item, Act)} == {"ha-tinh"}


def test_the_difficulty_and_the_aim_are_no_figures() -> None:
    acts = {fact.item.kind: fact.item.content for fact in briefing() if isinstance(fact.item, Act)}
    assert (acts["Bottleneck"]["raised_by"], acts["Bottleneck"]["raised_for"]) == ("nguoi-01", "thach-linh")
    assert [person.id for person in case().people] == ["nguoi-01"]
    aim = acts["Aim"]
    assert (aim["indicator"], aim["fraction"], aim["before"], aim["voice"], aim["strength"]) == (
        "khoi-luong-chuong-trinh-muc-tieu", "80 %", "2021-08-15", "noted", "phan-dau",
    )  # fmt: skip


# ---------------------------------------------------------------- other figures


def test_one_figure_three_bases() -> None:
    """First half of 2024: of the province's plan, of the city's plan, of the same period."""
    said = {
        (fact.item.relation, fact.item.authority): fact.item.value
        for fact in facts()
        if isinstance(fact.item, Stated) and (fact.item.cell.indicator, fact.item.cell.period) == ("thu-ngan-sach", "2024-H1")
    }
    assert said == {
        ("plan", "tinh-giao"): Decimal("0.887"),
        ("plan", "thanh-pho-giao"): Decimal("0.68"),
        ("same_period", "-"): Decimal("1.53"),
    }


def test_the_table_without_a_day_has_none() -> None:
    """ "31/9/2019" is no day: the source has no date, and every figure of it is doubted."""
    assert case().sources["cong-thanh-pho-nhan-luc"].dated is None
    doubts = [fact.item.doubt for fact in facts() if fact.source == "cong-thanh-pho-nhan-luc" and isinstance(fact.item, Figure)]
    assert len(doubts) == 30
    assert all(doubts)


def test_trap_totals_and_parts_disagree() -> None:
    """The merger adds up to the person; the province of 2025 does not, and says so."""
    people = {
        (fact.item.cell.body, fact.item.cell.period): fact.item
        for fact in facts()
        if isinstance(fact.item, Figure) and fact.item.cell.indicator == "dan-so"
    }
    merged = [people[key].steps or 0 for key in (("thach-mon", "2019"), ("thach-dong", "2019"))]
    assert sum(merged) == people["dong-mon", "2020"].steps == 6934
    assert people["tinh-ha-tinh", "2025"].doubt == "so-lieu-khong-khop"


def test_a_report_that_contradicts_itself_is_kept_as_printed() -> None:
    """5.558 of 3.295 trees is 168,7 %; the source says 114 %."""
    spring = [fact.item for fact in facts() if fact.source == "bao-ha-tinh-262848"]
    assert [(type(item).__name__, getattr(item, "printed", "")) for item in spring] == [
        ("Figure", "5.558 cây"), ("Stated", "114 %"), ("Target", "3.295 cây"),
    ]  # fmt: skip
    assert getattr(spring[1], "doubt", "") == "so-lieu-khong-khop"
