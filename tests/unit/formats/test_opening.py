from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from giaoban.formats import READERS, Table, open_document
from giaoban.formats.opening import LARGEST, kind_of
from giaoban.values import Severity
from tests.unit.formats.files import excel, pdf, word, zipped

WORD = word("# Báo cáo", "Thu đạt 5 tỷ đồng.", [["TT", "Chỉ tiêu"], ["1", "Thu"]])
EXCEL = excel({"Biểu 01": [["TT", "Chỉ tiêu"], [1, "Thu"]]})
PDF = pdf(["Thu đạt 5 tỷ đồng."])


def codes(content: bytes, name: str) -> list[str]:
    """Return what is said of a file."""
    return [problem.code for problem in open_document(content, name=name)[1]]


def test_each_kind_has_a_reader() -> None:
    """One line per kind, and every ending belongs to one."""
    assert [reader.name for reader in READERS] == ["txt", "html", "docx", "xlsx", "xls", "pdf"]
    endings = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        ("đạt 5 tỷ".encode(), "x/y.TXT", "txt"), ("đạt".encode(), "x.y/khong_duoi", "txt"), (b"<p>a", "x.html", "html"),
        (WORD, "a.docx", "docx"), (EXCEL, "a.xlsx", "xlsx"), (PDF, "a.pdf", "pdf"),
    ],
)  # fmt: skip
def test_each_kind_is_opened(content: bytes, name: str, kind: str) -> None:
    """By content and name alike; nothing is to be noted."""
    document, problems = open_document(content, name=name)
    assert document is not None
    assert (document.kind, problems) == (kind, ())


@pytest.mark.parametrize(
    ("content", "name", "kind"), [(EXCEL, "a.xls", "xlsx"), (b"<table><tr><td>a<td>5</table>", "b.xls", "html"), (WORD, "a.txt", "docx")]
)
def test_the_content_decides_and_the_name_is_noted(content: bytes, name: str, kind: str) -> None:
    """Many a system writes a page and calls it .xls."""
    document, problems = open_document(content, name=name)
    assert document is not None
    assert (document.kind, [problem.code for problem in problems]) == (kind, ["reading-read-as"])
    assert all(problem.severity is Severity.NOTE for problem in problems)


def locked() -> bytes:
    """Return what an Excel with a password looks like: an old container that holds an encrypted package."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


NOT_THIS, BROKEN = "reading-not-this-kind", "reading-broken"
BOMB = zipped({"word/document.xml": b"<w:document>" + b" " * 60_000_000, "[Content_Types].xml": b"<x/>"})
TYPED = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p>&a;</w:p></w:body></w:document>'
DEEP = b'<w:document xmlns:w="w"><w:body>' + b"<w:sdt>" * 5000 + b"</w:sdt>" * 5000 + b"</w:body></w:document>"
FAR = (
    b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)
BOOK = {
    "xl/workbook.xml": b'<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": b'<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
}


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b" \n ", "a.txt", "reading-empty"), (b"", "a.txt", "reading-empty"), (b"", "a.docx", "reading-empty"),
        (word(), "a.docx", "reading-empty"), (excel({"S": []}), "a.xlsx", "reading-empty"),
        (b"a" * (LARGEST + 1), "a.txt", "reading-too-large"),
        (bytes(range(20)) * 9, "a.txt", NOT_THIS), (b"\x89PNG....", "a.docx", NOT_THIS),
        (b"{\\rtf1 a}", "a.doc", NOT_THIS), (b"MZ" + bytes(90), "a.docx", NOT_THIS),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a.doc", NOT_THIS),
        (zipped({"a.txt": b"a"}), "a.docx", NOT_THIS), (zipped({"ppt/presentation.xml": b"a"}), "a.pptx", NOT_THIS),
        (zipped({"xl/workbook.bin": b"a"}), "a.xlsb", NOT_THIS),
        (WORD[: len(WORD) // 2], "a.docx", BROKEN), (EXCEL[:-90], "a.xlsx", BROKEN), (PDF[:300], "a.pdf", BROKEN),
        (b"%PDF-1.7\n...", "a.pdf", BROKEN), (zipped({"word/document.xml": b"<a"}), "a.docx", BROKEN),
        (zipped({"word/document.xml": TYPED}), "a.docx", BROKEN), (zipped({"word/document.xml": OUTSIDE}), "a.docx", BROKEN),
        (zipped({"word/document.xml": DEEP}), "a.docx", BROKEN), (zipped({"word/document.xml": b"<a/>"}), "a.docx", BROKEN),
        (locked(), "a.xlsx", "reading-password"), (BOMB, "a.docx", "reading-swollen"),
        (zipped({**BOOK, "xl/worksheets/sheet1.xml": FAR}), "a.xlsx", "reading-swollen"),
        (pdf(picture=True), "a.pdf", "reading-scanned"), (pdf([]), "a.pdf", "reading-empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(content: bytes, name: str, code: str) -> None:
    """Empty, huge, disguised, broken, hostile, locked: one sentence with a way out, and nothing of it is kept."""
    document, problems = open_document(content, name=name)
    assert document is None
    assert [problem.code for problem in problems] == [code]
    assert all(problem.severity is Severity.REFUSE for problem in problems)
    assert all(problem.sentence(language) and problem.way_out(language) for problem in problems for language in ("vi", "en"))


def scan(pages: int = 1) -> bytes:
    """Return a PDF whose pages are photographs."""
    out = io.BytesIO()
    sheets = [Image.new("RGB", (60, 80), (200, 200, 190)) for _ in range(pages)]
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def test_a_scan_is_recognised_as_one() -> None:
    """With the number of its pages."""
    document, (problem,) = open_document(scan(3), name="a.pdf")
    assert document is None
    assert problem.code == "reading-scanned"
    assert "3 trang" in problem.sentence("vi")


def test_macros_are_noted_and_left_alone() -> None:
    """The rest is read."""
    parts = {"word/document.xml": '<d xmlns:w="w"><body><p><r><t>đạt 5 tỷ</t></r></p></body></d>'.encode(), "word/vbaProject.bin": b"x"}
    document, problems = open_document(zipped(parts), name="a.docm")
    assert document is not None
    assert [problem.code for problem in problems] == ["reading-macros"]


def test_old_letters_are_turned_into_unicode() -> None:
    """By the font's name in Word, by the letters elsewhere; both are noted."""
    old = "Thu ng©n s¸ch trªn ®Þa bµn ph­êng ®¹t 5,5 tû ®ång, b»ng 110% so víi cïng kú n¨m tr­íc"
    said = "Thu ngân sách trên địa bàn phường đạt 5,5 tỷ đồng, bằng 110% so với cùng kỳ năm trước"
    for content, name in ((word(old, font=".VnTime"), "a.docx"), (old.encode("latin-1"), "a.txt"), (old.encode(), "b.txt")):
        document, problems = open_document(content, name=name)
        assert document is not None
        assert [block.text for block in document.blocks if not isinstance(block, Table)] == [said]
        assert [problem.code for problem in problems] == ["reading-old-letters"]


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.docx", "a.pdf", "a.html", "a"]))
def test_any_bytes_end(content: bytes, name: str) -> None:
    """A document, or a sentence why there is none; never both and never neither."""
    document, problems = open_document(content, name=name)
    assert (document is None) == any(problem.severity is Severity.REFUSE for problem in problems)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([(WORD, "a.docx"), (EXCEL, "a.xlsx"), (PDF, "a.pdf")]), st.data())
def test_any_damage_ends(file: tuple[bytes, str], data: st.DataObject) -> None:
    """Bytes flipped, cut out or put in anywhere."""
    content, name = bytearray(file[0]), file[1]
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        piece = data.draw(st.binary(max_size=12))
        content[at : at + data.draw(st.integers(0, 40))] = piece
        if not content:
            break
    document, problems = open_document(bytes(content), name=name)
    assert document is not None or problems


def test_the_kind_of_an_unknown_container() -> None:
    """An old container that holds neither Word nor Excel, and an OpenDocument."""
    assert str(getattr(kind_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", suffix=""), "en", "")) == "old Word or Excel"
    odt = zipped({"mimetype": b"application/vnd.oasis.opendocument.text"})
    assert kind_of(b"PK\x03\x04" + b"mimetypeapplication/vnd.oasis.opendocument.text" + odt[4:], suffix="") is not None
    assert kind_of("Book".encode("utf-16-le").join([b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b""]), suffix="") == "xls"
