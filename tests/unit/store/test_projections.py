"""The state now is what the ledger says it is, however it came about."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giaoban import store
from giaoban.ledger import Draft
from giaoban.store import sql
from giaoban.store.faults import BodyElsewhere

AT = datetime(2026, 4, 3, 2, 0, tzinfo=UTC)
KEYS = st.sampled_from(["a/b/-/c/2021", "a:b", "x"])
DRAFTS = st.one_of(
    st.builds(Draft, st.sampled_from(["Figure", "Target", "Act"]), KEYS),
    st.builds(Draft, st.just("Definition"), st.sampled_from(["indicator/i/2021-01-01", "indicator/j/2021-01-01"])),
    st.builds(lambda kind, key: Draft("Withdrawal", f"{kind}:{key}", {"reason": "r"}), st.sampled_from(["Figure", "Act"]), KEYS),
)
fresh = count()


def projected(book: str) -> tuple[list[tuple], list[tuple], list[tuple]]:
    """Everything that the projections of the book hold."""
    return (
        sorted(sql.rows("SELECT kind, key, number FROM store_standing WHERE book_id = %s", [book])),
        sorted(sql.rows("SELECT body FROM store_bodyhome WHERE book_id = %s", [book])),
        sql.rows("SELECT projected FROM store_book WHERE id = %s", [book]),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(appends=st.lists(st.lists(DRAFTS, max_size=6), max_size=5))
def test_appending_gives_what_rebuilding_gives_and_what_the_ledger_says(database, appends):
    """Three ways to the state now agree, for any drafts in any portions."""
    book = f"so-{next(fresh)}"
    store.books.create(book, title=book, made=True, regime="giao-ban", at=AT)
    bodies = [Draft("Definition", f"body/{book}-{number}/2021-01-01") for number, _ in enumerate(appends)]
    for body, drafts in zip(bodies, appends, strict=True):
        store.books.append(book, [*drafts, body], by="ng-1", as_post="", via="load", at=AT)
    carried = projected(book)
    kinds = ("Figure", "Target", "Act", "Definition")
    said = store.books.read(book).standing(*kinds)
    assert carried[0] == sorted((kind, key, entry.number) for (kind, key), entry in said.items())
    assert [store.books.standing(book, kind=kind) for kind in kinds] == [
        {key: entry.number for (of, key), entry in said.items() if of == kind} for kind in kinds
    ]
    assert carried[1] == sorted((f"{book}-{number}",) for number, _ in enumerate(appends))
    assert carried[2] == [(store.books.head(book).number,)]
    store.books.rebuild(book)
    assert projected(book) == carried


def test_what_was_thrown_away_is_built_again(record, figure):
    """However wrong the projection had become."""
    record(figure(1), figure(2), Draft("Definition", "body/phuong-mau/2019-01-01"))
    before = projected("tinh-mau")
    with store.together():
        sql.rows("DELETE FROM store_standing WHERE key LIKE '%%phuong-1%%' RETURNING key")
        sql.rows("UPDATE store_bodyhome SET body = 'khac' RETURNING body")
    store.books.rebuild("tinh-mau")
    assert projected("tinh-mau") == before


def test_a_projection_that_lags_is_caught_up_by_the_next_append(record, figure):
    """An older giaoban may have written entries before the projection was thought of."""
    record(figure(1), figure(2))
    with store.together():
        sql.rows("DELETE FROM store_standing RETURNING key")
        sql.rows("UPDATE store_book SET projected = 0 RETURNING id")
    record(figure(3))
    assert [row[2] for row in projected("tinh-mau")[0]] == [1, 2, 3]
    assert projected("tinh-mau")[2] == [(3,)]


def test_a_body_belongs_to_one_book(record, at):
    """The second book that defines it is refused, and told which one has it; the first may go on defining it."""
    store.books.create("ha-tinh", title="Hà Tĩnh", made=False, regime="giao-ban", at=at)
    record(Draft("Definition", "body/phuong-mau/2019-01-01"))
    record(Draft("Definition", "body/phuong-mau/2025-07-01"))
    with pytest.raises(BodyElsewhere, match="“phuong-mau” belongs to book “tinh-mau”"):
        record(Draft("Act", "x"), Draft("Definition", "body/phuong-mau/2019-01-01"), book="ha-tinh")
    assert store.books.head("ha-tinh").number == 0
    assert (store.books.home_of("phuong-mau"), store.books.home_of("phuong-khac")) == ("tinh-mau", None)
    assert store.books.bodies() == ("phuong-mau",)


def test_only_definitions_of_bodies_give_a_home(record):
    """Neither an act nor the definition of an indicator does."""
    record(Draft("Act", "body/a/2019-01-01"), Draft("Definition", "indicator/body/2019-01-01"))
    assert projected("tinh-mau")[1] == []
