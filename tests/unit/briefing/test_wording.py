"""Does the briefing read as an office writes, name no unit, name every base, and say what is not known?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from giaoban.briefing import Agenda, briefing_script, briefing_text, prepare
from giaoban.briefing.annex import TITLE
from giaoban.briefing.blocks import Footnotes, Heading
from giaoban.briefing.stamp import PURPOSE
from giaoban.briefing.wording import is_better, is_highlight
from giaoban.catalogue import Direction
from giaoban.delivery import Act, Aim, Bottleneck
from giaoban.engine import Board, Changes, Level, SamePeriod
from tests.unit.briefing.boards import (
    GIFTS,
    PACE,
    POOR,
    REGIME,
    REVENUE,
    TREES,
    VOLUME,
    WARDS,
    board,
    catalogue,
    graded,
    ha_tinh,
    mau,
    plan,
    row,
    stated,
    status,
)
from tests.unit.briefing.courses import course
from tests.unit.briefing.golden import golden
from tests.unit.briefing.test_pack import CEMENT, EIGHTY

SHORT = Bottleneck(
    "xi-mang",
    "phuong-1",
    "2021-06",
    "Xi măng được cấp chưa đủ",
    cause="nhà máy giao chậm so với lịch",
    raised_by="nguoi-06",
    raised_for="phuong-1",
    affects=("khoi-luong-ctmt",),
    asks=("Sở Xây dựng cấp đủ xi măng trong tháng 7.", "ứng trước kinh phí"),
    source="BC 45/BC-UBND ngày 30/6/2021",
)


def text_of(made: Board, *acts: Act, office: bool = False, who: object = None, held_on: date | None = None) -> str:
    agenda = Agenda("ha-tinh", made.period, (REGIME,), for_office=office, held_on=held_on)
    pack = prepare(agenda, boards=[made], catalogue=catalogue(), acts=acts)
    return briefing_text(pack, who=who)  # type: ignore[arg-type]


def part(text: str, title: str) -> str:
    """Return one part of the text in one line, without its heading."""
    numeral = {"I": "I", "II": "II", "III": "III", "IV": "IV", "clear": "VI", "office": "VIII"}[title]
    body = text.split(f"\n{numeral}. ", 1)[1].partition("\n\n")[2]
    return " ".join(body.split("\n\n")[0].split())


def test_the_briefing_of_20_april_2021_is_as_kept() -> None:
    """From what was published, and no more."""
    text = text_of(ha_tinh(), CEMENT, EIGHTY, held_on=date(2021, 4, 20))
    assert golden("ha_tinh.briefing.txt", made=text) == text


def test_a_made_up_briefing_for_the_office_is_as_kept() -> None:
    """Every kind of finding, every part, every state of a row."""
    aim = Aim("khoi-luong-15-8", "phuong-1", "khoi-luong-ctmt", "80 %", Decimal("0.8"), date(2021, 8, 15))
    text = text_of(mau(), SHORT, replace(EIGHTY, source=""), aim, office=True, who=lambda _: "đồng chí Người Mẫu Sáu, Tổ trưởng")
    assert golden("mau.briefing.txt", made=text) == text


def test_an_empty_briefing_says_in_every_part_that_there_is_nothing() -> None:
    """No part is left out, so that nobody takes silence for a result."""
    text = text_of(board([]), office=True)
    assert golden("empty.briefing.txt", made=text) == text


# ---------------------------------------------------------------- what holds of every briefing


def test_no_part_of_the_body_is_named_by_its_figures() -> None:
    """Only counts, for naming is the chair's decision."""
    text = text_of(mau(), office=True)
    assert [ward.name for ward in WARDS if ward.name.lower() in text.lower()] == []
    assert "2/4 đơn vị (trong số đã đánh giá) đạt thấp hoặc chậm tiến độ" in " ".join(text.split())


def test_every_briefing_is_a_draft_with_its_version_and_purpose() -> None:
    lines = text_of(ha_tinh()).splitlines()
    assert lines[0].strip() == "DỰ THẢO"
    assert lines[-2:] == [f"Mã băm: {'5f' * 32}", PURPOSE]
    assert "DỮ LIỆU GIẢ ĐỊNH" not in "".join(lines)


def test_made_up_data_are_marked_above_and_below() -> None:
    lines = text_of(mau()).splitlines()
    assert [lines[1].strip(), lines[-1].strip()] == ["DỮ LIỆU GIẢ ĐỊNH"] * 2


def test_what_is_soft_stands_only_where_the_office_asked() -> None:
    assert "còn thấp so với khả năng" not in text_of(mau())
    assert "còn thấp so với khả năng" in " ".join(text_of(mau(), office=True).split())


def test_lines_are_no_longer_than_asked() -> None:
    """The table alone may be, where its words leave no choice."""
    text = text_of(ha_tinh(), CEMENT, EIGHTY)
    assert max(map(len, text.splitlines())) <= 100


# ---------------------------------------------------------------- the parts


def test_the_person_is_named_only_where_names_are_handed_in() -> None:
    """Else, or where the name may not be said, the body speaks; and where nobody is known, the source."""
    assert "(phường Số 1 phản ánh; theo nguồn [1])" in part(text_of(mau(), SHORT), "III")
    named = part(text_of(mau(), SHORT, who=lambda id: {"nguoi-06": "đồng chí A, Bí thư"}[id]), "III")
    assert "(đồng chí A, Bí thư, phản ánh; theo nguồn [1])" in named
    assert "(phường Số 1 phản ánh; theo nguồn [1])" in part(text_of(mau(), SHORT, who=lambda _: ""), "III")
    assert part(text_of(mau(), replace(SHORT, raised_for="", affects=(), asks=(), cause="")), "III") == (
        "1. Xi măng được cấp chưa đủ (theo nguồn [1])."
    )
    assert part(text_of(mau(), Bottleneck("x", "ha-tinh", "2021-Q2", "Thiếu người")), "III") == "1. Thiếu người."


def test_every_part_is_numbered_in_its_place() -> None:
    """What changed since an earlier pack stands only where that was asked; the annex only for the chair."""
    made = mau()
    agenda = Agenda("ha-tinh", made.period, (REGIME,), for_office=True, for_chair=True)
    since = Changes(replace(made, number=1000, as_known="2021-07-01T10:05:00.000000Z"), made, ())
    pack = prepare(agenda, boards=[made], catalogue=catalogue(), acts=[SHORT], changes=since, course=lambda series: course(series=series))
    script = briefing_script(pack)
    assert [block.text for block in script.blocks if isinstance(block, Heading)] == [
        "I. Kết quả nổi bật",
        "II. Chỉ tiêu đạt thấp, chậm tiến độ",
        "III. Khó khăn, vướng mắc",
        "IV. Mốc phấn đấu, nhiệm vụ đã ghi nhận ở các cuộc họp trước",
        "V. Nhiệm vụ trọng tâm quý III/2021",
        "VI. Số liệu cần làm rõ",
        "VII. Số liệu thay đổi so với tài liệu trước",
        "VIII. Biểu số liệu quý II/2021",
        "IX. Nội dung tham mưu nội bộ (chỉ dành cho văn phòng)",
        TITLE,
    ]
    assert [picture.name for picture in script.pictures()] == [
        "late-courses",
        "units-standing",
        "units-khoi-luong-ctmt",
        "units-trong-cay-xanh",
    ]
    assert isinstance(script.blocks[-1], Footnotes)


def test_units_are_counted_in_a_picture_without_their_names() -> None:
    """Of voluntary contributions not even counts by verdict are drawn."""
    agenda = Agenda("ha-tinh", "2021-Q2", (REGIME,))
    gifts = row(GIFTS, at=WARDS[0], value=1.0, status=status(Level.WEAK))
    pack = prepare(agenda, boards=[replace(mau(), rows=(*mau().rows, gifts))], catalogue=catalogue())
    (picture,) = briefing_script(pack).pictures()
    assert picture.behind is not None
    assert [cells[0] for cells in picture.behind.rows] == [VOLUME.name, TREES.name]


def test_low_plans_of_parts_are_counted_for_the_office() -> None:
    low = row(TREES, at=WARDS[0], value=200.0, targets=(plan(100.0, 2.0),), status=status(Level.EXCEEDED))
    assert part(text_of(board([low]), office=True), "office") == (
        "- Mức giao cho một số đơn vị có thể còn thấp ở chỉ tiêu: Trồng cây xanh (1 đơn vị)."
    )


def test_all_that_is_unclear_of_one_indicator_stands_in_one_point() -> None:
    assert part(text_of(ha_tinh()), "clear") == (
        "- Trồng cây xanh: nguồn ghi 188% kế hoạch nhưng không nêu rõ kế hoạch nào; nguồn chỉ nêu tỷ lệ, không nêu số tuyệt đối."
    )


def test_what_is_not_known_is_gathered_by_the_reason() -> None:
    other = "chưa có số của toàn địa bàn; cộng số của các đơn vị không thành số toàn địa bàn"
    some = {"reason": "mới có 3/5 đơn vị có số liệu", "reported": 3, "expected": 5}
    made = board([row(REVENUE), row(TREES), row(VOLUME, reason=other), row(GIFTS, partial=12.5, **some), row(POOR, **some)])
    assert part(text_of(made), "clear") == (
        f"- {other[:1].upper()}{other[1:]}: Khối lượng chương trình mục tiêu hoàn thành. "
        "- Chưa có số liệu: Thu ngân sách nhà nước trên địa bàn; Trồng cây xanh. "
        "- Mới có 3/5 đơn vị có số liệu (số cộng của các đơn vị này, chưa phải số của toàn địa bàn): "
        "Huy động đóng góp cơ sở vật chất giáo dục, 12,5 triệu đồng. "
        "- Mới có 3/5 đơn vị có số liệu: Tỷ lệ hộ nghèo."
    )


def test_within_its_limit_is_listed_and_not_praised() -> None:
    """A quarter of the year under the limit is no achievement yet; what is better than last year is counted."""
    made = board(
        [
            row(POOR, value=1.0, targets=(plan(1.2, 1 / 1.2),), status=replace(status(Level.REACHED), word="Trong mức giao")),
            row(REVENUE, value=110.0, same_period=SamePeriod(100.0, 1.1, "exact"), growth=0.1),
            row(VOLUME, value=50.0, status=status(Level.ON_PACE)),
        ]
    )
    assert part(text_of(made), "I").endswith(
        "- Đúng tiến độ: Khối lượng chương trình mục tiêu hoàn thành. "
        "- Trong mức giao: Tỷ lệ hộ nghèo, 83,3% mức giao năm 2021 (thành phố giao). "
        "- Trong số chỉ tiêu chưa đánh giá, 1 chỉ tiêu có kết quả tốt hơn cùng kỳ (xem Biểu số liệu)."
    )


def test_weak_and_behind_stand_apart_with_their_rule() -> None:
    late = row(TREES, value=100.0, targets=(plan(1000.0, 0.1),), pace=0.4, status=status(Level.BEHIND))
    assert part(text_of(board([late])), "II") == (
        "Chậm tiến độ (1 chỉ tiêu) [1]: - Trồng cây xanh (chậm tiến độ): 100 cây, bằng 10% kế hoạch năm 2021 (thành phố giao); "
        "theo tiến độ cần 25%, thấp hơn 15 điểm %."
    )


def test_what_may_not_be_seen_is_counted_below() -> None:
    assert "Có 2 mục không thuộc phạm vi được xem." in text_of(replace(ha_tinh(), hidden=2))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (row(REVENUE, value=1.0, status=status(Level.EXCEEDED)), True),
        (row(REVENUE, value=1.0, status=status(Level.ON_PACE)), False),
        (row(PACE, state="known", status=graded(Level.ON_PACE, "Tốt")), True),
        (row(REVENUE, value=1.0, status=status(Level.WEAK)), False),
        (row(REVENUE, value=1.0, stated=(stated("same_period", "145%", 1.45),)), True),
        (row(REVENUE, value=1.0, stated=(stated("same_period", "95%", 0.95),)), False),
        (row(REVENUE, value=1.0, stated=(stated("plan", "188%", 1.88),)), True),
        (row(REVENUE, value=1.0, same_period=SamePeriod(0.5, 2.0, "exact")), False),
    ],
)
def test_results_worth_naming(found: object, expected: bool) -> None:
    """A plan reached, good words, or what the source itself reports as better."""
    assert is_highlight(found, direction=Direction.MORE) is expected  # type: ignore[arg-type]


def test_where_less_is_better_a_lower_ratio_is() -> None:
    """And where neither is, none."""
    fewer = row(
        POOR, value=1.0, stated=(stated("same_period", "95%", 0.95), stated("plan", "90%", 0.9)), same_period=SamePeriod(2.0, 0.5, "exact")
    )
    assert [is_highlight(fewer, direction=way) for way in (Direction.LESS, Direction.MORE, Direction.NONE, None)] == [
        True,
        False,
        False,
        False,
    ]
    assert [is_better(fewer, direction=way) for way in (Direction.LESS, Direction.MORE, Direction.BAND)] == [True, False, False]
    assert not is_highlight(replace(fewer, status=status(Level.REACHED)), direction=Direction.LESS)
    assert not is_better(row(GIFTS), direction=Direction.MORE)
