"""Is every file that is a paper in the tuple, with a name, a media type and a file name of its own?"""

from __future__ import annotations

import re
from pathlib import Path

import giaoban.papers
from giaoban.papers import PAPERS, Look
from tests.unit.papers.packs import published


def test_every_paper_of_the_room_is_listed() -> None:
    """A file that renders a pack is a paper."""
    room = Path(giaoban.papers.__file__).parent
    files = {path.stem for path in room.glob("*.py") if re.search(r"^def render\(pack", path.read_text("utf-8"), re.MULTILINE)}
    assert {one.__name__.rpartition(".")[2] for one in PAPERS} == files  # type: ignore[attr-defined]


def test_no_two_papers_share_a_name() -> None:
    assert len({one.NAME for one in PAPERS}) == len({one.FILENAME for one in PAPERS}) == len(PAPERS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", one.NAME) and "/" in one.MEDIA for one in PAPERS)


def test_an_equal_pack_is_an_equal_paper() -> None:
    """Whichever it is."""
    assert [one.render(published(), look=Look()) for one in PAPERS] == [one.render(published(), look=Look()) for one in PAPERS]
