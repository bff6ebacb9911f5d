"""On a SQLite that may damage a shared file, one process alone holds it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from giaoban.store import sqlite
from giaoban.store.faults import HeldElsewhere

HOLDER = """
import sys
from pathlib import Path
from giaoban.store import sqlite
try:
    sqlite.hold_alone(Path(sys.argv[1]))
except sqlite.HeldElsewhere as held:
    print(held.sentence("en"))
else:
    print("held")
"""


def ask(path: Path) -> str:
    """Return what another process says that tries to hold the file."""
    return subprocess.run([sys.executable, "-c", HOLDER, str(path)], capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    ("version", "affected"),
    [((3, 6, 23), False), ((3, 7, 0), True), ((3, 40, 1), True), ((3, 51, 2), True), ((3, 51, 3), False), ((3, 53, 4), False)],
)
def test_the_affected_versions_are_known(version, affected):
    """Both ends belong to the span."""
    assert sqlite.is_affected(version) is affected


def test_a_file_is_held_by_one_process(tmp_path, monkeypatch):
    """The second is refused with the version that is to blame; when the first ends, the next may hold it."""
    path = tmp_path / "giaoban.sqlite3"
    assert ask(path) == "held"
    sqlite.hold_alone(path)
    sqlite.hold_alone(path)  # one's own file is no one else's
    assert ask(path).startswith("Another giaoban holds the database file, and with SQLite 3.")
    _, descriptor = sqlite._held.pop(path)
    os.close(descriptor)
    assert ask(path) == "held"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_fork_does_not_inherit_the_hold(tmp_path):
    """A worker that a server forks is another process."""
    path = tmp_path / "giaoban.sqlite3"
    sqlite.hold_alone(path)
    child = os.fork()
    if not child:  # pragma: no cover -- another process
        try:
            sqlite.hold_alone(path)
        except HeldElsewhere:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


def test_without_the_wheel_the_standard_one_serves():
    """Nothing breaks where there is no wheel; with it, Django gets the newer one."""
    script = """
import sys
if sys.argv[1] == "without":
    sys.modules["pysqlite3"] = None
from giaoban.store import sqlite
sqlite.swap_in()
import sqlite3
from django.db.backends.sqlite3.base import Database
assert Database.sqlite_version == sqlite3.sqlite_version
print(sqlite3.__name__)
"""
    said = [
        subprocess.run([sys.executable, "-c", script, how], capture_output=True, text=True, check=True).stdout
        for how in ("with", "without")
    ]
    assert said[1] == "sqlite3\n"
    assert said[0] in ("pysqlite3\n", "sqlite3\n")
