"""Is the example a template that may serve, and does it give the paper that needs no template?"""

from __future__ import annotations

import pytest

from giaoban.papers import Look, briefing_docx, example_template, layouts
from giaoban.papers.layout import Layout
from tests.unit.papers.packs import made_up
from tests.unit.papers.reading import docx_text


def lines(text: str) -> list[str]:
    """Return paragraphs and rows without the head's and the pages' own words."""
    return [line for line in text.splitlines() if line.startswith(("[", "| ")) and "nhận" not in line and "Số" not in line]


@pytest.mark.parametrize("layout", [pytest.param(one, id=one.id) for one in layouts()])
def test_filled_it_says_what_the_paper_says(layout: Layout) -> None:
    """The same paragraphs in the same styles, and the same tables."""
    plain = docx_text(briefing_docx.render(made_up(), look=Look(layout=layout.id)))
    filled = docx_text(briefing_docx.render(made_up(), look=Look(layout=layout.id, template=example_template(layout))))
    assert lines(filled) == lines(plain)
    assert "{" not in filled


def test_it_is_the_same_each_time() -> None:
    assert [example_template(one) for one in layouts()] == [example_template(one) for one in layouts()]
