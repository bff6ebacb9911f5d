"""Does a problem say its place, its sentence and its way out in both languages?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from giaoban.values import Problem, Said, Severity, Span


@dataclass(frozen=True)
class Torn(Problem):
    """A page is torn."""

    code: ClassVar[str] = "torn"
    vi: ClassVar[str] = "{what} bị rách ở {first}."
    en: ClassVar[str] = "{what} is torn at {first}."
    way_out_vi: ClassVar[str] = "Dán lại {what}."
    way_out_en: ClassVar[str] = "Mend {what}."

    what: str | Said
    first: Span


TORN = Torn(Span.line("a.yaml", number=3), Said("tờ bìa", "the cover"), Span.line("b.yaml", number=4))


def test_a_problem_speaks_both_languages_and_so_do_its_fields() -> None:
    """The place stands first; words and places inside the sentence follow its language."""
    assert [TORN.sentence(), TORN.sentence("en")] == [
        "a.yaml, dòng 3: tờ bìa bị rách ở b.yaml, dòng 4.",
        "a.yaml, line 3: the cover is torn at b.yaml, line 4.",
    ]
    assert [TORN.way_out(), TORN.way_out("en")] == ["Dán lại tờ bìa.", "Mend the cover."]


def test_a_problem_without_a_place_says_only_what_is_wrong() -> None:
    """No sentence begins with a colon."""
    assert Torn(Span(""), "tờ {1}", Span("c")).sentence() == "tờ {1} bị rách ở c."


def test_a_problem_refuses_unless_it_says_otherwise() -> None:
    """Doubts and notes are the exception."""
    assert (TORN.severity, [one.value for one in Severity]) == (Severity.REFUSE, ["refuse", "doubt", "note"])
