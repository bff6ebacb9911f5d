"""What is a paper, and how may one ask for it to look?

A paper is a file of this room with `NAME`, `MEDIA`, `FILENAME` and `render`. What
it says comes from the pack; how it looks is asked for with a `Look`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from giaoban.briefing import Pack

Who = Callable[[str], str]


@dataclass(frozen=True)
class Look:
    """How a paper shall look (thể thức được chọn). Empty fields leave the choice to the body's own custom.

    Args:
        layout: Name of a layout; empty for that of the issuer's hierarchy.
        issuer: Id of the organisation that issues the paper; empty for the body's own committee.
        signing: Id of the way in which it is signed; empty for the issuer's usual one.
        template: An office's own DOCX, as bytes; None for the layout alone.
        who: Turns the id of a person into a name with its post; None for a paper that names bodies only.
    """

    layout: str = ""
    issuer: str = ""
    signing: str = ""
    template: bytes | None = field(default=None, repr=False)
    who: Who | None = field(default=None, repr=False)


class Paper(Protocol):
    """One kind of paper (loại tài liệu); a file of this room has these names.

    Args:
        NAME: Short name, as asked for.
        MEDIA: Its media type.
        FILENAME: What the file is called.
    """

    NAME: str
    MEDIA: str
    FILENAME: str

    def render(self, pack: Pack, *, look: Look) -> bytes:
        """Return the file: equal bytes for an equal pack and look."""
