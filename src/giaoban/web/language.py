"""In which language is this page? The one that the reader chose here, else Vietnamese, whatever the browser is set to."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

Respond = Callable[[HttpRequest], HttpResponse]


def chosen(respond: Respond) -> Respond:
    """Return the middleware that speaks the reader's language."""

    def speak(request: HttpRequest) -> HttpResponse:
        asked = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        code = asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = code
        with translation.override(code):
            response = respond(request)
        response.headers.setdefault("Content-Language", code)
        return response

    return speak


def now() -> str:
    """Return the language of the page that is being made: `vi` or `en`."""
    return "en" if (translation.get_language() or "").startswith("en") else "vi"
