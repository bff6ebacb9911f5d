"""A journey through the house with every role: who sees which figure at which door."""

from __future__ import annotations

from dataclasses import replace

import pytest

from giaoban import briefing, delivery, flow, store
from giaoban.catalogue import Sight
from giaoban.engine import Series
from giaoban.flow.access import MAY, Act
from giaoban.flow.desk import lay
from giaoban.flow.refusal import NoSuchAccount, NotAllowed
from tests.flow import small
from tests.flow.small import BY_VISIBILITY, OF_THREE, OF_TWO, PERIOD, TOWN, WARDS, A
from tests.people import (
    ADMINISTRATOR,
    AT,
    AUDITOR,
    DEPARTMENT,
    EVERYBODY,
    LEADER,
    OFFICE,
    OFFICER_A,
    OFFICER_B,
    TODAY,
    at_the_door,
)

# Who sees a figure of ward A, by its visibility.
SEES = {
    "draft": {ADMINISTRATOR, OFFICE, AUDITOR, OFFICER_A},
    "accepted": set(EVERYBODY),
    "restricted": {ADMINISTRATOR, DEPARTMENT, LEADER, AUDITOR},
    "released": set(EVERYBODY),
}
BRIEFS = {ADMINISTRATOR, OFFICE, LEADER}
LINE_OF_WORK = {ADMINISTRATOR, DEPARTMENT, LEADER, AUDITOR}  # who sees the parts of a restricted indicator
FIGURES = pytest.mark.parametrize("visibility", BY_VISIBILITY)


def board(account: str, body: str = A, *indicators: str, units: bool = False):
    return flow.answer(flow.Wanted(body, PERIOD, units=units, indicators=indicators), by=at_the_door(account), at=AT)


@FIGURES
def test_a_board_shows_to_each_what_they_may_see(town, visibility):
    """The others find no number there, and are told how many entries they do not see."""
    indicator = BY_VISIBILITY[visibility]
    boards = {account: board(account, A, indicator) for account in EVERYBODY}
    assert {account for account, found in boards.items() if found.row(indicator).value == 7} == SEES[visibility]
    assert {found.row(indicator).value for account, found in boards.items() if account not in SEES[visibility]} <= {None}
    assert all(found.hidden > 0 for account, found in boards.items() if account not in SEES[visibility])


@FIGURES
def test_an_explanation_tells_each_what_they_may_see(town, visibility):
    """Neither number nor line nor source leaks."""
    indicator = BY_VISIBILITY[visibility]
    wanted = flow.Wanted(A, PERIOD)
    said = {
        account: flow.explain(wanted, indicator=indicator, part="-", what=flow.What.VALUE, by=at_the_door(account), at=AT)
        for account in EVERYBODY
    }
    assert {account for account, found in said.items() if found and found.value == 7 and found.lines} == SEES[visibility]
    assert [account for account, found in said.items() if account not in SEES[visibility] and found and found.lines] == []


@FIGURES
def test_a_pack_holds_what_its_maker_may_see_and_no_draft(town, visibility):
    """What a unit has not sent leaves the office with nobody."""
    indicator = BY_VISIBILITY[visibility]
    for account in EVERYBODY:
        if account not in BRIEFS:
            with pytest.raises(NotAllowed, match="may not make a briefing"):
                flow.brief(flow.Wanted(TOWN, PERIOD), for_office=False, by=at_the_door(account), at=AT)
            continue
        pack = flow.brief(flow.Wanted(TOWN, PERIOD), for_office=False, by=at_the_door(account), at=AT)
        value = pack.board.row(indicator, body=A).value
        assert (account, value) == (account, 7 if account in SEES[visibility] and visibility != "draft" else None)


def test_the_officer_of_ward_b_sees_nothing_of_the_drafts_of_ward_a(town):
    """No number, no source, no remark, at no door."""
    draft = BY_VISIBILITY["draft"]
    own, other = board(OFFICER_A, TOWN, draft, units=True), board(OFFICER_B, TOWN, draft, units=True)
    assert [row.value for row in own.rows if row.body == A] == [7]
    assert [(row.value, row.partial, row.reported, row.notes) for row in other.rows if row.body in (TOWN, A)] == [
        (None, None, 0, ()),
        (None, None, 0, ()),
    ]
    with pytest.raises(NotAllowed):
        flow.export(small.BOOK, as_known=None, by=at_the_door(OFFICER_B), at=AT)
    with pytest.raises(NotAllowed):
        flow.dump(small.BOOK, by=at_the_door(OFFICER_B))


def test_the_subtree_of_a_right_is_that_of_the_map_asked_for(town, by):
    """Ward A joins a quarter on 1/5/2026: the quarter's officer sees its drafts on the map of that day, not on the one before."""
    quarter = """
  - {kind: body, id: khu-dong, since: 2020-01-01, nature: area, body_kind: khu, name: Khu Đông, parent: thi-xa-thu}
  - {kind: body, id: phuong-a, since: 2026-05-01, nature: area, body_kind: phuong, name: Phường A, parent: khu-dong, reports: "true"}
"""
    flow.load_files(small.files(definitions=small.DEFINITIONS + quarter), manner=flow.Manner.PLAIN, by=by, at=AT)
    flow.users.open_account("can-bo-khu", name="X", role="unit_officer", book=small.BOOK, body="khu-dong", by=by, at=AT, on=TODAY)
    draft = BY_VISIBILITY["draft"]
    for day, expected in (("2026-03-31", None), ("2026-05-31", 7), ("2026-03-31", None)):
        wanted = flow.Wanted(A, PERIOD, frame=flow.moment.day(day), indicators=(draft,))
        assert (day, flow.answer(wanted, by=at_the_door("can-bo-khu"), at=AT).row(draft).value) == (day, expected)


def test_a_restricted_total_shows_only_over_three_parts(town):
    """Of three, the total shows to all and the parts to nobody else; of two, a part could be read off it."""
    of_three = {(OF_THREE, TOWN): 6.0}
    everything = {
        **{(id, ward): value for id, value, share in ((OF_THREE, 2.0, 3), (OF_TWO, 3.0, 2)) for ward in WARDS[:share]},
        **of_three,
        (OF_TWO, TOWN): 6.0,
    }
    for account in EVERYBODY:
        rows = board(account, TOWN, OF_THREE, OF_TWO, units=True).rows
        known = {(row.series.indicator, row.body): row.value for row in rows if row.value}
        assert (account, known) == (account, everything if account in LINE_OF_WORK else of_three)


def test_a_restricted_total_is_explained_without_its_parts(town):
    """Its lines are counted; of the smaller total there is no word."""
    wanted = flow.Wanted(TOWN, PERIOD)
    for indicator, expected in ((OF_THREE, "3 mục không được xem"), (OF_TWO, None)):
        found = flow.explain(wanted, indicator=indicator, part="-", what=flow.What.VALUE, by=at_the_door(OFFICE), at=AT)
        assert (found and (found.reason, found.lines)) == (expected and (expected, ()))


def test_acts_of_a_meeting_are_seen_like_figures(town, by):
    """A restricted difficulty by whoever sees the fields that it touches; a draft by nobody in a pack."""
    act = "  - bottleneck: thieu-dat\n"
    titles = {}
    for visibility in ("accepted", "restricted", "draft", "released"):
        facts = small.FACTS.replace(act, f"{act}    visibility: {visibility}\n")
        flow.load_files(small.files(facts=facts), manner=flow.Manner.PLAIN, by=by, at=AT)
        packs = {account: flow.brief(flow.Wanted(TOWN, PERIOD), for_office=False, by=at_the_door(account), at=AT) for account in BRIEFS}
        titles[visibility] = {account for account, pack in packs.items() if pack.bottlenecks}
        assert all("Thiếu đất đắp" in briefing.briefing_text(packs[account]) for account in titles[visibility])
    assert titles == {"accepted": BRIEFS, "restricted": {ADMINISTRATOR, LEADER}, "draft": set(), "released": BRIEFS}
    assert len(delivery.standing(store.books.read(small.BOOK))) == 2


def test_what_is_for_the_office_only_is_for_the_office_only(town):
    """A leader's pack never holds it."""
    wanted = flow.Wanted(TOWN, PERIOD)
    assert flow.brief(wanted, for_office=True, by=at_the_door(OFFICE), at=AT).agenda.for_office
    with pytest.raises(NotAllowed, match="for the office only"):
        flow.brief(wanted, for_office=True, by=at_the_door(LEADER), at=AT)


STEPS = {
    Act.DEFINE: lambda by: flow.load_files(small.files(), manner=flow.Manner.PLAIN, by=by, at=AT),
    Act.AUDIT: lambda by: flow.verify(small.BOOK, against=None, by=by),
    Act.ADMINISTER: lambda by: flow.rebuild(small.BOOK, by=by),
    Act.BRIEF: lambda by: flow.brief(flow.Wanted(TOWN, PERIOD), for_office=False, by=by, at=AT),
    Act.READ: lambda by: flow.answer(flow.Wanted(TOWN, PERIOD), by=by, at=AT),
}


@pytest.mark.parametrize("act", STEPS, ids=lambda act: act.value)
def test_a_step_lets_in_who_may_and_nobody_else(town, act):
    """The table of roles is what happens."""
    let_in = set()
    for account in EVERYBODY:
        try:
            STEPS[act](at_the_door(account))
            let_in.add(account)
        except NotAllowed:
            pass
    roles = {account: at_the_door(account).rights[0].role for account in EVERYBODY}
    assert let_in == {account for account, role in roles.items() if act in MAY[role]}


def test_a_right_in_one_book_is_none_in_another(town, by):
    """Nor does a right over one ward reach the whole book."""
    flow.load_shipped("ha_tinh", by=by, at=AT)
    with pytest.raises(NotAllowed, match="may not read figures in the book “ha-tinh”"):
        flow.answer(flow.Wanted("ha-tinh", "2021-Q1"), by=at_the_door(LEADER), at=AT)
    assert [cover.id for cover in flow.books(by=at_the_door(LEADER))] == [small.BOOK]
    flow.users.open_account("van-phong-a", name="X", role="office", book=small.BOOK, body=A, by=by, at=AT, on=TODAY)
    with pytest.raises(NotAllowed, match="may not load figures"):
        flow.load_files(small.files(), manner=flow.Manner.PLAIN, by=at_the_door("van-phong-a"), at=AT)


def test_two_who_make_the_database_at_once_make_one_administrator(town, by, monkeypatch):
    """The second finds the name taken, though there was none when it looked."""
    before = flow.users.accounts(by=by, on=TODAY)
    login, looked = store.people.login, []

    def first_look(username: str) -> object:
        looked.append(username)
        return None if len(looked) == 1 else login(username)

    monkeypatch.setattr(store.people, "login", first_look)
    flow.users.first_account(os_user="nguoi-thu-hai", at=AT, on=TODAY)
    assert (flow.users.accounts(by=by, on=TODAY), len(looked)) == (before, 2)


def test_an_account_is_known_or_refused(town):
    with pytest.raises(NoSuchAccount, match="There is no account “ai-do”"):
        at_the_door("ai-do")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"account": "có dấu"}, "not-a-user-name"),
        ({"account": ""}, "not-a-user-name"),
        ({"account": OFFICE}, "name-taken"),
        ({"name": " "}, "no-name"),
        ({"role": "offic"}, "unknown-role"),
        ({"book": "thi-xa-thua"}, "unknown-book"),
        ({"body": "phuong-x"}, "unknown-body"),
        ({"lines": ("xa-ho",)}, "unknown-field-of-work"),
    ],
)
def test_an_account_that_cannot_be_opened_says_why(town, by, given, code):
    """Nothing is left of the attempt."""
    asked = {"account": "moi", "name": "Người Mới", "role": "office", "book": small.BOOK, **given}
    before = flow.users.accounts(by=by, on=TODAY)
    with pytest.raises(flow.Refused) as refused:
        flow.users.open_account(asked.pop("account"), **asked, by=by, at=AT, on=TODAY)
    assert (refused.value.code, flow.users.accounts(by=by, on=TODAY)) == (code, before)


def test_a_right_names_a_body_of_its_own_book(town, by):
    flow.load_shipped("ha_tinh", by=by, at=AT)
    with pytest.raises(flow.Refused, match="belongs to the book “ha-tinh”"):
        flow.users.open_account("moi", name="X", role="office", book=small.BOOK, body="thach-linh", by=by, at=AT, on=TODAY)


def test_restricted_figures_count_in_a_restricted_total(town, by):
    """Whoever may not see the parts sees the same total of three as those who may; of an indicator that is open, nothing of them."""
    of_three = "".join(small.figure(OF_THREE, ward, "2 tỷ đồng") for ward in WARDS[:3])
    hidden = "".join(small.figure(OF_THREE, ward, "2 tỷ đồng", more=", visibility: restricted") for ward in WARDS[:3])
    flow.load_files(small.files(facts=small.FACTS.replace(of_three, hidden)), manner=flow.Manner.PLAIN, by=by, at=AT)
    open_one = BY_VISIBILITY["restricted"]
    for account in EVERYBODY:
        rows = board(account, TOWN, OF_THREE, open_one, units=True).rows
        known = {(row.series.indicator, row.body) for row in rows if row.value}
        parts = {(OF_THREE, ward) for ward in WARDS[:3]} | {(open_one, A)}
        assert (account, known) == (account, {(OF_THREE, TOWN)} | (parts if account in LINE_OF_WORK else set()))


def test_whoever_did_not_sign_in_sees_what_was_released_and_nothing_else(town):
    """An accepted figure is for those under the same root."""
    desk = lay(flow.Wanted(A, PERIOD), by=at_the_door(OFFICE), at=AT)
    rows = replace(desk, sight=Sight()).board().rows
    assert {row.series.indicator for row in rows if row.value is not None} == set()
    cube = replace(desk, sight=Sight()).cube()
    released = {
        indicator.id
        for indicator in desk.catalogue.indicators.values()
        if cube.followed[cube.row[Series(indicator.id, "giao-ban", "-")]].any()
    }
    assert released == {BY_VISIBILITY["released"]}
