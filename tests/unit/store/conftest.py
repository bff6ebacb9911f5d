"""A book to write in."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from giaoban import store
from giaoban.ledger import Draft, Entry

AT = datetime(2026, 4, 3, 2, 0, tzinfo=UTC)

Record = Callable[..., tuple[Entry, ...]]


@pytest.fixture
def at() -> datetime:
    """What the door's clock says."""
    return AT


@pytest.fixture
def record(database) -> Record:
    """Record drafts in the book "tinh-mau" as the door would."""
    store.books.create("tinh-mau", title="Tỉnh Mẫu", made=True, regime="giao-ban", at=AT)

    def _record(*drafts: Draft, book: str = "tinh-mau", at: datetime = AT, **more: object) -> tuple[Entry, ...]:
        return store.books.append(book, drafts, by="ng-1", as_post="chanh-van-phong", via="web", at=at, **more)

    return _record


@pytest.fixture
def figure() -> Callable[..., Draft]:
    """A figure of a ward."""

    def _figure(number: int = 1, *, steps: str = "154300000000", **more: object) -> Draft:
        content = {"printed": "154,3 tỷ đồng", "steps": steps, "quality": "actual", "visibility": "accepted"}
        return Draft("Figure", f"thu-ngan-sach/giao-ban/-/phuong-{number}/2026-Q1", content, ("a" * 64 + "!Biểu 02!D14",), **more)

    return _figure


@pytest.fixture
def environment_of() -> Callable[..., dict[str, str]]:
    """The environment of another process on that database."""
    return lambda database: {**os.environ, "GIAOBAN_DATABASE_URL": database.url, "GIAOBAN_DATABASE_POOL": "0"}


@pytest.fixture
def environment(database, environment_of) -> dict[str, str]:
    """The environment of another process on the same database."""
    return environment_of(database)
