"""Is a plane written as if one figure after the other had been, and shared until then?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.cube.planes import NEVER_APPLIES, SAID, WITHDRAWN, Columns, Excerpt, Plane, TooLarge
from giaoban.cube.tags import CORRECTED, UNSURE, revised_of

SHAPE = (2, 3)
figures = st.lists(
    st.tuples(
        st.integers(0, 1), st.integers(0, 2), st.integers(0, 11), st.integers(-3, 3), st.sampled_from(list(UNSURE.values())),
        st.sampled_from([SAID, SAID, SAID, NEVER_APPLIES, WITHDRAWN]),
    ),
    max_size=40,
)  # fmt: skip


def columns(*said: tuple[int, int, int, int, int, int], length: int = 1, first: int = 1) -> Columns:
    row, column, month, steps, unsure, kind = (np.array([one[n] for one in said], np.int64) for n in range(6))
    return Columns(
        row.astype(np.int32), column.astype(np.int32), np.full(len(said), length, np.int8), month.astype(np.int16), steps,
        unsure.astype(np.uint8), kind.astype(np.int8), np.arange(first, first + len(said), dtype=np.int32),
    )  # fmt: skip


def seen(plane: Plane) -> list[tuple[object, ...]]:
    return [
        (month, np.nan_to_num(slot.value, nan=-99).tolist(), slot.entry.tolist(), slot.tags.tolist(), slot.na.tolist())
        for month, slot in plane.by_month()
    ]


@settings(max_examples=200, deadline=None)
@given(figures, st.integers(0, 40))
def test_all_at_once_is_as_one_by_one(said: list[tuple[int, int, int, int, int, int]], cut: int) -> None:
    """The same cell may come again in one batch, be taken back and said anew: the last word and what it revised are the same."""
    together, apart, halves = (Plane.of(1, months=12) for _ in range(3))
    if said:
        together.write(columns(*said), shape=SHAPE, fresh=set())
    for number, one in enumerate(said, 1):
        apart.write(columns(one, first=number), shape=SHAPE, fresh=set())
    for first, some in ((1, said[:cut]), (len(said[:cut]) + 1, said[cut:])):
        if some:
            halves.write(columns(*some, first=first), shape=SHAPE, fresh=set())
    assert seen(together) == seen(apart) == seen(halves)
    assert together.withdrawn == apart.withdrawn == halves.withdrawn


def test_a_branch_is_written_without_disturbing_the_plane() -> None:
    """Slots are copied when they are written to, and shared where they are not."""
    plane = Plane.of(1, months=12)
    plane.write(columns((0, 0, 2, 5, 1, SAID), (0, 0, 3, 6, 1, SAID)), shape=SHAPE, fresh=set())
    branch = plane.branch()
    branch.write(columns((0, 0, 2, 7, 1, SAID), first=3), shape=SHAPE, fresh=set())
    march, april = plane.slot(2), plane.slot(3)
    assert march is not None
    assert march.value[0, 0] == 5
    assert branch.slot(3) is april
    now = branch.slot(2)
    assert now is not None
    assert (now.value[0, 0], now.entry[0, 0], revised_of(int(now.tags[0, 0]))) == (7, 3, CORRECTED)


def test_a_figure_taken_back_is_still_what_the_next_one_follows() -> None:
    plane = Plane.of(1, months=12)
    plane.write(columns((0, 0, 2, 5, 1, SAID), (0, 0, 2, 0, 0, WITHDRAWN)), shape=SHAPE, fresh=set())
    slot = plane.slot(2)
    assert slot is not None
    assert (np.isnan(slot.value[0, 0]), slot.entry[0, 0], plane.withdrawn) == (True, 0, {(2, 0, 0): (5, 1)})
    plane.write(columns((0, 0, 2, 5, 1, SAID), first=3), shape=SHAPE, fresh=set())
    again = plane.slot(2)
    assert again is not None
    assert (again.value[0, 0], revised_of(int(again.tags[0, 0]))) == (5, None)


def test_a_plane_has_a_slot_where_its_windows_end() -> None:
    plane = Plane.of(3, months=24)
    assert [plane.slot(month) for month in range(24)] == [None] * 24
    plane.write(columns((1, 2, 5, 9, 0, SAID), length=3), shape=SHAPE, fresh=set())
    assert [month for month in range(24) if plane.slot(month)] == [5]


@pytest.mark.parametrize("steps", [2**53, -(2**53)])
def test_a_figure_of_two_to_the_fifty_third_is_refused(steps: int) -> None:
    """Beyond, whole steps are no longer exact; the entry is named."""
    with pytest.raises(TooLarge, match="entry 2"):
        Plane.of(1, months=12).write(columns((0, 0, 0, 1, 0, SAID), (0, 1, 0, steps, 0, SAID)), shape=SHAPE, fresh=set())


def test_an_excerpt_is_cut_once() -> None:
    plane = Plane.of(1, months=12)
    plane.write(columns((1, 2, 5, 9, 1, SAID)), shape=SHAPE, fresh=set())
    part = Excerpt(plane, np.array([1]), np.array([0, 2]))
    slot = part.slot(5)
    assert slot is not None
    assert (np.nan_to_num(slot.value, nan=-1).tolist(), slot.entry.tolist(), slot.tags.tolist()) == ([[-1, 9]], [[0, 1]], [[0, 1]])
    assert part.slot(5) is slot
    assert (part.slot(4), [month for month, _ in part.by_month()]) == (None, [5])
