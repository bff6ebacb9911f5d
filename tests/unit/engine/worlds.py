"""Random ledgers and random maps for the properties of the engine: small, of every adding rule, with every kind of change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from random import Random
from typing import Any

from hypothesis import strategies as st

from giaoban import engine
from giaoban.catalogue import EVERYTHING, Body, Catalogue, Edge, Event, OverBodies, OverTime, Regime, Sight, Window
from giaoban.catalogue.body import Extent
from giaoban.catalogue.formula.parse import parse
from giaoban.engine.frame import survey
from giaoban.engine.measures import Maps
from giaoban.engine.rules import rules_of
from giaoban.ledger import Book, Cell, Entry, shorthand
from giaoban.values import Measure, Quality, Step
from tests.unit.boards import SILENT
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of

YEARS = (2026, 2027)
SPLITS = (("0.5", "0.5"), ("0.7", "0.3"), ("1", "0"), (None, None), ("0.6", None))
PRINTED = {
    "thu": "{} tỷ đồng", "thu-dat": "{} tỷ đồng", "thu-dia-ban": "{} đồng", "chi": "{} đồng", "phat-sinh": "{} vụ", "dan-so": "{} người",
    "dan-so.nam": "{} người", "dan-so.nu": "{} người", "ho": "{} hộ", "ho-ngheo": "{} hộ", "ty-le": "{} %",
    "thu-nhap": "{} đồng/người/năm", "diem": "{} điểm", "thap-nhat": "{} m", "cao-nhat": "{} m", "chi-so": "{} điểm",
    "tieu-chi": "{} tiêu chí", "van-dong": "{} triệu đồng", "kin": "{} vụ",
}  # fmt: skip
PERIODS = ("{}", "{}-H1", "{}-H2", "{}-9M", "{}-2M", *(f"{{}}-Q{n}" for n in range(1, 5)), *(f"{{}}-{n:02d}" for n in range(1, 13)))
DAYS = ("{}-03-20", "{}-03-31", "{}-07-10", "{}-12-31")
windows = st.sampled_from([form.format(year) for year in YEARS for form in (*PERIODS, *DAYS)]).map(Window.of)
frames = st.sampled_from([date(2025, 12, 31), date(2026, 12, 31), date(2027, 3, 31), date(2027, 12, 31), date(2028, 12, 31)])


@dataclass(frozen=True, repr=False)
class World:
    """A ledger on a map, and what the engine makes of it."""

    book: Book
    catalogue: Catalogue
    cube: engine.Cube
    maps: Maps

    def __repr__(self) -> str:
        """What a failing example shows."""
        ground = [
            (id, [(one.kind, one.parent, str(one.since), one.reports) for one in found]) for id, found in self.catalogue.bodies.items()
        ]
        steps = [(str(one.on), edge.before, edge.after, dict(edge.shares)) for one in self.catalogue.events for edge in one.edges]
        formulas = [(id, one.formula.text) for id in COMPUTED if (one := self.catalogue.indicators.get(id)) and one.formula]
        return "\n".join(map(str, [shorthand.write(self.book, regime=REGIME), *ground, *steps, *formulas]))

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))

    @cached_property
    def cells(self) -> list[Cell]:
        """Cells of which anything is said."""
        return [Cell.of(entry.key) for entry in self.book.entries]

    @cached_property
    def said(self) -> list[str]:
        """The ledger's lines, without days and sources."""
        return [re.sub(r"  @.*", "", line) for line in shorthand.write(self.book, regime=REGIME).splitlines()]

    @cached_property
    def told(self) -> set[str]:
        """Indicators of which anything is said, and what is made of them."""
        return {cell.indicator for cell in self.cells} | {"ty-le", "thu-nhap", *COMPUTED}

    def tracer(self, frame: date) -> engine.Tracer:
        return engine.Tracer(self.cube, self.maps.ground, self.maps.regime, self.maps.rules, self.maps.ground.frame(frame))


def world_of(book: Book, catalogue: Catalogue, *, regime: str = REGIME) -> World:
    cube = engine.build(book.entries, catalogue=catalogue, regime=regime, sees=lambda item: True)
    rules, ground = rules_of(cube, catalogue=catalogue), survey(catalogue, column=cube.column)
    return World(book, catalogue, cube, Maps(cube, ground, catalogue.regimes[regime], rules))


COMPUTED = ("mot", "hai")  # indicators with a formula
FORMULAS = (
    "{A} / {B}", "{A} + {A}.nam_truoc", "{A}.luy_ke - neu_thieu({A}.ky_truoc; 0)", "neu({A} > 5; {A}; {B} * 2)",
    "nho_nhat({A}; 7) * ty_le_bao_cao({B})", "{A} * ky_thu / so_ky", "lon_nhat({A}; {A}.ky_truoc; 3)",
    "neu_thieu({A} / {B}; {B}.luy_ke)", "neu({A} < {B} va {B} <> 0; 1; 0)", "-{A} + {B} * 0,5",
    "({A} + {B}).ky_truoc(2)", "{hai} * 2 - {A}",
)  # fmt: skip


@st.composite
def with_formulas(draw: st.DrawFn, catalogue: Catalogue) -> Catalogue:
    """The catalogue with two computed indicators of plain numbers; measures are of no account here."""
    family = draw(st.sampled_from([found for found in FAMILIES if not {"tieu-chi", "chi-so"} & set(found)]))
    series = st.sampled_from(family)
    model = catalogue.indicators["chi-so"]
    made = {}
    for id in COMPUTED:
        text = draw(st.sampled_from(FORMULAS if id == "mot" else FORMULAS[:-1])).replace("A", draw(series)).replace("B", draw(series))
        fields = {"over_bodies": OverBodies.FORMULA, "over_time": OverTime.LAST, "formula": parse(text)}
        made[id] = replace(model, id=id, name=id, measure=Measure.named("lần"), step=Step(Decimal("0.01"), Measure.named("lần")), **fields)
    return replace(catalogue, indicators=catalogue.indicators | made)


FAMILIES = (
    ("thu",), ("thu", "thu-dat"), ("thu-dia-ban",), ("chi",), ("phat-sinh",), ("van-dong", "phat-sinh"), ("ho", "ho-ngheo", "ty-le"),
    ("dan-so", "dan-so.nam", "dan-so.nu"), ("thu-nhap", "dan-so"), ("diem",), ("thap-nhat", "cao-nhat"), ("chi-so", "tieu-chi"),
    ("kin", "phat-sinh"),
)  # fmt: skip


@st.composite
def lines(draw: st.DrawFn, *, bodies: Iterable[str], most: int = 150) -> list[str]:
    """Ledger lines of a family of series: for some bodies whole runs of months or quarters, for some single figures."""
    series, found = st.sampled_from(draw(st.sampled_from(FAMILIES))), sorted(bodies)
    numbers = st.integers(-3, 30) | st.integers(0, 30) | st.integers(0, 30) | st.just(0) | st.none()
    told: dict[tuple[str, str, str], str] = {}
    runs = st.sampled_from(
        [PERIODS[9:], PERIODS[9:], PERIODS[5:9], PERIODS[1:3], ("{}",), ("{}-2M",), ("{}-9M",), ("{}-Q1", "{}-9M"), DAYS]
    )
    for _ in range(draw(st.integers(1, 8))):
        one, year, forms = draw(series), draw(st.sampled_from(YEARS)), draw(runs)
        said = found if draw(st.booleans()) else [draw(st.sampled_from(found))]
        value, left_out = draw(numbers), draw(st.sampled_from([None, None, 0, 1, 6, 11]))
        for n, body in enumerate(said):
            value = draw(numbers) if len(said) < 3 else value if value is None else value + n
            for k, form in enumerate(forms):
                if k != left_out and len(told) < most:
                    words = "không áp dụng" if value is None else PRINTED[one].format(value + k * k % 5)
                    told[Window.of(form.format(year)).code, body, one] = words
    return [f"{period}  {body}  {one}  {words}" for (period, body, one), words in told.items()]


@st.composite
def maps(draw: st.DrawFn) -> Catalogue:
    """The small world's catalogue with a map of its own: a city, a district and wards, and up to three changes."""
    plain = catalogue_on(date(2026, 12, 31))
    model = plain.bodies["p1"][0]
    start, bodies, events = date(2010, 1, 1), dict[str, Body](), list[Event]()

    def add(id: str, parent: str, since: date, **other: Any) -> str:
        bodies[id] = replace(model, id=id, name=id, code="", parent=parent, since=since, until=None, **other)
        return id

    add("tp", "", start, kind="thanh-pho", reports=draw(st.booleans()))
    add("q", "tp", start, kind="quan", reports=draw(st.booleans()))
    wards = [add(f"a{n}", draw(st.sampled_from(["tp", "q"])), start, kind=draw(st.sampled_from(["phuong", "xa"]))) for n in range(4)]
    made = iter(range(10, 99))
    days = [date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1), date(2026, 8, 15), date(2027, 1, 1), date(2027, 10, 1), date(2028, 1, 1)]
    for on in sorted(draw(st.lists(st.sampled_from(days), max_size=3, unique=True))):
        edges: list[Edge] = []
        before = draw(st.lists(st.sampled_from(sorted(wards)), min_size=1, max_size=2, unique=True))
        match draw(st.sampled_from(["merge", "split", "rename", "give", "take", "move"])):
            case "merge":
                new = add(f"a{next(made)}", draw(st.sampled_from(["tp", "q"])), on)
                edges = [Edge(id, new, Extent.FULL, {}) for id in before]
            case "split":
                shares, before = draw(st.sampled_from(SPLITS)), before[:1]
                heirs = [add(f"a{next(made)}", draw(st.sampled_from(["tp", "q", bodies[before[0]].parent])), on) for _ in shares]
                land = draw(st.sampled_from(SPLITS))
                edges = [_part(before[0], heir, *both) for heir, *both in zip(heirs, shares, land, strict=True)]
            case "rename":
                edges = [Edge(id, add(f"a{next(made)}", bodies[id].parent, on, kind="phuong"), Extent.FULL, {}) for id in before]
            case "give" if len(before) == 2:  # one hands a share over to another, both live on
                edges = [_part(before[0], before[0], "0.8"), _part(before[0], before[1], draw(st.sampled_from(["0.2", None])))]
                before = []
            case "take" if len(before) == 2:  # one goes into another, which lives on
                edges, before = [Edge(before[0], before[1], Extent.FULL, {})], before[:1]
            case _:  # one moves from one whole to the other without a word
                id, before = before[0], []
                bodies[f"{id} "] = replace(bodies[id], parent="q" if bodies[id].parent == "tp" else "tp", since=on)
                bodies[id] = replace(bodies[id], until=on)
        for id in before:
            bodies[id] = replace(bodies[id], until=on)
        for edge in edges:
            wards = [id for id in wards if id not in before or id == edge.after]
            wards += [edge.after] if edge.after not in wards else []
        events.append(Event(f"e-{on}", "", on, tuple(edges), model.source))
    versions: dict[str, tuple[Body, ...]] = {}
    for key in sorted(bodies):
        versions[key.strip()] = (*versions.get(key.strip(), ()), bodies[key])
    changed = {"chi": {"basis": "area"}, "dan-so": {"carries": 12}, "thu-nhap": {"carries": 14}, "ho": {"carries": 3}}
    indicators = plain.indicators | {id: replace(plain.indicators[id], **fields) for id, fields in changed.items()}
    return replace(plain, bodies=versions, events=tuple(events), indicators=indicators)


def _part(before: str, after: str, share: str | None, land: str | None = None) -> Edge:
    said = {"population": share, "area": land}
    return Edge(before, after, Extent.PART, {basis: None if one is None else Decimal(one) for basis, one in said.items()})


@st.composite
def worlds(draw: st.DrawFn, *, most: int = 150) -> World:
    """A random ledger on a random map, or on the small world's own."""
    catalogue = draw(with_formulas(draw(maps() | st.just(catalogue_on(date(2026, 12, 31))))))
    said = draw(lines(bodies=(id for id, found in catalogue.bodies.items() if found[0].nature.value == "area"), most=most))
    return world_of(ledger_of("\n".join(said)), catalogue)


def revised(world: World, random: Random) -> World:
    """The same world, in which figures are more or less sure, and some took the place of others."""
    entries: list[Entry] = []
    for one in world.book.entries:
        sure = [{"quality": random.choice([quality.value for quality in Quality])} for _ in range(2)]
        if one.kind == "Figure" and random.random() < 0.3:
            entries.append(
                replace(one, number=len(entries) + 1, content={**one.content, "steps": random.choice(["", "0", "7"]), **sure[0]})
            )
        content = {**one.content, **sure[1]} if one.kind == "Figure" else one.content
        entries.append(replace(one, number=len(entries) + 1, content=content))
    return world_of(Book(world.book.id, tuple(entries)), world.catalogue)


def last_day(regime: Regime, window: Window) -> date:
    return regime.days(window).until - timedelta(days=1)


def mapped(bodies: Mapping[str, tuple[str, str, str | None]], events: Mapping[str, Iterable[tuple[str, str, str | None]]]) -> Catalogue:
    """Return the small world's catalogue with another map.

    Args:
        bodies: Parent, first day, first day no more, by id; all are wards but those without a parent.
        events: What passed from whom to whom on a day: "full", a share, or None for an unknown share.
    """
    plain = catalogue_on(date(2026, 12, 31))
    model = plain.bodies["p1"][0]
    found = {
        id: (
            replace(
                model, id=id, name=id.upper(), code="", kind="phuong" if parent else "thanh-pho", parent=parent,
                since=date.fromisoformat(since), until=date.fromisoformat(until) if until else None,
            ),
        )
        for id, (parent, since, until) in bodies.items()
    }  # fmt: skip
    changes = [
        Event(day, "", date.fromisoformat(day), tuple(_edge(*edge) for edge in edges), model.source)
        for day, edges in sorted(events.items())
    ]
    return replace(plain, bodies=found, events=tuple(changes))


def _edge(before: str, after: str, share: str | None) -> Edge:
    return Edge(before, after, Extent.FULL, {}) if share == "full" else _part(before, after, share)


def asked(book: Book, period: str, *, catalogue: Catalogue, body: str = "tp", frame: str = "", sight: Sight = EVERYTHING) -> engine.Board:
    """Return the answer to a question on a map of its own; on the map of the period's last day, unless said otherwise."""
    world, window = world_of(book, catalogue), Window.of(period)
    last = last_day(catalogue.regimes[REGIME], window)
    question = engine.Question(body, window, REGIME, date.fromisoformat(frame) if frame else last, last, units=True)
    return engine.ask(question, cube=world.cube, catalogue=catalogue, sight=sight, asked=engine.Asked(book.id, book.head), archive=SILENT)
