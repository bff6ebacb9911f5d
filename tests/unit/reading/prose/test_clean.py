from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.prose.clean import clean

LETTERS = st.text(alphabet="aăâbcdđeêoôơuưyàáảãạùúủũụ \n.,0123456789\u200b\u0301\u0300ðÐ", max_size=60)


@given(LETTERS)
def test_letters_keep_their_places(given_text: str) -> None:
    """Both spellings are of one length, and every stretch goes back to a stretch of the text as given."""
    found = clean(given_text)
    assert len(found.text) == len(found.low)
    for start in range(len(found.text)):
        first, last, words = found.quote(start, end=start + 1)
        assert 0 <= first <= last <= len(given_text)
        assert given_text[first:last] == words


@given(st.text(alphabet="hoáủyÐộnðà ếệ", max_size=40))
def test_decomposed_letters_read_like_composed_ones(said: str) -> None:
    """NFD and NFC give the same spelling."""
    assert clean(unicodedata.normalize("NFD", said)).low == clean(unicodedata.normalize("NFC", said)).low


def test_one_spelling() -> None:
    """Old tones, ð for đ, hard spaces, no invisible characters."""
    assert clean("Uỷ ban\u00a0hoá, thuỷ lợi, quý, hoà, hoàn, ðã, qúy\u200b").low == "ủy ban hóa, thủy lợi, quý, hòa, hoàn, đã, quý"


def test_a_quote_covers_the_marks_of_its_letters() -> None:
    """A decomposed word is quoted whole, mark and all."""
    said = unicodedata.normalize("NFD", "đạt 5 tỷ")
    found = clean(said)
    start = found.low.index("tỷ")
    assert found.quote(start, end=start + 2)[2] == unicodedata.normalize("NFD", "tỷ")


def test_a_letter_that_grows_in_lower_case_is_left() -> None:
    """The Turkish İ would become two letters."""
    assert len(clean("İ đạt").low) == len("İ đạt")
