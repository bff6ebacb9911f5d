"""Who has not signed in: a board made for such a reader counts what was released, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from giaoban import flow
from giaoban.catalogue import Sight
from giaoban.flow import desk
from tests.flow import small
from tests.people import AT


def revenue(by: flow.Actor, sight: Sight) -> object:
    """Return the town's revenue, whose figures are accepted and whose indicator is public, as that reader sees it."""
    laid = desk.lay(flow.Wanted(small.TOWN, small.PERIOD), by=by, at=AT)
    return replace(laid, sight=sight).board().row(small.REVENUE).value


def test_a_reader_who_has_not_signed_in_gets_no_accepted_figure(town, by):
    """Those are for people of the house, though everybody may know of the indicator."""
    assert revenue(by, Sight()) is None


def test_a_reader_of_the_house_gets_it(town, by):
    """The same question, signed in."""
    assert revenue(by, Sight(signed_in=True)) == 100
