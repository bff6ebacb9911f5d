"""Drafts become entries that seal one another; pure, no database."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from giaoban.ledger import GENESIS, Draft, Head, Sealed, Verdict, seal, walk
from giaoban.store.faults import PastInstant
from giaoban.store.rows import COLUMNS, Act, sealed_rows

AT = datetime(2026, 4, 3, 2, 0, tzinfo=UTC)
ACT = Act("ng-1", "", "web", AT)
EMPTY = Head(0, GENESIS, None)


def test_rows_are_a_chain():
    """What is written is what walking the chain accepts."""
    rows = [
        dict(zip(COLUMNS, row, strict=True))
        for _, row in sealed_rows([Draft("Act", "a"), Draft("Act", "b")], book="b", after=EMPTY, act=ACT, history=False)
    ]
    verdict = walk((Sealed(row["number"], row["line"], row["hash"]) for row in rows), book="b")
    assert verdict == Verdict(Head(2, rows[1]["hash"], AT))
    assert [row["previous"] for row in rows] == [GENESIS, rows[0]["hash"]]
    assert rows[0]["hash"] == seal(GENESIS, line=rows[0]["line"])


def test_rows_go_on_from_the_head():
    """Number, hash and instant follow those of the entry before."""
    after = Head(7, "f" * 64, AT.replace(hour=5))
    ((entry, row),) = sealed_rows([Draft("Act", "a")], book="b", after=after, act=ACT, history=False)
    assert (entry.number, entry.previous, entry.recorded_at) == (8, "f" * 64, AT.replace(hour=5))
    assert row[COLUMNS.index("recorded_at")] == "2026-04-03T05:00:00.000000Z"


def test_the_refusal_names_the_item_and_the_reason():
    """Both languages say which one and why."""
    drafts = [Draft("Act", "a"), Draft("Act", "b", known_at=AT)]
    with pytest.raises(PastInstant) as refused:
        list(sealed_rows(drafts, book="b", after=EMPTY, act=ACT, history=False))
    assert refused.value.sentence() == (
        "Mục 2: thời điểm ghi nhận 2026-04-03T02:00:00+00:00 không dùng được (chỉ lần nạp lại lịch sử mới được ghi thời điểm cũ). "
        "Chưa có gì được ghi."
    )
    assert "only a reloaded history gives instants" in refused.value.sentence("en")
