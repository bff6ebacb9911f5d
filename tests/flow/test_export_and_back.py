"""A journey: a book leaves as files and comes home, here and into another database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from giaoban import flow, store
from giaoban.engine import Board, Row
from tests.flow import small
from tests.people import AT, open_doors

LATER = AT + timedelta(days=2)


def told(board: Board) -> list[Row]:
    """Return what a board says of the matter: numbers of entries and how often a figure was corrected are the old book's own memory."""
    return [
        replace(
            row,
            revised=None,
            entry=0,
            stated=tuple(replace(one, entry=0) for one in row.stated),
            targets=tuple(replace(one, entry=0) for one in row.targets),
        )
        for row in board.rows
    ]


def boards(by: flow.Actor, wanted: Mapping[str, flow.Wanted]) -> dict[str, list[Row]]:
    return {name: told(flow.answer(one, by=by, at=LATER)) for name, one in wanted.items()}


def elsewhere(fresh: Callable, files: Mapping[str, str], wanted: Mapping[str, flow.Wanted]) -> dict[str, list[Row]]:
    """Load the files into another database, and return its boards."""
    with fresh():
        by = open_doors()
        flow.load_files(files, manner=flow.Manner.PLAIN, by=by, at=LATER)
        return boards(by, wanted)


def fresh(database, request) -> Callable:
    return request.getfixturevalue("_embedded_databases" if database.vendor == "sqlite" else "_server_databases").fresh


def test_ha_tinh_comes_home(ha_tinh, by, request):
    """Exported and loaded elsewhere it gives the same rows; loaded here it is nothing new."""
    files = flow.export("ha-tinh", as_known=None, by=by, at=LATER)
    day = flow.moment.day("2026-04-12")
    wanted = {period: flow.Wanted("ha-tinh", period, on=day, units=True) for period in ("2021-Q1", "2020-Q1", "2021", "2024")}
    here = boards(by, wanted)
    before = store.books.head("ha-tinh")
    again = flow.load_files(files, manner=flow.Manner.PLAIN, by=by, at=LATER)
    assert (again.definitions, again.facts, again.problems, store.books.head("ha-tinh")) == (0, 0, (), before)
    assert elsewhere(fresh(ha_tinh, request), files, wanted) == here


def test_the_small_book_comes_home_with_its_acts(town, by, request):
    """Difficulties, aims, drafts and restricted figures are among the files; of the person, the name as it is kept."""
    files = flow.export(small.BOOK, as_known=None, by=by, at=LATER)
    assert "Chủ tịch UBND phường A Người Thử Một" in files["case.yaml"]
    again = flow.load_files(files, manner=flow.Manner.PLAIN, by=by, at=LATER)
    assert (again.definitions, again.facts, again.problems) == (0, 0, ())
    wanted = {"town": flow.Wanted(small.TOWN, small.PERIOD, units=True, on=flow.moment.day("2026-04-12"))}
    assert elsewhere(fresh(town, request), files, wanted) == boards(by, wanted)
    pack = flow.brief(wanted["town"], for_office=True, by=by, at=LATER)
    assert ([one.title for one in pack.bottlenecks], [one.fraction for one in pack.aims]) == (["Thiếu đất đắp"], ["50 %"])


def test_an_old_state_can_be_exported(ha_tinh, by, request):
    """As known on 20/4/2021: what came later is not among the files."""
    instant = flow.moment.instant("2021-04-20")
    files = flow.export("ha-tinh", as_known=instant, by=by, at=LATER)
    assert "33.568 cây" not in "".join(files.values())
    wanted = flow.Wanted("ha-tinh", "2021-Q1", as_known=instant, on=flow.moment.day("2021-04-20"))
    there = elsewhere(fresh(ha_tinh, request), files, {"then": replace(wanted, as_known=None)})
    assert there == {"then": told(flow.answer(wanted, by=by, at=LATER))}


def test_what_was_taken_back_stays_behind(town, by):
    """Only what stands is exported; loaded here, the withdrawn figure does not come again."""
    facts = f"source: bao-cao-1\nfacts:\n  - {{withdraw: {small.REVENUE}, kind: Figure, body: {small.A}, period: {small.PERIOD}}}\n"
    flow.load_files(small.files(facts=facts), manner=flow.Manner.PLAIN, by=by, at=LATER)
    files = flow.export(small.BOOK, as_known=None, by=by, at=LATER)
    assert flow.load_files(files, manner=flow.Manner.PLAIN, by=by, at=LATER).facts == 0
    assert "10 tỷ đồng" not in files["facts-001.yaml"]
