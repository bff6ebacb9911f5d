"""Where is the header of a table, and what does each column hold?

The first row of the top that names at least two roles begins it. Merged cells
and second rows belong to it; a row that only counts the columns does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from giaoban.formats import Cell
from giaoban.reading.tables.grid import Grid
from giaoban.reading.tables.roles import VALUES, Role, is_total, role_of
from giaoban.values import vietnamese

SEARCHED = 25
NUMERIC = re.compile(r"[-+(]?\d[\d.,]*\s?%?\)?|[-–—…x]+")
YEAR = re.compile(r"(?:19|20)\d\d")
COUNTED = re.compile(r"\(?\s?(?:\d{1,2}|[A-H])\s?(?:=.*)?\)?")
BRACKETS = re.compile(r"\(([^()]{1,40})\)")
SAID_MEASURE = re.compile(r"(?:đơn vị(?: tính)?|đvt|đv tính)\s*[:\-]\s*([^()|;\n]{1,40})", re.IGNORECASE)
PLACES = re.compile(r"(?:phuong|xa|thi tran|dac khu|p\.|x\.|tt\.|tdp|to dan pho|thon|huyen|thi xa|thanh pho|quan|khu pho|to \d|khoi)\b.*")

KNOWN_MEASURE = re.compile(
    r"(?:(?:nghin|ngan|trieu|ty|ti|tr|1000|1\.000)[ .]*(?:dong|d|usd|nguoi|tan|ha|m2|m3)?|dong|%|ha|km|km2|m2|m3|m|tan|ta|kg|nguoi|ho|cay|"
    r"con|luot|luot nguoi|du an|cong trinh|truong hop|vu|ho so|doanh nghiep|tieu chi|mo hinh|diem|giuong|lan|ca|chiec|cai|kwh|mw|lit|usd|"
    r"hoc sinh|phong|lop|co so|thu tuc|van ban|cuoc|buoi|to|thon|xa|phuong)(?:/\w+)*"
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of figures, and what its header says (cột).

    Args:
        number: From 0.
        words: Of its header from the top, "Ước TH quý I/2026".
        subject: What of the header names neither a role nor a time: a place or an indicator.
        measure: Words of the measure that the header gives; empty where none.
        total: Whether it is the whole of the columns beside it.
        said: The words without the subject.
    """

    number: int
    role: Role
    words: str
    subject: str = ""
    measure: str = ""
    total: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a table (đầu bảng).

    Args:
        top: First row of it.
        body: First row of the table's body.
        of_places: Whether the rows are places and the columns indicators.
        measure: Words of the measure of the whole table; empty where none is said.
        title: What stands above the header inside the table.
    """

    top: int
    body: int
    name: int
    number: int | None
    measure_column: int | None
    note: int | None
    columns: tuple[Column, ...]
    of_places: bool
    measure: str
    title: str


def find_header(grid: Grid, *, above: str = "") -> Header | None:
    """Return the head of the table; None where it is no table of figures.

    Args:
        above: The paragraph before the table, which may give its measure.
    """
    for row in range(min(SEARCHED, grid.table.rows)):
        cells = {cell.column: cell for (r, _), cell in _row(grid, row) if r == row}
        roles = [role_of(cell.text) for cell in cells.values()]
        telling = {role for role in roles if role is not Role.OTHER}
        if (
            (len(cells) < 3 and len(telling) < 2)
            or not {Role.NAME, Role.PLACE} & telling
            or any(_is_number(c.text) for c in cells.values())
        ):
            continue
        if len(telling) >= 2 or (len(cells) >= 3 and len(roles) - len(telling) >= 2):
            return _header(grid, row, above)
    return None


def _row(grid: Grid, row: int) -> list[tuple[tuple[int, int], Cell]]:
    return [((row, column), cell) for column in range(grid.table.columns) if (cell := grid.cell(row, column=column))]


def _is_number(text: str) -> bool:
    return bool(NUMERIC.fullmatch(text)) and not YEAR.fullmatch(text)


def _header(grid: Grid, top: int, above: str) -> Header | None:
    body = _body(grid, top)
    paths = [_path(grid, column, top, body) for column in range(grid.table.columns)]
    roles = [role_of(" ".join(path)) if path else Role.OTHER for path in paths]
    name = next((n for n, role in enumerate(roles) if role is Role.NAME), None)
    place = next((n for n, role in enumerate(roles) if role is Role.PLACE), None)
    measure_column = next((n for n, role in enumerate(roles) if role is Role.MEASURE), None)
    if name is None and place is None:
        return None
    if name is not None and place is not None and measure_column is None and _holds_measures(grid, place, body):
        measure_column, place = place, None
    of_places = name is None
    subject = place if name is None else name
    assert subject is not None  # noqa: S101 -- one of the two was found
    title = " ".join(dict.fromkeys(grid.text(row, column=column) for row in range(top) for column in range(grid.table.columns))).strip()
    said = SAID_MEASURE.search(title) or SAID_MEASURE.search(above)
    number = next((n for n, role in enumerate(roles) if role is Role.NUMBER), None)
    note = next((n for n, role in enumerate(roles) if role is Role.NOTE), None)
    taken = {subject, number, measure_column, note}
    columns = tuple(
        column for n in range(len(paths)) if n not in taken and (column := _column(n, paths[n], roles[n], of_places, grid, body))
    )
    return Header(top, body, subject, number, measure_column, note, columns, of_places, said[1].strip() if said else "", title)


def _body(grid: Grid, top: int) -> int:
    """Return the first row below the header: past its merged cells, second rows, and the row that counts columns."""
    body = max((cell.row + cell.down for column in range(grid.table.columns) if (cell := grid.cell(top, column=column))), default=top + 1)
    body = min(body, top + 5)
    while body < min(top + 5, grid.table.rows) and _goes_on(grid, body):
        body += 1
    texts = [grid.text(body, column=column) for column in range(grid.table.columns)]
    told = [text for text in texts if text]
    if len(told) > 2 and all(COUNTED.fullmatch(text) for text in told) and (_counts_up(told)):
        body += 1
    return body


def _goes_on(grid: Grid, row: int) -> bool:
    """Whether a row is a second row of the header: words that tell roles, under a header that has none beside them."""
    told = [cell for column in range(grid.table.columns) if (cell := grid.own(row, column=column))]
    if len(told) < 2 or any(_is_number(cell.text) for cell in told):
        return False
    first = next((column for column in range(grid.table.columns) if grid.text(row, column=column)), 0)
    telling = [cell for cell in told if role_of(cell.text) in VALUES]
    return len(telling) * 2 > len(told) or (first >= 2 and bool(telling))


def _counts_up(told: Sequence[str]) -> bool:
    numbers = [int(found[0]) for text in told if (found := re.search(r"\d+", text.partition("=")[0]))]
    return len(numbers) >= 2 and all(later == earlier + 1 for earlier, later in pairwise(numbers))


def _path(grid: Grid, column: int, top: int, body: int) -> list[str]:
    found: list[str] = []
    for row in range(top, body):
        text = grid.text(row, column=column)
        if text and (not found or found[-1] != text) and not (COUNTED.fullmatch(text) and row == body - 1 and row > top):
            found.append(text)
    return found


def _column(number: int, path: list[str], role: Role, of_places: bool, grid: Grid, body: int) -> Column | None:
    if not path or role in (Role.NAME, Role.NUMBER, Role.NOTE, Role.MEASURE, Role.PLACE, Role.GRADE):
        return None
    words = " ".join(path)
    if role is Role.OTHER and not any(_is_number(grid.text(row, column=number)) for row in range(body, grid.table.rows)):
        return None
    others = [part for part in path if role_of(part) is Role.OTHER and not is_filler(part)]
    if of_places and not others and role in (Role.ACTUAL, Role.OTHER):
        others = [path[0]]
    subject = " ".join(others)
    if not of_places and role is not Role.OTHER and subject and not PLACES.fullmatch(vietnamese.fold(subject)):
        subject = ""
    measure = next((found[1].strip() for part in reversed(path) for found in [_measure(part)] if found), "")
    total = bool(subject) and is_total(BRACKETS.sub("", subject))
    bare = "" if total else BRACKETS.sub("", subject).strip()
    said = " ".join(part for part in path if part not in others or not subject) or words
    return Column(number, Role.ACTUAL if role is Role.OTHER else role, words, bare, measure, total, said)


def _measure(part: str) -> re.Match[str] | None:
    return SAID_MEASURE.search(part) or next((found for found in BRACKETS.finditer(part) if is_measure(found[1])), None)


def is_filler(part: str) -> bool:
    """Whether a header cell only groups those below it: "Trong đó", "Chia ra", "Năm 2026"."""
    return bool(re.fullmatch(r"(?:trong do|chia ra|chia theo.*|gom|bao gom|nam \d{4}|quy \S+|so sanh.*)\s*:?", vietnamese.fold(part)))


def is_measure(words: str) -> bool:
    """Whether words in brackets say a measure: "(triệu đồng)", "(%)", not "(tỉnh giao)"."""
    folded = vietnamese.fold(words).strip(" .:")
    return bool(KNOWN_MEASURE.fullmatch(folded))


def _holds_measures(grid: Grid, column: int, body: int) -> bool:
    told = [text for row in range(body, grid.table.rows) if (text := grid.text(row, column=column))]
    return bool(told) and sum(is_measure(text) for text in told) * 3 > len(told)
