"""Is a book written as files that read back to the same facts?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.cases import Act, Case, NamedPerson, read_case, write_case
from giaoban.cases import writing as written
from giaoban.catalogue import Catalogue, build
from giaoban.catalogue.loading import Read
from giaoban.ledger import GENESIS, Cell, Entry, Figure, Grade, Stated, Target, Withdrawal, encode
from giaoban.ledger.figures import VISIBILITIES
from giaoban.values import Quality, Source
from tests.unit.catalogues import definitions, sentences
from tests.unit.ledger.entries import AT

HEAD = {"id": "so-thu", "title": "Sổ thử", "made": "true", "regime": "giao-ban"}
REPORT = Source("Báo cáo", number="45/BC-UBND", issuer="UBND phường", dated=date(2026, 4, 2), url="https://a.vn")
NOTICE = Source("Thông báo")
CELL = Cell("thu", "giao-ban", "-", "p1", "2026-Q1")
ACT = Act("Bottleneck", "bottleneck/xi-mang", {"body": "p1", "title": "Xi măng về chậm", "asks": "cấp đủ", "affects": "thu\nchi"})


def recorded(item: Any, *, source: str = "", note: str = "") -> Entry:
    """An entry that records a fact or act; the number plays no part here."""
    draft = item if isinstance(item, Act) else encode(item)
    content = {**draft.content, **({"note": note} if note else {})}
    return Entry("so-thu", 1, AT, "ng-1", "", "load", draft.kind, draft.key, content, (source,) if source else (), None, GENESIS)


def catalogue_on(own: Sequence[Read]) -> Callable[[date], Catalogue]:
    known = [(read.definition, read.thing) for read in own]
    return lambda on: build(known, on=on)


def round_trip(*entries: Entry, people: Sequence[NamedPerson] = (), remarks: dict[str, str] | None = None) -> Case:
    """The case that is read from the files of the entries; nothing may be wrong with it."""
    files = write_case(
        HEAD,
        definitions=[read.definition for read in definitions()],
        entries=entries,
        sources={one.sha256: one for one in (REPORT, NOTICE)},
        remarks=remarks or {},
        people=people,
    )
    case, problems = read_case(files, catalogue_on=catalogue_on)
    assert sentences(problems) == []
    assert case is not None
    return case


def test_head_definitions_sources_and_people_come_back() -> None:
    """A document is named by a short id of the files; everything else is as it was."""
    people = (NamedPerson("ng-1", "Nguyễn Văn A", "Chủ tịch"), NamedPerson("ng-2", "Trần B"))
    case = round_trip(people=people)
    assert (case.id, case.title, case.made, case.regime, case.people) == ("so-thu", "Sổ thử", True, "giao-ban", people)
    assert sorted(case.sources.values(), key=lambda one: one.title) == [REPORT, NOTICE]
    assert [one.definition for one in case.definitions] == [one.definition for one in definitions()]


@pytest.mark.parametrize(
    "item",
    [
        Figure(CELL, "12,5 tỷ đồng", 12_500_000_000, Quality.ESTIMATE, "draft", "nghi-ngo"),
        Figure(CELL, "không áp dụng", None),
        Figure(Cell("dan-so", "nghi-dinh-09", "nu", "p1", "2026-Q1"), "5 người", 5),
        Stated(CELL, "plan", "unnamed", "188 %", Decimal("1.88")),
        Stated(CELL, "same_period", "-", "2,9 lần", Decimal("2.9"), doubt="nghi-ngo"),
        Grade(Cell("danh-gia", "giao-ban", "-", "p1", "2026-03"), "muc", "cham"),
        Target(CELL, "tinh-giao", 2, "5 đồng", 5, visibility="restricted"),
        ACT,
    ],
)
def test_every_kind_of_fact_comes_back(item: Any) -> None:
    """With its source, the place in it, and our remark."""
    case = round_trip(recorded(item, source=f"{REPORT.sha256}!Biểu 02!D14", note="ab"), remarks={"ab": "ghi chú: xem lại"})
    (fact,) = case.facts
    assert (fact.item, case.sources[fact.source], fact.place, fact.note) == (item, REPORT, "Biểu 02!D14", "ghi chú: xem lại")


def test_a_blanked_remark_is_left_out_and_the_whole_document_has_no_place() -> None:
    """What is not known is not written."""
    (fact,) = round_trip(recorded(ACT, source=NOTICE.sha256, note="ab")).facts
    assert (fact.place, fact.note) == ("", "")


def test_a_fact_without_a_document_is_written_without_one() -> None:
    """Reading it back asks for one: a book that is loaded says where everything comes from."""
    files = write_case(HEAD, definitions=[], entries=[recorded(ACT)], sources={}, remarks={}, people=[])
    assert files["facts-001.yaml"].startswith("facts:\n- bottleneck: xi-mang\n")
    assert "source" not in files["facts-001.yaml"]


def test_many_facts_are_parted_into_files_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that each can be opened."""
    monkeypatch.setattr(written, "AT_ONCE", 2)
    items = [Figure(Cell("thu", "giao-ban", "-", "p1", f"2026-{month:02d}"), "1 đồng", 1) for month in range(1, 6)]
    case = round_trip(*(recorded(item, source=NOTICE.sha256) for item in items))
    assert [fact.item for fact in case.facts] == items
    assert sorted({fact.where.document for fact in case.facts}) == ["facts-001.yaml", "facts-002.yaml", "facts-003.yaml"]


def test_a_withdrawal_is_not_written() -> None:
    """What was taken back no longer stands."""
    with pytest.raises(KeyError):
        round_trip(recorded(Withdrawal("Figure", CELL.key, "")))


PRINTED = st.integers(-(10**15), 10**15).map(lambda steps: Figure(CELL, f"{steps} đồng".replace("-", "\u2212"), steps))


@given(PRINTED, st.sampled_from(VISIBILITIES), st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_whatever_is_printed_or_remarked_comes_back(item: Figure, visibility: str, remark: str) -> None:
    """To the letter, but for blanks around a remark."""
    item = Figure(item.cell, item.printed, item.steps, visibility=visibility)
    (fact,) = round_trip(recorded(item, source=NOTICE.sha256, note="ab"), remarks={"ab": remark}).facts
    assert (fact.item, fact.note) == (item, remark.strip())
