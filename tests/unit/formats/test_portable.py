from __future__ import annotations

from giaoban.formats import Document, Paragraph, open_document
from tests.unit.formats.files import pdf

LONG = (
    "Trong quý một, thu ngân sách trên địa bàn phường đạt 12,5 tỷ đồng, bằng 115% so với cùng kỳ, đạt 28% kế hoạch năm; các khoản thu "
    "từ thuế, phí và lệ phí đều tăng khá so với quý trước và so với dự toán được giao từ đầu năm của thành phố."
)


def opened(content: bytes) -> Document:
    """Return the file opened."""
    document, _ = open_document(content, name="a.pdf")
    assert document is not None
    return document


def test_lines_are_joined_to_paragraphs() -> None:
    """A line that runs to the right edge goes on; a new item does not."""
    assert opened(pdf([LONG, "", "a) Một việc khác.", "", "Trang cuối."])).blocks == (
        Paragraph(LONG), Paragraph("a) Một việc khác."), Paragraph("Trang cuối."),
    )  # fmt: skip


def test_a_ruled_table_is_a_table() -> None:
    """Between the paragraphs, with its cells."""
    document = opened(pdf(["Biểu số một."], table=[["TT", "Chỉ tiêu", "KH"], ["1", "Thu ngân sách", "12.500"]]))
    assert document.blocks[0] == Paragraph("Biểu số một.")
    assert [(cell.name, cell.text) for cell in document.tables[0].cells] == [
        ("A1", "TT"), ("B1", "Chỉ tiêu"), ("C1", "KH"), ("A2", "1"), ("B2", "Thu ngân sách"), ("C2", "12.500"),
    ]  # fmt: skip


def test_a_table_over_two_pages_is_one() -> None:
    """Its header is printed again and counted once."""
    rows = [[str(n), f"Chỉ tiêu số {n}", f"{n}.000"] for n in range(1, 80)]
    document = opened(pdf(table=[["TT", "Chỉ tiêu", "KH"], *rows]))
    assert len(document.tables) == 1
    assert document.tables[0].rows == 80
