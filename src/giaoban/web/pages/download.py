"""One paper, as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from giaoban import flow, papers
from giaoban.values import vietnamese
from giaoban.web import gate
from giaoban.web.asked import Asked
from giaoban.web.pages.papers import is_for_office, look_of


def download(request: HttpRequest, paper: str, body: str, period: str) -> HttpResponse:
    """Send the paper: equal bytes for an equal question, within one release."""
    at, asked = gate.now(), Asked.of(request, body=body, period=period)
    by = gate.actor(request, at=at)
    pack = flow.brief(asked.wanted(), for_office=is_for_office(request), by=by, at=at)
    content = flow.publish(pack, paper=paper, look=look_of(request), by=by)
    kind = next(one for one in papers.PAPERS if paper == one.NAME)
    name = f"{vietnamese.slug(pack.board.body_name)}-{pack.board.period}-{kind.FILENAME}"
    return HttpResponse(content, content_type=kind.MEDIA, headers={"Content-Disposition": f'attachment; filename="{name}"'})
