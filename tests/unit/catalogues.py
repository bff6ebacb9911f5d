"""The small world of the unit tests (catalogue.yaml), and a few typed lines as a book: `ledger_of("2026-03  p1  thu  12 tỷ đồng")`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from giaoban.catalogue import Catalogue, Definition, build, check, loading, understand
from giaoban.catalogue.loading import Read
from giaoban.ledger import Book, shorthand
from giaoban.values import Problem, Span

REGIME = "giao-ban"
LEDGER_LINE = re.compile(r"\s*\d{4}\S*\s")


@cache
def definitions() -> tuple[Read, ...]:
    """Return what catalogue.yaml defines; a test that breaks it is told what is wrong."""
    path = Path(__file__).with_name("catalogue.yaml")
    sheets, broken = loading.parse({path.name: path.read_text("utf-8")})
    problems = list(broken)
    reads, wrong = loading.read_definitions(sheets, sources=loading.read_sources(sheets, problems=problems))
    problems += [*wrong, *check(reads, on=date(2026, 1, 1))]
    assert sentences(problems) == []
    return reads


@cache
def catalogue_on(day: date) -> Catalogue:
    """Return the small world's catalogue for a day."""
    return build(((read.definition, read.thing) for read in definitions()), on=day)


def ledger_of(text: str, *, regime: str = REGIME) -> Book:
    """Return the book that the text says, in the notation of `ledger.shorthand`."""
    return shorthand.read(text, indicators=catalogue_on(date(2026, 1, 1)).indicators, regime=regime, book="so-thu")


def ledger_lines(text: str) -> str:
    """Return the lines of a docstring that begin with a year; the others are its prose."""
    return "\n".join(line for line in text.split("\n") if LEDGER_LINE.match(line))


def understood(**content: Any) -> tuple[Definition | None, Any, tuple[Problem, ...]]:
    """Return what one definition says, written as its fields; `since` and `source` are filled in where they do not stand."""
    fields = {"since": "2010-01-01", "source": {"title": "Quyết định"}, **content}
    return understand(fields, where=Span("a.yaml"), sources={})


def sentences(problems: Iterable[Problem], language: str = "vi") -> list[str]:
    """Return what the problems say, in their order."""
    return [problem.sentence(language) for problem in problems]
