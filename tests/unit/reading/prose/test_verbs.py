from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.prose.verbs import is_verb, without_verbs


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("thu nội địa ước đạt", "thu nội địa"),
        ("tổng đàn lợn hiện chỉ còn khoảng", "tổng đàn lợn hiện"),
        ("giải phóng mặt bằng", "giải phóng mặt bằng"),
        ("xã nông thôn mới", "xã nông thôn mới"),
        ("đạt", ""),
        ("thu ngân sách (đạt", "thu ngân sách"),
        ("", ""),
    ],
)
def test_verbs_are_taken_off_the_end(said: str, left: str) -> None:
    """One after the other; second halves of nouns stay."""
    assert without_verbs(said) == left


@given(st.text(alphabet="đạt bằng mặt, (còn–", max_size=80))
def test_what_is_left_is_a_beginning(said: str) -> None:
    """Nothing is made up, and nothing is taken out of the middle."""
    assert said.startswith(without_verbs(said))
    assert not is_verb(said) or without_verbs(said) in ("", said)
