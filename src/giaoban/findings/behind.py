"""Which indicators are weak or behind pace, by which numbers and which rule?

The verdict is the board's own; this file only says it, with what the pace asks
by now and how many of the parts stand likewise. Judgements in words are said
as they were given.
"""

from __future__ import annotations

from decimal import Decimal

from giaoban.catalogue import Catalogue, Direction, OverTime, Window
from giaoban.engine import Board, Level, PlanShare, Row
from giaoban.findings.finding import (
    Finding,
    about,
    chosen_plan,
    done_towards,
    exact,
    name_of,
    percent,
    plan_words,
    points,
    with_measure,
)
from giaoban.ledger.figures import UNNAMED

KIND = "behind"
ABOVE = "Quá mức giao"  # the board's word where less is better
PLACES = Decimal("0.000000001")  # of a share that is won back from a quotient of doubles
WEIGHTS = {Level.WEAK: 90, Level.BEHIND: 80}


def find(board: Board, *, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return a finding for every row that is weak or behind, of the body and of its parts."""
    return tuple(_finding(row, board, catalogue) for row in board.rows if row.status.level in WEIGHTS)


def _finding(row: Row, board: Board, catalogue: Catalogue) -> Finding:
    said, depth, numbers, entries = _in_numbers(row, board, catalogue)
    if row.body == board.body:
        numbers = (*numbers, *_bodies(row, board))
    return about(
        row,
        kind=KIND,
        weight=WEIGHTS[row.status.level],
        depth=depth,
        title=said,
        detail=_rule(row, catalogue),
        numbers=numbers,
        entries=entries,
    )


def _in_numbers(row: Row, board: Board, catalogue: Catalogue) -> tuple[str, Decimal, tuple[tuple[str, Decimal], ...], tuple[int, ...]]:
    """Return the sentence, its depth, its numbers and the entries; of a judgement in words, only the words."""
    plan, word = chosen_plan(row), _lower(row.status.word)
    if plan is None or plan.attainment is None:
        nothing = _nothing_allowed(row)
        return _above_nothing(row, nothing, board) if nothing else (f"{name_of(row)}: {word} (đánh giá bằng lời)", Decimal(0), (), ())
    indicator = catalogue.indicators[row.series.indicator]
    done, so_far = done_towards(row, plan=plan, window=Window.of(board.period))
    share, entries = exact(plan.attainment), (row.entry, plan.entry)
    less = indicator.direction is Direction.LESS
    said = f"{name_of(row)} ({word}):"
    if done is not None:
        cumulated = so_far and indicator.over_time is OverTime.SUM
        said += f" {'lũy kế từ đầu năm ' if cumulated else ''}{with_measure(done, row=row)},"
    said += f" bằng {percent(share)}% {plan_words(plan, of='mức giao' if less else 'kế hoạch')}"
    if less:
        return said, share - 1, (("attainment", share),), entries
    expected = _expected(row, share)
    if expected is None:
        return said, Decimal(1), (("attainment", share),), entries
    if plan.plan_period != board.period:
        said += f"; theo tiến độ cần {percent(expected)}%, thấp hơn {points(expected - share)}"
    return said, 1 - share / expected, (("attainment", share), ("expected", expected)), entries


def _nothing_allowed(row: Row) -> PlanShare | None:
    """Return the level of 0 that was passed; None where the verdict was given in words."""
    said = (plan for plan in row.targets if plan.value == 0 and plan.authority != UNNAMED)
    return next(said, None) if row.status.word == ABOVE else None


def _above_nothing(row: Row, plan: PlanShare, board: Board) -> tuple[str, Decimal, tuple[tuple[str, Decimal], ...], tuple[int, ...]]:
    """Return what is said of a level of 0 that was passed: there is no percentage of nothing, so the number itself."""
    done, so_far = done_towards(row, plan=plan, window=Window.of(board.period))
    word, number = _lower(row.status.word), exact(done or 0)
    said = f"{'lũy kế từ đầu năm ' if so_far else ''}{with_measure(number, row=row)}"
    title = f"{name_of(row)} ({word}): {said}, {plan_words(plan, of='mức giao')} bằng 0"
    return title, Decimal(1), (("done", number),), (row.entry, plan.entry)


def _expected(row: Row, share: Decimal) -> Decimal | None:
    """Return the share of the plan that the pace asks by now, as the verdict took it; None where nothing was done at all."""
    return (share / exact(row.pace)).quantize(PLACES) if row.pace and share else None


def _bodies(row: Row, board: Board) -> tuple[tuple[str, Decimal], ...]:
    """Return how many of the parts are weak or behind, and of how many something can be said."""
    parts = [other for other in board.rows if other.series == row.series and other.body != board.body]
    judged = [other for other in parts if other.status.level is not Level.NONE]
    late = [other for other in judged if other.status.level in WEIGHTS]
    return (("bodies_behind", Decimal(len(late))), ("bodies_judged", Decimal(len(judged)))) if judged else ()


def _rule(row: Row, catalogue: Catalogue) -> str:
    """Return the rule that the verdict follows; of a judgement in words, whose it is."""
    rule = catalogue.rule_for(row.series.indicator)
    by_plan = chosen_plan(row) or _nothing_allowed(row)
    return f"{rule.name} ({rule.source.words()})" if rule and by_plan else row.status.reason


def _lower(word: str) -> str:
    return word[:1].lower() + word[1:]
