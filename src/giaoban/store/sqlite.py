"""Which SQLite is this, and may several processes share a file with it?

The standard library of common systems carries a SQLite that can damage a file
in WAL mode when several connections of different processes reset the log at
the same moment (3.7.0 to 3.51.2). A wheel brings a newer one; where there is
none the old one serves, and then one process alone may hold the file.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from giaoban.store.faults import HeldElsewhere

FIRST_AFFECTED, LAST_AFFECTED = (3, 7, 0), (3, 51, 2)
_held: dict[Path, tuple[int, int]] = {}  # file → process that holds it, descriptor of its lock


def swap_in() -> None:
    """Put the wheel's SQLite in the place of the standard library's, where there is one; to be called before Django loads its own part."""
    with suppress(ImportError):
        sys.modules["sqlite3"] = import_module("pysqlite3")
        sys.modules["sqlite3.dbapi2"] = import_module("pysqlite3.dbapi2")


def version() -> tuple[int, ...]:
    """Return the version of the SQLite in use: (3, 53, 4)."""
    found: tuple[int, ...] = import_module("sqlite3").sqlite_version_info
    return found


def is_affected(found: tuple[int, ...]) -> bool:
    """Whether that version may damage a file that several processes write.

    Example:
        >>> is_affected((3, 40, 1)), is_affected((3, 51, 3))
        (True, False)
    """
    return FIRST_AFFECTED <= found <= LAST_AFFECTED


def hold_alone(path: Path) -> None:
    """Make this process the only one that may open the file, until it ends; a lock that a fork does not inherit.

    Args:
        path: The database file; the lock is a file beside it.

    Raises:
        HeldElsewhere: Another process holds it.
    """
    if path in _held and _held[path][0] == os.getpid():
        return
    descriptor = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        lock(descriptor, wait=False)
    except OSError as fault:
        os.close(descriptor)
        raise HeldElsewhere(version=".".join(map(str, version()))) from fault
    _held[path] = (os.getpid(), descriptor)


def lock(descriptor: int, *, wait: bool) -> None:
    """Lock an open file for this process, until the descriptor is closed.

    Raises:
        OSError: It is locked by another process, and we do not wait.
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.lockf(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
