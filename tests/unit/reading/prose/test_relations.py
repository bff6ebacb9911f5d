from __future__ import annotations

import pytest

from giaoban.reading.prose.bases import Against
from giaoban.reading.prose.relations import Chain, Relation, relate
from tests.unit.reading.texts import figures


@pytest.mark.parametrize(
    ("lead", "measure", "base", "about", "relation", "direction"),
    [
        ("đạt ", "VND", Against.NONE, "thu ngân sách", "level", ""),
        ("tăng ", "VND", Against.SAME_PERIOD, "", "growth_vs_same_period", "up"),
        ("giảm mạnh hơn ", "đơn vị", Against.NONE, "", "growth_other", "down"),
        ("tăng từ ", "VND", Against.NONE, "", "level", ""),
        ("điều chỉnh tổng mức lên ", "VND", Against.NONE, "", "level", ""),
        ("bằng ", "%", Against.SAME_PERIOD, "", "pct_of_same_period", ""),
        ("tăng ", "%", Against.LAST_YEAR, "", "growth_vs_same_period", "up"),
        ("đạt ", "%", Against.PLAN, "", "pct_of_plan", ""),
        ("vượt ", "%", Against.PLAN, "", "other", ""),
        ("chậm ", "%", Against.PLAN, "", "other", ""),
        ("tăng ", "%", Against.PLAN, "", "growth_other", "up"),
        ("giảm ", "%", Against.EARLIER, "", "growth_other", "down"),
        ("giảm ", "%", Against.SAME_PERIOD, "tỷ lệ hộ nghèo", "change_points", "down"),
        ("giảm ", "điểm %", Against.NONE, "", "change_points", "down"),
        ("chiếm ", "%", Against.NONE, "", "share", ""),
        ("", "%", Against.WHOLE, "", "share", ""),
        ("đạt ", "%", Against.NONE, "tăng trưởng grdp", "growth_other", "up"),
        ("giải ngân đạt ", "%", Against.NONE, "", "pct_of_plan", ""),
        ("đạt ", "%", Against.NONE, "giải ngân", "pct_of_plan", ""),
        ("đạt ", "%", Against.NONE, "số xã đạt chuẩn", "share", ""),
        ("đạt ", "%", Against.NONE, "khối lượng", "pct_of_plan", ""),
        ("cao hơn ", "%", Against.AVERAGE, "", "other", "up"),
        ("vượt ", "%", Against.NONE, "", "other", ""),
        ("gấp ", "lần", Against.SAME_PERIOD, "", "pct_of_same_period", ""),
        ("gấp ", "lần", Against.PLAN, "", "pct_of_plan", ""),
        ("", "thứ hạng", Against.NONE, "", "rank", ""),
        ("vượt ", "VND", Against.PLAN, "", "other", ""),
    ],
)
def test_what_an_amount_says(lead: str, measure: str, base: Against, about: str, relation: str, direction: str) -> None:
    """The verb before it and the base after it decide."""
    found = relate(lead, measure=measure, base=base, about=about, chain=Chain())
    assert (found.relation.value, found.direction) == (relation, direction)


def test_a_clause_that_says_nothing_follows_the_chain() -> None:
    """After "tăng 8% so với cùng kỳ", a bare "tăng 6%" is against the same period too."""
    assert (
        relate("tăng ", measure="%", base=Against.NONE, about="", chain=Chain(same_period=True)).relation is Relation.GROWTH_VS_SAME_PERIOD
    )
    assert (
        relate(" và ", measure="%", base=Against.NONE, about="", chain=Chain(last=Relation.GROWTH_OTHER)).relation is Relation.GROWTH_OTHER
    )
    assert relate("ước đạt ", measure="%", base=Against.NONE, about="", chain=Chain(last=Relation.GROWTH_OTHER)).direction == "up"
    assert relate("đạt ", measure="%", base=Against.NONE, about="", earlier="tiến độ dự án", chain=Chain()).relation is Relation.PCT_OF_PLAN
    assert relate("đạt ", measure="%", base=Against.NONE, about="", chain=Chain()).relation is Relation.SHARE


@pytest.mark.parametrize(
    ("said", "relations"),
    [
        ("So với cùng kỳ giảm 24 vụ (-67%).", ["growth_vs_same_period", "growth_vs_same_period"]),
        ("Thu 5 tỷ đồng, bằng 51% dự toán và tăng 2,5% so với cùng kỳ; thu nội địa 4 tỷ đồng, đạt 50%.",
         ["level", "pct_of_plan", "growth_vs_same_period", "level", "pct_of_plan"]),
        ("Nhân dân góp 41 tỷ đồng (chiếm 14% tổng nguồn vốn).", ["level", "share"]),
        ("Năm 2031 thu nhập tăng 9 triệu đồng so với năm 2028.", ["growth_other"]),
        ("Trồng được 50 ha, đạt 45%.", ["level", "pct_of_plan"]),
        ("Chuyển đổi đạt 20% trên tổng diện tích.", ["share"]),
    ],
)  # fmt: skip
def test_what_a_chain_of_clauses_decides(said: str, relations: list[str]) -> None:
    """A sign, a share of a sum, the last ratio to a plan, a year that lies further back."""
    assert [figure.relation.value for figure in figures(said)] == relations
