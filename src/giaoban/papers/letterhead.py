"""Who issues the paper, and what therefore stands around its words: head, symbol, place, signer, recipients.

Number and day stay blank: the clerk gives them when the paper is signed.

Source: the layout (Decree 30/2020/NĐ-CP, 36-HD/VPTW); ways of signing are data of the layout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from giaoban.briefing import Pack, Script
from giaoban.catalogue import Body
from giaoban.papers.layout import Layout, Signing, layout, usual
from giaoban.papers.paper import Look
from giaoban.values import Said


class NoSuchIssuer(ValueError):
    """No organisation of the area has that id; `known` says which are there."""

    def __init__(self, id: str, *, known: Sequence[str]) -> None:
        super().__init__(id)
        self.id, self.known = id, tuple(known)


class NoSuchSigning(ValueError):
    """The issuer does not sign that way; `known` says which ways there are."""

    def __init__(self, id: str, *, known: Sequence[str]) -> None:
        super().__init__(id)
        self.id, self.known = id, tuple(known)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the head: its zone, its text, and the rule below it (`whole`, `part` or empty)."""

    zone: str
    text: str
    rule: str = ""


@dataclass(frozen=True)
class Letterhead:
    """What stands around the words of a paper (phần thể thức).

    Args:
        left, right: The two sides of the head, from top to bottom.
        signer: Lines of the authority and the post.
    """

    layout: Layout
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    signer: tuple[str, ...]
    recipients: tuple[str, ...]


def letterhead(pack: Pack, *, script: Script, look: Look) -> Letterhead:
    """Return the letterhead of a paper.

    The layout is the one asked for, else that of the issuer's hierarchy; the issuer the one asked for, else the
    first kind of body that issues in that layout and works for the area.

    Raises:
        NoSuchLayout, NoSuchIssuer, NoSuchSigning: The look asks for what there is not.
    """
    used, issuer = _used(pack, look)
    said = {
        "superior": _superior(pack, issuer, used),
        "issuer": _begun(issuer.name, used.spelled) if issuer else used.unknown.format(area=pack.board.body_name),
        "symbol": _symbol(script.title, issuer, used),
        "place": pack.board.body_name,
        "year": str(pack.board.on.year),
    }
    return Letterhead(
        layout=used,
        left=_lines(used, used.left, said),
        right=_lines(used, used.right, said),
        signer=_signing(used, issuer, look.signing).lines,
        recipients=used.recipients,
    )


def _issuer(pack: Pack, asked: str, chosen: Layout | None) -> Body | None:
    """Return the organisation that issues; None where the area has none that would."""
    own = [one for one in pack.legend.organisations if one.of_area == pack.board.body]
    if asked:
        found = next((one for one in own if one.id == asked), None)
        if found is None:
            raise NoSuchIssuer(asked, known=[one.id for one in own])
        return found
    used = chosen or usual("state")
    fitting = [one for kind in used.issuers for one in own if one.kind == kind and one.hierarchy.value in used.hierarchies]
    return next(iter(fitting), None)


def _superior(pack: Pack, issuer: Body | None, used: Layout) -> str:
    if issuer is None or issuer.kind in used.alone:
        return ""
    above = next((one for one in pack.legend.organisations if one.id == issuer.parent), None)
    return _begun(above.name, used.above) if above else ""


def _symbol(title: str, issuer: Body | None, used: Layout) -> str:
    name = issuer.name if issuer else ""
    begun = max((begin for begin in used.symbols if name.startswith(begin)), key=len, default="")
    return used.symbol.format(kind=used.kinds.get(title, ""), issuer=used.symbols.get(begun, "…"))


def _begun(name: str, spelled: Mapping[str, str]) -> str:
    """Return the name with its beginning as papers write it."""
    begin = max((begin for begin in spelled if name.startswith(begin)), key=len, default="")
    return f"{spelled[begin]}{name.removeprefix(begin)}" if begin else name


def _lines(used: Layout, column: tuple[tuple[str, str], ...], said: Mapping[str, str]) -> tuple[Line, ...]:
    """Return one side of the head; a line that would say nothing is left out."""
    lines = [Line(zone, used.zones[zone].text.format(**said), rule) for zone, rule in column]
    return tuple(Line(line.zone, line.text.upper() if used.zones[line.zone].caps else line.text, line.rule) for line in lines if line.text)


def _signing(used: Layout, issuer: Body | None, asked: str) -> Signing:
    fitting = [one for one in used.signing if not one.of or (issuer and issuer.kind in one.of)]
    if not asked:
        return fitting[0]
    found = next((one for one in fitting if one.id == asked), None)
    if found is None:
        raise NoSuchSigning(asked, known=[one.id for one in fitting])
    return found


def remarks(pack: Pack, *, look: Look) -> list[Said]:
    """Return what is to be told on screen, never on paper, to whoever makes papers in that look.

    Raises:
        NoSuchLayout, NoSuchIssuer: The look asks for what there is not.
    """
    return _used(pack, look)[0].notes_on(pack.board.on)


def _used(pack: Pack, look: Look) -> tuple[Layout, Body | None]:
    """Return the layout that is used, and who issues."""
    chosen = layout(look.layout) if look.layout else None
    issuer = _issuer(pack, look.issuer, chosen)
    return chosen or usual(issuer.hierarchy.value if issuer else "state"), issuer
