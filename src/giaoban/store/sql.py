"""How are many rows written and read? Plain SQL that both databases understand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db import connection

ASKED = 500  # values named in one query
WRITTEN = 5000  # rows written between two words to `progress`


def rows(query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return all rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def rows_of(table: str, columns: Sequence[str], *, key: str, among: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Yield these columns of the rows whose key is among the values, in no order."""
    for some in _slices(among, ASKED):
        marks = ", ".join(["%s"] * len(some))
        yield from rows(f"SELECT {', '.join(columns)} FROM {table} WHERE {key} IN ({marks})", some)  # noqa: S608 -- names of our own


def insert(
    table: str, columns: Sequence[str], values: Sequence[Sequence[Any]], *, also: str = "", progress: Callable[[int], None] | None = None
) -> None:
    """Insert the rows.

    Args:
        also: What follows the values, such as `ON CONFLICT … DO NOTHING`.
        progress: Told now and then how many rows are in.
    """
    marks = ", ".join(["%s"] * len(columns))
    query = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) {also}"  # noqa: S608 -- names of our own
    done = 0
    with connection.cursor() as cursor:
        for some in _slices(values, WRITTEN):
            cursor.executemany(query, some)
            done += len(some)
            if progress:
                progress(done)


def _slices(values: Sequence[Any], at_once: int) -> Iterator[Sequence[Any]]:
    return (values[start : start + at_once] for start in range(0, len(values), at_once))
