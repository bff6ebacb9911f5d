"""What does a list of figures hold? A line for each row of the board, for whoever computes further in a sheet of his own.

Columns are parted by semicolons and numbers have the decimal comma, as a
Vietnamese spreadsheet reads them; no dot groups thousands. A text that begins
like a formula gets an apostrophe before it. Units have lines of their own only
where they may be named.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import SupportsFloat

from giaoban.briefing import Pack
from giaoban.engine import Board, Row
from giaoban.findings.finding import chosen_plan, exact
from giaoban.ledger.figures import WHOLE
from giaoban.papers.letters import clean
from giaoban.papers.paper import Look

NAME = "csv"
MEDIA = "text/csv; charset=utf-8"
FILENAME = "figures.csv"
MARK = "\ufeff"  # by which a spreadsheet knows UTF-8
FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    "Mã đơn vị", "Đơn vị", "Kỳ", "Chế độ báo cáo", "Mã chỉ tiêu", "Phân tổ", "Chỉ tiêu", "ĐVT", "Tình trạng", "Lý do", "Chất lượng",
    "Trong kỳ", "Lũy kế từ đầu năm", "Cùng kỳ năm trước", "So với cùng kỳ (%)", "Cách so sánh", "Kế hoạch", "Kỳ kế hoạch", "Cấp giao",
    "So với kế hoạch (%)", "Đánh giá", "Đã có số liệu", "Cần có", "Mục ghi", "Bản số liệu",
)  # fmt: skip


def render(pack: Pack, *, look: Look) -> bytes:  # noqa: ARG001 a list has no look
    """Return the figures of a pack as a list: the body's own, and those of its parts in the annex to the chair only."""
    return _written((board, row) for board in pack.boards for row in board.rows if pack.agenda.for_chair or row.body == board.body)


def board_csv(board: Board) -> bytes:
    """Return a board as a list: exactly the rows that its reader sees."""
    return _written((board, row) for row in board.rows)


def _written(rows: Iterable[tuple[Board, Row]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(list(_cells(board, row)) for board, row in rows)
    return (MARK + text.getvalue()).encode()


def _cells(board: Board, row: Row) -> Iterator[str]:
    plan, same = chosen_plan(row) or next(iter(row.targets), None), row.same_period
    part = "" if row.series.part == WHOLE else row.series.part
    yield from map(guarded, (row.body, row.body_name, board.period, row.series.regime, row.series.indicator, part, row.name, row.measure))
    yield from map(guarded, (row.state, row.reason, row.quality or ""))
    yield from map(_number, (row.value, row.to_date, same.value))
    yield _percent(same.ratio)
    yield guarded(same.mark or "")
    yield from (
        (_number(plan.value), guarded(plan.plan_period), guarded(plan.words), _percent(plan.attainment)) if plan else ("", "", "", "")
    )
    yield guarded(row.status.word)
    yield from (str(row.reported), str(row.expected), str(row.entry or ""), str(board.number))


def _number(value: SupportsFloat | None) -> str:
    return "" if value is None else f"{exact(value):f}".replace(".", ",")


def _percent(ratio: SupportsFloat | None) -> str:
    return "" if ratio is None else f"{(exact(ratio) * 100).normalize():f}".replace(".", ",")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    Example:
        >>> guarded("=HYPERLINK()"), guarded("Thu ngân sách")
        ("'=HYPERLINK()", 'Thu ngân sách')
    """
    said = clean(text)
    return f"'{said}" if said.lstrip().startswith(FORMULA) else said
