"""Do labels keep apart, and are numbers written the Vietnamese way?"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from giaoban.briefing.charts.look import LOCALE, apart, axis_of_amounts, axis_of_months, mark, whole

LOW, HIGH, LEAST = Decimal(0), Decimal(100), Decimal(7)
levels = st.lists(st.decimals(0, 100, places=1), max_size=6)


@given(levels)
def test_no_label_covers_another_and_none_leaves_the_frame(given_levels: list[Decimal]) -> None:
    """However near their lines end."""
    found = apart(given_levels, least=LEAST, low=LOW, high=HIGH)
    assert len(found) == len(given_levels)
    ordered = sorted(found)
    assert all(right - left >= LEAST - Decimal("0.0001") for left, right in pairwise(ordered))
    assert all(LOW - Decimal("0.0001") <= place <= HIGH + Decimal("0.0001") for place in found)


def test_labels_that_have_room_stay_where_their_lines_end() -> None:
    """And those that have none share what there is."""
    assert apart([Decimal(10), Decimal(50)], least=LEAST, low=LOW, high=HIGH) == [10, 50]
    assert apart([Decimal(99), Decimal(100)], least=LEAST, low=LOW, high=HIGH) == [93, 100]


def test_a_definition_is_whole() -> None:
    """It brings its title, its look and the way numbers are written; the dot groups, the comma parts."""
    spec = whole({"mark": mark("line", strokeWidth=2)}, title="Thu", subtitle=["2026"])
    assert (spec["title"], spec["mark"]) == ({"text": "Thu", "subtitle": ["2026"]}, {"type": "line", "strokeWidth": 2})
    assert spec["config"]["locale"] == LOCALE
    assert (LOCALE["number"]["decimal"], LOCALE["number"]["thousands"]) == (",", ".")


def test_the_axes_name_months_and_amounts() -> None:
    """T1 to T12; amounts between two levels."""
    assert axis_of_months()["axis"]["values"] == list(range(1, 13))
    assert axis_of_amounts(low=Decimal(0), high=Decimal("12.5"), ticks=3)["scale"]["domain"] == [0, 12.5]
