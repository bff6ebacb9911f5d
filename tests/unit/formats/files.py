"""Office files made for tests, from a few words each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx
import xlsxwriter
from docx.shared import Pt

Rows = Sequence[Sequence[object]]


def word(*blocks: str | Rows, header: str = "", font: str = "", title: str = "") -> bytes:
    """Return a Word file of paragraphs ("# …" is a heading) and tables."""
    made = docx.Document()
    made.core_properties.title = title
    for block in blocks:
        if isinstance(block, str):
            if block.startswith("# "):
                made.add_heading(block[2:], 1)
            else:
                run = made.add_paragraph().add_run(block)
                run.font.size = Pt(13)
                if font:
                    run.font.name = font
        else:
            table = made.add_table(len(block), max(map(len, block)))
            for row, cells in enumerate(block):
                for column, text in enumerate(cells):
                    table.cell(row, column).text = str(text)
    if header:
        made.sections[0].header.paragraphs[0].text = header
    return saved(made)


def saved(made: object) -> bytes:
    """Return the bytes that a Word document is saved as."""
    out = io.BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def excel(sheets: dict[str, Rows], *, hidden: Sequence[str] = (), header: str = "", comment: str = "") -> bytes:
    """Return an Excel file; a row of one text is merged over the sheet's width."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    percent = book.add_format({"num_format": "0.0%"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        width = max((len(row) for row in rows), default=1)
        for number, row in enumerate(rows):
            if len(row) == 1 and width > 1:
                sheet.merge_range(number, 0, number, width - 1, row[0])
                continue
            for column, value in enumerate(row):
                if isinstance(value, float) and value < 2 and value != int(value):
                    sheet.write_number(number, column, value, percent)
                elif value is not None:
                    sheet.write(number, column, value)
        if header:
            sheet.set_header(header)
        if comment:
            sheet.write_comment(0, 0, comment)
        if name in hidden:
            sheet.hide()
    book.close()
    return out.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return a zip of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def pdf(*pages: Sequence[str], table: Rows = (), picture: bool = False) -> bytes:
    """Return a PDF of pages of lines; a ruled table on the last page, or one page that is only a picture."""
    import typst

    said = ['#set text(lang: "vi", size: 11pt)', "#set page(width: 21cm, height: 29.7cm)"]
    for number, lines in enumerate(pages):
        said += ["#pagebreak()"] if number else []
        said += [f"#par[{line}]" if line else "" for line in lines]
    if table:
        cells = ", ".join(f"[{cell}]" for row in table for cell in row)
        said.append(f"#table(columns: {len(table[0])}, {cells})")
    if picture:
        square = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
        said.append(f'#image(bytes("{square}"), format: "svg", width: 5cm)')
    return bytes(typst.compile("\n".join(said).encode(), format="pdf"))
