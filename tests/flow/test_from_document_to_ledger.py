"""From a document to the ledger: received, decided by a person, recorded with its words, and asked why; on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from giaoban import flow, store
from giaoban.flow.guard import SecretDocument
from giaoban.flow.inbox import NoSuchPaper, NoSuchSuggestion, NotReadable, ReceivedElsewhere, UnknownField
from giaoban.flow.refusal import NotAllowed, UnknownBody
from giaoban.values import Source
from tests.flow.small import BOOK, TOWN, A, B
from tests.people import ADMINISTRATOR, AT, LEADER, OFFICE, OFFICER_A, OFFICER_B, at_the_door
from tests.unit.formats.files import excel, word

TEXT = (
    "Báo cáo quý II/2026\n\nQuý II/2026, chỉ tiêu thử thu-thu đạt hơn 21,5 tỷ đồng, bằng 145% so với cùng kỳ, đạt 188% kế hoạch.\n"
    "Các phường phấn đấu hoàn thành 80% chỉ tiêu thử thu-thu trước ngày 15/8/2026.\n"
    "Do thiếu đất đắp nên việc thi công gặp khó khăn, vướng mắc.\n"
)
SOURCE = Source("Báo cáo quý II", number="9/BC-UBND", issuer="UBND thị xã Thử")
WANTED = flow.Wanted(TOWN, "2026-Q2")


def receive(content: bytes = TEXT.encode(), *, account: str = OFFICE, name: str = "bc.txt", body: str = TOWN) -> flow.inbox.Opened:
    """Receive a document at the city's office."""
    return flow.inbox.receive(content, name=name, book=BOOK, body=body, source=SOURCE, by=at_the_door(account), at=AT)


def numbers(opened: flow.inbox.Opened, *kinds: str) -> list[int]:
    """Return the suggestions of some kinds."""
    return [one.number for one in opened.suggestions if one.suggestion and one.suggestion.kind in kinds]


def head() -> int:
    """Return how many entries the book has."""
    return store.books.head(BOOK).number


def test_nothing_is_recorded_without_a_person(town) -> None:
    """Received, it only waits; rejected, it records nothing."""
    before = head()
    opened = receive()
    assert (opened.is_new, head(), opened.paper.waiting) == (True, before, len(opened.suggestions))
    assert flow.inbox.reject(opened.paper.id, numbers=[], by=at_the_door(OFFICE), at=AT) == len(opened.suggestions)
    assert (head(), flow.inbox.look(opened.paper.id, by=at_the_door(OFFICE)).paper.waiting) == (before, 0)


def test_accepted_figures_lead_back_to_their_words(town) -> None:
    """Bound, relation, unnamed plan: each explained with the document and its words."""
    opened = receive()
    chosen = numbers(opened, "figure", "stated")
    edits = {number: {"indicator": "thu-thu"} for number in chosen}
    outcome = flow.inbox.accept(opened.paper.id, numbers=chosen, edits=edits, by=at_the_door(OFFICE), at=AT)
    assert (len(outcome.recorded), outcome.left) == (3, {})
    explained = flow.explain(WANTED, indicator="thu-thu", part="-", what=flow.What.VALUE, by=at_the_door(OFFICE), at=AT)
    assert explained is not None
    line = explained.lines[0]
    assert (line.printed, line.remark) == ("21,5 tỷ đồng", "Nguồn viết: hơn 21,5 tỷ đồng.")
    assert line.sources == ("UBND thị xã Thử, Báo cáo quý II, 9/BC-UBND, đoạn 2, ký tự 42–54: “21,5 tỷ đồng”",)
    rows = flow.answer(WANTED, by=at_the_door(OFFICE), at=AT).rows
    stated = {(one.relation, one.authority) for row in rows for one in row.stated}
    assert stated == {("same_period", None), ("plan", "unnamed")}


def test_the_same_document_twice_records_nothing_twice(town) -> None:
    """Neither received again nor, from another file, recorded again."""
    opened = receive()
    chosen = numbers(opened, "figure")
    flow.inbox.accept(opened.paper.id, edits={number: {"indicator": "thu-thu"} for number in chosen}, by=at_the_door(OFFICE), at=AT)
    after = head()
    again = receive()
    assert (again.is_new, again.paper.id, [one.decision for one in again.suggestions if one.number in chosen]) == (
        False,
        opened.paper.id,
        ["accepted"],
    )
    with pytest.raises(NoSuchSuggestion):
        flow.inbox.accept(opened.paper.id, numbers=chosen, by=at_the_door(OFFICE), at=AT)
    other = receive(TEXT.replace("Báo cáo", "BÁO CÁO").encode())
    outcome = flow.inbox.accept(
        other.paper.id, edits={n: {"indicator": "thu-thu"} for n in numbers(other, "figure")}, by=at_the_door(OFFICE), at=AT
    )
    assert (dict(outcome.recorded), len(outcome.stood)) == ({}, 1)
    assert head() <= after + 1  # at most the name that was remembered


def test_aims_and_difficulties_are_accepted_too(town) -> None:
    """As the acts that they are, and read again from the book."""
    opened = receive()
    chosen = numbers(opened, "aim", "bottleneck")
    edits = {number: {"indicator": "thu-thu"} for number in numbers(opened, "aim")}
    outcome = flow.inbox.accept(opened.paper.id, numbers=chosen, edits=edits, by=at_the_door(OFFICE), at=AT)
    assert outcome.left == {}
    kinds = {entry.kind for entry in store.books.read(BOOK).entries if entry.number in outcome.recorded.values()}
    assert kinds == {"Aim", "Bottleneck"}
    entry = next(
        entry for entry in store.books.read(BOOK).entries if entry.kind == "Bottleneck" and entry.number in outcome.recorded.values()
    )
    assert "vướng mắc" in (store.texts.read(entry.content["title"]) or "")


def test_a_corrected_link_is_remembered_for_that_body(town) -> None:
    """As a dated definition; the next document of the body is linked by it, another body's is not."""
    text = "Quý {}/2026, khoản nộp chung đạt 5 tỷ đồng."
    opened = receive(text.format("I").encode())
    number = numbers(opened, "figure")[0]
    outcome = flow.inbox.accept(opened.paper.id, edits={number: {"indicator": "thu-thu"}}, by=at_the_door(OFFICE), at=AT)
    assert [key.partition("/")[0] for key in outcome.taught] == ["synonym"]
    again = receive(text.format("II").encode())
    assert again.suggestions[0].suggestion is not None
    assert again.suggestions[0].suggestion.fields["indicator"] == "thu-thu"
    other = receive(text.format("III").encode(), body=A)
    assert other.suggestions[0].suggestion is not None
    assert other.suggestions[0].suggestion.fields.get("indicator") != "thu-thu"


def test_what_cannot_be_recorded_still_waits_with_its_reason(town) -> None:
    """Incomplete, unknown, of another measure, of no kind; the sound ones are recorded all the same."""
    opened = receive("Quý I/2026, khoản nộp chung đạt 5 tỷ đồng. Trồng được 300 cây hoa. Xếp thứ 3/15.".encode())
    edits = {1: {"indicator": "khong-co"}, 2: {"indicator": "thu-thu"}}
    outcome = flow.inbox.accept(
        opened.paper.id, numbers=[one.number for one in opened.suggestions], edits=edits, by=at_the_door(OFFICE), at=AT
    )
    assert (dict(outcome.recorded), set(outcome.left)) == ({}, {one.number for one in opened.suggestions})
    assert all(
        problem.sentence(language) and problem.way_out(language)
        for left in outcome.left.values()
        for problem in left
        for language in ("vi", "en")
    )
    assert flow.inbox.look(opened.paper.id, by=at_the_door(OFFICE)).paper.waiting == len(opened.suggestions)
    with pytest.raises(UnknownField):
        flow.inbox.accept(opened.paper.id, edits={1: {"la": "x"}}, by=at_the_door(OFFICE), at=AT)


def test_bulk_acceptance_takes_only_what_is_sure_and_complete(town) -> None:
    """A table of known names: all; the rest waits."""
    rows = [["TT", "Chỉ tiêu", "ĐVT", "TH quý II/2026"], ["1", "Chỉ tiêu thử thu-thu", "tỷ đồng", 12.5], ["2", "Lạ", "cây", 5]]
    opened = receive(excel({"Biểu 01": rows}), name="b.xlsx")
    outcome = flow.inbox.accept(opened.paper.id, at_least=80, by=at_the_door(OFFICE), at=AT)
    assert (len(outcome.recorded), outcome.left, flow.inbox.look(opened.paper.id, by=at_the_door(OFFICE)).paper.waiting) == (1, {}, 1)
    (number,) = outcome.recorded.values()
    assert store.books.read(BOOK).entries[number - 1].sources == (f"{opened.paper.kept}!Biểu 01!D2",)


def test_one_document_that_says_a_thing_twice_records_it_once(town) -> None:
    """In a table and in the text: equal is the same; unequal waits for a person."""
    rows = [["TT", "Chỉ tiêu", "ĐVT", "TH quý II/2026"], ["1", "Chỉ tiêu thử thu-thu", "triệu đồng", "{}"]]
    for amount, left in (("21.500", 0), ("99.000", 1)):
        table = [[cell.format(amount) for cell in row] for row in rows]
        opened = receive(word("Quý II/2026, chỉ tiêu thử thu-thu đạt 21,5 tỷ đồng.", table), name=f"{left}.docx")
        edits = {number: {"indicator": "thu-thu"} for number in numbers(opened, "figure")}
        outcome = flow.inbox.accept(opened.paper.id, edits=edits, by=at_the_door(OFFICE), at=AT)
        assert len(outcome.left) == left


def test_an_officer_records_for_the_own_ward_only(town) -> None:
    """Whatever the document says."""
    opened = receive("Quý II/2026, chỉ tiêu thử thu-thu đạt 3 tỷ đồng.".encode(), account=OFFICER_A, body=A)
    (number,) = numbers(opened, "figure")
    officer = at_the_door(OFFICER_A)
    other = flow.inbox.accept(opened.paper.id, edits={number: {"indicator": "thu-thu", "body": B}}, by=officer, at=AT)
    assert [problem.code for problem in other.left[number]] == ["not-your-body"]
    own = flow.inbox.accept(opened.paper.id, edits={number: {"indicator": "thu-thu", "body": A}}, by=officer, at=AT)
    assert number in own.recorded


def test_an_officer_sees_nothing_of_another_wards_documents(town) -> None:
    """Neither in the list, nor by number, nor by sending the same file; the office sees all."""
    own = receive(account=OFFICER_A, body=A)
    other = at_the_door(OFFICER_B)
    assert flow.inbox.papers(BOOK, by=other) == ()
    with pytest.raises(NoSuchPaper):
        flow.inbox.look(own.paper.id, by=other)
    with pytest.raises(NoSuchPaper):
        flow.inbox.accept(own.paper.id, at_least=0, by=other, at=AT)
    with pytest.raises(ReceivedElsewhere):
        receive(account=OFFICER_B, body=B)
    assert [paper.id for paper in flow.inbox.papers(BOOK, by=at_the_door(OFFICE))] == [own.paper.id]
    assert [paper.id for paper in flow.inbox.papers(BOOK, by=at_the_door(OFFICER_A))] == [own.paper.id]


def test_who_may_not_record_sees_no_inbox(town) -> None:
    """Nor a document by its number."""
    opened = receive()
    with pytest.raises(NotAllowed):
        receive(account=LEADER)
    with pytest.raises(NoSuchPaper):
        flow.inbox.look(opened.paper.id, by=at_the_door(LEADER))
    with pytest.raises(NotAllowed):
        flow.inbox.papers(BOOK, by=at_the_door(LEADER))
    assert [paper.id for paper in flow.inbox.papers(BOOK, by=at_the_door(OFFICE))] == [opened.paper.id]
    with pytest.raises(NoSuchPaper):
        flow.inbox.look(999, by=at_the_door(OFFICE))


def test_what_may_not_be_kept_is_not(town) -> None:
    """A secret, a file that cannot be opened, a body of another book."""
    with pytest.raises(SecretDocument):
        receive(b"M\xe1\xba\xacT\n" + TEXT.encode())
    with pytest.raises(NotReadable) as refused:
        receive(b"%PDF-1.7 x", name="a.pdf")
    assert [problem.code for problem in refused.value.problems] == ["reading-broken"]
    with pytest.raises(UnknownBody):
        receive(body="khong-co")
    assert flow.inbox.papers(BOOK, by=at_the_door(OFFICE)) == ()


def test_a_blanked_document_takes_its_words_along(town) -> None:
    """The entry stands; its words are gone, here and in the inbox."""
    opened = receive()
    number = numbers(opened, "figure")[0]
    flow.inbox.accept(opened.paper.id, edits={number: {"indicator": "thu-thu"}}, by=at_the_door(OFFICE), at=AT)
    later = AT + timedelta(days=1)
    by = at_the_door(ADMINISTRATOR)
    flow.blank(BOOK, kind="document", id=opened.paper.kept, reason="theo đơn", decision="1/QĐ", by=by, at=later)
    looked = flow.inbox.look(opened.paper.id, by=by)
    assert (looked.paper.text, {one.suggestion for one in looked.suggestions}) == ("", {None})
    explained = flow.explain(WANTED, indicator="thu-thu", part="-", what=flow.What.VALUE, by=by, at=later)
    assert explained is not None
    assert "21,5" not in explained.lines[0].sources[0]


def test_a_conclusion_becomes_draft_directives(town) -> None:
    """Kept as drafts with their words, seen on no board and in no pack, ready for whoever issues them."""
    text = (
        "THÔNG BÁO\nKết luận của đồng chí Chủ tịch tại hội nghị giao ban quý II/2026\nChủ tịch kết luận như sau:\nII. Nhiệm vụ\n"
        "1. Giao UBND phường A chủ trì, phối hợp với các phòng thu gom rác vô chủ, xong trước ngày 15/8/2026; "
        "báo cáo trước ngày 20/8/2026.\n"
    )
    opened = receive(text.encode())
    (number,) = numbers(opened, "directive")
    outcome = flow.inbox.accept(opened.paper.id, numbers=[number], edits={number: {"lead": A}}, by=at_the_door(OFFICE), at=AT)
    assert outcome.left == {}
    entry = store.books.read(BOOK).entries[outcome.recorded[number] - 1]
    assert (entry.kind, entry.content["lead"], entry.content["due_on"], entry.content["report_on"]) == (
        "DirectiveDraft", A, "2026-08-14", "2026-08-19",
    )  # fmt: skip
    assert "thu gom rác" in (store.texts.read(entry.content["task"]) or "")
    assert entry.content["visibility"] == "draft"
