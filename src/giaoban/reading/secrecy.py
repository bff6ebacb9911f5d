"""Does a document bear a mark of secrecy?

A text that is marked MẬT, TỐI MẬT or TUYỆT MẬT is refused before a word of it
is written anywhere. The mark stands alone: on a line, in a column of the
letterhead, or after "Độ mật". The words "bí mật" or "bảo mật" in a sentence
are none.
"""

from __future__ import annotations

import re
import unicodedata

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
