"""Is every problem complete, and does docs/problems.md say what the code says?"""

from __future__ import annotations

import dataclasses
import re
import string
from collections import Counter

from giaoban.values import Problem
from tests.house.problems_page import PAGE, page, problems

TEXTS = ("vi", "en", "way_out_vi", "way_out_en")


def test_the_page_is_what_the_code_says() -> None:
    """docs/problems.md is made by `make docs` and nobody edits it by hand."""
    assert PAGE.read_text("utf-8") == page()


def test_no_code_is_used_twice() -> None:
    """A code names one problem for ever."""
    assert [code for code, times in Counter(kind.code for kind in problems()).items() if times > 1] == []


def lacks(kind: type[Problem]) -> list[str]:
    """Return what a kind of problem lacks."""
    fields = {field.name for field in dataclasses.fields(kind)} - {"where"}
    asked = {name for text in TEXTS for _, name, _, _ in string.Formatter().parse(getattr(kind, text)) if name}
    return [
        *([] if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind.code) else ["a code in kebab-case"]),
        *(name for name in TEXTS if not getattr(kind, name).strip()),
        *(f"a field {name}" for name in sorted(asked) if re.split(r"[.\[]", name)[0] not in fields),
        *([] if kind.__doc__ and not kind.__doc__.startswith(f"{kind.__name__}(") else ["a docstring"]),
    ]


def test_every_problem_is_complete() -> None:
    """A problem has its code, its sentence and its way out in both languages, and fills in its own fields only."""
    assert {kind.__name__: missing for kind in problems() if (missing := lacks(kind))} == {}


def test_a_problem_without_its_texts_is_seen() -> None:
    """The test above can fail."""

    @dataclasses.dataclass(frozen=True)
    class Half(Problem):
        code = "Half"
        vi = "{number} thiếu"
        en = "half"

    assert lacks(Half) == ["a code in kebab-case", "way_out_vi", "way_out_en", "a field number", "a docstring"]
