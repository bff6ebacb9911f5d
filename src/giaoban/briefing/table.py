"""How is a board printed? The table of figures, and a whole board as a terminal shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, count, groupby

from giaoban.briefing.blocks import Grid
from giaoban.briefing.cells import Sheet, is_known
from giaoban.briefing.grid import grid
from giaoban.briefing.legend import Legend
from giaoban.briefing.notes import Notes, wrapped
from giaoban.briefing.stamp import MADE, PURPOSE, hidden_words, question_line
from giaoban.briefing.tally import Tally
from giaoban.catalogue import Window
from giaoban.engine import Board, Row
from giaoban.ledger.figures import WHOLE

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NOTHING = "Chưa có số liệu nào trong kỳ."


def figures_table(sheet: Sheet) -> Grid:
    """Return the rows of the sheet as a table, under the headings of their groups.

    Rows keep their order within a group; groups stand in the order of a report.
    """
    rows = tuple(_under_groups(sheet, sheet.rows))  # first, since the headings know no notes that rows do not call
    return Grid(tuple(sheet.columns), rows, empty=NOTHING)


def _under_groups(sheet: Sheet, rows: Sequence[Row]) -> list[tuple[str, ...] | str]:
    """Return the rows as cells, numbered through, each group under its heading; parts bear no number."""
    lines = grouped(rows, legend=sheet.legend)
    return [line if isinstance(line, str) else sheet.cells(line[1], number=line[0]) for line in lines]


def grouped(rows: Sequence[Row], *, legend: Legend) -> list[tuple[str, Row] | str]:
    """Return the rows with their numbers, each group under its heading; a part of a disaggregated indicator bears no number."""
    lines: list[tuple[str, Row] | str] = []
    number = 0
    found = groupby(in_groups(rows, legend=legend), key=lambda row: row.group)
    for letter, (group, members) in zip(chain(LETTERS, map(str, count(1))), found, strict=False):
        lines.append(f"{letter}. {legend.group(group)}")
        for row in members:
            number += row.series.part == WHOLE
            lines.append((str(number) if row.series.part == WHOLE else "", row))
    return lines


def in_groups(rows: Iterable[Row], *, legend: Legend) -> list[Row]:
    """Return the rows by the order of their groups, within a group as they came; unknown groups last."""
    order = {id: at for at, id in enumerate(legend.groups)}
    return sorted(rows, key=lambda row: (order.get(row.group, len(order)), "" if row.group in order else row.group))


def board_text(board: Board, *, legend: Legend, width: int = 120, known_only: bool = False) -> str:
    """Return the board as plain text: the question, the counts, the rows by group, the notes.

    The body itself comes first, then each of its parts that the board holds.

    Args:
        width: In letters; the table is wider only where single words leave no choice.
        known_only: Whether rows of which nothing is known are counted below instead of shown.
    """
    notes, made = Notes(), [MADE] if board.made else []
    rows = [row for row in board.rows if is_known(row)] if known_only else list(board.rows)
    table = _table(board, Sheet(Window.of(board.period), rows, legend, notes), width)
    if len(rows) < len(board.rows):
        notes.mark(f"không in {len(board.rows) - len(rows)} dòng chưa có số liệu")
    for note in board.notes:
        notes.mark(note)
    if board.hidden:
        notes.mark(hidden_words(board.hidden))
    below = ["", "Ghi chú:", *notes.lines(width=width)] if notes.texts else []
    counts = wrapped(Tally.of(board.own()).line(), width=width) if board.own() else []
    lines = [*made, question_line(board), "", *counts, "", *table, *below, "", *wrapped(PURPOSE, width=width), *made]
    return "\n".join(lines) + "\n"


def _table(board: Board, sheet: Sheet, width: int) -> list[str]:
    """Return one table of all bodies; each part of the body has its name and counts above its rows."""
    by_body: dict[str, list[Row]] = {}
    for row in sheet.rows:
        by_body.setdefault(row.body, []).append(row)
    lines: list[tuple[str, ...] | str] = []
    for body, rows in by_body.items():
        if body != board.body:
            lines += ["", f"{rows[0].body_name} ({Tally.of(rows).line()})"]
        lines += _under_groups(sheet, rows)
    return grid(sheet.columns, rows=lines, width=width) if lines else [NOTHING]
