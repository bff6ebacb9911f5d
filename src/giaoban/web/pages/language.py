"""The reader chooses the language of the pages; figures and words of papers stay Vietnamese."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

choose = login_not_required(require_POST(set_language))
