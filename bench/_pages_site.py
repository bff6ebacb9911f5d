"""The pages, and beside them a plain Django list page: the same middleware, sign-in, database and base template."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from giaoban.store.tables import Entry
from giaoban.web.urls import handler400, handler403, handler404, handler500
from giaoban.web.urls import urlpatterns as pages

ROWS = 100
PLAIN = """{% extends "base.html" %}{% block content %}<h1>Entries</h1><table><thead><tr><th>Number</th><th>Recorded</th><th>Kind</th>
<th>Key</th><th>Steps</th><th>Supersedes</th><th>Hash</th><th>Previous</th></tr></thead><tbody>{% for one in entries %}<tr>
<td><a href="?entry={{ one.number }}">{{ one.number }}</a></td><td>{{ one.recorded_at }}</td><td>{{ one.kind }}</td><td>{{ one.key }}</td>
<td>{{ one.steps|default_if_none:"–" }}</td><td>{{ one.supersedes|default_if_none:"–" }}</td><td>{{ one.hash|slice:":12" }}</td>
<td>{{ one.previous|slice:":12" }}</td></tr>{% endfor %}</tbody></table>{% endblock %}"""


def plain(request: HttpRequest) -> HttpResponse:
    """Show the last hundred entries, eight columns each, as one would without thinking."""
    entries = Entry.objects.filter(book="tinh-mau").order_by("-number")[:ROWS]
    return HttpResponse(engines["django"].from_string(PLAIN).render({"entries": entries}, request))


urlpatterns = [path("plain/", plain), *pages]
__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
