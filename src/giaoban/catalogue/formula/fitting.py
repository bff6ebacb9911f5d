"""Does a formula name indicators that are there, that may be used so, and in measures that fit?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from giaoban.catalogue.formula.measuring import Clash, fit
from giaoban.catalogue.formula.tree import Formula, Term
from giaoban.values import Measure, Problem, Said, Span


@dataclass(frozen=True)
class UnknownTerm(Problem):
    """A formula names an indicator, or a part of one, that is not defined."""

    code: ClassVar[str] = "unknown-term"
    vi: ClassVar[str] = "công thức của chỉ tiêu “{id}”: không có chỉ tiêu “{term}” (ký tự {at})."
    en: ClassVar[str] = "formula of the indicator “{id}”: there is no indicator “{term}” (character {at})."
    way_out_vi: ClassVar[str] = "Sửa mã{near}, hoặc thêm định nghĩa còn thiếu."
    way_out_en: ClassVar[str] = "Mend the id{near}, or add the missing definition."

    id: str
    term: str
    at: int
    near: str


@dataclass(frozen=True)
class FormulaDoesNotFit(Problem):
    """The measures in a formula do not fit together, or an indicator cannot be used so."""

    code: ClassVar[str] = "formula-does-not-fit"
    vi: ClassVar[str] = "công thức của chỉ tiêu “{id}”, ký tự {at}: {why}."
    en: ClassVar[str] = "formula of the indicator “{id}”, character {at}: {why}."
    way_out_vi: ClassVar[str] = "Sửa công thức, hoặc đơn vị tính của chỉ tiêu; cách viết ở docs/using/formulas.md."
    way_out_en: ClassVar[str] = "Mend the formula, or the measure of the indicator; docs/using/formulas.md has the language."

    id: str
    at: int
    why: Said


class Usable(Protocol):
    """What a formula needs to know of an indicator."""

    @property
    def measure(self) -> Measure:
        """Its measure."""

    @property
    def formula(self) -> Formula | None:
        """Its own formula; None for what is reported."""

    def part_ids(self) -> tuple[str, ...]:
        """Return the ids of its parts."""

    def is_counted(self) -> bool:
        """Whether its figure of a whole counts bodies."""


def fitting(indicators: Mapping[str, Usable], *, places: Mapping[str, Span]) -> Iterator[Problem]:
    """Yield what does not fit in the formulas of computed indicators.

    Args:
        places: Where each indicator is defined.
    """
    for id, indicator in sorted(indicators.items()):
        if indicator.formula is None:
            continue
        wrong = [*_terms(id, indicator.formula, indicators, places[id])]
        yield from wrong
        if wrong:
            continue
        try:
            fit(indicator.formula, measure=indicator.measure, measure_of=lambda term: indicators[term.indicator].measure)
        except Clash as fault:
            yield FormulaDoesNotFit(places[id], id, fault.at, fault.why)


def _terms(id: str, formula: Formula, indicators: Mapping[str, Usable], where: Span) -> Iterator[Problem]:
    for term in formula.terms():
        known = indicators.get(term.indicator)
        if known is None:
            yield UnknownTerm(where, id, term.indicator, term.at, _near(term.indicator, indicators))
        elif term.part != "-" and term.part not in known.part_ids():
            near = _near(term.part, dict.fromkeys(known.part_ids()))
            yield UnknownTerm(where, id, f"{term.indicator}.{term.part}", term.at, near)
        elif known.is_counted() or (term.part != "-" and known.formula is not None):
            yield FormulaDoesNotFit(where, id, term.at, _not_usable(term))


def _not_usable(term: Term) -> Said:
    return Said(
        f"{term.words} đếm số đơn vị ở cấp trên hoặc là phân tổ của chỉ tiêu tính, không dùng trong công thức được",
        f"{term.words} counts bodies at the upper level, or is a part of what is computed, and cannot be used in a formula",
    )


def _near(id: str, known: Mapping[str, object]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(id, sorted(known), n=1, cutoff=0.6)
    return f" (“{found[0]}”?)" if found else ""
