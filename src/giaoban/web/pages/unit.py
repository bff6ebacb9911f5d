"""Đơn vị: what is this body, on which ground, and how do its parts stand? Counts first; names where they are named."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from giaoban import flow
from giaoban.briefing.tally import Tally
from giaoban.values import vietnamese
from giaoban.web import gate, kept
from giaoban.web.asked import Asked
from giaoban.web.bar import QuestionLine

PAGE = "don-vi"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the body, counted (đơn vị trực thuộc)."""

    name: str
    address: str
    tally: Tally
    outside: str


def unit(request: HttpRequest, body: str, period: str) -> HttpResponse:
    """Show the body and its parts."""
    at, asked = gate.now(), Asked.of(request, body=body, period=period)
    found = flow.look(asked.wanted(), by=gate.actor(request, at=at), at=at)
    is_named = found.frame.is_named or request.GET.get("ten") == "1"
    shown = {
        "line": QuestionLine(asked, found.frame, PAGE),
        "body": kept.drawn((PAGE, found.key, asked, is_named), draw=lambda: _draw(found, asked, is_named=is_named)),
    }
    return render(request, "unit.html", shown)


def _draw(found: flow.Glance, asked: Asked, *, is_named: bool) -> SafeString:
    parts = _parts(found, asked)
    shown = {
        "unit": found.body,
        "above": [(name, asked.of_body(id).to(PAGE)) for id, name in found.above],
        "passages": found.passages,
        "parts": parts if is_named else [],
        "count": len(parts),
        "late": sum(part.tally.behind + part.tally.weak > 0 for part in parts),
        "silent": sum(part.tally.total == part.tally.unknown for part in parts),
        "is_named": is_named,
        "is_annex": is_named and not found.frame.is_named,
        "annex": asked.to(PAGE, ten="1"),
    }
    return render_to_string("unit_body.html", shown)


def _parts(found: flow.Glance, asked: Asked) -> list[Part]:
    """Return the parts in the order of the alphabet."""
    board = found.pack.board
    rows: dict[str, list] = {id: [] for id in board.members if id != board.body}
    for row in board.rows:
        if row.body in rows:
            rows[row.body].append(row)
    legend = found.pack.legend
    made = [Part(legend.body(id), asked.of_body(id).to("tong-quan"), Tally.of(own), board.members[id]) for id, own in rows.items()]
    return sorted(made, key=lambda part: vietnamese.sort_key(part.name))
