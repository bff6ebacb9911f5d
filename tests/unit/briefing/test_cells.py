"""Do the cells of a biểu keep apart what is absent, zero, not applicable, not due, stated, implied and computed?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from giaoban.briefing.cells import Sheet, is_known
from giaoban.briefing.legend import Legend
from giaoban.briefing.notes import GLUE, Notes
from giaoban.catalogue import Window
from giaoban.engine import Level, Row, SamePeriod
from giaoban.engine.status import no_verdict
from tests.unit.briefing.boards import (
    BY_ITEM,
    GIFTS,
    PACE,
    POOR,
    REVENUE,
    TREES,
    VOLUME,
    catalogue,
    graded,
    plan,
    row,
    stated,
    status,
)

LEGEND = Legend.of(catalogue(), on=date(2021, 4, 20))
UNNAMED = stated("plan", "188%", 1.88, authority="unnamed")
TINH = {"authority": "tinh-giao", "words": "tỉnh giao"}


def sheet(*rows: Row, period: str = "2021-Q1") -> Sheet:
    return Sheet(Window.of(period), rows, LEGEND, Notes())


def cells(found: Row, *, among: tuple[Row, ...] = (), period: str = "2021-Q1") -> dict[str, str]:
    """Return the row's cells by the first words of their headings; glue as blanks."""
    made = sheet(found, *among, period=period)
    titles = [column.title for column in made.columns]
    texts = [text.replace(GLUE, " ") for text in made.cells(found, number="1")]
    return {title: text for title, text in zip(titles, texts, strict=True) if text}


def headings(*rows: Row, period: str = "2021-Q1") -> list[str]:
    return [column.title for column in sheet(*rows, period=period).columns]


# ---------------------------------------------------------------- headings


def test_in_the_first_quarter_there_is_no_year_so_far() -> None:
    assert headings(row(REVENUE)) == [
        "TT",
        "Chỉ tiêu",
        "ĐVT",
        "KH năm 2021",
        "TH quý I/2020",
        "TH quý I/2021",
        "Với KH năm",
        "Với cùng kỳ",
        "Đánh giá",
        "Ghi chú",
    ]
    assert "Lũy kế từ đầu năm" in headings(row(REVENUE), period="2021-Q2")


@pytest.mark.parametrize(
    ("qualities", "heading"),
    [
        (("estimate", "estimate"), "Ước TH quý I/2021"),
        (("actual", "estimate"), "TH quý I/2021"),
        (("preliminary",), "Sơ bộ TH quý I/2021"),
        (("final",), "TH (chính thức) quý I/2021"),
        ((None,), "TH quý I/2021"),
    ],
)
def test_the_heading_says_how_sure_all_figures_are(qualities: tuple[str | None, ...], heading: str) -> None:
    assert headings(*(row(REVENUE, value=1.0, quality=quality) for quality in qualities))[5] == heading


def test_where_they_differ_each_estimate_says_so_itself() -> None:
    estimate, actual = row(REVENUE, value=1.0, quality="estimate"), row(REVENUE, value=1.0)
    assert cells(estimate, among=(actual,))["Ghi chú"] == "ước TH"
    assert "Ghi chú" not in cells(actual, among=(estimate,))
    assert "Ghi chú" not in cells(estimate)


def test_each_giver_of_plans_has_a_column() -> None:
    """So that every percentage names its plan; one alone stands in the heading, and what nobody named comes last."""
    one = row(REVENUE, value=1.0, targets=(plan(450.0, 0.5),))
    assert headings(one)[3] == "KH năm 2021 (thành phố giao)"
    said = stated("plan", "49%", 0.49, **TINH, source="")
    two = row(REVENUE, value=1.0, targets=(plan(450.0, 0.5), plan(120.0, 0.9, period="2021-Q1"), plan(500.0, None, **TINH)), stated=(said,))
    made = sheet(two, row(TREES, stated=(replace(UNNAMED, source=""),)))
    titles = ["thành phố giao", "tỉnh giao", "chưa rõ kế hoạch nào"]
    assert [(column.above, column.title) for column in made.columns if column.above] == [
        *(("KH năm 2021", title) for title in titles[:2]),
        *(("So sánh (%)", f"Với KH {title}") for title in titles),
        ("So sánh (%)", "Với cùng kỳ"),
    ]
    found = cells(two, among=made.rows[1:])
    assert [found[title] for title in titles[:2]] == ["450\n120 (quý I/2021)", "500"]
    nobody_s = row(TREES, targets=(plan(9.0, None, authority="unnamed", words="chưa rõ kế hoạch nào"),))
    assert cells(nobody_s, among=(two,))["chưa rõ kế hoạch nào"] == "9"
    assert [found[f"Với KH {title}"] for title in titles] == ["50\n90", "49", "–"]
    assert cells(made.rows[1], among=(two,))["Với KH chưa rõ kế hoạch nào"] == "188"


def test_a_reason_that_all_last_year_s_figures_share_stands_in_the_heading() -> None:
    moved = SamePeriod(2.0, 0.5, "exact", "tính lại theo địa giới mới (từ Xã Cũ)")
    rows = (row(REVENUE, value=1.0, same_period=moved), row(TREES, value=1.0, same_period=moved), row(POOR, value=1.0))
    made = sheet(*rows)
    assert made.columns[4].title == "TH quý I/2020 [1]"
    assert made.notes.texts == ["Cùng kỳ: tính lại theo địa giới mới (từ Xã Cũ)."]
    assert made.cells(rows[0], number="1")[-1] == ""
    alone = cells(rows[0], among=(row(TREES, value=1.0, same_period=SamePeriod(1.0, 1.0, "exact")),))
    assert alone["Ghi chú"] == "[1]"


# ---------------------------------------------------------------- states


def test_absent_is_a_dash_with_its_reason_and_zero_is_zero() -> None:
    assert cells(row(REVENUE, reason="mới có 12/15 đơn vị có số liệu")) == {
        "TT": "1",
        "Chỉ tiêu": "Thu ngân sách nhà nước trên địa bàn",
        "ĐVT": "tỷ đồng",
        "KH năm 2021": "–",
        "TH quý I/2020": "–",
        "TH quý I/2021": "–",
        "Với KH năm": "–",
        "Với cùng kỳ": "–",
        "Đánh giá": "Chưa đánh giá",
        "Ghi chú": "mới có 12/15 đơn vị có số liệu",
    }
    assert cells(row(REVENUE, value=0.0))["TH quý I/2021"] == "0"


def test_what_does_not_apply_and_what_is_not_due_say_so() -> None:
    never = row(REVENUE, state="not_applicable", reason="không áp dụng")
    later = row(REVENUE, state="not_due", reason="chưa đến kỳ: chỉ tiêu báo cáo theo năm")
    assert [cells(found, period="2021-Q2")[column] for found in (never, later) for column in ("TH quý II/2021", "Lũy kế từ đầu năm")] == [
        "không áp dụng",
        "không áp dụng",
        "chưa đến kỳ",
        "chưa đến kỳ",
    ]
    assert "Đánh giá" not in cells(never)
    assert cells(later)["Ghi chú"] == "chỉ tiêu báo cáo theo năm"


def test_a_year_so_far_is_said_of_sums_only() -> None:
    assert cells(row(REVENUE, value=80.0, to_date=200.0), period="2021-Q2")["Lũy kế từ đầu năm"] == "200"
    assert "Lũy kế từ đầu năm" not in cells(row(VOLUME, value=31.0, to_date=31.0), period="2021-Q2")


# ---------------------------------------------------------------- numbers


def test_a_stated_ratio_bears_the_mark_of_its_source_and_does_not_hide_ours() -> None:
    both = row(
        REVENUE,
        value=110.0,
        targets=(plan(200.0, 0.55),),
        same_period=SamePeriod(100.0, 1.1, "exact"),
        stated=(stated("plan", "54%", 0.54, authority="thanh-pho-giao", words="thành phố giao"), stated("same_period", "109%", 1.09)),
    )
    found = cells(both)
    assert (found["Với KH năm"], found["Với cùng kỳ"]) == ("55\n54 [1]", "110\n109 [1]")


def test_an_unnamed_plan_is_no_one_s() -> None:
    """No dash stands where a source says a share, and the reason for no verdict is told once."""
    found = cells(
        row(
            TREES,
            stated=(UNNAMED,),
            targets=(plan(9.0, None),),
            status=no_verdict("chưa rõ tính theo kế hoạch nào"),
            notes=("Chưa rõ tính theo kế hoạch nào.",),
        )
    )
    assert (found["Với KH thành phố giao"], found["Với KH chưa rõ kế hoạch nào"]) == ("–", "188 [1]")
    assert found["Ghi chú"] == "chưa có số liệu; chưa rõ tính theo kế hoạch nào"


def test_an_implied_level_is_no_reported_one() -> None:
    implied = SamePeriod(106.4, None, "implied", "suy ra từ tỷ lệ ghi trong văn bản", (106.01, 106.82))
    made = sheet(row(REVENUE, value=154.3, same_period=implied))
    assert made.cells(made.rows[0], number="1")[4] == f"106,4{GLUE}[1]"
    assert made.notes.texts == ["Số cùng kỳ suy ra từ tỷ lệ ghi trong văn bản, trong khoảng từ 106,01 đến 106,82, không phải số báo cáo."]
    assert cells(row(REVENUE, value=1.0, same_period=replace(implied, interval=None)))["TH quý I/2020"] == "106,4 [1]"


@pytest.mark.parametrize(("growth", "said"), [(1.2, "+1,2 điểm %"), (-0.5, "-0,5 điểm %"), (0.0, "0 điểm %")])
def test_a_change_of_a_percentage_is_in_points(growth: float, said: str) -> None:
    found = row(POOR, value=3.0, same_period=SamePeriod(3.0 - growth, 1.0, "exact"), growth=growth)
    assert cells(found)["Với cùng kỳ"] == said


def test_of_voluntary_contributions_the_plan_is_a_hope() -> None:
    """No share of it, whoever states it, and no rank."""
    gifts = row(GIFTS, value=613.7, targets=(plan(1000.0, 0.6137),), stated=(UNNAMED,))
    found = cells(gifts)
    assert (found["KH năm 2021 (thành phố giao)"], found["Với KH năm"]) == ("1.000 (dự kiến)", "–")
    assert found["Ghi chú"] == "tự nguyện, không xếp loại"


def test_a_judgement_in_words_has_no_numbers() -> None:
    """Its source stands in the remarks."""
    found = row(PACE, state="known", status=graded(Level.WEAK, "Chậm tiến độ"))
    assert cells(found) == {"TT": "1", "Chỉ tiêu": "Tiến độ chương trình mục tiêu", "Đánh giá": "Chậm tiến độ", "Ghi chú": "bằng lời [1]"}
    assert cells(row(GIFTS, state="known", status=graded(Level.WEAK, "Chưa hiệu quả")))["Ghi chú"] == "bằng lời [1]; tự nguyện"


def test_a_part_stands_under_its_whole() -> None:
    """Without a verdict of its own, unless it has one."""
    part = row(BY_ITEM, part="phi", value=18.0)
    assert cells(part)["Chỉ tiêu"] == "- Phí, lệ phí"
    assert "Đánh giá" not in cells(part)
    assert cells(replace(part, status=status(Level.WEAK)))["Đánh giá"] == "Đạt thấp"


def numbers(found: Row, *among: Row, period: str = "2021-Q1") -> dict[str, str]:
    """Return the row's numbers by heading, where there are any."""
    made = sheet(found, *among, period=period)
    titles = [column.title for column in made.columns]
    return {title: f"{number.normalize():f}" for title, number in zip(titles, made.numbers(found), strict=True) if number is not None}


def test_a_sheet_has_the_exact_numbers_of_the_cells() -> None:
    """More digits than are printed; a share in percent."""
    same = SamePeriod(72.912345, 1.1, "exact")
    found = row(REVENUE, value=80.256789, to_date=200.0, targets=(plan(450.0, 0.444449),), same_period=same)
    assert numbers(found) == {
        "KH năm 2021 (thành phố giao)": "450", "TH quý I/2020": "72.912345", "TH quý I/2021": "80.256789", "Với KH năm": "44.4449",
        "Với cùng kỳ": "110",
    }  # fmt: skip
    assert numbers(found, period="2021-Q2")["Lũy kế từ đầu năm"] == "200"
    assert "Lũy kế từ đầu năm" not in numbers(row(VOLUME, value=1.0), period="2021-Q2")


def test_a_cell_that_is_more_than_a_number_has_none() -> None:
    """Two plans, a plan of another period, a hope, a stated share, an implied level, points, words."""
    implied = SamePeriod(106.4, None, "implied", "suy ra")
    two = row(REVENUE, value=1.0, targets=(plan(450.0, 0.5), plan(120.0, 0.9, period="2021-Q1")), same_period=implied)
    assert numbers(two) == {"TH quý I/2021": "1"}
    quarter = row(REVENUE, targets=(plan(120.0, None, period="2021-Q1"),), stated=(stated("same_period", "145%", 1.45),))
    assert numbers(quarter) == {}
    gifts = row(GIFTS, value=2.0, targets=(plan(1000.0, 0.6),))
    assert numbers(gifts) == {"TH quý I/2021": "2"}
    said = row(REVENUE, value=1.0, targets=(plan(450.0, 0.5),), stated=(stated("plan", "54%", 0.54, words="thành phố giao"),))
    assert "Với KH năm" not in numbers(said)
    assert numbers(row(POOR, value=3.0, same_period=SamePeriod(2.0, 1.5, "exact"), growth=1.0)) == {
        "TH quý I/2020": "2",
        "TH quý I/2021": "3",
    }
    assert numbers(row(PACE, state="known", status=graded(Level.WEAK, "Chậm tiến độ"))) == {}


# ---------------------------------------------------------------- remarks


def test_short_remarks_stand_in_the_row_and_long_ones_below() -> None:
    """Each once, however it is written."""
    noted = row(
        REVENUE,
        value=1.0,
        revised="corrected",
        mark="apportioned",
        same_period=SamePeriod(0.0, None, "exact", "cùng kỳ không phát sinh"),
        notes=("Đã đính chính.", "Nguồn chỉ viết “thu ngân sách”; chưa rõ là thu nào.", "Số liệu tính đến ngày 31/3/2021."),
    )
    made = sheet(noted)
    assert made.cells(noted, number="1")[-1] == f"đã đính chính; phân bổ theo tỷ lệ; cùng kỳ không phát sinh; [1]{GLUE}[2]"
    assert made.notes.texts == ["Nguồn chỉ viết “thu ngân sách”; chưa rõ là thu nào.", "Số liệu tính đến ngày 31/3/2021."]


def test_a_partial_sum_is_a_remark_and_no_figure() -> None:
    """Said once, though the engine remarks on it too."""
    some = row(
        REVENUE,
        reported=3,
        expected=5,
        reason="mới có 3/5 đơn vị có số liệu",
        partial=12.5,
        notes=("Cộng 3/5 đơn vị đã có số liệu: 12,5 tỷ đồng.", "Khác."),
    )
    found = cells(some)
    assert (found["TH quý I/2021"], found["Ghi chú"]) == ("–", "mới có 3/5 đơn vị có số liệu; cộng được 12,5 tỷ đồng; Khác")


def test_an_updated_or_implied_figure_says_so() -> None:
    assert cells(row(REVENUE, value=1.0, revised="updated"))["Ghi chú"] == "đã cập nhật"
    implied = row(REVENUE, value=106.4, mark="implied", reason="suy ra từ tỷ lệ")
    assert cells(implied)["Ghi chú"] == "suy ra từ tỷ lệ"


def test_why_there_is_no_verdict_is_said_where_something_is_known() -> None:
    """Except what a dash in its own column says already."""
    assert cells(row(REVENUE, value=1.0, status=no_verdict("chỉ có tỷ lệ theo nguồn")))["Ghi chú"] == "chỉ có tỷ lệ theo nguồn"
    assert "Ghi chú" not in cells(row(REVENUE, value=1.0, status=no_verdict("chưa có kế hoạch giao")))


def test_a_source_that_may_not_be_told_leaves_no_mark() -> None:
    assert cells(row(REVENUE, value=1.0, stated=(stated("same_period", "145%", 1.45, source=""),)))["Với cùng kỳ"] == "145"


def test_a_row_is_known_by_figure_words_ratio_partial_sum_or_a_plan_that_was_due() -> None:
    known = [
        row(REVENUE, value=0.0),
        row(PACE, state="known"),
        row(TREES, stated=(UNNAMED,)),
        row(REVENUE, partial=1.0),
        row(TREES, targets=(plan(1.0, None),)),
    ]
    unknown = [row(REVENUE), row(TREES, state="not_due", targets=(plan(1.0, None),)), row(TREES, state="not_applicable")]
    assert [is_known(found) for found in known + unknown] == [True] * 5 + [False] * 3


def test_every_column_says_which_number_it_is():
    """A column for each giver's plan and share; words ask nothing."""
    one = sheet(row(REVENUE, targets=(plan(9.0, 0.5, **TINH), plan(8.0, 0.6))), period="2021-Q2")
    assert len(one.asks) == len(one.columns)
    assert [what for what, _ in one.asks] == [
        "", "", "", "target", "target", "same_period", "value", "to_date", "attainment", "attainment", "growth", "status", "",
    ]  # fmt: skip
    assert one.asks[3] == ("target", "tỉnh giao")
