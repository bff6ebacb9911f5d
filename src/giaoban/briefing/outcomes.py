"""What became of what earlier meetings noted and bodies set out to do, and what comes next?

An aim that a meeting noted is no duty and never overdue; a focus task is a
body's own word. Of both it is only said where the figures stand now, as far as
the book knows. What comes next is what the meeting talks about, body by body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from giaoban.briefing.blocks import Block, Column, Grid, Paragraph, Point
from giaoban.briefing.legend import inside
from giaoban.briefing.notes import Notes, sentence_of
from giaoban.briefing.pack import Pack
from giaoban.delivery import Aim, FocusTask
from giaoban.engine import Row
from giaoban.findings.finding import amount, chosen_plan, exact, percent, plan_words, with_measure
from giaoban.ledger.figures import WHOLE
from giaoban.values import vietnamese

NOTED = "Các mốc dưới đây do hội nghị ghi nhận để phấn đấu, không phải nhiệm vụ được giao:"


def outcome_blocks(pack: Pack, *, notes: Notes) -> Sequence[Block]:
    """Return where noted aims and the tasks set for the period stand now."""
    rows = {row.series.indicator: row for row in pack.own() if row.series.part == WHOLE}
    aims = [Point(_aim(aim, pack, rows, notes)) for aim in pack.aims]
    tasks = [Point(_done(task, pack, rows, notes)) for task in pack.set_then]
    blocks: list[Block] = [Paragraph(NOTED), *aims] if aims else []
    if tasks:
        blocks += [Paragraph(f"Nhiệm vụ trọng tâm đã đặt ra cho {pack.board.period_words}:"), *tasks]
    return blocks or [Paragraph("Chưa ghi nhận mốc phấn đấu, nhiệm vụ trọng tâm nào của các cuộc họp trước.")]


def _aim(aim: Aim, pack: Pack, rows: Mapping[str, Row], notes: Notes) -> str:
    """Return one aim as a sentence, with the level that is known now; a part of the body is not held against its figure."""
    cited = f" ({notes.source(aim.source)})" if aim.source else ""
    name = pack.legend.indicator(aim.indicator)
    until = f"phấn đấu đạt {aim.fraction.replace(' %', '%')} trước ngày {vietnamese.write_date(aim.before)}{cited}"
    if aim.body != pack.board.body:
        return f"{name}, {inside(pack.legend.body(aim.body))}: {until}."
    return f"{name}: {until}; {_now(rows.get(aim.indicator), pack)}{_left(aim, rows.get(aim.indicator))}."


def _now(row: Row | None, pack: Pack) -> str:
    known = "chưa có số liệu" if row is None or row.value is None else with_measure(row.value, row=row)
    return f"kết quả {pack.board.period_words}: {known}"


def _left(aim: Aim, row: Row | None) -> str:
    """Return how far the level is from the aim, where both are percentages of the same thing."""
    if row is None or row.value is None or row.measure != "%":
        return ""
    left = aim.ratio * 100 - exact(row.value)
    return ", đã đạt mốc" if left <= 0 else f", còn {amount(left)} điểm % tới mốc"


def _done(task: FocusTask, pack: Pack, rows: Mapping[str, Row], notes: Notes) -> str:
    """Return one task that was set for the period, with the figure of the indicator that it moves."""
    said = _task(task, pack, notes)
    row = rows.get(task.indicator) if task.body == pack.board.body else None
    if row is None or row.value is None:
        return sentence_of(said)
    plan = chosen_plan(row)
    share = f", bằng {percent(plan.attainment)}% {plan_words(plan)}" if plan and plan.attainment is not None else ""
    return sentence_of(f"{said}; {pack.legend.indicator(task.indicator)}: {with_measure(row.value, row=row)}{share}")


def _task(task: FocusTask, pack: Pack, notes: Notes) -> str:
    whose = "" if task.body == pack.board.body else f"{pack.legend.body(task.body)}: "
    measure = f": {task.measure.rstrip('.')}" if task.measure else ""
    cited = f" ({notes.source(task.source)})" if task.source else ""
    return f"{whose}{task.title.rstrip('.')}{measure}{cited}"


def task_blocks(pack: Pack, *, notes: Notes) -> Sequence[Block]:
    """Return the focus tasks of the next period: the body's own as points, those of its parts as a table by name."""
    body = pack.board.body
    own = [Point(sentence_of(_task(task, pack, notes)), f"{n}.") for n, task in enumerate(_of(pack, own=True), start=1)]
    parts = [
        (pack.legend.body(task.body), task.title.rstrip("."), task.measure.rstrip("."), _moved(task, pack)) for task in _of(pack, own=False)
    ]
    blocks: list[Block] = [*own]
    if parts:
        columns = (
            Column("Đơn vị", least=12),
            Column("Nhiệm vụ", least=20),
            Column("Kết quả cần đạt", least=12),
            Column("Chỉ tiêu", least=12),
        )
        count = len({task.body for task in pack.tasks if task.body != body})
        blocks.append(Grid(columns, tuple(parts), caption=f"Nhiệm vụ trọng tâm của {count} đơn vị"))
    return blocks or [Paragraph(f"Chưa có nhiệm vụ trọng tâm nào được đăng ký cho {pack.next_window.words}.")]


def _of(pack: Pack, *, own: bool) -> list[FocusTask]:
    return [task for task in pack.tasks if (task.body == pack.board.body) is own]


def _moved(task: FocusTask, pack: Pack) -> str:
    return pack.legend.indicator(task.indicator) if task.indicator else ""
