"""Is a question a plain value that can be compared and kept?"""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from giaoban import engine
from giaoban.catalogue import Window

ASKED = engine.Question(body="tp", window=Window.of("2026-Q1"), regime="giao-ban", frame=date(2026, 3, 31), on=date(2026, 4, 5))


def test_a_question_asks_for_all_indicators_of_the_body_alone_unless_it_says_more() -> None:
    assert (ASKED.units, ASKED.indicators) == (False, ())


def test_equal_questions_are_one_question() -> None:
    """A cache may be keyed by it; the map and the day belong to it."""
    others = {replace(ASKED, frame=date(2027, 1, 1)), replace(ASKED, on=date(2026, 4, 6)), replace(ASKED, units=True)}
    assert replace(ASKED, indicators=()) == ASKED
    assert ASKED not in others
    assert len({ASKED, replace(ASKED), *others}) == 4


def test_a_question_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        ASKED.units = True  # type: ignore[misc]
