"""How do the units stand, one beside another? A bar each, in the order of their names.

Naming units is the chair's decision: these bars are for the annex to the chair
and for those who may see every line; for everybody else there are counts
(`standing`). A rank is drawn only where an issued rule sets one, and voluntary
contributions are shown as amounts, never against a plan and never in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from giaoban.briefing.blocks import Column, Grid, Picture
from giaoban.briefing.cells import ABSENT, STATES
from giaoban.briefing.charts.bars import counts_words, lower, names_axis, short
from giaoban.briefing.charts.look import INK, PAPER, STATUS, Spec, mark, whole
from giaoban.engine import Level, PlanShare, Row
from giaoban.engine.board import plain
from giaoban.findings.finding import amount, chosen_plan, exact, name_of, percent, plan_words
from giaoban.values import vietnamese

WIDTH, STEP = 330, 19
ONE_COLUMN = 20  # bars one below another
PLACES = Decimal("0.000001")  # of a share that is won back from a quotient of doubles


def units_picture(rows: Iterable[Row], *, period: str, ranked: bool = False, voluntary: bool = False) -> Picture | None:
    """Return a bar for each unit, with its name; None where nothing is known of any.

    Args:
        rows: One a unit, all of one indicator.
        period: The window in words.
        ranked: Whether an issued rule sets an order of the units.
        voluntary: Whether the indicator is a voluntary contribution.
    """
    units = sorted(rows, key=lambda row: vietnamese.sort_key(row.body_name))
    shares = {} if voluntary else _shares(units)
    if ranked and not voluntary:
        units.sort(key=lambda row: (row.body not in shares, -exact(shares[row.body].attainment or 0) if row.body in shares else Decimal(0)))
    if not any(row.value is not None for row in units):
        return None
    values = list(_bars(units, shares))
    first, of = units[0], next(iter(shares.values()), None)
    measure = f"% {plan_words(of)}" if of else first.measure
    pace = _pace(units, shares)
    asked = f"; theo tiến độ cần {percent(pace)}%" if pace else ""
    spec = whole(_columns(values, _top(units, shares), pace), title=name_of(first), subtitle=[f"{period}, {measure}{asked}"])
    known = sum(row.value is not None for row in units)
    alt = f"{name_of(first)}, {period}, theo đơn vị ({measure}): {known}/{len(units)} đơn vị có số liệu; {counts_words(units)}."
    return Picture(f"units-{first.series.indicator}", spec, alt, _behind(units, shares))


def _shares(units: Sequence[Row]) -> Mapping[str, PlanShare]:
    """Return the share of one giver's plan of the year, by unit; none where the units have no plan in common."""
    plans = [(row.body, plan) for row in units if (plan := chosen_plan(row)) and plan.attainment is not None]
    givers = {(plan.authority, plan.plan_period) for _, plan in plans}
    return dict(plans) if len(givers) == 1 and len(plans) * 2 > len(units) else {}


def _length(row: Row, shares: Mapping[str, PlanShare]) -> Decimal | None:
    """Return how long a unit's bar is; None where there is none."""
    if shares:
        plan = shares.get(row.body)
        return None if plan is None or plan.attainment is None else exact(plan.attainment) * 100
    return None if row.value is None else exact(row.value)


def _top(units: Sequence[Row], shares: Mapping[str, PlanShare]) -> Decimal:
    lengths = [length for row in units if (length := _length(row, shares)) is not None]
    return max([*lengths, Decimal(0)]) or Decimal(1)


def _bars(units: Sequence[Row], shares: Mapping[str, PlanShare]) -> Iterator[Spec]:
    for place, row in enumerate(units):
        length, judged = _length(row, shares), row.status.level is not Level.NONE
        said = STATES.get(row.state, ABSENT) if row.value is None else amount(row.value)
        if shares and length is not None:
            said = f"{percent(length / 100)}%"
        word = f" · {lower(row.status.word)}" if judged and row.value is not None else ""
        yield {
            "unit": f"{place:03d}", "name": short(row.body_name), "x": plain(max(length or Decimal(0), Decimal(0))),
            "text": f"{said}{word}", "color": STATUS[row.status.level],
        }  # fmt: skip


def _pace(units: Sequence[Row], shares: Mapping[str, PlanShare]) -> Decimal | None:
    """Return the share of the plan that the pace asks of every unit alike; None where it does not, or asks for all of it."""
    asked = {
        (exact(plan.attainment) / exact(row.pace)).quantize(PLACES)
        for row in units
        if (plan := shares.get(row.body)) and plan.attainment and row.pace
    }
    found = asked.pop() if len(asked) == 1 else None
    return found if found and found < 1 else None


def _columns(values: Sequence[Spec], top: Decimal, pace: Decimal | None) -> Spec:
    """Return the bars in one column; of many units in two, with one scale for both."""
    names = [value["name"] for value in values]
    if len(values) <= ONE_COLUMN:
        return _drawn(values, names, top, pace)
    half = -(-len(values) // 2)
    return {"hconcat": [_drawn(part, names, top, pace) for part in (values[:half], values[half:])], "spacing": 24}


def _drawn(values: Sequence[Spec], names: Sequence[str], top: Decimal, pace: Decimal | None) -> Spec:
    y = names_axis("unit", names=names)
    x = {"field": "x", "type": "quantitative", "scale": {"domain": [0, plain(top)], "nice": False}, "axis": None}
    color = {"field": "color", "type": "nominal", "scale": None}
    said = {"y": y, "x": x, "text": {"field": "text", "type": "nominal"}}
    text = {"type": "text", "align": "left", "dx": 5, "color": INK, "baseline": "middle"}
    return {
        "width": WIDTH if len(names) <= ONE_COLUMN else WIDTH * 2 // 3,
        "height": {"step": STEP},
        "data": {"values": list(values)},
        "layer": [
            {"mark": mark("bar", height=12), "encoding": {"y": y, "x": x, "color": color}},
            *_asked(x, pace),
            {"mark": {**text, "color": PAPER, "stroke": PAPER, "strokeWidth": 3}, "encoding": said},  # so that no line runs through it
            {"mark": text, "encoding": said},
        ],
    }


def _asked(x: Spec, pace: Decimal | None) -> list[Spec]:
    """Return the line of what the pace asks by now."""
    if pace is None:
        return []
    look = mark("rule", color=INK, strokeWidth=1.25, strokeDash=[5, 3])
    return [{"data": {"values": [{"x": plain(pace * 100)}]}, "mark": look, "encoding": {"x": x}}]


def _behind(units: Sequence[Row], shares: Mapping[str, PlanShare]) -> Grid:
    columns = (
        Column("Đơn vị", least=14), Column("Thực hiện", right=True, least=7), *([Column("% KH", right=True)] if shares else []),
        Column("Đánh giá", least=10),
    )  # fmt: skip
    rows = []
    for row in units:
        said = STATES.get(row.state, ABSENT) if row.value is None else amount(row.value)
        plan = shares.get(row.body)
        share = [ABSENT if plan is None or plan.attainment is None else percent(plan.attainment)] if shares else []
        rows.append((row.body_name, said, *share, row.status.word))
    return Grid(columns, tuple(rows))
