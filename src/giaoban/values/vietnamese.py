"""Reading and writing numbers and dates the Vietnamese way; folding and sorting names.

In Vietnamese text the dot groups thousands and the comma is the decimal mark:
"1.973.949" is one million nine hundred …, "20,448" is a little over twenty.
What may be either is refused, not guessed.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from giaoban.values.measure import EXACT, MULTIPLIERS, SPELLINGS, Measure, multiplier

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng
LETTERS = {letter: rank for rank, letter in enumerate(ALPHABET, start=1)}
MINUS = str.maketrans("\u2212\u2013", "--")
GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
PLAIN = re.compile(r"[+-]?[0-9]+(?:,[0-9]+)?")
LEADING_NUMBER = re.compile(r"([+-]?[0-9][0-9.,]*)\s*(.*)")
MULTIPLE = re.compile(r"(nghìn tỷ|tỷ|tỉ|triệu|nghìn|ngàn)\s+([0-9][0-9.,]*\s+.*)", re.IGNORECASE)
LONGEST_NUMBER, LONGEST_AMOUNT = 60, 200  # characters; what is longer was not written as a number
YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})")
YEARS = range(1800, 3000)


class NotANumber(ValueError):
    """The text is no number as one writes it in Vietnamese, or may be read in two ways."""


def read_number(text: str) -> Decimal:
    """Return the number that the text says.

    Raises:
        NotANumber: No number, or ambiguous ("2.05", "0.123", "1,234,567"): the writer must say which.

    Example:
        >>> read_number("1.973.949"), read_number("154,3"), read_number("25.064,5")
        (Decimal('1973949'), Decimal('154.3'), Decimal('25064.5'))
    """
    said = text.strip().translate(MINUS)
    if len(said) > LONGEST_NUMBER or not (GROUPED.fullmatch(said) or PLAIN.fullmatch(said)):
        raise NotANumber(text[:LONGEST_AMOUNT])
    return Decimal(said.replace(".", "").replace(",", "."))


def write_number(value: Decimal | int, *, places: int | None = None) -> str:
    """Return the number as one writes it: "1.234,5".

    Args:
        value: Any finite number.
        places: Decimals to round to, half away from zero; None keeps those that the value has.

    Example:
        >>> write_number(Decimal("-1234567.50")), write_number(Decimal("145.4"), places=0)
        ('-1.234.567,50', '145')
    """
    number = Decimal(value)
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=EXACT)
    whole, _, rest = f"{number.copy_abs():f}".partition(".")
    groups = f"{int(whole):,}".replace(",", ".")
    sign = "-" if number < 0 else ""
    return sign + groups + (f",{rest}" if rest else "")


def read_quantity(text: str) -> tuple[Decimal, Measure]:
    """Return value and measure of a printed amount, with the decimals that were printed.

    Raises:
        NotANumber: No number stands at the front, or the amount is said in parts that do not fit ("5,5 tỷ 570 triệu đồng").
        UnknownMeasure: No measure follows it.

    Example:
        >>> read_quantity("154,3 tỷ đồng")[0], read_quantity("5 tỷ 570 triệu đồng")
        (Decimal('154.3'), (Decimal('5570'), Measure(label='triệu đồng', dimension='đồng', factor=Decimal('1000000'))))
    """
    said = unicodedata.normalize("NFC", " ".join(text[: LONGEST_AMOUNT + 1].split())).translate(MINUS)
    found = LEADING_NUMBER.fullmatch(said)
    if not found or len(said) > LONGEST_AMOUNT:
        raise NotANumber(text[:LONGEST_AMOUNT])
    value, rest = read_number(found[1]), found[2]
    chained = MULTIPLE.fullmatch(rest)
    if not chained:
        return value, Measure.named(rest)
    more, measure = read_quantity(chained[2])
    above = chained[1].lower()
    times = MULTIPLIERS[SPELLINGS.get(above, above)] / multiplier(measure.label)[0]
    if more >= times or value != value.to_integral_value():
        raise NotANumber(text)
    return EXACT.add(EXACT.multiply(value, times), more.copy_sign(value)), measure


def write_date(day: date) -> str:
    """Return "20/4/2021"."""
    return f"{day.day}/{day.month}/{day.year}"


def write_long_date(day: date) -> str:
    """Return the date as a paper bears it; days below 10 and months 1 and 2 take a leading zero.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.

    Example:
        >>> write_long_date(date(2021, 2, 3)), write_long_date(date(2021, 4, 20))
        ('ngày 03 tháng 02 năm 2021', 'ngày 20 tháng 4 năm 2021')
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def read_date(text: str) -> date:
    """Return the day that "20/4/2021", "20-4-2021" or "2021-04-20" says.

    Raises:
        ValueError: No such day ("31/9/2019"), or of a year that no report speaks of.
    """
    said = text.strip()
    parts = YEAR_FIRST.fullmatch(said) or DAY_FIRST.fullmatch(said)
    if not parts or int(parts["year"]) not in YEARS:
        raise ValueError(text[:LONGEST_AMOUNT])
    return date(int(parts["year"]), int(parts["month"]), int(parts["day"]))


def fold(text: str) -> str:
    """Return the text in lower case without marks, for search and matching: "Thạch Đồng" → "thach dong"."""
    plain = unicodedata.normalize("NFD", text.replace("ð", "đ").replace("Ð", "Đ")).lower()
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(kept.replace("đ", "d").split())


def slug(text: str) -> str:
    """Return an id made of the text: lower-case ASCII kebab ("Thu ngân sách" → "thu-ngan-sach")."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Return a key that puts names in Vietnamese dictionary order.

    Letters first (a < ă < â < b … d < đ), then tones (ngang, huyền, hỏi, ngã, sắc, nặng);
    digits before letters, and numbers inside names by their value (TDP 2 < TDP 10).
    """
    letters: list[int] = []
    tones: list[int] = []
    for piece in re.findall(r"\d+|\D", unicodedata.normalize("NFC", text).lower()):
        if piece.isdigit():
            letters += [0, len(piece.lstrip("0")), *(ord(c) for c in piece.lstrip("0"))]
            tones.append(0)
            continue
        marks = unicodedata.normalize("NFD", piece)
        tone = next((TONES[c] for c in marks if c in TONES), 0)
        letter = unicodedata.normalize("NFC", "".join(c for c in marks if c not in TONES))
        if not letter:  # a tone on a letter that bears none in Vietnamese
            continue
        letters.append(LETTERS[letter] + 100 if letter in LETTERS else (1 if letter == " " else 2 + ord(letter[0]) + 1000))
        tones.append(tone)
    return tuple(letters), tuple(tones), text
