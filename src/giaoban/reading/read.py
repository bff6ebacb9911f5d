"""What does a document propose: read, linked to the catalogue, and doubted?"""

from __future__ import annotations

from dataclasses import replace

from giaoban.reading.doubts import doubts
from giaoban.reading.linking import Linker, link
from giaoban.reading.proposal import Reading
from giaoban.reading.text import read_prose


def read_text(text: str, *, document: str, linker: Linker | None = None) -> Reading:
    """Return everything that the text proposes; nothing is recorded.

    Args:
        document: Name or sha256 under which the text is cited.
        linker: Names of the catalogue of its day; None leaves links out.
    """
    found = read_prose(text, document=document)
    if linker:
        found = link(found, linker=linker)
    return replace(found, doubts=doubts(found))
