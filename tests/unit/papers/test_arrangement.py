"""Do words and notes stand before the signer, and everything that is wide after?"""

from __future__ import annotations

from giaoban.briefing.blocks import Column, Footnotes, Grid, Heading, NewPage, Paragraph, Picture, Script
from giaoban.papers.arrangement import ATTACHED, BEHIND, arrange, caption, headline
from tests.unit.papers.reading import wide

SMALL = Grid((Column("Quý"),), (("I",),))
NOTES = Footnotes(("Một.",))


def script(*blocks: object) -> Script:
    return Script("x", "X", "BÁO CÁO", "thử", blocks)  # type: ignore[arg-type]


def test_a_table_at_ease_stays_where_it_is() -> None:
    made = arrange(script(Heading("I. Biểu"), SMALL, NOTES), room=165)
    assert (made.signed, made.annexed) == ((Heading("I. Biểu"), SMALL, NOTES), ())


def test_a_wide_table_becomes_an_annex_that_bears_its_heading() -> None:
    big = wide(12, 2)
    made = arrange(script(Heading("VI. Biểu số liệu"), big, Heading("VII. Khác"), NOTES), room=165)
    assert made.signed == (Heading("VI. Biểu số liệu"), Paragraph(ATTACHED), Heading("VII. Khác"), NOTES)
    assert made.annexed == (NewPage(landscape=True), Grid(big.columns, big.rows, caption="Biểu số liệu"))


def test_pages_on_their_side_come_after_the_signer_and_their_notes_before() -> None:
    made = arrange(script(Paragraph("a"), NewPage(landscape=True), wide(12, 2), NOTES), room=165)
    assert (made.signed, made.annexed) == ((Paragraph("a"), NOTES), (NewPage(landscape=True), wide(12, 2)))


def test_many_words_are_no_caption_and_a_short_heading() -> None:
    """They remain the picture's alternative."""
    long = "Thu ngân sách, Phường Mẫu: 42 tỷ đồng; " + "chi thường xuyên đạt thấp " * 20
    assert (caption("Thu tăng."), caption(long)) == ("Thu tăng.", "")
    assert headline(long) == "Thu ngân sách, Phường Mẫu: 42 tỷ đồng."
    assert headline("Thu tăng.") == "Thu tăng."
    endless = headline("rất nhiều chữ " * 40)
    assert endless.endswith(" …")
    assert len(endless) <= 202


def test_numbers_behind_pictures_come_last() -> None:
    """Under the words of the picture, where they have no heading of their own."""
    picture = Picture("thu", {}, "Thu tăng đều.", SMALL)
    made = arrange(script(picture, Picture("chi", {}, "Chi.")), room=165)
    assert made.annexed == (NewPage(), Heading(BEHIND), Grid(SMALL.columns, SMALL.rows, caption="Thu tăng đều."))
