"""A journey: a figure is corrected, and the board says what became different, by which entry, for whoever may see it."""

from __future__ import annotations

import pytest

from giaoban import flow
from giaoban.flow.changes import SinceIsLater
from tests.flow import small
from tests.people import AT, EVERYBODY, OFFICER_B, at_the_door

EVENING, DAY_BEFORE = flow.moment.instant("2021-04-20"), flow.moment.instant("2021-04-19")


def test_between_the_19th_and_the_20th_the_article_came_in(ha_tinh, by):
    """Everything is news, and every piece of it has an entry of that evening."""
    found = flow.changes(flow.Wanted(body="ha-tinh", period="2021-Q1", as_known=EVENING), since=DAY_BEFORE, by=by, at=AT)
    by_indicator = {one.series.indicator: one for one in found.changes}
    assert {"thu-ngan-sach", "cay-xanh-trong-moi"} <= set(by_indicator)
    assert [one.kind for one in by_indicator["thu-ngan-sach"].reasons] == ["stated", "arrived"]
    assert all(one.is_news for one in found.changes)
    assert all(reason.entry > found.then.number for one in found.changes for reason in one.reasons)


def test_a_correction_shows_on_ward_and_town(town, by):
    """Both name the same entry; the day on which one asks is the same on both sides."""
    before = flow.answer(flow.Wanted(body=small.TOWN, period=small.PERIOD), by=by, at=AT)
    text = small.FACTS.replace('printed: "10 tỷ đồng"', 'printed: "12 tỷ đồng"')
    later = AT.replace(day=12)
    flow.load_files(small.files(facts=text), manner=flow.Manner.NOW, by=by, at=later)
    wanted = flow.Wanted(body=small.TOWN, period=small.PERIOD, units=True)
    found = flow.changes(wanted, since=AT, by=by, at=later)
    assert {(one.series.indicator, one.body) for one in found.changes} == {(small.REVENUE, small.TOWN), (small.REVENUE, small.A)}
    reasons = {one.body: [(each.kind, each.before, each.after) for each in one.reasons] for one in found.changes}
    assert reasons == {body: [("corrected", "10 tỷ đồng", "12 tỷ đồng")] for body in (small.TOWN, small.A)}
    assert found.then.row(small.REVENUE).value == before.row(small.REVENUE).value == 100.0
    assert found.then.on == found.now.on


def test_a_definition_that_became_another_is_named_with_its_entry(town, by):
    """The indicator is shown in another measure since: the figure reads differently, and no figure came in."""
    later = AT.replace(day=12)
    head, name, rest = small.DEFINITIONS.partition(f"id: {small.REVENUE}\n")
    other = head + name + rest.replace("measure: tỷ đồng", "measure: triệu đồng", 1)
    flow.load_files(small.files(definitions=other), manner=flow.Manner.NOW, by=by, at=later)
    found = flow.changes(flow.Wanted(body=small.TOWN, period=small.PERIOD), since=AT, by=by, at=later)
    (change,) = found.changes
    assert [(one.before, one.after) for one in change.turns] == [(100.0, 100000.0)]
    (reason,) = change.reasons
    assert (reason.kind, reason.entry > found.then.number, bool(reason.recorded_at), len(reason.sources)) == ("definition", True, True, 1)


@pytest.mark.parametrize("account", EVERYBODY)
def test_nobody_is_told_of_what_the_board_hides(town, account):
    """Every change is of a row that the account's own board has."""
    by = at_the_door(account)
    later = AT.replace(day=12)
    text = small.FACTS.replace('printed: "7 tỷ đồng"', 'printed: "8 tỷ đồng"').replace('printed: "2 tỷ đồng"', 'printed: "4 tỷ đồng"')
    flow.load_files(small.files(facts=text), manner=flow.Manner.NOW, by=at_the_door("quan-tri"), at=later)
    wanted = flow.Wanted(body=small.TOWN, period=small.PERIOD, units=True)
    found = flow.changes(wanted, since=AT, by=by, at=later)
    rows = {(row.series, row.body) for row in flow.answer(wanted, by=by, at=later).rows}
    assert {(one.series, one.body) for one in found.changes} <= rows
    of_three = [one for one in found.changes if one.series.indicator == small.OF_THREE]
    if account == OFFICER_B:
        assert [(one.body, one.counts) for one in of_three] == [(small.TOWN, {"hidden": 1})]


def test_an_instant_that_is_not_earlier_is_refused(ha_tinh, by):
    """With both instants and a way out."""
    with pytest.raises(SinceIsLater) as refused:
        flow.changes(flow.Wanted(body="ha-tinh", period="2021-Q1", as_known=DAY_BEFORE), since=EVENING, by=by, at=AT)
    assert "2021-04-20T23:59:59+07:00" in refused.value.sentence("vi")
