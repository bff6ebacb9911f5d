"""Is what is weak or late said with its numbers, its plan, its pace and its rule?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from giaoban.engine import Level, Status
from giaoban.findings import behind
from tests.unit.briefing.boards import (
    PACE,
    POOR,
    REVENUE,
    TREES,
    VOLUME,
    WARDS,
    board,
    catalogue,
    graded,
    plan,
    row,
    status,
)


def late(**other: object) -> object:
    """Return a row of trees: 1.200 of 3.295 by the end of a second quarter, 75% asked."""
    said = {
        "value": 200.0,
        "to_date": 1200.0,
        "targets": (plan(3295.0, 1200 / 3295),),
        "pace": 1200 / 3295 / 0.75,
        "status": status(Level.WEAK),
    }
    return row(TREES, **{**said, **other})


def test_a_weak_flow_is_said_with_the_year_so_far_the_pace_and_the_gap() -> None:
    """The pace is won back from the verdict's own, so that both say the same."""
    (found,) = behind.find(board([late()], period="2021-Q2"), catalogue=catalogue())
    assert found.title == (
        "Trồng cây xanh (đạt thấp): lũy kế từ đầu năm 1.200 cây, bằng 36,4% kế hoạch năm 2021 (thành phố giao); "
        "theo tiến độ cần 75%, thấp hơn 38,6 điểm %"
    )
    assert found.detail == "Quy tắc chung (giaoban, mặc định của sản phẩm)"
    assert found.numbers == (("attainment", Decimal("0.364188163885")), ("expected", Decimal("0.750000000")))
    assert (found.weight, found.entries) == (90, (5, 7))


def test_weak_comes_before_behind_and_the_deeper_first() -> None:
    """Depth is how far the pace was missed, as a share of it."""
    less = late(status=status(Level.BEHIND), to_date=2000.0, targets=(plan(3295.0, 0.6),), pace=0.8)
    weak, merely = behind.find(board([late(), less]), catalogue=catalogue())
    assert (weak.weight, merely.weight) == (90, 80)
    assert (round(weak.depth, 3), merely.depth) == (Decimal("0.514"), Decimal("0.2"))


def test_the_plan_of_the_period_itself_asks_no_pace() -> None:
    """Its end is the period's end: it was reached or it was not."""
    own = plan(500.0, 0.4, period="2021-Q2")
    (found,) = behind.find(board([late(targets=(own,), pace=0.4)], period="2021-Q2"), catalogue=catalogue())
    assert found.title == "Trồng cây xanh (đạt thấp): 200 cây, bằng 40% kế hoạch quý II/2021 (thành phố giao)"


def test_where_nothing_was_done_the_pace_is_not_guessed() -> None:
    (found,) = behind.find(board([late(value=0.0, to_date=0.0, targets=(plan(3295.0, 0.0),), pace=0.0)]), catalogue=catalogue())
    assert found.title == "Trồng cây xanh (đạt thấp): 0 cây, bằng 0% kế hoạch năm 2021 (thành phố giao)"
    assert found.depth == 1


def test_a_figure_that_is_not_known_leaves_only_the_share() -> None:
    """The verdict may rest on the year so far where the period itself is not known."""
    (found,) = behind.find(board([late(value=None, state="absent")]), catalogue=catalogue())
    assert found.title.startswith("Trồng cây xanh (đạt thấp): bằng 36,4% kế hoạch năm 2021")


def test_of_a_level_no_year_so_far_is_said() -> None:
    """A share of work done is a level, not a sum of the quarters."""
    level = row(VOLUME, value=31.0, to_date=31.0, targets=(plan(100.0, 0.31),), pace=0.62, status=status(Level.WEAK))
    (found,) = behind.find(board([level], period="2021-Q2"), catalogue=catalogue())
    assert found.title == (
        "Khối lượng chương trình mục tiêu hoàn thành (đạt thấp): 31%, bằng 31% kế hoạch năm 2021 (thành phố giao); "
        "theo tiến độ cần 50%, thấp hơn 19 điểm %"
    )


def test_where_less_is_better_the_limit_was_passed() -> None:
    """Nothing is asked of the pace; depth is how far above the limit it went."""
    over = row(POOR, value=1.5, targets=(plan(1.2, 1.25),), status=Status(Level.WEAK, "Quá mức giao", ""))
    (found,) = behind.find(board([over]), catalogue=catalogue())
    assert found.title == "Tỷ lệ hộ nghèo (quá mức giao): 1,5%, bằng 125% mức giao năm 2021 (thành phố giao)"
    assert (found.depth, found.numbers) == (Decimal("0.25"), (("attainment", Decimal("1.25")),))


def test_where_nothing_is_allowed_the_number_is_said() -> None:
    """There is no percentage of 0, and it was not judged in words."""
    over = row(POOR, value=1.5, targets=(plan(0.0, None),), status=Status(Level.WEAK, "Quá mức giao", ""))
    (found,) = behind.find(board([over]), catalogue=catalogue())
    assert found.title == "Tỷ lệ hộ nghèo (quá mức giao): 1,5%, mức giao năm 2021 (thành phố giao) bằng 0"
    assert found.detail == "Quy tắc chung (giaoban, mặc định của sản phẩm)"
    assert (found.numbers, found.depth, found.entries) == ((("done", Decimal("1.5")),), Decimal(1), (5, 7))


def test_a_judgement_in_words_is_said_as_it_was_given() -> None:
    """It has no number and follows no rule of ours; its source is the reason."""
    (found,) = behind.find(
        board([row(PACE, state="known", status=graded(Level.WEAK, "Chậm tiến độ", "Báo Hà Tĩnh"))]), catalogue=catalogue()
    )
    assert found.title == "Tiến độ chương trình mục tiêu: chậm tiến độ (đánh giá bằng lời)"
    assert found.detail == "đánh giá bằng lời, theo nguồn: Báo Hà Tĩnh"
    assert (found.numbers, found.entries) == ((), ())


def test_without_a_rule_in_the_catalogue_the_board_s_own_reason_stands() -> None:
    (found,) = behind.find(board([late(status=Status(Level.WEAK, "Đạt thấp", "36,4% kế hoạch"))]), catalogue=replace(catalogue(), rules={}))
    assert found.detail == "36,4% kế hoạch"


def test_the_body_s_own_finding_counts_its_parts_that_stand_likewise() -> None:
    """Two of three that can be judged; a part without a verdict is not counted. Parts have findings of their own."""
    wards = [replace(late(), body=ward.id, body_name=ward.name) for ward in WARDS[:2]]
    fine = replace(late(), body="phuong-3", status=status(Level.ON_PACE))
    unsaid = replace(late(), body="phuong-4", status=status(Level.NONE))
    own, *parts = behind.find(board([late(), *wards, fine, unsaid]), catalogue=catalogue())
    assert own.numbers[2:] == (("bodies_behind", Decimal(2)), ("bodies_judged", Decimal(3)))
    assert [(part.body, len(part.numbers)) for part in parts] == [("phuong-1", 2), ("phuong-2", 2)]


def test_what_is_on_pace_or_has_no_verdict_is_no_finding() -> None:
    rows = [row(REVENUE, value=1.0, status=status(level)) for level in Level if level not in (Level.WEAK, Level.BEHIND)]
    assert behind.find(board(rows), catalogue=catalogue()) == ()
