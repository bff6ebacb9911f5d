"""Was a text typed in an old Vietnamese font, and what does it say in Unicode?

Before Unicode an office typed Vietnamese with TCVN3 (".VnTime") or VNI
("VNI-Times"): the file holds Latin letters and signs that only the font shows
as Vietnamese. The font's name tells; where there is none, the letters do.
"""

from __future__ import annotations

import re
from enum import Enum


class OldFont(Enum):
    """An encoding that a font carried (bảng mã cũ)."""

    TCVN3 = "TCVN3 (.VnTime)"
    VNI = "VNI"


TCVN3_SIGNS = (
    "\xb8\xb5\xb6\xb7\xb9\xa8\xbe\xbb\xbc\xbd\xc6\xa9\xca\xc7\xc8\xc9\xcb\xae\xd0\xcc\xce\xcf\xd1\xaa\xd5\xd2\xd3\xd4\xd6\xdd\xd7\xd8\xdc\xde"
    "\xe3\xdf\xe1\xe2\xe4\xab\xe8\xe5\xe6\xe7\xe9\xac\xed\xea\xeb\xec\xee\xf3\xef\xf1\xf2\xf4\xad\xf8\xf5\xf6\xf7\xf9\xfd\xfa\xfb\xfc\xfe"
    "\xa1\xa2\xa3\xa4\xa5\xa6\xa7"
)
TCVN3_LETTERS = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂÊÔƠƯĐ"
TCVN3 = str.maketrans(dict(zip(TCVN3_SIGNS, TCVN3_LETTERS, strict=True)))
TONES = "ùøûõï"  # sắc huyền hỏi ngã nặng
PAIRS = {
    "a": (TONES, "áàảãạ"), "e": (TONES, "éèẻẽẹ"), "o": (TONES, "óòỏõọ"), "ô": (TONES, "ớờởỡợ"), "u": (TONES, "úùủũụ"),
    "ö": (TONES, "ứừửữự"), "y": ("ùøûõ", "ýỳỷỹ"),
}  # fmt: skip
MORE = {"a": ("êéèúüëâáàåãä", "ăắằẳẵặâấầẩẫậ"), "e": ("âáàåãä", "êếềểễệ"), "o": ("âáàåãä", "ôốồổỗộ")}
ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    small = dict(ALONE)
    for pairs in (PAIRS, MORE):
        for letter, (marks, whole) in pairs.items():
            small |= {letter + mark: said for mark, said in zip(marks, whole, strict=True)}
    large = {key.upper(): said.upper() for key, said in small.items()}
    mixed = {key[0].upper() + key[1:]: said.upper() for key, said in small.items() if len(key) == 2}
    return {**mixed, **large, **small}


VNI = _vni()
VNI_PIECE = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
UNICODE = re.compile("[\u1ea0-\u1ef9\u01a0\u01a1\u01af\u01b0\u0102\u0103\u0110\u0111\u0300-\u0303\u0309\u0323]")
ONLY_TCVN3 = re.compile("(?<=[a-zA-Z])[\xb5\xb6\xb7\xb8\xb9\xa8\xa9\xaa\xab\xac\xad\xae\xbb\xbc\xbd\xbe]|[\xa7\xae](?=[a-z\xa1-\xff])")
ONLY_VNI = re.compile("[aA][êéèúüëâáàåãäùøûõï]|[eEoO][âáàåãäùøûõï]|[uU][ùøûõï]|[ôöÔÖ][ùøûõïng]|ñ[aeiouöô]", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]")


def font_of(name: str) -> OldFont | None:
    """Return which old encoding a font's name tells; None for a font of our day.

    Example:
        >>> font_of(".VnTimeH"), font_of("VNI-Times"), font_of("Times New Roman")
        (<OldFont.TCVN3: 'TCVN3 (.VnTime)'>, <OldFont.VNI: 'VNI'>, None)
    """
    low = name.strip().lower()
    return OldFont.TCVN3 if low.startswith(".vn") else OldFont.VNI if low.startswith("vni") else None


def guess(text: str) -> OldFont | None:
    """Return in which old encoding the letters must have been typed; None where they are what they seem.

    Args:
        text: The whole of a document; a few words tell nothing.
    """
    letters = len(LETTERS.findall(text[:200_000]))
    if letters < 20 or len(UNICODE.findall(text[:200_000])) * 100 > letters:
        return None
    if len(ONLY_TCVN3.findall(text[:200_000])) * 50 > letters:
        return OldFont.TCVN3
    return OldFont.VNI if len(ONLY_VNI.findall(text[:200_000])) * 16 > letters else None


def modern(text: str, *, font: OldFont, capitals: bool = False) -> str:
    r"""Return the text in Unicode.

    Args:
        capitals: Whether the font shows small letters as capitals (".VnTimeH").

    Example:
        >>> modern("Ng\xa9n s\xb8ch ph\xadêng", font=OldFont.TCVN3), modern("Ngaân saùch phöôøng", font=OldFont.VNI)
        ('Ngân sách phường', 'Ngân sách phường')
    """
    said = text.translate(TCVN3) if font is OldFont.TCVN3 else VNI_PIECE.sub(lambda piece: VNI[piece[0]], text)
    return said.upper() if capitals else said


def is_shouted(name: str) -> bool:
    """Whether a font of TCVN3 shows everything in capitals."""
    return font_of(name) is OldFont.TCVN3 and name.strip().endswith("H")
