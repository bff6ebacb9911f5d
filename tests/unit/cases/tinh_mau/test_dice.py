"""Are draws named, repeatable, whole and evenly spread?"""

from __future__ import annotations

from collections import Counter

from giaoban.cases.tinh_mau.dice import around, below, dice


def test_a_question_has_its_own_dice() -> None:
    """Equal names give equal draws; another name gives others."""
    assert [dice(1, "a", 2).getrandbits(32) for _ in range(2)] == [dice("1", "a", "2").getrandbits(32)] * 2
    assert dice(1, "a").getrandbits(32) != dice(1, "b").getrandbits(32)


def test_draws_do_not_change_from_one_machine_to_the_next() -> None:
    assert [below(dice(1, "x"), count=1000), around(dice(1, "x"), reach=50)] == [633, 1013]


def test_each_number_is_as_likely() -> None:
    rng = dice(1, "even")
    counts = Counter(below(rng, count=5) for _ in range(10_000))
    assert sorted(counts) == [0, 1, 2, 3, 4]
    assert all(1_850 < count < 2_150 for count in counts.values())


def test_a_factor_keeps_within_its_reach() -> None:
    rng = dice(1, "reach")
    drawn = {around(rng, reach=3) for _ in range(1_000)}
    assert drawn == {997, 998, 999, 1000, 1001, 1002, 1003}
