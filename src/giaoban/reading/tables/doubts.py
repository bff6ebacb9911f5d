"""What in a table contradicts itself: a percentage that is not of its numbers, parts that do not make the whole?

Printed digits decide: a sum of n rounded parts may miss its total by n + 1
half digits. Parts that are said "trong đó" need only not exceed the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from giaoban.reading.doubts import DoesNotAddUp, EnglishDigits
from giaoban.reading.tables.roles import LEVELS, Role
from giaoban.reading.tables.table import ReadTable, Stated, bounds, fits
from giaoban.values import Problem, Severity, Span, vietnamese

ADDED = (Role.PLAN, Role.ACTUAL, Role.TO_DATE, Role.BASE)
NEVER_ADDED = ("%", "‰", "lần", "thứ hạng", "điểm")


@dataclass(frozen=True)
class SumDiffers(Problem):
    """Parts of a table do not make the whole that it prints (tổng không khớp)."""

    code: ClassVar[str] = "reading-sum-differs"
    severity: ClassVar[Severity] = Severity.DOUBT
    vi: ClassVar[str] = "“{whole}” in {printed}, nhưng {count} dòng thành phần cộng lại là {computed}."
    en: ClassVar[str] = "“{whole}” prints {printed}, but its {count} parts add up to {computed}."
    way_out_vi: ClassVar[str] = "Xem lại bản gốc: thiếu dòng, sai một dòng hay sai tổng? Giữ nguyên như in nếu chưa rõ."
    way_out_en: ClassVar[str] = "Look at the original: is a row missing or wrong, or the total? Keep what is printed while in doubt."

    whole: str
    printed: str
    count: int
    computed: str


def table_doubts(read: ReadTable, *, document: str) -> Iterator[Problem]:
    """Yield what a person should look at in the table, by row and column."""
    by_cell = {(one.line.row, one.column.number): one for one in read.stated}
    for one in read.stated:
        where = Span(document, read.table.place(one.cell))
        if one.amount.english:
            yield EnglishDigits(where, one.cell.text, vietnamese.write_number(one.amount.said))
        if one.column.role in (Role.PCT_PLAN, Role.PCT_SAME, Role.GROWTH):
            yield from _rate(read, one, where)
        elif one.column.role in ADDED and one.amount.measure.name not in NEVER_ADDED and "/" not in one.amount.measure.name:
            yield from _sum(read, one, by_cell, where)


def _rate(read: ReadTable, rate: Stated, where: Span) -> Iterator[Problem]:
    row = [
        one for one in read.rows[rate.line.row] if one.column.subject == rate.column.subject and one.amount.measure.name not in NEVER_ADDED
    ]
    base_role = Role.PLAN if rate.column.role is Role.PCT_PLAN else Role.BASE
    levels, bases = [one for one in row if one.column.role in LEVELS], [one for one in row if one.column.role is base_role]
    levels = [one for one in levels if one.amount.whole is None]
    if not levels and base_role is Role.BASE:
        return
    if base_role is Role.BASE and not bases:  # a level of the year before, under a header of its own
        bases = [one for one in levels if _years_back(read, one)]
        levels = [one for one in levels if one not in bases]
    pairs = [
        (level, base)
        for level in levels
        for base in bases
        if base.amount.value > 0 and base.amount.measure.name == level.amount.measure.name
    ]
    if not pairs or any(fits(rate, level=level, base=base) for level, base in pairs):
        return
    level, base = pairs[-1] if len(levels) > 1 else pairs[0]
    exact = 100 * level.amount.value / base.amount.value
    if rate.column.role is Role.GROWTH:
        exact -= 100
    if bounds(level, base=base)[1].is_finite():
        yield DoesNotAddUp(where, rate.cell.text, level.amount.printed, base.amount.printed, vietnamese.write_number(exact, places=2))


def _years_back(read: ReadTable, one: Stated) -> bool:
    return bool(read.year and str(read.year - 1) in one.column.words and str(read.year) not in one.column.words)


def _sum(read: ReadTable, whole: Stated, by_cell: dict[tuple[int, int], Stated], where: Span) -> Iterator[Problem]:
    parts, exact = _parts(read, whole, by_cell)
    parts = [part for part in parts if part.amount.measure.name == whole.amount.measure.name and part.amount.whole is None]
    if len(parts) < 2 or whole.amount.whole is not None:
        return
    computed = sum((part.amount.value for part in parts), Decimal(0))
    slack = whole.amount.half + sum((part.amount.half for part in parts), Decimal(0))
    over, short = computed - whole.amount.value > slack, whole.amount.value - computed > slack
    if over or (short and exact):
        times = whole.amount.measure.times
        said = vietnamese.write_number((computed / times).normalize().quantize(Decimal(1).scaleb(-_places(parts))))
        name = whole.column.words if whole.column.total else whole.line.name
        yield SumDiffers(where, name, whole.amount.printed, len(parts), f"{said} {whole.amount.measure.words}".strip())


def _places(parts: list[Stated]) -> int:
    return max(part.amount.places for part in parts)


def _parts(read: ReadTable, whole: Stated, by_cell: dict[tuple[int, int], Stated]) -> tuple[list[Stated], bool]:
    """Return the parts of a total or of a row that others stand under, and whether they must make it exactly."""
    column = whole.column
    if column.total:
        others = [one for one in read.header.columns if one.subject and not one.total and one.role is column.role]
        parts = [by_cell.get((whole.line.row, one.number)) for one in others]
        return [part for part in parts if part], all(parts)
    lines = list(read.parts.get(whole.line.row, ()))
    if whole.line.total and not lines:
        tops = [line for line in read.lines if line.parent is None and not line.total]
        lines = tops if len(tops) > 1 else [line for line in read.lines if not line.total]
    parts = [by_cell.get((line.row, column.number)) for line in lines]
    exact = bool(lines) and all(parts) and not any(line.part_only for line in lines) and whole.line.total
    return [part for part in parts if part], exact
