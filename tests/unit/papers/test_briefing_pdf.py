"""Is the PDF the whole briefing, fit for the archive, with its own letters, whatever its words say?"""

from __future__ import annotations

import ctypes
import re
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giaoban.briefing import briefing_script
from giaoban.papers import Look, briefing_pdf
from giaoban.papers.layout import NoSuchLayout
from tests.unit.papers.packs import made_up, published
from tests.unit.papers.reading import golden, hostile, pdf_text, pictured, spoken, words


@pytest.mark.parametrize(
    ("name", "pack", "look"), [("ha_tinh.pdf.txt", published(), Look(layout="party-2018")), ("mau.pdf.txt", made_up(), Look())]
)
def test_the_words_of_each_page_are_as_kept(name: str, pack: object, look: Look) -> None:
    text = pdf_text(briefing_pdf.render(pack, look=look))  # type: ignore[arg-type]
    assert golden(name, made=text) == text


def test_it_is_fit_for_the_archive() -> None:
    """PDF/A-2b, with the instant of the figures as its date."""
    made = briefing_pdf.render(published(), look=Look())
    metadata = made[made.index(b"<?xpacket begin") : made.index(b"<?xpacket end")].decode()
    assert re.search(r"<pdfaid:part>2</pdfaid:part>", metadata)
    assert re.search(r"<pdfaid:conformance>B</pdfaid:conformance>", metadata)
    assert "2021-04-20T10:05:00" in metadata
    assert b"/OutputIntents" in made
    document = pypdfium2.PdfDocument(made)
    assert document.get_metadata_dict()["Title"] == "BÁO CÁO tóm tắt phục vụ giao ban quý I/2021"
    document.close()


def test_every_letter_is_of_the_typeface_that_it_carries() -> None:
    document = pypdfium2.PdfDocument(briefing_pdf.render(made_up(), look=Look()))
    found = set()
    for page in document:
        for part in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
            font = pdfium.FPDFTextObj_GetFont(part)
            size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
            name = ctypes.create_string_buffer(size)
            pdfium.FPDFFont_GetBaseFontName(font, name, size)
            found.add((name.value.decode().partition("+")[2], pdfium.FPDFFont_GetIsEmbedded(font)))
    document.close()
    assert found == {("Tinos", 1), ("Tinos-Bold", 1), ("Tinos-Italic", 1), ("Tinos-BoldItalic", 1)}


def test_nothing_of_the_script_is_lost() -> None:
    """Every word of the text stands in the file too."""
    text = set(words(pdf_text(briefing_pdf.render(made_up(), look=Look()))).split())
    for block in briefing_script(made_up()).blocks:
        for said in (getattr(block, "text", ""), *getattr(block, "texts", ())):
            assert set(words(said).split()) - text == set()
        for row in getattr(block, "rows", ()):
            assert set(words(" ".join((row,) if isinstance(row, str) else row)).split()) - text == set()


def test_every_page_says_that_it_is_a_draft_made_up_and_which_figures_it_has() -> None:
    for page in pdf_text(briefing_pdf.render(made_up(), look=Look())).split("== trang ")[1:]:
        assert "DỰ THẢO · DỮ LIỆU GIẢ ĐỊNH" in page
        assert f"Bản số liệu: mục số 1042 · Mã băm: {'5f' * 32}" in page


def test_hostile_words_are_printed_and_never_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Markup of every kind, directions, control characters, very long words, a table of eighty columns."""
    monkeypatch.setattr(briefing_pdf, "briefing_script", lambda pack, who: hostile(briefing_script(pack, who=who)))
    text = words(pdf_text(briefing_pdf.render(published(), look=Look())))
    assert "<b>&amp; {{ 7*7 }} {% for x in y %} #set $x$ `ls` *a* _b_ \\x @ref [1] phải trái[31m □" in text
    assert text.count("ữ") >= 2000
    assert text.count("x" * 3) > 100
    for at in range(80):
        assert f"2.{at:03},5" in text


def test_an_over_long_table_repeats_its_heading_on_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """And tears no row."""

    def long(pack: object, who: object) -> object:
        script = briefing_script(made_up())
        (table,) = [block for block in script.blocks if getattr(block, "rows", ())]
        return replace(script, blocks=(replace(table, rows=table.rows * 40),))  # type: ignore[type-var, attr-defined]

    monkeypatch.setattr(briefing_pdf, "briefing_script", long)
    pages = pdf_text(briefing_pdf.render(made_up(), look=Look())).split("== trang ")[1:]
    assert len(pages) > 10
    assert all("Chỉ tiêu" in page and "Ghi chú" in page for page in pages[1:])


def test_a_picture_has_its_words_and_its_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its letters are letters, its words stand below it, its numbers in a table at the end."""
    monkeypatch.setattr(briefing_pdf, "briefing_script", lambda pack, who: pictured(briefing_script(pack, who=who)))
    text = words(pdf_text(briefing_pdf.render(published(), look=Look())))
    assert text.count("quý I/2026 42 tỷ đồng") == 2
    assert "năm 2025: 114" in text
    assert "Số liệu của các biểu đồ" in text


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text(min_size=1), st.integers(1, 30))
def test_no_words_break_the_file(monkeypatch: pytest.MonkeyPatch, text: str, cell: str, columns: int) -> None:
    """Whatever letters they are of, in every place."""
    with monkeypatch.context() as patch:
        patch.setattr(briefing_pdf, "briefing_script", lambda pack, who: spoken(briefing_script(pack, who=who), text, cell, columns))
        made = briefing_pdf.render(published(), look=Look())
    assert made.startswith(b"%PDF-1.7")


def test_an_empty_pack_is_a_paper_too() -> None:
    """Of a book in which nothing stands yet."""
    board = replace(published().board, rows=(), as_known="", hash="", number=0)
    text = pdf_text(briefing_pdf.render(replace(published(), boards=(board,), findings=(), bottlenecks=(), aims=()), look=Look()))
    assert "Chưa có số liệu nào trong kỳ." in text
    assert "Bản số liệu: chưa có số liệu" in text


def test_a_look_that_there_is_not_is_refused() -> None:
    with pytest.raises(NoSuchLayout):
        briefing_pdf.render(published(), look=Look(layout="x"))
