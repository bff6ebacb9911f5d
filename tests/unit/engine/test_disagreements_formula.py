"""Is a figure that a body reported itself held against the formula, as far as printed digits allow?"""

from __future__ import annotations

import pytest

from giaoban.engine import Disagreement
from giaoban.ledger import shorthand
from tests.unit.catalogues import REGIME
from tests.unit.engine.makers import maker, row
from tests.unit.engine.test_computed import computed

ABOUT = "2026-03  p1  thu  45,5 tỷ đồng\n2026-03  p1  dan-so  300 người\n2026-03  p1  tinh  {} triệu đồng/người"


def found(text: str, formula: str = "{thu} / {dan-so} * 1.000") -> tuple[Disagreement, ...]:
    catalogue = computed(tinh=(formula, "triệu đồng/người"))
    book = shorthand.read(text, indicators=catalogue.indicators, regime=REGIME, book="so-thu")
    return row(maker(book, "2026-03", catalogue=catalogue), "tinh", body="p1").disagreements


def test_a_figure_that_the_formula_contradicts_is_told_with_both() -> None:
    """45,5 tỷ over 300 people are 151,67 triệu; the body says 160."""
    (told,) = found(ABOUT.format("160"))
    assert (told.what, told.stated, told.entries) == ("ratio", 160.0, (3, 1, 2))
    assert told.computed == pytest.approx(151.6667, abs=1e-4)


@pytest.mark.parametrize(("said", "is_told"), [("151,7", False), ("152", False), ("151,4", False), ("151,0", True)])
def test_what_printed_digits_leave_open_is_no_contradiction(said: str, is_told: bool) -> None:
    """45,5 may be 45,45 or 45,55, and 300 may be 299,5: some 0,42 either way, and half a digit of what was said."""
    assert bool(found(ABOUT.format(said))) is is_told


def test_where_one_of_the_two_is_not_known_nothing_is_held_against_it() -> None:
    assert found("2026-03  p1  tinh  160 triệu đồng/người") == ()
    assert found("2026-03  p1  thu  45,5 tỷ đồng\n2026-03  p1  dan-so  300 người") == ()
    assert found("2026-02  p1  tinh  160 triệu đồng/người\n" + ABOUT.replace("\n2026-03  p1  tinh  {} triệu đồng/người", "")) == ()


def test_a_term_is_moved_only_where_it_stands() -> None:
    """Of this month and of the month before: each with its own digits; one that is not known moves nothing."""
    text = "2026-02  p1  thu  40 tỷ đồng\n" + ABOUT.format("160")
    (told,) = found(text, "({thu} + neu_thieu({thu}.ky_truoc; 0) + neu_thieu({thu}.nam_truoc; 0)) / {dan-so} * 1.000")
    assert told.computed == pytest.approx(285)
    assert told.reach == pytest.approx(0.5 + (0.05 + 0.5) / 300 * 1000 + 85.5e3 / 300 - 85.5e3 / 300.5, rel=1e-6)
