"""What was known at an instant, and what stands?"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger import GENESIS, VIETNAM, Book, Head, day_of, end_of_day
from tests.unit.ledger.entries import AT, chained

STEPS = st.lists(st.integers(0, 3), max_size=12)


def book_of(steps: list[int]) -> Book:
    """A book whose entries are so many hours apart."""
    hours = [sum(steps[: n + 1]) for n in range(len(steps))]
    return chained({"recorded_at": AT + timedelta(hours=hour), "key": f"k{n}"} for n, hour in enumerate(hours))


@given(STEPS, st.integers(-1, 40))
def test_what_was_known_is_the_run_of_entries_up_to_the_instant(steps: list[int], hour: int) -> None:
    """A prefix, with the instant itself in it, and with its own head."""
    book, at = book_of(steps), AT + timedelta(hours=hour)
    known = book.as_known(at)
    count = sum(one.recorded_at <= at for one in book.entries)
    assert known == Book("so-thu", book.entries[:count], book.hashes[:count]) == book.upto(count)
    head = book.entries[count - 1] if count else None
    assert known.head == (Head(count, book.hashes[count - 1], head.recorded_at) if head else Head(0, GENESIS, None))


@given(STEPS, st.lists(st.integers(1, 3), min_size=1, max_size=5), st.data())
def test_appending_never_changes_what_was_known_before(steps: list[int], more: list[int], data: st.DataObject) -> None:
    """At any instant before the new entries."""
    before, after = book_of(steps), book_of([*steps, *more])
    at = AT + timedelta(hours=data.draw(st.integers(0, sum(steps))))
    assert after.as_known(at) == before.as_known(at)


def test_the_whole_book_is_known_at_its_head_and_later() -> None:
    """And it is the very same book, not a copy."""
    book = book_of([1, 2, 3])
    head = book.head.recorded_at
    assert head is not None
    assert [book.as_known(head) is book, book.as_known(head + timedelta(days=900)) is book, book.upto(99) is book] == [True] * 3


def test_a_day_ends_at_midnight_in_vietnam() -> None:
    """Seventeen o'clock in UTC, less a microsecond."""
    end = end_of_day(date(2026, 4, 3))
    assert end == datetime(2026, 4, 3, 16, 59, 59, 999999, tzinfo=UTC)
    assert [day_of(end), day_of(end + timedelta(microseconds=1)), end.tzinfo] == [date(2026, 4, 3), date(2026, 4, 4), VIETNAM]


@given(st.dates(date(1950, 1, 1), date(2999, 12, 31)))
def test_the_end_of_a_day_falls_on_the_day(day: date) -> None:
    """In Vietnam, in every year."""
    assert day_of(end_of_day(day)) == day
    assert day_of(end_of_day(day) + timedelta(microseconds=1)) == day + timedelta(days=1)


def test_entries_are_found_by_their_kind_in_order() -> None:
    """Figures are five kinds; the rest belongs to other rooms."""
    kinds = ["Figure", "Definition", "Stated", "Withdrawal", "Grade", "Opening", "Target", "Bottleneck"]
    book = chained({"kind": kind, "key": "Figure:k" if kind == "Withdrawal" else "k"} for kind in kinds)
    assert [one.number for one in book.figures()] == [1, 3, 4, 5, 7]
    assert [one.number for one in book.of_kind("Definition", "Opening")] == [2, 6]
    assert [*book.of_kind()] == []


def test_what_stands_is_the_last_word_that_was_not_taken_back() -> None:
    """Of each kind and key; a later word stands again; a withdrawal of one kind leaves the others."""
    said = [
        ("Figure", "a"), ("Figure", "b"), ("Target", "a"), ("Figure", "a"), ("Withdrawal", "Figure:a"), ("Withdrawal", "Figure:never"),
        ("Figure", "c"), ("Withdrawal", "Figure:c"), ("Figure", "c"), ("Definition", "a"),
    ]  # fmt: skip
    book = chained({"kind": kind, "key": key} for kind, key in said)
    assert {of: one.number for of, one in book.standing("Figure", "Target").items()} == {
        ("Figure", "b"): 2,
        ("Target", "a"): 3,
        ("Figure", "c"): 9,
    }
    assert {of: one.number for of, one in book.standing("Definition").items()} == {("Definition", "a"): 10}
