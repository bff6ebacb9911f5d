"""What does a workbook of figures hold? The biểu with its real columns, the units, and where everything comes from.

Units bear their names only in the annex to the chair, or on a board that its
reader sees anyway; a pack for everybody has counts in their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from giaoban.briefing import Legend, Pack
from giaoban.briefing.annex import cell_of, parts_of
from giaoban.briefing.blocks import Column
from giaoban.briefing.cells import Sheet, is_known
from giaoban.briefing.charts.bars import ORDER, WORDS, counts_of
from giaoban.briefing.notes import GLUE, Notes
from giaoban.briefing.stamp import DRAFT, MADE, foot, hidden_words, question_line
from giaoban.briefing.table import grouped, in_groups
from giaoban.catalogue import Window
from giaoban.engine import Board, Level, Row, Series
from giaoban.findings.finding import chosen_plan, exact, name_of, percent, plan_words
from giaoban.ledger import VIETNAM
from giaoban.papers.paper import Look
from giaoban.papers.sheet_file import OPENED, Line, SheetFile, Shown
from giaoban.values import vietnamese

NAME = "xlsx"
MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILENAME = "figures.xlsx"
FIGURES, UNITS, SHARES, COUNTS, SOURCES = "Biểu", "Các đơn vị", "Các đơn vị, % KH", "Số đơn vị theo mức", "Nguồn"
ABOVE, BELOW = "Toàn địa bàn", "Ghi chú:"


def render(pack: Pack, *, look: Look) -> bytes:  # noqa: ARG001 a workbook has one look
    """Return the figures of a pack as a workbook."""
    named = pack.agenda.for_chair
    return _book(
        pack.boards, legend=pack.legend, named=named, draft=DRAFT, sources=[(f"mục {n}", said) for n, said in pack.sources], pack=pack
    )


def board_xlsx(board: Board, *, legend: Legend) -> bytes:
    """Return a board as a workbook: exactly the rows that its reader sees, those of its parts by name."""
    return _book((board,), legend=legend, named=True, draft="", sources=[], pack=None)


def _book(
    boards: Sequence[Board], *, legend: Legend, named: bool, draft: str, sources: Sequence[tuple[str, str]], pack: Pack | None
) -> bytes:
    board = boards[0]
    marks = " · ".join(filter(None, (draft, MADE if board.made else "")))
    file = SheetFile(_instant(board), f"Bản số liệu: mục số {board.number} · Mã băm: {board.hash}", marks)
    notes, own = Notes(), [row for one in boards for row in one.own()]
    parts = parts_of(pack) if pack else [row for row in in_groups(board.rows, legend=legend) if row.body != board.body]
    _figures(file, board, legend, own, notes)
    if parts and named:
        _units(file, board, legend, own, parts)
        _shares(file, board, parts)
    elif parts:
        _counts(file, board, parts)
    for one in boards:
        for text in one.notes:
            notes.mark(text)
        if one.hidden:
            notes.mark(hidden_words(one.hidden))
    file.words(SOURCES, pairs=list(_provenance(board, notes, sources)))
    return file.close()


def _instant(board: Board) -> datetime:
    """Return the instant of the figures as a clock on a wall in Vietnam shows it, for that is what a workbook keeps."""
    return datetime.fromisoformat(board.as_known).astimezone(VIETNAM).replace(tzinfo=None, microsecond=0) if board.as_known else OPENED


def _title(board: Board, what: str) -> list[str]:
    made = [MADE] if board.made else []
    return [f"{board.body_name.upper()}: {what} {board.period_words.upper()}", question_line(board), *made]


def _figures(file: SheetFile, board: Board, legend: Legend, own: Sequence[Row], notes: Notes) -> None:
    """Write the biểu: what is known of the body itself, under the headings of the groups."""
    sheet = Sheet(Window.of(board.period), [row for row in own if is_known(row)], legend, notes)
    lines: list[Line] = []
    for line in grouped(sheet.rows, legend=legend):
        if isinstance(line, str):
            lines.append(line)
            continue
        number, row = line
        texts, numbers = sheet.cells(row, number=number), sheet.numbers(row)
        lines.append([Shown(text.replace(GLUE, " "), exact_one) for text, exact_one in zip(texts, numbers, strict=True)])
    below = [BELOW, *(f"[{n}] {text}" for n, text in enumerate(notes.texts, start=1))] if notes.texts else []
    file.table(FIGURES, above=_title(board, "BIỂU SỐ LIỆU"), columns=sheet.columns, lines=lines, below=below, fixed=3)


def _units(file: SheetFile, board: Board, legend: Legend, own: Sequence[Row], parts: Sequence[Row]) -> None:
    """Write every known figure of every unit: indicators down, the whole and its units across."""
    units, told = _by_name(parts), {(row.series, row.body): row for row in (*own, *parts)}
    known = {row.series for row in parts if row.value is not None}
    series = [row for row in in_groups(own, legend=legend) if row.series in known]
    series += [row for row in _first(parts) if row.series in known - {row.series for row in own}]
    columns = [
        Column("Chỉ tiêu", least=16), Column("ĐVT", least=6), Column(ABOVE, right=True), *(Column(name, right=True) for _, name in units),
    ]  # fmt: skip
    lines: list[Line] = [
        [Shown(row.name), Shown(row.measure), *(_cell(told.get((row.series, body))) for body in (board.body, *(id for id, _ in units)))]
        for row in series
    ]
    file.table(UNITS, above=_title(board, "SỐ LIỆU CÁC ĐƠN VỊ"), columns=columns, lines=lines, below=[], fixed=3)


def _shares(file: SheetFile, board: Board, parts: Sequence[Row]) -> None:
    """Write what each unit did of its plan, for the plans of one giver; there is no sheet where no unit has a plan."""
    units, shares = _by_name(parts), dict[tuple[Series, str], dict[str, Decimal]]()
    names = {row.series: name_of(row) for row in parts}
    for row in parts:
        plan = chosen_plan(row)
        if plan and plan.attainment is not None:
            shares.setdefault((row.series, plan_words(plan)), {})[row.body] = exact(plan.attainment)
    if not shares:
        return
    columns = [Column("Chỉ tiêu", least=16), Column("Kế hoạch", least=12), *(Column(name, right=True) for _, name in units)]
    lines: list[Line] = [
        [Shown(names[series]), Shown(words), *(_percent(found.get(body)) for body, _ in units)] for (series, words), found in shares.items()
    ]
    file.table(SHARES, above=_title(board, "% KẾ HOẠCH CỦA CÁC ĐƠN VỊ"), columns=columns, lines=lines, below=[], fixed=2)


def _counts(file: SheetFile, board: Board, parts: Sequence[Row]) -> None:
    """Write how many units stand where, indicator by indicator, none by name."""
    found: dict[Series, list[Row]] = {}
    for row in parts:
        found.setdefault(row.series, []).append(row)
    judged = [units for units in found.values() if any(row.status.level is not Level.NONE for row in units)]
    columns = [Column("Chỉ tiêu", least=16), *(Column(f"{WORDS[level][:1].upper()}{WORDS[level][1:]}", right=True) for level in ORDER)]
    lines: list[Line] = []
    for units in judged:
        counts = counts_of(units)
        lines.append([Shown(name_of(units[0])), *(Shown(str(counts[level]), Decimal(counts[level])) for level in ORDER)])
    if lines:
        file.table(COUNTS, above=_title(board, "SỐ ĐƠN VỊ THEO MỨC ĐÁNH GIÁ"), columns=columns, lines=lines, below=[], fixed=1)


def _provenance(board: Board, notes: Notes, sources: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield "Câu hỏi", question_line(board)
    for text in foot(board):
        name, _, said = text.partition(":")
        yield (name, said.strip()) if said and len(name) < len("Bản số liệu 12") else ("", text)
    for number, text in enumerate(notes.texts, start=1):
        yield f"Ghi chú [{number}]", text
    for name, text in sources:
        yield f"Nguồn của {name}", text


def _by_name(rows: Sequence[Row]) -> list[tuple[str, str]]:
    return sorted({(row.body, row.body_name) for row in rows}, key=lambda unit: (vietnamese.sort_key(unit[1]), unit[0]))


def _first(rows: Sequence[Row]) -> list[Row]:
    """Return the first row of each series."""
    found: dict[Series, Row] = {}
    for row in rows:
        found.setdefault(row.series, row)
    return list(found.values())


def _cell(row: Row | None) -> Shown:
    return Shown(cell_of(row), None if row is None or row.value is None else exact(row.value))


def _percent(share: Decimal | None) -> Shown:
    return Shown("") if share is None else Shown(percent(share), share * 100)
