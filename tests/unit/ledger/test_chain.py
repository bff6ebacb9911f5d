"""Is every change of the past found, at the entry where it was made?"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger import GENESIS, Head, Sealed, Verdict, notation, seal, walk
from tests.unit.ledger.entries import AT, chained, entry, stored

BOOK = chained(
    {"recorded_at": AT + timedelta(days=day), "content": {"printed": f"{day} tỷ đồng", "note": "đ"}, "sources": ("aa!Biểu 02!D14",)}
    for day in range(5)
)
ROWS = stored(BOOK)
WHOLE = Verdict(BOOK.head)


def judged(rows: list[Sealed]) -> tuple[int | None, str]:
    verdict = walk(rows, book="so-thu")
    return verdict.broken, verdict.why


def resealed(lines: list[str]) -> list[Sealed]:
    """The lines with hashes that fit them: what somebody does who can compute."""
    rows, previous = [], GENESIS
    for number, line in enumerate(lines, 1):
        previous = seal(previous, line=line)
        rows.append(Sealed(number, line, previous))
    return rows


def test_a_chain_that_nobody_touched_holds() -> None:
    """Up to its head; an empty one up to nothing."""
    assert walk(ROWS, book="so-thu") == WHOLE == Verdict(Head(5, ROWS[-1].hash, AT + timedelta(days=4)))
    assert walk([], book="so-thu") == Verdict(Head(0, GENESIS, None))


def test_a_hash_is_this_one() -> None:
    """sha256 of the hash before and the line; it never changes."""
    assert seal(GENESIS, line=notation.write(entry())) == "6f282302265bea07a005d56e3b6f0683e79f3e731b0d459ca9c1015953d75253"


@given(st.integers(0, 4), st.data())
def test_any_changed_byte_is_found_at_its_entry(at: int, data: st.DataObject) -> None:
    """In the line or in the hash; everything before still holds."""
    row = ROWS[at]
    field = data.draw(st.sampled_from(["line", "hash"]))
    before = getattr(row, field).encode()
    place = data.draw(st.integers(0, len(before) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != before[place]))
    changed = replace(row, **{field: (before[:place] + bytes([byte]) + before[place + 1 :]).decode("utf-8", "surrogateescape")})
    verdict = walk([*ROWS[:at], changed, *ROWS[at + 1 :]], book="so-thu")
    held = BOOK.upto(at).head
    assert (verdict.head, verdict.broken) == (held, at + 1)


@given(st.integers(0, 4))
def test_a_missing_a_doubled_and_a_moved_entry_is_found(at: int) -> None:
    """By its number, or because it does not seal."""
    if at < 4:
        assert judged([*ROWS[:at], *ROWS[at + 1 :]]) == (at + 1, "number")
        assert judged([*ROWS[:at], ROWS[at + 1], ROWS[at], *ROWS[at + 2 :]])[0] == at + 1
    assert judged([*ROWS[: at + 1], *ROWS[at:]]) == (at + 2, "number")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda line: line.replace("by=ng-1", 'by="ng-1"'), "line"),  # another spelling
        (lambda line: line + " zz=1 a=2", "line"),  # out of order
        (lambda line: "v1 rubbish", "line"),
        (lambda line: line.replace("so-thu 3", "so-khac 3"), "book"),
        (lambda line: line.replace("so-thu 3", "so-thu 4"), "number"),
        (lambda line: line.replace("2026-04-05", "2026-04-03"), "clock"),
    ],
)
def test_what_was_sealed_again_must_still_fit(change, why: str) -> None:
    """Hashes that fit do not help a line that does not."""
    lines = [row.line for row in ROWS]
    lines[2] = change(lines[2])
    assert judged(resealed(lines)) == (3, why)


def test_a_chain_rewritten_whole_holds_but_has_another_head() -> None:
    """What was sent out names the head, and so finds it."""
    lines = [row.line.replace("0 tỷ", "1 tỷ") for row in ROWS]
    verdict = walk(resealed(lines), book="so-thu")
    assert (verdict.broken, verdict.head.number, verdict.head.hash == WHOLE.head.hash) == (None, 5, False)


def test_a_line_must_lie_in_the_row_of_its_number() -> None:
    """The row's own number is no one's to choose."""
    assert judged([*ROWS[:2], replace(ROWS[2], number=9), *ROWS[3:]]) == (3, "number")
