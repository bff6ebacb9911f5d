"""A database is made on first use, brought up to date after an upgrade, and left alone when a newer giaoban has used it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from giaoban import __version__, store
from giaoban.store import migrations, opening, sql, sqlite
from giaoban.store.faults import HeldElsewhere, NewerDatabase, Unreachable
from tests.databases import pointed_at


@pytest.fixture
def said() -> list[str]:
    """What opening said, in Vietnamese."""
    return []


def opened(said: list[str]) -> None:
    store.open_database(say=lambda vi, _: said.append(vi))


def test_a_new_database_is_made_once(bare, said):
    """The first opening says that it makes one; the second says nothing."""
    opened(said)
    opened(said)
    assert said == ["Đang tạo cơ sở dữ liệu mới…"]
    assert sql.rows("SELECT id, version, release FROM store_schema") == [(1, opening.SCHEMA, __version__)]
    assert store.books.listed() == ()


def test_an_older_database_is_brought_up_to_date(bare, said):
    """Stopped between two migrations, the next opening goes on and says so; nothing recorded before is lost."""
    opened(said)
    call_command("migrate", "store", "0002", verbosity=0)
    sql.rows("DELETE FROM django_migrations WHERE app = 'store' AND name = '0002_guards' RETURNING id")
    guards = ("no_update", "no_delete", "no_replace")
    with connection.cursor() as cursor:
        if bare.vendor == "sqlite":
            for guard in guards:
                cursor.execute(f"DROP TRIGGER store_entry_{guard}")
        else:
            cursor.execute("DROP FUNCTION store_entry_refusal CASCADE")
    opened(said)
    opened(said)
    assert said[1:] == ["Đang nâng cấp cơ sở dữ liệu…"]


def test_the_folder_is_made_for_its_owner_only(embedded, tmp_path, said):
    """First use on a fresh machine needs no other step."""
    path = tmp_path / "a" / "b" / "giaoban.sqlite3"
    with pointed_at(f"sqlite:///{path}"):
        opened(said)
    assert path.exists()
    if os.name == "posix":
        assert [one.stat().st_mode & 0o077 for one in (path.parent, path)] == [0, 0]


def test_a_folder_that_cannot_be_made_is_out_of_reach(embedded, tmp_path, said):
    """A file stands where the folder should."""
    (tmp_path / "a").write_text("")
    with pointed_at(f"sqlite:///{tmp_path}/a/giaoban.sqlite3"), pytest.raises(Unreachable):
        opened(said)


@pytest.mark.parametrize("sign", ["schema", "migration"])
def test_a_database_that_a_newer_giaoban_has_used_is_refused(database, said, sign):
    """Whether its schema is higher or a migration is not ours, nothing is touched and the sentence says which release."""
    if sign == "schema":
        sql.rows("UPDATE store_schema SET version = %s, release = '9.1.0' RETURNING id", [opening.SCHEMA + 1])
    else:
        statement = "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_later', '2030-01-01') RETURNING id"
        sql.rows(statement)
    before = sql.rows("SELECT app, name FROM django_migrations ORDER BY id")
    with pytest.raises(NewerDatabase) as refused:
        opened(said)
    assert ("9.1.0" if sign == "schema" else "9999_later") in refused.value.sentence()
    assert (said, sql.rows("SELECT app, name FROM django_migrations ORDER BY id")) == ([], before)


def test_an_affected_sqlite_lets_one_process_in(embedded, said, monkeypatch):
    """The lock is taken when the database is opened, and another process is told so."""
    monkeypatch.setattr(sqlite, "version", lambda: (3, 40, 1))
    opened(said)
    path = Path(connection.settings_dict["NAME"])
    script = "import sys; from pathlib import Path; from giaoban.store import sqlite; sqlite.hold_alone(Path(sys.argv[1]))"
    other = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
    assert HeldElsewhere.__name__ in other.stderr


def test_two_processes_may_open_a_new_database_at_once(bare, environment_of):
    """One makes the tables, the other waits; both can then use it."""
    script = "from giaoban import store; store.open_database(); assert store.books.listed() == ()"
    running = [subprocess.Popen([sys.executable, "-c", script], env=environment_of(bare)) for _ in range(2)]
    assert [one.wait(60) for one in running] == [0, 0]
    known = sorted(path.stem for path in Path(migrations.__file__).parent.glob("[0-9]*.py"))
    assert [name for (name,) in sql.rows("SELECT name FROM django_migrations WHERE app = 'store' ORDER BY name")] == known
