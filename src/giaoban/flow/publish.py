"""Step 8, publish: make a paper of a pack."""

from __future__ import annotations

from giaoban import briefing, papers
from giaoban.flow import access
from giaoban.flow.access import Act, Actor
from giaoban.flow.refusal import Refused, listed, near
from giaoban.papers import Look


class UnknownPaper(Refused):
    """There is no such kind of paper."""

    code = "unknown-paper"
    vi = "Không có loại tài liệu “{paper}”{near}. Các loại: {known}."
    en = "There is no kind of paper “{paper}”{near}. The kinds are: {known}."


def publish(pack: briefing.Pack, *, paper: str, by: Actor, look: Look | None = None) -> bytes:
    """Return one paper as the bytes of a file: equal for an equal pack and look, within one release.

    Args:
        paper: `NAME` of one of `papers.PAPERS`.
        look: How it shall look; None for the body's own custom.

    Raises:
        NotAllowed: No right to brief, or to what only the office is told.
        UnknownPaper: There is no such kind of paper.
    """
    access.require(by, act=Act.ADVISE if pack.agenda.for_office else Act.BRIEF, book=pack.board.book)
    known = {one.NAME: one for one in papers.PAPERS}
    if paper not in known:
        raise UnknownPaper(paper=paper, near=near(paper, among=known), known=listed(known))
    return known[paper].render(pack, look=look or Look())
