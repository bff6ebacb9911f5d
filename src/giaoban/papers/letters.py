"""Which letters can a paper print, and what becomes of those that it cannot?

Names and remarks come from anywhere. Control characters, marks that turn the
direction of writing and letters without a width would break a file or show
something else than what was written: they are left out. A letter that the font
lacks is printed as an empty box, so that nobody takes the word for whole.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
FAMILY = "Tinos"
BOX = "□"
LEFT_OUT = ("Cc", "Cf", "Cs", "Co", "Cn")  # control, format, half a letter, private, nothing
NARROW, WIDE = " \u00a0.,:;|!()[]/-ijltfrI'’ìíỉĩịl", "mwM%—…"


def clean(text: str) -> str:
    r"""Return the text composed, without what has no place in a paper; line ends and no-break blanks remain.

    Example:
        >>> clean("Phường\x00 M\u202eẫu\tA")
        'Phường Mẫu A'
    """
    composed = unicodedata.normalize("NFC", text)
    if composed.isascii() and composed.isprintable():
        return composed
    return "".join(_kept(letter) for letter in composed)


def _kept(letter: str) -> str:
    if letter == "\n":
        return letter
    if letter == "\t" or unicodedata.category(letter) in ("Zl", "Zp"):
        return " "
    return "" if unicodedata.category(letter) in LEFT_OUT else letter


def printable(text: str) -> str:
    """Return the clean text with a box in place of each letter that the font lacks.

    Example:
        >>> printable("Trạm bơm 水")
        'Trạm bơm □'
    """
    known = _letters()
    return "".join(letter if letter == "\n" or letter in known else BOX for letter in clean(text))


def width_of(text: str) -> int:
    """Return about how wide the text is, in hundredths of its size; a little too much rather than too little.

    Example:
        >>> width_of("1.234,5"), width_of("TT")
        (310, 144)
    """
    return sum(_width(letter) for letter in text)


@cache
def _width(letter: str) -> int:
    if letter in NARROW:
        return 30
    if letter in WIDE or letter.isupper():
        return 72
    return 50


def fonts() -> list[Path]:
    """Return the files of the typeface, in their order."""
    return sorted(FONTS.glob(f"{FAMILY}-*.ttf"))


@cache
def _letters() -> frozenset[str]:
    """Return every letter that the upright font has; its sisters have the same."""
    content = (FONTS / f"{FAMILY}-Regular.ttf").read_bytes()
    count = struct.unpack_from(">H", content, 4)[0]
    tables = {tag: at for tag, _, at, _ in struct.iter_unpack(">4sLLL", content[12 : 12 + 16 * count])}
    begin = tables[b"cmap"]
    number = struct.unpack_from(">H", content, begin + 2)[0]
    places = {begin + at for _, _, at in struct.iter_unpack(">HHL", content[begin + 4 : begin + 4 + 8 * number])}
    return frozenset(letter for at in sorted(places) for letter in _mapped(content, at))


def _mapped(content: bytes, at: int) -> Iterator[str]:
    """Yield the letters of one subtable, which lists ranges from first to last; these fonts have no other form."""
    size = struct.unpack_from(">H", content, at + 6)[0]
    ends = struct.unpack_from(f">{size // 2}H", content, at + 14)
    starts = struct.unpack_from(f">{size // 2}H", content, at + 16 + size)
    for first, last in zip(starts[:-1], ends[:-1], strict=True):  # the last range says only that it is the last
        yield from map(chr, range(first, last + 1))
