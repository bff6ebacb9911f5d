from __future__ import annotations

import re

from giaoban.reading.prose import lexicon
from giaoban.reading.prose.lexicon import Lexeme, any_of


def test_every_word_is_in_the_one_spelling() -> None:
    """Composed, lower case; "hoá" would never be found."""
    patterns = [value for value in vars(lexicon).values() if isinstance(value, (re.Pattern, Lexeme))]
    assert patterns
    assert [str(pattern) for pattern in patterns if re.search(r"o[àáạ]\b|u[ỷỳ]\b", str(pattern))] == []


def test_no_pattern_matches_nothing() -> None:
    """A pattern that finds an empty word would find it everywhere."""
    assert [value for value in vars(lexicon).values() if isinstance(value, (re.Pattern, Lexeme)) and value.search("")] == []


def test_words_that_cannot_stand_there_are_not_looked_for() -> None:
    """The first syllables of each word are known, also through brackets; where one cannot be told, every text is searched."""
    words = any_of("(?:vẫn )?còn (?:chậm|thiếu)", "đình trệ|ì ạch", r"(?<!đã )xin phép")
    assert words.begin == {"vẫn", "còn", "đình", "ì", "xin"}
    assert words.search("dự án vẫn còn chậm", syllables=frozenset(["dự", "án", "vẫn", "còn", "chậm"]))
    assert words.search("dự án còn chậm", syllables=frozenset(["dự", "án"])) is None
    assert words.taken_out("đình trệ", syllables=frozenset(["nhanh"])) == "đình trệ"
    assert words.taken_out("đình trệ") == " "
    assert any_of(r"\w+ chậm").begin == frozenset()
