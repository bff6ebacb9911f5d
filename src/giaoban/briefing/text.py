"""How does a script read as plain text, in a terminal or a mail?"""

from __future__ import annotations

from typing import assert_never

from giaoban.briefing.blocks import Block, Footnotes, Grid, Heading, NewPage, Paragraph, Picture, Point, Script
from giaoban.briefing.grid import grid
from giaoban.briefing.notes import note_lines, wrapped


def script_text(script: Script, *, width: int = 100) -> str:
    """Return the script as plain text.

    Args:
        width: In letters; only a table may be wider, where single words leave it no choice.
    """
    lines = [*_head(script, width), *(line for block in script.blocks for line in _lines(block, width))]
    stamp = [line for said in script.stamp for line in wrapped(said, width=width)]
    return "\n".join([*lines, "", *stamp, *_centred(script.marks, width)]) + "\n"


def _head(script: Script, width: int) -> list[str]:
    above = [script.draft, *script.marks] if script.draft else [*script.marks]
    held = [script.held] if script.held else []
    return _centred((*above, "", script.body_name.upper(), "", script.title, script.subject, *held), width)


def _centred(texts: tuple[str, ...], width: int) -> list[str]:
    return [text.center(width).rstrip() for text in texts]


def _lines(block: Block, width: int) -> list[str]:
    match block:
        case Heading(text):
            return ["", *wrapped(text, width=width), ""]
        case Paragraph(text):
            return wrapped(text, width=width)
        case Point(text, number):
            return wrapped(text, width=width, first=f"{number or '-'} ")
        case Grid():
            return _table(block, width)
        case Picture():
            return ["", *wrapped(f"[Biểu đồ] {block.alt}", width=width), *(_table(block.behind, width) if block.behind else [])]
        case Footnotes(texts, title):
            return ["", title, *note_lines(texts, width=width)] if texts else []
        case NewPage():
            return [""]
        case _:
            assert_never(block)


def _table(block: Grid, width: int) -> list[str]:
    caption = [*wrapped(block.caption, width=width), ""] if block.caption else []
    return [*caption, *(grid(block.columns, rows=block.rows, width=width) if block.rows else wrapped(block.empty, width=width))]
