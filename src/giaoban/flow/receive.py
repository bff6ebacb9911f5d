"""Receive a document: read it, link it, doubt it; nothing is recorded.

Step 1 of a figure's journey. No book is needed: names come from the starter
definitions. A document that bears a mark of secrecy is refused before any of
it is written anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from giaoban import catalogue, reading
from giaoban.flow import moment
from giaoban.flow.loading.starter import starter
from giaoban.flow.refusal import Refused
from giaoban.reading import Linker, Reading
from giaoban.values import Problem


class SecretDocument(Refused):
    """The document bears a mark of secrecy; none of it was kept (Luật 117/2025/QH15)."""

    code = "secret-document"
    vi = "{name}: Văn bản có dấu chỉ độ mật. Hệ thống không dùng cho bí mật nhà nước; chưa có nội dung nào được lưu."
    en = "{name}: the document bears a mark of secrecy. This system is not for state secrets; nothing of it was kept."


@dataclass(frozen=True, slots=True)
class Received:
    """What a document proposes, or why it could not be read.

    Args:
        name: Of the file.
        reading: None where nothing could be read.
    """

    name: str
    reading: Reading | None
    problems: tuple[Problem, ...]

    def as_json(self, *, id: str, language: str = "vi") -> dict[str, Any]:
        """Return the proposals in plain lists and mappings.

        Args:
            id: Name of the text, without its ending.
            language: In which doubts are said.
        """
        found = self.reading or Reading(self.name, "")
        return reading.as_json(found, id=id, language=language)


def receive(documents: Mapping[str, bytes], *, at: datetime) -> tuple[Received, ...]:
    """Return what each document proposes, in their order.

    Args:
        documents: Content of each file by its name; its ending tells the reader.
        at: The door's clock; the definitions in force on its day give the names.

    Raises:
        SecretDocument: One bears a mark of secrecy; none of them was read.
    """
    texts: dict[str, tuple[str, tuple[Problem, ...]]] = {}
    for name, content in documents.items():
        texts[name] = reading.text_in(content, name=name)
        if reading.mark_of(texts[name][0]) or reading.mark_of(content.decode("utf-8", "ignore")):
            raise SecretDocument(name=name)
    linker = _linker(moment.today(at).isoformat())
    return tuple(
        Received(name, reading.read_text(text, document=name, linker=linker) if not problems else None, problems)
        for name, (text, problems) in texts.items()
    )


@lru_cache(maxsize=4)
def _linker(day: str) -> Linker:
    known = ((read.definition, read.thing) for read in starter())
    return Linker(catalogue.build(known, on=moment.day(day)))
