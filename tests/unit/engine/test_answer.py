"""Is a number kept together with the entries it rests on, whatever is added, taken off, shared out or carried from map to map?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from giaoban.engine.answer import NOT_APPLICABLE, Answer, Carrier, Gap, Use, added, better, difference, portion
from giaoban.engine.frame import WHOLLY, Link, Step
from giaoban.engine.rebase import Mark

FIVE, SEVEN = Answer(5.0, (Use(1),)), Answer(7.0, (Use(2),), (), Mark.APPORTIONED)
MISSING = Answer(None, lacking=(("p3", "2026-03"),))
LOST = Answer(None, (Use(3),), (("p4", "2026-03"),), Mark.NOT_COMPARABLE)


# ---------------------------------------------------------------- one number


def test_an_answer_is_settled_by_a_number_or_by_not_applying() -> None:
    assert [one.settled for one in (FIVE, Answer(0.0), NOT_APPLICABLE, MISSING, LOST)] == [True, True, True, False, False]


def test_an_answer_is_lost_where_something_known_could_not_be_carried() -> None:
    """Neither a gap nor a number with that mark is lost."""
    marked = Answer(5.0, mark=Mark.NOT_COMPARABLE)
    assert [one.lost for one in (LOST, MISSING, FIVE, NOT_APPLICABLE, marked)] == [True, False, False, False, False]


# ---------------------------------------------------------------- sums and differences


def test_a_sum_rests_on_the_entries_of_its_sides_and_bears_the_worst_mark() -> None:
    assert added([FIVE, SEVEN, NOT_APPLICABLE]) == Answer(12.0, (Use(1), Use(2)), (), Mark.APPORTIONED)


def test_a_gap_stops_a_sum_unless_silence_means_nothing() -> None:
    """What is known is named all the same."""
    assert added([FIVE, MISSING]) == Answer(None, (Use(1),), MISSING.lacking)
    assert added([FIVE, MISSING], silent=True) == FIVE


def test_silence_of_all_sides_is_no_sum() -> None:
    """Nothing known is not 0."""
    assert added([MISSING, NOT_APPLICABLE], silent=True) == MISSING


def test_what_was_lost_stops_a_sum_even_where_silence_means_nothing() -> None:
    assert added([FIVE, LOST], silent=True) == Answer(None, (Use(1), Use(3)), LOST.lacking, Mark.NOT_COMPARABLE)


def test_a_sum_of_what_does_not_apply_does_not_apply() -> None:
    assert added([NOT_APPLICABLE, NOT_APPLICABLE]) == NOT_APPLICABLE


def test_a_difference_takes_the_entries_of_the_start_off() -> None:
    """7 less 5, and the worse mark of the two."""
    assert difference(SEVEN, start=FIVE) == Answer(2.0, (Use(2), Use(1, -1.0)), (), Mark.APPORTIONED)


def test_taken_off_twice_an_entry_counts_again() -> None:
    start = Answer(2.0, (Use(1), Use(2, -1.0)))
    assert difference(SEVEN, start=start).because == (Use(2), Use(1, -1.0), Use(2, 1.0))


def test_a_start_that_does_not_apply_takes_nothing_off() -> None:
    assert difference(FIVE, start=NOT_APPLICABLE) == FIVE


def test_a_difference_of_what_does_not_apply_does_not_apply() -> None:
    assert difference(NOT_APPLICABLE, start=NOT_APPLICABLE) == NOT_APPLICABLE


@pytest.mark.parametrize(("end", "start"), [(MISSING, FIVE), (FIVE, MISSING), (NOT_APPLICABLE, FIVE)])
def test_a_difference_to_what_is_unknown_is_no_number(end: Answer, start: Answer) -> None:
    """It lacks what either side lacks."""
    assert difference(end, start=start) == Answer(None, lacking=end.lacking + start.lacking)


@pytest.mark.parametrize(
    ("found", "other", "chosen"),
    [
        (FIVE, SEVEN, FIVE),  # what is settled stays
        (NOT_APPLICABLE, FIVE, NOT_APPLICABLE),
        (MISSING, FIVE, FIVE),  # a number takes the place of a gap
        (MISSING, NOT_APPLICABLE, NOT_APPLICABLE),
        (MISSING, LOST, LOST),  # that something was lost says more than that it is missing
        (LOST, MISSING, LOST),
        (Answer(None), MISSING, MISSING),  # a gap with a name says more than one without
        (MISSING, Answer(None), MISSING),
    ],
)
def test_the_second_is_taken_where_it_says_more(found: Answer, other: Answer, chosen: Answer) -> None:
    """A way to a number that leads nowhere gives way to the next one."""
    assert better(found, other=other) == chosen


# ---------------------------------------------------------------- shares

GAP = ("d", "2026-03")


def test_a_link_of_full_extent_takes_everything_along() -> None:
    link = Link(0, 1, 0, WHOLLY, full=True)
    assert portion(SEVEN, link=link, links=[link], basis="population", gap=GAP) == SEVEN


def test_of_what_is_unknown_a_link_takes_nothing() -> None:
    link = Link(0, 1, 0, {"population": 0.6}, full=False)
    assert portion(MISSING, link=link, links=[link], basis="population", gap=GAP) == MISSING


def test_a_share_takes_whole_steps_and_weighs_the_entries() -> None:
    """0,7 and 0,3 of 5 are 3,5 and 1,5 steps: the left-over one goes to the first, and both weigh as they share."""
    links = [Link(0, 1, 0, {"population": 0.7}, full=False), Link(0, 2, 1, {"population": 0.3}, full=False)]
    found = [portion(FIVE, link=link, links=links, basis="population", gap=GAP) for link in links]
    assert found == [Answer(4.0, (Use(1, 0.7),), (), Mark.APPORTIONED), Answer(1.0, (Use(1, 0.3),), (), Mark.APPORTIONED)]


def test_what_was_taken_off_is_taken_off_in_its_share() -> None:
    """0,6 of a difference of two entries."""
    link = Link(0, 1, 0, {"population": 0.6}, full=False)
    found = portion(Answer(5.0, (Use(2), Use(1, -1.0))), link=link, links=[link], basis="population", gap=GAP)
    assert found == Answer(3.0, (Use(2, 0.6), Use(1, -0.6)), (), Mark.APPORTIONED)


def test_a_share_that_nobody_knows_loses_the_number_and_keeps_its_entries() -> None:
    links = [Link(0, 1, 0, {"area": 1.0}, full=False)]
    assert portion(FIVE, link=links[0], links=links, basis="population", gap=GAP) == Answer(None, (Use(1),), (GAP,), Mark.NOT_COMPARABLE)


# ---------------------------------------------------------------- from map to map

BODIES = "abcdefghi"
JULY = date(2026, 7, 1)


def step(*links: tuple[str, str, float | None]) -> Step:
    """A change of the map, by letters; a share of 1 is all of the ground."""
    leaving: dict[int, list[Link]] = {}
    arriving: dict[int, list[Link]] = {}
    for before, after, share in links:
        out = leaving.setdefault(BODIES.index(before), [])
        link = Link(BODIES.index(before), BODIES.index(after), len(out), {"population": share}, share == 1)
        out.append(link)
        arriving.setdefault(link.after, []).append(link)
    return Step(JULY, leaving, arriving)


MERGE, SPLIT, RENAME = step(("a", "c", 1), ("b", "c", 1)), step(("d", "e", 0.6), ("d", "f", 0.4)), step(("g", "h", 1))
HALF = step(("a", "c", 1), ("d", "c", 0.5), ("d", "d", 0.5))  # one goes up in another, which takes half of a third as well


def at(**figures: Answer) -> Mapping[str, Answer]:
    return figures


def carrier(
    figures: Mapping[str, Answer], *, additive: bool = True, silent: bool = False, weights: Mapping[str, Answer] | None = None
) -> Carrier:
    """Carries figures by letter; of the others nothing is known."""

    def figure(body: int) -> Answer:
        return figures.get(BODIES[body], Answer(None, lacking=(gap(body),)))

    def gap(body: int) -> Gap:
        return BODIES[body], "2026-03"

    return Carrier(figure, gap, additive, silent, "population", carrier(weights, silent=silent) if weights is not None else None)


def carried(one: Carrier, body: str, *steps: Step, back: bool = False) -> Answer:
    route: Sequence[tuple[Step, bool]] = [(step, not back) for step in steps]
    return one.carry(BODIES.index(body), route=route)


def lacking(body: str) -> Answer:
    return Answer(None, lacking=((body, "2026-03"),))


def test_a_body_that_nothing_touched_keeps_its_figure() -> None:
    """On its own map, and over a change elsewhere."""
    one = carrier(at(g=FIVE))
    assert [carried(one, "g"), carried(one, "g", MERGE, SPLIT)] == [FIVE, FIVE]


@pytest.mark.parametrize("additive", [True, False])
def test_a_body_that_passed_whole_keeps_its_figure_whatever_it_is_of(additive: bool) -> None:
    """An index of one ward is that of the ward under its new name, and the other way round."""
    assert carried(carrier(at(g=FIVE), additive=additive), "h", RENAME) == FIVE
    assert carried(carrier(at(h=FIVE), additive=additive), "g", RENAME, back=True) == FIVE


def test_figures_of_bodies_that_became_one_are_added() -> None:
    one = carrier(at(a=FIVE, b=Answer(2.0, (Use(9),))))
    assert carried(one, "c", MERGE) == Answer(7.0, (Use(1), Use(9)))


def test_one_that_is_missing_stops_the_sum_of_those_that_became_one() -> None:
    """Unless silence means nothing."""
    assert carried(carrier(at(a=FIVE)), "c", MERGE) == Answer(None, (Use(1),), (("b", "2026-03"),))
    assert carried(carrier(at(a=FIVE), silent=True), "c", MERGE) == FIVE


def test_successors_take_their_shares() -> None:
    """0,6 and 0,4 of 5 are 3 and 2."""
    one = carrier(at(d=FIVE))
    assert [carried(one, body, SPLIT) for body in "ef"] == [
        Answer(3.0, (Use(1, 0.6),), (), Mark.APPORTIONED),
        Answer(2.0, (Use(1, 0.4),), (), Mark.APPORTIONED),
    ]


def test_what_went_up_in_another_is_gone() -> None:
    """The old body has nothing on the new map, nor the new one on the old map where it came from several."""
    assert carried(carrier(at(a=FIVE)), "a", MERGE) == lacking("a")
    assert carried(carrier(at(a=FIVE), additive=False), "a", MERGE) == lacking("a")
    assert carried(carrier(at(c=FIVE)), "c", MERGE, back=True) == lacking("c")


def test_ground_goes_back_whole_or_not_at_all() -> None:
    """The two halves of a ward are the ward; of two that became one, nobody can tell them apart again."""
    halves = carrier(at(e=FIVE, f=Answer(2.0, (Use(9),))))
    assert carried(halves, "d", SPLIT, back=True) == Answer(7.0, (Use(1), Use(9)))
    assert carried(carrier(at(c=FIVE)), "a", MERGE, back=True) == Answer(None, (Use(1),), (("a", "2026-03"),), Mark.NOT_COMPARABLE)
    assert carried(carrier(at(e=FIVE, f=FIVE), additive=False), "d", SPLIT, back=True).lost


def test_what_does_not_add_up_is_lost_where_grounds_became_one() -> None:
    """Lost where something was known, lacking where nothing was; and what applied to none applies to the new one as little."""
    found = [
        carried(carrier(figures, additive=False), "c", MERGE) for figures in (at(a=FIVE), at(), at(a=NOT_APPLICABLE, b=NOT_APPLICABLE))
    ]
    assert found == [Answer(None, (Use(1),), (("c", "2026-03"),), Mark.NOT_COMPARABLE), lacking("c"), NOT_APPLICABLE]


def test_what_was_lost_once_stays_lost() -> None:
    """Over the next change, too."""
    assert carried(carrier(at(a=LOST, b=FIVE), additive=False), "c", MERGE).lost
    assert carried(carrier(at(a=LOST, b=FIVE)), "c", MERGE) == Answer(None, (Use(3), Use(1)), LOST.lacking, Mark.NOT_COMPARABLE)


# ---------------------------------------------------------------- weighted means


def test_means_of_grounds_that_became_one_are_weighed() -> None:
    """5 of 1.000 and 8 of 2.000 are 7 on the average."""
    one = carrier(
        at(a=FIVE, b=Answer(8.0, (Use(2),))), additive=False, weights=at(a=Answer(1000.0, (Use(3),)), b=Answer(2000.0, (Use(4),)))
    )
    assert carried(one, "c", MERGE) == Answer(7.0, (Use(1), Use(2), Use(3, role="weight"), Use(4, role="weight")))


def test_the_weight_of_a_share_of_the_ground_is_that_share_of_it() -> None:
    """5 of all 1.000 of the one, and 8 of half of the 4.000 of the other: 7, apportioned."""
    one = carrier(
        at(a=FIVE, d=Answer(8.0, (Use(2),))), additive=False, weights=at(a=Answer(1000.0, (Use(3),)), d=Answer(4000.0, (Use(4),)))
    )
    assert carried(one, "c", HALF) == Answer(7.0, (Use(1), Use(2), Use(3, role="weight"), Use(4, 0.5, "weight")), (), Mark.APPORTIONED)


def test_where_nobody_lives_a_mean_weighs_nothing() -> None:
    """The second ward has no people to speak of: the first one's mean is that of both."""
    figures = at(a=FIVE, b=Answer(8.0, (Use(2),)))
    one = carrier(figures, additive=False, weights=at(a=Answer(1000.0, (Use(3),)), b=NOT_APPLICABLE))
    assert carried(one, "c", MERGE) == Answer(5.0, (Use(1), Use(2), Use(3, role="weight")))


@pytest.mark.parametrize(
    ("weights", "mark"),
    [
        (at(a=Answer(1000.0, (Use(3),))), Mark.EXACT),  # one is not known
        (at(a=Answer(0.0), b=Answer(0.0)), Mark.EXACT),  # nobody lives there at all
        (at(a=Answer(1000.0, (Use(3),)), b=LOST), Mark.NOT_COMPARABLE),  # one could not be carried
    ],
)
def test_without_its_weights_a_mean_is_not_carried(weights: Mapping[str, Answer], mark: Mark) -> None:
    """The number is not made up from the others."""
    found = carried(carrier(at(a=FIVE, b=FIVE), additive=False, weights=weights), "c", MERGE)
    assert (found.value, found.lacking, found.mark) == (None, (("c", "2026-03"),), mark)


def test_a_mean_of_which_one_side_is_missing_is_not_carried() -> None:
    """Its weight is known, what it weighs is not."""
    one = carrier(at(a=FIVE), additive=False, weights=at(a=Answer(1000.0), b=Answer(2000.0)))
    assert carried(one, "c", MERGE) == Answer(None, (Use(1),), (("c", "2026-03"),))


def test_a_mean_that_applied_to_none_does_not_apply() -> None:
    one = carrier(at(a=NOT_APPLICABLE, b=NOT_APPLICABLE), additive=False, weights=at(a=FIVE, b=FIVE))
    assert carried(one, "c", MERGE) == NOT_APPLICABLE
