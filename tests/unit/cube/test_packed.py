"""Does a packed cube say all that the cube says, and is a damaged file never taken for a whole one?"""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban import engine
from giaoban.catalogue import EVERYTHING, Window
from giaoban.cube import Cube, Damaged, Plane, follow, pack, unpack
from giaoban.cube.packed import FRONT, Bytes
from giaoban.ledger import Book
from tests.unit.boards import SILENT, cube
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.worlds import World, worlds

TOLD = """
    2025-Q1     p1  thu          10 tỷ đồng              @2026-04-05
    2026        p1  thu          KH tinh-giao 100 tỷ đồng
    2026        p1  thu          KH tinh-giao lần 2 80 tỷ đồng
    2026-Q1     p1  thu          20 tỷ đồng              ước
    2026-Q1     p1  thu          24,5 tỷ đồng            BC 45
    2026-Q1     p1  thu          188 % kế hoạch          BC 45
    2026-Q1     p2  thu          không áp dụng
    2026-03-20  p3  thu          154,3 tỷ đồng
    2026-03     p1  danh-gia     mức cham
    2026-9M     p4  thu          -3 tỷ đồng
    2026-02     p4  thu          7 tỷ đồng
    2026-02     p4  thu          rút
    2026-03     p1  dan-so.nu    300 người
"""


def packed(found: Cube, **label: str) -> Bytes:
    return np.concatenate(pack(found, label=label or {"book": "so-thu"}))


def plain(found: Cube) -> dict[str, Any]:
    """Everything that a cube says, to be compared."""
    planes = {
        length: [
            None if slot is None else (slot.value.tobytes(), slot.entry.tobytes(), slot.tags.tobytes(), slot.na.tobytes())
            for slot in plane.slots
        ]
        for length, plane in found.planes.items()
        if isinstance(plane, Plane)
    }
    gone = {length: plane.withdrawn for length, plane in found.planes.items() if isinstance(plane, Plane)}
    periods = {one.item.cell.period for facts in found.sparse.values() for one in facts}
    return {
        "axes": (found.series, found.bodies, found.first_year, found.months, found.row, found.column),
        "planes": planes, "gone": gone, "number": found.number, "hidden": (found.hidden, found.reloaded),
        "dated": {month: {at: [(one.day, one.steps, one.entry, one.tags) for one in days] for at, days in figures.items()}
                  for month, figures in found.dated.items()},
        "sparse": {at: list(facts) for at, facts in found.sparse.items()},
        "versions": {key: list(said) for key, said in found.versions.items()},
        "by period": {code: list(found.said_of(code)) for code in periods}, "first": found.first_told.tobytes(),
        "plans": {code: {name: slot.value.tobytes() for name, slot in found.plans(code).items()} for code in periods},
    }  # fmt: skip


def test_a_cube_comes_back_as_it_was() -> None:
    book = ledger_of(TOLD)
    was = cube(book)
    found = unpack(packed(was, book="so-thu", hash="a"))
    assert (found.number, dict(found.label)) == (len(book.entries), {"book": "so-thu", "hash": "a"})
    assert plain(found.cube(book.entries)) == plain(was)


@given(worlds(most=60))
@settings(max_examples=25, deadline=None)
def test_any_cube_comes_back_as_it_was(world: World) -> None:
    assert plain(unpack(packed(world.cube)).cube(world.book.entries)) == plain(world.cube)


@given(worlds(most=60), st.data())
@settings(max_examples=25, deadline=None)
def test_what_is_followed_from_a_file_is_what_is_built_anew(world: World, data: st.DataObject) -> None:
    """Where the axes are the same; the file is as it was afterwards."""
    entries = world.book.entries
    count = data.draw(st.integers(0, len(entries)))
    half = engine.build(entries[:count], catalogue=world.catalogue, regime=REGIME, sees=lambda _: True)
    body = packed(half)
    before = body.tobytes()
    try:
        found = follow(unpack(body).cube(entries[:count]), entries=entries, sees=lambda _: True)
    except engine.NewAxis:
        return
    whole = engine.build(entries, catalogue=world.catalogue, regime=REGIME, sees=lambda _: True)
    if (found.series, found.first_year, found.months) == (whole.series, whole.first_year, whole.months):
        assert plain(found)["planes"] == plain(whole)["planes"]
        assert plain(found)["sparse"] == plain(whole)["sparse"]
    assert body.tobytes() == before


def test_a_board_from_a_file_is_the_board() -> None:
    book, catalogue = ledger_of(TOLD), catalogue_on(date(2026, 3, 31))
    question = engine.Question("tp", Window.of("2026-Q1"), REGIME, date(2026, 3, 31), date(2026, 4, 10), units=True)
    asked = engine.Asked(book.id, book.head)
    was = cube(book, on=date(2026, 3, 31))
    boards = [
        engine.ask(question, cube=one, catalogue=catalogue, sight=EVERYTHING, asked=asked, archive=SILENT).data()
        for one in (was, unpack(packed(was)).cube(book.entries))
    ]
    assert boards[0] == boards[1]


def damaged(body: Bytes) -> str:
    with pytest.raises(Damaged) as fault:
        unpack(body)
    return str(fault.value)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_no_changed_byte_goes_unseen(data: st.DataObject) -> None:
    body = packed(cube(ledger_of(TOLD))).copy()
    at = data.draw(st.integers(0, len(body) - 1))
    body[at] ^= data.draw(st.integers(1, 255))
    damaged(body)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_no_file_cut_short_goes_unseen(data: st.DataObject) -> None:
    body = packed(cube(ledger_of(TOLD)))
    damaged(body[: data.draw(st.integers(0, len(body) - 1))])
    damaged(np.concatenate([body, body[:64]]))


def test_another_version_is_said_to_be_one() -> None:
    body = packed(cube(ledger_of(TOLD))).copy()
    body[:16] = np.frombuffer(b"giaoban cube 00\n", np.uint8)
    assert damaged(body) == "it is no cube of this version"
    assert damaged(np.frombuffer(b"SQLite format 3\0" * 9, np.uint8)) == "it is no cube of this version"


def test_even_a_trusted_file_must_have_its_length() -> None:
    body = packed(cube(ledger_of(TOLD)))
    with pytest.raises(Damaged, match="cut short"):
        unpack(body[:-64], trusted=True)
    with pytest.raises(Damaged, match="header"):
        unpack(np.concatenate([body[:FRONT], body[FRONT + 8 :]]), trusted=True)


def test_fewer_entries_than_it_knows_will_not_do() -> None:
    book = ledger_of(TOLD)
    with pytest.raises(Damaged, match="the book has 3"):
        unpack(packed(cube(book))).cube(book.entries[:3])


def test_an_empty_book_has_a_cube_too() -> None:
    empty = Book("so-thu")
    assert plain(unpack(packed(cube(empty))).cube(())) == plain(cube(empty))
