"""Which figures are these? The question on top of a text, and the version at its foot."""

from __future__ import annotations

from datetime import datetime

from giaoban.engine import Board
from giaoban.ledger import VIETNAM
from giaoban.values import vietnamese

DRAFT = "DỰ THẢO"
MADE = "DỮ LIỆU GIẢ ĐỊNH"
PURPOSE = "Số liệu phục vụ chỉ đạo, điều hành; không thay thế số liệu do cơ quan thống kê công bố."


def instant_words(text: str) -> str:
    """Return an instant of the ledger as a reader in Vietnam says it; "chưa có số liệu" for an empty book.

    Example:
        >>> instant_words("2021-04-20T10:05:00.000000Z")
        '17:05 ngày 20/4/2021'
    """
    if not text:
        return "chưa có số liệu"
    at = datetime.fromisoformat(text).astimezone(VIETNAM)
    return f"{at:%H:%M} ngày {vietnamese.write_date(at.date())}"


def question_line(board: Board) -> str:
    """Return the question that the board answers: body, period, version of the figures, map."""
    period = board.period_words[:1].upper() + board.period_words[1:]
    version = f"Bản số liệu: mục số {board.number} ({instant_words(board.as_known)})"
    return f"[{board.body_name}]  [{period}]  {version}  Theo địa giới ngày: {vietnamese.write_date(board.frame)}"


def foot(board: Board) -> list[str]:
    """Return the lines that say which entry, hash, instant and map a paper rests on, and what it is for."""
    version = f"Bản số liệu: mục số {board.number}; số liệu biết đến {instant_words(board.as_known)} (giờ Việt Nam)"
    days = f"theo địa giới ngày {vietnamese.write_date(board.frame)}; xét tiến độ ngày {vietnamese.write_date(board.on)}"
    return [f"{version}; {days}.", f"Mã băm: {board.hash}", PURPOSE]


def hidden_words(count: int) -> str:
    """Return how many entries and rows the reader may not see, as a remark."""
    return f"có {count} mục không thuộc phạm vi được xem"
