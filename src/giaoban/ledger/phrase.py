"""What stands in the fourth column of a shorthand line: a figure, a relation, a target, a grade, or a withdrawal.

A phrase is read into its pieces, all text, and written from them again; the amounts in it are read only where an
indicator says in which steps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, TypeVar, cast

from giaoban.catalogue import Indicator
from giaoban.ledger.admission import read_amount, read_ratio
from giaoban.ledger.figures import NOT_APPLICABLE, PLAN, SAME_PERIOD, UNNAMED, WHOLE, Cell, Fact, Figure, Grade, Stated, Target, Withdrawal
from giaoban.values import Problem, Span

N = TypeVar("N", int, Decimal)
COLUMNS = re.compile(r"[ \t]*\t[ \t]*| {2,}")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WHO = r"(?: (?P<authority>[a-z][a-z0-9]*(?:-[a-z0-9]+)*))?"
VERSION = r"(?: lần (?P<version>[1-9][0-9]?))?"
FORMS = tuple(
    (re.compile(form, re.DOTALL), kind, relation, back)
    for form, kind, relation, back in (
        ("rút", "Figure", "", True),
        ("rút mức", "Grade", "", True),
        ("rút cùng kỳ", "Stated", SAME_PERIOD, True),
        (f"rút kế hoạch{WHO}", "Stated", PLAN, True),
        (f"rút KH{WHO}{VERSION}", "Target", "", True),
        (rf"mức (?:(?P<scale>{ID.pattern})\.)?(?P<word>{ID.pattern})", "Grade", "", False),
        (f"KH{WHO}{VERSION} (?P<printed>.+)", "Target", "", False),
        ("(?P<printed>.+) cùng kỳ", "Stated", SAME_PERIOD, False),
        (f"(?P<printed>.+?) kế hoạch{WHO}", "Stated", PLAN, False),
    )
)


@dataclass(frozen=True)
class UnreadableLine(Problem):
    """A line of a ledger in shorthand that does not say what it should."""

    code: ClassVar[str] = "unreadable-line"
    vi: ClassVar[str] = "“{said}”: {why_vi}."
    en: ClassVar[str] = "“{said}”: {why_en}."
    way_out_vi: ClassVar[str] = "Viết: kỳ, đơn vị, chỉ tiêu, số liệu, nguồn, @ngày; giữa các cột để ít nhất hai dấu cách."
    way_out_en: ClassVar[str] = "Write period, body, indicator, figure, source, @day; at least two spaces between columns."

    said: str
    why_vi: str
    why_en: str


class Wrong(Exception):
    """A line cannot be read; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence())
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Phrase:
    """The pieces of a fourth column, all as text.

    Args:
        kind: Kind of the entry that is said, or taken back.
        back: Whether it is taken back.
        relation: `plan` or `same_period`; empty where there is none.
        authority: Id of a plan's authority, `unnamed`, or "-" where there is none.
        version: Of a target; 0 for others.
        scale, word: Of a grade; the scale is empty where it is the indicator's own.
    """

    kind: str
    printed: str = ""
    relation: str = ""
    authority: str = ""
    version: int = 0
    scale: str = ""
    word: str = ""
    back: bool = False


def columns(line: str) -> list[str]:
    """Return the columns of a line, which tabs or two and more spaces part; none for an empty line."""
    said = line.strip(" \t\r")
    return COLUMNS.split(said) if said else []


def wrong(where: Span, *, said: str, vi: str, en: str) -> Wrong:
    """Return what to raise for a line that cannot be read."""
    return Wrong(UnreadableLine(where, said, vi, en))


def read(said: str) -> Phrase:
    """Return the pieces of a fourth column; whatever has no other form is a figure as printed.

    Example:
        >>> read("88,7 % kế hoạch tinh-giao")
        Phrase(kind='Stated', printed='88,7 %', relation='plan', authority='tinh-giao', version=0, scale='', word='', back=False)
        >>> read("rút").back
        True
    """
    for form, kind, relation, back in FORMS:
        if found := form.fullmatch(said):
            pieces = found.groupdict()
            authority = pieces.get("authority") or (WHOLE if relation == SAME_PERIOD else UNNAMED)
            return Phrase(
                kind, pieces.get("printed", ""), relation, authority if kind in ("Stated", "Target") else "",
                int(pieces.get("version") or 1) if kind == "Target" else 0, pieces.get("scale") or "", pieces.get("word") or "", back,
            )  # fmt: skip
    return Phrase("Figure", said)


def write(phrase: Phrase) -> str:
    """Return the fourth column that says the pieces."""
    who = "" if phrase.authority in ("", UNNAMED, WHOLE) else f" {phrase.authority}"
    version = f" lần {phrase.version}" if phrase.version > 1 else ""
    head = "rút" if phrase.back else ""
    match phrase.kind:
        case "Grade":
            grade = f"mức {phrase.scale}.{phrase.word}" if phrase.scale else f"mức {phrase.word}"
            said = "mức" if phrase.back else grade
        case "Target":
            said = f"KH{who}{version} {phrase.printed}"
        case "Stated":
            said = f"{phrase.printed} {'cùng kỳ' if phrase.relation == SAME_PERIOD else 'kế hoạch' + who}"
        case _:
            said = phrase.printed
    return f"{head} {said.strip()}".strip() if phrase.back else said


def of(item: Fact | Withdrawal) -> Phrase:
    """Return the pieces that say the item."""
    match item:
        case Figure():
            return Phrase("Figure", item.printed)
        case Stated():
            return Phrase("Stated", item.printed, item.relation, item.authority)
        case Grade():
            return Phrase("Grade", scale=item.scale, word=item.word)
        case Target():
            return Phrase("Target", item.printed, authority=item.authority, version=item.version)
    match item.key.split("/")[5:]:
        case [relation, authority] if item.kind == "Stated":
            return Phrase("Stated", "", relation, authority, back=True)
        case [authority, version] if item.kind == "Target":
            return Phrase("Target", authority=authority, version=int(version), back=True)
    return Phrase(item.kind, back=True)


def item_of(phrase: Phrase, *, cell: Cell, indicator: Indicator, where: Span) -> Fact | Withdrawal:
    """Return what the phrase says of the cell, its amount read in steps of the indicator.

    Raises:
        Wrong: The amount cannot be read.
    """
    if phrase.back:
        more = {"Stated": f"/{phrase.relation}/{phrase.authority}", "Target": f"/{phrase.authority}/{phrase.version}"}
        return Withdrawal(phrase.kind, cell.key + more.get(phrase.kind, ""), "")
    match phrase.kind:
        case "Grade":
            return Grade(cell, phrase.scale or indicator.scale, phrase.word)
        case "Stated":
            ratio = _sound(read_ratio(phrase.printed, where=where))
            return Stated(cell, phrase.relation, phrase.authority, phrase.printed, ratio)
        case "Target":
            steps = _sound(read_amount(phrase.printed, indicator=indicator, where=where))
            return Target(cell, phrase.authority, phrase.version, phrase.printed, steps)
    if phrase.printed == NOT_APPLICABLE:
        return Figure(cell, phrase.printed, None)
    return Figure(cell, phrase.printed, _sound(read_amount(phrase.printed, indicator=indicator, where=where)))


def _sound(found: tuple[N | None, Problem | None]) -> N:
    value, problem = found
    if problem:
        raise Wrong(problem)
    return cast("N", value)
