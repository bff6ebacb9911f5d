"""The figure of every body on a map: its own, else what its parts make; then ratios, and formulas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache

from giaoban.catalogue import Catalogue, Direction, Indicator, OverBodies, OverTime, Own, Regime, Window
from giaoban.catalogue.formula.measuring import kind_of
from giaoban.catalogue.formula.tree import Chosen, Counted, Either, Moved, Node, Pair, Pick, Rate, Spell, Term
from giaoban.catalogue.formula.tree import Number as Literal
from giaoban.engine.frame import DAY, Ground, survey
from giaoban.ledger import Book, Cell
from tests.reference.number import GONE, LOST, NOT_APPLICABLE, UNKNOWN, Number, first, worst
from tests.reference.time import Facts, Told

LASTING = (OverBodies.SUM, OverBodies.WEIGHTED_MEAN, OverBodies.MIN, OverBodies.MAX)
Side = tuple[Number, Fraction | None, Fraction]  # a figure, and what is added up on the way to a mean
Value = tuple[Number, Fraction | None]  # a figure in the dimension's own measure, and how many of it one measure is


class Reference:
    """The engine for one book and one regime."""

    def __init__(self, book: Book, catalogue: Catalogue, regime: str) -> None:
        self.catalogue = catalogue
        self.regime: Regime = catalogue.regimes[regime]
        names = sorted(set(catalogue.bodies) | {Cell.of(entry.key).body for entry in book.entries if entry.kind == "Figure"})
        self.column = {name: at for at, name in enumerate(names)}
        self.ground: Ground = survey(catalogue, column=self.column)
        self.facts: dict[tuple[str, str], dict[tuple[int, Window], Number]] = {}
        for entry in book.entries:
            if entry.kind == "Withdrawal":
                cell = Cell.of(entry.key.partition(":")[2])
                self.facts.get((cell.indicator, cell.part), {}).pop((self.column[cell.body], Window.of(cell.period)), None)
                continue
            cell, steps = Cell.of(entry.key), entry.content["steps"]
            number = Number(Fraction(int(steps))) if steps else NOT_APPLICABLE
            self.facts.setdefault((cell.indicator, cell.part), {})[self.column[cell.body], Window.of(cell.period)] = number
        self.told = cache(self.told)  # type: ignore[method-assign]
        self.moved = cache(self.moved)  # type: ignore[method-assign]
        self.side = cache(self.side)  # type: ignore[method-assign]

    def indicator(self, id: str) -> Indicator:
        return self.catalogue.indicators[id]

    def told(self, id: str, part: str) -> Told:
        one = self.indicator(id)
        facts: Facts = self.facts.get((id, part), {})
        weight = (
            self.told(one.weight, "-") if one.over_bodies is OverBodies.WEIGHTED_MEAN and one.weight in self.catalogue.indicators else None
        )
        return Told(facts, indicator=one, over_time=over_time(one), ground=self.ground, regime=self.regime, weight=weight)

    def of(self, id: str, part: str, body: str, window: Window, day: date) -> Number:
        """The figure of a body for a window, on the map of a day."""
        one, at = self.indicator(id), self.column[body]
        if part != "-" and one.over_bodies in (OverBodies.RATIO, OverBodies.FORMULA):
            return self.side(id, part, at, window, day)[0]
        if one.over_bodies is OverBodies.RATIO:
            return self.or_own(self.ratio(one, body, window, day), id, at, window, day)
        if one.formula:
            found, factor = self.value(one.formula.root, body, Spell(window), day)
            measure, step = kind_of(one.measure).factor, Fraction(one.step.size) * kind_of(one.step.measure).factor
            scaled = found.counted * (measure if factor is None else 1) / step
            there = bool(self.ground.frame(day).standing[at])
            return self.or_own((replace(found, value=scaled) if found.known else found) if there else UNKNOWN, id, at, window, day)
        return self.side(id, part, at, window, day)[0]

    def or_own(self, computed: Number, id: str, at: int, window: Window, day: date) -> Number:
        own = self.side(id, "-", at, window, day)[0]
        if computed.known or own.known:
            return computed if computed.known else own
        return NOT_APPLICABLE if own.na or computed.na else GONE if LOST in (computed.mark, own.mark) else UNKNOWN

    def ratio(self, one: Indicator, body: str, window: Window, day: date) -> Number:
        top, bottom = (self.of(id, "-", body, window, day) for id in (one.numerator, one.denominator))
        if top.na or bottom.na:
            return NOT_APPLICABLE
        mark = max(top.mark, bottom.mark)
        if not top.known or not bottom.known or not bottom.value:
            return Number(mark=mark)
        above, below = self.indicator(one.numerator), self.indicator(one.denominator)
        scale = Fraction(above.step.factor) / Fraction(below.step.factor) / Fraction(one.step.factor) * (100 if one.is_percentage else 1)
        return Number(top.counted / bottom.counted * scale, mark)

    # ------------------------------------------------------------ over bodies

    def moved(self, id: str, part: str, window: Window, day: date) -> dict[int, Number]:
        """What every body itself reported, on the map of the day."""
        told = self.told(id, part)
        weighing = told.weight.figures(window) if told.weight else None
        return told.rebased(told.figures(window), told.last_day(window), day, weighing)

    def own(self, id: str, part: str, at: int, window: Window, day: date) -> Number:
        return self.moved(id, part, window, day).get(at, UNKNOWN) if self.ground.frame(day).standing[at] else UNKNOWN

    def side(self, id: str, part: str, at: int, window: Window, day: date) -> Side:
        one, own, home = self.indicator(id), self.own(id, part, at, window, day), self.told(id, part).last_day(window)
        rule, frame = one.over_bodies, self.ground.frame(day)
        adds = one.own is Own.PART and (not own.settled or self.is_told_below(id, part, at, window, day))
        if rule in (OverBodies.NONE, OverBodies.RATIO, OverBodies.FORMULA) or (own.known and not adds):
            return self.weighed(one, own, at, window, day)
        parts = [int(below) for below in frame.parts.get(at, ()) if frame.kinds[int(below)] not in one.not_for]
        sides = [self.side(id, part, below, window, day) for below in parts]
        asked = [one for one in sides if not one[0].na]
        if own.known and not asked:
            return self.weighed(one, own, at, window, day)
        if home != day and rule in LASTING and at in self.ground.kept(since=home, until=day):
            return self.side(id, part, at, window, home)
        found: Side = (own, None, Fraction(1))
        if sides and (adds or not own.na):
            found = self.rolled(one, own, asked, at, window, day)
        if home == day and not found[0].na and (not found[0].known or found[0].mark):
            return self.parted(id, part, at, window, found)
        return found

    def is_told_below(self, id: str, part: str, at: int, window: Window, day: date) -> bool:
        below, end = self.ground.frame(day).under(at) - {at}, (window.year, window.last)
        if any(body in below and (said.year, said.last) <= end for body, said in self.facts.get((id, part), {})):
            return True
        home = self.told(id, part).last_day(window)
        carried = [self.own(id, part, body, window, day) for body in below]
        return bool(self.ground.route(since=home, until=day)) and any(one.known or one.lost for one in carried)

    def rolled(self, one: Indicator, own: Number, asked: list[Side], at: int, window: Window, day: date) -> Side:
        sides, silent = list(asked), one.absence.value == "nothing"
        office = one.own is Own.PART and not own.na
        if office and (own.known or own.lost or self.ground.frame(day).reports[at]):
            sides.append(self.weighed(one, own, at, window, day))
        if not sides:
            return NOT_APPLICABLE, None, Fraction(1)
        known, mark = [side for side in sides if side[0].known], worst(side[0] for side in sides)
        lost = any(side[0].lost for side in sides)
        none: Side = (GONE if own.lost else Number(mark=mark), None, Fraction(1))
        if not one.parts_make_whole or not known or lost or not (len(known) == len(sides) or silent):
            return none
        tops, bottom = [side[1] for side in known], sum((side[2] for side in known), Fraction(0))
        if any(top is None for top in tops):
            return none
        values = [top for top in tops if top is not None]
        top = {OverBodies.MIN: min, OverBodies.MAX: max}.get(one.over_bodies, lambda found: sum(found, Fraction(0)))(values)
        if one.over_bodies in (OverBodies.MEAN, OverBodies.WEIGHTED_MEAN):
            if bottom <= 0:
                return none
            return Number(top / bottom, mark), top, bottom
        return Number(top, mark), top, bottom

    def weighed(self, one: Indicator, own: Number, at: int, window: Window, day: date) -> Side:
        """A body's own figure, with what it adds to a mean or a count."""
        if not own.known:
            return own, None, Fraction(1)
        if one.over_bodies is OverBodies.COUNT:
            level = Fraction(one.step.count(one.meets, measure=one.measure)) if one.meets is not None else None
            meets = level is not None and (own.counted <= level if one.direction is Direction.LESS else own.counted >= level)
            return own, Fraction(int(meets)), Fraction(1)
        if one.over_bodies is not OverBodies.WEIGHTED_MEAN:
            return own, own.value, Fraction(1)
        weight = self.side(one.weight, "-", at, window, day)[0] if one.weight in self.catalogue.indicators else UNKNOWN
        return (own, own.counted * weight.counted, weight.counted) if weight.known else (own, None, Fraction(1))

    def parted(self, id: str, part: str, at: int, window: Window, found: Side) -> Side:
        """The sum of before and after the last change of the map inside the window, for a whole that kept its ground."""
        one, told = self.indicator(id), self.told(id, part)
        if one.over_bodies is not OverBodies.SUM or told.rule is not OverTime.SUM or window.day or window.months == 1:
            return found
        ends = {month: told.last_day(Window(window.year, month, month)) for month in range(window.first, window.last + 1)}
        steps = self.ground.between(since=ends[window.first], until=ends[window.last])
        if not steps:
            return found
        on, home = steps[-1].on, told.last_day(window)
        if at not in self.ground.kept(since=on - DAY, until=home):
            return found
        month = min(month for month, day in ends.items() if day >= on)
        head = self.side(id, part, at, Window(window.year, window.first, month - 1), on - DAY)[0]
        tail = self.side(id, part, at, Window(window.year, month, window.last), home)[0]
        if head.na and tail.na:
            return NOT_APPLICABLE, None, Fraction(1)
        if head.settled and tail.settled:
            joined = Number(head.counted + tail.counted, max(head.mark, tail.mark))
            return joined, joined.value, Fraction(1)
        return (Number(mark=max(head.mark, tail.mark)), None, Fraction(1)) if found[0].lost else found

    # ------------------------------------------------------------ formulas

    def value(self, node: Node, body: str, spell: Spell, day: date) -> Value:
        """What a part of a formula comes to, in the dimension's own measure; a plain number has no measure."""
        match node:
            case Literal(value=value):
                return Number(Fraction(value)), None
            case Counted(count=count):
                number = spell.count(count)
                return (UNKNOWN if number is None else Number(Fraction(number))), None
            case Moved(of=one, shift=shift, times=times):
                return self.value(one, body, spell.moved(shift, times=times), day)
            case Term():
                return self.term(node, body, spell.spoken, day)
            case Rate(of=term):
                return self.rate(term, body, spell.spoken, day), Fraction(1)
            case Either(test=test, yes=yes, no=no):
                held, _ = self.value(test, body, spell, day)
                sides, factor = alike([self.value(one, body, spell, day) for one in (yes, no)])
                if not held.known:
                    return held, factor
                one = sides[0 if held.value else 1]
                return (NOT_APPLICABLE if one.na else Number(one.value, max(held.mark, one.mark))), factor
            case Chosen(of=several, pick=pick):
                sides, factor = alike([self.value(one, body, spell, day) for one in several])
                if pick is Pick.FIRST_KNOWN:
                    return next(
                        (one for one in sides if one.known),
                        NOT_APPLICABLE if all(s.na for s in sides) else first(*(s for s in sides if not s.na)),
                    ), factor
                ends = min if pick is Pick.LEAST else max
                return put(sides, [self.is_plain(one) for one in several], ends), factor
            case Pair(sign=sign, left=left, right=right):
                pair = [self.value(one, body, spell, day) for one in (left, right)]
                return self.pair(node, sign, pair, (left, right))

    def is_plain(self, node: Node) -> bool:
        return isinstance(node, Literal | Counted)

    def pair(self, node: Pair, sign: str, pair: list[Value], nodes: tuple[Node, Node]) -> Value:
        plain = [factor is None for _, factor in pair]
        if sign in ("+", "-"):
            sides, factor = alike(pair)
            return put(sides, plain, lambda found: found[0] + found[1] if sign == "+" else found[0] - found[1]), factor
        if sign in ("*", "/"):
            return self.product(sign, pair, nodes, plain)
        (one, other), _ = ([pair[0][0], pair[1][0]], None) if sign in ("va", "hoac") else alike(pair)
        if one.na or other.na:
            return NOT_APPLICABLE, None
        mark = max(one.mark, other.mark)
        if one.value is None or other.value is None:
            return Number(mark=mark), None
        a, b = one.value, other.value
        held = {
            "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "=": a == b, "<>": a != b, "va": bool(a and b), "hoac": bool(a or b),
        }[sign]  # fmt: skip
        return Number(Fraction(int(held)), mark), None

    def product(self, sign: str, pair: list[Value], nodes: tuple[Node, Node], plain: list[bool]) -> Value:
        values = [one for one, _ in pair]
        if not all(plain):
            values = [
                Number(Fraction(1)) if isinstance(n, Literal) and n.value in (10, 100, 1000) else v
                for n, v in zip(nodes, values, strict=True)
            ]
        factors = [Fraction(1) if factor is None else factor for _, factor in pair]
        factor = None if all(plain) else factors[0] * factors[1] if sign == "*" else factors[0] / factors[1]
        if any(one.na for one in values):
            return NOT_APPLICABLE, factor
        mark = worst(values)
        if values[0].value is None or values[1].value is None or (sign == "/" and not values[1].value):
            return Number(mark=mark), factor
        return Number(values[0].value * values[1].value if sign == "*" else values[0].value / values[1].value, mark), factor

    def term(self, term: Term, body: str, window: Window | None, day: date) -> Value:
        one = self.indicator(term.indicator)
        factor = kind_of(one.measure).factor
        if window is None or one.over_bodies is OverBodies.COUNT:
            return UNKNOWN, factor
        found = self.of(term.indicator, term.part, body, window, day)
        scale = Fraction(one.step.size) * kind_of(one.step.measure).factor
        return (replace(found, value=found.counted * scale) if found.known else found), factor

    def rate(self, term: Term, body: str, window: Window | None, day: date) -> Number:
        if window is None:
            return UNKNOWN
        one, frame, length = self.indicator(term.indicator), self.ground.frame(day), self.indicator(term.indicator).frequency.months
        owing = [b for b in frame.under(self.column[body]) if frame.standing[b] and frame.reports[b] and frame.kinds[b] not in one.not_for]
        ends = [] if window.day else [last for last in range(window.first + length - 1, window.last + 1) if last % length == 0]
        owed = [(b, Window(window.year, last - length + 1, last)) for b in owing for last in ends]
        told = self.facts.get((term.indicator, term.part), {})
        return Number(Fraction(sum(cell in told for cell in owed), len(owed))) if owed else NOT_APPLICABLE


def over_time(one: Indicator) -> OverTime:
    """A percentage never adds up over time, nor does what is computed."""
    if one.over_bodies is OverBodies.FORMULA or (one.over_bodies is OverBodies.RATIO and one.over_time in (OverTime.SUM, OverTime.MEAN)):
        return OverTime.NEVER
    return OverTime.NEVER if one.over_bodies is OverBodies.WEIGHTED_MEAN and one.over_time is OverTime.SUM else one.over_time


def alike(sides: list[Value]) -> tuple[list[Number], Fraction | None]:
    """The figures in one measure: plain numbers take that of the first that has one."""
    factor = next((factor for _, factor in sides if factor is not None), None)
    return [
        replace(one, value=one.counted * factor) if own is None and factor is not None and one.known else one for one, own in sides
    ], factor


def put(sides: list[Number], plain: list[bool], together: object) -> Number:
    """Values that are added or chosen from: what does not apply counts nothing, and what is unknown makes all unknown."""
    measured = [one for one, is_plain in zip(sides, plain, strict=True) if not is_plain]
    if measured and all(one.na for one in measured):
        return NOT_APPLICABLE
    mark = worst(sides)
    if not all(one.settled for one in sides):
        return Number(mark=mark)
    return Number(together([one.counted for one in sides]), mark)  # type: ignore[operator]
