"""Is an aim kept as what it is: noted by a meeting, binding nobody?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from giaoban.delivery.aim import Aim, read_aim
from giaoban.values import Span

WHERE = Span("a.yaml", "line 3")
EIGHTY = Aim("khoi-luong-15-8", "ha-tinh", "khoi-luong", "80 %", Decimal("0.8"), date(2021, 8, 15), programme="ctmt", note="ab" * 32)
SAID = {"body": "ha-tinh", "indicator": "khoi-luong", "fraction": "80 %", "before": "15/8/2021"}


def test_an_aim_that_is_written_is_read_back() -> None:
    """With its voice and its strength, which are always written."""
    assert EIGHTY.content()["voice"] == "noted"
    assert EIGHTY.content()["strength"] == "phan-dau"
    assert read_aim(EIGHTY.content(), key=EIGHTY.key, where=WHERE) == (EIGHTY, ())


def test_an_aim_is_noted_and_striven_for_unless_it_says_so_itself() -> None:
    found, problems = read_aim(SAID, key="aim/khoi-luong-15-8", where=WHERE)
    assert problems == ()
    assert found == Aim("khoi-luong-15-8", "ha-tinh", "khoi-luong", "80 %", Decimal("0.8"), date(2021, 8, 15))


@pytest.mark.parametrize(("field", "word"), [("voice", "concluded"), ("strength", "phai-hoan-thanh")])
def test_what_binds_is_no_aim(field: str, word: str) -> None:
    """A duty needs a conclusion or a signed paper, and is another act."""
    found, problems = read_aim({**SAID, field: word}, key="aim/a", where=WHERE)
    assert found is None
    assert [problem.code for problem in problems] == ["wrong-value"]


def test_an_aim_has_no_lead_and_no_due_date() -> None:
    """Nobody can be pressed by it, so there is nothing to press with."""
    _, problems = read_aim({**SAID, "lead": "ubnd", "due_on": "2021-08-15"}, key="aim/a", where=WHERE)
    assert [problem.code for problem in problems] == ["unknown-field", "unknown-field"]


def test_all_problems_come_at_once() -> None:
    found, problems = read_aim({"fraction": "tám mươi", "before": "31/9/2021"}, key="aim/a", where=WHERE)
    assert found is None
    assert [problem.code for problem in problems] == ["missing-field", "missing-field", "wrong-value", "not-an-amount"]


def test_a_missing_level_is_a_problem_of_its_own() -> None:
    _, problems = read_aim({**SAID, "fraction": ""}, key="aim/a", where=WHERE)
    assert [problem.code for problem in problems] == ["missing-field"]
