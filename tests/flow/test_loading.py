"""A journey: files into a book; twice is nothing, and what was changed is found."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import timedelta

import pytest

from giaoban import flow, store
from giaoban.flow import load
from giaoban.flow.loading import starter
from tests.flow import small
from tests.people import AT, OFFICE, OFFICER_A, at_the_door, open_doors

LATER = AT + timedelta(days=3)
RECORDED = ', recorded: "2026-04-13T17:00:00+07:00"'


def loaded(found: Mapping[str, str], *, manner: flow.Manner = flow.Manner.PLAIN, by: flow.Actor, at=AT) -> flow.Loaded:
    return flow.load_files(found, manner=manner, by=by, at=at)


def numbers(result: flow.Loaded) -> tuple[int, int, int]:
    return result.definitions, result.facts, result.corrected


def head(book: str) -> int:
    return store.books.head(book).number


def shipped() -> dict[str, str]:
    return dict(starter.shipped_files("ha_tinh"))


@pytest.mark.parametrize("manner", list(flow.Manner))
def test_the_same_files_again_are_nothing_new(ha_tinh, by, manner):
    """As a history, as of now, or without a word: the book is as it was, though every item gives a past instant."""
    before = head("ha-tinh")
    again = loaded(shipped(), manner=manner, by=by, at=LATER)
    assert (numbers(again), again.problems, head("ha-tinh")) == ((0, 0, 0), (), before)
    assert again.unchanged > 200


def test_the_shipped_case_again_is_nothing_new(ha_tinh, by):
    """As the demonstration loads it."""
    before = head("ha-tinh")
    assert numbers(flow.load_shipped("ha_tinh", by=by, at=LATER)) == (0, 0, 0)
    assert head("ha-tinh") == before


def test_a_history_begins_with_who_loaded_it_and_from_what(ha_tinh):
    """An `Opening` stands before the first item, at that item's instant."""
    opening, first = store.books.read("ha-tinh").entries[:2]
    assert (opening.kind, opening.recorded_at, opening.via) == ("Opening", first.recorded_at, "load")
    assert (opening.content["loaded_by"], opening.content["loaded_at"]) == ("cli:kiem-thu", "2026-04-10T02:00:00.000000Z")
    assert re.fullmatch(r"[0-9a-f]{64}", opening.content["files"])
    assert re.fullmatch(r"[0-9a-f]{64}", opening.content["starter"])
    assert int(opening.content["items"]) == head("ha-tinh") - 1


def test_what_is_loaded_as_of_now_is_known_now(town):
    """By the account's person, in the post acted in, through the door that it came by; without an `Opening`."""
    book = store.books.read(small.BOOK)
    assert {(entry.recorded_at, entry.via) for entry in book.entries} == {(AT, "cli:kiem-thu")}
    assert [entry.kind for entry in book.of_kind("Opening")] == []


def test_a_new_book_needs_no_word_when_its_files_give_no_instants(database):
    """The instants of the starter set are not those of the files."""
    assert numbers(loaded(small.files(), by=open_doors()))[1:] == (small.FACTS.count("\n  - "), 0)
    assert {entry.recorded_at for entry in store.books.read(small.BOOK).entries} == {AT}


def test_definitions_come_before_the_figures_that_need_them(town):
    kinds = [entry.kind == "Definition" for entry in store.books.read(small.BOOK).entries]
    assert kinds == sorted(kinds, reverse=True)


def test_an_office_may_load_into_its_book_and_in_its_post(town):
    """Its post in that book stands in the entry."""
    changed = small.files(facts=small.FACTS.replace("10 tỷ đồng", "11 tỷ đồng"))
    assert numbers(loaded(changed, by=at_the_door(OFFICE), at=LATER)) == (0, 1, 1)
    assert store.books.read(small.BOOK).entries[-1].as_post == "chuyên viên Văn phòng"


def test_an_officer_of_a_ward_may_load_nothing(town):
    """Refused before the files are read."""
    with pytest.raises(flow.Refused, match="may not load figures"):
        loaded({"case.yaml": small.CASE, "x.yaml": "a: [broken"}, by=at_the_door(OFFICER_A))


def test_nobody_but_an_administrator_of_all_opens_a_book(town):
    """An office's right holds in its own book."""
    with pytest.raises(flow.Refused, match="in the whole deployment"):
        loaded(small.files(case=small.CASE.replace("id: thi-xa-thu", "id: so-moi")), by=at_the_door(OFFICE))


def test_a_changed_figure_takes_the_old_ones_place(town, by):
    """One entry, which names the one that it supersedes."""
    key = f"{small.REVENUE}/giao-ban/-/{small.A}/{small.PERIOD}"
    before = store.books.standing(small.BOOK, kind="Figure")[key]
    changed = small.files(facts=small.FACTS.replace("10 tỷ đồng", "12,5 tỷ đồng"))
    assert numbers(loaded(changed, by=by, at=LATER)) == (0, 1, 1)
    (entry,) = (entry for entry in store.books.read(small.BOOK).entries if entry.recorded_at == LATER)
    assert (entry.key, entry.supersedes, entry.content["steps"]) == (key, before, "12500000000")
    assert numbers(loaded(changed, by=by, at=LATER)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("at: Biểu 02, visibility: draft", "at: Biểu 03, visibility: draft"),
        ("at: Biểu 02, visibility: draft", "at: Biểu 02, visibility: accepted"),
        ("at: Biểu 02, visibility: draft", "at: Biểu 02, visibility: draft, doubt: so-gan-dung"),
        ("at: Biểu 02, visibility: draft", "at: Biểu 02, visibility: draft, note: Ước tính."),
        ("note: Ghi tại hội nghị.", "note: Ghi tại hội nghị ngày 2/4."),
        ("title: Thiếu đất đắp", "title: Thiếu đất san lấp"),
        ("asks: [Cấp phép mỏ mới]", "asks: [Cấp phép mỏ mới, Giảm thuế]"),
        ("fraction: 50 %", "fraction: 55 %"),
    ],
)
def test_every_word_of_a_fact_counts(town, by, old, new):
    """Place in the source, who may see it, doubt, remark, free texts of acts: each is compared."""
    assert old in small.FACTS
    changed = small.files(facts=small.FACTS.replace(old, new))
    assert numbers(loaded(changed, by=by, at=LATER)) == (0, 1, 1)
    assert numbers(loaded(changed, by=by, at=LATER)) == (0, 0, 0)


def test_another_source_is_another_fact(town, by):
    """The same number from another paper rests on that paper."""
    source = "  - {id: bao-cao-2, title: Báo cáo bổ sung, number: 15/BC-UBND, issuer: UBND thị xã Thử, dated: 2026-04-08}\n"
    case = small.CASE.replace("people:", f"{source}people:")
    facts = small.FACTS.replace('"10 tỷ đồng", quality: actual', '"10 tỷ đồng", source: bao-cao-2, quality: actual')
    assert numbers(loaded(small.files(case=case, facts=facts), by=by, at=LATER)) == (0, 1, 1)


def test_a_definition_that_changed_is_recorded_again(town, by):
    """The catalogue too has two clocks: the old one stays known as of the day before."""
    changed = small.files(definitions=small.DEFINITIONS.replace("name: Phường A", "name: Phường An"))
    assert numbers(loaded(changed, by=by, at=LATER)) == (1, 0, 1)
    wanted = flow.Wanted(small.A, small.PERIOD, indicators=(small.REVENUE,))
    assert flow.answer(wanted, by=by, at=LATER).body_name == "Phường An"


def test_a_starter_definition_of_a_later_release_is_recorded(town, by, monkeypatch):
    """The starter set of every book is compared too."""
    files = dict(starter._starter_files())
    name = next(name for name in files if "Giao ban (theo tháng, quý dương lịch)" in files[name])
    files[name] = files[name].replace("Giao ban (theo tháng, quý dương lịch)", "Giao ban thường kỳ")
    monkeypatch.setattr(starter, "_starter_files", lambda: files)
    starter.starter.cache_clear()
    try:
        assert numbers(loaded(small.files(), by=by, at=LATER)) == (1, 0, 1)
        assert store.books.read(small.BOOK).entries[-1].key == "regime/giao-ban/2010-01-01"
        assert numbers(loaded(small.files(), by=by, at=LATER)) == (0, 0, 0)
        later = small.files(facts=small.FACTS + small.figure(small.REVENUE, small.A, "9 tỷ đồng", period="2025-Q4", more=RECORDED))
        assert numbers(loaded(later, manner=flow.Manner.HISTORY, by=by, at=LATER + timedelta(days=1))) == (0, 1, 0)
    finally:
        starter.starter.cache_clear()


def test_a_starter_definition_that_an_office_has_changed_stays_changed(town, by):
    """Its own files gave the definition once; loads without them do not bring the starter's back."""
    own = next(read.definition for read in starter.starter() if read.definition.key == "group/chinh-quyen/2010-01-01")
    lines = "".join(f"    {name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in own.content.items() if name != "kind")
    text = small.DEFINITIONS + "  - kind: group\n" + lines.replace(own.content["name"], "Chính quyền của thị xã")
    assert numbers(loaded(small.files(definitions=text), by=by, at=LATER)) == (1, 0, 1)
    for manner in (flow.Manner.PLAIN, flow.Manner.NOW):
        assert numbers(loaded(small.files(), manner=manner, by=by, at=LATER)) == (0, 0, 0)
    assert "Chính quyền của thị xã" in store.books.read(small.BOOK).standing("Definition")["Definition", own.key].content["json"]


def test_a_book_keeps_its_title_and_says_so(town, by):
    found = loaded(small.files(case=small.CASE.replace("Thị xã Thử (", "Thị xã Khác (")), by=by)
    assert [(problem.code, problem.severity.value) for problem in found.problems] == [("other-title", "note")]
    assert [cover.title for cover in store.books.listed()] == ["Thị xã Thử (dữ liệu giả định)"]


@pytest.mark.parametrize(("old", "new"), [("regime: giao-ban", "regime: kho-bac"), ('made: "true"', 'made: "false"')])
def test_a_book_of_another_kind_is_refused(town, by, old, new):
    """Another regime, or made-up figures into a real book, is another book."""
    with pytest.raises(load.OtherBook, match="there is a book “thi-xa-thu”"):
        loaded(small.files(case=small.CASE.replace(old, new)), by=by)


def test_a_person_is_kept_with_the_public_office_in_front(town):
    assert store.people.names(["nguoi-thu-01"]) == {"nguoi-thu-01": "Chủ tịch UBND phường A Người Thử Một"}


def test_an_id_that_stands_for_somebody_else_is_refused(town, by):
    """Two books must not share an id for two people."""
    with pytest.raises(load.NotLoaded) as refused:
        loaded(small.files(case=small.CASE.replace("Người Thử Một", "Người Thử Hai")), by=by)
    assert [problem.code for problem in refused.value.problems] == ["person-else"]


def test_acts_are_checked_against_the_catalogue(town, by):
    """Body, indicator and person of a difficulty or an aim must be known on its day."""
    facts = small.FACTS.replace("affects: [thu-thu]", "affects: [thu-tho]").replace("raised_by: nguoi-thu-01", "raised_by: nguoi-thu-09")
    facts = facts.replace("body: thi-xa-thu, indicator: thu-thu", "body: thi-xa-tho, indicator: thu-thu")
    with pytest.raises(load.NotLoaded) as refused:
        loaded(small.files(facts=facts), by=by)
    assert sorted(problem.sentence() for problem in refused.value.problems) == [
        "facts.yaml, dòng 17: không có chỉ tiêu “thu-tho” trong danh mục ngày 31/3/2026.",
        "facts.yaml, dòng 17: không có người “nguoi-thu-09” trong danh mục ngày 31/3/2026.",
        "facts.yaml, dòng 27: không có đơn vị “thi-xa-tho” trong danh mục ngày 30/6/2026.",
    ]


def test_an_entry_given_twice_is_refused(town, by):
    """For one instant there is one word on a cell."""
    with pytest.raises(load.NotLoaded) as refused:
        loaded(small.files(facts=small.FACTS + small.figure(small.REVENUE, small.A, "11 tỷ đồng")), by=by)
    (problem,) = refused.value.problems
    assert (problem.code, problem.way_out()) == ("said-twice", "Giữ một mục; nếu là đính chính, nạp riêng sau.")


def test_a_history_may_give_a_cell_several_times(database):
    """Each later word corrects the one before; as of now only the last one counts."""
    by = open_doors()
    at = [f', recorded: "2026-04-0{day}T17:00:00+07:00"' for day in (2, 5)]
    case = small.CASE.replace("sources:", 'recorded: "2026-04-01T17:00:00+07:00"\nsources:')
    facts = "source: bao-cao-1\nfacts:\n" + "".join(
        small.figure(small.REVENUE, small.A, printed, more=when) for printed, when in zip(("9 tỷ đồng", "10 tỷ đồng"), at, strict=True)
    )
    files = small.files(case=case, facts=facts)
    wanted = flow.Wanted(small.A, small.PERIOD, indicators=(small.REVENUE,))
    assert numbers(loaded(files, manner=flow.Manner.HISTORY, by=by)) == (len(starter.starter()) + 12, 2, 1)
    first = flow.answer(flow.Wanted(small.A, small.PERIOD, as_known=flow.moment.instant("2026-04-03")), by=by, at=AT)
    assert first.row(small.REVENUE).value == 9
    assert flow.answer(wanted, by=by, at=AT).row(small.REVENUE).value == 10
    assert numbers(loaded(files, manner=flow.Manner.NOW, by=by)) == (0, 0, 0)
    assert numbers(loaded(files, by=by)) == (0, 0, 0)


def test_a_history_goes_on_after_the_head(ha_tinh, by):
    """Later items of the past are added under an `Opening` of their own; the first board stays."""
    files = shipped()
    wanted = flow.Wanted("ha-tinh", "2021-Q1", as_known=flow.moment.instant("2021-04-20"))
    before = flow.answer(wanted, by=by, at=AT).data()
    files["later.yaml"] = (
        'recorded: "2026-01-15T17:00:00+07:00"\nfacts:\n  - {figure: thu-ngan-sach, body: tinh-ha-tinh, period: "2025", '
        'printed: "1.000 tỷ đồng", quality: estimate, source: bao-ha-tinh-210383}\n'
    )
    assert numbers(loaded(files, manner=flow.Manner.HISTORY, by=by)) == (0, 1, 0)
    assert [entry.kind for entry in store.books.read("ha-tinh").entries[-2:]] == ["Opening", "Figure"]
    assert flow.answer(wanted, by=by, at=AT).data() == before
    assert numbers(loaded(files, manner=flow.Manner.HISTORY, by=by)) == (0, 0, 0)


def test_nothing_can_be_put_into_a_books_past(ha_tinh, by):
    """A changed item of a history lies before the head: it can only be corrected from now on."""
    files = shipped()
    name = next(name for name in files if "154,3 tỷ đồng" in files[name])
    files[name] = files[name].replace("154,3 tỷ đồng", "155 tỷ đồng")
    before = head("ha-tinh")
    with pytest.raises(load.BeforeHead, match=f"{name}, line [0-9]+ gives 2021-04-20T18:00:00"):
        loaded(files, manner=flow.Manner.HISTORY, by=by)
    with pytest.raises(load.PastWithoutHistory, match="1 new or changed items give past instants"):
        loaded(files, by=by)
    assert head("ha-tinh") == before


def test_a_history_that_reaches_into_the_future_is_refused(database):
    by = open_doors()
    case = small.CASE.replace("sources:", 'recorded: "2026-04-01T17:00:00+07:00"\nsources:')
    facts = 'recorded: "2027-04-01T17:00:00+07:00"\n' + small.FACTS
    with pytest.raises(load.NotLoaded) as refused:
        loaded(small.files(case=case, facts=facts), manner=flow.Manner.HISTORY, by=by)
    assert {problem.code for problem in refused.value.problems} == {"not-yet-known"}
    assert store.books.listed() == ()


def test_a_history_without_instants_is_refused(database):
    """Every fact without one is named."""
    with pytest.raises(load.NotLoaded) as refused:
        loaded(small.files(), manner=flow.Manner.HISTORY, by=open_doors())
    assert {problem.code for problem in refused.value.problems} == {"no-instant"}
    assert len(refused.value.problems) == small.FACTS.count("\n  - ")
    assert store.books.listed() == ()


def test_somebody_who_records_meanwhile_is_not_run_over(town, by, monkeypatch):
    """What was compared is no longer what stands: nothing is recorded."""
    changed = small.files(facts=small.FACTS.replace("10 tỷ đồng", "11 tỷ đồng"))
    other = small.files(facts=small.FACTS.replace("20 tỷ đồng", "21 tỷ đồng"))
    record = load.recording.record

    def late(*given: object, **named: object) -> object:
        monkeypatch.undo()
        assert numbers(loaded(other, by=by, at=LATER)) == (0, 1, 1)
        return record(*given, **named)

    monkeypatch.setattr(load.recording, "record", late)
    with pytest.raises(load.WrittenMeanwhile, match="Run the command again"):
        loaded(changed, by=by, at=LATER)
    wanted = flow.Wanted(small.TOWN, small.PERIOD, units=True, indicators=(small.REVENUE,))
    values = {row.body: row.value for row in flow.answer(wanted, by=by, at=LATER).rows}
    assert (values[small.A], values[small.B]) == (10, 21)
