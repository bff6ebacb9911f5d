"""Do facts come in the order in which they were known, again and again, and never outside the book's days?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from giaoban.cases import Act, CaseFact
from giaoban.cases.tinh_mau.history import CLOSED, OPENED, History
from giaoban.cases.tinh_mau.place import month_of
from giaoban.cases.tinh_mau.reports import start_of
from giaoban.values import Span


def fact(key: str, at: datetime | None) -> CaseFact:
    return CaseFact(Act("Aim", key, {}), "s", "", at, "", Span(""))


def told(months: str, last: str, *, days: int = 40) -> History:
    def begin() -> Iterator[CaseFact]:
        return lambda month: [fact(f"{month}-late", start_of(month + 1) + timedelta(days=days)), fact(f"{month}", start_of(month + 1))]

    return History(range(month_of(months), month_of(last) + 1), begin)  # type: ignore[arg-type]


def test_what_comes_late_stands_where_it_was_known() -> None:
    keys = [one.item.key for one in told("2021-02", "2021-03")]
    month = month_of("2021-01")
    assert keys == [f"{month}", f"{month + 1}", f"{month}-late", f"{month + 2}", f"{month + 1}-late", f"{month + 2}-late"]


def test_it_may_be_asked_again() -> None:
    history = told("2021-01", "2021-12")
    assert list(history) == list(history)


def test_what_is_older_than_the_book_was_handed_in_at_its_opening() -> None:
    first = next(iter(told("2018-01", "2018-03")))
    assert first.known_at == OPENED


def test_what_would_be_known_after_the_close_is_left_out() -> None:
    found = list(told("2026-03", "2026-03", days=10))
    assert [one.item.key for one in found] == [
        str(month_of("2026-02")),
        f"{month_of('2026-02')}-late",
        str(month_of("2026-03")),
        f"{month_of('2026-03')}-late",
    ]
    later = list(told("2026-03", "2026-03", days=20))
    assert all(one.known_at and one.known_at < CLOSED for one in later)
    assert len(later) == 3


def test_facts_of_no_month_stand_in_their_place() -> None:
    history = History(
        range(month_of("2021-02"), month_of("2021-03")),
        lambda: lambda month: [],
        (fact("b", start_of(month_of("2021-02"))), fact("a", None)),
    )
    assert [one.item.key for one in history] == ["a", "b"]
