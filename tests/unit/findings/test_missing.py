"""Is what was expected and is not known told, with counts and never as a total?"""

from __future__ import annotations

from decimal import Decimal

from giaoban.findings import missing
from tests.unit.briefing.boards import REVENUE, TREES, WARDS, board, catalogue, row, stated


def test_a_partial_sum_is_told_as_partial() -> None:
    """Twelve of fifteen, and what those twelve make."""
    partial = row(REVENUE, reason="mới có 12/15 đơn vị có số liệu", reported=12, expected=15, partial=1234.5)
    (found,) = missing.find(board([partial]), catalogue=catalogue())
    assert found.title == "Thu ngân sách nhà nước trên địa bàn: mới có 12/15 đơn vị có số liệu"
    assert found.detail == "cộng được 1.234,5 tỷ đồng, chưa phải số của toàn địa bàn"
    assert found.numbers == (("reported", Decimal(12)), ("expected", Decimal(15)), ("partial", Decimal("1234.5")))
    assert (found.depth, found.weight) == (Decimal("0.2"), 50)


def test_what_nobody_reported_is_told_without_counts() -> None:
    (found,) = missing.find(board([row(REVENUE, expected=15)]), catalogue=catalogue())
    assert (found.title, found.numbers, found.depth) == ("Thu ngân sách nhà nước trên địa bàn: chưa có số liệu", (), 1)


def test_a_ratio_without_its_figure_leaves_the_figure_missing() -> None:
    """The finding rests on the entry of the ratio."""
    only = row(TREES, reason="nguồn chỉ nêu tỷ lệ, không nêu số tuyệt đối", stated=(stated("plan", "188%", 1.88),), expected=0)
    (found,) = missing.find(board([only]), catalogue=catalogue())
    assert found.title == "Trồng cây xanh: nguồn chỉ nêu tỷ lệ, không nêu số tuyệt đối"
    assert (found.entries, found.depth) == ((9,), 1)


def test_what_is_known_does_not_apply_or_is_not_due_is_not_missing() -> None:
    rows = [row(REVENUE, value=0.0), row(REVENUE, state="not_applicable"), row(REVENUE, state="not_due")]
    assert missing.find(board(rows), catalogue=catalogue()) == ()


def test_the_parts_of_the_body_are_counted_in_its_own_row_only() -> None:
    """Who has not sent a report is the business of reporting, not of a briefing."""
    assert missing.find(board([row(REVENUE, at=WARDS[0])]), catalogue=catalogue()) == ()
