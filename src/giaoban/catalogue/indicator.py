"""What is measured, and how it adds up: an indicator says so itself, nothing is guessed from its unit.

Each indicator (chỉ tiêu) carries its measure, the smallest step it is counted
in, how figures add up over time and over bodies, what silence means, to whom
it does not apply, and the document that defines it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import ClassVar

from giaoban.catalogue.body import BASES, USUAL_BASIS
from giaoban.catalogue.fields import Fields
from giaoban.catalogue.formula.parse import Unreadable, parse
from giaoban.catalogue.formula.tree import Formula
from giaoban.values import Measure, Problem, Said, Source, Step


class OverTime(Enum):
    """How figures of short periods become the figure of a longer one."""

    SUM = "sum"  # a flow: revenue collected, kilometres of road opened
    LAST = "last"  # a stock: population, debt outstanding
    MEAN = "mean"
    MIN = "min"
    MAX = "max"
    NEVER = "never"  # an index or a rank: the longer period needs its own figure


class OverBodies(Enum):
    """How figures of parts become the figure of the whole ground."""

    SUM = "sum"
    RATIO = "ratio"  # numerators and denominators added apart, divided at the end
    WEIGHTED_MEAN = "weighted-mean"
    MEAN = "mean"
    COUNT = "count"  # how many parts meet the level `meets`
    MIN = "min"
    MAX = "max"
    NONE = "none"  # only the body's own figure counts
    FORMULA = "formula"  # computed, at every level, from other indicators that were added up before


class Direction(Enum):
    """Which way is better."""

    MORE = "more"
    LESS = "less"
    BAND = "band"
    NONE = "none"


class Absence(Enum):
    """What silence means (không có báo cáo)."""

    LACKING = "lacking"  # a missing month makes the sum lacking
    NOTHING = "nothing"  # báo cáo khi phát sinh: silence counts as none


class Own(Enum):
    """What a figure reported by a body that has parts stands for."""

    WHOLE = "whole"  # the whole ground: it stands instead of the sum of the parts
    PART = "part"  # its own office only: it is added to the parts


class Frequency(Enum):
    """How often it is reported; between, it is not yet due."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"

    @property
    def months(self) -> int:
        """Length of one reporting period in months."""
        return {"month": 1, "quarter": 3, "half": 6, "year": 12}[self.value]


class Reach(Enum):
    """Who may see it (mức độ phổ biến; never "mật")."""

    PUBLIC = "public"  # công khai
    INTERNAL = "internal"  # nội bộ
    RESTRICTED = "restricted"  # hạn chế theo ngành


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a disaggregated indicator (phân tổ)."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator, as defined on a day (chỉ tiêu).

    Args:
        measure: In which the board shows it.
        step: Smallest amount it is counted in; of the same dimension as `measure`.
        not_for: Kinds of bodies to which it does not apply.
        numerator, denominator: Ids of the indicators that a ratio is made of; empty for others.
        weight: Id of the indicator that weighs a weighted mean; empty for others.
        meets: Level that `count` counts, in `measure`; None for others.
        phasing: Share of the year's plan expected by the end of each quarter, 0 to 1, last is 1; empty for an even pace.
        parts: Of a disaggregated indicator; empty for others.
        parts_make_whole: False where the sum of the parts of the ground is not the whole ("thu trên địa bàn").
        formula: How it is computed from others; None for what is reported.
        basis: On which its figures are parted where only a part of some ground passes on (one of `BASES`).
        carries: For how many months a level stands when no newer one is known; 0 for its own month only.
        scale: Id of the scale of an indicator that is judged in words; empty for numbers.
        field: Line of work (lĩnh vực) whose people may see it when it is restricted.
        voluntary: Voluntary contributions: never ranked, never a percentage of plan.
    """

    id: str
    name: str
    name_en: str
    measure: Measure
    step: Step
    group: str
    definition: str
    direction: Direction
    over_time: OverTime
    over_bodies: OverBodies
    own: Own
    absence: Absence
    frequency: Frequency
    reach: Reach
    field: str
    source: Source
    not_for: frozenset[str] = frozenset()
    numerator: str = ""
    denominator: str = ""
    weight: str = ""
    meets: Decimal | None = None
    phasing: tuple[Decimal, ...] = ()
    parts: tuple[Part, ...] = ()
    parts_make_whole: bool = True
    formula: Formula | None = None
    basis: str = USUAL_BASIS
    carries: int = 0
    scale: str = ""
    voluntary: bool = False
    order: int = 0
    synonyms: tuple[str, ...] = ()

    def part_ids(self) -> tuple[str, ...]:
        """Return the ids of its parts."""
        return tuple(part.id for part in self.parts)

    def is_counted(self) -> bool:
        """Whether its figure of a whole counts bodies and is no amount in its measure."""
        return self.over_bodies is OverBodies.COUNT

    def made_of(self) -> tuple[tuple[str, str], ...]:
        """Return the indicators that it is computed from, each with the part that is meant ("-" for the whole)."""
        named = tuple((id, "-") for id in (self.numerator, self.denominator, self.weight) if id)
        return named + tuple((term.indicator, term.part) for term in (self.formula.terms() if self.formula else ()))

    @property
    def is_percentage(self) -> bool:
        """Whether its changes are said in percentage points."""
        return self.measure.dimension == "%"


def read_indicator(fields: Fields) -> Indicator | None:
    """Return the indicator that a definition says, or None when a field is missing or wrong."""
    name, group = fields.text("name"), fields.text("group")
    definition = fields.text("definition", optional=True) or ""
    measure, step = fields.measure("measure"), fields.step("step")
    if measure and step and measure.dimension != step.measure.dimension:
        fields.wrong("step", value=step.measure.label, vi=f"bước tính theo {measure.label}", en=f"a step that counts {measure.label}")
    direction = fields.choice("direction", kind=Direction)
    formula, is_computed = _formula(fields), "formula" in fields.raw
    over_time = fields.choice("over_time", kind=OverTime, default=OverTime.LAST if is_computed else None)
    over_bodies = fields.choice("over_bodies", kind=OverBodies, default=OverBodies.FORMULA if is_computed else None)
    if over_bodies and is_computed != (over_bodies is OverBodies.FORMULA):
        vi, en = "“over_bodies: formula” cùng với “formula”, hoặc bỏ cả hai", "“over_bodies: formula” together with “formula”, or neither"
        fields.wrong("over_bodies", value=over_bodies.value, vi=vi, en=en)
    own = fields.choice("own", kind=Own, default=Own.WHOLE)
    absence = fields.choice("absence", kind=Absence, default=Absence.LACKING if is_computed else None)
    frequency = fields.choice("frequency", kind=Frequency)
    reach = fields.choice("reach", kind=Reach, default=Reach.INTERNAL)
    needs = {OverBodies.RATIO: ("numerator", "denominator"), OverBodies.WEIGHTED_MEAN: ("weight",)}
    parts_of = needs.get(over_bodies, ()) if over_bodies else ()
    made_of = {field: fields.text(field, optional=field not in parts_of) or "" for field in ("numerator", "denominator", "weight")}
    meets = fields.number("meets", optional=over_bodies is not OverBodies.COUNT)
    phasing = _phasing(fields)
    parts = _parts(fields)
    rest = {
        "field": fields.text("field", optional=reach is not Reach.RESTRICTED) or "",
        "not_for": frozenset(fields.texts("not_for")),
        "parts_make_whole": not fields.flag("parts_do_not_make_whole"),
        "formula": formula,
        "basis": _basis(fields),
        "carries": _carries(fields, over_time),
        "scale": fields.text("scale", optional=True) or "",
        "voluntary": fields.flag("voluntary"),
        "order": fields.whole("order", low=0, high=99_999, optional=True) or 0,
        "synonyms": fields.texts("synonyms"),
        "name_en": fields.text("name_en", optional=True) or "",
    }
    source, id = fields.source(), fields.id
    if not (
        fields.sound and name and group and measure and step and direction and over_time and over_bodies and own and absence and frequency
        and reach and source
    ):  # fmt: skip
        return None
    return Indicator(
        id=id, name=name, measure=measure, step=step, group=group, definition=definition, direction=direction,
        over_time=over_time, over_bodies=over_bodies, own=own, absence=absence, frequency=frequency, reach=reach,
        source=source, meets=meets, phasing=phasing, parts=parts, **made_of, **rest,  # type: ignore[arg-type]
    )  # fmt: skip


@dataclass(frozen=True)
class WrongFormula(Problem):
    """The formula of a computed indicator cannot be read."""

    code: ClassVar[str] = "wrong-formula"
    vi: ClassVar[str] = "{what}: công thức “{text}” sai ở ký tự {at}: {why}."
    en: ClassVar[str] = "{what}: formula “{text}” is wrong at character {at}: {why}."
    way_out_vi: ClassVar[str] = "Sửa công thức; cách viết và ví dụ ở docs/using/formulas.md."
    way_out_en: ClassVar[str] = "Mend the formula; docs/using/formulas.md has the language and examples."

    what: str | Said
    text: str
    at: int
    why: Said


def _formula(fields: Fields) -> Formula | None:
    text = fields.text("formula", optional=True)
    if text is None:
        return None
    try:
        return parse(text)
    except Unreadable as fault:
        fields.note(WrongFormula(fields.at("formula"), fields.what, text[:80], fault.at, fault.why))
        return None


def _basis(fields: Fields) -> str:
    said = fields.text("basis", optional=True) or USUAL_BASIS
    if said not in BASES:
        fields.wrong("basis", value=said, vi=f"một trong: {', '.join(BASES)}", en=f"one of: {', '.join(BASES)}")
    return said


def _carries(fields: Fields, over_time: OverTime | None) -> int:
    months = fields.whole("carries", low=0, high=36, optional=True) or 0
    if months and over_time not in (OverTime.LAST, None):
        vi, en = "“over_time: last”; số phát sinh không dùng cho kỳ sau", "“over_time: last”; a flow does not stand for later periods"
        fields.wrong("carries", value=months, vi=vi, en=en)
    return months


def _parts(fields: Fields) -> tuple[Part, ...]:
    found: list[Part] = []
    for part in fields.mappings("parts"):
        found.append(Part(part.id, part.text("name") or ""))
        part.leftover()
    if len({part.id for part in found}) < len(found):
        fields.wrong("parts", value=", ".join(part.id for part in found), vi="mỗi phân tổ một mã", en="an id of its own for each part")
    return tuple(found)


def _phasing(fields: Fields) -> tuple[Decimal, ...]:
    """Return the cumulative shares that a profile such as 60, 15, 10, 15 (percent by quarter) means."""
    shares = [fields.number_of(word, field="phasing") for word in fields.texts("phasing")]
    sound = [share for share in shares if share is not None]
    if not sound:
        return ()
    if len(sound) != 4 or sum(sound) != 100 or min(sound) < 0:
        vi, en = "bốn phần trăm theo quý, cộng bằng 100", "four percentages by quarter that add to 100"
        fields.wrong("phasing", value=", ".join(map(str, sound)), vi=vi, en=en)
        return ()
    return tuple(sum(sound[: n + 1], Decimal(0)) / 100 for n in range(4))
