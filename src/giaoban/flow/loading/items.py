"""What does a case say, item by item, and is it sound? Drafts not yet made, each with the place that it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from giaoban import delivery, ledger, store
from giaoban.cases import Act as CaseAct
from giaoban.cases import Case, CaseFact, NamedPerson
from giaoban.catalogue import Catalogue, Window
from giaoban.catalogue.loading import Read
from giaoban.cube import EXACT_BELOW
from giaoban.flow.loading.problems import BeyondExact, PersonElse
from giaoban.flow.refusal import Refused
from giaoban.ledger import Draft, Figure, Target
from giaoban.ledger.admission import Candidate, SaidTwice, UnknownId
from giaoban.values import Problem, Severity, Source, Span, vietnamese

Place = tuple[str, str]  # kind and key of the entry that an item stands for or takes back
Tell = Callable[[str, int, int], None]  # what is being done, how many are done, of how many (0: not known)
CatalogueOn = Callable[[date], Catalogue]
KINDS = ("Definition", "Figure", "Stated", "Grade", "Target", *delivery.KINDS)
AT_ONCE = 5000  # items read between two words to `tell`
NAME_BLANKED = "(đã xóa tên)"


class NotLoaded(Refused):
    """The files hold problems; nothing was recorded."""

    code = "not-loaded"
    vi = "Chưa nạp gì: có {count} vấn đề cần sửa."
    en = "Nothing was loaded: there are {count} problems to mend."


@dataclass(frozen=True, slots=True)
class Item:
    """What one definition, fact or act of a case would record.

    Args:
        draft: Without sources and without what is kept outside the chain.
        source: Document that it rests on.
        at: Place in the document; empty for the whole.
        told: Free texts by the field that will hold their digest; kept outside the chain.
        known_at: When it was known, for a history.
    """

    draft: Draft
    source: Source | None
    at: str
    told: Mapping[str, str]
    where: Span
    known_at: datetime | None

    @property
    def place(self) -> Place:
        """Whose place it takes."""
        kind, _, key = self.draft.key.partition(":")
        return (kind, key) if self.takes_back else (self.draft.kind, self.draft.key)

    @property
    def takes_back(self) -> bool:
        """Whether it withdraws an earlier entry and puts none in its place."""
        return self.draft.kind == "Withdrawal"

    @property
    def cited(self) -> tuple[str, ...]:
        """How an entry cites its document."""
        if self.source is None:
            return ()
        return (f"{self.source.sha256}!{self.at}" if self.at else self.source.sha256,)


def refuse(problems: Iterable[Problem]) -> None:
    """Refuse where a problem does.

    Raises:
        NotLoaded: At least one refuses; all that do are given.
    """
    refusing = tuple(problem for problem in dict.fromkeys(problems) if problem.severity is Severity.REFUSE)
    if refusing:
        raise NotLoaded(problems=refusing, count=len(refusing))


def free_texts(kind: str) -> tuple[str, ...]:
    """Return the fields of a kind of entry that hold digests of words kept outside the chain."""
    return ("reason",) if kind == "Withdrawal" else ("note", *delivery.FREE_TEXT.get(kind, ()))


def definition_items(reads: Iterable[Read]) -> list[Item]:
    """Return an item for each definition."""
    return [
        Item(ledger.encode_definition(read.definition, sources=()), read.definition.source, "", {}, read.where, read.known_at)
        for read in reads
    ]


def fact_items(case: Case, *, catalogue_on: CatalogueOn, problems: list[Problem], tell: Tell | None) -> list[Item]:
    """Return an item for each fact and act, and note every problem found in them."""
    facts = list(_counted(case.facts, tell))
    candidates = [Candidate(fact.item, fact.where) for fact in facts if not isinstance(fact.item, CaseAct)]
    problems += ledger.admit(candidates, catalogue_on=catalogue_on, history=True).problems
    problems += _beyond_exact(candidates)
    people = {person.id for person in case.people}
    items = [_item(fact, case.sources, people, catalogue_on, problems) for fact in facts]
    problems += _twice(items)
    return items


def _beyond_exact(candidates: Iterable[Candidate]) -> list[Problem]:
    return [
        BeyondExact(candidate.where, item.printed, item.cell.indicator)
        for candidate in candidates
        if isinstance(item := candidate.item, Figure | Target) and abs(item.steps or 0) >= EXACT_BELOW
    ]


def _counted(facts: Iterable[CaseFact], tell: Tell | None) -> Iterable[CaseFact]:
    for count, fact in enumerate(facts, 1):
        if tell and count % AT_ONCE == 0:
            tell("read", count, 0)
        yield fact


def _item(fact: CaseFact, sources: Mapping[str, Source], people: set[str], catalogue_on: CatalogueOn, problems: list[Problem]) -> Item:
    told: dict[str, str] = {}
    if isinstance(fact.item, CaseAct):
        draft, told = _act(fact, fact.item, people, catalogue_on, problems)
    else:
        draft = ledger.encode(fact.item)
    if fact.note:
        told["reason" if draft.kind == "Withdrawal" else "note"] = fact.note
    source = sources.get(fact.source)
    at = ", ".join(filter(None, (source.article if source else "", fact.place)))
    return Item(draft, source, at, told, fact.where, fact.known_at)


def _act(
    fact: CaseFact, said: CaseAct, people: set[str], catalogue_on: CatalogueOn, problems: list[Problem]
) -> tuple[Draft, dict[str, str]]:
    """Return the draft of an act in the form in which its own room writes it, and its free texts."""
    act, wrong = delivery.read_act(said.kind, key=said.key, content=said.content, where=fact.where)
    problems += wrong
    if act is None:
        return Draft(said.kind, said.key), {}
    day = act.before if isinstance(act, delivery.Aim) else Window.of(act.period).last_day
    problems += delivery.check(act, catalogue=catalogue_on(day), where=fact.where)
    raised_by = act.raised_by if isinstance(act, delivery.Bottleneck) else ""
    if raised_by and raised_by not in people and not store.people.names([raised_by]):
        problems.append(UnknownId(fact.where, "người", "person", raised_by, vietnamese.write_date(day)))
    free = free_texts(said.kind)
    content = act.content()
    told = {name: text for name, text in content.items() if name in free}
    return Draft(said.kind, act.key, {name: text for name, text in content.items() if name not in free}), told


def _twice(items: Iterable[Item]) -> list[Problem]:
    """Return a problem for each item that says again, for the same instant, what another one says or takes back."""
    first: dict[tuple[Place, datetime | None], Span] = {}
    found: list[Problem] = []
    for item in items:
        key = (item.place, item.known_at)
        if key in first:
            found.append(SaidTwice(item.where, " ".join(item.place), first[key]))
        first.setdefault(key, item.where)
    return found


def named(person: NamedPerson) -> str:
    """Return how the person is kept: the public office in front of the name."""
    return f"{person.post} {person.name}".strip()


def check_people(case: Case) -> list[Problem]:
    """Return a problem for each person of the case whose id already stands for somebody else."""
    kept = store.people.names([person.id for person in case.people])
    return [
        PersonElse(Span(""), person.id, held, named(person))
        for person in case.people
        if (held := kept.get(person.id)) and named(person) not in (held, NAME_BLANKED)
    ]
