"""Record what a person accepted: each suggestion becomes a fact or an act, is admitted, and goes into the chain with its words as source.

It is no step itself: `inbox.accept` calls it. What cannot be recorded stays
waiting, each with its reason; what stands already is not recorded again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import ClassVar

from giaoban import delivery, ledger, reading, store
from giaoban.catalogue import Catalogue, Indicator, NoSuchPeriod, Window
from giaoban.cube import EXACT_BELOW
from giaoban.flow.loading.problems import BeyondExact
from giaoban.ledger import Cell, Draft, Entry, Fact, Figure, Grade, Stated, Target
from giaoban.ledger.admission import Candidate, UnknownId, read_amount, read_ratio
from giaoban.ledger.figures import UNNAMED, WHOLE
from giaoban.reading import Suggestion
from giaoban.reading.suggestion import AIM, BOTTLENECK, DIRECTIVE, FIGURE, GRADE, STATED, TARGET
from giaoban.values import Problem, Quality, Severity, Span, vietnamese

Place = tuple[str, str]
CatalogueOn = Callable[[date], Catalogue]
ACTS = (AIM, BOTTLENECK, DIRECTIVE)
KEPT_APART = ("note", "doubt")  # of a fact; they change nothing of what it says


@dataclass(frozen=True)
class NotComplete(Problem):
    """A suggestion lacks what the ledger needs."""

    code: ClassVar[str] = "suggestion-incomplete"
    vi: ClassVar[str] = "chưa ghi được “{words}”: còn thiếu {lacking}."
    en: ClassVar[str] = "“{words}” cannot be recorded: {lacking} is missing."
    way_out_vi: ClassVar[str] = "Điền {lacking} của đề xuất {number}, hoặc bỏ qua đề xuất này."
    way_out_en: ClassVar[str] = "Give {lacking} of suggestion {number}, or reject it."

    words: str
    lacking: str
    number: int


@dataclass(frozen=True)
class NotForTheLedger(Problem):
    """What the words say has no place in the ledger as they stand."""

    code: ClassVar[str] = "suggestion-of-no-kind"
    vi: ClassVar[str] = "“{words}” chưa có loại để ghi sổ (khoảng giá trị, thứ hạng, mức tăng không nói so với kỳ nào…)."
    en: ClassVar[str] = "“{words}” is of no kind that is recorded (a range, a rank, a growth against nobody knows what …)."
    way_out_vi: ClassVar[str] = "Bỏ qua đề xuất {number}, hoặc chọn loại khác (kind) và điền đủ các trường."
    way_out_en: ClassVar[str] = "Reject suggestion {number}, or choose another kind and fill it in."

    words: str
    number: int


@dataclass(frozen=True)
class NotYourBody(Problem):
    """The account records for other bodies."""

    code: ClassVar[str] = "not-your-body"
    vi: ClassVar[str] = "tài khoản không được ghi số liệu của “{body}”."
    en: ClassVar[str] = "the account may not record figures of “{body}”."
    way_out_vi: ClassVar[str] = "Nhờ người phụ trách đơn vị đó ghi nhận, hoặc xin quyền."
    way_out_en: ClassVar[str] = "Ask whoever is in charge of that body, or ask for the right."

    body: str


@dataclass(frozen=True, slots=True)
class Made:
    """One suggestion made into what is recorded.

    Args:
        draft: Without sources and without digests of free text.
        told: Free texts by the field that will hold their digest.
        fact: For admission; None for an act.
    """

    number: int
    suggestion: Suggestion
    draft: Draft
    told: Mapping[str, str] = field(default_factory=dict)
    fact: Fact | None = None

    @property
    def place(self) -> Place:
        """Whose place it takes."""
        return self.draft.kind, self.draft.key


@dataclass
class Bench:
    """What is at hand while suggestions are made into facts.

    Args:
        may: Whether the account may record for a body on a day.
        sha256: Of the kept document.
    """

    regime: str
    catalogue_on: CatalogueOn
    may: Callable[[str, date], bool]
    sha256: str
    name: str
    problems: dict[int, tuple[Problem, ...]] = field(default_factory=dict)

    def make(self, number: int, *, suggestion: Suggestion) -> Made | None:
        """Return what the suggestion records; None where it cannot, and `problems` says why."""
        where = Span(self.name, suggestion.place)
        words = suggestion.words if len(suggestion.words) < 100 else f"{suggestion.words[:99]}…"
        if suggestion.kind not in (FIGURE, STATED, TARGET, GRADE, *ACTS):
            return self._no(number, NotForTheLedger(where, words, number))
        if suggestion.lacking:
            return self._no(number, NotComplete(where, words, ", ".join(suggestion.lacking), number))
        day = self._day(suggestion)
        if day and not self.may(suggestion.fields["body"], day):
            return self._no(number, NotYourBody(where, suggestion.fields["body"]))
        if suggestion.kind in ACTS:
            return self._act(number, suggestion, where, day)
        return self._fact(number, suggestion, where, day)

    def _no(self, number: int, *problems: Problem) -> Made | None:
        self.problems[number] = (*self.problems.get(number, ()), *problems)
        return None

    @staticmethod
    def _day(suggestion: Suggestion) -> date | None:
        try:
            if suggestion.kind == AIM:
                return date.fromisoformat(suggestion.fields["before"])
            return Window.of(suggestion.fields["period"]).last_day
        except (NoSuchPeriod, ValueError):
            return None

    def _fact(self, number: int, one: Suggestion, where: Span, day: date | None) -> Made | None:
        fields = one.fields
        cell = Cell(fields["indicator"], self.regime, fields.get("part") or WHOLE, fields["body"], fields["period"])
        indicator = self.catalogue_on(day).indicators.get(cell.indicator) if day else None
        found = _fact_of(one, cell, indicator, where)
        if isinstance(found, Problem):
            return self._no(number, found)
        steps = getattr(found, "steps", 0) or 0
        if abs(steps) >= EXACT_BELOW:
            return self._no(number, BeyondExact(where, fields["printed"], cell.indicator))
        admitted = ledger.admit([Candidate(found, where)], catalogue_on=self.catalogue_on)
        if refusing := [problem for problem in admitted.problems if problem.severity is Severity.REFUSE]:
            return self._no(number, *refusing)
        told = {"note": fields["remark"]} if fields.get("remark") else {}
        return Made(number, one, ledger.encode(found), told, found)

    def _act(self, number: int, one: Suggestion, where: Span, day: date | None) -> Made | None:
        kind, key, content = self._content(one)
        act, problems = delivery.read_act(kind, key=key, content=content, where=where)
        if act is not None and day:
            problems += delivery.check(act, catalogue=self.catalogue_on(day), where=where)
        if act is None or problems:
            return self._no(number, *problems)
        free = delivery.FREE_TEXT[kind]
        said = act.content()
        told = {name: text for name, text in said.items() if name in free}
        if one.fields.get("remark"):
            told["note"] = one.fields["remark"]
        return Made(number, one, Draft(kind, act.key, {name: text for name, text in said.items() if name not in free}), told)

    def _content(self, one: Suggestion) -> tuple[str, str, dict[str, str]]:
        fields = {name: value for name, value in one.fields.items() if value and name != "remark"}
        if one.kind == AIM:
            return delivery.Aim.KIND, f"aim/{fields['indicator']}-truoc-{fields['before']}", fields
        if one.kind == DIRECTIVE:
            words = fields["task"]
            kind, head = delivery.DirectiveDraft.KIND, "directive-draft"
        else:
            words = fields["title"]
            kind, head = delivery.Bottleneck.KIND, "bottleneck"
        seal = hashlib.sha256(f"{self.sha256}!{one.place}".encode()).hexdigest()[:8]
        return kind, f"{head}/{'-'.join(vietnamese.slug(words).split('-')[:6])}-{seal}", fields


def _fact_of(one: Suggestion, cell: Cell, indicator: Indicator | None, where: Span) -> Fact | Problem:
    """Return the fact; an unknown indicator is left for admission to name."""
    fields, doubt = one.fields, one.fields.get("doubt", "")
    if one.kind == STATED:
        ratio, problem = read_ratio(fields["printed"], where=where)
        return problem or Stated(cell, fields["relation"], fields["authority"], fields["printed"], ratio or Decimal(0), doubt=doubt)
    if one.kind == GRADE:
        return Grade(cell, indicator.scale if indicator else "", fields["word"], doubt=doubt)
    printed, steps = fields["printed"], 0
    if indicator:
        printed = reading.refit(printed, indicator=indicator)
        read, problem = read_amount(printed, indicator=indicator, where=where)
        if problem:
            return problem
        steps = read or 0
    if one.kind == TARGET:
        version = fields.get("version", "1")
        if not (version.isascii() and version.isdigit() and 0 < int(version) < 1000):
            return UnknownId(where, "lần giao", "version", version, "")
        return Target(cell, fields.get("authority") or UNNAMED, int(version), printed, steps)
    try:
        quality = Quality(fields.get("quality") or "actual")
    except ValueError:
        return UnknownId(where, "chất lượng số liệu", "quality", fields["quality"], "")
    return Figure(cell, printed, steps, quality, doubt=doubt)


def same(draft: Draft, *, entry: Entry) -> bool:
    """Whether an entry that stands already says what the draft would."""
    if entry.kind not in ("Figure", "Stated", "Grade", "Target"):
        return True  # an act's key holds what it is about
    held = {name: value for name, value in entry.content.items() if name not in KEPT_APART}
    return held == {name: value for name, value in draft.content.items() if name not in KEPT_APART}


def drafted(made: Made, *, sha256: str, standing: Entry | None) -> Draft:
    """Return the draft as it is recorded: its words kept apart, its place in the document, and what it takes the place of."""
    content = {**made.draft.content, **{name: store.texts.keep(text) for name, text in made.told.items() if text}}
    number = standing.number if standing else None
    return replace(made.draft, content=content, sources=(f"{sha256}!{made.suggestion.place}",), supersedes=number)
