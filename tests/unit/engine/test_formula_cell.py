"""Does a formula come to the same for one body as for all at once, and can it be asked why?"""

from __future__ import annotations

import pytest

from giaoban.catalogue import Window
from giaoban.catalogue.formula.parse import parse
from giaoban.catalogue.formula.tree import Spell, Term
from giaoban.engine.answer import NOT_APPLICABLE, Answer, Use
from giaoban.engine.formula_cell import NO_SUCH_WINDOW, Found, Worked, steps_of
from giaoban.engine.rebase import Mark
from tests.unit.engine.formulas import CASES, LOST, NA, NONE, SIDES, Told

MAY = Window.of("2026-05")


def answer(told: Told, entry: int = 1) -> Answer:
    if told == NA:
        return NOT_APPLICABLE
    if isinstance(told, int | float):
        return Answer(float(told), (Use(entry),))
    return Answer(None, (), (("p1", "2026-05"),), Mark.NOT_COMPARABLE if told == LOST else Mark.EXACT)


def worked(text: str, *, window: Window = MAY, **terms: Told) -> tuple[Found, Worked]:
    """What a formula comes to, entry 1 behind the first term, 2 behind the second; a term of another window is called a_."""

    def term(found: Term, spell: Spell) -> Found:
        name = found.indicator if spell == Spell(window) else f"{found.indicator}_"
        names = list(terms)
        return Found(answer(terms[name], names.index(name) + 1) if spell.window else Answer(None), factor=1)  # type: ignore[arg-type]

    made = Worked(term, term)
    return made.of(parse(text).root, spell=Spell(window)), made


def said(found: Found) -> Told:
    if found.answer.na:
        return NA
    if found.value is None:
        return LOST if found.answer.lost else NONE
    return found.value * float(found.scale)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_formula_comes_to(text: str, expected: list[Told]) -> None:
    """The same as on the board, body by body."""
    assert [said(worked(text, a=a, b=b)[0]) for a, b in zip(*SIDES.values(), strict=True)] == expected


def entries(text: str, **terms: Told) -> list[int]:
    return [use.entry for use in worked(text, **terms)[0].answer.because]


def test_it_rests_on_what_was_used() -> None:
    """Of a choice by a condition on both sides of it and the one chosen; of several that may be missing on the first known."""
    assert entries("{a} + {b} * {a}", a=1, b=2) == [1, 2, 1]
    assert entries("neu({a} > 0; {b}; {c})", a=1, b=2, c=3) == [1, 2]
    assert entries("neu({a} > 1; {b}; {c})", a=1, b=2, c=3) == [1, 3]
    assert entries("neu_thieu({a}; {b}; {c})", a=None, b=2, c=3) == [2]


def why(text: str, *, window: Window = MAY, **terms: Told) -> tuple[str, ...]:
    found = worked(text, window=window, **terms)[0]
    assert found.value is None
    return found.why_none


def test_why_there_is_no_number() -> None:
    """What divides is nothing; there is no such window; else a term is missing, and it says which."""
    assert why("{a} / ({b} - {b})", a=1, b=2) == ("mẫu số bằng 0: {b}",)
    assert why("{a} / 0", a=1) == ("mẫu số bằng 0: 0",)
    assert why("{a}.ky_truoc + 1", window=Window.of("2026-9M"), a=1) == (NO_SUCH_WINDOW,)
    assert why("{a} * ky_thu", window=Window.of("2026-9M"), a=1) == (NO_SUCH_WINDOW,)
    assert why("nho_nhat({a}; {b} / {a})", a=0, b=1) == ("mẫu số bằng 0: {a}",)
    assert why("neu({a} / {b} > 1; 1; 2)", a=1, b=0) == ("mẫu số bằng 0: {b}",)
    assert why("neu_thieu({a} / {b}; {b} / {a})", a=0, b=0) == ("mẫu số bằng 0: {b}", "mẫu số bằng 0: {a}")
    assert why("{a} + {b}", a=None, b=1) == ()
    assert worked("{a} + {b}", a=None, b=1)[0].answer.lacking == (("p1", "2026-05"),)


def test_every_term_is_told_with_its_window() -> None:
    """In the order in which it was looked up."""
    _, made = worked("{a} + {a}.nam_truoc - {b}.ky_truoc", window=Window.of("2026-9M"), a=1, a_=2, b_=3)
    assert [(one.term.words, one.window and one.window.code, one.answer.value) for one in made.seen] == [
        ("{a}", "2026-9M", 1), ("{a}", "2025-9M", 2), ("{b}", None, None),
    ]  # fmt: skip


def test_steps_of_the_indicator() -> None:
    """A plain number is in the indicator's own measure."""
    found, _ = worked("{a} * 2", a=3)
    assert steps_of(found, step=found.scale / 10, measure=found.scale) == 60
    plain, _ = worked("neu({a} > 0; 5; 0)", a=3)
    assert (plain.is_plain, steps_of(plain, step=found.scale, measure=found.scale * 1000)) == (True, 5000)
    assert steps_of(worked("{a}", a=None)[0], step=found.scale, measure=found.scale) is None
