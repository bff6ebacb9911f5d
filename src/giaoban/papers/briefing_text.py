"""The briefing as plain text, for a mail or a terminal."""

from __future__ import annotations

from giaoban.briefing import Pack, briefing_text
from giaoban.papers.letters import clean
from giaoban.papers.paper import Look

NAME = "text"
MEDIA = "text/plain; charset=utf-8"
FILENAME = "briefing.txt"


def render(pack: Pack, *, look: Look) -> bytes:
    """Return the text as UTF-8."""
    return clean(briefing_text(pack, who=look.who)).encode()
