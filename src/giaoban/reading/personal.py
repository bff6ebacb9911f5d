"""Does a file list people: a column of identity numbers or telephones, or names with days of birth?

The office needs totals only (Luật 91/2025/QH15). Such a file is stopped
before anything of it is kept; a person may drop the columns, and then only
what is left is read and kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from giaoban.formats import Cell, Document, Paragraph, Table
from giaoban.values import vietnamese

SEARCHED = 12  # rows from the top that may be a header
IDENTITY = re.compile(
    r"(?:so )?(?:cccd|cmnd|cmt|cmtnd|can cuoc|dinh danh|ho chieu|ma so bhxh|so bhxh|so the bhyt|ma the bhyt)\b.*|"
    r".*\b(?:cccd|cmnd|can cuoc cong dan|can cuoc|so dinh danh|dinh danh ca nhan)\b.*"
)
PHONE = re.compile(r"(?:so )?(?:dien thoai|sdt|dt|dtdd|di dong|so dt|zalo)\b.*|.*\b(?:dien thoai|sdt)\b.*")
BORN = re.compile(r".*\b(?:ngay sinh|nam sinh|sinh ngay|ngay,? thang,? nam sinh|ntns)\b.*")
NAMED = re.compile(r".*\b(?:ho va ten|ho ten|ho, ten|ho dem|ten chu ho|chu ho|ten nguoi|nguoi duoc|hoc sinh|ho va ten.*)\b.*")
NUMBER = re.compile(r"(?<![\d.,])(?:0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}|\d{12})(?!\d|[.,]\d)")
TELEPHONE = re.compile(r"(?<![\d.,])(?:\+84|0)[ .]?[35789]\d(?:[ .]?\d){7}(?!\d|[.,]\d)")
WRITTEN_NAME = re.compile(r"[A-ZÀ-ỸĐ][a-zà-ỹđ]+(?:\s[A-ZÀ-ỸĐ][a-zà-ỹđ]+){1,4}")
DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|(?:19|20)\d\d")
FEW = 3
IN_PROSE = 3


@dataclass(frozen=True, slots=True)
class PersonalColumn:
    """A column that tells of people one by one (cột dữ liệu cá nhân).

    Args:
        table: Number of the table, from 0.
        column: From 0.
        words: Of its header; what it holds where it has none.
        people: How many rows it fills.
    """

    table: int
    column: int
    words: str
    people: int


def personal_columns(document: Document) -> tuple[PersonalColumn, ...]:
    """Return the columns of a file that tell of people one by one."""
    return tuple(found for number, table in enumerate(document.tables) for found in _of_table(table, number))


def people_in_prose(document: Document) -> int:
    """Return how many lines of running text hold an identity number, where there are so many that it is a list; else 0."""
    lines = sum(1 for block in document.blocks if isinstance(block, Paragraph) and NUMBER.search(block.text))
    return lines if lines >= IN_PROSE else 0


def without(document: Document, *, columns: Iterable[PersonalColumn]) -> Document:
    """Return the document without the columns, its other cells at their old addresses, and without what stands aside."""
    gone = {(one.table, one.column) for one in columns}
    blocks: list[Paragraph | Table] = []
    number = 0
    for block in document.blocks:
        if isinstance(block, Table):
            kept = tuple(cell for cell in block.cells if (number, cell.column) not in gone)
            blocks.append(Table(block.name, kept, block.hidden))
            number += 1
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks), asides=(), pieces=())


def _of_table(table: Table, number: int) -> Iterable[PersonalColumn]:
    columns: dict[int, list[Cell]] = {}
    for cell in table.cells:
        columns.setdefault(cell.column, []).append(cell)
    named = {column for column, cells in columns.items() if _headed(cells, NAMED) or _mostly(cells, WRITTEN_NAME)}
    born = {column for column, cells in columns.items() if _headed(cells, BORN)}
    born = {column for column in born if sum(bool(DAY.fullmatch(cell.text.strip())) for cell in columns[column]) >= 1}
    for column, cells in sorted(columns.items()):
        count = 0
        if identities := sum(bool(NUMBER.search(cell.text.replace(" ", ""))) for cell in cells):
            count = identities if _headed(cells, IDENTITY) or identities >= FEW else 0
        elif _headed(cells, IDENTITY):
            count = sum(bool(re.search(r"\d{6,}|[A-Z]{2}\d{8,}", cell.text)) for cell in cells)
        phones = sum(bool(TELEPHONE.search(cell.text)) for cell in cells)
        if not count and phones and (phones >= FEW or _headed(cells, PHONE)):
            count = phones if phones >= FEW - 1 else 0
        if not count and born and named and column in (born | named):
            count = sum(bool(DAY.fullmatch(cell.text.strip())) for cell in columns[min(born)])
        if count:
            yield PersonalColumn(number, column, _words(cells), count)


def _headed(cells: list[Cell], words: re.Pattern[str]) -> bool:
    return any(cell.row < SEARCHED and len(cell.text) < 60 and words.fullmatch(vietnamese.fold(cell.text)) for cell in cells)


def _mostly(cells: list[Cell], form: re.Pattern[str]) -> bool:
    told = [cell for cell in cells if cell.text]
    return len(told) > FEW and sum(bool(form.fullmatch(cell.text.strip())) for cell in told) * 10 >= len(told) * 7


def _words(cells: list[Cell]) -> str:
    for pattern in (IDENTITY, PHONE, BORN, NAMED):
        for cell in cells:
            if cell.row < SEARCHED and len(cell.text) < 60 and pattern.fullmatch(vietnamese.fold(cell.text)):
                return cell.text
    return f"cột {min(cells, key=lambda cell: cell.row).name[:1]}"
