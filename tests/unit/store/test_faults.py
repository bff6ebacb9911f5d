"""Each fault says what is safe and what to do, in both languages."""

from __future__ import annotations

import re
import string

import pytest

from giaoban.store import faults
from giaoban.store.faults import Fault

KINDS = [kind for kind in vars(faults).values() if isinstance(kind, type) and issubclass(kind, Fault) and kind is not Fault]


@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_is_complete(kind):
    """A stable code, two sentences that fill in the same things, and a docstring."""
    asked = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (kind.vi, kind.en)]
    assert re.fullmatch(r"store-[a-z]+(-[a-z]+)*", kind.code)
    assert {name.removesuffix("_en") for name in asked[0]} == {name.removesuffix("_en") for name in asked[1]}
    assert kind.vi.endswith(".")
    assert kind.en.endswith(".")
    assert kind.__doc__


def test_codes_are_used_once():
    """A code names one fault for ever."""
    assert len({kind.code for kind in KINDS}) == len(KINDS)


def test_a_fault_speaks_both_languages():
    """Vietnamese where nothing is asked; English in the log."""
    fault = faults.BodyElsewhere(body="phuong-mau", book="ha-tinh")
    assert fault.sentence().startswith("Đơn vị “phuong-mau” đã thuộc sổ “ha-tinh”")
    assert fault.sentence("en") == str(fault)
    assert str(fault).startswith("Body “phuong-mau” belongs to book “ha-tinh”")
