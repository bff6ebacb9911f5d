"""Who may pass? Nobody without signing in, but to the few pages that say so themselves.

A sign-in that ended half-way loses nothing: a page comes back where it was
asked for, a part of a page sends the whole page to sign in, and what was typed
into a form is handed back to be sent again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from giaoban import flow

SALT, KEPT_FOR = "giaoban.web.kept", 12 * 3600
SECRETS = ("csrfmiddlewaretoken", "password")


class Gate(LoginRequiredMiddleware):
    """Django's own gate, with what an expired sign-in does to forms and to parts of pages."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> HttpResponseBase:  # type: ignore[override]
        """Send to the sign-in, so that the person comes back to where they were."""
        if request.headers.get("HX-Request"):
            back = request.headers.get("HX-Current-URL", "")
            path = back[back.find("/", back.find("//") + 2) :] if "//" in back else "/"
            return HttpResponse(status=401, headers={"HX-Redirect": f"{reverse('account_login')}?{urlencode({'next': path})}"})
        if request.method == "POST":
            return render(request, "expired.html", {"kept": _kept(request)}, status=401)
        return super().handle_no_permission(request, view_func)


def _kept(request: HttpRequest) -> str:
    """Return what was typed and where it goes, signed, so that nobody else can make up such a form."""
    if request.resolver_match and request.resolver_match.url_name == "resend":
        return request.POST.get("kept", "")
    typed = [(name, value) for name in request.POST for value in request.POST.getlist(name) if not name.startswith(SECRETS)]
    return signing.dumps({"address": request.get_full_path(), "typed": typed}, salt=SALT, compress=True)


def resent(kept: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the address and the fields of a form that was kept; an empty address where it is not one of ours or too old."""
    try:
        found = signing.loads(kept, salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        return "", []
    return found["address"], [(name, value) for name, value in found["typed"]]


def now() -> datetime:
    """Return what the door's clock says."""
    return datetime.now(UTC)


def actor(request: HttpRequest, *, at: datetime) -> flow.Actor:
    """Return who asks.

    Raises:
        Refused: Nobody stands behind the account.
    """
    return flow.actor(request.user.get_username(), via="web", on=flow.moment.today(at))
