"""Does a place say how many are better, whatever order they come in, and do ties share it?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from giaoban.engine.rank import NO_PLACE, Ranking, places

scores = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(-5, 5) | st.floats(-1, 1), max_size=12)


@given(scores, st.booleans())
def test_a_place_is_one_more_than_how_many_are_better(found: dict[str, float], less: bool) -> None:
    """Against the obvious count."""
    said = {id: float(f"{score:.12g}") for id, score in found.items()}
    for id, place in places(found, less=less).items():
        assert place == 1 + sum(other < said[id] if less else other > said[id] for other in said.values())


@given(scores, st.booleans(), st.randoms())
def test_the_order_of_the_input_does_not_matter(found: dict[str, float], less: bool, dice: object) -> None:
    shuffled = list(found.items())
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert places(dict(shuffled), less=less) == places(found, less=less)


@given(scores)
def test_the_best_of_one_way_are_not_the_best_of_the_other_unless_all_tie(found: dict[str, float]) -> None:
    more, less = places(found, less=False), places(found, less=True)
    if len({f"{score:.12g}" for score in found.values()}) > 1:
        assert not {id for id in found if more[id] == 1} & {id for id in found if less[id] == 1}


def test_what_differs_only_behind_the_twelfth_digit_ties() -> None:
    assert places({"a": 0.1 + 0.2, "b": 0.3, "c": 0.29}, less=False) == {"a": 1, "b": 1, "c": 3}


def test_a_place_as_data() -> None:
    """No place is null; a place without an issued rule names none."""
    assert NO_PLACE.data() is None
    assert Ranking(2, 4, 1, 3, "số liệu trong kỳ").data() == {
        "of": 4,
        "shared": 1,
        "left_out": 3,
        "by": "số liệu trong kỳ",
        "rule": None,
        "mixed_quality": False,
    }
