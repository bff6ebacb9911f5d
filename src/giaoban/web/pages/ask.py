"""The question line asks otherwise: what was chosen becomes an address that can be shared."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from giaoban.web.asked import Asked
from giaoban.web.bar import BOARD, PAPERS


def ask(request: HttpRequest) -> HttpResponse:
    """Send to the page of the question."""
    given = request.GET
    page = given.get("trang", "")
    page = page if page in dict((*BOARD, PAPERS)) else BOARD[0][0]
    return redirect(Asked.of(request, body=given.get("body", "-") or "-", period=given.get("period", "-") or "-").to(page))
