"""The pack as data, by whose hash a paper can be checked for ever."""

from __future__ import annotations

from giaoban.briefing import Pack, dumps
from giaoban.papers.paper import Look

NAME = "pack"
MEDIA = "application/json"
FILENAME = "pack.json"


def render(pack: Pack, *, look: Look) -> bytes:  # noqa: ARG001 data have no look
    """Return the pack as canonical JSON."""
    return dumps(pack)
