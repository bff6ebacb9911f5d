"""Which number does Word's own list give a paragraph: "1.", "a)", "II.", "-"?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from giaoban.formats.package import attribute, child, local

SIGNS = {"\uf0b7": "-", "\uf02d": "-", "\u00b7": "-", "\uf0a7": "-", "o": "-", "\u2022": "-", "\uf0d8": "-", "\uf0fc": "-"}
PLACE = re.compile(r"%(\d)")
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
    (4, "iv"), (1, "i"),
)  # fmt: skip
Level = tuple[str, str, int]  # form, text, first number


@dataclass
class Numbering:
    """The lists of one file, and how far each has counted.

    Args:
        levels: Of each list (numId), by depth.
        counts: Last number given, by list and depth.
    """

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    of_style: dict[str, tuple[str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Any) -> Numbering:
        """Return the lists that a numbering part describes; none for None."""
        found = cls()
        if root is None:
            return found
        abstract: dict[str, dict[int, Level]] = {}
        styles: dict[str, tuple[str, int]] = {}
        for one in root:
            if local(one) == "abstractNum":
                id = attribute(one, "abstractNumId")
                abstract[id] = {}
                for level in one:
                    if local(level) == "lvl":
                        depth = _whole(attribute(level, "ilvl"))
                        first = _whole(attribute(child(level, "start"), "val") or "1")
                        abstract[id][depth] = (attribute(child(level, "numFmt"), "val"), attribute(child(level, "lvlText"), "val"), first)
                        if style := attribute(child(level, "pStyle"), "val"):
                            styles[style] = (id, depth)
            elif local(one) == "num":
                id, of = attribute(one, "numId"), attribute(child(one, "abstractNumId"), "val")
                found.levels[id] = abstract.get(of, {})
                found.of_style |= {style: (id, depth) for style, (known, depth) in styles.items() if known == of}
        return found

    def label(self, properties: Any, *, style: str) -> str:
        """Return the number of the next paragraph of a list, and count on; empty where the paragraph is in none.

        Args:
            properties: Its `numPr`; None where only its style may number it.
        """
        id, depth = self.of_style.get(style, ("", 0))
        if properties is not None:
            id = attribute(child(properties, "numId"), "val") or id
            depth = _whole(attribute(child(properties, "ilvl"), "val") or str(depth))
        levels = self.levels.get(id, {})
        if depth not in levels:
            return ""
        counts = self.counts.setdefault(id, {})
        counts[depth] = counts.get(depth, levels[depth][2] - 1) + 1
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        form, text, _ = levels[depth]
        if form == "bullet":
            return SIGNS.get(text, "-")
        return PLACE.sub(lambda place: self._said(levels, counts, int(place[1]) - 1), text).strip()

    @staticmethod
    def _said(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
        form, _, first = levels.get(depth, ("decimal", "", 1))
        return numeral(counts.get(depth, first), form=form)


def numeral(number: int, *, form: str) -> str:
    """Return a number as a list writes it.

    Example:
        >>> [numeral(4, form=form) for form in ("decimal", "upperRoman", "lowerLetter", "decimalZero")]
        ['4', 'IV', 'd', '04']
    """
    match form:
        case "upperRoman" | "lowerRoman":
            said, left = "", min(number, 3999)
            for value, letters in ROMAN:
                said, left = said + letters * (left // value), left % value
            return said.upper() if form == "upperRoman" else said
        case "upperLetter" | "lowerLetter":
            letter = chr(97 + (number - 1) % 26) * ((number - 1) // 26 % 8 + 1)
            return letter.upper() if form == "upperLetter" else letter
        case "decimalZero":
            return f"{number:02d}"
        case "none":
            return ""
    return str(number)


def _whole(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0
