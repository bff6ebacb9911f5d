"""What every test may ask for: a database of its own, on either of the two that we serve.

    database   runs the test twice, on SQLite and on PostgreSQL
    bare       the same without any table
    embedded   an SQLite database
    server     a PostgreSQL database

Each is empty, has all tables and commits for real; Django's default connection
points at it. Nothing here looks at the home folder of whoever runs the tests.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest

# For other processes that tests start, and for this one where pytest.ini does not name the settings and they load after this.
HOME = tempfile.TemporaryDirectory(prefix="giaoban-test-", ignore_cleanup_errors=True)
os.environ["GIAOBAN_HOME"] = HOME.name
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giaoban.web.settings")


def pytest_configure() -> None:
    from django.conf import settings

    settings.SECRET_KEY = "it signs nothing that leaves the tests"  # else it would be looked for in somebody's home


def pytest_unconfigure() -> None:
    HOME.cleanup()


@pytest.fixture(scope="session")
def _embedded_databases(tmp_path_factory: pytest.TempPathFactory, django_db_blocker) -> Iterator:
    from tests.databases import Embedded

    with django_db_blocker.unblock():
        yield Embedded(tmp_path_factory.mktemp("embedded"))


@pytest.fixture(scope="session")
def _server_databases(django_db_blocker) -> Iterator:
    from tests.databases import server

    with django_db_blocker.unblock(), server() as found:
        yield found


@pytest.fixture
def embedded(_embedded_databases, django_db_blocker) -> Iterator:
    """An SQLite database of its own."""
    with django_db_blocker.unblock(), _embedded_databases.fresh() as found:
        yield found


@pytest.fixture
def server(_server_databases, django_db_blocker) -> Iterator:
    """A PostgreSQL database of its own."""
    with django_db_blocker.unblock(), _server_databases.fresh() as found:
        yield found


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> object:
    """A database of its own, on both."""
    return request.getfixturevalue("embedded" if request.param == "sqlite" else "server")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def bare(request: pytest.FixtureRequest, django_db_blocker) -> Iterator:
    """A database of its own without any table, on both."""
    databases = request.getfixturevalue("_embedded_databases" if request.param == "sqlite" else "_server_databases")
    with django_db_blocker.unblock(), databases.fresh(bare=True) as found:
        yield found
