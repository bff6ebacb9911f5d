"""Does a formula know its terms, and a window the ones before it?"""

from __future__ import annotations

import pytest

from giaoban.catalogue import Window
from giaoban.catalogue.formula.parse import parse
from giaoban.catalogue.formula.tree import Count, Shift, Spell, earlier, is_regular, walk


def test_the_terms_of_a_formula_are_told_once_each() -> None:
    """In the order of the text, parts apart from their whole."""
    formula = parse("{b} + neu({a} > 0; {a.x}; ty_le_bao_cao({c})) + {b}.ky_truoc + nho_nhat({d}; 1)")
    assert [term.words for term in formula.terms()] == ["{b}", "{a}", "{a.x}", "{c}", "{d}"]
    assert len(list(walk(formula.root))) == 16


@pytest.mark.parametrize(
    ("code", "times", "before"),
    [
        ("2026-01", 1, "2025-12"), ("2026-05", 4, "2026-01"), ("2026-Q1", 1, "2025-Q4"), ("2026-Q3", 6, "2025-Q1"),
        ("2026-H2", 1, "2026-H1"), ("2026", 3, "2023"), ("2026-9M", 1, None), ("2026-2M", 1, None), ("2026-04-20", 1, None),
    ],
)  # fmt: skip
def test_the_window_before(code: str, times: int, before: str | None) -> None:
    """Of a month, a quarter, a half and a year; of nothing else."""
    found = earlier(Window.of(code), times=times)
    assert (found and found.code) == before
    assert is_regular(Window.of(code)) == (before is not None)


def test_shifts_may_be_said_in_any_order() -> None:
    """The year so far of the month before is the month before of the year so far."""
    june = Spell(Window.of("2026-06"))
    one = june.moved(Shift.TO_DATE, times=1).moved(Shift.EARLIER, times=1).moved(Shift.YEARS, times=2)
    other = june.moved(Shift.YEARS, times=2).moved(Shift.EARLIER, times=1).moved(Shift.TO_DATE, times=1)
    assert one == other == Spell(Window.of("2024-05"), so_far=True)
    assert one.spoken == Window.of("2024-5M")


def test_there_is_nothing_before_an_irregular_window() -> None:
    """And no count of it."""
    nine = Spell(Window.of("2026-9M"))
    assert nine.moved(Shift.EARLIER, times=1) == Spell(None)
    assert nine.moved(Shift.EARLIER, times=1).moved(Shift.YEARS, times=1).spoken is None
    assert [nine.count(count) for count in Count] == [None, None]
    assert [Spell(Window.of("2026-Q3")).count(count) for count in Count] == [3, 4]
