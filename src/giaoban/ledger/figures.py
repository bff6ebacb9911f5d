"""The kinds of figures, and how each stands in an entry.

A series is (indicator, regime, part); a figure is one number of one series
for one body and one window. The number is kept twice, as printed and as whole
steps of the indicator: 154,3 tỷ đồng = 154 300 000 000 steps of 1 đồng.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from giaoban.ledger.entry import Draft, Entry
from giaoban.values import Quality

WHOLE = "-"  # part of an undivided series; base of a relation that has no authority
UNNAMED = "unnamed"  # authority of a plan that the source does not name
PLAN, SAME_PERIOD = "plan", "same_period"
VISIBILITIES = ("draft", "accepted", "restricted", "released")
SEEN_BY_ALL = "accepted"
NOT_APPLICABLE = "không áp dụng"  # printed where the body says that the indicator does not apply to it


@dataclass(frozen=True, slots=True)
class Cell:
    """What a number is of: series, body and window (ô số liệu).

    Args:
        indicator: Id of the indicator.
        regime: Id of the reporting regime whose calendar `period` is said in.
        part: Id of the part of a disaggregated indicator; "-" for the whole.
        body: Id of the body.
        period: Code of the window: `2021-Q1`, `2021-04`, `2021-9M`, `2021`, `2021-04-20` (from the year's start to that day).
    """

    indicator: str
    regime: str
    part: str
    body: str
    period: str

    @property
    def key(self) -> str:
        """The entry's key."""
        return f"{self.indicator}/{self.regime}/{self.part}/{self.body}/{self.period}"

    @classmethod
    def of(cls, key: str) -> Cell:
        """Return the cell of a key; further parts of the key are left to the kind."""
        indicator, regime, part, body, period = key.split("/")[:5]
        return cls(indicator, regime, part, body, period)


@dataclass(frozen=True, slots=True)
class Figure:
    """A reported number (số liệu).

    Args:
        printed: As it stands in the source, with its measure.
        steps: Whole steps of the indicator; None where the body says that the indicator does not apply to it.
        quality: Estimate, preliminary, actual or final.
        visibility: `draft`, `accepted`, `restricted` or `released`.
        doubt: Code of a doubt that goes with the number, kebab case; empty for none.
        note: Digest of a remark kept outside the chain; empty for none.
    """

    cell: Cell
    printed: str
    steps: int | None
    quality: Quality = Quality.ACTUAL
    visibility: str = SEEN_BY_ALL
    doubt: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation that the source states and we do not compute: "188 % kế hoạch" (số theo nguồn).

    Args:
        relation: `plan` or `same_period`.
        authority: Who gave the plan; `unnamed` when the source does not say; "-" where the relation has none.
        value: The ratio: 188 % is 1.88.
    """

    cell: Cell
    relation: str
    authority: str
    printed: str
    value: Decimal
    visibility: str = SEEN_BY_ALL
    doubt: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """A judgement in words (đánh giá).

    Args:
        scale: Id of the scale.
        word: Id of the word on it.
    """

    cell: Cell
    scale: str
    word: str
    visibility: str = SEEN_BY_ALL
    doubt: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached, by whose plan, in which version (chỉ tiêu kế hoạch).

    Args:
        cell: `period` is the plan period: `2021`, `2021-Q1`.
        authority: Id of the authority that gave it.
        version: 1 for the first, 2 after the first adjustment (điều chỉnh) …
        steps: Whole steps of the indicator; of a percentage, of its own step.
    """

    cell: Cell
    authority: str
    version: int
    printed: str
    steps: int
    visibility: str = SEEN_BY_ALL
    note: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A figure taken back without another in its place (rút số liệu).

    Args:
        kind: Kind of the entry taken back.
        key: Its key.
        reason: Digest of the reason, kept outside the chain.
    """

    kind: str
    key: str
    reason: str


Fact = Figure | Stated | Grade | Target
KINDS: tuple[str, ...] = ("Figure", "Stated", "Grade", "Target", "Withdrawal")


def encode(item: Fact | Withdrawal, *, sources: tuple[str, ...] = (), supersedes: int | None = None) -> Draft:
    """Return the item as a draft, ready to be recorded."""
    match item:
        case Withdrawal():
            return Draft("Withdrawal", f"{item.kind}:{item.key}", {"reason": item.reason}, sources, supersedes)
        case Stated():
            key = f"{item.cell.key}/{item.relation}/{item.authority}"
            content = {"printed": item.printed, "value": str(item.value)}
        case Grade():
            key, content = item.cell.key, {"scale": item.scale, "word": item.word}
        case Target():
            key = f"{item.cell.key}/{item.authority}/{item.version}"
            content = {"printed": item.printed, "steps": str(item.steps)}
        case _:
            steps = "" if item.steps is None else str(item.steps)
            key, content = item.cell.key, {"printed": item.printed, "steps": steps, "quality": item.quality.value}
    content["visibility"] = item.visibility
    for name in ("doubt", "note"):
        if value := getattr(item, name, ""):
            content[name] = value
    return Draft(type(item).__name__, key, content, sources, supersedes)


def decode(entry: Entry) -> Fact | Withdrawal:
    """Return the figure, stated relation, grade, target or withdrawal that the entry records.

    Raises:
        KeyError: The entry is of another kind, or its content lacks a field.
    """
    content, key = entry.content, entry.key
    seen = content.get("visibility", SEEN_BY_ALL)
    doubt, note = content.get("doubt", ""), content.get("note", "")
    match entry.kind:
        case "Figure":
            steps = int(content["steps"]) if content["steps"] else None
            return Figure(Cell.of(key), content["printed"], steps, Quality(content["quality"]), seen, doubt, note)
        case "Stated":
            relation, authority = key.split("/")[5:]
            return Stated(Cell.of(key), relation, authority, content["printed"], Decimal(content["value"]), seen, doubt, note)
        case "Grade":
            return Grade(Cell.of(key), content["scale"], content["word"], seen, doubt, note)
        case "Target":
            authority, version = key.split("/")[5:]
            return Target(Cell.of(key), authority, int(version), content["printed"], int(content["steps"]), seen, note)
        case "Withdrawal":
            kind, _, of = key.partition(":")
            return Withdrawal(kind, of, content["reason"])
    raise KeyError(entry.kind)
