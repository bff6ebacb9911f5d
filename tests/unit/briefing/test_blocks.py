"""Is a script a plain value, and are its pictures found?"""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from giaoban.briefing.blocks import Paragraph, Picture, Script


def test_pictures_stand_in_their_order() -> None:
    one, two = Picture("mot", {"mark": "line"}), Picture("hai", {})
    assert list(Script("x", "X", "BÁO CÁO", "thử", (one, Paragraph("…"), two)).pictures()) == [one, two]


def test_equal_words_are_equal_scripts_and_nothing_changes_them() -> None:
    made = Script("x", "X", "BÁO CÁO", "thử", (Paragraph("…"),))
    assert made == Script("x", "X", "BÁO CÁO", "thử", (Paragraph("…"),))
    with pytest.raises(FrozenInstanceError):
        made.title = "KẾT LUẬN"  # type: ignore[misc]
