"""Which rows of a table are parts of which: the tree that TT says with I, 1, a, -?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from giaoban.reading.tables.amounts import UNKNOWN, Counted, counted, is_same_as_above
from giaoban.reading.tables.grid import Grid
from giaoban.reading.tables.header import BRACKETS, Header, is_measure
from giaoban.reading.tables.roles import is_total
from giaoban.values import vietnamese

ROMAN = re.compile(r"[IVX]+")
DOTTED = re.compile(r"\d+(?:\.\d+)+")
MARK = re.compile(r"^\s*([-–—+*•]|trong đó\s*[:,-]?|tr\.?\s?đó\s*[:,-]?)\s*", re.IGNORECASE)
ENDS = re.compile(r"(?:ghi chu|nguon|nguoi lap|lap bieu|noi nhan|tm\.|kt\.|ngay \d+ thang)\b.*")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table's body (dòng của bảng).

    Args:
        row: From 0, in the table.
        label: Of TT, as it stands: "1.2", "a", "-".
        name: Of the indicator or place, without the mark before it.
        measure: That the row's amounts are counted in; of no words where the row does not say.
        parent: Place among the lines of the line it is a part of; None for the first level.
        total: Whether it is the whole of the others.
        part_only: Whether it is said "trong đó", so that the parts need not make the whole.
    """

    row: int
    label: str
    name: str
    measure: Counted
    parent: int | None = None
    total: bool = False
    part_only: bool = False


def lines_of(grid: Grid, *, header: Header) -> tuple[Line, ...]:
    """Return the rows of the body that name something, each with what it is a part of."""
    found: list[Line] = []
    stack: list[tuple[str, int]] = []  # form of label, place among the lines
    measure = UNKNOWN
    for row in range(header.body, grid.table.rows):
        cell = grid.cell(row, column=header.name)
        name = cell.text if cell else ""
        if not name or (cell and cell.row != row and cell.row >= header.body) or name == grid.text(header.top, column=header.name):
            continue
        if ENDS.fullmatch(vietnamese.fold(name)) and not _has_amounts(grid, row, header):
            break
        said = grid.text(row, column=header.measure_column)
        if not is_same_as_above(said):
            bracket = next((words for words in BRACKETS.findall(name) if is_measure(words)), "")
            measure = counted(said or bracket)
        label, bare, part_only = _label(grid.text(row, column=header.number), name)
        form = "none" if is_total(bare) and not label else _form(label, [kept for kept, _ in stack])
        parent = _place(stack, form, len(found))
        found.append(Line(row, label, bare, measure, parent, is_total(bare), part_only))
    return tuple(found)


def _has_amounts(grid: Grid, row: int, header: Header) -> bool:
    return any(any(letter.isdigit() for letter in grid.text(row, column=column.number)) for column in header.columns)


def _label(number: str, name: str) -> tuple[str, str, bool]:
    """Return label, name without mark, and whether only some of the parts are named."""
    marks: list[str] = []
    bare = name.strip()
    while (mark := MARK.match(bare)) and len(marks) < 3:
        marks.append(mark[1])
        bare = bare[mark.end() :].strip()
    part_only = any(vietnamese.fold(one).startswith("tr") for one in marks)
    label = number.strip(" .)") or ("…" if part_only else marks[0] if marks else "")
    return label, bare or name.strip(), part_only


def _form(label: str, known: list[str]) -> str:
    """Return the form of a label: rows of one form stand side by side."""
    if not label:
        return "none" if not known else "bare"
    if label in "-–—*•":
        return "-"
    if label in "+…":
        return label
    if DOTTED.fullmatch(label):
        return f"1{'.1' * label.count('.')}"
    if label.isdigit():
        return "1"
    if ROMAN.fullmatch(label) and ("A" not in known or label not in "ABCD") and (label not in "CDLM"):
        return "I"
    return "A" if label.isupper() else "a"


def _place(stack: list[tuple[str, int]], form: str, place: int) -> int | None:
    """Return what the next line is a part of, and remember the line itself."""
    forms = [kept for kept, _ in stack]
    if form in forms:
        del stack[forms.index(form) :]
    elif form == "I" and stack and "A" not in forms:
        stack.clear()
    elif form.startswith("1.") and forms:
        kept = [n for n, one in enumerate(forms) if one.startswith("1.") and len(one) >= len(form)]
        if kept:
            del stack[kept[0] :]
    elif form == "none":
        stack.clear()
    parent = stack[-1][1] if stack else None
    stack.append((form, place))
    return parent
