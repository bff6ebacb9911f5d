"""One indicator of a body: how it stands, against which plan, beside last year, over the last periods, and in the body's parts."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from giaoban import flow
from giaoban.briefing import charts
from giaoban.briefing.ahead import headline
from giaoban.briefing.answers import MARKS
from giaoban.briefing.cells import STATES
from giaoban.briefing.notes import Notes, sentence_of
from giaoban.briefing.sentence import row_sentence
from giaoban.catalogue import Window
from giaoban.findings.finding import amount, name_of, percent, plan_words
from giaoban.papers import drawing
from giaoban.values import vietnamese
from giaoban.web import gate, kept
from giaoban.web.asked import Asked
from giaoban.web.bar import QuestionLine

PAGE = "chi-tieu"
FONT = "Segoe UI, Roboto, Noto Sans, sans-serif"
LATE = ("weak", "behind")
DONE = ("reached", "exceeded", "on_pace")


@dataclass(frozen=True, slots=True)
class Step:
    """One period of the history (một kỳ của diễn biến)."""

    words: str
    address: str
    value: str
    reason: str
    ratio: str
    why_ratio: str
    mark: str
    status: str
    level: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A plan, and how much of it is done (kế hoạch và mức thực hiện)."""

    base: str
    words: str
    value: str
    attained: str


@dataclass(frozen=True, slots=True)
class Member:
    """A part of the body with its figure (đơn vị trực thuộc)."""

    name: str
    address: str
    why: str
    value: str
    reason: str
    attained: str
    why_attained: str
    status: str
    level: str


def indicator(request: HttpRequest, indicator: str, body: str, period: str) -> HttpResponse:
    """Show the indicator; its parts by name where they are named, or with `?ten=1` as the annex for the chair."""
    at, asked = gate.now(), Asked.of(request, body=body, period=period)
    part = request.GET.get("part", "") or "-"
    found = flow.history(asked.wanted(), indicator=indicator, part=part, by=gate.actor(request, at=at), at=at)
    frame = found.glance.frame
    is_named = frame.is_named or request.GET.get("ten") == "1"
    key = (PAGE, found.glance.key, asked, indicator, part, is_named)
    shown = {
        "line": QuestionLine(asked, frame, PAGE),
        "name": _name(found, indicator),
        "body": kept.drawn(key, draw=lambda: _draw(found, asked, indicator, part, is_named=is_named)),
    }
    return render(request, "indicator.html", shown)


def _name(found: flow.History, indicator: str) -> str:
    return name_of(found.row) if found.row else found.glance.pack.legend.indicator(indicator)


def _draw(found: flow.History, asked: Asked, indicator: str, part: str, *, is_named: bool) -> SafeString:
    glance, notes = found.glance, Notes()
    legend, row = glance.pack.legend, found.row
    is_voluntary = indicator in legend.voluntary
    own = glance.pack.board.body
    parts = [one for one in glance.pack.board.rows if _is_of(one, indicator, part) and one.body != own and one.state != "not_applicable"]
    shown = {
        "row": row,
        "picture": _picture(found.trend) if found.trend else None,
        "sentence": row_sentence(row, window=glance.window, legend=legend, notes=notes) if row is not None and _is_told(row) else "",
        "ahead": headline(found.ahead) if found.ahead else "",
        "reason": sentence_of(row.reason) if row is not None and row.reason else "",
        "shares": [] if row is None or is_voluntary else [_share(plan) for plan in row.targets],
        "same": _same(row),
        "mark": MARKS.get(row.same_period.mark or "", "") if row is not None else "",
        "same_reason": sentence_of(row.same_period.reason) if row is not None and row.same_period.reason else "",
        "steps": [_step(window, one, asked, indicator, part, glance.window) for window, one in found.past],
        "members": _members(parts, asked, indicator, part, is_voluntary=is_voluntary) if is_named else [],
        "late": sum(one.status.level.value in LATE for one in parts),
        "done": sum(one.status.level.value in DONE for one in parts),
        "silent": sum(one.value is None and one.status.level.value == "none" for one in parts),
        "all": len(parts),
        "is_named": is_named,
        "is_annex": is_named and not glance.frame.is_named,
        "annex": asked.to(PAGE, first=indicator, ten="1", part="" if part == "-" else part),
        "why": asked.path("giai-thich", first=indicator),
        "query": asked.query(part="" if part == "-" else part) or "?",
        "notes": notes.texts,
    }
    return render_to_string("indicator_body.html", shown)


def _picture(trend: Any) -> tuple[str, Any] | None:
    """Return the chart as an address that holds it whole, with its words and the table behind it; None where there is nothing to draw."""
    if not any(point.value is not None for point in (*trend.this, *trend.last)):
        return None
    picture = charts.course_picture(trend)
    drawn = drawing.svg(picture.spec, font=FONT).encode()
    return f"data:image/svg+xml;base64,{b64encode(drawn).decode()}", picture


def _is_told(row: Any) -> bool:
    return row.value is not None or bool(row.stated) or row.state == "known"


def _is_of(row: Any, indicator: str, part: str) -> bool:
    return row.series.indicator == indicator and row.series.part == part


def _share(plan: Any) -> Share:
    attained = "–" if plan.attainment is None else f"{percent(plan.attainment)}%"
    return Share(plan.authority, plan_words(plan)[:1].upper() + plan_words(plan)[1:], amount(plan.value), attained)


def _same(row: Any) -> tuple[str, str]:
    """Return last year's figure and this year's share of it, in points for a percentage."""
    if row is None or row.same_period.value is None:
        return "–", "–"
    if row.measure.startswith("%") and row.growth is not None:
        return amount(row.same_period.value), f"{'+' if row.growth > 0 else ''}{amount(row.growth)} điểm %"
    ratio = row.same_period.ratio
    return amount(row.same_period.value), "–" if ratio is None else f"{percent(ratio)}%"


def _step(window: Window, row: Any, asked: Asked, indicator: str, part: str, here: Window) -> Step:
    words = window.words[:1].upper() + window.words[1:]
    then, part = asked.of_period(window.code), "" if part == "-" else part
    address, why_ratio = (then.to("giai-thich", first=indicator, what=what, part=part) for what in ("value", "growth"))
    if row is None:
        return Step(words, "", "–", "chưa có số liệu", "–", "", "", "", "none", window == here)
    value = amount(row.value) if row.value is not None else STATES.get(row.state, "–")
    reason = "" if row.value is not None else row.reason
    mark = "" if row.same_period.mark in (None, "exact") else MARKS.get(row.same_period.mark, "")
    return Step(words, address, value, reason, _same(row)[1], why_ratio, mark, row.status.word, row.status.level.value, window == here)


def _members(parts: Sequence[Any], asked: Asked, indicator: str, part: str, *, is_voluntary: bool) -> list[Member]:
    """Return the parts in the order of the alphabet: no rank, for no rule sets one."""
    found = []
    for row in sorted(parts, key=lambda one: vietnamese.sort_key(one.body_name)):
        own = asked.of_body(row.body)
        more = "" if part == "-" else part
        plan = next((one for one in row.targets if one.attainment is not None), None)
        found.append(
            Member(
                name=row.body_name,
                address=own.to(PAGE, first=indicator, part=more),
                why=own.to("giai-thich", first=indicator, what="value", part=more),
                value=amount(row.value) if row.value is not None else STATES.get(row.state, "–"),
                reason=row.reason if row.value is None else "",
                attained=f"{percent(plan.attainment)}%" if plan and not is_voluntary else "–",
                why_attained=own.to("giai-thich", first=indicator, what="attainment", base=plan.authority if plan else "", part=more),
                status="" if is_voluntary else row.status.word,
                level="none" if is_voluntary else row.status.level.value,
            )
        )
    return found
