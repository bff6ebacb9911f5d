"""Where does one begin? At one's own body and the newest period; with several books, at a choice."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from giaoban import flow
from giaoban.web import gate
from giaoban.web.asked import Asked


def home(request: HttpRequest) -> HttpResponse:
    """Send to the one book's overview, or show which books there are."""
    at = gate.now()
    found = flow.shelves(by=gate.actor(request, at=at), at=at)
    begun = [(one, Asked(one.body, one.period).to("tong-quan")) for one in found if one.body]
    if len(begun) == 1 and len(found) == 1:
        return redirect(begun[0][1])
    return render(request, "home.html", {"begun": begun, "empty": [one for one in found if not one.body]})
