"""A journey: how an indicator went over the year, as known at an instant, for whoever may see it."""

from __future__ import annotations

import pytest

from giaoban import engine, flow
from giaoban.flow.access import Act, require
from giaoban.flow.refusal import BodyNotThen, UnknownIndicator
from tests.flow import small
from tests.people import AT, EVERYBODY, OFFICER_B, at_the_door


def course(by: flow.Actor, indicator: str, body: str, period: str, **more: object) -> engine.Trend | None:
    return flow.trend(flow.Wanted(body=body, period=period, **more), indicator=indicator, by=by, at=AT)


def test_the_spring_of_2021_in_ha_tinh(ha_tinh, by):
    """One figure, one that follows from its ratio a year before, and the aim that the meeting noted."""
    evening = flow.moment.instant("2021-04-20")
    revenue = course(by, "thu-ngan-sach", "ha-tinh", "2021-Q1", as_known=evening)
    assert [one.value for one in revenue.this] == [None, None, 154.3]
    assert [(one.value, one.mark) for one in revenue.last][2] == (106.4, "implied")
    volume = course(by, "khoi-luong-chuong-trinh-muc-tieu", "ha-tinh", "2021-Q1", as_known=evening)
    assert [(one.before.isoformat(), one.fraction, one.level) for one in volume.milestones] == [("2021-08-15", "80 %", 80.0)]


def test_the_day_before_nothing_of_it_was_known(ha_tinh, by):
    """Neither figure nor aim."""
    found = course(by, "khoi-luong-chuong-trinh-muc-tieu", "ha-tinh", "2021-Q1", as_known=flow.moment.instant("2021-04-19"))
    assert (found.milestones, [one.value for one in found.this]) == ((), [None, None, None])


def test_every_point_can_be_asked_why(town, by):
    """The period that a point names answers with the same number."""
    found = course(by, small.REVENUE, small.TOWN, small.PERIOD)
    asked = [one for one in found.this if one.value is not None]
    assert [one.value for one in asked] == [100.0]
    for one in asked:
        wanted = flow.Wanted(body=small.TOWN, period=one.period)
        why = flow.explain(wanted, indicator=small.REVENUE, part="-", what=flow.What(one.what), by=by, at=AT)
        assert (why.value, len(why.lines)) == (one.value, 4)


@pytest.mark.parametrize("account", EVERYBODY)
def test_a_course_shows_what_the_board_shows_and_no_more(town, account):
    """A restricted indicator has a course for its line of work only; a draft stands in it for whoever sees drafts."""
    by = at_the_door(account)
    for indicator in (small.OF_THREE, *small.BY_VISIBILITY.values()):
        row = next(
            (
                row
                for row in flow.answer(flow.Wanted(body=small.A, period=small.PERIOD), by=by, at=AT).rows
                if row.series.indicator == indicator
            ),
            None,
        )
        found = course(by, indicator, small.A, small.PERIOD)
        assert (found.this[-1].value if found else None) == (row.value if row else None)


def test_what_is_not_there_is_refused_in_words(town, by):
    """An unknown indicator, an unknown part, a body that is not on the map."""
    with pytest.raises(UnknownIndicator):
        course(by, "khong-co", small.TOWN, small.PERIOD)
    with pytest.raises(UnknownIndicator):
        flow.trend(flow.Wanted(body=small.TOWN, period=small.PERIOD), indicator=small.REVENUE, part="khong-co", by=by, at=AT)


def test_a_body_that_has_ended_has_no_course_on_a_later_map(ha_tinh, by):
    """Its heirs have."""
    with pytest.raises(BodyNotThen):
        course(by, "thu-ngan-sach", "ha-tinh", "2021-Q1", frame=flow.moment.day("2025-12-31"))


def test_whoever_may_not_read_gets_nothing(town):
    """Nobody without a right in the book."""
    with pytest.raises(flow.Refused):
        require(at_the_door(OFFICER_B), act=Act.READ, book="khong-co")
