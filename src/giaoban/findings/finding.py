"""What is one thing worth saying, and how are its numbers said?

A finding is a sentence with the numbers and the entries behind it. It judges
no people, corrects nothing, and names the base of every percentage. The few
words for numbers that all kinds need stand here too; this is the only place
above the engine where its doubles become decimals.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, SupportsFloat

from giaoban.catalogue import Window
from giaoban.engine import PlanShare, Row, Series
from giaoban.engine.board import plain
from giaoban.ledger.figures import WHOLE
from giaoban.values import vietnamese

JUDGED = " (đánh giá)"  # how the catalogue tells an indicator in words from its namesake in numbers
NONE = Decimal(0)
LEAST_PLACES = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth saying (phát hiện, điều đáng nêu).

    Args:
        kind: Name of the kind that found it.
        weight: How early it is told, higher first; one weight for a kind or for a grade of it.
        depth: How bad it is within its weight, higher first; 0 to 1 for most kinds.
        series: Indicator, regime and part that it is about.
        name: Name of the indicator, as it begins the sentence.
        title: The finding in a sentence, without its full stop.
        detail: Rule, base or reach behind it; empty for none.
        numbers: The numbers in the title by name; ratios plain.
        entries: Numbers of the entries it rests on.
        for_office: Whether only the office is told.
    """

    kind: str
    weight: int
    depth: Decimal
    series: Series
    body: str
    name: str
    title: str
    detail: str = ""
    numbers: tuple[tuple[str, Decimal], ...] = ()
    entries: tuple[int, ...] = ()
    for_office: bool = False

    def data(self) -> dict[str, Any]:
        """Return the finding as a pack's JSON has it."""
        return {
            "kind": self.kind,
            "indicator": self.series.indicator,
            "regime": self.series.regime,
            "part": None if self.series.part == WHOLE else self.series.part,
            "body": self.body,
            "title": self.title,
            "detail": self.detail or None,
            "numbers": {name: plain(number) for name, number in self.numbers},
            "entries": list(self.entries),
            "for_office": self.for_office,
        }


def about(
    row: Row,
    *,
    kind: str,
    weight: int,
    title: str,
    depth: Decimal = NONE,
    detail: str = "",
    numbers: tuple[tuple[str, Decimal], ...] = (),
    entries: tuple[int, ...] = (),
    for_office: bool = False,
) -> Finding:
    """Return a finding about the row; entries are named once, and 0 (computed, not recorded) is none."""
    rests_on = tuple(dict.fromkeys(entry for entry in entries if entry))
    return Finding(kind, weight, depth, row.series, row.body, name_of(row), title, detail, numbers, rests_on, for_office)


def exact(number: SupportsFloat) -> Decimal:
    """Return a number of the board as a decimal, to the twelve digits that a board's JSON has.

    Example:
        >>> exact(154.3), exact(0.1 + 0.2)
        (Decimal('154.3'), Decimal('0.3'))
    """
    return Decimal(f"{number:.12g}")


def amount(number: SupportsFloat) -> str:
    """Return a number of the board as a report prints it: two decimals at most, more where it would else read as 0.

    Example:
        >>> amount(154.3), amount(1973.949), amount(0.00412), amount(5558), amount(1e6)
        ('154,3', '1.973,95', '0,0041', '5.558', '1.000.000')
    """
    said, places = exact(number), LEAST_PLACES
    while abs(said).scaleb(places) < 10 and said != _rounded(said, places):
        places += 1
    return vietnamese.write_number(_bare(_rounded(said, places)))


def percent(ratio: SupportsFloat) -> str:
    """Return a ratio as a percentage without its sign, one decimal at most; rounding never makes a plan reached or missed.

    Example:
        >>> percent(1.45), percent(0.2547), percent(0.9996), percent(1.0004)
        ('145', '25,5', '99,96', '100,04')
    """
    said, places = exact(ratio) * 100, 1
    rounded = _rounded(said, places)
    while (rounded == 100) != (said == 100) or (rounded == 0) != (said == 0):
        places += 1
        rounded = _rounded(said, places)
    return vietnamese.write_number(_bare(rounded))


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def stated_percent(ratio: SupportsFloat) -> str:
    """Return a ratio that a source states as a percentage without its sign, with all its digits.

    Example:
        >>> stated_percent(1.2257)
        '122,57'
    """
    return vietnamese.write_number(_bare(exact(ratio) * 100))


def points(difference: SupportsFloat) -> str:
    """Return a difference of two ratios in percentage points: "13 điểm %"."""
    said = _rounded(exact(difference) * 100, 1)
    return f"{vietnamese.write_number(_bare(said))} điểm %"


def _bare(number: Decimal) -> Decimal:
    """Return the number without zeros after its last decimal."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def name_of(row: Row) -> str:
    """Return the indicator's name as it begins a sentence."""
    return row.name.removesuffix(JUDGED)


def with_measure(number: SupportsFloat, *, row: Row) -> str:
    """Return a number of the row with its measure: "154,3 tỷ đồng", "42%"."""
    return f"{amount(number)}{'' if row.measure.startswith('%') else ' '}{row.measure}"


def plan_words(plan: PlanShare, *, of: str = "kế hoạch") -> str:
    """Return how a sentence names the plan: "kế hoạch năm 2021 (HĐND giao)".

    Args:
        of: "mức giao" where less is better.
    """
    return f"{of} {Window.of(plan.plan_period).words} ({plan.words})"


def chosen_plan(row: Row) -> PlanShare | None:
    """Return the plan that the row's verdict goes by: the first whose attainment can be said."""
    return next((plan for plan in row.targets if plan.attainment is not None), None)


def done_towards(row: Row, *, plan: PlanShare, window: Window) -> tuple[SupportsFloat | None, bool]:
    """Return what was done towards the plan, and whether it is the year so far rather than the window's own figure."""
    if plan.plan_period == window.code or window.from_start:
        return row.value, False
    return row.to_date, True
