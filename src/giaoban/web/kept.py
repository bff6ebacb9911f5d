"""What was drawn a moment ago for an equal question? Kept for a while in this process, so that a page opened again is cheap."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.safestring import SafeString

from giaoban.flow.library import Rack
from giaoban.web import language

_DRAWN = Rack(20_000_000, len)  # letters


def drawn(key: tuple[object, ...], *, draw: Callable[[], SafeString]) -> SafeString:
    """Return the part of a page that was drawn for the key in this language, else draw it.

    Args:
        key: Everything that the part depends on; the key of a glance, the question as typed, the page.
    """
    found: SafeString = _DRAWN.get((language.now(), *key), make=draw)
    return found
