"""May this file be taken in at all: no mark of secrecy, no list of people? Asked before a word of it is written anywhere.

It is no step: the steps that take in files call it. A refused file leaves no
trace, no temporary file, no draft, no line in a log; nor do the others that
were handed in with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from giaoban import formats, reading
from giaoban.flow.refusal import Refused
from giaoban.formats import Document
from giaoban.reading import PersonalColumn
from giaoban.values import Problem, Said

TEXT = "text/plain; charset=utf-8"
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xls": "application/vnd.ms-excel",
    "pdf": "application/pdf", "html": "text/html", "txt": TEXT,
}  # fmt: skip


class SecretDocument(Refused):
    """The document bears a mark of secrecy; none of it was kept (Luật 117/2025/QH15)."""

    code = "secret-document"
    vi = "{name}: Văn bản có dấu chỉ độ mật. Hệ thống không dùng cho bí mật nhà nước; chưa có nội dung nào được lưu."
    en = "{name}: the document bears a mark of secrecy. This system is not for state secrets; nothing of it was kept."


class PersonalDocument(Refused):
    """The file lists people one by one; none of it was kept (Luật 91/2025/QH15)."""

    code = "personal-document"
    vi = (
        "{name}: Tệp có vẻ chứa dữ liệu cá nhân của {people} người ({what}). Giao ban chỉ cần số tổng hợp; chưa có nội dung nào được lưu. "
        "Chọn: bỏ các cột này (--drop-personal), hoặc không nhận tệp."
    )
    en = (
        "{name}: the file seems to hold personal data of {people} people ({what}). Only totals are needed; nothing of it was kept. "
        "Either drop these columns (--drop-personal), or do not take the file."
    )
    columns: tuple[PersonalColumn, ...] = ()


class PersonalProse(Refused):
    """Running text names people with their identity numbers; there is no column to drop."""

    code = "personal-prose"
    vi = (
        "{name}: Văn bản có vẻ nêu số định danh của {people} người. Giao ban chỉ cần số tổng hợp; chưa có nội dung nào được lưu. "
        "Xóa danh sách đó khỏi tệp rồi gửi lại."
    )
    en = (
        "{name}: the text seems to give identity numbers of {people} people. Only totals are needed; nothing of it was kept. "
        "Take the list out of the file and send it again."
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was opened and may be taken in, or why it could not be opened.

    Args:
        document: None where it could not be opened.
        content: What may be kept: the file's bytes, or the text of what is left where columns were dropped.
        dropped: Columns that were left out.
    """

    name: str
    document: Document | None
    problems: tuple[Problem, ...]
    content: bytes
    media_type: str
    dropped: tuple[PersonalColumn, ...] = ()


def take(documents: Mapping[str, bytes], *, drop_personal: bool = False) -> tuple[Taken, ...]:
    """Return the files opened, in their order.

    Args:
        documents: Content of each by its name.
        drop_personal: Whether columns that tell of people are left out instead of stopping the file.

    Raises:
        SecretDocument, PersonalDocument, PersonalProse: One may not be taken in; none of them is.
    """
    return tuple(_taken(name, content, drop_personal) for name, content in documents.items())


def _taken(name: str, content: bytes, drop_personal: bool) -> Taken:
    document, problems = formats.open_document(content, name=name)
    if document is None or document.kind in ("txt", "html"):
        raw = formats.decoded(content) if document else content.decode("utf-8", "ignore")
        if reading.mark_of(raw):
            raise SecretDocument(name=name)
    if document is None:
        return Taken(name, None, problems, b"", "")
    if reading.mark_in(document):
        raise SecretDocument(name=name)
    if people := reading.people_in_prose(document):
        raise PersonalProse(name=name, people=people)
    columns = reading.personal_columns(document)
    if not columns:
        return Taken(name, document, problems, content, TYPES[document.kind])
    if not drop_personal:
        raise PersonalDocument(name=name, people=max(one.people for one in columns), what=_listed(columns), columns=columns)
    left = reading.without(document, columns=columns)
    return Taken(name, left, problems, left.lay().text.encode(), TEXT, columns)


def _listed(columns: tuple[PersonalColumn, ...]) -> Said:
    words = ", ".join(f"“{one.words}”" for one in columns)
    return Said(f"cột {words}", f"columns {words}")
