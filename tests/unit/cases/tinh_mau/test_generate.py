"""Is the made case sound as a whole, the same each time, and does it hold everything that a demonstration needs?"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

import giaoban
from giaoban.cases import Act, Case, CaseFact
from giaoban.cases.tinh_mau import VERSION, generate
from giaoban.cases.tinh_mau.generate import digest
from giaoban.cases.tinh_mau.history import CLOSED, OPENED
from giaoban.catalogue import Window
from giaoban.catalogue.catalogue import Catalogue, build
from giaoban.catalogue.checking import check
from giaoban.catalogue.loading import Read
from giaoban.delivery import read_act
from giaoban.ledger.admission import Candidate, admit
from giaoban.ledger.book import VIETNAM
from giaoban.ledger.figures import Figure, Grade, Stated, Target, Withdrawal, encode
from giaoban.values import Quality, Span

TODAY = date(2026, 4, 14)


def digest_of(facts: Sequence[CaseFact]) -> str:
    """Return the sha256 of every fact as it would be recorded."""
    total = hashlib.sha256()
    for fact in facts:
        item = fact.item
        said = (item.kind, item.key, sorted(item.content.items())) if isinstance(item, Act) else encode(item)
        total.update(repr((said, fact.source, fact.place, fact.known_at, fact.note)).encode())
    return total.hexdigest()


def known(starter: Sequence[Read], case: Case) -> list[Read]:
    return sorted((*starter, *case.definitions), key=lambda read: read.known_at or OPENED)


# ---------------------------------------------------------------- soundness


def test_nothing_is_wrong_with_its_definitions(starter: tuple[Read, ...], case: Case) -> None:
    assert [problem.sentence("en") for problem in check((*starter, *case.definitions), on=TODAY)] == []


def test_every_figure_may_enter_the_ledger(starter: tuple[Read, ...], case: Case, facts: tuple[CaseFact, ...]) -> None:
    """Bodies, indicators, periods, plans and words exist on their day, and each amount is what is printed, in whole steps."""
    pairs = [(read.definition, read.thing) for read in known(starter, case)]

    @cache
    def catalogue_on(day: date) -> Catalogue:
        return build(pairs, on=day)

    candidates = [Candidate(fact.item, fact.where) for fact in facts if not isinstance(fact.item, Act)]
    admitted = admit(candidates, catalogue_on=catalogue_on, history=True)
    assert [problem.sentence("en") for problem in admitted.problems] == []
    assert len(admitted.items) == len(candidates)


def test_no_figure_stands_outside_the_days_of_its_body(starter: tuple[Read, ...], case: Case, facts: tuple[CaseFact, ...]) -> None:
    """From the first to the last day of its window the body is there."""
    catalogue = build([(read.definition, read.thing) for read in known(starter, case)], on=TODAY)
    regime = catalogue.regimes["giao-ban"]
    cells = {(fact.item.cell.body, fact.item.cell.period) for fact in facts if isinstance(fact.item, Figure | Grade | Stated)}
    spans = {period: regime.days(Window.of(period)) for _, period in cells}
    assert [
        (body, period)
        for body, period in sorted(cells)
        if not (catalogue.body(body, on=spans[period].since) and catalogue.body(body, on=spans[period].last_day))
    ] == []


def test_each_act_can_be_read(case: Case, facts: tuple[CaseFact, ...]) -> None:
    acts = [fact.item for fact in facts if isinstance(fact.item, Act)]
    wrong = [problem for act in acts for problem in read_act(act.kind, key=act.key, content=act.content, where=Span("tinh-mau"))[1]]
    assert wrong == []
    assert Counter(act.kind for act in acts) == {"Bottleneck": 13, "Aim": 5, "FocusTask": 8}
    named = {act.content["raised_by"] for act in acts if "raised_by" in act.content}
    assert named <= {person.id for person in case.people}


def test_facts_come_in_the_order_in_which_they_were_known(facts: tuple[CaseFact, ...]) -> None:
    instants = [fact.known_at for fact in facts]
    assert instants == sorted(instants)
    assert instants[0] >= OPENED
    assert instants[-1] < CLOSED < datetime(2026, 4, 15, tzinfo=VIETNAM)


def test_nothing_is_said_of_what_was_not_yet_defined(starter: tuple[Read, ...], case: Case, facts: tuple[CaseFact, ...]) -> None:
    first: dict[tuple[str, str], datetime] = {}
    for read in known(starter, case):
        first.setdefault((read.definition.kind, read.definition.id), read.known_at)
    early = set()
    for fact in facts:
        if isinstance(fact.item, Figure | Stated | Grade | Target):
            for name in (("body", fact.item.cell.body), ("indicator", fact.item.cell.indicator)):
                if first[name] > fact.known_at:
                    early.add((*name, fact.known_at))
    assert early == set()


def test_every_fact_has_a_source_no_younger_than_itself(case: Case, facts: tuple[CaseFact, ...]) -> None:
    assert {fact.source for fact in facts} - set(case.sources) == set()
    younger = [fact for fact in facts if (dated := case.sources[fact.source].dated) and dated > fact.known_at.date()]
    assert younger == []


# ---------------------------------------------------------------- sameness


def test_the_same_question_has_the_same_answer(case: Case, starter: tuple[Read, ...], facts: tuple[CaseFact, ...]) -> None:
    """The facts may be iterated again, and a second case is the first, whatever order the starter set came in."""
    again = generate(starter=tuple(reversed(starter)))
    assert (again.digest, again.definitions, again.sources, again.people) == (case.digest, case.definitions, case.sources, case.people)
    assert digest_of(tuple(again.facts)) == digest_of(facts)
    assert sum(1 for _ in case.facts) == len(facts)


def test_hashing_of_texts_does_not_matter(small: tuple[Read, ...]) -> None:
    """Another process with another hash seed makes the same case."""
    test = Path(__file__).parent
    script = (
        f"import sys; sys.path[:0] = [{str(test.parents[3])!r}, {str(Path(giaoban.__file__).parents[1])!r}]\n"
        "from tests.unit.cases.tinh_mau.conftest import SMALL, read\n"
        "from tests.unit.cases.tinh_mau.test_generate import digest_of\n"
        "from giaoban.cases.tinh_mau import generate\n"
        "print(digest_of(tuple(generate(starter=read({'small.yaml': SMALL})).facts)))\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert said == {digest_of(tuple(generate(starter=small).facts))}


def test_whoever_changes_the_answer_raises_the_version(few: tuple[CaseFact, ...]) -> None:
    """A loaded case is known again by its digest, in which VERSION stands for this code. If this fails: raise it, then copy the digest."""
    assert (VERSION, digest_of(few)) == (2, "f4d56eefa06d110184750492a45a64c2b22ca6ad05554371aee4f760ccdcc27a")


def test_another_seed_or_indicator_is_another_case(small: tuple[Read, ...], few: tuple[CaseFact, ...]) -> None:
    case = generate(starter=small)
    assert (
        len(
            {
                case.digest,
                generate(seed=2, starter=small).digest,
                generate(starter=small[:-1]).digest,
                generate(size="M", starter=small).digest,
            }
        )
        == 4
    )
    assert digest_of(tuple(generate(seed=2, starter=small).facts)) != digest_of(few)
    assert digest(1, size="S", starter=small) == digest(1, size="S", starter=small[::-1])


def test_an_indicator_more_changes_no_figure_of_the_others(small: tuple[Read, ...], few: tuple[CaseFact, ...]) -> None:
    """Each indicator has dice of its own."""
    less = generate(starter=[read for read in small if read.definition.id not in ("tong-dan", "co-the", "ty-le-co-the", "tai-nan")])

    def trees(facts: Sequence[CaseFact]) -> list[CaseFact]:
        found = [fact for fact in facts if isinstance(fact.item, Figure) and fact.item.cell.indicator == "cay-xanh-trong-moi"]
        return [replace(fact, place="") for fact in found]

    assert trees(tuple(less.facts)) == trees(few)


# ---------------------------------------------------------------- what must be in it


def test_its_name_and_size(case: Case, facts: tuple[CaseFact, ...]) -> None:
    """Everything that shows the case shows that it is made."""
    assert (case.id, case.title, case.made, case.regime) == ("tinh-mau", "Phường Mẫu, Tỉnh Mẫu (DỮ LIỆU GIẢ ĐỊNH)", True, "giao-ban")
    assert 60_000 <= len(facts) <= 90_000
    counts = Counter(type(fact.item).__name__ for fact in facts)
    assert counts["Figure"] > 50_000
    assert counts["Target"] > 5_000
    assert counts["Grade"] > 2_000
    assert counts["Stated"] >= 50
    assert counts["Withdrawal"] >= 5


def test_the_ward_reports_more_than_sixty_indicators(facts: tuple[CaseFact, ...]) -> None:
    told = {fact.item.cell.indicator for fact in facts if isinstance(fact.item, Figure) and fact.item.cell.body == "phuong-mau"}
    assert len(told) >= 60


def test_numbers_are_estimated_updated_settled_and_corrected(facts: tuple[CaseFact, ...]) -> None:
    fates: dict[str, list[tuple[str, int | None]]] = {}
    for fact in facts:
        if isinstance(fact.item, Figure):
            fates.setdefault(fact.item.cell.key, []).append((fact.item.quality.value, fact.item.steps))
    kinds = Counter(">".join(quality for quality, _ in fate) for fate in fates.values())
    assert kinds["estimate>actual>final"] > 100
    assert kinds["estimate>actual"] > 100
    corrected = [fate for fate in fates.values() if [quality for quality, _ in fate] == ["actual", "actual"]]
    assert len(corrected) > 300
    assert all(fate[0][1] != fate[1][1] for fate in corrected)


def test_the_year_is_told_in_every_way(facts: tuple[CaseFact, ...]) -> None:
    """Per period, as the year so far, to a day; not applicable; restricted; withdrawn after it was said."""
    figures = [fact.item for fact in facts if isinstance(fact.item, Figure)]
    kinds = Counter(Window.of(figure.cell.period).kind.value for figure in figures)
    assert sorted(kinds) == ["day", "half", "month", "months", "nine-months", "quarter", "year"]
    assert {figure.printed for figure in figures if figure.steps is None} == {"không áp dụng"}
    assert {figure.visibility for figure in figures} == {"accepted", "restricted"}
    said = {figure.cell.key for figure in figures}
    withdrawn = [fact.item for fact in facts if isinstance(fact.item, Withdrawal)]
    assert {withdrawal.key for withdrawal in withdrawn} <= said
    assert {withdrawal.kind for withdrawal in withdrawn} == {"Figure"}


def test_reports_come_late_and_some_never(facts: tuple[CaseFact, ...]) -> None:
    """March 2026 of 40 residential groups: 37 came, two of them a week after the fifth."""
    came = {
        fact.item.cell.body: fact.known_at.date()
        for fact in facts
        if isinstance(fact.item, Figure) and fact.item.cell.period == "2026-Q1" and fact.item.cell.body.startswith("tdp-")
    }
    absent = {f"tdp-{number:02d}-phuong-mau" for number in range(1, 41)} - set(came)
    assert absent == {"tdp-10-phuong-mau", "tdp-17-phuong-mau", "tdp-33-phuong-mau"}
    assert {body for body, day in came.items() if day >= date(2026, 4, 12)} >= {"tdp-08-phuong-mau", "tdp-21-phuong-mau"}


def test_what_is_still_open_in_the_first_quarter_of_2026_is_estimated(facts: tuple[CaseFact, ...]) -> None:
    last = {fact.item.cell.key: fact.item for fact in facts if isinstance(fact.item, Figure)}
    open_now = [figure for figure in last.values() if figure.quality is Quality.ESTIMATE]
    assert {(figure.cell.body, figure.cell.period[:4]) for figure in open_now} == {("phuong-mau", "2026")}


def test_there_is_no_other_size(starter: tuple[Read, ...]) -> None:
    with pytest.raises(KeyError):
        generate(size="XL", starter=starter)
