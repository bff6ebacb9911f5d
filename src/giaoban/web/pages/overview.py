"""Tổng quan: how does a body stand in a period? Counts, what is weak and why, difficulties, then the figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from giaoban import flow
from giaoban.briefing.cells import is_known
from giaoban.briefing.legend import inside
from giaoban.briefing.stamp import hidden_words
from giaoban.briefing.tally import Tally
from giaoban.findings import behind
from giaoban.web import gate, kept
from giaoban.web.asked import Asked
from giaoban.web.bar import QuestionLine
from giaoban.web.sheet import Table, table

PAGE = "tong-quan"
FIRST = 8  # weak indicators that are seen at once; the others unfold


@dataclass(frozen=True, slots=True)
class Weak:
    """An indicator that is behind or weak, in a line (chỉ tiêu đạt thấp, chậm tiến độ).

    Args:
        late, judged: Of the parts of the body; 0 of 0 where nothing can be said of them.
    """

    name: str
    said: str
    address: str
    why: str
    level: str
    late: int
    judged: int


@dataclass(frozen=True, slots=True)
class Difficulty:
    """A difficulty raised, in a few lines (khó khăn, vướng mắc)."""

    title: str
    cause: str
    raised: str
    asks: tuple[str, ...]
    affects: tuple[tuple[str, str], ...]
    source: str


def overview(request: HttpRequest, body: str, period: str) -> HttpResponse:
    """Show the overview."""
    at, asked = gate.now(), Asked.of(request, body=body, period=period)
    found = flow.look(asked.wanted(), by=gate.actor(request, at=at), at=at)
    body = kept.drawn((PAGE, found.key, asked), draw=lambda: _draw(found, asked))
    return render(request, "overview.html", {"line": QuestionLine(asked, found.frame, PAGE), "body": body})


def _draw(found: flow.Glance, asked: Asked) -> SafeString:
    board = found.pack.board
    own, weak = board.own(), list(_weak(found, asked))
    shown = {
        "tally": Tally.of(own),
        "lists": {name: asked.to("bieu", loc=name) for name in ("good", "behind", "weak", "unjudged")},
        "hidden": hidden_words(board.hidden) if board.hidden else "",
        "weak": weak[:FIRST],
        "more_weak": weak[FIRST:],
        "next_weak": FIRST + 1,
        "difficulties": list(_difficulties(found, asked)),
        "aims": _aims(found, asked),
        "table": _table(found, asked),
        "unknown": sum(not is_known(row) for row in own),
        "all": asked.to("bieu", ca="1"),
    }
    return render_to_string("overview_body.html", shown)


def _weak(found: flow.Glance, asked: Asked) -> Iterator[Weak]:
    pack = found.pack
    for finding in pack.findings:
        if finding.kind != behind.KIND or finding.body != pack.board.body:
            continue
        indicator, part = finding.series.indicator, finding.series.part
        row = pack.board.row(indicator, part=part)
        numbers = dict(finding.numbers)
        yield Weak(
            name=finding.name,
            said=finding.title.removeprefix(finding.name).lstrip(": "),
            address=asked.to("chi-tieu", first=indicator),
            why=asked.to("giai-thich", first=indicator, what="status", part="" if part == "-" else part),
            level=row.status.level.value,
            late=int(numbers.get("bodies_behind", 0)),
            judged=int(numbers.get("bodies_judged", 0)),
        )


def _difficulties(found: flow.Glance, asked: Asked) -> Iterator[Difficulty]:
    """Yield the difficulties; a part of the body that raised one is named only where parts are named."""
    legend, own = found.pack.legend, found.pack.board.body
    parts = set(found.pack.board.members) - {own}
    for one in found.pack.bottlenecks:
        teller = one.raised_for or one.body
        named = found.frame.is_named or teller not in parts
        affects = tuple((legend.indicator(id), asked.to("chi-tieu", first=id)) for id in one.affects)
        raised = inside(legend.body(teller)) if named else ""
        yield Difficulty(one.title, one.cause, raised, one.asks, affects, one.source)


def _aims(found: flow.Glance, asked: Asked) -> list[tuple[str, str, object, str, str]]:
    legend = found.pack.legend
    return [
        (legend.indicator(aim.indicator), aim.fraction, aim.before, aim.source, asked.to("chi-tieu", first=aim.indicator))
        for aim in found.pack.aims
    ]


def _table(found: flow.Glance, asked: Asked) -> Table:
    board = found.pack.board
    more = [*board.notes, *([hidden_words(board.hidden)] if board.hidden else [])]
    rows = [row for row in board.own() if is_known(row)]
    return table(rows, window=found.window, legend=found.pack.legend, asked=asked, more_notes=more)
