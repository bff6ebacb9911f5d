"""Step 8, publish: make a paper of a pack."""

from __future__ import annotations

from typing import Any

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


class UnknownLayout(Refused):
    """There is no such layout."""

    code = "unknown-layout"
    vi = "Không có thể thức văn bản “{asked}”{near}. Các thể thức: {known}."
    en = "There is no layout “{asked}”{near}. The layouts are: {known}."


class UnknownIssuer(Refused):
    """No organisation of the area has that id."""

    code = "unknown-issuer"
    vi = "Đơn vị này không có cơ quan ban hành “{asked}”{near}. Các cơ quan: {known}."
    en = "This body has no issuing organisation “{asked}”{near}. They are: {known}."


class UnknownSigning(Refused):
    """The issuer does not sign that way."""

    code = "unknown-signing"
    vi = "Cơ quan ban hành không ký theo cách “{asked}”{near}. Các cách ký: {known}."
    en = "The issuer does not sign in the way “{asked}”{near}. The ways are: {known}."


class TemplateRefused(Refused):
    """The office's own template cannot be used."""

    code = "template-refused"
    vi = "Không dùng được mẫu Word đã chọn; chưa ghi gì."
    en = "The Word template cannot be used; nothing was written."


def publish(pack: briefing.Pack, *, paper: str, by: Actor, look: Look | None = None) -> bytes:
    """Return one paper as the bytes of a file: equal for an equal pack and look, within one release.

    Args:
        paper: `NAME` of one of `papers.PAPERS`.
        look: How it shall look; None for the body's own custom.

    Raises:
        NotAllowed: No right to brief, or to what only the office is told.
        UnknownPaper, UnknownLayout, UnknownIssuer, UnknownSigning: What is asked for is not there.
        TemplateRefused: The office's own template cannot be used; its problems say why.
    """
    access.require(by, act=Act.ADVISE if pack.agenda.for_office else Act.BRIEF, book=pack.board.book)
    known = {one.NAME: one for one in papers.PAPERS}
    if paper not in known:
        raise UnknownPaper(paper=paper, near=near(paper, among=known), known=listed(known))
    try:
        return known[paper].render(pack, look=look or Look())
    except papers.NoSuchLayout as fault:
        raise UnknownLayout(**_asked(fault)) from fault
    except papers.NoSuchIssuer as fault:
        raise UnknownIssuer(**_asked(fault)) from fault
    except papers.NoSuchSigning as fault:
        raise UnknownSigning(**_asked(fault)) from fault
    except papers.BadTemplate as fault:
        raise TemplateRefused(problems=fault.problems) from fault


def _asked(fault: papers.NoSuchLayout | papers.NoSuchIssuer | papers.NoSuchSigning) -> dict[str, Any]:
    return {"asked": fault.id[:60], "near": near(fault.id, among=fault.known), "known": listed(fault.known)}
