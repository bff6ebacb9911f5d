"""Can the rules fail? Each is shown a file that offends and one that does not."""

from __future__ import annotations

import pytest

from tests.house import rules
from tests.house.source import Page


def said(rule: object, text: str, *, path: str = "values/a.py") -> list[str]:
    return list(rule(Page(path, text)))  # type: ignore[operator]


def test_a_file_of_501_lines_is_too_long() -> None:
    assert said(rules.long_file, "\n" * 501) == ["values/a.py: 501 lines, over 500"]
    assert said(rules.long_file, "\n" * 500) == []


def test_a_function_is_measured_without_its_docstring() -> None:
    body = "    x = 1\n" * 79
    assert said(rules.long_functions, f"def f():\n{body}") == []
    assert said(rules.long_functions, f'def f():\n    """One.\n\n    Two.\n    """\n{body}') == []
    assert said(rules.long_functions, f"def f():\n{body}    x = 2\n") == ["values/a.py:f: 81 lines, over 80"]


def test_a_face_holds_names_only() -> None:
    face = '"""Room."""\n\nfrom giaoban.values.period import Period\n\n__all__ = ["Period"]\nKINDS = (Period,)\n'
    assert said(rules.face, face, path="values/__init__.py") == []
    assert said(rules.face, face + "x = 1\n", path="values/__init__.py") == [
        "values/__init__.py: a face holds names only, line 7 does more"
    ]
    assert said(rules.face, '"""Room."""\n' + "\n" * 39, path="values/__init__.py") == [
        "values/__init__.py: a face of 40 lines, not under 40"
    ]


def test_a_file_that_asks_its_own_face_is_seen() -> None:
    assert said(rules.own_face, "from giaoban.values import Period") == ["values/a.py: line 1 takes Period from its own face"]
    assert said(rules.own_face, "from giaoban.values import period\nfrom giaoban.values.period import Period") == []
    assert said(rules.own_face, "from giaoban.values import Period", path="ledger/a.py") == []


@pytest.mark.parametrize(
    "text",
    [
        "from datetime import datetime\ndatetime.now()",
        "from datetime import date as d\nd.today()",
        "import datetime as dt\ndt.datetime.utcnow()",
        "import time\ntime.time()",
        "from time import time",
        "from django.utils import timezone\ntimezone.now()",
        "import django.utils.timezone\ndjango.utils.timezone.now()",
        "DateTimeField(auto_now_add=True)",
    ],
)
def test_a_look_at_the_clock_is_seen(text: str) -> None:
    assert len(said(rules.clocks, text)) == 1


def test_a_moment_that_was_handed_in_is_no_clock() -> None:
    assert said(rules.clocks, "from datetime import date, datetime\ndate(2021, 1, 1)\nclock.now()\ndatetime.fromisoformat(x)") == []


@pytest.mark.parametrize(
    "text",
    [
        "import os\nos.environ['A']",
        "from os import getenv",
        "from django.conf import settings",
        "from giaoban import config",
        "from giaoban.config import SETTINGS",
    ],
)
def test_a_setting_is_seen(text: str) -> None:
    assert len(said(rules.settings, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "x = float(y)",
        "x: float = y",
        "def f(x: 'float | None'): ...",
        "def f() -> tuple[float, int]: ...",
        "x = 0.5",
        "x = models.FloatField()",
    ],
)
def test_a_float_is_seen(text: str) -> None:
    assert len(said(rules.floats, text)) == 1


def test_a_float_that_a_library_asks_for_by_name_is_no_figure() -> None:
    assert said(rules.floats, "get_close_matches(word, words, cutoff=0.7)") == []


def test_refusing_a_float_is_no_float() -> None:
    assert said(rules.floats, "if isinstance(x, float):\n    raise TypeError(x)\ny: int = 1") == []


def test_a_rounding_column_is_seen() -> None:
    assert len(said(rules.rounding_columns, "a = models.DecimalField()\nb = FloatField()")) == 2


@pytest.mark.parametrize("text", ["class FigureManager: ...", "class HTTPHandler: ...", "class ReportData: ...", "class Core: ..."])
def test_a_tired_name_is_seen(text: str) -> None:
    assert len(said(rules.tired_names, text)) == 1


def test_a_tired_file_name_is_seen() -> None:
    assert said(rules.tired_names, "", path="engine/utils.py") == ["engine/utils.py: named utils"]


def test_a_word_that_only_begins_so_is_no_tired_name() -> None:
    assert said(rules.tired_names, "class Database: ...\nclass Basis: ...\nclass Scored: ...") == []


def test_a_second_argument_by_position_is_seen() -> None:
    assert said(rules.positional_arguments, "def f(a, b): ...") == ["values/a.py:f: takes b by position"]
    assert said(rules.positional_arguments, "class C:\n    def f(self, a, b, c): ...") == ["values/a.py:f: takes b, c by position"]
    assert said(rules.positional_arguments, "class C:\n    @staticmethod\n    def f(a, b): ...") == ["values/a.py:f: takes b by position"]


def test_the_first_argument_and_what_is_private_may_be_positional() -> None:
    text = "def f(a, *, b): ...\ndef _g(a, b): ...\nclass C:\n    def h(self, a, *rest): ...\n    def __eq__(self, a, b): ..."
    assert said(rules.positional_arguments, text) == []


def test_a_file_without_a_docstring_is_seen() -> None:
    assert said(rules.silent_file, "x = 1") == ["values/a.py: no docstring"]
    assert said(rules.silent_file, '"""What is x?"""\nx = 1') == []
