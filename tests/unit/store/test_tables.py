"""The ledger's rows cannot be changed, and every column of theirs can be had from the line."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddField, AddIndex, RunPython, RunSQL, SeparateDatabaseAndState
from django.db.utils import Error, IntegrityError

from giaoban import store
from giaoban.ledger import notation, seal
from giaoban.store.tables import Entry

LEDGER = {"entry", "book"}
READ_BY_HAND = ("0002_guards",)  # the migrations that run statements of their own


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE store_entry SET line = 'x' WHERE number = 1",
        "UPDATE store_entry SET hash = hash",
        "DELETE FROM store_entry WHERE number = 2",
        "DELETE FROM store_entry",
        pytest.param("TRUNCATE store_entry", id="TRUNCATE"),
        pytest.param("INSERT OR REPLACE INTO store_entry SELECT * FROM store_entry WHERE number = 1", id="REPLACE"),
    ],
)
def test_an_entry_is_never_changed_or_deleted(record, figure, statement):
    """Raw SQL is refused by the database itself, with a sentence; the rows stay as they were."""
    record(figure(1), figure(2))
    before = list(store.books.sealed("tinh-mau"))
    with pytest.raises(Error) as refused, connection.cursor() as cursor:
        cursor.execute(statement)
    if ("TRUNCATE" in statement and connection.vendor == "sqlite") or ("REPLACE" in statement and connection.vendor == "postgresql"):
        assert "syntax error" in str(refused.value)  # the other database's words
    else:
        assert isinstance(refused.value, IntegrityError)
        assert "an entry is never changed or deleted" in str(refused.value)
    assert list(store.books.sealed("tinh-mau")) == before


def test_the_rows_of_django_are_refused_too(record, figure):
    """Whoever goes through the models gets no further."""
    record(figure(1))
    with pytest.raises(IntegrityError, match="never changed or deleted"):
        Entry.objects.update(kind="Target")
    with pytest.raises(IntegrityError, match="never changed or deleted"):
        Entry.objects.all().delete()


def test_every_column_can_be_had_from_the_line(record, figure):
    """But for the two hashes, the line holds all that the row says."""
    huge = figure(3, steps=str(2**63))
    record(figure(1), figure(2, steps=""), huge, figure(4, steps=str(-(2**63)), supersedes=1), figure(5, steps="0"))
    previous = "0" * 64
    for row in Entry.objects.order_by("number"):
        entry = notation.read(row.line, previous=previous)
        written = entry.content["steps"]
        assert {field.attname: getattr(row, field.attname) for field in Entry._meta.fields if field.column} == {
            "book_id": entry.book,
            "number": entry.number,
            "recorded_at": notation.write_instant(entry.recorded_at),
            "kind": entry.kind,
            "key": entry.key,
            "line": notation.write(entry),
            "hash": seal(previous, line=row.line),
            "previous": previous,
            "supersedes": entry.supersedes,
            "steps": None if written in ("", str(2**63)) else int(written),
        }
        previous = row.hash
    assert Entry.objects.count() == 5


def test_no_column_may_round():
    """Numbers are printed text and whole steps."""
    fields = [field for model in apps.get_app_config("store").get_models() for field in model._meta.get_fields()]
    assert [field for field in fields if isinstance(field, models.DecimalField | models.FloatField)] == []


def test_the_migrations_make_the_tables(database):
    """Nothing in tables.py waits for a migration."""
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


def test_migrations_only_add_to_the_ledger():
    """After the first one, the ledger's tables get new columns that may be empty, and nothing is taken or altered."""
    loader = MigrationLoader(None)
    for (app, name), migration in sorted(loader.disk_migrations.items()):
        if app != "store" or name == "0001_tables":
            continue
        for operation in migration.operations:
            on_ledger = str(getattr(operation, "model_name", getattr(operation, "name", ""))).lower() in LEDGER
            by_hand = isinstance(operation, RunPython | RunSQL | SeparateDatabaseAndState)
            if on_ledger and isinstance(operation, AddField):
                assert operation.field.null, (name, operation)  # with a default SQLite would make the table anew, without its guards
            elif on_ledger:
                assert isinstance(operation, AddIndex), (name, operation)
            elif by_hand:
                assert name in READ_BY_HAND, (name, operation)


def test_the_guards_are_for_these_two_databases():
    """A third one would be left unguarded, and is refused instead."""
    guards = import_module("giaoban.store.migrations.0002_guards")

    class Oracle:
        connection = type("Connection", (), {"vendor": "oracle"})

    with pytest.raises(KeyError):
        guards.stand_guard(None, Oracle)
