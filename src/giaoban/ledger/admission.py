"""What may enter the ledger: structure only, every problem at once, with place and way out.

Whether a number is plausible needs history and is judged elsewhere; here it is
asked whether the indicator, body, period, part and plan exist, whether the
body existed then, and whether what is printed is an amount in a fitting measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from giaoban.catalogue import Body, Catalogue, Indicator, NoSuchPeriod, PeriodKind, Regime, Window
from giaoban.ledger.figures import (
    NOT_APPLICABLE,
    PLAN,
    SAME_PERIOD,
    UNNAMED,
    VISIBILITIES,
    WHOLE,
    Cell,
    Fact,
    Grade,
    Stated,
    Target,
    Withdrawal,
)  # fmt: skip
from giaoban.ledger.refusals import (
    BodyNotThen,
    DoesNotApply,
    FinerThanStep,
    NotAnAmount,
    OtherMeasure,
    SaidTwice,
    UnknownId,
    UnknownPeriod,
)  # fmt: skip
from giaoban.values import MeasureClash, Period, Problem, Quantity, Said, Severity, Span, TooFine, UnknownMeasure, vietnamese

__all__ = [
    "Admitted", "BodyNotThen", "Candidate", "CatalogueOn", "DoesNotApply", "FinerThanStep", "NotAnAmount", "OtherMeasure", "SaidTwice",
    "UnknownId", "UnknownPeriod", "admit", "catalogue_of", "read_amount", "read_ratio",
]  # fmt: skip
COMPARISON = Said("so sánh", "comparison")
EXAMPLES = {
    PeriodKind.MONTH: "2021-04", PeriodKind.QUARTER: "2021-Q1", PeriodKind.HALF: "2021-H1", PeriodKind.NINE_MONTHS: "2021-9M",
    PeriodKind.MONTHS: "2021-2M", PeriodKind.YEAR: "2021", PeriodKind.DAY: "2021-04-20",
}  # fmt: skip

CatalogueOn = Callable[[date], Catalogue]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact on its way into the ledger, with the place it comes from."""

    item: Fact | Withdrawal
    where: Span


@dataclass(frozen=True)
class Admitted:
    """What may be recorded, and what is wrong with the rest.

    Args:
        items: Sound candidates in their order; those that only carry a doubt are among them.
        problems: All problems found; any of severity `refuse` concerns a candidate that is not in `items`.
    """

    items: tuple[Candidate, ...]
    problems: tuple[Problem, ...]


def read_amount(printed: str, *, indicator: Indicator, where: Span) -> tuple[int | None, Problem | None]:
    """Return the printed amount in whole steps of the indicator, or what is wrong with it."""
    measure = indicator.measure.label
    try:
        value, said = vietnamese.read_quantity(printed)
        return Quantity(value, said).steps(indicator.step), None
    except MeasureClash:
        return None, OtherMeasure(where, printed, indicator.id, measure)
    except TooFine:
        step = f"{vietnamese.write_number(indicator.step.size)} {indicator.step.measure.label}"
        return None, FinerThanStep(where, printed, indicator.id, step)
    except (vietnamese.NotANumber, UnknownMeasure):
        return None, NotAnAmount(where, printed, indicator.id, measure)


def read_ratio(printed: str, *, where: Span) -> tuple[Decimal | None, Problem | None]:
    """Return the ratio that a printed percentage or multiple says: "145 %" is 1.45, "2,9 lần" is 2.9."""
    try:
        value, measure = vietnamese.read_quantity(printed)
    except (vietnamese.NotANumber, UnknownMeasure):
        return None, NotAnAmount(where, printed, COMPARISON, "%")
    if measure.dimension == "%":
        return value * measure.factor / 100, None
    return (value, None) if measure.label == "lần" else (None, OtherMeasure(where, printed, COMPARISON, "%"))


def catalogue_of(cell: Cell, *, catalogue_on: CatalogueOn) -> Catalogue:
    """Return the catalogue of the last day of the cell's period, of the calendar's where the regime is not known.

    Raises:
        NoSuchPeriod: The period is no code, or the regime has none of that kind.
    """
    window = Window.of(cell.period)
    catalogue = catalogue_on(window.last_day)
    regime = catalogue.regimes.get(cell.regime)
    return catalogue_on(regime.span(window).last_day) if regime else catalogue


def admit(candidates: Iterable[Candidate], *, catalogue_on: CatalogueOn, history: bool = False) -> Admitted:
    """Return the candidates that may be recorded, and every problem of all of them.

    Args:
        catalogue_on: Gives the catalogue of a day.
        history: Whether a cell may come several times, each later one correcting the one before.
    """
    gate = _Gate(catalogue_on)
    items: list[Candidate] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str], Span] = {}
    for candidate in candidates:
        found = gate.judge(candidate)
        key = (type(candidate.item).__name__, _name(candidate.item))
        if key in seen and not history:
            found = [*found, SaidTwice(candidate.where, " ".join(key), seen[key])]
        seen.setdefault(key, candidate.where)
        problems += found
        if not any(problem.severity is Severity.REFUSE for problem in found):
            items.append(candidate)
    return Admitted(tuple(items), tuple(problems))


def _name(item: Fact | Withdrawal) -> str:
    match item:
        case Withdrawal():
            return f"{item.kind}:{item.key}"
        case Stated():
            return f"{item.cell.key}/{item.relation}/{item.authority}"
        case Target():
            return f"{item.cell.key}/{item.authority}/{item.version}"
    return item.cell.key


class _Gate:
    """Judges candidates one by one, remembering what it already looked up."""

    def __init__(self, catalogue_on: CatalogueOn) -> None:
        self.catalogue_on = catalogue_on
        self.windows: dict[tuple[str, str], tuple[Window, Period, Catalogue] | Problem] = {}
        self.alive: dict[tuple[str, str, str], bool] = {}

    def judge(self, candidate: Candidate) -> list[Problem]:
        item, where = candidate.item, candidate.where
        if isinstance(item, Withdrawal):
            return []
        found = self._window(item.cell, where)
        if isinstance(found, Problem):
            return [found]
        window, span, catalogue = found
        day = vietnamese.write_date(catalogue.on)
        indicator = catalogue.indicators.get(item.cell.indicator)
        if indicator is None:
            near = _near(item.cell.indicator, catalogue.indicators)
            return [UnknownId(where, "chỉ tiêu", "indicator", item.cell.indicator, day, near)]
        problems = self._body(item.cell, window, span, catalogue, where, indicator)
        if item.cell.part != WHOLE and item.cell.part not in {part.id for part in indicator.parts}:
            problems.append(UnknownId(where, "phân tổ", "part", f"{indicator.id}.{item.cell.part}", day))
        if item.visibility not in VISIBILITIES:
            problems.append(UnknownId(where, "mức phổ biến", "visibility", item.visibility, day))
        return problems + self._content(item, indicator, catalogue, where)

    def _window(self, cell: Cell, where: Span) -> tuple[Window, Period, Catalogue] | Problem:
        key = (cell.regime, cell.period)
        if key not in self.windows:
            self.windows[key] = self._look_up(cell, where)
        found = self.windows[key]
        return replace(found, where=where) if isinstance(found, Problem) else found

    def _look_up(self, cell: Cell, where: Span) -> tuple[Window, Period, Catalogue] | Problem:
        try:
            window = Window.of(cell.period)
        except NoSuchPeriod:
            return UnknownPeriod(where, cell.regime, cell.period, _examples(PeriodKind))
        catalogue = self.catalogue_on(window.last_day)
        regime = catalogue.regimes.get(cell.regime)
        if regime is None:
            day, near = vietnamese.write_date(catalogue.on), _near(cell.regime, catalogue.regimes)
            return UnknownId(where, "chế độ báo cáo", "regime", cell.regime, day, near)
        return self._spanned(window, regime, cell, where)

    def _spanned(self, window: Window, regime: Regime, cell: Cell, where: Span) -> tuple[Window, Period, Catalogue] | Problem:
        try:
            span = regime.span(window)
        except NoSuchPeriod:
            return UnknownPeriod(where, cell.regime, cell.period, _examples(regime.kinds))
        return window, span, self.catalogue_on(span.last_day)

    def _body(self, cell: Cell, window: Window, span: Period, catalogue: Catalogue, where: Span, indicator: Indicator) -> list[Problem]:
        versions = catalogue.bodies.get(cell.body, ())
        if not versions:
            near = _near(cell.body, catalogue.bodies)
            return [UnknownId(where, "đơn vị", "body", cell.body, vietnamese.write_date(catalogue.on), near)]
        then = [body for body in versions if body.since < span.until and (body.until is None or span.since < body.until)]
        if not then:
            return [_not_then(cell.body, window, span, catalogue, where)]
        if then[-1].kind in indicator.not_for:
            return [DoesNotApply(where, indicator.id, cell.body, then[-1].kind)]
        return []

    def _content(self, item: Fact, indicator: Indicator, catalogue: Catalogue, where: Span) -> list[Problem]:
        match item:
            case Grade():
                return _known_word(item, catalogue, where)
            case Stated():
                return _known_relation(item, catalogue, where) + _same_ratio(item, where)
            case Target():
                return _authority(item.authority, catalogue, where) + _same_amount(item.printed, item.steps, indicator, where)
        does_not_apply = item.steps is None and item.printed == NOT_APPLICABLE
        return [] if does_not_apply else _same_amount(item.printed, item.steps, indicator, where)


def _known_word(item: Grade, catalogue: Catalogue, where: Span) -> list[Problem]:
    scale = catalogue.scales.get(item.scale)
    known = [word.id for word in scale.words] if scale else []
    if item.word in known:
        return []
    day, near = vietnamese.write_date(catalogue.on), _near(item.word, known)
    return [UnknownId(where, "mức đánh giá", "grade", f"{item.scale}.{item.word}", day, near)]


def _known_relation(item: Stated, catalogue: Catalogue, where: Span) -> list[Problem]:
    if item.relation == PLAN:
        return _authority(item.authority, catalogue, where)
    day = vietnamese.write_date(catalogue.on)
    if item.relation != SAME_PERIOD:
        return [UnknownId(where, "loại so sánh", "relation", item.relation, day)]
    if item.authority == WHOLE:
        return []
    return [UnknownId(where, "cấp giao cho so sánh cùng kỳ", "authority of a comparison with the same period", item.authority, day)]


def _authority(id: str, catalogue: Catalogue, where: Span) -> list[Problem]:
    if id == UNNAMED or id in catalogue.authorities:
        return []
    near = _near(id, catalogue.authorities)
    return [UnknownId(where, "cấp giao kế hoạch", "plan authority", id, vietnamese.write_date(catalogue.on), near)]


def _same_amount(printed: str, steps: int | None, indicator: Indicator, where: Span) -> list[Problem]:
    said, problem = read_amount(printed, indicator=indicator, where=where)
    if problem:
        return [problem]
    measure = indicator.measure.label
    return [] if said == steps else [NotAnAmount(where, f"{printed} = {NOT_APPLICABLE if steps is None else steps}", indicator.id, measure)]


def _same_ratio(item: Stated, where: Span) -> list[Problem]:
    said, problem = read_ratio(item.printed, where=where)
    if problem:
        return [problem]
    return [] if said == item.value else [NotAnAmount(where, f"{item.printed} = {item.value}", COMPARISON, "%")]


def _not_then(body: str, window: Window, span: Period, catalogue: Catalogue, where: Span) -> Problem:
    """Return when the body existed, and to whom its ground belonged then, so far as the map tells."""
    versions = catalogue.bodies[body]
    since, until = versions[0].since, versions[-1].until
    edges = [edge for event in catalogue.events for edge in event.edges if edge.before != edge.after]
    instead: str | Said = ""
    if until and until <= span.since and (heirs := sorted({edge.after for edge in edges if edge.before == body})):
        instead = Said(f" (đất sau đó thuộc: {', '.join(heirs)})", f" (its ground passed to: {', '.join(heirs)})")
    elif span.until <= since and (forebears := sorted({edge.before for edge in edges if edge.after == body})):
        instead = Said(f" (đất trước đó thuộc: {', '.join(forebears)})", f" (its ground came from: {', '.join(forebears)})")
    return BodyNotThen(where, body, Said(window.words, window.code), f" ({_lived(versions)})", instead)


def _lived(versions: Iterable[Body]) -> str:
    """Return the days on which a body existed: "1/1/2010–31/12/2026"; two spans where it was gone in between."""
    spans: list[tuple[date, date | None]] = []
    for version in versions:
        since = spans.pop()[0] if spans and spans[-1][1] == version.since else version.since
        spans.append((since, version.until))
    ends = [vietnamese.write_date(Period(since, until).last_day) if until else "" for since, until in spans]
    return ", ".join(f"{vietnamese.write_date(since)}–{end}" for (since, _), end in zip(spans, ends, strict=True))


def _examples(kinds: Iterable[PeriodKind]) -> str:
    return ", ".join(EXAMPLES[kind] for kind in PeriodKind if kind in set(kinds))


def _near(id: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(id, sorted(known), n=1, cutoff=0.7)
    return f" (“{found[0]}”?)" if found else ""
