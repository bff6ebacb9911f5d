"""An act of blanking says when, by whom, why and by which decision, and nothing without these."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from giaoban.store import Blanking
from giaoban.store.blanking import blanking_of
from giaoban.store.tables import Text

AT = datetime(2026, 4, 3, 2, 0, tzinfo=UTC)


def test_an_act_is_read_as_it_was_written():
    """Columns and back."""
    act = Blanking(AT, "ng-1", "thôi việc", "QĐ 12")
    assert blanking_of(Text(**act.columns)) == act


def test_what_was_not_blanked_has_no_act():
    """Most rows."""
    assert blanking_of(Text()) is None


@pytest.mark.parametrize(("reason", "decision"), [("", "QĐ 12"), ("thôi việc", ""), (" ", "\n")])
def test_an_act_needs_a_reason_and_a_decision(reason, decision):
    """Blank words are none."""
    with pytest.raises(ValueError, match="reason and a decision"):
        Blanking(AT, "ng-1", reason, decision)
