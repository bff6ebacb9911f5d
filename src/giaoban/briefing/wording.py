"""What does the briefing say? Its script, worded as an office would write it.

What went well; what is weak or late; difficulties; what became of aims and
tasks; the tasks to come; what changed since an earlier pack; figures to be made
clear; the table; and for the chair the annex of units. What is not known says
so and why; nothing is 0 that nobody reported.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import SupportsFloat

from giaoban.briefing.annex import annex_blocks, parts_of
from giaoban.briefing.blocks import Block, Footnotes, Heading, Paragraph, Point, Script
from giaoban.briefing.cells import Sheet, is_known
from giaoban.briefing.changed import change_blocks
from giaoban.briefing.charts import courses_picture, standing_picture
from giaoban.briefing.legend import inside
from giaoban.briefing.notes import Notes, sentence_of
from giaoban.briefing.outcomes import outcome_blocks, task_blocks
from giaoban.briefing.pack import Pack
from giaoban.briefing.points import Points, listed
from giaoban.briefing.sentence import graded_words, row_sentence
from giaoban.briefing.stamp import DRAFT, MADE, foot, hidden_words
from giaoban.briefing.table import figures_table, in_groups
from giaoban.briefing.tally import Tally
from giaoban.briefing.text import script_text
from giaoban.catalogue import Direction
from giaoban.delivery import Bottleneck
from giaoban.engine import Level, Row, Series
from giaoban.findings import Finding, behind, contradiction, missing, soft_target, unnamed_plan
from giaoban.findings.finding import chosen_plan, exact, name_of, percent, plan_words, with_measure
from giaoban.ledger.figures import PLAN, SAME_PERIOD, WHOLE
from giaoban.values import vietnamese

UNCLEAR = (
    (contradiction.KIND, "Số liệu không khớp"),
    (unnamed_plan.KIND, "Chưa rõ tính theo kế hoạch nào"),
    (missing.KIND, "Chưa có số liệu"),
)

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
MOST_COUNTED = 12  # indicators whose units are counted in one picture
PARTIAL = " (số cộng của các đơn vị này, chưa phải số của toàn địa bàn)"

Who = Callable[[str], str]


def briefing_script(pack: Pack, *, who: Who | None = None) -> Script:
    """Return what a briefing says, part by part, for every paper to print.

    Args:
        who: Turns the id of a person into "đồng chí …, Bí thư …", empty where it may not be said; None for a paper
            that names bodies only.
    """
    writer, board = _Writer(pack, who), pack.board
    parts = writer.parts()
    return Script(
        body=board.body,
        body_name=board.body_name,
        title="BÁO CÁO",
        subject=f"tóm tắt phục vụ {pack.agenda.title}",
        held=f"(họp ngày {vietnamese.write_date(pack.agenda.held_on)})" if pack.agenda.held_on else "",
        draft=DRAFT,
        marks=(MADE,) if board.made else (),
        blocks=(*parts, *writer.below()),
        stamp=tuple(foot(board)),
        entry=board.number,
        hash=board.hash,
        as_known=board.as_known,
    )


def briefing_text(pack: Pack, *, width: int = 100, who: Who | None = None) -> str:
    """Return the briefing as plain text.

    Args:
        width: In letters; only the table may be wider, where single words leave it no choice.
        who: As for `briefing_script`.
    """
    return script_text(briefing_script(pack, who=who), width=width)


class _Writer(Points):
    """Writes one briefing."""

    def __init__(self, pack: Pack, who: Who | None) -> None:
        super().__init__(pack, notes=Notes())
        self.who = who
        self.rows = in_groups(pack.own(), legend=pack.legend)

    def parts(self) -> list[Block]:
        """Return the parts one after another."""
        pack = self.pack
        titled: list[tuple[str, Sequence[Block]]] = [
            ("Kết quả nổi bật", self.good()),
            ("Chỉ tiêu đạt thấp, chậm tiến độ", self.late()),
            ("Khó khăn, vướng mắc", self.difficulties()),
            ("Mốc phấn đấu, nhiệm vụ đã ghi nhận ở các cuộc họp trước", outcome_blocks(pack, notes=self.notes)),
            (f"Nhiệm vụ trọng tâm {pack.next_window.words}", task_blocks(pack, notes=self.notes)),
            ("Số liệu cần làm rõ", self.unclear()),
            (f"Biểu số liệu {pack.board.period_words}", self.table()),
        ]
        if pack.changes:
            titled.insert(6, ("Số liệu thay đổi so với tài liệu trước", change_blocks(pack.changes, own_only=not pack.agenda.for_chair)))
        if pack.agenda.for_office:
            titled.append(("Nội dung tham mưu nội bộ (chỉ dành cho văn phòng)", self.office()))
        parts = [block for number, (title, found) in zip(ROMAN, titled, strict=False) for block in (Heading(f"{number}. {title}"), *found)]
        return [*parts, *(annex_blocks(pack) if pack.agenda.for_chair else [])]

    def below(self) -> list[Block]:
        """Return the notes, those of the boards last."""
        for board in self.pack.boards:
            for note in board.notes:
                self.notes.mark(note)
        hidden = sum(board.hidden for board in self.pack.boards)
        if hidden:
            self.notes.mark(hidden_words(hidden))
        return [Footnotes(tuple(self.notes.texts))] if self.notes.texts else []

    # ------------------------------------------------------------ the parts

    def good(self) -> Sequence[Block]:
        """Return what went well: plans reached, good words, what a source reports as better, then what is on pace."""
        blocks: list[Block] = [Paragraph(Tally.of(self.rows).sentence())]
        whole = [row for row in self.rows if row.series.part == WHOLE]
        shown = [row for row in whole if is_highlight(row, direction=self.direction(row))]
        for row in shown:
            blocks.append(Point(row_sentence(row, window=self.pack.window, legend=self.pack.legend, notes=self.notes)))
        rest = [row for row in whole if row not in shown]
        paced = [_paced(row) for row in rest if row.status.level is Level.ON_PACE]
        within = [_paced(row, of="mức giao") for row in rest if row.status.level is Level.REACHED]
        for heading, said in (("Đúng tiến độ", paced), ("Trong mức giao", within)):
            if said:
                blocks.append(Point(f"{heading}: {'; '.join(said)}."))
        better = sum(is_better(row, direction=self.direction(row)) for row in rest if row.status.level is Level.NONE)
        if better:
            blocks.append(Point(f"Trong số chỉ tiêu chưa đánh giá, {better} chỉ tiêu có kết quả tốt hơn cùng kỳ (xem Biểu số liệu)."))
        if whole and not (shown or paced or within):
            blocks.append(Paragraph("Chưa có chỉ tiêu nào đủ số liệu để đánh giá là đạt hoặc đúng tiến độ."))
        return blocks

    def direction(self, row: Row) -> Direction | None:
        """Return which way is better for the row's indicator; None where that is not known."""
        return self.pack.legend.directions.get(row.series.indicator)

    def late(self) -> Sequence[Block]:
        """Return what is weak and what is behind, with numbers, the rule, and counts of bodies."""
        own, others = self.of_kind(behind.KIND)
        blocks: list[Block] = []
        for heading, found in self.by_grade(own):
            if found:
                blocks.append(Paragraph(f"{heading} ({len(found)} chỉ tiêu){self.rules(found)}:"))
            for finding in found:
                blocks.append(Point(f"{self.late_title(finding)}{self.counted(finding)}."))
        if others:
            blocks.append(Point(f"Một số đơn vị đạt thấp hoặc chậm tiến độ ở chỉ tiêu: {others}."))
        blocks += self.pictures()
        return blocks or [Paragraph("Không có chỉ tiêu nào bị đánh giá là đạt thấp hoặc chậm tiến độ.")]

    def pictures(self) -> Sequence[Block]:
        """Return how the late indicators went over the year, and how many units stand where, none by name."""
        courses, period = self.pack.courses, self.pack.board.period_words
        drawn = [courses_picture(courses, name="late-courses", title="Diễn biến các chỉ tiêu đạt thấp, chậm tiến độ")] if courses else []
        parts = [row for row in parts_of(self.pack) if row.series.part == WHOLE and row.series.indicator not in self.pack.legend.voluntary]
        late = dict.fromkeys(row.series for row in parts if row.status.level in behind.WEIGHTS)
        shown = list(late)[:MOST_COUNTED]
        counted = standing_picture((row for series in shown for row in parts if row.series == series), period=period) if shown else None
        return [*drawn, *([counted] if counted else [])]

    def by_grade(self, found: list[Finding]) -> list[tuple[str, list[Finding]]]:
        """Return the findings under three headings: weak, behind, and judged in words."""
        weak, words = behind.WEIGHTS[Level.WEAK], [finding for finding in found if not _is_in_numbers(finding)]
        numbers = [finding for finding in found if _is_in_numbers(finding)]
        over = any(self.pack.legend.directions.get(finding.series.indicator) is Direction.LESS for finding in numbers)
        return [
            ("Đạt thấp, quá mức giao" if over else "Đạt thấp", [finding for finding in numbers if finding.weight == weak]),
            ("Chậm tiến độ", [finding for finding in numbers if finding.weight != weak]),
            ("Đánh giá bằng lời", words),
        ]

    def rules(self, found: list[Finding]) -> str:
        """Return the marks of the rules that the findings follow; a judgement in words follows none."""
        rules = dict.fromkeys(finding.detail for finding in found if _is_in_numbers(finding))
        return "".join(f" {self.notes.mark(f'Đánh giá theo {rule}')}" for rule in rules)

    def late_title(self, finding: Finding) -> str:
        """Return the finding's sentence; a judgement in words names its source."""
        if _is_in_numbers(finding):
            return finding.title
        row = self.row(finding)
        return f"{finding.name}: {graded_words(row, notes=self.notes)}"

    def counted(self, finding: Finding) -> str:
        """Return how many bodies stand likewise, without naming one."""
        numbers = dict(finding.numbers)
        late, judged = numbers.get("bodies_behind"), numbers.get("bodies_judged")
        return f"; có {late}/{judged} đơn vị (trong số đã đánh giá) đạt thấp hoặc chậm tiến độ" if late and judged else ""

    def difficulties(self) -> Sequence[Block]:
        """Return the difficulties, each with its cause, who raised it, what it holds back and what is asked."""
        told = [Point(self.difficulty(act), f"{number}.") for number, act in enumerate(self.pack.bottlenecks, start=1)]
        return told or [Paragraph("Chưa ghi nhận khó khăn, vướng mắc nào trong kỳ.")]

    def difficulty(self, act: Bottleneck) -> str:
        """Return one difficulty as sentences."""
        person = self.who(act.raised_by) if self.who and act.raised_by else ""
        body = inside(self.pack.legend.bodies.get(act.raised_for, ""))
        word = f"{person}, phản ánh" if person else f"{body} phản ánh" if body else ""
        whose = "; ".join(filter(None, [word, self.notes.source(act.source) if act.source else ""]))
        said = [sentence_of(f"{act.title.rstrip('.')} ({whose})" if whose else act.title)]
        if act.cause:
            said.append(sentence_of(f"Nguyên nhân: {act.cause}"))
        if act.affects:
            said.append(sentence_of(f"Ảnh hưởng: {'; '.join(map(self.pack.legend.indicator, act.affects))}"))
        if act.asks:
            said.append(sentence_of(f"Kiến nghị: {'; '.join(ask.rstrip('.') for ask in act.asks)}"))
        return " ".join(said)

    def unclear(self) -> Sequence[Block]:
        """Return what has to be made clear: contradictions, unnamed plans, missing counts; nothing is corrected.

        All that is to be said of one indicator stands in one point; what only is not known is gathered by the reason.
        """
        points: dict[Series, list[Finding]] = {}
        elsewhere: list[Block] = []
        for kind, heading in UNCLEAR:
            own, others = self.of_kind(kind)
            for finding in own:
                points.setdefault(finding.series, []).append(finding)
            if others:
                elsewhere.append(Point(f"{heading} ở một số đơn vị: {others}."))
        told = [found for found in points.values() if not _is_only_missing(found)]
        own_points = [Point(f"{found[0].name}: {'; '.join(map(self.predicate, found))}.") for found in told]
        lacking = self.lacking([found[0] for found in points.values() if _is_only_missing(found)])
        return [*own_points, *elsewhere, *lacking] or [Paragraph("Chưa phát hiện số liệu nào cần làm rõ.")]

    def lacking(self, found: list[Finding]) -> list[Block]:
        """Return what is not known, gathered by the reason; the sum of those who reported is never called the total."""
        by_reason: dict[str, list[str]] = {}
        for finding in found:
            row = self.row(finding)
            sums = "" if row.partial is None else f", {with_measure(row.partial, row=row)}"
            by_reason.setdefault(row.reason + (PARTIAL if sums else ""), []).append(f"{finding.name}{sums}")
        return [Point(sentence_of(f"{reason}: {listed(names)}")) for reason, names in by_reason.items()]

    def row(self, finding: Finding) -> Row:
        """Return the body's own row that the finding is about."""
        return next(row for row in self.rows if row.series == finding.series)

    def table(self) -> list[Block]:
        """Return the table of what is known."""
        rows = [row for row in self.rows if is_known(row)]
        return [figures_table(Sheet(self.pack.window, rows, self.pack.legend, self.notes))]

    def office(self) -> Sequence[Block]:
        """Return what only the office is told."""
        own, others = self.of_kind(soft_target.KIND)
        told = [Point(f"{finding.name}: {self.predicate(finding)}.") for finding in own]
        if others:
            told.append(Point(f"Mức giao cho một số đơn vị có thể còn thấp ở chỉ tiêu: {others}."))
        return told or [Paragraph("Không có.")]


def _is_in_numbers(finding: Finding) -> bool:
    return any(name == "attainment" for name, _ in finding.numbers)


def _is_only_missing(found: list[Finding]) -> bool:
    """Whether all that is to be said of an indicator is that its figure is not known."""
    return len(found) == 1 and found[0].kind == missing.KIND


def _paced(row: Row, *, of: str = "kế hoạch") -> str:
    """Return a row that is on pace, with the plan that says so."""
    plan = chosen_plan(row)
    if plan is None or plan.attainment is None:
        return name_of(row)
    return f"{name_of(row)}, {percent(plan.attainment)}% {plan_words(plan, of=of)}"


def is_highlight(row: Row, *, direction: Direction | None) -> bool:
    """Whether the row belongs among the results worth naming.

    A plan reached where more is better, good words, or (where nothing judges it) a ratio that the source itself
    reports as better. What is on pace or within its limit is listed, not praised.
    """
    if row.status.level in (Level.REACHED, Level.EXCEEDED):
        return direction is not Direction.LESS
    if row.status.level is Level.ON_PACE:
        return row.value is None
    stated = [one.value for one in row.stated if one.relation == SAME_PERIOD or (one.relation == PLAN and direction is Direction.MORE)]
    return row.status.level is Level.NONE and any(_is_better(value, direction) for value in stated)


def is_better(row: Row, *, direction: Direction | None) -> bool:
    """Whether the figure moved the better way against the same period, both being known."""
    return row.same_period.ratio is not None and _is_better(row.same_period.ratio, direction)


def _is_better(ratio: SupportsFloat, direction: Direction | None) -> bool:
    share = exact(ratio)
    return share > 1 if direction is Direction.MORE else share < 1 if direction is Direction.LESS else False
