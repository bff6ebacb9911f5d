"""Does a document bear a mark of secrecy?

A text that is marked MẬT, TỐI MẬT or TUYỆT MẬT is refused before a word of it
is written anywhere. The mark stands alone: on a line, in a column of the
letterhead, or after "Độ mật". The words "bí mật" or "bảo mật" in a sentence
are none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from giaoban.formats import Document, Paragraph
from giaoban.formats.letters import OldFont, modern

MARK = re.compile(r"(?:^|\n|\s{2,}|\t|[|\[(<>*_])\s?((?:TUYỆT\s?|TỐI\s?)?M\s?Ậ\s?T)\s?(?=$|\n|\r|\s{2,}|\t|[|\])<>*_])")
SAID = re.compile(r"(?:^|\n)\W*(?:độ|mức độ|cấp độ|dấu chỉ độ) mật\s*:?\s*[\"“]?((?:tuyệt |tối )?mật)(?!\w)", re.IGNORECASE)


def mark_of(text: str) -> str:
    r"""Return the mark that the text bears, in capitals; empty where it bears none.

    Example:
        >>> mark_of("UBND TỈNH MẪU          TỐI MẬT\nSố: 1"), mark_of("CÔNG TÁC BẢO MẬT"), mark_of("Độ mật: Mật")
        ('TỐI MẬT', '', 'MẬT')
    """
    composed = unicodedata.normalize("NFC", text) if not text.isascii() else ""
    found = MARK.search(composed) or SAID.search(composed)
    if not found:
        return ""
    said = re.sub(r"\s+", "", found[1]).upper()
    return {"TUYỆTMẬT": "TUYỆT MẬT", "TỐIMẬT": "TỐI MẬT"}.get(said, "MẬT")


ALONE = re.compile(r"\W*(tuyệt mật|tối mật|mật)\W*", re.IGNORECASE)


def mark_in(document: Document) -> str:
    """Return the mark that a file bears anywhere: text, cells, headers, footers, boxes, remarks, properties; empty where none.

    A stretch that is nothing but the mark counts however its letters are written, and in old fonts too.
    """
    text = document.lay().text
    if mark := mark_of(text):
        return mark
    for piece in _pieces(document):
        for said in (piece, modern(piece, font=OldFont.TCVN3), modern(piece, font=OldFont.VNI)) if len(piece) < 40 else (piece,):
            alone = ALONE.fullmatch(unicodedata.normalize("NFC", said)) if len(said) < 40 else None
            if alone and not said.strip().islower():
                return alone[1].upper()
            if mark := mark_of(said):
                return mark
    return ""


def _pieces(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield block.name
            yield from (cell.text for cell in block.cells)
    yield from document.asides
    yield from document.pieces
