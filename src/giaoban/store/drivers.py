"""What do the two drivers mean by their errors? The one place that knows.

Whoever touches the database does it inside `explained()` or `together()`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.utils import Error, OperationalError

from giaoban.store.faults import Busy, Damaged, DiskFull, Fault, ReadOnly, Unreachable

# Primary result codes of SQLite: https://sqlite.org/rescode.html
SQLITE: dict[int, type[Fault]] = {
    3: ReadOnly,  # PERM
    5: Busy,  # BUSY
    6: Busy,  # LOCKED
    8: ReadOnly,  # READONLY
    10: Unreachable,  # IOERR
    11: Damaged,  # CORRUPT
    13: DiskFull,  # FULL
    14: Unreachable,  # CANTOPEN
    26: Damaged,  # NOTADB
}
# SQLSTATE of PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
POSTGRESQL: dict[str, type[Fault]] = {
    "25006": ReadOnly,  # read_only_sql_transaction
    "28000": Unreachable,  # invalid_authorization_specification
    "28P01": Unreachable,  # invalid_password
    "3D000": Unreachable,  # invalid_catalog_name
    "40001": Busy,  # serialization_failure
    "40P01": Busy,  # deadlock_detected
    "42501": ReadOnly,  # insufficient_privilege
    "53100": DiskFull,  # disk_full
    "53300": Busy,  # too_many_connections
    "55P03": Busy,  # lock_not_available
    "57P01": Unreachable,  # admin_shutdown
    "57P02": Unreachable,  # crash_shutdown
    "57P03": Unreachable,  # cannot_connect_now
    "58030": Unreachable,  # io_error
    "XX001": Damaged,  # data_corrupted
    "XX002": Damaged,  # index_corrupted
}


@contextmanager
def explained() -> Iterator[None]:
    """Turn what the drivers say into faults that a person can act on; what is not understood passes through.

    Raises:
        Fault: The database is busy, full, read-only, damaged or cannot be reached.
    """
    try:
        yield
    except Error as error:
        if fault := understand(error):
            raise fault from error
        raise


@contextmanager
def together() -> Iterator[None]:
    """Make everything inside happen, or nothing: one transaction, its errors explained.

    Raises:
        Fault: As in `explained`.
    """
    with explained(), transaction.atomic():
        yield


def understand(error: Error) -> Fault | None:
    """Return the fault that the error means; None where it is none of these."""
    cause = error.__cause__
    words = (str(cause or error).splitlines() or [""])[0]
    code: int | None = getattr(cause, "sqlite_errorcode", None)
    if code is not None:
        kind = SQLITE.get(code & 0xFF)
        return kind(why=words) if kind else None
    state: str | None = getattr(cause, "sqlstate", None)
    if state is not None:
        kind = POSTGRESQL.get(state) or (Unreachable if state.startswith("08") else None)
        return kind(why=words) if kind else None
    lost = isinstance(error, OperationalError) and connection.vendor == "postgresql"  # no connection, no SQLSTATE
    return Unreachable(why=words) if lost else None
