"""Do figures pass from map to map exactly, in shares that add up, or not at all?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.catalogue import Catalogue, Edge, Extent, Window
from giaoban.cube import Series
from giaoban.engine.frame import Link
from giaoban.engine.rebase import Mark, Moved, portions, rebase
from giaoban.ledger import Book
from tests.unit.catalogues import REGIME
from tests.unit.engine.grounds import JULY, area, drawn, mid_year, passing
from tests.unit.engine.makers import other_world
from tests.unit.engine.worlds import World, world_of

JUNE, DECEMBER = date(2026, 6, 30), date(2026, 12, 31)
Said = tuple[float, str] | str | None


@dataclass(frozen=True)
class Carried:
    """The figures of one window on another map."""

    world: World
    moved: Moved

    def of(self, indicator: str, *bodies: str) -> list[Said]:
        """Value in steps with its mark; None where nothing is known, a word where it does not apply or was lost."""
        return [self._of((self.world.cube.row[Series(indicator, REGIME)], self.world.cube.column[body])) for body in bodies]

    def _of(self, at: tuple[int, int]) -> Said:
        if self.moved.na[at]:
            return "không áp dụng"
        if np.isnan(self.moved.value[at]):
            return {Mark.EXACT: None, Mark.NOT_COMPARABLE: "mất"}[Mark(self.moved.mark[at])]
        return float(self.moved.value[at]), Mark(self.moved.mark[at]).code


def carried(book: Book, *, since: date, until: date, catalogue: Catalogue | None = None, weighs: bool = True) -> Carried:
    """Take the plane of months that end in `since` to the map of `until`."""
    world = world_of(book, catalogue or mid_year())
    value, na = world.cube.plane(1, window=Window(since.year, since.month, since.month))
    moved = Moved.at_home(value.copy(), na=na)
    return Carried(world, rebase(moved, ground=world.maps.ground, since=since, until=until, rules=world.maps.rules, weighs=weighs))


# ---------------------------------------------------------------- forward


def test_a_merger_is_exact(book: Book) -> None:
    """All of both passes on; the bodies that ended have nothing any more, the city's own figure stays.

    2026-06  a   thu  10 đồng
    2026-06  b   thu  20 đồng
    2026-06  tp  thu  99 đồng
    """
    found = carried(book, since=JUNE, until=JULY)
    assert found.of("thu", "a", "b", "c", "tp") == [None, None, (30, "exact"), (99, "exact")]


def test_a_merger_of_which_one_side_is_unknown_is_unknown(book: Book) -> None:
    """Half a sum is no sum, and nothing was lost on the way.

    2026-06  a  thu  10 đồng
    """
    assert carried(book, since=JUNE, until=JULY).of("thu", "c") == [None]


def test_silence_is_nothing_in_a_merger_too(book: Book) -> None:
    """Where silence means that nothing happened, what one side told is the sum.

    2026-06  a  phat-sinh  3 vụ
    """
    assert carried(book, since=JUNE, until=JULY).of("phat-sinh", "c", "e") == [(3, "exact"), None]


def test_a_split_is_apportioned_in_whole_steps_that_add_up(book: Book) -> None:
    """0,6 and 0,4 of 7 are 4,2 and 2,8: the larger remainder gets the step that is left.

    2026-06  d  thu  7 đồng
    """
    assert carried(book, since=JUNE, until=JULY).of("thu", "d", "e", "f") == [None, (4, "apportioned"), (3, "apportioned")]


def test_an_unknown_share_is_not_comparable(book: Book) -> None:
    """Something was known, and cannot be carried; where nothing was known, nothing was lost.

    2026-06  g  thu  7 đồng
    """
    found = carried(book, since=JUNE, until=JULY)
    assert found.of("thu", "h", "i") == ["mất", "mất"]
    assert found.of("dan-so", "h", "i") == [None, None]


def test_the_worst_mark_of_what_flows_in_is_the_mark_of_the_sum(book: Book) -> None:
    """One share of a ward, and all of another; an unknown share spoils the whole.

    2026-06  a  thu  10 đồng
    2026-06  b  thu  20 đồng
    2026-06  d  thu  8 đồng
    """
    wards = [area(id, "tp", until=JULY) for id in "abd"] + [area(id, "tp", since=JULY) for id in "cef"]

    def into_c(share: str | None) -> list[Said]:
        step = passing(JULY, ("a", "c", "1"), ("b", "c", share), ("b", "e", "0.5"), ("d", "f", "1"))
        return carried(book, since=JUNE, until=JULY, catalogue=drawn(area("tp"), *wards, step)).of("thu", "c", "e", "f")

    assert into_c("0.5") == [(20, "apportioned"), (10, "apportioned"), (8, "exact")]
    assert into_c(None) == ["mất", (10, "apportioned"), (8, "exact")]


def test_what_does_not_apply_counts_nothing(book: Book) -> None:
    """One side that does not apply leaves the other; both leave nothing to apply.

    2026-06  a  thu  10 đồng
    2026-06  b  thu  không áp dụng
    2026-06  a  ho   không áp dụng
    2026-06  b  ho   không áp dụng
    2026-06  d  thu  không áp dụng
    """
    found = carried(book, since=JUNE, until=JULY)
    assert found.of("thu", "c", "e") == [(10, "exact"), "không áp dụng"]
    assert found.of("ho", "c") == ["không áp dụng"]


def test_what_was_lost_stays_lost(book: Book) -> None:
    """A body that could not be carried makes the merger after it not comparable.

    2026-06  g  thu  7 đồng
    2026-06  a  thu  1 đồng
    """
    wards = [area("g", "tp", until=JULY), area("h", "tp", since=JULY, until=DECEMBER)]
    wards += [area("a", "tp", until=DECEMBER), area("z", "tp", since=DECEMBER)]
    catalogue = drawn(area("tp"), *wards, passing(JULY, ("g", "h", None)), passing(DECEMBER, ("h", "z", "1"), ("a", "z", "1")))
    found = carried(book, since=JUNE, until=DECEMBER, catalogue=catalogue)
    assert found.of("thu", "z", "h", "a") == ["mất", None, None]


def test_a_new_name_takes_everything_along(book: Book) -> None:
    """Where one body passes whole to one body, indexes and percentages pass too.

    2026-06  a  thu       10 đồng
    2026-06  a  chi-so    7 điểm
    2026-06  a  diem      8 điểm
    2026-06  a  thu-nhap  5 triệu đồng/người/năm
    2026-06  a  ho        không áp dụng
    """
    catalogue = drawn(area("tp"), area("a", "tp", until=JULY), area("c", "tp", since=JULY), passing(JULY, ("a", "c", "1")))
    found = carried(book, since=JUNE, until=JULY, catalogue=catalogue)
    assert [*found.of("thu", "c"), *found.of("chi-so", "c"), *found.of("diem", "c")] == [(10, "exact"), (700, "exact"), (80, "exact")]
    assert [*found.of("thu-nhap", "c"), *found.of("ho", "c")] == [(5_000_000, "exact"), "không áp dụng"]


def test_what_does_not_add_up_is_lost_in_a_merger(book: Book) -> None:
    """Nobody knows the index of the two together; where neither told one, none was lost.

    2026-06  a  chi-so  7 điểm
    2026-06  b  chi-so  9 điểm
    2026-06  d  diem    8 điểm
    """
    found = carried(book, since=JUNE, until=JULY)
    assert found.of("chi-so", "c", "e") == ["mất", None]
    assert found.of("diem", "c", "e", "f") == [None, "mất", "mất"]


def test_a_weighted_mean_carries_its_weight(book: Book) -> None:
    """10 đồng of 100 people and 20 đồng of 300 people are 17,5 đồng of 400 people.

    2026-06  a  thu-nhap  10 đồng/người/năm
    2026-06  b  thu-nhap  20 đồng/người/năm
    2026-06  a  dan-so    100 người
    2026-06  b  dan-so    300 người
    """
    assert carried(book, since=JUNE, until=JULY).of("thu-nhap", "c") == [(17.5, "exact")]
    assert carried(book, since=JUNE, until=JULY, weighs=False).of("thu-nhap", "c") == ["mất"]


def test_a_weighted_mean_without_a_weight_is_unknown(book: Book) -> None:
    """People of b are not known, so nothing can be said; that is a gap, not a loss.

    2026-06  a  thu-nhap  10 đồng/người/năm
    2026-06  b  thu-nhap  20 đồng/người/năm
    2026-06  a  dan-so    100 người
    """
    assert carried(book, since=JUNE, until=JULY).of("thu-nhap", "c") == [None]


def test_a_weighted_mean_of_a_ward_whose_people_are_nobody_is_unknown(book: Book) -> None:
    """Nothing is divided by zero.

    2026-06  a  thu-nhap  10 đồng/người/năm
    2026-06  b  thu-nhap  20 đồng/người/năm
    2026-06  a  dan-so    0 người
    2026-06  b  dan-so    0 người
    """
    assert carried(book, since=JUNE, until=JULY).of("thu-nhap", "c") == [None]


def test_a_weighted_mean_in_a_split_is_that_of_the_whole(book: Book) -> None:
    """Apportioned where shares are known, lost where they are not.

    2026-06  d  thu-nhap  10 đồng/người/năm
    2026-06  d  dan-so    10 người
    2026-06  g  thu-nhap  10 đồng/người/năm
    2026-06  g  dan-so    10 người
    """
    assert carried(book, since=JUNE, until=JULY).of("thu-nhap", "e", "f", "h") == [(10, "apportioned"), (10, "apportioned"), "mất"]


# ---------------------------------------------------------------- back


def test_what_was_split_is_put_together_on_the_older_map(book: Book) -> None:
    """Both heirs are made of nothing else: their sum is exact, even where the shares were never known.

    2026-12  e  thu  4 đồng
    2026-12  f  thu  3 đồng
    2026-12  h  thu  8 đồng
    2026-12  i  thu  1 đồng
    """
    assert carried(book, since=DECEMBER, until=JUNE).of("thu", "d", "g", "e", "h") == [(7, "exact"), (9, "exact"), None, None]


def test_a_split_of_which_one_heir_is_silent_is_unknown_on_the_older_map(book: Book) -> None:
    """A part is not the whole; silence that means nothing happened is no gap.

    2026-12  e  thu        4 đồng
    2026-12  e  phat-sinh  2 vụ
    """
    found = carried(book, since=DECEMBER, until=JUNE)
    assert [*found.of("thu", "d"), *found.of("phat-sinh", "d")] == [None, (2, "exact")]


def test_what_was_merged_cannot_be_told_apart_on_the_older_map(book: Book) -> None:
    """Nobody knows what of c is a's.

    2026-12  c  thu  30 đồng
    """
    assert carried(book, since=DECEMBER, until=JUNE).of("thu", "a", "b", "c", "d") == ["mất", "mất", None, None]


def test_what_does_not_add_up_is_lost_on_the_way_back(book: Book) -> None:
    """But an index goes back to the body that only got a new name.

    2026-12  e  chi-so  7 điểm
    2026-12  f  chi-so  9 điểm
    2026-12  k  chi-so  5 điểm
    """
    wards = [area("d", "tp", until=JULY), area("e", "tp", since=JULY), area("f", "tp", since=JULY)]
    renamed = [area("j", "tp", until=JULY), area("k", "tp", since=JULY)]
    step = passing(JULY, ("d", "e", "0.6"), ("d", "f", "0.4"), ("j", "k", "1"))
    found = carried(book, since=DECEMBER, until=JUNE, catalogue=drawn(area("tp"), *wards, *renamed, step))
    assert found.of("chi-so", "d", "j") == ["mất", (500, "exact")]


def test_the_way_there_and_back_gives_an_exact_figure_again(book: Book) -> None:
    """A ward that was split and put together is what it was, marked by the way it went.

    2026-06  d  thu  7 đồng
    2026-06  a  thu  1 đồng
    2026-06  b  thu  2 đồng
    """
    found = carried(book, since=JUNE, until=JULY)
    ground, rules = found.world.maps.ground, found.world.maps.rules
    again = Carried(found.world, rebase(found.moved, ground=ground, since=JULY, until=JUNE, rules=rules))
    assert again.of("thu", "d", "a") == [(7, "apportioned"), "mất"]


def test_values_stay_on_their_map_where_nothing_changed(book: Book) -> None:
    """No step lies between: the very same figures.

    2026-06  a  thu  10 đồng
    """
    found = carried(book, since=date(2026, 5, 31), until=JUNE)
    assert rebase(found.moved, ground=found.world.maps.ground, since=JULY, until=DECEMBER, rules=found.world.maps.rules) is found.moved


def test_carrying_leaves_the_figures_it_was_given_alone(book: Book) -> None:
    """The plane of the cube is not written into.

    2026-06  a  thu  10 đồng
    2026-06  b  thu  20 đồng
    """
    world = world_of(book, mid_year())
    moved = Moved.at_home(world.cube.plane(1, window=Window(2026, 6, 6))[0])
    before = moved.value.copy()
    rebase(moved, ground=world.maps.ground, since=JUNE, until=JULY, rules=world.maps.rules)
    assert np.array_equal(moved.value, before, equal_nan=True)


# ---------------------------------------------------------------- shares


def shared(value: float, *shares: float | None) -> list[float | None]:
    links = [Link(0, n + 1, n, {"area": share}, full=False) for n, share in enumerate(shares)]
    return [None if np.isnan(one) else float(one) for one in portions(np.array([value]), links=links, basis="area")[:, 0]]


@pytest.mark.parametrize(
    ("value", "shares", "taken"),
    [
        (10, (0.5, 0.5), [5, 5]),
        (1, (0.5, 0.5), [1, 0]),  # equal remainders: the first
        (10, (1 / 3, 1 / 3, 1 / 3), [4, 3, 3]),
        (-7, (0.6, 0.4), [-4, -3]),
        (0, (0.6, 0.4), [0, 0]),
        (7, (1.0, 0.0), [7, 0]),
        (7, (0.6, None), [4, None]),  # what is not known is not made up from the others
        (7, (0.6,), [4]),  # shares that do not make the whole: each is rounded
        (float("nan"), (0.6, 0.4), [None, None]),
    ],
)
def test_shares_are_whole_steps(value: float, shares: tuple[float | None, ...], taken: list[float | None]) -> None:
    """By largest remainder where the shares make the whole."""
    assert shared(value, *shares) == taken


@given(st.integers(-(10**12), 10**12), st.lists(st.integers(1, 100), min_size=1, max_size=6))
def test_shares_of_the_whole_add_up_to_the_whole(value: int, weights: list[int]) -> None:
    """Whatever the shares, no step is lost, none is made, and each is within one step of its share."""
    taken = shared(value, *(weight / sum(weights) for weight in weights))
    assert sum(one or 0 for one in taken) == value
    assert all(abs((one or 0) - value * weight / sum(weights)) <= 1.001 for one, weight in zip(taken, weights, strict=True))


def test_each_indicator_is_parted_on_its_own_basis(book: Book) -> None:
    """All of the land goes to the one, the people are divided between the two others: revenue follows the land here, cases the people.

    2026-06  k  thu         10 đồng
    2026-06  k  phat-sinh   10 vụ
    2026-06  k  van-dong    10 đồng
    """
    edges = [("v", "1", "0"), ("s", "0", "0.7"), ("h", "0", "0.3")]
    parted = [Edge("k", id, Extent.PART, {"area": Decimal(land), "population": Decimal(people)}) for id, land, people in edges]
    event = replace(passing(JULY, ("k", "v", None)), edges=tuple(parted))
    known = drawn(area("tp"), area("k", "tp", until=JULY), *(area(id, "tp", since=JULY) for id in "vsh"), event)
    known = other_world(known, thu={"basis": "area"}, van_dong={"basis": "revenue"})
    found = carried(book, since=JUNE, until=JULY, catalogue=known)
    assert found.of("thu", "v", "s", "h") == [(10, "apportioned"), (0, "apportioned"), (0, "apportioned")]
    assert found.of("phat-sinh", "v", "s", "h") == [(0, "apportioned"), (7, "apportioned"), (3, "apportioned")]
    assert found.of("van-dong", "v", "s", "h") == ["mất", "mất", "mất"]


# ---------------------------------------------------------------- the values themselves


def test_a_value_is_settled_lost_or_unknown() -> None:
    """Known; not applicable; unknown; lost."""
    value, na = np.array([[5, np.nan, np.nan, np.nan]]), np.array([[False, True, False, False]])
    moved = Moved(value, np.array([[0, 0, 0, 2]], np.int8), na, np.zeros((1, 4), np.uint8))
    assert moved.settled.tolist() == [[True, True, False, False]]
    assert moved.lost.tolist() == [[False, False, False, True]]
    assert np.array_equal(moved.counted, [[5, 0, np.nan, np.nan]], equal_nan=True)
    home = Moved.at_home(value)
    assert not home.mark.any()
    assert not home.na.any()


def test_marks_are_ordered_from_good_to_bad() -> None:
    assert [mark.code for mark in sorted(Mark)] == ["exact", "apportioned", "not_comparable"]
