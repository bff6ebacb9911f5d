"""What stands below the text and the table, and by which mark is it called?

A source or a remark is said once, at the foot, and called by its number: "[2]".
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field

GLUE = "\u00a0"  # keeps a mark on the line of its word while lines are made; a plain blank in the text itself


@dataclass
class Notes:
    """Notes of one paper, numbered in the order in which they are first called (chú thích)."""

    texts: list[str] = field(default_factory=list)

    def mark(self, text: str) -> str:
        """Return the mark that calls the note: the same text is called by the same mark."""
        sentence = sentence_of(text)
        if sentence not in self.texts:
            self.texts.append(sentence)
        return f"[{self.texts.index(sentence) + 1}]"

    def source(self, cited: str) -> str:
        """Return how a number that a source states says so: "theo nguồn [1]", glued for the lines to come."""
        return f"theo nguồn{GLUE}{self.mark(f'Theo nguồn: {cited}')}" if cited else "theo nguồn"

    def lines(self, *, width: int) -> list[str]:
        """Return the notes as lines no longer than `width`, each note with its mark."""
        return note_lines(self.texts, width=width)


def note_lines(texts: Sequence[str], *, width: int) -> list[str]:
    """Return notes as lines no longer than `width`, each with its mark."""
    return [line for number, text in enumerate(texts, start=1) for line in wrapped(text, width=width, first=f"[{number}] ")]


def sentence_of(text: str) -> str:
    """Return the text as a sentence: a capital first, a full stop last.

    Example:
        >>> sentence_of("nạp lại lịch sử")
        'Nạp lại lịch sử.'
    """
    said = text.strip()
    return said[:1].upper() + said[1:] + ("" if said.endswith((".", "!", "?", "…")) else ".")


def wrapped(text: str, *, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return the text as lines no longer than `width`; no word is broken.

    Args:
        first: Stands before the first line.
        rest: Stands before the others; None for as many blanks as `first` is long.
    """
    indent = " " * len(first) if rest is None else rest
    lines = textwrap.wrap(text, width, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return [line.replace(GLUE, " ") for line in lines] or [first.rstrip()]
