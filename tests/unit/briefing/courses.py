"""A course made by hand, for tests of its words and of its chart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from giaoban.catalogue import Direction, Window
from giaoban.engine import NotedLevel, PlanPath, Series, Trend, TrendPoint

AIM = NotedLevel(date(2026, 8, 15), "80 %", Decimal("0.8"), 9, "Biên bản", 7 + 14 / 31)
EVEN = PlanPath("tinh-giao", "tỉnh giao", 1, 120.0, tuple((float(month), month * 10.0) for month in range(13)), False, 5)


def point(elapsed: float, value: float | None, **more: Any) -> TrendPoint:
    """Return a point: known, actual and exact, or a gap that nobody reported."""
    known = (
        {"state": "known", "quality": "actual", "mark": "exact"} if value is not None else {"state": "absent", "reason": "chưa có số liệu"}
    )
    window = Window(2026, 1, max(1, int(elapsed)))
    return TrendPoint(
        **({"elapsed": elapsed, "words": window.words, "period": window.code, "what": "value", "value": value} | known | more)
    )


THIS = (point(1.0, 12.0), point(2.0, 26.0, quality="estimate"), point(3.0, 42.0))
LAST = tuple(point(float(month), month * 9.5) for month in range(1, 13))


def course(**changed: Any) -> Trend:
    """Return a course of revenue: 42 tỷ đồng by the end of the first quarter of 2026, against 120 a year."""
    made = Trend(
        series=Series("thu", "giao-ban"), name="Thu ngân sách", body="p1", body_name="Phường Một", measure="tỷ đồng",
        window=Window.of("2026-Q1"), frame=date(2026, 3, 31), direction=Direction.MORE, so_far=True, this=THIS, last=LAST, plans=(EVEN,),
        milestones=(), elapsed=3.0,
    )  # fmt: skip
    return replace(made, **changed)
