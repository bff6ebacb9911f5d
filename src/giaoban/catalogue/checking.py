"""What one definition alone cannot show: whether all of them fit together.

References lead somewhere, a ratio has its parts, no two areas bear one code on
one day, no body is above itself, lineage runs from what ends to what begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from giaoban.catalogue.body import Body, Event, Nature
from giaoban.catalogue.catalogue import Catalogue, build
from giaoban.catalogue.formula.fitting import fitting
from giaoban.catalogue.indicator import Indicator, OverBodies
from giaoban.catalogue.lineage import circles, passing
from giaoban.catalogue.loading import Read
from giaoban.catalogue.rule import Authority, ForecastRule, RankingRule, StatusRule
from giaoban.catalogue.synonym import Synonym
from giaoban.values import Problem, Span


@dataclass(frozen=True)
class NoSuchThing(Problem):
    """A definition refers to something that is not defined."""

    code: ClassVar[str] = "no-such-thing"
    vi: ClassVar[str] = "{what} dẫn tới “{id}” ở trường “{field}”, nhưng không có định nghĩa nào mang mã đó."
    en: ClassVar[str] = "{what} refers to “{id}” in “{field}”, but nothing of that id is defined."
    way_out_vi: ClassVar[str] = "Sửa mã, hoặc thêm định nghĩa còn thiếu."
    way_out_en: ClassVar[str] = "Mend the id, or add the missing definition."

    what: str
    field: str
    id: str


@dataclass(frozen=True)
class OneCodeTwice(Problem):
    """Two areas bear the same administrative code on the same day."""

    code: ClassVar[str] = "one-code-twice"
    vi: ClassVar[str] = "mã {number} vừa của “{first}” vừa của “{second}” trong ngày {day}."
    en: ClassVar[str] = "code {number} belongs to “{first}” and to “{second}” on {day}."
    way_out_vi: ClassVar[str] = "Sửa mã, hoặc ngày “since”, “until” của một trong hai."
    way_out_en: ClassVar[str] = "Mend the code, or “since” and “until” of one of them."

    number: str
    first: str
    second: str
    day: str


@dataclass(frozen=True)
class AboveItself(Problem):
    """A body lies, through its parents, above itself."""

    code: ClassVar[str] = "above-itself"
    vi: ClassVar[str] = "“{id}” nằm trên chính nó: {path}."
    en: ClassVar[str] = "“{id}” lies above itself: {path}."
    way_out_vi: ClassVar[str] = "Sửa trường “parent” của một đơn vị trong vòng này."
    way_out_en: ClassVar[str] = "Mend “parent” of one of the bodies in the circle."

    id: str
    path: str


@dataclass(frozen=True)
class MadeOfItself(Problem):
    """A ratio, weighted mean or formula is, through what it is made of, made of itself."""

    code: ClassVar[str] = "made-of-itself"
    vi: ClassVar[str] = "chỉ tiêu “{id}” được tính từ chính nó: {path}."
    en: ClassVar[str] = "indicator “{id}” is made of itself: {path}."
    way_out_vi: ClassVar[str] = "Sửa “numerator”, “denominator”, “weight” hoặc “formula” của một chỉ tiêu trong vòng này."
    way_out_en: ClassVar[str] = "Mend “numerator”, “denominator”, “weight” or “formula” of one of the indicators in the circle."

    id: str
    path: str


@dataclass(frozen=True)
class ComputedWeight(Problem):
    """A weighted mean is weighed with something that is itself computed."""

    code: ClassVar[str] = "computed-weight"
    vi: ClassVar[str] = "chỉ tiêu “{id}”: quyền số “{weight}” là chỉ tiêu tính, không dùng làm quyền số được."
    en: ClassVar[str] = "indicator “{id}”: its weight “{weight}” is computed and cannot weigh."
    way_out_vi: ClassVar[str] = "Dùng một chỉ tiêu được báo cáo làm “weight”, ví dụ dân số."
    way_out_en: ClassVar[str] = "Name an indicator that is reported as “weight”, for instance the population."

    id: str
    weight: str


@dataclass(frozen=True)
class StepChanged(Problem):
    """A later definition counts in another step; figures already kept would change their meaning."""

    code: ClassVar[str] = "step-changed"
    vi: ClassVar[str] = "chỉ tiêu “{id}”: bước tính không được đổi giữa các lần định nghĩa."
    en: ClassVar[str] = "indicator “{id}”: the step must not change from one definition to the next."
    way_out_vi: ClassVar[str] = "Giữ nguyên “step”, hoặc đặt một chỉ tiêu mới với mã khác."
    way_out_en: ClassVar[str] = "Keep “step”, or define a new indicator under another id."

    id: str


def check(reads: Iterable[Read], *, on: date) -> tuple[Problem, ...]:
    """Return what does not fit together among the definitions.

    Args:
        reads: All definitions of a book, those already recorded and the new ones.
        on: Day for which lists and indicators are looked up.
    """
    found = list(reads)
    places = {(read.definition.kind, read.definition.id): read.where for read in found}
    catalogue = build(((read.definition, read.thing) for read in found), on=on)
    problems: list[Problem] = []
    problems += _references(found, places)
    problems += _steps(found, places)
    problems += _made_of(found, places)
    by_day = sorted(found, key=lambda read: read.definition.since)
    latest = {read.thing.id: read.thing for read in by_day if isinstance(read.thing, Indicator)}
    problems += fitting(latest, places={id: places["indicator", id] for id in latest})
    problems += _weights(latest, places)
    problems += _codes(catalogue, places)
    problems += _circles(catalogue, places)
    for event in catalogue.events:
        problems += passing(event, catalogue=catalogue, where=places[("event", event.id)])
    problems += circles(catalogue, places={event.id: places["event", event.id] for event in catalogue.events})
    return tuple(dict.fromkeys(problems))


Places = Mapping[tuple[str, str], Span]


def _references(found: list[Read], places: Places) -> list[Problem]:
    problems: list[Problem] = []

    def expect(read: Read, field: str, kind: str, *ids: str) -> None:
        for id in ids:
            if id and (kind, id) not in places:
                problems.append(NoSuchThing(read.where, read.definition.id, field, id))

    for read in found:
        match read.thing:
            case Indicator() as indicator:
                expect(read, "group", "group", indicator.group)
                expect(read, "scale", "scale", indicator.scale)
                for field in ("numerator", "denominator", "weight"):
                    expect(read, field, "indicator", getattr(indicator, field))
            case Body() as body:
                expect(read, "parent", "body", body.parent)
                expect(read, "of_area", "body", body.of_area)
            case Event() as event:
                expect(read, "edges", "body", *(id for edge in event.edges for id in (edge.before, edge.after)))
            case StatusRule() | RankingRule() | ForecastRule() as rule:
                expect(read, "indicators", "indicator", *sorted(rule.indicators))
            case Authority() as authority:
                expect(read, "body", "body", authority.body)
            case Synonym() as synonym:
                expect(read, "indicator", "indicator", synonym.indicator)
                expect(read, "body", "body", synonym.body)
    return problems


def _steps(found: list[Read], places: Places) -> list[Problem]:
    steps: dict[str, set[Decimal | str]] = {}
    for read in found:
        if isinstance(read.thing, Indicator):
            step = read.thing.step
            steps.setdefault(read.thing.id, set()).add(f"{step.factor.normalize()} {step.measure.dimension}")
    return [StepChanged(places["indicator", id], id) for id, seen in sorted(steps.items()) if len(seen) > 1]


def _made_of(found: list[Read], places: Places) -> list[Problem]:
    made_of: dict[str, set[str]] = {}
    for read in found:
        if isinstance(one := read.thing, Indicator):
            made_of.setdefault(one.id, set()).update(id for id, _ in one.made_of())
    problems: list[Problem] = []
    for id in sorted(made_of):
        paths = [[id]]
        seen: set[str] = set()
        while paths:
            path = paths.pop()
            for part in sorted(made_of.get(path[-1], ())):
                if part == id:
                    problems.append(MadeOfItself(places["indicator", id], id, " → ".join([*path, id])))
                elif part not in seen:
                    seen.add(part)
                    paths.append([*path, part])
    return problems


def _weights(indicators: Mapping[str, Indicator], places: Places) -> list[Problem]:
    """Return weights that are computed: a weighted mean needs one that is there before bodies are added up."""
    found = [(id, one.weight) for id, one in sorted(indicators.items()) if one.weight in indicators]
    computed = [(id, weight) for id, weight in found if indicators[weight].over_bodies in (OverBodies.RATIO, OverBodies.FORMULA)]
    return [ComputedWeight(places["indicator", id], id, weight) for id, weight in computed]


def _codes(catalogue: Catalogue, places: Places) -> list[Problem]:
    versions = [body for family in catalogue.bodies.values() for body in family if body.code and body.nature is Nature.AREA]
    problems: list[Problem] = []
    by_code: dict[str, list[Body]] = {}
    for body in sorted(versions, key=lambda body: (body.since, body.id)):
        for other in by_code.setdefault(body.code, []):
            if other.id != body.id and (other.until is None or body.since < other.until):
                problems.append(OneCodeTwice(places["body", body.id], body.code, other.id, body.id, body.since.isoformat()))
        by_code[body.code].append(body)
    return problems


def _circles(catalogue: Catalogue, places: Places) -> list[Problem]:
    problems: list[Problem] = []
    for id, family in catalogue.bodies.items():
        for version in family:
            path = [id]
            while path[-1]:
                above = catalogue.body(path[-1], on=version.since)
                path.append(above.parent if above else "")
                if path[-1] == id:
                    problems.append(AboveItself(places["body", id], id, " → ".join(path)))
                    break
                if path[-1] in path[:-1]:
                    break
    return problems
