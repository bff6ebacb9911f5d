from __future__ import annotations

import re

from giaoban.reading.prose import judging
from giaoban.reading.prose.lexicon import Lexeme


def test_every_word_is_in_the_one_spelling() -> None:
    """Composed, lower case; "hoá" would never be found."""
    patterns = [value for value in vars(judging).values() if isinstance(value, (re.Pattern, Lexeme))]
    assert patterns
    assert [str(pattern) for pattern in patterns if re.search(r"o[àáạ]\b|u[ỷỳ]\b", str(pattern))] == []


def test_what_is_overcome_is_not_wanting() -> None:
    """ "Khắc phục khó khăn" tells of no trouble, and "giảm tỷ trọng nông nghiệp" of no fall."""
    assert judging.OVERCOME.taken_out("khắc phục khó khăn, giảm dần tỷ trọng nông nghiệp") == " ,  "


def test_no_pattern_matches_nothing() -> None:
    """A pattern that finds an empty word would find it everywhere."""
    assert [value for value in vars(judging).values() if isinstance(value, (re.Pattern, Lexeme)) and value.search("")] == []
