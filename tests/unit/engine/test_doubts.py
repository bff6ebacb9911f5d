"""Has every doubt its sentence?"""

from __future__ import annotations

import re

from giaoban.engine.doubts import DOUBTS, doubt_words


def test_a_known_doubt_is_said_in_its_own_words() -> None:
    assert doubt_words("ngay-khong-co-that") == "Nguồn ghi một ngày không có thật."


def test_an_unknown_doubt_asks_for_another_look_and_names_its_code() -> None:
    assert doubt_words("la-lung") == "Cần xem lại (la-lung)."


def test_codes_are_written_as_entries_keep_them_and_sentences_as_readers_want_them() -> None:
    """Kebab case; a whole sentence, and no two alike."""
    assert [code for code in DOUBTS if not re.fullmatch("[a-z]+(-[a-z]+)+", code)] == []
    assert [said for said in DOUBTS.values() if not (said[0].isupper() and said.endswith("."))] == []
    assert len(set(DOUBTS.values())) == len(DOUBTS)
