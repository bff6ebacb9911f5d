"""In which order do the blocks of a script stand on paper? Words, notes and signer first, annexes after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from giaoban.briefing import Script
from giaoban.briefing.blocks import Block, Footnotes, Grid, Heading, NewPage, Paragraph
from giaoban.papers.tables import is_narrow

BEHIND = "Số liệu của các biểu đồ"
ATTACHED = "(Có biểu kèm theo.)"
GLANCE = 200  # letters
SENTENCE = re.compile(r"[.;]\s")
NUMERAL = re.compile(r"^(?:[IVXLC]+|[A-Z]|\d+)\.\s+")


@dataclass(frozen=True)
class Arrangement:
    """The blocks of a paper in two lots (trình tự văn bản).

    Args:
        signed: What stands before the signer: the words and all notes.
        annexed: What stands after: tables too wide for an upright page, everything from the first page that lies on
            its side, then the numbers behind pictures.
    """

    signed: tuple[Block, ...]
    annexed: tuple[Block, ...]


def arrange(script: Script, *, room: int) -> Arrangement:
    """Return the blocks of a script as they stand on paper.

    Args:
        room: Width of an upright page's text in millimetres.
    """
    blocks = script.blocks
    first = next((at for at, block in enumerate(blocks) if isinstance(block, NewPage) and block.landscape), len(blocks))
    notes = [block for block in blocks[first:] if isinstance(block, Footnotes)]
    annexes = [block for block in blocks[first:] if not isinstance(block, Footnotes)]
    signed, wide = _parted(blocks[:first], room)
    behind = list(_behind(script))
    numbers: list[Block] = [NewPage(), Heading(BEHIND), *behind] if behind else []
    lying: list[Block] = [NewPage(landscape=True), *wide] if wide else []
    return Arrangement((*signed, *notes), (*lying, *annexes, *numbers))


def _parted(blocks: tuple[Block, ...], room: int) -> tuple[list[Block], list[Grid]]:
    """Return the blocks with a word in place of each table that is too wide, and those tables."""
    kept: list[Block] = []
    wide: list[Grid] = []
    heading = ""
    for block in blocks:
        if isinstance(block, Heading):
            heading = NUMERAL.sub("", block.text)
        if isinstance(block, Grid) and not is_narrow(block, room=room):
            kept.append(Paragraph(ATTACHED))
            wide.append(replace(block, caption=block.caption or heading))
        else:
            kept.append(block)
    return kept, wide


def headline(words: str) -> str:
    """Return the words of a picture as a heading for its numbers: all of them, or the first sentence."""
    if len(words) <= GLANCE:
        return words
    first = SENTENCE.split(words, maxsplit=1)[0].rstrip(".;")
    return f"{first}." if len(first) <= GLANCE else f"{first[:GLANCE].rpartition(' ')[0]} …"


def caption(words: str) -> str:
    """Return what is printed below a picture: its words where they are read at a glance, else nothing.

    A picture bears its own title; all its words are its alternative, for whoever cannot see it.
    """
    return words if len(words) <= GLANCE else ""


def _behind(script: Script) -> Iterator[Grid]:
    for picture in script.pictures():
        if picture.behind:
            yield replace(picture.behind, caption=picture.behind.caption or headline(picture.alt))
