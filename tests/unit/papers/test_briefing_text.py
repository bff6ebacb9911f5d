"""Is the text the briefing's own, as UTF-8, without what a terminal would obey?"""

from __future__ import annotations

from dataclasses import replace

from giaoban.briefing import briefing_text
from giaoban.papers import Look
from giaoban.papers import briefing_text as paper
from tests.unit.briefing.boards import mau
from tests.unit.briefing.test_wording import SHORT
from tests.unit.papers.packs import pack_of, published


def test_the_text_is_the_briefing() -> None:
    assert paper.render(published(), look=Look()).decode() == briefing_text(published())


def test_a_terminal_is_told_nothing_but_words() -> None:
    hostile = pack_of(mau(), acts=[replace(SHORT, title="Thiếu \x1b[31mxi măng\u202e")])
    assert "1. Thiếu [31mxi măng (" in paper.render(hostile, look=Look()).decode()


def test_names_are_said_where_they_are_handed_in() -> None:
    made = pack_of(mau(), acts=[SHORT])
    assert "đồng chí A" in paper.render(made, look=Look(who=lambda _: "đồng chí A")).decode()
