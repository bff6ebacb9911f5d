"""Is a plain-text table aligned, wrapped, and never cut?"""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from giaoban.briefing.blocks import Column
from giaoban.briefing.grid import grid
from giaoban.briefing.notes import GLUE

COLUMNS = (Column("TT", right=True), Column("Chỉ tiêu", least=8), Column("Thực hiện", right=True))


def test_numbers_stand_right_and_words_left() -> None:
    assert grid(COLUMNS, rows=["A. Nhóm", ("1", "Trồng cây", "5.558"), ("10", "Thu", "0")], width=60) == [
        "TT │ Chỉ tiêu  │ Thực",
        "   │           │ hiện",
        "───┼───────────┼──────",
        "A. Nhóm",
        " 1 │ Trồng cây │ 5.558",
        "10 │ Thu       │     0",
    ]


def test_long_cells_wrap_and_keep_their_own_line_ends() -> None:
    """Bars close up where room is short."""
    rows = [("1", "Thu ngân sách nhà nước", f"450{GLUE}(a)\n470{GLUE}(b)")]
    assert grid(COLUMNS, rows=rows, width=21) == [
        "TT│Chỉ tiêu  │Thực",
        "  │          │hiện",
        "──┼──────────┼───────",
        " 1│Thu ngân  │450 (a)",
        "  │sách nhà  │470 (b)",
        "  │nước      │",
    ]


def test_a_table_is_wider_where_words_leave_no_choice() -> None:
    """Nothing is cut off."""
    lines = grid((Column("a"), Column("b")), rows=[("nghiêngngả", "nghiêngngả")], width=5)
    assert lines[-1] == "nghiêngngả│nghiêngngả"


def test_letters_are_counted_composed() -> None:
    """Decomposed text is as wide as it looks."""
    apart = unicodedata.normalize("NFD", "Thành ủy")
    assert grid((Column("x"), Column("y")), rows=[(apart, "1")], width=40)[-1] == "Thành ủy │ 1"


def test_a_table_without_rows_is_its_head() -> None:
    assert grid((Column("a"), Column("b")), rows=[], width=10) == ["a │ b", "──┼──"]


@given(st.lists(st.tuples(st.text("ab ạ", max_size=30), st.text("01.,", max_size=8)), min_size=1, max_size=5), st.integers(1, 60))
def test_every_word_stands_in_the_table(rows: list[tuple[str, str]], width: int) -> None:
    """However narrow, each line has its bars and each word its place."""
    lines = grid((Column("x"), Column("y", right=True)), rows=rows, width=width)
    words = [word for row in rows for cell in row for word in unicodedata.normalize("NFC", cell).split()]
    body = " ".join(lines[2:]).replace("│", " ").split()
    assert sorted(words) == sorted(body)
    assert all(line.count("│") == 1 for line in lines[2:])
