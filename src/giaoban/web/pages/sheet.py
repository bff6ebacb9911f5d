"""Biểu số liệu: all figures of a body in a period, as the office's own table has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from giaoban import flow
from giaoban.briefing.cells import is_known
from giaoban.briefing.stamp import hidden_words
from giaoban.web import gate, kept
from giaoban.web.asked import Asked
from giaoban.web.bar import QuestionLine
from giaoban.web.sheet import table

PAGE = "bieu"
FILES: tuple[tuple[Any, str, dict[str, str]], ...] = (
    (_("Excel"), "xlsx", {}),
    (_("CSV"), "csv", {}),
    (_("Excel, kèm từng đơn vị trực thuộc"), "xlsx", {"don-vi": "1"}),
)
# Which rows a count of the overview stands for.
KINDS: dict[str, Callable[[Any], bool]] = {
    "good": lambda row: row.status.level.value in ("reached", "exceeded", "on_pace"),
    "behind": lambda row: row.status.level.value == "behind",
    "weak": lambda row: row.status.level.value == "weak",
    "unjudged": lambda row: row.status.level.value == "none" and (row.state == "known" or bool(row.stated)),
}
WORDS = {
    "good": _("đạt hoặc đúng tiến độ"),
    "behind": _("chậm tiến độ"),
    "weak": _("đạt thấp"),
    "unjudged": _("chưa đánh giá"),
}


def sheet(request: HttpRequest, body: str, period: str) -> HttpResponse:
    """Show the table: what is known, or with `?ca=1` the rows of which nothing is known too."""
    at, asked = gate.now(), Asked.of(request, body=body, period=period)
    found = flow.look(asked.wanted(), by=gate.actor(request, at=at), at=at)
    whole, only = request.GET.get("ca") == "1", request.GET.get("loc", "")
    own = found.pack.board.own()
    shown = {
        "line": QuestionLine(asked, found.frame, PAGE),
        "body": kept.drawn((PAGE, found.key, asked, whole, only), draw=lambda: _draw(found, asked, whole=whole, only=only)),
        "whole": whole,
        "only": WORDS.get(only, ""),
        "plain": asked.to(PAGE),
        "files": [(name, asked.to("tai-bieu", first=kind, **more)) for name, kind, more in FILES],
        "unknown": sum(not is_known(row) for row in own),
        "other": asked.to(PAGE, ca="" if whole else "1"),
    }
    return render(request, "sheet.html", shown)


def _draw(found: flow.Glance, asked: Asked, *, whole: bool, only: str) -> SafeString:
    board = found.pack.board
    kept_ones = KINDS.get(only, lambda row: whole or is_known(row))
    rows = [row for row in board.own() if kept_ones(row)]
    more = [*board.notes, *([hidden_words(board.hidden)] if board.hidden else [])]
    made = table(rows, window=found.window, legend=found.pack.legend, asked=asked, more_notes=more)
    return render_to_string("sheet_body.html", {"table": made})
