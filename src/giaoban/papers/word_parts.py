"""How do paragraphs, tables and pages stand in a Word file? As small pieces of its XML.

Every text goes in escaped and cleaned; a table's heading is repeated on each
page and no row is torn apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from giaoban.briefing.blocks import Grid
from giaoban.papers.letters import clean
from giaoban.papers.tables import WHOLE, Fitted, heads
from giaoban.papers.word_styles import TABLE, W, twips

LINES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in ("top", "left", "bottom", "right"))
MARGINS = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'  # one millimetre
INNER = '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def run(text: str, *, properties: str = "") -> str:
    """Return a text as runs; its line ends are line breaks."""
    kept = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in clean(text).split("\n")]
    return f"<w:r>{kept}{'<w:br/>'.join(lines)}</w:r>"


def paragraph(text: str, *, style: str, properties: str = "", letters: str = "") -> str:
    """Return a paragraph.

    Args:
        properties: Of the paragraph, beyond its style.
        letters: Of its letters, beyond its style.
    """
    inner = run(text, properties=letters) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def ruled(*, share: int, room: int) -> str:
    """Return a line in the middle of a cell.

    Args:
        share: Its length in thousandths of the room.
        room: Width of the cell in millimetres.
    """
    side = twips(room) * (WHOLE - share) // WHOLE // 2
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    return paragraph("", style="DuongKe", properties=f'{border}<w:ind w:left="{side}" w:right="{side}"/>')


def side_by_side(left: str, *, right: str, widths: tuple[int, int]) -> str:
    """Return two columns of paragraphs without lines.

    Args:
        widths: In millimetres.
    """
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{inner or paragraph("", style="Normal")}</w:tc>'
        for inner, width in zip((left, right), widths, strict=True)
    )
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{MARGINS}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )


def table(fitted: Fitted, *, room: int) -> str:
    """Return a table with lines.

    Args:
        room: Width of the text in millimetres.
    """
    grid = fitted.grid
    widths = [twips(room) * share // WHOLE for share in fitted.shares]
    caption = f'<w:tblCaption w:val="{escape(clean(grid.caption), {chr(34): "&quot;"})}"/>' if grid.caption else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{LINES}{INNER}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{MARGINS}{caption}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{''.join(_heading(grid, widths, fitted.size))}{''.join(_rows(grid, widths, fitted.size))}</w:tbl>"
    )


def _heading(grid: Grid, widths: Sequence[int], size: int) -> Iterator[str]:
    """Yield the rows that are repeated on every page."""
    above = heads(grid.columns)
    if above:
        at, cells = 0, []
        for text, span in above:
            merge = "" if text else '<w:vMerge w:val="restart"/>'
            title = text or grid.columns[at].title
            cells.append(_cell(title, sum(widths[at : at + span]), "TieuDeBieu", size, span=span, merge=merge))
            at += span
        yield _row("".join(cells), heading=True)
    lower = [
        _cell("" if above and not column.above else column.title, width, "TieuDeBieu", size, merge=merge)
        for column, width in zip(grid.columns, widths, strict=True)
        for merge in ("<w:vMerge/>" if above and not column.above else "",)
    ]
    yield _row("".join(lower), heading=True)


def _rows(grid: Grid, widths: Sequence[int], size: int) -> Iterator[str]:
    for row in grid.rows:
        if isinstance(row, str):
            yield _row(_cell(row, sum(widths), "OBieu", size, span=len(widths), letters="<w:b/>", properties="<w:keepNext/>"))
            continue
        yield _row(
            "".join(
                _cell(text, width, "OBieu", size, properties='<w:jc w:val="right"/>' if column.right else "")
                for text, width, column in zip(row, widths, grid.columns, strict=True)
            )
        )


def _row(cells: str, *, heading: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if heading else ''}</w:trPr>{cells}</w:tr>"


def _cell(
    text: str, width: int, style: str, size: int, *, span: int = 1, merge: str = "", letters: str = "", properties: str = ""
) -> str:  # the order in w:tcPr is the standard's
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    middle = '<w:vAlign w:val="center"/>' if style == "TieuDeBieu" else ""
    sized = letters + (f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>' if size != TABLE.size else "")
    inner = paragraph(text, style=style, properties=properties, letters=sized)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merge}{middle}</w:tcPr>{inner}</w:tc>'


def section(*, size: tuple[int, int], margins: tuple[int, int, int, int], links: str, first: bool) -> str:
    """Return what a page looks like, for the pages before this place.

    Args:
        size: Width and height in millimetres.
        margins: Top, right, bottom, left in millimetres.
        links: References to headers and footers.
        first: Whether its first page has a header of its own.
    """
    width, height = (twips(side) for side in size)
    lying = ' w:orient="landscape"' if width > height else ""
    top, right, bottom, left = (twips(side) for side in margins)
    return (
        f'<w:sectPr>{links}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{lying}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{twips(10)}" w:footer="{twips(8)}" w:gutter="0"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
    )
