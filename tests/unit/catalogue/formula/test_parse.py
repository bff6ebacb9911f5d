"""Is a formula read as it is meant, and one that is none refused at the right character with a way out?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.catalogue.formula.parse import DEEPEST, LONGEST, Unreadable, parse
from giaoban.catalogue.formula.tree import Chosen, Counted, Either, Moved, Node, Number, Pair, Rate, Term


def said(node: Node) -> str:
    """The tree as text, every pair in brackets."""
    match node:
        case Number(value=value):
            return str(value)
        case Term():
            return node.words
        case Counted(count=count):
            return count.value
        case Rate(of=term):
            return f"rate {said(term)}"
        case Pair(sign=sign, left=left, right=right):
            return f"({said(left)} {sign} {said(right)})"
        case Chosen(pick=pick, of=several):
            return f"{pick.value}[{', '.join(map(said, several))}]"
        case Either(test=test, yes=yes, no=no):
            return f"[{said(test)} ? {said(yes)} : {said(no)}]"
        case Moved(of=one, shift=shift, times=times):
            return f"{said(one)}.{shift.value}{times}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{a} + {b} * {c}", "({a} + ({b} * {c}))"),
        ("{a} - {b} - {c}", "(({a} - {b}) - {c})"),
        ("{a} / {b} * 1.000", "(({a} / {b}) * 1000)"),
        ("-{a} * 2", "((0 - {a}) * 2)"),
        ("({a} + {b}) * 0,5", "(({a} + {b}) * 0.5)"),
        ("{a}*0.25", "({a} * 0.25)"),
        ("{dan-so.nam} / {dan-so}", "({dan-so.nam} / {dan-so})"),
        ("{a}.luy_ke.ky_truoc(2)", "{a}.luy_ke1.ky_truoc2"),
        ("{a}.luy_ke() + {a}.nam_truoc", "({a}.luy_ke1 + {a}.nam_truoc1)"),
        ("({a} + ky_thu).ky_truoc", "({a} + ky_thu).ky_truoc1"),
        ("{a} / so_ky", "({a} / so_ky)"),
        ("neu({a} > {b} va {c} <> 0 hoac {d} <= 1; {a}; 0)", "[((({a} > {b}) va ({c} <> 0)) hoac ({d} <= 1)) ? {a} : 0]"),
        ("nho_nhat({a}; lon_nhat({b}; 0); 3)", "nho_nhat[{a}, lon_nhat[{b}, 0], 3]"),
        ("neu_thieu({a}; 0) * ty_le_bao_cao({b})", "(neu_thieu[{a}, 0] * rate {b})"),
        ("  {a}\n + {b} ", "({a} + {b})"),
    ],
)
def test_a_formula_means(text: str, meant: str) -> None:
    """Products before sums before comparisons; from left to right; the sign of a number first."""
    assert said(parse(text).root) == meant


@pytest.mark.parametrize(
    ("text", "at", "why"),
    [
        ("", 1, "cần một giá trị, gặp hết công thức"),
        ("{a} +", 6, "cần một giá trị, gặp hết công thức"),
        ("{a} {b}", 5, "cần hết công thức, gặp “b”"),
        ("({a}", 5, "cần dấu “)”, gặp hết công thức"),
        ("{a", 1, "“{” không mở đầu một giá trị nào"),
        ("{a} $ 3", 5, "“$” không mở đầu một giá trị nào"),
        ("{Dân số}", 1, "“{Dân số}” không phải mã chỉ tiêu, ví dụ {dan-so}"),
        ("1.2.3 * {a}", 1, "“1.2.3” không phải một số, ví dụ 1.234,5"),
        ("3 + 4", 1, "không có chỉ tiêu nào, ví dụ {thu-ngan-sach}"),
        ("neu({a}; 1)", 1, "“neu” cần ba giá trị: điều kiện; thì; không thì"),
        ("nho_nhat({a})", 1, "“nho_nhat” cần ít nhất hai giá trị"),
        ("ty_le_bao_cao({a} + 1)", 1, "“ty_le_bao_cao” cần một chỉ tiêu, ví dụ {dan-so}"),
        ("neu {a}", 5, "cần dấu “(” sau “neu”, gặp “a”"),
        ("nho_nhat({a}, {b})", 13, "“,” không mở đầu một giá trị nào"),
        ("{a}.ky_truoc(0)", 14, "cần số nguyên từ 1 đến 60"),
        ("{a}.ky_truoc(61)", 14, "cần số nguyên từ 1 đến 60"),
        ("{a}.nam_truoc(1,5)", 15, "cần số nguyên từ 1 đến 20"),
        ("{a}.luy_ke(1)", 12, "cần dấu “)”, gặp “1”"),
        ("{a}.luyke", 5, "không biết “luyke” (“luy_ke”?); được biết: luy_ke, ky_truoc, nam_truoc"),
        ("tong({a})", 1, "không biết “tong”; được biết: neu, nho_nhat, lon_nhat, neu_thieu, ty_le_bao_cao, ky_thu, so_ky"),
    ],
)
def test_what_is_no_formula_says_where_and_why(text: str, at: int, why: str) -> None:
    """The first thing that is wrong, in both languages."""
    with pytest.raises(Unreadable) as fault:
        parse(text)
    assert (fault.value.at, fault.value.why.vi) == (at, why)
    assert fault.value.why.en == str(fault.value)


def test_length_and_depth_are_bounded() -> None:
    """Neither a long text nor a deep one costs more than reading it."""
    assert said(parse("(" * (DEEPEST - 1) + "{a}" + ")" * (DEEPEST - 1)).root) == "{a}"
    for text, why in (("(" * 400 + "{a}" + ")" * 400, "lồng nhau quá 40 lớp"), ("{a}" + " " * LONGEST, "dài hơn 1000 ký tự")):
        with pytest.raises(Unreadable) as fault:
            parse(text)
        assert fault.value.why.vi == why
    assert len(parse(" + ".join(["{a}"] * 160)).terms()) == 1


@given(st.text(alphabet="{}ab-().+*/<>=;,0123456789 _neuvahoclykt$", max_size=60))
def test_any_text_is_a_formula_or_is_refused(text: str) -> None:
    """Nothing else is ever raised, and the place lies in the text or just behind it."""
    try:
        found = parse(text)
    except Unreadable as fault:
        place = fault.at
    else:
        place = found.terms()[0].at
        assert found.text == text
    assert 1 <= place <= len(text) + 1


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_numbers_are_read_as_vietnamese_writes_them(number: Decimal) -> None:
    """1.234,5 and no other way."""
    whole, _, rest = f"{number:.3f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    found = parse(f"{grouped},{rest} * {{a}}").root
    assert isinstance(found, Pair)
    assert isinstance(found.left, Number)
    assert found.left.value == number
