"""A year of the small world, ready to be cut into pieces, and what its board says."""

from __future__ import annotations

from datetime import date
from typing import Any

from giaoban import engine, recompute
from giaoban.catalogue import EVERYTHING, Sight, Window
from giaoban.ledger import Book
from tests.unit.boards import SILENT
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of

ON = date(2027, 2, 1)
CATALOGUE = catalogue_on(date(2026, 12, 31))
LABEL = {"book": "so-thu", "year": "2026"}
TOLD = """
    2025-Q1     p1  thu          10 tỷ đồng
    2026        p1  thu          KH tinh-giao 100 tỷ đồng
    2026        p1  thu          KH tp-giao lần 2 80 tỷ đồng
    2026        p2  thu          KH 50 tỷ đồng
    2026-Q1     p1  thu          20 tỷ đồng              ước
    2026-Q1     p1  thu          24,5 tỷ đồng            BC 45
    2026-Q1     p2  thu          không áp dụng
    2026-Q1     p3  thu          7 tỷ đồng
    2026-Q1     p4  thu          8 tỷ đồng
    2026-02     p1  ho-ngheo     3 hộ
    2026-02     p1  ho           90 hộ
    2026-02     p2  ho-ngheo     9 hộ
    2026-02     p2  ho           90 hộ
    2025-02     p2  ho-ngheo     10 hộ
    2025-02     p2  ho           90 hộ
    2026        p2  ty-le        KH tinh-giao 8 %
    2026-03     p1  danh-gia     mức cham
    2026-03     p1  dan-so       300 người
    2026-03     p1  dan-so.nu    150 người
    2026-03     p1  thu-nhap     50 triệu đồng/người/năm
    2026-03     p1  kin          4 vụ
    2026-05     p3  phat-sinh    4 vụ
"""


def batch(book: Book | None = None, *, year: int = 2026) -> recompute.Batch:
    known = book or ledger_of(TOLD)
    cube = engine.build(known.entries, catalogue=CATALOGUE, regime=REGIME, sees=lambda _: True)
    regime = CATALOGUE.regimes[REGIME]
    return recompute.Batch(cube, CATALOGUE, regime, recompute.windows_of(year, regime=regime, on=ON), ON, LABEL)


def jobs(book: Book | None = None, *, sight: Sight = EVERYTHING) -> tuple[recompute.Job, ...]:
    return recompute.jobs(batch(book), name="x", sight=sight)


def board_rows(book: Book, code: str) -> dict[tuple[str, str, str], dict[str, Any]]:
    """What the board says of every body that stands on the map of the window's last day."""
    window, regime = Window.of(code), CATALOGUE.regimes[REGIME]
    day = regime.days(window).last_day
    cube = engine.build(book.entries, catalogue=CATALOGUE, regime=REGIME, sees=lambda _: True)
    question = engine.Question("tp", window, REGIME, day, ON, units=True)
    found = engine.ask(question, cube=cube, catalogue=CATALOGUE, sight=EVERYTHING, asked=engine.Asked(book.id, book.head), archive=SILENT)
    return {(row.series.indicator, row.series.part, row.body): row.data() for row in found.rows if row.followed}


def expected(row: dict[str, Any]) -> dict[str, Any]:
    """The board's row as a row of the files."""
    implied = row["same_period"]["mark"] == "implied"
    return {
        "value": row["value"], "to_date": row["to_date"], "state": row["state"], "quality": row["quality"], "revised": row["revised"],
        "mark": row["mark"], "same_period": None if implied else row["same_period"]["value"],
        "ratio": row["same_period"]["ratio"], "growth": row["growth"], "pace": row["pace"],
        "level": row["status"]["level"], "reported": row["completeness"]["reported"], "expected": row["completeness"]["expected"],
        "partial": row["partial"], "targets": row["targets"],
    }  # fmt: skip


def close(one: Any, other: Any) -> bool:
    """Whether two values are the same, numbers to twelve digits."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(close, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(close(one[name], other[name]) for name in one)
    if isinstance(one, float | int) and isinstance(other, float | int):
        return abs(one - other) <= 1e-11 * max(abs(one), abs(other), 1)
    return bool(one == other)
