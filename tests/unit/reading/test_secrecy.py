from __future__ import annotations

import unicodedata

import pytest

from giaoban.formats import Document, open_document
from giaoban.reading import mark_in, mark_of
from tests.unit.formats.files import excel, pdf, word


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("MẬT\nBÁO CÁO", "MẬT"), ("UBND PHƯỜNG MẪU AN      TỐI MẬT\nSố: 1", "TỐI MẬT"), ("| TUYỆT MẬT |", "TUYỆT MẬT"),
        ("Độ mật: Tối mật", "TỐI MẬT"),
        ("M Ậ T\n", "MẬT"), ("<p>MẬT</p>", "MẬT"), ("Mức độ mật: mật", "MẬT"), ("BÁO CÁO\n\n  TUYỆT MẬT  \n", "TUYỆT MẬT"),
    ],
)  # fmt: skip
def test_a_mark_is_seen(text: str, mark: str) -> None:
    """Alone on a line, in the letterhead, after "độ mật"; decomposed letters too."""
    assert mark_of(text) == mark
    assert mark_of(unicodedata.normalize("NFD", text)) == mark


@pytest.mark.parametrize(
    "text", ["CÔNG TÁC BẢO MẬT", "giữ bí mật nhà nước", "BẢO VỆ BÍ MẬT\n", "mật ong\nmật độ dân số", "MẬT ĐỘ DÂN SỐ", ""]
)
def test_words_of_a_sentence_are_no_mark(text: str) -> None:
    """To speak of secrets is no secret."""
    assert mark_of(text) == ""


def opened(content: bytes, name: str) -> Document:
    """Return the file opened."""
    document, _ = open_document(content, name=name)
    assert document is not None
    return document


@pytest.mark.parametrize(
    ("content", "name", "mark"),
    [
        (word("Thu đạt 5 tỷ.", header="MẬT"), "a.docx", "MẬT"), (word("Thu đạt 5 tỷ.", title="TUYỆT MẬT"), "a.docx", "TUYỆT MẬT"),
        (word([["UBND PHƯỜNG MẪU\nTỐI MẬT", "CỘNG HÒA"]]), "a.docx", "TỐI MẬT"), (word("Mật", "Thu đạt 5 tỷ."), "a.docx", "MẬT"),
        (word("M\xcbT", "Thu ng\xa9n s\xb8ch", font=".VnTimeH"), "a.docx", "MẬT"),
        (excel({"S": [["a", "MẬT"], ["5", "6"]]}), "a.xlsx", "MẬT"),
        (excel({"S": [[1, 2]]}, header="&LTỐI MẬT"), "a.xlsx", "TỐI MẬT"),
        (excel({"S": [[1, 2]], "x": [["MẬT", "b"]]}, hidden=["x"]), "a.xlsx", "MẬT"),
        (pdf(["MẬT", "", "Thu đạt 5 tỷ đồng."]), "a.pdf", "MẬT"), (b"<p>a<p>M\xe1\xba\xacT</p>", "a.html", "MẬT"),
        (word("Giữ gìn bí mật nhà nước; mật độ dân số 5 nghìn người."), "a.docx", ""), (excel({"S": [["mật ong", 5]]}), "a.xlsx", ""),
        (pdf(["Bảo mật thông tin. Thu đạt 5 tỷ đồng."]), "a.pdf", ""),
    ],
)  # fmt: skip
def test_a_mark_is_seen_anywhere_in_a_file(content: bytes, name: str, mark: str) -> None:
    """Header, title, letterhead in a cell, old letters, header of a sheet, hidden sheet, first page."""
    assert mark_in(opened(content, name)) == mark
