"""How is a row of the board said in one sentence of a report?

"Thu ngân sách: đạt 154,3 tỷ đồng, bằng 145% so với cùng kỳ (theo nguồn [1])."
A percentage always names its base: which plan, whose, or the same period; what
a source states and we do not compute says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from giaoban.briefing.legend import Legend
from giaoban.briefing.notes import Notes
from giaoban.catalogue import Direction, Window
from giaoban.engine import PlanShare, Row, StatedShare
from giaoban.findings.finding import amount, exact, name_of, percent, plan_words, stated_percent, with_measure
from giaoban.ledger.figures import PLAN, SAME_PERIOD, UNNAMED

VERBS = {"estimate": "ước đạt", "preliminary": "sơ bộ đạt"}
CARRIED = {"apportioned": "phân bổ theo tỷ lệ"}
GRADED = "đánh giá bằng lời, theo nguồn: "


def row_sentence(row: Row, *, window: Window, legend: Legend, notes: Notes) -> str:
    """Return what is known of the row as one sentence: the figure, its comparisons, the year so far."""
    if is_graded(row):
        return f"{name_of(row)}: {graded_words(row, notes=notes)}."
    of_the_window = ", ".join([*_figure(row, legend), *_compared(row, notes), *_shares(row, window, legend, notes, so_far=False)])
    return f"{name_of(row)}: {'; '.join(filter(None, [of_the_window, _year_so_far(row, window, legend, notes)]))}."


def _year_so_far(row: Row, window: Window, legend: Legend, notes: Notes) -> str:
    """Return the year so far with its shares of plans; empty where the window itself begins with the year."""
    if window.from_start or row.to_date is None:
        return ""
    plans = list(_shares(row, window, legend, notes, so_far=True))
    if row.series.indicator not in legend.flows:
        return ", ".join(plans)
    return ", ".join([f"lũy kế từ đầu năm {with_measure(row.to_date, row=row)}", *plans])


def graded_words(row: Row, *, notes: Notes) -> str:
    """Return the judgement in words of a row, with whose it is."""
    return f"{row.status.word[:1].lower()}{row.status.word[1:]} ({graded_by(row, notes=notes)})"


def graded_by(row: Row, *, notes: Notes) -> str:
    """Return that a row is judged in words, and by which source."""
    cited = row.status.reason.removeprefix(GRADED) if row.status.reason.startswith(GRADED) else ""
    return f"đánh giá bằng lời, {notes.source(cited)}" if cited else "đánh giá bằng lời"


def is_graded(row: Row) -> bool:
    """Whether the row is known by a judgement in words and not by a number."""
    return row.state == "known" and row.value is None


def _figure(row: Row, legend: Legend) -> Iterator[str]:
    if row.value is None:
        return
    more = legend.directions.get(row.series.indicator, Direction.MORE) is Direction.MORE
    verb = VERBS.get(row.quality or "", "đạt") if more else "ước" if row.quality == "estimate" else ""
    final = " (số chính thức)" if row.quality == "final" else ""
    yield f"{verb} {with_measure(row.value, row=row)}{final}".strip()


def _compared(row: Row, notes: Notes) -> Iterator[str]:
    """Yield the comparison with the same period: ours where both figures are known, else the source's."""
    same = row.same_period
    carried = f" ({CARRIED[same.mark]})" if same.mark in CARRIED else ""
    if row.measure.startswith("%") and row.growth is not None:
        change = exact(row.growth)
        word = "tăng" if change > 0 else "giảm" if change < 0 else ""
        yield f"{word} {amount(abs(change))} điểm % so với cùng kỳ{carried}" if word else f"bằng cùng kỳ{carried}"
    elif same.ratio is not None and not row.measure.startswith("%"):
        yield f"bằng {percent(same.ratio)}% so với cùng kỳ{carried}"
    elif same.value == 0:
        yield "cùng kỳ không phát sinh"
    else:
        for one in row.stated:
            if one.relation == SAME_PERIOD:
                yield f"bằng {stated_percent(one.value)}% so với cùng kỳ ({notes.source(one.source)})"


def _shares(row: Row, window: Window, legend: Legend, notes: Notes, *, so_far: bool) -> Iterator[str]:
    """Yield the shares of plans, each with whose and which plan it is of; of voluntary contributions none.

    Args:
        so_far: Whether those of the year so far are wanted, in a window that does not begin with the year.
    """
    if row.series.indicator in legend.voluntary:
        return
    of = "mức giao" if legend.directions.get(row.series.indicator) is Direction.LESS else "kế hoạch"
    computed = [plan for plan in row.targets if plan.attainment is not None]
    wanted = [plan for plan in computed if _is_of_the_year_so_far(plan, window) is so_far]
    said = [f"{percent(plan.attainment)}% {plan_words(plan, of=of)}" for plan in wanted if plan.attainment is not None]
    if said:
        yield f"bằng {' và '.join(said)}"
    for one in row.stated:
        if not so_far and one.relation == PLAN and not any(plan.authority == one.authority for plan in computed):
            yield _stated_plan(one, notes)


def _is_of_the_year_so_far(plan: PlanShare, window: Window) -> bool:
    return not window.from_start and plan.plan_period != window.code


def _stated_plan(stated: StatedShare, notes: Notes) -> str:
    share = f"bằng {stated_percent(stated.value)}% kế hoạch"
    if stated.authority == UNNAMED:
        return f"{share} ({notes.source(stated.source)}; nguồn không nêu rõ kế hoạch nào)"
    return f"{share} ({stated.words}; {notes.source(stated.source)})"
