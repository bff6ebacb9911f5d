"""Are the words of the pages there in both languages, and compiled as they stand?"""

from __future__ import annotations

import re

import pytest

from tests.house.messages import LANGUAGES, compiled, path_of, read, wanted

GAP = re.compile(r"%\((\w+)\)s")


def test_every_word_of_the_pages_is_there_in_english() -> None:
    """And none is there that no page says."""
    said = read(path_of("en"))
    assert sorted(set(wanted()) - set(said)) == []
    assert sorted(set(said) - set(wanted())) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_words_are_those_that_one_can_read(language: str) -> None:
    """Made anew by: python -m tests.house.messages."""
    assert path_of(language, ending=".mo").read_bytes() == compiled(read(path_of(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_the_same_gaps(language: str) -> None:
    """A name left out of a sentence would be a sentence without its number."""
    assert [message for message, said in read(path_of(language)).items() if set(GAP.findall(message)) != set(GAP.findall(said))] == []
