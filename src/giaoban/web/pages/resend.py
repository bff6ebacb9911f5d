"""After signing in again: what was typed before comes back, to be sent once more."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from giaoban.web import gate


@csrf_exempt  # it records nothing: it shows a signed form again, whose own secret counts
@require_POST
def resend(request: HttpRequest) -> HttpResponse:
    """Show the form again, to be sent by hand."""
    address, typed = gate.resent(request.POST.get("kept", ""))
    if not address:
        return redirect("home")
    return render(request, "resend.html", {"address": address, "typed": typed})
