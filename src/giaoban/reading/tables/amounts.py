"""Which amount does a cell of a table say, in which measure?

Blank, "-" and "x" are no number and no nought. The measure stands in the cell
itself, in the column ĐVT, in the header, or above the table, in this order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from giaoban.formats import Cell
from giaoban.reading.prose import numbers
from giaoban.reading.prose.clean import clean
from giaoban.reading.prose.measures import measure_at
from giaoban.values import vietnamese

AMOUNT = re.compile(
    r"(?P<open>\()?(?P<sign>[-−–+])?\s?(?P<number>\d[\d.,]*)\s?(?:/\s?(?P<whole>\d[\d.,]*)\s?)?(?P<measure>%|[^\W\d_][^\d()]{0,40})?(?(open)\))"
)
SHORT = {
    "tr.đ": "triệu đồng", "trđ": "triệu đồng", "tr.đồng": "triệu đồng", "tr đồng": "triệu đồng", "tr. đồng": "triệu đồng",
    "triệu": "triệu đồng", "tỷ": "tỷ đồng", "tỉ": "tỷ đồng", "tỉ đồng": "tỷ đồng", "1000 đồng": "nghìn đồng", "1.000 đồng": "nghìn đồng",
    "1000đ": "nghìn đồng", "1.000đ": "nghìn đồng", "1.000 đ": "nghìn đồng", "1000 đ": "nghìn đồng", "ng.đ": "nghìn đồng",
    "nghìn đ": "nghìn đồng", "đ": "đồng", "vnđ": "đồng", "vnd": "đồng", "trđ/người": "triệu đồng/người",
    "tr.đ/người/năm": "triệu đồng/người/năm", "m2": "m²", "m3": "m³", "dn": "doanh nghiệp", "ng": "người",
}  # fmt: skip
MEASURED = ("%", "‰", "lần", "ha", "km", "km2", "m", "m2", "m3", "tấn", "tạ", "kg", "lít", "điểm", "kWh", "MW")
SAME_AS_ABOVE = re.compile(r"(?:-?\s?nt\s?-?|[\"”“]|như trên|-\s?\"\s?-|//)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """A measure of a table (đơn vị tính của bảng).

    Args:
        words: As the ledger reads them: "triệu đồng"; empty where no measure is known.
        name: In the reader's plain form: "VND".
        times: What a printed one stands for.
    """

    words: str
    name: str
    times: Decimal


PERCENT = Counted("%", "%", Decimal(1))
TIMES = Counted("lần", "lần", Decimal(1))
UNKNOWN = Counted("", "", Decimal(1))


@dataclass(frozen=True, slots=True)
class CellAmount:
    """What a cell says.

    Args:
        said: The number as printed or kept, before its measure's multiple.
        places: Decimals that are printed.
        whole: The M of "N/M"; None for others.
        english: Whether it is written the English way.
    """

    said: Decimal
    places: int
    measure: Counted
    text: str
    whole: Decimal | None = None
    english: bool = False

    @property
    def value(self) -> Decimal:
        """The amount in its plain measure."""
        return self.said * self.measure.times

    @property
    def half(self) -> Decimal:
        """Half of the last printed digit, in the plain measure; whole things that are counted are exact."""
        if not self.places and self.measure.times == 1 and self.measure.name not in MEASURED:
            return Decimal(0)
        return Decimal(5).scaleb(-self.places - 1) * self.measure.times

    @property
    def printed(self) -> str:
        """Number and measure as one prints them: "12,5 tỷ đồng"."""
        number = vietnamese.write_number(self.said)
        whole = f"/{vietnamese.write_number(self.whole)}" if self.whole is not None else ""
        return f"{number}{whole}%" if self.measure.words == "%" else f"{number}{whole} {self.measure.words}".strip()


def counted(words: str) -> Counted:
    """Return the measure that words of a column say.

    Example:
        >>> counted("Tr.đ"), counted("Hộ").name
        (Counted(words='triệu đồng', name='VND', times=Decimal('1000000')), 'hộ')
    """
    low = " ".join(clean(words).low.strip(" .:()").split())
    if not low:
        return UNKNOWN
    said = SHORT.get(low, low)
    measure = measure_at(f" {said}", place=0, text=f" {said}")
    if measure and measure.end >= len(said) + 1:
        return Counted(said, measure.name, measure.times)
    return Counted(said, said, Decimal(1))


def amount_in(cell: Cell | None, *, measure: Counted) -> CellAmount | None:
    """Return what a cell says; None where it says no amount.

    Args:
        measure: In which it counts where the cell itself does not say.

    Example:
        >>> amount_in(Cell(0, 0, "1.234,5"), measure=counted("triệu đồng")).value
        Decimal('1234500000.0')
        >>> amount_in(Cell(0, 0, "-"), measure=UNKNOWN) is None
        True
    """
    if cell is None:
        return None
    found = AMOUNT.fullmatch(cell.text.strip().replace("\u00a0", " "))
    if not found:
        return None
    own = counted(found["measure"] or "") if found["measure"] else measure
    digits = found["number"].rstrip(".,")
    number = numbers.read(digits)
    if number is None:
        return None
    negative = bool(found["open"]) or found["sign"] in ("-", "−", "–")
    exact = abs(cell.number) if cell.number is not None and own.words != "%" else number
    shown = max(0, -int(number.as_tuple().exponent))
    whole = numbers.read(found["whole"].rstrip(".,")) if found["whole"] else None
    if found["whole"] and (whole is None or cell.number is not None):
        return None
    english = cell.number is None and numbers.is_english(digits)
    return CellAmount(-exact if negative else exact, max(shown, 0), own, cell.text, whole, english)


def is_same_as_above(words: str) -> bool:
    """Whether a cell of ĐVT says that the one above holds: "nt", a ditto mark."""
    return bool(SAME_AS_ABOVE.fullmatch(words.strip()))
