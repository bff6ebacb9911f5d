from __future__ import annotations

import io

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from giaoban.formats import Cell, Document, Paragraph, open_document
from tests.unit.formats.files import saved, word


def opened(content: bytes) -> Document:
    """Return the file opened."""
    document, _ = open_document(content, name="a.docx")
    assert document is not None
    return document


def test_paragraphs_headings_and_lists() -> None:
    """In their order, with the numbers that Word gives."""
    made = docx.Document()
    made.add_heading("Kết quả", 2)
    made.add_paragraph("một", style="List Number")
    made.add_paragraph("hai", style="List Number")
    made.add_paragraph("ý", style="List Bullet")
    made.add_paragraph("")
    assert opened(saved(made)).blocks == (Paragraph("Kết quả", 2), Paragraph("1. một"), Paragraph("2. hai"), Paragraph("- ý"))


def test_merged_cells_cover_what_they_cover() -> None:
    """Across and down; a table in a cell is words of it."""
    made = docx.Document()
    table = made.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "TT"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "So sánh"
    table.cell(1, 1).text, table.cell(1, 2).text, table.cell(2, 1).text = "KH", "cùng kỳ", "5"
    table.cell(2, 2).add_table(1, 1).cell(0, 0).text = "trong"
    (found,) = opened(saved(made)).tables
    told = [cell for cell in found.cells if cell.text]
    assert told == [
        Cell(0, 0, "TT", None, 2, 1), Cell(0, 1, "So sánh", None, 1, 2), Cell(1, 1, "KH"), Cell(1, 2, "cùng kỳ"), Cell(2, 1, "5"),
        Cell(2, 2, "trong"),
    ]  # fmt: skip
    assert (found.rows, found.columns, found.place(told[3])) == (3, 3, "Bảng 1!C2")


def test_what_stands_aside_is_kept_apart() -> None:
    """Header and properties are no text of the document."""
    document = opened(word("Thu đạt 5 tỷ.", header="Bản dự thảo", title="Báo cáo quý"))
    assert document.lay().text == "Thu đạt 5 tỷ."
    assert {"Bản dự thảo", "Báo cáo quý"} <= set(document.asides)


def test_what_was_deleted_is_gone_and_what_was_put_in_stands() -> None:
    """Of tracked changes the newest state is read."""
    made = docx.Document()
    paragraph = made.add_paragraph("Thu đạt ")
    for tag, inner, words in (("w:del", "w:delText", "4"), ("w:ins", "w:t", "5")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    assert opened(saved(made)).lay().text == "Thu đạt 5"


def test_words_in_a_box_stand_aside() -> None:
    """A stamp in a text box is seen, and is no text."""
    made = docx.Document()
    run = made.add_paragraph("Thu đạt 5 tỷ.").add_run()
    box, paragraph, inner, text = OxmlElement("w:pict"), OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "HỎA TỐC"
    inner.append(text)
    paragraph.append(inner)
    box.append(paragraph)
    run._r.append(box)
    document = opened(saved(made))
    assert ("HỎA TỐC" in document.asides, document.lay().text) == (True, "Thu đạt 5 tỷ.")


def test_an_outline_level_makes_a_heading() -> None:
    """Without a style of headings."""
    made = docx.Document()
    paragraph = made.add_paragraph("Phần một")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().append(level)
    out = io.BytesIO()
    made.save(out)
    assert opened(out.getvalue()).blocks == (Paragraph("Phần một", 1),)
