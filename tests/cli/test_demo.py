"""The first thing that a newcomer does: from nothing to a board and a briefing, twice."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_the_demonstration_runs_twice_and_doubles_nothing(tmp_path: Path):
    """Both cases, a board, a briefing and a pack; the second time the same, without an entry more, and in a few seconds.

    It is the one test that loads the made case whole.
    """
    environ = {**os.environ, "GIAOBAN_HOME": str(tmp_path / "home"), "LANG": "vi_VN.UTF-8", "PYTHONHASHSEED": "1"}
    for name in ("DATABASE_URL", "GIAOBAN_DATABASE_URL"):
        environ.pop(name, None)

    def ran(*call: str) -> str:
        found = subprocess.run(
            [sys.executable, "-m", "giaoban", *call], cwd=tmp_path, env=environ, capture_output=True, text=True, check=False
        )
        assert (found.returncode, "Traceback" in found.stderr) == (0, False), found.stderr
        return found.stdout

    first, papers = ran("demo"), read(tmp_path)
    again = ran("demo")
    assert "đã ghi" in first
    assert len(re.findall(r"^  \S+ +\S+ +(?:[0-9a-f]{4}-){3}[0-9a-f]{4}$", first, re.MULTILINE)) == 5
    assert again.count("không có gì mới.") == 2
    assert read(tmp_path) == papers
    assert re.search(r"Sổ tinh-mau: nguyên vẹn, [789]\d\.\d{3} mục", ran("verify"))
    assert "DỮ LIỆU GIẢ ĐỊNH" in ran("board", "--body", "phuong-mau", "--period", "2026-Q1")


def read(folder: Path) -> dict[str, bytes]:
    """Return the papers that the demonstration wrote."""
    return {path.name: path.read_bytes() for path in (folder / "home" / "demo").iterdir()}
