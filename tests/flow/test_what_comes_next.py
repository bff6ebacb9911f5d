"""A journey: units hand in their tasks of the next quarter, and the pack of the meeting has them, its annex and what changed."""

from __future__ import annotations

import pytest

from giaoban import briefing, flow, store
from giaoban.briefing.annex import TITLE
from giaoban.briefing.blocks import Grid, Heading
from giaoban.flow.changes import SinceIsLater
from tests.flow import small
from tests.people import AT, LEADER, OFFICE, OFFICER_A, at_the_door

LATER = AT.replace(day=12)
FOCUS = f"""
  - {{focus: rac, body: {small.A}, period: 2026-Q2, title: Thu gom rác vô chủ, measure: xóa 12 điểm, indicator: {small.REVENUE}}}
  - {{focus: kin, body: {small.B}, period: 2026-Q2, title: Việc kín, indicator: {small.OF_TWO}, visibility: restricted}}
  - {{focus: truoc, body: {small.TOWN}, period: 2026-Q1, title: Thu đủ, indicator: {small.REVENUE}}}
"""
QUESTION = flow.Wanted(body=small.TOWN, period=small.PERIOD)


@pytest.fixture
def told(town, by):
    """The town, with its tasks."""
    flow.load_files(small.files(facts=small.FACTS + FOCUS), manner=flow.Manner.NOW, by=by, at=LATER)


def pack(account: str, **more: object) -> briefing.Pack:
    return flow.brief(QUESTION, for_office=False, by=at_the_door(account, at=LATER), at=LATER, **more)


def test_the_tasks_of_the_next_quarter_stand_in_the_pack(told):
    """Each with its unit; those set for this quarter apart; a restricted one for its line of work only."""
    found = pack(OFFICE)
    assert [(task.body, task.title, task.measure) for task in found.tasks] == [(small.A, "Thu gom rác vô chủ", "xóa 12 điểm")]
    assert [task.title for task in found.set_then] == ["Thu đủ"]
    assert [task.id for task in pack(LEADER).tasks] == ["rac", "kin"]


def test_their_words_lie_outside_the_chain_and_can_be_blanked(told, by):
    """The chain holds digests alone, and still holds; the pack says that the words are gone."""
    entry = next(entry for entry in store.books.read(small.BOOK).of_kind("FocusTask") if entry.key == "focus/rac")
    assert "rác" not in "".join(entry.content.values())
    flow.blank(small.BOOK, kind="text", id=entry.content["title"], reason="theo yêu cầu", decision="QĐ 12/QĐ-UBND", by=by, at=LATER)
    assert flow.verify(small.BOOK, against=None, by=by).holds
    assert [(task.title, task.measure) for task in pack(OFFICE).tasks] == [("(nội dung đã được xóa theo quyết định)", "xóa 12 điểm")]


def test_an_export_brings_them_back(told, by):
    """As they were loaded."""
    files = flow.export(small.BOOK, as_known=None, by=by, at=LATER)
    assert "- focus: rac\n" in "".join(files.values())
    again = flow.load_files(files, manner=flow.Manner.PLAIN, by=by, at=LATER)
    assert (again.definitions, again.facts, again.problems) == (0, 0, ())


def test_only_the_annex_to_the_chair_names_units_by_their_figures(told):
    """The default paper counts; the annex is made where it is asked for."""
    plain, named = briefing.briefing_script(pack(OFFICE)), briefing.briefing_script(pack(OFFICE, for_chair=True))
    titles = [{block.text for block in script.blocks if isinstance(block, Heading)} for script in (plain, named)]
    assert (TITLE in titles[0], TITLE in titles[1]) == (False, True)
    heads = [[column.title for block in script.blocks if isinstance(block, Grid) for column in block.columns] for script in (plain, named)]
    assert ("Phường D" in heads[0], "Phường D" in heads[1]) == (False, True)
    assert "Phường D" not in briefing.script_text(plain)
    with pytest.raises(flow.Refused):
        pack(OFFICER_A, for_chair=True)


def test_what_changed_since_an_earlier_pack_stands_in_the_next(town, by):
    """A figure was put right; the units are not named."""
    text = small.FACTS.replace('printed: "10 tỷ đồng"', 'printed: "12 tỷ đồng"')
    flow.load_files(small.files(facts=text), manner=flow.Manner.NOW, by=by, at=LATER)
    found = pack(OFFICE, since=AT)
    assert [(one.series.indicator, one.body) for one in found.changes.changes] == [(small.REVENUE, small.TOWN), (small.REVENUE, small.A)]
    said = briefing.briefing_text(found)
    assert "1 dòng thay đổi, 1 đơn vị trực thuộc có số liệu thay đổi." in " ".join(said.split())
    with pytest.raises(SinceIsLater):
        pack(OFFICE, since=LATER)


def test_a_pack_cites_the_papers_of_its_own_figures(town):
    """By the number of the entry."""
    found = flow.brief(QUESTION, for_office=False, by=at_the_door(OFFICE), at=AT)
    assert dict(found.sources) == {}
    ward = flow.brief(flow.Wanted(body=small.A, period=small.PERIOD), for_office=False, by=at_the_door(OFFICE), at=AT)
    assert {source for _, source in ward.sources} == {"UBND thị xã Thử, Báo cáo quý I, 12/BC-UBND ngày 2/4/2026, Biểu 02"}
