"""Nguồn và cách tính: where does one number come from? A page with an address of its own, and the drawer of every table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from giaoban import flow
from giaoban.briefing.answers import ASKED, MARKS, ROLES, number_words
from giaoban.briefing.notes import Notes, sentence_of
from giaoban.briefing.sentence import row_sentence
from giaoban.briefing.stamp import instant_words
from giaoban.catalogue import Window
from giaoban.findings.finding import amount, name_of
from giaoban.values import Quality
from giaoban.web import gate
from giaoban.web.asked import Asked
from giaoban.web.bar import QuestionLine

PAGE = "giai-thich"
WAYS = {"load": "nạp từ tệp", "web": "trang web", "api": "kết nối tự động"}


@dataclass(frozen=True, slots=True)
class Rest:
    """One entry that a number rests on, as a reader wants it (mục số liệu làm căn cứ).

    Args:
        times: How often it counts, in words; empty for once.
        earlier: What stood there before, oldest first: printed, entry, instant.
    """

    times: str
    role: str
    body: str
    period: str
    printed: str
    quality: str
    entry: str
    recorded: str
    person: str
    way: str
    sources: tuple[str, ...]
    remark: str
    earlier: tuple[tuple[str, str, str], ...]


def why(request: HttpRequest, indicator: str, body: str, period: str) -> HttpResponse:
    """Show why a number is what it is; alone in a drawer, else as a page."""
    at, asked = gate.now(), Asked.of(request, body=body, period=period)
    part, base = request.GET.get("part", ""), request.GET.get("base", "")
    try:
        what = flow.What(request.GET.get("what", "value"))
    except ValueError as fault:
        raise Http404 from fault
    found = flow.why(asked.wanted(), indicator=indicator, part=part or "-", what=what, base=base, by=gate.actor(request, at=at), at=at)
    is_named = found.frame.is_named or request.GET.get("ten") == "1"
    in_drawer = request.headers.get("HX-Target") == "drawer"
    shown = {
        "line": QuestionLine(asked, found.frame, PAGE),
        "address": asked.to(PAGE, first=indicator, what=what.value, base=base, part=part),
        "course": asked.to("chi-tieu", first=indicator, part=part),
        "others": [(ASKED[one.value], asked.to(PAGE, first=indicator, what=one.value, part=part), one is what) for one in flow.What],
        "in_drawer": in_drawer,
        **(_told(found, found.explanation, is_named=is_named) if found.explanation else {}),
        "annex": asked.to(PAGE, first=indicator, what=what.value, base=base, part=part, ten="1"),
    }
    response = render(request, "why_body.html" if in_drawer else "why.html", shown, status=200 if found.explanation else 403)
    if in_drawer:
        response.headers["HX-Push-Url"] = "false"  # the table's own address stays
    return response


def _told(found: flow.Reasons, explanation: flow.Explanation, *, is_named: bool) -> dict[str, object]:
    """Return what the page tells; lines of the body's parts are only counted where parts are not named (practice 14)."""
    row, notes = explanation.row, Notes()
    own_gaps = [gap for gap in explanation.lacking if is_named or gap.startswith(f"{row.body_name}: ")]
    known = row.value is not None or row.stated or row.state == "known"
    sentence = row_sentence(row, window=found.frame.asked.window, legend=found.legend, notes=notes) if known else ""
    return {
        "explanation": explanation,
        "name": name_of(row),
        "place": row.body_name,
        "what": ASKED[explanation.what.value],
        "number": number_words(explanation),
        "sentence": sentence,
        "sentence_notes": notes.texts,
        "rests": [rest for rest, body in _rests(found, explanation) if is_named or body == row.body],
        "of_parts": 0 if is_named else sum(line.body != row.body for line in explanation.lines),
        "terms": list(_terms(explanation)),
        "lacking": own_gaps,
        "lacking_of_parts": len(explanation.lacking) - len(own_gaps),
        "rule": explanation.rule,
        "mark": MARKS.get(explanation.mark or "", ""),
        "remarks": [sentence_of(note) for note in row.notes],
    }


def _terms(explanation: flow.Explanation) -> Iterator[tuple[str, str, str]]:
    """Yield what goes into a formula: the indicator with the word it has there, the period, the figure."""
    for term in explanation.terms:
        value = "chưa có số liệu" if term.value is None else f"{amount(term.value)} {term.measure}"
        yield f"{term.name} {term.words}", Window.of(term.period).words if term.period else "không có kỳ trước", value


def _rests(found: flow.Reasons, explanation: flow.Explanation) -> Iterator[tuple[Rest, str]]:
    """Yield what the number rests on, each with the body that said it."""
    for line in explanation.lines:
        times = "" if line.weight == 1 else "trừ đi" if line.weight == -1 else f"nhân {amount(line.weight)}"
        rest = Rest(
            times=times,
            role=ROLES.get(line.role, line.role),
            body=line.body_name,
            period=Window.of(line.period).words,
            printed=line.printed,
            quality=Quality(line.quality).words if line.quality else "",
            entry=str(line.entry),
            recorded=instant_words(line.recorded_at),
            person=found.names.get(line.by) or line.by,
            way=WAYS.get(line.via, line.via.replace("cli:", "dòng lệnh, ")),
            sources=line.sources,
            remark=line.remark,
            earlier=tuple((printed, str(number), instant_words(at)) for number, printed, at in line.earlier),
        )
        yield rest, line.body
