"""Does a scale find its words and refuse others?"""

from __future__ import annotations

import pytest

from giaoban.values import GradeWord, Scale, Standing

GOOD, WEAK = GradeWord("tot", "tốt", Standing.GOOD), GradeWord("cham", "chậm tiến độ", Standing.WEAK)
SCALE = Scale("muc", "Mức", (GOOD, WEAK))


def test_a_word_is_found_by_its_id() -> None:
    """Not by its printed form or its place."""
    assert [SCALE.word("cham"), SCALE.word("tot")] == [WEAK, GOOD]


def test_a_word_of_another_scale_is_refused() -> None:
    """A board must not show a judgement that nobody made."""
    with pytest.raises(KeyError, match="kha"):
        SCALE.word("kha")
