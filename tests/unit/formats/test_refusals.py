from __future__ import annotations

import inspect

import pytest

from giaoban.formats import refusals
from giaoban.values import Problem, Severity, Span

KINDS = [one for _, one in inspect.getmembers(refusals, inspect.isclass) if issubclass(one, Problem) and one is not Problem]
FIELDS = {
    "what": "x",
    "what_en": "x",
    "kind": "Word",
    "pages": 3,
    "names": "“a”",
    "count": 2,
    "cells": "A1",
    "font": "VNI",
    "page": 1,
    "suffix": ".a",
    "most": 32,
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_each_says_what_and_how_to_go_on(kind: type[Problem]) -> None:
    """In both languages; what was read all the same is only a note."""
    wanted = set(inspect.signature(kind).parameters) - {"where"}
    problem = kind(where=Span("a.docx"), **{name: FIELDS[name] for name in wanted})
    assert all(problem.sentence(language).startswith("a.docx: ") and problem.way_out(language) for language in ("vi", "en"))
    assert problem.severity in (Severity.REFUSE, Severity.NOTE)
