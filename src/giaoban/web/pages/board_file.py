"""The table of a period as a file: exactly what its reader sees, to go on calculating with."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse

from giaoban import flow, papers
from giaoban.values import vietnamese
from giaoban.web import gate
from giaoban.web.asked import Asked

KINDS = {"xlsx": papers.figures_xlsx.MEDIA, "csv": papers.figures_csv.MEDIA}


def board_file(request: HttpRequest, kind: str, body: str, period: str) -> HttpResponse:
    """Send the table: the body's own rows, or with `?don-vi=1` those of its parts by name too, as one asks for the annex."""
    if kind not in KINDS:
        raise Http404
    at, asked = gate.now(), Asked.of(request, body=body, period=period)
    found = flow.look(asked.wanted(), by=gate.actor(request, at=at), at=at)
    board = found.pack.board
    if request.GET.get("don-vi") != "1":
        board = replace(board, rows=board.own())
    content = papers.board_xlsx(board, legend=found.pack.legend) if kind == "xlsx" else papers.board_csv(board)
    name = f"bieu-{vietnamese.slug(board.body_name)}-{board.period}.{kind}"
    return HttpResponse(content, content_type=KINDS[kind], headers={"Content-Disposition": f'attachment; filename="{name}"'})
