"""Which number do these digits or words say?

"." groups thousands, "," is the decimal mark: 5.385,858 is a little over five
thousand. A lone dot before other than three digits is a decimal typed the
English way (18.5). Two or more commas with three digits after each are
English grouping. What may be read in two ways says so.
"""

from __future__ import annotations

import re
from decimal import Decimal

LONGEST = 26  # digits and marks; longer runs are account numbers or noise
DIGITS = re.compile(r"\d[\d.,]*")
GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
PLAIN = re.compile(r"\d+(?:,\d+)?", re.ASCII)
ENGLISH_GROUPS = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?", re.ASCII)
ENGLISH_DECIMAL = re.compile(r"\d+\.\d{1,2}|\d+\.\d{4,}", re.ASCII)
ONES = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
    "tư": 4, "lăm": 5, "mốt": 1,
}  # fmt: skip
WORD = "(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|tư|lăm|mốt)"
IN_WORDS = re.compile(rf"(?=[bchlmnst])(?<!\w){WORD}(?:\s(?:trăm|mươi|{WORD})){{0,4}}(?!\w)")


def read(said: str) -> Decimal | None:
    """Return the number that the digits say; None where they say no number.

    Example:
        >>> [read(said) for said in ("154,3", "1.973.949", "2.05", "22.4.2021")]
        [Decimal('154.3'), Decimal('1973949'), Decimal('2.05'), None]
    """
    if len(said) > LONGEST or not said.isascii():
        return None
    if GROUPED.fullmatch(said) or PLAIN.fullmatch(said):
        return Decimal(said.replace(".", "").replace(",", "."))
    if ENGLISH_GROUPS.fullmatch(said):
        return Decimal(said.replace(",", ""))
    return Decimal(said) if ENGLISH_DECIMAL.fullmatch(said) else None


def is_english(said: str) -> bool:
    """Whether the number is written the English way, so that a person should look."""
    return bool(ENGLISH_GROUPS.fullmatch(said) or ENGLISH_DECIMAL.fullmatch(said))


def read_words(said: str) -> Decimal | None:
    """Return the number that the words say, up to 999; None where they say none.

    Example:
        >>> read_words("mười lăm"), read_words("một trăm hai mươi"), read_words("trăm")
        (Decimal('15'), Decimal('120'), None)
    """
    total, ones = 0, 0
    for word in said.split():
        if word == "trăm":
            total, ones = total + ones * 100, 0
        elif word == "mươi":
            total, ones = total + ones * 10, 0
        elif word == "mười":
            total, ones = total + 10, 0
        elif word in ONES:
            total, ones = total + ones, ONES[word]
        else:
            return None
    return Decimal(total + ones) if total + ones else None
