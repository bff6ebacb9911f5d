"""Sizes M and L: a province and a nation of numbered communes, and as many numbered indicators as it takes.

They are for measuring how the product grows, so they know no story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from giaoban.cases.tinh_mau import own, plans
from giaoban.cases.tinh_mau.habits import Habits
from giaoban.cases.tinh_mau.history import History, Made
from giaoban.cases.tinh_mau.own import GROUP, KNOWN, MADE
from giaoban.cases.tinh_mau.place import Place, Role, Style, month_of
from giaoban.cases.tinh_mau.plans import NUMBERED
from giaoban.cases.tinh_mau.reports import Reports
from giaoban.cases.tinh_mau.said import Sayings
from giaoban.cases.tinh_mau.series import all_series
from giaoban.cases.tinh_mau.telling import REGIME, Setting, in_order, judged_in, kinds_of
from giaoban.catalogue.loading import Read


@dataclass(frozen=True, slots=True)
class Size:
    """How large a case is.

    Args:
        provinces: How many provinces the communes are spread over.
        indicators: How many indicators are reported, those of the starter set among them.
        first: First month, "2016-01".
        last: Last month, inclusive.
    """

    provinces: int
    communes: int
    indicators: int
    first: str
    last: str


SIZES = {"M": Size(1, 69, 300, "2016-01", "2025-12"), "L": Size(34, 3321, 300, "2021-01", "2025-12")}
NATION = "nuoc-mau"
# measure, step, over time, over bodies, direction
KINDS = (
    ("tỷ đồng", "1 đồng", "sum", "sum", "more"),
    ("người", "1 người", "sum", "sum", "more"),
    ("hộ", "1 hộ", "last", "sum", "less"),
    ("tấn", "1 kg", "sum", "sum", "more"),
    ("%", "0,01 %", "mean", "mean", "more"),
    ("vụ", "1 vụ", "sum", "sum", "less"),
    ("ha", "1 m²", "sum", "sum", "band"),
    ("con", "1 con", "last", "sum", "none"),
)


def places(size: Size) -> tuple[Place, ...]:
    """Return the communes that report."""
    first = month_of(size.first)
    return tuple(
        Place(
            commune_id(number), f"Xã Mẫu {number}", Role.UNIT, ((0, "xa" if number % 4 else "phuong"),), first, None,
            500 + number * 37 % 1000, style=Style.CUMULATIVE if number % 5 == 0 else Style.PERIOD, days=2 + number % 5,
            late=20 + number % 60,
        )
        for number in range(1, size.communes + 1)
    )  # fmt: skip


def commune_id(number: int) -> str:
    """Return the id of a numbered commune."""
    return f"xa-mau-{number:04d}"


def areas(size: Size) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the bodies with the instant at which each was known."""
    top = [(NATION, "Nước Mẫu", "nuoc", "")] if size.provinces > 1 else []
    above = NATION if top else ""
    provinces = [(f"tinh-mau-{number:02d}", f"Tỉnh Mẫu {number}", "tinh", above) for number in range(1, size.provinces + 1)]
    communes = [
        (place.id, place.name, place.kinds[0][1], provinces[number * size.provinces // size.communes][0])
        for number, place in enumerate(places(size))
    ]
    for id, name, kind, parent in (*top, *provinces, *communes):
        raw: dict[str, object] = {
            "kind": "body", "id": id, "nature": "area", "body_kind": kind, "name": name, "parent": parent,
            "since": f"{size.first}-01", "reports": "true" if kind in ("xa", "phuong") else "false",
        }  # fmt: skip
        yield KNOWN, raw if parent else {field: said for field, said in raw.items() if field != "parent"}


def indicators(size: Size, *, already: int) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield as many numbered indicators as are lacking, all monthly, with the instant at which each was known.

    Args:
        already: How many others are reported.
    """
    yield KNOWN, {"kind": "group", "id": GROUP, "since": "2010-01-01", "name": "Chỉ tiêu của bộ dữ liệu mẫu", "order": "950"}
    for number in range(1, max(0, size.indicators - already) + 1):
        measure, step, over_time, over_bodies, direction = KINDS[number % len(KINDS)]
        yield KNOWN, {
            "kind": "indicator", "id": f"{NUMBERED}{number:03d}", "since": "2010-01-01", "name": f"Chỉ tiêu mẫu {number}",
            "group": GROUP, "measure": measure, "step": step, "definition": f"{MADE}.", "direction": direction,
            "over_time": over_time, "over_bodies": over_bodies, "absence": "lacking", "frequency": "month", "order": str(20_000 + number),
        }  # fmt: skip


def made(seed: int, *, size: Size, starter: Sequence[Read]) -> Made:
    """Return the definitions, sources and facts of a case of that size."""
    cited = {own.RULES: own.rules_source()}
    already = len(all_series(in_order(starter))[0])
    raw = (*areas(size), *indicators(size, already=already))
    definitions = tuple(own.defined(fields, known_at=known_at, sources=cited) for known_at, fields in raw)
    reads, communes = in_order([*starter, *definitions]), places(size)
    series, ratios = all_series(reads)
    months = range(month_of(size.first), month_of(size.last) + 1)
    reports = Reports(seed, communes, months, False, frozenset(), {})
    everything = frozenset(one.id for one in series)
    habits = Habits(REGIME, kinds_of(reads), {place.id: everything for place in communes}, frozenset(place.id for place in communes[::3]))
    setting = Setting(seed, communes, series, ratios, judged_in(reads), reports, habits, {}, {}, Sayings({}, (), 0, {}))
    years = range(months.start // 12, months.stop // 12 + 1)
    return Made(definitions, {**cited, **dict(reports.sources()), **plans.sources(years)}, History(months, setting.begin))
