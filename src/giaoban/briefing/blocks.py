"""What does a paper say, before it has a look?

A `Script` is the words of one paper in their order: headings, paragraphs, points,
tables, pictures, notes. Text, DOCX and PDF print the same script, so they cannot
say different things; what it looks like is for the layout of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Args:
        title: Its heading; may be wrapped.
        right: Whether cells stand to the right, as numbers do.
        least: No narrower than this many letters, where its cells need them; never narrower than a word.
        above: Heading over this column and its neighbours that bear the same one: "So sánh (%)"; empty for none.
    """

    title: str
    right: bool = False
    least: int = 4
    above: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading (đề mục) with its number in the text.

    Args:
        level: 1 for a part ("I."), 2 for what stands under it ("1."), and so on.
    """

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text (đoạn văn)."""

    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a list (gạch đầu dòng, khoản).

    Args:
        number: "1." where points are counted; empty for a dash.
    """

    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table (biểu): its heading is repeated on every page, and no row is torn apart.

    Args:
        rows: Cells by column, which may hold line ends; a plain text is a heading across the table.
        empty: What is said in place of a table without rows.
        caption: Stands above it; empty for none.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...] | str, ...]
    empty: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (biểu đồ), with the words and the table that say the same without it.

    Args:
        name: Short ASCII name, unlike any other in the script.
        spec: Vega-Lite definition, whole, with its values in it.
        alt: What it shows, in a sentence or two.
        behind: The numbers that are drawn.
    """

    name: str
    spec: Mapping[str, Any] = field(repr=False)
    alt: str = ""
    behind: Grid | None = None


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes that marks such as "[2]" call, in their order (chú thích)."""

    texts: tuple[str, ...]
    title: str = "Ghi chú:"


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page.

    Args:
        landscape: Whether that page and those after it lie on their side, up to the next `NewPage`.
    """

    landscape: bool = False


Block = Heading | Paragraph | Point | Grid | Picture | Footnotes | NewPage


@dataclass(frozen=True)
class Script:
    """The words of one paper (nội dung văn bản).

    Args:
        body: Id of the body whose paper it is.
        body_name: Its name.
        title: Name of the kind of paper: "BÁO CÁO".
        subject: What it is about (trích yếu).
        held: When the meeting is held, in brackets; empty where that is not set.
        draft: "DỰ THẢO" on every page until the paper is signed and has its number.
        marks: Further marks on every page: "DỮ LIỆU GIẢ ĐỊNH".
        stamp: Sentences that say which version of the figures it rests on, and what they are for.
        entry: Number of the last entry that it rests on.
        hash: Hash of that entry.
        as_known: Instant as of which, as the ledger writes it; empty for an empty book.
    """

    body: str
    body_name: str
    title: str
    subject: str
    blocks: tuple[Block, ...]
    held: str = ""
    draft: str = ""
    marks: tuple[str, ...] = ()
    stamp: tuple[str, ...] = ()
    entry: int = 0
    hash: str = ""
    as_known: str = ""

    def pictures(self) -> Iterator[Picture]:
        """Yield the pictures in their order."""
        return (block for block in self.blocks if isinstance(block, Picture))
