"""Is every refusal complete: a code of its own, and the same thing said in both languages?"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import string
from collections import Counter

import pytest

from giaoban import cli, flow
from giaoban.store import Fault


def refusals() -> list[type[flow.Refused | Fault]]:
    """Return every kind of refusal of the steps and of the command line, and every fault of the store."""
    for package in (flow, cli):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    found: list[type[flow.Refused | Fault]] = []
    waiting: list[type[flow.Refused | Fault]] = [*flow.Refused.__subclasses__(), *Fault.__subclasses__()]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("giaoban."):
            found.append(kind)
    return sorted(found, key=lambda kind: kind.code)


def filled(text: str) -> set[str]:
    """Return the names of what is filled into a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_no_code_is_used_twice() -> None:
    """A code names one refusal for ever."""
    assert [code for code, times in Counter(kind.code for kind in refusals()).items() if times > 1] == []


@pytest.mark.parametrize("kind", refusals(), ids=lambda kind: kind.code)
def test_every_refusal_is_complete(kind: type[flow.Refused]) -> None:
    """A code in kebab-case, a docstring, and two sentences that end as sentences do and are filled in with the same things."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind.code)
    assert inspect.getdoc(kind)
    assert filled(kind.vi) - {"why"} == filled(kind.en) - {"why_en", "why"}
    assert (kind.vi.rstrip()[-1] in ".!?_", kind.en.rstrip()[-1] in ".!?_") == (True, True)
