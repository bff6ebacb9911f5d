from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.prose.sentences import LONGEST, split


@given(st.text(alphabet="Đđạ tT.!?…\n1)-“”", max_size=200))
def test_sentences_cover_all_that_is_said(text: str) -> None:
    """In order, without overlap, and nothing but white space between."""
    found, done = split(text, until=len(text)), 0
    for one in found:
        assert text[done : one.start].strip() == ""
        assert text[one.start : one.end].strip() == text[one.start : one.end] != ""
        done = one.end
    assert text[done:].strip() == ""


def test_abbreviations_and_items_end_nothing() -> None:
    """ "TP. Mẫu", "1. Kinh tế"; every capital begins a sentence, Đ too."""
    text = "1. Kinh tế TP. Mẫu tăng. Đặc biệt, thu đạt 5 tỷ! “Tốt”.\n- Rà soát"
    assert [text[one.start : one.end] for one in split(text, until=len(text))] == [
        "1. Kinh tế TP. Mẫu tăng.", "Đặc biệt, thu đạt 5 tỷ!", "“Tốt”.", "- Rà soát",
    ]  # fmt: skip


def test_what_a_sentence_knows_of_its_place() -> None:
    """Paragraph, first, last, stopped."""
    found = split("I. MỤC\n\nMột câu. Hai câu", until=99)
    assert [(one.paragraph, one.first, one.last, one.stopped) for one in found] == [
        (0, True, True, False), (2, True, False, True), (2, False, True, False),
    ]  # fmt: skip


def test_a_line_without_end_is_cut() -> None:
    """A megabyte on one line is no sentence."""
    assert len(split("x" * (3 * LONGEST), until=10**9)) == 3
