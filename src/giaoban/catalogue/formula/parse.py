"""From the text of a formula to its tree, or to the character at which it cannot be read and why.

The language, from what binds loosest to what binds tightest: `hoac`, `va`, comparisons (`< <= > >= = <>`), `+ -`, `* /`,
the sign, and at the end of a value `.luy_ke`, `.ky_truoc(n)`, `.nam_truoc(n)`. Numbers are Vietnamese (`1.000`, `0,5`),
arguments are parted by semicolons. Length and depth are bounded; nothing is ever evaluated here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from giaoban.catalogue.fields import DECIMAL_POINT
from giaoban.catalogue.formula.tree import Chosen, Count, Counted, Either, Formula, Moved, Node, Number, Pair, Pick, Rate, Shift, Term
from giaoban.values import Said, vietnamese

LONGEST, DEEPEST = 1000, 40
FURTHEST = {Shift.EARLIER: 60, Shift.YEARS: 20}
TOKEN = re.compile(r"\s*(?:(?P<number>\d[\d.]*(?:,\d+)?)|\{(?P<term>[^{}]*)\}|(?P<name>[A-Za-z_]\w*)|(?P<sign><=|>=|<>|[-+*/()<>=;.]))")
TERM = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([a-z0-9]+(?:-[a-z0-9]+)*))?")
BINDS = {"hoac": 1, "va": 2, "<": 3, "<=": 3, ">": 3, ">=": 3, "=": 3, "<>": 3, "+": 4, "-": 4, "*": 5, "/": 5}
SIGN_BINDS = 6
COUNTS = {count.value: count for count in Count}
PICKS = {pick.value: pick for pick in Pick}
SHIFTS = {shift.value: shift for shift in Shift}
RATE, IF = "ty_le_bao_cao", "neu"
NAMES = (IF, *PICKS, RATE, *COUNTS)


class Unreadable(ValueError):
    """The text is no formula.

    Args:
        at: Character at which it goes wrong, counted from 1.
        why: What is wrong, in both languages.
    """

    def __init__(self, at: int, why: Said) -> None:
        super().__init__(why.en)
        self.at, self.why = at, why


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # number, term, name, sign, or empty at the end
    text: str
    at: int


def parse(text: str) -> Formula:
    """Return what the text says.

    Raises:
        Unreadable: It is no formula, is too long, or is nested too deeply.

    Example:
        >>> parse("{thu} / {dan-so} * 1.000").root.sign
        '*'
        >>> parse("{thu")
        Traceback (most recent call last):
        giaoban.catalogue.formula.parse.Unreadable: “{” is not the beginning of a value
    """
    if len(text) > LONGEST:
        raise Unreadable(LONGEST, Said(f"dài hơn {LONGEST} ký tự", f"it is longer than {LONGEST} characters"))
    parser = _Parser(tuple(_tokens(text)))
    root = parser.value(0)
    parser.expect("", vi="hết công thức", en="the end")
    formula = Formula(text, root)
    if not formula.terms():
        raise Unreadable(1, Said("không có chỉ tiêu nào, ví dụ {thu-ngan-sach}", "no indicator stands in it, for instance {thu-ngan-sach}"))
    return formula


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while text[at:].strip():
        found = TOKEN.match(text, at)
        if not found or not found.lastgroup:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            raise Unreadable(
                start + 1, Said(f"“{text[start]}” không mở đầu một giá trị nào", f"“{text[start]}” is not the beginning of a value")
            )
        kind = found.lastgroup
        yield _Token(kind, found[kind], found.start(kind) + (kind != "term"))
        at = found.end()
    yield _Token("", "", len(text) + 1)


class _Parser:
    """Reads the tokens one by one, by how tightly their signs bind."""

    def __init__(self, tokens: tuple[_Token, ...]) -> None:
        self.tokens, self.place, self.depth = tokens, 0, 0

    @property
    def next(self) -> _Token:
        return self.tokens[self.place]

    def take(self) -> _Token:
        token = self.next
        self.place += 1
        return token

    def expect(self, text: str, *, vi: str, en: str) -> _Token:
        if self.next.text != text or self.next.kind == "term":
            found = Said(f"“{self.next.text}”", f"“{self.next.text}”") if self.next.kind else Said("hết công thức", "the end")
            raise Unreadable(self.next.at, Said(f"cần {vi}, gặp {found.vi}", f"{en} is needed, {found.en} stands there"))
        return self.take() if text else self.next

    def value(self, tightness: int) -> Node:
        """Read a value, with all signs that bind more tightly than the one before it."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unreadable(self.next.at, Said(f"lồng nhau quá {DEEPEST} lớp", f"it is nested deeper than {DEEPEST} levels"))
        left = self._shifted(self._single())
        while BINDS.get(self.next.text, 0) > tightness and self.next.kind in ("sign", "name"):
            sign = self.take()
            left = Pair(sign.text, left, self.value(BINDS[sign.text]), sign.at)
        self.depth -= 1
        return left

    def _single(self) -> Node:
        token = self.take()
        match token.kind, token.text:
            case "number", text:
                return Number(_number(text, token.at), token.at)
            case "term", text:
                return _term(text, token.at)
            case "name", text:
                return self._named(text, token.at)
            case "sign", "(":
                inside = self.value(0)
                self.expect(")", vi="dấu “)”", en="“)”")
                return inside
            case "sign", "-":
                return Pair("-", Number(Decimal(0), token.at), self.value(SIGN_BINDS), token.at)
        found = Said(f"“{token.text}”", f"“{token.text}”") if token.kind else Said("hết công thức", "the end")
        raise Unreadable(token.at, Said(f"cần một giá trị, gặp {found.vi}", f"a value is needed, {found.en} stands there"))

    def _shifted(self, node: Node) -> Node:
        while self.next.text == "." and self.next.kind == "sign":
            self.take()
            name = self.take()
            if name.text not in SHIFTS or name.kind != "name":
                raise Unreadable(name.at, _unknown(name.text, tuple(SHIFTS)))
            shift = SHIFTS[name.text]
            node = Moved(node, shift, self._times(shift), name.at)
        return node

    def _times(self, shift: Shift) -> int:
        if self.next.text != "(":
            return 1
        self.take()
        if shift is Shift.TO_DATE:
            self.expect(")", vi="dấu “)”", en="“)”")
            return 1
        token, most = self.take(), FURTHEST[shift]
        if token.kind != "number" or not token.text.isdecimal() or not 1 <= int(token.text) <= most:
            raise Unreadable(token.at, Said(f"cần số nguyên từ 1 đến {most}", f"a whole number from 1 to {most} is needed"))
        self.expect(")", vi="dấu “)”", en="“)”")
        return int(token.text)

    def _named(self, name: str, at: int) -> Node:
        if name in COUNTS:
            return Counted(COUNTS[name], at)
        if name not in NAMES:
            raise Unreadable(at, _unknown(name, NAMES))
        self.expect("(", vi=f"dấu “(” sau “{name}”", en=f"“(” after “{name}”")
        arguments = [self.value(0)]
        while self.next.text == ";":
            self.take()
            arguments.append(self.value(0))
        self.expect(")", vi="dấu “;” hoặc “)”", en="“;” or “)”")
        return _called(name, arguments, at)


def _called(name: str, arguments: list[Node], at: int) -> Node:
    match name, arguments:
        case "neu", [test, yes, no]:
            return Either(test, yes, no, at)
        case "ty_le_bao_cao", [Term() as term]:
            return Rate(term, at)
        case (("nho_nhat" | "lon_nhat" | "neu_thieu"), [_, _, *_]):
            return Chosen(PICKS[name], tuple(arguments), at)
    vi = {IF: "ba giá trị: điều kiện; thì; không thì", RATE: "một chỉ tiêu, ví dụ {dan-so}"}.get(name, "ít nhất hai giá trị")
    en = {IF: "three values: condition; then; else", RATE: "one indicator, for instance {dan-so}"}.get(name, "at least two values")
    raise Unreadable(at, Said(f"“{name}” cần {vi}", f"“{name}” needs {en}"))


def _number(text: str, at: int) -> Decimal:
    try:
        return Decimal(text) if DECIMAL_POINT.fullmatch(text) else vietnamese.read_number(text)
    except vietnamese.NotANumber:
        raise Unreadable(at, Said(f"“{text}” không phải một số, ví dụ 1.234,5", f"“{text}” is no number, for instance 1.234,5")) from None


def _term(text: str, at: int) -> Term:
    found = TERM.fullmatch(text.strip())
    if not found:
        why = Said(
            f"“{{{text}}}” không phải mã chỉ tiêu, ví dụ {{dan-so}}", f"“{{{text}}}” is no id of an indicator, for instance {{dan-so}}"
        )
        raise Unreadable(at, why)
    return Term(found[1], found[2] or "-", at)


def _unknown(name: str, known: tuple[str, ...]) -> Said:
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    vi, en = (f" (“{near[0]}”?)", f" (“{near[0]}”?)") if near else ("", "")
    words = ", ".join(known)
    return Said(f"không biết “{name}”{vi}; được biết: {words}", f"“{name}” is not known{en}; known are: {words}")
