"""Is the Word file the whole briefing, in its own styles, whatever its words say?"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from giaoban.briefing import briefing_script
from giaoban.papers import Look, briefing_docx
from giaoban.papers.layout import NoSuchLayout
from giaoban.papers.letters import clean
from giaoban.papers.word_styles import W
from tests.unit.papers.packs import made_up, published
from tests.unit.papers.reading import docx_text, golden, hostile, pictured, spoken, words

PARTY = Look(layout="party-2018")


@pytest.mark.parametrize(("name", "pack", "look"), [("ha_tinh.docx.txt", published(), PARTY), ("mau.docx.txt", made_up(), Look())])
def test_the_words_are_as_kept(name: str, pack: object, look: Look) -> None:
    """Each paragraph with its style, each table row by row, what stands above and below the pages."""
    text = docx_text(briefing_docx.render(pack, look=look))  # type: ignore[arg-type]
    assert golden(name, made=text) == text


def test_nothing_of_the_script_is_lost() -> None:
    """Every word of the text stands in the file too."""
    text = words(docx_text(briefing_docx.render(made_up(), look=Look())))
    for block in briefing_script(made_up()).blocks:
        for said in (getattr(block, "text", ""), *getattr(block, "texts", ())):
            assert words(said) in text
        for row in getattr(block, "rows", ()):
            assert all(words(cell.replace("\n", " / ")) in text for cell in ((row,) if isinstance(row, str) else row))


def test_every_page_says_that_it_is_a_draft_made_up_and_which_figures_it_has() -> None:
    for section in Document(io.BytesIO(briefing_docx.render(made_up(), look=Look()))).sections:
        heads = [section.header, *([section.first_page_header] if section.different_first_page_header_footer else [])]
        assert ["DỰ THẢO · DỮ LIỆU GIẢ ĐỊNH" in head.paragraphs[0].text for head in heads] == [True] * len(heads)
        assert section.footer.paragraphs[0].text == f"Bản số liệu: mục số 1042 · Mã băm: {'5f' * 32}"


def test_pages_are_numbered_from_the_second_on() -> None:
    """In the middle above."""
    section = Document(io.BytesIO(briefing_docx.render(made_up(), look=Look()))).sections[0]
    fields = [head.part.element.findall(f".//{{{W}}}fldSimple") for head in (section.first_page_header, section.header)]
    assert [len(found) for found in fields] == [0, 1]


def test_hostile_words_are_printed_and_never_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Markup of every kind, directions, control characters, very long words, a table of eighty columns."""
    monkeypatch.setattr(briefing_docx, "briefing_script", lambda pack, who: hostile(briefing_script(pack, who=who)))
    made = briefing_docx.render(published(), look=Look())
    text = docx_text(made)
    assert "[Heading 1] <b>&amp; {{ 7*7 }} {% for x in y %} #set $x$ `ls` *a* _b_ \\x @ref [1] phải trái[31m 水" in text
    assert "[Heading 2] <b>" in text
    assert "x" * 5000 in text
    for at in range(80):
        assert f"2.{at:03},5" in text
    for name in zipfile.ZipFile(io.BytesIO(made)).namelist():
        if name.endswith(".xml"):
            etree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read(name))


def test_a_picture_has_its_words_and_its_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """As its alternative, below it, and in a table at the end."""
    monkeypatch.setattr(briefing_docx, "briefing_script", lambda pack, who: pictured(briefing_script(pack, who=who)))
    made = briefing_docx.render(published(), look=Look())
    (shape,) = Document(io.BytesIO(made)).inline_shapes
    alt = shape._inline.docPr.get("descr")
    text = docx_text(made)
    assert f"[Caption] {alt}" in text
    assert text.index("[Heading 1] Số liệu của các biểu đồ") < text.index(f"[Tên biểu] {alt}")
    assert 100 < shape.width.mm <= 165


def test_no_two_pictures_bear_one_id(monkeypatch: pytest.MonkeyPatch) -> None:
    """Word would take the file for broken."""
    monkeypatch.setattr(briefing_docx, "briefing_script", lambda pack, who: pictured(pictured(briefing_script(pack, who=who))))
    shapes = Document(io.BytesIO(briefing_docx.render(published(), look=Look()))).inline_shapes
    assert [shape._inline.docPr.id for shape in shapes] == [1, 2]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text(min_size=1), st.integers(1, 30))
def test_no_words_break_the_file(monkeypatch: pytest.MonkeyPatch, text: str, cell: str, columns: int) -> None:
    """Whatever letters they are of, in every place."""
    with monkeypatch.context() as patch:
        patch.setattr(briefing_docx, "briefing_script", lambda pack, who: spoken(briefing_script(pack, who=who), text, cell, columns))
        made = briefing_docx.render(published(), look=Look())
    assert clean(cell) in {found.text for table in Document(io.BytesIO(made)).tables for row in table.rows for found in row.cells}


def test_an_empty_pack_is_a_paper_too() -> None:
    """Of a book in which nothing stands yet."""
    board = replace(published().board, rows=(), as_known="", hash="", number=0)
    text = docx_text(briefing_docx.render(replace(published(), boards=(board,), findings=(), bottlenecks=(), aims=()), look=Look()))
    assert "[Body Text] Chưa có số liệu nào trong kỳ." in text
    assert "Bản số liệu: chưa có số liệu" in text


def test_a_look_that_there_is_not_is_refused() -> None:
    with pytest.raises(NoSuchLayout):
        briefing_docx.render(published(), look=Look(layout="x"))
