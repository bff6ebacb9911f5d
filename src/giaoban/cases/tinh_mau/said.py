"""What papers say beside their figures: relations to a plan or to last year, and judgements in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from giaoban.cases.case import CaseFact
from giaoban.cases.tinh_mau.amounts import World
from giaoban.cases.tinh_mau.dice import below, dice
from giaoban.cases.tinh_mau.figures import WHERE, Teller
from giaoban.cases.tinh_mau.place import Place, Role, month_code, window_of
from giaoban.cases.tinh_mau.plans import COUNCIL, PROVINCE, Plans
from giaoban.cases.tinh_mau.reports import Sent
from giaoban.cases.tinh_mau.series import Series
from giaoban.cases.tinh_mau.usual import THOUSAND
from giaoban.catalogue.indicator import Indicator
from giaoban.ledger.figures import PLAN, SAME_PERIOD, UNNAMED, WHOLE, Cell, Grade, Stated
from giaoban.values import Scale, vietnamese

RANKS = (0, 0, 1, 1, 1, 2, 2, 3)  # of words, best first: most are well spoken of
WHICH_PLAN = "ke-hoach-khong-ro"  # the doubt that goes with a plan that no paper names
CAMPAIGN = 640  # thousandths of the year's plan, when a paper names no plan

Key = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Sayings:
    """Everything said and not counted.

    Args:
        relations: Thousandths of the true relation: series, place, last month, relation, authority.
        every_quarter: Series and place of which last year's relation and the province's plan are stated each quarter.
        without_base: What is said of a year before which there are no figures, in thousandths.
        words: Rank of the word, best first, from the end when below 0: series, place, period.
    """

    relations: Mapping[Key, int]
    every_quarter: Sequence[tuple[str, str]]
    without_base: int
    words: Mapping[tuple[str, str, str], int]


@dataclass(frozen=True)
class Speaker:
    """Says them.

    Args:
        judged: Indicators judged in words, with their scales and the running number of the month that defines them.
    """

    world: World
    teller: Teller
    plans: Plans
    sayings: Sayings
    judged: Sequence[tuple[Indicator, Scale, int]]

    def month(self, month: int) -> Iterator[CaseFact]:
        """Yield what the reports of the month say."""
        yield from self._grades(month)
        if month % 3 == 2:
            both = ((SAME_PERIOD, WHOLE), (PLAN, PROVINCE))
            usual = {(*key, month_code(month), *named): THOUSAND for key in self.sayings.every_quarter for named in both}
            for key, off in sorted({**usual, **self.sayings.relations}.items()):
                if key[2] == month_code(month):
                    yield from self._stated(key, off, month)

    # ---------------------------------------------------------------- relations

    def _stated(self, key: Key, off: int, month: int) -> Iterator[CaseFact]:
        id, place_id, _, relation, authority = key
        one, place = self.world.usual.series.get(id), self.teller.places.get(place_id)
        if one is None or place is None or not place.stands(month, last=month):
            return
        sent = self.teller.reports.sent(place, month=month)
        ratio = self.ratio(one, place=place, month=month, relation=relation, authority=authority)
        if sent is None or ratio is None:
            return
        ratio = ratio * off // THOUSAND
        cell = Cell(id, self.teller.habits.regime, WHOLE, place_id, window_of(month - month % 12, last=month).code)
        printed = f"{vietnamese.write_number(Decimal(ratio).scaleb(-1), places=1)} %"
        doubt = WHICH_PLAN if authority == UNNAMED else ""
        stated = Stated(cell, relation, authority, printed, Decimal(ratio) / THOUSAND, one.visibility, doubt)
        yield CaseFact(stated, sent.source, "đoạn 2", sent.at, "", WHERE)

    def ratio(self, one: Series, *, place: Place, month: int, relation: str, authority: str) -> int | None:
        """Return the year so far against its plan or last year's, in thousandths, as the place could know it; None without a base."""
        now = self._reported(one, place, month)
        if relation == PLAN:
            named = COUNCIL if authority == UNNAMED else authority
            base = self.plans.target(one, place=place, year=month // 12, authority=named)
            base = base * CAMPAIGN // THOUSAND if authority == UNNAMED else base
        else:
            then = self.world.to_date(one, last=month - 12)
            base = then.get(place.id) or sum(then.get(id, 0) * part // THOUSAND for id, part in place.members)
            if not base:
                return self.sayings.without_base
        return (now * THOUSAND + base // 2) // base if base and now is not None else None

    def _reported(self, one: Series, place: Place, month: int) -> int | None:
        """Return the year so far, of its last period what the place first says."""
        now = self.world.to_date(one, last=month).get(place.id)
        if now is None or not one.money or place.id not in self.teller.habits.estimators:
            return now
        last = self.world.amounts(one, first=month - one.indicator.frequency.months + 1, last=month)[place.id]
        return now - last + self.teller.estimate(one, place=place, month=month, steps=last)

    # ---------------------------------------------------------------- words

    def _grades(self, month: int) -> Iterator[CaseFact]:
        sent = {place.id: self.teller.reports.sent(place, month=month) for place in self.teller.reports.places if _judged(place, month)}
        for number, (indicator, scale, first) in enumerate(self.judged):
            every, years = indicator.frequency.months, self.teller.habits.only_in.get(indicator.id)
            if month < first or (month + 1) % every or (years is not None and month // 12 not in years):
                continue
            period = window_of(month - every + 1, last=month).code
            rng = dice(self.world.usual.seed, "words", indicator.id, month)
            for place in self.teller.reports.places:
                rank, report = RANKS[below(rng, count=len(RANKS))], sent.get(place.id)
                if report and place.kind_in(month) not in indicator.not_for:
                    yield self._grade(indicator, scale, place, period, rank, report, number)

    def _grade(self, indicator: Indicator, scale: Scale, place: Place, period: str, rank: int, sent: Sent, number: int) -> CaseFact:
        rank = self.sayings.words.get((indicator.id, place.id, period), rank)
        word = scale.words[max(rank, -len(scale.words)) if rank < 0 else min(rank, len(scale.words) - 1)]
        cell = Cell(indicator.id, self.teller.habits.regime, WHOLE, place.id, period)
        return CaseFact(Grade(cell, scale.id, word.id), sent.source, f"đoạn {number + 3}", sent.at, "", WHERE)


def _judged(place: Place, month: int) -> bool:
    return place.role in (Role.UNIT, Role.WARD) and place.stands(month, last=month)
