"""Do measures that meet in a formula fit, and does it come out in the indicator's own?"""

from __future__ import annotations

from fractions import Fraction

import pytest

from giaoban.catalogue.formula.measuring import Clash, fit, kind_of
from giaoban.catalogue.formula.parse import parse
from giaoban.values import Measure

MEASURES = {
    "thu": "tỷ đồng", "chi": "triệu đồng", "cay": "cây", "nguoi": "người", "ho": "hộ", "ngheo": "hộ", "ty-le": "%", "lan": "lần",
    "duong": "km", "dat": "ha", "ca": "ca", "luong": "đồng/người/tháng",
}  # fmt: skip


TWO_THINGS = "tỷ đồng và cây không cùng loại, không cộng, trừ, so sánh hay chọn với nhau được"
LEAVE_OUT = "bỏ các số 10, 100, 1.000 … để tự đổi đơn vị"


def wrong(text: str, measure: str) -> str:
    """What is wrong with a formula for an indicator in a measure; empty where nothing is."""
    try:
        fit(parse(text), measure=Measure.named(measure), measure_of=lambda term: Measure.named(MEASURES[term.indicator]))
    except Clash as fault:
        return f"{fault.at}: {fault.why.vi}" if fault.why.en == str(fault) else "only in one language"
    return ""


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("{thu} + {chi}", "tỷ đồng"),  # one thing in two measures is converted
        ("{thu} - {chi} * 0,3", "triệu đồng"),
        ("{thu} / {nguoi} * 1.000", "triệu đồng/người"),
        ("{thu} / {nguoi}", "triệu đồng/người/năm"),  # a flow of a year, without a power of ten: converted
        ("{ngheo} / {ho} * 100", "%"),
        ("{ngheo} / {ho}", "%"),
        ("{ca} / {nguoi} * 100.000", "ca/100.000 dân"),
        ("{thu} * {ty-le} / 100", "tỷ đồng"),
        ("{duong} * {duong}", "km·km"),  # opaque, and refused below
        ("{thu} / {thu}.nam_truoc * 100", "%"),
        ("neu({ty-le} > 50; {thu}; 0)", "tỷ đồng"),
        ("lon_nhat({thu} - {chi}; 0)", "tỷ đồng"),
        ("{lan} + ky_thu", "lần"),
        ("{cay} * ty_le_bao_cao({thu})", "cây"),
        ("{luong} * {nguoi}", "đồng"),
        ("1 / {nguoi} * {thu}", "tỷ đồng/người"),
        ("neu_thieu({thu}; {chi}; 5)", "tỷ đồng"),
        ("({thu} + {chi}) / ({nguoi} + 0) * {nguoi}", "tỷ đồng"),
        ("{ty-le} - {ty-le}.nam_truoc", "điểm %"),
        ("neu({thu} > 0; 1; ky_thu)", "tỷ đồng"),  # a number of nothing is in the indicator's own measure
        ("{thu} * (2 * 3 / (1 + ky_thu))", "tỷ đồng"),
        ("100 / {nguoi} * {thu} / 100", "tỷ đồng/người"),
    ],
)
def test_measures_that_fit(text: str, measure: str) -> None:
    assert wrong(text, measure) == ("1: cho ra km·km, không phải km·km" if "duong" in text else "")


@pytest.mark.parametrize(
    ("text", "measure", "said"),
    [
        ("{thu} + {cay}", "tỷ đồng", f"7: {TWO_THINGS}"),
        ("neu({thu} > {cay}; 1; 0) * {thu}", "tỷ đồng", f"11: {TWO_THINGS}"),
        ("nho_nhat({thu}; {cay})", "cây", f"1: {TWO_THINGS}"),
        ("{thu} / {nguoi}", "tỷ đồng", "1: cho ra tỷ đồng/người, không phải tỷ đồng"),
        ("{cay} * {nguoi}", "cây", "1: cho ra cây·người, không phải cây"),
        (
            "{thu} / {nguoi} * 100", "triệu đồng/người",
            f"1: cho ra tỷ đồng/người (× 100), chỉ tiêu ghi triệu đồng/người: nhân thêm với 10, hoặc {LEAVE_OUT}",
        ),
        ("{thu} > 5", "tỷ đồng", "1: là một điều kiện, không phải một số"),
        ("neu({thu}; 1; 2)", "lần", "5: cần một điều kiện, ví dụ {a} > {b}"),
        ("({thu} > 5) + 1", "lần", "8: cần một số, gặp một điều kiện"),
        ("{thu} va {thu} > 1", "lần", "1: cần một điều kiện, ví dụ {a} > {b}"),
    ],
)  # fmt: skip
def test_measures_that_do_not_fit(text: str, measure: str, said: str) -> None:
    """Said at the sign where they meet, with both measures."""
    assert wrong(text, measure) == said


@pytest.mark.parametrize(
    ("measure", "dimension", "factor"),
    [
        ("tỷ đồng", {"đồng": 1}, Fraction(10**9)), ("%", {}, Fraction(1, 100)), ("‰", {}, Fraction(1, 1000)), ("lần", {}, Fraction(1)),
        ("ca/100.000 dân", {"ca": 1, "người": -1}, Fraction(1, 100_000)), ("đồng/km", {"đồng": 1, "m": -1}, Fraction(1, 1000)),
        ("triệu đồng/nghìn dân/năm", {"đồng": 1, "người": -1, "năm": -1}, Fraction(1000)),
        ("ca/1.2.3 dân", {"ca": 1, "1.2.3 dân": -1}, Fraction(1)),
    ],
)  # fmt: skip
def test_a_measure_is_taken_apart(measure: str, dimension: dict[str, int], factor: Fraction) -> None:
    """What is counted, and per how many of what."""
    found = kind_of(Measure.named(measure))
    assert (found.dimension, found.factor) == (dimension, factor)
