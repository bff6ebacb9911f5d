"""How is the database opened? Django set up once, a newer one refused, an older one brought up to date."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from giaoban import __version__
from giaoban.store import sql, sqlite
from giaoban.store.drivers import explained
from giaoban.store.faults import NewerDatabase, Unreachable

SCHEMA = 1  # raised with a migration after which an older giaoban must not open the database
MIGRATING = 7_415_021  # our number among PostgreSQL's advisory locks

Say = Callable[[str, str], None]


def open_database(*, say: Say | None = None) -> None:
    """Set Django up and make the database ready: its folder and tables on first use, its migrations after an upgrade.

    The door has named Django's settings (`DJANGO_SETTINGS_MODULE`) before. Called again it only looks.

    Args:
        say: Told in Vietnamese and in English what is being made or brought up to date.

    Raises:
        NewerDatabase: A newer giaoban has used it; nothing was touched.
        HeldElsewhere: Another process holds the file and the SQLite in use cannot share it.
        Fault: It is busy, full, damaged, read-only or cannot be reached.
    """
    if not apps.ready:
        django.setup()
    with explained():
        if connection.vendor == "sqlite":
            _prepare_file(Path(connection.settings_dict["NAME"]))
        seen = MigrationExecutor(connection)
        _refuse_newer(seen)
        if _waiting(seen):
            with _alone():
                _bring_up(say)


def _prepare_file(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # its log files get the same mode
        if sqlite.is_affected(sqlite.version()):
            sqlite.hold_alone(path)
    except OSError as fault:
        raise Unreachable(why=str(fault)) from fault


def _refuse_newer(seen: MigrationExecutor) -> None:
    if "store_schema" in connection.introspection.table_names():
        for version, release in sql.rows("SELECT version, release FROM store_schema"):
            if version > SCHEMA:
                raise NewerDatabase(release=release)
    loader = seen.loader
    unknown = sorted(name for name in set(loader.applied_migrations) - set(loader.disk_migrations) if name[0] in loader.migrated_apps)
    if unknown:
        raise NewerDatabase(release=".".join(unknown[-1]))


def _waiting(seen: MigrationExecutor) -> bool:
    return bool(seen.migration_plan(seen.loader.graph.leaf_nodes()))


def _bring_up(say: Say | None) -> None:
    if not _waiting(MigrationExecutor(connection)):  # another process has just done it
        return
    is_new = "store_schema" not in connection.introspection.table_names()
    if say and is_new:
        say("Đang tạo cơ sở dữ liệu mới…", "Making a new database …")
    elif say:
        say("Đang nâng cấp cơ sở dữ liệu…", "Bringing the database up to date …")
    call_command("migrate", verbosity=0, interactive=False)
    written = "INSERT INTO store_schema (id, version, release) VALUES (1, %s, %s)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"{written} ON CONFLICT (id) DO UPDATE SET version = excluded.version, release = excluded.release", [SCHEMA, __version__]
        )


@contextmanager
def _alone() -> Iterator[None]:
    """Keep other processes from migrating at the same time: they wait, and then find it done."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])
        return
    path = Path(connection.settings_dict["NAME"])
    descriptor = os.open(path.with_name(path.name + ".upgrade"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        sqlite.lock(descriptor, wait=True)
        yield
    finally:
        os.close(descriptor)
