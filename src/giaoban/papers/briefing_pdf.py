"""The briefing as a PDF for the archive (PDF/A-2b), with its typeface in it.

The words go in as data, never as a program of the typesetter; a name that looks
like markup is printed as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, assert_never

import typst

from giaoban.briefing import Pack, Script, briefing_script
from giaoban.briefing.blocks import Footnotes, Grid, Heading, NewPage, Paragraph, Picture, Point
from giaoban.papers.arrangement import Arrangement, arrange, caption
from giaoban.papers.drawing import svg
from giaoban.papers.letterhead import Letterhead, Line, letterhead
from giaoban.papers.letters import FONTS, printable, width_of
from giaoban.papers.pages import PageShape, marks, picture_width, version
from giaoban.papers.paper import Look
from giaoban.papers.tables import Fitted, fit, heads

NAME = "pdf"
MEDIA = "application/pdf"
FILENAME = "briefing.pdf"
STANDARD: Literal["a-2b"] = "a-2b"
PROGRAM = Path(__file__).with_name("briefing.typ")
EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
LONG_ROW = 600  # letters in one cell; a longer row may be torn apart, else it could not be printed at all
LONG_WORD = 3200  # hundredths of the size of letters; about a line of running text
VIEW = re.compile(r'viewBox="0 0 (\d+)(?:\.\d+)? (\d+)')
SOFT = "\u200b"  # where a very long word may be broken


def render(pack: Pack, *, look: Look) -> bytes:
    """Return the file.

    Raises:
        NoSuchLayout, NoSuchIssuer, NoSuchSigning: The look asks for what there is not.
    """
    script = briefing_script(pack, who=look.who)
    head = letterhead(pack, script=script, look=look)
    at = datetime.fromisoformat(script.as_known).astimezone(UTC) if script.as_known else EPOCH
    made = typst.compile(
        PROGRAM,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=[STANDARD],
        sys_inputs={"paper": json.dumps(_paper(script, head, at), ensure_ascii=False)},
        timestamp=int(at.timestamp()),
    )
    return bytes(made)


def _paper(script: Script, head: Letterhead, at: datetime) -> dict[str, Any]:
    """Return everything that is printed, as data."""
    layout, upright = head.layout, PageShape.of(head.layout, landscape=False)
    blocks = arrange(script, room=upright.room)
    return {
        "title": printable(f"{script.title} {script.subject}"),
        "date": [at.year, at.month, at.day, at.hour, at.minute, at.second],
        "zones": {
            name: {"size": zone.size, "bold": zone.bold, "italic": zone.italic, "underline": zone.underline, "rule": zone.rule}
            for name, zone in layout.zones.items()
        },
        "spacing": layout.spacing,
        "after": layout.after,
        "first": layout.first_line,
        "left": [_line(line) for line in head.left],
        "right": [_line(line) for line in head.right],
        "name": printable(script.title),
        "subject": _soft(script.subject, LONG_WORD),
        "held": printable(script.held),
        "marks": printable(marks(script)),
        "footer": printable(version(script)),
        "stamp": [_soft(one, LONG_WORD) for one in script.stamp],
        "recipients_title": layout.zones["recipients_title"].text,
        "recipients": list(head.recipients),
        "signer": list(head.signer),
        "pages": list(_pages(blocks, head)),
    }


def _line(line: Line) -> dict[str, str]:
    return {"zone": line.zone, "text": _soft(line.text, LONG_WORD), "rule": line.rule}


def _pages(blocks: Arrangement, head: Letterhead) -> Iterator[dict[str, Any]]:
    """Yield runs of pages of one shape, the signer in the one that ends the words."""
    shape = PageShape.of(head.layout, landscape=False)
    run: dict[str, Any] = {"shape": _shape(shape), "blocks": [], "signed": False, "after": []}
    for lot, signed in ((blocks.signed, False), (blocks.annexed, True)):
        for block in lot:
            if isinstance(block, NewPage):
                yield run
                shape = PageShape.of(head.layout, landscape=block.landscape)
                run = {"shape": _shape(shape), "blocks": [], "signed": False, "after": []}
            else:
                run["after" if signed else "blocks"] += _block(block, shape.room)
        if not signed:
            run["signed"] = True
    yield run


def _shape(shape: PageShape) -> dict[str, Any]:
    return {"width": shape.width, "height": shape.height, "margins": list(shape.margins)}


def _block(block: Heading | Paragraph | Point | Grid | Picture | Footnotes, room: int) -> list[dict[str, Any]]:
    match block:
        case Heading(text, level):
            return [{"kind": "heading", "text": _soft(text, LONG_WORD), "level": level}]
        case Paragraph(text):
            return [{"kind": "paragraph", "text": _soft(text, LONG_WORD)}]
        case Point(text, number):
            return [{"kind": "point", "text": _soft(text, LONG_WORD), "number": printable(number or "-")}]
        case Grid():
            return _table(block, room)
        case Picture():
            return [_picture(block, room)]
        case Footnotes(texts, title):
            said = [_soft(text, LONG_WORD) for text in texts]
            return [{"kind": "notes", "title": title, "texts": said}] if said else []
        case _:
            assert_never(block)


def _picture(picture: Picture, room: int) -> dict[str, Any]:
    """Return a picture with its words below where they are few, and as its alternative."""
    drawn = svg(picture.spec)
    found = VIEW.search(drawn)
    size = (int(found[1]), int(found[2])) if found else (1, 1)
    words = {"alt": printable(picture.alt), "caption": _soft(caption(picture.alt), LONG_WORD)}
    return {"kind": "picture", "svg": drawn, "width": picture_width(size, room=room), **words}


def _table(grid: Grid, room: int) -> list[dict[str, Any]]:
    """Return a table in as many parts as the page needs, or the words that there is none."""
    if not grid.rows:
        return [{"kind": "paragraph", "text": printable(grid.empty)}] if grid.empty else []
    return [{"kind": "table", "caption": _soft(grid.caption, LONG_WORD), "parts": [_part(part) for part in fit(grid, room=room)]}]


def _part(part: Fitted) -> dict[str, Any]:
    columns = part.grid.columns
    rows = part.grid.rows
    return {
        "size": part.size,
        "shares": list(part.shares),
        "above": [(_soft(text, LONG_WORD), span) for text, span in heads(columns)],
        "long": any(len(cell) > LONG_ROW for row in rows if not isinstance(row, str) for cell in row),
        "columns": [{"title": _soft(one.title, room), "right": one.right} for one, room in zip(columns, part.capacity, strict=True)],
        "rows": [
            _soft(row, LONG_WORD) if isinstance(row, str) else [_soft(cell, room) for cell, room in zip(row, part.capacity, strict=True)]
            for row in rows
        ],
    }


def _soft(text: str, room: int) -> str:
    """Return the text ready to print, with places where a word wider than the room may be broken.

    Args:
        room: In hundredths of the size of its letters.
    """
    said = printable(text)
    if width_of(said) <= room:
        return said
    return re.sub(r"[^ \n\u00a0]+", lambda found: _broken(found.group(), room), said)


def _broken(word: str, room: int) -> str:
    """Return the word, with a place to break before each letter that no longer fits."""
    if width_of(word) <= room:
        return word
    pieces, used = "", 0
    for letter in word:
        used += width_of(letter)
        if used > room:
            pieces, used = pieces + SOFT, width_of(letter)
        pieces += letter
    return pieces
