"""Whole texts kept in tests/golden/briefing: `GOLDEN_UPDATE=1 pytest tests/unit/briefing` writes them anew, for review."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "golden" / "briefing"


def golden(name: str, *, made: str) -> str:
    """Return the kept text of that name; writes `made` in its place first where an update is asked for."""
    path = FOLDER / name
    if os.environ.get("GOLDEN_UPDATE"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, "utf-8")
    return path.read_text("utf-8")
