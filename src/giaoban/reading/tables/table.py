"""Which figures does a table state: for each cell its indicator, place, period, plan and measure?

Every proposal has its cell as evidence. A percentage names its plan where the
header or the one plan column beside it does; else the plan stays unnamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from giaoban.formats import Cell, Laid, Table
from giaoban.reading.proposal import ProposedFigure, Quote
from giaoban.reading.prose.qualifiers import Qualifier
from giaoban.reading.prose.relations import Relation
from giaoban.reading.tables.amounts import PERCENT, TIMES, CellAmount, Counted, amount_in, counted
from giaoban.reading.tables.grid import Grid
from giaoban.reading.tables.header import BRACKETS, Column, Header, find_header
from giaoban.reading.tables.lines import Line, lines_of
from giaoban.reading.tables.roles import LEVELS, RATES, Role
from giaoban.reading.tables.times import period_of, titled
from giaoban.values import vietnamese

RELATIONS = {Role.PCT_PLAN: Relation.PCT_OF_PLAN, Role.PCT_SAME: Relation.PCT_OF_SAME_PERIOD, Role.GROWTH: Relation.GROWTH_VS_SAME_PERIOD}
LARGEST_FRACTION = 5
SHORTEST = 2  # words of a name that stands for itself


@dataclass(frozen=True, slots=True)
class Stated:
    """One amount of a table with what its row and column say (ô số liệu)."""

    line: Line
    column: Column
    cell: Cell
    amount: CellAmount


@dataclass(frozen=True)
class ReadTable:
    """A table taken apart (bảng đã đọc).

    Args:
        lines: Rows of its body.
        stated: Its amounts, by row and column.
        period: Code of the table's own period; empty where nothing says it.
    """

    table: Table
    header: Header
    lines: tuple[Line, ...]
    stated: tuple[Stated, ...]
    period: str
    year: int | None

    @cached_property
    def rows(self) -> dict[int, tuple[Stated, ...]]:
        """The amounts of each row."""
        return _by_row(self.stated)

    @cached_property
    def parts(self) -> dict[int, tuple[Line, ...]]:
        """The lines that stand under each row."""
        found: dict[int, list[Line]] = {}
        for line in self.lines:
            if line.parent is not None:
                found.setdefault(self.lines[line.parent].row, []).append(line)
        return {row: tuple(lines) for row, lines in found.items()}


def _by_row(stated: tuple[Stated, ...]) -> dict[int, tuple[Stated, ...]]:
    found: dict[int, list[Stated]] = {}
    for one in stated:
        found.setdefault(one.line.row, []).append(one)
    return {row: tuple(every) for row, every in found.items()}


def read_table(table: Table, *, above: list[str], year: int | None) -> ReadTable | None:
    """Return the table taken apart; None where it is no table of figures.

    Args:
        above: Paragraphs before it, the nearest last.
        year: Of the text, for times that name none.
    """
    grid = Grid.of(table)
    header = find_header(grid, above=above[-1] if above else "")
    if header is None or not header.columns:
        return None
    lines = lines_of(grid, header=header)
    stated = _in_percent(tuple(_stated(grid, header, lines)), header)
    if not stated:
        return None
    own = [grid.text(row, column=column) for row in range(header.top) for column in range(table.columns)]
    heads = [column.words for column in header.columns if column.role in (Role.ACTUAL, Role.TO_DATE)]
    period = titled([*above, *dict.fromkeys(own)], year=year) or titled(heads, year=year) or titled([table.name], year=year)
    return ReadTable(table, header, lines, stated, period, int(period[:4]) if period else year)


def _stated(grid: Grid, header: Header, lines: tuple[Line, ...]) -> Iterator[Stated]:
    whole = counted(header.measure)
    for line in lines:
        for column in header.columns:
            cell = grid.own(line.row, column=column.number)
            measure = _measure(line, column, whole)
            if cell and (amount := amount_in(cell, measure=measure)):
                yield Stated(line, column, cell, amount)


def _in_percent(stated: tuple[Stated, ...], header: Header) -> tuple[Stated, ...]:
    """Return the amounts, columns of rates that Excel keeps as fractions (0,52) in per cent (52) where a level and its base prove it."""
    for column in header.columns:
        rates = [one for one in stated if one.column is column]
        if column.role not in RATES or not rates or not all(_may_be_fraction(one) for one in rates):
            continue
        times = {id(one): _hundredfold(one) for one in rates}
        rows = _by_row(stated)
        proofs = ((one, level, base) for one in rates for level, base in _pairs(rows[one.line.row], one))
        if any(fits(times[id(one)], level=level, base=base) and not fits(one, level=level, base=base) for one, level, base in proofs):
            stated = tuple(times.get(id(one), one) for one in stated)
    return stated


def _hundredfold(one: Stated) -> Stated:
    said = one.amount.said.scaleb(2)
    return replace(one, amount=replace(one.amount, said=said.normalize() + 0, places=max(0, one.amount.places - 2)))


def _may_be_fraction(one: Stated) -> bool:
    return one.cell.number is not None and "%" not in one.cell.text and abs(one.amount.said) < LARGEST_FRACTION


def _pairs(beside: tuple[Stated, ...], rate: Stated) -> Iterator[tuple[Stated, Stated]]:
    """Yield each level of the rate's row with each base that it may be compared with."""
    role = Role.PLAN if rate.column.role is Role.PCT_PLAN else Role.BASE
    row = [one for one in beside if one.column.subject == rate.column.subject]
    for level in (one for one in row if one.column.role in LEVELS):
        yield from ((level, base) for base in row if base.column.role is role)


def _measure(line: Line, column: Column, whole: Counted) -> Counted:
    if column.role in RATES:
        return TIMES if re.search(r"\blần\b", column.words.lower()) else PERCENT
    if column.measure:
        return counted(column.measure)
    return line.measure if line.measure.words else whole


def figures_of(read: ReadTable, *, laid: Laid, number: int) -> Iterator[ProposedFigure]:
    """Yield what the table proposes, by row and column.

    Args:
        laid: The document as text, for the places of the cells.
        number: Of the table, from 0.
    """
    for one in read.stated:
        start = laid.cells[number, one.cell.row, one.cell.column]
        quote = Quote(start, start + len(one.cell.text), one.cell.text, read.table.place(one.cell))
        yield _figure(read, one, quote)


def _figure(read: ReadTable, one: Stated, quote: Quote) -> ProposedFigure:
    role, amount = one.column.role, one.amount
    subject, place, context = _names(read, one)
    period = period_of(one.column.words, role=role, of_table=read.period, year=read.year)
    if role in RATES:
        period = _period_of_rate(read, one) or period
    relation = RELATIONS.get(role, Relation.GROWTH_OTHER if role is Role.CHANGE else Relation.LEVEL)
    changed = role in (Role.GROWTH, Role.CHANGE)
    value = abs(amount.value) if changed else amount.value
    if not amount.measure.words:
        context = (*context, "measure")
    return ProposedFigure(
        quote=quote, subject=subject, value=value, measure=amount.measure.name, printed=amount.printed, relation=relation,
        qualifier=Qualifier.ESTIMATE if _is_estimate(one.column) else Qualifier.EXACT, period=period, place=place,
        direction=("down" if amount.value < 0 else "up") if changed else "", target=role is Role.PLAN,
        out_of=amount.whole * amount.measure.times if amount.whole is not None else None, context=context, plan=_plan(read, one),
    )  # fmt: skip


def _names(read: ReadTable, one: Stated) -> tuple[str, str, tuple[str, ...]]:
    """Return subject, place, and which of them the row itself does not say."""
    if read.header.of_places:
        return one.column.subject, "" if one.line.total else one.line.name, ()
    name = BRACKETS.sub("", one.line.name).strip() or one.line.name
    if one.line.parent is None or (len(name.split()) >= SHORTEST and not one.line.part_only and not one.line.total):
        return name, one.column.subject, ()
    above = read.lines[one.line.parent]
    return f"{above.name}: {name}" if not one.line.total else above.name, one.column.subject, ("subject",)


def _is_estimate(column: Column) -> bool:
    return column.role in (*LEVELS, *RATES) and bool(re.search(r"\buoc\b|\buth\b|du kien", vietnamese.fold(column.words)))


def _plan(read: ReadTable, one: Stated) -> str:
    """Return the words that name the plan; empty for figures of none, and where no header names one."""
    if one.column.role is Role.PLAN:
        return one.column.said
    if one.column.role is not Role.PCT_PLAN:
        return ""
    plans = [column for column in read.header.columns if column.role is Role.PLAN and column.subject == one.column.subject]
    said = set(_plan_words(one.column.said))
    alike = [column for column in plans if said and said <= set(_plan_words(column.said))]
    if len(alike) == 1:
        return alike[0].said
    if len(plans) == 1 and not said:
        return plans[0].said
    return one.column.said if said else ""


def _plan_words(words: str) -> list[str]:
    """Return what tells one plan from another: who gave it, and of which year."""
    folded = re.sub(r"\btp\b", "thanh pho", vietnamese.fold(words))
    return re.findall(
        r"trung uong|\btinh\b|thanh pho|\bhuyen\b|\bhdnd\b|\bxa\b|\bphuong\b|dai hoi|nghi quyet|\bnam\b|\bquy\b|20\d\d", folded
    )


def _period_of_rate(read: ReadTable, one: Stated) -> str | None:
    """Return the period of the level that a rate is of: the one that it fits, else the year so far, else the only one."""
    row = read.rows[one.line.row]
    levels = [other for other in row if other.column.role in LEVELS and other.column.subject == one.column.subject]
    earlier = [other for other in levels if _is_earlier(read, other)]
    levels = [other for other in levels if other not in earlier]
    base = Role.PLAN if one.column.role is Role.PCT_PLAN else Role.BASE
    bases = [other for other in row if other.column.role is base]
    bases += earlier if base is Role.BASE else []
    for level in levels:
        for other in bases:
            if fits(one, level=level, base=other):
                return period_of(level.column.words, role=level.column.role, of_table=read.period, year=read.year)
    chosen = next((level for level in levels if level.column.role is Role.TO_DATE), levels[0] if len(levels) == 1 else None)
    return period_of(chosen.column.words, role=chosen.column.role, of_table=read.period, year=read.year) if chosen else None


def _is_earlier(read: ReadTable, one: Stated) -> bool:
    period = period_of(one.column.words, role=one.column.role, of_table=read.period, year=read.year)
    return bool(period and read.period and period[:4] < read.period[:4])


def fits(rate: Stated, *, level: Stated, base: Stated) -> bool:
    """Whether a rate is that of a level and its base, as far as the printed digits tell."""
    low, high = bounds(level, base=base)
    exact = rate.amount.said * (100 if rate.amount.measure is TIMES else 1)
    half = rate.amount.half * (100 if rate.amount.measure is TIMES else 1)
    growth = (low - 100 <= exact + half and exact - half <= high - 100) if rate.column.role in (Role.GROWTH, Role.PCT_SAME) else False
    return growth or (low <= exact + half and exact - half <= high)


def bounds(level: Stated, *, base: Stated) -> tuple[Decimal, Decimal]:
    """Return between which percentages a level is of its base, by the digits that are printed."""
    most = base.amount.value - base.amount.half
    least = base.amount.value + base.amount.half
    if most <= 0 or level.amount.value < 0 or level.amount.measure.name != base.amount.measure.name:
        return Decimal(0), Decimal("Infinity")
    return 100 * (level.amount.value - level.amount.half) / least, 100 * (level.amount.value + level.amount.half) / most
