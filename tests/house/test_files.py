"""Is there anything in the files of the project that belongs to one machine or to nobody else?"""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.house.source import ROOT

# Each pattern is written so that it does not find itself.
NOT_OURS = {
    "a path of one machine": r"(?<![\w.])/(?:work|root|opt|home/[a-z]+)/[\w.]",
    "an address of a package index": r"pythonhosted[.]org|pypi[.]org/simple|registry[.]npmjs|deb[.]debian[.]org",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    "an access key": r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[bp]-[0-9A-Za-z-]{10,})\b",
    "a written password": r"(?i)\b(?:password|passwd|secret_key|api_key|token)\b\s*=\s*[\"'][^\"'{}<\s]{16,}[\"']",
}
LARGEST = 2 * 1024 * 1024


@cache
def files() -> tuple[Path, ...]:
    """Return the files that are, or would be, in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    return tuple(path for name in listed if name and (path := ROOT / name).is_file())


def found(pattern: str, text: str) -> list[str]:
    """Return the lines of the text that the pattern finds."""
    return [f"line {number}: {line.strip()[:100]}" for number, line in enumerate(text.splitlines(), 1) if re.search(pattern, line)]


@pytest.mark.parametrize("what", NOT_OURS)
def test_no_file_holds(what: str) -> None:
    """A file means the same on every machine and gives nothing away."""
    texts = ((path, path.read_bytes()) for path in files())
    held = {
        path.relative_to(ROOT).as_posix(): lines
        for path, content in texts
        if b"\0" not in content and (lines := found(NOT_OURS[what], content.decode("utf-8", "replace")))
    }
    assert held == {}


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a path of one machine", "see /ro" + "ot/notes.txt"),
        ("an address of a package index", "https://files.python" + "hosted.org/x"),
        ("a private key", "-----BEGIN " + "RSA PRIVATE KEY-----"),
        ("an access key", "AKIA" + "ABCDEFGHIJKLMNOP"),
        ("a written password", "pass" + "word = 'correct-horse-battery'"),
    ],
)
def test_the_watch_sees(what: str, text: str) -> None:
    """Each pattern finds an example of what it is for."""
    assert found(NOT_OURS[what], text) == [f"line 1: {text}"]


def test_no_file_is_huge() -> None:
    """A repository is no place for a data set."""
    assert [path.relative_to(ROOT).as_posix() for path in files() if path.stat().st_size > LARGEST] == []
