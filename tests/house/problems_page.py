"""Make docs/problems.md from the problems in the code: `make docs`.

Each kind of problem is a class beside the rule that finds it. The page lists
them all, so that a person who has a code can look it up.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
from pathlib import Path

import giaoban
from giaoban.values import Problem, Severity
from tests.house.source import PURE, ROOT

PAGE = ROOT / "docs" / "problems.md"
WHAT_IT_DOES = {
    Severity.REFUSE: "từ chối / refuses",
    Severity.DOUBT: "nghi ngờ / casts doubt",
    Severity.NOTE: "ghi chú / only said",
}
HEAD = """# Problems

What giaoban may find wrong with what it is given. Every problem is told with its place, a sentence and a way out, all of
them at once, so that a file needs mending only once. A problem that *refuses* stops the thing it is about; one that *casts
doubt* asks for a person's word; one that is *only said* changes nothing. The code never changes its meaning.

This page is made from the code by `make docs`; a test compares them.
"""


def problems() -> list[type[Problem]]:
    """Return every kind of problem of the pure rooms and of the steps, by code."""
    for room in (*PURE, "flow"):
        package = importlib.import_module(f"giaoban.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"giaoban.{room}."):
            importlib.import_module(module.name)
    kinds, waiting = [], Problem.__subclasses__()
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.code and kind.__module__.startswith(f"{giaoban.__name__}."):
            kinds.append(kind)
    return sorted(kinds, key=lambda kind: kind.code)


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *(entry(kind) for kind in problems())])


def entry(kind: type[Problem]) -> str:
    """Return what the page says of one problem."""
    story = inspect.getdoc(kind) or ""
    return (
        f"## {kind.code}\n\n"
        f"{WHAT_IT_DOES[kind.severity]} · `{kind.__module__.removeprefix('giaoban.')}.{kind.__name__}`\n\n"
        f"{story.splitlines()[0] if story else ''}\n\n"
        "| | tiếng Việt | English |\n| --- | --- | --- |\n"
        f"| what is wrong | {cell(kind.vi)} | {cell(kind.en)} |\n"
        f"| way out | {cell(kind.way_out_vi)} | {cell(kind.way_out_en)} |\n"
    )


def cell(text: str) -> str:
    """Return the text so that it stands in one cell of a table; `{…}` is filled in when it is said."""
    return " ".join(text.replace("|", "\\|").split())


def write(to: Path = PAGE) -> None:
    """Write the page."""
    to.write_text(page(), "utf-8")


if __name__ == "__main__":
    write()
    sys.stdout.write(f"{len(problems())} problems in {PAGE.relative_to(ROOT)}\n")
