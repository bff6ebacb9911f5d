"""Is the figure of the whole ground made of those of its parts as the indicator says, and a partial sum never passed for it?"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import numpy as np
import pytest

from giaoban.catalogue import Catalogue, Window
from giaoban.cube import Series, TooLarge
from giaoban.engine.board import Board
from giaoban.engine.bodies import Rolled, divide, ratio_scale
from giaoban.ledger import Book
from tests.unit.boards import board
from tests.unit.catalogues import REGIME, catalogue_on, ledger_of
from tests.unit.engine.worlds import World, world_of

DAY = date(2026, 3, 31)
MARCH = Window.of("2026-03")


def sums(found: Board, indicator: str, *, body: str = "tp") -> tuple[float | None, int, int, float | None]:
    """What a row says of a sum: value, how many parts are known, how many there are, what the known ones make."""
    row = found.row(indicator, body=body)
    return row.value, row.reported, row.expected, row.partial


def with_district(kind: str = "phuong") -> Catalogue:
    """The small world, with a district q between the city and the first two wards, which owes no reports; all parts of one kind."""
    plain = catalogue_on(DAY)
    tp = plain.bodies["tp"][0]
    q = replace(tp, id="q", kind="quan", name="Quận", code="", parent="tp", reports=False)
    wards = {id: (replace(plain.bodies[id][0], kind=kind, parent="q" if id in ("p1", "p2") else "tp"),) for id in ("p1", "p2", "p3", "p4")}
    return replace(plain, bodies={**plain.bodies, "q": (q,), **wards})


def values(world: World, indicator: str, *bodies: str) -> list[float]:
    """Figures of March on its own map, in steps."""
    rolled, row = world.maps.measured(MARCH, day=DAY), world.cube.row[Series(indicator, REGIME)]
    return [float(rolled.value[row, world.cube.column[body]]) for body in bodies]


# ---------------------------------------------------------------- sums


def test_the_figure_of_the_whole_is_the_sum_of_its_parts(book: Book) -> None:
    """All four have reported: 10 + 12,5 + 8 + 0.

    2026-03  p1  thu  10 tỷ đồng
    2026-03  p2  thu  12,5 tỷ đồng
    2026-03  p3  thu  8 tỷ đồng
    2026-03  p4  thu  0 tỷ đồng
    """
    assert sums(board(book, "2026-03"), "thu") == (30.5, 4, 4, None)


def test_a_partial_sum_is_counted_and_never_the_total(book: Book) -> None:
    """Two of three have reported 10 and 12,5; to the fourth the indicator does not apply.

    2026-03  p1  thu  10 tỷ đồng
    2026-03  p2  thu  12,5 tỷ đồng
    2026-03  p4  thu  không áp dụng
    """
    found = board(book, "2026-03", on=date(2026, 5, 1))
    assert sums(found, "thu") == (None, 2, 3, 22.5)
    assert (found.row("thu").state, found.row("thu").reason) == ("absent", "mới có 2/3 đơn vị có số liệu")


def test_of_what_nobody_reported_there_is_no_partial_sum(book: Book) -> None:
    """Nothing known is not 0.

    2026-03  p1  thu  10 tỷ đồng
    """
    assert sums(board(book, "2026-03"), "ho") == (None, 0, 4, None)


def test_the_whole_of_its_own_stands_instead_of_the_sum_of_the_parts(book: Book) -> None:
    """The city's own 100 holds though its parts make 40.

    2026-03  tp  thu  100 tỷ đồng
    2026-03  p1  thu  10 tỷ đồng
    2026-03  p2  thu  10 tỷ đồng
    2026-03  p3  thu  10 tỷ đồng
    2026-03  p4  thu  10 tỷ đồng
    """
    assert sums(board(book, "2026-03"), "thu") == (100, 1, 1, None)


def test_the_office_s_own_share_is_added_to_the_parts(book: Book) -> None:
    """5 of the city's office and 1 + 2 + 3 + 4 of the wards: five have reported of five.

    2026-03  tp  chi  5 triệu đồng
    2026-03  p1  chi  1 triệu đồng
    2026-03  p2  chi  2 triệu đồng
    2026-03  p3  chi  3 triệu đồng
    2026-03  p4  chi  4 triệu đồng
    """
    assert sums(board(book, "2026-03"), "chi") == (15, 5, 5, None)


def test_an_office_that_owes_its_share_is_waited_for(book: Book) -> None:
    """The wards have reported, the city's office has not.

    2026-03  p1  chi  1 triệu đồng
    2026-03  p2  chi  2 triệu đồng
    2026-03  p3  chi  3 triệu đồng
    2026-03  p4  chi  4 triệu đồng
    """
    assert sums(board(book, "2026-03"), "chi") == (None, 4, 5, 10)


def test_an_office_to_which_it_does_not_apply_is_not_waited_for(book: Book) -> None:
    """The wards alone make the whole.

    2026-03  tp  chi  không áp dụng
    2026-03  p1  chi  1 triệu đồng
    2026-03  p2  chi  2 triệu đồng
    2026-03  p3  chi  3 triệu đồng
    2026-03  p4  chi  4 triệu đồng
    """
    assert sums(board(book, "2026-03"), "chi") == (10, 4, 4, None)


def test_parts_to_which_it_does_not_apply_add_nothing_to_the_office_s_own_share(book: Book) -> None:
    """Only the city's office has any.

    2026-03  tp  chi  5 triệu đồng
    2026-03  p1  chi  không áp dụng
    2026-03  p2  chi  không áp dụng
    2026-03  p3  chi  không áp dụng
    2026-03  p4  chi  không áp dụng
    """
    assert sums(board(book, "2026-03"), "chi") == (5, 1, 1, None)


def test_parts_that_never_told_of_it_do_not_hold_up_the_office_s_own_share(book: Book) -> None:
    """Only the city's office ever spoke of it.

    2026-03  tp  chi  5 triệu đồng
    """
    assert sums(board(book, "2026-03"), "chi") == (5, 1, 1, None)


def test_a_part_that_told_before_holds_up_the_office_s_own_share(book: Book) -> None:
    """In February a ward told of it, so in March the wards are waited for.

    2026-02  p1  chi  1 triệu đồng
    2026-03  tp  chi  5 triệu đồng
    """
    assert sums(board(book, "2026-03"), "chi") == (None, 1, 5, 5)


def test_an_office_that_owes_no_reports_is_not_waited_for() -> None:
    """The district's wards make 3, whatever its office has; the city's office owes its share, so the city has none."""
    told = ledger_of("\n".join(f"2026-03  p{n}  chi  {n} triệu đồng" for n in (1, 2, 3, 4)))
    city, district = values(world_of(told, with_district()), "chi", "tp", "q")
    assert (np.isnan(city), district) == (True, 3_000_000)


def test_where_parts_do_not_make_the_whole_only_its_own_figure_counts(book: Book) -> None:
    """What all wards collect is 40 together, and not what is collected on the city's ground.

    2026-03  p1  thu-dia-ban  10 tỷ đồng
    2026-03  p2  thu-dia-ban  10 tỷ đồng
    2026-03  p3  thu-dia-ban  10 tỷ đồng
    2026-03  p4  thu-dia-ban  10 tỷ đồng
    2026-02  tp  thu-dia-ban  75 tỷ đồng
    """
    found = board(book, "2026-03", on=date(2026, 5, 1))
    assert sums(found, "thu-dia-ban") == (None, 4, 4, 40)
    assert found.row("thu-dia-ban").reason == "chưa có số của toàn địa bàn; cộng số của các đơn vị không thành số toàn địa bàn"
    assert sums(board(book, "2026-02"), "thu-dia-ban") == (75, 1, 1, None)


def test_silence_that_means_nothing_happened_does_not_stop_a_sum(book: Book) -> None:
    """Two fires in one ward, none elsewhere.

    2026-03  p1  phat-sinh  2 vụ
    """
    assert sums(board(book, "2026-03"), "phat-sinh") == (2, 1, 4, None)


def test_what_applies_to_no_part_does_not_apply_to_the_whole(book: Book) -> None:
    """All four say so.

    2026-03  p1  thu  không áp dụng
    2026-03  p2  thu  không áp dụng
    2026-03  p3  thu  không áp dụng
    2026-03  p4  thu  không áp dụng
    """
    row = board(book, "2026-03").row("thu")
    assert (row.value, row.state, row.reason) == (None, "not_applicable", "không áp dụng")


def test_a_sum_beyond_whole_steps_is_refused(book: Book) -> None:
    """Four times 3 million tỷ đồng are 1,2 x 10^16 đồng, more than 2^53.

    2026-03  p1  thu  3.000.000 tỷ đồng
    2026-03  p2  thu  3.000.000 tỷ đồng
    2026-03  p3  thu  3.000.000 tỷ đồng
    2026-03  p4  thu  3.000.000 tỷ đồng
    """
    with pytest.raises(TooLarge):
        board(book, "2026-03")


def test_a_whole_on_the_same_ground_is_known_by_what_its_parts_of_then_reported(book: Book) -> None:
    """The third ward was split in July 2027, nobody knows how; the city lost nothing by it.

    2027-03  p5  thu  30 tỷ đồng
    2027-03  p3  thu  8 tỷ đồng
    2027-03  p4  thu  2 tỷ đồng
    """
    found = board(book, "2027-03", frame=date(2027, 12, 31))
    assert sums(found, "thu") == (40, 3, 3, None)
    assert [(found.row("thu", body=body).value, found.row("thu", body=body).mark) for body in ("p5", "p6")] == [
        (30, "exact"),
        (None, "not_comparable"),
    ]


def test_a_whole_s_own_figure_is_not_taken_over_by_what_its_parts_of_then_reported(book: Book) -> None:
    """The city said 100 itself, its wards make 40.

    2027-03  tp  thu  100 tỷ đồng
    2027-03  p5  thu  30 tỷ đồng
    2027-03  p3  thu  8 tỷ đồng
    2027-03  p4  thu  2 tỷ đồng
    """
    assert sums(board(book, "2027-03", frame=date(2027, 12, 31)), "thu") == (100, 1, 1, None)


def test_where_the_map_changed_in_the_window_the_time_before_and_after_are_added(book: Book) -> None:
    """Half a year of the ward that was split, a quarter of its successors: 10 + 3 + 4, and 1 + 1 of each other ward.

    2027-H1  p3  thu  10 tỷ đồng
    2027-Q3  p6  thu  3 tỷ đồng
    2027-Q3  p7  thu  4 tỷ đồng
    2027-H1  p4  thu  1 tỷ đồng
    2027-Q3  p4  thu  1 tỷ đồng
    2027-H1  p5  thu  1 tỷ đồng
    2027-Q3  p5  thu  1 tỷ đồng
    """
    found = board(book, "2027-9M")
    assert found.row("thu").value == 21
    assert [(found.row("thu", body=body).value, found.row("thu", body=body).mark) for body in ("p4", "p6")] == [
        (2, "exact"),
        (None, "not_comparable"),
    ]


def test_where_a_change_in_the_window_lost_nothing_the_parts_of_its_end_are_counted(book: Book) -> None:
    """One of the four wards at the end of September has told its nine months.

    2027-9M  p4  thu  1 tỷ đồng
    """
    assert sums(board(book, "2027-9M"), "thu") == (None, 1, 4, 1)


# ---------------------------------------------------------------- ratios


def test_shares_of_three_wards_are_pooled_and_never_averaged(book: Book) -> None:
    """16 %, 84,3 % and 46 % are 26.905 of 43.791 together, 61,4 %, and not their mean of 48,8 %.

    2026-03  p1  ho-ngheo  1.745 hộ
    2026-03  p1  ho        10.909 hộ
    2026-03  p2  ho-ngheo  22.100 hộ
    2026-03  p2  ho        26.203 hộ
    2026-03  p3  ho-ngheo  3.060 hộ
    2026-03  p3  ho        6.679 hộ
    2026-03  p4  ho-ngheo  không áp dụng
    2026-03  p4  ho        không áp dụng
    """
    found = board(book, "2026-03")
    shares = [found.row("ty-le", body=body).value for body in ("p1", "p2", "p3", "tp")]
    assert shares == pytest.approx([15.995967, 84.341488, 45.815242, 61.439565], abs=1e-6)
    assert sums(found, "ty-le")[1:] == (3, 3, None)
    assert found.row("ty-le", body="p4").state == "not_applicable"


def test_percentages_alone_make_no_percentage_of_the_whole(book: Book) -> None:
    """Each ward says its share, none says of how many.

    2026-03  p1  ty-le  16 %
    2026-03  p2  ty-le  84,3 %
    2026-03  p3  ty-le  46 %
    2026-03  p4  ty-le  50 %
    """
    found = board(book, "2026-03")
    assert [found.row("ty-le", body=body).value for body in ("tp", "p1")] == [None, 16]


def test_a_computed_percentage_takes_the_place_of_a_stated_one(book: Book) -> None:
    """5 of 40 are 12,5 %, whatever was said.

    2026-03  p1  ty-le     12 %
    2026-03  p1  ho-ngheo  5 hộ
    2026-03  p1  ho        40 hộ
    """
    assert board(book, "2026-03").row("ty-le", body="p1").value == 12.5


def test_a_computed_percentage_of_the_whole_counts_the_parts_behind_it() -> None:
    """The city said 12 % itself; 4 of 40 in four wards are 10 %, of four that have reported."""
    wards = "\n".join(f"2026-03  p{n}  {id}  {said} hộ" for n in (1, 2, 3, 4) for id, said in (("ho", 10), ("ho-ngheo", 1)))
    assert sums(board(ledger_of(f"2026-03  tp  ty-le  12 %\n{wards}"), "2026-03"), "ty-le") == (10, 4, 4, None)


def test_a_ratio_waits_for_the_side_that_fewer_have_reported(book: Book) -> None:
    """Households are known of all four, poor households of three.

    2026-03  p1  ho  10 hộ
    2026-03  p2  ho  10 hộ
    2026-03  p3  ho  10 hộ
    2026-03  p4  ho  10 hộ
    2026-03  p1  ho-ngheo  1 hộ
    2026-03  p2  ho-ngheo  1 hộ
    2026-03  p3  ho-ngheo  1 hộ
    """
    assert sums(board(book, "2026-03"), "ty-le") == (None, 3, 4, None)


def test_a_ratio_over_nothing_is_no_number(book: Book) -> None:
    """There are no households to be poor.

    2026-03  p1  ho        0 hộ
    2026-03  p1  ho-ngheo  0 hộ
    """
    row = board(book, "2026-03", on=date(2026, 5, 1)).row("ty-le", body="p1")
    assert (row.value, row.reason) == (None, "mẫu số bằng 0")


def test_without_a_definition_of_its_denominator_a_stated_percentage_stays(book: Book) -> None:
    """The catalogue of the day does not know households; whether anything is known of them makes no difference.

    2026-03  p1  ty-le     12 %
    2026-03  p1  ho-ngheo  5 hộ
    """
    plain = catalogue_on(DAY)
    without = replace(plain, indicators={id: one for id, one in plain.indicators.items() if id != "ho"})
    world = world_of(book, without)
    assert Series("ho", REGIME) not in world.cube.row
    assert values(world, "ty-le", "p1") == [1200]
    above, row = world.cube.row[Series("ho-ngheo", REGIME)], world.cube.row[Series("ty-le", REGIME)]
    assert ratio_scale(world.maps.rules, row=row, above=above, below=None) is None


def test_a_ratio_that_nobody_defines_is_left_as_it_was_said(book: Book) -> None:
    """Rules without the indicator, figures of both sides notwithstanding.

    2026-03  p1  ty-le     12 %
    2026-03  p1  ho-ngheo  5 hộ
    2026-03  p1  ho        40 hộ
    """
    world = world_of(book, catalogue_on(DAY))
    at = world.cube.row[Series("ty-le", REGIME)], world.cube.column["p1"]
    unknown = replace(world.maps.rules, indicators=(None,) * len(world.cube.series))
    assert divide(world.maps.rolled(MARCH, day=DAY), cube=world.cube, rules=unknown).value[at] == 1200


def test_a_quotient_of_steps_is_scaled_to_steps_of_the_ratio(book: Book) -> None:
    """A half is 50 %, which is 5.000 times 0,01 %: ten thousand times the quotient.

    2026-03  p1  ho  1 hộ
    """
    world = world_of(book, catalogue_on(DAY))
    row, above, below = (world.cube.row[Series(id, REGIME)] for id in ("ty-le", "ho-ngheo", "ho"))
    assert ratio_scale(world.maps.rules, row=row, above=above, below=below) == 10_000


# ---------------------------------------------------------------- means, counts, extremes


def test_a_mean_per_head_is_weighed_by_heads(book: Book) -> None:
    """60 of 1.000 people and 90 of 2.000 are 80 on the average, not 75.

    2026-03  p1  thu-nhap  60 triệu đồng/người/năm
    2026-03  p1  dan-so    1.000 người
    2026-03  p2  thu-nhap  90 triệu đồng/người/năm
    2026-03  p2  dan-so    2.000 người
    2026-03  p3  thu-nhap  không áp dụng
    2026-03  p4  thu-nhap  không áp dụng
    """
    assert sums(board(book, "2026-03"), "thu-nhap") == (80, 2, 2, None)


def test_a_weighted_mean_without_its_weights_is_no_number(book: Book) -> None:
    """Of the second ward nobody knows how many people it has.

    2026-03  p1  thu-nhap  60 triệu đồng/người/năm
    2026-03  p1  dan-so    1.000 người
    2026-03  p2  thu-nhap  90 triệu đồng/người/năm
    2026-03  p3  thu-nhap  không áp dụng
    2026-03  p4  thu-nhap  không áp dụng
    """
    found = board(book, "2026-03", on=date(2026, 5, 1))
    assert sums(found, "thu-nhap") == (None, 2, 2, None)
    assert found.row("thu-nhap").reason == "chưa có số liệu làm quyền số"
    assert found.row("thu-nhap", body="p2").value == 90


def test_a_mean_is_of_all_parts_or_of_none(book: Book) -> None:
    """6, 7, 9 and 10 are 8 on the average; three of four marks of February are no mean, and their sum means nothing.

    2026-02  p1  diem  6 điểm
    2026-02  p2  diem  7 điểm
    2026-02  p3  diem  9 điểm
    2026-03  p1  diem  6 điểm
    2026-03  p2  diem  7 điểm
    2026-03  p3  diem  9 điểm
    2026-03  p4  diem  10 điểm
    """
    assert sums(board(book, "2026-03"), "diem") == (8, 4, 4, None)
    assert sums(board(book, "2026-02"), "diem") == (None, 3, 4, None)


def test_a_mean_of_wards_is_divided_only_at_the_end() -> None:
    """6 and 6 in the district and 9 beside it are 7 on the average, not the 7,5 of district and ward."""
    told = ledger_of("2026-03  p1  diem  6 điểm\n2026-03  p2  diem  6 điểm\n2026-03  p3  diem  9 điểm\n2026-03  p4  diem  không áp dụng")
    assert values(world_of(told, with_district()), "diem", "q", "tp") == [60, 70]


def test_a_weighted_mean_of_wards_is_divided_only_at_the_end() -> None:
    """100 people at 10 and 300 at 20 in the district, 400 at 30 beside it: (1.000 + 6.000 + 12.000) / 800 = 23,75."""
    lines = [
        f"2026-03  {body}  {indicator}  {said}"
        for body, heads, income in (("p1", 100, 10), ("p2", 300, 20), ("p3", 400, 30))
        for indicator, said in (("dan-so", f"{heads} người"), ("thu-nhap", f"{income} triệu đồng/người/năm"))
    ]
    told = ledger_of("\n".join([*lines, "2026-03  p4  thu-nhap  không áp dụng"]))
    assert values(world_of(told, with_district()), "thu-nhap", "q", "tp") == [17_500_000, 23_750_000]


def test_the_whole_counts_the_parts_that_meet_the_level(book: Book) -> None:
    """Of two communes one reaches 19; the wards, to which it does not apply, are not expected.

    2028-03  p8  tieu-chi  19 tiêu chí
    2028-03  p9  tieu-chi  18 tiêu chí
    """
    found = board(book, "2028-03")
    assert sums(found, "tieu-chi") == (1, 2, 2, None)
    assert (found.row("tieu-chi").measure, found.row("tieu-chi", body="p8").measure) == ("đơn vị", "tiêu chí")
    assert sums(found, "tieu-chi", body="p9") == (18, 1, 1, None)


def test_a_count_of_wards_adds_up_over_every_level() -> None:
    """One of two in the district, both beside it: three; the district's 1 is not held against the level again."""
    told = ledger_of("\n".join(f"2026-03  {body}  tieu-chi  {n} tiêu chí" for body, n in (("p1", 19), ("p2", 3), ("p3", 19), ("p4", 20))))
    assert values(world_of(told, with_district("xa")), "tieu-chi", "q", "tp") == [1, 3]


def test_kinds_of_bodies_to_which_it_does_not_apply_are_not_expected(book: Book) -> None:
    """Only the one commune is asked.

    2026-03  p4  tieu-chi  19 tiêu chí
    2026-03  p1  tieu-chi  19 tiêu chí
    """
    found = board(book, "2026-03")
    assert sums(found, "tieu-chi") == (1, 1, 1, None)
    assert board(book, "2026-02").row("tieu-chi", body="p1").state == "not_applicable"


def test_extremes_are_those_of_the_parts_that_are_known(book: Book) -> None:
    """The least of 1,2 and 0,8, the most of -1 and -3; a part that is silent is no 0.

    2026-03  p1  thap-nhat  1,2 m
    2026-03  p2  thap-nhat  0,8 m
    2026-03  p1  cao-nhat   -1 m
    2026-03  p2  cao-nhat   -3 m
    """
    found = board(book, "2026-03")
    assert [sums(found, id) for id in ("thap-nhat", "cao-nhat")] == [(0.8, 2, 4, None), (-1, 2, 4, None)]


def test_an_index_of_the_whole_is_never_made_of_its_parts(book: Book) -> None:
    """Each part has its own, the whole none.

    2026  p1  chi-so  50 điểm
    2026  p2  chi-so  60 điểm
    2026  p3  chi-so  70 điểm
    2026  p4  chi-so  80 điểm
    """
    assert sums(board(book, "2026"), "chi-so") == (None, 0, 1, None)


def test_all_arrays_of_what_was_rolled_up_are_handed_on_together() -> None:
    """None is left out, in the order of the fields."""
    names = [field.name for field in fields(Rolled)]
    rolled = Rolled(*(np.array([[n]]) for n in range(len(names))))
    assert [int(side[0, 0]) for side in rolled.sides()] == list(range(len(names)))
