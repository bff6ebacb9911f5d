"""Which reader takes a file, and what stands in it?

One line of `READERS` is one kind of file. The content decides, whatever the
name says; what cannot be read is said in a sentence with a way out, and
nothing of it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from giaoban.formats.document import Cell, Document, Paragraph, Table
from giaoban.formats.html import read_html
from giaoban.formats.letters import OldFont, guess, modern
from giaoban.formats.package import Broken, Locked, Package, Swollen
from giaoban.formats.plain import decoded, is_text
from giaoban.formats.portable import read_pdf
from giaoban.formats.refusals import (
    LARGEST,
    MOST_CHARACTERS,
    BrokenDocument,
    EmptyDocument,
    HugeDocument,
    LockedDocument,
    MacrosLeftOut,
    NotThisKind,
    OldLetters,
    ReadAs,
    ScannedDocument,
    ScannedPages,
    SwollenDocument,
)  # fmt: skip
from giaoban.formats.word import read_docx
from giaoban.formats.workbook import read_workbook
from giaoban.values import Problem, Said, Span

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<head|<meta|<table|<body|<\?xml[^>]*>\s*<html)", re.IGNORECASE)
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
ARCHIVE, PROGRAM = Said("tệp nén", "an archive"), Said("chương trình", "a program")
OTHERS = (
    (b"{\\rtf", Said("RTF", "RTF")), (b"\x1f\x8b", ARCHIVE), (b"Rar!", ARCHIVE), (b"7z\xbc\xaf", ARCHIVE), (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
)  # fmt: skip
NAMES = {
    "docx": Said("Word (.docx)", "Word (.docx)"), "xlsx": Said("Excel (.xlsx)", "Excel (.xlsx)"),
    "xls": Said("Excel (.xls)", "Excel (.xls)"), "pdf": Said("PDF", "PDF"), "html": Said("trang web (.html)", "a web page (.html)"),
    "txt": Said("văn bản thuần (.txt)", "plain text (.txt)"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reader:
    """What opens one kind of file (bộ đọc).

    Args:
        name: Of the kind.
        suffixes: Endings of file names, lower case with the dot.
        read: Content and name → what stands in it, and in which old fonts its letters are known to have been typed.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], tuple[Document, frozenset[OldFont]]]


def _word(content: bytes, name: str) -> tuple[Document, frozenset[OldFont]]:
    package = Package(content)
    document, old = read_docx(package)
    return _without_macros(document, package, name), old


def _excel(content: bytes, name: str) -> tuple[Document, frozenset[OldFont]]:
    package = Package(content)
    return _without_macros(read_workbook(content, name=name, package=package), package, name), frozenset()


def _without_macros(document: Document, package: Package, name: str) -> Document:
    return replace(document, notes=(*document.notes, MacrosLeftOut(Span(name)))) if package.has_macros() else document


READERS: tuple[Reader, ...] = (
    Reader("txt", (".txt", ".text", ".md", ".csv", ""), lambda content, _: (_lines(decoded(content)), frozenset())),
    Reader("html", (".html", ".htm", ".xhtml"), lambda content, _: (read_html(decoded(content)), frozenset())),
    Reader("docx", (".docx", ".docm", ".dotx"), _word),
    Reader("xlsx", (".xlsx", ".xlsm", ".xltx"), _excel),
    Reader("xls", (".xls",), lambda content, name: (read_workbook(content, name=name, package=None), frozenset())),
    Reader("pdf", (".pdf",), lambda content, name: (read_pdf(content, name=name), frozenset())),
)


def open_document(content: bytes, *, name: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return what stands in a file, or None and why; what is only to be noted comes along with the document.

    Args:
        name: Of the file; its content tells the reader, and a name that says otherwise is noted.
    """
    where = Span(name)
    if len(content) > LARGEST:
        return None, (HugeDocument(where),)
    suffix = f".{name.rpartition('.')[2].lower()}" if "." in name.rpartition("/")[2] else ""
    if content.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in content:
        return None, (LockedDocument(where),)
    kind = kind_of(content, suffix=suffix)
    if isinstance(kind, Said):
        return None, (NotThisKind(where, kind.vi, kind.en),)
    if not content.strip(b" \t\r\n\0"):
        return None, (EmptyDocument(where),)
    reader = next(reader for reader in READERS if reader.name == kind)
    try:
        document, old = reader.read(content, name)
    except Locked:
        return None, (LockedDocument(where),)
    except Swollen:
        return None, (SwollenDocument(where, "có thể là tệp được tạo để làm treo máy", "it may have been made to hang a machine"),)
    except (Broken, RecursionError, MemoryError):
        return None, (BrokenDocument(where, NAMES[kind].vi.partition(" (")[0]),)
    document = _modern(document, old, where)
    return _judged(document, where, reader, suffix)


def _judged(document: Document, where: Span, reader: Reader, suffix: str) -> tuple[Document | None, tuple[Problem, ...]]:
    size = sum(
        len(block.text) if isinstance(block, Paragraph) else sum(len(cell.text) for cell in block.cells) for block in document.blocks
    )
    if size > MOST_CHARACTERS:
        return None, (SwollenDocument(where, "quá nhiều chữ", "too many words"),)
    if not size or not any(_said(block) for block in document.blocks):
        if scanned := next((note for note in document.notes if isinstance(note, ScannedPages)), None):
            return None, (ScannedDocument(where, scanned.count),)
        return None, (EmptyDocument(where),)
    notes = document.notes
    if suffix and suffix not in reader.suffixes:
        notes = (ReadAs(where, suffix, NAMES[reader.name].vi, NAMES[reader.name].en), *notes)
    return replace(document, notes=notes), notes


def _said(block: Paragraph | Table) -> bool:
    return bool(block.text.strip()) if isinstance(block, Paragraph) else any(cell.text.strip() for cell in block.cells)


def kind_of(content: bytes, *, suffix: str) -> str | Said:
    """Return the name of the reader for a content, or what it is that nobody reads.

    Args:
        suffix: Of the file's name; it decides only between plain text and a page.
    """
    if content.startswith(ZIP):
        return _of_package(content)
    if content.startswith(OLE):
        return _of_old_office(content)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(PICTURES):
        return Said("ảnh", "a picture")
    for mark, what in OTHERS:
        if content.startswith(mark):
            return what
    if not is_text(content):
        return Said("dữ liệu, không phải chữ", "data and no text")
    html = next(reader for reader in READERS if reader.name == "html")
    return "html" if suffix in html.suffixes or PAGE.match(content[:512]) else "txt"


def _of_package(content: bytes) -> str | Said:
    """Return which office program's package it is, by the names of its parts at the end of the file or wherever they stand."""
    if b"word/document.xml" in content:
        return "docx"
    if b"xl/workbook.xml" in content:
        return "xlsx"
    if b"xl/workbook.bin" in content:
        return Said("Excel nhị phân (.xlsb)", "binary Excel (.xlsb)")
    if b"ppt/presentation.xml" in content:
        return Said("PowerPoint", "PowerPoint")
    if b"opendocument" in content[:200]:
        return Said("OpenDocument", "OpenDocument")
    return Said("Word, Excel hỏng, hoặc tệp nén", "damaged Word or Excel, or an archive")


def _of_old_office(content: bytes) -> str | Said:
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return "xls"
    if "WordDocument".encode("utf-16-le") in content:
        return Said("Word đời cũ (.doc)", "old Word (.doc)")
    return Said("Word hoặc Excel đời cũ", "old Word or Excel")


def _lines(text: str) -> Document:
    return Document("txt", tuple(Paragraph(line) for line in text.split("\n")))


def _modern(document: Document, old: frozenset[OldFont], where: Span) -> Document:
    """Return the document in Unicode, and with a note where it was not."""
    font = None if old else guess(" ".join(_words(document)))
    if font:
        document = replace(document, blocks=tuple(_block(block, font) for block in document.blocks))
        document = replace(document, asides=tuple(modern(aside, font=font) for aside in document.asides))
        old = frozenset({font})
    notes = tuple(OldLetters(where, one.value) for one in sorted(old, key=lambda one: one.value))
    return replace(document, notes=(*document.notes, *notes))


def _words(document: Document) -> list[str]:
    return [
        text
        for block in document.blocks
        for text in ([block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells])
    ]


def _block(block: Paragraph | Table, font: OldFont) -> Paragraph | Table:
    if isinstance(block, Paragraph):
        return Paragraph(modern(block.text, font=font), block.level)
    cells = (Cell(cell.row, cell.column, modern(cell.text, font=font), cell.number, cell.down, cell.across) for cell in block.cells)
    return Table(block.name, tuple(cells), block.hidden)
