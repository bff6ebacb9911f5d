"""Is every note said once, called by its number, and wrapped without breaking?"""

from __future__ import annotations

from giaoban.briefing.notes import GLUE, Notes, sentence_of, wrapped


def test_the_same_note_is_called_by_the_same_mark() -> None:
    """With or without its full stop."""
    notes = Notes()
    assert [notes.mark(text) for text in ("nạp lại lịch sử", "Khác.", "Nạp lại lịch sử.")] == ["[1]", "[2]", "[1]"]
    assert notes.lines(width=40) == ["[1] Nạp lại lịch sử.", "[2] Khác."]


def test_a_source_is_called_in_words() -> None:
    """The mark stays on the line of its word; a source that may not be told leaves only that there is one."""
    notes = Notes()
    assert notes.source("Báo Hà Tĩnh") == f"theo nguồn{GLUE}[1]"
    assert notes.source("") == "theo nguồn"
    assert notes.texts == ["Theo nguồn: Báo Hà Tĩnh."]


def test_a_sentence_begins_large_and_ends_with_a_stop() -> None:
    assert [sentence_of(text) for text in ("chưa rõ", "Vì sao?", " xong … ", "đủ.")] == ["Chưa rõ.", "Vì sao?", "Xong …", "Đủ."]


def test_lines_hang_and_no_mark_is_torn_off() -> None:
    assert wrapped(f"theo nguồn{GLUE}[1] rồi", width=16, first="- ") == ["- theo nguồn [1]", "  rồi"]
    assert wrapped("một hai", width=5, first="- ", rest="") == ["- một", "hai"]


def test_no_word_is_broken_and_nothing_remains_a_line() -> None:
    assert wrapped("nghiêng-ngả xong", width=6) == ["nghiêng-ngả", "xong"]
    assert wrapped("", width=6, first="- ") == ["-"]
