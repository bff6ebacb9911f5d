"""A journey: words that must not stay are blanked by decision; the chain holds, and says so."""

from __future__ import annotations

from datetime import timedelta

import pytest

from giaoban import briefing, flow, store
from giaoban.flow.blank import NoDecision, NothingToBlank
from tests.flow import small
from tests.people import AT, AUDITOR, OFFICE, at_the_door

LATER = AT + timedelta(days=1)
DECISION = {"reason": "theo yêu cầu của người được nêu", "decision": "QĐ 12/QĐ-UBND ngày 11/4/2026"}
GONE = "(nội dung đã được xóa theo quyết định)"


def digest(name: str) -> str:
    (entry,) = store.books.read(small.BOOK).of_kind("Bottleneck")
    return entry.content[name]


def pack(*, at=LATER) -> briefing.Pack:
    return flow.brief(flow.Wanted(small.TOWN, small.PERIOD), for_office=False, by=at_the_door(OFFICE), at=at)


def test_a_blanked_text_keeps_the_chain_and_the_pack_says_so(town, by):
    before = list(store.books.read(small.BOOK).entries)
    flow.blank(small.BOOK, kind="text", id=digest("title"), **DECISION, by=by, at=LATER)
    assert list(store.books.read(small.BOOK).entries[:-1]) == before
    found = flow.verify(small.BOOK, against=None, by=at_the_door(AUDITOR))
    assert (found.holds, found.blanked, found.damaged) == (True, 1, 0)
    assert ([one.title for one in pack().bottlenecks], [one.cause for one in pack().bottlenecks]) == ([GONE], ["mỏ đất dừng khai thác"])
    assert GONE in briefing.briefing_text(pack())
    assert "Thiếu đất đắp" not in briefing.dumps(pack()).decode()


def test_the_act_itself_stands_in_the_chain(town, by):
    """Who, when, which, by which decision; the reason lies outside, like every text."""
    entry = flow.blank(small.BOOK, kind="person", id="nguoi-thu-01", **DECISION, by=by, at=LATER)
    assert (entry.kind, entry.key, entry.content["decision"]) == ("Blanking", "blanking/person/nguoi-thu-01", DECISION["decision"])
    assert store.texts.read(entry.content["reason"]) == DECISION["reason"]
    assert store.people.names(["nguoi-thu-01"]) == {"nguoi-thu-01": None}


@pytest.mark.parametrize("manner", [flow.Manner.PLAIN, flow.Manner.NOW])
def test_the_old_files_do_not_bring_it_back(town, by, manner):
    """Loaded again they are nothing new: the decision stands."""
    for name in ("title", "note", "asks"):
        flow.blank(small.BOOK, kind="text", id=digest(name), **DECISION, by=by, at=LATER)
    flow.blank(small.BOOK, kind="person", id="nguoi-thu-01", **DECISION, by=by, at=LATER)
    (entry,) = store.books.read(small.BOOK).of_kind("Bottleneck")
    flow.blank(small.BOOK, kind="document", id=entry.sources[0], **DECISION, by=by, at=LATER)
    again = flow.load_files(small.files(), manner=manner, by=by, at=LATER)
    assert (again.definitions, again.facts) == (0, 0)
    assert store.texts.read(digest("title")) is None
    assert store.people.names(["nguoi-thu-01"]) == {"nguoi-thu-01": None}


def test_a_blanked_document_is_cited_as_blanked(town, by):
    """What rests on it still stands."""
    (entry,) = store.books.read(small.BOOK).of_kind("Bottleneck")
    flow.blank(small.BOOK, kind="document", id=entry.sources[0], **DECISION, by=by, at=LATER)
    wanted = flow.Wanted(small.A, small.PERIOD)
    found = flow.explain(wanted, indicator=small.REVENUE, part="-", what=flow.What.VALUE, by=by, at=LATER)
    assert found is not None
    assert found.lines[0].sources == ("(văn bản đã xóa theo quyết định), Biểu 02",)


def test_an_export_says_what_was_blanked_and_comes_home(town, by, request):
    """Neither words nor digests leave; the files are whole enough to be loaded here, and elsewhere."""
    flow.blank(small.BOOK, kind="text", id=digest("title"), **DECISION, by=by, at=LATER)
    flow.blank(small.BOOK, kind="person", id="nguoi-thu-01", **DECISION, by=by, at=LATER)
    (entry,) = store.books.read(small.BOOK).of_kind("Bottleneck")
    flow.blank(small.BOOK, kind="document", id=entry.sources[0], **DECISION, by=by, at=LATER)
    files = flow.export(small.BOOK, as_known=None, by=by, at=LATER)
    whole = "".join(files.values())
    assert ("Thiếu đất đắp" in whole, digest("title") in whole, "Người Thử Một" in whole) == (False, False, False)
    assert (GONE in whole, "(đã xóa tên)" in whole) == (True, True)
    assert flow.load_files(files, manner=flow.Manner.PLAIN, by=by, at=LATER).facts == 0


def test_blanking_needs_a_decision_and_something_to_blank(town, by):
    with pytest.raises(NoDecision):
        flow.blank(small.BOOK, kind="text", id=digest("title"), reason="vì", decision=" ", by=by, at=LATER)
    with pytest.raises(NothingToBlank):
        flow.blank(small.BOOK, kind="text", id="0" * 64, **DECISION, by=by, at=LATER)
    flow.blank(small.BOOK, kind="text", id=digest("title"), **DECISION, by=by, at=LATER)
    before = store.books.head(small.BOOK)
    with pytest.raises(NothingToBlank):
        flow.blank(small.BOOK, kind="text", id=digest("title"), **DECISION, by=by, at=LATER)
    assert store.books.head(small.BOOK) == before


def test_only_an_administrator_blanks(town):
    with pytest.raises(flow.Refused, match="may not administer"):
        flow.blank(small.BOOK, kind="text", id=digest("title"), **DECISION, by=at_the_door(OFFICE), at=LATER)
