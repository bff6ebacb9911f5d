"""What the drivers say, met in life where that can be had, becomes a fault that a person can act on."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from django.db.utils import DatabaseError, InterfaceError, OperationalError, ProgrammingError

from giaoban import store
from giaoban.ledger import Book
from giaoban.store.drivers import explained, together, understand
from giaoban.store.faults import Busy, Damaged, DiskFull, ReadOnly, Unreachable
from tests.databases import pointed_at


@contextmanager
def held(database) -> Iterator[None]:
    """Somebody else is writing and takes his time."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50" if database.vendor == "sqlite" else "SET lock_timeout = '50ms'")
    if database.vendor == "sqlite":
        other = sqlite3.connect(database.url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
    else:
        other = psycopg.connect(database.url)
        other.execute("SELECT id FROM store_book FOR UPDATE")
    try:
        yield
    finally:
        other.close()


def test_a_second_writer_is_told_that_the_book_is_busy(record, figure, database):
    """It waits, gives up, has written nothing, and may come again."""
    record(figure(1))
    with held(database), pytest.raises(Busy, match="Nothing was recorded"):
        record(figure(2))
    record(figure(2))
    assert [entry.key for entry in store.books.read("tinh-mau").entries] == [figure(1).key, figure(2).key]


def test_reading_does_not_wait_for_a_writer(record, figure, database):
    """A book can be read while somebody writes in it."""
    (entry,) = record(figure(1))
    with held(database):
        assert store.books.read("tinh-mau").entries == (entry,)


def fill_the_disk(room: int) -> None:
    """Leave room for so many pages; on a server, make the next row of the projection fail as a full disk does."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA page_count")
            cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + room}")
        else:
            cursor.execute("""
                CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$
            """)
            cursor.execute("CREATE TRIGGER full_disk BEFORE INSERT ON store_standing EXECUTE FUNCTION full_disk()")


def make_room() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000" if connection.vendor == "sqlite" else "DROP TRIGGER full_disk ON store_standing")


@pytest.mark.parametrize("inside", [False, True], ids=["alone", "inside a step"])
def test_a_full_disk_leaves_nothing_half_written(record, figure, inside):
    """Neither entries nor projections nor what the step wrote before; with room again, the same append succeeds."""
    many = [figure(number) for number in range(2000)]
    fill_the_disk(20)

    def step() -> None:
        with together() if inside else nullcontext():
            if inside:
                store.texts.keep("ghi chú")
            record(*many)

    with pytest.raises(DiskFull, match="Nothing was recorded"):
        step()
    assert store.books.read("tinh-mau") == Book("tinh-mau")
    assert store.books.standing("tinh-mau", kind="Figure") == {}
    assert store.texts.tally().kept == 0
    make_room()
    assert len(record(*many)) == 2000


def test_a_database_that_may_only_be_read_says_so(record, figure):
    """Reading goes on."""
    record(figure(1))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1" if connection.vendor == "sqlite" else "SET default_transaction_read_only = on")
    with pytest.raises(ReadOnly):
        record(figure(2))
    assert len(store.books.read("tinh-mau").entries) == 1


def test_a_file_that_is_no_database_says_so(embedded, tmp_path: Path):
    """A spreadsheet renamed is no database."""
    path = tmp_path / "giaoban.sqlite3"
    path.write_text("Biểu 02;Thu ngân sách\n" * 100)
    with pointed_at(f"sqlite:///{path}"), pytest.raises(Damaged):
        store.books.listed()


def test_a_folder_that_is_not_there_cannot_be_reached(embedded, tmp_path: Path):
    """The sentence carries the driver's reason."""
    with pointed_at(f"sqlite:///{tmp_path}/none/giaoban.sqlite3"), pytest.raises(Unreachable, match="unable to open"):
        store.books.listed()


@pytest.mark.postgres
def test_a_server_that_does_not_answer_cannot_be_reached(server, tmp_path: Path):
    """Nor can a database that it does not have."""
    with pointed_at(f"postgresql://postgres@/none?host={tmp_path}"), pytest.raises(Unreachable):
        store.books.listed()
    with pointed_at(server.url.replace("/giaoban_test", "/no_such")), pytest.raises(Unreachable, match="no_such"):
        store.books.listed()


@pytest.mark.postgres
def test_a_server_that_goes_away_cannot_be_reached(server):
    """It went away between two questions."""
    assert store.books.listed() == ()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        own = cursor.fetchone()[0]
    with psycopg.connect(server.url) as other:
        other.execute("SELECT pg_terminate_backend(%s)", [own])
    with pytest.raises(Unreachable):
        store.books.listed()


def test_what_is_not_understood_passes_through(database):
    """A mistake of ours is no fault of the disk."""
    with pytest.raises((ProgrammingError, OperationalError)), explained(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM no_such_table")
    assert understand(InterfaceError("cursor is closed")) is None
    if database.vendor == "sqlite":
        assert understand(DatabaseError("no driver stands behind this")) is None


def test_doors_do_not_need_django_to_be_set_up_to_import_the_room():
    """The face is imported before the registry is ready: Django itself does so."""
    script = "from giaoban import store; import django.apps; assert not django.apps.apps.ready; assert store.Fault"
    assert subprocess.run([sys.executable, "-W", "error", "-c", script], check=False).returncode == 0
