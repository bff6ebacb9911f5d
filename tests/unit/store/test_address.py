"""An address as an operator writes it becomes what Django wants, and the embedded database opens as the house wants it."""

from __future__ import annotations

import pytest
from django.db import connection

from giaoban.store.address import database as described
from giaoban.store.sqlite import is_affected, version


def test_a_file_is_named_from_the_root_or_from_here():
    """Three slashes, and a fourth for the root; what the address cannot hold is written as in any address."""
    assert described("sqlite:////srv/giao%20ban/a.sqlite3")["NAME"] == "/srv/giao ban/a.sqlite3"
    assert described("sqlite:///a.sqlite3")["NAME"] == "a.sqlite3"


def test_a_server_is_named_with_all_its_parts():
    """User, secret, host, port, name, and options of the driver."""
    found = described("postgresql://chi%40nh:m%2Ft@db.phuong.vn:5433/giaoban?sslmode=require", pool=4)
    assert found == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "giaoban",
        "USER": "chi@nh",
        "PASSWORD": "m/t",
        "HOST": "db.phuong.vn",
        "PORT": "5433",
        "OPTIONS": {
            "connect_timeout": 10,
            "options": "-c lock_timeout=20s",
            "pool": {"min_size": 0, "max_size": 4, "timeout": 10},
            "sslmode": "require",
        },
    }


def test_a_socket_is_named_as_an_option():
    """A server on the same machine may be reached by its socket's folder."""
    found = described("postgres://postgres@/giaoban?host=/run/postgresql")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("/run/postgresql", "", "giaoban")
    assert "pool" not in found["OPTIONS"]


@pytest.mark.parametrize("url", ["mysql://a/b", "giaoban.sqlite3", ""])
def test_another_kind_is_refused(url):
    """There are two databases and no third."""
    with pytest.raises(ValueError, match="neither"):
        described(url)


def test_the_embedded_database_opens_as_the_house_wants_it(embedded):
    """WAL without memory maps, foreign keys kept, blanked text overwritten, and a SQLite that several processes may use."""
    asked = ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "mmap_size", "busy_timeout"]
    found = {}
    with connection.cursor() as cursor:
        for name in asked:
            cursor.execute(f"PRAGMA {name}")
            found[name] = cursor.fetchone()[0]
    assert found == {
        "journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "secure_delete": 1, "mmap_size": 0, "busy_timeout": 20_000,
    }  # fmt: skip
    assert connection.transaction_mode == "IMMEDIATE"
    assert not is_affected(version())


@pytest.mark.postgres
def test_the_server_gives_up_a_lock_in_time(server):
    """A second writer waits twenty seconds, not for ever."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("20s",)
