"""Which reader takes a file, and what text is in it?

One line of `READERS` is one kind of file. A reader gives the text that all
places point into; what cannot be read is said in a sentence and nothing of it
is kept. Word, PDF and Excel have readers of their own beside these.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from giaoban.reading.html import text_of_html
from giaoban.values import Problem, Span

LARGEST = 16 * 1024 * 1024
DISGUISES = (
    (b"PK\x03\x04", "Word, Excel hoặc tệp nén", "Word, Excel or an archive"), (b"%PDF", "PDF", "PDF"), (b"\xd0\xcf\x11\xe0",
    "Word hoặc Excel đời cũ", "old Word or Excel"),
    (b"\x89PNG", "ảnh", "a picture"), (b"\xff\xd8\xff", "ảnh", "a picture"), (b"GIF8", "ảnh", "a picture"), (b"{\\rtf", "RTF", "RTF"),
    (b"\x1f\x8b", "tệp nén", "an archive"),
)  # fmt: skip
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True)
class EmptyDocument(Problem):
    """The file holds no text."""

    code: ClassVar[str] = "reading-empty"
    vi: ClassVar[str] = "tệp không có chữ nào."
    en: ClassVar[str] = "the file holds no text."
    way_out_vi: ClassVar[str] = "Kiểm tra lại tệp, hoặc dán văn bản vào ô nhập."
    way_out_en: ClassVar[str] = "Check the file, or paste the text."


@dataclass(frozen=True)
class HugeDocument(Problem):
    """The file is larger than a document is."""

    code: ClassVar[str] = "reading-too-large"
    vi: ClassVar[str] = "tệp lớn quá {most} MB."
    en: ClassVar[str] = "the file is larger than {most} MB."
    way_out_vi: ClassVar[str] = "Tách thành nhiều văn bản, mỗi văn bản một tệp."
    way_out_en: ClassVar[str] = "Split it, one document in one file."

    most: int = LARGEST // 1024 // 1024


@dataclass(frozen=True)
class NotThisKind(Problem):
    """The file is not what its name says, or of a kind that nobody reads."""

    code: ClassVar[str] = "reading-not-this-kind"
    vi: ClassVar[str] = "không đọc được: nội dung là {what}."
    en: ClassVar[str] = "it cannot be read: its content is {what_en}."
    way_out_vi: ClassVar[str] = "Lưu lại thành văn bản (.txt) hoặc trang web (.html), hoặc dán phần chữ."
    way_out_en: ClassVar[str] = "Save it as text (.txt) or as a page (.html), or paste its words."

    what: str
    what_en: str


@dataclass(frozen=True, slots=True)
class Reader:
    """What takes the text out of one kind of file (bộ đọc).

    Args:
        name: Of the kind.
        suffixes: Endings of file names, lower case with the dot.
        text: Content → text that places point into.
    """

    name: str
    suffixes: tuple[str, ...]
    text: Callable[[bytes], str]


def decoded(content: bytes) -> str:
    """Return the characters of a text file: UTF-8 or UTF-16 by its mark, else UTF-8, else what it says, else Windows Vietnamese."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    said = CHARSET.search(content[:2048])
    for name in ((said[1].decode("ascii"),) if said else ()) + ("cp1258",):
        try:
            return content.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("utf-8", "replace")


READERS: tuple[Reader, ...] = (
    Reader("txt", (".txt", ".text", ".md", ""), decoded),
    Reader("html", (".html", ".htm", ".xhtml"), lambda content: text_of_html(decoded(content))),
)


def text_in(content: bytes, *, name: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file, or an empty text and why there is none.

    Args:
        name: Of the file; its ending tells the reader.
    """
    where = Span(name)
    if len(content) > LARGEST:
        return "", (HugeDocument(where),)
    for mark, what, what_en in DISGUISES:
        if content.startswith(mark):
            return "", (NotThisKind(where, what, what_en),)
    suffix = f".{name.rpartition('.')[2].lower()}" if "." in name.rpartition("/")[2] else ""
    reader = next((reader for reader in READERS if suffix in reader.suffixes), None)
    if reader is None:
        return "", (NotThisKind(where, f"tệp “{suffix}”", f"a “{suffix}” file"),)
    text = reader.text(content)
    if len(CONTROL.findall(text[:65536])) > 8 + len(text[:65536]) // 100 or text[:65536].count("\ufffd") > 8 + len(text[:65536]) // 50:
        return "", (NotThisKind(where, "dữ liệu, không phải chữ", "data and no text"),)
    return (text, ()) if text.strip() else ("", (EmptyDocument(where),))
