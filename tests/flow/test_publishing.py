"""A journey: the office freezes a pack and makes papers of it; whoever may not is told so."""

from __future__ import annotations

import pytest

from giaoban import briefing, flow, papers
from giaoban.flow.publish import UnknownPaper
from giaoban.flow.refusal import NotAllowed, Refused
from tests.flow import small
from tests.people import AT, LEADER, OFFICE, OFFICER_A, at_the_door

WANTED = flow.Wanted(small.TOWN, small.PERIOD)


@pytest.fixture
def pack(town) -> briefing.Pack:
    return flow.brief(WANTED, for_office=False, by=at_the_door(OFFICE), at=AT)


def test_every_paper_can_be_made_by_whoever_may_brief(pack):
    for account in (OFFICE, LEADER):
        made = {one.NAME: flow.publish(pack, paper=one.NAME, by=at_the_door(account)) for one in papers.PAPERS}
        assert all(made.values())
    assert made["pack"] == briefing.dumps(pack)


def test_whoever_may_not_brief_gets_no_paper(pack):
    with pytest.raises(NotAllowed):
        flow.publish(pack, paper="text", by=at_the_door(OFFICER_A))


def test_a_paper_for_the_office_is_for_the_office(town):
    inner = flow.brief(WANTED, for_office=True, by=at_the_door(OFFICE), at=AT)
    assert flow.publish(inner, paper="text", by=at_the_door(OFFICE))
    with pytest.raises(NotAllowed):
        flow.publish(inner, paper="text", by=at_the_door(LEADER))


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (papers.Look(layout="stat"), "There is no layout “stat” .is “state” meant.*party-2018, state"),
        (papers.Look(issuer="ubnd"), "This body has no issuing organisation “ubnd”. They are: none yet"),
        (papers.Look(signing="bi-thu"), "The issuer does not sign in the way “bi-thu”. The ways are: thu-truong"),
    ],
)
def test_a_look_that_there_is_not_is_refused_with_those_that_there_are(pack, look, said):
    for paper in ("docx", "pdf"):
        with pytest.raises(Refused, match=said):
            flow.publish(pack, paper=paper, by=at_the_door(OFFICE), look=look)


def test_an_unknown_paper_is_refused_with_those_that_there_are(pack):
    with pytest.raises(UnknownPaper, match="The kinds are"):
        flow.publish(pack, paper="packs", by=at_the_door(OFFICE))
