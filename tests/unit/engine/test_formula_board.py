"""Are values of all bodies put together as a formula says, exactly where they are whole, and unknown where they are?"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from giaoban.catalogue import Window
from giaoban.catalogue.formula.parse import parse
from giaoban.catalogue.formula.tree import Spell, Term
from giaoban.cube import TooLarge
from giaoban.engine.formula_board import Figures, Working, in_steps, is_lost, is_usable
from giaoban.engine.rebase import Mark
from tests.unit.engine.formulas import CASES, LOST, NA, NONE, SIDES, Told
from tests.unit.engine.makers import indicator


def figures(*told: Told, scale: Fraction = Fraction(1), factor: Fraction = Fraction(1), tags: int = 0) -> Figures:
    """Figures of some bodies, in whole steps."""
    value = np.array([one if isinstance(one, int | float) else np.nan for one in told], float)
    mark = np.array([Mark.NOT_COMPARABLE if one == LOST else Mark.EXACT for one in told], np.int8)
    na = np.array([one == NA for one in told])
    reports = np.arange(len(told)), np.full(len(told), 9)
    return Figures(value, mark, na, np.full(len(told), tags, np.uint8), scale, factor, True, reports)


def worked(text: str, *, code: str = "2026-05", **terms: Figures) -> Figures:
    """What a formula comes to; a term of the window before is called a_."""

    def term(found: Term, spell: Spell) -> Figures:
        name = found.indicator if spell == Spell(Window.of(code)) else f"{found.indicator}_"
        return terms[name]

    return Working(term, term, len(next(iter(terms.values())).value)).of(parse(text).root, spell=Spell(Window.of(code)))


def said(found: Figures) -> list[Told]:
    lost = is_lost(found)
    return [
        NA if found.na[at] else LOST if lost[at] else NONE if np.isnan(value) else float(value * float(found.scale))
        for at, value in enumerate(found.value)
    ]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_formula_comes_to(text: str, expected: list[Told]) -> None:
    """Six bodies: all known; a unknown; a not applicable; a lost; b not applicable; both nothing."""
    assert said(worked(text, a=figures(*SIDES["a"]), b=figures(*SIDES["b"]))) == expected


def test_other_windows_are_looked_up_there() -> None:
    """And a month that has no number in its year has none in a formula."""
    assert said(worked("{a} + {a}.ky_truoc", a=figures(5), a_=figures(3))) == [8]
    assert said(worked("{a} * ky_thu", a=figures(5), code="2026-9M")) == [NONE]


def test_measures_of_one_kind_are_converted_in_whole_steps() -> None:
    """3 triệu of steps of a triệu and 5 steps of a đồng; a plain number is in the measure of what it meets."""
    million, one = figures(3, scale=Fraction(10**6), factor=Fraction(10**9)), figures(5, scale=Fraction(1), factor=Fraction(10**6))
    assert said(worked("{a} + {b}", a=million, b=one)) == [3_000_005]
    assert said(worked("{a} + 2", a=million)) == [2_003_000_000]
    assert said(worked("neu({b} >= 1; {b}; 1)", b=one)) == [1_000_000]
    found = worked("{a} + {b}", a=million, b=one)
    assert (found.scale, found.exact) == (1, True)


def test_sums_keep_to_the_bound_of_whole_steps() -> None:
    """2^53 is refused, one less is exact; a quotient is no whole step and has no such bound."""
    most = 2.0**53 - 1
    assert said(worked("{a} + {b}", a=figures(most), b=figures(0))) == [most]
    with pytest.raises(TooLarge, match="2\\^53"):
        worked("{a} + {b}", a=figures(most), b=figures(1))
    assert said(worked("{a} / {b} + {a} / {b}", a=figures(most), b=figures(0.5))) == [most * 4]


def test_what_flows_along() -> None:
    """Bits of the known sides together, of a choice only of what was chosen; and the fewest reports."""
    sure, unsure = figures(1, NONE, 3, tags=1), figures(1, 2, 3, tags=7)
    assert worked("{a} + {b}", a=sure, b=unsure).tags.tolist() == [7, 7, 7]
    assert worked("neu_thieu({a}; {b})", a=sure, b=unsure).tags.tolist() == [1, 7, 1]
    assert worked("neu({b} > 2; {a}; {b})", a=sure, b=unsure).tags.tolist() == [7, 7, 7]
    reports = worked("{a} + {b} * 2", a=sure, b=unsure).reports
    assert reports is not None
    assert [side.tolist() for side in reports] == [[0, 1, 2], [9, 9, 9]]
    assert worked("2 * ky_thu + {a} * 0", a=sure).reports is not None


def test_a_whole_formula_is_said_in_steps_of_its_indicator() -> None:
    """Of money in đồng; of a plain number in the indicator's own measure."""
    revenue = indicator("thu")
    assert in_steps(figures(7), indicator=revenue).tolist() == [7]
    plain = worked("neu({a} > 0; ky_thu * 2; 0)", a=figures(1))
    assert (plain.is_plain, in_steps(plain, indicator=revenue).tolist()) == (True, [10 * 10**9])
    assert [is_usable(one) for one in (revenue, indicator("tieu-chi"), None)] == [True, False, False]
