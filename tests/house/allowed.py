"""The one list of exceptions, read from exceptions.toml, and what remains of offences after it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tests.house.source import ROOT

LIST = ROOT / "tests" / "house" / "exceptions.toml"


@dataclass(frozen=True)
class Allowed:
    """One exception: which rule, where, and why."""

    rule: str
    where: str
    reason: str


@cache
def exceptions() -> tuple[Allowed, ...]:
    """Return the list."""
    return tuple(Allowed(**one) for one in tomllib.loads(LIST.read_text("utf-8")).get("exception", ()))


def ceiling() -> int:
    """Return how long the list may be."""
    return int(tomllib.loads(LIST.read_text("utf-8"))["ceiling"])


def offending(rule: str, found: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the offences that no exception covers, and the exceptions of the rule that nothing needs.

    Args:
        rule: Name of the rule.
        found: Offences as rules.py says them.
    """
    allowed = [one for one in exceptions() if one.rule == rule]
    left, used = [], set()
    for offence in found:
        place = offence.split(": ", 1)[0]
        match = next((one for one in allowed if one.where in (place, place.rsplit(":", 1)[0])), None)
        if match:
            used.add(match.where)
        else:
            left.append(offence)
    return left, [f"{one.rule} {one.where}: nothing needs this exception any more" for one in allowed if one.where not in used]
