"""How does a paper of this hierarchy look? Zones, sizes and customs as data, each with its source.

A layout is a file in `layouts/`; nothing of it stands in code. All lengths are
whole: points for letters, millimetres for the page, percent for line spacing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from giaoban.values import Said

FOLDER = Path(__file__).with_name("layouts")


class NoSuchLayout(ValueError):
    """No file in `layouts/` has that id; `known` says which have."""

    def __init__(self, id: str, *, known: Sequence[str]) -> None:
        super().__init__(id)
        self.id, self.known = id, tuple(known)


@dataclass(frozen=True, slots=True)
class Zone:
    """One element of a paper (ô thể thức): what it says and how it is set.

    Args:
        size: In points.
        range: Smallest and largest size that the source allows.
        text: What stands there; `{…}` is filled in, and nothing at all is what the paper itself says.
        rule: Line below it: `whole` as long as the text, `part` of it, empty for none.
    """

    size: int
    range: tuple[int, int]
    text: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Signing:
    """One way of signing (thẩm quyền ký): TM., KT., TL. and the post, line by line.

    Args:
        of: Kinds of bodies that sign so; empty for every body.
    """

    id: str
    of: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """The look of the papers of one hierarchy (thể thức văn bản).

    Args:
        hierarchies: Whose papers look so.
        since: First day on which it is in force.
        notes: What is to be said on screen, not on paper, from a day on.
        page: Margins in millimetres: top, bottom, left, right.
        limits: What the source allows for them.
        first_line: Indent of a paragraph's first line, in millimetres.
        after: Points between paragraphs.
        spacing: Line spacing in percent.
        left, right: Zones of the head from top to bottom, each with its rule.
        recipients: Lines under "Nơi nhận".
        issuers: Kinds of bodies that issue where nobody says, in order.
        alone: Kinds of bodies above whose name none is printed.
        unknown: What the issuer is called where the area has none of them.
        symbol: How the symbol is put together from the kind of paper and the issuer.
        kinds, symbols: Short names of kinds of papers, and of issuers by how their names begin.
        spelled, above: A body's name on paper by how it begins: as issuer, and above another.
    """

    id: str
    words: Said
    source: str
    hierarchies: tuple[str, ...]
    since: date
    notes: tuple[tuple[date, Said], ...]
    page: Mapping[str, int]
    limits: Mapping[str, tuple[int, int]]
    first_line: int
    after: int
    spacing: int
    left: tuple[tuple[str, str], ...]
    right: tuple[tuple[str, str], ...]
    zones: Mapping[str, Zone]
    signing: tuple[Signing, ...]
    recipients: tuple[str, ...]
    issuers: tuple[str, ...]
    alone: tuple[str, ...]
    unknown: str
    symbol: str
    kinds: Mapping[str, str]
    symbols: Mapping[str, str]
    spelled: Mapping[str, str]
    above: Mapping[str, str]

    def notes_on(self, day: date) -> list[Said]:
        """Return what is to be said on screen where the layout is used on that day."""
        return [said for since, said in self.notes if since <= day]


def layouts() -> tuple[Layout, ...]:
    """Return every layout that is shipped, by id."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.yaml")))


def layout(id: str) -> Layout:
    """Return the layout of that id.

    Raises:
        NoSuchLayout: None has it.
    """
    found = {one.id: one for one in layouts()}
    if id not in found:
        raise NoSuchLayout(id, known=sorted(found))
    return found[id]


def usual(hierarchy: str) -> Layout:
    """Return the newest layout in which bodies of the hierarchy write; that of state bodies where none is known."""
    found = [one for one in layouts() if hierarchy in one.hierarchies] or [layout("state")]
    return max(found, key=lambda one: one.since)


@cache
def _read(path: Path) -> Layout:
    raw: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    plain: dict[str, Any] = {
        name: raw[name] for name in ("id", "source", "since", "page", "unknown", "symbol", "kinds", "symbols", "spelled", "above")
    }
    lists: dict[str, Any] = {name: tuple(raw[name]) for name in ("hierarchies", "recipients", "issuers", "alone")}
    return Layout(
        **plain,
        **lists,
        **raw["text"],
        words=Said(raw["vi"], raw["en"]),
        notes=tuple((note["since"], Said(note["vi"], note["en"])) for note in raw.get("notes", ())),
        limits={name: (least, most) for name, (least, most) in raw["limits"].items()},
        left=_column(raw["left"]),
        right=_column(raw["right"]),
        zones={name: Zone(**{**zone, "range": tuple(zone["range"])}) for name, zone in raw["zones"].items()},
        signing=tuple(Signing(one["id"], tuple(one["of"]), tuple(one["lines"])) for one in raw["signing"]),
    )


def _column(zones: list[dict[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((one["zone"], one.get("rule", "")) for one in zones)
