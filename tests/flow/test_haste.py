"""Is anything compiled that nobody needs?"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from giaoban import engine
from giaoban.flow import haste


@dataclass
class Shape:
    shape: tuple[int, int]


SMALL, LARGE = Shape((180, 60)), Shape((300, 80))


@pytest.fixture
def warmed(monkeypatch):
    found = []
    monkeypatch.setattr(engine, "warm", found.append)
    yield found
    haste.live_in(None)


def test_a_ward_is_answered_by_plain_arrays(warmed, tmp_path):
    haste.live_in(tmp_path)
    haste.hasten(SMALL)
    assert warmed == []


def test_a_province_begins_to_compile_once(warmed, tmp_path):
    haste.live_in(tmp_path)
    haste.hasten(LARGE)
    haste.hasten(LARGE)
    assert warmed == [str(tmp_path)]


def test_without_a_folder_nothing_is_compiled(warmed):
    haste.live_in(None)
    haste.hasten(LARGE)
    assert warmed == []
