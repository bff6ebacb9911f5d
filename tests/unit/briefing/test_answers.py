"""How is one answer said, and how is it explained?"""

from __future__ import annotations

from dataclasses import replace

from giaoban.briefing import Legend, answers
from giaoban.engine import Explanation, Line, SamePeriod, What
from tests.unit.briefing import boards

RULE = "Cộng các kỳ (định nghĩa: một nguồn)."


def line(**other: object) -> Line:
    """Return an entry behind a number."""
    made = Line(
        entry=7, kind="Figure", role="", weight=1.0, body="ha-tinh", body_name="Thành phố Hà Tĩnh", period="2021-Q1",
        printed="154,3 tỷ đồng", quality="estimate", recorded_at="2021-04-20T10:05:00.000000Z", by="ng-1", via="load",
        sources=("BC 45, đoạn 4",), remark="", earlier=(),
    )  # fmt: skip
    return replace(made, **other)  # type: ignore[arg-type]


def explanation(**other: object) -> Explanation:
    """Return why a number is what it is."""
    row = boards.row(boards.REVENUE, value=154.3)
    made = Explanation(What.VALUE, row, 154.3, "tỷ đồng", "", RULE, (line(),), (), "exact")
    return replace(made, **other)  # type: ignore[arg-type]


def test_a_known_row_is_a_sentence_and_an_absent_one_says_why() -> None:
    """A figure names its base and its source; what is absent has its reason, never a zero."""
    board = boards.board([
        boards.row(boards.REVENUE, value=154.3, stated=(boards.stated("same_period", "145%", 1.45, source="một bài báo"),)),
        boards.row(boards.TREES, reason="mới có 2/5 đơn vị có số liệu"),
        boards.row(boards.POOR, value=3.5, at=boards.WARDS[0]),
    ])  # fmt: skip
    assert answers.row_lines(board, legend=Legend.of(boards.catalogue(), on=board.frame)) == [
        "Thu ngân sách nhà nước trên địa bàn: đạt 154,3 tỷ đồng, bằng 145% so với cùng kỳ (theo nguồn [1]).",
        "Trồng cây xanh: mới có 2/5 đơn vị có số liệu.",
        "Phường Số 1: Tỷ lệ hộ nghèo: 3,5%.",
        "",
        "[1] Theo nguồn: một bài báo.",
    ]


def test_an_implied_level_comes_with_its_interval() -> None:
    """What only follows from a stated ratio says so, and how far its digits leave it open."""
    row = boards.row(boards.REVENUE, value=106.4, mark="implied", interval=(106.01, 106.82))
    board = boards.board([row], period="2020-Q1")
    assert answers.row_lines(board, legend=Legend()) == [
        "Thu ngân sách nhà nước trên địa bàn: đạt 106,4 tỷ đồng (số suy ra, trong khoảng từ 106,01 đến",
        "  106,82).",
    ]


def test_an_explanation_names_entry_instant_person_document_and_rule() -> None:
    """Number first, then each entry with who, when and where, then the rule."""
    said = answers.explanation_text(explanation(), who={"ng-1": "Nguyễn Văn Mẫu"}.get)
    assert said.split("\n") == [
        "Thu ngân sách nhà nước trên địa bàn, Thành phố Hà Tĩnh: trong kỳ",
        "",
        "154,3 tỷ đồng",
        "",
        "Nguồn:",
        "- Thành phố Hà Tĩnh, quý I/2021: 154,3 tỷ đồng (ước TH)",
        "  mục 7, ghi 17:05 ngày 20/4/2021, người ghi Nguyễn Văn Mẫu, qua load",
        "  nguồn: BC 45, đoạn 4",
        "",
        "Cách tính: Cộng các kỳ (định nghĩa: một nguồn).",
    ]


def test_roles_weights_remarks_and_earlier_versions_are_told() -> None:
    """A part that is taken off, a denominator, a share, a remark and what stood before each have their words."""
    lines = (
        line(weight=-1.0, quality="", remark="Nguồn làm tròn"),
        line(role="denominator", weight=0.5, sources=(), earlier=((3, "150 tỷ đồng", "2021-04-10T02:00:00.000000Z"),)),
    )
    said = answers.explanation_text(explanation(lines=lines)).split("\n")
    assert said[5:12] == [
        "- trừ đi, Thành phố Hà Tĩnh, quý I/2021: 154,3 tỷ đồng",
        "  mục 7, ghi 17:05 ngày 20/4/2021, người ghi ng-1, qua load",
        "  nguồn: BC 45, đoạn 4",
        "  ghi chú: Nguồn làm tròn",
        "- × 0,5, mẫu số, Thành phố Hà Tĩnh, quý I/2021: 154,3 tỷ đồng (ước TH)",
        "  mục 7, ghi 17:05 ngày 20/4/2021, người ghi ng-1, qua load",
        "  trước đó: 150 tỷ đồng (mục 3, ghi 09:00 ngày 10/4/2021)",
    ]


def test_what_cannot_be_had_says_why_and_what_is_lacking() -> None:
    """A dash with its reason, the gaps by name, the mark and the notes of the row."""
    row = boards.row(boards.REVENUE, notes=("Chưa rõ phạm vi",))
    gaps = ("Phường Số 1: tháng 2/2021",)
    found = explanation(row=row, value=None, reason="chưa so sánh được", lines=(), lacking=gaps, mark="not_comparable")
    assert answers.explanation_text(found).split("\n")[2:] == [
        "– (chưa so sánh được)",
        "",
        "",
        "Còn thiếu:",
        "- Phường Số 1: tháng 2/2021",
        "",
        "Cách tính: Cộng các kỳ (định nghĩa: một nguồn).",
        "Chưa so sánh được: địa giới đã thay đổi, chưa có tỷ lệ phân bổ.",
        "",
        "Ghi chú:",
        "- Chưa rõ phạm vi.",
    ]


def test_a_ratio_is_said_as_a_percentage_too_and_an_implied_base_has_its_interval() -> None:
    """1,45 lần is 145%; the level of last year that follows from it keeps its interval."""
    ratio = explanation(what=What.STATED, value=1.45, measure="lần", reason="theo nguồn")
    assert answers.explanation_text(ratio).split("\n")[2] == "1,45 lần (145%): theo nguồn"
    row = boards.row(boards.REVENUE, value=154.3, same_period=SamePeriod(106.4, None, "implied", "suy ra", (106.01, 106.82)))
    implied = explanation(what=What.SAME_PERIOD, row=row, value=106.4, mark="implied")
    assert answers.explanation_text(implied).split("\n")[2] == "106,4 tỷ đồng, trong khoảng từ 106,01 đến 106,82"
