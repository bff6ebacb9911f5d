"""Are indicators counted once, under the right verdict?"""

from __future__ import annotations

from giaoban.briefing.tally import Tally
from giaoban.engine import Level
from tests.unit.briefing.boards import BY_ITEM, PACE, REVENUE, TREES, graded, row, stated, status


def test_every_indicator_is_counted_under_its_verdict() -> None:
    """Words count like numbers; a source's ratio is something known; parts and what does not apply are left out."""
    levels = (Level.EXCEEDED, Level.REACHED, Level.ON_PACE, Level.BEHIND, Level.WEAK)
    rows = [row(REVENUE, value=1.0, status=status(level)) for level in levels]
    rows += [row(PACE, state="known", status=graded(Level.WEAK, "Chậm"))]
    rows += [row(REVENUE, value=1.0), row(TREES, stated=(stated("plan", "188%", 1.88),)), row(TREES), row(TREES, state="not_due")]
    rows += [row(TREES, state="not_applicable"), row(BY_ITEM, part="thue", value=1.0)]
    found = Tally.of(rows)
    assert found == Tally(good=3, behind=1, weak=2, unjudged=2, unknown=2)
    assert found.total == 10


def test_a_sentence_leaves_out_what_there_is_none_of() -> None:
    assert Tally(0, 0, 2, 0, 1).sentence() == (
        "Tổng số 3 chỉ tiêu được theo dõi, trong đó có 2 chỉ tiêu đạt thấp, 1 chỉ tiêu chưa có số liệu hoặc chưa đến kỳ báo cáo."
    )
    assert Tally.of([]).sentence() == "Chưa có chỉ tiêu nào được theo dõi trong kỳ."
