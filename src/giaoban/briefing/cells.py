"""What stands in the cells of a biểu? One row of a board as the texts of its columns.

Absent is a dash with its reason, zero is 0, and what does not apply or is not
yet due says so. A number that a source states and we do not compute carries
the mark of its source. Of voluntary contributions no share of a plan is shown.

Source: columns of the offices' own biểu: TT, Chỉ tiêu, ĐVT, KH năm, TH cùng kỳ, (ước) TH, lũy kế, so sánh, đánh giá, ghi chú.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import SupportsFloat

from giaoban.briefing.blocks import Column
from giaoban.briefing.legend import Legend
from giaoban.briefing.notes import GLUE, Notes
from giaoban.briefing.sentence import graded_by, is_graded
from giaoban.catalogue import Window
from giaoban.engine import Level, PlanShare, Row, StatedShare
from giaoban.findings.finding import amount, exact, name_of, percent, stated_percent, with_measure
from giaoban.ledger.figures import PLAN, SAME_PERIOD, UNNAMED, WHOLE

ABSENT = "–"
STATES = {"absent": ABSENT, "not_applicable": "không áp dụng", "not_due": "chưa đến kỳ"}
MARKS = {"apportioned": "phân bổ theo dân số", "not_comparable": "chưa so sánh được"}
REVISED = {"updated": "đã cập nhật", "corrected": "đã đính chính"}
QUALITIES = {"estimate": "ước TH", "preliminary": "sơ bộ", "final": "chính thức"}
HEADINGS = {"estimate": "Ước TH", "preliminary": "Sơ bộ TH", "final": "TH (chính thức)"}
UNSAID = ("", "chưa có số liệu cùng kỳ", "suy ra từ tỷ lệ ghi trong văn bản", "chưa có kế hoạch giao")  # the dash in its column says so
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORT = 30  # letters; a longer remark goes below the table


@dataclass(frozen=True)
class Sheet:
    """The rows of one table, and what its headings say of them all.

    Args:
        rows: Every row that will stand in it.
        notes: Where sources and long remarks are put.
    """

    window: Window
    rows: Sequence[Row]
    legend: Legend
    notes: Notes

    @property
    def columns(self) -> list[Column]:
        """The columns: no "Lũy kế" where the window itself begins with the year."""
        done = HEADINGS.get(self._one_quality or "", "TH")
        year, before = self.window.year, self.window.year_before()
        cumulated = [] if self.window.from_start else [Column("Lũy kế từ đầu năm", right=True)]
        return [
            Column("TT", right=True, least=2),
            Column("Chỉ tiêu", least=14),
            Column("ĐVT", least=6),
            Column(f"KH năm {year}{self._givers}", right=True, least=7),
            Column(f"TH {before.words}{self._carried}", right=True),
            Column(f"{done} {self.window.words}", right=True),
            *cumulated,
            Column("% KH", right=True),
            Column("% cùng kỳ", right=True),
            Column("Đánh giá", least=9),
            Column("Ghi chú", least=12),
        ]

    @cached_property
    def _one_quality(self) -> str | None:
        found = {row.quality for row in self.rows if row.quality}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _one_reason(self) -> str:
        """How last year's figures came onto this map, where it is the same for all of several rows; else empty."""
        found = [row.same_period.reason for row in self.rows if row.same_period.value is not None and row.same_period.mark != "implied"]
        return found[0] if len(found) > 1 and len(set(found)) == 1 else ""

    @property
    def _carried(self) -> str:
        return f" {self.notes.mark(f'Cùng kỳ: {self._one_reason}')}" if self._one_reason else ""

    @cached_property
    def _letters(self) -> dict[str, str]:
        """A letter for each giver of plans, in the order of the rows; one giver alone needs none."""
        plans = [plan.words for row in self.rows for plan in row.targets]
        stated = [one.words for row in self.rows for one in row.stated if one.relation == PLAN and one.authority != UNNAMED]
        givers = dict.fromkeys(plans + stated)
        return {words: f"{GLUE}({letter})" if len(givers) > 1 else "" for words, letter in zip(givers, LETTERS, strict=False)}

    @property
    def _givers(self) -> str:
        said = [f"{letter.replace(GLUE, ' ')} {words}" if letter else f" ({words})" for words, letter in self._letters.items()]
        return ",".join(said)

    def cells(self, row: Row, *, number: str) -> tuple[str, ...]:
        """Return the texts of the row's columns.

        Args:
            number: What stands under "TT"; empty for a part.
        """
        is_part = row.series.part != WHOLE
        name = f"- {row.name.rpartition(': ')[2]}" if is_part else name_of(row)
        if is_graded(row):
            return (number, name, *[""] * (len(self.columns) - 4), row.status.word, self._remarks(row))
        plans, shares = self._plans(row)
        flow = row.series.indicator in self.legend.flows
        cumulated = () if self.window.from_start else (self._value(row, row.to_date) if flow else "",)
        return (
            number,
            name,
            row.measure,
            plans or ABSENT,
            self._same(row),
            self._value(row, row.value),
            *cumulated,
            shares or ABSENT,
            self._compared(row) or ABSENT,
            "" if row.state == "not_applicable" or (is_part and row.status.level is Level.NONE) else row.status.word,
            self._remarks(row),
        )

    def _value(self, row: Row, value: SupportsFloat | None) -> str:
        if value is not None:
            return amount(value)
        return STATES.get(row.state, "")

    def _plans(self, row: Row) -> tuple[str, str]:
        """Return the plans and what was done of each, line by line; then the shares that sources state."""
        if row.series.indicator in self.legend.voluntary:
            return "\n".join(f"{amount(plan.value)} (dự kiến)" for plan in row.targets), ""
        plans = [f"{amount(plan.value)}{self._which(plan)}" for plan in row.targets]
        stated = [one for one in row.stated if one.relation == PLAN]
        computed = not stated or any(plan.attainment is not None for plan in row.targets)
        shares = [
            ABSENT if plan.attainment is None else f"{percent(plan.attainment)}{self._letters.get(plan.words, '')}"
            for plan in row.targets
            if computed
        ]
        shares += [f"{stated_percent(one.value)}{self._whose(one)}{self._source(one.source)}" for one in stated]
        return "\n".join(plans), "\n".join(shares)

    def _which(self, plan: PlanShare) -> str:
        of_year = plan.plan_period == str(self.window.year)
        return self._letters.get(plan.words, "") + ("" if of_year else f" ({Window.of(plan.plan_period).words})")

    def _whose(self, stated: StatedShare) -> str:
        return "" if stated.authority == UNNAMED else self._letters.get(stated.words, "")

    def _source(self, cited: str) -> str:
        return f"{GLUE}{self.notes.mark(f'Theo nguồn: {cited}')}" if cited else ""

    def _same(self, row: Row) -> str:
        same = row.same_period
        if same.value is None:
            return ABSENT
        if same.mark != "implied":
            return amount(same.value)
        reach = f", trong khoảng từ {amount(same.interval[0])} đến {amount(same.interval[1])}" if same.interval else ""
        return f"{amount(same.value)}{GLUE}{self.notes.mark(f'Số cùng kỳ suy ra từ tỷ lệ ghi trong văn bản{reach}, không phải số báo cáo')}"

    def _compared(self, row: Row) -> str:
        same, lines = row.same_period, []
        if row.measure.startswith("%") and row.growth is not None:
            change = exact(row.growth)
            lines.append(f"{'+' if change > 0 else ''}{amount(change)} điểm %")
        elif same.ratio is not None and not row.measure.startswith("%"):
            lines.append(percent(same.ratio))
        stated = [one for one in row.stated if one.relation == SAME_PERIOD]
        return "\n".join([*lines, *(f"{stated_percent(one.value)}{self._source(one.source)}" for one in stated)])

    def _remarks(self, row: Row) -> str:
        """Return the short remarks on the row, each once, then the marks of the long ones."""
        said = dict.fromkeys(remark.rstrip(".") for remark in self._said(row) if remark)
        once: dict[str, str] = {}
        for remark in said:
            if len(remark) <= SHORT:
                once.setdefault(remark.lower(), remark)
        short = list(once.values())
        marks = [self.notes.mark(remark) for remark in said if len(remark) > SHORT]
        if is_graded(row):
            short.insert(0, graded_by(row, notes=self.notes).removeprefix("đánh giá ").replace(f", theo nguồn{GLUE}", GLUE))
        return "; ".join([*short, *([GLUE.join(marks)] if marks else [])])

    def _said(self, row: Row) -> Iterable[str]:
        """Yield what there is to remark on the row, the reason of what is absent first."""
        if row.state in ("absent", "not_due"):
            yield row.reason.removeprefix("chưa đến kỳ: ")
        if row.quality in QUALITIES and self._one_quality is None:
            yield QUALITIES[row.quality]
        if row.revised:
            yield REVISED[row.revised]
        if row.mark in MARKS:
            yield MARKS[row.mark]
        elif row.mark == "implied":
            yield row.reason
        same = row.same_period
        if row.value is not None and same.reason not in (*UNSAID, self._one_reason):
            yield f"cùng kỳ: {same.reason}" if same.value else same.reason
        if row.series.indicator in self.legend.voluntary:
            yield "tự nguyện" if is_graded(row) else "tự nguyện, không xếp loại"
        elif row.status.level is Level.NONE and row.series.part == WHOLE and not is_graded(row) and (row.state == "known" or row.stated):
            yield row.status.reason if row.status.reason not in UNSAID else ""
        if row.partial is not None:
            yield f"cộng được {with_measure(row.partial, row=row)}"
        partial = f"Cộng {row.reported}/{row.expected} "  # the engine's own remark on the same sum
        yield from (note for note in row.notes if row.partial is None or not note.startswith(partial))


def is_known(row: Row) -> bool:
    """Whether the row belongs in a briefing's table: a figure, words, a stated ratio, a partial sum, or a plan whose figure was due."""
    is_awaited = row.state == "absent" and bool(row.targets)
    return row.state == "known" or bool(row.stated) or is_awaited or row.partial is not None
