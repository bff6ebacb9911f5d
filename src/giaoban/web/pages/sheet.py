"""Biểu số liệu: all figures of a body in a period, as the office's own table has them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from giaoban import flow
from giaoban.briefing.cells import is_known
from giaoban.briefing.stamp import hidden_words
from giaoban.web import gate, kept
from giaoban.web.asked import Asked
from giaoban.web.bar import QuestionLine
from giaoban.web.sheet import table

PAGE = "bieu"


def sheet(request: HttpRequest, body: str, period: str) -> HttpResponse:
    """Show the table: what is known, or with `?ca=1` the rows of which nothing is known too."""
    at, asked = gate.now(), Asked.of(request, body=body, period=period)
    found = flow.look(asked.wanted(), by=gate.actor(request, at=at), at=at)
    whole = request.GET.get("ca") == "1"
    own = found.pack.board.own()
    shown = {
        "line": QuestionLine(asked, found.frame, PAGE),
        "body": kept.drawn((PAGE, found.key, asked, whole), draw=lambda: _draw(found, asked, whole=whole)),
        "whole": whole,
        "unknown": sum(not is_known(row) for row in own),
        "other": asked.to(PAGE, ca="" if whole else "1"),
    }
    return render(request, "sheet.html", shown)


def _draw(found: flow.Glance, asked: Asked, *, whole: bool) -> SafeString:
    board = found.pack.board
    rows = [row for row in board.own() if whole or is_known(row)]
    more = [*board.notes, *([hidden_words(board.hidden)] if board.hidden else [])]
    made = table(rows, window=found.window, legend=found.pack.legend, asked=asked, more_notes=more)
    return render_to_string("sheet_body.html", {"table": made})
