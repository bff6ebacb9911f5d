"""The command line as a person meets it: what it prints, where, and how it ends; in this process, on a test's own database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from giaoban.cli import main
from tests.books import embedded_ha_tinh, embedded_town, ha_tinh, town

__all__ = ["embedded_ha_tinh", "embedded_town", "ha_tinh", "town"]


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


Giaoban = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder."""
    monkeypatch.setenv("GIAOBAN_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def giaoban(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path) -> Giaoban:
    """Run a command and return how it ended; never a traceback."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)

    def run(*argv: object, lang: str = "vi_VN.UTF-8") -> Ran:
        monkeypatch.setenv("LANG", lang)
        try:
            code = main([str(one) for one in argv])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Ran(code, said.out, said.err)

    return run
