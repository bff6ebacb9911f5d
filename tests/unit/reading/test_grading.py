from __future__ import annotations

from dataclasses import replace
from datetime import date

from giaoban.reading import Linker
from giaoban.reading.grading import GradeSaid, grades_in
from tests.unit.catalogues import catalogue_on

KNOWN = catalogue_on(date(2026, 3, 31))
THU = KNOWN.indicators["thu"]
ORDER = replace(THU, id="trat-tu", name="Trật tự đô thị", synonyms=(), scale="muc")
LINKER = Linker(replace(KNOWN, indicators={**KNOWN.indicators, "trat-tu": ORDER}))


def test_a_clause_that_names_both_is_a_judgement() -> None:
    """Indicator and word of its scale; once for an indicator."""
    assert list(grades_in("Trật tự đô thị khá; trật tự đô thị tốt, thu tốt", linker=LINKER)) == [
        GradeSaid("trat-tu", "kha", "Trật tự đô thị khá", list(grades_in("Trật tự đô thị khá", linker=LINKER))[0].score)  # noqa: RUF015 -- the only one
    ]


def test_without_a_word_of_the_scale_there_is_none() -> None:
    """Praise that no scale prints is no judgement."""
    assert list(grades_in("Trật tự đô thị được quan tâm", linker=LINKER)) == []
