"""Does docs/words.md name every public class, in a table that can be read?"""

from __future__ import annotations

import importlib
import inspect
import re
from collections import Counter

import pytest

from giaoban.values import Problem
from tests.house.source import PURE, ROOT

WORDS = ROOT / "docs" / "words.md"
HEAD = ["Tiếng Việt", "English", "code"]


def rows() -> list[list[str]]:
    """Return the rows of every table of the page, heads and rules among them."""
    lines = WORDS.read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines if line.startswith("|")]


def words() -> list[list[str]]:
    """Return the rows that name something."""
    return [row for row in rows() if row != HEAD and set("".join(row)) != {"-", " "} and set("".join(row)) != {"-"}]


def codes() -> list[str]:
    """Return every name that stands in a code column."""
    return [code for row in words() for code in re.findall(r"`([^`]+)`", row[2])]


def public_classes(room: str) -> set[str]:
    """Return the classes that the room's face shows; a problem has docs/problems.md, an exception says itself."""
    face = importlib.import_module(f"giaoban.{room}")
    shown = [getattr(face, name) for name in getattr(face, "__all__", ())]
    return {one.__name__ for one in shown if inspect.isclass(one) and not issubclass(one, Problem | Exception)} | (
        {"Problem"} if Problem in shown else set()
    )


@pytest.mark.parametrize("room", PURE)
def test_every_public_class_is_in_the_table(room: str) -> None:
    """A term has its Vietnamese word before it has users."""
    assert sorted(public_classes(room) - set(codes())) == []


def test_each_row_has_a_vietnamese_word_an_english_one_and_a_name() -> None:
    """Three cells, none empty, the name in code quotes."""
    assert [row for row in words() if len(row) != len(HEAD) or not all(row) or not re.search(r"`[A-Za-z_]+`", row[2])] == []


def test_each_table_has_the_same_head() -> None:
    """Tiếng Việt, English, code."""
    page = WORDS.read_text("utf-8")
    assert rows().count(HEAD) == page.count("| --- | --- | --- |") > 0


def test_no_name_stands_for_two_words() -> None:
    """One word for one thing, one thing for one word."""
    assert [code for code, times in Counter(codes()).items() if times > 1] == []
