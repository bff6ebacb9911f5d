"""Does an indicator say how it is measured and how it adds up, and is one that does not refused?"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from giaoban.catalogue import Absence, Direction, Frequency, Indicator, OverBodies, OverTime, Own, Part, Reach
from giaoban.values import Measure, Source, Step
from tests.unit.catalogues import sentences, understood

THU: dict[str, Any] = {
    "kind": "indicator", "id": "thu", "name": "Thu ngân sách", "group": "kinh-te", "measure": "tỷ đồng", "step": "1 đồng",
    "direction": "more", "over_time": "sum", "over_bodies": "sum", "absence": "lacking", "frequency": "month",
}  # fmt: skip


def test_an_indicator_is_read_with_its_customary_defaults() -> None:
    """Internal, its own figure the whole ground, an even pace, no parts."""
    definition, thing, problems = understood(**THU)
    assert (problems, definition is not None) == ((), True)
    assert thing == Indicator(
        id="thu", name="Thu ngân sách", name_en="", measure=Measure.named("tỷ đồng"), step=Step(Decimal(1), Measure.named("đồng")),
        group="kinh-te", definition="", direction=Direction.MORE, over_time=OverTime.SUM, over_bodies=OverBodies.SUM, own=Own.WHOLE,
        absence=Absence.LACKING, frequency=Frequency.MONTH, reach=Reach.INTERNAL, field="", source=Source("Quyết định"),
    )  # fmt: skip


def test_every_further_field_is_read() -> None:
    """Phasing is said by quarter in percent and kept as shares so far."""
    full = understood(
        **{
            **THU, "name_en": "Revenue", "definition": "Tổng thu.", "own": "part", "reach": "restricted", "field": "an-ninh",
            "not_for": ["xa"], "phasing": ["60", "15", "10", "15"], "parts": [{"id": "nam", "name": "Nam"}, {"id": "nu", "name": "Nữ"}],
            "parts_do_not_make_whole": "true", "scale": "muc", "voluntary": "true", "order": "10", "synonyms": ["thu NS"],
        }
    )[1]  # fmt: skip
    assert (full.name_en, full.definition, full.own, full.reach, full.field) == (
        "Revenue",
        "Tổng thu.",
        Own.PART,
        Reach.RESTRICTED,
        "an-ninh",
    )
    assert (full.not_for, full.parts) == (frozenset({"xa"}), (Part("nam", "Nam"), Part("nu", "Nữ")))
    assert full.phasing == (Decimal("0.6"), Decimal("0.75"), Decimal("0.85"), 1)
    assert (full.parts_make_whole, full.scale, full.voluntary, full.order, full.synonyms) == (False, "muc", True, 10, ("thu NS",))


def test_a_ratio_names_what_it_is_made_of() -> None:
    """So does a weighted mean its weight, and a count its level."""
    ratio = understood(**{**THU, "measure": "%", "step": "0,01 %", "over_bodies": "ratio", "numerator": "a", "denominator": "b"})[1]
    mean = understood(**{**THU, "over_bodies": "weighted-mean", "weight": "dan-so"})[1]
    count = understood(**{**THU, "measure": "tiêu chí", "step": "1 tiêu chí", "over_bodies": "count", "meets": "19"})[1]
    assert (ratio.numerator, ratio.denominator, ratio.is_percentage) == ("a", "b", True)
    assert (mean.weight, mean.is_percentage, count.meets) == ("dan-so", False, 19)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"over_bodies": "ratio"}, ["thiếu trường “numerator”", "thiếu trường “denominator”"]),
        ({"over_bodies": "weighted-mean"}, ["thiếu trường “weight”"]),
        ({"over_bodies": "count"}, ["thiếu trường “meets”"]),
        ({"over_time": "add"}, ["“over_time: add” không đọc được; cần một trong: sum, last, mean, min, max, never"]),
        ({"measure": "cây"}, ["“step: đồng” không đọc được; cần bước tính theo cây"]),
        ({"reach": "restricted"}, ["thiếu trường “field”"]),
        ({"phasing": ["60", "15", "10"]}, ["“phasing: 60, 15, 10” không đọc được; cần bốn phần trăm theo quý, cộng bằng 100"]),
        ({"phasing": ["60", "15", "10", "20"]}, ["“phasing: 60, 15, 10, 20” không đọc được; cần bốn phần trăm theo quý, cộng bằng 100"]),
        ({"phasing": ["110", "-10", "0", "0"]}, ["“phasing: 110, -10, 0, 0” không đọc được; cần bốn phần trăm theo quý, cộng bằng 100"]),
        ({"phasing": ["một"]}, ["“phasing: một” không đọc được; cần một số, ví dụ 1.234,5"]),
        ({"parts": [{"id": "nam"}]}, [", parts thiếu trường “name”"]),
        ({"parts": [{"id": "nam", "name": "Nam", "nam": "x"}]}, [", parts có trường “nam” mà hệ thống không biết"]),
        (
            {"parts": [{"id": "nam", "name": "Nam"}, {"id": "nam", "name": "Nữ"}]},
            ["“parts: nam, nam” không đọc được; cần mỗi phân tổ một mã"],
        ),
        ({"basis": "dan-so"}, ["“basis: dan-so” không đọc được; cần một trong: area, population, households, revenue"]),
        ({"carries": "12"}, ["“carries: 12” không đọc được; cần “over_time: last”; số phát sinh không dùng cho kỳ sau"]),
        ({"over_time": "last", "carries": "99"}, ["“carries: 99” không đọc được; cần số nguyên từ 0 đến 36"]),
        ({"absence": None}, ["thiếu trường “absence”"]),
        ({"own": "half"}, ["“own: half” không đọc được; cần một trong: whole, part"]),
    ],
)
def test_an_indicator_with_a_wrong_field_is_refused(change: dict[str, Any], said: list[str]) -> None:
    """And every problem of it is told at once."""
    definition, thing, problems = understood(**{**THU, **change})
    assert (definition, thing) == (None, None)
    assert [sentence.removeprefix("a.yaml: chỉ tiêu thu").lstrip(": ").rstrip(".") for sentence in sentences(problems)] == [
        one.lstrip(": ") for one in said
    ]


def test_each_frequency_is_so_many_months() -> None:
    """A year is reported once in twelve."""
    assert [one.months for one in Frequency] == [1, 3, 6, 12]
