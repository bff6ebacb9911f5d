"""Is each number told as its body's habits have it: per period or as the year so far, estimated, mended, withdrawn, or not at all?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from giaoban.cases import CaseFact
from giaoban.cases.tinh_mau.amounts import World
from giaoban.cases.tinh_mau.figures import Teller, mistaken, near
from giaoban.cases.tinh_mau.habits import Habits
from giaoban.cases.tinh_mau.place import Place, Role, Style, month_of
from giaoban.cases.tinh_mau.reports import Reports
from giaoban.cases.tinh_mau.series import Series
from giaoban.cases.tinh_mau.usual import Usual
from giaoban.catalogue.calendar import PeriodKind
from giaoban.ledger.figures import Figure, Withdrawal

JANUARY, LAST = month_of("2021-01"), month_of("2022-12")
UNIT = Place("xa-a", "Xã A", Role.UNIT, ((0, "xa"),), JANUARY, None, 1000)
SUMMING = replace(UNIT, id="xa-b", style=Style.CUMULATIVE)
BOTH = replace(UNIT, id="xa-c", style=Style.BOTH)
LATER = replace(UNIT, id="xa-d", first=month_of("2021-07"), style=Style.CUMULATIVE)
PLACES = (UNIT, SUMMING, BOTH, LATER)
CERTAIN = frozenset((place.id, month) for place in PLACES for month in range(JANUARY, LAST + 1))
MONEY, TREES, ACCIDENTS, PEOPLE = "thu-ngan-sach", "cay-xanh-trong-moi", "tai-nan", "tong-dan"
# Of these only the first and the last can be told: trees are no monthly series, "x" is none at all, xa-d does not stand yet.
TO_A_DAY = (
    (MONEY, "xa-a", "2021-03-20"), (TREES, "xa-a", "2021-03-20"), ("x", "xa-a", "2021-03-20"), (MONEY, "xa-d", "2021-03-20"),
    (MONEY, "xa-a", "2022-01-31"),
)  # fmt: skip


def teller(
    series: dict[str, Series], *ids: str, certain: bool = True, places: tuple[Place, ...] = PLACES, seed: int = 1, **habits: object
) -> Teller:
    told = tuple(series[id] for id in ids)
    world = World(Usual(seed, places=places, series=series), sums={}, stories={})
    reports = Reports(seed, places, range(JANUARY, LAST + 1), True, frozenset(), {}, CERTAIN if certain else frozenset())
    duties = {place.id: frozenset(ids) for place in places}
    return Teller(world, reports=reports, series=told, habits=Habits("giao-ban", frozenset(PeriodKind), duties, **habits))  # type: ignore[arg-type]


def year(found: Teller, *, months: Iterable[int] = range(12)) -> list[CaseFact]:
    return [fact for month in months for fact in found.month(JANUARY + month)]


def told(facts: Iterable[CaseFact], place: Place) -> dict[str, list[int | None]]:
    """Return what was said of each period, in the order of the facts."""
    found: dict[str, list[int | None]] = {}
    for fact in facts:
        if isinstance(fact.item, Figure) and fact.item.cell.body == place.id:
            found.setdefault(fact.item.cell.period, []).append(fact.item.steps)
    return found


def test_a_place_tells_its_periods_or_its_year(series: dict[str, Series]) -> None:
    found = teller(series, TREES)
    facts = year(found)
    assert list(told(facts, UNIT)) == ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]
    assert list(told(facts, SUMMING)) == ["2021-Q1", "2021-H1", "2021-9M", "2021"]
    so_far = [steps[0] for steps in told(facts, SUMMING).values()]
    quarters = [found.world.amounts(series[TREES], first=JANUARY + n, last=JANUARY + n + 2)["xa-b"] for n in (0, 3, 6, 9)]
    assert so_far == [sum(quarters[: n + 1]) for n in range(4)]


def test_some_say_nine_months_beside_their_periods(series: dict[str, Series]) -> None:
    said = told(year(teller(series, TREES)), BOTH)
    assert list(said) == ["2021-Q1", "2021-Q2", "2021-Q3", "2021-9M", "2021-Q4"]
    assert said["2021-9M"][0] == sum(said[period][0] or 0 for period in ("2021-Q1", "2021-Q2", "2021-Q3"))


def test_who_begins_in_july_cannot_cumulate_before_the_next_year(series: dict[str, Series]) -> None:
    assert list(told(year(teller(series, TREES), months=range(15)), LATER)) == ["2021-Q3", "2021-Q4", "2022-Q1"]


def test_of_a_year_it_tells_its_own_half(series: dict[str, Series]) -> None:
    facts = year(teller(series, PEOPLE))
    assert (list(told(facts, UNIT)), list(told(facts, LATER))) == (["2021"], ["2021-H2"])


def test_where_the_regime_has_no_such_period_it_is_told_by_months(series: dict[str, Series]) -> None:
    found = teller(series, ACCIDENTS)
    found.habits = replace(found.habits, kinds=frozenset(PeriodKind) - {PeriodKind.MONTHS})
    said = list(told(year(found, months=range(3)), SUMMING))
    assert "2021-2M" not in said
    assert set(said) <= {"2021-01", "2021-02", "2021-Q1"}


def test_money_is_estimated_at_a_quarter_s_end_updated_and_settled(series: dict[str, Series]) -> None:
    facts = year(teller(series, MONEY, estimators=frozenset({"xa-a"})))
    march = [
        (fact.item.quality.value, fact.note)
        for fact in facts
        if isinstance(fact.item, Figure) and fact.item.cell.key.endswith("xa-a/2021-03")
    ]
    assert march[:2] == [("estimate", ""), ("actual", "Cập nhật số ước bằng số thực hiện.")]
    february = [fact.item.quality.value for fact in facts if isinstance(fact.item, Figure) and fact.item.cell.key.endswith("xa-a/2021-02")]
    assert february == ["actual"]
    whole = [fact for fact in facts if isinstance(fact.item, Figure) and fact.item.cell.key.endswith("xa-a/2021")]
    assert [fact.item.quality.value for fact in whole if isinstance(fact.item, Figure)] == ["final"]
    months = told(facts, UNIT)
    assert whole[0].item.steps == sum(months[f"2021-{month:02d}"][-1] or 0 for month in range(1, 13))  # type: ignore[union-attr]


def test_an_estimate_is_near_and_rounder(series: dict[str, Series]) -> None:
    found = teller(series, MONEY)
    for steps in (2_345_000_000, 432_000_000):
        estimate = found.estimate(series[MONEY], place=UNIT, month=JANUARY, steps=steps)
        assert abs(estimate - steps) * 20 < steps
    assert found.estimate(series[MONEY], place=UNIT, month=JANUARY, steps=2_345_000_000) % 10**8 == 0


def test_some_numbers_are_wrong_at_first_and_few_are_taken_back(series: dict[str, Series]) -> None:
    many = tuple(replace(UNIT, id=f"xa-{number}") for number in range(400))
    facts = year(teller(series, ACCIDENTS, TREES, certain=False, places=many))
    figures = [fact for fact in facts if isinstance(fact.item, Figure)]
    corrected = [fact for fact in figures if fact.note == "Đính chính số đã báo cáo."]
    assert 40 <= len(corrected) <= 120
    withdrawn = [fact for fact in facts if isinstance(fact.item, Withdrawal)]
    assert 1 <= len(withdrawn) <= 8
    first = {fact.item.cell.key: fact for fact in reversed(figures) if isinstance(fact.item, Figure)}
    for fact in (*corrected, *withdrawn):
        key = fact.item.cell.key if isinstance(fact.item, Figure) else fact.item.key  # type: ignore[union-attr]
        assert fact.known_at >= first[key].known_at + timedelta(days=5)  # type: ignore[operator]
        assert fact.source.startswith("bs-xa-")
    trees = {fact.item.cell.key for fact in figures if isinstance(fact.item, Figure) and fact.item.cell.indicator == TREES}
    assert 1570 <= len(trees) < 1600  # some reports never came, some lacked a line


def test_most_say_nothing_where_nothing_happened(series: dict[str, Series]) -> None:
    none = replace(series[ACCIDENTS], level=1)
    many = tuple(replace(UNIT, id=f"xa-{number}", weight=1) for number in range(50))
    facts = year(teller({ACCIDENTS: none}, ACCIDENTS, certain=False, places=many))
    zeros = [fact for fact in facts if isinstance(fact.item, Figure) and fact.item.steps == 0]
    assert 80 <= len(zeros) <= 230


def test_what_stands_out_is_told_so(series: dict[str, Series]) -> None:
    """Not applicable, lacking, misstated, mended, said again, and a figure to a day."""
    plain = told(year(teller(series, TREES, MONEY), months=range(9)), UNIT)
    found = teller(
        series, TREES, MONEY,
        not_applicable=frozenset({(TREES, "xa-b")}), lacking=frozenset({(TREES, "xa-a", "2021-Q1")}),
        misstated={(TREES, "xa-a", "2021-Q2"): 2000, (TREES, "xa-c", "2021-9M"): 1500}, mended={(TREES, "xa-a", "2021-Q3"): 500},
        said_again={(MONEY, "xa-a", "2021-02"): 1000}, to_a_day=TO_A_DAY,
    )  # fmt: skip
    facts = year(found, months=range(12))
    said = told(facts, UNIT)
    assert "2021-Q1" not in said
    assert said["2021-Q2"] == [(plain["2021-Q2"][0] or 0) * 2]
    assert said["2021-Q3"] == [(plain["2021-Q3"][0] or 0) // 2, plain["2021-Q3"][0]]
    assert said["2021-2M"] == [(plain["2021-01"][0] or 0) + (plain["2021-02"][0] or 0)]
    assert (plain["2021-01"][0] or 0) + (plain["2021-02"][0] or 0) < (said["2021-03-20"][0] or 0)
    assert (said["2021-03-20"][0] or 0) < sum(plain[f"2021-{month:02d}"][0] or 0 for month in (1, 2, 3))
    assert said["2022-01-31"] == [found.world.amounts(series[MONEY], first=JANUARY + 12, last=JANUARY + 12)["xa-a"]]
    days = [fact for fact in facts if isinstance(fact.item, Figure) and fact.item.cell.period == "2021-03-20"]
    assert [fact.known_at.isoformat() for fact in days if fact.known_at] == ["2021-03-21T09:00:00+07:00"]
    none = [
        fact.item for fact in facts if isinstance(fact.item, Figure) and fact.item.cell.body == "xa-b" and fact.item.cell.indicator == TREES
    ]
    assert {(figure.printed, figure.steps) for figure in none} == {("không áp dụng", None)}
    nine = told(facts, BOTH)["2021-9M"]
    assert nine[-1] != sum(plain[f"2021-{month:02d}"][0] or 0 for month in range(1, 10))


def test_what_is_said_again_is_the_estimate_where_one_was_given(series: dict[str, Series]) -> None:
    facts = year(teller(series, MONEY, estimators=frozenset({"xa-a"}), said_again={(MONEY, "xa-a", "2021-03"): 1000}), months=range(3))
    said = told(facts, UNIT)
    assert said["2021-Q1"] == [sum(said[f"2021-{month:02d}"][0] or 0 for month in (1, 2, 3))]


def test_some_things_are_told_of_in_their_years_only(series: dict[str, Series]) -> None:
    facts = year(teller(series, TREES, only_in={TREES: frozenset({2022})}), months=range(24))
    assert {fact.item.cell.period[:4] for fact in facts if isinstance(fact.item, Figure)} == {"2022"}


def test_nobody_tells_what_it_does_not_owe(series: dict[str, Series]) -> None:
    found = teller(series, TREES)
    found.habits = replace(found.habits, duties={"xa-a": frozenset({TREES}), "xa-b": frozenset(), "xa-c": frozenset(), "xa-d": frozenset()})
    assert {fact.item.cell.body for fact in year(found) if isinstance(fact.item, Figure)} == {"xa-a"}


@pytest.mark.parametrize("far", range(180))
def test_a_mistake_is_another_number_that_could_be_printed(series: dict[str, Series], far: int) -> None:
    for id, steps in ((MONEY, 12_345_000_000), (TREES, 1), (TREES, 0), ("tieu-chi", 9), ("diem-thi", 160)):
        wrong = mistaken(series[id], steps=steps, far=far)
        assert wrong != steps
        assert wrong >= 0
        assert wrong % series[id].grain == 0
        assert series[id].top is None or wrong <= series[id].top


def test_thousandths_are_rounded_to_what_is_printed(series: dict[str, Series]) -> None:
    assert near(series[MONEY], steps=12_345_000_000, thousandths=1001) == 12_357_000_000
