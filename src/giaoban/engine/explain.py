"""Why a number is what it is: every entry behind it, its weight, the rule, and what is lacking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from giaoban.catalogue import Absence, Indicator, OverBodies, OverTime, Window
from giaoban.catalogue.body import BASIS_WORDS
from giaoban.cube import Series
from giaoban.engine.answer import Answer, Use
from giaoban.engine.board import PlanShare, Row, StatedShare, plain
from giaoban.engine.implied import implied_level
from giaoban.engine.plans import chosen_plan
from giaoban.engine.rebase import Mark
from giaoban.engine.rows import RowMaker
from giaoban.engine.siblings import ranking_of
from giaoban.engine.terms import FormulaTerm, terms_of
from giaoban.ledger import Cell, notation
from giaoban.ledger.figures import PLAN

SAID_OVER_TIME = {
    OverTime.SUM: "cộng các kỳ ngắn thành kỳ dài",
    OverTime.LAST: "lấy số cuối kỳ",
    OverTime.MEAN: "bình quân các tháng",
    OverTime.MIN: "lấy tháng thấp nhất",
    OverTime.MAX: "lấy tháng cao nhất",
    OverTime.NEVER: "mỗi kỳ phải có số riêng, không cộng",
}
SAID_OVER_BODIES = {
    OverBodies.SUM: "cộng các đơn vị",
    OverBodies.RATIO: "cộng riêng tử số và mẫu số rồi mới chia",
    OverBodies.WEIGHTED_MEAN: "bình quân gia quyền",
    OverBodies.MEAN: "bình quân các đơn vị có số liệu",
    OverBodies.COUNT: "đếm số đơn vị đạt mức",
    OverBodies.MIN: "lấy đơn vị thấp nhất",
    OverBodies.MAX: "lấy đơn vị cao nhất",
    OverBodies.FORMULA: "tính theo công thức ở từng cấp, sau khi cộng các chỉ tiêu thành phần",
    OverBodies.NONE: "không cộng từ đơn vị trực thuộc",
}

UNISSUED = " Chưa có quy chế xếp hạng: thứ hạng chỉ xem trên màn hình, không đưa vào tài liệu."


class What(Enum):
    """Which number of a row is asked about."""

    VALUE = "value"
    TO_DATE = "to_date"
    SAME_PERIOD = "same_period"
    GROWTH = "growth"
    TARGET = "target"
    ATTAINMENT = "attainment"
    STATED = "stated"
    STATUS = "status"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Line:
    """One entry behind a number, as a reader wants it.

    Args:
        weight: How many times it counts.
        role: `numerator`, `denominator`, `term`, `report`, `weight`, `target`, `stated`, `same_period`, or empty.
        indicator, indicator_name: Of the entry: of a computed number it is another than the one asked about.
        earlier: Entries that it took the place of, oldest first: number, printed, instant.
    """

    entry: int
    kind: str
    role: str
    weight: float
    body: str
    body_name: str
    period: str
    printed: str
    quality: str
    recorded_at: str
    by: str
    via: str
    sources: tuple[str, ...]
    remark: str
    earlier: tuple[tuple[int, str, str], ...]
    indicator: str = ""
    indicator_name: str = ""

    def data(self) -> dict[str, Any]:
        """Return the line as data."""
        return {
            "entry": self.entry, "kind": self.kind, "role": self.role, "weight": plain(self.weight),
            "indicator": self.indicator, "indicator_name": self.indicator_name, "body": self.body,
            "body_name": self.body_name, "period": self.period, "printed": self.printed, "quality": self.quality or None,
            "recorded_at": self.recorded_at, "by": self.by, "via": self.via, "sources": list(self.sources),
            "remark": self.remark or None,
            "earlier": [{"entry": number, "printed": printed, "recorded_at": at} for number, printed, at in self.earlier],
        }  # fmt: skip


@dataclass(frozen=True)
class Explanation:
    """Nguồn và cách tính: a number of the board, and everything it rests on.

    Args:
        what: Which number of the row.
        value: The number, in `measure` or as a plain ratio; None where there is none.
        reason: Why there is none, or how it came about.
        rule: How the indicator adds up, and who says so.
        lacking: What is missing, in words.
        terms: Of a computed indicator: what goes into its formula, for the window that is asked about.
        mark: `exact`, `apportioned`, `not_comparable`, `implied`; None where nothing was carried.
    """

    what: What
    row: Row
    value: float | None
    measure: str
    reason: str
    rule: str
    lines: tuple[Line, ...]
    lacking: tuple[str, ...]
    mark: str | None
    terms: tuple[FormulaTerm, ...] = ()

    def data(self) -> dict[str, Any]:
        """Return the explanation as data."""
        return {
            "indicator": self.row.series.indicator, "name": self.row.name, "body": self.row.body,
            "what": self.what.value, "value": plain(self.value), "measure": self.measure, "reason": self.reason or None,
            "mark": self.mark, "rule": self.rule, "lines": [line.data() for line in self.lines],
            "lacking": list(self.lacking), "terms": [term.data() for term in self.terms], "notes": list(self.row.notes),
        }  # fmt: skip


def explain(maker: RowMaker, *, indicator: str, body: str, part: str = "-", what: What = What.VALUE, base: str = "") -> Explanation | None:
    """Return why a number is what it is; None where the asker may not see it.

    Args:
        maker: Prepared for the question (`prepare`).
        indicator: Id of the indicator.
        body: Id of the body, on the question's map.
        base: Whose plan a target, an attainment or a stated share is of, by the giver's id; `same_period` for a share that
            a source states of last year; empty for the plan that the verdict goes by, and the first share.

    Raises:
        KeyError: The cube has no such series or body.
    """
    series = Series(indicator, maker.question.regime, part)
    row = maker.row(series, body=body)
    if row is None:
        return None
    value, measure, reason = _asked(row, what, base)
    reason = reason or (ranking_of(maker, spot=maker.spot(series, body=body)).reason if what is What.RANK else "")
    found = [(one, maker.tracer.answer(series, body=body, window=one)) for one in _windows(maker, row, what, base)]
    lines = [line for one, answer in found for line in _lines(maker, answer, "same_period" if one == maker.before else "")]
    lines += _beside(maker, row, what, series, body)
    lacking = tuple(dict.fromkeys(_gap(maker, gap) for _, answer in found if answer.value is None for gap in answer.lacking))
    rule = _rule(maker, maker.catalogue.indicators[indicator], what)
    mark = row.same_period.mark if what in (What.SAME_PERIOD, What.GROWTH) else row.mark
    if mark == Mark.APPORTIONED.code:
        rule += f" Đất tách ra, số liệu phân bổ theo {BASIS_WORDS[maker.catalogue.indicators[indicator].basis]}."
    if maker.sees(spot := maker.spot(series, body=body)):
        terms = tuple(terms_of(maker, spot=spot, windows=_windows(maker, row, what, base)))
        return Explanation(what, row, value, measure, reason, rule, tuple(lines), lacking, mark, terms)
    return Explanation(what, row, value, measure, f"{len(lines)} mục không được xem", rule, (), (), mark)


def _windows(maker: RowMaker, row: Row, what: What, base: str) -> tuple[Window, ...]:
    """Return the windows whose figures the number rests on."""
    window = maker.question.window
    plan = _plan(row, base)
    done = window if plan and plan.plan_period == maker.code else window.to_date()
    return {
        What.VALUE: (window,), What.TO_DATE: (window.to_date(),), What.SAME_PERIOD: (maker.before,), What.GROWTH: (window, maker.before),
        What.ATTAINMENT: (done,), What.STATUS: (done,), What.RANK: (done,),
    }.get(what, ())  # fmt: skip


def _asked(row: Row, what: What, base: str) -> tuple[float | None, str, str]:
    match what:
        case What.VALUE:
            return row.value, row.measure, row.reason
        case What.TO_DATE:
            return row.to_date, row.measure, row.reason
        case What.SAME_PERIOD:
            return row.same_period.value, row.measure, row.same_period.reason
        case What.GROWTH:
            return row.growth, "điểm %" if row.measure in ("%", "‰") else "lần", row.same_period.reason
        case What.TARGET:
            plan = _plan(row, base)
            return (plan.value if plan else None), row.measure, "" if plan else "chưa có kế hoạch giao"
        case What.ATTAINMENT:
            plan = _plan(row, base)
            return (plan.attainment if plan else None), "lần", row.status.reason
        case What.STATED:
            stated = _stated(row, base)
            return (stated.value if stated else None), "lần", "theo nguồn, không tính được" if stated else "nguồn không nêu"
        case What.RANK:
            return row.rank.place, "hạng", _place(row)
    return row.pace, "lần", f"{row.status.word}: {row.status.reason}"


def _place(row: Row) -> str:
    """Return the sentence that says among how many the place is and what it goes by; empty where there is none."""
    rank = row.rank
    if rank.place is None:
        return ""
    shared = f", {rank.shared} đơn vị đồng hạng" if rank.shared > 1 else ""
    others = f"; {rank.left_out} đơn vị cùng loại chưa xếp được" if rank.left_out else ""
    mixed = "; có đơn vị mới có số ước" if rank.mixed else ""
    return f"thứ {rank.place} trong {rank.of} đơn vị cùng loại{shared}, theo {rank.by}{others}{mixed}"


def _stated(row: Row, base: str) -> StatedShare | None:
    """Return the share that a source states of that base, else the first there is."""
    of_base = (one for one in row.stated if base in (one.authority, one.relation))
    return next(of_base if base else iter(row.stated), None)


def _plan(row: Row, base: str) -> PlanShare | None:
    """Return the plan of that giver; where nobody is named the one that the verdict goes by, else the first there is."""
    if base:
        return next((plan for plan in row.targets if plan.authority == base), None)
    return chosen_plan(row.targets) or next(iter(row.targets), None)


def _beside(maker: RowMaker, row: Row, what: What, series: Series, body: str) -> Iterable[Line]:
    """Yield the lines of targets, stated relations, judgements and implied levels that the number rests on."""
    if what in (What.TARGET, What.ATTAINMENT, What.STATUS, What.RANK):
        yield from (_line(maker, Use(one.entry, role="target")) for one in row.targets)
    if what in (What.STATED, What.STATUS, What.VALUE):
        yield from (_line(maker, Use(one.entry, role="stated")) for one in row.stated)
    spot = maker.spot(series, body=body)
    if what in (What.VALUE, What.STATUS) and spot.grade:
        yield _line(maker, Use(spot.grade[1]))
    past = what in (What.SAME_PERIOD, What.GROWTH)
    is_implied = (row.same_period.mark if past else row.mark) == "implied" and what is not What.TARGET
    window = maker.before if past else maker.question.window
    follows = implied_level(spot.indicator, cube=maker.cube, at=spot.at, window=window) if is_implied else None
    if follows:
        yield _line(maker, Use(follows.figure))
        yield _line(maker, Use(follows.stated, role="stated"))


def _lines(maker: RowMaker, answer: Answer, role: str) -> Iterable[Line]:
    for use in answer.because:
        yield _line(maker, Use(use.entry, use.weight, use.role or role))


def _line(maker: RowMaker, use: Use) -> Line:
    entry = maker.cube.entries[use.entry - 1]
    cell = Cell.of(entry.key)
    body = maker.catalogue.latest(cell.body)
    versions = maker.cube.versions.get(entry.key, ()) if entry.kind == "Figure" else ()
    earlier = tuple(
        (number, maker.cube.entries[number - 1].content["printed"], notation.write_instant(maker.cube.entries[number - 1].recorded_at))
        for number in versions
        if number < use.entry
    )
    content = entry.content
    printed = content.get("printed", "")
    if entry.kind == "Grade":
        scale = maker.catalogue.scales.get(content["scale"])
        printed = scale.word(content["word"]).words if scale else content["word"]
    if entry.kind == "Stated":
        relation = entry.key.split("/")[5]
        printed = f"{printed} {'kế hoạch' if relation == PLAN else 'so với cùng kỳ'}"
    cited = tuple(filter(None, map(maker.archive.cite, entry.sources)))
    remark = maker.archive.remark(content["note"]) if content.get("note") else ""
    return Line(
        entry=use.entry, kind=entry.kind, role=use.role, weight=use.weight, indicator=cell.indicator,
        indicator_name=named.name if (named := maker.catalogue.indicators.get(cell.indicator)) else cell.indicator, body=cell.body,
        body_name=body.name if body else cell.body, period=cell.period, printed=printed, quality=content.get("quality", ""),
        recorded_at=notation.write_instant(entry.recorded_at), by=entry.by, via=entry.via, sources=cited, remark=remark, earlier=earlier,
    )  # fmt: skip


def _gap(maker: RowMaker, gap: tuple[str, str]) -> str:
    body = maker.catalogue.latest(gap[0])
    return f"{body.name if body else gap[0]}: {Window.of(gap[1]).words}" if gap[0] != "?" else gap[1]


def _rule(maker: RowMaker, indicator: Indicator, what: What) -> str:
    said = [f"theo thời gian: {SAID_OVER_TIME[indicator.over_time]}", f"theo đơn vị: {SAID_OVER_BODIES[indicator.over_bodies]}"]
    if indicator.formula:
        said = [f"công thức: {indicator.formula.text}", said[1]]
    if indicator.absence is Absence.NOTHING:
        said.append("không báo cáo được hiểu là không phát sinh")
    if indicator.carries:
        said.append(f"chưa có số mới thì dùng số cũ trong {indicator.carries} tháng")
    if not indicator.parts_make_whole:
        said.append("tổng các đơn vị không phải số toàn địa bàn")
    cited = indicator.source.words()
    status = maker.catalogue.rule_for(indicator.id) if what is What.STATUS else None
    tail = f" Đánh giá theo: {status.name} ({status.source.words()})." if status else ""
    ranking = maker.catalogue.ranking_for(indicator.id) if what is What.RANK else None
    if what is What.RANK:
        tail = f" Xếp hạng theo: {ranking.name} ({ranking.source.words()})." if ranking else UNISSUED
    return f"{'; '.join(said)[:1].upper()}{'; '.join(said)[1:]} (định nghĩa: {cited}).{tail}"
