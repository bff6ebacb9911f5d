"""What stands in the cells of a biểu? One row of a board as the texts of its columns.

Absent is a dash with its reason, zero is 0, and what does not apply or is not
yet due says so. A number that a source states and we do not compute carries
the mark of its source. Of voluntary contributions no share of a plan is shown.

Source: columns of the offices' own biểu: TT, Chỉ tiêu, ĐVT, KH năm of each giver, TH cùng kỳ, (ước) TH, lũy kế,
so sánh (%) với KH and với cùng kỳ, đánh giá, ghi chú.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
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
MARKS = {"apportioned": "phân bổ theo tỷ lệ", "not_comparable": "chưa so sánh được"}
REVISED = {"updated": "đã cập nhật", "corrected": "đã đính chính"}
QUALITIES = {"estimate": "ước TH", "preliminary": "sơ bộ", "final": "chính thức"}
HEADINGS = {"estimate": "Ước TH", "preliminary": "Sơ bộ TH", "final": "TH (chính thức)"}
UNSAID = ("", "chưa có số liệu cùng kỳ", "suy ra từ tỷ lệ ghi trong văn bản", "chưa có kế hoạch giao")  # the dash in its column says so
COMPARED = "So sánh (%)"
UNCLEAR = "chưa rõ kế hoạch nào"
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
        """The columns: one for each giver of plans; no "Lũy kế" where the window itself begins with the year."""
        done = HEADINGS.get(self._one_quality or "", "TH")
        year, before = self.window.year, self.window.year_before()
        cumulated = [] if self.window.from_start else [Column("Lũy kế từ đầu năm", right=True)]
        return [
            Column("TT", right=True, least=2),
            Column("Chỉ tiêu", least=14),
            Column("ĐVT", least=6),
            *self._plan_columns(f"KH năm {year}"),
            Column(f"TH {before.words}{self._carried}", right=True),
            Column(f"{done} {self.window.words}", right=True),
            *cumulated,
            *self._share_columns("Với KH"),
            Column("Với cùng kỳ", right=True, above=COMPARED),
            Column("Đánh giá", least=9),
            Column("Ghi chú", least=12),
        ]

    @property
    def asks(self) -> tuple[tuple[str, str], ...]:
        """Which number stands in each column, by the name under which it is asked why, and in whose words the plan; empty for a text."""
        plans = [("target", giver) for giver in self._planners]
        shares = [("attainment", giver) for giver in self._givers]
        cumulated = [] if self.window.from_start else [("to_date", "")]
        same, done, compared, verdict = (("same_period", ""), ("value", ""), ("growth", ""), ("status", ""))
        text = ("", "")
        return (text, text, text, *plans, same, done, *cumulated, *shares, compared, verdict, text)

    def _plan_columns(self, of: str) -> list[Column]:
        if len(self._planners) > 1:
            return [Column(giver, right=True, least=7, above=of) for giver in self._planners]
        return [Column(f"{of} ({giver})" if giver else of, right=True, least=7) for giver in self._planners]

    def _share_columns(self, of: str) -> list[Column]:
        several = len(self._givers) > 1
        return [Column(f"{of} {giver}" if several else f"{of} năm", right=True, above=COMPARED) for giver in self._givers]

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
    def _givers(self) -> tuple[str, ...]:
        """Who gave plans, in words, in the order of the rows; what nobody named last. One empty text where there is no plan."""
        plans = [(plan.authority, plan.words) for row in self.rows for plan in row.targets]
        shared = [row for row in self.rows if row.series.indicator not in self.legend.voluntary]
        stated = [(one.authority or UNNAMED, one.words) for row in shared for one in row.stated if one.relation == PLAN]
        named = dict.fromkeys(words for authority, words in plans + stated if authority != UNNAMED)
        unnamed = any(authority == UNNAMED for authority, _ in plans + stated)
        return (*named, *([UNCLEAR] if unnamed and named else [])) or ("",)

    @cached_property
    def _planners(self) -> tuple[str, ...]:
        """Whose plans have a column: not nobody's, where sources only state shares of one."""
        unnamed = any(plan.authority == UNNAMED for row in self.rows for plan in row.targets)
        return tuple(giver for giver in self._givers if giver != UNCLEAR or unnamed)

    def cells(self, row: Row, *, number: str) -> tuple[str, ...]:
        """Return the texts of the row's columns.

        Args:
            number: What stands under "TT"; empty for a part.
        """
        is_part = row.series.part != WHOLE
        name = f"- {row.name.rpartition(': ')[2]}" if is_part else name_of(row)
        if is_graded(row):
            return (number, name, *[""] * (len(self.columns) - 4), row.status.word, self._remarks(row))
        plans, shares = [self._plan(row, giver) for giver in self._planners], [self._share(row, giver) for giver in self._givers]
        flow = row.series.indicator in self.legend.flows
        cumulated = () if self.window.from_start else (self._value(row, row.to_date) if flow else "",)
        return (
            number,
            name,
            row.measure,
            *(said or ABSENT for said in plans),
            self._same(row),
            self._value(row, row.value),
            *cumulated,
            *(said or ABSENT for said in shares),
            self._compared(row) or ABSENT,
            "" if row.state == "not_applicable" or (is_part and row.status.level is Level.NONE) else row.status.word,
            self._remarks(row),
        )

    def numbers(self, row: Row) -> tuple[Decimal | None, ...]:
        """Return the exact number of each of the row's columns, for a sheet that computes; None where a cell is no single number.

        A share is in percent, as the heading says.
        """
        if is_graded(row):
            return (None,) * len(self.columns)
        flow = row.series.indicator in self.legend.flows
        cumulated = () if self.window.from_start else (_exact(row.to_date) if flow else None,)
        same = _exact(row.same_period.value) if row.same_period.mark != "implied" else None
        return (
            None, None, None, *(self._plan_number(row, giver) for giver in self._planners), same, _exact(row.value), *cumulated,
            *(self._share_number(row, giver) for giver in self._givers), _hundredfold(self._compared_number(row)), None, None,
        )  # fmt: skip

    def _plan_number(self, row: Row, giver: str) -> Decimal | None:
        plans = [plan for plan in row.targets if self._is_of(plan, giver)]
        alone = len(plans) == 1 and plans[0].plan_period == str(self.window.year) and row.series.indicator not in self.legend.voluntary
        return exact(plans[0].value) if alone else None

    def _share_number(self, row: Row, giver: str) -> Decimal | None:
        plans = [plan for plan in row.targets if self._is_of(plan, giver)]
        stated = any(one.relation == PLAN and self._is_of(one, giver) for one in row.stated)
        alone = len(plans) == 1 and not stated and row.series.indicator not in self.legend.voluntary
        return _hundredfold(plans[0].attainment) if alone else None

    def _compared_number(self, row: Row) -> SupportsFloat | None:
        stated = any(one.relation == SAME_PERIOD for one in row.stated)
        return None if stated or row.measure.startswith("%") else row.same_period.ratio

    def _value(self, row: Row, value: SupportsFloat | None) -> str:
        if value is not None:
            return amount(value)
        return STATES.get(row.state, "")

    def _plan(self, row: Row, giver: str) -> str:
        """Return the plans of one giver, line by line; of voluntary contributions they are a hope."""
        hope = " (dự kiến)" if row.series.indicator in self.legend.voluntary else ""
        return "\n".join(f"{amount(plan.value)}{self._which(plan)}{hope}" for plan in row.targets if self._is_of(plan, giver))

    def _share(self, row: Row, giver: str) -> str:
        """Return what was done of the plans of one giver, line by line; then the shares that sources state."""
        if row.series.indicator in self.legend.voluntary:
            return ""
        plans = [plan for plan in row.targets if self._is_of(plan, giver)]
        stated = [one for one in row.stated if one.relation == PLAN and self._is_of(one, giver)]
        computed = not stated or any(plan.attainment is not None for plan in plans)
        shares = [ABSENT if plan.attainment is None else percent(plan.attainment) for plan in plans if computed]
        return "\n".join([*shares, *(f"{stated_percent(one.value)}{self._source(one.source)}" for one in stated)])

    def _is_of(self, one: PlanShare | StatedShare, giver: str) -> bool:
        """Whether a plan stands in the giver's column; where there is one column, every plan stands in it."""
        return len(self._givers) == 1 or giver == (UNCLEAR if one.authority == UNNAMED else one.words)

    def _which(self, plan: PlanShare) -> str:
        return "" if plan.plan_period == str(self.window.year) else f" ({Window.of(plan.plan_period).words})"

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


def _exact(value: SupportsFloat | None) -> Decimal | None:
    return None if value is None else exact(value)


def _hundredfold(ratio: SupportsFloat | None) -> Decimal | None:
    return None if ratio is None else exact(ratio) * 100


def is_known(row: Row) -> bool:
    """Whether the row belongs in a briefing's table: a figure, words, a stated ratio, a partial sum, or a plan whose figure was due."""
    is_awaited = row.state == "absent" and bool(row.targets)
    return row.state == "known" or bool(row.stated) or is_awaited or row.partial is not None
