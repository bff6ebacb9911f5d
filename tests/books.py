"""Books to walk through, each filled once a session for each of the two databases and then copied.

A folder of journeys takes these fixtures by importing them in its conftest.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from giaoban import flow
from tests.databases import Embedded, Server
from tests.flow import small
from tests.people import ADMINISTRATOR, AT, at_the_door, open_doors, standing_roles

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
_FILLED: dict[tuple[int, Callable[[], None]], Embedded | Server] = {}


def fill_ha_tinh() -> None:
    """Load the shipped case with its history, and open the standing roles."""
    by = open_doors()
    flow.load_shipped("ha_tinh", by=by, at=AT)
    standing_roles("ha-tinh", ward_a="thach-linh", ward_b="nam-ha")


def _copy(request: pytest.FixtureRequest, fill: Callable[[], None]) -> Iterator:
    vendor = getattr(request, "param", "sqlite")
    empty = request.getfixturevalue("_embedded_databases" if vendor == "sqlite" else "_server_databases")
    with request.getfixturevalue("django_db_blocker").unblock():
        key = (id(empty), fill)
        if key not in _FILLED:
            _FILLED[key] = empty.filled(fill)
        with _FILLED[key].fresh() as found:
            yield found


@pytest.fixture(params=BOTH)
def ha_tinh(request: pytest.FixtureRequest) -> Iterator:
    """The shipped case of Hà Tĩnh, reloaded with its history, on both databases."""
    yield from _copy(request, fill_ha_tinh)


@pytest.fixture(params=BOTH)
def town(request: pytest.FixtureRequest) -> Iterator:
    """The small made book, loaded as of now, on both databases."""
    yield from _copy(request, small.fill)


@pytest.fixture
def embedded_ha_tinh(request: pytest.FixtureRequest) -> Iterator:
    """The case of Hà Tĩnh on SQLite alone, for what is the door's own affair."""
    yield from _copy(request, fill_ha_tinh)


@pytest.fixture
def embedded_town(request: pytest.FixtureRequest) -> Iterator:
    """The small made book on SQLite alone."""
    yield from _copy(request, small.fill)


@pytest.fixture
def by() -> flow.Actor:
    """The administrator, at the door; asked for after the database."""
    return at_the_door(ADMINISTRATOR)
