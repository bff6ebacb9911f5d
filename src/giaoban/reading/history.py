"""What does a document say otherwise than what was recorded before?

A figure that is linked to an indicator is held against the earlier figures of
that indicator: the same period said anew with another number, a growth that
does not follow from the year before, a number ten times that of the last like
period. Nothing is mended; a person looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from giaoban.reading.doubts import CHANGES, interval
from giaoban.reading.proposal import ProposedFigure, Reading
from giaoban.reading.prose import periods
from giaoban.reading.prose.relations import Relation
from giaoban.values import Problem, Severity, vietnamese

SURE = 80  # score of a link that is held against what was recorded
FAR = 10
FARTHEST = 200  # letters between a level and its growth
TO_LAST_YEAR = (Relation.GROWTH_VS_SAME_PERIOD, Relation.PCT_OF_SAME_PERIOD)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A figure that was recorded before (số liệu đã ghi).

    Args:
        period: Code as `catalogue.Window` spells it.
        value: In the plain measure, so 154300000000 for "154,3 tỷ đồng".
        body: Whose it is; empty for the body that the document speaks of.
    """

    indicator: str
    period: str
    value: Decimal
    body: str = ""


@dataclass(frozen=True)
class NotAsRecorded(Problem):
    """The same period was recorded with another number (khác số đã ghi)."""

    code: ClassVar[str] = "reading-not-as-recorded"
    severity: ClassVar[Severity] = Severity.DOUBT
    vi: ClassVar[str] = "khác số đã ghi: “{printed}”, nhưng kỳ {period} đã ghi {earlier}."
    en: ClassVar[str] = "not as recorded: “{printed}”, but {earlier} was recorded for {period}."
    way_out_vi: ClassVar[str] = "Nếu là đính chính hoặc cập nhật, ghi rõ lý do; nếu không, xem lại bản gốc."
    way_out_en: ClassVar[str] = "If this corrects or updates the earlier figure, say why; if not, look at the original."

    printed: str
    period: str
    earlier: str


@dataclass(frozen=True)
class NotTheGrowth(Problem):
    """The printed growth does not follow from what was recorded for the year before (tốc độ tăng không khớp số năm trước)."""

    code: ClassVar[str] = "reading-not-the-growth"
    severity: ClassVar[Severity] = Severity.DOUBT
    vi: ClassVar[str] = "tốc độ không khớp số đã ghi: “{printed}”, nhưng {actual} so với {earlier} của kỳ {period} là {computed}%."
    en: ClassVar[str] = (
        "the growth does not follow from what was recorded: “{printed}”, but {actual} of {earlier} in {period} is {computed}%."
    )
    way_out_vi: ClassVar[str] = "Xem số cùng kỳ đã được điều chỉnh chưa, và phạm vi (địa bàn, đơn vị) có như nhau không."
    way_out_en: ClassVar[str] = "See whether last year's figure was revised since, and whether both speak of the same ground."

    printed: str
    actual: str
    earlier: str
    period: str
    computed: str


@dataclass(frozen=True)
class FarFromBefore(Problem):
    """A number is at least ten times, or at most a tenth of, that of the last like period (lệch xa kỳ trước)."""

    code: ClassVar[str] = "reading-far-from-before"
    severity: ClassVar[Severity] = Severity.DOUBT
    vi: ClassVar[str] = "lệch xa kỳ trước: “{printed}”, trong khi kỳ {period} đã ghi {earlier}. Có thể nhầm dấu phẩy hoặc đơn vị tính."
    en: ClassVar[str] = "far from before: “{printed}”, while {earlier} was recorded for {period}. A comma or the measure may be wrong."
    way_out_vi: ClassVar[str] = "Kiểm tra dấu phẩy, dấu chấm và đơn vị tính (tỷ, triệu) trong bản gốc."
    way_out_en: ClassVar[str] = "Check comma, point and measure (tỷ, triệu) in the original."

    printed: str
    period: str
    earlier: str


def held_against(reading: Reading, *, earlier: Iterable[Earlier]) -> tuple[Problem, ...]:
    """Return what the document says otherwise than before, in the order of the text.

    Args:
        earlier: Figures that were recorded, as known when the document came; at most one per indicator, body and period.
    """
    known = {(one.indicator, one.body, one.period): one for one in earlier}
    found: list[Problem] = []
    for at, figure in enumerate(reading.figures):
        if figure.relation is Relation.LEVEL and not figure.target and figure.out_of is None:
            found += _level(reading, figure, known)
        elif figure.measure == "%" and figure.relation in TO_LAST_YEAR:
            found += _growth(reading, at, figure, known)
    return tuple(found)


Known = dict[tuple[str, str, str], Earlier]


def _level(reading: Reading, figure: ProposedFigure, known: Known) -> Iterator[Problem]:
    where, key = figure.quote.span(reading.document), _key(figure)
    if not key or not figure.period:
        return
    same = known.get((*key, figure.period))
    low, high = interval(figure)
    if same and not low <= same.value <= high:
        yield NotAsRecorded(where, figure.quote.words, figure.period, vietnamese.write_number(same.value))
    if same:
        return
    like = [one for (*owner, _), one in known.items() if tuple(owner) == key and _alike(one.period, figure.period)]
    last = max((one for one in like if one.period < figure.period), key=lambda one: one.period, default=None)
    if last and last.value > 0 and figure.value > 0 and not 1 / Decimal(FAR) < figure.value / last.value < FAR:
        yield FarFromBefore(where, figure.quote.words, last.period, vietnamese.write_number(last.value))


def _growth(reading: Reading, at: int, rate: ProposedFigure, known: Known) -> Iterator[Problem]:
    actual = next((one for one in reversed(reading.figures[:at]) if one.relation is Relation.LEVEL), None)
    if not actual or actual.subject != rate.subject or rate.quote.start - actual.quote.end > FARTHEST or not actual.period:
        return
    key, before = _key(actual), periods.year_before(actual.period)
    base = known.get((*key, before)) if key else None
    if not base or base.value <= 0:
        return
    low, high = (100 * end / base.value for end in interval(actual))
    exact = 100 * actual.value / base.value
    if rate.relation in CHANGES:
        low, high, exact = low - 100, high - 100, exact - 100
        if rate.direction == "down":
            low, high, exact = -high, -low, -exact
    said = interval(rate)
    if high < said[0] or low > said[1]:
        yield NotTheGrowth(
            rate.quote.span(reading.document), rate.quote.words, actual.printed, vietnamese.write_number(base.value), before,
            vietnamese.write_number(exact, places=2),
        )  # fmt: skip


def _key(figure: ProposedFigure) -> tuple[str, str] | None:
    """Return indicator and body that the figure surely means; None where that is not sure."""
    if not figure.links or figure.links[0].score < SURE:
        return None
    return figure.links[0].id, figure.bodies[0].id if figure.bodies else ""


def _alike(one: str, other: str) -> bool:
    """Whether two periods are of one kind: two quarters, two months, two years, the same months of two years."""
    return one[4:5] + one[5:6] == other[4:5] + other[5:6] if one[5:6] in ("Q", "H") else one[4:] == other[4:]
