"""Does the tracer name the entries behind a number, with the weights and roles that make it, and what is lacking?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from giaoban.catalogue import OverBodies, Window
from giaoban.cube import Series
from giaoban.engine.answer import NOT_APPLICABLE, Answer, Use
from giaoban.engine.rebase import Mark
from giaoban.engine.tracer import _joined
from giaoban.ledger import Book
from tests.unit.catalogues import REGIME, catalogue_on
from tests.unit.engine.worlds import World, frames, windows, world_of, worlds

TY = 10**9  # steps of 1 đồng in tỷ đồng
END = date(2028, 12, 31)


def trace(book: Book, period: str, *, body: str = "tp", indicator: str = "thu", frame: date | None = None) -> Answer:
    """What the tracer says of a cell, on the map of the period's last day unless said otherwise."""
    catalogue, window = catalogue_on(END), Window.of(period)
    day = frame or catalogue.regimes[REGIME].days(window).last_day
    return world_of(book, catalogue).tracer(day).answer(Series(indicator, REGIME), body=body, window=window)


# ---------------------------------------------------------------- sums


def test_a_sum_names_its_entries_each_once(book: Book) -> None:
    """Entries 1, 2 and 3; to the fourth ward it does not apply.

    2026-03  p1  thu  1 tỷ đồng
    2026-03  p2  thu  2 tỷ đồng
    2026-03  p3  thu  3 tỷ đồng
    2026-03  p4  thu  không áp dụng
    """
    assert trace(book, "2026-03") == Answer(6.0 * TY, (Use(1), Use(2), Use(3)))


def test_a_gap_is_named_and_what_is_known_all_the_same(book: Book) -> None:
    """Of three wards one has not reported.

    2026-03  p1  thu  1 tỷ đồng
    2026-03  p2  thu  2 tỷ đồng
    2026-03  p4  thu  không áp dụng
    """
    assert trace(book, "2026-03") == Answer(None, (Use(1), Use(2)), (("p3", "2026-03"),))


def test_a_difference_of_two_years_so_far_takes_the_earlier_one_off(book: Book) -> None:
    """February alone was never reported: 9 by its end, 5 by January's.

    2026-01  p1  thu  5 tỷ đồng
    2026-2M  p1  thu  9 tỷ đồng
    """
    assert trace(book, "2026-02", body="p1") == Answer(4.0 * TY, (Use(2), Use(1, -1.0)))


def test_a_share_weighs_the_entry_that_it_was_taken_of(book: Book) -> None:
    """0,6 of the commune's 10 is the first successor's.

    2027-03  p4  thu  10 tỷ đồng
    """
    assert trace(book, "2027-03", body="p8", frame=END) == Answer(6.0 * TY, (Use(1, 0.6),), (), Mark.APPORTIONED)


def test_what_a_share_that_nobody_knows_would_take_is_named_as_lost(book: Book) -> None:
    """The entry is known, its part is not.

    2027-03  p3  thu  10 tỷ đồng
    """
    found = trace(book, "2027-03", body="p6", frame=END)
    assert (found, found.lost) == (Answer(None, (Use(1),), (("p3", "2027-03"),), Mark.NOT_COMPARABLE), True)


def test_the_whole_s_own_figure_rests_on_its_own_entry_alone(book: Book) -> None:
    """The wards' figures are not behind it.

    2026-03  p1  thu  1 tỷ đồng
    2026-03  tp  thu  100 tỷ đồng
    """
    assert trace(book, "2026-03") == Answer(100.0 * TY, (Use(2),))


def test_the_office_s_own_share_stands_beside_the_parts(book: Book) -> None:
    """Four wards and the city's office.

    2026-03  tp  chi  5 đồng
    2026-03  p1  chi  1 đồng
    2026-03  p2  chi  2 đồng
    2026-03  p3  chi  3 đồng
    2026-03  p4  chi  4 đồng
    """
    assert trace(book, "2026-03", indicator="chi") == Answer(15.0, (Use(2), Use(3), Use(4), Use(5), Use(1)))


def test_parts_to_which_it_does_not_apply_are_not_added_to_the_office_s_own_share(book: Book) -> None:
    """Only the city's office has any.

    2026-03  tp  chi  5 đồng
    2026-03  p1  chi  không áp dụng
    2026-03  p2  chi  không áp dụng
    2026-03  p3  chi  không áp dụng
    2026-03  p4  chi  không áp dụng
    """
    assert trace(book, "2026-03", indicator="chi") == Answer(5.0, (Use(1),))


def test_parts_that_do_not_make_the_whole_leave_the_whole_s_own_figure_lacking(book: Book) -> None:
    """What the wards said is named all the same.

    2026-03  p1  thu-dia-ban  1 đồng
    2026-03  p2  thu-dia-ban  2 đồng
    2026-03  p3  thu-dia-ban  3 đồng
    2026-03  p4  thu-dia-ban  4 đồng
    """
    found = trace(book, "2026-03", indicator="thu-dia-ban")
    assert found == Answer(None, (Use(1), Use(2), Use(3), Use(4)), (("tp", "2026-03"),))


def test_what_applies_to_no_part_does_not_apply_to_the_whole(book: Book) -> None:
    """All four say so.

    2026-03  p1  thu  không áp dụng
    2026-03  p2  thu  không áp dụng
    2026-03  p3  thu  không áp dụng
    2026-03  p4  thu  không áp dụng
    """
    assert trace(book, "2026-03") == NOT_APPLICABLE


def test_a_body_that_does_not_stand_on_the_map_has_no_figure(book: Book) -> None:
    """The first ward is gone in 2027.

    2026-03  p1  thu  1 tỷ đồng
    """
    assert trace(book, "2026-03", body="p1", frame=END) == Answer(None, lacking=(("p1", "2026-03"),))


def test_before_and_after_a_change_of_the_map_are_named_together(book: Book) -> None:
    """The ward before it was split, its successors after, and the two that stayed.

    2027-H1  p3  thu  10 tỷ đồng
    2027-Q3  p6  thu  3 tỷ đồng
    2027-Q3  p7  thu  4 tỷ đồng
    2027-9M  p4  thu  1 tỷ đồng
    2027-9M  p5  thu  2 tỷ đồng
    2027-H1  p4  thu  1 tỷ đồng
    2027-H1  p5  thu  1 tỷ đồng
    """
    found = trace(book, "2027-9M")
    weights: dict[int, float] = {}
    for use in found.because:
        weights[use.entry] = weights.get(use.entry, 0) + use.weight
    assert (found.value, found.mark) == (20 * TY, Mark.EXACT)
    assert weights == {1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 0, 7: 0}


def test_what_did_not_apply_before_or_after_the_change_does_not_apply(book: Book) -> None:
    """Neither to the parts of the first half nor to those of the third quarter.

    2027-H1  p3  thu  không áp dụng
    2027-H1  p4  thu  không áp dụng
    2027-H1  p5  thu  không áp dụng
    2027-Q3  p4  thu  không áp dụng
    2027-Q3  p5  thu  không áp dụng
    2027-Q3  p6  thu  không áp dụng
    2027-Q3  p7  thu  không áp dụng
    """
    assert trace(book, "2027-9M") == NOT_APPLICABLE


def test_two_windows_are_joined_only_where_both_are_settled() -> None:
    """A side that does not apply counts nothing; a side that is unknown leaves no number, and the worse mark stands."""
    known, moved = Answer(3.0, (Use(1),)), Answer(4.0, (Use(2, 0.4),), (), Mark.APPORTIONED)
    unknown = Answer(None, lacking=(("p1", "2026-Q3"),))
    assert _joined(known, moved) == Answer(7.0, (Use(1), Use(2, 0.4)), (), Mark.APPORTIONED)
    assert _joined(known, NOT_APPLICABLE) == known
    assert _joined(NOT_APPLICABLE, NOT_APPLICABLE) == NOT_APPLICABLE
    assert _joined(known, unknown) == Answer(None, (Use(1),), (("p1", "2026-Q3"),))


# ---------------------------------------------------------------- ratios


def test_a_ratio_names_what_is_above_and_what_is_below(book: Book) -> None:
    """5 of 40 are 12,5 %, which are 1.250 times 0,01 %.

    2026-03  p1  ho-ngheo  5 hộ
    2026-03  p1  ho        40 hộ
    """
    found = trace(book, "2026-03", body="p1", indicator="ty-le")
    assert found == Answer(1250.0, (Use(1, role="numerator"), Use(2, role="denominator")))


def test_a_ratio_of_the_whole_names_both_sides_of_every_part(book: Book) -> None:
    """1.745 of 10.909, 22.100 of 26.203 and 3.060 of 6.679 are 61,4 %.

    2026-03  p1  ho-ngheo  1.745 hộ
    2026-03  p1  ho        10.909 hộ
    2026-03  p2  ho-ngheo  22.100 hộ
    2026-03  p2  ho        26.203 hộ
    2026-03  p3  ho-ngheo  3.060 hộ
    2026-03  p3  ho        6.679 hộ
    2026-03  p4  ho-ngheo  0 hộ
    2026-03  p4  ho        0 hộ
    """
    found = trace(book, "2026-03", indicator="ty-le")
    assert found.value == pytest.approx(6143.956521)
    assert found.because == (*(Use(n, role="numerator") for n in (1, 3, 5, 7)), *(Use(n, role="denominator") for n in (2, 4, 6, 8)))


def test_a_ratio_that_cannot_be_computed_is_the_one_that_was_said(book: Book) -> None:
    """Of the first ward only the percentage is known, of the second the numerator too, of the third nothing.

    2026-03  p1  ty-le     12 %
    2026-03  p2  ty-le     13 %
    2026-03  p2  ho-ngheo  5 hộ
    """
    found = [trace(book, "2026-03", body=body, indicator="ty-le") for body in ("p1", "p2", "p3")]
    missing = tuple(("p3", "2026-03") for _ in ("numerator", "denominator"))
    assert found == [Answer(1200.0, (Use(1),)), Answer(1300.0, (Use(2),)), Answer(None, (), missing)]


def test_a_ratio_over_nothing_lacks_itself(book: Book) -> None:
    """Both sides are known, the lower one is 0.

    2026-03  p1  ho-ngheo  0 hộ
    2026-03  p1  ho        0 hộ
    """
    found = trace(book, "2026-03", body="p1", indicator="ty-le")
    assert found == Answer(None, (Use(1, role="numerator"), Use(2, role="denominator")), (("p1", "2026-03"),))


def test_a_ratio_of_what_does_not_apply_does_not_apply(book: Book) -> None:
    """Poor households are not counted here.

    2026-03  p1  ho-ngheo  không áp dụng
    2026-03  p1  ho        40 hộ
    """
    assert trace(book, "2026-03", body="p1", indicator="ty-le") == NOT_APPLICABLE


def test_a_plain_indicator_has_neither_side_of_a_ratio(book: Book) -> None:
    """Asked as one, it lacks the quotient.

    2026-03  p1  thu  1 tỷ đồng
    """
    world = world_of(book, catalogue_on(END))
    at = world.cube.row[Series("thu", REGIME)], world.cube.column["p1"]
    assert world.tracer(date(2026, 3, 31)).ratio(at, window=Window.of("2026-03")) == Answer(None, lacking=(("p1", "2026-03"),))


# ---------------------------------------------------------------- means, counts, extremes


def test_a_weighted_mean_names_values_and_weights(book: Book) -> None:
    """60 of 1.000 people and 90 of 2.000 make 80.

    2026-03  p1  thu-nhap  60 đồng/người/năm
    2026-03  p1  dan-so    1.000 người
    2026-03  p2  thu-nhap  90 đồng/người/năm
    2026-03  p2  dan-so    2.000 người
    2026-03  p3  thu-nhap  không áp dụng
    2026-03  p4  thu-nhap  không áp dụng
    """
    found = trace(book, "2026-03", indicator="thu-nhap")
    assert found == Answer(80.0, (Use(1), Use(2, role="weight"), Use(3), Use(4, role="weight")))


def test_a_weighted_mean_without_its_weights_names_what_is_known(book: Book) -> None:
    """Of the second ward nobody knows how many people it has.

    2026-03  p1  thu-nhap  60 đồng/người/năm
    2026-03  p1  dan-so    1.000 người
    2026-03  p2  thu-nhap  90 đồng/người/năm
    2026-03  p3  thu-nhap  không áp dụng
    2026-03  p4  thu-nhap  không áp dụng
    """
    found = trace(book, "2026-03", indicator="thu-nhap")
    assert found == Answer(None, (Use(1), Use(2, role="weight"), Use(3)), (("tp", "2026-03"),))


def test_a_mean_counts_each_part_once(book: Book) -> None:
    """6, 7, 9 and 10 are 8 on the average.

    2026-03  p1  diem  6 điểm
    2026-03  p2  diem  7 điểm
    2026-03  p3  diem  9 điểm
    2026-03  p4  diem  10 điểm
    """
    assert trace(book, "2026-03", indicator="diem") == Answer(80.0, (Use(1), Use(2), Use(3), Use(4)))


def test_a_count_names_those_that_were_held_against_the_level(book: Book) -> None:
    """One of two communes reaches 19.

    2028-03  p8  tieu-chi  19 tiêu chí
    2028-03  p9  tieu-chi  18 tiêu chí
    """
    assert trace(book, "2028-03", indicator="tieu-chi") == Answer(1.0, (Use(1), Use(2)))


def test_extremes_name_all_that_were_compared(book: Book) -> None:
    """The least is 0,8, the most 3.

    2026-03  p1  thap-nhat  1,2 m
    2026-03  p2  thap-nhat  0,8 m
    2026-03  p1  cao-nhat   3 m
    2026-03  p2  cao-nhat   2 m
    """
    found = [trace(book, "2026-03", indicator=id) for id in ("thap-nhat", "cao-nhat")]
    assert found == [Answer(80.0, (Use(1), Use(2))), Answer(300.0, (Use(3), Use(4)))]


def test_an_index_of_the_whole_is_lacking_whatever_its_parts_say(book: Book) -> None:
    """It needs a figure of its own.

    2026  p1  chi-so  50 điểm
    2026  p2  chi-so  60 điểm
    2026  p3  chi-so  60 điểm
    2026  p4  chi-so  60 điểm
    """
    assert trace(book, "2026", indicator="chi-so") == Answer(None, lacking=(("tp", "2026"),))


# ---------------------------------------------------------------- the face


def test_what_a_body_itself_reported_is_told_beside_what_is_computed(book: Book) -> None:
    """12 % as it was said, 12,5 % as it follows.

    2026-03  p1  ty-le     12 %
    2026-03  p1  ho-ngheo  5 hộ
    2026-03  p1  ho        40 hộ
    """
    world, window = world_of(book, catalogue_on(END)), Window.of("2026-03")
    tracer, at = world.tracer(date(2026, 3, 31)), (world.cube.row[Series("ty-le", REGIME)], world.cube.column["p1"])
    assert (tracer.own(at, window=window).value, tracer.of(at, window=window).value) == (1200, 1250)


def test_what_the_cube_does_not_know_is_no_cell(book: Book) -> None:
    """Neither a series nor a body.

    2026-03  p1  thu  1 tỷ đồng
    """
    with pytest.raises(KeyError):
        trace(book, "2026-03", indicator="la-lung")
    with pytest.raises(KeyError):
        trace(book, "2026-03", body="la-lung")


@settings(max_examples=60)
@given(worlds(), windows, frames)
def test_entries_and_their_weights_make_the_sum(world: World, window: Window, frame: date) -> None:
    """Of whatever adds up over bodies and was carried whole: each entry's steps times its weight, together."""
    tracer = world.tracer(frame)
    for row, series in enumerate(world.cube.series):
        if series.indicator not in world.told or world.maps.rules.over_bodies[row] is not OverBodies.SUM:
            continue
        for body in world.cube.bodies:
            answer = tracer.answer(series, body=body, window=window)
            if answer.value is not None and answer.mark is Mark.EXACT:
                assert answer.value == sum(use.weight * int(world.cube.entries[use.entry - 1].content["steps"]) for use in answer.because)
