"""Do bars bear any name, and verdicts the words that people read?"""

from __future__ import annotations

from giaoban.briefing.charts.bars import counts_of, counts_words, lower, names_axis, short, words_of
from giaoban.engine import Level
from tests.unit.briefing.boards import REVENUE, row, status


def test_any_name_may_stand_beside_a_bar() -> None:
    """Quotes, braces and marks of an expression are no code; a letter outside the first plane is left out."""
    axis = names_axis("unit", names=["Phường 1 (mới)", "'; alert(1) //", "a\\b{{c}}", "x\U0001f600"])
    assert axis["axis"]["labelExpr"] == (
        "['Phường 1 (mới)', '\\u0027\\u003b alert(1) //', 'a\\u005cb\\u007b\\u007bc\\u007d\\u007d', 'x'][toNumber(datum.value)]"
    )


def test_a_long_name_is_cut_at_a_word() -> None:
    """A short one stands as it is."""
    assert short("Phường Một") == "Phường Một"
    assert short("Xã " + "Rất Dài " * 6) == "Xã Rất Dài Rất Dài Rất Dài Rất …"


def test_units_are_counted_by_verdict() -> None:
    """Those to which the indicator does not apply are not counted; a limit is kept, a plan reached."""
    rows = [row(REVENUE, value=1.0, status=status(level)) for level in (Level.WEAK, Level.WEAK, Level.ON_PACE)]
    rows += [row(REVENUE, state="not_applicable")]
    assert counts_of(rows)[Level.WEAK] == 2
    assert counts_words(rows) == "1 đúng tiến độ, 2 đạt thấp"
    assert counts_words([]) == "chưa đánh giá đơn vị nào"
    assert words_of(rows)[Level.WEAK] == "đạt thấp"
    assert lower("Đạt thấp") == "đạt thấp"
