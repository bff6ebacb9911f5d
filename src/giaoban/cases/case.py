"""A case: one book as files, with definitions, facts, people and sources; nothing is opened here.

The same form serves the shipped cases, an office's own YAML, and `export`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar

from giaoban.catalogue import Catalogue, Indicator, NoSuchPeriod, Window
from giaoban.catalogue.fields import ID, Fields, MissingField
from giaoban.catalogue.loading import Read, Sheet, instant, parse, read_definitions, read_sources
from giaoban.ledger.admission import catalogue_of, read_amount, read_ratio
from giaoban.ledger.figures import NOT_APPLICABLE, PLAN, UNNAMED, WHOLE, Cell, Fact, Figure, Grade, Stated, Target, Withdrawal
from giaoban.ledger.notation import NAME
from giaoban.values import Problem, Quality, Said, Source, Span

FORMS = ("figure", "stated", "grade", "target", "withdraw", "bottleneck", "aim", "focus")
ACTS = {"bottleneck": "Bottleneck", "aim": "Aim", "focus": "FocusTask", "directive-draft": "DirectiveDraft"}
WITHDRAWN = ("Figure", "Stated", "Grade", "Target")
JUST_ONE = Said("bộ dữ liệu (đúng một tệp)", "the case (exactly one file)")


@dataclass(frozen=True)
class UnknownFact(Problem):
    """A fact that says neither what it is a figure of nor what act it is."""

    code: ClassVar[str] = "unknown-fact"
    vi: ClassVar[str] = "mục này không cho biết là loại nào."
    en: ClassVar[str] = "this item does not say what it is."
    way_out_vi: ClassVar[str] = "Mở đầu bằng một trong: {forms}."
    way_out_en: ClassVar[str] = "Begin it with one of: {forms}."

    forms: str


@dataclass(frozen=True)
class UnknownIndicator(Problem):
    """A fact of an indicator that is not defined on its day, so that its amount cannot be read."""

    code: ClassVar[str] = "unknown-indicator"
    vi: ClassVar[str] = "không có chỉ tiêu “{id}” trong kỳ {period}."
    en: ClassVar[str] = "there is no indicator “{id}” in {period}."
    way_out_vi: ClassVar[str] = "Sửa mã chỉ tiêu hoặc kỳ báo cáo, hoặc thêm định nghĩa."
    way_out_en: ClassVar[str] = "Mend the indicator or the period, or add its definition."

    id: str
    period: str


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person whom facts refer to by id; the name never enters the chain."""

    id: str
    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is no figure: a difficulty raised, an aim noted; its own room reads its content."""

    kind: str
    key: str
    content: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CaseFact:
    """One fact of a case.

    Args:
        source: Short id of the source.
        place: Place in the source ("đoạn 4"); empty for the whole.
        known_at: When it was known, for a history.
        note: Our own remark, kept outside the chain.
    """

    item: Fact | Withdrawal | Act
    source: str
    place: str
    known_at: datetime | None
    note: str
    where: Span


@dataclass(frozen=True)
class Case:
    """A book as files (bộ dữ liệu).

    Args:
        made: Whether everything in it is made up (DỮ LIỆU GIẢ ĐỊNH).
        regime: Default reporting regime.
        definitions: Those of the case itself; the starter set comes beside it.
        facts: May be iterated more than once.
        digest: sha256 of what it was read or made from; two equal digests are the same case.
    """

    id: str
    title: str
    made: bool
    regime: str
    sources: Mapping[str, Source]
    people: tuple[NamedPerson, ...]
    definitions: tuple[Read, ...]
    facts: Iterable[CaseFact] = field(repr=False)
    digest: str


def digest_of(files: Mapping[str, str]) -> str:
    """Return the sha256 of a set of files, by name and text."""
    total = hashlib.sha256()
    for name in sorted(files):
        total.update(name.encode() + b"\0" + files[name].encode("utf-8", "surrogatepass") + b"\0")
    return total.hexdigest()


def read_case(
    files: Mapping[str, str], *, catalogue_on: Callable[[Sequence[Read]], Callable[[date], Catalogue]]
) -> tuple[Case | None, tuple[Problem, ...]]:
    """Return the case that the files say, and every problem found in them.

    Args:
        files: Text of each YAML file by its name.
        catalogue_on: Given the case's own definitions, gives the catalogue of a day (with those already known).
    """
    sheets, broken = parse(files)
    problems = list(broken)
    sources = read_sources(sheets, problems=problems)
    definitions, wrong = read_definitions(sheets, sources=sources)
    problems += wrong
    people = tuple(_person(fields) for sheet in sheets for fields in sheet.fields(problems, sources=sources).mappings("people"))
    heads = [head for sheet in sheets if (head := sheet.fields(problems, sources=sources).mapping("case"))]
    if len(heads) != 1:
        problems.append(MissingField(Span(min(files, default="")), JUST_ONE, "case"))
        return None, tuple(dict.fromkeys(problems))
    head = heads[0]
    id, title, regime = head.id, head.text("title"), head.text("regime")
    made = head.flag("made")
    head.leftover()
    reader = _Facts(catalogue_on(definitions), regime or "", sources, problems)
    facts = tuple(fact for sheet in sheets for fact in reader.read(sheet))
    if title is None or regime is None or not head.sound:
        return None, tuple(dict.fromkeys(problems))
    case = Case(id, title, made, regime, sources, people, definitions, facts, digest_of(files))
    return case, tuple(dict.fromkeys(problems))


def _person(fields: Fields) -> NamedPerson:
    found = NamedPerson(fields.id, fields.text("name") or "", fields.text("post", optional=True) or "")
    fields.leftover()
    return found


class _Facts:
    """Reads the facts of sheets, one by one."""

    def __init__(
        self, catalogue_on: Callable[[date], Catalogue], regime: str, sources: Mapping[str, Source], problems: list[Problem]
    ) -> None:
        self.catalogue_on, self.regime, self.sources, self.problems = catalogue_on, regime, sources, problems

    def read(self, sheet: Sheet) -> list[CaseFact]:
        """Return the sound facts of a sheet."""
        top = sheet.fields(self.problems, sources=self.sources)
        default, known_at = top.text("source", optional=True), instant(top, field="recorded")
        found = (self._fact(fields, default, known_at) for fields in top.mappings("facts"))
        return [fact for fact in found if fact]

    def _fact(self, fields: Fields, default: str | None, known_at: datetime | None) -> CaseFact | None:
        form = next((name for name in FORMS if name in fields.raw), None)
        if form is None:
            fields.note(UnknownFact(fields.where, ", ".join(FORMS)))
            return None
        fields.what = f"{form} {fields.raw[form] or ''}".strip()[:80]
        item = self._act(form, fields) if form in ACTS else self._item(form, fields)
        source = fields.text("source", optional=True) or default or ""
        if source not in self.sources:
            fields.wrong("source", value=source, vi="mã của một nguồn trong mục sources", en="the id of one of the sources")
        place, note = fields.text("at", optional=True) or "", fields.text("note", optional=True) or ""
        own = instant(fields, field="recorded")
        fields.leftover()
        if item is None or not fields.sound:
            return None
        return CaseFact(item, source, place, own or known_at, note, fields.where)

    def _act(self, form: str, fields: Fields) -> Act | None:
        key = fields.text(form)
        if key and not ID.fullmatch(key):
            fields.wrong(form, value=key, vi="chữ thường không dấu, số và gạch nối", en="lower-case ASCII letters, digits and hyphens")
        content: dict[str, str] = {}
        for name in fields.names():
            if name in (form, "source", "at", "note", "recorded") or not NAME.fullmatch(name):
                continue
            said = fields.texts(name) if isinstance(fields.raw[name], list) else (fields.text(name) or "",)
            content[name] = "\n".join(said)
        return Act(ACTS[form], f"{form}/{key}", content) if key else None

    def _item(self, form: str, fields: Fields) -> Fact | Withdrawal | None:
        cell = self._cell(form, fields)
        indicator = self._indicator(cell, fields) if cell else None
        if cell is None or indicator is None:
            fields.asked.extend(("printed", "quality", "relation", "authority", "version", "word", "kind", "doubt", "visibility"))
            return None
        doubt, visibility = fields.text("doubt", optional=True) or "", fields.text("visibility", optional=True) or "accepted"
        match form:
            case "figure":
                quality, printed = fields.choice("quality", kind=Quality), fields.text("printed")
                steps = None if printed == NOT_APPLICABLE else self._steps(printed, indicator, fields)
                made = quality and printed and (steps is not None or printed == NOT_APPLICABLE)
                return Figure(cell, printed or "", steps, quality or Quality.ACTUAL, visibility, doubt) if made else None
            case "stated":
                return self._stated(cell, fields, visibility, doubt)
            case "grade":
                word = fields.text("word")
                return Grade(cell, indicator.scale, word, visibility, doubt) if word else None
            case "target":
                printed, authority = fields.text("printed"), fields.text("authority")
                version, steps = fields.whole("version", low=1, high=99), self._steps(printed, indicator, fields)
                if not (printed and authority and version) or steps is None:
                    return None
                return Target(cell, authority, version, printed, steps, visibility)
        return self._withdrawal(cell, fields)

    def _withdrawal(self, cell: Cell, fields: Fields) -> Withdrawal | None:
        kind = fields.text("kind")
        more: list[str | None] = []
        if kind == "Stated":
            relation = fields.text("relation")
            more = [relation, fields.text("authority", optional=True) or _authority(relation)]
        elif kind == "Target":
            version = fields.whole("version", low=1, high=99)
            more = [fields.text("authority"), str(version) if version else None]
        elif kind and kind not in WITHDRAWN:
            fields.wrong("kind", value=kind, vi=f"một trong: {', '.join(WITHDRAWN)}", en=f"one of: {', '.join(WITHDRAWN)}")
        return Withdrawal(kind, "/".join([cell.key, *filter(None, more)]), "") if kind else None

    def _stated(self, cell: Cell, fields: Fields, visibility: str, doubt: str) -> Stated | None:
        relation, printed = fields.text("relation"), fields.text("printed")
        authority = fields.text("authority", optional=True) or _authority(relation)
        value, problem = read_ratio(printed, where=fields.at("printed")) if printed else (None, None)
        if problem:
            fields.note(problem)
        if not (relation and printed) or value is None:
            return None
        return Stated(cell, relation, authority, printed, value, visibility, doubt)

    def _cell(self, form: str, fields: Fields) -> Cell | None:
        indicator, body, period = fields.text(form), fields.text("body"), fields.text("period")
        regime = fields.text("regime", optional=True) or self.regime
        part = fields.text("part", optional=True) or WHOLE
        if not (indicator and body and period):
            return None
        try:
            period = Window.of(period).code
        except NoSuchPeriod:
            fields.wrong("period", value=period, vi="mã kỳ, ví dụ 2021-Q1, 2021-9M, 2021-04", en="a period, as 2021-Q1, 2021-9M, 2021-04")
            return None
        return Cell(indicator, regime, part, body, period)

    def _indicator(self, cell: Cell, fields: Fields) -> Indicator | None:
        try:
            found = catalogue_of(cell, catalogue_on=self.catalogue_on).indicators.get(cell.indicator)
        except NoSuchPeriod:
            period, regime = cell.period, cell.regime
            fields.wrong("period", value=period, vi=f"một kỳ của chế độ báo cáo “{regime}”", en=f"a period of the regime “{regime}”")
            return None
        if found is None:
            fields.note(UnknownIndicator(fields.where, cell.indicator, cell.period))
        return found

    def _steps(self, printed: str | None, indicator: Indicator, fields: Fields) -> int | None:
        if printed is None:
            return None
        steps, problem = read_amount(printed, indicator=indicator, where=fields.at("printed"))
        if problem:
            fields.note(problem)
        return steps


def _authority(relation: str | None) -> str:
    """Return who is meant where a relation names no authority: nobody knows of a plan, nobody for the year before."""
    return UNNAMED if relation == PLAN else WHOLE
