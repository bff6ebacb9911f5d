"""Are thresholds, headings, authorities and scales read, and those that make no sense refused?"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from giaoban.catalogue import Authority, ForecastRule, Group, RankedBy, RankingRule, StatusRule
from giaoban.values import GradeWord, Scale, Source, Standing
from tests.unit.catalogues import sentences, understood

RULE = {
    "kind": "status-rule",
    "id": "r",
    "name": "Chung",
    "behind_below": "0.9",
    "weak_below": "0,7",
    "soft_from": "1.5",
    "indicators": ["thu"],
}
WORD = {"id": "tot", "words": "tốt", "standing": "good"}
RANKING = {"kind": "ranking-rule", "id": "x", "name": "Quy chế", "by": "growth", "indicators": ["thu"]}
FORECAST = {"kind": "forecast-rule", "id": "f", "name": "Dự báo", "hard_below": "0.3", "likely_from": "0,7", "fewest": "5"}
SCALE = {"kind": "scale", "id": "muc", "name": "Mức", "words": [WORD]}


def test_each_list_of_the_board_is_read() -> None:
    """With its words, its order and its levels."""
    authority = {"kind": "authority", "id": "tinh-giao", "words": "tỉnh giao", "order": "1", "body": "tinh"}
    found = [
        understood(**one)[1]
        for one in (RULE, RANKING, FORECAST, {"kind": "group", "id": "g", "name": "Nhóm", "order": "2"}, authority, SCALE)
    ]
    assert found == [
        StatusRule("r", "Chung", Decimal("0.9"), Decimal("0.7"), Decimal("1.5"), frozenset({"thu"}), Source("Quyết định")),
        RankingRule("x", "Quy chế", RankedBy.GROWTH, frozenset({"thu"}), Source("Quyết định")),
        ForecastRule("f", "Dự báo", Decimal("0.3"), Decimal("0.7"), 5, frozenset(), Source("Quyết định")),
        Group("g", "Nhóm", 2),
        Authority("tinh-giao", "tỉnh giao", "tinh", 1),
        Scale("muc", "Mức", (GradeWord("tot", "tốt", Standing.GOOD),)),
    ]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({**RULE, "weak_below": "0.95"}, "“weak_below: 0.95” không đọc được; cần mức trên 0 và không quá “behind_below”."),
        ({**RULE, "weak_below": "0"}, "“weak_below: 0” không đọc được; cần mức trên 0 và không quá “behind_below”."),
        ({**RULE, "soft_from": None}, "thiếu trường “soft_from”."),
        ({"kind": "group", "id": "g", "name": "Nhóm", "order": "-1"}, "“order: -1” không đọc được; cần số nguyên từ 0 đến 9999."),
        ({**RANKING, "by": "size"}, "“by: size” không đọc được; cần một trong: attainment, value, growth."),
        ({**FORECAST, "likely_from": "0.2"}, "“likely_from: 0.2” không đọc được; cần xác suất từ “hard_below” đến 1."),
        ({**FORECAST, "fewest": "0"}, "“fewest: 0” không đọc được; cần số nguyên từ 1 đến 9999."),
        ({**RANKING, "name": None}, "thiếu trường “name”."),
        ({"kind": "group", "id": "g", "order": "1"}, "thiếu trường “name”."),
        ({"kind": "authority", "id": "a", "order": "1"}, "thiếu trường “words”."),
        ({**SCALE, "words": []}, "“words: ” không đọc được; cần danh sách các mức, tốt nhất trước, mỗi mức một mã."),
        ({**SCALE, "words": [WORD, WORD]}, "“words: ” không đọc được; cần danh sách các mức, tốt nhất trước, mỗi mức một mã."),
        ({**SCALE, "words": [{**WORD, "standing": "best"}]}, "“standing: best” không đọc được; cần một trong: good, neutral, weak."),
        ({**SCALE, "words": [{**WORD, "order": "1"}]}, "words có trường “order” mà hệ thống không biết."),
        ({**SCALE, "name": ""}, "thiếu trường “name”."),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(fields: dict[str, Any], sentence: str) -> None:
    """The one thing wrong is said."""
    definition, thing, problems = understood(**fields)
    assert (definition, thing) == (None, None)
    assert [said.endswith(sentence) for said in sentences(problems)] == [True]
