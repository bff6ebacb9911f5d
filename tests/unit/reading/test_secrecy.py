from __future__ import annotations

import unicodedata

import pytest

from giaoban.reading import mark_of


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("MẬT\nBÁO CÁO", "MẬT"), ("UBND PHƯỜNG MẪU AN      TỐI MẬT\nSố: 1", "TỐI MẬT"), ("| TUYỆT MẬT |", "TUYỆT MẬT"),
        ("Độ mật: Tối mật", "TỐI MẬT"),
        ("M Ậ T\n", "MẬT"), ("<p>MẬT</p>", "MẬT"), ("Mức độ mật: mật", "MẬT"), ("BÁO CÁO\n\n  TUYỆT MẬT  \n", "TUYỆT MẬT"),
    ],
)  # fmt: skip
def test_a_mark_is_seen(text: str, mark: str) -> None:
    """Alone on a line, in the letterhead, after "độ mật"; decomposed letters too."""
    assert mark_of(text) == mark
    assert mark_of(unicodedata.normalize("NFD", text)) == mark


@pytest.mark.parametrize(
    "text", ["CÔNG TÁC BẢO MẬT", "giữ bí mật nhà nước", "BẢO VỆ BÍ MẬT\n", "mật ong\nmật độ dân số", "MẬT ĐỘ DÂN SỐ", ""]
)
def test_words_of_a_sentence_are_no_mark(text: str) -> None:
    """To speak of secrets is no secret."""
    assert mark_of(text) == ""
