"""The source as the watchmen see it: which files there are, in which room, and what each says."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "src" / "giaoban"
PURE = (
    "values", "formats", "catalogue", "ledger", "cube", "engine", "outlook", "recompute", "reading", "reporting", "delivery", "cases",
    "findings", "briefing", "papers",
)  # fmt: skip
DOORS = ("web", "api", "cli")
ROOMS = (*PURE, "store", "flow", *DOORS)


@dataclass(frozen=True)
class Page:
    """One Python file of the house.

    Args:
        path: Relative to src/giaoban, with slashes: "cube/planes.py".
        text: What it says.
    """

    path: str
    text: str

    @property
    def room(self) -> str:
        """The package under giaoban; empty for a file that lies on the floor itself."""
        return self.path.split("/")[0] if "/" in self.path else ""

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".py")

    @property
    def is_face(self) -> bool:
        """Whether the file is a package's face."""
        return self.name == "__init__"

    @property
    def lines(self) -> int:
        """How many lines the file has, blank ones included."""
        return len(self.text.splitlines())

    @property
    def tree(self) -> ast.Module:
        """The file, parsed."""
        return parsed(self.text)


@cache
def parsed(text: str) -> ast.Module:
    """Return the text, parsed once however many watchmen ask."""
    return ast.parse(text)


@cache
def pages() -> tuple[Page, ...]:
    """Return every file of the house but the database migrations, which Django writes."""
    paths = sorted(path.relative_to(HOUSE).as_posix() for path in HOUSE.rglob("*.py"))
    return tuple(Page(path, (HOUSE / path).read_text("utf-8")) for path in paths if "/migrations/" not in path)


def pages_of(*rooms: str) -> Iterator[Page]:
    """Yield the files of these rooms."""
    return (page for page in pages() if page.room in rooms)


@cache
def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
