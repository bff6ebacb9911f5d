"""What characters do the bytes of a text file say, and are they text at all?"""

from __future__ import annotations

import re

from giaoban.formats.letters import guess

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
SEEN = 65536


def decoded(content: bytes) -> str:
    """Return the characters of a text file.

    UTF-8 or UTF-16 by its mark, else UTF-8, else what it says, else the bytes of an old Vietnamese font as they are,
    else Windows Vietnamese.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    said = CHARSET.search(content[:2048])
    if guess(content[:SEEN].decode("latin-1")):
        return content.decode("latin-1")
    for name in ((said[1].decode("ascii"),) if said else ()) + ("cp1258",):
        try:
            return content.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("utf-8", "replace")


def is_text(content: bytes) -> bool:
    """Whether the bytes are text: few control characters, and few that no encoding knows."""
    text = decoded(content[:SEEN]) if len(content) <= SEEN else decoded(content[: SEEN - SEEN % 2].rstrip(b"\x80\x81\x82\x83"))
    return len(CONTROL.findall(text)) <= 8 + len(text) // 100 and text.count("\ufffd") <= 8 + len(text) // 50
