"""Where does what a source states differ from what its own numbers give?

The engine finds where two ways to one number differ by more than the printed
digits leave open; this file says it. Both numbers are shown and neither is
corrected: which one is wrong is for whoever reported to say.
"""

from __future__ import annotations

from decimal import Decimal

from giaoban.catalogue import Catalogue, Indicator, OverTime, Window
from giaoban.engine import Board, Disagreement, Row
from giaoban.findings.finding import (
    Finding,
    about,
    amount,
    done_towards,
    exact,
    name_of,
    percent,
    plan_words,
    stated_percent,
    with_measure,
)
from giaoban.ledger.figures import PLAN

KIND = "contradiction"
WEIGHT = 70
NOT_OURS = "chênh lệch vượt mức do làm tròn; hệ thống giữ cả hai số, không tự sửa"


def find(board: Board, *, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return a finding for every disagreement of the body and of its parts.

    Of voluntary contributions no share of a plan is told, so none is held against another.
    """
    found: list[Finding] = []
    for row in board.rows:
        indicator = catalogue.indicators[row.series.indicator]
        told = [one for one in row.disagreements if not (one.what == PLAN and indicator.voluntary)]
        found += [_finding(row, one, _said(row, one, indicator, Window.of(board.period))) for one in told]
    return tuple(found)


def _said(row: Row, one: Disagreement, indicator: Indicator, window: Window) -> str:
    """Return both numbers, and which two ways led to them."""
    stated, computed = with_measure(one.stated, row=row), with_measure(one.computed, row=row)
    match one.what:
        case "plan":
            return _of_plan(row, one, window)
        case "same_period":
            ours = f" ({amount(row.value)}/{amount(row.same_period.value)} {row.measure})" if row.value and row.same_period.value else ""
            return f"nguồn ghi bằng {stated_percent(one.stated)}% so với cùng kỳ, tính lại được {_apart(one)}%{ours}"
        case "parts":
            return f"số chung là {stated}, cộng {len(indicator.parts)} phần được {computed}"
        case "ratio":
            return f"nguồn ghi {stated}, tính từ tử số và mẫu số được {computed}"
    whose = "lũy kế từ đầu năm" if one.what == "to_date" else f"số {window.words}"
    verb = "cộng" if indicator.over_time is OverTime.SUM else "tính từ"
    return f"{whose} ghi {stated}, {verb} các kỳ ngắn hơn được {computed}"


def _of_plan(row: Row, one: Disagreement, window: Window) -> str:
    plan = next((plan for plan in row.targets if plan.entry in one.entries), None)
    if plan is None:
        return f"nguồn ghi bằng {stated_percent(one.stated)}% kế hoạch, tính lại được {_apart(one)}%"
    done, _ = done_towards(row, plan=plan, window=window)
    ours = "" if done is None else f" ({amount(done)}/{amount(plan.value)} {row.measure})"
    return f"nguồn ghi bằng {stated_percent(one.stated)}% {plan_words(plan)}, tính lại được {_apart(one)}%{ours}"


def _apart(one: Disagreement) -> str:
    """Return the computed ratio with as many digits as tell it apart from the stated one."""
    short = percent(one.computed)
    return stated_percent(exact(one.computed).quantize(Decimal("0.00001"))) if short == stated_percent(one.stated) else short


def _finding(row: Row, one: Disagreement, said: str) -> Finding:
    stated, computed = exact(one.stated), exact(one.computed)
    largest = max(abs(stated), abs(computed))
    return about(
        row,
        kind=KIND,
        weight=WEIGHT,
        depth=abs(stated - computed) / largest if largest else Decimal(0),
        title=f"{name_of(row)}: {said}",
        detail=NOT_OURS,
        numbers=(("stated", stated), ("computed", computed), ("reach", exact(one.reach))),
        entries=one.entries,
    )
