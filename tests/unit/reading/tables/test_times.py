from __future__ import annotations

import pytest

from giaoban.reading.tables.roles import Role
from giaoban.reading.tables.times import period_of, period_said, titled


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Ước TH quý I/2026", "2026-Q1"),
        ("TH năm 2025", "2025"),
        ("TH 2025", "2025"),
        ("2025", "2025"),
        ("6 tháng đầu năm 2026", "2026-H1"),
        ("TH", ""),
    ],
)
def test_headers_name_their_period(words: str, code: str) -> None:
    """The finest that they name."""
    assert period_said(words, year=None) == code


def test_the_nearest_title_with_a_quarter_wins() -> None:
    """Before a year alone, and before anything farther."""
    assert titled(["Báo cáo quý I năm 2026", "Kế hoạch năm 2026", "Biểu 01"], year=None) == "2026-Q1"
    assert titled(["Kế hoạch năm 2026"], year=None) == "2026"
    assert titled(["x"], year=None) == ""


@pytest.mark.parametrize(
    ("words", "role", "period"),
    [
        ("KH năm 2026", Role.PLAN, "2026"), ("KH", Role.PLAN, "2026"), ("KH quý II/2026", Role.PLAN, "2026-Q2"),
        ("TH", Role.ACTUAL, "2026-Q2"),
        ("TH năm 2026", Role.ACTUAL, "2026-Q2"), ("Lũy kế", Role.TO_DATE, "2026-H1"), ("Cùng kỳ", Role.BASE, "2025-Q2"),
        ("TH cùng kỳ năm 2025", Role.BASE, "2025-Q2"), ("TH cùng kỳ quý II/2025", Role.BASE, "2025-Q2"),
        ("% cùng kỳ 2025", Role.PCT_SAME, "2026-Q2"),
    ],
)  # fmt: skip
def test_columns_have_their_period(words: str, role: Role, period: str) -> None:
    """In a table of the second quarter of 2026."""
    assert period_of(words, role=role, of_table="2026-Q2", year=2026) == period


def test_a_table_of_no_period() -> None:
    """Says nothing, and nothing is guessed."""
    roles = (Role.ACTUAL, Role.TO_DATE, Role.BASE, Role.PLAN, Role.GROWTH)
    assert [period_of("x", role=role, of_table="", year=None) for role in roles] == [None] * len(roles)
