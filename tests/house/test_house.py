"""Does the source keep the rules of rules.py, and are the exceptions still needed?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.house import rules
from tests.house.allowed import ceiling, exceptions, offending
from tests.house.source import DOORS, PURE, ROOMS, Page, pages, pages_of

BELOW_THE_DOORS = ("", *(room for room in ROOMS if room not in DOORS))
WITHOUT_FLOATS = ("", *(room for room in ROOMS if room not in ("engine", "outlook")))

Rule = Callable[[Page], Iterator[str]]
RULES: dict[Rule, tuple[str, ...]] = {
    rules.long_file: ("", *ROOMS),
    rules.long_functions: ("", *ROOMS),
    rules.face: ("", *ROOMS),
    rules.own_face: ROOMS,
    rules.silent_file: ("", *ROOMS),
    rules.tired_names: ("", *ROOMS),
    rules.clocks: BELOW_THE_DOORS,
    rules.settings: BELOW_THE_DOORS,
    rules.floats: WITHOUT_FLOATS,
    rules.rounding_columns: ("store",),
    rules.positional_arguments: (*PURE, "flow"),
}
OTHER_RULES = {"room_share", "mirror"}
NINE_IN_TEN_LINES = 300
SOURCES_OF_SETTINGS = "config.py"  # the one file that reads the environment; only doors import it


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_source_keeps(rule: Rule) -> None:
    """No file offends the rule but where the list of exceptions says why."""
    watched = [page for page in pages_of(*RULES[rule]) if not (rule is rules.settings and page.path == SOURCES_OF_SETTINGS)]
    left, unneeded = offending(rule.__name__, (offence for page in watched for offence in rule(page)))
    assert left == []
    assert unneeded == []


def test_nine_files_in_ten_are_short() -> None:
    """Nine source files in ten have fewer than 300 lines."""
    long = [page.path for page in pages() if page.lines >= NINE_IN_TEN_LINES]
    assert len(long) <= len(pages()) / 10, long


def test_no_room_holds_more_than_a_fifth_of_the_house() -> None:
    """A room that outgrows the others wants a wall in it."""
    lines = {room: sum(page.lines for page in pages_of(room)) for room in ROOMS}
    whole = sum(lines.values())
    left, unneeded = offending("room_share", (f"{room}: {n} of {whole} lines" for room, n in lines.items() if n > whole / 5))
    assert left == []
    assert unneeded == []


def test_every_package_is_a_known_room() -> None:
    """A new package is named in source.py, so that the watchmen see it."""
    assert {page.room for page in pages()} == {"", *ROOMS}


def test_the_exceptions_may_only_shrink() -> None:
    """The list is exactly as long as its ceiling, so that adding to it is seen and taking from it lowers the ceiling."""
    assert len(exceptions()) == ceiling()


def test_every_exception_names_a_rule_and_a_reason() -> None:
    """An exception without a reason is a wish."""
    known = {rule.__name__ for rule in RULES} | OTHER_RULES
    assert [one for one in exceptions() if one.rule not in known or len(one.reason.split()) < 4] == []
