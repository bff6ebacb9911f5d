"""Where is the database? An address as the operator writes it, in the form that Django wants.

The embedded database runs in WAL, so that readers never wait for the writer.
Every transaction begins IMMEDIATE: a second writer waits at the door instead of
failing in the middle. Deleted and blanked text is overwritten in the file, and
nothing is read through memory maps.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

WAIT = 20  # seconds that a writer waits for another before it gives up
AT_CONNECT = 10  # seconds to reach the server
PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON", "mmap_size=0")  # Django itself sets foreign_keys=ON


def database(url: str, *, pool: int = 0) -> dict[str, Any]:
    """Return Django's settings of the database at that address.

    Args:
        url: `sqlite:///file` (`sqlite:////file` from the root) or `postgresql://user:secret@host:port/name?option=value`.
        pool: Connections to PostgreSQL that the process holds at most; 0 for no pool.

    Raises:
        ValueError: The address is of another kind.

    Example:
        >>> database("sqlite:////srv/giaoban.sqlite3")["NAME"]
        '/srv/giaoban.sqlite3'
    """
    if url.startswith("sqlite:///"):
        return _embedded(unquote(url.removeprefix("sqlite:///")))
    if url.startswith(("postgresql://", "postgres://")):
        return _server(url, pool)
    raise ValueError("neither sqlite:/// nor postgresql://")


def _embedded(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": WAIT,
            "init_command": "; ".join(f"PRAGMA {pragma}" for pragma in PRAGMAS),
        },
    }


def _server(url: str, pool: int) -> dict[str, Any]:
    parts = urlsplit(url)
    asked = dict(parse_qsl(parts.query))
    options: dict[str, Any] = {"connect_timeout": AT_CONNECT, "options": f"-c lock_timeout={WAIT}s"}
    if pool:
        options["pool"] = {"min_size": 0, "max_size": pool, "timeout": AT_CONNECT}
    described = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": asked.pop("dbname", "") or unquote(parts.path.removeprefix("/")) or "postgres",
        "USER": asked.pop("user", "") or unquote(parts.username or ""),
        "PASSWORD": asked.pop("password", "") or unquote(parts.password or ""),
        "HOST": asked.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": asked.pop("port", "") or str(parts.port or ""),
    }
    return {**described, "OPTIONS": {**options, **asked}}
